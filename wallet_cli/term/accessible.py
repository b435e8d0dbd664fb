"""The code for people who hear their terminal (`--accessible`).

Nothing is ever redrawn: each code is said in words, its picture drawn once below, line after line. A bell and a line at
its end; Enter makes the next one, `d` and Enter says the digits in groups of four, `q` and Enter ends it, anything else
says again what can be typed. Words come in ready, `{…}` filled in here.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Sequence

from wallet_cli.domain.value import Value
from wallet_cli.errors import WalletError
from wallet_cli.term.layout import Painter
from wallet_cli.term.live import Member, Shown
from wallet_cli.term.room import check_room, full_fits
from wallet_cli.term.signals import ENDING, Ended, SignalWatch
from wallet_cli.term.tty import Tty

GROUP = 4


class SpokenLabels(Value):
    """`intro`: {title}, {name}, {insurance}, {seconds}: whose code, how long it is good, that the picture is below.
    `help`: what Enter, `d` and `q` do. `digits`: {digits}. `expired`: said with the bell. `mark`: empty at a real
    platform."""

    intro: str
    help: str
    digits: str
    expired: str
    mark: str


def spoken_digits(code: str) -> str:
    """In groups of four, single digits apart, so that no group is read as a number: `9 9 1 1, 0 0 …`."""
    groups = (code[i : i + GROUP] for i in range(0, len(code), GROUP))
    return ", ".join(" ".join(group) for group in groups)


class AccessibleShow:
    """Arguments as LiveScreen's. `m` and Enter goes to the next member."""

    def __init__(
        self,
        tty: Tty,
        painter: Painter,
        *,
        source: Callable[[Member], Shown],
        members: Sequence[Member],
        labels: SpokenLabels,
        explain: Callable[[WalletError], str],
        clock: Callable[[], int],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tty = tty
        self._painter = painter
        self._source = source
        self._members = members
        self._labels = labels
        self._explain = explain
        self._clock = clock
        self._monotonic = monotonic
        self._which = 0
        self._shown: Shown | None = None
        self._ends = 0.0

    def run(self) -> int:
        """0, or 128 + the number of the signal that ended it. Errors as LiveScreen.run."""
        self._room()
        with SignalWatch(*ENDING) as watch:
            try:
                self._say(self._make(watch))
                return self._listen(watch)
            except Ended as end:
                return 128 + end.number

    def _room(self) -> Callable[[str], tuple[str, ...]]:
        """The picture that fits the terminal. Raises TerminalSmall."""
        check_room(self._tty, self._painter, beside=False)
        return self._painter.full if full_fits(self._tty, self._painter, beside=False) else self._painter.small

    def _listen(self, watch: SignalWatch) -> int:
        waiting = [watch.fileno(), *([] if self._tty.keys is None else [self._tty.keys])]
        while True:
            ready, _, _ = select.select(waiting, [], [], 0 if self._tty.typed_ahead else self._pause())
            if watch.fileno() in ready:
                for number in watch.take():
                    return 128 + number
            if self._tty.keys in ready or self._tty.typed_ahead:
                typed = self._tty.read()
                if not typed:
                    return 0
                if self._obey(typed.decode(self._tty.encoding, "ignore").strip().lower(), watch):
                    return 0
            if self._shown is not None and self._left() <= 0:
                self._shown = None
                self._tty.write(f"\a{self._labels.expired}\n")

    def _obey(self, word: str, watch: SignalWatch) -> bool:
        """True to quit."""
        if word == "q":
            return True
        if word == "d":
            shown, labels = self._shown, self._labels
            words = labels.digits.format(digits=spoken_digits(shown.code)) if shown else labels.expired
            self._tty.write(words + "\n")
        if word == "m":
            self._which = (self._which + 1) % len(self._members)
        if word in ("", "m", "r"):
            try:
                self._say(self._make(watch))
            except WalletError as error:
                self._tty.write(self._explain(error) + "\n")
        elif word != "d":
            self._tty.write(self._labels.help + "\n")
        return False

    def _make(self, watch: SignalWatch) -> Shown:
        self._shown = None
        with watch.interruptible():
            shown = self._source(self._members[self._which])
        self._ends = self._monotonic() + shown.expires_at - self._clock()
        self._shown = shown
        return shown

    def _say(self, shown: Shown) -> None:
        member, labels = self._members[self._which], self._labels
        intro = labels.intro.format(
            title=member.title, name=member.name, insurance=member.insurance, seconds=self._left()
        )
        words = [*([labels.mark] if labels.mark else []), intro, labels.help]
        self._tty.write("\n".join([*words, *self._room()(shown.code)]) + "\n")

    def _left(self) -> int:
        if self._shown is None:
            return 0
        by_monotonic = self._ends - self._monotonic()
        return max(0, min(-int(-by_monotonic // 1), self._shown.expires_at - self._clock()))

    def _pause(self) -> float | None:
        """Until the code's end; looked at every few seconds, since the wall clock may be set meanwhile."""
        if self._shown is None:
            return None
        return max(0.01, min(5.0, self._ends - self._monotonic()))
