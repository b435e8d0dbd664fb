"""The sandbox's own time: the machine's clock and an offset that testers move.

Rules of this room: the offset is a plain file `clock` in the platform's folder, replaced atomically; it holds nothing
secret, and a file that cannot be read as an offset is an error, never silently zero.
"""

from __future__ import annotations

import time
from pathlib import Path

from wallet_cli.domain.time import Instant
from wallet_cli.errors import PlatformTampered, TimeInvalid
from wallet_cli.storage.files import translated, write_private

FILE = "clock"
MAX_OFFSET_S = 100 * 366 * 86_400
"""Bound of the offset either way: a hundred years."""

_RESET = ("yibao-platform sandbox clock reset",)
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}


def parse_duration(text: str) -> int:
    """Seconds from `61s`, `2h`, `3d`, `1h30m`, a leading minus allowed. Raises TimeInvalid(text)."""
    sign, body = (-1, text[1:]) if text.startswith("-") else (1, text)
    total, digits = 0, ""
    for char in body:
        if char.isascii() and char.isdigit() and len(digits) < 11:
            digits += char
        elif char in _UNITS and digits:
            total += int(digits) * _UNITS[char]
            digits = ""
        else:
            raise TimeInvalid(text=text[:40])
    if digits or not body or total > MAX_OFFSET_S:
        raise TimeInvalid(text=text[:40])
    return sign * total


class SandboxClock:
    """A ports.Clock over the folder's offset. The file is read at every call: a screen that stays open follows it."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / FILE

    def now(self) -> Instant:
        """The machine's time and the sandbox's offset. Raises PlatformTampered where the file is not an offset."""
        return Instant(int(time.time()) + self._read())

    def offset(self) -> int:
        """Seconds by which the sandbox is ahead of the machine; negative: behind."""
        return self._read()

    def advance(self, seconds: int) -> Instant:
        """Moves the sandbox's time on (or back). Raises TimeInvalid past a hundred years, NotWritable, StoreUnsafe,
        DiskFull."""
        offset = self.offset() + seconds
        if abs(offset) > MAX_OFFSET_S:
            raise TimeInvalid(text=str(seconds))
        self._write(offset)
        return self.now()

    def reset(self) -> Instant:
        """Back to the machine's time."""
        self._write(0)
        return self.now()

    def _read(self) -> int:
        with translated(self._path):
            try:
                text = self._path.read_bytes()
            except FileNotFoundError:
                return 0
        try:
            offset = int(text.decode("ascii"))
        except ValueError:
            raise PlatformTampered(fix=_RESET, path=str(self._path), what="clock") from None
        if abs(offset) > MAX_OFFSET_S:
            raise PlatformTampered(fix=_RESET, path=str(self._path), what="clock")
        return offset

    def _write(self, offset: int) -> None:
        write_private(self._path, b"%d\n" % offset)
