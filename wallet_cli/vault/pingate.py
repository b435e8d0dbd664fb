"""The PIN gate: five tries, counted before each try where no power cut and no copy of the store can undo the count.

Rules of this room: see `vault`. Nothing is compared with a stored PIN: Argon2id over PIN and pepper gives the key that
opens `vkey`, or does not. The lock is held from the count to the answer, so that any number of processes share the
same five tries.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wallet_cli.domain.pin import LENGTH, check
from wallet_cli.domain.secret import Pin, Secret
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import AlreadyActivated, NotFound, PinLocked, PinMalformed, PinNotSet, PinWrong, StoreTampered
from wallet_cli.ports import PinState, PinStatus, Row
from wallet_cli.storage.sealing import KEY, SealBroken, Sealer
from wallet_cli.vault.cells import Cells
from wallet_cli.vault.kdf import SALT, KdfCost, stretch
from wallet_cli.vault.layout import PIN, SECRETS
from wallet_cli.vault.store import Store

CURRENT = "current"
PENDING = "pending"


class Ring(Value):
    """An opened key ring: `key_id` marks its rows, `vkey` (32 bytes) opens them."""

    key_id: str
    vkey: Secret


class Wrapped(Value):
    """A key ring closed under a PIN, and the wrong tries in a row."""

    key_id: str
    salt: bytes
    cost: KdfCost
    box: bytes
    failures: int

    def to_row(self) -> Row:
        return {
            "key_id": self.key_id,
            "salt": self.salt.hex(),
            "cost": self.cost.to_list(),
            "box": self.box.hex(),
            "failures": self.failures,
        }


class PinGate:
    """`cost` is that of new PINs; a PIN is tried at the cost it was set with. `tries`: wrong ones in a row."""

    def __init__(self, store: Store, cost: KdfCost, tries: int) -> None:
        self._store = store
        self._cost = cost
        self._tries = tries

    def status(self) -> PinStatus:
        with self._store.reading() as cells:
            wrapped = self._get(cells, CURRENT)
        if wrapped is None:
            return PinStatus(PinState.UNSET, self._tries)
        left = max(0, self._tries - wrapped.failures)
        return PinStatus(PinState.SET if left else PinState.LOCKED, left)

    def reset_pending(self) -> bool:
        with self._store.reading() as cells:
            return cells.has(PIN, PENDING)

    def set(self, pin: Pin, at: Instant) -> Ring:
        """The first PIN. Raises AlreadyActivated, PinMalformed, PinWeak."""
        ring, wrapped = self._new_ring(pin)
        with self._store.writing() as cells:
            if cells.has(PIN, CURRENT):
                raise AlreadyActivated
            cells.put(PIN, CURRENT, wrapped.to_row())
            cells.audit("pin.set", at)
        return ring

    def open(self, pin: Pin) -> Ring:
        """Raises PinNotSet, PinWrong, PinLocked; PinMalformed for what no PIN can be, which costs no try."""
        with self._tried(pin) as (ring, wrapped), self._store.writing() as cells:
            cells.put(PIN, CURRENT, wrapped._replace(failures=0).to_row())
        return ring

    def change(self, old: Pin, new: Pin, at: Instant) -> None:
        """Puts vkey under another PIN: one row, in one transaction."""
        check(new, None)
        with self._tried(old) as (ring, _):
            wrapped = self._wrap(ring, new)
            with self._store.writing() as cells:
                cells.put(PIN, CURRENT, wrapped.to_row())
                cells.audit("pin.change", at)

    def begin_reset(self, new: Pin, at: Instant) -> Ring:
        """A new ring beside the current one; an earlier pending one goes, with its rows."""
        ring, wrapped = self._new_ring(new)
        with self._store.writing() as cells:
            earlier = self._get(cells, PENDING)
            if earlier is not None:
                cells.delete_key(SECRETS, earlier.key_id)
            cells.put(PIN, PENDING, wrapped.to_row())
            cells.audit("pin.reset.begin", at)
        return ring

    def commit_reset(self, cells: Cells) -> None:
        """The pending ring becomes the current one; the old one is erased. Raises NotFound(what=reset)."""
        pending, current = self._get(cells, PENDING), self._get(cells, CURRENT)
        if pending is None:
            raise NotFound(what="reset")
        if current is not None:
            cells.delete_key(SECRETS, current.key_id)
        cells.put(PIN, CURRENT, pending.to_row())
        cells.delete(PIN, PENDING)

    # --- inside the gate --------------------------------------------------------------------------------------------

    @contextmanager
    def _tried(self, pin: Pin) -> Iterator[tuple[Ring, Wrapped]]:
        """Counts, then tries; the caller's transaction takes the count back."""
        if len(pin) != LENGTH or not pin.reveal().isdigit():
            raise PinMalformed
        with self._store.locked():
            wrapped = self._count()
            ring = self._unwrap(wrapped, pin)
            if ring is None:
                raise PinWrong(attempts_left=self._tries - wrapped.failures)
            yield ring, wrapped

    def _count(self) -> Wrapped:
        with self._store.writing() as cells:
            wrapped = self._get(cells, CURRENT)
            if wrapped is None:
                raise PinNotSet
            if wrapped.failures >= self._tries:
                raise PinLocked
            wrapped = wrapped._replace(failures=wrapped.failures + 1)
            cells.put(PIN, CURRENT, wrapped.to_row())
        return wrapped

    def _unwrap(self, wrapped: Wrapped, pin: Pin) -> Ring | None:
        key = stretch(pin, wrapped.salt, wrapped.cost, self._store.keeper.key("pepper"))
        try:
            return Ring(wrapped.key_id, Secret(self._sealer(key).unseal(wrapped.box, _spot(wrapped.key_id))))
        except SealBroken:
            return None

    def _new_ring(self, pin: Pin) -> tuple[Ring, Wrapped]:
        check(pin, None)
        random = self._store.random
        ring = Ring(random.bytes(8).hex(), Secret(random.bytes(KEY)))
        return ring, self._wrap(ring, pin)

    def _wrap(self, ring: Ring, pin: Pin) -> Wrapped:
        with self._store.reading():
            pepper = self._store.keeper.key("pepper")
        salt = self._store.random.bytes(SALT)
        key = stretch(pin, salt, self._cost, pepper)
        box = self._sealer(key).seal(ring.vkey.reveal(), _spot(ring.key_id))
        return Wrapped(ring.key_id, salt, self._cost, box, 0)

    def _sealer(self, key: Secret) -> Sealer:
        return Sealer(key, self._store.random.bytes)

    def _get(self, cells: Cells, row_id: str) -> Wrapped | None:
        row = cells.get(PIN, row_id)
        if row is None:
            return None
        cost = KdfCost.from_list(row["cost"])
        if cost is None:
            raise StoreTampered(path=str(self._store.path), what=PIN)
        return Wrapped(row["key_id"], bytes.fromhex(row["salt"]), cost, bytes.fromhex(row["box"]), row["failures"])


def _spot(key_id: str) -> bytes:
    return b"yibao-vkey-1:" + key_id.encode("ascii")
