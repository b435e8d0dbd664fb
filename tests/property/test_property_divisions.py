"""Every division of the list, not a sample: each resolves by its code and its full name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_cli.domain import divisions
from wallet_cli.domain.divisions import Level
from wallet_cli.domain.region import check
from wallet_cli.errors import PlaceAmbiguous, PlaceUnknown

LIVING = [line.split("|")[0] for line in divisions.LIVING.strip().split("\n")]
RETIRED = [line.split("|")[0] for line in divisions.RETIRED.strip().split("\n")]


def meant(text: str) -> set[str]:
    """The code a text resolves to, or the candidates it is told to have."""
    try:
        return {divisions.resolve(text).code}
    except PlaceAmbiguous as error:
        candidates = error.data["candidates"]
        assert isinstance(candidates, tuple)
        return {str(one)[:6] for one in candidates}


def test_every_division_resolves_by_its_code_and_its_full_name() -> None:
    for code in LIVING:
        one = divisions.find(code)
        assert divisions.resolve(check(code)) == one
        assert divisions.resolve(one.full_name) == one
        assert divisions.filing_place(code).level is not Level.COUNTY


def test_every_division_resolves_by_its_name_or_is_among_the_candidates() -> None:
    for code in LIVING:
        assert code in meant(divisions.find(code).name)


def test_every_citys_pinyin_resolves_or_is_among_the_candidates() -> None:
    for one in divisions.search("", 10_000, Level.CITY):
        kind = {"盟": "meng", "区": "diqu", "州": "zizhizhou"}.get(one.name[-1], "shi")
        if one.name.endswith(("自治州", "县", "林区")):
            assert one.code in meant(one.pinyin) or one.short == "海南"  # the province has the name
            continue
        assert one.code in meant(one.pinyin)
        assert one.code in meant(one.pinyin.replace("'", " ") + kind)


def test_every_retired_code_resolves_to_a_living_division_of_its_province() -> None:
    moved = {"5102": "50", "5122": "50", "5123": "50", "5135": "50", "4410": "46", "4411": "46", "4421": "46"}
    moved["4422"] = "46"
    for code in RETIRED:
        one = divisions.resolve(code)
        assert one.code in LIVING
        assert one.retired_to is None
        assert one.code[:2] == moved.get(code[:4], code[:2]), code


def test_parents_are_living_and_hold_their_children() -> None:
    for code in LIVING:
        above = divisions.parent_of(code)
        if above is not None:
            assert divisions.find(above).retired_to is None
            assert divisions.within(code, above)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.one_of(st.text(max_size=80), st.from_regex(r"[0-9]{1,8}", fullmatch=True), st.sampled_from(LIVING)))
def test_any_text_is_a_living_place_or_a_told_error(text: str) -> None:
    try:
        assert divisions.resolve(text).code in LIVING
    except (PlaceUnknown, PlaceAmbiguous) as error:
        assert error.data["text"] == text.strip()[: divisions.MAX_TEXT]
