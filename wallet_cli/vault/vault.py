"""The vault as the port has it, put together from store, gate and keys.

Rules of this room: see `vault`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wallet_cli.domain.secret import Pin
from wallet_cli.domain.time import Instant
from wallet_cli.errors import StoreTampered
from wallet_cli.ports import (
    AuditRecord,
    DeviceCredential,
    Jwk,
    Keys,
    Limits,
    PinStatus,
    Random,
    Row,
    StoreState,
    Table,
    Transaction,
)
from wallet_cli.vault.cells import Cells
from wallet_cli.vault.kdf import KdfCost
from wallet_cli.vault.keeper import ItemsFactory
from wallet_cli.vault.keys import KeyRing, new_private_key, private_key_of, scalar_of
from wallet_cli.vault.layout import SECRETS
from wallet_cli.vault.pingate import PinGate
from wallet_cli.vault.store import Store

_SIGN_IN = "sign_in"


class ProfileVault:
    """Implements ports.Vault."""

    def __init__(self, directory: Path, items: ItemsFactory, random: Random, cost: KdfCost, limits: Limits) -> None:
        self._store = Store(directory, items, random, _first_rows, limits.lock_wait_s)
        self._gate = PinGate(self._store, cost, limits.pin_tries)
        self._random = random

    @property
    def kind(self) -> str:
        return self._store.keeper.items.kind

    @property
    def backend(self) -> str:
        return self._store.keeper.items.backend

    @property
    def path(self) -> Path:
        return self._store.path

    def state(self) -> StoreState:
        return self._store.state()

    def create(self, now: Instant) -> None:
        self._store.create(now)

    def replace(self, now: Instant) -> Path | None:
        return self._store.replace(now)

    def wallet_id(self) -> str:
        with self._store.reading() as cells:
            return cells.head.header.wallet_id

    def generation(self) -> int:
        with self._store.reading() as cells:
            return cells.head.generation

    def sign_in_jwk(self) -> Jwk:
        return self._sign_in()["jwk"]  # type: ignore[no-any-return]

    def prove(self, operation: str, key: str | None, now: Instant) -> DeviceCredential:
        from wallet_cli.domain.jws import sign_es256, thumbprint
        from wallet_cli.domain.proof import make_call_proof

        row = self._sign_in()
        private = private_key_of(row["d"])
        proof = make_call_proof(
            row["jwk"], lambda message: sign_es256(private, message), operation, key, now, self._random.bytes(16).hex()
        )
        return DeviceCredential(thumbprint(row["jwk"]), proof)

    def row(self, table: Table, row_id: str) -> Row | None:
        with self._store.reading() as cells:
            return cells.get(table, row_id)

    def rows(self, table: Table) -> dict[str, Row]:
        with self._store.reading() as cells:
            return cells.all(table)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        with self._store.writing() as cells:
            yield _Writing(cells, self._gate)

    def pin_status(self) -> PinStatus:
        return self._gate.status()

    def set_pin(self, pin: Pin, at: Instant) -> Keys:
        return KeyRing(self._store, self._gate.set(pin, at))

    def open(self, pin: Pin) -> Keys:
        return KeyRing(self._store, self._gate.open(pin))

    def change_pin(self, old: Pin, new: Pin, at: Instant) -> None:
        self._gate.change(old, new, at)

    def begin_reset(self, new: Pin, at: Instant) -> Keys:
        return KeyRing(self._store, self._gate.begin_reset(new, at))

    def reset_pending(self) -> bool:
        return self._gate.reset_pending()

    def audit(self) -> Sequence[AuditRecord]:
        return self._store.audit()

    def _sign_in(self) -> Row:
        with self._store.reading() as cells:
            row = cells.get(SECRETS, _SIGN_IN)
        if row is None:
            raise StoreTampered(path=str(self.path), what=SECRETS)
        return row


class _Writing:
    """Implements ports.Transaction."""

    def __init__(self, cells: Cells, gate: PinGate) -> None:
        self._cells = cells
        self._gate = gate

    def put(self, table: Table, row_id: str, value: Row) -> None:
        self._cells.put(table, row_id, value)

    def delete(self, table: Table, row_id: str) -> None:
        self._cells.delete(table, row_id)

    def row(self, table: Table, row_id: str) -> Row | None:
        return self._cells.get(table, row_id)

    def rows(self, table: Table) -> dict[str, Row]:
        return self._cells.all(table)

    def audit(self, act: str, at: Instant, facts: Row | None = None) -> None:
        self._cells.audit(act, at, facts)

    def commit_reset(self) -> None:
        self._gate.commit_reset(self._cells)


def _first_rows(cells: Cells, now: Instant) -> None:
    from wallet_cli.domain.jws import jwk_of

    private = new_private_key()
    cells.put(SECRETS, _SIGN_IN, {"d": scalar_of(private), "jwk": dict(jwk_of(private.public_key()))})
    cells.audit("wallet.create", now)
