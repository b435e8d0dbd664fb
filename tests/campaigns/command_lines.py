"""Command lines of both programs, run as processes on a home of their own, and what every one of them must keep.

Rules of this room: the programs are known by their command lines alone. Every answer goes through `Ran`, so that a
false alarm of the store, a defect or a hanging keyring is a failure of whatever campaign meets it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import wallet_cli

WALLET, OPERATOR = "yibao", "yibao-platform"
KILLED = -9
ALARMS = ("STORE_", "AUDIT_", "PLATFORM_TAMPERED", "PLATFORM_NEWER", "KEYRING_", "INTERNAL", "VAULT_DIFFERS")
_ENTRY = "import sys; from wallet_cli.__main__ import main; sys.exit(main(sys.argv[2:], sys.argv[1]))"
PACKAGE = str(Path(wallet_cli.__file__).resolve().parents[1])
"""Where the package under test lies, installed or in a checkout: the children import that very one."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended. `count`: of lines or writes in the rooms that keep something, where they were counted."""

    words: tuple[str, ...]
    status: int
    out: str
    err: str
    count: int = 0

    def __post_init__(self) -> None:
        assert not self.code.startswith(ALARMS), f"{self.words}: {self.err}"

    @property
    def killed(self) -> bool:
        return self.status == KILLED

    @property
    def code(self) -> str:
        """The error's code; empty where there is none."""
        return "" if self.status <= 0 else str(json.loads(self.err)["error"]["code"])

    @property
    def details(self) -> dict[str, Any]:
        details: dict[str, Any] = json.loads(self.err)["error"].get("details", {})
        return details

    @property
    def data(self) -> dict[str, Any]:
        assert self.status == 0, f"{self.words}: exit {self.status} {self.err}"
        data: dict[str, Any] = json.loads(self.out)["data"]
        return data


@dataclass(frozen=True, slots=True)
class Line:
    """One command line. `secrets`: by the name that stands in braces in `words`, each given by a descriptor."""

    program: str
    words: tuple[str, ...]
    secrets: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What is alike in length: the command, and which options it was given."""
        return " ".join([self.program, *self.words[:2], *(word for word in self.words if word.startswith("--"))])


@dataclass(frozen=True, slots=True)
class Home:
    """A home, the environment of its commands, and its vault (`sandbox`, `keyring`)."""

    folder: Path
    vault: str
    env: Mapping[str, str]

    def argv(self, line: Line) -> list[str]:
        # Many at once wait for one another as long as a command can be told to.
        patient = ("--timeout", "60")
        return ["--json", "--no-input", "--yes", "--reveal", *patient, "--vault", self.vault, *line.words]

    def environment(self) -> dict[str, str]:
        return {**self.env, "PYTHONPATH": PACKAGE, "YIBAO_HOME": str(self.folder)}


def start(home: Home, line: Line) -> subprocess.Popen[str]:
    """The command as a process of its own, not waited for."""
    descriptors, ends = {}, []
    for name, text in line.secrets.items():
        read, write = os.pipe()
        os.write(write, text.encode())
        os.close(write)
        descriptors[name] = read
        ends.append(read)
    argv = [word.format(**descriptors) for word in home.argv(line)]
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-c", _ENTRY, line.program, *argv],
            env=home.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            pass_fds=ends,
        )
    finally:
        for read in ends:
            os.close(read)


def finish(line: Line, process: subprocess.Popen[str], within: float | None = None) -> Ran:
    """Waits for the command; with `within` it is killed after so many seconds."""
    try:
        out, err = process.communicate(timeout=within)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    return Ran(line.words, process.returncode, out, err)


def run_together(home: Home, lines: Sequence[Line]) -> list[Ran]:
    """All at once, each a process of its own."""
    processes = [start(home, line) for line in lines]
    return [finish(line, process) for line, process in zip(lines, processes, strict=True)]


class Warm:
    """Commands in children of one process that has everything loaded: real processes that need no start-up."""

    def __enter__(self) -> Warm:
        self._driver = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).with_name("warm_driver.py"))],
            env={**os.environ, "PYTHONPATH": PACKAGE},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._driver.stdin is not None
        self._driver.stdin.close()
        self._driver.wait()

    def run(self, home: Home, line: Line, *, unit: str | None = None, kill_at: int | None = None) -> Ran:
        """By itself. `unit`: `lines` or `writes` to count, and to die at the `kill_at`-th."""
        return self._answers(home, [line], unit, kill_at)[0]

    def run_together(self, home: Home, lines: Sequence[Line]) -> list[Ran]:
        """All at once: each begins when the last has been made."""
        return self._answers(home, lines)

    def _answers(
        self, home: Home, lines: Sequence[Line], unit: str | None = None, kill_at: int | None = None
    ) -> list[Ran]:
        requests = [
            {
                "program": line.program,
                "argv": home.argv(line),
                "env": home.environment(),
                "secrets": dict(line.secrets),
                "unit": unit,
                "kill_at": kill_at,
            }
            for line in lines
        ]
        assert self._driver.stdin is not None and self._driver.stdout is not None
        self._driver.stdin.write(json.dumps(requests) + "\n")
        self._driver.stdin.flush()
        answers = json.loads(self._driver.stdout.readline())
        return [Ran(line.words, **answer) for line, answer in zip(lines, answers, strict=True)]


# --- the command lines ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """One of the sandbox's people, as `person list --reveal` shows them."""

    psn_no: str
    name: str
    id_number: str
    phone: str
    region: str
    account_fen: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Person:
        keys = ("psn_no", "name", "id_number", "phone", "region", "personal_account_fen")
        return cls(*(row[key] for key in keys))


def wallet(*words: str, **secrets: str) -> Line:
    return Line(WALLET, words, secrets)


def operator(*words: str, **secrets: str) -> Line:
    return Line(OPERATOR, words, secrets)


def activate(person: Person, pin: str) -> Line:
    words = ["activate", "--accept-agreement", "--sandbox-auto", "--id-fd", "{id}", "--pin-fd", "{pin}"]
    applicant = ["--region", person.region, "--name", person.name, "--phone", person.phone]
    return wallet(*words, *applicant, id=person.id_number, pin=pin)


def show_code(pin: str) -> Line:
    return wallet("qr", "--pin-fd", "{pin}", pin=pin)


def change_pin(old: str, new: str) -> Line:
    return wallet("pin", "change", "--pin-fd", "{pin}", "--new-pin-fd", "{new}", pin=old, new=new)


def reset_by_face(new: str) -> Line:
    return wallet("pin", "reset", "--sandbox-auto", "--new-pin-fd", "{new}", new=new)


def reset_by_counter(code: str, new: str) -> Line:
    return wallet("pin", "reset", "--code-fd", "{code}", "--new-pin-fd", "{new}", code=code, new=new)


def settle(institution: str, bill: Path, key: str, code: str) -> Line:
    place = ("terminal", "settle", "--institution", institution, "--bill", str(bill))
    return operator(*place, "--idempotency-key", key, "--code-fd", "{code}", code=code)


def query(institution: str, key: str) -> Line:
    return operator("terminal", "query", "--institution", institution, "--idempotency-key", key)
