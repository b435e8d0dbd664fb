"""What a person's treatment cost, added up by who paid it: values only. Pure; all money is integer fen."""

from __future__ import annotations

from collections.abc import Iterable

from wallet_cli.domain.value import Value


class Sums(Value):
    """Settlements added up. Refunds are taken off where they happened, reversed settlements do not count, so that
    amount = fund + account + aid + cash, always exactly.

    `settlements`: how many, refunds not counted; `refund_fen`: what went back, 0 or negative, contained in the rest.
    """

    settlements: int = 0
    amount_fen: int = 0
    fund_fen: int = 0
    account_fen: int = 0
    aid_fen: int = 0
    cash_fen: int = 0
    refund_fen: int = 0

    @classmethod
    def added(cls, many: Iterable[Sums]) -> Sums:
        """All of them together."""
        rows = [one._asdict() for one in many]
        return cls(**{name: sum(row[name] for row in rows) for name in cls._fields})


class Totals(Value):
    """The sums of a list of records. `contributions_fen`: paid in; `claims_paid_fen`: of these manual claims, as
    far as paid. A paid claim's settlement is among the others at the time of its payment: nothing is to be added.
    `aid_given_fen`: out of one's own account for relatives (mutual aid), refunds given back."""

    sums: Sums
    contributions_fen: int
    claims_paid_fen: int
    aid_given_fen: int = 0


class Annual(Value):
    """A civil year in China. `months`: January to December; the other two as in Totals."""

    year: int
    months: tuple[Sums, ...]
    contributions_fen: int
    claims_paid_fen: int

    @property
    def whole(self) -> Sums:
        """The year's sums."""
        return Sums.added(self.months)
