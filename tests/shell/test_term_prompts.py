"""Prompts on a real pty: what is seen, what comes back, what is left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from terminals import ROOT, Pty, environment

DRIVER = [sys.executable, "tests/shell/prompt_driver.py"]


def answer_to(pty: Pty, file: Path, typed: str) -> str:
    pty.until("the prompt", lambda: b": " in pty.raw)
    pty.send(typed)
    assert pty.end() == 0, pty.raw
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("method", ["pin", "text_code", "secret"])
def test_a_hidden_prompt_shows_how_many_and_never_what(tmp_path: Path, method: str) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), method]) as pty:
        assert answer_to(pty, file, "739158\r").endswith(" 739158")
        assert pty.raw.decode() == "医保码密码: ••••••\r\n"


def test_a_passphrase_shows_nothing(tmp_path: Path) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "passphrase"]) as pty:
        assert answer_to(pty, file, "口令 horse\r") == "Passphrase 口令 horse"
        assert pty.raw.decode() == "医保码密码: \r\n"


@pytest.mark.parametrize(
    ("typed", "got"),
    [
        ("12\x7f3456\x0878\r", "1345 78".replace(" ", "")),
        ("\x7f\x7f123456\r", "123456"),
        ("999\x15123456\n", "123456"),
        ("1a2b-3\r", "123"),
        ("1\x1b[A2\x1bOB3\x1b[15~4\r", "1234"),
        ("１２３456\r", "123456"),
        ("12\x043456\r", "123456"),
    ],
)
def test_editing_a_pin(tmp_path: Path, typed: str, got: str) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "pin"]) as pty:
        assert answer_to(pty, file, typed) == f"Pin {got}"
        shown = pty.text().split(":", 1)[1]
        assert shown.count("•") == len(got)
        assert not any(digit in pty.raw.decode() for digit in "123456789")


@pytest.mark.parametrize(("key", "status"), [("\x03", 130), ("\x04", 3), ("\x1c", 131)])
def test_leaving_a_hidden_prompt_puts_the_terminal_back(tmp_path: Path, key: str, status: int) -> None:
    file = tmp_path / "answer"
    words = " ".join([*DRIVER, str(file), "pin"])
    script = f"stty -g; {words}; echo status=$?; stty -g; exec sleep 0"
    with Pty(["sh", "-i", "-c", script] if key == "\x1c" else ["sh", "-c", f"trap : INT QUIT; {script}"]) as pty:
        pty.until("the prompt", lambda: b": " in pty.raw)
        pty.send("12" * (key != "\x04") + key)
        pty.until("the status", lambda: f"status={status}" in pty.said())
        pty.end()
        settings = [line for line in pty.raw.decode().split("\r\n") if line.count(":") > 10]
        assert len(settings) == 2
        assert settings[0] == settings[1]
        assert not file.exists()


def test_suspended_at_a_hidden_prompt_what_was_typed_is_kept(tmp_path: Path) -> None:
    """The pty's group is orphaned, so the stop itself is dropped: the prompt stands again with its bullets."""
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "pin"]) as pty:
        pty.until("the prompt", lambda: b": " in pty.raw)
        pty.send("123")
        pty.until("three bullets", lambda: "•••" in pty.text())
        pty.send("\x1a")
        pty.until("the prompt again", lambda: pty.said().count("密码: ") == 2)
        pty.send("456\r")
        assert pty.end() == 0
        assert file.read_text() == "Pin 123456"


def test_two_answers_typed_at_once_go_to_two_prompts(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    script = f"{' '.join([*DRIVER, str(first), 'pin'])}; {' '.join([*DRIVER, str(second), 'pin'])}"
    with Pty(["sh", "-c", script]) as pty:
        pty.until("the prompt", lambda: b": " in pty.raw)
        pty.send("123456\r739158\r")
        assert pty.end() == 0
    assert (first.read_text(), second.read_text()) == ("Pin 123456", "Pin 739158")


@pytest.mark.parametrize(("typed", "index"), [("2\r", "1"), ("0\r9\rx\r3\r", "2"), ("１\r", "0")])
def test_a_choice_is_numbered(tmp_path: Path, typed: str, index: str) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "choice", "北京", "上海", "江苏"]) as pty:
        pty.until("the prompt", lambda: "选择: " in pty.said())
        assert "  2  上海" in pty.said()
        pty.send(typed)
        assert pty.end() == 0
        assert file.read_text() == index
        assert ("请输入序号" in pty.raw.decode()) is ("9" in typed)


def test_ten_choices_stand_in_line(tmp_path: Path) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "choice", *"甲乙丙丁戊己庚辛壬癸"]) as pty:
        pty.until("the prompt", lambda: "选择: " in pty.said())
        assert "   9  壬\n  10  癸\n" in pty.said()
        pty.send("10\r")
        assert pty.end() == 0
        assert file.read_text() == "9"


@pytest.mark.parametrize(("typed", "yes"), [("y\r", "True"), ("是\r", "True"), ("\r", "False"), ("?\rno\r", "False")])
def test_yes_or_no(tmp_path: Path, typed: str, yes: str) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "yes_no"]) as pty:
        pty.until("the prompt", lambda: b"[y/N] " in pty.raw)
        pty.send(typed)
        assert pty.end() == 0
        assert file.read_text() == yes
        assert ("再答一次" in pty.raw.decode()) is ("?" in typed)


@pytest.mark.parametrize(("typed", "got"), [("  张三 \r", "张三"), ("\r", "缺省")])
def test_a_line_of_text(tmp_path: Path, typed: str, got: str) -> None:
    file = tmp_path / "answer"
    with Pty([*DRIVER, str(file), "text"]) as pty:
        assert answer_to(pty, file, typed) == got


@pytest.mark.parametrize("method", ["pin", "passphrase", "text", "yes_no"])
@pytest.mark.parametrize("end", ["stdin", "stderr"])
def test_no_prompt_without_a_terminal_at_both_ends(tmp_path: Path, method: str, end: str) -> None:
    words = " ".join([*DRIVER, str(tmp_path / "answer"), method])
    errors = tmp_path / "errors"
    with Pty(["sh", "-c", f"echo 123456 | {words}" if end == "stdin" else f"{words} 2>{errors}"]) as pty:
        assert pty.end() == 17
        said = pty.raw.decode() if end == "stdin" else errors.read_text()
        assert "INPUT_NEEDED {'option': '--" in said


def test_without_any_terminal() -> None:
    done = subprocess.run(
        [*DRIVER, "/dev/null", "pin"], env=environment(), cwd=ROOT, input=b"123456\n", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (17, b"")
