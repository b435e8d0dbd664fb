"""Giving back: refunds of a settlement, whole or in part, and the reversal of one whose outcome cannot be known.

Rules of this room: see `service`. The arithmetic is `domain.refund`'s. What goes back goes to where it came from: the
settlement's own year, visit and account. A refund is a settlement of its own with negative amounts; a reversed
settlement stays as a line that counts for nothing, and its request is never carried out again.
"""

from __future__ import annotations

from wallet_cli.domain import refund as rules
from wallet_cli.domain.bill import TreatmentType
from wallet_cli.domain.policy import Per
from wallet_cli.domain.refund import Refund
from wallet_cli.domain.settlement import Bill, Settlement, SettlementState, YearUse
from wallet_cli.errors import (
    BillInvalid,
    IdempotencyMismatch,
    RefundWhole,
    SettlementRefunded,
    SettlementReversed,
    SettlementUnknown,
)
from wallet_cli.platform.service import aid, codes, places, register, settling, used, visits
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.service.settling import Kept, Left
from wallet_cli.platform.sql import money as q
from wallet_cli.ports import InstitutionCredential, Reversal


def refund(
    act: Act, credential: InstitutionCredential, setl_id: str, returned: Bill | None, request: bytes
) -> Settlement:
    """Gives back what is returned, or all that is left. Errors as ports.Institution.refund."""
    at = codes.terminal(act, credential)
    kept = settling.find(act, at, setl_id)
    settling.check_not_reversed(act, request)
    earlier = _earlier(act, kept, returned, request)
    if earlier is not None:
        return earlier
    original = settling.opened_row(act, kept)
    _check_standing(original)
    left = _left(act, kept, original)
    back, rest = _part(act, original, left, returned)
    _give_back(act, kept, original, back)
    made = back.record(
        original,
        setl_id="R" + act.word(20),
        setl_time=act.now,
        balc_fen=register.find(act, kept.psn_no).balance,
    )
    settling.add(act, made, kept.psn_no, request, left=None)
    state = SettlementState.REFUNDED if rest is None else SettlementState.PARTLY_REFUNDED
    settling.set_state(act, original, state, rest)
    aid.give_back(act, original.setl_id, back.aids)
    return made


def reverse(act: Act, credential: InstitutionCredential, setl_id: str | None, key: str | None) -> Reversal:
    """Undoes a settlement whole; a request that was never seen is remembered. Errors as ports.Institution.reverse."""
    at = codes.terminal(act, credential)
    if setl_id is not None:
        kept = settling.find(act, at, setl_id)
        return _reverse(act, kept)
    if not key:
        raise SettlementUnknown(id="")
    asked = settling.requests(act, at, key)
    found = settling.requested(act, at, asked)
    if found is not None:
        return _reverse(act, found)
    changed = [act.run(q.ADD_REVERSED, request=one, institution=at.fixmedins_code, now=act.now) for one in asked]
    return Reversal(any(changed), None)


def _reverse(act: Act, kept: Kept) -> Reversal:
    original = settling.opened_row(act, kept)
    if original.state is SettlementState.REVERSED:
        return Reversal(False, original)
    if original.refund_of is not None:
        raise SettlementRefunded(id=original.setl_id, reason="refund")
    if original.state is not SettlementState.SETTLED:
        raise SettlementRefunded(id=original.setl_id, state=original.state.value)
    _give_back(act, kept, original, _left(act, kept, original).whole)
    aid.give_back(act, original.setl_id, original.aids)
    # A late repeat of the request must find neither its kept answer nor a free way.
    act.run(q.FORGET_ANSWER, request=kept.request_lookup)
    act.run(q.ADD_REVERSED, request=kept.request_lookup, institution=kept.fixmedins_code, now=act.now)
    return Reversal(True, settling.set_state(act, original, SettlementState.REVERSED, None))


def _earlier(act: Act, kept: Kept, returned: Bill | None, request: bytes) -> Settlement | None:
    """What this very request has led to: kept answers are forgotten after a time, refunds never.

    Raises IdempotencyMismatch for another settlement's or another amount's."""
    row = act.row(q.BY_REQUEST, institution=kept.fixmedins_code, request=request)
    if row is None:
        return None
    found = settling.opened_row(act, Kept(*row))
    of_another = found.refund_of != kept.setl_id
    if of_another or (
        returned is not None and sum(fee.amount_fen for fee in returned.fees) != -found.medfee_sumamt_fen
    ):
        raise IdempotencyMismatch
    return found


def _check_standing(original: Settlement) -> None:
    """Raises SettlementReversed, SettlementRefunded."""
    if original.state is SettlementState.REVERSED:
        raise SettlementReversed(id=original.setl_id)
    if original.refund_of is not None:
        raise SettlementRefunded(id=original.setl_id, reason="refund")
    if original.state is SettlementState.REFUNDED:
        raise SettlementRefunded(id=original.setl_id, state=original.state.value)


def _part(act: Act, original: Settlement, left: Left, returned: Bill | None) -> tuple[Refund, Left | None]:
    """(what goes back, what is left then; None for nothing). Raises RefundTooLarge, RefundWhole, BillInvalid."""
    if returned is None:
        return left.whole, None
    settling.check_bill(returned)
    if returned.med_type is not original.med_type:
        raise BillInvalid(path="/med_type", reason="value")
    if not any(fee.amount_fen for fee in returned.fees):
        raise BillInvalid(path="/fees", reason="empty")
    if left.bill is None or left.basis is None:
        raise RefundWhole(id=original.setl_id, institution=original.fixmedins_code)
    rest = rules.remaining(left.bill, returned)
    if rest is None:
        return left.whole, None
    policy = places.policy(original.insuplc_admdvs, original.insutype)
    before, after = left.basis.settle(left.bill, policy), left.basis.settle(rest, policy)
    if rules.difference(before, None) != left.whole:
        # The place's policy has changed since: a part can no longer be reckoned by the one that was in force.
        raise RefundWhole(id=original.setl_id, institution=original.fixmedins_code)
    return rules.difference(before, after), Left.of(rest, left.basis, rules.difference(after, None))


def _left(act: Act, kept: Kept, original: Settlement) -> Left:
    return settling.left_of(act, kept) or _left_of_format_1(original)


def _left_of_format_1(original: Settlement) -> Left:
    """All of a settlement that kept nothing but its amounts."""
    policy = places.policy(original.insuplc_admdvs, original.insutype)
    yearly = policy.classes[original.med_type].deductible_per is Per.YEAR
    met = original.act_pay_dedc_fen
    use = YearUse(met if yearly else 0, original.fund_pay_sumamt_fen)
    amounts = {name: getattr(original, name) for name in rules.AMOUNTS}
    back = Refund(
        **amounts,
        aids=(),
        recover_fen=0,
        years={original.setl_time.year(): use},
        visit_deductible_used_fen=0 if yearly else met,
        visit_stay=0,
        whole=True,
    )
    return Left.of(None, None, back)


def _give_back(act: Act, kept: Kept, original: Settlement, back: Refund) -> None:
    """Takes it off the year's and the visit's figures and puts it into the account it came from."""
    used.take_back(act, kept.psn_no, original.insutype, back.years.items())
    if back.acct_pay_fen:
        act.run(q.CHANGE_BALANCE, psn_no=kept.psn_no, amount=back.acct_pay_fen)
    act.run(
        q.GIVE_BACK_VISIT,
        mdtrt_id=original.mdtrt_id,
        deductible=back.visit_deductible_used_fen,
        stay=back.visit_stay,
    )
    if back.whole and original.med_type is TreatmentType.INPATIENT:
        visits.close(act, original.mdtrt_id, None)
