"""The platform's key set runs out: the wallet asks for the next one, signed by the root it pinned."""

from __future__ import annotations

from pathlib import Path

from wallet import Wallet

from wallet_cli.cli.context import Context
from wallet_cli.cli.globals import Globals
from wallet_cli.ports import Table
from wallet_cli.storage import paths


def keys_expire_at(home: Path) -> int:
    options = Globals()
    options.vault = "sandbox"
    context = Context(options, "yibao", paths.home(str(home)))
    try:
        row = context.vault.row(Table.FACTS, "platform")
        assert row is not None
        return int(row["keys_expire_at"])
    finally:
        context.close()


def test_a_key_set_past_its_time_is_renewed(wallet: Wallet) -> None:
    wallet.activate()
    first = keys_expire_at(wallet.home)
    wallet.advance("100d")
    wallet.verify(wallet.code())
    assert keys_expire_at(wallet.home) > first
