"""The worked cases of cases.toml, each settled and compared in every amount."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wallet_cli.domain.policy import Policy, Reach
from wallet_cli.domain.settlement import Aid, Outcome, State, Visit, parse_bill, settle

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))["case"]
POLICIES = tomllib.loads((HERE / "policy.toml").read_text("utf-8"))
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
}


def settle_case(case: dict[str, Any]) -> Outcome:
    fees = [{"name": "项目", **fee} for fee in case["fees"]]
    bill = parse_bill({"med_type": case.get("med_type", "11"), "fees": fees})
    filing = Reach(case["filing"]) if "filing" in case else None
    visit = Visit(case.get("level", 3), case.get("region", "990100"), "990200", case.get("age", 36), filing)
    aids = [Aid(**aid) for aid in case.get("aids", [])]
    policy = Policy.parse(POLICIES, "policy.toml", case.get("insutype", "310"))
    return settle(bill, policy, State(2026, **case.get("state", {})), visit, aids)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_worked_case(case: dict[str, Any]) -> None:
    outcome = settle_case(case)
    got = {ours: getattr(outcome, national) for ours, national in AMOUNTS.items()}
    assert got == dict.fromkeys(AMOUNTS, 0) | case["want"]
    assert outcome.state == State(2026, **case["after"])
    assert outcome.balc_fen == outcome.state.account_fen
    assert outcome.hifp_pay_fen == outcome.fund_pay_sumamt_fen


def test_enough_cases_and_each_named_once() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 25
