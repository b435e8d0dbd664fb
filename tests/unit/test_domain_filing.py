"""The rules of filing that need no platform: days, papers, places, several at once, the six months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_cli.domain import filing as rules
from wallet_cli.domain import region as codes
from wallet_cli.domain.filing import Filing, FilingCategory, FilingState
from wallet_cli.domain.filing_place import check_place, place_of
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.time import Instant
from wallet_cli.errors import (
    FilingDates,
    FilingOverlaps,
    FilingPlace,
    FilingTooEarly,
    PaperInvalid,
    PapersMissing,
    PlaceAmbiguous,
    PlaceUnknown,
    WalletError,
)

C = FilingCategory
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31)).map(date.isoformat)


def paper(kind: PaperKind) -> Paper:
    return Paper(kind, "a.pdf", "application/pdf", 10, "0" * 64)


def filing(to: str, start: str, end: str | None, number: str = "F1", **more: object) -> Filing:
    fields: dict[str, object] = {
        "filing_id": number,
        "psn_no": "1",
        "category": C.RESIDENT,
        "insuplc_admdvs": "410100",
        "to_region": to,
        "start": start,
        "end": end,
        "state": FilingState.ACTIVE,
        "declaration": False,
        "papers": (),
        "notice_version": "1",
        "contact_phone": Phone("13800000001"),
        "filed_at": Instant(0),
        "decided_at": Instant(0),
        "reason": None,
        "changeable_from": None,
        "late": False,
    }
    return Filing(**(fields | more))  # type: ignore[arg-type]


def dates(category: FilingCategory, start: str, end: str | None, today: str = "2026-11-22") -> str | None:
    return rules.check_dates(category, start, end, today=today, earliest="2026-06-01", latest="2027-05-01")


def refusal(error: pytest.ExceptionInfo[WalletError]) -> object:
    return error.value.data["reason"]


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-11-22", 6, "2027-05-22"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-06-30", 6, "2026-12-30"),
    ],
)
def test_months_end_on_their_last_day(day: str, count: int, then: str) -> None:
    assert rules.add_months(day, count) == then


@given(DAYS, st.integers(0, 60))
def test_months_never_skip_one(day: str, count: int) -> None:
    then = date.fromisoformat(rules.add_months(day, count))
    start = date.fromisoformat(day)
    assert then.year * 12 + then.month == start.year * 12 + start.month + count
    assert then.day == start.day or (then + timedelta(days=1)).day == 1


def test_ends_of_filings() -> None:
    assert [dates(category, "2026-11-22", None) for category in rules.LONG_TERM] == [None] * 3
    assert dates(C.OTHER, "2026-11-22", None) == "2027-05-22"
    assert dates(C.REFERRAL, "2026-11-22", "2027-05-22") == "2027-05-22"
    # Filed late for a stay that began long ago: it does not end before today.
    assert dates(C.OTHER, "2026-06-01", None, today="2027-01-01") == "2027-01-01"


@pytest.mark.parametrize(
    ("category", "start", "end", "reason"),
    [
        (C.OTHER, "2026-11-22", "2026-11-21", "end_before_start"),
        (C.OTHER, "2026-11-22", "2027-05-21", "too_short"),
        (C.REFERRAL, "2026-11-22", "2026-11-22", "too_short"),
        (C.WORKER, "2026-11-22", "2028-11-22", "long_term"),
        (C.OTHER, "2026-05-31", None, "too_early"),
        (C.OTHER, "2027-05-02", None, "too_late"),
        (C.OTHER, "2026-13-01", None, "malformed"),
        (C.OTHER, "20261122", None, "malformed"),
        (C.OTHER, "2026-11-22", "tomorrow", "malformed"),
    ],
)
def test_days_a_filing_may_not_have(category: FilingCategory, start: str, end: str | None, reason: str) -> None:
    with pytest.raises(FilingDates) as error:
        dates(category, start, end)
    assert refusal(error) == reason


@pytest.mark.parametrize("category", C)
def test_papers_of_each_category(category: FilingCategory) -> None:
    needed = rules.NEEDED[category]
    for kind in needed:
        assert rules.check_papers(category, [paper(kind)], declaration=False) is False
        assert rules.is_proof(category, [paper(kind)])
    if not needed:
        assert rules.check_papers(category, [], declaration=False) is False
        return
    other = next(kind for kind in rules.KNOWN if kind not in needed)
    with pytest.raises(PapersMissing) as error:
        rules.check_papers(category, [paper(other)], declaration=False)
    assert error.value.data["missing"] == ("|".join(needed),)
    assert ("option" in error.value.data) == (category in rules.LONG_TERM)
    assert not rules.is_proof(category, [paper(other)])


@pytest.mark.parametrize("category", C)
def test_declarations_stand_for_long_term_papers_alone(category: FilingCategory) -> None:
    if category in rules.LONG_TERM:
        assert rules.check_papers(category, [], declaration=True) is True
        assert rules.check_papers(category, [paper(rules.NEEDED[category][0])], declaration=True) is False
    else:
        with pytest.raises(PaperInvalid) as error:
            rules.check_papers(category, [], declaration=True)
        assert refusal(error) == "declaration"


def test_papers_of_other_applications_are_of_no_use() -> None:
    with pytest.raises(PaperInvalid):
        rules.check_papers(C.REFERRAL, [paper(PaperKind.RECEIPT)], declaration=False)


@pytest.mark.parametrize(
    ("filed", "treatment", "serves"),
    [
        ("310000", "310115", True),
        ("440000", "440300", True),
        ("440300", "440305", True),
        ("440300", "440100", False),
        ("440300", "440000", False),
        ("429004", "429004", True),
        ("429004", "429005", False),
        ("310000", "320000", False),
    ],
)
def test_what_a_filing_covers(filed: str, treatment: str, serves: bool) -> None:
    assert rules.covers(filed, treatment) is serves


@given(DAYS, st.none() | DAYS, DAYS, st.none() | DAYS)
def test_spans_overlap_where_they_share_a_day(a: str, a_end: str | None, b: str, b_end: str | None) -> None:
    a_end, b_end = (None if e is None else max(s, e) for s, e in ((a, a_end), (b, b_end)))
    shared = max(a, b) <= min(a_end or "9999", b_end or "9999")
    assert rules.overlap(a, a_end, b, b_end) == rules.overlap(b, b_end, a, a_end) == shared


def test_several_places_at_once() -> None:
    others = [filing("310000", "2026-01-01", None), filing("440000", "2026-01-01", "2026-06-30", "F2")]
    for to, start, end, proof, number, reason in (
        ("310000", "2026-11-22", None, True, "F1", "same_place"),
        ("440300", "2026-06-30", None, True, "F2", "same_place"),
        ("320100", "2026-11-22", None, False, "F1", "proof"),
    ):
        with pytest.raises(FilingOverlaps) as error:
            rules.check_overlaps(to, start, end, proof=proof, others=others)
        assert error.value.data == {"filing_id": number, "reason": reason}
    rules.check_overlaps("320100", "2026-11-22", None, proof=True, others=others)
    rules.check_overlaps("440300", "2026-07-01", None, proof=True, others=others)
    rules.check_overlaps("320100", "2025-01-01", "2025-12-31", proof=False, others=others)


def test_the_six_months_of_a_declaration() -> None:
    declared = filing("310000", "2026-11-22", None, declaration=True, changeable_from="2027-05-22")
    with pytest.raises(FilingTooEarly) as error:
        rules.check_not_too_early(declared, [], "2027-05-21")
    assert error.value.data == {"until": "2027-05-22", "filing_id": "F1"}
    with pytest.raises(FilingTooEarly):
        rules.check_not_too_early(declared, [paper(PaperKind.CONTRACT)], "2026-11-23")
    rules.check_not_too_early(declared, [], "2027-05-22")
    rules.check_not_too_early(declared, [paper(PaperKind.RESIDENCE_PROOF)], "2026-11-23")
    rules.check_not_too_early(declared._replace(state=FilingState.PENDING), [], "2026-11-23")
    rules.check_not_too_early(filing("310000", "2026-11-22", None), [], "2026-11-23")


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("H31000000001", "hospital"),
        ("P31000000001", "hospital"),
        ("410300", "own_province"),
        ("410000", "own_province"),
        ("410105", "insured_there"),
        ("410100", "insured_there"),
        ("810000", "hong_kong"),
        ("820000", "macao"),
        ("710000", "taiwan"),
        ("440305", "county"),
        ("310115", "county"),
    ],
)
def test_where_a_filing_may_not_go(to: str, reason: str) -> None:
    with pytest.raises(FilingPlace) as error:
        check_place(to, "410100")
    assert refusal(error) == reason


def test_within_the_province_the_insured_place_decides() -> None:
    for local, reason in ((True, "own_province_filing"), (False, "own_province_free"), (None, "own_province")):
        with pytest.raises(FilingPlace) as error:
            check_place("410300", "410100", local_filing=local)
        assert refusal(error) == reason


def test_where_a_filing_may_go() -> None:
    for to in ("310000", "440300", "440000", "429004"):
        assert check_place(to, "410100") == to


@pytest.mark.parametrize(
    ("said", "code"),
    [("上海", "310000"), ("浦东新区", "310000"), ("shenzhen", "440300"), ("深圳南山", "440300"), ("440300", "440300")],
)
def test_what_a_person_names(said: str, code: str) -> None:
    assert place_of(said) == code


def test_names_of_no_place() -> None:
    for said, leaf in (
        ("吉林", PlaceAmbiguous),
        ("某某市", PlaceUnknown),
        ("日本", FilingPlace),
        ("h31000000001", FilingPlace),
    ):
        with pytest.raises(leaf):
            place_of(said)


def test_pooling_areas_are_the_registers() -> None:
    assert codes.pooling_area("110105") == "11" and codes.pooling_area("320506") == "3205"
