"""The live QR screen: a code that renews itself, and no trace of it afterwards.

Everything stands at absolute positions on the alternate screen; a second that passes redraws the countdown alone. Lines
are erased one by one, never the screen at once, since some multiplexers keep an erased screen in their history. Whatever
ends the screen, its lines are erased, the cursor is on and the terminal's attributes are as they were. A code is off the
screen when it ends, even while the next one is being fetched.
"""

from __future__ import annotations

import select
import signal
import time
from collections.abc import Callable, Sequence

from wallet_cli.domain.value import Value
from wallet_cli.errors import TerminalSmall, WalletError
from wallet_cli.locale.width import clip, width, wrap
from wallet_cli.term.keys import keys
from wallet_cli.term.layout import Labels, Layout, Painter, Said, lay_out
from wallet_cli.term.room import check_room, full_fits, small_fits
from wallet_cli.term.signals import ENDING, Alarm, Ended, SignalWatch
from wallet_cli.term.tty import Tty

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[0m"
_LEAVE = "\x1b[0m\x1b[1;1H\x1b[?7h\x1b[?25h\x1b[?1049l"
_PLAIN = "\x1b[0m"
RETRY_S = 5
"""Seconds between attempts to renew that the person did not ask for."""


class Member(Value):
    """Whose code can be shown. All words as they are to be read: `title` `医保码 · 本人`, masked `name`, `insurance`."""

    alias: str
    title: str
    name: str
    insurance: str


class Shown(Value):
    """One code. Times are seconds since the epoch by the platform's clock."""

    code: str
    issued_at: int
    expires_at: int


class Timing(Value):
    """Seconds. `renew_before`: a new code so long before the old one ends; `idle`: the code is hidden so long after
    the last key."""

    renew_before: int = 10
    idle: int = 600


USUAL = Timing()


class LiveScreen:
    """`source` makes a fresh code of a member, or raises a WalletError, which `explain` words. `clock`: wall time with
    the sandbox's offset; `monotonic`: seconds that never jump. The code ends when either says so."""

    def __init__(
        self,
        tty: Tty,
        painter: Painter,
        *,
        source: Callable[[Member], Shown],
        members: Sequence[Member],
        labels: Labels,
        explain: Callable[[WalletError], str],
        clock: Callable[[], int],
        monotonic: Callable[[], float] = time.monotonic,
        timing: Timing = USUAL,
    ) -> None:
        self._tty = tty
        self._painter = painter
        self._source = source
        self._members = members
        self._labels = labels
        self._explain = explain
        self._clock = clock
        self._monotonic = monotonic
        self._timing = timing
        self._which = 0
        self._shown: Shown | None = None
        self._ends = 0.0  # by the monotonic clock
        self._hide_at = 0.0
        self._next_try = 0.0
        self._hidden = False
        self._message = ""
        self._why = ""
        self._layout: Layout | None = None

    def run(self) -> int:
        """Shows codes until the person quits (0) or a signal ends it (128 + its number).

        Raises TerminalSmall, and whatever the first code's making raises, before anything is drawn.
        """
        check_room(self._tty, self._painter)
        with SignalWatch(*ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH) as watch:
            try:
                self._take(watch)
                self._touch()
                return self._stay(watch)
            except Ended as end:
                return 128 + end.number

    # --- the loop ------------------------------------------------------------------------------------------------

    def _stay(self, watch: SignalWatch) -> int:
        while True:
            # Attributes first: in the background this stops the process, and no code is made for nobody to see.
            with self._tty.single_keys(drop=True):
                self._tty.write(_ENTER)
                try:
                    if self._shown is None:
                        self._renew(watch)
                    self._paint()
                    status = self._watch(watch)
                finally:
                    self._leave()
            if status is not None:
                return status
            watch.stop_here()
            for number in watch.take():  # `kill %1` sends TERM, then CONT, to what is stopped
                if number in ENDING:
                    return 128 + number
            self._touch()

    def _watch(self, watch: SignalWatch) -> int | None:
        """Until the end (its status) or a suspension (None)."""
        waiting = [watch.fileno(), *([] if self._tty.keys is None else [self._tty.keys])]
        while True:
            ready, _, _ = select.select(waiting, [], [], 0 if self._tty.typed_ahead else self._pause())
            if watch.fileno() in ready:
                for number in watch.take():
                    if number in ENDING:
                        return 128 + number
                    if number == signal.SIGTSTP:
                        self._drop("")
                        return None
                    # Only a key brings a hidden code back.
                    if number == signal.SIGCONT and not self._hidden:
                        self._renew(watch)
                    self._paint()
            if self._tty.keys in ready or self._tty.typed_ahead:
                typed = self._tty.read()
                if not typed:
                    return 128 + signal.SIGHUP
                if self._obey(keys(typed), watch):
                    return 0
            self._tick(watch)

    def _obey(self, typed: list[str], watch: SignalWatch) -> bool:
        """True to quit. A key that brings a hidden code back does nothing else."""
        for key in typed:
            was_hidden = self._hidden
            self._touch()
            if key in ("q", "\x04"):
                return True
            if was_hidden or key == "r":
                self._renew(watch)
            elif key == "m" and len(self._members) > 1:
                self._which = (self._which + 1) % len(self._members)
                self._drop("")
                self._renew(watch)
        return False

    def _tick(self, watch: SignalWatch) -> None:
        """What time brings: hide, renew, blank, or a second less."""
        now = self._monotonic()
        if self._hidden:
            return
        if now >= self._hide_at:
            self._hidden, self._message = True, ""
            self._drop(self._labels.hidden)
            self._paint()
        elif self._left() <= self._timing.renew_before and now >= self._next_try:
            self._renew(watch)
        elif self._shown is not None and self._left() <= 0:
            self._blank()
        else:
            self._count()

    def _pause(self) -> float | None:
        """Seconds until time brings something; None while only a key can."""
        if self._hidden:
            return None
        now = self._monotonic()
        second = (self._ends - now) % 1 if self._shown is not None else 1.0
        return max(0.01, min(second, self._hide_at - now))

    # --- the code ------------------------------------------------------------------------------------------------

    def _left(self) -> int:
        """Whole seconds the code on show still lives."""
        if self._shown is None:
            return 0
        by_monotonic = self._ends - self._monotonic()
        return max(0, min(-int(-by_monotonic // 1), self._shown.expires_at - self._clock()))

    def _touch(self) -> None:
        self._hidden = False
        self._hide_at = self._monotonic() + self._timing.idle

    def _take(self, watch: SignalWatch) -> None:
        """A new code from the source, in the old one's place."""
        with watch.interruptible():
            shown = self._source(self._members[self._which])
        self._shown = shown
        self._ends = self._monotonic() + shown.expires_at - self._clock()
        self._next_try = self._monotonic() + RETRY_S  # should a code come that is all but over
        self._message = ""

    def _renew(self, watch: SignalWatch) -> None:
        """As `_take`, but a failure is shown on the screen; the old code stays until its own end, no longer."""
        if self._left() <= 0:
            self._drop("")
            self._paint()
        try:
            with Alarm(self._left(), self._blank):
                self._take(watch)
        except WalletError as error:
            self._message = self._explain(error)
            wait = error.data.get("wait")
            again = wait if isinstance(wait, int) else RETRY_S if error.retryable else self._timing.idle
            self._next_try = self._monotonic() + max(1, again)
        self._paint()

    def _drop(self, why: str) -> None:
        """No code any more; `why` is what stands in its place."""
        self._shown = None
        self._why = why

    def _blank(self) -> None:
        self._drop(self._labels.expired)
        self._paint()

    # --- drawing -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> Layout:
        member = self._members[self._which]
        labels = self._labels
        switch = (f"m {labels.next_member}",) if len(self._members) > 1 else ()
        said = Said(
            title=member.title,
            name=member.name,
            insurance=member.insurance,
            keys=(f"r {labels.renew}", *switch, f"q {labels.quit}"),
            message=self._message,
            mark=labels.mark,
            mark_short=labels.mark_short,
        )
        small_ok = not full_fits(self._tty, self._painter) and small_fits(self._tty, self._painter)
        rows, columns = self._tty.size()
        return lay_out(rows, columns, self._painter, said, small_ok=small_ok)

    def _paint(self) -> None:
        """Everything. Each row is erased before it is drawn."""
        layout = self._layout = self._lay_out()
        rows, columns = self._tty.size()
        out = [f"{_PLAIN}\x1b[{row};1H\x1b[2K" for row in range(1, rows + 1)]
        if layout.kind == "none":
            words = wrap(self._needs(), columns)
            out += [f"\x1b[{row};1H{text}" for row, text in enumerate(words[:rows], 1)]
        elif self._shown is not None and self._left() > 0:
            picture = self._painter.full if layout.kind == "full" else self._painter.small
            out += [f"\x1b[{row};1H{text}" for row, text in enumerate(picture(self._shown.code), 1)]
            out += [f"\x1b[{row};{column}H{text}" for row, column, text in layout.texts]
            out.append(self._counted(layout))
        else:
            words = wrap(self._message or self._why, layout.size[1] - 2)
            out += [f"\x1b[{row};2H{text}" for row, text in enumerate(words, 2)]
            out += [
                f"\x1b[{row};{column}H{text.removeprefix(self._painter.pale)}" for row, column, text in layout.texts
            ]
        self._tty.write("".join(out))

    def _needs(self) -> str:
        """Which size would do."""
        try:
            check_room(self._tty, self._painter)
        except TerminalSmall as small:
            return self._labels.small.format(**small.data)
        return ""

    def _count(self) -> None:
        if self._shown is not None and self._layout is not None and self._layout.kind != "none":
            self._tty.write(self._counted(self._layout))

    def _counted(self, layout: Layout) -> str:
        words = self._labels.remaining_short if layout.short else self._labels.remaining
        text = clip(words.format(seconds=self._left()), layout.count_width)
        padding = " " * (layout.count_width - width(text))
        colour = self._painter.pale if layout.pale else ""
        return f"\x1b[{layout.count_row};{layout.count_column}H{colour}{text}{padding}{_PLAIN}"

    def _leave(self) -> None:
        rows, _ = self._tty.size()
        lines = "".join(f"\x1b[{row};1H\x1b[2K" for row in range(1, rows + 1))
        self._tty.write(_PLAIN + lines + _LEAVE)
