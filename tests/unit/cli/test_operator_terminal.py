"""`yibao-platform terminal verify|settle|query`: codes, bills, credentials; nothing is lost by a refusal."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from unit.cli.running import HOSPITAL, ZHANG, Program, Ran, good_code, programs

FEES: list[dict[str, Any]] = [
    {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 2350},
    {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": 330000},
    {"name": "镶牙", "category": "C", "amount_fen": 80000},
]
BILL = {"med_type": "11", "fees": FEES}
STAY = {**BILL, "med_type": "21", "admission": "2026-01-02", "discharge": "2026-01-04"}
AT = ("--institution", HOSPITAL)


@pytest.fixture
def platform(tmp_path: Path) -> Program:
    return programs(tmp_path / "yibao")[1]


@pytest.fixture
def bill(tmp_path: Path) -> str:
    path = tmp_path / "bill.json"
    path.write_text(json.dumps(BILL), encoding="utf-8")
    return str(path)


def verify(platform: Program, code: str, *words: str) -> Ran:
    return platform("terminal", "verify", *AT, "--code", "-", *words, stdin=code + "\n")


def settle(platform: Program, bill: str, code: str, *words: str, form: str = "json") -> Ran:
    return platform("terminal", "settle", *AT, "--bill", bill, *words, secrets={"--code-fd": code}, form=form)


def account(platform: Program) -> int:
    return int(platform("person", "show", "张三").data["personal_account_fen"])


# --- codes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ["expired", "used", "altered", "frozen", "foreign"])
def test_each_bad_code_is_answered_by_its_own_error(platform: Program, case: str) -> None:
    made = platform("sandbox", "code", "张三", "--case", case).data
    refused = verify(platform, made["code"])
    assert (refused.code, refused.status) == (made["expect"], 15)
    assert made["code"] not in refused.err


def test_a_good_code_is_good_once(platform: Program) -> None:
    code = good_code(platform)
    checked = verify(platform, code).data
    assert (checked["name"], checked["psn_no"], checked["insutype"]) == ("*三", "9900000000000001", "310")
    assert verify(platform, code).code == "CODE_USED"


@pytest.mark.parametrize("text", ["", "1234", "x" * 28, "1" * 28, "1" * 29, "１" * 28])
def test_what_is_no_code(platform: Program, text: str) -> None:
    assert verify(platform, text).code == ("SECRET_SOURCE" if not text else "CODE_MALFORMED")


def test_any_single_altered_digit_is_noticed(platform: Program, bill: str) -> None:
    code = good_code(platform)
    for place in range(28):
        altered = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
        assert settle(platform, bill, altered).code == "CODE_MALFORMED"
    assert settle(platform, bill, code).status == 0


def test_a_code_lasts_no_longer_than_it_says(platform: Program, bill: str) -> None:
    code = good_code(platform)
    platform("sandbox", "clock", "advance", "91s")
    assert settle(platform, bill, code).code == "CODE_EXPIRED"


@pytest.mark.parametrize(
    ("words", "secrets", "code"),
    [
        ((), {}, "INPUT_NEEDED"),
        (("--code", "1990001423571570283736870955"), {}, "SECRET_SOURCE"),
        (("--code", "-"), {"--code-fd": "1"}, "USAGE"),
        (("--code", "-", "--ec-token", "ec1"), {}, "USAGE"),
        (("--credential", "card"), {}, "INPUT_NEEDED"),
        (("--credential", "passport"), {}, "USAGE"),
        (("--credential-stdin",), {}, "USAGE"),
        (("--credential", "card", "--ec-token", "ec1"), {}, "USAGE"),
        (("--credential", "id-card"), {"--credential-fd": "123"}, "ID_INVALID"),
        (("--credential", "card", "--credential-stdin", "--agent-stdin"), {}, "USAGE"),
        (("--code", "-", "--agent-stdin"), {}, "USAGE"),
        (("--bill", "-", "--code", "-"), {}, "USAGE"),
        (("--bill", "-", "--credential", "card", "--credential-stdin"), {}, "USAGE"),
        (("--bill", "-", "--ec-token", "ec1", "--agent-stdin"), {}, "USAGE"),
        (("--ec-token", "ec1"), {}, "EC_TOKEN_INVALID"),
        (("--ec-token", "ec1", "--terminal", ""), {}, "USAGE"),
        (("--ec-token", "ec1", "--idempotency-key", ""), {}, "USAGE"),
        (("--ec-token", "ec1", "--idempotency-key", "k" * 129), {}, "USAGE"),
        (("--ec-token", "ec1", "--instituton", "H"), {}, "USAGE"),
    ],
)
def test_what_is_shown_is_one_thing_from_its_own_source(
    platform: Program, bill: str, words: tuple[str, ...], secrets: dict[str, str], code: str
) -> None:
    assert platform("terminal", "settle", *AT, "--bill", bill, *words, secrets=secrets).code == code


def test_a_mistyped_option_names_the_nearest(platform: Program) -> None:
    refused = platform("terminal", "verify", "--instituton", HOSPITAL)
    assert "--institution" in refused.error["advice"][0]


def test_unknown_and_unable_institutions(platform: Program, bill: str) -> None:
    code = good_code(platform)
    elsewhere = {"H11000000999": "INSTITUTION_UNKNOWN", "H11000000003": "INSTITUTION_UNABLE"}
    for institution, expected in elsewhere.items():
        ran = platform("terminal", "verify", "--institution", institution, "--code", "-", stdin=code)
        assert ran.code == expected
    for institution in ("", "H" * 65):
        ran = platform("terminal", "settle", "--institution", institution, "--bill", bill, "--code", "-", stdin=code)
        assert (ran.code, ran.status) == ("INSTITUTION_UNKNOWN", 9)
    assert verify(platform, code).status == 0


# --- settling ---------------------------------------------------------------------------------------------------------


def test_a_settlement_adds_up_and_is_taken_off_the_account(platform: Program, bill: str) -> None:
    before = account(platform)
    done = settle(platform, bill, good_code(platform), "--explain").data
    assert done["medfee_sumamt_fen"] == 412350
    payers = ("fund_pay_sumamt_fen", "acct_pay_fen", "acct_mulaid_pay_fen", "psn_cash_pay_fen")
    assert sum(done[payer] for payer in payers) == 412350
    assert done["balc_fen"] == account(platform) == before - done["acct_pay_fen"]
    assert done["steps"][0]["rule"] == "total"


def test_a_checked_code_settles_by_its_token(platform: Program, bill: str) -> None:
    token = verify(platform, good_code(platform)).data["ecToken"]
    words = ("--bill", bill, "--ec-token", token)
    assert platform("terminal", "settle", *AT, *words).data["mdtrt_cert_type"] == "01"
    other = platform("terminal", "settle", "--institution", "H31000000001", *words)
    assert other.code == "EC_TOKEN_INVALID"


def test_card_and_id_card_settle_alike(platform: Program, bill: str) -> None:
    number = platform("person", "show", "张三", "--reveal").data["card_number"]
    words = ("terminal", "settle", *AT, "--bill", bill, "--preview", "--credential")
    by_card = platform(*words, "card", secrets={"--credential-fd": number}).data
    by_id = platform(*words, "id-card", "--credential-stdin", stdin=ZHANG).data
    by_code = settle(platform, bill, good_code(platform), "--preview").data
    assert [one["mdtrt_cert_type"] for one in (by_card, by_id, by_code)] == ["03", "02", "01"]
    assert by_card["fund_pay_sumamt_fen"] == by_id["fund_pay_sumamt_fen"] == by_code["fund_pay_sumamt_fen"]


def test_a_preview_settles_nothing_and_the_code_still_settles(platform: Program, bill: str) -> None:
    code, before = good_code(platform), account(platform)
    shown = settle(platform, bill, code, "--preview").data
    assert (shown["preview"], shown["setl_id"], account(platform)) == (True, "", before)
    done = settle(platform, bill, code).data
    assert done["psn_cash_pay_fen"] == shown["psn_cash_pay_fen"]
    assert settle(platform, bill, code).code == "CODE_USED"


def test_the_same_key_answers_the_same_and_another_bill_is_refused(
    platform: Program, bill: str, tmp_path: Path
) -> None:
    code = good_code(platform)
    done = settle(platform, bill, code, "--idempotency-key", "K1").data
    left = account(platform)
    assert settle(platform, bill, code, "--idempotency-key", "K1").data == done
    assert account(platform) == left
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**BILL, "fees": FEES[:1]}), encoding="utf-8")
    assert settle(platform, str(other), code, "--idempotency-key", "K1").code == "IDEMPOTENCY_MISMATCH"


def test_a_settlement_is_found_by_number_and_by_key_at_its_own_institution(platform: Program, bill: str) -> None:
    done = settle(platform, bill, good_code(platform)).data
    key = done.pop("idempotency_key")
    assert platform("terminal", "query", *AT, done["setl_id"]).data == done
    assert platform("terminal", "query", *AT, "--idempotency-key", key).data == done
    elsewhere = platform("terminal", "query", "--institution", "H31000000001", done["setl_id"])
    assert (elsewhere.code, elsewhere.status) == ("SETTLEMENT_UNKNOWN", 9)
    assert platform("terminal", "query", *AT).code == "USAGE"
    assert platform("terminal", "query", *AT, done["setl_id"], "--idempotency-key", key).code == "USAGE"


def test_dry_run_uses_nothing_up(platform: Program, bill: str) -> None:
    code, before = good_code(platform), account(platform)
    assert settle(platform, bill, code, "--dry-run").data["dry_run"] is True
    assert verify(platform, code, "--dry-run").data["action"] == "terminal_verify"
    assert account(platform) == before
    assert settle(platform, bill, code).status == 0


def test_a_bill_from_standard_input(platform: Program) -> None:
    words = ("terminal", "settle", *AT, "--bill", "-")
    done = platform(*words, stdin=json.dumps(BILL), secrets={"--code-fd": good_code(platform)})
    assert done.data["medfee_sumamt_fen"] == 412350
    for other in (("--code", "-"), ("--credential", "card", "--credential-stdin")):
        refused = platform(*words, *other, stdin=json.dumps(BILL))
        assert (refused.code, refused.error["details"]["kind"]) == ("USAGE", "exclusive")


def test_a_receipt_is_marked_and_explains_itself(platform: Program, bill: str) -> None:
    shown = settle(platform, bill, good_code(platform), "--explain", "--lang", "zh-CN", form="human").out
    assert "沙盒 不可真实就医" in shown
    assert "4,123.50" in shown and "乙类 1 项共 ¥3,300.00，先行自付 10%" in shown
    assert "示例政策" in shown
    preview = settle(platform, bill, good_code(platform), "--preview", "--lang", "en", form="human").out
    assert "nothing was settled" in preview and "SANDBOX" in preview


# --- bills ------------------------------------------------------------------------------------------------------------


def fee(**fields: Any) -> str:
    return json.dumps({"med_type": "11", "fees": [{"name": "x", "category": "A", "amount_fen": 1, **fields}]})


BAD_BILLS = [
    ("", "", "syntax"),
    ("{", "", "syntax"),
    ("[" * 100_000, "", "syntax"),
    ('{"med_type":"11","fees":' + "[" * 1_100 + "]" * 1_100 + "}", "", "syntax"),
    ('{"med_type":"11","fees":[]} x', "", "syntax"),
    ("[]", "", "type"),
    ("{}", "/med_type", "missing"),
    ('{"med_type":"99","fees":[]}', "/med_type", "value"),
    ('{"med_type":11,"fees":[]}', "/med_type", "type"),
    ('{"med_type":"11"}', "/fees", "missing"),
    ('{"med_type":"11","fees":[]}', "/fees", "empty"),
    ('{"med_type":"11","fees":[],"extra":1}', "/extra", "unknown_field"),
    ('{"med_type":"11","med_type":"21","fees":[]}', "/med_type", "duplicate"),
    (
        '{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":1,"amount_fen":2}]}',
        "/fees/0/amount_fen",
        "duplicate",
    ),
    (fee(amount_fen=-1), "/fees/0/amount_fen", "negative"),
    (fee(amount_fen=23.5), "/fees/0/amount_fen", "fractional"),
    (fee(amount_fen=23.0), "/fees/0/amount_fen", "fractional"),
    ('{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":23.50}]}', "/fees/0/amount_fen", "fractional"),
    (fee(amount_fen="23"), "/fees/0/amount_fen", "type"),
    (fee(amount_fen=True), "/fees/0/amount_fen", "type"),
    (fee(amount_fen=10**12), "/fees/0/amount_fen", "too_large"),
    (fee(amount_fen=10**19), "/fees/0/amount_fen", "too_large"),
    (
        '{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":' + "9" * 9999 + "}]}",
        "/fees/0/amount_fen",
        "too_large",
    ),
    ('{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":1e9999}]}', "/fees/0/amount_fen", "fractional"),
    ('{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":NaN}]}', "", "syntax"),
    (fee(price=1), "/fees/0/price", "unknown_field"),
    (fee(category="D"), "/fees/0/category", "value"),
    (fee(category="B"), "/fees/0/own_ratio", "missing"),
    (fee(category="B", own_ratio=0.1), "/fees/0/own_ratio", "type"),
    (fee(category="B", own_ratio="1.1"), "/fees/0/own_ratio", "too_large"),
    (fee(category="B", own_ratio="-0.1"), "/fees/0/own_ratio", "negative"),
    (fee(over_limit_fen=2), "/fees/0/over_limit_fen", "too_large"),
    (fee(name=""), "/fees/0/name", "empty"),
    (fee(name="x" * 201), "/fees/0/name", "too_large"),
    (fee(name="\x1b[2J"), "/fees/0/name", "value"),
    (json.dumps({"med_type": "11", "fees": FEES[:1] * 1001}), "/fees", "too_many"),
    (json.dumps({**BILL, "fees": [{**FEES[0], "amount_fen": 10**12 - 1}] * 2}), "/fees", "too_large"),
    (" " * (1024 * 1024 + 1), "", "too_large"),
    (json.dumps({**BILL, "total_fen": 412_349}), "/total_fen", "sum"),
    (json.dumps({**STAY, "discharge": "2026-01-01"}), "/discharge", "order"),
    (json.dumps({**STAY, "discharge": "2026-W05-1"}), "/discharge", "value"),
    (json.dumps({**STAY, "fees": [{**FEES[0], "day": "2026-01-05"}]}), "/fees/0/day", "stay"),
]


@pytest.mark.parametrize(("text", "path", "reason"), BAD_BILLS, ids=range(len(BAD_BILLS)))
def test_a_bad_bill_is_refused_before_the_code_is_used(
    platform: Program, bill: str, tmp_path: Path, text: str, path: str, reason: str
) -> None:
    code = good_code(platform)
    bad = tmp_path / "bad.json"
    bad.write_text(text, encoding="utf-8")
    refused = settle(platform, str(bad), code)
    assert (refused.code, refused.status) == ("BILL_INVALID", 2)
    assert (refused.error["details"]["path"], refused.error["details"]["reason"]) == (path, reason)
    assert not refused.error["message"].rstrip().endswith((":", "：")), "what it names is there"
    assert settle(platform, bill, code).status == 0


def test_bills_that_cannot_be_read(platform: Program, tmp_path: Path) -> None:
    missing = platform("terminal", "settle", *AT, "--bill", str(tmp_path / "none"), "--ec-token", "ec1")
    assert (missing.code, missing.status) == ("FILE_UNREADABLE", 9)
    assert platform("terminal", "settle", *AT, "--bill", str(tmp_path), "--ec-token", "ec1").code == "FILE_UNREADABLE"
    (tmp_path / "latin").write_bytes(b'{"med_type":"\xff"}')
    refused = platform("terminal", "settle", *AT, "--bill", str(tmp_path / "latin"), "--ec-token", "ec1")
    assert refused.error["details"]["reason"] == "syntax"


# --- pictures ---------------------------------------------------------------------------------------------------------


def picture(path: Path, *texts: str) -> str:
    """A PNG with one QR beside the other."""
    image = pytest.importorskip("PIL.Image", reason="needs Pillow (the extra scan)")
    from io import BytesIO

    from wallet_cli.render.picture import png
    from wallet_cli.render.qr import matrix

    parts = [image.open(BytesIO(png(matrix(text), sandbox=True))) for text in texts]
    whole = image.new("L", (sum(part.width for part in parts), max(part.height for part in parts)), 255)
    left = 0
    for part in parts:
        whole.paste(part, (left, 0))
        left += part.width
    whole.save(path)
    return str(path)


def test_a_code_in_a_picture_settles(platform: Program, bill: str, tmp_path: Path) -> None:
    pytest.importorskip("zxingcpp", reason="needs zxing-cpp (the extra scan)")
    file = picture(tmp_path / "code.png", good_code(platform))
    assert platform("terminal", "settle", *AT, "--bill", bill, "--image", file).status == 0
    assert platform("terminal", "verify", *AT, "--image", file).code == "CODE_USED"


@pytest.mark.parametrize("reason", ["none", "several", "picture"])
def test_pictures_without_a_single_code(platform: Program, tmp_path: Path, reason: str) -> None:
    pytest.importorskip("zxingcpp", reason="needs zxing-cpp (the extra scan)")
    path = tmp_path / "code.png"
    if reason == "none":
        picture(path, "12345678")
    elif reason == "several":
        picture(path, "1" * 28, "2" * 28)
    else:
        picture(path, "1" * 28)
        path.write_bytes(path.read_bytes()[:300])
    refused = platform("terminal", "verify", *AT, "--image", str(path))
    assert (refused.code, refused.error["details"]["reason"]) == ("IMAGE_UNREADABLE", reason)


def test_a_picture_that_is_not_there(platform: Program, tmp_path: Path) -> None:
    pytest.importorskip("zxingcpp", reason="needs zxing-cpp (the extra scan)")
    assert platform("terminal", "verify", *AT, "--image", str(tmp_path / "none.png")).code == "FILE_UNREADABLE"


def test_where_the_outcome_is_unknown_the_key_is_told(platform: Program, bill: str) -> None:
    code = good_code(platform)
    other = sqlite3.connect(platform.home / "platform" / "platform.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        busy = settle(platform, bill, code, "--timeout", "1", "--idempotency-key", "K7")
        shown = settle(platform, bill, code, "--timeout", "1", "--lang", "en", form="human")
    finally:
        other.close()
    assert (busy.code, busy.status) == ("PLATFORM_BUSY", 14)
    assert busy.error["details"]["idempotency_key"] == "K7"
    assert "terminal query --institution H11000000001 --idempotency-key" in shown.err
    assert settle(platform, bill, code, "--idempotency-key", "K7").status == 0
