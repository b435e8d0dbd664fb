"""keyring's Secret Service class, its items found and kept by calls of our own.

Rules of this room: see `vault`. Items stand where keyring would put them and under its attributes, so that `keyring get`
finds them. What differs is how the daemon is asked:

1. A locked collection prompts for as long as it may and no longer.
2. No property is read. gnome-keyring-daemon 42.1 at times forgets a caller while others come and go; asked for a
   property by such a one it aborts (once in some 4,000 connections of eight processes), asked by a method call it says
   that nothing is there.
3. What is gone when it is read is therefore looked for again; so is an item that another process has replaced meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import secretstorage
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from jeepney import DBusErrorResponse
from jeepney.io.blocking import DBusConnection
from keyring.backends import SecretService
from secretstorage.defines import SS_PATH, SS_PREFIX
from secretstorage.util import DBusAddressWrapper, exec_prompt, format_secret, open_session

from wallet_cli.errors import KeyringAbsent, KeyringHanging, KeyringLocked

T = TypeVar("T")

_COLLECTION = "/org/freedesktop/secrets/aliases/default"
_NOTHING = "/"
"""The path of no object: no prompt, no item."""
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
        return self._asked(lambda daemon: daemon.read(self._named(service, username)))

    def set_password(self, service: str, username: str, password: str) -> None:
        attributes = self._named(service, username, application=self.appid)
        label = f"Password for '{username}' on '{service}'"
        self._asked(lambda daemon: daemon.write(label, attributes, password))

    def delete_password(self, service: str, username: str) -> None:
        self._asked(lambda daemon: daemon.delete(self._named(service, username)))

    def _named(self, service: str, username: str, **more: str) -> dict[str, str]:
        attributes: dict[str, str] = self._query(service, username, **more)
        return attributes

    def _asked(self, act: Callable[[_Daemon], T]) -> T:
        """What `act` gives, over a connection of its own, tried again while what it found is gone."""
        seconds = self._unlock_within()
        bus = _let_in()
        daemon = _Daemon(bus, seconds, self._before_prompt)
        try:
            for _ in range(_TRIES - 1):
                with suppress(secretstorage.ItemNotFoundException):
                    daemon.open()
                    return act(daemon)
            daemon.open()
            return act(daemon)
        except DBusErrorResponse as error:
            if error.name.endswith(".IsLocked"):
                raise KeyringLocked(backend="Secret Service") from None
            raise
        finally:
            bus.close()


class _Daemon:
    """The Secret Service behind one connection (freedesktop.org, Secret Service API 0.2), by method calls alone."""

    def __init__(self, bus: DBusConnection, prompt_s: float, before_prompt: Callable[[], None]) -> None:
        self._bus = bus
        self._prompt_s = prompt_s
        self._before_prompt = before_prompt

    def open(self) -> None:
        """Unlocks the default collection, or makes one. Raises KeyringLocked, KeyringAbsent."""
        # One that forgot its caller finds it the next time.
        if not any(self._unlocked(_COLLECTION) for _ in range(_TRIES)):
            self._make()

    def read(self, attributes: dict[str, str]) -> str | None:
        """The secret of the first item with these attributes."""
        path = self._found(attributes)
        if path is None:
            return None
        if not self._unlocked(path):
            raise secretstorage.ItemNotFoundException(path)
        session = open_session(self._bus)
        (secrets,) = self._call(SS_PATH, "Service", "GetSecrets", "aoo", [path], session.object_path)
        if path not in secrets:
            raise secretstorage.ItemNotFoundException(path)
        _, iv, value, _ = secrets[path]
        return _plain(session, bytes(iv), bytes(value)).decode("utf-8")

    def write(self, label: str, attributes: dict[str, str], secret: str) -> None:
        """Makes the item, or replaces the one with these attributes."""
        properties = {f"{SS_PREFIX}Item.Label": ("s", label), f"{SS_PREFIX}Item.Attributes": ("a{ss}", attributes)}
        sealed = format_secret(open_session(self._bus), secret.encode("utf-8"), "text/plain")
        made = self._call(_COLLECTION, "Collection", "CreateItem", "a{sv}(oayays)b", properties, sealed, True)
        self._prompt(made[1])

    def delete(self, attributes: dict[str, str]) -> None:
        """The first item with these attributes, if there is one."""
        path = self._found(attributes)
        if path is not None:
            (prompt,) = self._call(path, "Item", "Delete", "")
            self._prompt(prompt)

    def _found(self, attributes: dict[str, str]) -> str | None:
        (paths,) = self._call(_COLLECTION, "Collection", "SearchItems", "a{ss}", attributes)
        return str(paths[0]) if paths else None

    def _unlocked(self, path: str) -> bool:
        """Whether it is there; it is unlocked then. Raises KeyringLocked."""
        unlocked, prompt = self._call(SS_PATH, "Service", "Unlock", "ao", [path])
        self._prompt(prompt)
        return bool(unlocked) or prompt != _NOTHING

    def _make(self) -> None:
        if not self._prompt_s:
            raise KeyringAbsent(reason="collection")
        label = {f"{SS_PREFIX}Collection.Label": ("s", "Default")}
        _, prompt = self._call(SS_PATH, "Service", "CreateCollection", "a{sv}s", label, "default")
        self._prompt(prompt)

    def _prompt(self, path: str) -> None:
        """Lets the owner be asked where the daemon wants it. Raises KeyringLocked."""
        if path == _NOTHING:
            return
        if self._prompt_s:
            self._before_prompt()
            dismissed, _ = exec_prompt(self._bus, path, timeout=self._prompt_s)
            if not dismissed:
                return
        raise KeyringLocked(backend="Secret Service")

    def _call(self, path: str, interface: str, method: str, signature: str, *body: Any) -> Any:
        return DBusAddressWrapper(path, SS_PREFIX + interface, self._bus).call(method, signature, *body)


def _plain(session: Any, iv: bytes, value: bytes) -> bytes:
    """A secret as it came: AES-128-CBC with PKCS #7 padding, or in plain where the daemon knows nothing better."""
    if not session.encrypted:
        return value
    decryptor = Cipher(algorithms.AES(session.aes_key), modes.CBC(iv)).decryptor()
    padded = decryptor.update(value) + decryptor.finalize()
    return padded[: -padded[-1]]


def _let_in() -> DBusConnection:
    """A connection to the session's bus. Raises KeyringHanging where the bus lets nobody in."""
    for _ in range(_TRIES):
        try:
            return secretstorage.dbus_init()
        except (TimeoutError, BlockingIOError):  # a bus that many come to at once; the latter: its queue is full
            continue
    raise KeyringHanging(backend="D-Bus", seconds=_TRIES * _GREETING_S)


def make(unlock_within: Callable[[], float], before_prompt: Callable[[], None]) -> Keyring:
    return Keyring(unlock_within, before_prompt)
