"""Amounts as people type them: yuan with at most two decimals, made into fen once, at the edge."""

from __future__ import annotations

from wallet_cli.errors import WalletError


def yuan_to_fen(text: str, refused: type[WalletError]) -> int:
    """`1234.5`, `1,234.50`, `￥1234` -> fen. Raises `refused` for what is no amount of yuan."""
    plain = text.strip().lstrip("¥￥").replace(",", "").replace("，", "")
    whole, dot, decimals = plain.partition(".")
    digits = whole + decimals
    if (
        not (digits.isascii() and digits.isdigit() and whole and len(whole) <= 12)
        or len(decimals) > 2
        or (dot and not decimals)
    ):
        raise refused
    return int(whole) * 100 + int(decimals.ljust(2, "0"))
