"""The house's import rules: one way between the rooms, and nothing impure in the core (architecture.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from architecture.tree import TOP, dotted, imported, parsed, shown, sources

CORE = ("wallet_cli/domain", "wallet_cli/ports", "wallet_cli/usecases")

PURE = {
    "__future__",
    "base64",
    "binascii",
    "collections",
    "contextlib",
    "cryptography",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "hashlib",
    "hmac",
    "itertools",
    "json",
    "math",
    "operator",
    "re",
    "string",
    "struct",
    "typing",
    "unicodedata",
    "zlib",
}
# Types that a port names in its signatures; the core never calls them.
TYPES_ONLY = {"wallet_cli/ports/__init__.py": {"pathlib"}}

IMPURE_NAMES = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
IMPURE_METHODS = {
    "now",
    "utcnow",
    "today",
    "urandom",
    "time_ns",
    "monotonic",
    "perf_counter",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "token_bytes",
    "randbits",
    "generate_private_key",
    "generate_key",
}


def impurities(path: Path) -> list[str]:
    """What a file of the core imports or calls that it may not."""
    tree = parsed(path)
    allowed = PURE | TYPES_ONLY.get(shown(path), set())
    found = [
        f"{shown(path, line)} imports {name}"
        for line, name in imported(tree)
        if name.partition(".")[0] not in allowed and name.partition(".")[0] != "wallet_cli"
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = dotted(node.func)
            _, dot, method = name.rpartition(".")
            # `clock.now()` is the Clock port, given in; `datetime.now()` and its like are the machine's.
            through_port = name.split(".")[-2:-1] in (["clock"], ["_clock"])
            if name in IMPURE_NAMES or (dot and method in IMPURE_METHODS and not through_port):
                found.append(f"{shown(path, node.lineno)} calls {name}")
    return found


def test_contracts_of_imports() -> None:
    """Layers, forbidden and protected imports as written in pyproject.toml."""
    run = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_core_is_pure() -> None:
    found = [line for path in sources(*CORE) for line in impurities(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "import os",
        "import time",
        "from secrets import token_bytes",
        "from random import Random",
        "def f():\n    import sqlite3",
        "from pathlib import Path",
        "open('x')",
        "print(1)",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "from cryptography.hazmat.primitives.asymmetric import ec\nec.generate_private_key(ec.SECP256R1())",
    ],
)
def test_rule_sees_impurity(text: str, tmp_path: Path) -> None:
    (tmp_path / "core.py").write_text(text, encoding="utf-8")
    assert impurities(tmp_path / "core.py")


def test_rule_lets_the_clock_port_through(tmp_path: Path) -> None:
    (tmp_path / "core.py").write_text("def f(self):\n    return self.clock.now() + self._clock.now()", encoding="utf-8")
    assert impurities(tmp_path / "core.py") == []
