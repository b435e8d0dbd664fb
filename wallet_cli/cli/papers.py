"""Papers out of files: `--paper KIND=FILE`. Only kind, name, type, size and SHA-256 leave this machine.

The type is what the first bytes say, never what the name ends with.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Sequence

from wallet_cli.domain.papers import MAX_BYTES, MAX_NAME, MAX_PAPERS, Paper, PaperKind
from wallet_cli.errors import PaperInvalid, Usage

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_PIECE = 1 << 18


def read_papers(options: Sequence[str], known: Sequence[PaperKind] = tuple(PaperKind)) -> tuple[Paper, ...]:
    """The papers that `--paper` options name, in their order; each kind once.

    Raises Usage for an option that is not KIND=FILE of a `known` kind, PaperInvalid(file, reason: unreadable, empty,
    too_large, type, name, duplicate or too_many).
    """
    if len(options) > MAX_PAPERS:
        raise PaperInvalid(file="", reason="too_many", most=MAX_PAPERS)
    papers: list[Paper] = []
    for option in options:
        word, equals, file = option.partition("=")
        kinds = {kind.value: kind for kind in known}
        if not equals or not file:
            raise Usage(kind="bad_value", option="--paper KIND=FILE")
        if word not in kinds:
            raise Usage(kind="bad_choice", option="--paper KIND", choices=", ".join(kinds))
        paper = read_paper(kinds[word], file)
        if any(paper.kind is other.kind for other in papers):
            raise PaperInvalid(file=_shown(file), reason="duplicate", paper=word)
        papers.append(paper)
    return tuple(papers)


def read_paper(kind: PaperKind, file: str) -> Paper:
    """One paper out of its file. `~` stands for the home folder: no shell expands it behind `KIND=`."""
    name = unicodedata.normalize("NFC", os.path.basename(file))
    shown = _shown(file)
    try:
        # A pipe or device must not be waited for: only a plain file is a paper.
        held = os.open(os.path.expanduser(file), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        raise PaperInvalid(file=shown, reason="unreadable") from None
    try:
        if not stat.S_ISREG(os.fstat(held).st_mode):
            raise PaperInvalid(file=shown, reason="unreadable")
        head, size, digest = _read(held, shown)
    except OSError:
        raise PaperInvalid(file=shown, reason="unreadable") from None
    finally:
        os.close(held)
    media_type = next((found for magic, found in _MAGIC if head.startswith(magic)), None)
    if media_type is None:
        raise PaperInvalid(file=shown, reason="type")
    if len(name) > MAX_NAME or not name.isprintable():
        raise PaperInvalid(file=shown, reason="name")
    return Paper(kind, name, media_type, size, digest)


def _read(held: int, shown: str) -> tuple[bytes, int, str]:
    """First bytes, size and SHA-256."""
    head, size, digest = b"", 0, hashlib.sha256()
    while piece := os.read(held, _PIECE):
        head = head or piece[:16]
        size += len(piece)
        if size > MAX_BYTES:
            raise PaperInvalid(file=shown, reason="too_large", most=MAX_BYTES)
        digest.update(piece)
    if not size:
        raise PaperInvalid(file=shown, reason="empty")
    return head, size, digest.hexdigest()


def _shown(file: str) -> str:
    """A file's name as an error may show it."""
    return "".join(c if c.isprintable() else "?" for c in os.path.basename(file)[:MAX_NAME])
