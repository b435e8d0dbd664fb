"""Where a filing may go: a city or province of the mainland, neither one's own nor a single hospital. Pure."""

from __future__ import annotations

import re

from wallet_cli.domain import region as codes
from wallet_cli.errors import FilingPlace

_INSTITUTION = re.compile(r"[HhPp]\d{11}", re.ASCII)
_APART = {"71": "taiwan", "81": "hong_kong", "82": "macao"}
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
_ABROAD = frozenset(
    [
        "abroad",
        "overseas",
        "foreign",
        "国外",
        "境外",
        "海外",
        "外国",
        "出国",
        "美国",
        "日本",
        "韩国",
        "朝鲜",
        "泰国",
        "新加坡",
        "马来西亚",
        "越南",
        "缅甸",
        "英国",
        "法国",
        "德国",
        "俄罗斯",
        "加拿大",
        "澳大利亚",
        "新西兰",
        "usa",
        "japan",
        "korea",
        "thailand",
        "singapore",
        "malaysia",
        "vietnam",
        "uk",
        "france",
        "germany",
        "russia",
        "canada",
        "australia",
    ]
)


def refuse_no_place(text: str) -> None:
    """What a person may type that names no division at all. Raises FilingPlace(reason hospital or abroad)."""
    words = text.strip()
    if _INSTITUTION.fullmatch(words):
        raise FilingPlace(reason="hospital", region=words)
    if words.lower() in _ABROAD:
        raise FilingPlace(reason="abroad", region=words)


def pooling_area(region: str) -> str:
    """The area one fund serves: a municipality, else a city."""
    return region[:2] if region[:2] in _MUNICIPALITIES else region[:4]


def check_place(to_region: str, insured_region: str, *, local_filing: bool = False) -> str:
    """The place itself, where one insured at `insured_region` may file to it.

    `local_filing`: whether the insured place asks for a filing within its province.
    Raises FilingPlace(region, reason), RegionInvalid.
    """
    refuse_no_place(to_region)
    codes.check(to_region)
    if to_region[:2] in _APART:
        raise FilingPlace(reason=_APART[to_region[:2]], region=to_region)
    if pooling_area(to_region) == pooling_area(insured_region):
        raise FilingPlace(reason="insured_there", region=to_region)
    if to_region[:2] == insured_region[:2]:
        raise FilingPlace(reason="own_province_filing" if local_filing else "own_province", region=to_region)
    # Counties under a province have no city above them: 429004.
    if to_region[4:] != "00" and to_region[2:4] != "90":
        above = to_region[:2] + "0000" if to_region[:2] in _MUNICIPALITIES else to_region[:4] + "00"
        raise FilingPlace(reason="county", region=to_region, city=above)
    return to_region
