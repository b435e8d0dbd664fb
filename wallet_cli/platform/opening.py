"""The platform's database file: created whole, opened with care, told apart from strangers and newer formats.

Rules of this room: `platform.db` in the platform's folder, 0600 in 0700; one plaintext table `meta` (magic, format,
vault kind and backend, a mark of the seal) and sealed rows. Creation is one transaction under a file lock: there is a
whole database or none.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import (
    KeyringChanged,
    KeyringEmpty,
    PlatformNewer,
    PlatformTampered,
    VaultDiffers,
    WalletError,
)
from wallet_cli.platform import sql
from wallet_cli.platform.cipher import Cipher
from wallet_cli.storage.files import check_private

if TYPE_CHECKING:
    from wallet_cli.domain.time import Instant
    from wallet_cli.ports import Items, Random
    from wallet_cli.storage.sqlite import Database

FILE = "platform.db"
LOCK = "platform.lock"
ITEM = "platform"
MAGIC = "yibao-platform"
SEAL_BYTES = 32
LOCK_WAIT_S = 60.0
_META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
_ADD_META = "INSERT INTO meta (name, value) VALUES (:name, :value)"
_READ_META = "SELECT name, value FROM meta"
# Of SQLite alone: which tables a file has. An HTTP server's database is made by its own tool.
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def recorded_vault(directory: Path) -> tuple[str, str] | None:
    """Vault kind and backend that hold the seal of this folder's platform, None where there is none yet.

    Raises PlatformNewer, PlatformTampered, StoreUnsafe, NotWritable, PlatformBusy's cause StoreBusy.
    """
    path = directory / FILE
    if not directory.is_dir() or not check_private(path):
        return None
    database = _connect(path)
    try:
        meta = _meta(database, path)
    finally:
        database.close()
    return None if meta is None else (meta["vault_kind"], meta["vault_backend"])


def open_platform(directory: Path, items: Items, random: Random, now: Callable[[], Instant]) -> tuple[Database, Cipher]:
    """Opens the folder's platform, or makes it with its sandbox people. The item is asked for before any lock.

    Raises as `recorded_vault`, the errors of Items, KeyringEmpty, VaultDiffers, KeyringChanged, DiskFull.
    """
    path = directory / FILE
    seal = items.get(ITEM)
    with ExitStack() as undone:
        database = _connect(path)
        undone.callback(database.close)
        meta = _meta(database, path)
        if meta is None:
            seal = _create(directory, database, items, random, now, seal)
            meta = _meta(database, path)
        if meta is None:
            raise PlatformTampered(path=str(path), what="meta")
        _same_vault(meta, items)
        if seal is None:
            raise KeyringEmpty(item=ITEM)
        cipher = Cipher(_raw(seal, path), random.bytes, str(path))
        if meta["seal_mark"] != cipher.mark():
            raise PlatformTampered(path=str(path), what="seal")
        if meta["format"] != str(sql.FORMAT):
            _upgrade(directory, database, cipher, random, now())
        undone.pop_all()
    return database, cipher


def remove_platform(directory: Path, items: Items | None) -> bool:
    """Deletes the folder's platform and its offset of time, and drops its seal; whether there was one.

    `items` None where nobody can say which keeper has the seal (a damaged file): the seal stays behind, and serves
    the next platform of this folder. Raises NotWritable, StoreUnsafe, StoreBusy, those of Items.
    """
    from wallet_cli.platform.clock import FILE as CLOCK
    from wallet_cli.storage.files import remove_private
    from wallet_cli.storage.lock import Lock

    if not directory.is_dir():
        return False
    with Lock(directory / LOCK, LOCK_WAIT_S):
        found = (directory / FILE).exists()
        # The database first: a seal without a database is used again, a database without its seal would be lost.
        for name in (FILE, FILE + "-journal", CLOCK):
            remove_private(directory / name)
        if items is not None:
            items.drop(ITEM)
    return found


def _connect(path: Path) -> Database:
    from wallet_cli.storage.sqlite import open_database

    def broken() -> WalletError:
        return PlatformTampered(path=str(path), what="file")

    return open_database(path, broken, busy_s=LOCK_WAIT_S)


def _meta(database: Database, path: Path) -> dict[str, str] | None:
    """The plaintext header, None for an empty file: a creation that has not committed."""
    tables = {row[0] for row in database.execute(_TABLES)}
    if not tables:
        return None
    if "meta" not in tables:
        raise PlatformTampered(path=str(path), what="magic")
    meta = {str(name): str(value) for name, value in database.execute(_READ_META)}
    if meta.get("magic") != MAGIC:
        raise PlatformTampered(path=str(path), what="magic")
    found = meta.get("format", "")
    if not (found.isascii() and found.isdigit()):
        raise PlatformTampered(path=str(path), what="format")
    if int(found) > sql.FORMAT:
        raise PlatformNewer(path=str(path), found=int(found), known=sql.FORMAT)
    if not {"vault_kind", "vault_backend", "seal_mark"} <= meta.keys():
        raise PlatformTampered(path=str(path), what="meta")
    return meta


def _same_vault(meta: dict[str, str], items: Items) -> None:
    if meta["vault_kind"] != items.kind:
        raise VaultDiffers(vault=meta["vault_kind"], asked=items.kind)
    if meta["vault_backend"] != items.backend:
        raise KeyringChanged(recorded=meta["vault_backend"], found=items.backend)


def _create(
    directory: Path,
    database: Database,
    items: Items,
    random: Random,
    now: Callable[[], Instant],
    seal: Secret | None,
) -> Secret | None:
    from wallet_cli.storage.lock import Lock

    with Lock(directory / LOCK, LOCK_WAIT_S):
        path = directory / FILE
        if _meta(database, path) is not None:
            # Another process was first: its seal is asked for again.
            return items.get(ITEM)
        if seal is None:
            seal = Secret(random.bytes(SEAL_BYTES).hex().encode("ascii"))
            items.put(ITEM, seal)
        cipher = Cipher(_raw(seal, path), random.bytes, str(path))
        with database.transaction():
            _fill(database, cipher, items, random, now())
        return seal


def _upgrade(directory: Path, database: Database, cipher: Cipher, random: Random, now: Instant) -> None:
    from wallet_cli.platform.service.act import Act
    from wallet_cli.platform.service.keys import PlatformKeys
    from wallet_cli.platform.upgrade import upgrade
    from wallet_cli.storage.lock import Lock

    with Lock(directory / LOCK, LOCK_WAIT_S):
        upgrade(database, Act(database, cipher, PlatformKeys(database, cipher), now, random.bytes))


def _fill(database: Database, cipher: Cipher, items: Items, random: Random, now: Instant) -> None:
    from wallet_cli.platform.service import keys, people
    from wallet_cli.platform.service.act import Act

    database.execute(_META)
    meta = {
        "magic": MAGIC,
        "format": str(sql.FORMAT),
        "vault_kind": items.kind,
        "vault_backend": items.backend,
        "seal_mark": cipher.mark(),
        "created_at": str(int(now)),
    }
    for name, value in meta.items():
        database.execute(_ADD_META, {"name": name, "value": value})
    for migration in sql.MIGRATIONS:
        database.script(sql.statements(migration))
    keys.make(database, cipher, random.bytes)
    people.create(Act(database, cipher, keys.PlatformKeys(database, cipher), now, random.bytes))


def _raw(seal: Secret, path: Path) -> Secret:
    with suppress(ValueError, UnicodeDecodeError):
        raw = bytes.fromhex(seal.reveal().decode("ascii"))
        if len(raw) == SEAL_BYTES:
            return Secret(raw)
    raise PlatformTampered(path=str(path), what="seal")
