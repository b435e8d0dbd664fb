"""Opens SQLite files safely and durably, and translates SQLite's refusals.

Rules of this room: see `storage`. Rollback journal with `synchronous=EXTRA`: the folder is synced too when the journal
goes, so that a commit is never undone by a power cut. Transactions are explicit: BEGIN IMMEDIATE.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from wallet_cli.errors import DiskFull, NotWritable, StoreBusy, WalletError
from wallet_cli.storage.files import check_private, create_private, private_folder

Parameters = Sequence[Any] | dict[str, Any]

LONGEST_PATH = 504
"""Bytes of a path that SQLite opens: its 512, less those that name the journal beside it."""
_WRITING = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR})
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRAGMAS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
)


class Database:
    """One connection. Every method raises DiskFull, NotWritable, StoreBusy, or what `broken` makes for a damaged file.

    Violated constraints come through as sqlite3.IntegrityError.
    """

    def __init__(self, path: Path, broken: Callable[[], WalletError], busy_s: float) -> None:
        self.path = path
        self._broken = broken
        self._busy_s = busy_s
        with self._translated():
            self._connection = sqlite3.connect(path, timeout=busy_s, isolation_level=None, check_same_thread=False)

    def execute(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Runs one statement and gives all its rows."""
        with self._translated():
            return self._connection.execute(sql, parameters).fetchall()

    def change(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs one statement and gives the number of rows it changed."""
        with self._translated():
            return self._connection.execute(sql, parameters).rowcount

    def script(self, statements: Sequence[str]) -> None:
        """Runs statements without parameters, one after the other, inside whatever transaction is open."""
        for statement in statements:
            self.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE … COMMIT; whatever is raised inside rolls back."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One consistent view over several SELECTs."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self.execute("ROLLBACK")

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except UnicodeDecodeError as e:
            # SQLite's own message quotes names out of a damaged schema.
            raise self._broken() from e
        except sqlite3.Error as e:
            leaf = self._leaf(e)
            if leaf is None:
                raise
            raise leaf from e

    def _leaf(self, e: sqlite3.Error) -> WalletError | None:
        full_code = getattr(e, "sqlite_errorcode", None)
        if full_code is None:
            # Python's own: text that is not UTF-8 comes from a damaged or edited file; the rest are our defects.
            return self._broken() if isinstance(e, sqlite3.OperationalError) else None
        code = full_code & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return DiskFull(path=str(self.path))
        if code in _WRITING:
            return NotWritable(path=str(self.path), reason=getattr(e, "sqlite_errorname", "SQLITE_IOERR"))
        if code in _BUSY:
            return StoreBusy(seconds=int(self._busy_s))
        return self._broken() if code in _BROKEN else None


def open_database(
    path: Path, broken: Callable[[], WalletError], *, create: bool = True, busy_s: float = 60.0
) -> Database:
    """Opens (or, with `create`, makes) the file: folder 0700, file 0600, own, regular, no links.

    `broken` gives the error for a file SQLite cannot read, e.g. lambda: StoreTampered(path=…, what="file").
    A missing file with `create=False` is FileNotFoundError, which callers settle before by `check_private`.
    Raises StoreUnsafe, DiskFull, NotWritable, StoreBusy.
    """
    if len(os.fsencode(path)) > LONGEST_PATH:
        raise NotWritable(fix=(), path=str(path), reason="ENAMETOOLONG")
    private_folder(path.parent)
    if not check_private(path):
        if not create:
            raise FileNotFoundError(path)
        create_private(path)
    for beside in ("-journal", "-wal", "-shm"):
        check_private(path.with_name(path.name + beside))
    database = Database(path, broken, busy_s)
    with ExitStack() as undone:
        undone.callback(database.close)
        try:
            database.script(_PRAGMAS)
        except sqlite3.OperationalError as e:
            # Nothing of ours is in these statements: a plain SQLITE_ERROR is "unsupported file format" and its like.
            raise broken() from e
        undone.pop_all()
    return database
