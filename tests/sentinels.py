"""Finds secrets that leaked: known sentinels, in the forms in which programs write bytes down.

A test gives sentinels that occur nowhere by chance (a PIN such as 940713 does; 000000 does not), drives the product, and
hands over everything that it wrote. A finding names the sentinel, the form and the place, never the secret.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Finding(NamedTuple):
    """One leak: which sentinel, written how, where, at which byte."""

    sentinel: str
    form: str
    place: str
    offset: int


def forms(secret: str | bytes) -> dict[str, bytes]:
    """Every form of the secret that is looked for, by name. Base64 in its three alignments, without the characters at
    the ends that depend on the neighbours."""
    raw = secret.encode() if isinstance(secret, str) else secret
    found = {"raw": raw, "hex": raw.hex().encode(), "HEX": raw.hex().upper().encode()}
    for name, encode in (("base64", base64.b64encode), ("base64url", base64.urlsafe_b64encode)):
        for shift in range(3):
            whole = encode(b"\0" * shift + raw)
            first = (8 * shift + 5) // 6
            last = 8 * (shift + len(raw)) // 6
            found[f"{name}+{shift}"] = whole[first:last]
    text = raw.decode("latin-1") if isinstance(secret, bytes) else secret
    found["utf-16le"] = text.encode("utf-16-le")
    found["utf-16be"] = text.encode("utf-16-be")
    found["json"] = text.encode("ascii", "backslashreplace")
    found["repr"] = repr(raw)[2:-1].encode()
    return found


def scan(
    sentinels: Mapping[str, str | bytes],
    places: Iterable[Path | tuple[str, bytes | str]],
    chance: re.Pattern[bytes] | None = None,
) -> list[Finding]:
    """Looks for every sentinel in every place: files, folders with all below them, or (name, output) pairs. `chance`:
    what is random and long enough to hold a short sentinel in some run, left out."""
    wanted = [(name, form, needle) for name, secret in sentinels.items() for form, needle in forms(secret).items()]
    short = [name for name, _, needle in wanted if len(needle) < 5]
    if short:
        raise ValueError(f"too short to tell from chance: {short}")
    return [
        Finding(name, form, place, offset)
        for place, whole in contents(places)
        for content in (whole if chance is None else chance.sub(lambda found: b"\0" * len(found[0]), whole),)
        for name, form, needle in wanted
        if (offset := content.find(needle)) >= 0
    ]


def contents(places: Iterable[Path | tuple[str, bytes | str]]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every place; the names of files count as content, for they tell things too."""
    for place in places:
        if isinstance(place, tuple):
            name, output = place
            yield name, output.encode() if isinstance(output, str) else output
        elif place.is_dir():
            yield from contents(sorted(p for p in place.rglob("*") if p.is_file() and not p.is_symlink()))
        else:
            yield str(place), str(place).encode() + b"\n" + place.read_bytes()
