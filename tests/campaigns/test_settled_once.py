"""Settlements repeated, killed and undone from many processes: one effect each, and a lost answer has one end.

A terminal that does not know what became of a bill asks, and then leaves it settled or reverses it; whatever was killed
in between, the money that moved is what the answers together say.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from campaigns.command_lines import Home, Line, Ran, Warm, activate, operator, wallet
from campaigns.conftest import NewHome
from campaigns.test_many_processes import HOSPITAL, PIN, ZHANG, ask

FULL = os.environ.get("YIBAO_FULL") == "1"
SEED = int(os.environ.get("YIBAO_SEED", "20221122"))
MANY = 50
ROUNDS = 30 if FULL else 3
PLACE = ("--institution", HOSPITAL)
pytestmark = pytest.mark.parametrize("new_home", ["sandbox"], indirect=True)


@pytest.fixture
def home(warm: Warm, new_home: NewHome) -> Home:
    made = new_home()
    assert ask(warm, made, activate(ZHANG, PIN)).status == 0
    return made


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "bill.json"
    fees = [{"name": "阿莫西林胶囊", "category": "A", "amount_fen": 40_000}]
    path.write_text(json.dumps({"med_type": "11", "fees": fees}), encoding="utf-8")
    return path


def settle(bill: Path, key: str) -> Line:
    words = ("--bill", str(bill), "--credential", "id-card", "--credential-fd", "{id}", "--idempotency-key", key)
    return operator("terminal", "settle", *PLACE, *words, id=ZHANG.id_number)


def reverse(key: str) -> Line:
    return operator("terminal", "reverse", *PLACE, "--idempotency-key", key)


def query(key: str) -> Line:
    return operator("terminal", "query", *PLACE, "--idempotency-key", key)


def account(warm: Warm, home: Home) -> tuple[int, int]:
    """What is left, and what the fund has paid."""
    found = ask(warm, home, wallet("balance")).data["accounts"][0]
    return found["personal_account_fen"], found["pool_used_fen"]


def writes(warm: Warm, home: Home, line: Line) -> int:
    """How many times a command of this kind makes something durable."""
    return max(1, warm.run(home, line, unit="writes").count)


def assert_moved(warm: Warm, home: Home, standing: list[dict[str, Any]]) -> None:
    """The account and the year's figures are those of the settlements that stand."""
    left, fund = account(warm, home)
    assert left == ZHANG.account_fen - sum(one["acct_pay_fen"] for one in standing) >= 0
    assert fund == sum(one["fund_pay_sumamt_fen"] for one in standing)


def test_fifty_duplicates_some_killed_have_one_effect(warm: Warm, home: Home, bill: Path) -> None:
    stream = Random(SEED)
    first = ask(warm, home, settle(bill, "measured")).data
    most = writes(warm, home, settle(bill, "also measured"))
    standing = [first, ask(warm, home, query("also measured")).data]
    for turn in range(ROUNDS):
        line = settle(bill, f"K{turn}")
        # Dead ones before, between and after: at a random line, or right after what they made durable.
        killed = [warm.run(home, line, unit="lines", kill_at=stream.randint(1, 4_000)) for _ in range(4)]
        killed += [warm.run(home, line, unit="writes", kill_at=at) for at in range(1, most + 1)]
        ran = warm.run_together(home, [line] * (MANY - len(killed)))
        assert {one.status for one in ran} == {0}
        assert len({one.data["setl_id"] for one in [*ran, *(one for one in killed if not one.killed)]}) == 1
        standing.append(ran[0].data)
        assert_moved(warm, home, standing)


def test_an_answer_lost_after_the_commit_is_found_or_undone(warm: Warm, home: Home, bill: Path) -> None:
    most = writes(warm, home, settle(bill, "measured"))
    standing = [ask(warm, home, query("measured")).data]
    for turn in range(ROUNDS):
        for at in range(1, most + 1):
            kept, undone = f"kept {turn} {at}", f"undone {turn} {at}"
            for key in (kept, undone):
                assert warm.run(home, settle(bill, key), unit="writes", kill_at=at).killed
            found = ask(warm, home, query(kept))
            if found.status == 0:
                standing.append(found.data)
                assert ask(warm, home, settle(bill, kept)).data["setl_id"] == found.data["setl_id"]
            else:
                assert found.code == "SETTLEMENT_UNKNOWN"
            assert ask(warm, home, reverse(undone)).data["changed"] is True
            assert ask(warm, home, settle(bill, undone)).code == "SETTLEMENT_REVERSED"
            assert_moved(warm, home, standing)
    assert len(standing) > 1, "no kill fell after a commit"


def test_settling_and_reversing_at_once_end_as_one_of_both(warm: Warm, home: Home, bill: Path) -> None:
    standing, ends = [], Counter[str]()
    for turn in range(3 * ROUNDS):
        key = f"R{turn}"
        lines = [settle(bill, key), reverse(key)] * 4
        ran = warm.run_together(home, lines)
        assert {one.code for one in ran[::2]} <= {"", "SETTLEMENT_REVERSED"}
        assert {one.status for one in ran[1::2]} == {0}
        # Every reversal was answered, so it ends reversed, whatever the settlements were told before.
        assert sum(one.data["changed"] for one in ran[1::2]) == 1
        end: Ran = ask(warm, home, query(key))
        ends[end.code or end.data["state"]] += 1
        assert_moved(warm, home, standing)
    assert set(ends) <= {"reversed", "SETTLEMENT_REVERSED"}


def test_refunds_killed_anywhere_give_back_once(warm: Warm, home: Home, bill: Path) -> None:
    stream = Random(SEED)
    for turn in range(ROUNDS):
        done = ask(warm, home, settle(bill, f"F{turn}")).data
        words = ("terminal", "refund", done["setl_id"], *PLACE, "--idempotency-key", f"back {turn}")
        line = operator(*words)
        for _ in range(4):
            warm.run(home, line, unit="lines", kill_at=stream.randint(1, 4_000))
        ran = warm.run_together(home, [line] * 8)
        assert {one.status for one in ran} == {0} and len({one.data["setl_id"] for one in ran}) == 1
        assert_moved(warm, home, [])


def test_a_confirmation_killed_anywhere_pays_once(warm: Warm, home: Home, bill: Path) -> None:
    stream = Random(SEED)
    words = ("--bill", str(bill), "--credential", "id-card", "--credential-fd", "{id}")
    send = operator("terminal", "request-payment", *PLACE, *words, id=ZHANG.id_number)
    standing: list[dict[str, Any]] = []
    bill_id = ask(warm, home, send).data["bill_id"]
    most = writes(warm, home, wallet("pay", "confirm", bill_id, "--pin-fd", "{pin}", pin=PIN))
    standing.append(ask(warm, home, wallet("pay", "confirm", bill_id)).data["settlement"])
    for _ in range(ROUNDS):
        bill_id = ask(warm, home, send).data["bill_id"]
        line = wallet("pay", "confirm", bill_id, "--pin-fd", "{pin}", pin=PIN)
        warm.run(home, line, unit="writes", kill_at=stream.randint(1, most))
        warm.run(home, line, unit="lines", kill_at=stream.randint(1, 6_000))
        ran = warm.run_together(home, [line] * 4)
        assert {one.status for one in ran} == {0}
        assert len({one.data["settlement"]["setl_id"] for one in ran}) == 1
        standing.append(ran[0].data["settlement"])
        assert_moved(warm, home, standing)
    assert ask(warm, home, wallet("audit", "verify")).data["whole"] is True
