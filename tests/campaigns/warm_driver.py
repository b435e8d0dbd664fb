"""Runs command lines in children forked from a process that has every module loaded; kills one after a given line.

Started by `command_lines.Warm` as `python -P warm_driver.py`; a line of JSON holds a list of requests, which are let go
at the same moment, and is answered by a line with the list of their answers. A request:
    {"program", "argv", "env", "secrets": {name: text}, "kill_at": line | null, "count": bool}
`{name}` in argv is the descriptor that the secret is read from. The answer: {"status", "out", "err", "lines"}.
Lines are those executed in the rooms that keep something; with `kill_at` the child gets SIGKILL when that line is
reached, as if power had gone between it and the one before.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import sys
import tempfile
import threading
from types import FrameType
from typing import Any

import wallet_cli
from wallet_cli.__main__ import main

ROOMS = ("vault", "usecases", "platform", "storage")


def load_everything() -> None:
    """What is imported later would be counted and timed with the command."""
    for found in pkgutil.walk_packages(wallet_cli.__path__, "wallet_cli."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


class Lines:
    """Counts lines executed in the rooms; at the `kill_at`-th nothing of this process goes on."""

    def __init__(self, kill_at: int | None) -> None:
        top = os.path.dirname(os.path.abspath(wallet_cli.__file__))
        self._rooms = tuple(os.path.join(top, room) + os.sep for room in ROOMS)
        self._kill_at = kill_at
        self.count = 0

    def begin(self) -> None:
        threading.settrace(self._called)
        sys.settrace(self._called)

    def end(self) -> None:
        sys.settrace(None)

    def _called(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._line if frame.f_code.co_filename.startswith(self._rooms) else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.count += 1
            if self.count == self._kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return self._line


def child(request: dict[str, Any], out: int, err: int, answer: int) -> None:
    """Becomes the command; never returns."""
    os.environ.clear()
    os.environ.update(request["env"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    descriptors = {}
    for name, text in request["secrets"].items():
        descriptors[name], write = os.pipe()
        os.write(write, text.encode())
        os.close(write)
    argv = [word.format(**descriptors) for word in request["argv"]]
    lines = Lines(request["kill_at"])
    if request["count"] or request["kill_at"] is not None:
        lines.begin()
    status = main(argv, request["program"])
    lines.end()
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(answer, str(lines.count).encode())
    os._exit(status)


class Child:
    """One command in a process of its own, which begins when `gate`, the reading end of a pipe, comes to its end."""

    def __init__(self, request: dict[str, Any], gate: int, others: int) -> None:
        self._files = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115
        self._pid = os.fork()
        if self._pid == 0:
            try:
                os.close(others)
                os.read(gate, 1)
                child(request, *(file.fileno() for file in self._files))
            finally:
                os._exit(99)

    def wait(self) -> dict[str, Any]:
        _, ended = os.waitpid(self._pid, 0)
        texts = []
        for file in self._files:
            with file:
                file.seek(0)
                texts.append(file.read().decode())
        out, err, lines = texts
        return {"status": os.waitstatus_to_exitcode(ended), "out": out, "err": err, "lines": int(lines or 0)}


def run(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All at once, waited for."""
    gate, others = os.pipe()
    children = [Child(request, gate, others) for request in requests]
    os.close(others)
    os.close(gate)
    return [one.wait() for one in children]


def serve() -> None:
    requests, answers = os.fdopen(os.dup(0), "r"), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    load_everything()
    for line in requests:
        answers.write(json.dumps(run(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve()
