"""`yibao pay list|confirm`: bills that an institution sent (online payment, kiosk)."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from wallet_cli.cli import secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import Member, PinFd, PinStdin, make_app
from wallet_cli.domain.payment import PaymentRequest, PaymentState
from wallet_cli.errors import PaymentExpired, PaymentWithdrawn
from wallet_cli.locale import text
from wallet_cli.render import human, shapes
from wallet_cli.render import payment as fields
from wallet_cli.usecases import changes, pay

app = make_app()

_BEFORE = (
    "institution_name",
    "med_type",
    "amount_fen",
    "fund_pay_sumamt_fen",
    "acct_pay_fen",
    "acct_mulaid_pay_fen",
    "psn_cash_pay_fen",
    "expires_at",
)
"""What a person must have seen before the PIN."""


@app.command("list", help=text("command.yibao.pay.list"))
def list_(
    member: Member = "self",
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))] = 50,
) -> None:
    context = current(member)
    found = pay.payments(context.session, member, limit)
    context.show("payments", shapes.listed("payments", (fields.line(member, one) for one in found)))


@app.command("confirm", help=text("command.yibao.pay.confirm"))
def confirm(
    bill: Annotated[str, typer.Argument(metavar="BILL", help=text("option.bill_id"))],
    member: Annotated[str, typer.Option("--member", metavar="MEMBER", help=text("option.member"))] = "self",
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
    explain: Annotated[bool, typer.Option("--explain", help=text("option.explain"))] = False,
) -> None:
    context = current(member)
    session = context.session
    # Before looking: what an interruption left may be this very bill.
    changes.settle_outbox(session)
    found = pay.payment(session, member, bill)
    if found.state is PaymentState.PAID:
        _show(context, member, found, changed=False, explain=explain)
        return
    _check(found)
    before = fields.line(member, found)
    context.note(human.fields({key: before[key] for key in _BEFORE if before[key] is not None}, reveal=False))
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("pay_confirm"):
        return
    with closing(session.vault.open(pin)) as keys:
        paid = pay.confirm(session, keys, member, found.bill_id)
    _show(context, member, paid, changed=True, explain=explain)


def _check(one: PaymentRequest) -> None:
    """What cannot be paid any more is said before the PIN is asked for."""
    if one.state is PaymentState.EXPIRED:
        raise PaymentExpired(bill=one.bill_id)
    if one.state is PaymentState.WITHDRAWN:
        raise PaymentWithdrawn(bill=one.bill_id)


def _show(context: Context, member: str, one: PaymentRequest, *, changed: bool, explain: bool) -> None:
    words = None
    if context.output == "human" and one.settlement is not None:
        from wallet_cli.render.receipt import receipt

        paid = receipt(one.settlement, explain=explain, written=context.console.written)
        words = "\n".join((text("done" if changed else "unchanged"), paid))
    context.show("payment", fields.confirmed(member, one, changed=changed, explain=explain), human=words)
