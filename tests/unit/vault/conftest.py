"""A wallet on items in memory, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from vault_kit import NOW, MemoryItems, vault_at

from wallet_cli.ports import Vault


@pytest.fixture
def items() -> MemoryItems:
    return MemoryItems()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def vault(folder: Path, items: MemoryItems) -> Vault:
    made = vault_at(folder, items)
    made.create(NOW)
    return made
