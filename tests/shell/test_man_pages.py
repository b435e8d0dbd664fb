"""The man pages: one a command in each language, as man(1) and apropos read them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from terminals import DEADLINE_S, PACKAGE, require

from wallet_cli.cli import tree
from wallet_cli.locale import LANGUAGES

SAMPLES = ("yibao", "yibao-qr", "yibao-records", "yibao-filing-new", "yibao-platform", "yibao-platform-sandbox-reset")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LANGUAGE/man1/NAME.1, as the build makes them: a process a language."""
    top = tmp_path_factory.mktemp("man")
    for language in LANGUAGES:
        command = [sys.executable, "-P", "-m", "wallet_cli.cli.manual", str(top / language / "man1"), language]
        subprocess.run(command, env={**os.environ, "PYTHONPATH": PACKAGE}, check=True)
    return top


def read(page: Path) -> tuple[str, str]:
    """What a reader sees in 80 columns, and what man complains of."""
    require("man")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"}
    done = subprocess.run(
        ["man", "--warnings", "-l", str(page)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=True,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_page(pages: Path, language: str) -> None:
    commands = {"-".join(one.path) for top in tree.programs() for one in tree.everything(top)}
    found = {page.stem: page.read_text("utf-8") for page in (pages / language / "man1").iterdir()}
    assert set(found) == commands
    assert all("option." not in page and "man." not in page and "command." not in page for page in found.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_man_reads_it_without_a_warning(pages: Path, language: str, name: str) -> None:
    shown, complaints = read(pages / language / "man1" / f"{name}.1")
    assert complaints == ""
    assert name in shown
    assert len(shown.splitlines()) > 15


def test_a_page_tells_usage_options_and_examples(pages: Path) -> None:
    shown, _ = read(pages / "en" / "man1" / "yibao-qr.1")
    for words in ("yibao qr [OPTIONS] [MEMBER]", "--png FILE", "EXAMPLES", "yibao qr --digits --pin-fd 3 3<pin"):
        assert words in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_apropos_finds_its_line(pages: Path, language: str) -> None:
    require("lexgrog")
    page = pages / language / "man1" / "yibao-filing-new.1"
    done = subprocess.run(["lexgrog", str(page)], capture_output=True, text=True, timeout=DEADLINE_S, check=True)
    assert '"yibao-filing-new - ' in done.stdout
