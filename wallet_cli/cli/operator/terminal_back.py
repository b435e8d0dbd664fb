"""`yibao-platform terminal refund|reverse`: giving back what was settled, and undoing what nobody knows the end of."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import current
from wallet_cli.cli.operator import presenting
from wallet_cli.cli.operator.presenting import Explain, Institution, Key, Terminal
from wallet_cli.errors import Usage, WalletError
from wallet_cli.locale import text
from wallet_cli.render import payment

SetlId = Annotated[str, typer.Argument(metavar="SETL_ID", help=text("option.setl_id"))]
SetlIdOrKey = Annotated[str | None, typer.Argument(metavar="SETL_ID", help=text("option.setl_id"), show_default=False)]


def register(app: typer.Typer) -> None:
    """Adds the commands to `terminal`."""
    app.command("refund", help=text("command.yibao-platform.terminal.refund"))(refund)
    app.command("reverse", help=text("command.yibao-platform.terminal.reverse"))(reverse)


def refund(
    setl_id: SetlId,
    institution: Institution,
    bill: Annotated[str | None, typer.Option("--bill", metavar="FILE", help=text("option.returned"))] = None,
    terminal: Terminal = "T1",
    key: Key = None,
    explain: Explain = False,
) -> None:
    from wallet_cli.cli.operator.bill import read_bill

    context = current()
    used_key = presenting.used_key(context, key)
    call = presenting.call(context, institution, terminal, used_key)
    returned = None if bill is None else read_bill(bill)
    if context.rehearse("terminal_refund"):
        return
    try:
        made = context.platform.institution.refund(call, setl_id, returned).value
    except WalletError as error:
        presenting.tell_key(context, error, institution, used_key)
        raise
    presenting.show_settlement(context, made, explain=explain, idempotency_key=used_key)


def reverse(
    institution: Institution,
    setl_id: SetlIdOrKey = None,
    terminal: Terminal = "T1",
    key: Annotated[
        str | None, typer.Option("--idempotency-key", metavar="KEY", help=text("option.reversed_key"))
    ] = None,
) -> None:
    context = current()
    if setl_id is None and key is None:
        raise Usage(kind="missing_parameter", option="SETL_ID, --idempotency-key")
    presenting.one_of({"SETL_ID": setl_id, "--idempotency-key": key})
    if key is not None:
        presenting.used_key(context, key)
    call = presenting.call(context, institution, terminal, presenting.used_key(context, None))
    if context.rehearse("terminal_reverse"):
        return
    done = context.platform.institution.reverse(call, setl_id, key).value
    context.show("reversal", payment.reversal(done, key))
    if done.settlement is None and done.changed:
        context.note(text("next.never_seen"))
