"""Balance and records: asked with the sign-in key, without the PIN, and leaving nothing behind."""

from __future__ import annotations

from collections.abc import Iterator

from wallet_cli.domain.value import Value
from wallet_cli.errors import RecordUnknown
from wallet_cli.ports import Account, Record, RecordKind
from wallet_cli.usecases.session import Session, held

PAGE = 200


class MemberAccount(Value):
    """One insurance of one member of the profile."""

    member: str
    account: Account


def balances(session: Session, member: str) -> tuple[MemberAccount, ...]:
    """Every insurance of a member: personal account, and what of deductible and cap is used this year."""
    handle = held(session, member).issued.handle
    accounts = session.platform.citizen.accounts(session.call("accounts"), handle).value
    return tuple(MemberAccount(member, account) for account in accounts)


def records(session: Session, member: str, year: int | None, kind: RecordKind | None, limit: int) -> Iterator[Record]:
    """Newest first, page by page, at most `limit`."""
    handle = held(session, member).issued.handle
    cursor, left = None, limit
    while left > 0:
        call = session.call("records")
        page = session.platform.citizen.records(
            call, handle, year=year, kind=kind, cursor=cursor, limit=min(PAGE, left)
        ).value
        yield from page.items
        left -= len(page.items)
        cursor = page.cursor
        if cursor is None:
            return


def record(session: Session, member: str, record_id: str) -> Record:
    """One record, whole. Raises RecordUnknown."""
    if not record_id or len(record_id) > 64:
        raise RecordUnknown(id=record_id[:64])
    handle = held(session, member).issued.handle
    return session.platform.citizen.record(session.call("record"), handle, record_id).value
