"""Working days in China: weekends off, public holidays off, make-up working days on. Pure; days are ISO 8601.

The calendar is data of the State Council's yearly notices: 国办发明电〔2024〕12号 (for 2025) and 国办发明电〔2025〕7号
(for 2026). Of a year without a notice here, the weekends and the days that the law itself names are off.
"""

from __future__ import annotations

from datetime import date, timedelta

from wallet_cli.domain.time import DAY_S, Instant, midnight

_SATURDAY = 5

# First and last day of each holiday; weekends inside are covered too.
_HOLIDAYS = (
    ("2025-01-01", "2025-01-01"),  # 元旦
    ("2025-01-28", "2025-02-04"),  # 春节
    ("2025-04-04", "2025-04-06"),  # 清明节
    ("2025-05-01", "2025-05-05"),  # 劳动节
    ("2025-05-31", "2025-06-02"),  # 端午节
    ("2025-10-01", "2025-10-08"),  # 国庆节、中秋节
    ("2026-01-01", "2026-01-03"),  # 元旦
    ("2026-02-15", "2026-02-23"),  # 春节
    ("2026-04-04", "2026-04-06"),  # 清明节
    ("2026-05-01", "2026-05-05"),  # 劳动节
    ("2026-06-19", "2026-06-21"),  # 端午节
    ("2026-09-25", "2026-09-27"),  # 中秋节
    ("2026-10-01", "2026-10-07"),  # 国庆节
)
_MAKE_UP = frozenset(
    (
        *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
        *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
    )
)
"""Saturdays and Sundays on which people work."""
_NOTICED = frozenset({"2025", "2026"})
"""Years whose notice stands above."""
_BY_LAW = frozenset({"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"})
"""Holidays of every year by the solar calendar: 全国年节及纪念日放假办法, as amended in 2024."""


def is_working(day: str) -> bool:
    """Whether the agency works on this day."""
    if day in _MAKE_UP:
        return True
    if any(first <= day <= last for first, last in _HOLIDAYS) or (day[:4] not in _NOTICED and day[5:] in _BY_LAW):
        return False
    return date.fromisoformat(day).weekday() < _SATURDAY


def due_day(day: str, n: int) -> str:
    """The n-th working day after `day`, which itself does not count."""
    at = date.fromisoformat(day)
    while n > 0:
        at += timedelta(days=1)
        n -= is_working(at.isoformat())
    return at.isoformat()


def due_at(now: Instant, n: int) -> Instant:
    """The end, in China, of the n-th working day after today."""
    return Instant(midnight(due_day(now.day(), n)) + DAY_S)
