"""Where a filing may go: a city or province of the mainland, neither one's own nor a single hospital. Pure.

The divisions are loaded where a place is looked at: a list of filings does without them.
"""

from __future__ import annotations

import re

from wallet_cli.domain import region as codes
from wallet_cli.errors import FilingPlace, PlaceUnknown

_INSTITUTION = re.compile(r"[HhPp]\d{11}", re.ASCII)
_OUTSIDE = {"71": "taiwan", "81": "hong_kong", "82": "macao"}
_OWN = {None: "own_province", False: "own_province_free", True: "own_province_filing"}


def place_of(text: str) -> str:
    """The code of the province or city that a person means, by code, Chinese name or pinyin; a county's is its city.

    Raises FilingPlace(reason hospital or abroad), PlaceUnknown, PlaceAmbiguous.
    """
    from wallet_cli.domain import divisions

    words = text.strip()
    if _INSTITUTION.fullmatch(words):
        raise FilingPlace(reason="hospital", region=words)
    try:
        return divisions.filing_place(divisions.resolve(words).code).code
    except PlaceUnknown as unknown:
        if unknown.data.get("reason") == "abroad":
            raise FilingPlace(reason="abroad", region=words[: divisions.MAX_TEXT]) from None
        raise


def check_place(to_region: str, insured_region: str, *, local_filing: bool | None = None) -> str:
    """The place itself, where one insured at `insured_region` may file to it.

    `local_filing`: whether the insured place asks for a filing within its province; None where it is not known.
    Raises FilingPlace(region, reason), RegionInvalid, PlaceUnknown.
    """
    if _INSTITUTION.fullmatch(to_region):
        raise FilingPlace(reason="hospital", region=to_region)
    codes.check(to_region)
    if to_region[:2] in _OUTSIDE:
        raise FilingPlace(reason=_OUTSIDE[to_region[:2]], region=to_region)
    if codes.pooling_area(to_region) == codes.pooling_area(insured_region):
        raise FilingPlace(reason="insured_there", region=to_region)
    if to_region[:2] == insured_region[:2]:
        raise FilingPlace(reason=_OWN[local_filing], region=to_region)
    from wallet_cli.domain import divisions

    above = divisions.filing_place(to_region).code
    if above != to_region:
        raise FilingPlace(reason="county", region=to_region, city=above)
    return to_region
