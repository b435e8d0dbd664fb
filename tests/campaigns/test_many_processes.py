"""Many processes at once on one home: tries are counted exactly, codes serve once, money is paid once.

Every command here is a process of its own, and what they answer together must be what some order one after the other
would have answered. The tries are counted among programs started as a user starts them; elsewhere the processes are
let go at the same moment, with start-up behind them, which brings them closer together.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from campaigns.command_lines import (
    Home,
    Line,
    Person,
    Ran,
    Warm,
    activate,
    change_pin,
    operator,
    reset_by_counter,
    reset_by_face,
    run_together,
    settle,
    show_code,
    wallet,
)
from campaigns.conftest import NewHome

from wallet_cli.domain.code import STEP_S

HOSPITAL = "H11000000001"
ZHANG = Person("9900000000000001", "张三", "990001198506120010", "13800000001", "110000", 523680)
CHILD = Person("9900000000000004", "陈晨", "990001202403180044", "13800000004", "110000", 0)
PIN, NEW_PIN, NEWER_PIN = "280461", "739152", "640283"
WRONG = "190374"
MANY = 50
FULL = os.environ.get("YIBAO_FULL") == "1"
sandbox_alone = pytest.mark.parametrize("new_home", ["sandbox"], indirect=True)
"""What happens at the platform is the same under every keeper of the wallet's items."""


def ask(warm: Warm, home: Home, line: Line) -> Ran:
    """A command by itself."""
    return warm.run(home, line)


@pytest.fixture
def home(warm: Warm, new_home: NewHome) -> Home:
    """Where Zhang San has activated."""
    made = new_home()
    assert ask(warm, made, activate(ZHANG, PIN)).status == 0
    return made


def terminal_takes(warm: Warm, home: Home, code: str) -> str:
    """What a terminal says to a code: an error's code, or nothing."""
    return ask(
        warm, home, operator("terminal", "verify", "--institution", HOSPITAL, "--code-fd", "{code}", code=code)
    ).code


def test_fifty_wrong_pins_at_once_are_five_tries(warm: Warm, home: Home) -> None:
    ran = run_together(home, [show_code(WRONG)] * MANY)
    assert_five_tries(ran)
    assert ask(warm, home, show_code(PIN)).status == 7
    assert ask(warm, home, change_pin(PIN, NEW_PIN)).status == 7
    assert ask(warm, home, reset_by_face(NEW_PIN)).data["attempts_left"] == 5
    assert terminal_takes(warm, home, shown_code(warm, home, NEW_PIN)) == ""

    assert_five_tries(warm.run_together(home, [show_code(WRONG)] * 8))
    assert ask(warm, home, show_code(NEW_PIN)).status == 7
    assert ask(warm, home, reset_by_counter(counter_code(warm, home), NEWER_PIN)).data["attempts_left"] == 5
    assert terminal_takes(warm, home, shown_code(warm, home, NEWER_PIN)) == ""

    assert ask(warm, home, show_code(NEW_PIN)).details["attempts_left"] == 4
    assert ask(warm, home, wallet("audit", "verify")).data["whole"] is True


@sandbox_alone
def test_old_codes_die_with_a_reset(warm: Warm, home: Home) -> None:
    old = shown_code(warm, home, PIN)
    assert ask(warm, home, reset_by_face(NEW_PIN)).status == 0
    assert terminal_takes(warm, home, old) == "VOUCHER_REVOKED"
    old = shown_code(warm, home, NEW_PIN)
    assert ask(warm, home, reset_by_counter(counter_code(warm, home), PIN)).status == 0
    assert terminal_takes(warm, home, old) == "VOUCHER_REVOKED"
    assert terminal_takes(warm, home, shown_code(warm, home, PIN)) == ""


@sandbox_alone
def test_a_counter_code_serves_one_reset(warm: Warm, home: Home) -> None:
    code = counter_code(warm, home)
    assert ask(warm, home, reset_by_counter(code, NEW_PIN)).data["changed"] is True
    # The same command again has nothing left to do; the same code with another PIN is a second use.
    assert ask(warm, home, reset_by_counter(code, NEW_PIN)).data["changed"] is False
    assert ask(warm, home, reset_by_counter(code, NEWER_PIN)).code == "RESET_CODE_USED"
    assert ask(warm, home, show_code(NEW_PIN)).status == 0


@sandbox_alone
def test_right_and_wrong_pins_at_once_never_hurt_each_other(warm: Warm, home: Home) -> None:
    ran = warm.run_together(home, [change_pin(PIN, PIN), change_pin(WRONG, NEW_PIN)] * (10 if FULL else 5))
    right, wrong = ran[::2], ran[1::2]
    # A right one takes back every count before it; after five wrong ones in a row nothing does.
    assert {one.status for one in wrong} <= {6, 7}
    assert {one.status for one in right} <= {0, 7}
    locked = any(one.status == 7 for one in ran)
    assert ask(warm, home, change_pin(PIN, PIN)).status == (7 if locked else 0)


@sandbox_alone
def test_one_code_settles_once_among_fifty_terminals(warm: Warm, home: Home, tmp_path: Path) -> None:
    bill = write_bill(tmp_path, 4000)
    new_step(warm, home)
    code = shown_code(warm, home, PIN)
    ran = warm.run_together(home, [settle(HOSPITAL, bill, f"key-{n}", code) for n in range(MANY)])
    assert Counter(one.code for one in ran) == {"": 1, "CODE_USED": MANY - 1}
    assert {one.status for one in ran} == {0, 15}
    assert_paid(warm, home, [one.data for one in ran if one.status == 0])


@sandbox_alone
def test_one_request_sent_fifty_times_has_one_effect(warm: Warm, home: Home, tmp_path: Path) -> None:
    bill = write_bill(tmp_path, 4000)
    new_step(warm, home)
    code = shown_code(warm, home, PIN)
    ran = warm.run_together(home, [settle(HOSPITAL, bill, "the-same", code)] * MANY)
    assert {one.status for one in ran} == {0}
    assert len({one.data["setl_id"] for one in ran}) == 1
    assert_paid(warm, home, [ran[0].data])


@sandbox_alone
def test_fifty_settlements_of_one_person_never_overdraw(warm: Warm, home: Home, tmp_path: Path) -> None:
    # Together far above the personal account, so that the last ones find it empty.
    bill = write_bill(tmp_path, 40_000)
    tokens = [ec_token for _ in range(MANY // 10 - 1) for ec_token in ten_tokens(warm, home)]
    new_step(warm, home)
    codes = [new_code(warm, home) for _ in range(10)]
    # The codes first: they end, the visits' tokens do not.
    lines = [settle(HOSPITAL, bill, f"code-{n}", code) for n, code in enumerate(codes)]
    lines += [settle_visit(HOSPITAL, bill, f"token-{n}", token) for n, token in enumerate(tokens)]
    assert len(set(tokens + codes)) == MANY
    ran = warm.run_together(home, lines)
    assert Counter(one.code for one in ran) == {"": MANY}
    assert assert_paid(warm, home, [one.data for one in ran]) == 0


@sandbox_alone
def test_fifty_settlements_never_overdraw_a_giver(warm: Warm, home: Home, tmp_path: Path) -> None:
    """A child without an account of its own, whose father gives: together the bills are far above what he has."""
    given = ("mutual-aid", "add", "--relation", "child", "--name", CHILD.name, "--id-fd", "{id}", "--pin-fd", "{pin}")
    assert ask(warm, home, wallet(*given, id=CHILD.id_number, pin=PIN)).status == 0
    bill = write_bill(tmp_path, 60_000)
    place = ("terminal", "settle", "--institution", HOSPITAL, "--bill", str(bill), "--credential", "id-card")
    words = (*place, "--credential-fd", "{id}", "--idempotency-key")
    ran = warm.run_together(home, [operator(*words, f"aid-{n}", id=CHILD.id_number) for n in range(MANY)])
    assert Counter(one.code for one in ran) == {"": MANY}
    for one in ran:
        parts = ("fund_pay_sumamt_fen", "acct_pay_fen", "acct_mulaid_pay_fen", "psn_cash_pay_fen")
        assert sum(one.data[part] for part in parts) == one.data["medfee_sumamt_fen"]
        assert min(one.data[part] for part in parts) >= 0
    spent = sum(one.data["acct_mulaid_pay_fen"] for one in ran)
    left = ask(warm, home, wallet("balance")).data["accounts"][0]["personal_account_fen"]
    assert (left, spent) == (0, ZHANG.account_fen)
    assert ask(warm, home, wallet("mutual-aid", "list")).data["mutual_aids"][0]["used_fen"] == spent
    uses = ask(warm, home, wallet("records", "--kind", "mutual-aid")).data["records"]
    assert sum(one["amount_fen"] for one in uses) == spent


def test_activations_at_once_make_one_voucher(warm: Warm, new_home: NewHome) -> None:
    home = new_home()
    ran = warm.run_together(home, [activate(ZHANG, PIN)] * 4)
    assert sorted(one.data["changed"] for one in ran) == [False, False, False, True]
    devices = ask(warm, home, wallet("device", "list")).data["devices"]
    assert [device["this"] for device in devices if not device["revoked"]] == [True]
    assert terminal_takes(warm, home, shown_code(warm, home, PIN)) == ""
    assert ask(warm, home, wallet("audit", "verify")).data["whole"] is True


@sandbox_alone
def test_windows_never_show_the_same_code(warm: Warm, home: Home) -> None:
    ran = warm.run_together(home, [show_code(PIN)] * 12)
    assert {one.code for one in ran} <= {"", "ROLLS_EXHAUSTED"}
    codes = [one.data["code"] for one in ran if one.status == 0]
    assert len(set(codes)) == len(codes) >= 10


def ten_tokens(warm: Warm, home: Home) -> list[str]:
    """Visits registered with ten codes of a step of their own."""
    new_step(warm, home)
    codes = [new_code(warm, home) for _ in range(10)]
    place = ("terminal", "verify", "--institution", HOSPITAL, "--code-fd", "{code}")
    ran = warm.run_together(home, [operator(*place, code=code) for code in codes])
    return [one.data["ecToken"] for one in ran]


def new_step(warm: Warm, home: Home) -> None:
    """Moves the clock on to the beginning of a step of time: its codes are all to be had, and live a whole minute."""
    now = datetime.fromisoformat(ask(warm, home, operator("sandbox", "clock")).data["now"])
    ask(warm, home, operator("sandbox", "clock", "advance", f"{STEP_S - int(now.timestamp()) % STEP_S}s"))


def settle_visit(institution: str, bill: Path, key: str, token: str) -> Line:
    place = ("terminal", "settle", "--institution", institution, "--bill", str(bill))
    return operator(*place, "--idempotency-key", key, "--ec-token", token)


def assert_five_tries(ran: list[Ran]) -> None:
    assert Counter(one.status for one in ran) == {6: 5, 7: len(ran) - 5}
    assert sorted(one.details["attempts_left"] for one in ran if one.status == 6) == [0, 1, 2, 3, 4]


def shown_code(warm: Warm, home: Home, pin: str) -> str:
    code: str = ask(warm, home, show_code(pin)).data["code"]
    return code


def counter_code(warm: Warm, home: Home) -> str:
    code: str = ask(warm, home, operator("counter", "reset-pin", ZHANG.psn_no)).data["code"]
    return code


def new_code(warm: Warm, home: Home) -> str:
    made: str = ask(warm, home, operator("sandbox", "code", ZHANG.psn_no, "--case", "valid")).data["code"]
    return made


def write_bill(folder: Path, amount_fen: int) -> Path:
    path = folder / "bill.json"
    fees = [{"name": "阿莫西林胶囊", "category": "A", "amount_fen": amount_fen}]
    path.write_text(json.dumps({"med_type": "11", "fees": fees}), encoding="utf-8")
    return path


def assert_paid(warm: Warm, home: Home, settled: list[dict[str, Any]]) -> int:
    """Every bill is paid in full by somebody, and the account is what is left; its balance."""
    for one in settled:
        parts = ("fund_pay_sumamt_fen", "acct_pay_fen", "psn_cash_pay_fen")
        assert sum(one[part] for part in parts) == one["medfee_sumamt_fen"]
        assert min(one[part] for part in parts) >= 0
    account = ask(warm, home, wallet("balance")).data["accounts"][0]
    left: int = account["personal_account_fen"]
    assert left == ZHANG.account_fen - sum(one["acct_pay_fen"] for one in settled) >= 0
    assert account["pool_used_fen"] == sum(one["fund_pay_sumamt_fen"] for one in settled)
    records = ask(warm, home, wallet("records", "--kind", "settlement")).data["records"]
    assert {one["record_id"] for one in records} == {one["setl_id"] for one in settled}
    return left
