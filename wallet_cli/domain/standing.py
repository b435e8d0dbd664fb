"""How a person and a visit stand to the insured place when a bill comes: what was used, who they are, who may help.

Rules of this room: pure values; all money is integer fen. Others reach these names through `domain.settlement`.

What a platform keeps between bills, and nothing else:
- per person, insurance type and civil year: `YearUse` (two figures that every place has, the number of stays, and
  `tallies`, figures that only some places' rules need, each under a name that the engine chooses);
- per person and visit (mdtrt_id): `State.visit_deductible_used_fen` and `State.visit_stay`;
- per person: `State.account_fen`.
A figure that was never stored is 0; a year that was never stored is `YearUse()`.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet_cli.domain.policy import FUND_TALLY, Reach
from wallet_cli.domain.value import Value


class YearUse(Value):
    """What a person has used in one civil year: stored per person, insurance type and year.

    `deductible_used_fen`: met of the yearly deductible; `pool_used_fen`: paid by the pooled fund; `stays`: inpatient
    stays counted in the year. `tallies`: figures in fen by name, none of them 0: "fund:CLASS", what the fund paid in a
    treatment class that has a yearly cap of its own, and "above:CLASS", in scope above the deductible in a class whose
    tiers run over the year's total.
    """

    deductible_used_fen: int = 0
    pool_used_fen: int = 0
    stays: int = 0
    tallies: Mapping[str, int] = {}

    def minus(self, other: YearUse) -> YearUse:
        """Each figure less the other's: what a bill added, or what is left when that is taken back."""
        tallies = dict(self.tallies)
        for name, figure in other.tallies.items():
            tallies[name] = tallies.get(name, 0) - figure
        return YearUse(
            self.deductible_used_fen - other.deductible_used_fen,
            self.pool_used_fen - other.pool_used_fen,
            self.stays - other.stays,
            {name: figure for name, figure in tallies.items() if figure},
        )

    def of_fund(self, fen: int) -> YearUse:
        """Of what the fund paid, `fen` alone: in the pool, and in the class that counts it."""
        tallies = {name: fen for name in self.tallies if name.startswith(FUND_TALLY)}
        return YearUse(pool_used_fen=fen, tallies=tallies)


class State(Value):
    """What a person has used, in fen. `year`: the civil year of the settlement (Instant.year), to which
    `deductible_used_fen`, `pool_used_fen`, `stays` and `tallies` belong: see YearUse.

    `account_fen`: in the personal account, None where there is none; `visit_deductible_used_fen`: met already by bills
    of the same visit (mdtrt_id), 0 for a new one; `visit_stay`: which stay of its year this visit was counted as (1 for
    the first), 0 before its first inpatient bill.
    """

    year: int
    deductible_used_fen: int = 0
    pool_used_fen: int = 0
    account_fen: int | None = None
    visit_deductible_used_fen: int = 0
    stays: int = 0
    tallies: Mapping[str, int] = {}
    visit_stay: int = 0

    @property
    def use(self) -> YearUse:
        """The figures of its year."""
        return YearUse(self.deductible_used_fen, self.pool_used_fen, self.stays, self.tallies)

    def using(self, use: YearUse) -> State:
        """The same state with other figures of its year."""
        return self._replace(**use._asdict())

    def in_year(self, year: int) -> State:
        """The state at a bill of `year`: a new year begins with nothing used; account and visit stay."""
        return self if year == self.year else self.using(YearUse())._replace(year=year)


class Visit(Value):
    """Where and who. `level`: of the hospital, 1 to 3, 0 for pharmacies; `region`: treatment place; `insured_region`:
    insured place; `age` in full years; `filing`: category of the filing in force for `region`, None without one (within
    the insured province: of the local filing).

    `recognised`: the chronic diseases recognised in the person, by national code; None where nobody asked, then a
    chronic bill is taken at its word. `direct`: settled through the network; False for a manual claim, which is not
    bound to the diseases that are settled across provinces.
    """

    level: int
    region: str
    insured_region: str
    age: int
    filing: Reach | None = None
    recognised: frozenset[str] | None = None
    direct: bool = True

    @property
    def away(self) -> bool:
        """Outside the insured province."""
        return self.region[:2] != self.insured_region[:2]

    @property
    def at_home(self) -> bool:
        """In the insured city. A person insured with a province is at home in all of it; counties right under a
        province (third and fourth digit 90) are cities of their own."""
        if self.away:
            return False
        if self.insured_region[2:] == "0000":
            return True
        digits = 6 if self.insured_region[2:4] == "90" else 4
        return self.region[:digits] == self.insured_region[:digits]


class Aid(Value):
    """A relative's personal account that may help (mutual aid). `giver`: how the explanation names them; `limit_fen`:
    the most they give now, None for no limit but what is `available_fen`; `giver_no`: their psn_no."""

    giver: str
    available_fen: int
    limit_fen: int | None = None
    giver_no: str = ""
