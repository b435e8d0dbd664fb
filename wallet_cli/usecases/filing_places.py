"""Which provinces and cities one may file to, and which of them a text means. Asks nobody: the list is the program's."""

from __future__ import annotations

from wallet_cli.domain import divisions
from wallet_cli.domain.divisions import Division, Level

MOST = 500
"""Provinces and cities together are fewer."""


def search(text: str) -> tuple[Division, ...]:
    """Provinces and cities of the mainland, all of them or those a text may mean; a county leads to its city."""
    if not text.strip():
        found = [*divisions.search("", MOST, Level.PROVINCE), *divisions.search("", MOST, Level.CITY)]
        return tuple(sorted((one for one in found if not one.outside), key=lambda one: one.code))
    codes = dict.fromkeys(divisions.filing_place(one.code).code for one in divisions.search(text, MOST))
    return tuple(one for one in map(divisions.find, codes) if not one.outside)
