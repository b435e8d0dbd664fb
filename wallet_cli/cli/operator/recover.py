"""`yibao-platform counter recover`: what of an advance (先行支付) the liable side has paid back to the fund."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli import applying
from wallet_cli.cli.context import current
from wallet_cli.cli.operator import desk
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.errors import Usage
from wallet_cli.locale import text
from wallet_cli.render import claims as shape

MAX_KEY = 128


def recover(
    claim_id: Annotated[str, typer.Argument(metavar="CLAIM_ID", help=text("option.claim_id"))],
    amount: Annotated[str, typer.Option("--amount", metavar="FEN|YUAN", help=text("option.amount"))],
    key: Annotated[
        str | None, typer.Option("--idempotency-key", metavar="KEY", help=text("option.idempotency_key"))
    ] = None,
) -> None:
    context = current()
    fen = fen_of(amount)
    if key is not None and not (1 <= len(key) <= MAX_KEY and key.isascii() and key.isprintable()):
        raise Usage(kind="bad_value", option="--idempotency-key")
    context.platform.agency.review(desk.staff_call(context), claim_id)
    if context.rehearse("counter_recover"):
        return
    call = desk.staff_call(context, change=True)
    if key is not None:
        call = call._replace(key=key)
    one = context.platform.agency.recover_claim(call, claim_id, fen).value
    applying.show(context, "claim", {"changed": True, **shape.claim(one, overdue=False)})


def fen_of(text_: str) -> int:
    """Whole fen (1050), or yuan with two decimals (10.50). Raises Usage(kind=bad_value)."""
    whole, point, decimals = text_.strip().partition(".")
    digits = whole + decimals
    if not (
        digits.isascii() and digits.isdigit() and len(digits) <= 12 and (not point or (whole and len(decimals) == 2))
    ):
        raise Usage(kind="bad_value", option="--amount")
    fen = int(digits)
    if not 0 < fen <= MAX_FEN:
        raise Usage(kind="bad_value", option="--amount")
    return fen
