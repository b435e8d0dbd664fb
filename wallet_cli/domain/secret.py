"""Carriers of secrets that cannot be printed, pickled, compared by accident or put in an error's data."""

from __future__ import annotations

from typing import NoReturn, final


class Secret:
    """Bytes that only the one place meant to use them opens, with `reveal()`.

    `repr`, `str` and `format` give a fixed mark; pickling and copying are refused, so that a secret cannot slip into
    a log, a traceback that prints locals, or another process.
    """

    __slots__ = ("__value",)

    def __init__(self, value: bytes) -> None:
        self.__value = bytes(value)

    def reveal(self) -> bytes:
        """The bytes. Called in the room that opens this kind of secret, nowhere else."""
        return self.__value

    @final
    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    @final
    def __str__(self) -> str:
        return f"<{type(self).__name__}>"

    @final
    def __format__(self, spec: str) -> str:
        return f"<{type(self).__name__}>"

    def __len__(self) -> int:
        return len(self.__value)

    def __eq__(self, other: object) -> NoReturn:
        raise TypeError("secrets are not compared; use hmac.compare_digest where one must be")

    __hash__ = None  # type: ignore[assignment]

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("secrets are not pickled")


class Pin(Secret):
    """A PIN as typed. Six ASCII digits once `domain.pin.check` has passed it."""

    __slots__ = ()


class TextCode(Secret):
    """A one-time code told by text message or by word."""

    __slots__ = ()


class Passphrase(Secret):
    """A vault's passphrase, UTF-8."""

    __slots__ = ()
