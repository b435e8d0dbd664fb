"""How many examples a property gets: a tenth, or with YIBAO_FULL=1 the full count; the same ones at every run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings


def campaign(full: int) -> settings:
    """Settings of a property with `full` examples at full count. No deadline: machines differ."""
    count = full if os.environ.get("YIBAO_FULL") == "1" else max(full // 10, 1)
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
