"""Working days: weekends, public holidays and make-up days of 2025 and 2026; the end of a deadline."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_cli.domain import workdays
from wallet_cli.domain.time import Instant


@pytest.mark.parametrize(
    ("day", "n", "due"),
    [
        ("2026-11-20", 1, "2026-11-23"),  # Friday -> Monday
        ("2026-11-22", 1, "2026-11-23"),  # handed in on a Sunday
        ("2026-02-13", 1, "2026-02-14"),  # the Saturday before the Spring Festival is worked
        ("2026-02-14", 1, "2026-02-24"),
        ("2026-09-30", 5, "2026-10-13"),  # the Saturday after the National Day is worked
        ("2025-09-30", 3, "2025-10-11"),
        ("2025-01-24", 2, "2025-01-27"),
        ("2027-01-29", 1, "2027-02-01"),  # a year without a notice yet: weekends, and what the law names
        ("2026-12-31", 1, "2027-01-04"),
        ("2027-04-30", 1, "2027-05-03"),
        ("2027-09-30", 1, "2027-10-04"),
        ("2026-11-20", 10, "2026-12-04"),
    ],
)
def test_due_days(day: str, n: int, due: str) -> None:
    assert workdays.due_day(day, n) == due


def test_days_off_a_year_are_the_notices() -> None:
    """2025: 28 days of holiday, 5 of them made up for; 2026: 33 and 6."""
    for year, working in ((2025, 248), (2026, 248)):
        first = date(year, 1, 1)
        days = [(first + timedelta(days=n)).isoformat() for n in range(365)]
        assert sum(map(workdays.is_working, days)) == working


def test_a_deadline_ends_with_the_day_in_china() -> None:
    now = Instant(int(datetime(2026, 11, 20, 15, 59, 59, tzinfo=UTC).timestamp()))  # Friday, 23:59:59 in China
    assert workdays.due_at(now, 1).rfc3339() == "2026-11-23T16:00:00Z"
    assert workdays.due_at(Instant(now + 1), 1).rfc3339() == "2026-11-23T16:00:00Z"


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)).map(date.isoformat), st.integers(1, 25))
def test_the_nth_day_is_the_one_after_the_one_before(day: str, n: int) -> None:
    due = workdays.due_day(day, n)
    assert workdays.is_working(due) and due > day
    assert due == workdays.due_day(workdays.due_day(day, n - 1), 1)
