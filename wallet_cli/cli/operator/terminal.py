"""`yibao-platform terminal verify|settle|query|refund|reverse|request-payment`: a hospital's or pharmacy's terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import current
from wallet_cli.cli.operator import presenting, terminal_back, terminal_payment
from wallet_cli.cli.operator.presenting import (
    BillFile,
    CodeFd,
    CodeFrom,
    Credential,
    CredentialFd,
    CredentialStdin,
    EcToken,
    Explain,
    Image,
    Institution,
    Key,
    Scene,
    Shown,
    Terminal,
)
from wallet_cli.cli.options import make_app
from wallet_cli.errors import Usage, WalletError
from wallet_cli.locale import text
from wallet_cli.render import shapes

app = make_app()


@app.command("verify", help=text("command.yibao-platform.terminal.verify"))
def verify(
    institution: Institution,
    terminal: Terminal = "T1",
    code: CodeFrom = None,
    code_fd: CodeFd = None,
    image: Image = None,
    scene: Scene = "01301",
    key: Key = None,
) -> None:
    context = current()
    call = presenting.call(context, institution, terminal, presenting.used_key(context, key))
    presenting.one_of({"--code": code, "--code-fd": code_fd, "--image": image})
    digits = presenting.online_code(context, code, code_fd, image)
    if context.rehearse("terminal_verify"):
        return
    context.show("verification", shapes.verified(context.platform.institution.verify(call, digits, scene).value))


@app.command("settle", help=text("command.yibao-platform.terminal.settle"))
def settle(
    institution: Institution,
    bill: BillFile,
    terminal: Terminal = "T1",
    code: CodeFrom = None,
    code_fd: CodeFd = None,
    image: Image = None,
    ec_token: EcToken = None,
    credential: Credential = None,
    credential_fd: CredentialFd = None,
    credential_stdin: CredentialStdin = False,
    visit: Annotated[str | None, typer.Option("--visit", metavar="MDTRT_ID", help=text("option.visit"))] = None,
    agent_fd: Annotated[int | None, typer.Option("--agent-fd", metavar="N", help=text("option.agent_fd"))] = None,
    agent_stdin: Annotated[bool, typer.Option("--agent-stdin", help=text("option.agent_fd"))] = False,
    key: Key = None,
    preview: Annotated[bool, typer.Option("--preview", help=text("option.preview"))] = False,
    explain: Explain = False,
) -> None:
    from wallet_cli.cli.operator.bill import read_bill

    context = current()
    shown = Shown(code, code_fd, image, ec_token, credential, credential_fd, credential_stdin)
    shown.check(bill, agent_stdin=agent_stdin)
    used_key = presenting.used_key(context, key)
    call = presenting.call(context, institution, terminal, used_key)
    # The bill first: a bad one must not use up the patient's code.
    parsed = read_bill(bill)
    presented, agent = shown.read(context), presenting.agent(agent_fd, agent_stdin)
    if context.rehearse("terminal_settle"):
        return
    try:
        settled = context.platform.institution.settle(
            call, presented, parsed, preview=preview, mdtrt_id=visit, agent=agent
        ).value
    except WalletError as error:
        presenting.tell_key(context, error, institution, used_key)
        raise
    presenting.show_settlement(context, settled, explain=explain, idempotency_key=used_key)


@app.command("query", help=text("command.yibao-platform.terminal.query"))
def query(
    institution: Institution,
    setl_id: Annotated[
        str | None, typer.Argument(metavar="SETL_ID", help=text("option.setl_id"), show_default=False)
    ] = None,
    terminal: Terminal = "T1",
    bill_id: Annotated[str | None, typer.Option("--bill-id", metavar="BILL", help=text("option.bill_id"))] = None,
    key: Key = None,
    explain: Explain = False,
) -> None:
    context = current()
    given = {"SETL_ID": setl_id, "--bill-id": bill_id, "--idempotency-key": key}
    if not any(given.values()):
        raise Usage(kind="missing_parameter", option=", ".join(given))
    presenting.one_of(given)
    call = presenting.call(context, institution, terminal)
    if bill_id is not None:
        terminal_payment.show(context, context.platform.institution.payment_status(call, bill_id).value)
        return
    found = context.platform.institution.query(call, setl_id, key).value
    presenting.show_settlement(context, found, explain=explain)


terminal_back.register(app)
terminal_payment.register(app)
