"""The live screen byte by byte, on a pty."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from terminals import ROOT, Pty, environment

DRIVER = [sys.executable, "tests/shell/qr_driver.py"]
LIGHT, DARK = "ffffff", "000000"
COUNT_ONLY = re.compile(r"(?:\x1b\[6;60H还有 \d+ 秒 +\x1b\[0m)+")


def qr_shown(pty: Pty) -> bool:
    """The upper left finder's corner is where both frames have it."""
    return pty.cell(1, 1).bg == LIGHT and any(pty.cell(2, column).bg == DARK for column in range(1, 12))


def words(pty: Pty) -> str:
    return pty.text().replace(" ", "")


def pass_time(file: Path, seconds: int) -> None:
    """The driver's clocks are so far ahead from now on."""
    new = file.with_suffix(".new")
    new.write_text(str(seconds), encoding="ascii")
    new.replace(file)


def left(pty: Pty) -> int:
    """The seconds on the screen; 0 where there are none."""
    found = re.search(r"还有(\d+)秒", words(pty))
    return int(found[1]) if found else 0


def blank(pty: Pty) -> bool:
    return {pty.cell(row, column).bg for row in range(1, 25) for column in range(1, 81)} == {"default"}


def test_a_second_redraws_the_countdown_and_nothing_else() -> None:
    with Pty(DRIVER) as pty:
        pty.until("the whole frame", lambda: re.search(r"还有 \d+ 秒 +\x1b\[0m$", pty.said()))
        assert qr_shown(pty)
        first = len(pty.raw)
        pty.until(
            "two more countdowns",
            lambda: pty.raw[first:].count("还有".encode()) >= 2 and pty.raw.endswith(b"\x1b[0m"),
        )
        assert COUNT_ONLY.fullmatch(pty.raw[first:].decode())
        pty.send("q")
        assert pty.end() == 0


def test_cells_are_background_coloured_spaces_in_fixed_colours() -> None:
    with Pty(DRIVER) as pty:
        pty.until("the QR", lambda: qr_shown(pty) and "沙盒" in words(pty))
        cells = [pty.cell(row, column) for row in range(1, 24) for column in range(1, 59)]
        assert {cell.data for cell in cells} == {" "}
        assert {cell.bg for cell in cells} == {LIGHT, DARK}
        assert {pty.cell(row, column).bg for row in (1, 23) for column in range(1, 59)} == {LIGHT}
        assert {pty.cell(row, column).bg for row in range(1, 24) for column in range(59, 81)} == {"default"}
        assert {pty.cell(24, column).bg for column in range(1, 81)} == {"default"}


def test_the_panel_says_whose_code_it_is_and_that_it_is_a_sandbox() -> None:
    with Pty(DRIVER) as pty:
        pty.until("the panel", lambda: "沙盒不可真实就医" in words(pty))
        for said in ("医保码·本人", "张*", "职工医保", "r换码", "m家人", "q退"):
            assert said in words(pty)


def test_no_member_key_where_there_is_nobody_else() -> None:
    with Pty([*DRIVER, "members=1"]) as pty:
        pty.until("the panel", lambda: "沙盒不可真实就医" in words(pty))
        assert "家人" not in words(pty)


def test_keys_renew_and_switch_members(tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with Pty([*DRIVER, f"log={log}"]) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pty.send("r")
        pty.until("a second code", lambda: len(log.read_text().split()) == 2)
        pty.send("m")
        pty.until("the member", lambda: "李*英" in words(pty) and qr_shown(pty))
        assert log.read_text().split()[2].startswith("9912")
        pty.send("\x1b[A\x1bOQ")  # arrows and function keys are no letters
        pty.send("M")
        pty.until("oneself again", lambda: "张*" in words(pty) and qr_shown(pty))
        assert len(set(log.read_text().split())) == 4
        pty.send("Q")
        assert pty.end() == 0


def test_a_new_code_comes_before_the_old_one_ends(tmp_path: Path) -> None:
    log, ahead = tmp_path / "codes", tmp_path / "ahead"
    with Pty([*DRIVER, f"log={log}", f"ahead={ahead}", "life=600", "renew=300"]) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pass_time(ahead, 200)
        pty.until("two hundred seconds later", lambda: 0 < left(pty) <= 400)
        assert len(log.read_text().split()) == 1, "with more than that left it stays"
        pass_time(ahead, 310)
        pty.until("a second code, long before the first one's end", lambda: len(log.read_text().split()) == 2)
        pty.until("its countdown", lambda: left(pty) > 400)


def test_a_failed_renewal_is_told_and_the_code_goes_at_its_end(tmp_path: Path) -> None:
    ahead = tmp_path / "ahead"
    with Pty([*DRIVER, "life=600", "fail=2", f"ahead={ahead}"]) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pty.send("r")
        # It still lives, and stands beside the words.
        pty.until("the failure's words", lambda: "失败" in words(pty) and qr_shown(pty))
        pass_time(ahead, 600)
        pty.until("blank", lambda: blank(pty) and "失败" in words(pty) and "沙盒不可真实就医" in words(pty))


def test_the_code_goes_at_its_end_even_while_the_next_one_is_fetched(tmp_path: Path) -> None:
    ahead = tmp_path / "ahead"
    with Pty([*DRIVER, "life=600", "renew=20", "slow=500", f"ahead={ahead}"]) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        # The next one is asked for now, and the old one ends before it comes.
        pass_time(ahead, 590)
        pty.until("blank", lambda: blank(pty) and "过期" in words(pty))
        pty.child.kill(signal.SIGTERM)
        assert pty.end() == 143, "and a signal does not wait for the fetching"
        assert pty.raw.endswith(b"\x1b[?25h\x1b[?1049l")


def test_hidden_after_a_while_until_a_key_is_struck(tmp_path: Path) -> None:
    log, ahead, pid = tmp_path / "codes", tmp_path / "ahead", tmp_path / "pid"
    with Pty([*DRIVER, f"log={log}", "life=600", "idle=300", f"ahead={ahead}", f"pid={pid}"]) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pass_time(ahead, 301)
        pty.until("hidden", lambda: "按任意键" in words(pty))
        assert not qr_shown(pty)
        drawn = len(pty.raw)
        os.kill(int(pid.read_text()), signal.SIGCONT)
        pty.until("drawn anew", lambda: b"\x1b[24;1H\x1b[2K" in pty.raw[drawn:] and "按任意键" in words(pty))
        assert not qr_shown(pty), "stopped and continued it stays hidden"
        pty.send(" ")
        pty.until("the QR again", lambda: qr_shown(pty))
        assert len(set(log.read_text().split())) == 2


@pytest.mark.parametrize("name", ["INT", "TERM", "HUP", "QUIT"])
def test_every_row_is_erased_before_leaving(name: str) -> None:
    number = signal.Signals[f"SIG{name}"]
    with Pty(DRIVER) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pty.child.kill(number)
        assert pty.end() == 128 + number
        last = pty.raw.decode().rsplit("48;5;", 1)[1]
        assert all(f"\x1b[{row};1H\x1b[2K" in last for row in range(1, 25))
        assert last.endswith("\x1b[?7h\x1b[?25h\x1b[?1049l")


def test_never_the_whole_screen_at_once() -> None:
    with Pty(DRIVER) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pty.resize(14, 40)
        pty.until("the small one", lambda: "▀" in pty.text())
        pty.send("q")
        assert pty.end() == 0
        assert b"2J" not in pty.raw
        assert b"\n" not in pty.raw, "nothing scrolls"


def test_resize_walks_through_all_layouts(tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with Pty([*DRIVER, f"log={log}"]) as pty:
        pty.until("the full one", lambda: qr_shown(pty))
        pty.resize(16, 60)
        pty.until("the small one with its panel", lambda: "▀" in pty.text() and "医保码·本人" in words(pty))
        pty.resize(14, 27)
        pty.until(
            "the small one alone", lambda: re.search(r"\d+秒 *沙盒不可真实就医", words(pty)) and "▀" in pty.text()
        )
        pty.resize(13, 27)
        pty.until("a word about the size", lambda: "14行27列" in words(pty) and "▀" not in pty.text())
        pty.resize(24, 80)
        pty.until("the full one", lambda: qr_shown(pty) and "医保码·本人" in words(pty))
        assert len(log.read_text().split()) == 1


@pytest.mark.parametrize("size", [(13, 80), (24, 26)])
def test_too_small_a_window_is_refused_with_the_size_needed(size: tuple[int, int]) -> None:
    with Pty(DRIVER, size=size) as pty:
        assert pty.end() == 20
        assert b"TERMINAL_SMALL" in pty.raw
        assert b"'rows': 14, 'columns': 27" in pty.raw
        assert b"\x1b[" not in pty.raw


def test_an_encoding_without_half_blocks_needs_the_full_picture() -> None:
    with Pty([*DRIVER, "encoding=gbk"], size=(20, 80)) as pty:
        assert pty.end() == 20
        assert b"'rows': 24, 'columns': 58" in pty.raw


def test_gbk_terminal() -> None:
    with Pty([*DRIVER, "encoding=gbk"]) as pty:
        pty.until("the panel", lambda: "沙盒 不可真实就医".encode("gbk") in pty.raw)
        pty.until("the seconds", lambda: "还有 ".encode("gbk") in pty.raw)
        pty.send("q")
        assert pty.end() == 0


def test_a_terminal_whose_half_blocks_take_two_columns_needs_the_full_picture() -> None:
    with Pty(DRIVER, size=(20, 80), position="\x1b[1;5R") as pty:
        assert pty.end() == 20
        assert b"'rows': 24, 'columns': 58" in pty.raw
        assert b"48;5" not in pty.raw


def test_it_is_asked_again_by_no_resize_and_never_where_the_full_picture_fits() -> None:
    with Pty(DRIVER, position="\x1b[1;5R") as pty:
        pty.until("the full one", lambda: qr_shown(pty))
        assert b"\x1b[6n" not in pty.raw
        for rows, columns in ((20, 70), (16, 60)):
            pty.resize(rows, columns)
            pty.until("a word about the size", lambda: "24行58列" in words(pty) and not qr_shown(pty))
        pty.resize(24, 80)
        pty.until("the full one again", lambda: qr_shown(pty) and "医保码·本人" in words(pty))
        assert pty.raw.count(b"\x1b[6n") == 1
        pty.send("q")
        assert pty.end() == 0


def test_a_terminal_that_says_nothing_gets_the_small_picture() -> None:
    with Pty([*DRIVER, "answer=0.5"], size=(14, 27), position="") as pty:
        pty.until("half blocks", lambda: "▀" in pty.text() and "秒" in pty.text())
        pty.send("q")
        assert pty.end() == 0


@pytest.mark.parametrize("name", ["INT", "TERM", "HUP", "QUIT"])
def test_a_signal_while_the_terminal_is_asked(name: str, tmp_path: Path) -> None:
    """It waits for an answer that does not come; the echo is on again when the signal has its way."""
    number, pid = signal.Signals[f"SIG{name}"], tmp_path / "pid"
    with Pty(["sh", "-c", 'stty -a >"$OUT.1"; "$@"; echo "status=$?"; stty -a >"$OUT.2"; echo done', "sh", *DRIVER,
              f"pid={pid}"], size=(14, 27), position="", env={"OUT": str(tmp_path / "stty")}) as pty:  # fmt: skip
        pty.until("the question", lambda: b"\x1b[6n" in pty.raw)
        os.kill(int(pid.read_text()), number)
        pty.until("the end", lambda: b"\ndone" in pty.raw)
        assert (tmp_path / "stty.1").read_text() == (tmp_path / "stty.2").read_text()
        assert f"status={128 + number}".encode() in pty.raw


def test_keys_that_come_before_the_answer_are_not_lost() -> None:
    with Pty(DRIVER, size=(14, 27), position="q\x1b[1;3R") as pty:
        assert pty.end() == 0
        assert "▀".encode() in pty.raw


def test_the_linux_console_gets_its_own_sixteen_colours() -> None:
    """Its kernel makes grey of 231 and knows no 246; `107` it takes for `47` (drivers/tty/vt/vt.c)."""
    with Pty(DRIVER, env={"TERM": "linux"}) as pty:
        pty.until("the panel", lambda: "沙盒不可真实就医" in words(pty))
        cells = [pty.cell(row, column) for row in range(1, 24) for column in range(1, 59)]
        assert {cell.data for cell in cells} == {" "}
        assert {cell.bg for cell in cells} == {"brightwhite", "black"}
        pty.resize(14, 27)
        pty.until("the small one", lambda: "▀" in pty.text() and "秒" in pty.text())
        pty.send("q")
        assert pty.end() == 0
        assert b"8;5;" not in pty.raw and b"8;2;" not in pty.raw
        last = pty.raw.decode().rsplit("秒", 1)[1]
        assert all(f"\x1b[{row};1H\x1b[2K" in last for row in range(1, 15)), "it has no second screen to go back to"


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_positions_is_refused(term: str) -> None:
    with Pty(DRIVER, env={"TERM": term or "dumb"}) as pty:
        assert pty.end() == 20
        assert b"TERMINAL_NONE" in pty.raw


def test_a_pipe_gets_nothing() -> None:
    done = subprocess.run(DRIVER, env=environment(), cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (20, b"")


def test_the_terminal_hangs_up() -> None:
    with Pty(DRIVER) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        assert pty.hang_up() == 129


def test_suspending_to_an_orphaned_group_carries_on() -> None:
    """Nobody could wake it: the kernel drops the stop, and the screen comes back with a new code."""
    with Pty(DRIVER) as pty:
        pty.until("the QR", lambda: qr_shown(pty))
        pty.child.kill(signal.SIGTSTP)
        pty.until("left and back", lambda: pty.raw.count(b"\x1b[?1049h") == 2 and qr_shown(pty))
        pty.send("q")
        assert pty.end() == 0
