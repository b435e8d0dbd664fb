"""How far long work has come: one line on standard error, redrawn in place and erased at the end; read aloud, a line of
words every tenth. Silent where nobody watches: off a terminal, with -q, and wherever a program reads.

Nothing here takes time of its own: a step that changes no figure writes nothing.
"""

from __future__ import annotations

from types import TracebackType

from wallet_cli.locale.width import clip
from wallet_cli.term.console import Console, can_encode

_CELLS = 24
_TENTH = 10


class Progress:
    """`with Progress(…) as work:` and `work.reached(n)` after each piece. `label`: what is done, in words; `total`: how
    many pieces there are; `spoken`: lines instead of a bar; `shown`: whether anybody watches."""

    def __init__(self, console: Console, label: str, total: int, *, spoken: bool, shown: bool) -> None:
        self._console = console
        self._label = label
        self._total = total
        self._spoken = spoken
        self._shown = shown and total > 0 and console.stderr_is_terminal
        self._percent = -1
        encoding = getattr(console.stderr, "encoding", None)
        self._full, self._rest = ("█", "░") if can_encode("█░", encoding) else ("#", "-")

    def __enter__(self) -> Progress:
        self.reached(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown and not self._spoken and self._percent >= 0:
            self._console.err("\r" + " " * self._columns() + "\r", end="")

    def reached(self, done: int) -> None:
        """So many pieces are done."""
        if not self._shown:
            return
        percent = min(100, 100 * done // self._total)
        if self._spoken:
            # The beginning says nothing new: the words come with the first tenth.
            if percent // _TENTH > max(0, self._percent) // _TENTH:
                self._console.err(f"{self._label}: {percent} %")
                self._percent = percent
            return
        if percent != self._percent:
            self._percent = percent
            self._console.err("\r" + self._line(percent), end="")

    def _line(self, percent: int) -> str:
        figures = f" {percent:3d} %"
        room = self._columns() - len(figures)
        filled = percent * _CELLS // 100
        # Block glyphs may be two columns wide: where that would not fit, there is no bar.
        taken = 2 * _CELLS + 1
        bar = f" {self._full * filled}{self._rest * (_CELLS - filled)}" if room > taken + 12 else ""
        return clip(self._label, room - (taken if bar else 0)) + bar + figures

    def _columns(self) -> int:
        return self._console.size()[1] - 1
