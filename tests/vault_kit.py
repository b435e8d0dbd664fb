"""Working stand-ins for the vault's tests: items in memory that can fail on demand, randomness, cheap stretching."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from wallet_cli.domain.secret import Pin, Secret
from wallet_cli.domain.time import Instant
from wallet_cli.errors import KeyringHanging
from wallet_cli.ports import Limits, Table, Vault
from wallet_cli.vault import open_vault
from wallet_cli.vault.filed import one_line
from wallet_cli.vault.kdf import KdfCost

NOW = Instant(1_795_000_000)
CHEAP = KdfCost(64, 1, 1)
GOOD = Pin(b"280461")
OTHER = Pin(b"739152")


class SystemRandom:
    """The port's randomness from the system."""

    def bytes(self, count: int) -> bytes:
        return os.urandom(count)


class MemoryItems:
    """Items in memory. `fail_put`: number of the put (from 1) that raises KeyringHanging, before or after it wrote."""

    def __init__(self, kind: str = "keyring", backend: str = "memory") -> None:
        self.kind = kind
        self.backend = backend
        self.values: dict[str, bytes] = {}
        self.log: list[str] = []
        self.fail_at: int | None = None
        self.fail_after_writing = False

    def get(self, name: str) -> Secret | None:
        self.log.append(f"get {name}")
        value = self.values.get(name)
        return None if value is None else Secret(value)

    def put(self, name: str, value: Secret) -> None:
        self._step(f"put {name}", {**self.values, name: one_line(value).encode()})

    def drop(self, name: str) -> None:
        self._step(f"drop {name}", {k: v for k, v in self.values.items() if k != name})

    def _step(self, what: str, after: dict[str, bytes]) -> None:
        self.log.append(what)
        if self.fail_at is not None:
            self.fail_at -= 1
            if self.fail_at < 0:
                if self.fail_after_writing:
                    self.values = after
                raise KeyringHanging(backend=self.backend, seconds=10)
        self.values = after


def vault_at(directory: Path, items: MemoryItems, *, wait_s: float = 60.0) -> Vault:
    """A vault object as a new process would make it."""
    return open_vault(directory, lambda _: items, SystemRandom(), cost=CHEAP, limits=Limits(lock_wait_s=wait_s))


def note(vault: Vault, value: int, row_id: str = "n") -> None:
    """One small change."""
    with vault.write() as transaction:
        transaction.put(Table.FACTS, row_id, {"value": value})


def sql(vault: Vault, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """What somebody with a SQLite shell could do to the store."""
    return edit(vault.path, statement, values)


def edit(path: Path, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The same to any SQLite file."""
    connection = sqlite3.connect(path)
    try:
        with connection:
            return connection.execute(statement, values).fetchall()
    finally:
        connection.close()
