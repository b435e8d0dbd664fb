"""Items without a keyring, each kind in one private file of the profile: under a passphrase, or plain for tests.

Rules of this room: see `vault`. Every change is one atomic replacement under a lock of its own.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import InputNeeded, PassphraseWeak, PassphraseWrong, StoreTampered
from wallet_cli.ports import Limits, PassphraseSource
from wallet_cli.storage.files import read_private, write_private
from wallet_cli.storage.lock import Lock
from wallet_cli.storage.sealing import SealBroken, Sealer
from wallet_cli.vault.kdf import SALT, KdfCost, stretch

_PASSPHRASE = Limits().passphrase_characters
_VERSION = 1


class SandboxItems:
    """A key file with mode 0600 that guards nothing: for tests and the embedded platform only."""

    def __init__(self, directory: Path) -> None:
        self.kind = "sandbox"
        self.backend = "sandbox"
        self._path = directory / "items.sandbox"
        self._lock = Lock(directory / "items.lock")

    def get(self, name: str) -> Secret | None:
        value = self._read().get(name)
        return None if value is None else Secret(value.encode("ascii"))

    def put(self, name: str, value: Secret) -> None:
        with self._lock:
            self._write(self._read() | {name: one_line(value)})

    def drop(self, name: str) -> None:
        with self._lock:
            items = self._read()
            if items.pop(name, None) is not None:
                self._write(items)

    def _read(self) -> dict[str, str]:
        data = read_private(self._path)
        return {} if data is None else strings(data, self._path)

    def _write(self, items: dict[str, str]) -> None:
        write_private(self._path, json.dumps(items, sort_keys=True).encode("ascii"))


class PassphraseItems:
    """Items sealed under Argon2id(passphrase). The passphrase is asked for once, when the file is first opened.

    The file: version, salt and cost in plain; `check`, a box that tells a wrong passphrase from a damaged file;
    `items`, the box of all items. `account` ties the boxes to their profile.
    """

    def __init__(
        self,
        directory: Path,
        account: str,
        source: PassphraseSource | None,
        random: Callable[[int], bytes],
        cost: KdfCost,
    ) -> None:
        self.kind = "passphrase"
        self.backend = "passphrase"
        self._path = directory / "items.passphrase"
        self._lock = Lock(directory / "items.lock")
        self._account = account
        self._source = source
        self._random = random
        self._cost = cost
        self._opened: tuple[str, Sealer] | None = None

    def get(self, name: str) -> Secret | None:
        file = self._read()
        if file is None:
            return None
        value = self._open(file, self._sealer(file)).get(name)
        return None if value is None else Secret(value.encode("ascii"))

    def put(self, name: str, value: Secret) -> None:
        line = one_line(value)
        first = self._new_file() if self._read() is None else None
        with self._lock:
            file = self._read() or first or self._new_file()
            self._write(file, self._open(file, self._sealer(file)) | {name: line})

    def drop(self, name: str) -> None:
        with self._lock:
            file = self._read()
            if file is None:
                return
            items = self._open(file, self._sealer(file))
            if items.pop(name, None) is not None:
                self._write(file, items)

    def _read(self) -> dict[str, Any] | None:
        data = read_private(self._path)
        if data is None:
            return None
        file = _parsed(data, self._path)
        if not isinstance(file, dict) or file.get("version") != _VERSION:
            raise self._tampered()
        return file

    def _new_file(self) -> dict[str, Any]:
        salt = _to_text(self._random(SALT))
        sealer = self._stretched(self._ask(new=True), salt, self._cost)
        self._opened = (salt, sealer)
        return {
            "version": _VERSION,
            "salt": salt,
            "cost": self._cost.to_list(),
            "check": _to_text(sealer.seal(b"yibao", self._place("check"))),
        }

    def _sealer(self, file: dict[str, Any]) -> Sealer:
        salt, cost = file.get("salt"), KdfCost.from_list(file.get("cost"))
        if not isinstance(salt, str) or len(self._bytes(salt)) != SALT or cost is None:
            raise self._tampered()
        if self._opened is not None and self._opened[0] == salt:
            return self._opened[1]
        sealer = self._stretched(self._ask(new=False), salt, cost)
        try:
            sealer.unseal(self._bytes(file.get("check")), self._place("check"))
        except SealBroken:
            raise PassphraseWrong from None
        self._opened = (salt, sealer)
        return sealer

    def _stretched(self, passphrase: Secret, salt: str, cost: KdfCost) -> Sealer:
        return Sealer(stretch(passphrase, self._bytes(salt), cost), self._random)

    def _ask(self, *, new: bool) -> Secret:
        import unicodedata

        if self._source is None:
            raise InputNeeded(option="--passphrase-fd")
        try:
            text = unicodedata.normalize("NFC", self._source().reveal().decode("utf-8"))
        except UnicodeDecodeError:
            raise PassphraseWrong from None
        if new and len(text) < _PASSPHRASE:
            raise PassphraseWeak(minimum=_PASSPHRASE)
        return Secret(text.encode("utf-8"))

    def _open(self, file: dict[str, Any], sealer: Sealer) -> dict[str, str]:
        if "items" not in file:
            return {}
        try:
            return strings(sealer.unseal(self._bytes(file["items"]), self._place("items")), self._path)
        except SealBroken:
            raise self._tampered() from None

    def _write(self, file: dict[str, Any], items: dict[str, str]) -> None:
        box = self._sealer(file).seal(json.dumps(items, sort_keys=True).encode("ascii"), self._place("items"))
        write_private(self._path, json.dumps(file | {"items": _to_text(box)}, sort_keys=True).encode("ascii"))

    def _place(self, what: str) -> bytes:
        return f"yibao-items-{_VERSION}:{self._account}:{what}".encode()

    def _bytes(self, text: object) -> bytes:
        try:
            return base64.b64decode(text if isinstance(text, str) else "!", validate=True)
        except (binascii.Error, ValueError):
            raise self._tampered() from None

    def _tampered(self) -> StoreTampered:
        return StoreTampered(path=str(self._path), what="items")


def one_line(value: Secret) -> str:
    """The item's text. ValueError unless printable ASCII on one line: some keyrings are destroyed by a newline."""
    text = value.reveal().decode("ascii")
    if not text or not text.isprintable() or len(text) > 1000:
        raise ValueError("items are short printable ASCII lines")
    return text


def strings(data: bytes, path: Path) -> dict[str, str]:
    """A JSON object of ASCII strings. Raises StoreTampered."""
    items = _parsed(data, path)
    if isinstance(items, dict) and all(isinstance(v, str) and v.isascii() for v in items.values()):
        return items
    raise StoreTampered(path=str(path), what="items")


def _parsed(data: bytes, path: Path) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise StoreTampered(path=str(path), what="items") from None


def _to_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
