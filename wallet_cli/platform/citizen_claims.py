"""The citizen's face for recognitions of chronic disease and manual claims: see `citizen`.

Rules of this room: no rules of its own; the caller's proof names the operation, which is the method's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace

if TYPE_CHECKING:
    from wallet_cli.domain.chronic import Chronic
    from wallet_cli.domain.claim import Claim, ClaimRequest
    from wallet_cli.domain.papers import Paper
    from wallet_cli.ports import Call, Page, Reply


class ClaimsFace(DeviceFace):
    """ports.treatment.ChronicDiseases and Claims; a base of CitizenFace."""

    def recognise(self, call: Call, handle: str, disease: str, papers: tuple[Paper, ...]) -> Reply[Chronic]:
        from wallet_cli.platform.service import chronic

        return self._change_of(
            call,
            "recognise",
            handle,
            lambda: (handle, disease, papers),
            lambda act, psn_no: chronic.apply(act, psn_no, disease, papers),
        )

    def chronics(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Chronic]]:
        from wallet_cli.platform.service import chronic

        return self._read_of(call, "chronics", handle, lambda act, psn_no: chronic.page(act, psn_no, cursor, limit))

    def chronic(self, call: Call, handle: str, chronic_id: str) -> Reply[Chronic]:
        from wallet_cli.platform.service import chronic

        return self._read_of(call, "chronic", handle, lambda act, psn_no: chronic.show(act, psn_no, chronic_id))

    def claim(self, call: Call, handle: str, request: ClaimRequest) -> Reply[Claim]:
        from wallet_cli.platform.service import claims

        return self._change_of(
            call, "claim", handle, lambda: (handle, request), lambda act, psn_no: claims.open_(act, psn_no, request)
        )

    def claims(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Claim]]:
        from wallet_cli.platform.service import claims

        return self._read_of(call, "claims", handle, lambda act, psn_no: claims.page(act, psn_no, cursor, limit))

    def claim_of(self, call: Call, handle: str, claim_id: str) -> Reply[Claim]:
        from wallet_cli.platform.service import claims

        return self._read_of(call, "claim_of", handle, lambda act, psn_no: claims.show(act, psn_no, claim_id))

    def withdraw_claim(self, call: Call, handle: str, claim_id: str) -> Reply[Claim]:
        from wallet_cli.platform.service import claims

        return self._change_of(
            call,
            "withdraw_claim",
            handle,
            lambda: (handle, claim_id),
            lambda act, psn_no: claims.withdraw(act, psn_no, claim_id),
        )
