"""Visits: one person at one institution, whatever they show each time; a stay runs from its admission to its bill.

Rules of this room: see `service`. A visit is opened by the first thing that is shown and outlives every ecToken; the
bill of a stay closes it.
"""

from __future__ import annotations

from wallet_cli.domain.value import Value
from wallet_cli.errors import VisitClosed, VisitDiffers, VisitUnknown
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import money as q

MAX_ID = 30


class VisitRow(Value):
    """A row of `visits`. `admitted_on`, `discharged_on`: civil days of a stay; `stay`: which one of its year it was
    counted as, 0 for none."""

    mdtrt_id: str
    psn_no: str
    fixmedins_code: str
    admitted_on: str | None
    discharged_on: str | None
    deductible_used_fen: int
    stay: int


def new_number(act: Act) -> str:
    """`mdtrt_id` of a visit that begins."""
    return "V" + act.word(20)


def begin(act: Act, mdtrt_id: str, psn_no: str, institution: str, *, admitted: bool = False) -> None:
    """Writes a visit down; one that is there already stays as it is."""
    act.run(
        q.OPEN_VISIT,
        mdtrt_id=mdtrt_id,
        psn_no=psn_no,
        institution=institution,
        admitted_on=act.now.day() if admitted else None,
        now=act.now,
    )


def find(act: Act, mdtrt_id: str) -> VisitRow | None:
    row = act.row(q.VISIT, mdtrt_id=mdtrt_id[:MAX_ID])
    return None if row is None else VisitRow(*row)


def check(act: Act, mdtrt_id: str, psn_no: str, institution: str) -> VisitRow:
    """An open visit of this person here. Raises VisitUnknown, VisitDiffers(reason), VisitClosed."""
    row = find(act, mdtrt_id)
    shown = mdtrt_id[:MAX_ID]
    if row is None:
        raise VisitUnknown(visit=shown)
    # Visits of format 1 did not say where they were.
    if row.fixmedins_code not in {"", institution}:
        raise VisitDiffers(visit=shown, reason="institution")
    if row.psn_no != psn_no:
        raise VisitDiffers(visit=shown, reason="person")
    check_open(row)
    return row


def check_open(row: VisitRow) -> None:
    """Raises VisitClosed."""
    if row.discharged_on is not None:
        raise VisitClosed(visit=row.mdtrt_id)


def close(act: Act, mdtrt_id: str, day: str | None) -> None:
    """The stay is settled, or (None) its settlement was undone and it may be settled anew."""
    act.run(q.CLOSE_VISIT, mdtrt_id=mdtrt_id, day=day)
