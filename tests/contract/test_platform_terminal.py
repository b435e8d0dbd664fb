"""The embedded platform keeps the contract of the terminal and of payments."""

from __future__ import annotations

from contract.contracts_payments import PaymentsContract
from contract.contracts_refunds import RefundsContract
from contract.contracts_terminal import VisitsContract
from contract.test_platform import template, world

__all__ = ["template", "world"]


class TestVisits(VisitsContract):
    pass


class TestRefunds(RefundsContract):
    pass


class TestPayments(PaymentsContract):
    pass
