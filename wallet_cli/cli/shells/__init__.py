"""The completion files of four shells, made from the tree of commands: `script(shell)`.

Rules of this room: see `cli`. Each shell's own code stands in NAME.in beside this file, with marks where the commands
go; here is what goes there. The files are static: a shell reads them and starts no program.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wallet_cli.cli import tree
from wallet_cli.cli.shells.places import Place, places
from wallet_cli.domain.papers import PaperKind
from wallet_cli.domain.value import Value

FILES = {"bash": "yibao.bash", "zsh": "_yibao", "fish": "yibao.fish", "powershell": "yibao.ps1"}
"""The shells and their files' names."""


class Word(Value):
    """A candidate and what it means."""

    name: str
    meaning: str


class Node(Value):
    """What may follow one command: names of subcommands, options (not those of every command), and words in their
    order, each @KIND or a list."""

    path: str
    subcommands: tuple[Word, ...]
    options: tuple[Word, ...]
    arguments: tuple[str, ...]


def script(shell: str) -> str:
    """The completion file of one shell of FILES, in the language in use."""
    from wallet_cli.cli.shells import bash, fish, powershell, zsh

    writer = {"bash": bash, "zsh": zsh, "fish": fish, "powershell": powershell}[shell]
    tops = tree.programs()
    text = (Path(__file__).parent / f"{FILES[shell]}.in").read_text("utf-8")
    marks = {
        "TREE": writer.tree([node(one) for top in tops for one in tree.everything(top)]),
        "VALUES": writer.values(values(tops)),
        "PLACES": writer.places(places()),
        "COMMON": writer.words(words(tree.common())),
        "PAPERS": writer.words(Word(f"{kind}=", "") for kind in PaperKind),
    }
    for mark, filling in marks.items():
        text = text.replace(f"@{mark}@", filling)
    return text


def node(one: tree.Command) -> Node:
    """A command's node; where a group means one of its commands by default, what that one takes as well."""
    meant = next((child for child in one.subcommands if child.name == f"{one.name} {one.default}"), one)
    top = len(one.path) == 1
    options = (one.options[-1],) if top else (*one.options, *(meant.options if meant is not one else ()))
    below = tuple(Word(child.path[-1], child.summary) for child in one.subcommands)
    arguments = tuple(spec(word.takes, word.choices, ",") for word in meant.arguments)
    return Node(one.name, below, tuple(words(options)), arguments)


def words(options: Iterable[tree.Option]) -> list[Word]:
    """Every name of these options."""
    return [Word(name, one.help) for one in options for name in (*one.names, *one.negative)]


def spec(takes: str | None, choices: tuple[str, ...], separator: str = " ") -> str:
    """@KIND, or the list of choices; empty for a flag."""
    return separator.join(choices) if choices else f"@{takes}" if takes else ""


def values(tops: tuple[tree.Command, ...]) -> dict[str, str]:
    """What follows each option: under its name where it is the same for all commands, else under PATH NAME."""
    found: dict[str, dict[str, str]] = {}
    for one in (command for top in tops for command in tree.everything(top)):
        told = node(one).path
        for option in one.options:
            for name in (*option.names, *option.negative):
                found.setdefault(name, {})[told] = spec(option.takes, option.choices)
    special: dict[str, str] = {}
    general: dict[str, str] = {}
    for name, by_path in found.items():
        if len(set(by_path.values())) == 1:
            general[name] = next(iter(by_path.values()))
        else:
            special |= {f"{path} {name}": value for path, value in by_path.items()}
    return {key: value for key, value in (special | general).items() if value}


def grouped(found: dict[str, str]) -> list[tuple[list[str], str]]:
    """The options of each value, those of one command first: a `case` takes the first that fits."""
    made: dict[tuple[bool, str], list[str]] = {}
    for key, value in found.items():
        made.setdefault((" " not in key, value), []).append(key)
    return [(keys, value) for (_, value), keys in sorted(made.items(), key=lambda one: one[0][0])]


def by_letter(found: Iterable[Place]) -> dict[str, list[Place]]:
    """Places by their first sign; under the empty one, the provinces by name."""
    made: dict[str, list[Place]] = {"": []}
    for one in found:
        made.setdefault(one.word[0], []).append(one)
        if one.province and not one.word[0].isdigit():
            made[""].append(one)
    return made
