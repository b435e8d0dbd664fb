"""The review desk (审核): what staff decide, of whatever kind. The application itself is its own service's.

Rules of this room: see `service`. A review carries its application's number. Each kind's service answers `about` (its
papers and main fields) and is told by `decided`; it is imported when a review of its kind is touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol, cast

from wallet_cli.domain.papers import Paper
from wallet_cli.domain.review import Review, ReviewKind
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import PlatformError, ReviewDecided, ReviewUnknown
from wallet_cli.platform.service import paging, register
from wallet_cli.platform.service.act import Act, page_limit
from wallet_cli.platform.sql import filings as q
from wallet_cli.ports import Page

MAX_REASON = 200
MAX_ID = 64
_SERVICES = {ReviewKind.FILING: "filings", ReviewKind.CHRONIC: "chronic", ReviewKind.CLAIM: "claims"}

About = tuple[tuple[Paper, ...], Mapping[str, str | int | bool | None]]


class Application(Protocol):
    """A service whose applications are reviewed."""

    def about(self, act: Act, application_id: str, /) -> About:
        """Papers and main fields."""

    def decided(self, act: Act, application_id: str, approve: bool, reason: str, /) -> None:
        """The decision takes effect, in the deciding act."""


class ReviewRow(Value):
    """A row of `reviews`, the reason still sealed. Withdrawn: decided, but neither way."""

    review_id: str
    kind: str
    psn_no: str
    opened_at: int
    due_at: int
    decided_at: int | None
    approved: int | None
    reason: bytes | None


def open_(act: Act, kind: ReviewKind, review_id: str, psn_no: str, due_at: Instant) -> None:
    """Lays an application before staff; one that was decided and is changed comes back to them."""
    act.run(q.ADD_REVIEW, review_id=review_id, kind=kind.value, psn_no=psn_no, now=act.now, due_at=due_at)


def close(act: Act, review_id: str) -> None:
    """The application was withdrawn: staff have nothing to decide any more. Nothing where it was decided."""
    row = act.row(q.REVIEW, review_id=review_id)
    if row is not None:
        # What was approved by time stays so.
        found = _settled(act, ReviewRow(*row))
        at = act.now if found.decided_at is None else found.decided_at
        act.run(q.DECIDE_REVIEW, review_id=review_id, now=at, approved=found.approved, reason=None)


def find(act: Act, review_id: str) -> ReviewRow:
    """Raises ReviewUnknown(id)."""
    row = act.row(q.REVIEW, review_id=review_id[:MAX_ID])
    if row is None:
        raise ReviewUnknown(id=review_id[:MAX_ID])
    return _settled(act, ReviewRow(*row))


def show(act: Act, review_id: str) -> Review:
    """One application, whole. Raises ReviewUnknown(id)."""
    return _shown(act, find(act, review_id))


def page(act: Act, *, pending: bool, cursor: str | None, limit: int) -> Page[Review]:
    """Those that wait, the most urgent first; or those that are over, the latest first."""
    # Those that wait run upwards: they begin before any time.
    at, review_id = (0, "") if pending and cursor is None else paging.after(cursor)
    rows = act.rows(
        q.PENDING_REVIEWS if pending else q.PAST_REVIEWS,
        now=act.now,
        at=at,
        review_id=review_id,
        limit=page_limit(limit) + 1,
    )
    found = [_settled(act, ReviewRow(*row)) for row in rows[:limit]]
    last = found[-1] if len(rows) > limit else None
    more = None
    if last is not None:
        more = paging.cursor(last.due_at if pending or last.decided_at is None else last.decided_at, last.review_id)
    return Page(tuple(_shown(act, row) for row in found), more)


def decide(act: Act, review_id: str, *, approve: bool, reason: str) -> Review:
    """Decides; the same way again changes nothing. A refusal says why. Raises ReviewUnknown(id), ReviewDecided(id)."""
    if len(reason) > MAX_REASON or not (approve or reason.strip()):
        raise PlatformError(reason="reason")
    row = find(act, review_id)
    if row.decided_at is not None:
        if row.approved is None or bool(row.approved) is not approve:
            raise ReviewDecided(id=row.review_id)
        return _shown(act, row)
    _service(row.kind).decided(act, row.review_id, approve, reason)
    sealed = act.cipher.seal(_place(row.review_id), reason) if reason else None
    act.run(q.DECIDE_REVIEW, review_id=row.review_id, now=act.now, approved=int(approve), reason=sealed)
    return show(act, row.review_id)


def _settled(act: Act, row: ReviewRow) -> ReviewRow:
    """A filing nobody decided in its time was approved at that moment (one working day, 医保发〔2022〕22号)."""
    if row.kind == ReviewKind.FILING and row.decided_at is None and act.now >= row.due_at:
        return row._replace(decided_at=row.due_at, approved=1)
    return row


def _shown(act: Act, row: ReviewRow) -> Review:
    papers, about = _service(row.kind).about(act, row.review_id)
    known = register.person(act, register.find(act, row.psn_no))
    return Review(
        review_id=row.review_id,
        kind=ReviewKind(row.kind),
        psn_no=row.psn_no,
        masked_name=known.name.masked(),
        opened_at=Instant(row.opened_at),
        due_at=Instant(row.due_at),
        decided_at=None if row.decided_at is None else Instant(row.decided_at),
        approved=None if row.approved is None else bool(row.approved),
        reason=None if row.reason is None else act.cipher.open(_place(row.review_id), row.reason),
        papers=papers,
        about=about,
    )


def _service(kind: str) -> Application:
    module: Any = import_module(f"wallet_cli.platform.service.{_SERVICES[ReviewKind(kind)]}")
    return cast(Application, module)


def _place(review_id: str) -> str:
    return f"reviews/{review_id}/reason"
