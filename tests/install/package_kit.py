"""Builds the wheel and the sdist of a copy of the sources, without a network and without touching the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent.parent
SOURCES = (
    "wallet_cli",
    "completions",
    "man",
    "pyproject.toml",
    "README.md",
    "README.zh-CN.md",
    "LICENSE",
    ".gitignore",
)
EPOCH = "1700000000"


def copy_sources(folder: Path) -> None:
    """The sources under another folder, its tests but for one file left out."""
    folder.mkdir(parents=True)
    left = shutil.ignore_patterns("__pycache__", "*.mo")
    for name in SOURCES:
        if (TOP / name).is_dir():
            shutil.copytree(TOP / name, folder / name, ignore=left)
        elif (TOP / name).exists():
            shutil.copy(TOP / name, folder / name)
    (folder / "tests").mkdir()
    shutil.copy(TOP / "tests/run", folder / "tests/run")


def build(kind: str, sources: Path, folder: Path, umask: int = 0o022, **env: str) -> Path:
    """Builds `wheel` or `sdist` of the sources into the folder; the file."""
    pytest.importorskip("hatchling", reason="needs hatchling")
    before = set(folder.glob("*"))
    own = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "PYTHONPATH"}}
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=sources,
        env={**own, **env},
        umask=umask,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = set(folder.glob("*")) - before
    return made
