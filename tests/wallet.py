"""A wallet for tests: one home, the two programs run in it, secrets handed over as descriptors.

`run` goes through `wallet_cli.__main__.main` in this process, `spawn` through a process of its own. Both return an
`Answer`; `ok` and `fails` demand an exit status and hand back the document. Everything written is kept in `said`.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import wallet_cli
from wallet_cli.__main__ import main
from wallet_cli.cli.context import Context
from wallet_cli.cli.globals import Globals
from wallet_cli.platform.service.people import PEOPLE
from wallet_cli.storage import paths

PIN = "940713"
NEW_PIN = "271863"
FRONT = "import sys; from wallet_cli.__main__ import main; sys.exit(main(sys.argv[2:], sys.argv[1]))"
TOP = Path(wallet_cli.__file__).parents[1]

Secrets = Mapping[str, str | bytes]


class Citizen(NamedTuple):
    """A person of the sandbox's register."""

    name: str
    id_number: str
    phone: str
    region: str
    insutype: str
    insured: bool


class Answer(NamedTuple):
    """What a command said and how it ended."""

    argv: tuple[str, ...]
    exit: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """`data` of the one JSON document on standard output."""
        data: dict[str, Any] = self.document["data"]
        return data

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        assert self.exit == 0, self
        assert self.out.endswith("\n") and self.out.count("\n") == 1, self
        document: dict[str, Any] = json.loads(self.out)
        return document

    @property
    def error(self) -> dict[str, Any]:
        """The error object on standard error; standard output is empty."""
        assert self.out == "", self
        assert self.err.endswith("\n") and self.err.count("\n") == 1, self
        document = json.loads(self.err)
        assert document["schema"] == "yibao.error/v1" and document["ok"] is False, self
        error: dict[str, Any] = document["error"]
        assert error["exit"] == self.exit, self
        return error


def _citizens() -> dict[str, Citizen]:
    from wallet_cli.domain.identity import check_digit

    return {
        name: Citizen(name, body + check_digit(body), phone, region, insutype, insured)
        for name, body, phone, region, insutype, insured, _ in PEOPLE
    }


CITIZENS = _citizens()
ZHANG = CITIZENS["张三"]


@dataclass
class Wallet:
    """`home`: YIBAO_HOME of every command; `vault`: YIBAO_VAULT; `env`: what a process of its own gets besides."""

    home: Path
    vault: str = "sandbox"
    env: dict[str, str] = field(default_factory=dict)
    said: list[Answer] = field(default_factory=list)

    def run(self, *argv: str, secrets: Secrets | None = None, program: str = "yibao") -> Answer:
        """One command in this process. `secrets`: by option, `{"--pin-fd": "940713"}`."""
        with _descriptors(secrets or {}) as words, _streams() as (out, err), self._environment():
            line = [*argv, *words]
            status = main(line, program)
        return self._keep(tuple(line), status, out.getvalue(), err.getvalue())

    def spawn(self, *argv: str, secrets: Secrets | None = None, program: str = "yibao", **env: str) -> Answer:
        """One command in a process of its own, standard input closed to it."""
        with _descriptors(secrets or {}) as words:
            line = [*argv, *words]
            done = subprocess.run(
                [sys.executable, "-c", FRONT, program, *line],
                env={**os.environ, **self._variables(), **self.env, **env},
                cwd=TOP,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                pass_fds=[int(word) for word in words[1::2]],
                check=False,
            )
        return self._keep(tuple(line), done.returncode, done.stdout.decode(), done.stderr.decode())

    def ok(
        self, *argv: str, secrets: Secrets | None = None, program: str = "yibao", spawn: bool = False
    ) -> dict[str, Any]:
        """`data` of a command that must succeed with --json, silent on standard error."""
        answer = (self.spawn if spawn else self.run)(*argv, "--json", secrets=secrets, program=program)
        assert (answer.exit, answer.err) == (0, ""), answer
        return answer.data

    def fails(
        self,
        status: int,
        code: str,
        *argv: str,
        secrets: Secrets | None = None,
        program: str = "yibao",
        spawn: bool = False,
    ) -> dict[str, Any]:
        """The error object of a command that must fail so."""
        answer = (self.spawn if spawn else self.run)(*argv, "--json", secrets=secrets, program=program)
        assert answer.exit == status, answer
        assert answer.error["code"] == code, answer
        return answer.error

    # --- what most tests begin with -----------------------------------------------------------------------------------

    def activation(self, who: Citizen = ZHANG) -> tuple[str, ...]:
        """The scripted activation of cli.md, but for its two descriptors."""
        words = ("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", who.region)
        return (*words, "--name", who.name, "--phone", who.phone)

    def activate(self, who: Citizen = ZHANG, *more: str, pin: str = PIN, spawn: bool = False) -> dict[str, Any]:
        """An active wallet."""
        secrets = {"--id-fd": who.id_number, "--pin-fd": pin}
        return self.ok(*self.activation(who), *more, secrets=secrets, spawn=spawn)

    def other(self, *argv: str, secrets: Secrets | None = None, spawn: bool = False) -> dict[str, Any]:
        """`data` of a command of yibao-platform that must succeed."""
        return self.ok(*argv, secrets=secrets, program="yibao-platform", spawn=spawn)

    def code(self, *more: str, pin: str = PIN, spawn: bool = False) -> str:
        """A fresh online code."""
        return str(self.ok("qr", *more, secrets={"--pin-fd": pin}, spawn=spawn)["code"])

    def verify(self, code: str, status: int = 0, *, spawn: bool = False) -> Any:
        """What a hospital's terminal says to a code: `data`, or with `status` the error's code."""
        words = ("terminal", "verify", "--institution", "H11000000001")
        answer = (self.spawn if spawn else self.run)(
            *words, "--json", secrets={"--code-fd": code}, program="yibao-platform"
        )
        assert answer.exit == status, answer
        return answer.data if status == 0 else answer.error["code"]

    def advance(self, duration: str) -> None:
        """Lets the sandbox's time pass."""
        self.other("sandbox", "clock", "advance", duration)

    def _variables(self) -> dict[str, str]:
        return {"YIBAO_HOME": str(self.home), "YIBAO_VAULT": self.vault}

    @contextlib.contextmanager
    def _environment(self) -> Iterator[None]:
        wanted = {**self._variables(), **self.env}
        before = {name: os.environ.get(name) for name in wanted}
        os.environ.update(wanted)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value

    def _keep(self, argv: tuple[str, ...], status: int, out: str, err: str) -> Answer:
        answer = Answer(argv, status, out, err)
        self.said.append(answer)
        return answer


@contextlib.contextmanager
def _descriptors(secrets: Secrets) -> Iterator[list[str]]:
    """One pipe a secret, its writing end filled and closed; the options that name the reading ends."""
    words: list[str] = []
    opened: list[int] = []
    try:
        for option, secret in secrets.items():
            reader, writer = os.pipe()
            opened.append(reader)
            os.write(writer, secret if isinstance(secret, bytes) else secret.encode())
            os.close(writer)
            words += [option, str(reader)]
        yield words
    finally:
        for reader in opened:
            with contextlib.suppress(OSError):
                os.close(reader)


@contextlib.contextmanager
def _streams() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    out, err, closed = io.StringIO(), io.StringIO(), io.StringIO()
    before = sys.stdin
    sys.stdin = closed
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            yield out, err
    finally:
        sys.stdin = before


@contextmanager
def opened(home: Path) -> Iterator[Context]:
    """What commands stand on, for a state that no command stops in."""
    options = Globals()
    options.vault = "sandbox"
    context = Context(options, "yibao", paths.home(str(home)))
    try:
        yield context
    finally:
        context.close()
