"""What `yibao qr` leaves behind, as tmux saw it: no cell of a code, no word of the panel, the terminal as it was."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell.cli_kit import PIN, active, variables
from terminals import Tmux, wait_for
from wallet import Wallet

# The process says who it is, so that a test can signal it and no other. The shell allows core files before it starts.
FRONT = """\
import os, pathlib, sys
pathlib.Path(sys.argv.pop(1)).write_text(str(os.getpid()))
from wallet_cli.__main__ import yibao
yibao()
"""
ENDING = ("INT", "TERM", "HUP", "QUIT")


@pytest.fixture
def wallet(tmp_path: Path) -> Wallet:
    return active(tmp_path)


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    with Tmux() as tmux:
        yield tmux


class Run:
    """`yibao qr` in tmux's shell, waiting for the PIN."""

    def __init__(self, tmux: Tmux, wallet: Wallet, folder: Path) -> None:
        self.tmux = tmux
        self.folder = folder
        front, start = folder / "front.py", folder / "start"
        front.write_text(FRONT, encoding="utf-8")
        words = " ".join(f"{name}={value}" for name, value in variables(wallet.home).items())
        start.write_text(
            f"trap : INT QUIT\ncd {folder}\nulimit -c unlimited 2>/dev/null\nstty -g >{folder}/before\n"
            f"env {words} {sys.executable} -P {front} {folder}/pid qr\n"
            f"echo status=$?\nstty -g >{folder}/after\necho done\n",
            encoding="utf-8",
        )
        tmux.type(f"echo before; sh {start}")
        wait_for("the prompt", lambda: "密码" in tmux.capture())
        self.pid = int((folder / "pid").read_text(encoding="ascii"))

    def show(self) -> None:
        self.tmux.type(PIN)
        wait_for("the QR", self.tmux.has_qr)

    def check_clean(self, status: int) -> None:
        tmux = self.tmux
        wait_for("the shell's answer", lambda: "\ndone\n" in tmux.capture())
        assert f"status={status}\n" in tmux.capture()
        assert not tmux.has_qr()
        everything = tmux.capture(history=True)
        assert "沙盒 不可真实就医" not in everything, "no word of the panel is left"
        assert "\nbefore\n" in everything, "what stood there before stands there still"
        assert PIN not in everything
        assert "Traceback" not in everything
        assert tmux.ask("#{cursor_flag} #{alternate_on} #{wrap_flag}") == "1 0 1"
        assert (self.folder / "before").read_text() == (self.folder / "after").read_text()
        assert not list(self.folder.glob("*core*"))


def test_the_quit_key(tmux: Tmux, wallet: Wallet, tmp_path: Path) -> None:
    run = Run(tmux, wallet, tmp_path)
    run.show()
    tmux.send("q")
    run.check_clean(0)


@pytest.mark.parametrize("name", ENDING)
def test_an_ending_signal_while_the_code_is_shown(tmux: Tmux, wallet: Wallet, tmp_path: Path, name: str) -> None:
    run = Run(tmux, wallet, tmp_path)
    run.show()
    number = signal.Signals[f"SIG{name}"]
    os.kill(run.pid, number)
    run.check_clean(128 + number)


@pytest.mark.parametrize("name", [None, *ENDING])
def test_leaving_a_window_that_was_made_smaller(tmux: Tmux, wallet: Wallet, tmp_path: Path, name: str | None) -> None:
    run = Run(tmux, wallet, tmp_path)
    run.show()
    for rows, columns in ((16, 60), (12, 40), (20, 60)):
        tmux.resize(rows, columns)
        wait_for("its layout", lambda rows=rows: tmux.has_qr() is (rows >= 14))
    number = 0 if name is None else signal.Signals[f"SIG{name}"]
    if name is None:
        tmux.send("q")
    else:
        os.kill(run.pid, number)
    wait_for("the shell's answer", lambda: "done" in tmux.capture().split())
    assert f"status={128 + number if number else 0}\n" in tmux.capture()
    assert not tmux.has_qr()
    assert "▀" not in tmux.capture(history=True)
    assert tmux.ask("#{cursor_flag} #{alternate_on} #{wrap_flag}") == "1 0 1"


@pytest.mark.parametrize("name", ENDING)
def test_an_ending_signal_at_the_hidden_prompt(tmux: Tmux, wallet: Wallet, tmp_path: Path, name: str) -> None:
    run = Run(tmux, wallet, tmp_path)
    tmux.send("9407")
    wait_for("the bullets", lambda: "••••" in tmux.capture())
    number = signal.Signals[f"SIG{name}"]
    os.kill(run.pid, number)
    run.check_clean(128 + number)


@pytest.mark.parametrize(("key", "status"), [("C-c", 130), ("C-\\", 131), ("C-d", 3)])
def test_a_key_at_the_hidden_prompt(tmux: Tmux, wallet: Wallet, tmp_path: Path, key: str, status: int) -> None:
    run = Run(tmux, wallet, tmp_path)
    tmux.send(key)
    run.check_clean(status)


def test_no_core_file_can_hold_a_secret(tmux: Tmux, wallet: Wallet, tmp_path: Path) -> None:
    run = Run(tmux, wallet, tmp_path)
    limits = Path(f"/proc/{run.pid}/limits")
    if not limits.exists():
        pytest.skip("needs Linux's /proc")
    line = next(line for line in limits.read_text().splitlines() if line.startswith("Max core file size"))
    assert line.split()[4:6] == ["0", "0"]
    tmux.send("C-c")
    run.check_clean(130)


def cells(tmux: Tmux) -> str:
    """The window with its colours, but for the seconds."""
    return re.sub(r"还有 \d+ 秒 *", "", tmux.capture(escapes=True))


def left(tmux: Tmux) -> int:
    found = re.search(r"还有 (\d+) 秒", tmux.capture())
    return int(found[1]) if found else 0


def test_a_new_code_comes_by_itself_ten_seconds_before_the_end(tmux: Tmux, wallet: Wallet, tmp_path: Path) -> None:
    run = Run(tmux, wallet, tmp_path)
    run.show()
    wait_for("the seconds", lambda: left(tmux))
    # Of a code's last step of time, five seconds are for reading it here and fifteen for the jump.
    first, seconds = wait_for(
        "a code with time to come", lambda: (cells(tmux), now) if (now := left(tmux)) > 25 else None
    )
    wallet.advance(f"{seconds - 25}s")
    stayed = wait_for("so much less time", lambda: (cells(tmux), now) if 10 < (now := left(tmux)) <= 25 else None)[0]
    assert stayed == first, "a code with more than ten seconds is left alone"
    wallet.advance("13s")
    wait_for("a new code's seconds", lambda: left(tmux) > 25)
    assert cells(tmux) != first
    assert tmux.has_qr()
    os.kill(run.pid, signal.SIGTERM)
    run.check_clean(143)
