"""Applying a family file: what this wallet holds, one step of a plan, and what was typed for a run that was cut short.

The plan is made anew from the links at every run, so that an interrupted one is finished by running it again. What a
person typed at its prompts lies sealed in the store until then, so that nobody is asked twice.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet_cli.domain.family import MemberRequest, Relative
from wallet_cli.domain.family_file import Action, Entry, Known, Planned
from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.voucher import SELF
from wallet_cli.ports import Keys, Table
from wallet_cli.usecases import family as members
from wallet_cli.usecases.family import Family
from wallet_cli.usecases.session import Session, held

_ROW = "family"

Typed = Mapping[str, str]
"""What was typed, by `ALIAS.KEY`."""


def known(session: Session, family: Family) -> tuple[Known, ...]:
    """The members whose vouchers this wallet has, with the names those disclose."""
    found = []
    for member in family.members:
        if member.alias is not None:
            name = held(session, member.alias, expired=True).token.disclosed.get("name")
            found.append(Known(member.alias, Name(name) if isinstance(name, str) else None, member.link))
    return tuple(found)


def told(session: Session, alias: str) -> tuple[Name, IdDocument, Phone]:
    """What a voucher discloses of its person."""
    disclosed = held(session, alias, expired=True).token.disclosed
    return Name(str(disclosed["name"])), IdDocument(str(disclosed["certno"])), Phone(str(disclosed["phone"]))


def claim(session: Session, entry: Entry, document: IdDocument | None) -> Relative:
    """Whom an entry names. What it leaves out of a member that is there the voucher tells; a child without a phone has
    its guardian's."""
    known_row = members.stored(session, entry.alias)
    if known_row is not None and known_row.issued is not None:
        name, number, phone = told(session, entry.alias)
        return Relative(entry.relation, entry.name or name, document or number, entry.phone or phone)
    _, _, own_phone = told(session, SELF)
    assert entry.name is not None and document is not None
    return Relative(entry.relation, entry.name, document, entry.phone or own_phone)


def carry_out(session: Session, keys: Keys, step: Planned, request: MemberRequest | None) -> None:
    """One step. Errors: those of `family.add` and `family.remove`."""
    if step.action is Action.REMOVE and step.link is not None:
        members.remove(session, keys, step.link, side="holder")
    elif request is not None:
        members.add(session, keys, step.alias, request)


def remember(session: Session, typed: Typed) -> None:
    """Keeps what was typed until the file is applied."""
    with session.vault.write() as tx:
        tx.put(Table.PROGRESS, _ROW, {"typed": {**_typed(tx.row(Table.PROGRESS, _ROW)), **typed}})


def remembered(session: Session, key: str) -> Secret | None:
    """What an earlier run was told."""
    word = _typed(session.vault.row(Table.PROGRESS, _ROW)).get(key)
    return None if word is None else Secret(word.encode())


def forget(session: Session) -> None:
    """The file is applied, or what was typed was wrong."""
    if session.vault.row(Table.PROGRESS, _ROW) is not None:
        with session.vault.write() as tx:
            tx.delete(Table.PROGRESS, _ROW)


def _typed(row: Mapping[str, object] | None) -> dict[str, str]:
    typed = row["typed"] if row else {}
    return dict(typed) if isinstance(typed, Mapping) else {}
