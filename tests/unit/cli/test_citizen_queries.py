"""Balance and records from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from wallet import CITIZENS, Wallet

HOSPITAL = "H11000000001"
BILL = {
    "med_type": "11",
    "fees": [
        {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 250_000},
        {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": 30_000},
        {"name": "镶牙", "category": "C", "amount_fen": 80_000},
    ],
}


def settle(wallet: Wallet, folder: Path) -> dict[str, Any]:
    bill = folder / "bill.json"
    bill.write_text(json.dumps(BILL), encoding="utf-8")
    words = ("terminal", "settle", "--institution", HOSPITAL, "--bill", str(bill))
    return wallet.other(*words, secrets={"--code-fd": wallet.code()})


def test_balance_of_an_employee(active: Wallet) -> None:
    accounts = active.ok("balance")["accounts"]
    assert len(accounts) == 1
    assert accounts[0].pop("as_of").endswith("Z") and accounts[0].pop("year") >= 2026
    assert accounts[0].pop("pool_cap_fen") > 0
    assert accounts[0] == {
        "member": "self",
        "insutype": "310",
        "personal_account_fen": 523_680,
        "currency": "CNY",
        "deductible_used_fen": 0,
        "pool_used_fen": 0,
    }
    own = active.ok("balance", "self")["accounts"][0]
    assert {key: own[key] for key in accounts[0]} == accounts[0]


def test_a_resident_has_no_account_rather_than_an_empty_one(wallet: Wallet) -> None:
    wallet.activate(CITIZENS["林小雨"])
    assert wallet.ok("balance")["accounts"][0]["personal_account_fen"] is None
    assert "居民医保无个人账户" in wallet.run("balance", "--lang", "zh-CN").out
    for language in ("zh-CN", "en"):
        shown = wallet.run("balance", "--lang", language).out
        account = next(line for line in shown.splitlines() if "个人账户" in line or "personal account" in line)
        assert "0.00" not in account


def test_a_settlement_moves_the_balance_and_is_on_record(active: Wallet, tmp_path: Path) -> None:
    before = active.ok("balance")["accounts"][0]
    settled = settle(active, tmp_path)
    paid = [settled[f"{name}_fen"] for name in ("fund_pay_sumamt", "acct_pay", "acct_mulaid_pay", "psn_cash_pay")]
    assert sum(paid) == settled["medfee_sumamt_fen"] == 360_000
    after = active.ok("balance")["accounts"][0]
    assert before["personal_account_fen"] - after["personal_account_fen"] == settled["acct_pay_fen"]
    assert after["pool_used_fen"] - before["pool_used_fen"] == settled["hifp_pay_fen"]

    newest = active.ok("records")["records"][0]
    assert newest["kind"] == "settlement" and newest["psn_cash_pay_fen"] == settled["psn_cash_pay_fen"]
    whole = active.ok("records", "show", newest["record_id"], "--explain")
    assert whole["settlement"]["steps"] and whole["settlement"]["setl_id"] == settled["setl_id"]
    assert "steps" not in active.ok("records", "show", newest["record_id"])["settlement"]
    for language in ("zh-CN", "en"):
        shown = active.run("records", "show", newest["record_id"], "--explain", "--lang", language)
        assert shown.exit == 0 and "3,600.00" in shown.out


def test_records_by_kind_year_and_count(active: Wallet, tmp_path: Path) -> None:
    settle(active, tmp_path)
    everything = active.ok("records")["records"]
    year = max(one["at"] for one in everything)[:4]
    assert [one["at"] for one in everything] == sorted((one["at"] for one in everything), reverse=True)
    assert active.ok("records", "--limit", "3")["records"] == everything[:3]
    settlements = active.ok("records", "--kind", "settlement")["records"]
    assert [one["kind"] for one in settlements] == ["settlement"]
    contributions = active.ok("records", "--kind", "contribution")["records"]
    assert len(contributions) + 1 == len(everything) and all(one["period"] for one in contributions)
    assert active.ok("records", "--kind", "claim")["records"] == []
    this_year = active.ok("records", "--year", year)["records"]
    assert this_year == [one for one in everything if one["at"].startswith(year)]
    assert 0 < len(this_year) < len(everything)
    assert active.ok("records", "self", "--year", "2001")["records"] == []


def test_no_records_in_words(active: Wallet) -> None:
    answer = active.run("records", "--kind", "claim", "--lang", "en")
    assert (answer.exit, answer.out) == (0, "") and answer.err
    plain = active.run("records", "--kind", "claim", "-o", "plain")
    assert (plain.exit, plain.out, plain.err) == (0, "", "")


@pytest.mark.parametrize("word", ["S0", "C" * 65, "", "'; DROP TABLE records; --"])
def test_a_record_that_is_not_there(active: Wallet, word: str) -> None:
    answer = active.run("records", "show", "--json", "--", word)
    assert answer.exit == 9 and answer.error["code"] == "RECORD_UNKNOWN"
    assert answer.error["fix"] == ["yibao records"]


def test_another_person_s_record(active: Wallet) -> None:
    active.ok("profile", "add", "lin")
    active.activate(CITIZENS["林小雨"], "--profile", "lin")
    others = active.ok("records", "--profile", "lin")["records"][0]["record_id"]
    active.fails(9, "RECORD_UNKNOWN", "records", "show", others)


@pytest.mark.parametrize(
    "command", [("balance",), ("records",), ("voucher", "show"), ("card", "show"), ("qr", "--digits")]
)
def test_a_member_that_is_not_there(active: Wallet, command: tuple[str, ...]) -> None:
    error = active.fails(9, "MEMBER_UNKNOWN", *command, "mama")
    assert error["details"]["member"] == "mama" and error["fix"] == ["yibao status"]


def test_plain_is_one_record_a_line(active: Wallet) -> None:
    records = active.ok("records")["records"]
    lines = active.run("records", "-o", "plain").out.splitlines()
    assert len(lines) == len(records)
    assert all(len(line.split("\t")) == len(records[0]) for line in lines)
    assert [line.split("\t")[0] for line in lines] == [one["record_id"] for one in records]
