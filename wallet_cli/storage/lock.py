"""One lock among processes: an advisory lock on a file, which the system drops when its holder dies.

Rules of this room: see `storage`.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from wallet_cli.errors import StoreBusy
from wallet_cli.storage.files import check_private, create_private, private_folder, translated

_FIRST_PAUSE_S = 0.001
_LONGEST_PAUSE_S = 0.02


class Lock:
    """`with Lock(path, wait_s):` one holder at a time, or many with `shared=True`.

    Entering again while held by this object is counted, so that a read inside a write does not wait for itself.
    Raises StoreBusy(seconds) when the lock has not come free after `wait_s` seconds; StoreUnsafe, NotWritable.
    """

    def __init__(self, path: Path, wait_s: float = 60.0, *, shared: bool = False) -> None:
        self._path = path
        self._wait_s = wait_s
        self._mode = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        self._handle = -1
        self._depth = 0

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._depth > 0

    def __enter__(self) -> Lock:
        if not self._depth:
            self._handle = self._take()
        self._depth += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if not self._depth:
            os.close(self._handle)
            self._handle = -1

    def _take(self) -> int:
        private_folder(self._path.parent)
        if not check_private(self._path):
            create_private(self._path)
        with translated(self._path):
            handle = os.open(self._path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
        with ExitStack() as undone:
            undone.callback(os.close, handle)
            if not taken(handle, self._wait_s, self._mode):
                raise StoreBusy(seconds=int(self._wait_s))
            undone.pop_all()
        return handle


def taken(handle: int, wait_s: float, mode: int = fcntl.LOCK_EX, pause_s: float = _LONGEST_PAUSE_S) -> bool:
    """Whether the lock on an open file or folder came free within `wait_s` seconds; it is then held. `pause_s`: the
    longest between two looks; the shorter, the fairer where locks are held briefly. Raises OSError."""
    # The system has no waiting lock with a deadline that spares us signals; asking again costs microseconds.
    give_up = time.monotonic() + wait_s
    pause = _FIRST_PAUSE_S
    while True:
        try:
            fcntl.flock(handle, mode | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= give_up:
                return False
        time.sleep(pause)
        pause = min(pause * 2, pause_s)
