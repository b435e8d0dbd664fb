"""Mutual aid from the command line: added, listed, spent at the terminal, ended; every refusal with its way out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from wallet import CITIZENS, PIN, ZHANG, Wallet

MOTHER, INFANT, ELSEWHERE = CITIZENS["李秀英"], CITIZENS["陈晨"], CITIZENS["周海涛"]
BILL = {"med_type": "11", "fees": [{"name": "阿莫西林胶囊", "category": "A", "amount_fen": 30_000}]}


def add(wallet: Wallet, who: Any, relation: str, *more: str) -> dict[str, Any]:
    words = ("mutual-aid", "add", "--relation", relation, "--name", who.name, *more)
    return wallet.ok(*words, secrets={"--id-fd": who.id_number, "--pin-fd": PIN})


def refused(wallet: Wallet, status: int, code: str, who: Any, relation: str, *more: str) -> dict[str, Any]:
    words = ("mutual-aid", "add", "--relation", relation, "--name", who.name, *more)
    return wallet.fails(status, code, *words, secrets={"--id-fd": who.id_number, "--pin-fd": PIN})


def test_added_listed_ended(active: Wallet) -> None:
    made = add(active, MOTHER, "parent", "--yearly-limit", "2,000.50")
    assert made["changed"] is True and made["yearly_limit_fen"] == 200_050 and made["user"] == "**英"
    assert add(active, MOTHER, "parent", "--yearly-limit", "2000.5")["changed"] is False
    (listed,) = active.ok("mutual-aid", "list")["mutual_aids"]
    assert listed == {key: value for key, value in made.items() if key != "changed"}
    ended = active.ok("mutual-aid", "remove", made["aid_id"][:6].lower(), secrets={"--pin-fd": PIN})
    assert (ended["changed"], ended["state"], ended["reason"]) == (True, "ended", "stopped")
    # Nothing is left to do: no PIN is asked for.
    assert active.ok("mutual-aid", "remove", made["aid_id"])["changed"] is False
    acts = [one["act"] for one in active.ok("audit", "show")["acts"]]
    assert acts[-2:] == ["aid.add", "aid.remove"]


@pytest.mark.parametrize(
    ("status", "code", "who", "relation", "more"),
    [
        (2, "AID_SELF", ZHANG, "sibling", ()),
        (2, "AID_LIMIT_INVALID", MOTHER, "parent", ("--yearly-limit", "0")),
        (2, "AID_LIMIT_INVALID", MOTHER, "parent", ("--yearly-limit", "1.005")),
        (2, "AID_LIMIT_INVALID", MOTHER, "parent", ("--yearly-limit", "ten")),
        (2, "USAGE", MOTHER, "friend", ()),
        (12, "AID_PLACE", ELSEWHERE, "sibling", ()),
        (12, "RELATION_REFUSED", MOTHER, "child", ()),
        (12, "RELATION_REFUSED", INFANT, "spouse", ()),
        (12, "IDENTITY_MISMATCH", MOTHER._replace(name="李秀芳"), "parent", ()),
        (12, "NOT_INSURED", CITIZENS["孙伟"], "sibling", ()),
        (2, "ID_INVALID", MOTHER._replace(id_number="1234"), "parent", ()),
    ],
)
def test_refusals(active: Wallet, status: int, code: str, who: Any, relation: str, more: tuple[str, ...]) -> None:
    refused(active, status, code, who, relation, *more)
    assert active.ok("mutual-aid", "list")["mutual_aids"] == []


def test_a_resident_cannot_give(wallet: Wallet) -> None:
    wallet.activate(INFANT)
    error = refused(wallet, 12, "AID_GIVER", ZHANG, "parent")
    assert "310" not in error["message"] and error["advice"]


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_no_circle_of_givers(active: Wallet, lang: str) -> None:
    add(active, MOTHER, "parent")
    active.ok("profile", "add", "mama")
    active.activate(MOTHER, "--profile", "mama")
    line = ("mutual-aid", "add", "--relation", "child", "--name", ZHANG.name, "--profile", "mama", "--lang", lang)
    given = {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}
    error = active.fails(10, "AID_CIRCLE", *line, secrets=given)
    assert ("共济" if lang == "zh-CN" else "circle") in error["message"]
    assert [one["role"] for one in active.ok("--profile", "mama", "mutual-aid", "list")["mutual_aids"]] == ["user"]


def test_a_limit_ends_in_the_middle_of_a_residents_bill(active: Wallet, tmp_path: Path) -> None:
    """陈晨 has no account of his own: 张三's pays up to the year's limit, cash the rest, to the fen."""
    add(active, INFANT, "child", "--yearly-limit", "100.01")
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps(BILL))
    line = ("terminal", "settle", "--institution", "H11000000001", "--bill", str(bill), "--credential", "id-card")
    first, second = (active.other(*line, secrets={"--credential-fd": INFANT.id_number}) for _ in range(2))
    assert first["balc_fen"] is None and first["acct_pay_fen"] == second["acct_pay_fen"] == 0
    assert (first["acct_mulaid_pay_fen"], second["acct_mulaid_pay_fen"]) == (10_001, 0)
    for one in (first, second):
        paid = one["fund_pay_sumamt_fen"] + one["acct_mulaid_pay_fen"] + one["psn_cash_pay_fen"]
        assert paid == one["medfee_sumamt_fen"] == 30_000
    (link,) = active.ok("mutual-aid", "list")["mutual_aids"]
    assert (link["used_fen"], link["yearly_limit_fen"]) == (10_001, 10_001)


def test_a_wrong_pin_and_missing_options(active: Wallet) -> None:
    words = ("mutual-aid", "add", "--relation", "parent", "--name", MOTHER.name)
    wrong = {"--id-fd": MOTHER.id_number, "--pin-fd": "111222"}
    assert active.fails(6, "PIN_WRONG", *words, secrets=wrong)["details"]["attempts_left"] == 4
    assert active.fails(17, "INPUT_NEEDED", *words)["details"]["option"] == "--id-fd"
    assert active.fails(17, "INPUT_NEEDED", "mutual-aid", "add")["details"]["option"] == "--relation"
    active.fails(9, "AID_UNKNOWN", "mutual-aid", "remove", "A0", secrets={"--pin-fd": PIN})


def test_dry_run_changes_nothing(active: Wallet) -> None:
    assert add(active, MOTHER, "parent", "--dry-run")["changed"] is False
    assert active.ok("mutual-aid", "list")["mutual_aids"] == []


def test_the_receipt_names_the_giver(active: Wallet, tmp_path: Path) -> None:
    add(active, INFANT, "child")
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps(BILL), encoding="utf-8")
    words = ("terminal", "settle", "--institution", "H11000000001", "--bill", str(bill), "--credential", "id-card")
    settled = active.other(*words, secrets={"--credential-fd": INFANT.id_number})
    assert settled["acct_mulaid_pay_fen"] == sum(aid["paid_fen"] for aid in settled["aids"]) > 0
    assert [aid["giver"] for aid in settled["aids"]] == ["*三"]
    query = ("terminal", "query", "--institution", "H11000000001", settled["setl_id"])
    for lang, words_of_it in (("zh-CN", "共济"), ("en", "aid")):
        told = active.run(*query, "--explain", "--lang", lang, program="yibao-platform").out
        assert "*三" in told and words_of_it in told


def test_the_giver_sees_each_use(active: Wallet, tmp_path: Path) -> None:
    add(active, INFANT, "child")
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps(BILL), encoding="utf-8")
    words = ("terminal", "settle", "--institution", "H11000000001", "--bill", str(bill), "--credential", "id-card")
    settled = active.other(*words, secrets={"--credential-fd": INFANT.id_number})
    (used,) = active.ok("records", "--kind", "mutual-aid")["records"]
    assert (used["amount_fen"], used["where"]) == (settled["acct_mulaid_pay_fen"], "*晨")
    whole = active.ok("records", "show", used["record_id"])
    assert whole["kind"] == "mutual-aid"
    assert "settlement" not in whole  # the giver sees what was paid, not the relative's treatment


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("form", ["human", "plain"])
def test_in_words(active: Wallet, lang: str, form: str) -> None:
    add(active, MOTHER, "parent")
    told = active.run("mutual-aid", "list", "-o", form, "--lang", lang)
    assert told.exit == 0 and "**英" in told.out
    if form == "human":
        assert ("亲情账户" if lang == "zh-CN" else "family account") in told.err
