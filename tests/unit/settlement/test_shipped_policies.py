"""The policies in the package, and how one is found for a place."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wallet_cli.domain.bill import TreatmentType
from wallet_cli.domain.chronic import CROSS_PROVINCE
from wallet_cli.domain.policy import EXAMPLE, AcrossYears, Over, Per, Reach
from wallet_cli.domain.settlement import State, Visit, parse_bill, settle
from wallet_cli.errors import PolicyInvalid, RegionInvalid
from wallet_cli.platform import policies

SHIPPED = Path(policies.__file__).parent
REGIONS = [
    *("110000", "120000", "150000", "310000", "320000", "330000", "330100", "340000"),
    *("410000", "420000", "429004", "440000", "500000", "510000", "610000", "650000"),
]
MADE_UP = Path(__file__).parent / "policy.toml"


def test_places() -> None:
    assert [place.region for place in policies.places()] == REGIONS
    for place in policies.places():
        assert place.hotline.endswith("-12393")
        assert place.site.startswith("https://")
        assert place.insutypes == ("310", "390")
        assert place.illustrative


@pytest.mark.parametrize("region", REGIONS)
def test_shipped_policy_is_illustrative_and_whole(region: str) -> None:
    place = policies.place(region)
    for insutype in ("310", "390"):
        policy = policies.load(region, insutype)
        assert policy.illustrative
        assert policy.policy_id.startswith(f"{region}/{insutype}/")
        assert policy.has_account == (insutype == "310")
        assert set(policy.classes) == set(TreatmentType)
        assert {treatment.source for treatment in policy.classes.values()} == {EXAMPLE}
        assert policy == place.policies[policy.insutype]


@pytest.mark.parametrize("region", REGIONS)
def test_shipped_file_says_so_in_words(region: str) -> None:
    text = (SHIPPED / f"{region}.toml").read_text("utf-8")
    assert "example (示例)" in text.splitlines()[0]


@pytest.mark.parametrize(
    ("region", "serves"),
    [
        *(("320500", "320000"), ("110105", "110000"), ("440000", "440000")),
        *(("330106", "330100"), ("330200", "330000"), ("429004", "429004"), ("429005", "420000")),
    ],
)
def test_the_nearest_prefix_serves(region: str, serves: str) -> None:
    assert policies.load(region, "310").region == serves


def test_places_of_all_kinds() -> None:
    """Cities and provinces, and every choice that a place has."""
    places = [policies.place(region) for region in REGIONS]
    assert len(places) >= 12
    employees = [policies.load(region, "310") for region in REGIONS]
    classes = [treatment for policy in employees for treatment in policy.classes.values()]
    inpatient = [policy.classes[TreatmentType.INPATIENT] for policy in employees]
    assert {place.region[2:4] == "00" for place in places} == {True, False}
    assert {Reach.OTHER in place.filing_required for place in places} == {True, False}
    assert {policy.within_province and policy.within_province.filing_required for policy in employees} == {
        *(None, True, False)
    }
    assert {treatment.across_years for treatment in inpatient} == set(AcrossYears)
    assert {treatment.tiers_over for treatment in classes} == set(Over)
    assert {treatment.deductible_per for treatment in classes} == set(Per)
    assert {treatment.cap_fen is None for treatment in classes} == {True, False}
    assert {treatment.bill_cap_fen is None for treatment in classes} == {True, False}
    assert {bool(bracket.later_deductible_fen) for one in inpatient for bracket in one.ages} == {True, False}
    assert {policy.chronic_diseases == CROSS_PROVINCE for policy in employees} == {True, False}


def test_adding_a_place_is_adding_a_file(tmp_path: Path) -> None:
    for shipped in SHIPPED.glob("*.toml"):
        shutil.copy(shipped, tmp_path)
    with pytest.raises(RegionInvalid):
        policies.load("980200", "310", tmp_path)
    shutil.copy(MADE_UP.parent / "policy_more.toml", tmp_path / "980000.toml")
    assert [place.region for place in policies.places(tmp_path)] == [*REGIONS, "980000"]
    bill = parse_bill({"med_type": "21", "fees": [{"name": "药", "category": "A", "amount_fen": 230000}]})
    policy = policies.load("980200", "310", tmp_path)
    # 2,300.00 - 1,300.00 = 1,000.00 x 80 %.
    assert settle(bill, policy, State(2026), Visit(3, "980200", "980200", 36)).fund_pay_sumamt_fen == 80000
    # Its neighbours are as before.
    assert policies.load("110000", "310", tmp_path) == policies.load("110000", "310")


def test_a_nearer_file_goes_before_the_province(tmp_path: Path) -> None:
    text = MADE_UP.read_text("utf-8")
    for region in ("990000", "990100", "990102"):
        (tmp_path / f"{region}.toml").write_text(text.replace('"990000"', f'"{region}"'), "utf-8")
    found = {region: policies.load(region, "390", tmp_path).region for region in ("990102", "990103", "990203")}
    assert found == {"990102": "990102", "990103": "990100", "990203": "990000"}


@pytest.mark.parametrize(
    "region", ["990000", "11000", "1100000", "11010x", "", "１１００００", "../../", "110000/../110000"]
)
def test_a_region_nobody_serves(region: str) -> None:
    with pytest.raises(RegionInvalid) as caught:
        policies.load(region, "310")
    assert caught.value.data == {"region": region}


def test_an_insurance_type_without_policy() -> None:
    with pytest.raises(PolicyInvalid) as caught:
        policies.load("110000", "510")
    assert caught.value.data == {"file": "110000.toml", "path": "/insurance/510", "reason": "missing"}


@pytest.mark.parametrize("content", [b"schema = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_file_that_is_not_toml(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "990000.toml").write_bytes(content)
    with pytest.raises(PolicyInvalid) as caught:
        policies.load("990100", "310", tmp_path)
    assert caught.value.data == {"file": "990000.toml", "path": "", "reason": "syntax"}


def test_a_file_under_another_regions_name(tmp_path: Path) -> None:
    shutil.copy(MADE_UP, tmp_path / "980000.toml")
    with pytest.raises(PolicyInvalid) as caught:
        policies.places(tmp_path)
    assert caught.value.data == {"file": "980000.toml", "path": "/region", "reason": "value"}


def test_importing_the_loader_reads_and_imports_nothing_heavy() -> None:
    code = "import sys, wallet_cli.platform.policies; print(*[m for m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert not {"tomllib", "wallet_cli.domain.policy", "wallet_cli.ports", "json"} & set(done.stdout.split())
