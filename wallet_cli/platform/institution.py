"""The face a hospital's or pharmacy's terminal talks to.

Rules of this room: no rules of its own; requests are scoped to the institution, acts audited with their operator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.errors import InstitutionUnknown
from wallet_cli.platform.engine import Engine
from wallet_cli.platform.service import codes, register, settling
from wallet_cli.platform.service.act import Act, bounded
from wallet_cli.platform.service.idempotency import request_lookup
from wallet_cli.ports import InstitutionCredential

if TYPE_CHECKING:
    from wallet_cli.domain.settlement import Bill, Settlement
    from wallet_cli.ports import Call, Presented, Reply, Verified

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

        return self._engine.change(
            call,
            "verify",
            lambda _: credential.fixmedins_code,
            lambda: (credential.terminal, code[:MAX_TEXT], scene[:MAX_TEXT]),
            rule,
        )

    def settle(self, call: Call, presented: Presented, bill: Bill, *, preview: bool) -> Reply[Settlement]:
        credential = _credential(call)

        def rule(act: Act, caller: str) -> Settlement:
            request = request_lookup(act, caller, settling.OPERATION, call.key or "")
            settlement = settling.settle(act, credential, presented, bill, preview=preview, request=request)
            register.audit(act, credential.operator, "preview" if preview else "settle", settlement.mdtrt_id)
            return settlement

        return self._engine.change(
            call,
            settling.OPERATION,
            lambda _: credential.fixmedins_code,
            lambda: (credential.terminal, presented, bill, preview),
            rule,
        )

    def query(self, call: Call, setl_id: str | None, idempotency_key: str | None) -> Reply[Settlement]:
        credential = _credential(call)
        return self._engine.read(call, lambda act: settling.query(act, credential, setl_id, idempotency_key))


def _credential(call: Call) -> InstitutionCredential:
    if not isinstance(call.credential, InstitutionCredential):
        raise InstitutionUnknown(institution="")
    bounded(call.credential.fixmedins_code, "fixmedins_code", MAX_TEXT)
    bounded(call.credential.terminal, "terminal", MAX_TEXT)
    bounded(call.credential.operator, "operator", MAX_TEXT)
    return call.credential
