"""Wallets for the tests of the command line. An active one is made once and copied: a home may be moved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from wallet import Wallet


@pytest.fixture(scope="session")
def activated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which 张三 is active; to be copied, never used."""
    home = tmp_path_factory.mktemp("activated") / "home"
    Wallet(home).activate()
    return home


@pytest.fixture
def wallet(tmp_path: Path) -> Wallet:
    """An empty home."""
    return Wallet(tmp_path / "home")


@pytest.fixture
def active(tmp_path: Path, activated: Path) -> Wallet:
    """张三's wallet."""
    shutil.copytree(activated, tmp_path / "home")
    return Wallet(tmp_path / "home")
