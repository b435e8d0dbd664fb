"""One terminal: a descriptor to read keys from, one to draw on, and its attributes.

Bytes go out with `os.write`, past Python's buffers, so that what is on the screen is what was written. A terminal that
has gone away takes no more bytes; the signal that says so ends the program.
"""

from __future__ import annotations

import os
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from wallet_cli.errors import TerminalNone
from wallet_cli.term.console import encodable

_LFLAG = 3
_CC = 6


class Tty:
    """`keys` is None where nothing can be typed. `encoding`: the terminal's."""

    def __init__(self, keys: int | None, screen: int, encoding: str = "utf-8") -> None:
        self.keys = keys
        self.screen = screen
        self.encoding = encoding

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
        try:
            return os.read(self.keys, limit)
        except OSError:
            return b""

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


def screen_tty(stdin_fd: int, stdout_fd: int, encoding: str, *, dumb: bool) -> Tty:
    """The terminal for the live screen: drawn on standard output, keys from standard input or else from the controlling
    terminal. Raises TerminalNone where standard output is none, or one without positions (TERM=dumb)."""
    if dumb or not os.isatty(stdout_fd):
        raise TerminalNone()
    if os.isatty(stdin_fd):
        return Tty(stdin_fd, stdout_fd, encoding)
    try:
        return Tty(os.open("/dev/tty", os.O_RDONLY | os.O_CLOEXEC | os.O_NOCTTY), stdout_fd, encoding)
    except OSError:
        return Tty(None, stdout_fd, encoding)
