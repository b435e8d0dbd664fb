"""Signals as events of a loop: a handler that only takes note, and a pipe that `select` can wait on.

While a watch is on, the watched signals neither kill nor interrupt; the loop reads them and leaves in order. A signal
that was ignored from outside (`nohup`) stays ignored.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Any

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Ended(BaseException):
    """An ending signal that came while a slow call was at work. Not an Exception: nothing on the way may keep it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class SignalWatch:
    """Context manager. Only for the main thread."""

    def __init__(self, *numbers: signal.Signals) -> None:
        self._numbers = numbers
        self._old: dict[signal.Signals, Any] = {}
        self._raising = False

    def __enter__(self) -> SignalWatch:
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        self._old_fd = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in self._numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._old[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        for number, handler in self._old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        os.close(self._read)
        os.close(self._write)

    def fileno(self) -> int:
        """Readable once a signal has come."""
        return self._read

    def take(self) -> list[int]:
        """The numbers that came since the last call, oldest first."""
        with suppress(BlockingIOError):
            return list(os.read(self._read, 512))
        return []

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Inside, an ending signal raises Ended: for a call that may take long."""
        self._raising = True
        try:
            yield
        finally:
            self._raising = False

    def stop_here(self) -> None:
        """Stops the process as the terminal's suspend key would have; returns when it goes on."""
        ours = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, ours)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._raising and number in ENDING:
            raise Ended(number)


class Alarm:
    """Context manager: calls `act` once, `seconds` from now, should the block still be at work then; 0: never."""

    def __init__(self, seconds: float, act: Callable[[], None]) -> None:
        self._seconds = seconds
        self._act = act

    def __enter__(self) -> None:
        self._old = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._old)

    def _ring(self, number: int, frame: FrameType | None) -> None:
        self._act()
