"""The embedded platform keeps the contract of the port. A later adapter adds its own fixture and inherits the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from contract.contracts_activation import ActivationContract
from contract.contracts_agency import AgencyContract
from contract.contracts_aid import AidContract
from contract.contracts_codes import CodesContract
from contract.contracts_directory import DirectoryContract
from contract.contracts_family import FamilyContract
from contract.contracts_filings import FilingsContract
from contract.contracts_records import RecordsContract
from contract.contracts_vouchers import VouchersContract
from contract.platform_kit import MemoryItems, SetClock, SystemRandom, World, operator_call

from wallet_cli.platform.embedded import EmbeddedPlatform


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MemoryItems]:
    """A platform made once; each test gets a copy."""
    folder, items = tmp_path_factory.mktemp("template") / "platform", MemoryItems()
    platform = EmbeddedPlatform(folder, items, SetClock(), SystemRandom())
    platform.agency.institutions(operator_call(), cursor=None, limit=1)
    platform.close()
    return folder, items


@pytest.fixture
def world(template: tuple[Path, MemoryItems], tmp_path: Path) -> Iterator[World]:
    folder, items = template
    shutil.copytree(folder, tmp_path / "platform")
    clock = SetClock()
    platform = EmbeddedPlatform(tmp_path / "platform", MemoryItems(kept=dict(items.kept)), clock, SystemRandom())
    yield World(platform, clock)
    platform.close()


class TestActivation(ActivationContract):
    pass


class TestCodes(CodesContract):
    pass


class TestVouchers(VouchersContract):
    pass


class TestAgency(AgencyContract):
    pass


class TestAid(AidContract):
    pass


class TestFamily(FamilyContract):
    pass


class TestDirectory(DirectoryContract):
    pass


class TestFilings(FilingsContract):
    pass


class TestRecords(RecordsContract):
    pass
