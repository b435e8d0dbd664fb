"""`yibao pay list|confirm` and `terminal request-payment`: seen before the PIN, paid once, by its own person alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from unit.cli.running import HOSPITAL, RAW_KEY, ZHANG, ZHANG_PHONE, Program, Ran, programs

AT = ("--institution", HOSPITAL)
PIN, WRONG = "940713", "285170"
WITH_PIN = {"--pin-fd": PIN}


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Program, Program]:
    yibao, platform = programs(tmp_path / "yibao")
    words = ("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", "110000", "--name", "张三")
    yibao(*words, "--phone", ZHANG_PHONE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN})
    return yibao, platform


@pytest.fixture
def bill(tmp_path: Path) -> str:
    path = tmp_path / "bill.json"
    fees = [{"name": "药品", "category": "A", "amount_fen": 300_000}]
    path.write_text(json.dumps({"med_type": "11", "fees": fees}), encoding="utf-8")
    return str(path)


def send(platform: Program, bill: str, *words: str, who: str = ZHANG, form: str = "json") -> Ran:
    options = ("--bill", bill, "--credential", "id-card", *words)
    return platform("terminal", "request-payment", *AT, *options, secrets={"--credential-fd": who}, form=form)


def account(yibao: Program) -> int:
    return int(yibao("balance").data["accounts"][0]["personal_account_fen"])


def test_a_bill_goes_out_and_is_paid_once(sides: tuple[Program, Program], bill: str) -> None:
    yibao, platform = sides
    before = account(yibao)
    sent = send(platform, bill).data
    assert (sent["name"], sent["state"], sent["setl_id"]) == ("*三", "open", None)
    (listed,) = yibao("pay", "list").data["payments"]
    assert (listed["bill_id"], listed["amount_fen"], listed["state"]) == (sent["bill_id"], 300_000, "open")
    paid = yibao("pay", "confirm", sent["bill_id"], secrets=WITH_PIN).data
    assert paid["changed"] is True and paid["acct_pay_fen"] == listed["acct_pay_fen"] == before - account(yibao)
    again = yibao("pay", "confirm", sent["bill_id"]).data
    assert again["changed"] is False and again["settlement"] == paid["settlement"]
    asked = platform("terminal", "query", *AT, "--bill-id", sent["bill_id"]).data
    assert (asked["state"], asked["setl_id"]) == ("paid", paid["settlement"]["setl_id"])
    late = platform("terminal", "request-payment", *AT, "--withdraw", sent["bill_id"])
    assert (late.code, late.status) == ("PAYMENT_PAID", 10)
    # What it advises is a whole command.
    (advice,) = late.error["advice"]
    words = advice[advice.index("yibao-platform") :].split()[1:]
    assert platform(*words).data["refund_of"] == paid["settlement"]["setl_id"]
    acts = [one["act"] for one in yibao("audit", "show").data["acts"]]
    assert acts.count("pay.confirm") == 1


def test_the_pin_is_what_confirms(sides: tuple[Program, Program], bill: str) -> None:
    yibao, platform = sides
    bill_id, before = send(platform, bill).data["bill_id"], account(yibao)
    wrong = yibao("pay", "confirm", bill_id, secrets={"--pin-fd": WRONG})
    assert (wrong.code, wrong.status) == ("PIN_WRONG", 6)
    needed = yibao("pay", "confirm", bill_id, "--no-input")
    assert (needed.code, needed.error["details"]["option"]) == ("INPUT_NEEDED", "--pin-fd")
    assert yibao("pay", "confirm", bill_id, "--dry-run", secrets=WITH_PIN).data["action"] == "pay_confirm"
    assert account(yibao) == before
    yibao("voucher", "freeze")
    frozen = yibao("pay", "confirm", bill_id, secrets=WITH_PIN)
    assert (frozen.code, frozen.status) == ("VOUCHER_FROZEN", 15)
    yibao("voucher", "unfreeze", secrets=WITH_PIN)
    assert account(yibao) == before
    assert yibao("pay", "confirm", bill_id, "--pin-stdin", stdin=PIN).data["changed"] is True


def test_what_is_over_is_said_before_the_pin(sides: tuple[Program, Program], bill: str) -> None:
    yibao, platform = sides
    taken = send(platform, bill).data["bill_id"]
    assert platform("terminal", "request-payment", *AT, "--withdraw", taken).data["state"] == "withdrawn"
    ended = send(platform, bill, "--expires", "2m").data["bill_id"]
    platform("sandbox", "clock", "advance", "2m")
    for bill_id, code, status in ((taken, "PAYMENT_WITHDRAWN", 10), (ended, "PAYMENT_EXPIRED", 15)):
        refused = yibao("pay", "confirm", bill_id, "--no-input")
        assert (refused.code, refused.status) == (code, status)
        assert refused.error["advice"]
    states = {one["bill_id"]: one["state"] for one in yibao("pay", "list").data["payments"]}
    assert states == {taken: "withdrawn", ended: "expired"}


def test_another_persons_bill_is_not_told(sides: tuple[Program, Program], bill: str) -> None:
    yibao, platform = sides
    other = platform("person", "show", "李秀英", "--reveal").data["id_number"]
    bill_id = send(platform, bill, who=other).data["bill_id"]
    for asked in (bill_id, "B0", "x" * 65):
        refused = yibao("pay", "confirm", asked, secrets=WITH_PIN)
        assert (refused.code, refused.status) == ("PAYMENT_UNKNOWN", 9)
    assert yibao("pay", "list").data["payments"] == []
    assert yibao("pay", "list", "baba").code == "MEMBER_UNKNOWN"


def test_an_institution_that_asks_for_anothers_bill_is_not_sent_to_a_wallet(sides: tuple[Program, Program]) -> None:
    for words in (("query", "--bill-id"), ("request-payment", "--withdraw")):
        refused = sides[1]("terminal", words[0], *AT, words[1], "B0")
        assert (refused.code, refused.status, refused.error["fix"]) == ("PAYMENT_UNKNOWN", 9, [])
        assert "--member" not in refused.error["advice"][0]


@pytest.mark.parametrize("expires", ["59s", "8d", "-5m", "soon", ""])
def test_how_long_a_bill_may_wait(sides: tuple[Program, Program], bill: str, expires: str) -> None:
    refused = send(sides[1], bill, "--expires", expires)
    assert refused.status == 2 and refused.code in {"USAGE", "TIME_INVALID"}


def test_an_institution_without_the_voucher_sends_none(sides: tuple[Program, Program], bill: str) -> None:
    words = ("--institution", "H11000000003", "--bill", bill, "--credential", "id-card")
    refused = sides[1]("terminal", "request-payment", *words, secrets={"--credential-fd": ZHANG})
    assert (refused.code, refused.error["details"]["service"]) == ("INSTITUTION_UNABLE", "voucher")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_person_sees_what_they_pay(sides: tuple[Program, Program], bill: str, language: str) -> None:
    yibao, platform = sides
    sent = send(platform, bill, "--lang", language, form="human")
    bill_id = str(yibao("pay", "list").data["payments"][0]["bill_id"])
    listed = yibao("pay", "list", "--lang", language, form="human")
    paid = yibao("pay", "confirm", bill_id, "--lang", language, "--explain", secrets=WITH_PIN, form="human")
    assert paid.status == 0
    assert "沙盒北京第一医院" in paid.err and "3,000.00" in paid.err
    assert "3,000.00" in paid.out and ("沙盒" if language == "zh-CN" else "SANDBOX") in paid.out
    assert f"yibao pay confirm {bill_id}" in sent.err
    for ran in (sent, listed, paid):
        assert not RAW_KEY.search(ran.out + ran.err)
    plain = yibao("pay", "list", form="plain").out
    assert plain.split("\t")[0] == bill_id and "\tpaid\t" in plain
    nothing = yibao("pay", "list", "--profile", "default", form="human")
    assert nothing.status == 0
