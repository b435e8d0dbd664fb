"""Processes killed at random moments: what was acknowledged is there, what was not can be repeated, sums hold."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from contract.platform_kit import FileItems, SetClock, SystemRandom, bill, person, terminal_call

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.settlement import Settlement
from wallet_cli.errors import SettlementUnknown
from wallet_cli.platform.embedded import EmbeddedPlatform
from wallet_cli.ports import Call, Presented

FULL = os.environ.get("YIBAO_FULL") == "1"
ROUNDS = 100 if FULL else 10
SEED = int(os.environ.get("YIBAO_SEED", "20221122"))
NAME = "周海涛"


def reopened(folder: Path) -> EmbeddedPlatform:
    return EmbeddedPlatform(folder, FileItems(folder.parent / "seal"), SetClock(), SystemRandom())


def settled(platform: EmbeddedPlatform, card: bytes, key: str) -> Settlement:
    call = Call(terminal_call().credential, key, 60.0)
    return platform.institution.settle(call, Presented(card=Secret(card)), bill(3_100), preview=False).value


def _work(folder: Path, card: bytes, turn: int, acknowledged: Any) -> None:
    platform = reopened(folder)
    for number in range(1000):
        settled(platform, card, f"{turn}-{number}")
        acknowledged.send(number)


def _make(folder: Path) -> None:
    reopened(folder).citizen.info(Call())


def killed_after(process: Any, seconds: float) -> None:
    process.start()
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    process.join(60)


def test_settling_killed_anywhere_comes_right(tmp_path: Path) -> None:
    folder, context, stream = tmp_path / "platform", multiprocessing.get_context("fork"), Random(SEED)
    platform = reopened(folder)
    view = person(platform, NAME)
    card, start = view.card_number.reveal(), view.personal_account_fen or 0
    platform.close()
    paid = 0
    for turn in range(ROUNDS):
        ours, theirs = context.Pipe(duplex=False)
        killed_after(context.Process(target=_work, args=(folder, card, turn, theirs)), stream.uniform(0.02, 0.3))
        theirs.close()
        last = -1
        with suppress(EOFError):
            while True:
                last = ours.recv()
        platform = reopened(folder)
        for number in range(last + 1):
            # Acknowledged: it is there, and asking again changes nothing.
            known = platform.institution.query(terminal_call(), None, f"{turn}-{number}").value
            assert settled(platform, card, f"{turn}-{number}") == known
            paid += known.acct_pay_fen
        # The one under way when the process died: carried out or not, its repeat settles it exactly once.
        key = f"{turn}-{last + 1}"
        try:
            before = platform.institution.query(terminal_call(), None, key).value
        except SettlementUnknown:
            before = None
        again = settled(platform, card, key)
        assert before in (None, again)
        paid += again.acct_pay_fen
        assert person(platform, NAME).personal_account_fen == start - paid >= 0
        platform.close()


def test_a_creation_killed_anywhere_is_whole_or_begun_again(tmp_path: Path) -> None:
    context, stream = multiprocessing.get_context("fork"), Random(SEED)
    for turn in range(ROUNDS):
        folder = tmp_path / str(turn) / "platform"
        folder.parent.mkdir()
        killed_after(context.Process(target=_make, args=(folder,)), stream.uniform(0.0, 0.25))
        platform = reopened(folder)
        assert person(platform, NAME).personal_account_fen == 1_530_075
        platform.close()
