"""The family file (cli.md): decoded TOML to values, strictly; and what it would change. Pure.

No error quotes a value: one that stands in the wrong place may be an ID number. `member` counts from 1, 0 for the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NoReturn

from wallet_cli.domain.family import Link, LinkState, Relation, check_alias
from wallet_cli.domain.identity import Name, Phone
from wallet_cli.domain.papers import PaperKind
from wallet_cli.domain.value import Value
from wallet_cli.errors import AliasInvalid, FamilyFull, FamilyInvalid, NameInvalid, PhoneInvalid

SCHEMA = "yibao.family/v1"
MAX_BYTES = 1024 * 1024
MAX_ENTRIES = 50
MAX_FD = 1024
MAX_PATH = 4096
_KEYS = frozenset({"alias", "relation", "name", "id", "phone", "consent", "proof"})
_PROOFS = {"birth_certificate": PaperKind.BIRTH_CERTIFICATE, "household_register": PaperKind.HOUSEHOLD_REGISTER}


class SourceKind(StrEnum):
    """Where a secret comes from."""

    PROMPT = "prompt"
    FD = "fd"
    FILE = "file"
    STDIN = "stdin"


class Source(Value):
    """`fd` or `path` where the kind has one."""

    kind: SourceKind
    fd: int = -1
    path: str = ""


class Entry(Value):
    """One `[[member]]`. `proofs`: kind and path of each file. What only a new member needs may be missing."""

    number: int
    alias: str
    relation: Relation
    name: Name | None
    phone: Phone | None
    document: Source | None
    consent: Source | None
    proofs: tuple[tuple[PaperKind, str], ...]


class Action(StrEnum):
    """What is to be done about a member; `unlisted`: held, not in the file, and kept without --prune."""

    ADD = "add"
    RENEW = "renew"
    KEEP = "keep"
    UNLISTED = "unlisted"
    REMOVE = "remove"


class Planned(Value):
    """One line of the plan. `name` masked; `entry` is None for somebody the file does not name."""

    alias: str
    action: Action
    relation: Relation
    name: str
    entry: Entry | None
    link: Link | None

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.action in {Action.ADD, Action.RENEW, Action.REMOVE}


class Known(Value):
    """A member this wallet holds, as far as a file may differ from it."""

    alias: str
    name: Name | None
    link: Link


def parse(decoded: Mapping[str, Any], file: str, *, stdin_taken: bool) -> tuple[Entry, ...]:
    """The members of a file. `stdin_taken`: standard input is the file itself, or the PIN's.

    Raises FamilyInvalid(file, member, alias, key, reason schema, unknown, missing, type, value, plaintext, too_many,
    duplicate_alias, stdin_twice or fd_twice).
    """
    _known(decoded, {"schema", "member"}, file)
    if decoded.get("schema") != SCHEMA:
        _refuse(file, "schema", key="schema")
    listed = decoded.get("member", [])
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        _refuse(file, "type", key="member")
    if len(listed) > MAX_ENTRIES:
        _refuse(file, "too_many", key="member", most=MAX_ENTRIES)
    entries = tuple(_Reader(file, number, table).entry() for number, table in enumerate(listed, 1))
    _check_unique(file, entries, stdin_taken=stdin_taken)
    return entries


def plan(
    entries: Sequence[Entry], known: Sequence[Known], elsewhere: Sequence[Link], file: str, *, prune: bool, most: int
) -> tuple[Planned, ...]:
    """What applying would do, removals first. `elsewhere`: links of members whose vouchers other devices alone have.

    Raises FamilyInvalid(reason other_person, other_relation or missing), FamilyFull(most)."""
    by_alias = {member.alias: member for member in known}
    planned = [_planned(entry, by_alias.get(entry.alias), file) for entry in entries]
    named = {entry.alias for entry in entries}
    action = Action.REMOVE if prune else Action.UNLISTED
    others = [
        Planned(one.alias, action, one.link.relation, one.link.name, None, one.link)
        for one in known
        if one.alias not in named
    ]
    every = (*others, *planned) if prune else (*planned, *others)
    adding = {one.name for one in every if one.action is Action.ADD}
    # One of the same name is taken to be the person who is linked already: that takes no place.
    count = sum(one.action is not Action.REMOVE for one in every) + sum(one.name not in adding for one in elsewhere)
    if adding and count > most:
        raise FamilyFull(most=most)
    return every


def same_person(file: str, entry: Entry) -> FamilyInvalid:
    """Two members with one ID number, or the holder's own among them."""
    return FamilyInvalid(file=file, member=entry.number, alias=entry.alias, key="id", reason="duplicate_person")


def _planned(entry: Entry, known: Known | None, file: str) -> Planned:
    where: dict[str, Any] = {"number": entry.number, "alias": entry.alias}
    if known is None:
        for key, value in (("name", entry.name), ("id", entry.document)):
            if value is None:
                _refuse(file, "missing", key=key, **where)
        assert entry.name is not None
        return Planned(entry.alias, Action.ADD, entry.relation, entry.name.masked(), entry, None)
    if entry.name is not None and known.name is not None and entry.name != known.name:
        _refuse(file, "other_person", key="name", **where)
    if entry.relation is not known.link.relation:
        _refuse(file, "other_relation", key="relation", **where)
    due = known.link.state in {LinkState.CONSENT_DUE, LinkState.SUSPENDED}
    action = Action.RENEW if due and entry.consent is not None else Action.KEEP
    return Planned(entry.alias, action, entry.relation, known.link.name, entry, known.link)


def _check_unique(file: str, entries: Sequence[Entry], *, stdin_taken: bool) -> None:
    aliases: set[str] = set()
    descriptors: set[int] = set()
    for entry in entries:
        where: dict[str, Any] = {"number": entry.number, "alias": entry.alias}
        if entry.alias in aliases:
            _refuse(file, "duplicate_alias", key="alias", **where)
        aliases.add(entry.alias)
        for key, source in (("id", entry.document), ("consent", entry.consent)):
            if source is None:
                continue
            if source.kind is SourceKind.STDIN:
                if stdin_taken:
                    _refuse(file, "stdin_twice", key=key, **where)
                stdin_taken = True
            if source.kind is SourceKind.FD:
                if source.fd in descriptors:
                    _refuse(file, "fd_twice", key=key, **where)
                descriptors.add(source.fd)


def _known(table: Mapping[str, Any], keys: set[str] | frozenset[str], file: str, **where: Any) -> None:
    unknown = sorted(set(table) - keys)
    if unknown:
        # A key is the file's own text: one that could be a number or a name is not repeated.
        shown = unknown[0][:32] if unknown[0].isascii() and unknown[0].replace("_", "").isalpha() else "?"
        _refuse(file, "unknown", key=shown, **where)


def _refuse(file: str, reason: str, *, key: str, number: int = 0, alias: str = "", **more: Any) -> NoReturn:
    raise FamilyInvalid(file=file, member=number, alias=alias, key=key, reason=reason, **more)


class _Reader:
    """One `[[member]]` table."""

    def __init__(self, file: str, number: int, table: Mapping[str, Any]) -> None:
        self._file, self._number, self._table = file, number, table
        self._alias = ""

    def entry(self) -> Entry:
        self._alias = self._read_alias()
        _known(self._table, _KEYS, self._file, number=self._number, alias=self._alias)
        relation = self._text("relation")
        if relation is None:
            self._fail("missing", "relation")
        if relation not in set(Relation):
            self._fail("value", "relation")
        return Entry(
            number=self._number,
            alias=self._alias,
            relation=Relation(relation),
            name=self._name(),
            phone=self._phone(),
            document=self._source("id"),
            consent=self._source("consent"),
            proofs=self._proofs(),
        )

    def _read_alias(self) -> str:
        alias = self._text("alias")
        if alias is None:
            self._fail("missing", "alias")
        try:
            return check_alias(alias)
        except AliasInvalid:
            self._fail("value", "alias")

    def _text(self, key: str) -> str | None:
        value = self._table.get(key)
        if value is not None and not isinstance(value, str):
            self._fail("type", key)
        return value

    def _name(self) -> Name | None:
        text = self._text("name")
        try:
            return None if text is None else Name(text)
        except NameInvalid:
            self._fail("value", "name")

    def _phone(self) -> Phone | None:
        text = self._text("phone")
        try:
            return None if text is None else Phone(text)
        except PhoneInvalid:
            self._fail("value", "phone")

    def _source(self, key: str) -> Source | None:
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, str | int) and not isinstance(value, bool):
            self._fail("plaintext", key)
        if not isinstance(value, dict) or len(value) != 1:
            self._fail("type", key)
        ((kind, given),) = value.items()
        if kind == "from" and given == "prompt":
            return Source(SourceKind.PROMPT)
        if kind == "stdin" and given is True:
            return Source(SourceKind.STDIN)
        if kind == "fd" and type(given) is int and 3 <= given <= MAX_FD:
            return Source(SourceKind.FD, fd=given)
        if kind != "file" or not isinstance(given, str) or not 0 < len(given) <= MAX_PATH or "\0" in given:
            self._fail("source", key)
        return Source(SourceKind.FILE, path=given)

    def _proofs(self) -> tuple[tuple[PaperKind, str], ...]:
        value = self._table.get("proof", {})
        if not isinstance(value, dict):
            self._fail("type", "proof")
        _known(value, frozenset(_PROOFS), self._file, number=self._number, alias=self._alias)
        for path in value.values():
            if not isinstance(path, str) or not 0 < len(path) <= MAX_PATH or "\0" in path:
                self._fail("type", "proof")
        return tuple((_PROOFS[kind], path) for kind, path in sorted(value.items()))

    def _fail(self, reason: str, key: str) -> NoReturn:
        _refuse(self._file, reason, key=key, number=self._number, alias=self._alias)
