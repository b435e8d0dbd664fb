"""`yibao-platform terminal settle --visit|--agent-fd, refund, reverse, query`: nothing is given back twice or lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from unit.cli.running import HOSPITAL, RAW_KEY, ZHANG, ZHANG_PHONE, Program, Ran, good_code, programs

AT = ("--institution", HOSPITAL)
SHANGHAI = ("--institution", "H31000000001")
PHARMACY = ("--institution", "P11000000001")
LI = "李秀英"


@pytest.fixture
def platform(tmp_path: Path) -> Program:
    return programs(tmp_path / "yibao")[1]


def write(folder: Path, name: str, med_type: str = "11", **more: Any) -> str:
    """A bill of two fees, or of the `amounts` given."""
    amounts = more.pop("amounts", (200_000, 400_000))
    fees = [{"name": f"药品{n}", "category": "A", "amount_fen": amount} for n, amount in enumerate(amounts, 1)]
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"med_type": med_type, "fees": fees, **more}), encoding="utf-8")
    return str(path)


@pytest.fixture
def bill(tmp_path: Path) -> str:
    return write(tmp_path, "bill")


def settle(platform: Program, bill: str, *words: str, at: tuple[str, ...] = AT, form: str = "json") -> Ran:
    options = ("--bill", bill, "--credential", "id-card", *words)
    return platform("terminal", "settle", *at, *options, secrets={"--credential-fd": ZHANG}, form=form)


def account(platform: Program) -> int:
    return int(platform("person", "show", "张三").data["personal_account_fen"])


def id_of(platform: Program, name: str) -> str:
    return str(platform("person", "show", name, "--reveal").data["id_number"])


# --- visits -----------------------------------------------------------------------------------------------------------


def test_registered_by_code_settled_by_card(platform: Program, bill: str) -> None:
    verified = platform("terminal", "verify", *AT, "--code", "-", stdin=good_code(platform)).data
    done = settle(platform, bill, "--visit", verified["mdtrt_id"]).data
    assert (done["mdtrt_id"], done["mdtrt_cert_type"]) == (verified["mdtrt_id"], "02")
    foreign = settle(platform, bill, "--visit", verified["mdtrt_id"], at=SHANGHAI)
    assert (foreign.code, foreign.status, foreign.error["details"]["reason"]) == ("VISIT_DIFFERS", 10, "institution")
    unknown = settle(platform, bill, "--visit", "V0")
    assert (unknown.code, unknown.status) == ("VISIT_UNKNOWN", 9)


def test_an_admission_and_its_discharge_months_later(platform: Program, tmp_path: Path) -> None:
    words = ("--scene", "01103", "--code", "-")
    admitted = platform("terminal", "verify", *AT, *words, stdin=good_code(platform)).data
    assert admitted["admitted_on"] is not None
    platform("sandbox", "clock", "advance", "40d")
    stay = write(tmp_path, "stay", "21", amounts=(900_000,))
    assert settle(platform, stay, "--visit", admitted["mdtrt_id"]).data["med_type"] == "21"
    closed = settle(platform, stay, "--visit", admitted["mdtrt_id"])
    assert (closed.code, closed.status) == ("VISIT_CLOSED", 10)


# --- refunds ----------------------------------------------------------------------------------------------------------


def test_a_part_then_the_rest_then_nothing(platform: Program, bill: str, tmp_path: Path) -> None:
    before = account(platform)
    done = settle(platform, bill).data
    part = write(tmp_path, "part", amounts=(50_000,))
    first = platform("terminal", "refund", done["setl_id"], *AT, "--bill", part).data
    assert (first["medfee_sumamt_fen"], first["refund_of"]) == (-50_000, done["setl_id"])
    assert platform("terminal", "query", *AT, done["setl_id"]).data["state"] == "partly_refunded"
    words = ("terminal", "refund", done["setl_id"], *AT, "--idempotency-key", "R1")
    rest = platform(*words).data
    assert rest["medfee_sumamt_fen"] == -550_000 and platform(*words).data == rest
    assert account(platform) == before
    again = platform("terminal", "refund", done["setl_id"], *AT)
    assert (again.code, again.status) == ("SETTLEMENT_REFUNDED", 10)
    asked = platform("terminal", "query", *AT, "--idempotency-key", "R1").data
    assert asked["setl_id"] == rest["setl_id"]


def test_more_than_was_paid_is_refused(platform: Program, bill: str, tmp_path: Path) -> None:
    done, before = settle(platform, bill).data, account(platform)
    more = write(tmp_path, "more", amounts=(200_001,))
    refused = platform("terminal", "refund", done["setl_id"], *AT, "--bill", more)
    assert (refused.code, refused.status) == ("REFUND_TOO_LARGE", 11)
    assert refused.error["details"]["left_fen"] == 200_000
    assert account(platform) == before
    wrong = platform("terminal", "refund", done["setl_id"], *AT, "--bill", write(tmp_path, "kind", "21"))
    assert (wrong.code, wrong.error["details"]["path"]) == ("BILL_INVALID", "/med_type")
    for elsewhere in (("S0", AT), (done["setl_id"], SHANGHAI)):
        assert platform("terminal", "refund", elsewhere[0], *elsewhere[1]).code == "SETTLEMENT_UNKNOWN"


def test_a_refund_is_rehearsed_and_worded(platform: Program, bill: str) -> None:
    done, before = settle(platform, bill).data, account(platform)
    words = ("terminal", "refund", done["setl_id"], *AT)
    assert platform(*words, "--dry-run").data["action"] == "terminal_refund" and account(platform) == before
    shown = platform(*words, "--explain", "--lang", "zh-CN", form="human").out
    assert "医保退费单" in shown and "-¥6,000.00" in shown and done["setl_id"] in shown and "沙盒" in shown
    asked = platform("terminal", "query", *AT, done["setl_id"], "--lang", "en", form="human").out
    assert "refunded" in asked
    assert not RAW_KEY.search(shown + asked)


# --- reversals --------------------------------------------------------------------------------------------------------


def test_reversed_once_and_for_good(platform: Program, bill: str) -> None:
    before = account(platform)
    done = settle(platform, bill, "--idempotency-key", "K1").data
    undone = platform("terminal", "reverse", *AT, "--idempotency-key", "K1").data
    assert (undone["changed"], undone["setl_id"], undone["state"]) == (True, done["setl_id"], "reversed")
    assert platform("terminal", "reverse", *AT, done["setl_id"]).data["changed"] is False
    assert account(platform) == before
    late = settle(platform, bill, "--idempotency-key", "K1")
    assert (late.code, late.status) == ("SETTLEMENT_REVERSED", 10)
    assert platform("terminal", "query", *AT, "--idempotency-key", "K1").data["state"] == "reversed"
    assert platform("terminal", "refund", done["setl_id"], *AT).code == "SETTLEMENT_REVERSED"


def test_a_request_never_seen_is_reversed_beforehand(platform: Program, bill: str) -> None:
    undone = platform("terminal", "reverse", *AT, "--idempotency-key", "lost").data
    assert (undone["changed"], undone["setl_id"]) == (True, None)
    assert platform("terminal", "reverse", *AT, "--idempotency-key", "lost").data["changed"] is False
    assert settle(platform, bill, "--idempotency-key", "lost").code == "SETTLEMENT_REVERSED"
    assert platform("terminal", "query", *AT, "--idempotency-key", "lost").code == "SETTLEMENT_REVERSED"
    told = platform("terminal", "reverse", *AT, "--idempotency-key", "other", "--lang", "en", form="human")
    assert "never seen" in told.err and not RAW_KEY.search(told.err + told.out)


def test_a_refunded_settlement_is_not_reversed(platform: Program, bill: str, tmp_path: Path) -> None:
    done = settle(platform, bill).data
    platform("terminal", "refund", done["setl_id"], *AT, "--bill", write(tmp_path, "part", amounts=(1,)))
    refused = platform("terminal", "reverse", *AT, done["setl_id"])
    assert (refused.code, refused.status) == ("SETTLEMENT_REFUNDED", 10)


@pytest.mark.parametrize(
    "words",
    [
        ("reverse", *AT),
        ("reverse", *AT, "S1", "--idempotency-key", "K"),
        ("refund", *AT),
        ("query", *AT, "S1", "--bill-id", "B1"),
        ("request-payment", *AT),
        ("request-payment", *AT, "--bill", "x", "--withdraw", "B1"),
    ],
)
def test_what_is_asked_for_is_one_thing(platform: Program, words: tuple[str, ...]) -> None:
    refused = platform("terminal", *words)
    assert (refused.code, refused.status) == ("USAGE", 2)


def test_reversals_are_rehearsed(platform: Program, bill: str) -> None:
    done = settle(platform, bill).data
    words = ("terminal", "reverse", *AT, done["setl_id"])
    assert platform(*words, "--dry-run").data["action"] == "terminal_reverse"
    assert platform("terminal", "query", *AT, done["setl_id"]).data["state"] == "settled"


# --- agents, chronic disease, institutions ----------------------------------------------------------------------------


def test_medicines_collected_for_somebody(platform: Program, tmp_path: Path) -> None:
    medicine = write(tmp_path, "medicine", "41", amounts=(3_000,))
    secrets = {"--credential-fd": ZHANG, "--agent-fd": id_of(platform, LI)}
    words = ("terminal", "settle", *PHARMACY, "--bill", medicine, "--credential", "id-card")
    assert platform(*words, secrets=secrets).data["agent"] == "**英"
    shown = platform(*words, "--preview", "--lang", "zh-CN", secrets=secrets, form="human").out
    assert "代购人" in shown and id_of(platform, LI) not in shown
    for agent, code, reason in ((ZHANG, "AGENT_INVALID", "same"), (unknown(), "AGENT_INVALID", "unknown")):
        refused = platform(*words, secrets={**secrets, "--agent-fd": agent})
        assert (refused.code, refused.status, refused.error["details"]["reason"]) == (code, 12, reason)
        assert agent not in refused.err
    by_code = ("terminal", "settle", *PHARMACY, "--bill", medicine)
    own = platform(*by_code, secrets={"--code-fd": good_code(platform), "--agent-fd": id_of(platform, LI)})
    assert (own.code, own.error["details"]["reason"]) == ("AGENT_NOT_ALLOWED", "credential")
    hospital = write(tmp_path, "outpatient")
    wrong = platform(*words[:2], *AT, "--bill", hospital, *words[-2:], secrets=secrets)
    assert (wrong.code, wrong.error["details"]["reason"]) == ("AGENT_NOT_ALLOWED", "med_type")


def unknown() -> str:
    from wallet_cli.domain.identity import check_digit

    return "99999919850612001" + check_digit("99999919850612001")


def test_chronic_disease_needs_its_recognition(platform: Program, tmp_path: Path) -> None:
    refused = settle(platform, write(tmp_path, "chronic", "14", disease="M01600"))
    assert (refused.code, refused.status) == ("CHRONIC_NEEDED", 12)
    assert refused.error["fix"] == ["yibao chronic new"]
    assert refused.error["advice"]


@pytest.mark.parametrize(
    ("institution", "med_type", "service", "now"),
    [
        ("H11000000003", "11", "voucher", "实体社保卡"),
        ("H11000000002", "21", "inpatient", "手工报销"),
        ("P11000000001", "11", "outpatient", "手工报销"),
        ("H11000000002", "14", "chronic", "普通门诊"),
        ("H41030000001", "11", "cross_province", "手工报销"),
    ],
)
def test_an_institution_that_cannot_says_what_works(
    platform: Program, tmp_path: Path, institution: str, med_type: str, service: str, now: str
) -> None:
    words = ("terminal", "settle", "--institution", institution, "--bill", write(tmp_path, "bill", med_type))
    refused = platform(*words, "--lang", "zh-CN", secrets={"--code-fd": good_code(platform)})
    assert (refused.code, refused.status) == ("INSTITUTION_UNABLE", 12)
    assert refused.error["details"]["service"] == service
    assert now in refused.error["advice"][0]
    assert refused.error["fix"][0].startswith("yibao institution search --region ")
    english = platform(*words, "--lang", "en", secrets={"--code-fd": good_code(platform)})
    assert not RAW_KEY.search(english.err)


def test_a_filing_for_another_place_is_told_at_the_counter(tmp_path: Path, platform: Program, bill: str) -> None:
    yibao = programs(tmp_path / "yibao")[0]
    words = ("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", "110000", "--name", "张三")
    yibao(*words, "--phone", ZHANG_PHONE, secrets={"--id-fd": ZHANG, "--pin-fd": "940713"})
    today = str(platform("sandbox", "clock").data["now"])[:10]
    new = ("--to", "440100", "--category", "other", "--start", today, "--contact-phone", ZHANG_PHONE)
    assert yibao("filing", "new", *new, "--accept-notice", "--yes").status == 0
    told = settle(platform, bill, "--explain", "--lang", "zh-CN", at=SHANGHAI).document
    assert "广州市" in told["warnings"][0] and "上海市" in told["warnings"][0]
    assert told["data"]["steps"][-1]["values"] == {"filed_elsewhere": "440100", "here": "310000"}
    shown = settle(platform, bill, "--explain", "--lang", "en", at=SHANGHAI, form="human")
    assert "Guangzhou" in shown.out and "Guangzhou" in shown.err
