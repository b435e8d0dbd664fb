"""`yibao-platform terminal request-payment`: a bill sent to the person's wallet, to be confirmed there."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.operator import presenting
from wallet_cli.cli.operator.presenting import (
    CodeFd,
    CodeFrom,
    Credential,
    CredentialFd,
    CredentialStdin,
    EcToken,
    Image,
    Institution,
    Key,
    Scene,
    Shown,
    Terminal,
)
from wallet_cli.domain.payment import PaymentRequest
from wallet_cli.errors import Usage
from wallet_cli.locale import text
from wallet_cli.ports import Limits
from wallet_cli.render import payment


def register(app: typer.Typer) -> None:
    """Adds the command to `terminal`."""
    app.command("request-payment", help=text("command.yibao-platform.terminal.request-payment"))(request_payment)


def request_payment(
    institution: Institution,
    bill: Annotated[str | None, typer.Option("--bill", metavar="FILE", help=text("option.bill"))] = None,
    terminal: Terminal = "T1",
    code: CodeFrom = None,
    code_fd: CodeFd = None,
    image: Image = None,
    ec_token: EcToken = None,
    credential: Credential = None,
    credential_fd: CredentialFd = None,
    credential_stdin: CredentialStdin = False,
    scene: Scene = "01301",
    expires: Annotated[str, typer.Option("--expires", metavar="DURATION", help=text("option.payment_expires"))] = "30m",
    withdraw: Annotated[str | None, typer.Option("--withdraw", metavar="BILL", help=text("option.withdraw"))] = None,
    key: Key = None,
) -> None:
    context = current()
    presenting.one_of({"--bill": bill, "--withdraw": withdraw})
    used_key = presenting.used_key(context, key)
    call = presenting.call(context, institution, terminal, used_key)
    if withdraw is not None:
        if not context.rehearse("terminal_withdraw_payment"):
            show(context, context.platform.institution.withdraw_payment(call, withdraw).value)
        return
    if bill is None:
        raise Usage(kind="missing_parameter", option="--bill")
    from wallet_cli.cli.operator.bill import read_bill

    shown = Shown(code, code_fd, image, ec_token, credential, credential_fd, credential_stdin)
    shown.check(bill)
    life_s = _life(expires)
    parsed = read_bill(bill)
    presented = shown.read(context)
    if context.rehearse("terminal_request_payment"):
        return
    sent = context.platform.institution.request_payment(call, presented, parsed, scene=scene, life_s=life_s).value
    show(context, sent)
    context.note(text("next.payment", bill=sent.bill_id))


def show(context: Context, one: PaymentRequest) -> None:
    """A bill as its institution sees it."""
    context.show("payment-request", payment.request(one))


def _life(given: str) -> int:
    from wallet_cli.platform.clock import parse_duration

    seconds, limits = parse_duration(given), Limits()
    if not limits.payment_shortest_s <= seconds <= limits.payment_longest_s:
        raise Usage(kind="bad_value", option="--expires")
    return seconds
