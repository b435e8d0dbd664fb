"""What a person has used of deductibles and caps: read before a bill, kept after it, given back by a refund.

Rules of this room: see `service`. Figures belong to a person's year and insurance, or to a visit; a later settlement of
the same year stays as it was settled when an earlier one is given back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wallet_cli.domain.settlement import State, YearUse
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import money as q

if TYPE_CHECKING:
    from wallet_cli.domain.settlement import Bill, Outcome
    from wallet_cli.platform.service.register import PersonRow
    from wallet_cli.platform.service.visits import VisitRow

Years = tuple[tuple[int, YearUse], ...]
"""The use of several years, oldest first."""


def before(act: Act, person: PersonRow, year: int, visit: VisitRow | None, bill: Bill) -> tuple[State, Years]:
    """(what stands used in the year and visit of a bill settled in `year`, the use of all years it may touch)."""
    days = [bill.admission, bill.discharge, *(fee.day for fee in bill.fees)]
    touched = sorted({year, *(int(day[:4]) for day in days if day is not None)})
    years = tuple((one, of_year(act, person.psn_no, person.insutype, one)) for one in touched)
    state = State(
        year=year,
        account_fen=person.balance,
        visit_deductible_used_fen=visit.deductible_used_fen if visit else 0,
        visit_stay=visit.stay if visit else 0,
    )
    return state.using(dict(years)[year]), years


def of_year(act: Act, psn_no: str, insutype: str, year: int) -> YearUse:
    """What a person has used in a civil year."""
    row = act.row(q.YEAR, psn_no=psn_no, insutype=insutype, year=year)
    tallies = act.rows(q.TALLIES, psn_no=psn_no, insutype=insutype, year=year)
    deductible, pool, stays = row or (0, 0, 0)
    return YearUse(deductible, pool, stays, dict(tallies))


def set_year(act: Act, psn_no: str, insutype: str, year: int, use: YearUse) -> None:
    """Writes what a person has used in a civil year."""
    whose = {"psn_no": psn_no, "insutype": insutype, "year": year}
    act.run(q.SET_YEAR, **whose, deductible=use.deductible_used_fen, pool=use.pool_used_fen, stays=use.stays)
    act.run(q.DROP_TALLIES, **whose)
    for name, figure in use.tallies.items():
        act.run(q.ADD_TALLY, **whose, name=name, figure=figure)


def keep(act: Act, person: PersonRow, mdtrt_id: str, outcome: Outcome) -> None:
    """What stands used after a bill: of every year it touched, of its visit, of the account."""
    for year, use in outcome.years.items():
        set_year(act, person.psn_no, person.insutype, year, use)
    after = outcome.state
    act.run(q.USE_VISIT, mdtrt_id=mdtrt_id, deductible=after.visit_deductible_used_fen, stay=after.visit_stay)
    if after.account_fen is not None:
        act.run(q.SET_BALANCE, psn_no=person.psn_no, account=after.account_fen)


def take_back(act: Act, psn_no: str, insutype: str, years: Iterable[tuple[int, YearUse]]) -> None:
    """Takes off what a refund gives back, each year's own."""
    for year, back in years:
        now = of_year(act, psn_no, insutype, year)
        set_year(act, psn_no, insutype, year, now.minus(back))
