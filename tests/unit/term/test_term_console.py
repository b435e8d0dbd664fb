"""Streams, colour, and signs an encoding lacks."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from wallet_cli.errors import DiskFull
from wallet_cli.term.console import Console, can_encode, encodable, few_colors, wants_color


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    master, slave = os.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        yield stream
    os.close(master)


@pytest.mark.parametrize(
    ("env", "choice", "expected"),
    [
        ({"TERM": "xterm"}, "auto", True),
        ({"TERM": "dumb"}, "auto", False),
        ({}, "auto", False),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, "always", False),
        ({"TERM": "xterm", "NO_COLOR": ""}, "auto", True),
        ({"FORCE_COLOR": "1"}, "never", True),
        ({"TERM": "xterm", "FORCE_COLOR": "0"}, "always", False),
        ({"TERM": "xterm"}, "never", False),
        ({"TERM": "dumb"}, "always", True),
    ],
)
def test_colour(terminal: TextIO, env: dict[str, str], choice: str, expected: bool) -> None:
    assert wants_color(terminal, choice, env) is expected


def test_a_pipe_has_no_colour_unless_asked() -> None:
    assert not wants_color(io.StringIO(), "auto", {"TERM": "xterm"})
    assert wants_color(io.StringIO(), "always", {"TERM": "xterm"})


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("医保码 · 本人", "utf-8", "医保码 · 本人"),
        ("医保码 · 本人", "gbk", "医保码 · 本人"),
        ("張* … 就醫", "big5", "張* … 就醫"),
        ("医保码：张三，就医", "big5", "醫保碼：張三，就醫"),
        ("个人账户", "big5", "個人賬戶"),
        ("医保 •••", "ascii", "???? ***"),
        ("卡（医保）：是", "ascii", "?? (????) : ??"),
        ("a\udcffb", "utf-8", "a?b"),
        ("😀", "gbk", "??"),
        ("医", None, "医"),
        ("医", "no-such-encoding", "??"),
    ],
)
def test_signs_that_an_encoding_lacks(text: str, encoding: str | None, expected: str) -> None:
    assert encodable(text, encoding) == expected


def test_half_blocks_are_known_to_be_lacking() -> None:
    assert can_encode("▀", "utf-8")
    assert not can_encode("▀", "gbk")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "big5", "ascii", "latin-1"])
def test_nothing_crashes_the_console(encoding: str) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(None, out, out, {})
    console.out("医保码 · 本人 ▀ 😀 \udcff")
    console.err("張 •")
    assert out.buffer.getvalue().count(b"\n") == 2  # type: ignore[attr-defined]


def test_data_and_words_go_to_their_own_streams() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(None, out, err, {})
    console.out("data")
    console.err("words")
    assert (out.getvalue(), err.getvalue()) == ("data\n", "words\n")
    assert console.size() == (24, 80)
    assert not (console.stdin_is_terminal or console.stdout_is_terminal or console.stderr_is_terminal)


def test_a_full_disk_is_told_for_data_and_swallowed_for_words() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("/dev/full is not there")
    full = open("/dev/full", "w", encoding="utf-8")  # noqa: SIM115 - closing it fails, which is the point
    console = Console(None, full, full, {})
    with pytest.raises(DiskFull):
        console.out("data")
    console.err("words")
    with pytest.raises(OSError):
        full.close()


def test_rich_takes_the_colour_decision_and_never_cuts_off_a_terminal() -> None:
    out = io.StringIO()
    console = Console(None, out, io.StringIO(), {"FORCE_COLOR": "1"})
    console.rich().print("x" * 500, style="bold")
    assert "\x1b[1m" in out.getvalue()
    assert "x" * 500 in out.getvalue()
    plain = io.StringIO()
    Console(None, plain, io.StringIO(), {"NO_COLOR": "1"}).rich().print("[b]x", style="red")
    assert plain.getvalue() == "[b]x\n"


@pytest.mark.parametrize("term", ["linux", "linux-16color", "vt220", "ansi", "rxvt", "rxvt-unicode", "xterm-16color"])
def test_terminals_of_few_colours(term: str) -> None:
    assert few_colors(term)


@pytest.mark.parametrize(
    "term", ["xterm", "xterm-256color", "rxvt-unicode-256color", "tmux-256color", "screen", "xterm-kitty", ""]
)
def test_terminals_that_know_the_cube(term: str) -> None:
    assert not few_colors(term)
