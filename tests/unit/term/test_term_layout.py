"""Where things stand, for every size a window can have."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_cli.locale.width import width
from wallet_cli.render.qr import TerminalQr
from wallet_cli.term.layout import PANEL, Layout, Said, lay_out, needed

SAID = Said(
    title="医保码 · 本人",
    name="欧阳**",
    insurance="北京市 职工基本医疗保险",
    keys=("r 换码", "m 家人", "q 退"),
    message="",
    mark="沙盒 不可真实就医",
    mark_short="沙盒",
)
ENGLISH = Said(
    title="Insurance code · self",
    name="O* Y*",
    insurance="Employees, Beijing",
    keys=("r new code", "m family", "q quit"),
    message="The platform cannot be reached. Trying again in a moment, or press r.",
    mark="SANDBOX, not valid at a real hospital",
    mark_short="SANDBOX",
)
PAINTER = TerminalQr()


def lay(rows: int, columns: int, said: Said = SAID, *, small_ok: bool = True) -> Layout:
    return lay_out(rows, columns, PAINTER, said, small_ok=small_ok)


@pytest.mark.parametrize(
    ("rows", "columns", "kind"),
    [
        (24, 80, "full"),
        (23, 80, "full"),
        (22, 80, "small"),
        (24, 58, "full"),
        (23, 79, "small"),
        (24, 57, "small"),
        (14, 27, "small"),
        (13, 200, "none"),
        (200, 26, "none"),
    ],
)
def test_the_best_picture_that_fits(rows: int, columns: int, kind: str) -> None:
    assert lay(rows, columns).kind == kind


def test_without_half_blocks_only_the_full_one() -> None:
    assert lay(22, 80, small_ok=False).kind == "none"
    assert lay(24, 58, small_ok=False).kind == "full"
    assert needed(PAINTER, small_ok=False) == (24, 58)
    assert needed(PAINTER, small_ok=True) == (14, 27)


def bare(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.integers(14, 60), st.integers(27, 140), st.sampled_from([SAID, ENGLISH]))
def test_nothing_leaves_the_window_or_covers_the_picture(rows: int, columns: int, said: Said) -> None:
    layout = lay(rows, columns, said)
    height, wide = layout.size
    taken: dict[int, list[tuple[int, int]]] = {}
    spans = [(row, column, column + width(bare(text)) - 1) for row, column, text in layout.texts]
    spans.append((layout.count_row, layout.count_column, layout.count_column + layout.count_width - 1))
    for row, first, last in spans:
        assert 1 <= row <= rows
        assert last <= columns
        inside = row <= height and first <= wide
        assert not inside or (layout.pale and row == height), "only the smallest window, only the last quiet row"
        assert all(last < other or first > end for other, end in taken.get(row, [])), "nothing overlaps"
        taken.setdefault(row, []).append((first, last))
    shown = re.sub(" +", " ", " ".join(bare(text) for _, _, text in layout.texts))
    assert said.mark_short in shown, "the sandbox says so in every layout"
    assert said.mark in shown or said.mark[: len(said.mark_short) + 2] not in shown, "whole or short, never cut off"


def test_the_panel_beside_the_picture_is_22_columns() -> None:
    layout = lay(24, 80, ENGLISH)
    assert layout.size[1] + PANEL == 80
    assert max(column + width(bare(text)) - 1 for _, column, text in layout.texts) <= 80
    said = " ".join(bare(text) for _, _, text in layout.texts)
    for words in (ENGLISH.message, ENGLISH.mark, ENGLISH.name, *ENGLISH.keys):
        assert words in said


def test_the_person_and_the_way_out_come_first_where_room_is_short() -> None:
    said = " ".join(text for _, _, text in lay(24, 60).texts)
    assert "医保码 · 本人" in said
    assert "q 退" in said
