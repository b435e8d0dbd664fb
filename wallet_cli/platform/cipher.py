"""How the platform keeps secrets and personal data at rest: sealed boxes, blind look-ups, opaque digests.

Rules of this room: one 32-byte seal (the item `platform`) makes every key, each under its own label. A box is tied to
its table, row and column, so that one moved elsewhere does not open.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import PlatformTampered
from wallet_cli.storage.sealing import SealBroken, Sealer

LABEL = b"yibao:platform:"


def subkey(seal: bytes, label: str) -> bytes:
    """HKDF-Expand (RFC 5869, section 2.3), one block: the seal is a uniformly random key already."""
    return hmac.digest(seal, LABEL + label.encode("ascii") + b"\x01", "sha256")


class Cipher:
    """Seals texts and bytes of a row; makes look-ups. `path` names the database in PlatformTampered."""

    def __init__(self, seal: Secret, random: Callable[[int], bytes], path: str) -> None:
        self._seal = seal.reveal()
        self._sealer = Sealer(Secret(subkey(self._seal, "seal")), random)
        self._lookup = subkey(self._seal, "lookup")
        self._path = path

    def lookup(self, kind: str, value: str | bytes) -> bytes:
        """What a secret or personal value is found by: an HMAC, of no use without the seal."""
        data = value.encode("utf-8") if isinstance(value, str) else value
        return hmac.digest(self._lookup, kind.encode("ascii") + b"\x00" + data, "sha256")

    def seal(self, place: str, value: str) -> bytes:
        """A text for one place, e.g. `people/PSN/name`."""
        return self.seal_bytes(place, value.encode("utf-8"))

    def open(self, place: str, box: bytes) -> str:
        """Raises PlatformTampered(path, what=place's table)."""
        return self.open_bytes(place, box).decode("utf-8")

    def seal_bytes(self, place: str, value: bytes) -> bytes:
        return self._sealer.seal(value, b"yibao-platform-1/" + place.encode("utf-8"))

    def open_bytes(self, place: str, box: bytes) -> bytes:
        try:
            return self._sealer.unseal(bytes(box), b"yibao-platform-1/" + place.encode("utf-8"))
        except (SealBroken, TypeError):
            raise PlatformTampered(path=self._path, what=place.partition("/")[0]) from None

    def mark(self) -> str:
        """A public mark of the seal, by which a wrong one is told from damaged rows."""
        return subkey(self._seal, "mark").hex()[:32]

    def token_key(self) -> bytes:
        """Key of the nonces, which are kept nowhere."""
        return subkey(self._seal, "nonce")
