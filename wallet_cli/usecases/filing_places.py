"""Which provinces and cities one may file to, and which of them a text means. Asks nobody: the list is the program's."""

from __future__ import annotations

from wallet_cli.domain import divisions
from wallet_cli.domain.divisions import Division, Level

CODE = 6
MOST = 500
"""Provinces and cities together are fewer."""


def search(text: str) -> tuple[Division, ...]:
    """Provinces and cities of the mainland: all of them, those whose code begins so, or those a text may mean. A county
    leads to its city."""
    words = text.strip()
    if not words or (words.isascii() and words.isdigit() and len(words) < CODE):
        found = [*divisions.search("", MOST, Level.PROVINCE), *divisions.search("", MOST, Level.CITY)]
        living = (one for one in found if not one.outside and one.code.startswith(words))
        return tuple(sorted(living, key=lambda one: one.code))
    if words.isascii() and words.isdigit():
        named: tuple[Division, ...] = (divisions.resolve(words),)
    else:
        named = divisions.search(words, MOST)
    codes = dict.fromkeys(divisions.filing_place(one.code).code for one in named)
    return tuple(one for one in map(divisions.find, codes) if not one.outside)
