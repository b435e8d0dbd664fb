"""The explanation of a settlement, the state's years and visits, and the record made of an outcome."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from wallet_cli.domain import settlement
from wallet_cli.domain.policy import Policy, Reach
from wallet_cli.domain.settlement import (
    Aid,
    AidPaid,
    Outcome,
    Settlement,
    State,
    Step,
    Visit,
    parse_bill,
    settle,
    stand,
)
from wallet_cli.domain.time import Instant

POLICY = Policy.parse(tomllib.loads((Path(__file__).parent / "policy.toml").read_text("utf-8")), "policy.toml", "310")
HOME = Visit(3, "990100", "990200", 36)
BILL = parse_bill(
    {
        "med_type": "11",
        "fees": [
            {"name": "药", "category": "A", "amount_fen": 1500000},
            {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 10000, "amount_fen": 50000},
            {"name": "MR", "category": "B", "own_ratio": "0.10", "amount_fen": 60000},
            {"name": "镶牙", "category": "C", "amount_fen": 80000},
        ],
    }
)


def explained() -> Outcome:
    state = State(2026, pool_used_fen=9500000, account_fen=1000)
    return settle(BILL, POLICY, state, Visit(3, "310100", "990200", 36, Reach.REFERRAL), [Aid("妈妈", 2000, 500)])


def test_every_line_of_the_explanation() -> None:
    # In yuan: 16,900 = 800 own + 100 over + 4,000 x 10 % and 600 x 10 % (100.00) + 15,900.00 in scope.
    # - 1,000 = 14,900: 10,000 x 65 % = 6,500; 4,900 x 45 % = 2,205; 8,705 asked, 5,000 left under the cap.
    cut = {"cut_permyriad": 500, "reach": "referral"}
    assert explained().steps == (
        Step("total", 1690000, {"fees": 4}),
        Step("own", 80000),
        Step("over_limit", 10000),
        Step("class_b", 10000, {"fees": 2, "of_fen": 100000, "ratio_permyriad": 1000}),
        Step("in_scope", 1590000),
        Step("deductible", 100000, {"per": "year", "full_fen": 100000, "used_fen": 0}),
        Step(
            "tier",
            650000,
            {"from_fen": 0, "to_fen": 1000000, "of_fen": 1000000, "ratio_permyriad": 6500, "listed_permyriad": 7000}
            | cut,
        ),
        Step(
            "tier",
            220500,
            {"from_fen": 1000000, "of_fen": 490000, "ratio_permyriad": 4500, "listed_permyriad": 5000} | cut,
        ),
        Step("cap", 370500, {"cap_fen": 10000000, "left_fen": 500000, "asked_fen": 870500}),
        Step("fund", 500000),
        Step("personal", 1190000),
        Step("account", 1000, {"balance_fen": 1000, "payable_fen": 1100000}),
        Step("mutual_aid", 500, {"giver": "妈妈", "available_fen": 500}),
        Step("cash", 1188500),
    )


def test_a_step_that_does_not_apply_is_not_shown() -> None:
    bill = parse_bill({"med_type": "11", "fees": [{"name": "药", "category": "A", "amount_fen": 5}]})
    rules = [step.rule for step in settle(bill, POLICY, State(2026), HOME).steps]
    assert rules == ["total", "in_scope", "deductible", "fund", "personal", "cash"]


def test_at_home_a_tier_says_nothing_of_a_cut() -> None:
    bill = parse_bill({"med_type": "21", "fees": [{"name": "药", "category": "A", "amount_fen": 100}]})
    # Level 0 has no deductible for a stay: no line of it either.
    steps = settle(bill, POLICY, State(2026, account_fen=10), HOME._replace(level=0), [Aid("妈妈", 0)]).steps
    assert steps == (
        Step("total", 100, {"fees": 1}),
        Step("in_scope", 100),
        Step("tier", 90, {"from_fen": 0, "to_fen": 3000000, "of_fen": 100, "ratio_permyriad": 9000}),
        Step("fund", 90),
        Step("personal", 10),
        Step("account", 10, {"balance_fen": 10, "payable_fen": 10}),
        Step("cash", 0),
    )


def test_who_helped() -> None:
    assert explained().aids == (AidPaid("妈妈", 500),)


def test_a_new_year_begins_with_nothing_used() -> None:
    old = State(2026, 100000, 9990000, 777, 130000)
    assert old.in_year(2026) is old
    # The account is never reset, and a stay across the year's end is one visit.
    assert old.in_year(2027) == State(2027, 0, 0, 777, 130000)


@pytest.mark.parametrize(
    ("region", "filing", "reach"),
    [
        ("990100", None, Reach.HOME),
        ("990000", Reach.OTHER, Reach.HOME),
        ("310000", None, Reach.UNFILED),
        ("310115", Reach.WORKER, Reach.WORKER),
    ],
)
def test_how_a_visit_stands(region: str, filing: Reach | None, reach: Reach) -> None:
    assert stand(BILL, POLICY, Visit(3, region, "990200", 36, filing)) is reach


def test_the_record_of_an_outcome() -> None:
    outcome = explained()
    given = {
        "setl_id": "S1",
        "mdtrt_id": "M1",
        "fixmedins_code": "H31010000001",
        "institution_name": "示例医院",
        "mdtrt_cert_type": "01",
        "insuplc_admdvs": "990200",
        "mdtrtarea_admvs": "310100",
        "insutype": "310",
    }
    record = outcome.settlement(**given, setl_time=Instant(1795000000), preview=True)
    assert record.preview
    assert record.setl_time == 1795000000
    for name in Settlement._fields:
        if name in given:
            assert getattr(record, name) == given[name]
        elif name not in {"setl_time", "preview", "reach", "filing_id", "state", "refund_of", "agent"}:
            assert getattr(record, name) == getattr(outcome, name)
    assert record.policy == "990000/310/2026-01-01"
    assert record.illustrative


def test_the_ports_do_not_load_the_engine() -> None:
    code = "import sys, wallet_cli.ports; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert not {"wallet_cli.domain.payers", "wallet_cli.domain.policy", "tomllib"} & set(done.stdout.split())


def test_every_public_name_is_there_and_no_other() -> None:
    assert [name for name in settlement.__all__ if not hasattr(settlement, name)] == []
    assert not hasattr(settlement, "Nonsense")
