"""A home that an earlier version left opens in this one: `fixtures/home-format-1.tar.gz` is version 0.1's, kept as it was.

In it 张三 is activated in a sandbox vault (PIN 940713) and one bill of 6150.00 is settled.
"""

from __future__ import annotations

import os
import sqlite3
import tarfile
from pathlib import Path

import pytest
from campaigns.command_lines import Home, Line, run_together
from unit.cli.running import programs

from wallet_cli.platform import sql

KEPT = Path(__file__).parent.parent / "fixtures" / "home-format-1.tar.gz"
PIN = "940713"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    with tarfile.open(KEPT) as kept:
        kept.extractall(folder, filter="data")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


def format_of(home: Path) -> str:
    with sqlite3.connect(home / "platform" / "platform.db") as connection:
        found: str = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()[0]
    return found


def test_the_kept_home_is_the_earlier_format(home: Path) -> None:
    assert format_of(home) == "1" != str(sql.FORMAT)


def test_an_earlier_home_is_brought_up_and_loses_nothing(home: Path) -> None:
    yibao, platform = programs(home)
    (account,) = yibao("balance").data["accounts"]
    assert (account["personal_account_fen"], account["pool_used_fen"]) == (216_180, 227_500)
    assert format_of(home) == str(sql.FORMAT)
    settled = [one for one in yibao("records").data["records"] if one["kind"] == "settlement"]
    assert [one["amount_fen"] for one in settled] == [615_000]
    digits = yibao("qr", secrets={"--pin-fd": PIN}).data["code"]
    assert platform("terminal", "verify", "--institution", "H11000000001", "--code", "-", stdin=digits).status == 0
    with sqlite3.connect(home / "platform" / "platform.db") as connection:
        paid = connection.execute("SELECT fund_fen, account_fen, aid_fen, cash_fen FROM settlements").fetchall()
    assert paid == [(227_500, 307_500, 0, 80_000)]


def test_many_processes_upgrade_once(home: Path) -> None:
    ran = run_together(Home(home, "sandbox", dict(os.environ)), [Line("yibao", ("balance",))] * 8)
    assert [one.status for one in ran] == [0] * 8, ran
    assert format_of(home) == str(sql.FORMAT)
