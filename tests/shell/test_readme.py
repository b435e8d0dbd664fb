"""The README's transcripts, run word for word: each command's exit status, and every line of output that it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
_CHANGING = (
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\dZ?"), "TIME"),
    (re.compile(r"\b[SV][A-Z0-9]{15,}\b"), "ID"),
)


def commands(block: str) -> list[tuple[str, int, list[str]]]:
    """Each command of a block, the exit status its comment names, and the lines shown under it."""
    found: list[tuple[str, int, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            status = re.search(r"# exits (\d+)$", line)
            found.append((line[2:], int(status.group(1)) if status else 0, []))
        else:
            found[-1][2].append(line)
    return found


def settled(text: str) -> list[str]:
    """Lines without what differs from run to run."""
    for pattern, name in _CHANGING:
        text = pattern.sub(name, text)
    return [line.rstrip() for line in text.splitlines()]


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with the two programs as they are installed, or as they start from a checkout."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, entry in (("yibao", "yibao"), ("yibao-platform", "yibao_platform")):
        script = folder / name
        script.write_text(f"#!{sys.executable}\nfrom wallet_cli.__main__ import {entry}\n{entry}()\n")
        script.chmod(0o755)
    return folder


def test_the_readme_tells_what_happens(programs: Path, tmp_path: Path) -> None:
    assert len(BLOCKS) >= 2
    lines = ["set -o pipefail"]
    steps = [step for block in BLOCKS for step in commands(block)]
    for number, (command, _, _) in enumerate(steps):
        lines += [f"{{ {command.split('    # exits')[0]}\n}} >{number}.log 2>&1; echo $? >{number}.exit"]
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
    subprocess.run(
        ["bash", "-c", "\n".join(lines)], cwd=tmp_path, env=environment, check=True, stdin=subprocess.DEVNULL
    )
    for number, (command, status, shown) in enumerate(steps):
        output = (tmp_path / f"{number}.log").read_text("utf-8")
        assert int((tmp_path / f"{number}.exit").read_text()) == status, f"{command}\n{output}"
        missing = [line for line in settled("\n".join(shown)) if line not in settled(output)]
        assert not missing, f"{command}\n{output}"
