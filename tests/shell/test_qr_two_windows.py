"""Two windows of one member never show the same code."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from shell.cli_kit import PIN, YIBAO, active, both, enter_pin, picture, shown, variables
from terminals import Pty
from wallet import opened

from wallet_cli.domain.secret import Pin
from wallet_cli.domain.time import Instant
from wallet_cli.errors import RollsExhausted
from wallet_cli.usecases import present
from wallet_cli.usecases.session import Session


class SetClock:
    """Stands where it was put."""

    def __init__(self, now: Instant) -> None:
        self.time = now

    def now(self) -> Instant:
        return self.time


def test_on_two_screens_renewed_in_turn(tmp_path: Path) -> None:
    """Ten codes, the most of one step: the first two by themselves, the others by the key."""
    wallet = active(tmp_path)
    with ExitStack() as stack:
        screens = []
        seen: list[str] = []
        for _ in range(2):
            screens.append(stack.enter_context(Pty([*YIBAO, "qr"], env=variables(wallet.home))))
            enter_pin(screens[-1])
            seen.append(shown(screens[-1]))
        for _ in range(4):
            for screen in screens:
                before = seen[-2]
                screen.send("r")
                seen.append(
                    screen.until(
                        "another code",
                        lambda screen=screen, before=before: (code := both(picture(screen))) != before and code,
                    )
                )
        assert len(seen) == len(set(seen)) == 10
        assert wallet.verify(seen[-1])["ecToken"]
        assert wallet.verify(seen[-2])["ecToken"]


def test_over_many_steps_of_time(tmp_path: Path) -> None:
    """Four hundred codes of two sessions over one store; an eleventh within a step is refused to either."""
    wallet = active(tmp_path)
    with opened(wallet.home) as one, opened(wallet.home) as other:
        clock = SetClock(one.clock.now())
        sessions = [Session(each.vault, each.platform, clock, each.random, each.profile, 30.0) for each in (one, other)]
        keys = [session.vault.open(Pin(PIN.encode())) for session in sessions]
        seen = []
        start = clock.time - clock.time % 30 + 60
        for step in range(40):
            clock.time = Instant(start + 30 * step)
            for count in range(10):
                which = (step + count * (step % 3 + 1)) % 2
                found = present.check(sessions[which], "self")
                seen.append(present.present(sessions[which], keys[which], found).digits)
            for which in (0, 1):
                with pytest.raises(RollsExhausted):
                    present.present(sessions[which], keys[which], present.check(sessions[which], "self"))
        assert len(seen) == len(set(seen)) == 400
