"""A person's records, newest first, and what they add up to.

Rules of this room: see `service`. Every query is owned by its caller: the handle must be the device's own. A page takes
at most its own length of rows of each kind, each along its index, and opens only the settlements that it shows.
"""

from __future__ import annotations

from typing import Any

from wallet_cli.domain.annual import Annual, Sums, Totals
from wallet_cli.domain.settlement import Settlement, SettlementState
from wallet_cli.domain.time import Instant, midnight
from wallet_cli.errors import PlatformError, RecordUnknown
from wallet_cli.platform.service import paging, register, vouchers
from wallet_cli.platform.service.act import Act, page_limit
from wallet_cli.platform.sql import records as q
from wallet_cli.ports import Page, Record, RecordKind

_PAGES = {
    RecordKind.SETTLEMENT: q.SETTLEMENTS,
    RecordKind.CONTRIBUTION: q.CONTRIBUTIONS,
    RecordKind.CLAIM: q.CLAIMS,
    RecordKind.MUTUAL_AID: q.AIDS,
}
_COUNTS = {
    RecordKind.SETTLEMENT: q.COUNT_SETTLEMENTS,
    RecordKind.CONTRIBUTION: q.COUNT_CONTRIBUTIONS,
    RecordKind.CLAIM: q.COUNT_CLAIMS,
    RecordKind.MUTUAL_AID: q.COUNT_AIDS,
}
_ONE = {
    RecordKind.SETTLEMENT: q.SETTLEMENT,
    RecordKind.CONTRIBUTION: q.CONTRIBUTION,
    RecordKind.CLAIM: q.CLAIM,
    RecordKind.MUTUAL_AID: q.AID,
}


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
    window = _window(act, caller, handle, year, cursor)
    rows = [(one, row) for one in _kinds(kind) for row in act.rows(_PAGES[one], **window, limit=page_limit(limit) + 1)]
    rows.sort(key=lambda found: (found[1][1], found[1][0]), reverse=True)
    shown = tuple(_record(act, one, row) for one, row in rows[:limit])
    more = paging.cursor(shown[-1].at, shown[-1].record_id) if len(rows) > limit else None
    return Page(shown, more)


def left(act: Act, caller: str, handle: str, *, year: int | None, kind: RecordKind | None, cursor: str | None) -> int:
    """How many lines there are from the cursor on."""
    window = _window(act, caller, handle, year, cursor)
    return sum(_number(act, _COUNTS[one], **window) for one in _kinds(kind))


def record(act: Act, caller: str, handle: str, record_id: str) -> Record:
    """One record of the voucher's person. Raises RecordUnknown."""
    psn_no = vouchers.own(act, caller, handle).psn_no
    for kind, sql in _ONE.items():
        row = act.row(sql, psn_no=psn_no, record_id=record_id[:64])
        if row is not None:
            found = _record(act, kind, row)
            return (
                found if kind is not RecordKind.CLAIM else found._replace(settlement=_calculation(act, psn_no, row[6]))
            )
    raise RecordUnknown(id=record_id[:64])


def annual(act: Act, caller: str, handle: str, year: int) -> Annual:
    """A civil year in China, by months."""
    psn_no = vouchers.own(act, caller, handle).psn_no
    _, end = _span(year)
    starts = {f"m{month}": _month(year, month) for month in range(1, 13)}
    found = {row[0]: _sums(row[1:]) for row in act.rows(q.SUM_MONTHS, psn_no=psn_no, **starts, m13=end)}
    span = {"psn_no": psn_no, "start": starts["m1"], "end": end}
    return Annual(
        year,
        tuple(found.get(month, Sums()) for month in range(1, 13)),
        _number(act, q.SUM_CONTRIBUTIONS, **span),
        _number(act, q.SUM_CLAIMS, **span),
    )


def totals(act: Act, caller: str, handle: str, *, year: int | None, kind: RecordKind | None) -> Totals:
    """The sums of what `records` lists; of claims, what has been paid."""
    start, end = _span(year)
    span = {"psn_no": vouchers.own(act, caller, handle).psn_no, "start": start, "end": end}
    kinds = _kinds(kind)
    settled = act.row(q.SUM_SETTLEMENTS, **span) if RecordKind.SETTLEMENT in kinds else None
    return Totals(
        _sums(settled) if settled else Sums(),
        _number(act, q.SUM_CONTRIBUTIONS, **span) if RecordKind.CONTRIBUTION in kinds else 0,
        _number(act, q.SUM_CLAIMS, **span) if RecordKind.CLAIM in kinds else 0,
        _number(act, q.SUM_AIDS, **span) if RecordKind.MUTUAL_AID in kinds else 0,
    )


def _record(act: Act, kind: RecordKind, row: tuple[Any, ...]) -> Record:
    record_id, at, amount = row[0], Instant(row[1]), row[2]
    if kind is RecordKind.CONTRIBUTION:
        return Record(record_id, kind, at, amount, period=row[3], payer=row[4])
    if kind is RecordKind.CLAIM:
        return _claim(act, row)
    if kind is RecordKind.MUTUAL_AID:
        # What was paid and for whom: the treatment is the user's own affair.
        user = register.person(act, register.find(act, row[3])).name.masked()
        return Record(record_id, kind, at, amount, user=user)
    from wallet_cli.platform.service import settling

    state, body, claim_id = row[3:]
    # What became of it later stands in the column: the sealed body may be as it was settled.
    settled = settling.opened(act, record_id, body)._replace(state=SettlementState(state))
    return Record(record_id, kind, at, amount, settled, state=state, claim_id=claim_id)


def _claim(act: Act, row: tuple[Any, ...]) -> Record:
    from wallet_cli.platform import answers

    claim_id, at, amount, state, fund, arrives_at, _, body = row
    claim = answers.load(act.cipher.open(f"claims/{claim_id}", body))[0]
    arrived = arrives_at is not None and arrives_at <= act.now
    return Record(
        claim_id,
        RecordKind.CLAIM,
        Instant(at),
        amount,
        state=state,
        fund_fen=fund,
        arrived_at=Instant(arrives_at) if arrived else None,
        institution=claim.institution,
    )


def _calculation(act: Act, psn_no: str, setl_id: str | None) -> Settlement | None:
    """The settlement that a paid claim was worked out as."""
    row = None if setl_id is None else act.row(q.SETTLEMENT, psn_no=psn_no, record_id=setl_id)
    return None if row is None else _record(act, RecordKind.SETTLEMENT, row).settlement


def _kinds(kind: RecordKind | None) -> tuple[RecordKind, ...]:
    return tuple(_PAGES) if kind is None else (kind,)


def _window(act: Act, caller: str, handle: str, year: int | None, cursor: str | None) -> dict[str, Any]:
    """The lines before (at, record_id), not before `start`."""
    psn_no = vouchers.own(act, caller, handle).psn_no
    start, end = _span(year)
    at, record_id = min((end, ""), paging.after(cursor))
    return {"psn_no": psn_no, "start": start, "at": at, "record_id": record_id}


def _sums(row: tuple[Any, ...]) -> Sums:
    """SUM over no rows is NULL, and an engine may widen it: integers, always."""
    return Sums(*(int(value or 0) for value in row))


def _number(act: Act, sql: str, **parameters: Any) -> int:
    row = act.row(sql, **parameters)
    return int(row[0] or 0) if row else 0


def _span(year: int | None) -> tuple[int, int]:
    """The first second of the year in China, and of the next."""
    if year is None:
        return 0, paging.END
    if not 1970 <= year <= 9998:
        raise PlatformError(reason="year")
    return _month(year, 1), _month(year + 1, 1)


def _month(year: int, month: int) -> int:
    return midnight(f"{year:04d}-{month:02d}-01")
