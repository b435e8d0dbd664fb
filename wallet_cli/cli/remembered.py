"""The words that a shell's TAB offers without starting a program: aliases and numbers from the documents last shown.

Rules of this room: see `cli`. One plain file a profile in the cache folder (`words`, `words-PROFILE`), 0600, a line
`kind TAB word TAB hint` each; the completion files read it. Never a person's name or number: aliases they chose, the
platform's ids, and codes that say what an id is. It is a cache: what cannot be written is left, and nobody is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from wallet_cli.errors import WalletError
from wallet_cli.storage.files import read_private, write_private

if TYPE_CHECKING:
    from pathlib import Path

    from wallet_cli.cli.context import Context
    from wallet_cli.render.leaves import Data

MOST = 50
"""Words kept of a kind, newest first."""
_LISTS = {
    # document: (list in it, the field that is the word, kind, the field that is the hint)
    "status": ("members", "member", "member", None),
    "family": ("members", "member", "member", "relation"),
    "filings": ("filings", "filing_id", "filing", "to_region"),
    "claims": ("claims", "claim_id", "claim", "cause"),
    "chronics": ("chronics", "chronic_id", "chronic", "disease"),
    "mutual-aids": ("mutual_aids", "aid_id", "aid", "relation"),
    "payments": ("payments", "bill_id", "bill", "fixmedins_code"),
    "records": ("records", "record_id", "record", "kind"),
    "devices": ("devices", "device_id", "device", "channel"),
}
_SINGLES = {
    "family-member": ("member", "member", "relation"),
    "filing": ("filing_id", "filing", "to_region"),
    "claim": ("claim_id", "claim", "cause"),
    "chronic": ("chronic_id", "chronic", "disease"),
    "mutual-aid": ("aid_id", "aid", "relation"),
}
_WHOLE = frozenset({"status", "family"})
"""Lists beside which nothing of their kind exists."""

Words = dict[tuple[str, str], str]
"""Hint by kind and word."""


def file(context: Context) -> Path:
    """The file of the profile in use."""
    name = "words" if context.profile == "default" else f"words-{context.profile}"
    return context.home.cache / name


def remember(context: Context, document: str, data: Data) -> None:
    """Takes over what an answer tells. Called for the documents of context.REMEMBERED."""
    with suppress(WalletError, OSError):
        path = file(context)
        before = read_private(path) or b""
        after = _write(_updated(_read(before), document, data))
        if after != before:
            write_private(path, after)


def _updated(known: Words, document: str, data: Data) -> Words:
    if document == "family-removed":
        return {key: hint for key, hint in known.items() if key != ("member", data["member"])}
    if document == "family-plan":
        return _planned(known, data) if data["changed"] else known
    if document in _SINGLES:
        word, kind, hint = _SINGLES[document]
        return {**_words([data], word, kind, hint, known), **known}
    name, word, kind, hint_field = _LISTS[document]
    told = _words(data.get(name, ()), word, kind, hint_field, known)
    kept = {key: hint for key, hint in known.items() if not (document in _WHOLE and key[0] == kind)}
    return {**told, **{key: hint for key, hint in kept.items() if key not in told}}


def _planned(known: Words, data: Data) -> Words:
    gone = {("member", row["member"]) for row in data["plan"] if str(row["action"]) == "remove"}
    added = [row for row in data["plan"] if str(row["action"]) in {"add", "renew", "keep"}]
    kept = {key: hint for key, hint in known.items() if key not in gone}
    return {**_words(added, "member", "member", "relation", known), **kept}


def _words(rows: Iterable[Data], word: str, kind: str, hint: str | None, known: Words) -> Words:
    found: Words = {}
    for row in rows:
        said = row.get(word)
        if isinstance(said, str) and said != "self" and _plain(said):
            key = (kind, said)
            found[key] = _hint(row.get(hint)) if hint else known.get(key, "")
    return found


def _hint(value: Any) -> str:
    said = "" if value is None else str(value)
    return said if _plain(said) else ""


def _plain(word: str) -> bool:
    """Whether a shell takes the word as it is: no blank, sign or control among them."""
    return bool(word) and all(sign.isalnum() or sign in "-_." for sign in word) and word[0] != "-"


def _read(data: bytes) -> Words:
    found: Words = {}
    for line in data.decode("utf-8", "replace").splitlines():
        kind, _, rest = line.partition("\t")
        word, _, hint = rest.partition("\t")
        if kind and _plain(word):
            found[kind, word] = hint
    return found


def _write(words: Words) -> bytes:
    counts: dict[str, int] = {}
    lines = []
    for (kind, word), hint in words.items():
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST:
            lines.append(f"{kind}\t{word}\t{hint}\n")
    return "".join(lines).encode()
