"""The man pages of both programs and of every command, made from the tree: `python -m wallet_cli.cli.manual FOLDER`.

Rules of this room: see `cli`. Run while a wheel is built (locale/build.py), once a language, into FOLDER/NAME.1; no
command loads it. The pages bear no date: the same sources make the same pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from wallet_cli import __version__, locale
from wallet_cli.cli import examples, registry, tree
from wallet_cli.locale import text

SECTION = "1"


def write(folder: Path) -> None:
    """One page a command, in the language in use."""
    folder.mkdir(parents=True, exist_ok=True)
    for top in tree.programs():
        for one in tree.everything(top):
            (folder / f"{name(one.path)}.{SECTION}").write_text(page(top, one), encoding="utf-8")


def name(path: Iterable[str]) -> str:
    """`yibao-filing-new` for its path."""
    return "-".join(path)


def page(top: tree.Command, one: tree.Command) -> str:
    """The page of one command in man(7)."""
    title = name(one.path)
    lines = [f'.TH "{title.upper()}" "{SECTION}" "" "{_plain(f"yibao {__version__}")}" "{_plain(text("man.manual"))}"']
    lines += [".ad l", ".nh", _section("name"), f"{_plain(title)} \\- {_plain(_summary(one))}"]
    lines += [_section("synopsis"), f".B {_plain(_usage(one))}"]
    lines += [_section("description"), *_description(one)]
    if one.subcommands:
        lines += [_section("commands"), *_commands(one)]
    meant = next((below for below in one.subcommands if below.path[-1] == one.default), one)
    if meant.arguments:
        lines += [_section("arguments"), *_arguments(meant)]
    options = one.options if one is top else (*one.options, *(meant.options if meant is not one else ()))
    if options:
        lines += [_section("options"), *_options(options)]
    lines += _common(top) if one is top else [_section("common"), *_said(text("man.see_common", page=f"{top.name}(1)"))]
    lines += [_section("examples"), ".nf", *map(_plain, examples.of(one.name)), ".fi"]
    lines += [
        _section("see_also"),
        ", ".join(f"\\fB{_plain(name(path))}\\fR({SECTION})" for path in _related(top, one)),
    ]
    return "\n".join(lines) + "\n"


def _summary(one: tree.Command) -> str:
    """One line: troff does not break it, and apropos wants it short."""
    if len(one.path) == 1:
        return text(f"man.summary.{one.name}")
    return one.summary.split("。")[0].split(". ")[0].split("; ")[0]


def _usage(one: tree.Command) -> str:
    return one.usage.split(": ", 1)[-1].split("：", 1)[-1] if len(one.path) == 1 else one.usage


def _description(one: tree.Command) -> list[str]:
    if len(one.path) == 1:
        return [*_said(one.summary), *_said(text("notice.unaffiliated"))]
    return _said(one.summary)


def _commands(one: tree.Command) -> list[str]:
    groups = registry.PROGRAMS.get(one.name)
    lines: list[str] = []
    shown = list(one.subcommands)
    if groups is not None:
        order = registry.GROUPS[one.name]
        shown.sort(key=lambda below: order.index(groups[below.path[-1]][1]))
    for below in shown:
        lines += [".TP", f"\\fB{_plain(name(below.path))}\\fR({SECTION})", *_lines(below.summary)]
    return lines


def _arguments(one: tree.Command) -> list[str]:
    lines: list[str] = []
    for word in one.arguments:
        lines += [".TP", f"\\fI{_plain(word.metavar)}\\fR", *_lines(word.help, word.choices)]
    return lines


def _options(options: Iterable[tree.Option]) -> list[str]:
    lines: list[str] = []
    for option in options:
        names = ", ".join(f"\\fB{_plain(each)}\\fR" for each in (*option.names, *option.negative))
        # A long list of choices may go on in the next line.
        value = f" \\fI{_plain(option.metavar).replace('|', '|' + _OR_HERE)}\\fR" if option.metavar else ""
        lines += [".TP", names + value, *_lines(option.help)]
    return lines


def _common(top: tree.Command) -> list[str]:
    """What stands on a program's own page alone."""
    lines = [_section("exit"), *_blocks(text("help.exit-codes"))]
    from wallet_cli.cli.help import exits

    for one in exits():
        lines += [".TP", f"\\fB{_plain(one.number)}\\fR", *_lines(one.meaning, one.codes)]
    return [*lines, _section("environment"), *_blocks(text("help.environment"))]


def _related(top: tree.Command, one: tree.Command) -> list[tuple[str, ...]]:
    if one is top:
        return [("yibao-platform",) if top.name == "yibao" else ("yibao",)]
    above = one.path[:-1]
    beside = [
        each.path for each in tree.everything(top) if each.path[:-1] == above and each is not one and len(above) > 1
    ]
    return [above, *beside, *([] if len(above) == 1 else [top.path])]


# --- troff ------------------------------------------------------------------------------------------------------------


def _section(key: str) -> str:
    return f".SH {_plain(text(f'man.section.{key}'))}"


def _said(words: str) -> list[str]:
    return [line for part in words.split("\n") if part.strip() for line in (".PP", _flowing(part.strip()))]


def _blocks(words: str) -> list[str]:
    """Words whose lines are meant as they stand."""
    return [".nf", *map(_plain, words.split("\n")), ".fi"]


def _lines(words: str, choices: tuple[str, ...] = ()) -> list[str]:
    return [_flowing(" ".join(words.split()) or "-"), *([".br", _plain(", ".join(choices))] if choices else [])]


def _flowing(words: str) -> str:
    """Text that may be broken between any two Chinese signs, but before no closing and behind no opening one: troff
    breaks at blanks alone."""
    made = ""
    for sign, following in zip(words, [*words[1:], " "], strict=True):
        breaks = sign >= _CHINESE and sign not in _OPENING and following not in _CLOSING
        made += sign + (_BREAK if breaks else "")
    return _plain(made).replace(_BREAK, _OR_HERE)


_CHINESE = "\u2e80"
_OPENING = "（《「『"
_CLOSING = "，。；：、）》」』”！？… "
_BREAK = "\x00"
_OR_HERE = "\\:"
"""troff's sign for a place where a line may be broken without a hyphen."""


def _plain(words: str) -> str:
    """Text that troff prints as it is."""
    safe = (
        words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace('"', "\\(dq")
    )
    safe = safe.replace("^", "\\(ha").replace("~", "\\(ti")
    return f"\\&{safe}" if safe.startswith((".", "\\(aq")) else safe


if __name__ == "__main__":
    locale.choose(sys.argv[2])
    write(Path(sys.argv[1]))
