"""Money as integer fen, and the one way it is written for people."""

from __future__ import annotations

MAX_FEN = 10**12 - 1
"""Largest amount of one fee or bill: just under ten billion yuan."""


def yuan(fen: int) -> str:
    """1,234.56: yuan with thousands separators and exactly two decimals."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(fen), 100)
    return f"{sign}{whole:,}.{rest:02d}"


def priced(fen: int) -> str:
    """¥1,234.56, and -¥1,234.56 for what goes back: the sign stands before the currency's."""
    return f"-¥{yuan(-fen)}" if fen < 0 else f"¥{yuan(fen)}"
