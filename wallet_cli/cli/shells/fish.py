"""What goes into completions/yibao.fish. Rules of this room: see `shells`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wallet_cli.cli import shells

if TYPE_CHECKING:
    from wallet_cli.cli.shells import Node, Word
    from wallet_cli.cli.shells.places import Place


def tree(nodes: list[Node]) -> str:
    """A function a command."""
    lines = []
    for node in nodes:
        arguments = " ".join(quoted(one) for one in node.arguments)
        parts = {"subs": words(node.subcommands), "opts": words(node.options), "args": arguments}
        told = [f"    set {name} {value}" for name, value in parts.items() if value]
        lines += [f"function __yibao_at_{re.sub('[^a-z]', '_', node.path)} -S", *told, "end"]
    return "\n".join(lines)


def values(found: dict[str, str]) -> str:
    """A case of `switch` a kind of value."""
    lines = []
    for keys, value in shells.grouped(found):
        patterns = " ".join(quoted(key if " " in key else f"* {key}") for key in keys)
        lines += [f"        case {patterns}", f"            set value {quoted(value)}"]
    return "\n".join(lines)


def places(found: list[Place]) -> str:
    """A case of `switch` a first sign."""
    lines = []
    for letter, here in shells.by_letter(found).items():
        told = " ".join(quoted(f"{one.word}\t{one.meaning}") for one in here)
        lines += [f"        case {quoted(letter)}", f"            string join \\n {told}"]
    return "\n".join(lines)


def words(found: Iterable[Word]) -> str:
    """NAME, tab, MEANING, quoted."""
    return " ".join(quoted(f"{one.name}\t{one.meaning}" if one.meaning else one.name) for one in found)


def quoted(text: str) -> str:
    """A word of fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
