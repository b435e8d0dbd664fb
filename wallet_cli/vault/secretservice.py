"""keyring's Secret Service class, with its connection and its calls made to hold among many processes.

Rules of this room: see `vault`. Two things are changed. A locked collection prompts for as long as it may and no
longer. And what is gone when it is read is looked for again: another process put a new item in its place between the
search and the reading, or gnome-keyring denied its own collection for a moment, as it does under load (42.1: 4 of
3,100 reads of eight processes).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import secretstorage
from jeepney.io.blocking import DBusConnection
from keyring.backends import SecretService

from wallet_cli.errors import KeyringAbsent, KeyringHanging, KeyringLocked

T = TypeVar("T")

_TRIES = 5
_GREETING_S = 1
"""How long jeepney waits for the bus to let a connection in."""


class Keyring(SecretService.Keyring):
    """`unlock_within` gives the seconds a prompt may stand; 0: a locked or missing collection is an error at once.
    `before_prompt` is called before anybody is asked."""

    def __init__(self, unlock_within: Callable[[], float], before_prompt: Callable[[], None]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._unlock_within = unlock_within
        self._before_prompt = before_prompt

    def get_password(self, service: str, username: str) -> str | None:
        password: str | None = _found(partial(super().get_password, service, username))
        return password

    def set_password(self, service: str, username: str, password: str) -> None:
        _found(partial(super().set_password, service, username, password))

    def delete_password(self, service: str, username: str) -> None:
        _found(partial(super().delete_password, service, username))

    def get_preferred_collection(self) -> secretstorage.Collection:
        bus = _let_in()
        try:
            return self._collection(bus)
        except BaseException:
            bus.close()
            raise

    def _collection(self, bus: DBusConnection) -> secretstorage.Collection:
        seconds = self._unlock_within()
        try:
            collection = _found(partial(secretstorage.Collection, bus))
        except secretstorage.ItemNotFoundException:
            if not seconds:
                raise KeyringAbsent(reason="collection") from None
            self._before_prompt()
            return secretstorage.create_collection(bus, "Default", "default")
        if collection.is_locked() and not (seconds and self._unlocked(collection, seconds)):
            raise KeyringLocked(backend="Secret Service")
        return collection

    def _unlocked(self, collection: secretstorage.Collection, seconds: float) -> bool:
        self._before_prompt()
        return not collection.unlock(timeout=seconds) and not collection.is_locked()


def _let_in() -> DBusConnection:
    """A connection to the session's bus. Raises KeyringHanging where the bus lets nobody in."""
    for _ in range(_TRIES):
        try:
            return secretstorage.dbus_init()
        except (TimeoutError, BlockingIOError):  # a bus that many come to at once; the latter: its queue is full
            continue
    raise KeyringHanging(backend="D-Bus", seconds=_TRIES * _GREETING_S)


def _found(act: Callable[[], T]) -> T:
    """What `act` gives, tried again while what it found is gone."""
    for _ in range(_TRIES - 1):
        try:
            return act()
        except secretstorage.ItemNotFoundException:
            continue
    return act()


def make(unlock_within: Callable[[], float], before_prompt: Callable[[], None]) -> Keyring:
    return Keyring(unlock_within, before_prompt)
