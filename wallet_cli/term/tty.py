"""One terminal: a descriptor to read keys from, one to draw on, and its attributes.

Bytes go out with `os.write`, past Python's buffers, so that what is on the screen is what was written. A terminal that
has gone away takes no more bytes; the signal that says so ends the program.
"""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from wallet_cli.errors import TerminalNone
from wallet_cli.term.console import encodable
from wallet_cli.term.signals import ENDING, SignalWatch

_LFLAG = 3
_CC = 6
ANSWER_S = 2.0
"""How long a terminal has to say where its cursor stands: a far or busy one takes its time. Without an answer its signs
count as narrow."""
_POSITION = re.compile(rb"\x1b\[\d+;(\d+)R")


class Tty:
    """`keys` is None where nothing can be typed. `encoding`: the terminal's. `positions`: it knows cursor positions, and
    says within `answer_s` seconds where its cursor stands."""

    def __init__(
        self,
        keys: int | None,
        screen: int,
        encoding: str = "utf-8",
        *,
        positions: bool = True,
        answer_s: float = ANSWER_S,
    ) -> None:
        self.keys = keys
        self.screen = screen
        self.encoding = encoding
        self.positions = positions
        self._answer_s = answer_s
        self._narrow: dict[str, bool] = {}
        self._ahead = b""

    def size(self) -> tuple[int, int]:
        """Rows and columns; 24 × 80 where the terminal does not know."""
        try:
            columns, rows = os.get_terminal_size(self.screen)
        except OSError:
            return 24, 80
        return rows or 24, columns or 80

    def write(self, text: str) -> None:
        """All of it, at once."""
        data = encodable(text, self.encoding).encode(self.encoding, "replace")
        with suppress(OSError):
            while data:
                data = data[os.write(self.screen, data) :]

    def read(self, limit: int = 256) -> bytes:
        """What was typed; empty when the terminal is gone or its end-of-file key was struck."""
        if self.keys is None:
            return b""
        if self._ahead:
            ahead, self._ahead = self._ahead[:limit], self._ahead[limit:]
            return ahead
        try:
            return os.read(self.keys, limit)
        except OSError:
            return b""

    @property
    def typed_ahead(self) -> bool:
        """Whether `read` has something that `select` does not know of."""
        return bool(self._ahead)

    def shows_narrow(self, signs: str) -> bool:
        """Whether each of `signs` takes one column, as the terminal itself says; asked once.

        Draws them at the start of the cursor's line and erases that line. A terminal that cannot be asked, or says
        nothing in that time, is taken at its best.
        """
        if self.keys is None or not self.positions:
            return True
        if signs not in self._narrow:
            # A signal meanwhile must not leave the echo off: it is seen to afterwards.
            with SignalWatch(*ENDING) as watch:
                with self.single_keys():
                    self.write(f"\r{signs}\x1b[6n\r\x1b[K")
                    column = self._answer()
                came = watch.take()
            self._narrow[signs] = column is None or column == len(signs) + 1
            for number in came:
                if number != signal.SIGALRM:  # whose handler has run already
                    signal.raise_signal(number)
        return self._narrow[signs]

    def _answer(self) -> int | None:
        """The column of a cursor position report (ECMA-48, 8.3.14). Keys struck meanwhile wait for `read`."""
        assert self.keys is not None
        end = time.monotonic() + self._answer_s
        data = b""
        while (left := end - time.monotonic()) > 0 and select.select([self.keys], [], [], left)[0]:
            try:
                piece = os.read(self.keys, 256)
            except OSError:
                break
            data += piece
            found = _POSITION.search(data)
            if found or not piece:
                self._ahead += data[: found.start()] + data[found.end() :] if found else data
                return int(found[1]) if found else None
        self._ahead += data
        return None

    @contextmanager
    def single_keys(self, *, drop: bool = False) -> Iterator[None]:
        """Keys come one by one and are not echoed; signal keys still work. Attributes are put back on leaving; with
        `drop`, what was typed but not read is forgotten, so that it reaches no shell."""
        if self.keys is None:
            yield
            return
        before = termios.tcgetattr(self.keys)
        now = list(before)
        now[_LFLAG] &= ~(termios.ICANON | termios.ECHO)
        now[_CC] = list(before[_CC])
        now[_CC][termios.VMIN] = 1
        now[_CC][termios.VTIME] = 0
        termios.tcsetattr(self.keys, termios.TCSADRAIN, now)
        try:
            yield
        finally:
            with suppress(termios.error):  # the terminal may be gone
                termios.tcsetattr(self.keys, termios.TCSAFLUSH if drop else termios.TCSADRAIN, before)


def screen_tty(
    stdin_fd: int, stdout_fd: int, encoding: str, *, dumb: bool, read_aloud: bool = False, answer_s: float = ANSWER_S
) -> Tty:
    """The terminal for the live screen: drawn on standard output, keys from standard input or else from the controlling
    terminal. Raises TerminalNone where standard output is none, or, unless it is read aloud, one without positions
    (TERM=dumb)."""
    if not os.isatty(stdout_fd):
        raise TerminalNone
    if dumb and not read_aloud:
        raise TerminalNone(reason="dumb")
    if os.isatty(stdin_fd):
        return Tty(stdin_fd, stdout_fd, encoding, positions=not dumb, answer_s=answer_s)
    try:
        keys = os.open("/dev/tty", os.O_RDONLY | os.O_CLOEXEC | os.O_NOCTTY)
    except OSError:
        return Tty(None, stdout_fd, encoding)
    return Tty(keys, stdout_fd, encoding, positions=not dumb, answer_s=answer_s)
