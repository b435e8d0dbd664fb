"""Refunds worked by hand, and the record that is made of one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from refunds_kit import taken_off

from wallet_cli.domain.bill import Bill, Category, Fee, TreatmentType
from wallet_cli.domain.policy import Policy
from wallet_cli.domain.refund import Basis, Refund, refund, remaining
from wallet_cli.domain.settlement import Aid, AidPaid, Settlement, State, Step, Visit, YearUse
from wallet_cli.domain.time import Instant
from wallet_cli.errors import RefundTooLarge

HERE = Path(__file__).parent
POLICY = Policy.parse(tomllib.loads((HERE / "policy_more.toml").read_text("utf-8")), "policy_more.toml", "310")
VISIT = Visit(3, "980200", "980200", 36)
DRUG, SCAN, TOOTH = "阿莫西林胶囊", "CT", "镶牙"
# In yuan: 3,000.00 A, 1,000.00 B of which 100.00 over and 90.00 own, 500.00 C: 3,810.00 in scope, 1,000.00 deductible,
# 2,810.00 x 70 % = 1,967.00 fund. Copay 843.00; accounts may pay 1,000.00 + 843.00 + 90.00 = 1,933.00.
BILL = Bill(
    TreatmentType.OUTPATIENT,
    (
        Fee(DRUG, Category.A, 300000),
        Fee(SCAN, Category.B, 100000, 1000, 10000),
        Fee(TOOTH, Category.C, 50000),
    ),
)
BASIS = Basis(State(2026, account_fen=150000), VISIT, (Aid("母", 30000, giver_no="P2"),))


def returned(*fees: Fee) -> Bill:
    return Bill(TreatmentType.OUTPATIENT, fees)


def paid(given: Refund) -> tuple[int, ...]:
    """(all, fund, account, aid, cash)."""
    return (
        given.medfee_sumamt_fen,
        given.fund_pay_sumamt_fen,
        given.acct_pay_fen,
        given.acct_mulaid_pay_fen,
        given.psn_cash_pay_fen,
    )


def test_the_bill() -> None:
    outcome = BASIS.settle(BILL, POLICY)
    # Account 1,500.00, mother 300.00, cash 4,500.00 - 1,967.00 - 1,800.00 = 733.00.
    assert (outcome.fund_pay_sumamt_fen, outcome.acct_pay_fen, outcome.acct_mulaid_pay_fen) == (196700, 150000, 30000)
    assert outcome.psn_cash_pay_fen == 73300


def test_a_line_given_back() -> None:
    # Without 1,000.00 of the drug: 1,810.00 x 70 % = 1,267.00 fund; accounts may pay 1,000.00 + 543.00 + 90.00 = 1,633.00:
    # 1,500.00 and 133.00; cash 3,500.00 - 1,267.00 - 1,633.00 = 600.00. Back: 700.00, 0.00, 167.00, 133.00.
    given = refund(BILL, returned(Fee(DRUG, Category.A, 100000)), POLICY, BASIS)
    assert paid(given) == (100000, 70000, 0, 16700, 13300)
    assert given.aids == (AidPaid("母", 16700, "P2"),)
    use = YearUse(pool_used_fen=70000, tallies={"above:outpatient": 100000, "fund:outpatient": 70000})
    assert given.years == {2026: use}
    assert not given.whole


def test_one_s_own_goes_back_in_cash() -> None:
    given = refund(BILL, returned(Fee(TOOTH, Category.C, 50000)), POLICY, BASIS)
    assert paid(given) == (50000, 0, 0, 0, 50000)
    assert given.years == {}


def test_all_of_it_goes_back() -> None:
    given = refund(BILL, BILL, POLICY, BASIS)
    assert paid(given) == (450000, 196700, 150000, 30000, 73300)
    outcome = BASIS.settle(BILL, POLICY)
    assert taken_off(given, outcome.state, outcome.years) == (BASIS.state, {2026: YearUse()})
    assert given.whole


def test_a_late_refund_of_the_old_year() -> None:
    """Given back in 2027: the old year's use falls, the new year's stays, the account of now is filled."""
    given = refund(BILL, BILL, POLICY, BASIS)
    used = BASIS.settle(BILL, POLICY).years[2026]
    old = used._replace(pool_used_fen=used.pool_used_fen + 5000)
    now = State(2027, 7000, 8000, 900)
    state, years = taken_off(given, now, {2026: old})
    assert state == State(2027, 7000, 8000, 150900, -given.visit_deductible_used_fen)
    assert years == {2026: YearUse(pool_used_fen=5000)}


@pytest.mark.parametrize(
    ("lines", "path", "left", "asked"),
    [
        ((Fee(DRUG, Category.A, 300001),), "/fees/0/amount_fen", 300000, 300001),
        ((Fee(DRUG, Category.A, 200000), Fee(DRUG, Category.A, 100001)), "/fees/1/amount_fen", 100000, 100001),
        ((Fee(DRUG, Category.C, 1),), "/fees/0/amount_fen", 0, 1),
        ((Fee("青霉素", Category.A, 1),), "/fees/0/amount_fen", 0, 1),
        ((Fee(DRUG, Category.A, 1, day="2026-03-01"),), "/fees/0/amount_fen", 0, 1),
        ((Fee(SCAN, Category.B, 50000, 1000, 10001),), "/fees/0/over_limit_fen", 10000, 10001),
    ],
)
def test_more_than_was_billed(lines: tuple[Fee, ...], path: str, left: int, asked: int) -> None:
    with pytest.raises(RefundTooLarge) as caught:
        remaining(BILL, returned(*lines))
    assert caught.value.data == {"path": path, "left_fen": left, "asked_fen": asked}
    assert caught.value.exit == 11


def test_equal_lines_are_taken_from_the_first_on() -> None:
    bill = returned(Fee(DRUG, Category.A, 300), Fee(DRUG, Category.A, 500), Fee(TOOTH, Category.C, 1))
    assert remaining(bill, returned(Fee(DRUG, Category.A, 400))) == returned(
        Fee(DRUG, Category.A, 400), Fee(TOOTH, Category.C, 1)
    )


def test_the_very_line_goes_back_before_another_of_its_name() -> None:
    # One scan at 10 % and one at 50 %; one over its limit and one within it: each is found by its own figures.
    tenth, half = Fee(SCAN, Category.B, 100000, 1000), Fee(SCAN, Category.B, 100000, 5000)
    over = Fee(SCAN, Category.B, 100000, 1000, 40000)
    for lines in ((tenth, half, over), (over, half, tenth), (half, over, tenth)):
        for number, line in enumerate(lines):
            others = lines[:number] + lines[number + 1 :]
            assert remaining(returned(*lines), returned(line)) == returned(*others)
    # 1,000.00 at 50 %: (1,000.00 - 500.00) x 70 % = 350.00 of the fund go back, not 900.00 x 70 %.
    bill = returned(Fee(DRUG, Category.A, 300000), tenth, half)
    assert refund(bill, returned(half), POLICY, BASIS).fund_pay_sumamt_fen == 35000


def test_what_is_above_the_limit_is_taken_where_it_is() -> None:
    within, over = Fee(DRUG, Category.A, 100), Fee(DRUG, Category.A, 100, 0, 50)
    some = Fee(DRUG, Category.A, 30, 0, 30)
    assert remaining(returned(within, over), returned(some)) == returned(within, Fee(DRUG, Category.A, 70, 0, 20))
    # 60 above the limit, 10 and 50 of them on two lines.
    first, second = Fee(DRUG, Category.A, 60, 0, 10), Fee(DRUG, Category.A, 60, 0, 50)
    all_above = Fee(DRUG, Category.A, 60, 0, 60)
    assert remaining(returned(first, second), returned(all_above)) == returned(
        Fee(DRUG, Category.A, 50), Fee(DRUG, Category.A, 10)
    )
    # Within its limit goes first what is within it.
    small = Fee(DRUG, Category.A, 60)
    assert remaining(returned(over, within), returned(small)) == returned(over, Fee(DRUG, Category.A, 40))


def test_what_is_above_the_limit_never_outgrows_the_line() -> None:
    # 1,000.00 with 100.00 over, 950.00 given back without a word of the limit: 50.00 is left, all of it over.
    rest = remaining(BILL, returned(Fee(SCAN, Category.B, 95000, 1000)))
    assert rest is not None
    assert rest.fees[1] == Fee(SCAN, Category.B, 5000, 1000, 5000)


def test_what_is_above_the_limit_goes_back_line_by_line() -> None:
    # 150 of 100 + 100, of which 60 of the 50 + 50 above the limit: the first line whole, 10 of the second's.
    line = Fee(SCAN, Category.B, 100, 1000, 50)
    rest = remaining(returned(line, line), returned(line._replace(amount_fen=150, over_limit_fen=60)))
    assert rest == returned(Fee(SCAN, Category.B, 50, 1000, 40))


def test_the_record_of_a_refund() -> None:
    outcome = BASIS.settle(BILL, POLICY)
    original = outcome.settlement(
        setl_id="S1",
        mdtrt_id="M1",
        fixmedins_code="H98020000001",
        institution_name="示例医院",
        mdtrt_cert_type="01",
        insuplc_admdvs="980200",
        mdtrtarea_admvs="980200",
        insutype="310",
        setl_time=Instant(1795000000),
        preview=False,
    )
    given = refund(BILL, returned(Fee(DRUG, Category.A, 100000)), POLICY, BASIS)
    record = given.record(original, setl_id="S2", setl_time=Instant(1795000100), balc_fen=0)
    assert (record.setl_id, record.refund_of, record.setl_time) == ("S2", "S1", 1795000100)
    assert (record.medfee_sumamt_fen, record.fund_pay_sumamt_fen, record.psn_cash_pay_fen) == (-100000, -70000, -13300)
    assert record.aids == (AidPaid("母", -16700, "P2"),)
    assert record.steps == (
        Step("refund", -100000),
        Step("refund_fund", -70000),
        Step("refund_aid", -16700, {"giver": "母"}),
        Step("refund_cash", -13300),
    )
    changed = {"setl_id", "setl_time", "refund_of", "balc_fen", "steps", "aids"}
    for name in Settlement._fields:
        if name not in changed and not name.endswith("_fen"):
            assert getattr(record, name) == getattr(original, name)
