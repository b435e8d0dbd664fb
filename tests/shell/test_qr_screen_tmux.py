"""What the live screen leaves behind, as tmux saw it: nothing, on every way out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminals import Tmux, alive, wait_for


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    with Tmux() as tmux:
        yield tmux


class Run:
    """The driver in tmux's shell, its code on the screen."""

    def __init__(self, tmux: Tmux, folder: Path, *options: str) -> None:
        self.tmux = tmux
        self.log = folder / "codes"
        pid = folder / "pid"
        words = [sys.executable, "tests/shell/qr_driver.py", f"log={self.log}", f"pid={pid}", *options]
        tmux.type("echo before; stty -g > " + str(folder / "stty-before"))
        wait_for("the prompt again", lambda: "\nbefore\nready>" in tmux.capture())
        # The line as it is typed must not hold what its end will say, however the window breaks it.
        tmux.type(" ".join(words) + f"; echo status=$?; stty -g > {folder / 'stty-after'}; echo do''ne")
        wait_for("the QR", tmux.has_qr)
        self.pid = int(pid.read_text(encoding="ascii"))
        self.folder = folder

    def codes(self) -> list[str]:
        return self.log.read_text(encoding="ascii").split()

    def check_clean(self, status: int) -> None:
        tmux = self.tmux
        wait_for("the shell's answer", lambda: "\ndone\n" in tmux.capture())
        assert f"status={status}\n" in tmux.capture()
        assert not tmux.has_qr()
        everything = tmux.capture(history=True)
        assert "医保码" not in everything, "no word of the panel is left either"
        assert "\nbefore\n" in everything, "what stood there before stands there still"
        assert tmux.ask("#{cursor_flag} #{alternate_on} #{wrap_flag}") == "1 0 1"
        assert (self.folder / "stty-before").read_text() == (self.folder / "stty-after").read_text()


def test_the_quit_key(tmux: Tmux, tmp_path: Path) -> None:
    run = Run(tmux, tmp_path)
    tmux.send("q")
    run.check_clean(0)


@pytest.mark.parametrize("name", ["INT", "TERM", "HUP", "QUIT"])
def test_an_ending_signal(tmux: Tmux, tmp_path: Path, name: str) -> None:
    number = signal.Signals[f"SIG{name}"]
    run = Run(tmux, tmp_path)
    os.kill(run.pid, number)
    run.check_clean(128 + number)


@pytest.mark.parametrize(("key", "status"), [("C-c", 130), ("C-\\", 131)])
def test_a_signal_key(tmux: Tmux, tmp_path: Path, key: str, status: int) -> None:
    run = Run(tmux, tmp_path)
    tmux.send(key)
    run.check_clean(status)


def test_without_an_alternate_screen(tmux: Tmux, tmp_path: Path) -> None:
    tmux.option("alternate-screen", "off")
    run = Run(tmux, tmp_path)
    tmux.send("q")
    wait_for("the end", (tmp_path / "stty-after").exists)
    wait_for("a clean window", lambda: not tmux.has_qr())
    assert run.codes()


def test_suspended_and_resumed(tmux: Tmux, tmp_path: Path) -> None:
    run = Run(tmux, tmp_path)
    tmux.send("C-z")
    wait_for("the shell back", lambda: "Stopped" in tmux.capture())
    assert not tmux.has_qr()
    assert tmux.ask("#{cursor_flag} #{alternate_on}") == "1 0"
    assert len(run.codes()) == 1
    tmux.type("fg")
    wait_for("the QR", tmux.has_qr)
    wait_for("a new code", lambda: len(run.codes()) > 1)
    tmux.send("q")
    wait_for("the shell back", lambda: tmux.ask("#{alternate_on}") == "0")
    assert not tmux.has_qr()


def test_ended_while_suspended(tmux: Tmux, tmp_path: Path) -> None:
    run = Run(tmux, tmp_path)
    tmux.send("C-z")
    wait_for("the shell back", lambda: "Stopped" in tmux.capture())
    tmux.type("kill -TERM %1; kill -CONT %1")
    wait_for("the process's end", lambda: not alive(run.pid))
    assert not tmux.has_qr()
    assert len(run.codes()) == 1


def test_the_window_is_closed(tmp_path: Path, tmux: Tmux) -> None:
    run = Run(tmux, tmp_path)
    tmux.close_window()
    wait_for("the process's end", lambda: not alive(run.pid))


def test_resizing_leaves_nothing_in_the_history(tmux: Tmux, tmp_path: Path) -> None:
    run = Run(tmux, tmp_path)
    for rows, columns in ((16, 60), (10, 40), (14, 27), (30, 100), (24, 80)):
        tmux.resize(rows, columns)
        wait_for("its layout", lambda rows=rows, columns=columns: tmux.has_qr() is (rows >= 14 and columns >= 27))
    tmux.send("q")
    run.check_clean(0)
