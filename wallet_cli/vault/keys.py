"""The opened key ring: holder keys and online-code secrets, used here and never handed out.

Rules of this room: see `vault`. Their rows lie in `secrets` under the ring's vkey; the rolls of the online code lie
under the store's key, one row a voucher, and are taken under the store's lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain.code import ROLLS as ROLLS_A_STEP
from wallet_cli.domain.code import STEP_S, encode, expires_at, step_of
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant
from wallet_cli.errors import NotFound, RollsExhausted
from wallet_cli.ports import Jwk, Row
from wallet_cli.storage.sealing import Sealer
from wallet_cli.vault.cells import Cells
from wallet_cli.vault.layout import ROLLS, SECRETS
from wallet_cli.vault.pingate import Ring
from wallet_cli.vault.store import Store

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

_STEPS_KEPT = 16
"""Steps whose rolls are remembered: a clock put back by minutes repeats no code."""


class KeyRing:
    """Implements ports.Keys. After `close` every use raises NotFound."""

    def __init__(self, store: Store, ring: Ring) -> None:
        self._store = store
        self._key_id = ring.key_id
        self._sealer: Sealer | None = Sealer(ring.vkey, store.random.bytes)

    def create_holder_key(self, voucher_id: str) -> Jwk:
        from wallet_cli.domain.jws import jwk_of

        private = new_private_key()
        with self._store.writing() as cells:
            self._put(cells, "holder", voucher_id, {"d": scalar_of(private)})
        return jwk_of(private.public_key())

    def sign(self, voucher_id: str, payload: bytes) -> bytes:
        from wallet_cli.domain.jws import sign_es256

        with self._store.reading() as cells:
            row = self._get(cells, "holder", voucher_id)
        return sign_es256(private_key_of(row["d"]), payload)

    def put_code_secret(self, voucher_id: str, secret: Secret, epoch: int) -> None:
        row = {"secret": secret.reveal().hex(), "epoch": epoch}
        with self._store.writing() as cells:
            self._put(cells, "code", voucher_id, row)

    def has_code_secret(self, voucher_id: str, epoch: int) -> bool:
        try:
            with self._store.reading() as cells:
                row = self._get(cells, "code", voucher_id)
        except NotFound:
            return False
        return bool(row["epoch"] == epoch)

    def code(self, voucher_id: str, platform: str, handle: str, now: Instant) -> tuple[str, Instant]:
        step = step_of(now)
        with self._store.writing() as cells:
            secret = Secret(bytes.fromhex(self._get(cells, "code", voucher_id)["secret"]))
            taken = [tuple(pair) for pair in (cells.get(ROLLS, voucher_id) or {"taken": []})["taken"]]
            roll = dict(taken).get(step, 0)
            if roll >= ROLLS_A_STEP:
                raise RollsExhausted(wait=STEP_S * (step + 1) - now)
            others = [pair for pair in taken if pair[0] != step]
            cells.put(ROLLS, voucher_id, {"taken": [*others, (step, roll + 1)][-_STEPS_KEPT:]})
        return encode(secret, platform, handle, step, roll), expires_at(step)

    def drop_voucher(self, voucher_id: str) -> None:
        with self._store.writing() as cells:
            for kind in ("holder", "code"):
                cells.delete(SECRETS, self._row_id(kind, voucher_id))
            cells.delete(ROLLS, voucher_id)

    def close(self) -> None:
        self._sealer = None

    def _get(self, cells: Cells, kind: str, voucher_id: str) -> Row:
        if self._sealer is None:
            raise NotFound(what=kind)
        row = cells.get(SECRETS, self._row_id(kind, voucher_id), self._key_id, self._sealer)
        if row is None:
            raise NotFound(what=kind)
        return row

    def _put(self, cells: Cells, kind: str, voucher_id: str, value: Row) -> None:
        if self._sealer is None:
            raise NotFound(what=kind)
        cells.put(SECRETS, self._row_id(kind, voucher_id), value, self._key_id, self._sealer)

    def _row_id(self, kind: str, voucher_id: str) -> str:
        return f"{self._key_id}:{kind}:{voucher_id}"


def new_private_key() -> EllipticCurvePrivateKey:
    """A P-256 key from the system's own generator."""
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1())


def scalar_of(private: EllipticCurvePrivateKey) -> str:
    """The private number, 64 hex digits."""
    return f"{private.private_numbers().private_value:064x}"


def private_key_of(scalar: str) -> EllipticCurvePrivateKey:
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.derive_private_key(int(scalar, 16), ec.SECP256R1())
