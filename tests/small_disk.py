"""A disk of one megabyte, for tests that fill it. Skips visibly where none can be mounted."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("needs the program mount and root")
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("needs leave to mount a tmpfs")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)
