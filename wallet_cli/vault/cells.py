"""Sealed rows inside one open transaction on the store.

Rules of this room: see `vault`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from wallet_cli.domain.time import Instant
from wallet_cli.errors import StoreTampered
from wallet_cli.ports import Row
from wallet_cli.storage.sealing import SealBroken, Sealer
from wallet_cli.storage.sqlite import Database
from wallet_cli.vault.audit import AuditChain
from wallet_cli.vault.layout import STORE_KEY, TABLES, Head, place, to_json


class Cells:
    """Rows by (table, row id), each under a key: the store's own, or a PIN ring's given with the call.

    `head` is the head that was checked; rows written here belong to the generation after it.
    """

    def __init__(self, database: Database, head: Head, sealer: Sealer, chain: AuditChain) -> None:
        self.head = head
        self.chain = chain
        self.changed = False
        self._database = database
        self._sealer = sealer

    @property
    def generation(self) -> int:
        """Of what is written now."""
        return self.head.generation + 1

    def get(self, table: str, row_id: str, key_id: str = STORE_KEY, sealer: Sealer | None = None) -> Row | None:
        """The row, or None. Raises StoreTampered where it does not open."""
        found = self._database.execute(f"SELECT key_id, generation, box FROM {table} WHERE row_id = ?", (row_id,))
        return self._open(table, (row_id, *found[0]), key_id, sealer) if found else None

    def all(self, table: str) -> dict[str, Row]:
        """All rows under the store's key."""
        found = self._database.execute(f"SELECT * FROM {table} WHERE key_id = ? ORDER BY row_id", (STORE_KEY,))
        return {row[0]: self._open(table, row, STORE_KEY, None) for row in found}

    def has(self, table: str, row_id: str) -> bool:
        return bool(self._database.execute(f"SELECT 1 FROM {table} WHERE row_id = ?", (row_id,)))

    def put(self, table: str, row_id: str, value: Row, key_id: str = STORE_KEY, sealer: Sealer | None = None) -> None:
        """Writes the row."""
        spot = place(self.head.header.wallet_id, table, row_id, key_id, self.generation)
        box = (sealer or self._sealer).seal(to_json(dict(value)), spot)
        self._database.execute(
            f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)", (row_id, key_id, self.generation, box)
        )
        self.changed = True

    def delete(self, table: str, row_id: str) -> None:
        if self._database.change(f"DELETE FROM {table} WHERE row_id = ?", (row_id,)):
            self.changed = True

    def audit(self, act: str, at: Instant, facts: Row | None = None) -> None:
        """One more record in the chain."""
        self.chain.append(act, at, facts or {}, self.generation)
        self.changed = True

    def delete_key(self, table: str, key_id: str) -> None:
        """All rows under one key."""
        if self._database.change(f"DELETE FROM {table} WHERE key_id = ?", (key_id,)):
            self.changed = True

    def _open(self, table: str, row: tuple[Any, ...], key_id: str, sealer: Sealer | None) -> Row:
        # The key it is filed under is part of its place: a row filed under another does not open.
        row_id, _, generation, box = row
        spot = place(self.head.header.wallet_id, table, row_id, key_id, generation)
        try:
            value: Row = json.loads((sealer or self._sealer).unseal(box, spot))
        except SealBroken:
            raise StoreTampered(path=str(self._database.path), what=table) from None
        return value


def rows_digest(database: Database) -> str:
    """SHA-256 over every row of every table, hex: what the head vouches for. Raises StoreTampered for other types."""
    digest = hashlib.sha256()
    for part in _parts(database):
        digest.update(len(part).to_bytes(4, "big"))
        digest.update(part)
    return digest.hexdigest()


def _parts(database: Database) -> Iterator[bytes]:
    for table in TABLES:
        yield table.encode()
        for row_id, key_id, generation, box in database.execute(f"SELECT * FROM {table} ORDER BY row_id"):
            if (
                type(row_id) is not str
                or type(key_id) is not str
                or type(generation) is not int
                or type(box) is not bytes
            ):
                raise StoreTampered(path=str(database.path), what=table)
            yield row_id.encode()
            yield key_id.encode()
            yield generation.to_bytes(8, "big", signed=True)
            yield box
