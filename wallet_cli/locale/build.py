"""Build hook: compiles the gettext catalogs (.po) to the .mo files that ship in the wheel."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def compile_catalogs(locale_dir: Path) -> None:
    """Write NAME.mo beside every NAME.po below `locale_dir`. Raises babel's PoFileError on a malformed catalog."""
    for source in sorted(locale_dir.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parent.parent.name, abort_invalid=True)
        # Else babel writes the hour of this build into the file: the same sources are to make the same bytes.
        catalog.creation_date = catalog.revision_date = EPOCH
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


class CatalogHook(BuildHookInterface[Any]):
    """Runs for wheels and editable installs alike, so that a checkout speaks as an installation does."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogs(Path(self.root) / "wallet_cli" / "locale")
