"""The store's format: tables, header, head and anchor as values, with their bytes.

Rules of this room: see `vault`. Format 1:

- `header`: plain, one row: magic, format, wallet id, vault kind, backend. Told apart before any key is at hand.
- `head`: one row: JSON body and its tag, HMAC-SHA256 under the `mac` key, cut to 16 bytes. The body repeats the header
  and names generation, digest of all rows, count and last link of the audit, and the earlier (generation, tag) pairs.
- each other table: rows (row_id, key_id, generation, box). A box is sealed with its place as associated data.
- `audit`: (number, generation, box, link); see `audit`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.value import Value
from wallet_cli.ports import Table

MAGIC = "yibao-store"
FORMAT = 1
PAIRS = 64
"""How many (generation, tag) pairs a head knows, its own among them: so far the anchor may lag behind."""
STORE_KEY = "store"
PIN = "pin"
SECRETS = "secrets"
ROLLS = "rolls"
TABLES = (*(str(table) for table in Table), PIN, SECRETS, ROLLS)

HEADER_SQL = (
    "CREATE TABLE header (magic TEXT NOT NULL, format INTEGER NOT NULL, wallet_id TEXT NOT NULL, "
    "vault TEXT NOT NULL, backend TEXT NOT NULL)"
)
SCHEMA = {
    "header": HEADER_SQL,
    "head": "CREATE TABLE head (body BLOB NOT NULL, tag TEXT NOT NULL)",
    "audit": "CREATE TABLE audit (number INTEGER PRIMARY KEY, generation INTEGER NOT NULL, "
    "box BLOB NOT NULL, link BLOB NOT NULL)",
} | {
    name: f"CREATE TABLE {name} (row_id TEXT PRIMARY KEY, key_id TEXT NOT NULL, generation INTEGER NOT NULL, "
    "box BLOB NOT NULL) WITHOUT ROWID"
    for name in TABLES
}

Pair = tuple[int, str]


class Header(Value):
    """What stands in plain at the front of a store."""

    wallet_id: str
    vault: str
    backend: str


class Anchor(Value):
    """The keyring's word on the store: `pair` of its newest head, or None while the wallet is being made."""

    wallet_id: str
    pair: Pair | None

    def to_secret(self) -> Secret:
        text = f"pending:{self.wallet_id}" if self.pair is None else f"1:{self.wallet_id}:{self.pair[0]}:{self.pair[1]}"
        return Secret(text.encode("ascii"))

    @classmethod
    def parse(cls, item: Secret) -> Anchor | None:
        """None for what is no anchor."""
        parts = item.reveal().decode("ascii", "replace").split(":")
        if len(parts) == 2 and parts[0] == "pending":
            return cls(parts[1], None)
        if len(parts) == 4 and parts[0] == "1" and parts[2].isdecimal() and len(parts[2]) < 19:
            return cls(parts[1], (int(parts[2]), parts[3]))
        return None


class Head(Value):
    """`rows`: digest of all rows, hex; `audit_link`: hex; `earlier`: pairs of the heads before, oldest first."""

    header: Header
    generation: int
    rows: str
    audit_count: int
    audit_link: str
    earlier: tuple[Pair, ...]

    def body(self) -> bytes:
        value = {
            "audit": [self.audit_count, self.audit_link],
            "earlier": [list(pair) for pair in self.earlier],
            "format": FORMAT,
            "generation": self.generation,
            "header": [MAGIC, self.header.wallet_id, self.header.vault, self.header.backend],
            "rows": self.rows,
        }
        return to_json(value)

    @classmethod
    def parse(cls, body: bytes) -> Head:
        """Of a body whose tag was right."""
        value = json.loads(body)
        _, wallet_id, vault, backend = value["header"]
        return cls(
            Header(wallet_id, vault, backend),
            value["generation"],
            value["rows"],
            value["audit"][0],
            value["audit"][1],
            tuple((generation, tag) for generation, tag in value["earlier"]),
        )


def head_tag(key: Secret, body: bytes) -> str:
    """32 hex digits."""
    return hmac.digest(key.reveal(), body, hashlib.sha256)[:16].hex()


def place(wallet_id: str, table: str, row_id: str, key_id: str, generation: int) -> bytes:
    """Associated data of one box: each part with its length in front, so that no two places are written alike."""
    parts = (MAGIC, str(FORMAT), wallet_id, table, row_id, key_id, str(generation))
    return b"".join(len(raw).to_bytes(4, "big") + raw for raw in (part.encode() for part in parts))


def to_json(value: Any) -> bytes:
    """Canonical for what stores hold: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
