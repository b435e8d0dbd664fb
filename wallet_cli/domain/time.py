"""Points in time as whole seconds. The clock itself is a port."""

from __future__ import annotations

from datetime import UTC, date, datetime

DAY_S = 86_400
_CHINA_S = 8 * 3_600
"""China's clocks are so far ahead of UTC, the year round."""


class Instant(int):
    """Seconds since 1970-01-01T00:00:00Z."""

    __slots__ = ()

    def rfc3339(self) -> str:
        """E.g. 2026-11-21T08:00:00Z (RFC 3339, section 5.6)."""
        return datetime.fromtimestamp(self, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def year(self) -> int:
        """The civil year in China (UTC+8), by which deductibles and caps run."""
        return datetime.fromtimestamp(self + _CHINA_S, UTC).year

    def day(self) -> str:
        """The civil day in China, ISO 8601."""
        return datetime.fromtimestamp(self + _CHINA_S, UTC).strftime("%Y-%m-%d")


def is_day(text: str) -> bool:
    """Whether a text is a civil day in its long form, YYYY-MM-DD: days are compared as texts, so no other form of ISO
    8601 (20260105, 2026-W02-1) may stand for one."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def midnight(day: str) -> Instant:
    """The first second of a civil day in China, given in ISO 8601."""
    return Instant((date.fromisoformat(day) - date(1970, 1, 1)).days * DAY_S - _CHINA_S)
