"""A machine for doctor's tests: a shell in which `yibao` is a command, and a fix pasted into it as a person would."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from wallet import FRONT, TOP, Wallet

FAULT = 19


class Machine:
    """One home, one folder of commands on the PATH. `env`: what else every command finds."""

    def __init__(self, folder: Path, **env: str) -> None:
        self.wallet = Wallet(folder / "yibao", vault=env.pop("YIBAO_VAULT", "sandbox"))
        commands = folder / "bin"
        commands.mkdir()
        for name in ("yibao", "yibao-platform"):
            line = f'exec {shlex.quote(sys.executable)} -P -c {shlex.quote(FRONT)} {name} "$@"'
            command = commands / name
            command.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            command.chmod(0o755)
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "VIRTUAL_ENV") if name in os.environ}
        self.env = {
            **kept,
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "YIBAO_LANG": "en",
            "PYTHONPATH": str(TOP),
            "PYTHONDONTWRITEBYTECODE": "1",
            "YIBAO_HOME": str(self.wallet.home),
            "YIBAO_VAULT": self.wallet.vault,
            **env,
        }
        self.env["PATH"] = f"{commands}:{env.get('PATH', kept['PATH'])}"

    def bash(self, script: str, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        """A script in bash. `typed`: what standard input says."""
        return subprocess.run(
            ["bash", "-c", script],
            env={**self.env, **env},
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.env["HOME"],
            timeout=600,
        )

    def doctor(self, status: int, before: str = "", **env: str) -> dict[str, dict[str, Any]]:
        """The findings of `yibao doctor --json` by check, the worst of each; `before`: run in the same shell first."""
        done = self.bash(f"{before}\nyibao doctor --json", **env)
        assert done.returncode == status, done
        assert before or done.stderr == "", done
        found: dict[str, dict[str, Any]] = {}
        for finding in json.loads(done.stdout.splitlines()[-1])["data"]["checks"]:
            if finding["check"] not in found or finding["level"] != "ok":
                found[finding["check"]] = finding
        return found

    def fault(self, check: str, reason: str, before: str = "", **env: str) -> list[str]:
        """doctor finds this, and nothing of another kind but what hangs from it; the commands it names."""
        found = self.doctor(FAULT, before, **env)
        assert (found[check]["level"], found[check]["finding"]) == ("fault", reason), found
        assert found[check]["fix"], found[check]
        fix: list[str] = found[check]["fix"]
        return fix
