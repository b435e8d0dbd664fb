"""The sources as the architecture tests read them: files, parsed trees, and the names a tree calls and imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
PACKAGE = TOP / "wallet_cli"


def sources(*below: str) -> list[Path]:
    """Python files of the named files and folders, relative to the top, that hold any code."""
    found: list[Path] = []
    for name in below:
        place = TOP / name
        found += sorted(place.rglob("*.py")) if place.is_dir() else [place]
    return [path for path in found if path.stat().st_size and "__pycache__" not in path.parts]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path, line: int = 0) -> str:
    """`wallet_cli/cli/qr.py:12`: what an editor opens."""
    name = path.relative_to(TOP) if path.is_relative_to(TOP) else path
    return f"{name}:{line}" if line else f"{name}"


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of every module imported anywhere in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def dotted(node: ast.expr) -> str:
    """`datetime.now` for the expression of that shape, `.now` where the left side is something else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = dotted(node.value)
        return f"{left}.{node.attr}"
    return ""


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
