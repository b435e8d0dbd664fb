"""Any order of filing, cancelling and waiting: states follow the model, and no two filings hold for one place at once."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from contract.contracts_filings import CONTRACT, filed
from contract.platform_kit import MemoryItems, SetClock, SystemRandom, World
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from property.campaign import campaign

from wallet_cli.domain import filing as rules
from wallet_cli.domain.filing import Filing, FilingCategory, FilingState
from wallet_cli.errors import FilingOverlaps
from wallet_cli.errors import FilingState as StateRefused
from wallet_cli.platform.embedded import EmbeddedPlatform

PLACES = ("310000", "440000", "440300", "320100")
DAY_S = 86_400


class Filings(RuleBasedStateMachine):
    """The model: of each filing the day it was cancelled, and whether staff or time have let it hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SetClock()
        self.platform = EmbeddedPlatform(Path(self.folder.name) / "p", MemoryItems(), self.clock, SystemRandom())
        self.wallet = World(self.platform, self.clock).active()
        self.known: dict[str, Filing] = {}
        self.cancelled: set[str] = set()

    def teardown(self) -> None:
        self.platform.close()
        self.folder.cleanup()

    @property
    def today(self) -> str:
        return self.clock.now().day()

    def expected(self, one: Filing) -> FilingState:
        if one.filing_id in self.cancelled:
            return FilingState.CANCELLED
        if one.due_at is not None and self.clock.at < one.due_at:
            return FilingState.PENDING
        return FilingState.ENDED if one.end is not None and self.today > one.end else FilingState.ACTIVE

    def open(self) -> list[Filing]:
        return [o for o in self.known.values() if self.expected(o) in {FilingState.PENDING, FilingState.ACTIVE}]

    @rule(to=st.sampled_from(PLACES), long_term=st.booleans(), after=st.integers(-30, 60))
    def file(self, to: str, long_term: bool, after: int) -> None:
        start = (date.fromisoformat(self.today) + timedelta(days=after)).isoformat()
        end = None if long_term else rules.add_months(start, 6)
        given: dict[str, Any] = {"category": FilingCategory.WORKER, "papers": (CONTRACT,)} if long_term else {}
        clashes = [o for o in self.open() if rules.overlap(start, end, o.start, o.end)]
        same = [o for o in clashes if rules.covers(o.to_region, to) or rules.covers(to, o.to_region)]
        try:
            one = filed(self.wallet, to_region=to, start=start, **given)
        except FilingOverlaps:
            assert same or (clashes and not long_term)
            return
        assert not same and (long_term or not clashes)
        self.known[one.filing_id] = one

    @rule(which=st.integers(0, 50))
    def cancel(self, which: int) -> None:
        if not self.known:
            return
        one = list(self.known.values())[which % len(self.known)]
        may = self.expected(one)
        try:
            done = self.wallet.do("cancel_filing", self.wallet.handle, one.filing_id, ())
        except StateRefused:
            assert may is FilingState.ENDED
            return
        assert may is not FilingState.ENDED and done.state is FilingState.CANCELLED
        self.cancelled.add(one.filing_id)

    @rule(days=st.integers(1, 120))
    def wait(self, days: int) -> None:
        self.clock.move(days * DAY_S)

    @invariant()
    def states_are_the_models(self) -> None:
        page = self.wallet.ask("filings", self.wallet.handle, cursor=None, limit=100)
        assert {one.filing_id: one.state for one in page.items} == {
            filing_id: self.expected(one) for filing_id, one in self.known.items()
        }


def test_any_order_of_filing_and_cancelling() -> None:
    run_state_machine_as_test(Filings, settings=settings(campaign(100), stateful_step_count=12))
