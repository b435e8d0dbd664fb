"""What goes into completions/_yibao. Rules of this room: see `shells`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wallet_cli.cli import shells
from wallet_cli.cli.shells import bash

if TYPE_CHECKING:
    from wallet_cli.cli.shells import Node, Word
    from wallet_cli.cli.shells.places import Place

values = bash.values


def tree(nodes: list[Node]) -> str:
    """A line of `case` a command."""
    lines = []
    for node in nodes:
        arguments = " ".join(quoted(one) for one in node.arguments)
        parts = {"subs": words(node.subcommands), "opts": words(node.options), "args": arguments}
        told = " ".join(f"{name}=({value})" for name, value in parts.items() if value)
        if told:
            lines.append(f"    ('{node.path}') {told} ;;")
    return "\n".join(lines)


def places(found: list[Place]) -> str:
    """A line of `case` a first sign."""
    return "\n".join(
        f"    ({letter or repr('')}) _yibao_add {' '.join(quoted(f'{one.word}:{one.meaning}') for one in here)} ;;"
        for letter, here in shells.by_letter(found).items()
    )


def words(found: Iterable[Word]) -> str:
    """NAME:MEANING, quoted."""
    return " ".join(quoted(f"{one.name}:{one.meaning}" if one.meaning else one.name) for one in found)


def quoted(text: str) -> str:
    """A word of zsh or bash."""
    return "'" + text.replace("'", "'\\''") + "'"
