"""Bad input, each with its own code, advice and nothing lost; and a command line that is not understood."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from wallet import CITIZENS, PIN, ZHANG, Wallet

from wallet_cli.domain.identity import check_digit

GOOD = {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}


# --- what an activation is told ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("", "empty"),
        ("99000119850612001", "length"),
        ("9900011985061200100", "length"),
        ("99000119850612001A", "characters"),
        ("９９0001198506120010", "characters"),
        ("990001198506120011", "check_digit"),
        ("99000119851312001" + check_digit("99000119851312001"), "date"),
        ("99000119850230001" + check_digit("99000119850230001"), "date"),
        ("99000118000101001" + check_digit("99000118000101001"), "date"),
        ("990001850230001", "date"),
        ("99000185061200X", "characters"),
    ],
)
def test_id_documents(wallet: Wallet, number: str, reason: str) -> None:
    code = "SECRET_SOURCE" if reason == "empty" else "ID_INVALID"
    error = wallet.fails(2, code, *wallet.activation(), secrets={**GOOD, "--id-fd": number})
    assert error["details"]["reason"] == reason
    assert error["message"] and (not number or number not in str(error))
    assert not (wallet.home / "profiles/default/store.db").exists()


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--name", "张", "NAME_INVALID"),
        ("--name", "张3", "NAME_INVALID"),
        ("--name", "", "NAME_INVALID"),
        ("--name", "张" * 51, "NAME_INVALID"),
        ("--phone", "1380000000", "PHONE_INVALID"),
        ("--phone", "12800000001", "PHONE_INVALID"),
        ("--phone", "phone", "PHONE_INVALID"),
        ("--region", "11", "REGION_INVALID"),
        ("--region", "990000", "REGION_INVALID"),
        ("--region", "11000a", "REGION_INVALID"),
        ("--region", "110001", "REGION_INVALID"),
    ],
)
def test_words_about_the_person(wallet: Wallet, option: str, value: str, code: str) -> None:
    error = wallet.fails(2, code, *wallet.activation(), option, value, secrets=GOOD)
    assert error["exit"] == 2 and error["advice"]
    assert not (wallet.home / "profiles/default/store.db").exists()
    assert wallet.activate()["changed"] is True


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("records", "show", "\udcff\udcfe"), "\\xff\\xfe"),
        (("pay", "confirm", "\udcff"), "\\xff"),
        (("claim", "show", "M1\udcff"), "M1\\xff"),
        (("terminal", "query", "--institution", "H11000000001", "\udcff"), "\\xff"),
        (("terminal", "query", "--institution", "\udcff", "S1"), "--institution"),
        (("terminal", "query", "--institution=\udcff", "S1"), "--institution"),
        (("terminal", "refund", "S1", "--institution", "H11000000001\udcff"), "--institution"),
    ],
)
def test_words_that_are_not_text(active: Wallet, words: tuple[str, ...], named: str) -> None:
    """Bytes of another encoding, as a shell passes them on."""
    program = "yibao-platform" if words[0] == "terminal" else "yibao"
    error = active.fails(2, "USAGE", *words, "--lang", "en", program=program)
    assert error["message"].startswith(f"{named} is not text")
    assert error["fix"] == [f"{program} {words[0]} {words[1]} --help"]


def test_the_agreement(wallet: Wallet) -> None:
    words = [word for word in wallet.activation() if word != "--accept-agreement"]
    error = wallet.fails(17, "AGREEMENT_REQUIRED", *words, secrets=GOOD)
    assert error["details"]["option"] == "--accept-agreement"
    assert wallet.ok("status")["state"] == "not_activated"


@pytest.mark.parametrize(("pin", "code"), [("123456", "PIN_WEAK"), ("850612", "PIN_WEAK"), ("12345", "PIN_MALFORMED")])
def test_a_weak_pin_is_refused_before_anything_is_done(wallet: Wallet, pin: str, code: str) -> None:
    error = wallet.fails(2, code, *wallet.activation(), secrets={**GOOD, "--pin-fd": pin})
    assert error["advice"] or error["message"]
    assert wallet.ok("status")["state"] == "not_activated"
    assert wallet.other("outbox")["messages"] == []


# --- the command line -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "--timeout", "soon"), "A whole number from 1 to 60."),
        (("config", "set", "timeout", "61"), "A whole number from 1 to 60."),
        (("records", "--year", "1999"), "A whole number from 2000 to 2999."),
        (("config", "set", "color", "red"), "One of: auto, always, never"),
    ],
)
def test_a_value_out_of_its_range_names_the_range(wallet: Wallet, words: tuple[str, ...], said: str) -> None:
    answer = wallet.run(*words, "--lang", "en")
    assert answer.exit == 2 and f"\n  {said}\n" in answer.err and answer.err.count("\n") == 3


@pytest.mark.parametrize(
    "words",
    [("--passphrase={}", "balance"), ("qr", "--pin={}"), ("qr", "--pin-stdin={}"), ("--passphrase-stdin={}", "qr")],
)
def test_a_secret_on_the_command_line_is_not_repeated(wallet: Wallet, words: tuple[str, ...]) -> None:
    given = [word.format("hunter2") for word in words]
    for form in (["--json"], []):
        answer = wallet.run(*given, *form)
        assert answer.exit == 2 and "hunter2" not in answer.err + answer.out


def test_short_options_may_stand_together(wallet: Wallet) -> None:
    assert wallet.run("status", "-qv", "-ojson").data == wallet.ok("status")
    assert wallet.run("config", "get", "no_input", "-yo", "json").exit == 2, "one with a value stands alone"
    for words in (("status", "-qx"), ("-qx", "status"), ("status", "-oxml")):
        assert wallet.run(*words).exit == 2


MISTYPED: tuple[tuple[tuple[str, ...], str, str | None], ...] = (
    (("statsu",), "no_such_command", "status"),
    (("--jsn",), "no_such_option", None),
    (("qr", "--pngg"), "no_such_option", "--png"),
    (("voucher", "sho"), "no_such_command", "show"),
    (("pin",), "missing_command", None),
    (("pin", "forget"), "no_such_command", None),
    (("config", "set", "lang"), "missing_parameter", None),
    (("records", "show"), "missing_parameter", None),
    (("records", "--year", "last"), "bad_value", None),
    (("records", "--year", "1999"), "bad_value", None),
    (("records", "--kind", "bill"), "bad_choice", None),
    (("activate", "--channel", "fax"), "bad_choice", None),
    (("balance", "self", "mama"), "extra_argument", None),
    (("qr", "--pin-fd"), "missing_value", None),
    (("qr", "--pin-fd", "x"), "bad_value", None),
    (("qr", "--png", "a", "--digits"), "exclusive", None),
    (("status", "--lang", "fr"), "bad_choice", None),
    (("status", "-o", "xml"), "bad_choice", None),
    (("status", "--timeout", "0"), "bad_value", None),
    (("status", "--timeout", "soon"), "bad_value", None),
    (("status", "--profile"), "missing_value", None),
    (("status", "--yes=1"), "unwanted_value", None),
    (("--json=1", "status"), "unwanted_value", None),
    (("qr", "--digits=1"), "unwanted_value", None),
)


@pytest.mark.parametrize(
    ("words", "kind", "nearest"), MISTYPED, ids=lambda value: "_".join(value) if isinstance(value, tuple) else ""
)
def test_a_mistyped_line(wallet: Wallet, words: tuple[str, ...], kind: str, nearest: str | None) -> None:
    """JSON, wherever it is asked for; else words of the asked language, with the nearest word once."""
    for line in (("--json", *words), (*words[:1], "--json", *words[1:])):
        answer = wallet.run(*line)
        assert answer.exit == 2 and answer.error["code"] == "USAGE"
        assert answer.error["details"]["kind"] == kind
        assert answer.error["details"].get("nearest") == nearest
    shown = {}
    for language in ("zh-CN", "en"):
        answer = wallet.run("--lang", language, *words) if words[-1] != "fr" else wallet.run(*words, "--lang", language)
        assert (answer.exit, answer.out) == (2, "")
        first, *others = answer.err.splitlines()
        assert first.startswith("yibao: error[USAGE]: ") and "{" not in answer.err
        assert "error." not in answer.err and "None" not in answer.err
        if nearest is not None:
            assert sum(nearest in line for line in others) >= 1
        shown[language] = first
    assert shown["zh-CN"] != shown["en"]
    assert not wallet.home.exists()


def test_options_stand_anywhere_before_the_dashes(active: Wallet) -> None:
    wanted = active.ok("balance")
    wanted["accounts"][0].pop("as_of")
    for line in (
        ("--json", "balance"),
        ("balance", "--json", "self"),
        ("-o", "json", "balance"),
        ("balance", "-o=json"),
    ):
        found = active.run(*line).data
        found["accounts"][0].pop("as_of")
        assert found == wanted
    assert active.run("--", "balance").exit == 0
    error = active.run("records", "show", "--json", "--", "--lang").error
    assert (error["code"], error["details"]["id"]) == ("RECORD_UNKNOWN", "--lang")
    assert active.run("balance", "--", "--json").err.startswith("yibao: error[MEMBER_UNKNOWN]: ")


def test_the_last_of_two_options_holds(active: Wallet) -> None:
    assert active.run("balance", "--lang", "en", "--lang", "zh-CN", "--json").document["meta"]["lang"] == "zh-CN"
    assert active.run("balance", "-o", "plain", "-o", "json").document["ok"] is True


@pytest.mark.parametrize("variable", ["YIBAO_OUTPUT", "YIBAO_LANG", "YIBAO_VAULT", "YIBAO_TIMEOUT", "YIBAO_COLOR"])
def test_a_bad_word_in_the_environment_names_the_variable(wallet: Wallet, variable: str) -> None:
    wallet.env[variable] = "nonsense"
    if variable == "YIBAO_VAULT":
        wallet.vault = "nonsense"
    error = wallet.run("status", "--json").error
    assert (error["code"], error["details"]["option"]) == ("USAGE", variable)


def test_no_secret_is_taken_from_the_environment(active: Wallet) -> None:
    for name in ("YIBAO_PIN", "YIBAO_ID", "YIBAO_PASSPHRASE"):
        active.env[name] = PIN
    assert active.fails(17, "INPUT_NEEDED", "qr")["details"]["option"] == "--pin-fd"


@pytest.mark.parametrize("words", [("qr", "--pin", PIN), ("activate", "--id", ZHANG.id_number)])
def test_a_secret_on_the_command_line_is_not_taken_and_not_repeated(active: Wallet, words: tuple[str, ...]) -> None:
    answer = active.run(*words, "--json", "--no-input")
    assert answer.exit == 2 and answer.error["details"]["kind"] == "no_such_option"
    assert words[-1] not in answer.err


# --- the terminal -----------------------------------------------------------------------------------------------------------


def test_no_terminal(active: Wallet) -> None:
    answer = active.run("qr", secrets={"--pin-fd": PIN})
    assert (answer.exit, answer.out) == (20, "")
    assert "yibao qr --png FILE" in answer.err
    assert active.ok("status")["pin"]["attempts_left"] == 5


def test_nothing_is_asked_without_a_terminal(active: Wallet) -> None:
    for words in (
        ("qr", "--digits"),
        ("pin", "change"),
        ("voucher", "refresh"),
        ("voucher", "unfreeze"),
    ):
        answer = active.spawn(*words, "--json")
        assert answer.exit == 17 and answer.error["details"]["option"] == "--pin-fd"


# --- the vault ---------------------------------------------------------------------------------------------------------------


def test_another_vault_than_the_store_s(active: Wallet) -> None:
    for kind in ("keyring", "passphrase"):
        error = active.fails(10, "VAULT_DIFFERS", "status", "--vault", kind)
        assert (error["details"]["vault"], error["details"]["asked"]) == ("sandbox", kind)
    active.vault = "keyring"  # a default for new stores only: it steers nothing that is there
    assert active.ok("status")["vault"] == "sandbox"


def test_a_passphrase_wallet(wallet: Wallet) -> None:
    wallet.vault = "passphrase"
    secret = "correct horse battery staple"
    words = {"--passphrase-fd": secret, "--platform-passphrase-fd": secret}
    error = wallet.fails(17, "INPUT_NEEDED", *wallet.activation(), secrets=GOOD)
    assert error["details"]["option"] in {"--passphrase-fd", "--platform-passphrase-fd"}
    short = dict.fromkeys(words, "too short")
    wallet.fails(2, "PASSPHRASE_WEAK", *wallet.activation(), secrets={**GOOD, **short})
    assert wallet.ok(*wallet.activation(), secrets={**GOOD, **words})["vault"] == "passphrase"
    assert wallet.ok("status", secrets=words)["state"] == "active"
    wrong = {**words, "--passphrase-fd": "wrong horse battery staple"}
    wallet.fails(6, "PASSPHRASE_WRONG", "status", secrets=wrong)
    wallet.fails(17, "INPUT_NEEDED", "status")
    assert wallet.ok("qr", secrets={**words, "--pin-fd": PIN})["code"]


# --- the store ---------------------------------------------------------------------------------------------------------------


def test_a_store_of_a_newer_format_a_stranger_s_or_a_link(active: Wallet) -> None:
    """Of the sandbox vault; test_wallet_under_keyring has the rest."""
    store = active.home / "profiles/default/store.db"
    kept = store.read_bytes()
    moved = store.with_name("elsewhere.db")
    store.rename(moved)
    store.symlink_to(moved)
    assert active.fails(15, "STORE_UNSAFE", "status")["message"]
    store.unlink()
    moved.rename(store)
    store.chmod(0o644)
    answer = active.run("status", "--json")
    assert answer.exit in {0, 15}
    store.chmod(0o600)
    assert store.read_bytes() == kept
    assert active.ok("status")["state"] == "active"


def test_an_edited_store(active: Wallet) -> None:
    """One bit of a sealed row; what leads out of it keeps the damaged store."""
    store = active.home / "profiles/default/store.db"
    with contextlib.closing(sqlite3.connect(store)) as database:
        box = database.execute("SELECT box FROM vouchers").fetchone()[0]
    data = bytearray(store.read_bytes())
    data[data.index(box[:64]) + 40] ^= 1
    store.write_bytes(data)
    for words in (("status",), ("balance",), ("audit", "verify")):
        error = active.fails(15, "STORE_TAMPERED", *words)
        assert error["fix"] == ["yibao activate --replace"]
    assert active.run(*active.activation(), "--replace", "--yes", "--json", secrets=GOOD).data["changed"] is True
    assert bytes(data) in [path.read_bytes() for path in store.parent.iterdir()]
    assert active.verify(active.code())


def test_a_folder_that_others_may_write(active: Wallet) -> None:
    folder = active.home / "profiles/default"
    folder.chmod(0o777)
    answer = active.run("status", "--json")
    assert answer.exit in {0, 15}
    if answer.exit:
        assert answer.error["code"] == "STORE_UNSAFE"
    folder.chmod(0o700)
    assert active.ok("status")["state"] == "active"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written(wallet: Wallet) -> None:
    wallet.home.mkdir(mode=0o500)
    wallet.fails(21, "NOT_WRITABLE", *wallet.activation(), secrets=GOOD)


OBEYED = "a\x1b]0;title\x07\x1b[31m\u202eb\x9b1m"
QUOTING = {
    "yibao": (
        *("balance X", "records X", "records show X", "filing show X", "filing places X", "filing new --to X", "X"),
        *("claim show X", "claim withdraw X", "pay confirm X", "chronic show X", "family remove X", "family apply X"),
        *("mutual-aid remove X", "institution show X", "institution search --region X", "device revoke X", "help X"),
        *("profile use X", "config set X on", "config get X", "schema X", "voucher show X", "--lang X status"),
    ),
    "yibao-platform": (
        *("terminal query X --institution H11000000001", "terminal refund X --institution H11000000001"),
        *("counter review X", "sandbox clock advance X", "person import X", "person show X", "X"),
    ),
}


@pytest.mark.parametrize("program", QUOTING)
def test_what_was_typed_gives_the_terminal_no_orders(active: Wallet, program: str) -> None:
    for line in QUOTING[program]:
        words = [OBEYED if word == "X" else word for word in line.split()]
        answer = active.run(*words, program=program)
        assert answer.exit not in {0, 1} and answer.err, (line, answer)
        assert not set("\x1b\x07\x9b\u202e") & set(answer.out + answer.err), (line, answer)


@pytest.mark.parametrize("line", [("balance",), ("doctor",), ("config", "list")], ids=" ".join)
def test_a_home_whose_name_is_too_long(tmp_path: Path, line: tuple[str, ...]) -> None:
    error = Wallet(tmp_path / ("h" * 300)).fails(21, "NOT_WRITABLE", *line, "--lang", "en")
    assert "too long" in error["message"] and error["fix"] == []


def test_a_home_whose_path_is_longer_than_sqlite_opens(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path.joinpath(*["h" * 200] * 3))
    wallet.home.parent.mkdir(parents=True)
    for line, program in ((wallet.activation(), "yibao"), (("person", "list"), "yibao-platform")):
        secrets = GOOD if program == "yibao" else None
        error = wallet.fails(21, "NOT_WRITABLE", *line, "--lang", "en", secrets=secrets, program=program)
        assert "too long" in error["message"] and error["fix"] == []


def test_a_home_that_is_a_file(wallet: Wallet) -> None:
    wallet.home.write_text("not a folder")
    answer: Any = wallet.run(*wallet.activation(), "--json", secrets=GOOD)
    assert answer.exit in {15, 21} and answer.error["code"] in {"NOT_WRITABLE", "STORE_UNSAFE"}
    assert wallet.home.read_text() == "not a folder"


# --- the code at the terminal ---------------------------------------------------------------------------------------------


def test_a_code_altered_in_any_one_digit(active: Wallet) -> None:
    code = active.code()
    seen = set()
    for place in range(0, 28, 3):
        wrong = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
        seen.add(active.verify(wrong, 15))
    assert seen <= {"CODE_MALFORMED", "CODE_FOREIGN", "CODE_INVALID", "CODE_EXPIRED"}
    assert active.verify(code)


def test_codes_of_a_second_person_do_not_mix(active: Wallet) -> None:
    active.ok("profile", "add", "lin")
    active.activate(CITIZENS["林小雨"], "--profile", "lin")
    assert active.verify(active.code("--profile", "lin"))["insuplc_admdvs"] == "310000"
    assert active.verify(active.code())["insuplc_admdvs"] == "110000"
