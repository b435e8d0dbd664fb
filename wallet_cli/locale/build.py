"""Build hook: compiles the gettext catalogs (.po) to the .mo files that ship in the wheel, and lays completions and man
pages where shells and man(1) look for them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
COMPLETIONS = {
    "yibao.bash": ("share/bash-completion/completions/yibao", "share/bash-completion/completions/yibao-platform"),
    "_yibao": ("share/zsh/site-functions/_yibao",),
    "yibao.fish": ("share/fish/vendor_completions.d/yibao.fish", "share/fish/vendor_completions.d/yibao-platform.fish"),
    "yibao.ps1": ("share/yibao/yibao.ps1",),
}
MANUALS = {"en": "share/man/man1", "zh-CN": "share/man/zh_CN/man1"}


def compile_catalogs(locale_dir: Path) -> None:
    """Write NAME.mo beside every NAME.po below `locale_dir`. Raises babel's PoFileError on a malformed catalog."""
    for source in sorted(locale_dir.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parent.parent.name, abort_invalid=True)
        # Else babel writes the hour of this build into the file: the same sources are to make the same bytes.
        catalog.creation_date = catalog.revision_date = EPOCH
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


def lay_out(top: Path, folder: Path) -> dict[str, str]:
    """Fills `folder` with the data files of an installation; each one's path there and below the prefix.

    The man pages are made by a process a language: a command's words are chosen as it loads.
    """
    for name, places in COMPLETIONS.items():
        for place in places:
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(top / "completions" / name, folder / place)
    for language, place in MANUALS.items():
        command = [sys.executable, "-P", "-B", "-m", "wallet_cli.cli.manual", str(folder / place), language]
        path = os.pathsep.join([str(top), *filter(None, sys.path)])
        subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, check=True)
    found = sorted(one for one in folder.rglob("*") if one.is_file())
    return {str(one): one.relative_to(folder).as_posix() for one in found}


class CatalogHook(BuildHookInterface[Any]):
    """Runs for wheels and editable installs alike, so that a checkout speaks as an installation does."""

    PLUGIN_NAME = "custom"
    _folder: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogs(Path(self.root) / "wallet_cli" / "locale")
        if self.target_name == "wheel" and version == "standard":
            self._folder = tempfile.mkdtemp(prefix="yibao-data-")
            build_data["shared_data"].update(lay_out(Path(self.root), Path(self._folder)))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder)
