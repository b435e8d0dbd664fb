"""Replacing a store, and creations cut short, through the vault's port."""

from __future__ import annotations

from pathlib import Path

import pytest
from vault_kit import NOW, MemoryItems, edit, note, vault_at

from wallet_cli.errors import (
    ActivationUnfinished,
    WalletError,
)
from wallet_cli.ports import StoreState, Table, Vault


def test_replace_moves_the_store_aside(vault: Vault, folder: Path, items: MemoryItems) -> None:
    note(vault, 1)
    old_id, old_jwk, old_root, old = (
        vault.wallet_id(),
        vault.sign_in_jwk(),
        items.values["root"],
        vault.path.read_bytes(),
    )
    aside = vault.replace(NOW)
    assert aside is not None
    assert aside.read_bytes() == old
    assert vault.wallet_id() != old_id
    assert vault.sign_in_jwk() != old_jwk
    assert items.values["root"] != old_root
    assert vault.rows(Table.FACTS) == {}
    again = vault.replace(NOW)
    assert again not in {None, aside}
    assert aside.exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path, items: path.unlink(),
        lambda path, items: path.write_bytes(b"rubbish" * 1000),
        lambda path, items: items.values.pop("root"),
        lambda path, items: items.values.pop("anchor"),
        lambda path, items: items.values.clear(),
        lambda path, items: items.values.update(root=b"zz"),
        lambda path, items: items.values.update(anchor=b"zz"),
        lambda path, items: edit(path, "UPDATE header SET format = 9"),
        lambda path, items: edit(path, "DELETE FROM facts"),
        lambda path, items: setattr(items, "backend", "other"),
        lambda path, items: setattr(items, "kind", "passphrase"),
    ],
)
def test_replace_leads_out_of_every_damage(vault: Vault, folder: Path, items: MemoryItems, spoil: object) -> None:
    note(vault, 1)
    spoil(vault.path, items)  # type: ignore[operator]
    with pytest.raises(WalletError):
        vault_at(folder, items).rows(Table.FACTS)
    fresh = vault_at(folder, items)
    fresh.replace(NOW)
    assert fresh.state() is StoreState.READY
    assert vault_at(folder, items).rows(Table.FACTS) == {}


def test_a_process_that_outlives_a_replacement_goes_on_with_the_new_wallet(
    vault: Vault, folder: Path, items: MemoryItems
) -> None:
    note(vault, 1)
    vault_at(folder, items).replace(NOW)
    assert vault.rows(Table.FACTS) == {}
    note(vault, 2)
    assert vault_at(folder, items).row(Table.FACTS, "n") == {"value": 2}


def test_a_pending_creation_is_told_and_resumed(folder: Path, items: MemoryItems) -> None:
    items.values["anchor"] = b"pending:0011223344556677"
    vault = vault_at(folder, items)
    assert vault.state() is StoreState.PENDING
    with pytest.raises(ActivationUnfinished):
        vault.rows(Table.FACTS)
    vault.create(NOW)
    assert vault.wallet_id() == "0011223344556677"
