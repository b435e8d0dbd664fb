"""Filing treatment in another province (异地就医备案): its values and rules. Pure; days are civil days in China.

Source: 医保发〔2022〕22号 and domain.md, "Filing". What a place decides (which categories must be filed, which are
answered at once) is data of its policy; what the notice fixes for everyone stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from wallet_cli.domain import papers as paper_rules
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.time import Instant, is_day
from wallet_cli.domain.value import Value
from wallet_cli.errors import FilingDates, FilingOverlaps, FilingTooEarly, PaperInvalid, PapersMissing
from wallet_cli.errors import FilingState as StateRefused

RECEIPT_VCT = "urn:yibao:filing:1"
SHORTEST_MONTHS = 6
"""A temporary filing is valid at least this long; one filed by declaration is not changed or cancelled before."""
REVIEW_WORKDAYS = 1
"""By when staff must have decided."""
WARN_DAYS = 30
"""The holder is told when a filing ends within so many days."""


class FilingCategory(StrEnum):
    """Who files. Retirees, residents and workers file long-term; referral and other are temporary. An emergency
    (异地急诊抢救人员) is flagged by the institution and never declared by the citizen."""

    RETIREE = "retiree"  # 异地安置退休人员
    RESIDENT = "resident"  # 异地长期居住人员
    WORKER = "worker"  # 常驻异地工作人员
    REFERRAL = "referral"  # 异地转诊人员
    OTHER = "other"  # 其他跨省临时外出就医人员


LONG_TERM = frozenset({FilingCategory.RETIREE, FilingCategory.RESIDENT, FilingCategory.WORKER})
"""Without end; the personal declaration may stand for their papers."""
NEEDED: dict[FilingCategory, tuple[PaperKind, ...]] = {
    FilingCategory.RETIREE: (PaperKind.HOUSEHOLD_REGISTER,),
    FilingCategory.RESIDENT: (PaperKind.RESIDENCE_PROOF,),
    FilingCategory.WORKER: (PaperKind.POSTING_LETTER, PaperKind.EMPLOYER_PROOF, PaperKind.CONTRACT),
    FilingCategory.REFERRAL: (PaperKind.REFERRAL_LETTER,),
    FilingCategory.OTHER: (),
}
"""What each category needs beside voucher, ID or card: any one of these; nothing for the other temporary ones."""
KNOWN = tuple(kind for kinds in NEEDED.values() for kind in kinds)
"""The kinds of paper that a filing may bring. Any category may bring any: a second place at once wants proof."""


class FilingState(StrEnum):
    """`pending`: under review; `ended`: its last day is over."""

    PENDING = "pending"
    ACTIVE = "active"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    ENDED = "ended"


OPEN = frozenset({FilingState.PENDING, FilingState.ACTIVE})
"""May still be changed or cancelled."""


class FilingRequest(Value):
    """What a person files. `to_region`: a province or city, six digits; `start`, `end`: ISO days, `end` None for
    long-term; `declaration`: the personal declaration (个人承诺书) stands for the papers; `notice_version`: of the
    notice (告知书) that was confirmed."""

    to_region: str
    category: FilingCategory
    start: str
    end: str | None
    contact_phone: Phone
    papers: tuple[Paper, ...]
    declaration: bool
    notice_version: str


class FilingChange(Value):
    """Fields to change; None leaves one as it is."""

    to_region: str | None = None
    start: str | None = None
    end: str | None = None
    contact_phone: Phone | None = None
    papers: tuple[Paper, ...] = ()
    declaration: bool = False


class Filing(Value):
    """A filing as the platform has it. `changeable_from`: filed by declaration, it may be changed or cancelled from
    this day on (None: at any time); `reason`: why it was refused; `late`: filed after the treatment began; `due_at`: by when
    staff must have decided, for one under review."""

    filing_id: str
    psn_no: str
    category: FilingCategory
    insuplc_admdvs: str
    to_region: str
    start: str
    end: str | None
    state: FilingState
    declaration: bool
    papers: tuple[Paper, ...]
    notice_version: str
    contact_phone: Phone
    filed_at: Instant
    decided_at: Instant | None
    reason: str | None
    changeable_from: str | None
    late: bool
    due_at: Instant | None = None


class Notice(Value):
    """The notice to read before filing (告知书). `text` by language; `local_filing`: whether the insured place asks
    for a filing within its own province; `required`: the categories that it asks to file, None where it is not known."""

    version: str
    text: dict[str, str]
    local_filing: bool | None = None
    required: tuple[FilingCategory, ...] | None = None


# --- changes ----------------------------------------------------------------------------------------------------------


def check_open(filing: Filing) -> None:
    """Raises FilingState(filing_id, state) for one that may no longer be changed or cancelled."""
    if filing.state not in OPEN:
        raise StateRefused(filing_id=filing.filing_id, state=filing.state.value)


def changed(filing: Filing, asked: FilingChange) -> Filing:
    """The filing with what was asked for, unexamined. Papers prove the place they were brought for: another place wants
    its own, or a new declaration."""
    to_region = asked.to_region or filing.to_region
    moved = to_region != filing.to_region
    return filing._replace(
        to_region=to_region,
        start=asked.start or filing.start,
        end=asked.end or filing.end,
        contact_phone=asked.contact_phone or filing.contact_phone,
        papers=merged(() if moved else filing.papers, asked.papers),
        declaration=asked.declaration or (filing.declaration and not moved),
    )


# --- days -------------------------------------------------------------------------------------------------------------


def check_day(day: str) -> str:
    """The day itself, YYYY-MM-DD. Raises FilingDates(reason=malformed)."""
    if not is_day(day) or not "2000" <= day[:4] <= "2999":
        raise FilingDates(reason="malformed")
    return day


def add_days(day: str, count: int) -> str:
    """The day `count` days later."""
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()


def add_months(day: str, count: int) -> str:
    """The same day of the month `count` months later, or that month's last: 2026-08-31 and six give 2027-02-28."""
    at = date.fromisoformat(day)
    year, month = divmod(at.year * 12 + at.month - 1 + count, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(at.day, last)).isoformat()


def check_dates(
    category: FilingCategory, start: str, end: str | None, *, today: str, earliest: str, latest: str
) -> str | None:
    """The filing's last day: None for long-term ones, six months after the start where none was given.

    `earliest`, `latest`: when it may start. Raises FilingDates(reason: malformed, too_early(earliest),
    too_late(latest), long_term, end_before_start, too_short(least) or over).
    """
    check_day(start)
    if end is not None:
        check_day(end)
    if start < earliest:
        raise FilingDates(reason="too_early", earliest=earliest)
    if start > latest:
        raise FilingDates(reason="too_late", latest=latest)
    if category in LONG_TERM:
        if end is not None:
            raise FilingDates(reason="long_term")
        return None
    least = add_months(start, SHORTEST_MONTHS)
    if end is None:
        return max(least, today)
    if end < start:
        raise FilingDates(reason="end_before_start")
    if end < least:
        raise FilingDates(reason="too_short", least=least)
    if end < today:
        raise FilingDates(reason="over")
    return end


def overlap(start: str, end: str | None, other_start: str, other_end: str | None) -> bool:
    """Whether two spans of days, both ends included, share a day. None: without end."""
    return (other_end is None or start <= other_end) and (end is None or other_start <= end)


# --- papers -----------------------------------------------------------------------------------------------------------


def check_papers(category: FilingCategory, papers: Sequence[Paper], *, declaration: bool) -> bool:
    """Whether the filing rests on the declaration: it was made, and the category's papers are not there.

    Raises PaperInvalid(reason; `declaration` where only papers will do), PapersMissing(missing, option).
    """
    paper_rules.check(papers, KNOWN)
    if declaration and category not in LONG_TERM:
        raise PaperInvalid(file="", reason="declaration")
    needed = NEEDED[category]
    try:
        paper_rules.require(papers, (needed,) if needed else ())
    except PapersMissing as lacking:
        if declaration:
            return True
        if category in LONG_TERM:
            raise PapersMissing(missing=lacking.data["missing"], option="--declaration") from None
        raise
    return False


def merged(kept: tuple[Paper, ...], brought: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """The papers brought now, and of the earlier ones those of other kinds."""
    fresh = {paper.kind for paper in brought}
    return (*(paper for paper in kept if paper.kind not in fresh), *brought)


def is_proof(category: FilingCategory, papers: Sequence[Paper]) -> bool:
    """Whether these papers prove the need of this filing: one the category needs, or any where it needs none."""
    wanted = NEEDED[category] or KNOWN
    return any(paper.kind in wanted for paper in papers)


# --- places, several at once, too early --------------------------------------------------------------------------------


def covers(filed: str, treatment: str) -> bool:
    """Whether a filing to `filed` (a province, a city, or a county under a province) serves this treatment place."""
    if filed.endswith("0000"):
        return treatment[:2] == filed[:2]
    if filed.endswith("00"):
        return treatment[:4] == filed[:4]
    return treatment == filed


def check_overlaps(to_region: str, start: str, end: str | None, *, proof: bool, others: Iterable[Filing]) -> None:
    """`others`: the person's filings that count or are under review.

    Raises FilingOverlaps(filing_id, reason): same_place, or proof where a second place at once has none.
    """
    for other in others:
        if not overlap(start, end, other.start, other.end):
            continue
        if covers(other.to_region, to_region) or covers(to_region, other.to_region):
            raise FilingOverlaps(filing_id=other.filing_id, reason="same_place")
        if not proof:
            raise FilingOverlaps(filing_id=other.filing_id, reason="proof")


def check_not_too_early(filing: Filing, papers: Sequence[Paper], today: str) -> None:
    """One filed by declaration is changed or cancelled after six months, or at once with its papers.

    One that is still under review may be taken back at any time. Raises FilingTooEarly(until, filing_id).
    """
    if filing.state is not FilingState.ACTIVE or filing.changeable_from is None or today >= filing.changeable_from:
        return
    if not is_proof(filing.category, papers):
        raise FilingTooEarly(until=filing.changeable_from, filing_id=filing.filing_id)
