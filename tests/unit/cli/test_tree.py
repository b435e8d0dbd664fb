"""The tree of commands as values: whole, in words, and the same as the registry; the completion files made from it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import wallet_cli
from wallet_cli.cli import globals as global_options
from wallet_cli.cli import registry, shells, tree

TOP = Path(__file__).resolve().parents[3]
PACKAGE = str(Path(wallet_cli.__file__).resolve().parents[1])


@pytest.mark.parametrize("program", registry.PROGRAMS)
def test_registry_and_tree_are_one(program: str) -> None:
    top = tree.program(program)
    assert [one.path[-1] for one in top.subcommands] == list(registry.PROGRAMS[program])
    groups = {group for _, group in registry.PROGRAMS[program].values()}
    assert groups == set(registry.GROUPS[program])


def test_everything_says_what_it_is() -> None:
    silent = []
    for one in (command for top in tree.programs() for command in tree.everything(top)):
        silent += [one.name] if not one.summary or "." in one.summary.split(" ")[0] else []
        silent += [f"{one.name} {option.names[0]}" for option in one.options if not option.help]
        silent += [f"{one.name} {word.metavar}" for word in one.arguments if not word.help]
    assert not silent


def test_common_options_are_those_that_are_taken_from_argv() -> None:
    told = {name: option for option in tree.common() for name in option.names}
    assert set(told) == {*global_options.FLAGS, *global_options.VALUES, "-h", "--help"}
    assert all((told[name].takes is not None) == (name in global_options.VALUES) for name in told)


def test_no_command_has_an_option_of_every_command() -> None:
    common = {name for option in tree.common() for name in option.names}
    for one in (command for top in tree.programs() for command in tree.everything(top)[1:]):
        assert not common & {name for option in one.options for name in option.names}, one.name


def made(shell: str, language: str) -> str:
    """What `yibao completion` prints in a process of its own: words are chosen as commands load."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "wallet_cli", "--lang", language, "completion", shell],
        env={**os.environ, "PYTHONPATH": PACKAGE, "YIBAO_HOME": "/nonexistent", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.mark.parametrize("shell", shells.FILES)
def test_shipped_file_is_what_the_commands_make(shell: str) -> None:
    """Else: for each shell of cli/shells FILES, `yibao --lang en completion SHELL >completions/FILE`."""
    kept = (TOP / "completions" / shells.FILES[shell]).read_text("utf-8")
    assert kept == made(shell, "en")


@pytest.mark.parametrize("shell", shells.FILES)
def test_file_speaks_the_language_asked_for(shell: str) -> None:
    chinese = made(shell, "zh-CN")
    assert ("异地就医备案" in chinese) == (shell != "bash")
    assert "@TREE@" not in chinese and "command.yibao" not in chinese and "option." not in chinese


def test_places_are_written_as_the_reader_writes() -> None:
    """What is typed is pinyin or a code in each language."""
    simplified, traditional = made("zsh", "zh-CN"), made("zsh", "zh-TW")
    assert "440000:广东省" in simplified and "440000:廣東省" in traditional
    assert "广东" not in traditional


def test_powershell_file_is_whole() -> None:
    """No PowerShell is at hand to press TAB in: its braces, strings and every command by name at least."""
    text = (TOP / "completions" / "yibao.ps1").read_text("utf-8")
    bare = "".join(text.split("'")[::2])  # a doubled quote splits into an empty string more, which changes nothing
    for opening, closing in ("{}", "()", "[]"):
        assert bare.count(opening) == bare.count(closing)
    assert text.count("'") % 2 == 0
    for one in (command for top in tree.programs() for command in tree.everything(top)):
        assert f"\n    '{one.name}' = @{{" in text
    assert "Register-ArgumentCompleter -Native -CommandName yibao, yibao-platform" in text
    assert "Start-Process" not in text and "& yibao" not in text


def test_places_are_those_that_commands_take() -> None:
    from wallet_cli.cli.places import region_of
    from wallet_cli.cli.shells.places import places

    found = places()
    words = [one.word for one in found]
    assert len(words) == len(set(words))
    assert {"beijing", "110000", "shaanxi", "jiangsutaizhou", "321200"} <= set(words)
    assert all(region_of(one.word) for one in found)
    assert all(word.isascii() and word.isalnum() for word in words)
