"""The fund's part of a bill: scope, deductible, tiers and caps of the fees that count in one year, each step explained.

Rules of this room: `payers`, which calls it. Pure; all money is integer fen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wallet_cli.domain.bill import FULL, Category, Fee
from wallet_cli.domain.policy import Ages, Over, Part, Per, Policy, Reach, TreatmentClass
from wallet_cli.domain.settlement import Step
from wallet_cli.domain.standing import State, Visit, YearUse

_NOTHING = YearUse()
# Names of the enums' members that every bill passes: looking one up in its enum takes as long as several additions.
_CLASS_B, _OVER_LIMIT, _OWN = Part.CLASS_B, Part.OVER_LIMIT, Part.OWN
_DEDUCTIBLE, _COPAY, _OVER_CAP = Part.DEDUCTIBLE, Part.COPAY, Part.OVER_CAP
_PER_YEAR, _OVER_YEAR = Per.YEAR, Over.YEAR
_B, _C = Category.B, Category.C
_NO_PARTS = dict.fromkeys(Part, 0)
Values = dict[str, int | str]


class Run:
    """The figures of one bill while it is being settled. `uses`: of the years touched and the state's own, so
    far; `before`: of the same years, at first."""

    __slots__ = (
        "before",
        "bill_left",
        "fund",
        "in_scope",
        "parts",
        "policy",
        "reach",
        "state",
        "stay",
        "steps",
        "uses",
        "visit",
        "visit_used",
        "years",
    )

    def __init__(self, policy: Policy, state: State, visit: Visit, years: Mapping[int, YearUse], reach: Reach) -> None:
        self.policy, self.state, self.visit, self.years, self.reach = policy, state, visit, years, reach
        self.steps: list[Step] = []
        self.parts = _NO_PARTS.copy()
        self.uses = {state.year: state.use}
        self.before = dict(self.uses)
        self.in_scope = self.fund = 0
        self.visit_used, self.stay = state.visit_deductible_used_fen, state.visit_stay
        self.bill_left: int | None = None

    def use(self, year: int) -> YearUse:
        """The use of a year so far."""
        if year not in self.uses:
            self.uses[year] = self.before[year] = self.years.get(year, _NOTHING)
        return self.uses[year]

    def count_stay(self, year: int) -> None:
        """The visit's first inpatient bill makes it the next stay of its year."""
        if not self.stay:
            use = self.use(year)
            self.stay = use.stays + 1
            self.uses[year] = use._replace(stays=self.stay)

    def after(self, balance: int | None) -> State:
        """The state afterwards."""
        use = self.use(self.state.year)
        return State(
            self.state.year,
            use.deductible_used_fen,
            use.pool_used_fen,
            balance,
            self.visit_used,
            use.stays,
            use.tallies,
            self.stay,
        )


def one_year(run: Run, rules: TreatmentClass, bracket: Ages, year: int, fees: Sequence[Fee], mark: Values) -> None:
    """Scope, deductible, tiers and caps of the fees that count in one year."""
    use, parts = run.use(year), run.parts
    in_scope = _scope(run, fees, mark)
    dedc = _deductible(run, rules, bracket, in_scope, use, mark)
    above = in_scope - dedc
    start = use.tallies.get(rules.above_tally, 0) if rules.tiers_over is _OVER_YEAR else 0
    asked = _by_tiers(run, rules, bracket, start, above, mark)
    fund = _capped(run, rules, use, asked, mark)
    run.steps.append(Step("fund", fund, mark))
    run.in_scope += in_scope
    run.fund += fund
    parts[_DEDUCTIBLE] += dedc
    parts[_COPAY] += above - asked
    parts[_OVER_CAP] += asked - fund
    yearly = rules.deductible_per is _PER_YEAR
    if not yearly:
        run.visit_used += dedc
    added: dict[str, int] = {}
    if rules.tiers_over is _OVER_YEAR and above:
        added[rules.above_tally] = start + above
    if rules.cap_fen is not None and fund:
        added[rules.fund_tally] = use.tallies.get(rules.fund_tally, 0) + fund
    run.uses[year] = YearUse(
        use.deductible_used_fen + (dedc if yearly else 0),
        use.pool_used_fen + fund,
        use.stays,
        {**use.tallies, **added} if added else use.tallies,
    )


def _scope(run: Run, fees: Sequence[Fee], mark: Values) -> int:
    """What is in scope. Off each line first what is over its limit, then the own ratio."""
    total = over = own = 0
    b, c = _B, _C
    lines_b: dict[int, list[int]] = {}
    for fee in fees:
        amount = fee.amount_fen
        total += amount
        category = fee.category
        if category is c:
            own += amount
            continue
        above = fee.over_limit_fen
        over += above
        if category is b:
            lines_b.setdefault(fee.own_ratio_permyriad, []).append(amount - above)
    steps, parts = run.steps, run.parts
    if own:
        steps.append(Step("own", own, mark))
        parts[_OWN] += own
    if over:
        steps.append(Step("over_limit", over, mark))
        parts[_OVER_LIMIT] += over
    shares = 0
    for ratio, bases in lines_b.items():
        # Line by line, half up.
        share = sum([(base * ratio + FULL // 2) // FULL for base in bases])
        shares += share
        values = {"fees": len(bases), "of_fen": sum(bases), "ratio_permyriad": ratio, **mark}
        steps.append(Step("class_b", share, values))
    parts[_CLASS_B] += shares
    in_scope = total - own - over - shares
    steps.append(Step("in_scope", in_scope, mark))
    return in_scope


def _share(fen: int, ratio_permyriad: int) -> int:
    # Half up: 0.5 fen is 1 fen.
    return (fen * ratio_permyriad + FULL // 2) // FULL


def _deductible(run: Run, rules: TreatmentClass, bracket: Ages, in_scope: int, use: YearUse, mark: Values) -> int:
    """What of the in-scope amount the patient bears before the fund begins."""
    level = run.visit.level
    full = bracket.deductible_fen[level]
    values: Values = {"per": rules.deductible_per.value}
    used = use.deductible_used_fen if rules.deductible_per is _PER_YEAR else run.visit_used
    if run.stay > 1 and bracket.later_deductible_fen:
        full = bracket.later_deductible_fen[min(run.stay - 2, len(bracket.later_deductible_fen) - 1)][level]
        values["stay"] = run.stay
    met = min(in_scope, max(0, full - used))
    if full or "stay" in values:
        run.steps.append(Step("deductible", met, {**values, "full_fen": full, "used_fen": used, **mark}))
    return met


def _by_tiers(run: Run, rules: TreatmentClass, bracket: Ages, start: int, above: int, mark: Values) -> int:
    """The fund's share, before the caps, of what is `above` the deductible, counted from `start` on."""
    cut, level = run.policy.cut_permyriad[run.reach], run.visit.level
    asked, end = 0, start + above
    for tier in bracket.tiers:
        if end <= tier.from_fen:
            break
        part = (end if tier.to_fen is None else min(end, tier.to_fen)) - max(start, tier.from_fen)
        if part <= 0:
            continue
        listed = tier.ratio_permyriad[level]
        ratio = max(0, listed - cut)
        share = _share(part, ratio)
        asked += share
        values: Values = {"from_fen": tier.from_fen, "of_fen": part, "ratio_permyriad": ratio, **mark}
        if tier.to_fen is not None:
            values["to_fen"] = tier.to_fen
        if rules.tiers_over is _OVER_YEAR:
            values["before_fen"] = start
        if cut:
            values |= {"listed_permyriad": listed, "cut_permyriad": cut, "reach": run.reach.value}
        run.steps.append(Step("tier", share, values))
    return asked


def _capped(run: Run, rules: TreatmentClass, use: YearUse, asked: int, mark: Values) -> int:
    """What is left of the fund's share under the caps of the bill, of the class and of the year."""
    fund, steps = asked, run.steps
    if run.bill_left is not None and rules.bill_cap_fen is not None:
        if fund > run.bill_left:
            cap = rules.bill_cap_fen[run.visit.level]
            steps.append(Step("bill_cap", fund - run.bill_left, {"cap_fen": cap, "asked_fen": fund, **mark}))
            fund = run.bill_left
        run.bill_left -= fund
    if rules.cap_fen is not None:
        fund = _under(run, "class_cap", rules.cap_fen, use.tallies.get(rules.fund_tally, 0), fund, mark)
    return _under(run, "cap", run.policy.cap_fen, use.pool_used_fen, fund, mark)


def _under(run: Run, rule: str, cap: int, used: int, asked: int, mark: Values) -> int:
    left = max(0, cap - used)
    if asked <= left:
        return asked
    run.steps.append(Step(rule, asked - left, {"cap_fen": cap, "left_fen": left, "asked_fen": asked, **mark}))
    return left
