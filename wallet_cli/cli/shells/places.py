"""The provinces and cities that a shell completes: by code, and by pinyin where that names one place alone.

Rules of this room: see `shells`.
"""

from __future__ import annotations

from wallet_cli.domain import divisions
from wallet_cli.domain.divisions import Division, Level
from wallet_cli.domain.value import Value
from wallet_cli.errors import WalletError
from wallet_cli.locale import language
from wallet_cli.render.words import place_name

MANY = 10_000
"""More than there are provinces and cities."""


class Place(Value):
    """One candidate. `meaning`: the place's name or, for pinyin in English, its code."""

    word: str
    meaning: str
    province: bool


def places() -> list[Place]:
    """By pinyin, then by code: every word is one that the commands take for this very place."""
    found = [
        one for level in (Level.PROVINCE, Level.CITY) for one in divisions.search("", MANY, level) if not one.outside
    ]
    chinese = language().startswith("zh")
    named = [
        Place(word, place_name(one.name, one.name_en) if chinese else one.code, one.level is Level.PROVINCE)
        for one in found
        for word in _spellings(one)
    ]
    coded = [Place(one.code, place_name(one.name, one.name_en), one.level is Level.PROVINCE) for one in found]
    return sorted(named, key=lambda one: one.word) + sorted(coded, key=lambda one: one.word)


def _spellings(one: Division) -> list[str]:
    """The shortest spelling that means this place and no other, if one does."""
    plain = one.pinyin.replace("'", "")
    kind = "sheng" if one.level is Level.PROVINCE else "shi"
    within = "" if one.parent is None else divisions.find(one.parent).pinyin.replace("'", "") + plain
    tried = (plain, plain + kind, *_CUSTOMARY.get(one.code, ()), within)
    return next(([word] for word in tried if word and _means(word, one)), [])


_CUSTOMARY = {"610000": ("shaanxi",)}


def _means(word: str, one: Division) -> bool:
    try:
        return divisions.resolve(word).code == one.code
    except WalletError:
        return False
