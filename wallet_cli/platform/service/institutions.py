"""Designated institutions: added by staff, listed in pages, searched by everybody.

Rules of this room: see `service`.
"""

from __future__ import annotations

from typing import Any

from wallet_cli.domain import region as divisions
from wallet_cli.domain.hanzi import letters, search_key
from wallet_cli.domain.value import Value
from wallet_cli.errors import InstitutionExists, InstitutionUnknown, PlatformError
from wallet_cli.platform.service.act import Act, bounded, page_limit
from wallet_cli.platform.sql import directory as dq
from wallet_cli.platform.sql import register as q
from wallet_cli.ports import InstitutionInfo, Page

SUPPORTS = ("voucher", "card", "outpatient", "inpatient", "chronic", "pharmacy")
MAX_NAME = 100
MAX_LEVEL = 3
MAX_WORDS = 4
"""Words of a search that count; more are refused."""


class Search(Value):
    """What is looked for; None and empty are no condition. `text`: words that all occur in a name, its pinyin or the
    initials of it; `region`: a division, which holds those under it."""

    text: str | None
    region: str | None
    supports: tuple[str, ...]
    level: int | None
    cross_province: bool


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
    if not insert(act, institution):
        raise InstitutionExists
    return institution


def insert(act: Act, institution: InstitutionInfo) -> int:
    """Puts a checked institution into the directory; 0 where its code is taken."""
    return act.run(
        dq.ADD,
        code=institution.fixmedins_code,
        name_zh=institution.name_zh,
        name_en=institution.name_en,
        region=institution.region,
        level=institution.level,
        supports=",".join(institution.supports),
        cross_province=int(institution.cross_province),
        search_key=search_key(institution.name_zh, institution.name_en),
    )


def page(act: Act, cursor: str | None, limit: int) -> Page[InstitutionInfo]:
    """By code."""
    rows = act.rows(q.INSTITUTIONS, after=(cursor or "")[:32], limit=page_limit(limit) + 1)
    return _page(rows, limit)


def search(act: Act, asked: Search, cursor: str | None, limit: int) -> Page[InstitutionInfo]:
    """By code. Raises RegionInvalid, PlatformError(reason = the field that does not fit)."""
    words = (asked.text or "").split()
    if len(asked.text or "") > MAX_NAME or len(words) > MAX_WORDS:
        raise PlatformError(reason="text")
    if not set(asked.supports) <= set(SUPPORTS):
        raise PlatformError(reason="supports")
    if asked.level is not None and not 0 <= asked.level <= MAX_LEVEL:
        raise PlatformError(reason="level")
    first, last = _span(asked.region)
    rows = act.rows(
        dq.SEARCH,
        after=(cursor or "")[:32],
        first=first,
        last=last,
        lowest=0 if asked.level is None else asked.level,
        highest=MAX_LEVEL if asked.level is None else asked.level,
        cross_province=int(asked.cross_province),
        limit=page_limit(limit) + 1,
        **_patterns("word", [letters(word) for word in words], MAX_WORDS, ""),
        **_patterns("service", sorted(set(asked.supports)), len(SUPPORTS), ","),
    )
    return _page(rows, limit)


def show(act: Act, code: str) -> InstitutionInfo:
    """Raises InstitutionUnknown."""
    row = act.row(q.INSTITUTION, code=code[:32])
    if row is None:
        raise InstitutionUnknown(institution=code[:32])
    return info(row)


def _span(region: str | None) -> tuple[str, str]:
    """The first and last code of a division: 410000 holds 410000 to 419999."""
    if region is None:
        return "000000", "999999"
    code = divisions.check(region)
    head = code[:2] if code[2:] == "0000" else code[:4] if code[4:] == "00" else code
    return code, head.ljust(6, "9")


def _patterns(name: str, wanted: list[str], count: int, edge: str) -> dict[str, str]:
    """LIKE patterns for the words asked, then ones that fit anything; the words hold no wildcard."""
    asked = [f"%{edge}{one}{edge}%" for one in wanted]
    return {f"{name}{n}": asked[n] if n < len(asked) else "%" for n in range(count)}


def _page(rows: list[tuple[Any, ...]], limit: int) -> Page[InstitutionInfo]:
    shown = tuple(info(row) for row in rows[:limit])
    return Page(shown, shown[-1].fixmedins_code if len(rows) > limit else None)


def info(row: tuple[Any, ...]) -> InstitutionInfo:
    """An institution out of its columns."""
    code, name_zh, name_en, region, level, supports, cross = row
    return InstitutionInfo(code, name_zh, name_en, region, level, tuple(filter(None, supports.split(","))), bool(cross))
