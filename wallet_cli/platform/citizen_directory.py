"""The part of a person's face that looks up designated institutions.

Rules of this room: as `citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace

if TYPE_CHECKING:
    from wallet_cli.ports import Call, InstitutionInfo, Page, Reply


class DirectoryFace(DeviceFace):
    """ports.treatment.Directory over the engine."""

    def find_institutions(
        self,
        call: Call,
        *,
        text: str | None,
        region: str | None,
        supports: tuple[str, ...],
        level: int | None,
        cross_province: bool,
        cursor: str | None,
        limit: int,
    ) -> Reply[Page[InstitutionInfo]]:
        from wallet_cli.platform.service import institutions

        asked = institutions.Search(text, region, supports, level, cross_province)
        return self._read(call, "find_institutions", lambda act, caller: institutions.search(act, asked, cursor, limit))

    def institution(self, call: Call, fixmedins_code: str) -> Reply[InstitutionInfo]:
        from wallet_cli.platform.service import institutions

        return self._read(call, "institution", lambda act, caller: institutions.show(act, fixmedins_code))
