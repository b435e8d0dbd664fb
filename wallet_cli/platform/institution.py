"""The face a hospital's or pharmacy's terminal talks to.

Rules of this room: no rules of its own; requests are scoped to the institution, acts audited with their operator.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from wallet_cli.errors import InstitutionUnknown
from wallet_cli.platform.engine import Engine
from wallet_cli.platform.service import codes, register, settling
from wallet_cli.platform.service.act import Act, bounded
from wallet_cli.platform.service.idempotency import MAX_KEY, request_lookup
from wallet_cli.ports import InstitutionCredential

if TYPE_CHECKING:
    from wallet_cli.domain.payment import PaymentRequest
    from wallet_cli.domain.settlement import Bill, Settlement
    from wallet_cli.ports import Call, Presented, Reply, Reversal, Verified

T = TypeVar("T")
MAX_TEXT = 64


class InstitutionFace:
    """ports.Institution over the engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def verify(self, call: Call, code: str, scene: str) -> Reply[Verified]:
        credential = _credential(call)

        def rule(act: Act, _: str) -> Verified:
            verified = codes.verify(act, credential, code, scene)
            register.audit(act, credential.operator, "verify", verified.psn_no)
            return verified

        return self._change(call, "verify", (credential.terminal, code[:MAX_TEXT], scene[:MAX_TEXT]), rule)

    def settle(
        self,
        call: Call,
        presented: Presented,
        bill: Bill,
        *,
        preview: bool,
        mdtrt_id: str | None = None,
        agent: Presented | None = None,
    ) -> Reply[Settlement]:
        credential = _credential(call)

        def rule(act: Act, caller: str) -> Settlement:
            request = request_lookup(act, caller, settling.OPERATION, call.key or "")
            settlement = settling.settle(
                act, credential, presented, bill, preview=preview, request=request, mdtrt_id=mdtrt_id, agent=agent
            )
            what = "preview" if preview else "settle"
            register.audit(act, credential.operator, what if agent is None else f"{what}_for", settlement.mdtrt_id)
            return settlement

        body = (credential.terminal, presented, bill, preview, mdtrt_id, agent)
        return self._change(call, settling.OPERATION, body, rule)

    def query(self, call: Call, setl_id: str | None, idempotency_key: str | None) -> Reply[Settlement]:
        credential = _credential(call)
        return self._engine.read(call, lambda act: settling.query(act, credential, setl_id, idempotency_key))

    def refund(self, call: Call, setl_id: str, returned: Bill | None) -> Reply[Settlement]:
        from wallet_cli.platform.service import refunds

        credential = _credential(call)

        def rule(act: Act, caller: str) -> Settlement:
            request = request_lookup(act, caller, settling.REFUND, call.key or "")
            made = refunds.refund(act, credential, setl_id, returned, request)
            register.audit(act, credential.operator, "refund", made.setl_id)
            return made

        return self._change(call, settling.REFUND, (setl_id[:MAX_TEXT], returned), rule)

    def reverse(self, call: Call, setl_id: str | None, idempotency_key: str | None) -> Reply[Reversal]:
        from wallet_cli.platform.service import refunds

        credential = _credential(call)

        def rule(act: Act, _: str) -> Reversal:
            done = refunds.reverse(act, credential, setl_id, idempotency_key)
            subject = done.settlement.setl_id if done.settlement is not None else credential.fixmedins_code
            register.audit(act, credential.operator, "reverse", subject)
            return done

        return self._change(call, "reverse", ((setl_id or "")[:MAX_TEXT], (idempotency_key or "")[:MAX_KEY]), rule)

    def request_payment(
        self, call: Call, presented: Presented, bill: Bill, *, scene: str, life_s: int
    ) -> Reply[PaymentRequest]:
        from wallet_cli.platform.service import payments

        credential = _credential(call)

        def rule(act: Act, _: str) -> PaymentRequest:
            sent = payments.request(act, credential, presented, bill, scene=scene, life_s=life_s)
            register.audit(act, credential.operator, "request_payment", sent.bill_id)
            return sent

        return self._change(
            call, "request_payment", (credential.terminal, presented, bill, scene[:MAX_TEXT], life_s), rule
        )

    def withdraw_payment(self, call: Call, bill_id: str) -> Reply[PaymentRequest]:
        from wallet_cli.platform.service import payments

        credential = _credential(call)

        def rule(act: Act, _: str) -> PaymentRequest:
            taken = payments.withdraw(act, credential, bill_id)
            register.audit(act, credential.operator, "withdraw_payment", taken.bill_id)
            return taken

        return self._change(call, "withdraw_payment", bill_id[:MAX_TEXT], rule)

    def payment_status(self, call: Call, bill_id: str) -> Reply[PaymentRequest]:
        from wallet_cli.platform.service import payments

        credential = _credential(call)
        return self._engine.read(call, lambda act: payments.status(act, credential, bill_id))

    def _change(self, call: Call, operation: str, body: object, rule: Callable[[Act, str], T]) -> Reply[T]:
        """A change under the institution's own idempotency keys."""
        institution = _credential(call).fixmedins_code
        return self._engine.change(call, operation, lambda _: institution, lambda: body, rule)


def _credential(call: Call) -> InstitutionCredential:
    if not isinstance(call.credential, InstitutionCredential):
        raise InstitutionUnknown(institution="")
    code = call.credential.fixmedins_code
    if not 1 <= len(code) <= MAX_TEXT:
        raise InstitutionUnknown(institution=code[:MAX_TEXT])
    bounded(call.credential.terminal, "terminal", MAX_TEXT)
    bounded(call.credential.operator, "operator", MAX_TEXT)
    return call.credential
