"""How a policy file that does not fit its schema is refused, with file, path and reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wallet_cli.domain.chronic import CROSS_PROVINCE
from wallet_cli.domain.policy import AcrossYears, Over, Part, Per, Place, Policy, Reach, TreatmentType
from wallet_cli.errors import PolicyInvalid

FILE = Path(__file__).parent / "policy.toml"
DROP = object()
OUT = ("insurance", "310", "class", "outpatient")
AGES = (*OUT, "ages")
TIERS = (*AGES, 0, "tiers")
AT = "/insurance/310"
OUT_AT = f"{AT}/class/outpatient"
TIERS_AT = f"{OUT_AT}/ages/0/tiers"
LATER_AT = f"{OUT_AT}/ages/0/later_deductible_fen"
LOCAL = ("insurance", "310", "within_province")
LOCAL_AT = f"{AT}/within_province"
LONE = {"from_fen": 0, "ratio_permyriad": [1, 1, 1, 1]}

MALFORMED: dict[str, tuple[tuple[str | int, ...], object, str, str]] = {
    "other schema": (("schema",), "yibao.policy/v2", "/schema", "value"),
    "no schema": (("schema",), DROP, "/schema", "missing"),
    "unknown field at the top": (("note",), "x", "/note", "unknown_field"),
    "region short": (("region",), "99", "/region", "value"),
    "region of letters": (("region",), "99000x", "/region", "value"),
    "region in other digits": (("region",), "99000０", "/region", "value"),
    "unknown field of a bracket": ((*AGES, 0, "cap_fen"), 1, f"{OUT_AT}/ages/0/cap_fen", "unknown_field"),
    "region a number": (("region",), 990000, "/region", "type"),
    "name blank": (("name_zh",), " ", "/name_zh", "empty"),
    "hotline missing": (("hotline",), DROP, "/hotline", "missing"),
    "site unprintable": (("site",), "a\x1b", "/site", "value"),
    "name long": (("name_en",), "x" * 201, "/name_en", "too_large"),
    "illustrative a string": (("illustrative",), "yes", "/illustrative", "type"),
    "an example passed off as real": (("illustrative",), False, f"{AT}/source", "example"),
    "edition no date": (("edition",), "2026-13-01", "/edition", "value"),
    "edition compact": (("edition",), "20260101", "/edition", "value"),
    "filing of unfiled": (("filing_required",), ["unfiled"], "/filing_required/0", "value"),
    "filing twice": (("filing_required",), ["other", "other"], "/filing_required", "overlap"),
    "filing a string": (("filing_required",), "other", "/filing_required", "type"),
    "filing of a number": (("filing_required",), [1], "/filing_required/0", "type"),
    "no insurance": (("insurance",), {}, "/insurance", "empty"),
    "insurance a list": (("insurance",), [], "/insurance", "type"),
    "insurance unknown": (("insurance", "999"), {}, "/insurance/999", "unknown_field"),
    "cap negative": (("insurance", "310", "cap_fen"), -1, f"{AT}/cap_fen", "negative"),
    "cap fractional": (("insurance", "310", "cap_fen"), 1.5, f"{AT}/cap_fen", "fractional"),
    "cap a boolean": (("insurance", "310", "cap_fen"), True, f"{AT}/cap_fen", "type"),
    "cap too large": (("insurance", "310", "cap_fen"), 10**12, f"{AT}/cap_fen", "too_large"),
    "account pays the unknown": (("insurance", "310", "account_pays"), ["all"], f"{AT}/account_pays/0", "value"),
    "unknown field of an insurance": (("insurance", "310", "cap"), 1, f"{AT}/cap", "unknown_field"),
    "no source": ((*OUT, "source"), DROP, f"{OUT_AT}/source", "missing"),
    "source without date": ((*OUT, "source"), "医保发〔2022〕22号", f"{OUT_AT}/date", "missing"),
    "cut missing a category": (("insurance", "310", "cut", "other"), DROP, f"{AT}/cut/other", "missing"),
    "cut above the whole": (("insurance", "310", "cut", "other"), 10001, f"{AT}/cut/other", "too_large"),
    "unfiled better than filed": (("insurance", "310", "cut", "unfiled"), 1499, f"{AT}/cut/unfiled", "value"),
    "cut at home": (("insurance", "310", "cut", "home"), 0, f"{AT}/cut/home", "unknown_field"),
    "a type of no class": ((*OUT, "med_types"), ["11", "12", "13"], f"{AT}/class", "gap"),
    "a type of two classes": (
        (*OUT, "med_types"),
        ["11", "12", "13", "41", "21"],
        f"{AT}/class/inpatient/med_types",
        "overlap",
    ),
    "a class of no type": ((*OUT, "med_types"), [], f"{OUT_AT}/med_types", "empty"),
    "a type unknown": ((*OUT, "med_types"), ["99"], f"{OUT_AT}/med_types/0", "value"),
    "deductible per month": ((*OUT, "deductible_per"), "month", f"{OUT_AT}/deductible_per", "value"),
    "ages empty": (AGES, [], f"{OUT_AT}/ages", "empty"),
    "ages of text": (AGES, ["60"], f"{OUT_AT}/ages/0", "type"),
    "ages begin late": ((*AGES, 0, "from_age"), 1, f"{OUT_AT}/ages/0/from_age", "gap"),
    "gap between ages": ((*AGES, 1, "from_age"), 61, f"{OUT_AT}/ages/1/from_age", "gap"),
    "overlap of ages": ((*AGES, 1, "from_age"), 59, f"{OUT_AT}/ages/1/from_age", "overlap"),
    "ages end": ((*AGES, 1, "to_age"), 120, f"{OUT_AT}/ages/1/to_age", "gap"),
    "deductible for three levels": (
        (*AGES, 0, "deductible_fen"),
        [0, 0, 0],
        f"{OUT_AT}/ages/0/deductible_fen",
        "value",
    ),
    "deductible as one number": ((*AGES, 0, "deductible_fen"), 100000, f"{OUT_AT}/ages/0/deductible_fen", "type"),
    "tiers empty": (TIERS, [], TIERS_AT, "empty"),
    "tiers missing": (TIERS, DROP, TIERS_AT, "missing"),
    "tiers begin late": ((*TIERS, 0, "from_fen"), 1, f"{TIERS_AT}/0/from_fen", "gap"),
    "gap between tiers": ((*TIERS, 1, "from_fen"), 1000001, f"{TIERS_AT}/1/from_fen", "gap"),
    "overlap of tiers": ((*TIERS, 1, "from_fen"), 999999, f"{TIERS_AT}/1/from_fen", "overlap"),
    "open tier before another": ((*TIERS, 0, "to_fen"), DROP, f"{TIERS_AT}/1/from_fen", "overlap"),
    "last tier ends": ((*TIERS, 1, "to_fen"), 2000000, f"{TIERS_AT}/1/to_fen", "gap"),
    "only tier ends": (TIERS, [LONE | {"to_fen": 5}], f"{TIERS_AT}/0/to_fen", "gap"),
    "tier of nothing": ((*TIERS, 0, "to_fen"), 0, f"{TIERS_AT}/0/to_fen", "value"),
    "ratio above the whole": ((*TIERS, 0, "ratio_permyriad", 3), 10001, f"{TIERS_AT}/0/ratio_permyriad/3", "too_large"),
    "ratio a fraction": ((*TIERS, 0, "ratio_permyriad", 3), 0.7, f"{TIERS_AT}/0/ratio_permyriad/3", "fractional"),
    "tiers over a month": ((*OUT, "tiers_over"), "month", f"{OUT_AT}/tiers_over", "value"),
    "across years by halves": ((*OUT, "across_years"), "half", f"{OUT_AT}/across_years", "value"),
    "a class's cap negative": ((*OUT, "cap_fen"), -1, f"{OUT_AT}/cap_fen", "negative"),
    "a class's cap in yuan": ((*OUT, "cap_fen"), "5000.00", f"{OUT_AT}/cap_fen", "type"),
    "a bill's cap for three levels": ((*OUT, "bill_cap_fen"), [0, 0, 0], f"{OUT_AT}/bill_cap_fen", "value"),
    "later stays of a yearly deductible": (
        (*AGES, 0, "later_deductible_fen"),
        [[0, 0, 0, 0]],
        f"{OUT_AT}/deductible_per",
        "value",
    ),
    "later stays of nothing": ((*AGES, 0, "later_deductible_fen"), [], f"{LATER_AT}", "empty"),
    "later stays as one list": ((*AGES, 0, "later_deductible_fen"), [0, 0, 0, 0], f"{LATER_AT}/0", "type"),
    "later stays for three levels": ((*AGES, 0, "later_deductible_fen"), [[0, 0, 0]], f"{LATER_AT}/0", "value"),
    "a later stay dearer than the first": (
        (*AGES, 0, "later_deductible_fen"),
        [[100000, 100000, 100000, 100001]],
        f"{LATER_AT}/0",
        "value",
    ),
    "a later stay dearer than one before": (
        (*AGES, 0, "later_deductible_fen"),
        [[0, 0, 0, 0], [0, 0, 0, 1]],
        f"{LATER_AT}/1",
        "value",
    ),
    "no disease": (("insurance", "310", "chronic_diseases"), [], f"{AT}/chronic_diseases", "empty"),
    "a disease a number": (("insurance", "310", "chronic_diseases"), [3900], f"{AT}/chronic_diseases/0", "type"),
    "a disease in words": (("insurance", "310", "chronic_diseases"), ["高血压"], f"{AT}/chronic_diseases/0", "value"),
    "a disease twice": (("insurance", "310", "chronic_diseases"), ["M1", "M1"], f"{AT}/chronic_diseases", "overlap"),
    "within the province, no source": (LOCAL, {"filing_required": False, "filed": 0}, f"{LOCAL_AT}/source", "missing"),
    "within the province, nothing said": (LOCAL, {"source": "示例"}, f"{LOCAL_AT}/filing_required", "missing"),
    "within the province, unfiled missing": (
        LOCAL,
        {"source": "示例", "filing_required": True, "filed": 0},
        f"{LOCAL_AT}/unfiled",
        "missing",
    ),
    "within the province, unfiled where nobody files": (
        LOCAL,
        {"source": "示例", "filing_required": False, "filed": 0, "unfiled": 0},
        f"{LOCAL_AT}/unfiled",
        "unknown_field",
    ),
    "within the province, unfiled better than filed": (
        LOCAL,
        {"source": "示例", "filing_required": True, "filed": 500, "unfiled": 499},
        f"{LOCAL_AT}/unfiled",
        "value",
    ),
    "unknown field of a tier": ((*TIERS, 0, "ratio"), 1, f"{TIERS_AT}/0/ratio", "unknown_field"),
}


def decoded() -> Any:
    return tomllib.loads(FILE.read_text("utf-8"))


def changed(where: tuple[str | int, ...], value: object) -> object:
    place = decoded()
    target = place
    for key in where[:-1]:
        target = target[key]
    if value is DROP:
        del target[where[-1]]
    else:
        target[where[-1]] = value
    return place


def test_other_that_need_not_be_filed_gets_no_more_than_what_is_filed() -> None:
    place = decoded()
    place["filing_required"] = ["referral"]
    assert Place.parse(place, "f").filing_required == {Reach.REFERRAL}
    place["insurance"]["310"]["cut"]["referral"] = 1501
    with pytest.raises(PolicyInvalid) as caught:
        Place.parse(place, "f")
    assert caught.value.data == {"file": "f", "path": f"{AT}/cut/other", "reason": "value"}


def test_what_nobody_said() -> None:
    """A file of fewer fields means what it meant before they existed."""
    policy = Place.parse(decoded(), "f").policy("310")
    assert policy.within_province is None
    assert policy.chronic_diseases == CROSS_PROVINCE
    outpatient = policy.classes[TreatmentType.OUTPATIENT]
    assert (outpatient.tiers_over, outpatient.cap_fen, outpatient.bill_cap_fen) == (Over.BILL, None, None)
    assert policy.classes[TreatmentType.INPATIENT].across_years is AcrossYears.DISCHARGE


@pytest.mark.parametrize("what", MALFORMED)
def test_malformed_policy_names_file_path_and_reason(what: str) -> None:
    where, value, path, reason = MALFORMED[what]
    with pytest.raises(PolicyInvalid) as caught:
        Policy.parse(changed(where, value), "990000.toml", "310")
    assert caught.value.data == {"file": "990000.toml", "path": path, "reason": reason}
    assert caught.value.exit == 2


@pytest.mark.parametrize("obj", [None, [], "x", 1, {1: 2}])
def test_not_a_table(obj: object) -> None:
    with pytest.raises(PolicyInvalid) as caught:
        Place.parse(obj, "f")
    assert caught.value.data == {"file": "f", "path": "", "reason": "type"}


def test_an_insurance_the_place_does_not_have() -> None:
    with pytest.raises(PolicyInvalid) as caught:
        Policy.parse(decoded(), "f", "510")
    assert caught.value.data == {"file": "f", "path": "/insurance/510", "reason": "missing"}


def test_what_a_policy_says() -> None:
    place = Place.parse(decoded(), "f")
    assert place.filing_required == {Reach.REFERRAL, Reach.OTHER}
    policy = place.policy("310")
    assert policy.policy_id == "990000/310/2026-01-01"
    assert policy.account_pays == {Part.DEDUCTIBLE, Part.COPAY, Part.OVER_CAP, Part.CLASS_B}
    assert policy.cut_permyriad[Reach.HOME] == 0
    outpatient = policy.classes[TreatmentType.PHARMACY]
    assert (outpatient.name, outpatient.deductible_per, outpatient.source) == ("outpatient", Per.YEAR, "示例")
    assert [bracket.from_age for bracket in outpatient.ages] == [0, 60]


def test_a_sourced_number_keeps_source_and_date() -> None:
    place: Any = changed((*OUT, "source"), "某医保发〔2026〕1号")
    place["insurance"]["310"]["class"]["outpatient"]["date"] = "2026-02-03"
    treatment = Policy.parse(place, "f", "310").classes[TreatmentType.OUTPATIENT]
    assert (treatment.source, treatment.date) == ("某医保发〔2026〕1号", "2026-02-03")
