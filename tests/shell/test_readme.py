"""The README, run word for word: its transcripts (each command's exit status, and every line of output that it shows),
and its stories, in both languages: the script shown is the file here, and prints the lines shown under it.

A line `…` stands for lines left out. What differs from run to run (times, days, numbers of records) is not compared; the
years shown are those of the year in which the README was written and the next, and move on with the clock.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from terminals import Pty

HERE = Path(__file__).parent
TEXT = (HERE.parents[1] / "README.md").read_text("utf-8")
WRITTEN = 2026
LANGUAGES = ("en", "zh-CN")
FENCED = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS: list[tuple[str, str, str]] = FENCED.findall(TEXT)
STORIES = {
    "family_parents_infant",
    "mutual_aid",
    "henan_to_shanghai",
    "four_ways",
    "new_year",
    "pin_locked",
    "vendor_ci",
    "heard",
}
_CHANGING = (
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?Z?"), "TIME"),
    (re.compile(r"\b[AFLSV][A-Z0-9]{12,}\b"), "ID"),
    (re.compile(r"\b\d{28}\b|(\d \d \d \d, ){6}\d \d \d \d"), "CODE"),
    (re.compile(r"\b\d+ (?=seconds|秒)"), "SECONDS "),
    (re.compile(r"[─-]{4,}"), "-"),
    (re.compile(r"  +"), " "),
)
_DAY = re.compile(r"(?<![(（/])\b\d{4}-\d\d-\d\d\b(?! \d|[)）])")
"""A day that is neither a time's, nor a policy's, nor one of a stay, which stands in brackets."""


def commands(block: str) -> list[tuple[str, int, list[str]]]:
    """Each command of a block, the exit status its comment names, and the lines shown under it."""
    found: list[tuple[str, int, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            status = re.search(r"# exits (\d+)$", line)
            found.append((line[2:], int(status.group(1)) if status else 0, []))
        else:
            found[-1][2].append(line)
    return found


def settled(text: str) -> list[str]:
    """Lines without what differs from run to run; columns' widths depend on it too."""
    text = _DAY.sub("DAY", text)
    for pattern, name in _CHANGING:
        text = pattern.sub(name, text)
    return [line.rstrip() for line in text.splitlines()]


def dated(text: str) -> str:
    """What the README shows, in this year."""
    year = datetime.now(timezone(timedelta(hours=8))).year
    return re.sub(r"(?<![/\d])202[67]\b", lambda m: str(int(m.group()) - WRITTEN + year), text)


def stories() -> dict[str, dict[str, str]]:
    """By script: what is shown of its output, by language; and the script itself under `sh`."""
    found: dict[str, dict[str, str]] = {}
    for kind, name, content in BLOCKS:
        if kind == "sh" and name:
            found[name] = {"sh": content}
            last = name
        elif kind == "text" and name in LANGUAGES:
            found[last][name] = content
    return found


def check(shown: str, output: str, said: str) -> None:
    """Every line shown stands in the output, in this order."""
    printed = iter(settled(output))
    for line in settled(dated(shown)):
        if line not in ("…", "") and line not in printed:
            pytest.fail(f"{said}: not printed, or not there: {line}\n{output}")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with the two programs as they are installed, or as they start from a checkout."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, entry in (("yibao", "yibao"), ("yibao-platform", "yibao_platform")):
        script = folder / name
        script.write_text(f"#!{sys.executable}\nfrom wallet_cli.__main__ import {entry}\n{entry}()\n")
        script.chmod(0o755)
    return folder


def environment(programs: Path, language: str | None = None) -> dict[str, str]:
    """As a newcomer's shell has it; `language` where the README says: export YIBAO_LANG."""
    chosen = {} if language is None else {"YIBAO_LANG": language}
    return {**os.environ, "PYTHONUTF8": "1", **chosen, "PATH": f"{programs}:{os.environ['PATH']}"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_tells_what_happens(programs: Path, tmp_path: Path, language: str) -> None:
    """The transcripts of one language, one after the other in one shell."""
    blocks = [content for kind, name, content in BLOCKS if kind == "console" and (name or "en") == language]
    assert blocks
    lines = ["set -o pipefail"]
    steps = [step for block in blocks for step in commands(block)]
    for number, (command, _, _) in enumerate(steps):
        lines += [f"{{ {command.split('    # exits')[0]}\n}} >{number}.log 2>&1; echo $? >{number}.exit"]
    subprocess.run(
        ["bash", "-c", "\n".join(lines)],
        cwd=tmp_path,
        env=environment(programs),
        check=True,
        stdin=subprocess.DEVNULL,
    )
    for number, (command, status, shown) in enumerate(steps):
        output = (tmp_path / f"{number}.log").read_text("utf-8")
        assert int((tmp_path / f"{number}.exit").read_text()) == status, f"{command}\n{output}"
        check("\n".join(shown), output, command)


def test_every_story_is_told_in_both_languages() -> None:
    found = stories()
    assert set(found) == STORIES
    for name, shown in found.items():
        assert shown["sh"] == (HERE / f"{name}.sh").read_text("utf-8"), f"{name}.sh is not what the README shows"
        assert set(shown) == {"sh", *LANGUAGES}, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(STORIES - {"heard"}))
def test_a_story(programs: Path, tmp_path: Path, name: str, language: str) -> None:
    script = tmp_path / "work"
    script.mkdir()
    done = subprocess.run(
        ["sh", str(HERE / f"{name}.sh")],
        cwd=script,
        env=environment(programs, language),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    check(stories()[name][language], done.stdout, name)
    assert not re.search(r"王建国|李秀英|\b990001\d{11}[\dX]\b", done.stdout), "names and numbers are masked"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_that_is_heard(programs: Path, tmp_path: Path, language: str) -> None:
    """On a terminal, whose keys are d and q."""
    variables = environment(programs, language)
    with Pty(["sh", "-c", f"cd '{tmp_path}' && sh '{HERE / 'heard.sh'}'"], size=(40, 80), env=variables) as terminal:
        digits = {"en": "Digits: ", "zh-CN": "数字："}[language]
        terminal.until("the code", lambda: terminal.said().count("48;5;16m") > 100)
        terminal.send("d\r")
        terminal.until("the digits", lambda: digits in terminal.said())
        terminal.send("q\r")
        assert terminal.end() == 0
        said = terminal.said()
    for moved in ("\x1b[?1049h", "\x1b[2J", "\x1b[2K", "─"):
        assert moved not in said, "nothing is redrawn, no rules are drawn"
    check(stories()["heard"][language], said, "heard")
