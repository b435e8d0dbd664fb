"""`yibao-platform sandbox …`, `counter …` and `outbox`: what testers and agency staff hand out."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.cli.running import HOSPITAL, ZHANG, ZHANG_PHONE, Program, good_code, programs

from wallet_cli.cli.context import SystemRandom
from wallet_cli.platform.clock import SandboxClock
from wallet_cli.platform.opening import open_platform
from wallet_cli.storage.paths import account_of
from wallet_cli.vault import items_for

PIN = "940713"
ACTIVATE = (
    *("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", "110000", "--name", "张三"),
    *("--phone", ZHANG_PHONE),
)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Program, Program]:
    return programs(tmp_path / "yibao")


@pytest.fixture
def platform(both: tuple[Program, Program]) -> Program:
    return both[1]


def test_init_makes_a_platform_once(platform: Program) -> None:
    made = platform("sandbox", "init").data
    assert made == {"changed": True, "created": True, "added": 0, "people": 14, "institutions": 32}
    assert platform("sandbox", "init").data == {**made, "changed": False, "created": False}


def test_init_adds_the_same_people_once(platform: Program) -> None:
    assert platform("sandbox", "init", "--people", "5", "--seed", "7").data["added"] == 5
    assert platform("sandbox", "init", "--people", "5", "--seed", "7").data["changed"] is False
    assert platform("sandbox", "init", "--people", "7", "--seed", "7").data["added"] == 2
    assert platform("sandbox", "init", "--people", "5", "--seed", "8").data["people"] == 26


@pytest.mark.parametrize("words", [("--people", "-1"), ("--people", "10001"), ("--people", "x"), ("--seed", "1.5")])
def test_init_refuses_what_is_no_number(platform: Program, words: tuple[str, ...]) -> None:
    assert platform("sandbox", "init", *words).code == "USAGE"


def test_code_tells_what_a_terminal_must_answer(platform: Program) -> None:
    expected = {}
    for case in ("valid", "expired", "used", "altered", "frozen", "foreign"):
        made = platform("sandbox", "code", "张三", "--case", case).data
        assert len(made["code"]) == 28
        expected[case] = made["expect"]
    assert expected == {
        "valid": None,
        "expired": "CODE_EXPIRED",
        "used": "CODE_USED",
        "altered": "CODE_MALFORMED",
        "frozen": "VOUCHER_FROZEN",
        "foreign": "CODE_FOREIGN",
    }
    assert platform("sandbox", "code", "张三", "--case", "lost").code == "USAGE"
    assert platform("sandbox", "code", "无名氏").code == "PERSON_UNKNOWN"


def test_clock_moves_on_back_and_home(platform: Program) -> None:
    before = platform("sandbox", "clock").data
    assert before["offset_seconds"] == 0
    moved = platform("sandbox", "clock", "advance", "1h30m").data
    assert (moved["changed"], moved["offset_seconds"]) == (True, 5400)
    assert moved["now"] > before["now"]
    assert platform("sandbox", "clock", "advance", "--", "-30m").data["offset_seconds"] == 3600
    assert platform("sandbox", "clock", "show").data["offset_seconds"] == 3600
    assert platform("sandbox", "clock", "reset").data["changed"] is True
    assert platform("sandbox", "clock", "reset").data == {**platform("sandbox", "clock").data, "changed": False}


@pytest.mark.parametrize("text", ["", "61", "s", "61x", "1.5h", "99999999999d"])
def test_clock_refuses_what_is_no_duration(platform: Program, text: str) -> None:
    refused = platform("sandbox", "clock", "advance", text)
    assert (refused.code, refused.status) == ("TIME_INVALID", 2)
    assert platform("sandbox", "clock").data["offset_seconds"] == 0


def test_reset_asks_then_starts_afresh(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    assert wallet(*ACTIVATE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN}).status == 0
    platform("sandbox", "clock", "advance", "2h")
    platform("sandbox", "init", "--people", "3")
    assert platform("sandbox", "reset").code == "INPUT_NEEDED"
    assert platform("sandbox", "reset", "--yes", "--dry-run").data["dry_run"] is True
    assert len(platform("person", "list").data["people"]) == 17
    assert platform("sandbox", "reset", "--yes").data["changed"] is True
    assert platform("sandbox", "reset").data["changed"] is False
    assert platform("sandbox", "clock").data["offset_seconds"] == 0
    assert len(platform("person", "list").data["people"]) == 14
    # The wallet is still there, and is told that this platform does not know it.
    stranger = wallet("balance")
    assert (stranger.code, stranger.status) == ("SIGN_IN_NEEDED", 4)


def test_reset_leads_out_of_a_damaged_platform(platform: Program) -> None:
    platform("sandbox", "init")
    (platform.home / "platform" / "platform.db").write_bytes(b"damaged" * 1000)
    assert platform("person", "list").code == "PLATFORM_TAMPERED"
    assert platform("sandbox", "reset", "--yes").data["changed"] is True
    assert len(platform("person", "list").data["people"]) == 14


def test_reset_needs_the_passphrase_before_anything_goes(platform: Program) -> None:
    vault = ("--vault", "passphrase")
    right = {"--platform-passphrase-fd": "correct horse battery"}
    assert platform("sandbox", "init", *vault, secrets=right).data["created"] is True
    assert platform("sandbox", "reset", "--yes", *vault).code == "INPUT_NEEDED"
    wrong = platform("sandbox", "reset", "--yes", *vault, secrets={"--platform-passphrase-fd": "another horse here"})
    assert (wrong.code, wrong.status) == ("PASSPHRASE_WRONG", 6)
    assert len(platform("person", "list", *vault, secrets=right).data["people"]) == 14
    assert platform("sandbox", "reset", "--yes", *vault, secrets=right).data["changed"] is True
    assert platform("sandbox", "init").data["created"] is True


def test_an_offer_activates_a_wallet_once(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    made = platform("counter", "offer", "张三", "--reveal").data
    words = ("activate", "--no-input", "--accept-agreement", "--offer", made["offer"])
    wrong = wallet(*words, secrets={"--tx-code-fd": "000000", "--pin-fd": PIN})
    assert (wrong.code, wrong.status) == ("TX_CODE_WRONG", 15)
    done = wallet(*words, secrets={"--tx-code-fd": made["tx_code"], "--pin-fd": PIN})
    assert done.data["changed"] is True
    second = wallet("profile", "add", "other")
    assert second.status == 0
    repeated = wallet(*words, "--profile", "other", secrets={"--tx-code-fd": made["tx_code"], "--pin-fd": PIN})
    assert repeated.code == "OFFER_USED"


def test_a_reset_code_resets_a_pin_once(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    assert wallet(*ACTIVATE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN}).status == 0
    code = platform("counter", "reset-pin", "张三", "--reveal").data["code"]
    assert wallet("pin", "reset", secrets={"--code-fd": code, "--new-pin-fd": "285170"}).data["vouchers"] == 1
    again = wallet("pin", "reset", secrets={"--code-fd": code, "--new-pin-fd": "285171"})
    assert (again.code, again.status) == ("RESET_CODE_USED", 15)
    assert wallet("qr", secrets={"--pin-fd": PIN}).code == "PIN_WRONG"
    assert wallet("qr", secrets={"--pin-fd": "285170"}).status == 0


@pytest.mark.parametrize("words", [("counter", "offer", "张三"), ("counter", "reset-pin", "张三")])
def test_codes_told_by_word_are_hidden_and_said_to_be(platform: Program, words: tuple[str, ...]) -> None:
    shown = platform(*words, "--lang", "en", form="human")
    assert "******" in shown.out
    assert "--reveal" in shown.err
    assert "******" not in platform(*words, "--reveal", form="human").out


def test_the_uninsured_get_no_offer(platform: Program) -> None:
    refused = platform("counter", "offer", "孙伟")
    assert (refused.code, refused.status) == ("NOT_INSURED", 12)


def test_outbox_shows_messages_and_hides_their_codes(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    assert platform("outbox").data == {"messages": []}
    assert wallet(*ACTIVATE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN}).status == 0
    message = platform("outbox").data["messages"][0]
    assert (message["to"], message["purpose"], message["code"]) == ("138****0001", "activation", "******")
    assert platform("outbox", "--reveal").data["messages"][0]["code"].isdigit()
    assert len(platform("outbox", "--limit", "1").data["messages"]) == 1


def test_the_audit_names_the_operator_of_the_settings(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    assert platform("counter", "offer", "张三").status == 0
    assert wallet("config", "set", "operator", "李经办").data["changed"] is True
    assert platform("counter", "reset-pin", "张三").status == 0
    assert audited(platform.home / "platform") == [("offer", "sandbox"), ("reset_code", "李经办")]


def audited(folder: Path) -> list[tuple[str, str]]:
    """Act and operator of the platform's own audit, which no command shows."""
    random = SystemRandom()
    items = items_for("sandbox", folder, account_of(folder), random=random)
    database, cipher = open_platform(folder, items, random, SandboxClock(folder).now)
    try:
        rows = database.execute("SELECT number, act, operator FROM audit ORDER BY number")
        return [(act, cipher.open(f"audit/{number}/operator", operator)) for number, act, operator in rows]
    finally:
        database.close()


def test_a_wallets_code_is_taken_by_a_terminal_once(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    assert wallet(*ACTIVATE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN}).status == 0
    code = wallet("qr", secrets={"--pin-fd": PIN}).data["code"]
    words = ("terminal", "verify", "--institution", HOSPITAL, "--code", "-")
    assert platform(*words, stdin=code).status == 0
    assert platform(*words, stdin=code).code == "CODE_USED"
    assert platform(*words, stdin=good_code(platform)).status == 0


def test_a_refreshed_vouchers_code_is_good_and_the_old_one_is_not(both: tuple[Program, Program]) -> None:
    wallet, platform = both
    assert wallet(*ACTIVATE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN}).status == 0
    old = wallet("qr", secrets={"--pin-fd": PIN}).data["code"]
    assert wallet("voucher", "refresh", secrets={"--pin-fd": PIN}).data["changed"] is True
    fresh = wallet("qr", secrets={"--pin-fd": PIN}).data["code"]
    words = ("terminal", "verify", "--institution", HOSPITAL, "--code", "-")
    assert platform(*words, stdin=fresh).status == 0
    assert platform(*words, stdin=old).code == "VOUCHER_REVOKED"


def test_a_settlement_among_the_holders_records_reads_as_the_receipt(
    both: tuple[Program, Program], tmp_path: Path
) -> None:
    wallet, platform = both
    assert wallet(*ACTIVATE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN}).status == 0
    bill = tmp_path / "bill.json"
    bill.write_text('{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":250000}]}')
    words = ("terminal", "settle", "--institution", HOSPITAL, "--bill", str(bill), "--explain", "--lang", "en")
    printed = platform(*words, secrets={"--code-fd": good_code(platform)}, form="human").out
    record = wallet("records", "--kind", "settlement").data["records"][0]["record_id"]
    assert wallet("records", "show", record, "--explain", "--lang", "en", form="human").out == printed
