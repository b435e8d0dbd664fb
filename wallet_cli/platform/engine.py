"""How a call becomes an act: open, begin, rule, sign the time, commit; what SQLite refuses becomes a leaf.

Rules of this room: one BEGIN IMMEDIATE transaction a change, one consistent view a read. Nothing that may fail comes
after the commit. The database is opened at the first call, by the process that calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wallet_cli.errors import PlatformBusy, PlatformError, PlatformTampered, StoreBusy
from wallet_cli.platform import opening
from wallet_cli.platform.service.act import Act, Kept
from wallet_cli.platform.service.keys import PlatformKeys
from wallet_cli.ports import Call, Clock, Items, Random, Reply

if TYPE_CHECKING:
    from wallet_cli.platform.cipher import Cipher
    from wallet_cli.storage.sqlite import Database

T = TypeVar("T")
MAX_DEADLINE_S = 60.0
TIME_LABEL = b"yibao-time-1"


class Engine:
    """Runs rules for the faces. Not for use by two threads at once."""

    def __init__(self, directory: Path, items: Items, clock: Clock, random: Random) -> None:
        self._directory = directory
        self._items = items
        self._clock = clock
        self._random = random
        self._open: tuple[Database, Cipher, PlatformKeys] | None = None
        self._deadline = opening.LOCK_WAIT_S

    def read(self, call: Call, rule: Callable[[Act], T]) -> Reply[T]:
        """A query: one consistent view, nothing written."""
        with self._translated(), self._database(call.deadline).reading():
            act = self._act()
            return self._reply(act, rule(act))

    def change(
        self,
        call: Call,
        operation: str,
        identify: Callable[[Act], str],
        body: Callable[[], object],
        rule: Callable[[Act, str], T],
    ) -> Reply[T]:
        """A change under its idempotency key. `identify` gives the caller; `body` is what a repeat must share."""

        from wallet_cli.platform.service.idempotency import once

        def keyed(act: Act) -> T:
            caller = identify(act)
            return once(act, caller, operation, call.key, body(), lambda: rule(act, caller))

        return self.act(call, keyed)

    def act(self, call: Call, rule: Callable[[Act], T]) -> Reply[T]:
        """A change without a key of its own."""
        with self._translated():
            return self._committed(call.deadline, rule)

    def close(self) -> None:
        """Lets go of the file; the next call opens it again."""
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def _committed(self, deadline: float, rule: Callable[[Act], T]) -> Reply[T]:
        from wallet_cli.platform.service import housekeeping

        outcome: Reply[T] | Kept
        with self._database(deadline).transaction():
            # The time is read after the wait for the transaction, so that nothing is judged by an older one.
            act = self._act()
            housekeeping.tidy(act)
            try:
                outcome = self._reply(act, rule(act))
            except Kept as kept:
                # Not through the transaction's door: what was counted is committed.
                outcome = kept
        if isinstance(outcome, Kept):
            raise outcome.error
        return outcome

    def _database(self, deadline: float) -> Database:
        if not 0 < deadline <= MAX_DEADLINE_S:
            raise PlatformError(reason="deadline")
        database = self._opened()[0]
        if deadline != self._deadline:
            # How long SQLite waits for another process's transaction.
            database.execute(f"PRAGMA busy_timeout={int(deadline * 1000)}")
            self._deadline = deadline
        return database

    def _act(self) -> Act:
        database, cipher, keys = self._opened()
        return Act(database, cipher, keys, self._clock.now(), self._random.bytes)

    def _opened(self) -> tuple[Database, Cipher, PlatformKeys]:
        if self._open is None:
            database, cipher = opening.open_platform(self._directory, self._items, self._random, self._clock.now)
            self._open = database, cipher, PlatformKeys(database, cipher)
            self._deadline = opening.LOCK_WAIT_S
        return self._open

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """What is left of the database's refusals: a wait past the deadline, a table that an edit took away."""
        import sqlite3

        try:
            yield
        except StoreBusy as busy:
            raise PlatformBusy from busy
        except sqlite3.OperationalError as error:
            raise PlatformTampered(path=str(self._directory / opening.FILE), what="schema") from error

    def _reply(self, act: Act, value: T) -> Reply[T]:
        return Reply(value, act.now, act.keys.sign(TIME_LABEL + act.now.to_bytes(8, "big")))
