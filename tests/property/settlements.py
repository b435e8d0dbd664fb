"""Made-up policies, bills, states and visits, of every shape that the rules of settlement know."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from wallet_cli.domain.bill import Bill, Category, Cause, Fee, TreatmentType
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.policy import FILED, Part, Policy, Reach
from wallet_cli.domain.settlement import Aid, Outcome, State, Visit, YearUse
from wallet_cli.platform import policies

COUNT = 600 if os.environ.get("YIBAO_FULL") == "1" else 60
EXACT = settings(deadline=None, derandomize=True, max_examples=COUNT, suppress_health_check=[HealthCheck.too_slow])
BEIJING = tomllib.loads((Path(policies.__file__).parent / "110000.toml").read_text("utf-8"))
AMOUNTS = st.one_of(st.integers(0, 300), st.integers(0, 20_000_00), st.integers(0, MAX_FEN // 1000))
RATIOS = st.integers(0, 10_000)
DAYS = ("2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03")
"""Days of stays; what is settled is settled in 2027."""
YEAR = 2027
DISEASES = ("M03900", "M01600", "M90001")


@st.composite
def fees(draw: st.DrawFn, days: tuple[str | None, ...] = (None,)) -> Fee:
    category = draw(st.sampled_from(Category))
    amount = draw(AMOUNTS)
    own = draw(RATIOS) if category is Category.B else 0
    over = 0 if category is Category.C else draw(st.one_of(st.just(0), st.integers(0, amount)))
    return Fee(draw(st.sampled_from(["项目", "药"])), category, amount, own, over, draw(st.sampled_from(days)))


@st.composite
def bills(draw: st.DrawFn) -> Bill:
    """Of one day, with nothing but fees."""
    lines = draw(st.lists(fees(), min_size=1, max_size=12))
    return Bill(draw(st.sampled_from(TreatmentType)), tuple(lines))


@st.composite
def stays(draw: st.DrawFn) -> Bill:
    """Inpatient, with days around New Year."""
    first, last = sorted(draw(st.lists(st.integers(0, len(DAYS) - 1), min_size=2, max_size=2)))
    lines = draw(st.lists(fees((None, *DAYS[first : last + 1])), min_size=1, max_size=8))
    return Bill(TreatmentType.INPATIENT, tuple(lines), DAYS[first], DAYS[last], draw(st.booleans()))


@st.composite
def any_bills(draw: st.DrawFn) -> Bill:
    """Of every shape that parse_bill lets through."""
    bill = draw(st.one_of(bills(), stays()))
    if bill.med_type in {TreatmentType.OUTPATIENT, TreatmentType.EMERGENCY}:
        bill = bill._replace(emergency=draw(st.booleans()))
    if bill.med_type is TreatmentType.CHRONIC:
        bill = bill._replace(disease=draw(st.sampled_from([None, *DISEASES])))
    return bill._replace(cause=draw(st.sampled_from([Cause.NONE] * 6 + list(Cause))))


def by_level(values: st.SearchStrategy[int]) -> st.SearchStrategy[list[int]]:
    return st.lists(values, min_size=4, max_size=4)


@st.composite
def spans(draw: st.DrawFn, low: str, high: str, most: int) -> list[dict[str, int]]:
    edges = [0, *sorted(draw(st.sets(st.integers(1, most), max_size=3)))]
    return [{low: edge} if i + 1 == len(edges) else {low: edge, high: edges[i + 1]} for i, edge in enumerate(edges)]


@st.composite
def one_class(draw: st.DrawFn, med_types: list[str]) -> dict[str, Any]:
    per = draw(st.sampled_from(["year", "visit"]))
    brackets: list[dict[str, Any]] = [dict(span) for span in draw(spans("from_age", "to_age", 99))]
    for bracket in brackets:
        first = bracket["deductible_fen"] = draw(by_level(st.integers(0, 300_000)))
        if per == "visit" and draw(st.booleans()):
            half = [fen // 2 for fen in first]
            bracket["later_deductible_fen"] = draw(st.sampled_from([[half], [half, [0, 0, 0, 0]]]))
        bracket["tiers"] = [
            {**span, "ratio_permyriad": draw(by_level(RATIOS))} for span in draw(spans("from_fen", "to_fen", 10**7))
        ]
    made = {"source": "示例", "med_types": med_types, "deductible_per": per, "ages": brackets}
    made["tiers_over"] = draw(st.sampled_from(["bill", "year"]))
    made["across_years"] = draw(st.sampled_from(["split", "discharge"]))
    if draw(st.booleans()):
        made["cap_fen"] = draw(st.integers(0, 1_000_000))
    if draw(st.integers(0, 3)) == 0:
        made["bill_cap_fen"] = draw(by_level(st.integers(0, 1_000_000)))
    return made


@st.composite
def decoded_policies(draw: st.DrawFn) -> dict[str, Any]:
    """A file of one insurance type, as TOML decodes it."""
    required = draw(st.lists(st.sampled_from([reach.value for reach in FILED]), unique=True))
    cut: dict[str, Any] = {reach.value: draw(RATIOS) for reach in FILED}
    if "other" not in required:
        cut["other"] = max(cut.values())
    cut |= {"unfiled": draw(st.integers(max(cut.values()), 10_000)), "source": "示例"}
    types = [t.value for t in TreatmentType]
    edge = draw(st.integers(1, len(types)))
    classes = {"first": draw(one_class(types[:edge]))}
    if types[edge:]:
        classes["second"] = draw(one_class(types[edge:]))
    insurance = {
        "source": "示例",
        "cap_fen": draw(st.one_of(st.integers(0, 500_000), st.integers(0, MAX_FEN))),
        "has_account": True,
        "account_pays": draw(st.lists(st.sampled_from([p.value for p in Part]), unique=True)),
        "chronic_diseases": list(DISEASES[: draw(st.integers(1, len(DISEASES)))]),
        "cut": cut,
        "class": classes,
    }
    filed = draw(RATIOS)
    match draw(st.sampled_from(["absent", "free", "local"])):
        case "free":
            insurance["within_province"] = {"source": "示例", "filing_required": False, "filed": filed}
        case "local":
            unfiled = draw(st.integers(filed, 10_000))
            local = {"source": "示例", "filing_required": True, "filed": filed, "unfiled": unfiled}
            insurance["within_province"] = local
    head = {key: BEIJING[key] for key in BEIJING if key != "insurance"}
    return {**head, "filing_required": required, "insurance": {"310": insurance}}


POLICIES = decoded_policies().map(lambda obj: Policy.parse(obj, "drawn", "310"))
TALLIES = st.dictionaries(
    st.sampled_from(["above:first", "fund:first", "above:second", "fund:second"]), st.integers(1, 1_500_000)
)
USES = st.builds(
    YearUse,
    deductible_used_fen=st.integers(0, 300_000),
    pool_used_fen=st.integers(0, 1_000_000),
    stays=st.integers(0, 3),
    tallies=TALLIES,
)
STATES = st.builds(
    lambda use, account, met: State(YEAR, account_fen=account, visit_deductible_used_fen=met).using(use),
    USES,
    st.one_of(st.none(), st.integers(0, 10_000_000)),
    st.integers(0, 300_000),
)
YEARS = st.one_of(st.just({}), USES.map(lambda use: {YEAR - 1: use}))
"""Use of other years: nothing known, or of the year before."""
VISITS = st.builds(
    Visit,
    level=st.integers(0, 3),
    region=st.sampled_from(["330105", "330200", "310000"]),
    insured_region=st.just("330100"),
    age=st.integers(0, 120),
    filing=st.one_of(st.none(), st.sampled_from([reach for reach in FILED if reach is not Reach.EMERGENCY])),
    recognised=st.one_of(st.none(), st.frozensets(st.sampled_from(DISEASES))),
    direct=st.booleans(),
)
AIDS = st.lists(
    st.builds(Aid, st.sampled_from("甲乙丙"), st.integers(0, 500_000), st.one_of(st.none(), st.integers(0, 500_000))),
    max_size=3,
)


def amounts(outcome: Outcome) -> list[int]:
    """Every amount of an outcome."""
    return [getattr(outcome, name) for name in Outcome._fields if name.endswith("_fen") and name != "balc_fen"]
