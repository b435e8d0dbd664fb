"""The store: what is promised of reading, writing, rollback and replacement, through the vault's port."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from small_disk import small_disk
from vault_kit import GOOD, NOW, OTHER, MemoryItems, note, sql, vault_at

from wallet_cli.errors import (
    DiskFull,
    KeyringChanged,
    KeyringEmpty,
    NotActivated,
    StoreBusy,
    StoreForeign,
    StoreMissing,
    StoreNewer,
    StoreRolledBack,
    StoreTampered,
    StoreUnsafe,
    VaultDiffers,
    WalletError,
)
from wallet_cli.ports import StoreState, Table, Vault
from wallet_cli.storage.lock import Lock
from wallet_cli.vault.layout import place

SENTINEL = "张三-990001199001011234"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path) as place:
        yield place


def _copy(vault: Vault) -> Path:
    return Path(shutil.copy2(vault.path, vault.path.with_suffix(".copy")))


def test_a_first_run_is_absent_then_ready(folder: Path, items: MemoryItems) -> None:
    vault = vault_at(folder, items)
    assert vault.state() is StoreState.ABSENT
    assert not folder.exists()
    with pytest.raises(NotActivated):
        vault.rows(Table.FACTS)
    with pytest.raises(NotActivated), vault.write():
        pass
    vault.create(NOW)
    assert vault.state() is StoreState.READY
    assert vault_at(folder, items).state() is StoreState.READY
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in folder.iterdir())


def test_creating_again_changes_nothing(vault: Vault, items: MemoryItems, folder: Path) -> None:
    before = (vault.wallet_id(), vault.generation(), dict(items.values))
    vault_at(folder, items).create(NOW)
    assert (vault.wallet_id(), vault.generation(), dict(items.values)) == before


def test_rows_come_back_as_they_were(vault: Vault, folder: Path, items: MemoryItems) -> None:
    row = {"text": "张三", "number": 2**60, "none": None, "yes": True, "list": ["a", 1]}
    with vault.write() as transaction:
        transaction.put(Table.VOUCHERS, "v1", row)
        transaction.put(Table.VOUCHERS, "v2", {})
        transaction.put(Table.OUTBOX, "v1", {"other": 1})
        assert transaction.row(Table.VOUCHERS, "v1") == row
        assert vault.row(Table.VOUCHERS, "v1") == row
    again = vault_at(folder, items)
    assert again.rows(Table.VOUCHERS) == {"v1": row, "v2": {}}
    assert again.row(Table.VOUCHERS, "v3") is None
    with again.write() as transaction:
        transaction.delete(Table.VOUCHERS, "v1")
        transaction.delete(Table.VOUCHERS, "v9")
        assert transaction.rows(Table.VOUCHERS) == {"v2": {}}
    assert vault.rows(Table.VOUCHERS) == {"v2": {}}
    assert vault.row(Table.OUTBOX, "v1") == {"other": 1}


def test_an_exception_leaves_nothing_behind(vault: Vault, items: MemoryItems) -> None:
    generation, anchor = vault.generation(), items.values["anchor"]
    with pytest.raises(ZeroDivisionError), vault.write() as transaction:
        transaction.put(Table.FACTS, "n", {"value": 1})
        raise ZeroDivisionError
    assert vault.row(Table.FACTS, "n") is None
    assert (vault.generation(), items.values["anchor"]) == (generation, anchor)
    note(vault, 2)


def test_a_transaction_without_changes_writes_nothing(vault: Vault, items: MemoryItems) -> None:
    before = vault.path.read_bytes()
    items.log.clear()
    with vault.write() as transaction:
        transaction.rows(Table.FACTS)
    assert vault.path.read_bytes() == before
    assert items.log == ["get anchor"]


def test_generations_only_rise(vault: Vault, items: MemoryItems) -> None:
    seen = [vault.generation()]
    for value in range(5):
        note(vault, value)
        seen.append(vault.generation())
    assert seen == list(range(seen[0], seen[0] + 6))
    assert items.values["anchor"].split(b":")[2] == str(seen[-1]).encode()


def test_reading_costs_two_questions_and_no_write(vault: Vault, folder: Path, items: MemoryItems) -> None:
    note(vault, 1)
    before = vault.path.read_bytes()
    items.log.clear()
    fresh = vault_at(folder, items)
    fresh.state()
    fresh.rows(Table.VOUCHERS)
    fresh.row(Table.FACTS, "n")
    fresh.prove("account", None, NOW)
    assert items.log == ["get root", "get anchor"]
    assert vault.path.read_bytes() == before


def test_nothing_readable_lies_on_disk(vault: Vault, folder: Path, items: MemoryItems) -> None:
    with vault.write() as transaction:
        transaction.put(Table.FACTS, "identity", {"who": SENTINEL})
        transaction.audit("act", NOW, {"who": "act"})
    vault.set_pin(GOOD, NOW)
    for path in folder.iterdir():
        data = path.read_bytes()
        for secret in (
            SENTINEL.encode(),
            GOOD.reveal(),
            items.values["root"],
            bytes.fromhex(items.values["root"].decode()),
        ):
            assert secret not in data


# --- rollback and damage ---------------------------------------------------------------------------------------------


def test_a_store_put_back_is_detected_by_reads_and_writes(vault: Vault, folder: Path, items: MemoryItems) -> None:
    copy = _copy(vault)
    note(vault, 1)
    shutil.copy2(copy, vault.path)
    for _ in range(2):
        with pytest.raises(StoreRolledBack):
            vault_at(folder, items).state()
        with pytest.raises(StoreRolledBack):
            vault.rows(Table.FACTS)
        with pytest.raises(StoreRolledBack):
            note(vault, 2)
        with pytest.raises(StoreRolledBack):
            vault_at(folder, items).audit()


def test_a_store_put_back_while_running_is_detected_by_the_next_write(vault: Vault, items: MemoryItems) -> None:
    note(vault, 1)
    copy = _copy(vault)
    vault.rows(Table.FACTS)
    other = vault_at(vault.path.parent, items)
    note(other, 2)
    shutil.copy2(copy, vault.path)
    with pytest.raises(StoreRolledBack):
        vault.open(GOOD)


def test_one_row_put_back_is_detected(vault: Vault, folder: Path, items: MemoryItems) -> None:
    note(vault, 1)
    old = sql(vault, "SELECT * FROM facts")[0]
    note(vault, 2)
    sql(vault, "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?)", old)
    with pytest.raises(StoreTampered) as damage:
        vault.row(Table.FACTS, "n")
    assert damage.value.data["what"] == "rows"


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM facts", "rows"),
        ("UPDATE facts SET row_id = 'm'", "rows"),
        ("UPDATE facts SET generation = generation - 1", "rows"),
        ("UPDATE facts SET generation = 'x'", "facts"),
        ("UPDATE facts SET box = 'text'", "facts"),
        ("UPDATE facts SET row_id = CAST(x'ff' AS TEXT)", "file"),
        ("INSERT INTO vouchers SELECT * FROM facts", "rows"),
        ("DELETE FROM secrets", "rows"),
        ("DELETE FROM audit", "audit"),
        ("DELETE FROM head", "head"),
        ("INSERT INTO head SELECT * FROM head", "head"),
        ("UPDATE head SET tag = 'x'", "head"),
        ("UPDATE head SET tag = x'00'", "head"),
        ("UPDATE head SET body = replace(body, '64', '65')", "head"),
        ("UPDATE header SET magic = 'other'", "header"),
        ("UPDATE header SET format = 'x'", "header"),
        ("UPDATE header SET format = 0", "header"),
        ("DELETE FROM header", "header"),
        ("DROP TABLE header", "header"),
        ("DROP TABLE rolls", "schema"),
        ("CREATE TABLE more (a)", "schema"),
        ("CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM pin; END", "schema"),
        ("ALTER TABLE facts ADD COLUMN more", "schema"),
    ],
)
def test_an_edit_is_detected(vault: Vault, folder: Path, items: MemoryItems, statement: str, what: str) -> None:
    note(vault, 1)
    sql(vault, statement)
    for act in (lambda v: v.state(), lambda v: v.rows(Table.FACTS), lambda v: note(v, 2), lambda v: v.open(GOOD)):
        with pytest.raises(StoreTampered) as damage:
            act(vault_at(folder, items))
        assert damage.value.data == {"path": str(vault.path), "what": what}
        assert damage.value.exit == 15


def test_another_wallets_store_is_foreign(vault: Vault, tmp_path: Path, items: MemoryItems) -> None:
    other = vault_at(tmp_path / "other", MemoryItems())
    other.create(NOW)
    shutil.copy2(other.path, vault.path)
    with pytest.raises(StoreForeign):
        vault.state()
    with pytest.raises(StoreForeign):
        vault_at(vault.path.parent, items).state()


def test_a_newer_format_is_refused_unharmed(vault: Vault, folder: Path, items: MemoryItems) -> None:
    sql(vault, "UPDATE header SET format = 2")
    sql(vault, "DROP TABLE rolls")
    before = vault.path.read_bytes()
    for act in (lambda v: v.state(), lambda v: note(v, 1), lambda v: v.create(NOW), lambda v: v.audit()):
        with pytest.raises(StoreNewer) as newer:
            act(vault_at(folder, items))
        assert newer.value.data == {"path": str(vault.path), "found": 2, "known": 1}
    assert vault.path.read_bytes() == before


def test_a_missing_store_is_no_first_run(vault: Vault, folder: Path, items: MemoryItems) -> None:
    vault.path.unlink()
    for act in (lambda v: v.state(), lambda v: v.create(NOW), lambda v: v.rows(Table.FACTS), lambda v: v.open(GOOD)):
        with pytest.raises(StoreMissing):
            act(vault_at(folder, items))
    shutil.rmtree(folder)
    with pytest.raises(StoreMissing):
        vault_at(folder, items).state()


@pytest.mark.parametrize("gone", [("root",), ("anchor",), ("root", "anchor")])
def test_missing_items_are_told(vault: Vault, folder: Path, items: MemoryItems, gone: tuple[str, ...]) -> None:
    for name in gone:
        del items.values[name]
    for act in (lambda v: v.state(), lambda v: v.create(NOW), lambda v: note(v, 1)):
        with pytest.raises(KeyringEmpty) as empty:
            act(vault_at(folder, items))
        assert empty.value.data["item"] in gone


@pytest.mark.parametrize("value", [b"", b"x", b"1:a:b:c", b"pending:a:b", b"1:a:99999999999999999999:c"])
def test_a_spoilt_anchor_is_told(vault: Vault, folder: Path, items: MemoryItems, value: bytes) -> None:
    items.values["anchor"] = value
    with pytest.raises(StoreTampered) as damage:
        vault_at(folder, items).state()
    assert damage.value.data["what"] == "anchor"


@pytest.mark.parametrize("value", [b"zz", b"00" * 31, b"00" * 33])
def test_a_spoilt_root_is_told(vault: Vault, folder: Path, items: MemoryItems, value: bytes) -> None:
    items.values["root"] = value
    with pytest.raises(StoreTampered):
        vault_at(folder, items).state()


def test_another_root_does_not_open(vault: Vault, folder: Path, items: MemoryItems) -> None:
    items.values["root"] = b"00" * 32
    with pytest.raises(StoreTampered):
        vault_at(folder, items).state()


def test_an_anchor_far_behind_is_no_repair(vault: Vault, folder: Path, items: MemoryItems) -> None:
    old = items.values["anchor"]
    for value in range(62):
        note(vault, value)
    at_63 = items.values["anchor"]
    note(vault, 62)
    items.values["anchor"] = old
    assert vault_at(folder, items).state() is StoreState.READY
    assert items.values["anchor"] > at_63
    note(vault, 63)
    items.values["anchor"] = old
    with pytest.raises(StoreTampered) as damage:
        vault_at(folder, items).state()
    assert damage.value.data["what"] == "anchor"


def test_an_anchor_of_another_history_is_a_rollback(vault: Vault, folder: Path, items: MemoryItems) -> None:
    copy, anchor = _copy(vault), items.values["anchor"]
    note(vault, 1)
    theirs = items.values["anchor"]
    shutil.copy2(copy, vault.path)
    items.values["anchor"] = anchor
    note(vault_at(folder, items), 2)
    items.values["anchor"] = theirs
    with pytest.raises(StoreRolledBack):
        vault_at(folder, items).state()


def test_links_and_modes_are_refused(vault: Vault, folder: Path, items: MemoryItems) -> None:
    vault.path.rename(folder / "real.db")
    vault.path.symlink_to("real.db")
    with pytest.raises(StoreUnsafe) as unsafe:
        vault_at(folder, items).state()
    assert unsafe.value.data["reason"] == "link"
    vault.path.unlink()
    (folder / "real.db").rename(vault.path)
    vault.path.chmod(0o640)
    with pytest.raises(StoreUnsafe):
        vault_at(folder, items).state()
    vault.path.chmod(0o600)
    folder.chmod(0o755)
    with pytest.raises(StoreUnsafe):
        vault_at(folder, items).state()
    folder.chmod(0o700)
    assert vault_at(folder, items).state() is StoreState.READY


def test_another_keeper_is_told(vault: Vault, folder: Path, items: MemoryItems) -> None:
    items.kind = "passphrase"
    with pytest.raises(VaultDiffers) as differs:
        vault_at(folder, items).state()
    assert differs.value.data == {"vault": "keyring", "asked": "passphrase"}
    items.kind, items.backend = "keyring", "other"
    with pytest.raises(KeyringChanged) as changed:
        vault_at(folder, items).state()
    assert changed.value.data == {"recorded": "memory", "found": "other"}


def test_a_header_edited_to_suit_another_keeper_is_told(vault: Vault, folder: Path, items: MemoryItems) -> None:
    sql(vault, "UPDATE header SET vault = 'sandbox', backend = 'sandbox'")
    items.kind = items.backend = "sandbox"
    with pytest.raises(StoreTampered) as damage:
        vault_at(folder, items).state()
    assert damage.value.data["what"] == "header"


def test_no_two_places_are_written_alike() -> None:
    places = {place("w", "ab", "c", "k", 1), place("w", "a", "bc", "k", 1), place("wa", "b", "c", "k", 1)}
    assert len(places) == 3


def test_flipped_bytes_are_told_or_harmless(vault: Vault, folder: Path, items: MemoryItems) -> None:
    """Any byte of the file: either an error of ours, or every row is still what it was."""
    with vault.write() as transaction:
        for number in range(8):
            transaction.put(Table.FACTS, f"n{number}", {"value": number})
    expected = vault.rows(Table.FACTS)
    good = vault.path.read_bytes()
    used = [spot for spot, byte in enumerate(good) if byte]
    chance = random.Random(7)
    told = 0
    for _ in range(2000 if os.environ.get("YIBAO_FULL") == "1" else 200):
        data = bytearray(good)
        data[chance.choice(used)] ^= 1 << chance.randrange(8)
        vault.path.write_bytes(data)
        try:
            fresh = vault_at(folder, items)
            assert fresh.rows(Table.FACTS) == expected
            fresh.audit()
        except WalletError as e:
            assert e.exit in {15, 16, 10, 21}, e.code
            told += 1
    assert told > 100
    vault.path.write_bytes(good)
    assert vault_at(folder, items).state() is StoreState.READY


def test_waiters_give_up(vault: Vault, folder: Path, items: MemoryItems) -> None:
    impatient = vault_at(folder, items, wait_s=0)
    with Lock(folder / "store.lock"):
        for act in (lambda: impatient.rows(Table.FACTS), lambda: note(impatient, 1), lambda: impatient.open(GOOD)):
            with pytest.raises(StoreBusy) as busy:
                act()
            assert busy.value.exit == 5
    note(impatient, 1)


def test_a_transaction_within_a_transaction_is_a_defect(vault: Vault) -> None:
    with vault.write(), pytest.raises(RuntimeError), vault.write():
        pass


def test_a_full_disk_loses_nothing(disk: Path) -> None:
    items = MemoryItems()
    vault = vault_at(disk / "p", items)
    vault.create(NOW)
    vault.set_pin(GOOD, NOW)
    note(vault, 1)
    anchor = items.values["anchor"]
    filler = disk / "filler"
    with pytest.raises(OSError, match="No space left"):
        filler.write_bytes(bytes(2 << 20))
    with filler.open("ab", 0) as file, suppress(OSError):
        while True:
            file.write(bytes(1))
    for act in (lambda v: note(v, 2), lambda v: v.open(OTHER), lambda v: v.begin_reset(OTHER, NOW)):
        with pytest.raises(DiskFull) as full:
            act(vault_at(disk / "p", items))
        assert full.value.exit == 21
    assert items.values["anchor"] == anchor
    assert vault_at(disk / "p", items).row(Table.FACTS, "n") == {"value": 1}
    filler.unlink()
    assert vault.pin_status().attempts_left == 5
    note(vault, 2)
    vault.open(GOOD)
