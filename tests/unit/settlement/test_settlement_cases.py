"""The worked cases of settlement_cases.toml, each settled and compared in every amount."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wallet_cli.domain.policy import Policy, Reach
from wallet_cli.domain.settlement import Aid, Outcome, State, Visit, YearUse, parse_bill, settle

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE.parent / "settlement_cases.toml").read_text("utf-8"))["case"]
POLICIES = {
    "": tomllib.loads((HERE / "policy.toml").read_text("utf-8")),
    "more": tomllib.loads((HERE / "policy_more.toml").read_text("utf-8")),
}
AMOUNTS = {
    "total": "medfee_sumamt_fen",
    "in_scope": "inscp_scp_amt_fen",
    "class_b": "preselfpay_amt_fen",
    "over_limit": "overlmt_selfpay_fen",
    "own": "fulamt_ownpay_amt_fen",
    "deductible": "act_pay_dedc_fen",
    "copay": "copay_fen",
    "over_cap": "overcap_fen",
    "fund": "fund_pay_sumamt_fen",
    "account": "acct_pay_fen",
    "aid": "acct_mulaid_pay_fen",
    "cash": "psn_cash_pay_fen",
    "recover": "recover_fen",
}
RULES = {
    # How a bill falls apart (domain.md, "Settlement"), and who pays each part.
    *("class_b", "over_limit", "own", "rounding", "bounds"),
    *("deductible_year", "deductible_visit", "deductible_later", "tiers", "tiers_year", "level", "age", "insutype"),
    *("cap", "class_cap", "bill_cap", "account", "no_account", "mutual_aid", "cash"),
    # What is treated.
    *("pharmacy", "registration", "inpatient_days", "across_split", "across_discharge", "across_late"),
    *("chronic", "chronic_unrecognised", "chronic_cross_province", "emergency_flag", "emergency_type"),
    # Where ("Filing" and 14 to 17).
    *("home", "home_return", "within_province", "unfiled", "filing_long", "filing_referral", "filing_emergency"),
    *("filing_other", "filing_late", "filing_exempt", "filing_never_worse"),
    # What the law excludes (19, 20), and manual claims (18).
    *("excluded", "abroad", "advance", "manual_claim"),
}


def settle_case(case: dict[str, Any]) -> Outcome:
    fees = [{"name": "项目", **fee} for fee in case["fees"]]
    bill = parse_bill({"med_type": case.get("med_type", "11"), "fees": fees, **case.get("bill", {})})
    place = case.get("place", "")
    insured = "980200" if place else "990200"
    visit = Visit(
        level=case.get("level", 3),
        region=case.get("region", insured if place else "990100"),
        insured_region=insured,
        age=case.get("age", 36),
        filing=Reach(case["filing"]) if "filing" in case else None,
        recognised=frozenset(case["recognised"]) if "recognised" in case else None,
        direct=case.get("direct", True),
    )
    policy = Policy.parse(POLICIES[place], "policy.toml", case.get("insutype", "310"))
    state = State(case.get("year", 2026), **case.get("state", {}))
    aids = [Aid(**aid) for aid in case.get("aids", [])]
    return settle(bill, policy, state, visit, aids, years(case, "years"), advance=case.get("advance", False))


def years(case: dict[str, Any], key: str) -> dict[int, YearUse]:
    return {int(year): YearUse(**use) for year, use in case.get(key, {}).items()}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_worked_case(case: dict[str, Any]) -> None:
    outcome = settle_case(case)
    got = {ours: getattr(outcome, national) for ours, national in AMOUNTS.items()}
    assert got == dict.fromkeys(AMOUNTS, 0) | case["want"]
    after = State(case.get("year", 2026), **case["after"], tallies=case.get("tallies", {}))
    assert outcome.state == after
    assert outcome.years == {after.year: after.use, **years(case, "years_after")}
    assert outcome.balc_fen == outcome.state.account_fen
    assert outcome.hifp_pay_fen == outcome.fund_pay_sumamt_fen
    if "reach" in case:
        assert outcome.reach == case["reach"]


def test_the_figures_written_by_hand_add_up_themselves() -> None:
    for case in CASES:
        want = dict.fromkeys(AMOUNTS, 0) | case["want"]
        total = sum(fee["amount_fen"] for fee in case["fees"])
        assert total == want["total"] == sum(want[part] for part in ("in_scope", "class_b", "over_limit", "own"))
        assert total == sum(want[part] for part in ("fund", "account", "aid", "cash")), case["name"]
        assert want["in_scope"] == sum(want[part] for part in ("deductible", "copay", "over_cap", "fund"))


def test_enough_cases_and_each_named_once() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 80


def test_every_rule_has_a_case() -> None:
    assert {rule for case in CASES for rule in case["rules"]} == RULES
