"""One process a language, for helps are worded while modules are imported: runs command lines on streams of an encoding.

Standard input: {"lines": [[program, word…]…], "encodings": […]} in JSON; output: one JSON object a run, `out` and `err`
decoded again. The line [program, "*"] stands for the help of every command of the program.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module

from wallet_cli.__main__ import main
from wallet_cli.cli import registry


def helps(program: str) -> Iterator[list[str]]:
    """`--help` of the program, of each command and of each of its own."""
    from typer.main import get_command

    yield [program, "--help"]
    for name, (module, _) in registry.PROGRAMS[program].items():
        yield [program, name, "--help"]
        below = [(name, get_command(import_module(module).app))]
        while below:
            path, command = below.pop(0)
            for inner, one in getattr(command, "commands", {}).items():
                yield [program, *path.split(" "), inner, "--help"]
                below.append((f"{path} {inner}", one))


def run(program: str, words: list[str], encoding: str) -> dict[str, object]:
    """One command line; strict streams, so that a sign which does not pass is a crash."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = main(list(words), program)
    told = {}
    for name, stream in (("out", out), ("err", err)):
        stream.flush()
        assert isinstance(stream.buffer, io.BytesIO)
        told[name] = stream.buffer.getvalue().decode(encoding)
    return {"line": [program, *words], "encoding": encoding, "status": status, **told}


def sweep() -> None:
    asked = json.load(sys.stdin)
    sys.stdin = io.StringIO()
    answers = sys.stdout
    for encoding in asked["encodings"]:
        for program, *words in asked["lines"]:
            # Only now: what is imported before the first command has chosen the language would speak another one.
            every = helps(program) if words == ["*"] else [[program, *words]]
            for one in every:
                answers.write(json.dumps(run(one[0], one[1:], encoding)) + "\n")


if __name__ == "__main__":
    sweep()
