"""The face of what treatment cost: sums and counts of records.

Rules of this room: see `citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace

if TYPE_CHECKING:
    from wallet_cli.domain.annual import Annual, Totals
    from wallet_cli.ports import Call, RecordKind, Reply


class YearlyFace(DeviceFace):
    """ports.treatment.Yearly; a base of CitizenFace."""

    def annual(self, call: Call, handle: str, year: int) -> Reply[Annual]:
        from wallet_cli.platform.service import records

        return self._read(call, "annual", lambda act, caller: records.annual(act, caller, handle, year))

    def totals(self, call: Call, handle: str, *, year: int | None, kind: RecordKind | None) -> Reply[Totals]:
        from wallet_cli.platform.service import records

        return self._read(call, "totals", lambda act, caller: records.totals(act, caller, handle, year=year, kind=kind))

    def records_left(
        self, call: Call, handle: str, *, year: int | None, kind: RecordKind | None, cursor: str | None
    ) -> Reply[int]:
        from wallet_cli.platform.service import records

        return self._read(
            call,
            "records_left",
            lambda act, caller: records.left(act, caller, handle, year=year, kind=kind, cursor=cursor),
        )
