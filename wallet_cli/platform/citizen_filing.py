"""The face a person's device talks to: filings.

Rules of this room: see `citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace

if TYPE_CHECKING:
    from wallet_cli.domain.filing import Filing, FilingChange, FilingRequest, Notice
    from wallet_cli.domain.papers import Paper
    from wallet_cli.ports import Call, Page, Reply


class FilingFace(DeviceFace):
    """ports.treatment.Filings over the engine."""

    def filing_notice(self, call: Call, handle: str) -> Reply[Notice]:
        from wallet_cli.platform.service import filings

        return self._read(call, "filing_notice", lambda act, caller: filings.notice(act, caller, handle))

    def file(self, call: Call, handle: str, request: FilingRequest) -> Reply[Filing]:
        from wallet_cli.platform.service import filings

        return self._change(
            call,
            "file",
            lambda: (handle, request),
            lambda act, caller: filings.file(act, caller, handle, request),
            handle=handle,
        )

    def filings(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Filing]]:
        from wallet_cli.platform.service import filings

        return self._read(call, "filings", lambda act, caller: filings.page(act, caller, handle, cursor, limit))

    def filing(self, call: Call, handle: str, filing_id: str) -> Reply[Filing]:
        from wallet_cli.platform.service import filings

        return self._read(call, "filing", lambda act, caller: filings.show(act, caller, handle, filing_id))

    def filing_receipt(self, call: Call, handle: str, filing_id: str) -> Reply[str]:
        from wallet_cli.platform.service import filing_rows

        return self._read(
            call, "filing_receipt", lambda act, caller: filing_rows.receipt(act, caller, handle, filing_id)
        )

    def change_filing(self, call: Call, handle: str, filing_id: str, change: FilingChange) -> Reply[Filing]:
        from wallet_cli.platform.service import filings

        return self._change(
            call,
            "change_filing",
            lambda: (handle, filing_id[:64], change),
            lambda act, caller: filings.change(act, caller, handle, filing_id, change),
            handle=handle,
        )

    def cancel_filing(self, call: Call, handle: str, filing_id: str, papers: tuple[Paper, ...]) -> Reply[Filing]:
        from wallet_cli.platform.service import filings

        return self._change(
            call,
            "cancel_filing",
            lambda: (handle, filing_id[:64], papers),
            lambda act, caller: filings.cancel(act, caller, handle, filing_id, papers),
            handle=handle,
        )
