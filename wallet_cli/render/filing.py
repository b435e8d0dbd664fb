"""The fields of filings, of their notice's places, and the days that are left (cli.md, Output; see `shapes`)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wallet_cli import locale
from wallet_cli.domain.filing import OPEN, Filing, FilingState
from wallet_cli.render.review import paper

if TYPE_CHECKING:
    from wallet_cli.render.leaves import Data


def filing_line(member: str, one: Filing, today: str) -> Data:
    """One line of the list of filings."""
    return {
        "filing_id": one.filing_id,
        "member": member,
        "to_region": one.to_region,
        "place": name(one.to_region),
        "category": one.category,
        "start": one.start,
        "end": one.end,
        "days_left": days_left(one, today),
        "state": one.state,
    }


def filing(member: str, one: Filing, today: str, *, receipt: bool) -> Data:
    """One filing, whole. `receipt`: whether the store keeps its signed receipt."""
    return {
        **filing_line(member, one, today),
        "insuplc_admdvs": one.insuplc_admdvs,
        "declaration": one.declaration,
        "late": one.late,
        "papers": [paper(each) for each in one.papers],
        "contact_phone": one.contact_phone,
        "notice_version": one.notice_version,
        "filed_at": one.filed_at,
        "due_at": one.due_at,
        "decided_at": one.decided_at,
        "reason": one.reason,
        "changeable_from": one.changeable_from if one.state in OPEN else None,
        "receipt": receipt,
    }


def days_left(one: Filing, today: str) -> int | None:
    """Days that a filing that holds still has, today counted; None without end, and where it does not hold."""
    if one.end is None or one.state is not FilingState.ACTIVE:
        return None
    return (date.fromisoformat(one.end) - date.fromisoformat(max(today, one.start))).days + 1


def name(code: str) -> str:
    """The place's name in the person's language, the code where it is not known."""
    from wallet_cli.domain import divisions  # large: only for a reader of names

    return divisions.name_of(code, locale.language()) or code
