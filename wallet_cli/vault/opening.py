"""The store's file: opened and told apart, made, moved aside, and its head read and written.

Rules of this room: see `vault`. A format that is newer than this program's is left as it is.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import StoreNewer, StoreTampered
from wallet_cli.storage.files import check_private, sync_folder, translated
from wallet_cli.storage.sqlite import Database, open_database
from wallet_cli.vault.layout import FORMAT, HEADER_SQL, MAGIC, SCHEMA, Head, Header, head_tag

EMPTY = "empty"
"""What StoreTampered says of a file without a single table."""


@contextmanager
def opened(path: Path) -> Iterator[tuple[Database, Header]]:
    """The existing store, its header and schema known good. Raises StoreTampered, StoreNewer, StoreUnsafe …"""

    def broken() -> StoreTampered:
        return StoreTampered(path=str(path), what="file")

    database = open_database(path, broken, create=False)
    try:
        yield database, _header(database)
    finally:
        database.close()


def read_header(path: Path) -> Header | None:
    """The header alone; None where there is no store, or only the empty file of a creation that was cut short."""
    if not check_private(path):
        return None
    try:
        with opened(path) as (_, header):
            return header
    except StoreTampered as e:
        if e.data["what"] == EMPTY:
            return None
        raise


def _header(database: Database) -> Header:
    schema: dict[str, str] = dict(database.execute("SELECT name, sql FROM sqlite_master"))
    if not schema:
        raise StoreTampered(path=str(database.path), what=EMPTY)
    if schema.get("header") != HEADER_SQL:
        raise StoreTampered(path=str(database.path), what="header")
    rows = database.execute("SELECT magic, format, wallet_id, vault, backend FROM header")
    if len(rows) != 1 or rows[0][0] != MAGIC or type(rows[0][1]) is not int:
        raise StoreTampered(path=str(database.path), what="header")
    _, found, *rest = rows[0]
    if found > FORMAT:
        raise StoreNewer(path=str(database.path), found=found, known=FORMAT)
    if found != FORMAT or not all(type(part) is str for part in rest):
        raise StoreTampered(path=str(database.path), what="header")
    if schema != SCHEMA:
        raise StoreTampered(path=str(database.path), what="schema")
    return Header(*rest)


def lay_out(database: Database, header: Header) -> None:
    """Tables and header of an empty file, inside the caller's transaction."""
    database.script(list(SCHEMA.values()))
    database.execute(
        "INSERT INTO header VALUES (?, ?, ?, ?, ?)", (MAGIC, FORMAT, header.wallet_id, header.vault, header.backend)
    )


def raw_tag(database: Database) -> str:
    """The head's tag as it stands, not yet checked."""
    return str(_head_row(database)[1])


def read_head(database: Database, key: Secret, header: Header) -> tuple[Head, str]:
    """The head and its tag, known to be by this wallet and of this header. Raises StoreTampered."""
    body, tag = _head_row(database)
    if not hmac.compare_digest(head_tag(key, body).encode(), tag.encode()):
        raise StoreTampered(path=str(database.path), what="head")
    head = Head.parse(body)
    if head.header != header:
        raise StoreTampered(path=str(database.path), what="header")
    return head, tag


def write_head(database: Database, key: Secret, head: Head) -> str:
    """Replaces the head; returns its tag."""
    body = head.body()
    tag = head_tag(key, body)
    database.execute("DELETE FROM head")
    database.execute("INSERT INTO head VALUES (?, ?)", (body, tag))
    return tag


def _head_row(database: Database) -> tuple[bytes, str]:
    rows: list[tuple[Any, ...]] = database.execute("SELECT body, tag FROM head")
    if len(rows) != 1 or type(rows[0][0]) is not bytes or type(rows[0][1]) is not str:
        raise StoreTampered(path=str(database.path), what="head")
    return rows[0][0], rows[0][1]


def move_aside(path: Path) -> Path:
    """Renames the store to the first free store.db.aside-N."""
    # Opening first lets SQLite undo a change that was cut short: its journal would be played into the next store.
    with suppress(StoreTampered, StoreNewer), opened(path):
        pass
    number = 1
    while (aside := path.with_name(f"{path.name}.aside-{number}")).exists():
        number += 1
    with translated(path):
        os.replace(path, aside)
    sync_folder(path.parent)
    return aside
