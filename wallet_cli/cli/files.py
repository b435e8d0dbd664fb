"""Files that a command writes for the person: new ones, 0600, never over something that is there, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from wallet_cli.errors import FileExists, NotWritable


def write_new(path: Path, pieces: Iterable[str | bytes]) -> None:
    """The pieces one after the other, texts in UTF-8. Whatever goes wrong, no part of the file stays.

    Raises FileExists, NotWritable, DiskFull, and what making the pieces raises.
    """
    try:
        _write_new(path, pieces)
    except NotWritable as error:
        # No fault of the wallet's own: what is wrong with this name, the words say.
        raise NotWritable(fix=(), **error.data) from error


def _write_new(path: Path, pieces: Iterable[str | bytes]) -> None:
    from wallet_cli.storage.files import translated

    with translated(path):
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        except FileExistsError:
            raise FileExists(file=str(path)) from None
        with ExitStack() as undone:
            undone.callback(path.unlink, missing_ok=True)
            with open(handle, "wb") as file:
                for piece in pieces:
                    file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)
            undone.pop_all()
