"""The face of the agency's staff: the register, institutions, the counter. Every change is audited with its operator.

Rules of this room: no rules of its own; a person is named by psn_no, or by anything that finds exactly one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from wallet_cli.errors import SignInNeeded
from wallet_cli.platform.engine import Engine
from wallet_cli.platform.service import register
from wallet_cli.platform.service.act import Act, bounded
from wallet_cli.ports import OperatorCredential

if TYPE_CHECKING:
    from wallet_cli.domain.claim import Claim
    from wallet_cli.domain.review import Review
    from wallet_cli.domain.voucher import Channel
    from wallet_cli.ports import (
        Call,
        InstitutionInfo,
        Offer,
        Page,
        PersonChange,
        PersonDraft,
        PersonView,
        Reply,
        ResetCode,
    )

T = TypeVar("T")
MAX_OPERATOR = 64


class AgencyFace:
    """ports.Agency over the engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def _read(self, call: Call, rule: Callable[[Act], T]) -> Reply[T]:
        _operator(call)
        return self._engine.read(call, rule)

    def _change(self, call: Call, operation: str, body: object, rule: Callable[[Act], tuple[T, str]]) -> Reply[T]:
        """`rule` gives the answer and whom the audit names: a psn_no or an institution's code."""
        operator = _operator(call)

        def audited(act: Act, _: str) -> T:
            answer, subject = rule(act)
            register.audit(act, operator, operation, subject)
            return answer

        return self._engine.change(call, operation, lambda act: f"operator:{operator}", lambda: body, audited)

    def add_person(self, call: Call, draft: PersonDraft) -> Reply[PersonView]:
        from wallet_cli.platform.service import people

        def rule(act: Act) -> tuple[PersonView, str]:
            row = people.draft(act, draft)
            return people.view(act, row), row.psn_no

        return self._change(call, "add_person", draft, rule)

    def change_person(self, call: Call, person: str, change: PersonChange) -> Reply[PersonView]:
        from wallet_cli.platform.service import people

        def rule(act: Act) -> tuple[PersonView, str]:
            row = register.change(act, register.search(act, person), change)
            return people.view(act, row), row.psn_no

        return self._change(call, "change_person", (person, change), rule)

    def person(self, call: Call, person: str) -> Reply[PersonView]:
        from wallet_cli.platform.service import people

        return self._read(call, lambda act: people.view(act, register.search(act, person)))

    def people(self, call: Call, *, cursor: str | None, limit: int) -> Reply[Page[PersonView]]:
        from wallet_cli.platform.service import people

        return self._read(call, lambda act: people.page(act, cursor, limit))

    def add_institution(self, call: Call, institution: InstitutionInfo) -> Reply[InstitutionInfo]:
        from wallet_cli.platform.service import institutions

        return self._change(
            call,
            "add_institution",
            institution,
            lambda act: (institutions.add(act, institution), institution.fixmedins_code),
        )

    def institutions(self, call: Call, *, cursor: str | None, limit: int) -> Reply[Page[InstitutionInfo]]:
        from wallet_cli.platform.service import institutions

        return self._read(call, lambda act: institutions.page(act, cursor, limit))

    def offer(self, call: Call, person: str, channel: Channel) -> Reply[Offer]:
        from wallet_cli.platform.service import counter

        def rule(act: Act) -> tuple[Offer, str]:
            row = register.search(act, person)
            return counter.offer(act, row.psn_no, channel), row.psn_no

        return self._change(call, "offer", (person, channel), rule)

    def reset_code(self, call: Call, person: str) -> Reply[ResetCode]:
        from wallet_cli.platform.service import counter

        def rule(act: Act) -> tuple[ResetCode, str]:
            row = register.search(act, person)
            return counter.reset_code(act, row.psn_no), row.psn_no

        return self._change(call, "reset_code", person, rule)

    def reviews(self, call: Call, *, pending: bool, cursor: str | None, limit: int) -> Reply[Page[Review]]:
        from wallet_cli.platform.service import reviews

        return self._read(call, lambda act: reviews.page(act, pending=pending, cursor=cursor, limit=limit))

    def review(self, call: Call, review_id: str) -> Reply[Review]:
        from wallet_cli.platform.service import reviews

        return self._read(call, lambda act: reviews.show(act, review_id))

    def decide(self, call: Call, review_id: str, *, approve: bool, reason: str) -> Reply[Review]:
        from wallet_cli.platform.service import reviews

        def rule(act: Act) -> tuple[Review, str]:
            decided = reviews.decide(act, review_id, approve=approve, reason=reason)
            return decided, decided.psn_no

        return self._change(call, "decide", (review_id, approve, reason), rule)

    def recover_claim(self, call: Call, claim_id: str, amount_fen: int) -> Reply[Claim]:
        from wallet_cli.platform.service import claims

        def rule(act: Act) -> tuple[Claim, str]:
            claim = claims.recover(act, claim_id, amount_fen)
            return claim, claim.psn_no

        return self._change(call, "recover_claim", (claim_id[:64], amount_fen), rule)


def _operator(call: Call) -> str:
    if not isinstance(call.credential, OperatorCredential):
        raise SignInNeeded
    return bounded(call.credential.operator, "operator", MAX_OPERATOR)
