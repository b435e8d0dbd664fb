"""Sealed bytes: AES-256-GCM-SIV (RFC 8452) with a random nonce, and keys by HKDF-SHA256 (RFC 5869).

Rules of this room: see `storage`. Only keys as `Secret` come in; associated data ties a box to its place, so that a
box moved elsewhere does not open.
"""

from __future__ import annotations

from collections.abc import Callable

from wallet_cli.domain.secret import Secret

NONCE = 12
KEY = 32


class SealBroken(Exception):
    """A box that does not open with this key and place. Callers turn it into their own leaf."""


def hkdf(ikm: bytes, salt: bytes | None, info: bytes, length: int) -> bytes:
    """HKDF-SHA256 (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length, salt, info).derive(ikm)


def derive(root: Secret, label: str) -> Secret:
    """A 32-byte key of its own for `label`."""
    return Secret(hkdf(root.reveal(), None, b"yibao:" + label.encode("ascii"), KEY))


class Sealer:
    """Seals under one 32-byte key. `random` gives n fresh random bytes."""

    def __init__(self, key: Secret, random: Callable[[int], bytes]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

        self._cipher = AESGCMSIV(key.reveal())
        self._random = random

    def seal(self, data: bytes, place: bytes) -> bytes:
        """nonce ‖ ciphertext ‖ tag: 28 bytes longer than `data`."""
        nonce = self._random(NONCE)
        return nonce + self._cipher.encrypt(nonce, data, place)

    def unseal(self, box: bytes, place: bytes) -> bytes:
        """The data sealed at this place. Raises SealBroken."""
        from cryptography.exceptions import InvalidTag

        if len(box) < NONCE + 16:
            raise SealBroken
        try:
            return self._cipher.decrypt(box[:NONCE], box[NONCE:], place)
        except InvalidTag:
            raise SealBroken from None
