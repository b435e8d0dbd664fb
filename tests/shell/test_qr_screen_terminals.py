"""The live screen in terminals of other makes: urxvt, kitty, wide ambiguous signs, no UTF-8; and how it leaves them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shell.cli_kit import both
from terminals import Display, Kitty, Urxvt, Window, Xterm, decode_zbar, decode_zxing, wait_for

DRIVER = [sys.executable, "tests/shell/qr_driver.py"]
CJK = ("-fa", "DejaVu Sans Mono", "-fd", "Noto Sans Mono CJK SC", "-fs", "10")


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with Display() as display:
        yield display


def codes(log: Path) -> list[str]:
    return log.read_text(encoding="ascii").split() if log.exists() else []


def nothing_left(window: Window) -> bool:
    image = window.screenshot()
    return decode_zbar(image) + decode_zxing(image) == []


@pytest.mark.parametrize("terminal", [Urxvt, Kitty])
@pytest.mark.parametrize("size", [(24, 80), (16, 57)], ids=["full", "small"])
def test_shown_resized_and_left(display: Display, terminal: Any, size: tuple[int, int], tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with terminal(display, [*DRIVER, f"log={log}"], size=size) as window:
        code = wait_for("a QR both read", lambda: both(window.screenshot()))
        assert codes(log) == [code]
        if terminal is Urxvt:  # without a window manager kitty hears of no new size
            before = window.screenshot().size
            window.resize(*((16, 60) if size == (24, 80) else (24, 80)))
            wait_for("the new size", lambda: window.screenshot().size != before)
            assert wait_for("the same code in it", lambda: both(window.screenshot())) == code
        window.send("q")
        assert window.exit_status() == 0
        wait_for("no QR left", lambda: nothing_left(window))


@pytest.mark.parametrize("name", ["INT", "TERM", "HUP", "QUIT"])
def test_an_ending_signal_leaves_no_code_in_urxvt(display: Display, name: str, tmp_path: Path) -> None:
    number, pid = signal.Signals[f"SIG{name}"], tmp_path / "pid"
    with Urxvt(display, [*DRIVER, f"pid={pid}"]) as window:
        wait_for("a QR both read", lambda: both(window.screenshot()))
        os.kill(int(pid.read_text()), number)
        assert window.exit_status() == 128 + number
        wait_for("no QR left", lambda: nothing_left(window))


def test_wide_half_blocks_are_found_out_and_not_used(display: Display, tmp_path: Path) -> None:
    """The same window shows the small picture where ambiguous signs are narrow."""
    for options, status in ((("-cjk_width",), 20), ((), 0)):
        with Xterm(display, DRIVER, size=(16, 57), font=CJK, options=options) as xterm:
            if not status:
                wait_for("a QR both read", lambda xterm=xterm: both(xterm.screenshot()))
                xterm.send("q")
            assert xterm.exit_status() == status


def test_a_window_of_wide_signs_made_smaller_says_what_it_needs(display: Display, tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with Xterm(display, [*DRIVER, f"log={log}"], font=CJK, options=("-cjk_width",)) as xterm:
        code = wait_for("a QR both read", lambda: both(xterm.screenshot()))
        xterm.resize(16, 57)
        wait_for("no QR", lambda: nothing_left(xterm))
        xterm.resize(24, 80)
        assert wait_for("the QR", lambda: both(xterm.screenshot())) == code == codes(log)[0]


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_a_terminal_without_utf8(display: Display, encoding: str) -> None:
    env = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    words = [*DRIVER, f"encoding={encoding}"]
    with Xterm(display, words, options=("+u8", "-lc"), env=env) as xterm:
        assert wait_for("a QR both read", lambda: both(xterm.screenshot()))
        xterm.send("q")
        assert xterm.exit_status() == 0
    with Xterm(display, words, size=(16, 57), options=("+u8", "-lc"), env=env) as xterm:
        assert xterm.exit_status() == 20
