"""The whole wallet under a real gnome-keyring: every person of the sandbox, one code, one use; the store tampered with.

Each command is a process of its own, as a person would run it, but for the long row of people after the first.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from keyring_session import Session, keyring_session
from wallet import CITIZENS, NEW_PIN, PIN, ZHANG, Answer, Wallet

INSURED = [person for person in CITIZENS.values() if person.insured]
HOSPITALS = {"11": "H11000000001", "31": "H31000000001", "32": "H32010000001", "34": "H34010000001"}
HOSPITALS |= {"41": "H41010000001", "44": "H44010000001"}
FEES = [
    {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 235_077},
    {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": 30_000},
    {"name": "镶牙", "category": "C", "amount_fen": 80_000},
]
GOOD = {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}


@pytest.fixture
def session() -> Iterator[Session]:
    """A keyring of the test's own, in a folder with a short path."""
    folder = Path(tempfile.mkdtemp(prefix="yb-"))
    try:
        with keyring_session(folder) as session:
            yield session
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def wallet(tmp_path: Path, session: Session) -> Wallet:
    return Wallet(tmp_path / "home", vault="keyring", env=session.env)


def settle(wallet: Wallet, bill: Path, hospital: str, code: str, *, spawn: bool = False) -> Answer:
    words = ("terminal", "settle", "--institution", hospital, "--bill", str(bill), "--json")
    return (wallet.spawn if spawn else wallet.run)(*words, secrets={"--code-fd": code}, program="yibao-platform")


def test_every_person_of_the_sandbox(wallet: Wallet, tmp_path: Path) -> None:
    """Activated by one line, each in a profile of one home; a code settles once; it dies; the bill is paid in full."""
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps({"med_type": "11", "fees": FEES}), encoding="utf-8")
    codes = {}
    for number, person in enumerate(INSURED):
        profile, own = ("--profile", f"p{number}"), number == 0
        wallet.ok("profile", "add", f"p{number}", spawn=own)
        done = wallet.activate(person, *profile, spawn=own)
        assert (done["vault"], done["region"], done["insutype"]) == ("keyring", person.region, person.insutype)
        hospital = HOSPITALS[person.region[:2]]
        code = wallet.code(*profile, spawn=own)
        settled = settle(wallet, bill, hospital, code, spawn=own).data
        paid = [settled[f"{pot}_fen"] for pot in ("fund_pay_sumamt", "acct_pay", "acct_mulaid_pay", "psn_cash_pay")]
        assert sum(paid) == settled["medfee_sumamt_fen"] == sum(fee["amount_fen"] for fee in FEES)
        assert person.insutype == "310" or settled["acct_pay_fen"] == 0
        again = settle(wallet, bill, hospital, code, spawn=own)
        assert (again.exit, again.error["code"]) == (15, "CODE_USED")
        codes[hospital] = wallet.code(*profile, spawn=own)
    wallet.other("sandbox", "clock", "advance", "91s", spawn=True)
    for hospital, code in codes.items():
        late = settle(wallet, bill, hospital, code)
        assert (late.exit, late.error["code"]) == (15, "CODE_EXPIRED")


# --- the store ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def active(wallet: Wallet) -> Wallet:
    assert wallet.activate(spawn=True)["vault"] == "keyring"
    return wallet


def store(wallet: Wallet) -> Path:
    return wallet.home / "profiles/default/store.db"


def files(wallet: Wallet) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store(wallet).parent.iterdir() if path.is_file()}


def leads_out(wallet: Wallet, code: str, *, kept: bytes | None) -> None:
    """Every command says so and changes nothing; `activate --replace` gives a working wallet and keeps the old store."""
    before = files(wallet)
    for words in (("status",), ("balance",), ("qr",), ("voucher", "freeze"), ("pin", "reset"), ("activate",)):
        secrets = {"--pin-fd": PIN} if words == ("qr",) else None
        error = wallet.fails(15, code, *words, secrets=secrets, spawn=True)
        assert error["fix"] == ["yibao activate --replace"] and error["message"]
    assert files(wallet) == before
    answer = wallet.spawn(*wallet.activation(), "--replace", "--yes", "--json", secrets=GOOD)
    assert answer.exit == 0 and answer.data["changed"] is True
    assert kept is None or kept in files(wallet).values()
    assert wallet.verify(wallet.code(spawn=True), spawn=True)
    assert wallet.ok("status", spawn=True)["state"] == "active"


def test_a_store_put_back_from_a_copy(active: Wallet) -> None:
    """Wrong PINs do not become untried by putting the old file back."""
    old = store(active).read_bytes()
    active.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": NEW_PIN}, spawn=True)
    store(active).write_bytes(old)
    leads_out(active, "STORE_ROLLED_BACK", kept=old)


def test_a_store_that_was_deleted(active: Wallet) -> None:
    store(active).unlink()
    leads_out(active, "STORE_MISSING", kept=None)


def test_a_store_that_was_edited(active: Wallet) -> None:
    with contextlib.closing(sqlite3.connect(store(active))) as database:
        box = database.execute("SELECT box FROM vouchers").fetchone()[0]
    data = bytearray(store(active).read_bytes())
    data[data.index(box[:64]) + 40] ^= 1
    store(active).write_bytes(data)
    leads_out(active, "STORE_TAMPERED", kept=bytes(data))


def test_a_row_taken_out(active: Wallet) -> None:
    with contextlib.closing(sqlite3.connect(store(active))) as database:
        database.execute("DELETE FROM vouchers")
        database.commit()
    leads_out(active, "STORE_TAMPERED", kept=store(active).read_bytes())


def test_a_store_that_is_no_database(active: Wallet) -> None:
    store(active).write_bytes(b"not a database at all\n" * 400)
    before = store(active).read_bytes()
    error = active.spawn("status", "--json").error
    assert error["exit"] == 15 and error["code"].startswith("STORE_")
    assert store(active).read_bytes() == before
    leads_out(active, error["code"], kept=before)


def test_a_store_of_a_newer_format(active: Wallet) -> None:
    with contextlib.closing(sqlite3.connect(store(active))) as database:
        database.execute("UPDATE header SET format = format + 1")
        database.commit()
    before = store(active).read_bytes()
    for words in (("status",), ("balance",), ("activate",)):
        error = active.fails(15, "STORE_NEWER", *words, spawn=True)
        assert error["fix"] == ["pip install --upgrade yibao"]
    assert store(active).read_bytes() == before


def test_a_store_of_another_owner(active: Wallet) -> None:
    if os.geteuid() != 0:
        pytest.skip("needs root to give a file away")
    os.chown(store(active), 65534, 65534)
    before = store(active).read_bytes()
    error = active.spawn("status", "--json").error
    assert error["exit"] == 15 and error["code"] in {"STORE_UNSAFE", "STORE_FOREIGN"}
    assert store(active).read_bytes() == before
    os.chown(store(active), 0, 0)
    assert active.ok("status", spawn=True)["state"] == "active"


def test_a_store_that_is_a_link(active: Wallet) -> None:
    elsewhere = active.home / "elsewhere.db"
    store(active).rename(elsewhere)
    store(active).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    active.fails(15, "STORE_UNSAFE", "status", spawn=True)
    assert elsewhere.read_bytes() == before and store(active).is_symlink()
    store(active).unlink()
    elsewhere.rename(store(active))
    assert active.ok("status", spawn=True)["state"] == "active"


def test_a_store_of_another_wallet(active: Wallet) -> None:
    """A whole, untampered store that belongs to another keyring entry."""
    active.ok("profile", "add", "second", spawn=True)
    active.activate(CITIZENS["林小雨"], "--profile", "second", spawn=True)
    shutil.copy(active.home / "profiles/second/store.db", store(active))
    error = active.spawn("status", "--json").error
    assert error["exit"] == 15 and error["code"].startswith("STORE_")
    assert active.ok("status", "--profile", "second", spawn=True)["state"] == "active"
    leads_out(active, error["code"], kept=None)


# --- the keyring -----------------------------------------------------------------------------------------------------------


def test_a_locked_keyring(active: Wallet, session: Session) -> None:
    session.lock()
    before = files(active)
    for words in (("status",), ("balance",)):
        error = active.fails(5, "KEYRING_LOCKED", *words, "--no-input", spawn=True)
        assert error["retryable"] is True and error["advice"]
    assert files(active) == before


def test_no_keyring(active: Wallet) -> None:
    before = files(active)
    gone = {**active.env, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    error = Wallet(active.home, "keyring", gone).fails(16, "KEYRING_ABSENT", "balance", spawn=True)
    assert error["message"] and error["advice"]
    # No other vault opens a wallet that is in the keyring: a session with a keyring is what helps.
    assert error["fix"] and not any("--vault" in command for command in error["fix"])
    assert files(active) == before
    assert active.ok("status", spawn=True)["state"] == "active"


def test_no_keyring_at_the_very_beginning(wallet: Wallet, tmp_path: Path) -> None:
    """Activation never falls back to a file by itself; the two ways on are named, and the second works."""
    gone = {**wallet.env, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    bare = Wallet(tmp_path / "bare", "keyring", gone)
    error = bare.fails(16, "KEYRING_ABSENT", *bare.activation(), secrets=GOOD, spawn=True)
    assert error["fix"] == ["yibao activate --vault passphrase", "yibao activate --vault sandbox"]
    assert bare.ok("status", spawn=True)["state"] == "not_activated"
    assert bare.ok(*bare.activation(), "--vault", "sandbox", secrets=GOOD, spawn=True)["vault"] == "sandbox"


def test_a_keyring_that_hangs(active: Wallet, session: Session) -> None:
    session.stop_daemon()
    try:
        error = active.fails(16, "KEYRING_HANGING", "balance", spawn=True)
    finally:
        session.continue_daemon()
    assert error["retryable"] is True
    assert error["fix"] == []
    assert active.ok("status", spawn=True)["state"] == "active"


def test_a_keyring_that_lost_its_items(active: Wallet, tmp_path: Path) -> None:
    """Another login's keyring, empty: told apart from a wallet that never was."""
    folder = Path(tempfile.mkdtemp(prefix="yb-"))
    try:
        with keyring_session(folder) as empty:
            other: dict[str, Any] = {**empty.env}
            error = Wallet(active.home, "keyring", other).spawn("status", "--json").error
            assert error["exit"] == 16 and error["code"] in {"KEYRING_EMPTY", "KEYRING_CHANGED"}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    assert active.ok("status", spawn=True)["state"] == "active"
