"""Designated institutions: added by staff, listed in pages.

Rules of this room: see `service`.
"""

from __future__ import annotations

from wallet_cli.domain import region as divisions
from wallet_cli.errors import InstitutionExists, PlatformError
from wallet_cli.platform.service.act import Act, bounded, page_limit
from wallet_cli.platform.sql import register as q
from wallet_cli.ports import InstitutionInfo, Page

SUPPORTS = ("voucher", "card", "outpatient", "inpatient", "chronic", "pharmacy")
MAX_NAME = 100
MAX_LEVEL = 3


def add(act: Act, institution: InstitutionInfo) -> InstitutionInfo:
    """Raises InstitutionExists, RegionInvalid, PlatformError(reason = the field that does not fit)."""
    code = institution.fixmedins_code
    if not (len(code) == 12 and code[0] in "HP" and code[1:].isascii() and code[1:].isdigit()):
        raise PlatformError(reason="fixmedins_code")
    divisions.check(institution.region)
    bounded(institution.name_zh, "name_zh", MAX_NAME)
    bounded(institution.name_en, "name_en", MAX_NAME)
    if not 0 <= institution.level <= MAX_LEVEL or (institution.level == 0) != (code[0] == "P"):
        raise PlatformError(reason="level")
    if not set(institution.supports) <= set(SUPPORTS):
        raise PlatformError(reason="supports")
    added = act.run(
        q.ADD_INSTITUTION,
        code=code,
        name_zh=institution.name_zh,
        name_en=institution.name_en,
        region=institution.region,
        level=institution.level,
        supports=",".join(institution.supports),
        cross_province=int(institution.cross_province),
    )
    if not added:
        raise InstitutionExists
    return institution


def page(act: Act, cursor: str | None, limit: int) -> Page[InstitutionInfo]:
    """By code."""
    rows = act.rows(q.INSTITUTIONS, after=(cursor or "")[:32], limit=page_limit(limit) + 1)
    shown = tuple(
        InstitutionInfo(code, name_zh, name_en, region, level, tuple(filter(None, supports.split(","))), bool(cross))
        for code, name_zh, name_en, region, level, supports, cross in rows[:limit]
    )
    return Page(shown, shown[-1].fixmedins_code if len(rows) > limit else None)
