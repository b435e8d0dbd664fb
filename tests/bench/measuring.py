"""CPU time of whole commands, run in turns so that a busy machine weighs on all of them alike.

Rules of this room: standard library only; a figure is the median of CPU seconds (user and system) of one process and
all that it waited for, as the kernel counts them; time that others spend (a keyring's daemon) is not in it.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

LIMIT_S = 60.0


@dataclass
class Command:
    """One thing to measure. `secret`: given on --pin-fd. `frame`: what a live screen shows when it is drawn."""

    name: str
    argv: Sequence[str]
    env: dict[str, str]
    secret: str | None = None
    frame: bytes | None = None
    seconds: list[float] = field(default_factory=list)
    fault: str | None = None

    @property
    def cost(self) -> float | None:
        return median(self.seconds) if self.seconds and not self.fault else None

    def run(self) -> float:
        """CPU seconds of one run. Raises RuntimeError when the command does not end with 0."""
        return framed(self) if self.frame else piped(self)


def secret_descriptor(secret: str) -> int:
    """A descriptor that gives the secret and then ends, inherited by the child."""
    reader, writer = os.pipe()
    os.write(writer, secret.encode() + b"\n")
    os.close(writer)
    os.set_inheritable(reader, True)
    return reader


def waited(pid: int) -> tuple[int, float]:
    """Exit status and CPU seconds of a child, waited for with a limit."""
    deadline = time.monotonic() + LIMIT_S
    while True:
        found, status, usage = os.wait4(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.001)


def piped(command: Command) -> float:
    """Output to files, input from nowhere."""
    argv, handles = list(command.argv), []
    if command.secret is not None:
        handles.append(secret_descriptor(command.secret))
        argv += ["--pin-fd", str(handles[0])]
    try:
        with tempfile.TemporaryFile() as told:
            child = subprocess.Popen(
                argv, env=command.env, stdin=subprocess.DEVNULL, stdout=told, stderr=told, pass_fds=handles
            )
            status, seconds = waited(child.pid)
            child.returncode = status
            if status != 0:
                told.seek(0)
                raise RuntimeError(f"exit {status}: {last_line(told.read())}")
            return seconds
    finally:
        for handle in handles:
            os.close(handle)


def framed(command: Command) -> float:
    """On a terminal of 80 columns and 24 rows: until `frame` and what follows it at once is drawn, then `q`."""
    argv, handles = list(command.argv), []
    if command.secret is not None:
        handles.append(secret_descriptor(command.secret))
        argv += ["--pin-fd", str(handles[0])]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(argv[0], argv, {**command.env, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"})
    seen, asked, deadline = b"", False, time.monotonic() + LIMIT_S
    try:
        while time.monotonic() < deadline:
            ready, _, _ = select.select([terminal], [], [], 0.05)
            if ready:
                try:
                    piece = os.read(terminal, 65536)
                except OSError:  # Linux says EIO when the other end is closed
                    break
                if not piece:
                    break
                seen += piece
            elif command.frame and command.frame in seen and not asked:
                os.write(terminal, b"q")
                asked = True
    finally:
        status, seconds = waited(pid)
        os.close(terminal)
        for handle in handles:
            os.close(handle)
    if status != 0 or not asked:
        raise RuntimeError(f"exit {status}: {last_line(seen)}")
    return seconds


def last_line(output: bytes) -> str:
    """What a failed command said last, short enough for a note."""
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1].strip()[-200:] if lines else "no word"


def interleave(commands: Sequence[Command], rounds: int) -> None:
    """One round that is not counted (it fills caches and shows what does not run), then `rounds` that are."""
    for turn in range(rounds + 1):
        for command in commands:
            if command.fault:
                continue
            try:
                seconds = command.run()
            except (RuntimeError, OSError) as error:
                command.fault = str(error)
                continue
            if turn:
                command.seconds.append(seconds)


def run(argv: Sequence[str], *, check: bool = True) -> None:
    """A step of making an environment, silent unless it fails; bytecode is written whatever the machine's settings. The
    environment's own programs come first: a package may be built by one that an earlier step installed (swig)."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env["PATH"] = os.pathsep.join([str(Path(argv[0]).parent), env.get("PATH", os.defpath)])
    done = subprocess.run(argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise SystemExit(f"{' '.join(argv)}: exit {done.returncode}\n{done.stdout}{done.stderr}")


def environment(folder: Path, stamp: str, installs: Sequence[Sequence[str]], python: str) -> Path:
    """A virtual environment with compiled bytecode, reused while `stamp` is the same; its bin folder."""
    told = folder / "stamp"
    if not (told.exists() and told.read_text() == stamp):
        told.unlink(missing_ok=True)
        run([python, "-m", "venv", "--clear", str(folder)])
        for arguments in installs:
            run([str(folder / "bin/python"), "-m", "pip", "install", "-q", *arguments])
        run([str(folder / "bin/python"), "-m", "compileall", "-q", str(folder / "lib/")], check=False)
        told.write_text(stamp)
    return folder / "bin"
