"""The family file from disk or standard input, and the secrets that it names the places of."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from wallet_cli.cli.context import Context
from wallet_cli.domain import family_file as rules
from wallet_cli.domain.family_file import Entry, Source, SourceKind
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.secret import Secret
from wallet_cli.errors import FamilyInvalid, FileUnreadable, InputNeeded, WalletError
from wallet_cli.locale import text
from wallet_cli.term import sources
from wallet_cli.usecases import family_apply

T = TypeVar("T")

STDIN = "-"


def load(file: str, *, stdin_taken: bool) -> tuple[Entry, ...]:
    """The members a file names. `stdin_taken`: standard input is the PIN's.

    Raises FamilyInvalid, FileUnreadable(file, reason).
    """
    import tomllib

    if file == STDIN and stdin_taken:
        _refuse(file, "stdin_twice", key="")
    data = _read(file)
    if len(data) > rules.MAX_BYTES:
        _refuse(file, "too_large", key="", most=rules.MAX_BYTES)
    try:
        decoded = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        _refuse(file, "not_text", key="")
    except tomllib.TOMLDecodeError as error:
        # Of the reader's words only the place: the rest may quote the file.
        _refuse(file, "toml", key="", line=_line(str(error), data))
    except RecursionError:
        _refuse(file, "toml", key="", line=data.count(b"\n") or 1)
    return rules.parse(decoded, file, stdin_taken=stdin_taken or file == STDIN)


class Answers:
    """The secrets of one run: each source read once, and what was typed kept for a run that is cut short."""

    def __init__(self, context: Context, file: str) -> None:
        self._context = context
        self._file = file
        self.typed: dict[str, str] = {}

    def read(self, entry: Entry, key: str, source: Source, parse: Callable[[Secret], T]) -> T:
        """The secret of `key` (id or consent) as `parse` takes it. At a prompt what will not do is asked for again.

        Raises FamilyInvalid, SecretSource, InputNeeded, and what `parse` raises.
        """
        if source.kind is SourceKind.PROMPT:
            return self._prompt(entry, key, parse)
        option = f"{entry.alias}.{key}"
        if source.kind is SourceKind.FD:
            return parse(sources.read_secret_fd(source.fd, option))
        if source.kind is SourceKind.STDIN:
            return parse(sources.read_secret_stdin(option))
        return parse(self._secret_file(entry, key, source.path))

    def papers(self, entry: Entry) -> tuple[Paper, ...]:
        """Raises PaperInvalid."""
        from wallet_cli.cli.papers import read_paper

        return tuple(read_paper(kind, str(self._beside(path))) for kind, path in entry.proofs)

    def _prompt(self, entry: Entry, key: str, parse: Callable[[Secret], T]) -> T:
        name = f"{entry.alias}.{key}"
        known = family_apply.remembered(self._context.session, name)
        if known is not None:
            return parse(known)
        if not self._context.interactive:
            raise InputNeeded(option=f"{name} ({self._file}, member {entry.number})")
        while True:
            typed = self._context.prompter.secret(text(f"prompt.family_{key}", alias=entry.alias), name)
            try:
                found = parse(typed)
            except WalletError as error:
                self._context.say(error)
                continue
            self.typed[name] = typed.reveal().decode()
            return found

    def _secret_file(self, entry: Entry, key: str, path: str) -> Secret:
        where = self._beside(path)

        def refuse(reason: str) -> NoReturn:
            _refuse(self._file, reason, key=key, number=entry.number, alias=entry.alias)

        try:
            held = os.open(where, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except (OSError, ValueError):
            refuse("secret_file")
        try:
            found = os.fstat(held)
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
                refuse("secret_file")
            if found.st_mode & 0o077:
                refuse("secret_mode")
            return sources.read_secret_fd(held, f"{entry.alias}.{key}")
        finally:
            os.close(held)

    def _beside(self, path: str) -> Path:
        """Relative paths start at the family file's folder; at the present one where it comes by standard input."""
        folder = Path() if self._file == STDIN else Path(self._file).parent
        return folder / Path(path).expanduser()


def _read(file: str) -> bytes:
    """At most one byte more than a file may have."""
    data = b""
    try:
        held = 0 if file == STDIN else os.open(Path(file).expanduser(), os.O_RDONLY)
        try:
            while len(data) <= rules.MAX_BYTES and (piece := os.read(held, 1 << 16)):
                data += piece
        finally:
            if held:
                os.close(held)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = errno.errorcode.get(number or 0, "unreadable")
        raise FileUnreadable(file=file, reason=reason) from None
    return data


def _line(words: str, data: bytes) -> int:
    """The line that the reader names; the last one where it came to the end."""
    _, _, rest = words.rpartition("(at line ")
    digits = rest.partition(",")[0]
    return int(digits) if digits.isdigit() else data.count(b"\n") or 1


def _refuse(file: str, reason: str, *, key: str, number: int = 0, alias: str = "", **more: Any) -> NoReturn:
    raise FamilyInvalid(file=file, member=number, alias=alias, key=key, reason=reason, **more)
