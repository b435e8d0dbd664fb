"""Changes cut short: a keyring that fails at each call, and processes killed at random moments."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from vault_kit import GOOD, NOW, OTHER, MemoryItems, SystemRandom, vault_at

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import KeyringHanging, PinWrong
from wallet_cli.ports import PinState, StoreState, Table, Vault
from wallet_cli.vault import items_for, open_vault

_FULL = os.environ.get("YIBAO_FULL") == "1"
_KILLS = 120 if _FULL else 12


def _note(vault: Vault, value: int) -> None:
    with vault.write() as transaction:
        transaction.put(Table.FACTS, "n", {"value": value})
        transaction.audit("note", NOW)


def _wrong(vault: Vault) -> None:
    with pytest.raises(PinWrong):
        vault.open(OTHER)


def _reset(vault: Vault) -> None:
    keys = vault.begin_reset(OTHER, NOW)
    keys.create_holder_key("v1")
    keys.put_code_secret("v1", Secret(b"t" * 32), 2)
    with vault.write() as transaction:
        transaction.commit_reset()


def _pin_tells(vault: Vault, pin: object) -> bytes:
    return vault.open(pin).sign("v1", b"payload")  # type: ignore[arg-type]


ACTS: dict[str, Callable[[Vault], object]] = {
    "note": lambda vault: _note(vault, 2),
    "open": lambda vault: vault.open(GOOD),
    "wrong": _wrong,
    "change": lambda vault: vault.change_pin(GOOD, OTHER, NOW),
    "reset": _reset,
    "code": lambda vault: vault.open(GOOD).code("v1", "990", "12345678901", NOW),
    "replace": lambda vault: vault.replace(NOW),
}


@pytest.mark.parametrize("after_writing", [False, True])
@pytest.mark.parametrize("act", ACTS)
def test_a_keyring_failing_at_each_write_in_turn(tmp_path: Path, act: str, after_writing: bool) -> None:
    """Whatever was cut short, a new process finds a good store, with the old state or the new one."""
    finished = False
    fail_at = 0
    while not finished:
        folder, items = tmp_path / f"{fail_at}", MemoryItems()
        vault = vault_at(folder, items)
        _furnish(vault)
        items.fail_at, items.fail_after_writing = fail_at, after_writing
        try:
            ACTS[act](vault)
            finished = True
        except KeyringHanging:
            fail_at += 1
        items.fail_at = None
        _check_recovery(vault_at(folder, items), act, finished)
    assert fail_at >= 1


def _furnish(vault: Vault) -> None:
    vault.create(NOW)
    _note(vault, 1)
    keys = vault.set_pin(GOOD, NOW)
    keys.create_holder_key("v1")
    keys.put_code_secret("v1", Secret(b"s" * 32), 1)


def _check_recovery(vault: Vault, act: str, finished: bool) -> None:
    if act == "replace":
        if not finished:
            vault.replace(NOW)
        assert vault.state() is StoreState.READY
        assert vault.rows(Table.FACTS) == {}
        assert vault.pin_status().state is PinState.UNSET
        return
    assert vault.state() is StoreState.READY
    value = vault.row(Table.FACTS, "n")
    assert value == {"value": 2} if act == "note" and finished else value in ({"value": 1}, {"value": 2})
    vault.audit()
    assert vault.pin_status().attempts_left in ({4} if act == "wrong" and finished else {4, 5})
    right = GOOD
    if act in {"change", "reset"}:
        try:
            assert _pin_tells(vault, OTHER)
            right = OTHER
        except PinWrong:
            assert not finished
    assert len(_pin_tells(vault, right)) == 64
    assert vault.pin_status().attempts_left == 5
    _note(vault, 3)
    assert vault.row(Table.FACTS, "n") == {"value": 3}


@pytest.mark.parametrize("after_writing", [False, True])
def test_a_creation_cut_at_each_keyring_write_is_resumed(tmp_path: Path, after_writing: bool) -> None:
    fail_at = 0
    while True:
        folder, items = tmp_path / f"{fail_at}", MemoryItems()
        items.fail_at, items.fail_after_writing = fail_at, after_writing
        vault = vault_at(folder, items)
        try:
            vault.create(NOW)
            break
        except KeyringHanging:
            pass
        items.fail_at = None
        fresh = vault_at(folder, items)
        assert fresh.state() in {StoreState.ABSENT, StoreState.PENDING, StoreState.READY}
        fresh.create(NOW)
        assert vault_at(folder, items).state() is StoreState.READY
        assert [record.act for record in fresh.audit()] == ["wallet.create"]
        fail_at += 1
    assert fail_at == 3


def _leave_empty(path: Path) -> None:
    path.touch(0o600)


def _leave_a_hot_journal(path: Path) -> None:
    """The file as it is when power fails inside SQLite's commit: some pages written, a journal that undoes them."""
    other = path.with_name("other.db")
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("PRAGMA cache_spill=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE half (a)")
    for _ in range(50):
        connection.execute("INSERT INTO half VALUES (randomblob(4000))")
    for suffix in ("", "-journal"):
        shutil.copyfile(f"{other}{suffix}", f"{path}{suffix}")
        Path(f"{path}{suffix}").chmod(0o600)
    assert path.stat().st_size
    connection.close()


def _leave_another_wallets(path: Path) -> None:
    vault = vault_at(path.parent.parent / "another", MemoryItems())
    vault.create(NOW)
    shutil.copy2(vault.path, path)


@pytest.mark.parametrize(
    ("leave", "aside"), [(_leave_empty, 0), (_leave_a_hot_journal, 0), (_leave_another_wallets, 1)]
)
def test_a_creation_goes_on_from_any_file(tmp_path: Path, leave: Callable[[Path], None], aside: int) -> None:
    folder, items = tmp_path / "profile", MemoryItems()
    folder.mkdir(mode=0o700)
    items.values["anchor"] = b"pending:0011223344556677"
    leave(folder / "store.db")
    assert vault_at(folder, items).state() is StoreState.PENDING
    vault_at(folder, items).create(NOW)
    assert vault_at(folder, items).state() is StoreState.READY
    assert vault_at(folder, items).wallet_id() == "0011223344556677"
    assert len(list(folder.glob("store.db.aside-*"))) == aside
    assert not list(folder.glob("*-journal"))


def test_creations_killed_at_random_moments_are_resumed(tmp_path: Path) -> None:
    chance = random.Random(3)
    script = _CHILD.format(tests=str(Path(__file__).parents[2]))
    for number in range(_KILLS):
        folder = tmp_path / str(number)
        with subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.DEVNULL) as child:
            while not folder.exists():
                assert child.poll() is None
            with suppress(subprocess.TimeoutExpired):
                child.wait(chance.random() * 0.04)
            child.kill()
        vault = open_vault(
            folder, lambda _, f=folder: items_for("sandbox", f, "a", random=SystemRandom()), SystemRandom()
        )
        vault.create(NOW)
        assert vault.state() is StoreState.READY
        assert vault.audit()[0].act == "wallet.create"


def test_no_pin_is_tried_before_the_count_is_anchored(tmp_path: Path) -> None:
    items = MemoryItems()
    vault = vault_at(tmp_path / "p", items)
    _furnish(vault)
    for left in (4, 3):
        items.fail_at = 0
        for pin in (OTHER, GOOD):
            with pytest.raises(KeyringHanging):
                vault.open(pin)
        items.fail_at = None
        assert vault.pin_status().attempts_left == left


_CHILD = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from vault_kit import GOOD, NOW, OTHER, CHEAP, SystemRandom
from wallet_cli.errors import WalletError
from wallet_cli.ports import StoreState, Table
from wallet_cli.vault import items_for, open_vault
folder = Path(sys.argv[1])
vault = open_vault(folder, lambda _: items_for("sandbox", folder, "a", random=SystemRandom()), SystemRandom(), cost=CHEAP)
vault.create(NOW)
print("created", flush=True)
number = vault.row(Table.FACTS, "n")
number = number["value"] if number else 0
if vault.pin_status().state == "unset":
    vault.set_pin(GOOD, NOW)
here, there = (GOOD, OTHER)
try:
    vault.open(here)
except WalletError:
    here, there = there, here
while True:
    number += 1
    with vault.write() as transaction:
        transaction.put(Table.FACTS, "n", {{"value": number}})
        transaction.put(Table.OUTBOX, str(number), {{}})
        transaction.delete(Table.OUTBOX, str(number - 3))
        transaction.audit("note", NOW, {{"number": number}})
    print(number, flush=True)
    vault.change_pin(here, there, NOW)
    here, there = there, here
    print("pin", here is GOOD, flush=True)
"""


def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """kill -9 under a loop of writes and PIN changes; every rerun goes on, with no false alarm."""
    folder = tmp_path / "profile"
    chance = random.Random(20261121)
    script = _CHILD.format(tests=str(Path(__file__).parents[2]))
    acknowledged = 0
    pin = None
    for _ in range(_KILLS):
        lines = _run_and_kill(script, folder, chance)
        numbers = [int(line) for line in lines if line.isdecimal()]
        pins = [line for line in lines if line.startswith("pin")]
        acknowledged = max([acknowledged, *numbers])
        pin = pins[-1] if pins else pin
        vault = open_vault(folder, lambda _: items_for("sandbox", folder, "a", random=SystemRandom()), SystemRandom())
        if vault.state() is not StoreState.READY:
            assert "created" not in lines
            continue
        row = vault.row(Table.FACTS, "n")
        assert (row["value"] if row else 0) in {acknowledged, acknowledged + 1}
        acknowledged = row["value"] if row else 0
        assert len([record for record in vault.audit() if record.act == "note"]) == acknowledged
        assert len(vault.rows(Table.OUTBOX)) <= 3
        if pins:
            assert vault.open(_current(vault, pin == "pin True"))
    assert acknowledged > 0


def _current(vault: Vault, good: bool) -> object:
    # The last change may have been made and not told: then it is the other one, and the first try costs one.
    first, second = (GOOD, OTHER) if good else (OTHER, GOOD)
    try:
        vault.open(first)
    except PinWrong:
        return second
    return first


def _run_and_kill(script: str, folder: Path, chance: random.Random) -> list[str]:
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        lines = []
        try:
            # So many lines in, then a random few milliseconds on: before, between and inside its writes.
            for _ in range(chance.randrange(6)):
                lines.append(child.stdout.readline())
            child.wait(chance.random() * 0.3)
        except subprocess.TimeoutExpired:
            pass
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
        assert child.wait() == -signal.SIGKILL, child.stderr.read()
    return [line.strip() for line in lines if line.endswith("\n")]
