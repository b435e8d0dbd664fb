"""Places by code, Chinese name or pinyin: which division is meant, where it lies, and where one may file to.

Rules of this room: pure; a text that does not name exactly one living division is an error with what comes nearest.
Source: `division_data`, GB/T 2260 as of 2026 with the codes retired since 1984. Provinces, cities and counties are
told apart as the insurance does: counties under a province (4190xx, 4290xx, 4690xx, 6590xx) are cities, a
municipality's districts belong to it at once. Loaded only where a place is named; a code is found without an index.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from wallet_cli.domain import place_text
from wallet_cli.domain.division_data import LIVING, RETIRED
from wallet_cli.domain.place_text import plain
from wallet_cli.domain.region import MUNICIPALITIES, OUTSIDE
from wallet_cli.domain.value import Value
from wallet_cli.errors import PlaceAmbiguous, PlaceUnknown

UNDER_PROVINCE = frozenset({"4190", "4290", "4690", "6590"})
MAX_TEXT = 64
NEAREST = 5


class Level(StrEnum):
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class Division(Value):
    """One division. `short`: the name without its kind; `pinyin`: of `short`, without tones (xi'an), ü as v;
    `initials`: of its syllables; `parent`: the city's or province's code, None for a province; `retired_to`: the
    living division in its place, None while it is in force."""

    code: str
    name: str
    short: str
    full_name: str
    pinyin: str
    name_en: str
    initials: str
    level: Level
    parent: str | None
    retired_to: str | None = None

    @property
    def outside(self) -> bool:
        """Whether it lies outside the mainland's insurance."""
        return self.code[:2] in OUTSIDE


def find(code: str) -> Division:
    """A division by its six digits, retired ones too (`retired_to` says what took its place). Raises PlaceUnknown."""
    line = _line(LIVING, code)
    if line is not None:
        return _division(line)
    gone = _line(RETIRED, code)
    new = gone.split("|")[2] if gone else _pseudo(code)
    if new is None:
        raise PlaceUnknown(text=code[:MAX_TEXT], nearest=(), reason=None)
    living = find(new)
    if gone is None:
        return living._replace(code=code, retired_to=new)
    name = gone.split("|")[1]
    return living._replace(code=code, name=name, short=name, full_name=name, level=level_of(code), retired_to=new)


def level_of(code: str) -> Level:
    """By the form of the code alone."""
    if code[2:] == "0000":
        return Level.PROVINCE
    return Level.CITY if code[4:] == "00" or code[:4] in UNDER_PROVINCE else Level.COUNTY


def parent_of(code: str) -> str | None:
    """The division above, None for a province."""
    level = level_of(code)
    if level is Level.PROVINCE:
        return None
    above = code[:4] + "00"
    if level is Level.CITY or code[:2] in MUNICIPALITIES or _line(LIVING, above) is None:
        return code[:2] + "0000"
    return above


def living(code: str) -> Division:
    """The division in force for a code, retired or not. Raises PlaceUnknown."""
    found = find(code)
    return found if found.retired_to is None else find(found.retired_to)


def filing_place(code: str) -> Division:
    """The province or city a code is filed as: a county's city, a municipality's district's municipality, a retired
    code's successor. Places outside the mainland are given back as they are: see `outside`. Raises PlaceUnknown."""
    found = living(code)
    if found.level is Level.COUNTY and found.parent is not None:
        return find(found.parent)
    return found


def within(code: str, region: str) -> bool:
    """Whether a code is `region` or lies in it. A code of a county under a province lies in the province only."""
    if region[2:] == "0000":
        return code[:2] == region[:2]
    if region[4:] == "00":
        return code[:4] == region[:4]
    return code == region


def name_of(code: str, language: str) -> str | None:
    """The name a person reads: a province's or city's own, a county's after its city's; None for an unknown code.
    `language`: en, zh-TW in traditional characters, else as the list has it."""
    try:
        found = find(code)
    except PlaceUnknown:
        return None
    above = find(found.parent) if found.level is Level.COUNTY and found.parent and found.retired_to is None else None
    if language == "en":
        return found.name_en if above is None else f"{found.name_en}, {above.name_en}"
    name = found.name if above is None else f"{above.name} {found.name}"
    if language == "zh-TW":
        from wallet_cli.domain.variants import traditional

        return traditional(name)
    return name


def resolve(text: str) -> Division:
    """The living division that a person means: six digits (or two, four), a Chinese name with or without its kind
    (郑州, 郑州市), after its province's (河南郑州), or pinyin (zhengzhou, xi'an, henan zhengzhou).

    A city wins over counties of its name elsewhere, a province over counties. Raises PlaceUnknown(text, nearest, reason:
    abroad for a foreign country), PlaceAmbiguous(text, candidates).
    """
    asked = text.strip()[:MAX_TEXT]
    wanted = plain(asked)
    if wanted.isdigit():
        return _by_digits(asked, wanted)
    found = _meant(wanted) or _meant(wanted.replace("lyu", "lv").replace("nyu", "nv")) or _former(wanted)
    if len(found) == 1:
        return find(found[0])
    if found:
        raise PlaceAmbiguous(text=asked, candidates=tuple(label(find(code)) for code in found[:40]))
    if place_text.abroad(asked):
        raise PlaceUnknown(text=asked, nearest=(), reason="abroad")
    raise PlaceUnknown(text=asked, nearest=tuple(label(one) for one in nearest(wanted)), reason=None)


def label(one: Division) -> str:
    """A division as a choice: 321200 江苏省 泰州市 Taizhou."""
    return f"{one.code} {one.full_name} {one.name_en}"


def label_in(told: str, language: str) -> str:
    """A choice as a person reads it: in traditional characters for zh-TW, in English with the names of what it lies in."""
    if language == "zh-TW":
        from wallet_cli.domain.variants import traditional

        return traditional(told)
    above = find(told.partition(" ")[0]).parent if language == "en" else None
    while above is not None:
        upper = find(above)
        told, above = f"{told}, {upper.name_en}", upper.parent
    return told


def search(text: str, limit: int, level: Level | None = None) -> tuple[Division, ...]:
    """What may be meant, best first: exact, then beginnings, initials (zz), parts; provinces before cities before
    counties. An empty text gives all by code. `level`: only those."""
    wanted = plain(text[:MAX_TEXT])
    ranked = []
    for code, entry in index().entries.items():
        if level is not None and level_of(code) is not level:
            continue
        rank = entry.rank(wanted)
        if rank is not None:
            ranked.append((rank, _LEVELS.index(level_of(code)), code))
    for code in _meant(wanted) if wanted else ():  # a name after its province's, or a short form
        if level is None or level_of(code) is level:
            ranked.append((0, _LEVELS.index(level_of(code)), code))
    codes = dict.fromkeys(code for _, _, code in sorted(ranked))
    return tuple(find(code) for code in list(codes)[:limit])


def nearest(wanted: str) -> tuple[Division, ...]:
    """The living divisions whose names differ least from a normalised text; none where all differ much."""
    codes = place_text.nearest(wanted, ((code, entry.keys()) for code, entry in index().entries.items()), NEAREST)
    return tuple(find(code) for code in codes)


_LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY)


class Index(Value):
    """Every living division's keys: `full` names with their kind, `short` ones without; values are codes."""

    entries: dict[str, place_text.Entry]
    full: dict[str, list[str]]
    short: dict[str, list[str]]


@lru_cache(maxsize=1)
def index() -> Index:
    """Made at the first text that is no code."""
    entries: dict[str, place_text.Entry] = {}
    full: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for line in LIVING.strip().split("\n"):
        code, name, count, sounds = line.split("|")
        entry = place_text.entry(code, name, int(count), sounds.split(" "))
        entries[code] = entry
        for key in entry.full:
            full.setdefault(key, []).append(code)
        for key in entry.short:
            short.setdefault(key, []).append(code)
    return Index(entries, full, short)


def _line(text: str, code: str) -> str | None:
    if not (len(code) == 6 and code.isascii() and code.isdigit()):
        return None
    start = text.find(f"\n{code}|")
    return None if start < 0 else text[start + 1 : text.index("\n", start + 1)]


def _division(line: str) -> Division:
    code, name, count, sounds = line.split("|")
    syllables = sounds.split(" ")[: int(count)]
    above = parent_of(code)
    chain = [name]
    while above is not None:
        upper = _line(LIVING, above)
        chain.append(upper.split("|")[1] if upper else "")
        above = parent_of(above)
    return Division(
        code=code,
        name=name,
        short=name[: int(count)],
        full_name=" ".join(filter(None, reversed(chain))),
        pinyin=place_text.joined(syllables),
        name_en=place_text.english(code, syllables),
        initials="".join(one[0] for one in syllables),
        level=level_of(code),
        parent=parent_of(code),
    )


def _pseudo(code: str) -> str | None:
    """Codes that stand for no place of their own: 110100 (市辖区 of Beijing), 130101, 419000."""
    if code[4:] == "00" and (code[:2] in MUNICIPALITIES or code[:4] in UNDER_PROVINCE) and code[2:4] != "00":
        known = code[:2] not in MUNICIPALITIES or code[2:4] in {"01", "02", "03"}
        return code[:2] + "0000" if known else None
    if code[4:] == "01" and _line(LIVING, code[:4] + "00") is not None and code[2:4] != "00":
        return code[:4] + "00"
    return None


def _by_digits(asked: str, digits: str) -> Division:
    code = digits.ljust(6, "0") if len(digits) in {2, 4, 6} else ""
    try:
        return living(code)
    except PlaceUnknown:
        above = [part for part in (digits[:4].ljust(6, "0"), digits[:2].ljust(6, "0")) if _line(LIVING, part)]
        near = tuple(label(find(part)) for part in above[:1])
        raise PlaceUnknown(text=asked, nearest=near, reason=None) from None


def _meant(wanted: str) -> list[str]:
    """The codes a normalised text names: by itself, else after a province's or city's name."""
    if not wanted:
        return []
    made = index()
    full, short = made.full.get(wanted, []), made.short.get(wanted, [])
    if full and (not short or not wanted.isascii()):
        return full
    if short or full:
        return _likeliest(sorted({*full, *short}))
    found: set[str] = set()
    for end in range(1, len(wanted)):
        heads = [
            code
            for code in {*made.full.get(wanted[:end], []), *made.short.get(wanted[:end], [])}
            if level_of(code) is not Level.COUNTY
        ]
        if heads:
            rest = _all(wanted[end:])
            found |= {code for code in rest for head in heads if code != head and within(code, head)}
    return _likeliest(sorted(found))


def _all(wanted: str) -> list[str]:
    made = index()
    return [*made.full.get(wanted, []), *made.short.get(wanted, [])] or _meant(wanted)


def _likeliest(codes: list[str]) -> list[str]:
    """A province before the counties and autonomous prefectures of its name, a city before counties; but a
    municipality's district ranks with a city (朝阳), and 吉林 may be the city as well as the province."""
    provinces = [code for code in codes if level_of(code) is Level.PROVINCE]
    cities = [code for code in codes if level_of(code) is Level.CITY]
    if provinces:
        return provinces + [code for code in cities if find(code).name.endswith("市")]
    if not cities:
        return codes
    ranked = [code for code in codes if level_of(code) is Level.COUNTY and code[:2] in MUNICIPALITIES]
    return [*cities, *ranked, *(code for code in codes if code not in {*cities, *ranked})] if ranked else cities


def _former(wanted: str) -> list[str]:
    """Living divisions in place of one that had this name once (宣武区)."""
    if not wanted or wanted.isascii():
        return []
    lines = (line.split("|") for line in RETIRED.strip().split("\n"))
    return sorted({new for _, name, new in lines if name == wanted or (name[:-1] == wanted and len(wanted) > 1)})
