"""What goes into completions/yibao.ps1. Rules of this room: see `shells`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wallet_cli.cli.shells import Node, Word
    from wallet_cli.cli.shells.places import Place


def tree(nodes: list[Node]) -> str:
    """An entry a command."""
    return "\n".join(
        f"    {quoted(node.path)} = @{{ subs = @({words(node.subcommands)}); opts = @({words(node.options)}); "
        f"args = @({', '.join(quoted(one) for one in node.arguments)}) }}"
        for node in nodes
    )


def values(found: dict[str, str]) -> str:
    """An entry an option."""
    return "\n".join(f"    {quoted(key)} = {quoted(value)}" for key, value in found.items())


def places(found: list[Place]) -> str:
    """A line a place."""
    return "\n".join("    " + quoted(one.word + "\t" + one.meaning) for one in found)


def words(found: Iterable[Word]) -> str:
    """NAME, tab, MEANING, quoted, with commas."""
    return ", ".join(quoted(f"{one.name}\t{one.meaning}" if one.meaning else one.name) for one in found)


def quoted(text: str) -> str:
    """A string of PowerShell."""
    return "'" + text.replace("'", "''") + "'"
