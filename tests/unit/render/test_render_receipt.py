"""The receipt: every rule of a settlement is worded, in both languages, with its own figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from wallet_cli import locale
from wallet_cli.domain.refund import Basis, refund
from wallet_cli.domain.settlement import Aid, Outcome, State, Step, Visit, parse_bill, settle
from wallet_cli.domain.time import Instant
from wallet_cli.platform import policies
from wallet_cli.render.receipt import explained, receipt

RULES = {
    *("total", "own", "over_limit", "class_b", "in_scope", "deductible", "tier", "cap", "fund"),
    *("personal", "account", "mutual_aid", "cash"),
}

NAMED: dict[str, Any] = {
    "setl_id": "S1",
    "mdtrt_id": "V1",
    "fixmedins_code": "H31000000001",
    "institution_name": "沙盒上海中心医院",
    "mdtrt_cert_type": "01",
    "insuplc_admdvs": "110000",
    "mdtrtarea_admvs": "310000",
    "insutype": "310",
    "setl_time": Instant(1_795_000_000),
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


def explained_steps() -> list[Step]:
    """Steps of bills that between them meet every rule but those of `outcome`."""
    stay = {"med_type": "21", "admission": "2026-12-30", "discharge": "2027-01-02"}
    fees = [
        {"name": "a", "category": "A", "amount_fen": 300_000, "day": "2026-12-31"},
        {"name": "a", "category": "A", "amount_fen": 300_000, "day": "2027-01-01"},
    ]
    drug = [{"name": "a", "category": "A", "amount_fen": 30_000_000}]
    settled = [
        ("110000", {**stay, "fees": fees}, State(2027), {}),
        ("310000", {**stay, "fees": fees}, State(2027), {}),
        ("110000", {"med_type": "21", "fees": drug}, State(2026, stays=1), {}),
        ("120000", {"med_type": "12", "fees": drug}, State(2026), {}),
        ("120000", {"med_type": "11", "fees": drug}, State(2026), {}),
        ("330000", {"med_type": "11", "fees": drug}, State(2026, 100_000, tallies={"above:outpatient": 9}), {}),
        ("110000", {"med_type": "11", "fees": drug, "cause": "third_party"}, State(2026), {"advance": True}),
        *(
            ("110000", {"med_type": "11", "fees": drug, "cause": cause}, State(2026), {})
            for cause in ("work_injury", "third_party", "public_health", "abroad")
        ),
        *(
            ("120000", {"med_type": "14", "fees": drug, **disease}, State(2026), {})
            for disease in ({}, {"disease": "M03900"}, {"disease": "M99999"}, {"disease": "M02200"})
        ),
        ("440000", {"med_type": "11", "fees": drug}, State(2026), {"region": "440300", "insured": "440100"}),
        ("650000", {"med_type": "11", "fees": drug}, State(2026), {"region": "310000"}),
    ]
    steps: list[Step] = []
    for region, bill, state, how in settled:
        recognised = frozenset() if bill.get("disease") == "M03900" else frozenset({"M99999", "M02200"})
        away = "310000" if bill.get("disease") == "M02200" else region
        visit = Visit(3, how.get("region", away), how.get("insured", region), 40, recognised=recognised)
        policy = policies.load(region, "310")
        done = settle(parse_bill(bill), policy, state, visit, advance=bool(how.get("advance")))
        steps += done.steps
        basis = Basis(State(2026, account_fen=5), visit, (Aid("M1", 500),))
        billed = parse_bill(bill)
        whole = refund(billed, billed, policy, basis)
        record = basis.settle(billed, policy).settlement(**NAMED, preview=False)
        steps += whole.record(record, setl_id="S2", setl_time=Instant(1_795_000_001), balc_fen=None).steps
    return steps


def test_every_other_rule_is_worded(language: str) -> None:
    steps = explained_steps()
    assert {step.rule for step in steps} >= {
        *("across_split", "across_discharge", "year", "fund_all", "bill_cap", "class_cap", "excluded", "advance"),
        *("not_recognised", "refund", "refund_fund", "refund_account", "refund_aid", "refund_cash"),
    }
    for step in steps:
        told = explained(step)
        assert told and not {"{", "_"} & set(told), told
        assert "rule." not in told
        if language == "zh-CN":
            assert not set("abcdefghijklmnopqrstuvwxyz") & set(told), told


def test_a_step_of_one_year_says_which(language: str) -> None:
    split = [step for step in explained_steps() if "year" in step.values]
    assert {step.values["year"] for step in split} == {2026, 2027}
    for step in split:
        assert explained(step).count(str(step.values["year"])) == (2 if step.rule == "across_discharge" else 1)


def test_a_later_stay_and_a_running_total_say_so(language: str) -> None:
    steps = explained_steps()
    later = [explained(step) for step in steps if "stay" in step.values]
    running = [explained(step) for step in steps if "before_fen" in step.values]
    assert later and all("2" in told for told in later)
    assert any("¥0.09" in told for told in running)


def test_figures_stand_in_the_words(language: str) -> None:
    told = {step.rule: explained(step) for step in outcome().steps}
    assert "12.5%" in told["class_b"] and "¥2,990.00" in told["class_b"]
    assert "¥123.45" in told["account"]
    assert "M1" in told["mutual_aid"]
    assert told["tier"].count("%") == 2, "the ratio, and what it was"
    points = {"zh-CN": "降 20 个百分点", "en": "less 20 points"}[language]
    assert points in told["tier"], "a cut is of percentage points, not of a share"


def test_the_last_tier_names_no_upper_end(language: str) -> None:
    last = [step for step in outcome().steps if step.rule == "tier"][-1]
    assert "to_fen" not in last.values
    # From, the part itself: two amounts and no third.
    assert explained(last).count("¥") == 2


def test_a_receipt_is_marked_and_its_amounts_line_up(language: str) -> None:
    one = outcome().settlement(**NAMED, preview=False)
    shown = receipt(one, explain=True)
    assert locale.text("mark.sandbox") in shown.splitlines()[1]
    assert one.policy in shown
    amounts = [line for line in receipt(one, explain=False).splitlines() if "¥" in line]
    assert len(amounts) == 11
    from wallet_cli.locale.width import width

    assert len({width(line) for line in amounts}) == 1


def test_each_giver_has_a_line_between_the_aid_and_the_cash(language: str) -> None:
    bill = parse_bill({"med_type": "11", "fees": [{"name": "a", "category": "A", "amount_fen": 30_000}]})
    givers = [Aid("*三", 5_000), Aid("**国", 20_000)]
    done = settle(
        bill, policies.load("110000", "310"), State(2026, account_fen=1_000), Visit(3, "110000", "110000", 40), givers
    )
    lines = receipt(done.settlement(**NAMED, preview=False), explain=False).splitlines()
    labels = [locale.text(f"field.{key}") for key in ("acct_pay_fen", "acct_mulaid_pay_fen", "psn_cash_pay_fen")]
    start = next(n for n, line in enumerate(lines) if line.startswith(labels[0]))
    shown = [line.rsplit(maxsplit=1) for line in lines[start : start + 5]]
    assert shown == [
        [labels[0], "¥10.00"],
        [labels[1], "¥250.00"],
        ["  *三", "¥50.00"],
        ["  **国", "¥200.00"],
        [labels[2], "¥40.00"],
    ]
