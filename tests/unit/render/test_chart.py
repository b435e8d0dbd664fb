"""The year's chart: its bars to the column at several widths, in both languages, spoken, and as a sound SVG.

`python -m unit.render.test_chart` in tests/ prints the golden file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from property.campaign import campaign

from wallet_cli import locale
from wallet_cli.domain.annual import Annual, Sums
from wallet_cli.locale.width import width
from wallet_cli.render import chart

GOLDEN = Path(__file__).with_name("chart.golden")
WIDTHS = (40, 60, 80, 120, 200)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
SVG = "{http://www.w3.org/2000/svg}"


def month(fund: int = 0, account: int = 0, aid: int = 0, cash: int = 0, refund: int = 0) -> Sums:
    return Sums(1, fund + account + aid + cash, fund, account, aid, cash, refund)


YEAR = Annual(
    2026,
    (
        month(120_000, 50_000, 0, 30_000),
        Sums(),
        month(fund=1),
        month(cash=98_765),
        month(1_250_000, 80_000, 45_000, 260_000),
        month(10_000, 10_000, 10_000, 10_000),
        Sums(0, -40_000, -20_000, -10_000, -5_000, -5_000, -40_000),
        month(cash=10_000)._replace(fund_fen=-20_000, amount_fen=-10_000, refund_fen=-20_000),
        *(Sums(),) * 3,
        month(1_635_000),
    ),
    576_000,
    0,
)
NOTHING = Annual(2025, (Sums(),) * 12, 0, 0)


@contextmanager
def spoken(language: str) -> Iterator[None]:
    before = locale.language()
    locale.choose(language)
    try:
        yield
    finally:
        locale.choose(before)


@pytest.fixture(params=["zh-CN", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with spoken(request.param):
        yield request.param


def golden() -> str:
    """Every form, one after the other."""
    parts = []
    for name in ("zh-CN", "en"):
        with spoken(name):
            parts += [f"--- {name}, {columns}\n{chart.bars(YEAR, columns=columns, color=False)}" for columns in WIDTHS]
            coloured = chart.bars(YEAR, columns=60, color=True).replace("\x1b", "ESC")
            parts += [f"--- {name}, colour\n{coloured}", f"--- {name}, spoken\n{chart.sentences(YEAR)}"]
            parts += [f"--- {name}, nothing\n{chart.bars(NOTHING, columns=60, color=False)}"]
    return "\n".join(parts) + "\n"


def test_charts_are_those_of_the_golden_file() -> None:
    assert golden() == GOLDEN.read_text(encoding="utf-8")


FEN = st.integers(-(10**11), 10**11)
MONTHS = st.builds(month, FEN, FEN, FEN, FEN) | st.just(Sums())
YEARS = st.lists(MONTHS, min_size=12, max_size=12).map(lambda months: Annual(2026, tuple(months), 0, 0))


@campaign(500)
@given(YEARS, st.integers(40, 240), st.booleans(), st.sampled_from(["zh-CN", "en"]))
def test_no_line_is_wider_than_the_screen(one: Annual, columns: int, color: bool, name: str) -> None:
    with spoken(name):
        lines = chart.bars(one, columns=columns, color=color).split("\n")
    shown = [COLOUR.sub("", line) for line in lines]
    assert all(width(line) <= min(columns, 200) for line in shown)
    assert all("\x1b[0m" in line or "\x1b" not in line for line in lines)


@campaign(500)
@given(YEARS, st.integers(40, 200))
def test_bars_are_as_long_as_their_amounts(one: Annual, columns: int) -> None:
    with spoken("en"):
        coloured = chart.bars(one, columns=columns, color=True).split("\n")[-12:]
        plain = chart.bars(one, columns=columns, color=False).split("\n")[-12:]
    paid = [[max(0, part) for part in (m.fund_fen, m.account_fen, m.aid_fen, m.cash_fen)] for m in one.months]
    lengths = []
    for with_colour, without, parts in zip(coloured, plain, paid, strict=True):
        bar = "".join(re.findall("[#=+.]*$", re.sub(r"^\w+ +-?[\d,]+\.\d\d", "", without).strip()))
        assert COLOUR.sub("", with_colour).rstrip() == without.removesuffix(bar).rstrip()
        assert bar == "".join(sorted(bar, key="#=+.".index)), "payers in one order"
        assert all(part for sign, part in zip("#=+.", parts, strict=True) if sign in bar)
        assert bool(bar) == bool(sum(parts)), "something is never nothing"
        lengths.append((sum(parts), len(bar)))
    lengths.sort()
    assert [length for _, length in lengths] == sorted(length for _, length in lengths)


def test_without_colour_the_signs_are_ascii_and_differ() -> None:
    with spoken("en"):
        text = chart.bars(YEAR, columns=80, color=False)
    assert text.isascii() and len(set(chart.SIGNS.values())) == len(chart.PAYERS) == 4


def test_a_screen_too_narrow_for_bars_gets_the_amounts(language: str) -> None:
    lines = chart.bars(YEAR, columns=18, color=False).split("\n")
    assert all(width(line) <= 18 for line in lines) and lines[-1].endswith("16,350.00")


def test_what_is_spoken_has_every_month_that_counts(language: str) -> None:
    lines = chart.sentences(YEAR).split("\n")
    assert len(lines) == 1 + 8 + 1 and "12,500.00" in lines[4]
    assert not set("#=+█") & set("".join(lines))
    assert "2025" in chart.sentences(NOTHING) and "\n" not in chart.sentences(NOTHING)
    full = Annual(2026, (month(cash=5),) * 12, 0, 0)
    assert len(chart.sentences(full).split("\n")) == 13


def test_the_svg_is_sound_and_says_what_it_shows(language: str) -> None:
    mark, whose = locale.text("mark.sandbox"), '<王&"小\x07明">'
    root = ElementTree.fromstring(chart.svg(YEAR, (whose, mark)))
    shown = whose.replace("\x07", "")
    assert root.tag == f"{SVG}svg" and root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and desc is not None and title.text and shown in title.text and mark in title.text
    assert desc.text == chart.sentences(YEAR)
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert shown in texts and mark in texts and "16,350.00" in texts and "-400.00" in texts
    assert not any("href" in name or name.startswith("on") for one in root.iter() for name in one.attrib)


def test_bars_of_the_svg_are_proportional() -> None:
    with spoken("en"):
        root = ElementTree.fromstring(chart.svg(YEAR, ()))
    found = [one for one in root.iter(f"{SVG}rect") if one.get("height") == "20"]
    drawn = sum(max(0, part) > 0 for m in YEAR.months for part in (m.fund_fen, m.account_fen, m.aid_fen, m.cash_fen))
    assert len(found) == drawn
    broadest = max(float(one.get("width", "0")) for one in found)
    assert broadest == pytest.approx(500)
    right = max(float(one.get("x", "0")) + float(one.get("width", "0")) for one in found)
    assert right <= 720 - 120, "room for the amount beside the bar"


if __name__ == "__main__":
    print(golden(), end="")
