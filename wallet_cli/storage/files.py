"""Private folders and files: 0700 and 0600, one's own, regular, no links; written whole or not at all.

Rules of this room: see `storage`. Errors of every function: StoreUnsafe, DiskFull, NotWritable.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from wallet_cli.errors import DiskFull, NotWritable, StoreUnsafe, literal

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LINK = frozenset({errno.ELOOP, errno.EMLINK})


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns the system's refusals into DiskFull, StoreUnsafe(link) or NotWritable(reason = errno's name)."""
    try:
        yield
    except OSError as e:
        if e.errno in _FULL:
            raise DiskFull(path=str(path)) from e
        if e.errno in _LINK:
            raise StoreUnsafe(path=str(path), reason="link") from e
        raise NotWritable(path=str(path), reason=errno.errorcode.get(e.errno or 0, "unknown")) from e


def private_folder(path: Path) -> None:
    """Makes the folder, and what is missing above it, with mode 0700; an existing one must be private already."""
    with translated(path):
        missing = []
        here = path
        while not here.exists() and not here.is_symlink():
            missing.append(here)
            here = here.parent
        for folder in reversed(missing):
            folder.mkdir(0o700, exist_ok=True)
        _check(path, folder=True)


def check_private(path: Path) -> bool:
    """Whether the file exists; if it does it must be regular, one's own, 0600 and linked once."""
    with translated(path):
        try:
            _check(path, folder=False)
        except FileNotFoundError:
            return False
        return True


def unsafe(path: Path, *, folder: bool) -> str | None:
    """Why the folder or file is not private: link, type, owner or mode; None where it is. Raises FileNotFoundError."""
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return "link"
    if not (stat.S_ISDIR if folder else stat.S_ISREG)(found.st_mode):
        return "type"
    if found.st_uid != os.geteuid():
        return "owner"
    if found.st_mode & 0o077:
        return "mode"
    return "link" if not folder and found.st_nlink > 1 else None


def mend(path: Path, reason: str, *, folder: bool) -> str:
    """The command, for any POSIX shell, that makes what is unsafe for this reason private again."""
    from shlex import quote

    name, own, aside = quote(str(path)), quote(f"{path}.own"), quote(f"{path}.aside")
    if reason == "mode":
        return f"chmod {'700' if folder else '600'} {name}"
    if reason == "owner":
        return f'sudo chown "$(id -u)" {name}'
    if reason == "type":
        return f"mv {name} {aside}"
    if folder:
        return f'mv "$(readlink -f {name})" {own} && rm {name} && mv {own} {name}'
    # One's own copy in the place of a link, whether it is by name or by content that others share the file.
    return f"cp {name} {own} && chmod 600 {own} && mv -f {own} {name}"


def _check(path: Path, *, folder: bool) -> None:
    reason = unsafe(path, folder=folder)
    if reason:
        raise StoreUnsafe(fix=(literal(mend(path, reason, folder=folder)),), path=str(path), reason=reason)


def create_private(path: Path) -> None:
    """An empty file with mode 0600, where there is none."""
    with translated(path):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        except FileExistsError:
            return


def read_private(path: Path) -> bytes | None:
    """The file's bytes, or None where there is no such file."""
    if not check_private(path):
        return None
    with translated(path):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            return file.read()


def write_private(path: Path, data: bytes) -> None:
    """Replaces the file at once and for good: after a crash there is the old one or the new one, whole."""
    private_folder(path.parent)
    check_private(path)
    beside = path.with_name(f".{path.name}.new")
    with translated(path):
        handle = _own_file(beside)
        try:
            os.ftruncate(handle, 0)
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
            os.replace(beside, path)
        finally:
            os.close(handle)
        sync_folder(path.parent)


def _own_file(path: Path) -> int:
    # A fixed name leaves at most one remainder after a crash; the lock keeps two writers apart. The name may have
    # been renamed away while we waited for its lock: then it is taken anew.
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with ExitStack() as undone:
            undone.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
            with suppress(FileNotFoundError):
                if os.stat(handle).st_ino == path.lstat().st_ino:
                    undone.pop_all()
                    return handle


def sync_folder(path: Path) -> None:
    """Makes names in the folder durable."""
    with translated(path):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_private(path: Path) -> None:
    """Removes the file durably; removing what is not there is nothing."""
    with translated(path):
        try:
            path.unlink()
        except FileNotFoundError:
            return
        sync_folder(path.parent)
