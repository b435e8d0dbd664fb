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
FUND_TALLY = "fund:"
"""How the name of a year's figure begins that counts what the fund paid in one class."""
LEVELS = 4
"""Hospital levels 1 to 3, and 0 for pharmacies: each list by level has four entries, 0 first."""


class Reach(StrEnum):
    """How a visit stands to the insured place: in its city (`home`), elsewhere in its province (`province` where no
    filing is needed or a local one is in force), or away under a filing's category, or unfiled."""

    HOME = "home"
    PROVINCE = "province"
    PROVINCE_UNFILED = "province_unfiled"
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


class Over(StrEnum):
    """Whether tiers run over each bill by itself, or over the year's running total of the class."""

    BILL = "bill"
    YEAR = "year"


class AcrossYears(StrEnum):
    """A stay across New Year: each year bears the fees of its days, or all of them count in the year of discharge."""

    SPLIT = "split"
    DISCHARGE = "discharge"


class Tier(Value):
    """Ratio of the fund, by hospital level in 1/10000, for in-scope fen above the deductible in [from_fen, to_fen)."""

    from_fen: int
    to_fen: int | None
    ratio_permyriad: tuple[int, ...]


class Ages(Value):
    """What holds for ages in [from_age, to_age): deductible by hospital level, and tiers without gap or overlap.

    `later_deductible_fen`: of the second, third … stay in a year, by hospital level; the last entry holds for all that
    follow. Empty where each stay has the same.
    """

    from_age: int
    to_age: int | None
    deductible_fen: tuple[int, ...]
    tiers: tuple[Tier, ...]
    later_deductible_fen: tuple[tuple[int, ...], ...] = ()


class TreatmentClass(Value):
    """Treatment types that share rules. `source`, `date`: where its numbers come from.

    `cap_fen`: the most the fund pays a person in a year in this class, `bill_cap_fen`: on one bill, by hospital level;
    None where only the policy's own cap holds. `fund_tally`, `above_tally`: names of its figures in a year's use.
    """

    name: str
    med_types: tuple[TreatmentType, ...]
    deductible_per: Per
    ages: tuple[Ages, ...]
    source: str
    date: str | None
    tiers_over: Over
    across_years: AcrossYears
    cap_fen: int | None
    bill_cap_fen: tuple[int, ...] | None
    fund_tally: str
    above_tally: str

    def at(self, age: int) -> Ages:
        """The bracket of a person `age` full years old."""
        for bracket in self.ages:
            if bracket.to_age is None or age < bracket.to_age:
                return bracket
        raise AssertionError("brackets are checked to have no end")


class WithinProvince(Value):
    """Outside the insured city but in its province. `filing_required`: a local filing has to be made; the cuts in
    1/10000 of those who need none or have one, and of those who lack it."""

    filing_required: bool
    filed_permyriad: int
    unfiled_permyriad: int


class Policy(Value):
    """One insurance type of one place.

    `cap_fen`: the most the pooled fund pays a person in a year. `account_pays`: the parts that a personal account,
    one's own or (mutual aid) a relative's, may pay. `cut_permyriad`: taken off every ratio, by how the visit stands.
    `policy_id`: region/insurance type/edition, as settlements quote it. `filing_required`: as Place's.
    `within_province`: None where the whole province is as home. `chronic_diseases`: recognised by the place, by
    national code.
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
    filing_required: frozenset[Reach]
    within_province: WithinProvince | None
    chronic_diseases: tuple[str, ...]

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
        required = frozenset(top.choices("filing_required", {r.value: r for r in FILED}))
        place = cls(
            where=where,
            region=region,
            name_zh=top.text("name_zh"),
            name_en=top.text("name_en"),
            hotline=top.text("hotline"),
            site=top.text("site"),
            illustrative=illustrative,
            edition=edition,
            filing_required=required,
            policies={
                insurances.known(key, InsuranceType): _policy(
                    insurances.table(key), f"{region}/{key}/{edition}", illustrative, required
                )
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


def _policy(table: Table, policy_id: str, illustrative: bool, required: frozenset[Reach]) -> Policy:
    region, insutype, _ = policy_id.split("/")
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
    local = _within_province(table, illustrative)
    policy = Policy(
        policy_id=policy_id,
        region=region,
        insutype=InsuranceType(insutype),
        illustrative=illustrative,
        cap_fen=table.integer("cap_fen", MAX_FEN),
        has_account=table.flag("has_account"),
        account_pays=frozenset(table.choices("account_pays", {p.value: p for p in Part})),
        cut_permyriad=_cut(table.table("cut"), illustrative, required, local),
        classes=classes,
        filing_required=required,
        within_province=local,
        chronic_diseases=table.optional_codes("chronic_diseases") or _cross_province(),
    )
    table.done()
    return policy


def _cross_province() -> tuple[str, ...]:
    # Loaded only for a file that names none: a balance reads a policy, too, and pays for every module.
    from wallet_cli.domain.chronic import CROSS_PROVINCE

    return CROSS_PROVINCE


def _source(table: Table, illustrative: bool) -> tuple[str, str | None]:
    source = table.text("source")
    if source == EXAMPLE:
        if not illustrative:
            raise table.wrong("source", "example")
        return source, None
    return source, table.day("date")


def _within_province(table: Table, illustrative: bool) -> WithinProvince | None:
    local = table.optional_table("within_province")
    if local is None:
        return None
    _source(local, illustrative)
    required, filed = local.flag("filing_required"), local.integer("filed", FULL)
    unfiled = local.integer("unfiled", FULL) if required else filed
    local.done()
    if unfiled < filed:
        raise local.wrong("unfiled", "value")
    return WithinProvince(required, filed, unfiled)


def _cut(
    table: Table, illustrative: bool, required: frozenset[Reach], local: WithinProvince | None
) -> Mapping[Reach, int]:
    _source(table, illustrative)
    cut = {reach: table.integer(reach.value, FULL) for reach in (*FILED, Reach.UNFILED)}
    table.done()
    # Nobody may get more for not having filed: unfiled, or as `other` where that needs no filing.
    if cut[Reach.UNFILED] < max(cut.values()):
        raise table.wrong("unfiled", "value")
    if Reach.OTHER not in required and cut[Reach.OTHER] < max(cut[reach] for reach in FILED):
        raise table.wrong("other", "value")
    within = {
        Reach.PROVINCE: local.filed_permyriad if local else 0,
        Reach.PROVINCE_UNFILED: local.unfiled_permyriad if local else 0,
    }
    return {Reach.HOME: 0, **within, **cut}


def _class(table: Table, name: str, illustrative: bool) -> TreatmentClass:
    source, day = _source(table, illustrative)
    treatment = TreatmentClass(
        name=name,
        med_types=tuple(table.choices("med_types", {t.value: t for t in TreatmentType})),
        deductible_per=table.choice("deductible_per", {p.value: p for p in Per}),
        ages=tuple(_ages(bracket) for bracket in table.tables("ages")),
        source=source,
        date=day,
        tiers_over=table.optional_choice("tiers_over", {o.value: o for o in Over}, Over.BILL),
        across_years=table.optional_choice("across_years", {a.value: a for a in AcrossYears}, AcrossYears.DISCHARGE),
        cap_fen=table.optional_integer("cap_fen", MAX_FEN),
        bill_cap_fen=table.optional_integers("bill_cap_fen", LEVELS, MAX_FEN),
        fund_tally=f"{FUND_TALLY}{name}",
        above_tally=f"above:{name}",
    )
    table.done()
    if not treatment.med_types:
        raise table.wrong("med_types", "empty")
    _contiguous(table, "ages", [(a.from_age, a.to_age) for a in treatment.ages], ("from_age", "to_age"))
    if treatment.deductible_per is Per.YEAR and any(bracket.later_deductible_fen for bracket in treatment.ages):
        raise table.wrong("deductible_per", "value")
    return treatment


def _ages(table: Table) -> Ages:
    ages = Ages(
        from_age=table.integer("from_age", 200),
        to_age=table.optional_integer("to_age", 200),
        deductible_fen=table.integers("deductible_fen", LEVELS, MAX_FEN),
        tiers=tuple(_tier(tier) for tier in table.tables("tiers")),
        later_deductible_fen=table.optional_rows("later_deductible_fen", LEVELS, MAX_FEN),
    )
    table.done()
    _contiguous(table, "tiers", [(t.from_fen, t.to_fen) for t in ages.tiers], ("from_fen", "to_fen"))
    before = ages.deductible_fen
    for i, row in enumerate(ages.later_deductible_fen):
        # Later stays cost less, never more.
        if any(now > then for now, then in zip(row, before, strict=True)):
            raise table.wrong(f"later_deductible_fen/{i}", "value")
        before = row
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
