"""TAB pressed in real bash, zsh and fish: what it completes, and that no program is started for it.

Once the shell stands there, its PATH holds nothing but `python`, `python3` and the two programs, each a script that
leaves a mark: a completion that started one of them, or any other program, would not come.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminals import ROOT, Pty, require

COMPLETIONS = ROOT / "completions"
PROMPT = "yb> "
WORDS = {
    "words": "member\tmama\tparent\nmember\t老爸\tparent\nfiling\tFL2026001\t310000\nclaim\tCL7\tabroad\nbill\tPB3\t\n",
    "words-papa": "member\tgrandma\tparent\n",
}
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "PS1='{prompt}'; source {files}/yibao.bash; PATH={poison}\r"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "PS1='{prompt}'; fpath=({files} $fpath); autoload -Uz compinit; compinit -u -D; PATH={poison}\r",
    ),
    "fish": (
        ["fish", "--no-config", "-i"],
        "function fish_prompt; echo -n '{prompt}'; end; set -g fish_autosuggestion_enabled 0; "
        "source {files}/yibao.fish; set PATH {poison}\r",
    ),
}
ONE = {
    # typed, and what the line is after one TAB
    "yibao sta": "yibao status",
    "yibao-platform sandb": "yibao-platform sandbox",
    "yibao filing ne": "yibao filing new",
    "yibao-platform sandbox clock adv": "yibao-platform sandbox clock advance",
    "yibao filing new --cat": "yibao filing new --category",
    "yibao qr --acc": "yibao qr --accessible",
    "yibao records --ann": "yibao records --annual",
    "yibao filing new --category ret": "yibao filing new --category retiree",
    "yibao-platform sandbox code --case exp": "yibao-platform sandbox code --case expired",
    "yibao --lang=e": "yibao --lang=en",
    "yibao --lang e": "yibao --lang en",
    "yibao records --kind=cl": "yibao records --kind=claim",
    # options with values before the command, apart and together
    "yibao --lang en -o json filing sh": "yibao --lang en -o json filing show",
    "yibao --lang=en --profile=papa filing sh": "yibao --lang=en --profile=papa filing show",
    # places
    "yibao filing new --to shangha": "yibao filing new --to shanghai",
    "yibao filing new --to=3100": "yibao filing new --to=310000",
    "yibao activate --region shaan": "yibao activate --region shaanxi",
    "yibao filing places zhengz": "yibao filing places zhengzhou",
    # what the wallet remembers
    "yibao qr ma": "yibao qr mama",
    "yibao qr 老": "yibao qr 老爸",
    "yibao balance se": "yibao balance self",
    "yibao family remove ma": "yibao family remove mama",
    "yibao filing list --json ma": "yibao filing list --json mama",
    "yibao filing show F": "yibao filing show FL2026001",
    "yibao filing show FL2026001 --member ma": "yibao filing show FL2026001 --member mama",
    "yibao claim show C": "yibao claim show CL7",
    "yibao pay confirm P": "yibao pay confirm PB3",
    "yibao --profile papa qr gra": "yibao --profile papa qr grandma",
    "yibao --profile=papa qr gra": "yibao --profile=papa qr grandma",
    "yibao profile use pa": "yibao profile use papa",
    # after --
    "yibao qr -- ma": "yibao qr -- mama",
    "yibao filing -- sh": "yibao filing -- show",
    # topics, settings, papers, files
    "yibao help acc": "yibao help accessibility",
    "yibao config get ver": None,
    "yibao config get time": "yibao config get timeout",
    "yibao filing new --paper posting": "yibao filing new --paper posting-letter=",
    "yibao family apply fami": "yibao family apply family.toml",
    # what has to be quoted, and what need not be
    'yibao qr "ma': 'yibao qr "mama"',
    "yibao qr '老": "yibao qr '老爸'",
    "yibao family apply two": r"yibao family apply two\ parents.toml",
    r"yibao family apply two\ p": r"yibao family apply two\ parents.toml",
    'yibao family apply "two p': 'yibao family apply "two parents.toml"',
    "yibao filing new --paper contract=two": r"yibao filing new --paper contract=two\ parents.toml",
    "yibao qr -- --": None,
    "yibao nosuch fil": None,
}
LISTS = {
    "yibao filing ": ("new", "list", "show", "change", "cancel", "places"),
    "yibao filing new --to=": ("beijing", "shanghai", "shaanxi", "sichuan"),
    "yibao --vault ": ("keyring", "passphrase", "sandbox"),
    "yibao records ": ("list", "show", "self", "mama"),
}


def test_every_shell_is_here() -> None:
    """A shell that is absent is told, not passed over."""
    require("bash", "zsh", "fish")


@pytest.fixture(params=["bash", "zsh", "fish"], scope="module")
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    require(request.param)
    with Shell(request.param, tmp_path_factory.mktemp(request.param)) as started:
        yield started


class Shell:
    """One interactive shell in a folder of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.marks = folder / "marks"
        poison, here, home = folder / "poison", folder / "here", folder / "yibao"
        for one in (poison, here, home / "cache", home / "profiles" / "papa"):
            one.mkdir(parents=True)
        for program in ("python", "python3", Path(sys.executable).name, "yibao", "yibao-platform"):
            script = poison / program
            script.write_text(f"#!/bin/sh\necho {program} >>{self.marks}\n")
            script.chmod(0o755)
        for file, text in WORDS.items():
            (home / "cache" / file).write_text(text, encoding="utf-8")
        for file in ("family.toml", "two parents.toml"):
            (here / file).touch()
        argv, setup = START[name]
        self._setup = f" cd {here}; " + setup.format(prompt=PROMPT, files=COMPLETIONS, poison=poison)
        environment = {"YIBAO_HOME": str(home), "HOME": str(folder), "PATH": os.environ["PATH"]}
        self.pty = Pty(argv, size=(50, 150), env=environment)

    def __enter__(self) -> Shell:
        self.pty.send(self._setup)
        self.pty.until("the prompt", lambda: self.line() == "")
        return self

    def __exit__(self, *_: object) -> None:
        self.pty.__exit__()

    def line(self) -> str | None:
        """What stands after the last prompt on the screen, blanks and breaks between words as one."""
        found = [line for line in self.pty.lines() if line.startswith(PROMPT.rstrip())]
        if not found or "PS1" in found[-1] or "fish_prompt" in found[-1]:
            return None
        return re.sub(r" +", " ", found[-1].removeprefix(PROMPT.rstrip())).strip()

    def press(self, typed: str, expected: str | None, keys: str = "") -> None:
        """Types, goes where `keys` lead, presses TAB, waits for the line. None: it must stay as it is."""
        typed_line = typed.strip()
        self.pty.send(typed + keys)
        self.pty.until(f"{typed!r} on the line", lambda: self.line() == typed_line)
        self.pty.send("\t")
        if expected is None:
            # A sign typed after TAB: once it shows, TAB is done.
            self.pty.send("~")
            expected = typed_line + "~"
        self.pty.until(f"{expected!r} for {typed!r} ({self.name})", lambda: self.line() == expected)
        self.clear()

    def clear(self) -> None:
        # Keys are taken in their order; an interrupt comes at once, and may end a completion instead of the line.
        self.pty.send("\x05\x15")
        self.pty.until("an empty line", lambda: self.line() == "")

    def listed(self, typed: str, wanted: tuple[str, ...]) -> None:
        """Types, presses TAB twice, and waits for all these words among what the shell then writes."""
        self.pty.send(typed)
        self.pty.until(f"{typed!r} on the line", lambda: self.line() == typed.strip())
        before = len(self.pty.raw)
        self.pty.send("\t\t")

        def written() -> set[str]:
            plain = re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|[()][A-Z0-9])", "", self.pty.raw[before:].decode(errors="replace"))
            return set(re.findall(r"[\w-]+", plain))

        self.pty.until(f"{wanted} for {typed!r} ({self.name})", lambda: set(wanted) <= written())
        self.clear()


@pytest.mark.parametrize("typed", ONE)
def test_tab_completes(shell: Shell, typed: str) -> None:
    shell.press(typed, ONE[typed])


@pytest.mark.parametrize("typed", LISTS)
def test_tab_lists(shell: Shell, typed: str) -> None:
    shell.listed(typed, LISTS[typed])


def test_tab_before_the_end_of_the_line(shell: Shell) -> None:
    left = "\x1b[D" * len(" --json")
    shell.press("yibao filing ne --json", "yibao filing new --json", left)


def test_tab_in_the_middle_of_a_word(shell: Shell) -> None:
    if shell.name != "bash":
        pytest.skip(f"{shell.name} completes a word from its end, as it is set up without a start file")
    shell.press("yibao filing plxx", "yibao filing placesxx", "\x1b[D" * 2)


def test_no_program_was_started(shell: Shell) -> None:
    """Stands after the others: the poisoned programs left no mark in all of them."""
    assert not shell.marks.exists(), shell.marks.read_text()
    shell.pty.send("yibao\r")
    shell.pty.until("the poison's mark", shell.marks.exists)
    shell.marks.unlink()
