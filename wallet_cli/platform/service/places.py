"""Places' policies as the rules ask for them: read once a process, for the files are shipped and do not change.

Rules of this room: see `service`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wallet_cli.errors import RegionInvalid
from wallet_cli.platform import policies

if TYPE_CHECKING:
    from wallet_cli.domain.policy import Place, Policy

NATIONAL_HOTLINE = "12393"
"""The medical-insurance service line that every province shares."""


@lru_cache(maxsize=64)
def place(region: str) -> Place:
    """The place that serves a region. Raises RegionInvalid where none does."""
    return policies.place(region)


def policy(region: str, insutype: str) -> Policy:
    """Raises RegionInvalid, PolicyInvalid."""
    return place(region).policy(insutype)


def cap_fen(region: str, insutype: str) -> int:
    """`policy(…).cap_fen`, without reading the rest. Errors as `policy`."""
    return policies.cap_fen(region, insutype)


def hotline(region: str) -> str:
    """The agency's number where the place has a policy, else the national line."""
    try:
        return place(region).hotline
    except RegionInvalid:
        return NATIONAL_HOTLINE


def local_filing(region: str, insutype: str) -> bool:
    """Whether treatment in the insured province, outside the insured city, needs a local filing."""
    within = policy(region, insutype).within_province
    return within is not None and within.filing_required
