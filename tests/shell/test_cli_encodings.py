"""Terminals and pipes that cannot encode every sign: another sign is written, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shell.cli_kit import YIBAO, active, enter_pin, shown, variables
from terminals import Pty
from wallet import Wallet

from wallet_cli.cli import registry

NARROW = {
    "gbk": ("gbk", {"PYTHONIOENCODING": "gbk"}),
    "big5": ("big5", {"PYTHONIOENCODING": "big5"}),
    "latin-1": ("latin-1", {"PYTHONIOENCODING": "latin-1:strict"}),
    "C locale": ("ascii", {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
}
"""What the streams take, and the environment that makes it so."""

# Every command in one process a language, so that a start-up is not paid a hundred times over.
MANY = """\
import sys
from wallet_cli.__main__ import main
for line in sys.stdin.read().splitlines():
    program, *words = line.split()
    print("==", line, main(words, program), flush=True)
    print("==", file=sys.stderr, flush=True)
"""
HELP = [f"{program} {name} --help" for program, names in registry.PROGRAMS.items() for name in names]
LINES = ["yibao", "yibao --help", "yibao --version", "yibao nosuch", "yibao qr", "yibao balance", "yibao records"]
LINES += ["yibao voucher show", "yibao card show", "yibao device list", "yibao platform show", "yibao audit show"]
LINES += ["yibao config list", "yibao help regions", "yibao help exit-codes", "yibao status --json"]
LINES += ["yibao-platform --help", "yibao-platform person list --reveal", "yibao-platform institution list"]
LINES += ["yibao-platform outbox", "yibao-platform terminal verify"]


@pytest.fixture
def wallet(tmp_path: Path) -> Wallet:
    return active(tmp_path)


def run(wallet: Wallet, lang: str, env: dict[str, str], lines: list[str]) -> tuple[bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", MANY],
        input="\n".join(lines).encode(),
        env={**os.environ, **variables(wallet.home, lang), **env},
        capture_output=True,
        check=True,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("name", NARROW)
def test_every_command_speaks_and_none_breaks_down(wallet: Wallet, name: str, lang: str) -> None:
    encoding, env = NARROW[name]
    out, err = run(wallet, lang, env, [*LINES, *HELP])
    words = out.decode(encoding) + err.decode(encoding)
    ended = [line.rsplit(" ", 1) for line in words.splitlines() if line.startswith("== yibao")]
    assert len(ended) == len(LINES) + len(HELP)
    expected = {"yibao nosuch": "2", "yibao qr": "20", "yibao-platform terminal verify": "2"}
    assert {line: status for line, status in ended if status != "0"} == {f"== {k}": v for k, v in expected.items()}
    assert "Traceback" not in words and "error[INTERNAL]" not in words
    if name in {"gbk", "big5"}:
        assert "?" not in words.replace("https://", ""), "it has every Chinese sign that is written, or its other form"


def test_json_is_whole_on_every_stream(wallet: Wallet) -> None:
    for encoding, env in NARROW.values():
        out, _ = run(wallet, "zh-CN", env, ["yibao status --json"])
        document = json.loads(out.decode(encoding).split("\n== ")[0])
        assert document["data"]["members"][0]["name"] == "*三", "escaped rather than replaced"


def test_the_story_on_a_narrow_terminal(wallet: Wallet) -> None:
    for encoding, env in NARROW.values():
        out, err = run(wallet, "zh-CN", env, ["yibao demo"])
        assert out.decode(encoding).rstrip().endswith("== yibao demo 0"), err.decode(encoding)


def test_the_live_code_on_a_gbk_terminal(wallet: Wallet) -> None:
    with Pty([*YIBAO, "qr"], env=variables(wallet.home, "en", PYTHONIOENCODING="gbk")) as pty:
        enter_pin(pty, "PIN")
        assert wallet.verify(shown(pty))
        assert ["employees'", "insurance"][0].encode() in pty.raw
        pty.send("q")
        assert pty.end() == 0
