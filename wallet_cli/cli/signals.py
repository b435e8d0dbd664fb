"""Terminating signals as exceptions, so that every `finally` on the way out runs and the exit status is 128+n."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

TERMINATING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Signalled(BaseException):
    """A terminating signal, raised in the main thread."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def as_exceptions() -> Iterator[None]:
    """TERM, HUP and QUIT raise Signalled inside; a signal that was ignored from outside (nohup) stays ignored."""
    before = {n: signal.getsignal(n) for n in TERMINATING}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _raise)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise(number: int, frame: object) -> None:
    raise Signalled(number)
