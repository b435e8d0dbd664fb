"""The platform in this very process: the adapter behind ports.Platform, over one SQLite file.

Rules of this room: opened lazily, at the first call; created with its sandbox people where there is none. Errors are
those of the port, and of the folder: PlatformNewer, PlatformTampered, StoreUnsafe, DiskFull, NotWritable, those of
Items, KeyringEmpty, VaultDiffers, KeyringChanged.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wallet_cli.platform.engine import Engine
from wallet_cli.platform.opening import recorded_vault, remove_platform

if TYPE_CHECKING:
    from wallet_cli.ports import Agency, Citizen, Clock, Institution, Items, Random, Sandbox

__all__ = ["EmbeddedPlatform", "recorded_vault", "remove_platform"]


class EmbeddedPlatform:
    """ports.Platform in process. `directory`: the platform's folder; `items`: where its seal is kept."""

    def __init__(self, directory: Path, items: Items, clock: Clock, random: Random) -> None:
        self._engine = Engine(directory, items, clock, random)

    @property
    def name(self) -> str:
        return "embedded"

    @property
    def citizen(self) -> Citizen:
        from wallet_cli.platform.citizen import CitizenFace

        return CitizenFace(self._engine)

    @property
    def institution(self) -> Institution:
        from wallet_cli.platform.institution import InstitutionFace

        return InstitutionFace(self._engine)

    @property
    def agency(self) -> Agency:
        from wallet_cli.platform.agency import AgencyFace

        return AgencyFace(self._engine)

    @property
    def sandbox(self) -> Sandbox:
        from wallet_cli.platform.testers import SandboxFace

        return SandboxFace(self._engine)

    def close(self) -> None:
        """Lets go of the database file; the next call opens it again."""
        self._engine.close()
