"""Which filing counts at a visit: place, day, admission, what was changed, cancelled or approved since, and which is best."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from contract.contracts_filings import CONTRACT, DECLARED, LETTER, WORKER, decide, filed
from contract.platform_kit import MemoryItems, SetClock, SystemRandom, World, operator_call, person

from wallet_cli.domain.filing import FilingCategory, FilingChange
from wallet_cli.platform.embedded import EmbeddedPlatform
from wallet_cli.platform.engine import Engine
from wallet_cli.platform.service import filings, register
from wallet_cli.ports import Call, PersonChange

DAY_S = 86_400


class Counter:
    """A platform, 张三's wallet, and the question that a terminal asks."""

    def __init__(self, folder: Path) -> None:
        clock, items = SetClock(), MemoryItems()
        self.world = World(EmbeddedPlatform(folder, items, clock, SystemRandom()), clock)
        self.wallet = self.world.active()
        self.psn_no = person(self.world.platform).person.psn_no
        self.engine = Engine(folder, items, clock, SystemRandom())

    def counts(self, region: str, day: str | None = None, admitted_on: str | None = None) -> str | None:
        """The number of the filing that counts."""
        when = day or self.world.clock.now().day()

        def ask(act: Any) -> tuple[FilingCategory, str] | None:
            return filings.in_force(act, register.find(act, self.psn_no), region, when, admitted_on)

        found = self.engine.read(Call(), ask).value
        return None if found is None else found[1]


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    made = Counter(tmp_path / "platform")
    yield made
    made.engine.close()
    made.world.platform.close()  # type: ignore[attr-defined]


def test_it_counts_in_its_place_and_days(counter: Counter) -> None:
    one = filed(counter.wallet, start="2025-11-10").filing_id
    for region in ("310000", "310115"):
        assert counter.counts(region) == one
    assert counter.counts("320000") is counter.counts("320500") is None
    assert counter.counts("310000", "2025-11-10") == one and counter.counts("310000", "2025-11-09") is None
    assert counter.counts("310000", "2026-05-10") == one and counter.counts("310000", "2026-05-11") is None


def test_a_province_holds_its_cities(counter: Counter) -> None:
    one = filed(counter.wallet, to_region="440000").filing_id
    assert counter.counts("440305") == one


def test_who_was_admitted_keeps_it(counter: Counter) -> None:
    one = filed(counter.wallet).filing_id
    counter.world.clock.move(200 * DAY_S)
    assert counter.counts("310000") is None
    assert counter.counts("310000", admitted_on="2026-05-20") == one
    assert counter.counts("310000", admitted_on="2026-05-22") is None


def test_late_filing_counts_for_the_stay(counter: Counter) -> None:
    assert counter.counts("310000", admitted_on="2025-11-01") is None
    one = filed(counter.wallet, start="2025-11-01").filing_id
    assert counter.counts("310000", admitted_on="2025-11-01") == one


def test_one_under_review_does_not_count_yet(counter: Counter) -> None:
    one = filed(counter.wallet, **WORKER)
    assert counter.counts("310000") is None
    decide(counter.world, one, True)
    assert counter.counts("310000") == one.filing_id
    two = filed(counter.wallet, to_region="440100", **WORKER)
    assert two.due_at is not None
    counter.world.clock.move(two.due_at - counter.world.clock.at)
    assert counter.counts("440100") == two.filing_id


def test_a_refused_one_does_not_count(counter: Counter) -> None:
    one = filed(counter.wallet, **DECLARED)
    decide(counter.world, one, False, "不符")
    counter.world.clock.move(10 * DAY_S)
    assert counter.counts("310000") is None


def test_while_a_change_is_reviewed_the_old_place_counts(counter: Counter) -> None:
    one = filed(counter.wallet, **WORKER)
    decide(counter.world, one, True)
    change = FilingChange(to_region="440100", papers=(CONTRACT._replace(sha256="d" * 64),))
    counter.wallet.do("change_filing", counter.wallet.handle, one.filing_id, change)
    assert (counter.counts("310000"), counter.counts("440100")) == (one.filing_id, None)
    decide(counter.world, one, True)
    assert (counter.counts("310000"), counter.counts("440100")) == (None, one.filing_id)


def test_cancelled_it_counts_for_the_days_before(counter: Counter) -> None:
    one = filed(counter.wallet).filing_id
    counter.world.clock.move(5 * DAY_S)
    counter.wallet.do("cancel_filing", counter.wallet.handle, one, ())
    assert counter.counts("310000") is None
    assert counter.counts("310000", admitted_on="2025-11-25") == one
    assert counter.counts("310000", "2025-11-25") == one and counter.counts("310000", "2025-11-26") is None


def test_cancelled_while_a_change_is_reviewed_the_old_days_count(counter: Counter) -> None:
    one = filed(counter.wallet, **WORKER)
    decide(counter.world, one, True)
    counter.world.clock.move(5 * DAY_S)
    change = FilingChange(to_region="440100", papers=(CONTRACT._replace(sha256="d" * 64),))
    counter.wallet.do("change_filing", counter.wallet.handle, one.filing_id, change)
    counter.wallet.do("cancel_filing", counter.wallet.handle, one.filing_id, ())
    assert counter.counts("310000") is counter.counts("440100") is None
    assert counter.counts("310000", "2025-11-25") == one.filing_id and counter.counts("310000", "2025-11-26") is None
    assert counter.counts("440100", "2025-11-25") is None


def test_the_best_of_several_counts(counter: Counter) -> None:
    """A stay from one filing's days into another's: Beijing cuts less for a referral than for other treatment."""
    other = filed(counter.wallet).filing_id
    counter.world.clock.move(100 * DAY_S)
    start = "2026-05-22"
    referral = filed(counter.wallet, category=FilingCategory.REFERRAL, papers=(LETTER,), start=start).filing_id
    assert counter.counts("310000", start, "2026-05-20") == referral
    assert counter.counts("310000", "2026-05-20", "2026-05-20") == other


def test_a_move_ends_it(counter: Counter) -> None:
    one = filed(counter.wallet).filing_id
    assert counter.counts("310000") == one
    agency = counter.world.platform.agency
    agency.change_person(operator_call(), counter.psn_no, PersonChange(region="340100"))
    assert counter.counts("310000") is None
    agency.change_person(operator_call(), counter.psn_no, PersonChange(region="110000"))
    assert counter.counts("310000") is None
