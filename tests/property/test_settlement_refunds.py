"""Properties of refunds: what goes back is never less than nothing, a full one restores everything, parts come to the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from property.settlements import AIDS, EXACT, POLICIES, STATES, VISITS, YEARS, any_bills
from refunds_kit import taken_off

from wallet_cli.domain.bill import Bill, Fee
from wallet_cli.domain.policy import Policy
from wallet_cli.domain.refund import AMOUNTS, Basis, Refund, difference, refund, remaining
from wallet_cli.domain.settlement import Outcome
from wallet_cli.errors import RefundTooLarge

BASES = st.builds(
    lambda state, visit, aids, years, advance: Basis(state, visit, tuple(aids), tuple(years.items()), advance),
    STATES,
    VISITS,
    AIDS,
    YEARS,
    st.booleans(),
)


@st.composite
def parts(draw: st.DrawFn, bill: Bill) -> Bill:
    """A part of a bill, as a terminal would name it: some of its lines, each whole or not, each once."""
    lines: list[Fee] = []
    for fee in bill.fees:
        if draw(st.booleans()):
            amount = draw(st.one_of(st.just(fee.amount_fen), st.integers(0, fee.amount_fen)))
            over = draw(st.one_of(st.just(0), st.integers(0, min(amount, fee.over_limit_fen))))
            lines.append(fee._replace(amount_fen=amount, over_limit_fen=over))
    return bill._replace(fees=tuple(lines))


def as_before(outcome: Outcome, taken: Refund, basis: Basis) -> bool:
    """Whether state and years are, to the last figure, what they were before the bill."""
    state, years = taken_off(taken, outcome.state, outcome.years)
    known = {year: use for year, use in outcome.years_before.items() if year in years}
    return state == basis.state and years == known


@EXACT
@given(any_bills(), POLICIES, BASES)
def test_a_full_refund_restores_everything(bill: Bill, policy: Policy, basis: Basis) -> None:
    outcome = basis.settle(bill, policy)
    taken = refund(bill, bill, policy, basis)
    assert taken.whole
    assert [getattr(taken, name) for name in AMOUNTS] == [getattr(outcome, name) for name in AMOUNTS]
    assert taken.aids == outcome.aids
    assert as_before(outcome, taken, basis)
    # And the same bill again is settled as if it had never been given back.
    state, years = taken_off(taken, outcome.state, outcome.years)
    again = Basis(state, basis.visit, basis.aids, tuple({**dict(basis.years), **years}.items()), basis.advance)
    assert again.settle(bill, policy) == outcome


@EXACT
@given(any_bills(), POLICIES, BASES, st.data())
def test_what_remains_stands_as_if_nothing_else_had_been_billed(
    bill: Bill, policy: Policy, basis: Basis, data: st.DataObject
) -> None:
    outcome = basis.settle(bill, policy)
    returned = data.draw(parts(bill))
    taken = refund(bill, returned, policy, basis)
    rest = remaining(bill, returned)
    assert taken.medfee_sumamt_fen == sum(fee.amount_fen for fee in returned.fees)
    if rest is None:
        assert as_before(outcome, taken, basis)
        return
    alone = basis.settle(rest, policy)
    state, years = taken_off(taken, outcome.state, outcome.years)
    assert state == alone.state
    assert {**outcome.years, **years} == alone.years
    assert [getattr(outcome, name) - getattr(taken, name) for name in AMOUNTS] == [
        getattr(alone, name) for name in AMOUNTS
    ]


@EXACT
@given(any_bills(), POLICIES, BASES, st.data())
def test_no_pot_ever_pays_for_a_refund(bill: Bill, policy: Policy, basis: Basis, data: st.DataObject) -> None:
    taken = refund(bill, data.draw(parts(bill)), policy, basis)
    assert min(getattr(taken, name) for name in AMOUNTS) >= 0
    assert taken.recover_fen >= 0
    assert taken.visit_deductible_used_fen >= 0
    assert taken.medfee_sumamt_fen == (
        taken.fund_pay_sumamt_fen + taken.acct_pay_fen + taken.acct_mulaid_pay_fen + taken.psn_cash_pay_fen
    )
    assert taken.acct_mulaid_pay_fen == sum(aid.paid_fen for aid in taken.aids)
    assert all(aid.paid_fen > 0 for aid in taken.aids)
    for off in taken.years.values():
        assert min(off.deductible_used_fen, off.pool_used_fen, off.stays, *off.tallies.values(), 0) == 0
    assert sum(off.pool_used_fen for off in taken.years.values()) == taken.fund_pay_sumamt_fen


@EXACT
@given(any_bills(), POLICIES, BASES, st.data())
def test_two_parts_come_to_the_whole(bill: Bill, policy: Policy, basis: Basis, data: st.DataObject) -> None:
    first = data.draw(parts(bill))
    rest = remaining(bill, first)
    steps = [refund(bill, first, policy, basis)]
    if rest is not None:
        steps.append(refund(rest, rest, policy, basis))
    whole = refund(bill, bill, policy, basis)
    for name in (*AMOUNTS, "recover_fen", "visit_deductible_used_fen", "visit_stay"):
        assert sum(getattr(step, name) for step in steps) == getattr(whole, name)
    outcome = basis.settle(bill, policy)
    state, years = outcome.state, dict(outcome.years)
    for step in steps:
        state, changed = taken_off(step, state, years)
        years |= changed
    assert (state, years) == (basis.state, dict(outcome.years_before))


@EXACT
@given(any_bills(), st.integers(0, 11), st.integers(1, 1_000))
def test_more_than_was_billed_is_refused(bill: Bill, line: int, more: int) -> None:
    fee = bill.fees[line % len(bill.fees)]
    left = sum(one.amount_fen for one in bill.fees if (one.name, one.category) == (fee.name, fee.category))
    returned = Fee(fee.name, fee.category, left + more)
    with pytest.raises(RefundTooLarge) as caught:
        remaining(bill, bill._replace(fees=(returned,)))
    assert caught.value.data == {"path": "/fees/0/amount_fen", "left_fen": left, "asked_fen": left + more}


@EXACT
@given(any_bills(), POLICIES, BASES)
def test_nothing_returned_gives_nothing_back(bill: Bill, policy: Policy, basis: Basis) -> None:
    outcome = basis.settle(bill, policy)
    taken = difference(outcome, outcome)
    assert not any(getattr(taken, name) for name in AMOUNTS)
    assert (taken.years, taken.aids, taken.whole) == ({}, (), False)
