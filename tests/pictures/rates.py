"""How many of a picture's degraded variants each decoder reads. A wrong reading counts as none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pictures.degrade import VARIANTS, on_table
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
