"""The citizen's face for recognitions of chronic disease and manual claims: see `citizen`.

Rules of this room: no rules of its own; the caller's proof names the operation, which is the method's name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from wallet_cli.domain.chronic import Chronic
    from wallet_cli.domain.claim import Claim, ClaimRequest
    from wallet_cli.domain.papers import Paper
    from wallet_cli.platform.service.act import Act
    from wallet_cli.ports import Call, Page, Reply

T = TypeVar("T")


class ClaimsFace:
    """ports.treatment.ChronicDiseases and Claims; a base of CitizenFace."""

    if TYPE_CHECKING:

        def _read(self, call: Call, operation: str, rule: Callable[[Act, str], T]) -> Reply[T]: ...

        def _change(
            self, call: Call, operation: str, body: Callable[[], object], rule: Callable[[Act, str], T]
        ) -> Reply[T]: ...

    def recognise(self, call: Call, handle: str, disease: str, papers: tuple[Paper, ...]) -> Reply[Chronic]:
        from wallet_cli.platform.service import chronic, vouchers

        return self._change(
            call,
            "recognise",
            lambda: (handle, disease, papers),
            lambda act, caller: chronic.apply(act, vouchers.own(act, caller, handle).psn_no, disease, papers),
        )

    def chronics(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Chronic]]:
        from wallet_cli.platform.service import chronic, vouchers

        return self._read(
            call,
            "chronics",
            lambda act, caller: chronic.page(act, vouchers.own(act, caller, handle).psn_no, cursor, limit),
        )

    def chronic(self, call: Call, handle: str, chronic_id: str) -> Reply[Chronic]:
        from wallet_cli.platform.service import chronic, vouchers

        return self._read(
            call,
            "chronic",
            lambda act, caller: chronic.show(act, vouchers.own(act, caller, handle).psn_no, chronic_id),
        )

    def claim(self, call: Call, handle: str, request: ClaimRequest) -> Reply[Claim]:
        from wallet_cli.platform.service import claims, vouchers

        return self._change(
            call,
            "claim",
            lambda: (handle, request),
            lambda act, caller: claims.open_(act, vouchers.own(act, caller, handle).psn_no, request),
        )

    def claims(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Claim]]:
        from wallet_cli.platform.service import claims, vouchers

        return self._read(
            call,
            "claims",
            lambda act, caller: claims.page(act, vouchers.own(act, caller, handle).psn_no, cursor, limit),
        )

    def claim_of(self, call: Call, handle: str, claim_id: str) -> Reply[Claim]:
        from wallet_cli.platform.service import claims, vouchers

        return self._read(
            call,
            "claim_of",
            lambda act, caller: claims.show(act, vouchers.own(act, caller, handle).psn_no, claim_id),
        )

    def withdraw_claim(self, call: Call, handle: str, claim_id: str) -> Reply[Claim]:
        from wallet_cli.platform.service import claims, vouchers

        return self._change(
            call,
            "withdraw_claim",
            lambda: (handle, claim_id),
            lambda act, caller: claims.withdraw(act, vouchers.own(act, caller, handle).psn_no, claim_id),
        )
