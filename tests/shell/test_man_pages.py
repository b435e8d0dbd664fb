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
from wallet_cli.locale.width import width

SAMPLES = ("yibao", "yibao-qr", "yibao-records", "yibao-filing-new", "yibao-claim-new", "yibao-platform")
FOLDERS = {"en": "man1", "zh-CN": "zh_CN/man1", "zh-TW": "zh_TW/man1"}
"""Below share/man, where man looks for each language's pages; locale/build.py lays them there (tests of the wheel)."""
HEADS = {"en": "EXIT STATUS", "zh-CN": "退出状态", "zh-TW": "結束狀態"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MANPATH as an installation has it, made as the build does: a process a language."""
    top = tmp_path_factory.mktemp("share") / "man"
    for language in LANGUAGES:
        command = [sys.executable, "-P", "-m", "wallet_cli.cli.manual", str(top / FOLDERS[language]), language]
        subprocess.run(command, env={**os.environ, "PYTHONPATH": PACKAGE}, check=True)
    return top


def man(*words: str, **more: str) -> tuple[str, str]:
    """What a reader sees in 80 columns, and what man complains of. It can wait for nobody: its input is empty, its output
    no terminal, so that it starts no pager."""
    require("man")
    environment = {**os.environ, "MANWIDTH": "80", "MANPAGER": "cat", **more}
    for name in ("LANGUAGE", "MANOPT", "GROFF_NO_SGR", *({"LC_ALL"} - set(more))):
        environment.pop(name, None)
    done = subprocess.run(
        ["man", "--warnings", *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=True,
    )
    return done.stdout, done.stderr


def read(page: Path) -> tuple[str, str]:
    return man("-l", str(page), LC_ALL="C.UTF-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_page(pages: Path, language: str) -> None:
    commands = {"-".join(one.path) for top in tree.programs() for one in tree.everything(top)}
    found = {page.stem: page.read_text("utf-8") for page in (pages / FOLDERS[language]).iterdir()}
    assert set(found) == commands
    assert all("option." not in page and "man." not in page and "command." not in page for page in found.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_man_reads_it_without_a_warning(pages: Path, language: str, name: str) -> None:
    shown, complaints = read(pages / FOLDERS[language] / f"{name}.1")
    assert complaints == ""
    assert name in shown
    assert len(shown.splitlines()) > 15


def seen(words: str) -> bool:
    """No escape of troff's is left over, and no line is wider than the screen."""
    return "\\" not in words and all(width(line) <= 80 for line in words.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_installed_page_is_found_by_its_language(pages: Path, language: str) -> None:
    """`man -L`, as anybody can ask on any machine: the page of that language, on no terminal and in no locale of it."""
    asked = language.replace("-", "_")
    shown, complaints = man("-L", asked, "yibao", MANPATH=str(pages), LC_ALL="C.UTF-8")
    assert complaints == "" and seen(shown)
    assert [head for head in HEADS.values() if head in shown.splitlines()] == [HEADS[language]]
    assert "\ufffd" not in shown and "128+n" in shown


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW"])
@pytest.mark.parametrize("charset", ["UTF-8", "legacy"])
def test_an_installed_page_is_found_by_the_locale(tmp_path: Path, pages: Path, language: str, charset: str) -> None:
    """A Chinese machine's own locale, made here: nothing is asked for, and its old charset is written too."""
    require("localedef")
    name = language.replace("-", "_")
    chosen = charset if charset == "UTF-8" else {"zh_CN": "GBK", "zh_TW": "BIG5"}[name]
    made = subprocess.run(
        ["localedef", "-i", name, "-f", chosen, str(tmp_path / f"{name}.{chosen}")],
        capture_output=True,
        text=True,
        check=False,
    )
    if not (tmp_path / f"{name}.{chosen}").exists():
        pytest.skip(f"localedef cannot make {name}.{chosen} here: {made.stderr.strip()[:80]}")
    asked = {"MANPATH": str(pages), "LOCPATH": str(tmp_path), "LANG": f"{name}.{chosen}"}
    require("man")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANGUAGE", "MAN"))}
    done = subprocess.run(
        ["man", "yibao-qr"],
        env={**environment, "MANWIDTH": "80", **asked},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=DEADLINE_S,
        check=True,
    )
    shown = done.stdout.decode(chosen)
    assert done.stderr == b"" and seen(shown)
    assert {"zh-CN": "出示医保码", "zh-TW": "出示醫保碼"}[language] in shown


def test_a_page_tells_usage_options_and_examples(pages: Path) -> None:
    shown, _ = read(pages / FOLDERS["en"] / "yibao-qr.1")
    for words in ("yibao qr [OPTIONS] [MEMBER]", "--png FILE", "EXAMPLES", "yibao qr --digits --pin-fd 3 3<pin"):
        assert words in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_apropos_finds_its_line(pages: Path, language: str) -> None:
    require("lexgrog")
    page = pages / FOLDERS[language] / "yibao-filing-new.1"
    done = subprocess.run(["lexgrog", str(page)], capture_output=True, text=True, timeout=DEADLINE_S, check=True)
    assert '"yibao-filing-new - ' in done.stdout
