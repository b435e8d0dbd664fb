"""keyring's Secret Service class, with the one method changed that would prompt without end.

Rules of this room: see `vault`.
"""

from __future__ import annotations

from collections.abc import Callable

import secretstorage
from jeepney.io.blocking import DBusConnection
from keyring.backends import SecretService

from wallet_cli.errors import KeyringAbsent, KeyringLocked


class Keyring(SecretService.Keyring):
    """`unlock_within` gives the seconds a prompt may stand; 0: a locked or missing collection is an error at once."""

    def __init__(self, unlock_within: Callable[[], float]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._unlock_within = unlock_within

    def get_preferred_collection(self) -> secretstorage.Collection:
        bus = secretstorage.dbus_init()
        try:
            return self._collection(bus)
        except BaseException:
            bus.close()
            raise

    def _collection(self, bus: DBusConnection) -> secretstorage.Collection:
        seconds = self._unlock_within()
        try:
            collection = secretstorage.Collection(bus)
        except secretstorage.ItemNotFoundException:
            if not seconds:
                raise KeyringAbsent(reason="collection") from None
            return secretstorage.create_collection(bus, "Default", "default")
        if collection.is_locked() and (not seconds or collection.unlock(timeout=seconds) or collection.is_locked()):
            raise KeyringLocked(backend="Secret Service")
        return collection


def make(unlock_within: Callable[[], float]) -> Keyring:
    return Keyring(unlock_within)
