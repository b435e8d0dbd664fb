"""What a person reads of a rehearsal, a wrong use and a file that will not do: words, and a fix that is the command's own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from wallet import PIN, Wallet


@pytest.mark.parametrize(
    ("words", "page"),
    [
        (("filing", "new", "--to"), "filing new"),
        (("filing", "new", "--to", "310000", "--category", "worker", "--paper", "contract"), "filing new"),
        (("filing", "change", "F1"), "filing change"),
        (("records", "baba", "--csv"), "records"),
        (("voucher", "--nosuch"), "voucher"),
    ],
)
def test_wrong_use_names_the_very_commands_help(active: Wallet, words: tuple[str, ...], page: str) -> None:
    assert active.fails(2, "USAGE", *words)["fix"] == [f"yibao {page} --help"]


def test_so_does_the_operators(active: Wallet) -> None:
    said = active.run("person", "add", "--name", "王五", "--json", program="yibao-platform")
    assert said.error["fix"] == ["yibao-platform person add --help"]


def test_a_rehearsal_says_what_the_command_does(active: Wallet) -> None:
    """A program reads the act's name, a person its words."""
    assert active.ok("voucher", "freeze", "--dry-run")["action"] == "voucher_freeze"
    said = active.run("voucher", "freeze", "--dry-run", "--lang", "en").out
    assert "voucher_freeze" not in said and "stop" in said


def test_nobody_is_named_where_a_name_is_not_repeated(active: Wallet) -> None:
    """The name that was looked for stays out of the error, and so does the colon before it."""
    error = active.fails(9, "PERSON_UNKNOWN", "counter", "offer", "王小五", "--lang", "en", program="yibao-platform")
    assert error["message"] == "no single person of the register is meant by that"


@pytest.mark.parametrize("credential", ["card", "id-card"])
def test_a_number_that_nobody_has_is_told_to_the_terminal_as_such(
    active: Wallet, tmp_path: Path, credential: str
) -> None:
    """A terminal names nobody by name or phone."""
    bill = tmp_path / "bill.json"
    bill.write_text('{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":1}]}', encoding="utf-8")
    words = ("terminal", "settle", "--institution", "H11000000001", "--bill", str(bill), "--credential", credential)
    nobodys = {"--credential-fd": "990001198506120037" if credential == "id-card" else "S00000000000000000"}
    error = active.fails(9, "PERSON_UNKNOWN", *words, "--lang", "en", program="yibao-platform", secrets=nobodys)
    assert "of this number" in error["message"] and "phone" not in error["advice"][0]


def test_an_empty_list_of_records_says_nothing_of_its_columns(active: Wallet) -> None:
    assert "-v" in active.run("records", "--lang", "en").err
    said = active.run("records", "--year", "2990", "--lang", "en")
    assert "no records" in said.err and "-v" not in said.err


@pytest.mark.parametrize(("name", "words"), [("none/a.csv", "folder does not exist"), ("file/a.csv", "is no folder")])
def test_a_file_that_cannot_be_written_says_why(active: Wallet, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    error = active.fails(21, "NOT_WRITABLE", "records", "--csv", str(tmp_path / name), "--lang", "en")
    assert words in error["message"] and error["fix"] == [], "doctor looks at the wallet's own files"


def test_a_picture_that_cannot_be_written_says_why(active: Wallet, tmp_path: Path) -> None:
    pin = {"--pin-fd": PIN}
    error = active.fails(21, "NOT_WRITABLE", "qr", "--png", str(tmp_path / ("a" * 300)), "--lang", "en", secrets=pin)
    assert "too long" in error["message"]
    for option in ("--png", "--svg"):
        assert active.fails(2, "USAGE", "qr", option, "-", secrets=pin)["fix"] == ["yibao qr --help"]
    active.fails(2, "USAGE", "counter", "offer", "张三", "--png", "-", program="yibao-platform")


def test_a_database_that_may_not_be_opened_says_so(active: Wallet, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for anybody but root whose own file has mode 000."""

    def refused(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN"
        raise error

    monkeypatch.setattr(sqlite3, "connect", refused)
    error = active.fails(21, "NOT_WRITABLE", "status", "--lang", "en")
    assert error["message"].endswith(".db cannot be opened") and error["fix"] == ["yibao doctor"]


def test_doctor_finds_unreadable_settings_whatever_form_they_would_ask_for(active: Wallet) -> None:
    (active.home / "config.toml").write_bytes(b"\xff")
    said = active.run("doctor", "--lang", "en")
    assert said.exit == 19 and "CONFIG_INVALID" not in said.err
    assert f"mv {active.home / 'config.toml'}" in said.out


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    """No defect, and doctor does not tell to change an owner."""
    (tmp_path / "file").write_bytes(b"")
    wallet = Wallet(tmp_path / "file")
    said = wallet.run("status", "--lang", "en")
    assert said.exit == 21 and "is no folder" in said.err
    found = wallet.run("doctor", "--lang", "en")
    assert found.exit == 19 and "chown" not in found.out and "is no folder" in found.out
    assert "fix: unset YIBAO_HOME\n" in found.out and "yibao doctor" not in found.out.partition("voucher")[0]


def test_doctor_finds_a_home_that_nothing_can_be_put_into() -> None:
    """Where a refused command sends its user; /proc takes no folder, not even of root's."""
    wallet = Wallet(Path("/proc/sys/yibao"))
    assert wallet.fails(21, "NOT_WRITABLE", "profile", "add", "kid")["fix"] == ["yibao doctor"]
    found = wallet.run("doctor", "--lang", "en")
    assert found.exit == 19 and "may not be written" in found.out and "fix: unset YIBAO_HOME\n" in found.out


def test_a_rehearsal_does_not_say_that_nothing_had_to_be_changed(active: Wallet) -> None:
    said = active.run("voucher", "freeze", "--dry-run", "--lang", "en").out
    assert "would do" in said and "Nothing had to be changed" not in said
    assert active.ok("voucher", "freeze", "--dry-run")["changed"] is False


def test_a_family_file_that_cannot_be_read_says_why(active: Wallet, tmp_path: Path) -> None:
    for file, words in ((tmp_path, "is a folder"), (tmp_path / "none", "there is no file")):
        assert words in active.fails(9, "FILE_UNREADABLE", "family", "diff", str(file), "--lang", "en")["message"]
