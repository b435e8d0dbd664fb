"""Properties of settlement over made-up policies, bills and states: exact sums, bounds, order, and strict reading."""

from __future__ import annotations

import json
import tomllib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from property.settlements import (
    AIDS,
    DISEASES,
    EXACT,
    POLICIES,
    STATES,
    VISITS,
    YEARS,
    amounts,
    any_bills,
    bills,
    decoded_policies,
    fees,
    stays,
)

import wallet_cli.render
from wallet_cli.domain.bill import Bill, Category, Cause, Fee, TreatmentType, parse_bill
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.policy import FILED, Part, Place, Policy, Reach, TreatmentClass
from wallet_cli.domain.settlement import Aid, Outcome, State, Visit, YearUse, settle
from wallet_cli.errors import BillInvalid, PolicyInvalid
from wallet_cli.platform import policies

SCHEMA = json.loads((Path(wallet_cli.render.__file__).parent / "schemas" / "bill.v1.json").read_text("utf-8"))


@EXACT
@given(any_bills(), POLICIES, STATES, VISITS, AIDS, YEARS, st.booleans())
def test_every_split_adds_up_and_keeps_its_bounds(
    bill: Bill,
    policy: Policy,
    state: State,
    visit: Visit,
    aids: list[Aid],
    years: dict[int, YearUse],
    advance: bool,
) -> None:
    out = settle(bill, policy, state, visit, aids, years, advance=advance)
    total = sum(fee.amount_fen for fee in bill.fees)
    out_of_scope = out.preselfpay_amt_fen + out.overlmt_selfpay_fen + out.fulamt_ownpay_amt_fen
    personal = out.acct_pay_fen + out.acct_mulaid_pay_fen + out.psn_cash_pay_fen
    assert out.medfee_sumamt_fen == total == out.inscp_scp_amt_fen + out_of_scope
    assert total == out.fund_pay_sumamt_fen + personal
    assert out.inscp_scp_amt_fen == out.act_pay_dedc_fen + out.copay_fen + out.overcap_fen + out.hifp_pay_fen
    assert min(amounts(out)) >= 0
    assert out.fund_pay_sumamt_fen == out.hifp_pay_fen <= out.inscp_scp_amt_fen - out.act_pay_dedc_fen
    left = [max(0, policy.cap_fen - use.pool_used_fen) for use in out.years_before.values()]
    assert out.hifp_pay_fen <= sum(left)
    assert out.years[state.year] == out.state.use
    assert out.years.keys() == out.years_before.keys() == out.added.keys()
    assert sum(added.pool_used_fen for added in out.added.values()) == out.hifp_pay_fen
    for added in out.added.values():
        assert min(added.deductible_used_fen, added.pool_used_fen, added.stays, *added.tallies.values(), 0) == 0
    excluded = bill.cause is not Cause.NONE
    assert out.recover_fen == (out.fund_pay_sumamt_fen if excluded else 0)
    if excluded and not out.recover_fen and not advance:
        assert out.psn_cash_pay_fen == out.fulamt_ownpay_amt_fen == total
    assert out.acct_pay_fen <= (state.account_fen or 0)
    assert out.acct_mulaid_pay_fen == sum(aid.paid_fen for aid in out.aids)
    assert out.acct_mulaid_pay_fen <= sum(
        min(aid.available_fen, aid.available_fen if aid.limit_fen is None else aid.limit_fen) for aid in aids
    )


@EXACT
@given(bills(), POLICIES, STATES, VISITS, AIDS)
def test_accounts_pay_only_the_parts_the_policy_names(
    bill: Bill, policy: Policy, state: State, visit: Visit, aids: list[Aid]
) -> None:
    out = settle(bill, policy, state, visit, aids)
    parts = {
        Part.DEDUCTIBLE: out.act_pay_dedc_fen,
        Part.COPAY: out.copay_fen,
        Part.OVER_CAP: out.overcap_fen,
        Part.CLASS_B: out.preselfpay_amt_fen,
        Part.OVER_LIMIT: out.overlmt_selfpay_fen,
        Part.OWN: out.fulamt_ownpay_amt_fen,
    }
    payable = sum(parts[part] for part in policy.account_pays)
    assert out.acct_pay_fen == min(payable, state.account_fen or 0)
    assert out.acct_pay_fen + out.acct_mulaid_pay_fen <= payable


@EXACT
@given(any_bills(), POLICIES, STATES, VISITS, AIDS, YEARS, st.booleans())
def test_the_explanation_is_the_arithmetic(
    bill: Bill,
    policy: Policy,
    state: State,
    visit: Visit,
    aids: list[Aid],
    years: dict[int, YearUse],
    advance: bool,
) -> None:
    out = settle(bill, policy, state, visit, aids, years, advance=advance)
    said: dict[str, int] = {}
    for step in out.steps:
        said[step.rule] = said.get(step.rule, 0) + step.amount_fen

    def of(rule: str) -> int:
        return said.get(rule, 0)

    assert of("in_scope") == of("total") - of("own") - of("over_limit") - of("class_b") - of("excluded")
    capped = of("cap") + of("class_cap") + of("bill_cap")
    assert of("fund") == of("tier") - capped == out.fund_pay_sumamt_fen
    assert of("year") in {0, of("total")}
    assert of("fund_all") in {0, of("fund")}
    assert of("advance") == out.recover_fen
    assert of("personal") == of("total") - of("fund") == of("account") + of("mutual_aid") + of("cash")
    assert of("deductible") == out.act_pay_dedc_fen
    for step in out.steps:
        if step.rule == "tier":
            share = Decimal(step.values["of_fen"]) * Decimal(step.values["ratio_permyriad"]) / 10_000
            assert step.amount_fen == share.quantize(Decimal(1), ROUND_HALF_UP)


@EXACT
@given(bills(), POLICIES, STATES, VISITS, st.integers(1, 1_000_000))
def test_monotone_in_amount(bill: Bill, policy: Policy, state: State, visit: Visit, more: int) -> None:
    grown = bill._replace(fees=(*bill.fees, Fee("加项", Category.A, more)))
    less, most = settle(bill, policy, state, visit), settle(grown, policy, state, visit)
    assert less.fund_pay_sumamt_fen <= most.fund_pay_sumamt_fen
    assert less.act_pay_dedc_fen <= most.act_pay_dedc_fen
    # And the patient never gains by a dearer bill.
    own_before = less.medfee_sumamt_fen - less.fund_pay_sumamt_fen
    own_after = most.medfee_sumamt_fen - most.fund_pay_sumamt_fen
    assert own_after >= own_before


def class_of(bill: Bill, out: Outcome, policy: Policy) -> TreatmentClass:
    """The class a bill was settled in: a chronic disease that nobody recognised is an outpatient's."""
    unrecognised = any(step.rule == "not_recognised" for step in out.steps)
    return policy.classes[TreatmentType.OUTPATIENT if unrecognised else bill.med_type]


@EXACT
@given(st.lists(bills(), min_size=2, max_size=5), POLICIES, STATES, VISITS)
def test_bills_one_after_another_share_deductible_cap_and_account(
    several: list[Bill], policy: Policy, state: State, visit: Visit
) -> None:
    start = state
    outs = []
    for bill in several:
        outs.append(settle(bill, policy, state, visit))
        state = outs[-1].state
    fund = sum(out.fund_pay_sumamt_fen for out in outs)
    assert state.pool_used_fen == start.pool_used_fen + fund
    assert fund <= max(0, policy.cap_fen - start.pool_used_fen)
    paid = sum(out.acct_pay_fen for out in outs)
    assert state.account_fen == (None if start.account_fen is None else start.account_fen - paid)
    assert state.account_fen is None or state.account_fen >= 0
    for per, before, after in (
        ("year", start.deductible_used_fen, state.deductible_used_fen),
        ("visit", start.visit_deductible_used_fen, state.visit_deductible_used_fen),
    ):
        classes = [class_of(bill, out, policy) for out, bill in zip(outs, several, strict=True)]
        rules = [one for one in classes if one.deductible_per == per]
        fullest = max((rule.at(visit.age).deductible_fen[visit.level] for rule in rules), default=0)
        met = sum(out.act_pay_dedc_fen for out, one in zip(outs, classes, strict=True) if one.deductible_per == per)
        assert after - before == met <= max(0, fullest - before)


@EXACT
@given(bills(), POLICIES, STATES, VISITS, st.data())
def test_a_bill_in_two_halves_meets_the_same_deductible(
    bill: Bill, policy: Policy, state: State, visit: Visit, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(bill.fees)))
    whole = settle(bill, policy, state, visit)
    halves = [bill._replace(fees=bill.fees[:cut]), bill._replace(fees=bill.fees[cut:])]
    met = scope = 0
    for half in halves:
        out = settle(half, policy, state, visit)
        met, scope, state = met + out.act_pay_dedc_fen, scope + out.inscp_scp_amt_fen, out.state
    assert (met, scope) == (whole.act_pay_dedc_fen, whole.inscp_scp_amt_fen)


@EXACT
@given(any_bills(), POLICIES, STATES, VISITS, YEARS)
def test_never_more_unfiled_than_filed_nor_away_than_at_home(
    bill: Bill, policy: Policy, state: State, visit: Visit, years: dict[int, YearUse]
) -> None:
    def fund(region: str, filing: Reach | None) -> int:
        # Which chronic diseases are settled away is no matter of filing.
        stands = visit._replace(region=region, filing=filing, direct=False)
        return settle(bill, policy, state, stands, (), years).fund_pay_sumamt_fen

    home = fund("330105", None)
    for region in ("330200", "310000"):
        unfiled = fund(region, None)
        for reach in FILED:
            assert unfiled <= fund(region, reach) <= home
            assert fund("330105", reach) == home


@EXACT
@given(any_bills(), any_bills(), POLICIES, STATES, STATES, VISITS, VISITS, AIDS)
def test_the_order_of_two_patients_never_matters(
    one: Bill,
    other: Bill,
    policy: Policy,
    state: State,
    state_of_other: State,
    visit: Visit,
    visit_of_other: Visit,
    aids: list[Aid],
) -> None:
    def first() -> object:
        return settle(one, policy, state, visit, aids)

    def second() -> object:
        return settle(other, policy, state_of_other, visit_of_other)

    in_order, reversed_order = (first(), second()), (second(), first())
    assert in_order == reversed_order[::-1]


@EXACT
@given(stays(), POLICIES, STATES, VISITS, YEARS)
def test_a_stay_is_counted_once_and_meets_its_deductible_once(
    bill: Bill, policy: Policy, state: State, visit: Visit, years: dict[int, YearUse]
) -> None:
    out = settle(bill, policy, state, visit, (), years)
    assert sum(added.stays for added in out.added.values()) == 1
    again = settle(bill, policy, out.state, visit, (), {**years, **out.years})
    assert sum(added.stays for added in again.added.values()) == 0
    rules = policy.classes[TreatmentType.INPATIENT]
    if rules.deductible_per == "visit":
        full = rules.at(visit.age).deductible_fen[visit.level]
        assert out.act_pay_dedc_fen + again.act_pay_dedc_fen <= max(0, full - state.visit_deductible_used_fen)


@EXACT
@given(bills(), POLICIES, STATES, VISITS, st.integers(0, 10_000_000), st.integers(0, 10_000_000))
def test_monotone_within_a_tier(bill: Bill, policy: Policy, state: State, visit: Visit, low: int, high: int) -> None:
    """Nothing but one line of class A, growing."""
    less, more = sorted((low, high))
    outs = [settle(bill._replace(fees=(Fee("药", Category.A, fen),)), policy, state, visit) for fen in (less, more)]
    for name in ("fund_pay_sumamt_fen", "copay_fen", "act_pay_dedc_fen", "overcap_fen"):
        assert getattr(outs[0], name) <= getattr(outs[1], name)


@EXACT
@given(st.permutations(range(6)), st.lists(fees(), min_size=6, max_size=6), POLICIES, STATES, VISITS)
def test_the_order_of_lines_does_not_matter(
    order: list[int], lines: list[Fee], policy: Policy, state: State, visit: Visit
) -> None:
    one = settle(Bill(TreatmentType.INPATIENT, tuple(lines)), policy, state, visit)
    other = settle(Bill(TreatmentType.INPATIENT, tuple(lines[i] for i in order)), policy, state, visit)
    assert amounts(one) == amounts(other)
    assert one.state == other.state


# --- strict reading ---------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)
NEARLY = st.fixed_dictionaries(
    {},
    optional={
        "name": st.one_of(st.text(max_size=5), JSON),
        "category": st.one_of(st.sampled_from("ABCD"), JSON),
        "amount_fen": st.one_of(st.integers(-5, 10**13), JSON),
        "own_ratio": st.one_of(st.from_regex(r"-?[0-2]?\.?[0-9]{0,5}", fullmatch=True), JSON),
        "over_limit_fen": st.one_of(st.integers(-5, 50), JSON),
        "day": st.one_of(st.sampled_from(["2026-03-01", "2026-02-30"]), JSON),
        "extra": JSON,
    },
)
GOOD_FEE: dict[str, Any] = {"name": "药", "category": "A", "amount_fen": 5}


@EXACT
@given(
    st.one_of(
        JSON,
        st.fixed_dictionaries(
            {"med_type": st.one_of(st.sampled_from(["11", "21"]), JSON), "fees": st.lists(NEARLY, max_size=3)},
            optional={
                key: st.one_of(given, JSON)
                for key, given in {
                    "total_fen": st.integers(0, 50),
                    "admission": st.just("2026-03-01"),
                    "discharge": st.just("2026-03-01"),
                    "emergency": st.booleans(),
                    "disease": st.sampled_from(DISEASES),
                    "cause": st.sampled_from([cause.value for cause in Cause]),
                    "extra": st.nothing(),
                }.items()
            },
        ),
    )
)
def test_anything_is_a_bill_or_bill_invalid(obj: object) -> None:
    try:
        bill = parse_bill(obj)
    except BillInvalid as error:
        assert set(error.data) == {"path", "reason"}
        assert str(error.data["path"]) == "" or str(error.data["path"]).startswith("/")
    else:
        assert sum(fee.amount_fen for fee in bill.fees) <= MAX_FEN


@EXACT
@given(any_bills())
def test_a_good_bill_is_read_as_it_is_and_fits_the_schema(bill: Bill) -> None:
    lines = []
    for fee in bill.fees:
        line = {"name": fee.name, "category": fee.category.value, "amount_fen": fee.amount_fen}
        if fee.category is Category.B:
            line["own_ratio"] = f"{fee.own_ratio_permyriad // 10_000}.{fee.own_ratio_permyriad % 10_000:04d}"
        if fee.day is not None:
            line["day"] = fee.day
        lines.append(line | {"over_limit_fen": fee.over_limit_fen})
    obj: dict[str, object] = {"med_type": bill.med_type.value, "fees": lines, "cause": bill.cause.value}
    for key in ("admission", "discharge", "disease"):
        if getattr(bill, key) is not None:
            obj[key] = getattr(bill, key)
    if bill.emergency:
        obj["emergency"] = True
    assert parse_bill(obj) == bill
    assert parse_bill({**obj, "total_fen": sum(fee.amount_fen for fee in bill.fees)}) == bill
    Draft202012Validator(SCHEMA).validate(obj)


@EXACT
@given(st.sampled_from(["name", "category", "amount_fen", "over_limit_fen", "day", "new"]), JSON, st.integers(0, 2))
def test_one_bad_field_is_named(key: str, value: object, line: int) -> None:
    lines = [dict(GOOD_FEE) for _ in range(3)]
    lines[line][key] = value
    try:
        parse_bill({"med_type": "11", "fees": lines})
    except BillInvalid as error:
        assert str(error.data["path"]).startswith(f"/fees/{line}/")
    else:
        assert key != "new"


@EXACT
@given(decoded_policies(), st.integers(1, 1000), st.booleans(), st.data())
def test_a_gap_or_an_overlap_between_tiers_is_refused(
    obj: dict[str, Any], by: int, gap: bool, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(obj["insurance"]["310"]["class"])))
    bracket = data.draw(st.integers(0, len(obj["insurance"]["310"]["class"][name]["ages"]) - 1))
    tiers = obj["insurance"]["310"]["class"][name]["ages"][bracket]["tiers"]
    at = data.draw(st.integers(0, len(tiers) - 1))
    if gap or tiers[at]["from_fen"] < by:
        tiers[at]["from_fen"] += by
        reason = "gap"
    else:
        tiers[at]["from_fen"] -= by
        reason = "overlap"
    with pytest.raises(PolicyInvalid) as caught:
        Place.parse(obj, "f")
    path = f"/insurance/310/class/{name}/ages/{bracket}/tiers/{at}/from_fen"
    assert caught.value.data == {"file": "f", "path": path, "reason": reason}


@EXACT
@given(JSON, st.data())
def test_anything_in_a_policy_is_a_policy_or_policy_invalid(value: object, data: st.DataObject) -> None:
    obj: Any = tomllib.loads((Path(policies.__file__).parent / "110000.toml").read_text("utf-8"))
    target: Any = obj
    while True:
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(target[key], (dict, list)) or not target[key] or data.draw(st.booleans()):
            break
        target = target[key]
    target[key] = value
    try:
        Place.parse(obj, "110000.toml")
    except PolicyInvalid as error:
        assert error.data["file"] == "110000.toml"


def test_reaches_of_a_filing_are_all_but_those_of_the_province_and_unfiled() -> None:
    assert set(FILED) | {Reach.HOME, Reach.PROVINCE, Reach.PROVINCE_UNFILED, Reach.UNFILED} == set(Reach)
