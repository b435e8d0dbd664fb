"""`yibao-platform counter offer|reset-pin|review|recover`: what agency staff hand out when somebody stands before them."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import current
from wallet_cli.cli.operator import counter_review, desk, recover
from wallet_cli.cli.operator.desk import PersonArgument, PersonIdFd, PersonIdStdin
from wallet_cli.cli.options import make_app
from wallet_cli.domain.voucher import Channel
from wallet_cli.locale import text
from wallet_cli.render import shapes

app = make_app()
app.command("review", help=text("command.yibao-platform.counter.review"))(counter_review.review)
app.command("recover", help=text("command.yibao-platform.counter.recover"))(recover.recover)


@app.command("offer", help=text("command.yibao-platform.counter.offer"))
def offer(
    person: PersonArgument = None,
    id_fd: PersonIdFd = None,
    id_stdin: PersonIdStdin = False,
    channel: Annotated[Channel, typer.Option("--channel", help=text("option.channel"))] = Channel.COUNTER,
) -> None:
    context = current()
    found = desk.person(context, person, id_fd, id_stdin).person
    if context.rehearse("counter_offer"):
        return
    made = context.platform.agency.offer(desk.staff_call(context, change=True), found.psn_no, channel).value
    context.show("offer", {"psn_no": found.psn_no, "name": found.name, **shapes.offer(made)})
    if not context.options.reveal:
        context.note(text("next.reveal", field="tx_code"))
    context.note(text("next.offer", offer=made.offer))


@app.command("reset-pin", help=text("command.yibao-platform.counter.reset-pin"))
def reset_pin(person: PersonArgument = None, id_fd: PersonIdFd = None, id_stdin: PersonIdStdin = False) -> None:
    context = current()
    found = desk.person(context, person, id_fd, id_stdin).person
    if context.rehearse("counter_reset_pin"):
        return
    made = context.platform.agency.reset_code(desk.staff_call(context, change=True), found.psn_no).value
    context.show("reset-code", {"psn_no": found.psn_no, "name": found.name, **shapes.reset_code(made)})
    if not context.options.reveal:
        context.note(text("next.reveal", field="code"))
    context.note(text("next.reset_code"))
