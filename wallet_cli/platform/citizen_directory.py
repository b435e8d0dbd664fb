"""The part of a person's face that looks up designated institutions.

Rules of this room: as `citizen`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from wallet_cli.platform.service.act import Act
    from wallet_cli.ports import Call, InstitutionInfo, Page, Reply

T = TypeVar("T")


class DirectoryFace:
    """ports.treatment.Directory over the engine."""

    if TYPE_CHECKING:

        def _read(self, call: Call, operation: str, rule: Callable[[Act, str], T]) -> Reply[T]: ...

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
