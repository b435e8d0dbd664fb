"""Runs the two programs in this process, as `main()` is run: arguments in, status, output and error out.

Secrets go through descriptors of their own or through standard input, never through the arguments.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wallet_cli.__main__ import main
from wallet_cli.domain.identity import check_digit

ZHANG = "99000119850612001" + check_digit("99000119850612001")
"""ID number of the sandbox's first person, 张三."""
ZHANG_PHONE = "13800000001"
HOSPITAL = "H11000000001"
RAW_KEY = re.compile(
    r"\b(?:command|option|field|value|none|empty|rule|receipt|error|advice|prompt|next|warning|help)\.\w"
)
"""A key that reached a person instead of its words."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command line did."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document of standard output; nothing may stand on standard error beside it."""
        assert self.status == 0, self.err
        assert self.err == ""
        assert self.out.count("\n") == 1
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = self.document["data"]
        return found

    @property
    def error(self) -> dict[str, Any]:
        """The one error object of standard error; nothing may stand on standard output beside it."""
        assert self.out == ""
        assert self.status != 0
        found: dict[str, Any] = json.loads(self.err)["error"]
        assert found["exit"] == self.status
        return found

    @property
    def code(self) -> str:
        return str(self.error["code"])


class Program:
    """One program in one home. Answers are JSON unless a call asks for another form."""

    def __init__(self, home: Path, name: str) -> None:
        self.home = home
        self.name = name

    def __call__(
        self, *words: str, stdin: str | None = None, secrets: Mapping[str, str] | None = None, form: str = "json"
    ) -> Ran:
        """`secrets`: option to secret, each given through a descriptor of its own."""
        out, err = io.StringIO(), io.StringIO()
        line = ["--vault", "sandbox", "-o", form, *words]
        with ExitStack() as stack:
            env = stack.enter_context(pytest.MonkeyPatch.context())
            env.setenv("YIBAO_HOME", str(self.home))
            stack.enter_context(standard_input(stdin or ""))
            for option, secret in (secrets or {}).items():
                line += [option, str(stack.enter_context(descriptor(secret)))]
            stack.enter_context(redirect_stdout(out))
            stack.enter_context(redirect_stderr(err))
            status = main(line, self.name)
        return Ran(status, out.getvalue(), err.getvalue())


def programs(home: Path) -> tuple[Program, Program]:
    """The wallet and the other side, in one home."""
    return Program(home, "yibao"), Program(home, "yibao-platform")


@contextmanager
def descriptor(secret: str) -> Iterator[int]:
    """A descriptor that holds the secret, to its end."""
    reading, writing = os.pipe()
    os.write(writing, secret.encode())
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


@contextmanager
def standard_input(text: str) -> Iterator[None]:
    """Descriptor 0 and sys.stdin hold `text`, as behind a pipe."""
    before = os.dup(0)
    try:
        with descriptor(text) as reading:
            os.dup2(reading, 0)
        with pytest.MonkeyPatch.context() as patch, open(0, encoding="utf-8", closefd=False) as stream:
            patch.setattr("sys.stdin", stream)
            yield
    finally:
        os.dup2(before, 0)
        os.close(before)


def good_code(platform: Program, person: str = "张三", case: str = "valid") -> str:
    """A code of this case, from the sandbox."""
    return str(platform("sandbox", "code", person, "--case", case).data["code"])
