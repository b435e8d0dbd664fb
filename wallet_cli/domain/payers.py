"""settle(bill, policy, state, visit) -> who pays what, each step explained. Pure; all money is integer fen.

Rules of this room: domain.md, "Settlement". A share that is not a whole fen is rounded half up, at two places only:
each class-B line's own share, and the fund's share of each tier. Every other amount is what is left of a sum, so that
every split adds up exactly. Others reach these names through `domain.settlement`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wallet_cli.domain.bill import Bill, Cause, Fee, TreatmentType
from wallet_cli.domain.chronic import CROSS_PROVINCE
from wallet_cli.domain.fund import Run, Values, one_year
from wallet_cli.domain.outcome import Outcome
from wallet_cli.domain.policy import AcrossYears, Part, Policy, Reach, TreatmentClass
from wallet_cli.domain.settlement import AidPaid, Step
from wallet_cli.domain.standing import Aid, State, Visit, YearUse

__all__ = ["ADVANCED", "Aid", "Outcome", "Part", "Policy", "Reach", "State", "Visit", "YearUse", "settle", "stand"]

ADVANCED = frozenset({Cause.WORK_INJURY, Cause.THIRD_PARTY})
"""Causes for which the fund may advance and then recover: somebody else is liable (Social Insurance Law, articles 30,
41 and 42). Public health and treatment abroad have nobody to recover from."""
_PARTS = (Part.CLASS_B, Part.OVER_LIMIT, Part.OWN, Part.DEDUCTIBLE, Part.COPAY, Part.OVER_CAP)
"""The patient's parts as they stand in Outcome."""
_NONE, _CHRONIC, _INPATIENT = Cause.NONE, TreatmentType.CHRONIC, TreatmentType.INPATIENT
_NO_YEARS: Mapping[int, YearUse] = {}
_NO_VALUES: Values = {}


def stand(bill: Bill, policy: Policy, visit: Visit) -> Reach:
    """How the visit stands to the insured place: what its ratios are cut by.

    In the insured city HOME, whatever was filed; elsewhere in the province by the place's `within_province`. Away, the
    filing's category; without one `other` where the place does not ask `other` to file, else UNFILED. An emergency
    (flagged by the institution, or med_type 13) counts as filed; with a filing in force the smaller cut of both holds,
    so that nobody loses by having filed.
    """
    if visit.at_home:
        return Reach.HOME
    emergency = bill.emergency or bill.med_type is TreatmentType.EMERGENCY
    if not visit.away:
        local = policy.within_province
        if local is None:
            return Reach.HOME
        filed = not local.filing_required or emergency or visit.filing is not None
        return Reach.PROVINCE if filed else Reach.PROVINCE_UNFILED
    cut = policy.cut_permyriad
    filing = visit.filing
    if filing is None:
        exempt = Reach.OTHER not in policy.filing_required
        filing = Reach.OTHER if exempt else Reach.UNFILED
        if emergency:
            return Reach.EMERGENCY if cut[Reach.EMERGENCY] <= cut[filing] else filing
        return filing
    return Reach.EMERGENCY if emergency and cut[Reach.EMERGENCY] < cut[filing] else filing


def settle(
    bill: Bill,
    policy: Policy,
    state: State,
    visit: Visit,
    aids: Sequence[Aid] = (),
    years: Mapping[int, YearUse] = _NO_YEARS,
    *,
    advance: bool = False,
) -> Outcome:
    """Splits a bill. `state`: of the settlement's year (State.in_year) and visit; `years`: the use of other years, which
    a stay across New Year and one settled after New Year need (a year that is not given has nothing used); `aids`: asked
    in the order given; `advance`: of what the law excludes, the fund advances what it may (manual claims only).

    total = in scope + class-B own share + over limit + fully own; the in-scope amount meets the deductible, the tiered
    ratio and the caps; what the fund leaves is paid by the own account, then by the givers, then in cash. Only a stay
    with admission and discharge looks at days; every other bill counts in the state's year.
    Total for every parsed bill and policy: no errors.
    """
    run = Run(policy, state, visit, years, stand(bill, policy, visit))
    total = sum([fee.amount_fen for fee in bill.fees])
    steps = run.steps
    steps.append(Step("total", total, {"fees": len(bill.fees)}))
    excluded = bill.cause is not _NONE
    if excluded and not (advance and bill.cause in ADVANCED):
        steps.append(Step("excluded", total, {"cause": bill.cause.value}))
        run.parts[Part.OWN] = total
        steps.append(Step("fund", 0, _NO_VALUES))
        payable, aids = 0, ()
    else:
        _fund(run, bill, total)
        payable = sum([run.parts[part] for part in policy.account_pays])
    if excluded and run.fund:
        steps.append(Step("advance", run.fund, {"cause": bill.cause.value}))
    return _outcome(run, bill.med_type, total, payable, aids, excluded)


def _outcome(
    run: Run, med_type: TreatmentType, total: int, payable: int, aids: Sequence[Aid], excluded: bool
) -> Outcome:
    fund, state = run.fund, run.state
    account, helped, cash = _personal(total - fund, payable, state.account_fen, aids, run.steps)
    balance = None if state.account_fen is None else state.account_fen - account
    class_b, over_limit, own, deductible, copay, over_cap = [run.parts[part] for part in _PARTS]
    return Outcome(
        med_type,
        total,
        run.in_scope,
        class_b,
        over_limit,
        own,
        deductible,
        copay,
        over_cap,
        fund,
        fund,
        account,
        sum([aid.paid_fen for aid in helped]) if helped else 0,
        cash,
        balance,
        helped,
        tuple(run.steps),
        run.after(balance),
        run.policy.policy_id,
        run.policy.illustrative,
        run.uses,
        state,
        run.before,
        run.reach,
        fund if excluded else 0,
    )


def _fund(run: Run, bill: Bill, total: int) -> None:
    """What the pooled fund pays, each year's part of the bill by itself."""
    rules = _rules(bill, run)
    bracket = rules.at(run.visit.age)
    if rules.bill_cap_fen is not None:
        run.bill_left = rules.bill_cap_fen[run.visit.level]
    portions = _by_year(bill, run, rules, total)
    for year, fees in portions:
        dated = len(portions) > 1 or year != run.state.year
        mark: Values = {"year": year} if dated else {}
        if len(portions) > 1:
            run.steps.append(Step("year", sum([fee.amount_fen for fee in fees]), {"fees": len(fees), **mark}))
        one_year(run, rules, bracket, year, fees, mark)
    if len(portions) > 1:
        run.steps.append(Step("fund_all", run.fund, _NO_VALUES))


def _rules(bill: Bill, run: Run) -> TreatmentClass:
    """The class a bill is settled by: a chronic one as outpatient where its disease is not recognised."""
    rules = run.policy.classes[bill.med_type]
    if bill.med_type is not _CHRONIC:
        return rules
    disease, visit = bill.disease, run.visit
    if disease is None and visit.recognised is None:
        return rules
    if disease is None or (visit.recognised is not None and disease not in visit.recognised):
        why = "person"
    elif disease not in run.policy.chronic_diseases:
        why = "place"
    elif visit.away and visit.direct and disease not in CROSS_PROVINCE:
        why = "province"
    else:
        return rules
    run.steps.append(Step("not_recognised", 0, {"disease": disease or "", "lacking": why}))
    return run.policy.classes[TreatmentType.OUTPATIENT]


def _by_year(bill: Bill, run: Run, rules: TreatmentClass, total: int) -> list[tuple[int, Sequence[Fee]]]:
    """The fees by the year they count in, oldest first. Counts the stay."""
    own = run.state.year
    if bill.med_type is not _INPATIENT:
        return [(own, bill.fees)]
    if bill.admission is None or bill.discharge is None:
        run.count_stay(own)
        return [(own, bill.fees)]
    first, last = int(bill.admission[:4]), int(bill.discharge[:4])
    split = rules.across_years is AcrossYears.SPLIT
    run.count_stay(first if split else last)
    if first == last:
        return [(last, bill.fees)]
    days: Values = {"admission": bill.admission, "discharge": bill.discharge}
    if not split:
        run.steps.append(Step("across_discharge", total, {**days, "year": last}))
        return [(last, bill.fees)]
    run.steps.append(Step("across_split", total, days))
    by_year: dict[int, list[Fee]] = {}
    for fee in bill.fees:
        by_year.setdefault(last if fee.day is None else int(fee.day[:4]), []).append(fee)
    return sorted(by_year.items(), key=lambda item: item[0])


def _personal(
    share: int, payable: int, balance: int | None, aids: Sequence[Aid], steps: list[Step]
) -> tuple[int, tuple[AidPaid, ...], int]:
    """(own account, givers, cash) of the patient's share, of which accounts may pay `payable`."""
    steps.append(Step("personal", share, _NO_VALUES))
    account = 0
    if balance is not None:
        account = min(payable, max(0, balance))
        steps.append(Step("account", account, {"balance_fen": balance, "payable_fen": payable}))
    left = payable - account
    helped: list[AidPaid] = []
    for aid in aids:
        may = aid.available_fen if aid.limit_fen is None else min(aid.available_fen, aid.limit_fen)
        paid = min(left, max(0, may))
        if paid:
            left -= paid
            helped.append(AidPaid(aid.giver, paid, aid.giver_no))
            steps.append(Step("mutual_aid", paid, {"giver": aid.giver, "available_fen": may}))
    cash = share - account - (sum([aid.paid_fen for aid in helped]) if helped else 0)
    steps.append(Step("cash", cash, _NO_VALUES))
    return account, tuple(helped), cash
