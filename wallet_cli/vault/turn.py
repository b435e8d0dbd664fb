"""One wallet process at a time at the session's keyring.

Rules of this room: see `vault`. gnome-keyring-daemon (42.1) mistakes its callers while others come and go, says that
nothing is there, or dies of it (see `secretservice`). So all wallets of a session take turns, by a lock on the session's
own folder that leaves no file. It spares the daemon and is not what keeps a store right: where no turn can be had, the
call is made without.
"""

from __future__ import annotations

import os
from contextlib import suppress

TURN_S = 30.0
_PAUSE_S = 0.004


class Turn:
    """`with Turn(folder):` this process's turn. `folder`: one that all wallets of the session know; empty for none."""

    def __init__(self, folder: str, wait_s: float = TURN_S) -> None:
        self._folder = folder
        self._wait_s = wait_s
        self._handle = -1

    def __enter__(self) -> Turn:
        if self._folder:
            from wallet_cli.storage.lock import taken

            # Not there, not a folder, not lockable on this file system: there is no turn to wait for.
            with suppress(OSError):
                self._handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                taken(self._handle, self._wait_s, pause_s=_PAUSE_S)
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Gives the turn up early: nobody waits for a person who is asked for a password."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)
