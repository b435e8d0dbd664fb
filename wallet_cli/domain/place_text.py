"""Names of places as text: how people write them, how far two differ, which name countries abroad.

Rules of this room: pure; nothing here knows a division but by what it is given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from wallet_cli.domain.value import Value

ENGLISH = {
    "150000": "Inner Mongolia",
    "150100": "Hohhot",
    "230100": "Harbin",
    "540000": "Tibet",
    "540100": "Lhasa",
    "610000": "Shaanxi",
    "650100": "Urumqi",
    "653100": "Kashgar",
    "660000": "Xinjiang Corps",
    "710000": "Taiwan",
    "810000": "Hong Kong",
    "820000": "Macao",
}
"""Names that English has of its own: shown in English, and accepted."""

ALSO = {
    "540000": ("xizang",),
    "660000": ("兵团", "新疆兵团", "bingtuan"),
    "810000": ("hongkong", "hk"),
    "820000": ("macau",),
    "650100": ("乌市",),
}

KINDS = ("province", "municipality", "autonomousregion", "prefecture", "city", "county", "district")
COLLOQUIAL = {"自治州": "州", "自治县": "县", "自治旗": "旗", "特别行政区": "特区"}

_ABROAD = """
日本 japan 韩国 korea southkorea 朝鲜 northkorea 蒙古 蒙古国 mongolia 美国 usa us america unitedstates 加拿大 canada
墨西哥 mexico 巴西 brazil 阿根廷 argentina 英国 uk britain england unitedkingdom 法国 france 德国 germany 意大利 italy
西班牙 spain 葡萄牙 portugal 荷兰 netherlands 比利时 belgium 瑞士 switzerland 瑞典 sweden 挪威 norway 丹麦 denmark
芬兰 finland 奥地利 austria 波兰 poland 希腊 greece 爱尔兰 ireland 俄罗斯 russia 乌克兰 ukraine 土耳其 turkey
印度 india 巴基斯坦 pakistan 尼泊尔 nepal 缅甸 myanmar burma 泰国 thailand 越南 vietnam 老挝 laos 柬埔寨 cambodia
马来西亚 malaysia 新加坡 singapore 印度尼西亚 印尼 indonesia 菲律宾 philippines 哈萨克斯坦 kazakhstan 阿联酋 迪拜
uae dubai 沙特 saudiarabia 以色列 israel 埃及 egypt 南非 southafrica 尼日利亚 nigeria 肯尼亚 kenya 澳大利亚 澳洲
australia 新西兰 newzealand 国外 境外 海外 abroad overseas
东京 tokyo 首尔 seoul 纽约 newyork 洛杉矶 losangeles 伦敦 london 巴黎 paris 曼谷 bangkok 悉尼 sydney
"""
ABROAD = frozenset(_ABROAD.split())
"""Countries and a few cities abroad that people name most; others are merely unknown."""


def plain(text: str) -> str:
    """As keys are written: no blanks, apostrophes, hyphens or tones, small letters, ü as v; traditional characters as simplified ones;
    `zhengzhou city` without its kind, `Zhengzhou, Henan` turned round."""
    parts = text.replace("，", ",").split(",")
    joined = "".join(reversed(parts)) if text.isascii() else "".join(parts)
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", joined).lower().replace("ü", "v"))
    bare = bare.replace("u\u0308", "v")
    kept = "".join(sign for sign in bare if sign.isalnum())
    if not kept.isascii():
        from wallet_cli.domain.variants import simplified

        return simplified(kept)
    for kind in KINDS:
        if kept.endswith(kind) and len(kept) > len(kind):
            kept = kept[: -len(kind)]
    return kept


def abroad(text: str) -> bool:
    """Whether a text names a country or well-known city abroad."""
    return plain(text) in ABROAD


def joined(syllables: list[str]) -> str:
    """Syllables in one word, an apostrophe where it would be misread: xi'an."""
    return "".join(("'" if n and one[0] in "aeo" else "") + one for n, one in enumerate(syllables))


def english(code: str, syllables: list[str]) -> str:
    """The name in English: its own, else pinyin with a capital letter."""
    return ENGLISH.get(code) or joined(syllables).replace("lv", "lü").replace("nv", "nü").capitalize()


class Entry(Value):
    """How one division is written. `full`: with its kind, `short`: without; `initials`: of its syllables."""

    full: tuple[str, ...]
    short: tuple[str, ...]
    initials: str

    def keys(self) -> tuple[str, ...]:
        return (*self.short, *self.full)

    def rank(self, wanted: str) -> int | None:
        """How well a normalised text fits: 0 exactly … 3 a part, None not at all. An empty one fits anything."""
        if not wanted:
            return 0
        keys = self.keys()
        if wanted in keys:
            return 0
        if any(key.startswith(wanted) for key in keys):
            return 1
        if len(wanted) > 1 and self.initials == wanted:
            return 2
        return 3 if (len(wanted) > 1 or not wanted.isascii()) and any(wanted in key for key in keys) else None


def entry(code: str, name: str, count: int, syllables: list[str]) -> Entry:
    """`count`: how many characters of the name are its short form."""
    short = name[:count]
    full = [name, "".join(syllables)]
    for kind, spoken in COLLOQUIAL.items():
        if name.endswith(kind) and short != name:
            full.append(short + spoken)
    shorts = [short, "".join(syllables[:count]), *ALSO.get(code, ())]
    if code in ENGLISH:
        shorts.append(plain(ENGLISH[code]))
    if code == "610000":
        full.append("shaanxisheng")
    return Entry(tuple(full), tuple(dict.fromkeys(shorts)), "".join(one[0] for one in syllables[:count]))


def nearest(wanted: str, entries: Iterable[tuple[str, tuple[str, ...]]], count: int) -> list[str]:
    """The codes whose keys need fewest changes, best first; a key that needs more than a third of it changed is far."""
    latin = wanted.isascii()
    ranked = []
    for code, keys in entries:
        best = min((distance(wanted, key) for key in keys if key.isascii() == latin), default=len(wanted))
        ranked.append((best, code[2:] != "0000", code[4:] != "00", code))
    far = max(1, len(wanted) // 3)
    return [code for best, _, _, code in sorted(ranked)[:count] if best <= far and best < len(wanted)]


def distance(a: str, b: str) -> int:
    """Changes of one sign that turn one text into the other (Levenshtein)."""
    if abs(len(a) - len(b)) > max(1, len(a) // 3):
        return len(a) + len(b)
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]
