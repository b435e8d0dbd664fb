"""How many of a picture's degraded variants each decoder reads, and the table of it. A wrong reading counts as none.

Both decoders look once: zbar as it is, zxing-cpp without trying the picture turned, scaled down or inverted
(`try_rotate`, `try_downscale`, `try_invert` all off), each told that it is a QR.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from pictures.degrade import VARIANTS, on_table
from pictures.setups import Setup, Way
from terminals import decode_zbar, decode_zxing_strict

DECODERS: dict[str, Callable[[Any], list[str]]] = {"zbar": decode_zbar, "zxing": decode_zxing_strict}


class Score(NamedTuple):
    """`read`: by decoder, the variants it read; `clean`: whether every decoder read the picture itself."""

    read: dict[str, frozenset[str]]
    asked: tuple[str, ...]

    @property
    def clean(self) -> bool:
        return all("clean" in read for read in self.read.values())

    def rate(self, decoder: str) -> float:
        return len(self.read[decoder]) / len(self.asked)

    def missed(self, decoder: str) -> list[str]:
        return [name for name in self.asked if name not in self.read[decoder]]


def score(image: Any, code: str, variants: Iterable[str] = tuple(VARIANTS)) -> Score:
    """Of the window's picture, as it was taken."""
    table = on_table(image)
    asked = tuple(variants)
    read: dict[str, set[str]] = {name: set() for name in DECODERS}
    for variant in asked:
        seen = VARIANTS[variant](table)
        for name, decode in DECODERS.items():
            if decode(seen) == [code]:
                read[name].add(variant)
    return Score({name: frozenset(found) for name, found in read.items()}, asked)


Rates = dict[tuple[str, str], Score | None]
"""By names of set-up and way; None where this terminal cannot show it."""


def mean(scores: Iterable[Score], decoder: str) -> float:
    rates = [one.rate(decoder) for one in scores]
    return sum(rates) / len(rates)


def table(setups: Sequence[Setup], ways: Sequence[Way], rates: Rates) -> str:
    """Markdown: a line for each set-up, per cent of the variants that zbar and strict zxing read, and means."""

    def cell(score: Score | None) -> str:
        if score is None:
            return "—"
        mark = "" if score.clean else " ✗"
        return " / ".join(f"{100 * score.rate(name):.0f}" for name in DECODERS) + mark

    lines = ["| | " + " | ".join(f"{way.name} ({way.size[0]}×{way.size[1]})" for way in ways) + " |"]
    lines.append("|---|" + "---:|" * len(ways))
    for setup in setups:
        found = [cell(rates[setup.name, way.name]) for way in ways]
        lines.append(f"| {setup.name} | " + " | ".join(found) + " |")
    totals = []
    for way in ways:
        scores = [score for setup in setups if (score := rates[setup.name, way.name]) is not None]
        totals.append(" / ".join(f"**{100 * mean(scores, name):.0f}**" for name in DECODERS))
    return "\n".join([*lines, "| **mean** | " + " | ".join(totals) + " |"])
