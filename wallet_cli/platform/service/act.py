"""One act at the platform: what every rule is given.

Rules of this room: see `service`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import PlatformError, WalletError
from wallet_cli.platform.cipher import Cipher
from wallet_cli.platform.service.keys import PlatformKeys
from wallet_cli.ports import Limits

LIMITS = Limits()
SANDBOX_NUMBER = "990"
ISSUER = "https://sandbox.yibao.invalid"
"""`iss` of the sandbox's vouchers: a name that can never resolve (RFC 2606)."""
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MAX_PAGE = 500


class Db(Protocol):
    """A connection with a transaction open where one is needed."""

    def execute(self, sql: str, parameters: dict[str, Any], /) -> list[tuple[Any, ...]]: ...

    def change(self, sql: str, parameters: dict[str, Any], /) -> int: ...


class Kept(Exception):
    """Carries a failure past the rollback: the act's writes are committed, then `error` is raised."""

    def __init__(self, error: WalletError) -> None:
        super().__init__(error.code)
        self.error = error


class Act(Value):
    """`now`: the platform's time, one for the whole act; `random`: n fresh random bytes."""

    db: Db
    cipher: Cipher
    keys: PlatformKeys
    now: Instant
    random: Callable[[int], bytes]

    def rows(self, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.db.execute(sql, parameters)

    def row(self, sql: str, **parameters: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        found = self.db.execute(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, **parameters: Any) -> int:
        """A change; the number of rows it touched."""
        return self.db.change(sql, parameters)

    def number(self, name: str) -> int:
        """The next number of a counter."""
        from wallet_cli.platform.sql import register as q

        row = self.row(q.COUNT, name=name)
        if row is None:
            self.run(q.START_COUNTER, name=name, value=1)
            return 1
        return int(row[0])

    def word(self, length: int) -> str:
        """Random signs of Crockford's base32, five bits each."""
        return "".join(CROCKFORD[byte & 31] for byte in self.random(length))

    def digits(self, length: int) -> str:
        """Random decimal digits; the bias of 128 bits against 10^length is below 10^-20."""
        return f"{int.from_bytes(self.random(16), 'big') % 10**length:0{length}d}"


def bounded(text: str, field: str, longest: int) -> str:
    """A text of 1 to `longest` characters. Raises PlatformError(reason=field)."""
    if not 1 <= len(text) <= longest:
        raise PlatformError(reason=field)
    return text


def page_limit(limit: int) -> int:
    """A page's size, 1 to 500. Raises PlatformError(reason=limit)."""
    if not 1 <= limit <= MAX_PAGE:
        raise PlatformError(reason="limit")
    return limit
