"""The platform's own keys: offline root, issuer key, master key of the online codes. Sealed at rest, opened when used.

Rules of this room: see `service`. A private key is kept as its 32-byte scalar.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import DAY_S
from wallet_cli.platform.cipher import Cipher
from wallet_cli.platform.sql import register as q

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

    from wallet_cli.platform.service.act import Act, Db

KEY_SET_LIFE_S = 90 * DAY_S
KEY_SET_NUMBER = 1
_NAMES = ("root", "issuer", "master")


def make(db: Db, cipher: Cipher, random: Callable[[int], bytes]) -> None:
    """New keys, sealed into the database. FIPS 186-5, A.2.1: 64 bits more than the order, so that no bias is left."""
    from wallet_cli.domain.jws import ORDER

    for name in _NAMES:
        value = random(32)
        if name != "master":
            value = (int.from_bytes(random(40), "big") % (ORDER - 1) + 1).to_bytes(32, "big")
        db.change(q.PUT_SEALED, {"name": name, "value": cipher.seal_bytes(f"sealed/{name}", value)})


class PlatformKeys:
    """Opens each key once. `sign` is a token.Signer by the issuer key, `sign_root` by the root."""

    def __init__(self, db: Db, cipher: Cipher) -> None:
        self._db = db
        self._cipher = cipher
        self._open: dict[str, EllipticCurvePrivateKey] = {}
        self._master: Secret | None = None
        self._kid: str | None = None

    def master(self) -> Secret:
        """Master key from which every handle's secret is derived."""
        if self._master is None:
            self._master = Secret(self._bytes("master"))
        return self._master

    def sign(self, message: bytes) -> bytes:
        """ES256 by the issuer key."""
        return self._signed("issuer", message)

    def sign_root(self, message: bytes) -> bytes:
        """ES256 by the offline root."""
        return self._signed("root", message)

    def jwk(self, name: str) -> dict[str, str]:
        """Public key of `root` or `issuer`."""
        from wallet_cli.domain.jws import jwk_of

        return jwk_of(self._key(name).public_key())

    def kid(self) -> str:
        """Key id of the issuer key: its thumbprint."""
        from wallet_cli.domain.jws import thumbprint

        if self._kid is None:
            self._kid = thumbprint(self.jwk("issuer"))
        return self._kid

    def _signed(self, name: str, message: bytes) -> bytes:
        from wallet_cli.domain.jws import sign_es256

        return sign_es256(self._key(name), message)

    def _bytes(self, name: str) -> bytes:
        rows = self._db.execute(q.SEALED, {"name": name})
        return self._cipher.open_bytes(f"sealed/{name}", rows[0][0] if rows else b"")

    def _key(self, name: str) -> EllipticCurvePrivateKey:
        if name not in self._open:
            from cryptography.hazmat.primitives.asymmetric import ec

            self._open[name] = ec.derive_private_key(int.from_bytes(self._bytes(name), "big"), ec.SECP256R1())
        return self._open[name]


def key_set(act: Act) -> str:
    """The signed, numbered key set as of now."""
    from wallet_cli.domain import proof
    from wallet_cli.domain.time import Instant

    keys = {act.keys.kid(): act.keys.jwk("issuer")}
    return proof.make_key_set(KEY_SET_NUMBER, keys, Instant(act.now + KEY_SET_LIFE_S), act.now, act.keys.sign_root)
