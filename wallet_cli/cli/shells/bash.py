"""What goes into completions/yibao.bash. Rules of this room: see `shells`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wallet_cli.cli import shells

if TYPE_CHECKING:
    from wallet_cli.cli.shells import Node, Word
    from wallet_cli.cli.shells.places import Place


def tree(nodes: list[Node]) -> str:
    """A line of `case` a command."""
    lines = []
    for node in nodes:
        parts = {"subs": words(node.subcommands), "opts": words(node.options), "args": " ".join(node.arguments)}
        told = " ".join(f"{name}='{value}'" for name, value in parts.items() if value)
        if told:
            lines.append(f"    '{node.path}') {told} ;;")
    return "\n".join(lines)


def values(found: dict[str, str]) -> str:
    """A line of `case` a kind of value."""
    return "\n".join(
        f"    {'|'.join(_pattern(key) for key in keys)}) value='{value}' ;;" for keys, value in shells.grouped(found)
    )


def _pattern(key: str) -> str:
    return f"'{key}'" if " " in key else f"*' {key}'"


def places(found: list[Place]) -> str:
    """A line of `case` a first sign."""
    return "\n".join(
        f"    {letter or repr('')}) _yibao_add {' '.join(one.word for one in here)} ;;"
        for letter, here in shells.by_letter(found).items()
    )


def words(found: Iterable[Word]) -> str:
    """Names alone: bash shows no meanings."""
    return " ".join(one.name for one in found)
