"""The code for people who hear their terminal."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest
from terminals import Pty, Tmux, wait_for

DRIVER = [sys.executable, "tests/shell/qr_driver.py", "accessible=1"]


def said(pty: Pty) -> str:
    return pty.said()


def test_everything_is_said_in_order_and_drawn_once(tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with Pty([*DRIVER, f"log={log}"], size=(40, 80)) as pty:
        pty.until("the picture's end", lambda: said(pty).count("48;5;16m") > 100 and said(pty).count("\n") >= 26)
        text = said(pty)
        intro = re.search(r"医保码 · 本人，张\*，职工医保。(\d+) 秒内有效。二维码在下面。", text)
        assert intro and 500 < int(intro[1]) <= 600
        assert text.index("沙盒 不可真实就医") < intro.start() < text.index("48;5;231m")
        for moved in ("\x1b[?1049h", "\x1b[?25l", "H", "\x1b[2K"):
            assert moved not in text, "no screen of its own, no position, nothing erased"
        pty.send("d\r")
        code = log.read_text().strip()
        groups = ", ".join(" ".join(code[i : i + 4]) for i in range(0, 28, 4))
        pty.until("the digits", lambda: f"数字：{groups}" in said(pty))
        assert said(pty).count("二维码在下面") == 1
        pty.send("x\r")
        pty.until("what can be typed, again", lambda: said(pty).count("d 回车读数字") == 2)
        pty.send("q\r")
        assert pty.end() == 0


def test_a_bell_at_the_end_and_enter_for_the_next(tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with Pty([*DRIVER, f"log={log}", "life=2"], size=(40, 80)) as pty:
        pty.until("the bell", lambda: "\a此码已过期" in said(pty))
        assert len(log.read_text().split()) == 1, "nothing renews by itself"
        pty.send("d\r")
        pty.until("the answer", lambda: said(pty).count("此码已过期") == 2)
        pty.send("\r")
        pty.until("a second code", lambda: said(pty).count("二维码在下面") == 2)
        assert len(set(log.read_text().split())) == 2
        assert "数字：" not in said(pty), "the digits of an ended code are not said"


def test_a_failed_renewal_is_said() -> None:
    with Pty([*DRIVER, "fail=2"], size=(40, 80)) as pty:
        pty.until("the picture", lambda: "48;5;16m" in said(pty))
        pty.send("\r")
        pty.until("the words", lambda: "失败" in said(pty))
        pty.send("\x04")
        assert pty.end() == 0


@pytest.mark.parametrize("name", ["INT", "TERM", "HUP", "QUIT"])
def test_signals(name: str) -> None:
    number = signal.Signals[f"SIG{name}"]
    with Pty(DRIVER, size=(40, 80)) as pty:
        pty.until("the picture", lambda: "48;5;16m" in said(pty))
        pty.child.kill(number)
        assert pty.end() == 128 + number


def test_a_narrow_window_gets_the_small_picture_and_a_tiny_one_none() -> None:
    with Pty(DRIVER, size=(24, 40)) as pty:
        pty.until("half blocks", lambda: "▀" in said(pty))
    with Pty(DRIVER, size=(12, 40)) as pty:
        assert pty.end() == 20
        assert "TERMINAL_SMALL" in said(pty)


def test_suspended_and_resumed_it_goes_on_listening(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    with Tmux(size=(50, 80)) as tmux:
        tmux.type(" ".join([*DRIVER, f"pid={pid}"]) + "; echo status=$?")
        wait_for("the QR", tmux.has_qr)
        tmux.send("C-z")
        wait_for("the shell back", lambda: "Stopped" in tmux.capture())
        tmux.type("fg")
        tmux.type("d")
        wait_for("the digits", lambda: "数字：" in tmux.capture())
        os.kill(int(pid.read_text()), signal.SIGTERM)
        wait_for("the shell back", lambda: tmux.ask("#{pane_current_command}") == "sh")


def test_half_blocks_of_two_columns_are_not_drawn() -> None:
    with Pty(DRIVER, size=(24, 40), position="\x1b[1;5R") as pty:
        assert pty.end() == 20
        assert "'rows': 24, 'columns': 58" in said(pty)
        assert "48;5" not in said(pty)


def test_a_terminal_without_positions_is_asked_nothing() -> None:
    with Pty(DRIVER, size=(24, 40), env={"TERM": "dumb"}) as pty:
        pty.until("half blocks", lambda: "▀" in said(pty))
        assert "\x1b[6n" not in said(pty)
        pty.send("q\r")
        assert pty.end() == 0
