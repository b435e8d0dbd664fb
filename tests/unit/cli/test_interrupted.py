"""Ctrl-C at any moment ends a command with status 130 and without a traceback."""

from __future__ import annotations

import pytest
from wallet import Wallet

PLACES = ("wallet_cli.cli.start.choose_language", "wallet_cli.cli.context.Context", "wallet_cli.cli.run.dispatch")


@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_comes(wallet: Wallet, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(place, interrupted)
    answer = wallet.run("balance")
    assert (answer.exit, answer.out, answer.err) == (130, "", "")
