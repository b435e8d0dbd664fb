"""How Chinese names are read, for searching: pinyin of any name written in the characters of GB 2312.

Rules of this room: pure. A table of our own instead of a package at run time: pypinyin takes 4 MB and some 50 ms to
import, for one column that is filled when an institution is added; the table takes 23 kB.
"""

from __future__ import annotations

from functools import lru_cache

from wallet_cli.domain.hanzi_data import PHRASES, SOUNDS


def syllables(text: str) -> list[str]:
    """A syllable a character (ü is v); what is no known character stays as it is, small letters. Names of places are
    read as their people do: 重庆 chong qing."""
    table, phrases = _table(), _phrases()
    found: list[str] = []
    at = 0
    while at < len(text):
        for length in _LENGTHS:
            word = text[at : at + length]
            if word in phrases:
                found += phrases[word]
                at += length
                break
        else:
            found.append(table.get(text[at], text[at].lower()))
            at += 1
    return found


def letters(text: str) -> str:
    """Small letters, digits and characters only: what is compared."""
    return "".join(sign for sign in text.lower().replace("ü", "v") if sign.isalnum())


def search_key(name_zh: str, name_en: str) -> str:
    """What a search looks in: both names, the Chinese one's pinyin and initials, apart from one another."""
    read = [sound for sound in map(letters, syllables(name_zh)) if sound]
    parts = (letters(name_zh), letters(name_en), "".join(read), "".join(one[0] for one in read))
    return f" {' '.join(parts)} "


_LENGTHS = (4, 3, 2)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    made: dict[str, str] = {}
    sound = ""
    for line in SOUNDS.split():
        signs = line.lstrip("abcdefghijklmnopqrstuvwxyz")
        sound = line[: len(line) - len(signs)] or sound
        made.update(dict.fromkeys(signs, sound))
    return made


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[str]]:
    lines = (line.split(" ") for line in PHRASES.strip().split("\n"))
    return {line[0]: line[1:] for line in lines}
