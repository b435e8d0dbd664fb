"""Stretching what a person remembers: Argon2id (RFC 9106).

Rules of this room: see `vault`.
"""

from __future__ import annotations

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.value import Value

SALT = 16
_MOST_KIB = 1 << 20
_MOST_ITERATIONS = 32
_MOST_LANES = 16


class KdfCost(Value):
    """Parameters of Argon2id, kept beside every salt: memory in KiB, passes (t), lanes (p)."""

    memory_kib: int = 65_536
    iterations: int = 3
    lanes: int = 1

    def to_list(self) -> list[int]:
        return [self.memory_kib, self.iterations, self.lanes]

    @classmethod
    def from_list(cls, value: object) -> KdfCost | None:
        """None for anything but three sensible numbers: a file's word is not taken for a terabyte."""
        if not (isinstance(value, list) and len(value) == 3 and all(type(part) is int for part in value)):
            return None
        memory, iterations, lanes = value
        bounds = 1 <= iterations <= _MOST_ITERATIONS and 1 <= lanes <= _MOST_LANES and 8 * lanes <= memory <= _MOST_KIB
        return cls(memory, iterations, lanes) if bounds else None


def stretch(remembered: Secret, salt: bytes, cost: KdfCost, pepper: Secret | None = None) -> Secret:
    """A 32-byte key. `pepper` is Argon2's secret input: without it no guess can be tried."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
        secret=pepper.reveal() if pepper else None,
    )
    return Secret(kdf.derive(remembered.reveal()))
