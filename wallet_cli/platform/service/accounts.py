"""What a person asks about their money: balances, yearly use, records newest first.

Rules of this room: see `service`. Every query is owned by its caller: the handle must be the device's own.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from wallet_cli.domain.time import Instant
from wallet_cli.errors import PlatformError, RecordUnknown
from wallet_cli.platform.service import places, register, vouchers
from wallet_cli.platform.service.act import Act, page_limit
from wallet_cli.platform.sql import money as q
from wallet_cli.ports import Account, Page, Record, RecordKind

if TYPE_CHECKING:
    from wallet_cli.platform.service.register import PersonRow

_CHINA_S = 8 * 3_600
_END = 2**62


def accounts(act: Act, caller: str, handle: str) -> tuple[Account, ...]:
    """The insurances of the voucher's person: one, as long as nobody is insured twice."""
    return (account(act, _person(act, caller, handle)),)


def account(act: Act, person: PersonRow) -> Account:
    year = act.now.year()
    used = act.row(q.YEAR, psn_no=person.psn_no, insutype=person.insutype, year=year)
    return Account(
        insutype=person.insutype,
        personal_account_fen=person.balance,
        year=year,
        deductible_used_fen=used[0] if used else 0,
        pool_used_fen=used[1] if used else 0,
        pool_cap_fen=places.policy(person.region, person.insutype).cap_fen,
        as_of=act.now,
    )


def records(
    act: Act,
    caller: str,
    handle: str,
    *,
    year: int | None,
    kind: RecordKind | None,
    cursor: str | None,
    limit: int,
) -> Page[Record]:
    """A page, newest first. `cursor`: time and number of the last line shown."""
    person = _person(act, caller, handle)
    start, end = (0, _END) if year is None else (_new_year(year), _new_year(year + 1))
    at, record_id = _after(cursor)
    rows = act.rows(
        q.RECORDS,
        psn_no=person.psn_no,
        start=start,
        end=end,
        kind="" if kind is None else kind.value,
        at=at,
        record_id=record_id,
        limit=page_limit(limit) + 1,
    )
    shown = tuple(_record(act, row) for row in rows[:limit])
    more = f"{int(shown[-1].at)}.{shown[-1].record_id}" if len(rows) > limit else None
    return Page(shown, more)


def record(act: Act, caller: str, handle: str, record_id: str) -> Record:
    """One record of the voucher's person. Raises RecordUnknown."""
    person = _person(act, caller, handle)
    for sql in (q.SETTLEMENT_OF, q.CONTRIBUTION):
        row = act.row(sql, psn_no=person.psn_no, record_id=record_id[:64])
        if row is not None:
            return _record(act, row)
    raise RecordUnknown(id=record_id[:64])


def _person(act: Act, caller: str, handle: str) -> PersonRow:
    return register.find(act, vouchers.own(act, caller, handle).psn_no)


def _record(act: Act, row: tuple[Any, ...]) -> Record:
    record_id, kind, at, amount, period, payer, body = row
    settlement = None
    if body is not None:
        from wallet_cli.platform.service import settling

        settlement = settling.opened(act, record_id, body)
    return Record(record_id, RecordKind(kind), Instant(at), amount, settlement, period, payer)


def _new_year(year: int) -> int:
    if not 1970 <= year <= 9998:
        raise PlatformError(reason="year")
    return int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) - _CHINA_S


def _after(cursor: str | None) -> tuple[int, str]:
    if cursor is None:
        return _END, ""
    at, _, record_id = cursor[:128].partition(".")
    if not (at.isascii() and at.isdigit() and record_id and len(at) < 19):
        raise PlatformError(reason="cursor")
    return int(at), record_id
