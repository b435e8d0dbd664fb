"""Balance and records: asked with the sign-in key, without the PIN, and leaving nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wallet_cli.domain.value import Value
from wallet_cli.errors import RecordUnknown
from wallet_cli.ports import Account, Page, Record, RecordKind
from wallet_cli.usecases.paging import pages
from wallet_cli.usecases.session import Session, held

if TYPE_CHECKING:
    from wallet_cli.domain.annual import Annual, Totals


class MemberAccount(Value):
    """One insurance of one member of the profile."""

    member: str
    account: Account


def balances(session: Session, member: str) -> tuple[MemberAccount, ...]:
    """Every insurance of a member: personal account, and what of deductible and cap is used this year."""
    handle = held(session, member).issued.handle
    accounts = session.platform.citizen.accounts(session.call("accounts"), handle).value
    return tuple(MemberAccount(member, account) for account in accounts)


class Wanted(Value):
    """Which records. `year`: civil year in China; `after`: a cursor that an earlier page ended with."""

    member: str
    year: int | None = None
    kind: RecordKind | None = None
    after: str | None = None


def records(session: Session, wanted: Wanted, limit: int | None) -> Iterator[Page[Record]]:
    """Newest first, page by page, at most `limit` records in all; None: every one. There is always one page.

    A page's cursor says where the next would start.
    Raises PlatformError(reason cursor) for a cursor that is none.
    """
    handle = held(session, wanted.member).issued.handle

    def fetch(cursor: str | None, size: int) -> Page[Record]:
        call, citizen = session.call("records"), session.platform.citizen
        return citizen.records(call, handle, year=wanted.year, kind=wanted.kind, cursor=cursor, limit=size).value

    return pages(fetch, limit, wanted.after)


def records_left(session: Session, wanted: Wanted, cursor: str) -> int:
    """How many records there are from the cursor on."""
    handle = held(session, wanted.member).issued.handle
    call = session.call("records_left")
    citizen = session.platform.citizen
    return citizen.records_left(call, handle, year=wanted.year, kind=wanted.kind, cursor=cursor).value


def totals(session: Session, wanted: Wanted) -> Totals:
    """What all these records add up to, those of every page."""
    handle = held(session, wanted.member).issued.handle
    return session.platform.citizen.totals(session.call("totals"), handle, year=wanted.year, kind=wanted.kind).value


def annual(session: Session, member: str, year: int | None) -> Annual:
    """What a year cost; None: this one."""
    handle = held(session, member).issued.handle
    year = session.clock.now().year() if year is None else year
    return session.platform.citizen.annual(session.call("annual"), handle, year).value


def record(session: Session, member: str, record_id: str) -> Record:
    """One record, whole. Raises RecordUnknown."""
    if not record_id or len(record_id) > 64:
        raise RecordUnknown(id=record_id[:64])
    handle = held(session, member).issued.handle
    return session.platform.citizen.record(session.call("record"), handle, record_id).value
