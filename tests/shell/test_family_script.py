"""The script of two parents and an infant, as the README tells it, run by a shell with the two programs in its path."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("family_parents_infant.sh")


def test_two_parents_and_an_infant_without_a_phone(tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, entry in (("yibao", "yibao"), ("yibao-platform", "yibao_platform")):
        program = folder / name
        program.write_text(f"#!{sys.executable}\nfrom wallet_cli.__main__ import {entry}\n{entry}()\n")
        program.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    environment = {
        **os.environ,
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "YIBAO_HOME": str(tmp_path / "home"),
        "YIBAO_VAULT": "sandbox",
        "YIBAO_LANG": "zh-CN",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["sh", str(SCRIPT)],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # Acted once, changed nothing the second time; three members; the father's account paid.
    assert done.stdout.count("没有变更。") == 1
    for word in ("mama", "baba", "bao", "**国", "*晨"):
        assert word in done.stdout
    assert "王建国" not in done.stdout + done.stderr
    balance = subprocess.run(
        ["yibao", "balance", "baba", "--json"], cwd=work, env=environment, capture_output=True, text=True, check=True
    )
    assert '"personal_account_fen":866020' not in balance.stdout
