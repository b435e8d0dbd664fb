"""Giving back a settled bill or a part of it (退费). Pure; all money is integer fen.

Rules of this room: what remains of the bill is settled again from where the bill was settled, and the difference goes
back. So a full refund restores every pot to the fen, parts given back one after another come to the same as the whole
at once, and what remains stands as if nothing else had ever been billed. Every difference is 0 or more: a bill with
less on it never costs anybody more. Bills settled in between stay as they are: a deductible met by the bill that goes
back is open again for the next one.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet_cli.domain.bill import Bill, Fee
from wallet_cli.domain.outcome import Outcome
from wallet_cli.domain.payers import settle
from wallet_cli.domain.policy import Policy
from wallet_cli.domain.settlement import AidPaid, Settlement, SettlementState, Step
from wallet_cli.domain.standing import Aid, State, Visit, YearUse
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import RefundTooLarge

_NOTHING = YearUse()


class Basis(Value):
    """What a bill was settled from: kept with the settlement, so that a part of it can be given back years later.

    `state`, `visit`, `aids`, `advance`: as `settle` was given them; `years`: the use of other years, as pairs.
    """

    state: State
    visit: Visit
    aids: tuple[Aid, ...] = ()
    years: tuple[tuple[int, YearUse], ...] = ()
    advance: bool = False

    def settle(self, bill: Bill, policy: Policy) -> Outcome:
        """The outcome of a bill from here."""
        return settle(bill, policy, self.state, self.visit, self.aids, dict(self.years), advance=self.advance)


class Refund(Value):
    """What goes back, amounts under their national names in fen, each 0 or more.

    `medfee_sumamt_fen` = `fund_pay_sumamt_fen` + `acct_pay_fen` + `acct_mulaid_pay_fen` + `psn_cash_pay_fen`. `aids`: to
    each giver, in the order they were asked. `recover_fen`: of the fund's part, no longer to be recovered. `years`: what
    to take off each year's use; `visit_deductible_used_fen`: off the visit's; `visit_stay`: the stay that the visit no
    longer is, 0 where it still is one or never was. `whole`: nothing of the bill remains.
    """

    medfee_sumamt_fen: int
    inscp_scp_amt_fen: int
    preselfpay_amt_fen: int
    overlmt_selfpay_fen: int
    fulamt_ownpay_amt_fen: int
    act_pay_dedc_fen: int
    hifp_pay_fen: int
    fund_pay_sumamt_fen: int
    acct_pay_fen: int
    acct_mulaid_pay_fen: int
    psn_cash_pay_fen: int
    aids: tuple[AidPaid, ...]
    recover_fen: int
    years: Mapping[int, YearUse]
    visit_deductible_used_fen: int
    visit_stay: int
    whole: bool

    def record(self, original: Settlement, *, setl_id: str, setl_time: Instant, balc_fen: int | None) -> Settlement:
        """The refund as a settlement of its own: `refund_of` the original, every amount 0 or less."""
        steps = [Step("refund", -self.medfee_sumamt_fen), Step("refund_fund", -self.fund_pay_sumamt_fen)]
        if self.acct_pay_fen:
            steps.append(Step("refund_account", -self.acct_pay_fen))
        steps += [Step("refund_aid", -aid.paid_fen, {"giver": aid.giver}) for aid in self.aids]
        steps.append(Step("refund_cash", -self.psn_cash_pay_fen))
        return original._replace(
            **{name: -getattr(self, name) for name in AMOUNTS},
            setl_id=setl_id,
            setl_time=setl_time,
            balc_fen=balc_fen,
            preview=False,
            steps=tuple(steps),
            state=SettlementState.SETTLED,
            refund_of=original.setl_id,
            aids=tuple(aid._replace(paid_fen=-aid.paid_fen) for aid in self.aids),
        )


AMOUNTS = tuple(name for name in Refund._fields[: Refund._fields.index("psn_cash_pay_fen") + 1])
"""The names of the amounts that a settlement and a refund share."""


def refund(bill: Bill, returned: Bill, policy: Policy, basis: Basis) -> Refund:
    """What goes back when `returned` is taken off `bill`: what is left of the original after earlier refunds
    (`remaining`). Raises RefundTooLarge."""
    rest = remaining(bill, returned)
    return difference(basis.settle(bill, policy), None if rest is None else basis.settle(rest, policy))


def remaining(bill: Bill, returned: Bill) -> Bill | None:
    """The bill without what is returned, None when nothing of it remains.

    A returned line is taken off the lines of the same name and category, and of the same day where it names one: off
    those with the same own ratio before others, among them off the very line before one that is or is not above its
    price limit like it, and else off the first ones first. What is above the price limit goes back as far as the
    returned line names it in `over_limit_fen`, and at least so far that no more than the rest of the amount is above
    it; what goes back by a line goes by its own ratio. What else stands on the returned bill is not looked at.

    Raises RefundTooLarge(path: of the returned line's figure, left_fen: what could go back, asked_fen).
    """
    left = [(fee.amount_fen, fee.over_limit_fen) for fee in bill.fees]
    for number, line in enumerate(returned.fees):
        _take(bill.fees, left, line, f"/fees/{number}")
    fees = tuple(
        fee._replace(amount_fen=amount, over_limit_fen=over)
        for fee, (amount, over) in zip(bill.fees, left, strict=True)
        if amount
    )
    return bill._replace(fees=fees) if fees else None


def _take(fees: tuple[Fee, ...], left: list[tuple[int, int]], line: Fee, path: str) -> None:
    matching = [number for number, fee in enumerate(fees) if _same(fee, line)]
    amounts, overs = (sum(left[number][part] for number in matching) for part in (0, 1))
    for name, asked, most in (
        ("amount_fen", line.amount_fen, amounts),
        ("over_limit_fen", line.over_limit_fen, overs),
    ):
        if asked > most:
            raise RefundTooLarge(path=f"{path}/{name}", left_fen=most, asked_fen=asked)
    very = (line.amount_fen, line.over_limit_fen)
    matching.sort(
        key=lambda number: (
            fees[number].own_ratio_permyriad != line.own_ratio_permyriad,
            left[number] != very,
            bool(left[number][1]) != bool(line.over_limit_fen),
        )
    )
    # First what is named as above the limit, from whichever line it is; then the rest of the amount.
    over, rest = line.over_limit_fen, line.amount_fen - line.over_limit_fen
    for number in matching:
        has, above = left[number]
        part = min(over, above)
        left[number] = (has - part, above - part)
        over -= part
    for number in matching:
        has, above = left[number]
        part = min(rest, has)
        left[number] = (has - part, min(above, has - part))
        rest -= part


def _same(fee: Fee, line: Fee) -> bool:
    return fee.name == line.name and fee.category is line.category and line.day in {None, fee.day}


def difference(before: Outcome, after: Outcome | None) -> Refund:
    """What goes back between two outcomes of the same basis, `after` being None when nothing remains."""
    amounts = {name: getattr(before, name) - (getattr(after, name) if after else 0) for name in AMOUNTS}
    kept = {number: aid.paid_fen for number, aid in enumerate(after.aids)} if after else {}
    aids = [aid._replace(paid_fen=aid.paid_fen - kept.get(number, 0)) for number, aid in enumerate(before.aids)]
    met, stay = after.visit_added if after else (0, 0)
    still = after.added if after else {}
    years = {year: use.minus(still.get(year, _NOTHING)) for year, use in before.added.items()}
    return Refund(
        **amounts,
        aids=tuple(aid for aid in aids if aid.paid_fen),
        recover_fen=before.recover_fen - (after.recover_fen if after else 0),
        years={year: use for year, use in years.items() if use != _NOTHING},
        visit_deductible_used_fen=before.visit_added[0] - met,
        visit_stay=before.visit_added[1] - stay,
        whole=after is None,
    )
