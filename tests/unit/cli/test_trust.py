"""The platform's key set runs out: the wallet asks for the next one, signed by the root it pinned."""

from __future__ import annotations

from pathlib import Path

from wallet import Wallet, opened

from wallet_cli.ports import Table


def keys_expire_at(home: Path) -> int:
    with opened(home) as context:
        row = context.vault.row(Table.FACTS, "platform")
        assert row is not None
        return int(row["keys_expire_at"])


def test_a_key_set_past_its_time_is_renewed(wallet: Wallet) -> None:
    wallet.activate()
    first = keys_expire_at(wallet.home)
    wallet.advance("100d")
    wallet.verify(wallet.code())
    assert keys_expire_at(wallet.home) > first
