"""Policies: what a place pays, as values, and the strict reading of a place's file. Pure; all money is integer fen.

Everything a place decides stands here as data. A file holds one place and one table for each insurance type; every
table with numbers names its `source` and `date`, or says 示例 (an example). The values are named tuples, not
dataclasses: a balance reads a policy for its cap, and making five dataclasses takes longer than reading the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from wallet_cli.domain.bill import FULL, TreatmentType
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.policy_table import Table
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import InsuranceType

SCHEMA = "yibao.policy/v1"
EXAMPLE = "示例"
"""The `source` of a number that no authority published."""
LEVELS = 4
"""Hospital levels 1 to 3, and 0 for pharmacies: each list by level has four entries, 0 first."""


class Reach(StrEnum):
    """How a visit stands to the insured place: within its province, or away under a filing's category, or unfiled."""

    HOME = "home"
    RETIREE = "retiree"
    RESIDENT = "resident"
    WORKER = "worker"
    REFERRAL = "referral"
    EMERGENCY = "emergency"
    OTHER = "other"
    UNFILED = "unfiled"


FILED = (Reach.RETIREE, Reach.RESIDENT, Reach.WORKER, Reach.REFERRAL, Reach.EMERGENCY, Reach.OTHER)


class Part(StrEnum):
    """What the patient's share is made of. `deductible`, `copay` (what the ratio leaves) and `over_cap` are in scope."""

    DEDUCTIBLE = "deductible"
    COPAY = "copay"
    OVER_CAP = "over_cap"
    CLASS_B = "class_b"
    OVER_LIMIT = "over_limit"
    OWN = "own"


class Per(StrEnum):
    """Whether a deductible is met once a year or at every visit."""

    YEAR = "year"
    VISIT = "visit"


class Tier(Value):
    """Ratio of the fund, by hospital level in 1/10000, for in-scope fen above the deductible in [from_fen, to_fen)."""

    from_fen: int
    to_fen: int | None
    ratio_permyriad: tuple[int, ...]


class Ages(Value):
    """What holds for ages in [from_age, to_age): deductible by hospital level, and tiers without gap or overlap."""

    from_age: int
    to_age: int | None
    deductible_fen: tuple[int, ...]
    tiers: tuple[Tier, ...]


class TreatmentClass(Value):
    """Treatment types that share rules. `source`, `date`: where its numbers come from."""

    name: str
    med_types: tuple[TreatmentType, ...]
    deductible_per: Per
    ages: tuple[Ages, ...]
    source: str
    date: str | None

    def at(self, age: int) -> Ages:
        """The bracket of a person `age` full years old."""
        for bracket in self.ages:
            if bracket.to_age is None or age < bracket.to_age:
                return bracket
        raise AssertionError("brackets are checked to have no end")


class Policy(Value):
    """One insurance type of one place.

    `cap_fen`: the most the pooled fund pays a person in a year. `account_pays`: the parts that a personal account,
    one's own or (mutual aid) a relative's, may pay. `cut_permyriad`: taken off every ratio, by how the visit stands.
    `policy_id`: region/insurance type/edition, as settlements quote it.
    """

    policy_id: str
    region: str
    insutype: InsuranceType
    illustrative: bool
    cap_fen: int
    has_account: bool
    account_pays: frozenset[Part]
    cut_permyriad: Mapping[Reach, int]
    classes: Mapping[TreatmentType, TreatmentClass]

    @classmethod
    def parse(cls, obj: object, where: str, insutype: str) -> Policy:
        """One insurance type of a decoded policy file; the whole file is checked. Errors: as Place.parse, and
        PolicyInvalid(reason missing) where the place has no such insurance."""
        return Place.parse(obj, where).policy(insutype)


class Place(Value):
    """A policy file. `filing_required`: categories that have to be filed before treatment in another province.

    `hotline`, `site`: of the insured place's agency. `edition`: date of the file, ISO 8601.
    """

    where: str
    region: str
    name_zh: str
    name_en: str
    hotline: str
    site: str
    illustrative: bool
    edition: str
    filing_required: frozenset[Reach]
    policies: Mapping[InsuranceType, Policy]

    @classmethod
    def parse(cls, obj: object, where: str) -> Place:
        """The place in a decoded policy file named `where`.

        Raises PolicyInvalid(file=where, path: a JSON pointer, reason: type, missing, unknown_field, value, empty,
        negative, fractional, too_large, gap, overlap or example).
        """
        top = Table.of(obj, where)
        if top.text("schema") != SCHEMA:
            raise top.wrong("schema", "value")
        region = top.text("region")
        if not (len(region) == 6 and region.isascii() and region.isdigit()):
            raise top.wrong("region", "value")
        edition, illustrative = top.day("edition"), top.flag("illustrative")
        insurances = top.table("insurance")
        place = cls(
            where=where,
            region=region,
            name_zh=top.text("name_zh"),
            name_en=top.text("name_en"),
            hotline=top.text("hotline"),
            site=top.text("site"),
            illustrative=illustrative,
            edition=edition,
            filing_required=frozenset(top.choices("filing_required", {r.value: r for r in FILED})),
            policies={
                insurances.known(key, InsuranceType): _policy(insurances.table(key), key, region, edition, illustrative)
                for key in insurances.names()
            },
        )
        top.done()
        if not place.policies:
            raise top.wrong("insurance", "empty")
        return place

    def policy(self, insutype: str) -> Policy:
        """The policy of one insurance type. Raises PolicyInvalid(reason missing)."""
        for key, policy in self.policies.items():
            if key == insutype:
                return policy
        raise Table({}, self.where, "/insurance").wrong(insutype, "missing")


def _policy(table: Table, insutype: str, region: str, edition: str, illustrative: bool) -> Policy:
    _source(table, illustrative)
    classes: dict[TreatmentType, TreatmentClass] = {}
    by_name = table.table("class")
    for name in by_name.names():
        treatment = _class(by_name.table(name), name, illustrative)
        for med_type in treatment.med_types:
            if med_type in classes:
                raise by_name.table(name).wrong("med_types", "overlap")
            classes[med_type] = treatment
    if len(classes) != len(TreatmentType):
        raise table.wrong("class", "gap")
    policy = Policy(
        policy_id=f"{region}/{insutype}/{edition}",
        region=region,
        insutype=InsuranceType(insutype),
        illustrative=illustrative,
        cap_fen=table.integer("cap_fen", MAX_FEN),
        has_account=table.flag("has_account"),
        account_pays=frozenset(table.choices("account_pays", {p.value: p for p in Part})),
        cut_permyriad=_cut(table.table("cut"), illustrative),
        classes=classes,
    )
    table.done()
    return policy


def _source(table: Table, illustrative: bool) -> tuple[str, str | None]:
    source = table.text("source")
    if source == EXAMPLE:
        if not illustrative:
            raise table.wrong("source", "example")
        return source, None
    return source, table.day("date")


def _cut(table: Table, illustrative: bool) -> Mapping[Reach, int]:
    _source(table, illustrative)
    cut = {reach: table.integer(reach.value, FULL) for reach in (*FILED, Reach.UNFILED)}
    table.done()
    # Nobody may get more for not having filed.
    if cut[Reach.UNFILED] < max(cut.values()):
        raise table.wrong("unfiled", "value")
    return {Reach.HOME: 0, **cut}


def _class(table: Table, name: str, illustrative: bool) -> TreatmentClass:
    source, day = _source(table, illustrative)
    treatment = TreatmentClass(
        name=name,
        med_types=tuple(table.choices("med_types", {t.value: t for t in TreatmentType})),
        deductible_per=table.choice("deductible_per", {p.value: p for p in Per}),
        ages=tuple(_ages(bracket) for bracket in table.tables("ages")),
        source=source,
        date=day,
    )
    table.done()
    if not treatment.med_types:
        raise table.wrong("med_types", "empty")
    _contiguous(table, "ages", [(a.from_age, a.to_age) for a in treatment.ages], ("from_age", "to_age"))
    return treatment


def _ages(table: Table) -> Ages:
    ages = Ages(
        from_age=table.integer("from_age", 200),
        to_age=table.optional_integer("to_age", 200),
        deductible_fen=table.integers("deductible_fen", LEVELS, MAX_FEN),
        tiers=tuple(_tier(tier) for tier in table.tables("tiers")),
    )
    table.done()
    _contiguous(table, "tiers", [(t.from_fen, t.to_fen) for t in ages.tiers], ("from_fen", "to_fen"))
    return ages


def _tier(table: Table) -> Tier:
    tier = Tier(
        from_fen=table.integer("from_fen", MAX_FEN),
        to_fen=table.optional_integer("to_fen", MAX_FEN),
        ratio_permyriad=table.integers("ratio_permyriad", LEVELS, FULL),
    )
    table.done()
    return tier


def _contiguous(table: Table, key: str, spans: list[tuple[int, int | None]], names: tuple[str, str]) -> None:
    """Spans follow one another from 0 without gap or overlap; the last one alone has no end."""
    if not spans:
        raise table.wrong(key, "empty")
    start: int | None = 0
    for i, (low, high) in enumerate(spans):
        if start is None or low < start:
            raise table.wrong(f"{key}/{i}/{names[0]}", "overlap")
        if low > start:
            raise table.wrong(f"{key}/{i}/{names[0]}", "gap")
        if high is not None and high <= low:
            raise table.wrong(f"{key}/{i}/{names[1]}", "value")
        start = high
    if start is not None:
        raise table.wrong(f"{key}/{len(spans) - 1}/{names[1]}", "gap")
