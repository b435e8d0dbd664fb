"""What every adapter of the platform port keeps: records across pages and years, and what they add up to."""

from __future__ import annotations

from typing import Any

import pytest
from contract.platform_kit import START, Wallet, World, bill

from wallet_cli.domain.annual import Sums
from wallet_cli.domain.settlement import Settlement
from wallet_cli.errors import NotFound, PlatformError, SignInNeeded
from wallet_cli.ports import Presented, Record, RecordKind

NEW_YEAR = 1_767_196_800
"""2026-01-01 in China: 2025-12-31T16:00:00Z."""


def total(many: list[Settlement]) -> Sums:
    """The sums by hand."""
    return Sums(
        len(many),
        sum(one.medfee_sumamt_fen for one in many),
        sum(one.fund_pay_sumamt_fen for one in many),
        sum(one.acct_pay_fen for one in many),
        sum(one.acct_mulaid_pay_fen for one in many),
        sum(one.psn_cash_pay_fen for one in many),
        0,
    )


class RecordsContract:
    """Inherited by each adapter's tests, with a `world` fixture."""

    def settle_at(self, world: World, wallet: Wallet, at: int, fen: int) -> Settlement:
        world.clock.at = at
        return world.settle(Presented(code=wallet.code()), bill(fen))

    def pages(self, wallet: Wallet, limit: int, **asked: Any) -> list[Record]:
        found: list[Record] = []
        cursor = None
        wanted = {"year": None, "kind": None} | asked
        while True:
            left = wallet.ask("records_left", wallet.handle, **wanted, cursor=cursor)
            page = wallet.ask("records", wallet.handle, **wanted, cursor=cursor, limit=limit)
            assert left >= len(page.items) and (left > len(page.items)) == (page.cursor is not None)
            found += page.items
            cursor = page.cursor
            if cursor is None:
                return found

    def test_a_year_ends_at_midnight_in_china(self, world: World) -> None:
        wallet = world.active()
        old = self.settle_at(world, wallet, NEW_YEAR - 1, 100_000)
        new = self.settle_at(world, wallet, NEW_YEAR, 200_000)
        settlements = {"kind": RecordKind.SETTLEMENT}
        assert [one.record_id for one in self.pages(wallet, 1, **settlements)] == [new.setl_id, old.setl_id]
        for year, one, month in ((2025, old, 12), (2026, new, 1)):
            assert [found.settlement for found in self.pages(wallet, 1, year=year, **settlements)] == [one]
            annual = wallet.ask("annual", wallet.handle, year)
            assert annual.whole == annual.months[month - 1] == total([one]) and len(annual.months) == 12
        assert wallet.ask("annual", wallet.handle, 2024).whole == Sums()
        assert wallet.ask("annual", wallet.handle, 2024).contributions_fen > 0

    def test_settlements_of_one_second_are_all_listed_once(self, world: World) -> None:
        wallet = world.active()
        made = [self.settle_at(world, wallet, START + 60, 1_000 + n) for n in range(5)]
        for limit in (1, 2, 3, 500):
            found = self.pages(wallet, limit, kind=RecordKind.SETTLEMENT)
            assert sorted(one.record_id for one in found) == sorted(one.setl_id for one in made)
            everything = self.pages(wallet, limit)
            assert [one.record_id for one in everything[:5]] == [one.record_id for one in found]

    def test_sums_by_payer_are_those_of_the_list(self, world: World) -> None:
        wallet = world.active()
        made = [self.settle_at(world, wallet, START + 86_400 * 20 * n, 150_000 + n) for n in range(4)]
        asked = {"year": None, "kind": None}
        told = wallet.ask("totals", wallet.handle, **asked)
        assert told.sums == total(made)
        contributions = [one for one in self.pages(wallet, 500) if one.kind is RecordKind.CONTRIBUTION]
        assert told.contributions_fen == sum(one.amount_fen for one in contributions) > 0
        assert told.claims_paid_fen == 0
        only = wallet.ask("totals", wallet.handle, year=2025, kind=RecordKind.SETTLEMENT)
        assert only.sums == total([one for one in made if one.setl_time.year() == 2025]) != told.sums
        assert only.contributions_fen == 0
        none = wallet.ask("totals", wallet.handle, year=None, kind=RecordKind.CLAIM)
        assert (none.sums, none.contributions_fen) == (Sums(), 0)

    def test_a_settlement_says_its_state(self, world: World) -> None:
        wallet = world.active()
        made = self.settle_at(world, wallet, START, 1_000)
        one = wallet.ask("record", wallet.handle, made.setl_id)
        assert (one.state, one.settlement, one.arrived_at) == ("settled", made, None)
        contribution = self.pages(wallet, 500, kind=RecordKind.CONTRIBUTION)[0]
        assert (
            contribution.state is None and wallet.ask("record", wallet.handle, contribution.record_id) == contribution
        )

    def test_sums_have_owners_and_bounds(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        asked: dict[str, Any] = {"year": None, "kind": None}
        for operation, arguments, named in (
            ("annual", (2025,), {}),
            ("totals", (), asked),
            ("records_left", (), {**asked, "cursor": None}),
        ):
            assert wallet.ask(operation, wallet.handle, *arguments, **named)
            with pytest.raises(NotFound):
                wallet.ask(operation, other.handle, *arguments, **named)
            with pytest.raises(SignInNeeded):
                world.wallet().ask(operation, wallet.handle, *arguments, **named)
        for year in (0, 1969, 9_999):
            with pytest.raises(PlatformError):
                wallet.ask("annual", wallet.handle, year)
            with pytest.raises(PlatformError):
                wallet.ask("totals", wallet.handle, year=year, kind=None)
        with pytest.raises(PlatformError):
            wallet.ask("records_left", wallet.handle, **asked, cursor="nonsense")
