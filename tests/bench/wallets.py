"""Our programs as a user installs them, and throw-away wallets to measure them with.

Rules of this room: see `measuring`.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from measuring import environment, last_line, secret_descriptor

TOP = Path(__file__).resolve().parent.parent.parent
PIN = "940713"


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def digest(*paths: Path) -> str:
    found = hashlib.sha256(f"{sys.version}{TOP}".encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix not in {".pyc", ".mo"}:
                found.update(str(file).encode() + file.read_bytes())
    return found.hexdigest()


def as_installed(folder: Path) -> Path:
    """Where our programs are: made under `folder`, bytecode compiled, kept until the sources change."""
    pins = TOP / "tests/constraints.txt"
    ours = [
        ["-c", str(pins), "hatchling", "babel", "typer", "click"],
        ["-c", str(pins), "--no-build-isolation", str(TOP)],
    ]
    stamp = digest(TOP / "wallet_cli", TOP / "pyproject.toml", pins)
    return environment(folder / "yibao", stamp, ours, sys.executable)


def built(tools: Path, folder: Path) -> Path:
    """A wheel of the sources, built with what `tools` holds of pip."""
    command = [str(tools / "python"), "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(TOP)]
    subprocess.run(command, stdin=subprocess.DEVNULL, check=True)
    return next(folder.glob("*.whl"))


def json_of(argv: list[str], env: dict[str, str], descriptors: dict[str, str]) -> dict[str, object]:
    """The document that a command prints; `descriptors`: options that name a descriptor, and the secret on it."""
    handles = []
    for option, secret in descriptors.items():
        handles.append(secret_descriptor(secret))
        argv = [*argv, option, str(handles[-1])]
    run = subprocess.run(
        argv,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        pass_fds=handles,
        check=False,
    )
    for handle in handles:
        os.close(handle)
    if run.returncode:
        raise RuntimeError(f"exit {run.returncode}: {last_line(run.stderr.encode())}")
    return json.loads(run.stdout)["data"]


def activated(binaries: Path, env: dict[str, str], vault: str) -> str | None:
    """Activates the first person of the sandbox in the home of `env`; what went wrong, if anything did."""
    try:
        people = json_of(
            [str(binaries / "yibao-platform"), "--vault", vault, "person", "list", "--reveal", "--json"], env, {}
        )["people"]
        person = next(p for p in people if p["insutype"] == "310")  # type: ignore[attr-defined]
        words = ["activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--json", "--vault", vault]
        for name in ("region", "name", "phone"):
            words += [f"--{name}", person[name]]
        json_of([str(binaries / "yibao"), *words], env, {"--id-fd": person["id_number"], "--pin-fd": PIN})
    except (RuntimeError, ValueError, KeyError, StopIteration, OSError, subprocess.TimeoutExpired) as fault:
        return f"no activated wallet ({fault})"
    return None
