"""The receipt: every rule of a settlement is worded, in both languages, with its own figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wallet_cli import locale
from wallet_cli.domain.settlement import Aid, Outcome, State, Visit, parse_bill, settle
from wallet_cli.domain.time import Instant
from wallet_cli.platform import policies
from wallet_cli.render.receipt import explained, receipt

RULES = {
    *("total", "own", "over_limit", "class_b", "in_scope", "deductible", "tier", "cap", "fund"),
    *("personal", "account", "mutual_aid", "cash"),
}


@pytest.fixture(params=["zh-CN", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = locale.language()
    locale.choose(request.param)
    yield request.param
    locale.choose(before)


def outcome() -> Outcome:
    """An unfiled stay in another province, past every tier and the cap, with a relative's help."""
    bill = parse_bill(
        {
            "med_type": "21",
            "fees": [
                {"name": "a", "category": "A", "amount_fen": 300_000_000},
                {"name": "b", "category": "B", "own_ratio": "0.125", "over_limit_fen": 1_000, "amount_fen": 300_000},
                {"name": "c", "category": "C", "amount_fen": 80_000},
            ],
        }
    )
    policy = policies.load("110000", "310")
    state = State(year=2026, account_fen=12_345)
    return settle(bill, policy, state, Visit(3, "310000", "110000", 40), [Aid("M1", 500)])


def test_every_rule_is_worded(language: str) -> None:
    steps = outcome().steps
    assert {step.rule for step in steps} == RULES
    assert any("to_fen" not in step.values for step in steps if step.rule == "tier")
    for step in steps:
        told = explained(step)
        assert told and "rule." not in told and "{" not in told and "_fen" not in told


def test_figures_stand_in_the_words(language: str) -> None:
    told = {step.rule: explained(step) for step in outcome().steps}
    assert "12.5%" in told["class_b"] and "¥2,990.00" in told["class_b"]
    assert "¥123.45" in told["account"]
    assert "M1" in told["mutual_aid"]
    assert told["tier"].count("%") == 3, "the ratio, what it was and what it was cut by"


def test_the_last_tier_names_no_upper_end(language: str) -> None:
    last = [step for step in outcome().steps if step.rule == "tier"][-1]
    assert "to_fen" not in last.values
    # From, the part itself: two amounts and no third.
    assert explained(last).count("¥") == 2


def test_a_receipt_is_marked_and_its_amounts_line_up(language: str) -> None:
    one = outcome().settlement(
        setl_id="S1",
        mdtrt_id="V1",
        fixmedins_code="H31000000001",
        institution_name="沙盒上海中心医院",
        mdtrt_cert_type="01",
        insuplc_admdvs="110000",
        mdtrtarea_admvs="310000",
        insutype="310",
        setl_time=Instant(1_795_000_000),
        preview=False,
    )
    shown = receipt(one, explain=True)
    assert locale.text("mark.sandbox") in shown.splitlines()[1]
    assert one.policy in shown
    amounts = [line for line in receipt(one, explain=False).splitlines() if "¥" in line]
    assert len(amounts) == 10
    from wallet_cli.locale.width import width

    assert len({width(line) for line in amounts}) == 1
