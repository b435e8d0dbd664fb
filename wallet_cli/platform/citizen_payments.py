"""The face a person's device talks to: bills that an institution sent.

Rules of this room: those of `citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace
from wallet_cli.platform.service import proofs as possession

if TYPE_CHECKING:
    from wallet_cli.domain.payment import PaymentRequest
    from wallet_cli.ports import Call, Page, Proof, Reply


class PaymentsFace(DeviceFace):
    """ports.treatment.Payments over the engine."""

    def payments(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[PaymentRequest]]:
        from wallet_cli.platform.service import payments

        return self._read(call, "payments", lambda act, caller: payments.page(act, caller, handle, cursor, limit))

    def payment(self, call: Call, handle: str, bill_id: str) -> Reply[PaymentRequest]:
        from wallet_cli.platform.service import payments

        return self._read(call, "payment", lambda act, caller: payments.show(act, caller, handle, bill_id))

    def confirm_payment(self, call: Call, handle: str, bill_id: str, proof: Proof) -> Reply[PaymentRequest]:
        from wallet_cli.platform.service import payments

        return self._change(
            call,
            "confirm_payment",
            lambda: (handle, bill_id[:64], possession.digestible(proof)),
            lambda act, caller: payments.confirm(act, caller, handle, bill_id, proof),
        )
