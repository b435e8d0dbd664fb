"""The embedded platform keeps the contract of claims and recognitions."""

from __future__ import annotations

from contract.contracts_advances import AdvancesContract
from contract.contracts_claims import ChronicContract, ClaimsContract
from contract.test_platform import template, world

__all__ = ["template", "world"]


class TestChronic(ChronicContract):
    pass


class TestClaims(ClaimsContract):
    pass


class TestAdvances(AdvancesContract):
    pass
