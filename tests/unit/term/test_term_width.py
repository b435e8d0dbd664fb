"""Columns a text takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_cli.locale.width import clip, refold, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("医保码", 6),
        ("医保码 · 本人", 14),
        ("ç", 1),
        ("é", 2),
        ("e\u0301", 1),
        ("Ａ", 2),
        ("a\u200bb", 2),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_clip_never_cuts_a_wide_sign_in_two() -> None:
    assert clip("医保码", 5) == "医保"
    assert clip("医保码", 1) == ""
    assert clip("abc", 3) == "abc"


def test_wrap_breaks_at_spaces_where_it_can_and_anywhere_where_it_must() -> None:
    assert wrap("not valid at a real hospital", 21) == ["not valid at a real", "hospital"]
    assert wrap("沙盒 不可真实就医", 21) == ["沙盒 不可真实就医"]
    assert wrap("钥匙串没有回答请稍后再试一次", 10) == ["钥匙串没有", "回答请稍后", "再试一次"]
    assert wrap("a\nb", 9) == ["a", "b"]
    assert wrap("", 9) == []


def test_a_written_text_is_folded_anew_for_the_window() -> None:
    written = "Title\n\n1. not valid at\n   a real hospital\n二、沙盒，\n   不可真实就医\n"
    assert refold(written, 30) == "Title\n\n1. not valid at a real\nhospital\n二、沙盒，不可真实就医\n"
    assert refold(written, 16) == "Title\n\n1. not valid at\na real hospital\n二、沙盒，不可真\n实就医\n"


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=80), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_sign_is_lost(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
