"""What each kind of command may not have loaded when it ends: start-up time is decided by imports (cli.md, speed)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from wallet import Wallet

# Runs one command in a fresh interpreter, its output swallowed, and tells its exit status and what it has loaded.
PROBE = """
import sys
def loaded(): return sorted(sys.modules)
before = loaded()
program, *arguments = sys.argv[1:]
sys.argv = [program, *arguments]
import os
told = os.dup(1)
nowhere = os.open(os.devnull, os.O_WRONLY)
os.dup2(nowhere, 1)
status = 0
try:
    from wallet_cli import __main__
    getattr(__main__, program.replace("-", "_"))()
except SystemExit as end:
    status = end.code
after = loaded()
import json
os.write(told, json.dumps([status or 0, sorted(set(after) - set(before))]).encode())
os._exit(0)
"""

NEVER = ("pydantic", "asyncio", "requests", "httpx", "pytest", "babel")
NO_PARSER = ("typer", "click", "inspect", "dataclasses", "typing_extensions", "argparse", "shellingham")
NO_SCREEN = ("rich", "pygments", "markdown_it", "qrcode", "PIL", "zxingcpp")
NO_KEYRING = ("keyring", "secretstorage", "jeepney")
NO_STORE = ("cryptography", "sqlite3", "_sqlite3")
# What `keyring` itself loads, and nothing of ours needs.
NO_METADATA = (
    "http.client",
    "urllib.request",
    "ssl",
    "importlib.metadata",
    "importlib_metadata",
    "pkg_resources",
    "email",
)
NO_VAULT = (*NO_KEYRING, *NO_STORE, *NO_METADATA)
BARE = (*NEVER, *NO_PARSER, *NO_SCREEN, *NO_VAULT, "json", "tomllib", "platformdirs", "subprocess")
# Large data that only the looking up of a place or the deciding of a matter needs.
NO_DATA = ("wallet_cli.domain.division_data", "wallet_cli.domain.hanzi_data")
PLAIN = (*NEVER, *NO_SCREEN, *NO_VAULT)

COMMANDS: dict[str, tuple[str, ...]] = {
    # nothing but the names of the commands
    "yibao --version": BARE,
    "yibao --help": BARE,
    "yibao --lang en --help": BARE,
    "yibao-platform --version": BARE,
    "yibao-platform --help": BARE,
    # parsed, but no vault opened
    "yibao balance --help": PLAIN,
    "yibao config path --json": PLAIN,
    "yibao config list --json": PLAIN,
    "yibao schema --json": PLAIN,
    "yibao help": PLAIN,
    "yibao no-such-command": PLAIN,
    # the vault is opened: only the keyring's own commands pay for the keyring
    "yibao status --json": (*NEVER, *NO_SCREEN),
    "yibao balance --json": (*NEVER, *NO_SCREEN),
    "yibao --vault sandbox status --json": (*NEVER, *NO_SCREEN, *NO_KEYRING, *NO_METADATA),
    "yibao --vault sandbox balance --json": (*NEVER, *NO_SCREEN, *NO_KEYRING, *NO_METADATA),
    "yibao --vault sandbox records --json": (*NEVER, *NO_SCREEN, *NO_KEYRING, *NO_METADATA),
    "yibao --vault sandbox records --chart": (*NEVER, *NO_SCREEN, *NO_KEYRING, *NO_METADATA),
}

ASKED = (
    *NEVER,
    *NO_SCREEN,
    *NO_KEYRING,
    *NO_METADATA,
    *NO_DATA,
    "wallet_cli.usecases.chronic",
    "wallet_cli.usecases.pay",
)
ACTIVATED: dict[str, tuple[str, ...]] = {
    # answered by the platform, for somebody who has a voucher: nothing of the other commands' matters
    "yibao --vault sandbox status --json": ASKED,
    "yibao --vault sandbox balance --json": (*ASKED, "tomllib", "wallet_cli.domain.policy", "wallet_cli.domain.filing"),
    "yibao --vault sandbox records --json": (*ASKED, "wallet_cli.domain.filing"),
    "yibao --vault sandbox filing list --json": ASKED,
    "yibao --vault sandbox family list --json": ASKED,
    "yibao --vault sandbox balance -o human": (
        *NEVER,
        "qrcode",
        "PIL",
        "zxingcpp",
        *NO_KEYRING,
        *NO_METADATA,
        *NO_DATA,
    ),
}


def probe(command: str) -> tuple[int, list[str]]:
    """Exit status of the command and the modules it loaded beyond a bare interpreter's."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE, *command.split()], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    status, modules = json.loads(run.stdout)
    return status, modules


@pytest.mark.parametrize("command", COMMANDS)
def test_command_loads_only_what_it_uses(command: str, home: Path) -> None:
    status, modules = probe(command)
    assert status != 1, f"{command} failed"
    check(command, modules, COMMANDS[command])


@pytest.fixture(scope="module")
def activated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    wallet = Wallet(tmp_path_factory.mktemp("activated") / "yibao")
    wallet.activate()
    return wallet.home


@pytest.mark.parametrize("command", ACTIVATED)
def test_command_that_is_answered_loads_only_what_it_uses(
    command: str, activated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIBAO_HOME", str(activated))
    status, modules = probe(command)
    assert status == 0, f"{command} failed"
    check(command, modules, ACTIVATED[command])


def check(command: str, modules: list[str], forbidden: tuple[str, ...]) -> None:
    found = [m for m in modules if any(m == name or m.startswith(f"{name}.") for name in forbidden)]
    assert not found, f"{command} loads {', '.join(found)}"
