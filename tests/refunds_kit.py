"""What a refund does to what a person has used, said once more by itself: the platform does it row by row."""

from __future__ import annotations

from collections.abc import Mapping

from wallet_cli.domain.refund import Refund
from wallet_cli.domain.settlement import State, YearUse


def taken_off(back: Refund, state: State, years: Mapping[int, YearUse]) -> tuple[State, Mapping[int, YearUse]]:
    """(state, years) once `back` has gone back. `state`: of now, of any year, and of the bill's visit; `years`: the use
    of now of the years of `back`, the state's own may be left out. The second holds all of those years."""
    uses = {**years, state.year: state.use}
    after = {year: uses.get(year, YearUse()).minus(off) for year, off in back.years.items()}
    changed = state.using(after.get(state.year, state.use))._replace(
        account_fen=None if state.account_fen is None else state.account_fen + back.acct_pay_fen,
        visit_deductible_used_fen=state.visit_deductible_used_fen - back.visit_deductible_used_fen,
        visit_stay=state.visit_stay - back.visit_stay,
    )
    return changed, after
