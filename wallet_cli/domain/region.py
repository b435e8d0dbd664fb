"""Divisions by their six-digit code (national name `admdvs`, GB/T 2260).

Rules of this room: form and province only. Names, hotlines and which places have a policy are data of the platform.
"""

from __future__ import annotations

from wallet_cli.errors import RegionInvalid

_PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82"
PROVINCES = frozenset(_PROVINCES.split(" "))
"""First two digits of every province-level division. 66: the Xinjiang corps, which runs an insurance of its own."""

ISSUERS = (PROVINCES - {"66"}) | {"83", "91"}
"""First two digits of ID documents that exist, residence permits of Hong Kong (81), Macao (82) and Taiwan (83) people and
foreigners' permanent-residence numbers (91) among them."""


MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
OUTSIDE = frozenset({"71", "81", "82"})
"""Taiwan, Hong Kong, Macao: outside the mainland's insurance. Nothing is filed there, and treatment there is treatment
abroad (境外) to the fund."""


def pooling_area(region: str) -> str:
    """The area one fund serves: a municipality, else a city."""
    return region[:2] if region[:2] in MUNICIPALITIES else region[:4]


def check(code: str) -> str:
    """The code itself, where it can name a division: PPCCDD of a known province, no district without its city.

    Raises RegionInvalid(region). Two- and four-digit codes are not widened here: 11 is not 110000.
    """
    plain = len(code) == 6 and code.isascii() and code.isdigit()
    if not plain or code[:2] not in PROVINCES or (code[2:4] == "00" and code[4:] != "00"):
        raise RegionInvalid(region=code[:32])
    return code


def province(code: str) -> str:
    """The code of the province a division lies in: 320102 -> 320000. Raises RegionInvalid."""
    return check(code)[:2] + "0000"
