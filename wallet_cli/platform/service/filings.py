"""Filing treatment in another province (异地就医备案): made, changed, cancelled, decided, and what counts at a visit.

Rules of this room: see `service`. What everybody shares stands in `domain.filing`; what a place decides is its data.
Time alone ends a filing and approves one that nobody decided: both are worked out when it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import filing as rules
from wallet_cli.domain import papers as paper_rules
from wallet_cli.domain import workdays
from wallet_cli.domain.filing import Filing, FilingCategory, FilingChange, FilingRequest, FilingState, Notice
from wallet_cli.domain.filing_place import check_place
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.review import ReviewKind
from wallet_cli.domain.time import Instant
from wallet_cli.errors import FilingNotNeeded, NoticeRequired
from wallet_cli.platform.service import filing_rows as rows
from wallet_cli.platform.service import paging, places, register, reviews, vouchers
from wallet_cli.platform.service.act import LIMITS, Act, page_limit
from wallet_cli.platform.service.filing_rows import FilingRow
from wallet_cli.platform.sql import filings as q
from wallet_cli.ports import Page

if TYPE_CHECKING:
    from wallet_cli.domain.policy import Place
    from wallet_cli.platform.service.register import PersonRow

NOTICE = "2026-11"
"""Version of the notice in force."""


# --- asked by the citizen -----------------------------------------------------------------------------------------------


def notice(act: Act, caller: str, handle: str) -> Notice:
    """The notice with the insured place's own hotline and site."""
    from pathlib import Path

    from wallet_cli.domain.variants import traditional

    person = _person(act, caller, handle)
    place = places.place(person.region)
    folder = Path(__file__).parent.parent / "notice"
    text = {}
    for language, name in (("zh-CN", place.name_zh), ("zh-TW", traditional(place.name_zh)), ("en", place.name_en)):
        words = (folder / f"{language}.txt").read_text("utf-8")
        text[language] = words.format(version=NOTICE, place=name, hotline=place.hotline, site=place.site)
    return Notice(NOTICE, text, places.local_filing(person.region, person.insutype), _required(place))


def file(act: Act, caller: str, handle: str, asked: FilingRequest) -> Filing:
    """A new filing: at once where the rules allow it, else before staff. Errors as ports.Filings.file."""
    person = _person(act, caller, handle)
    register.check_insured(person)
    _check_notice(asked.notice_version)
    place = places.place(person.region)
    if asked.category not in _required(place):
        raise FilingNotNeeded(region=place.region, category=asked.category.value, hotline=place.hotline)
    filing_id = "F" + act.word(16)
    blank = FilingRow(
        filing_id=filing_id,
        psn_no=person.psn_no,
        category=asked.category.value,
        insured_region=person.region,
        to_region="",
        start_on="",
        end_on=None,
        state=FilingState.PENDING.value,
        declaration=0,
        late=0,
        filed_at=act.now,
        decided_at=None,
        due_at=None,
        cancelled_on=None,
        body=b"",
    )
    content = rows.Body(asked.papers, asked.contact_phone, asked.notice_version, None, None, None)
    row = _examined(act, person, blank, content, asked.to_region, asked.start, asked.end, asked.declaration)
    rows.add(act, row)
    _entered(act, row)
    return rows.opened(act, row)


def change(act: Act, caller: str, handle: str, filing_id: str, asked: FilingChange) -> Filing:
    """Changes a filing that holds or is under review. The contact alone may change at any time; a new place or new
    days are examined as a new filing is, and staff see it again. Errors as ports.Filings.change_filing."""
    person = _person(act, caller, handle)
    row = rows.find(act, person.psn_no, filing_id)
    found, body = rows.opened(act, row), rows.body(act, row)
    rules.check_open(found)
    after = rules.changed(found, asked)
    body = body._replace(phone=after.contact_phone)
    if (after.to_region, after.start, after.end) == (found.to_region, found.start, found.end) and not asked.papers:
        rows.save(act, row, body)
        return rows.opened(act, rows.find(act, person.psn_no, filing_id))
    register.check_insured(person)
    paper_rules.check(asked.papers, rules.KNOWN)
    rules.check_not_too_early(found, asked.papers, act.now.day())
    if found.state is FilingState.ACTIVE:
        body = body._replace(before=found)
    body = body._replace(papers=after.papers)
    row = _examined(act, person, row, body, after.to_region, after.start, after.end, after.declaration)
    act.run(q.REVOKE_RECEIPTS, filing_id=row.filing_id, now=act.now)
    reviews.close(act, row.filing_id)
    rows.save(act, row)
    _entered(act, row)
    return rows.opened(act, row)


def cancel(act: Act, caller: str, handle: str, filing_id: str, papers: tuple[Paper, ...]) -> Filing:
    """Ends a filing from today on; visits before today keep it. Errors as ports.Filings.cancel_filing."""
    person = _person(act, caller, handle)
    row = rows.find(act, person.psn_no, filing_id)
    found = rows.opened(act, row)
    if found.state is FilingState.CANCELLED:
        return found
    rules.check_open(found)
    paper_rules.check(papers, rules.KNOWN)
    rules.check_not_too_early(found, papers, act.now.day())
    reviews.close(act, row.filing_id)
    act.run(q.REVOKE_RECEIPTS, filing_id=row.filing_id, now=act.now)
    body = rows.body(act, row)
    ended = row._replace(state=FilingState.CANCELLED.value, decided_at=found.decided_at, cancelled_on=act.now.day())
    rows.save(act, ended, body._replace(papers=rules.merged(body.papers, papers)))
    return rows.opened(act, rows.find(act, person.psn_no, filing_id))


def show(act: Act, caller: str, handle: str, filing_id: str) -> Filing:
    """One filing of the voucher's person. Raises FilingUnknown."""
    return rows.opened(act, rows.find(act, _person(act, caller, handle).psn_no, filing_id))


def page(act: Act, caller: str, handle: str, cursor: str | None, limit: int) -> Page[Filing]:
    """A page, newest first."""
    psn_no = _person(act, caller, handle).psn_no
    at, filing_id = paging.after(cursor)
    found = [
        FilingRow(*row)
        for row in act.rows(q.FILINGS, psn_no=psn_no, at=at, filing_id=filing_id, limit=page_limit(limit) + 1)
    ]
    shown = tuple(rows.opened(act, row) for row in found[:limit])
    more = paging.cursor(shown[-1].filed_at, shown[-1].filing_id) if len(found) > limit else None
    return Page(shown, more)


# --- asked by staff, the register and the terminals ---------------------------------------------------------------------


def about(act: Act, filing_id: str) -> reviews.About:
    """What staff see of a filing."""
    found = rows.opened(act, rows.known(act, filing_id))
    return found.papers, {
        "category": found.category.value,
        "insuplc_admdvs": found.insuplc_admdvs,
        "to_region": found.to_region,
        "start": found.start,
        "end": found.end,
        "declaration": found.declaration,
        "late": found.late,
    }


def decided(act: Act, filing_id: str, approve: bool, reason: str) -> None:
    """Staff's decision. A change that is refused leaves the filing as it was before."""
    row = rows.known(act, filing_id)
    body = rows.body(act, row)
    before = body.before
    body = body._replace(before=None, reason=None if approve else reason)
    if approve:
        rows.save(act, row._replace(state=FilingState.ACTIVE.value, decided_at=act.now), body)
        return
    act.run(q.REVOKE_RECEIPTS, filing_id=filing_id, now=act.now)
    if before is None:
        rows.save(act, row._replace(state=FilingState.REFUSED.value, decided_at=act.now), body)
        return
    back = row._replace(
        to_region=before.to_region,
        start_on=before.start,
        end_on=before.end,
        declaration=int(before.declaration),
        late=int(before.late),
        state=FilingState.ACTIVE.value,
        decided_at=act.now,
        due_at=None,
    )
    rows.save(act, back, body._replace(papers=before.papers, changeable_from=before.changeable_from))
    rows.give_receipt(act, filing_id)


def moved(act: Act, psn_no: str) -> None:
    """The insured place or insurance changed: filings from the old one count no more."""
    for (filing_id,) in act.rows(q.MOVED, psn_no=psn_no):
        reviews.close(act, filing_id)
        act.run(q.REVOKE_RECEIPTS, filing_id=filing_id, now=act.now)
        act.run(q.END_FILING, filing_id=filing_id)


def in_force(
    act: Act, person: PersonRow, treatment_region: str, day: str, admitted_on: str | None = None
) -> tuple[FilingCategory, str] | None:
    """The person's best filing for this place (category, filing_id), in force on `day` or when admitted: somebody who
    was admitted keeps it whatever its end. Best: what the insured place cuts least for, then the oldest."""
    days = [day] if admitted_on is None else [day, admitted_on]
    found = [row for row, to in _held(act, person, days) if rules.covers(to, treatment_region)]
    if not found:
        return None
    cuts = {reach.value: cut for reach, cut in places.policy(person.region, person.insutype).cut_permyriad.items()}
    best = min(found, key=lambda row: (cuts.get(row.category, 0), row.filed_at, row.filing_id))
    return FilingCategory(best.category), best.filing_id


def newest_place(act: Act, person: PersonRow, day: str) -> str | None:
    """The place of the newest filing in force on `day`, wherever that is."""
    held = _held(act, person, [day])
    return held[-1][1] if held else None


# --- how it is done -----------------------------------------------------------------------------------------------------


def _person(act: Act, caller: str, handle: str) -> PersonRow:
    return register.find(act, vouchers.own(act, caller, handle).psn_no)


def _held(act: Act, person: PersonRow, days: list[str]) -> list[tuple[FilingRow, str]]:
    """Filings from the present insured place that held on one of these days, each with its place then; oldest first."""
    found = []
    for raw in act.rows(q.ONCE_HELD, psn_no=person.psn_no, earlier=min(days)):
        row = FilingRow(*raw)
        if register.pooling_area(row.insured_region) != register.pooling_area(person.region):
            continue
        for to, start, end in rows.spans(act, row):
            if any(start <= day and (end is None or day <= end) for day in days):
                found.append((row, to))
    return found


def _required(place: Place) -> tuple[FilingCategory, ...]:
    """What the place asks to file."""
    reaches = {reach.value for reach in place.filing_required}
    return tuple(category for category in FilingCategory if category.value in reaches)


def _check_notice(version: str) -> None:
    if version != NOTICE:
        raise NoticeRequired(version=NOTICE, option="--accept-notice")


def _examined(
    act: Act,
    person: PersonRow,
    row: FilingRow,
    body: rows.Body,
    to_region: str,
    start: str,
    end: str | None,
    declaration: bool,
) -> FilingRow:
    """The row with what was asked for, after every rule; sealed, not yet written."""
    today, category = act.now.day(), FilingCategory(row.category)
    to = check_place(to_region[:32], person.region, local_filing=places.local_filing(person.region, person.insutype))
    rules.check_day(start)
    ends = rules.check_dates(
        category, start, end, today=today, earliest=_earliest(act, person, today, row), latest=_latest(today)
    )
    declared = rules.check_papers(category, body.papers, declaration=declaration)
    others = [one for one in rows.holding(act, person.psn_no) if one.filing_id != row.filing_id]
    proof = rules.is_proof(category, body.papers)
    rules.check_overlaps(to, start, ends, proof=proof, others=others)
    at_once = category not in rules.LONG_TERM
    changeable = rules.add_months(today, rules.SHORTEST_MONTHS) if declared else None
    if at_once:
        body = body._replace(before=None)
    return rows.sealed(
        act,
        row._replace(
            to_region=to,
            start_on=start,
            end_on=ends,
            state=(FilingState.ACTIVE if at_once else FilingState.PENDING).value,
            declaration=int(declared),
            late=int(start < today) if start != row.start_on else row.late,
            decided_at=act.now if at_once else None,
            due_at=None if at_once else workdays.due_at(act.now, rules.REVIEW_WORKDAYS),
        ),
        body._replace(changeable_from=changeable, reason=None),
    )


def _entered(act: Act, row: FilingRow) -> None:
    """A place in the status list for its receipt, and before staff where it has to be."""
    rows.give_receipt(act, row.filing_id)
    if row.due_at is not None:
        reviews.open_(act, ReviewKind.FILING, row.filing_id, row.psn_no, Instant(row.due_at))


def _earliest(act: Act, person: PersonRow, today: str, row: FilingRow) -> str:
    """How early it may start: a half-year back, or the admission of a stay that is still open (补办); one that is
    changed may keep its start."""
    (open_stay,) = act.row(q.OPEN_STAY, psn_no=person.psn_no) or (None,)
    earliest = rules.add_days(today, -LIMITS.filing_late_days)
    return min(earliest, str(open_stay or earliest), row.start_on or earliest)


def _latest(today: str) -> str:
    return rules.add_days(today, LIMITS.filing_ahead_days)
