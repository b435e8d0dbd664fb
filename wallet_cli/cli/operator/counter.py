"""`yibao-platform counter offer|reset-pin|review|recover`: what agency staff hand out when somebody stands before them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wallet_cli.cli.context import current
from wallet_cli.cli.operator import counter_review, desk, recover
from wallet_cli.cli.operator.desk import PersonArgument, PersonIdFd, PersonIdStdin
from wallet_cli.cli.options import make_app
from wallet_cli.cli.pictures import draw, no_pipe, write_qr
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import Usage
from wallet_cli.locale import text
from wallet_cli.render import shapes

if TYPE_CHECKING:
    from wallet_cli.ports import Offer

app = make_app()
app.command("review", help=text("command.yibao-platform.counter.review"))(counter_review.review)
app.command("recover", help=text("command.yibao-platform.counter.recover"))(recover.recover)


@app.command("offer", help=text("command.yibao-platform.counter.offer"))
def offer(
    person: PersonArgument = None,
    id_fd: PersonIdFd = None,
    id_stdin: PersonIdStdin = False,
    channel: Annotated[Channel, typer.Option("--channel", help=text("option.channel"))] = Channel.COUNTER,
    png: Annotated[Path | None, typer.Option("--png", metavar="FILE", help=text("option.png"))] = None,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help=text("option.svg"))] = None,
) -> None:
    context = current()
    if png is not None and svg is not None:
        raise Usage(kind="exclusive", option="--png, --svg", help="yibao-platform counter offer --help")
    no_pipe(png=png, svg=svg)
    found = desk.person(context, person, id_fd, id_stdin).person
    if context.rehearse("counter_offer"):
        return
    made = context.platform.agency.offer(desk.staff_call(context, change=True), found.psn_no, channel).value
    path = png or svg
    file = {} if path is None else {"file": str(_picture(path, made, drawing=svg is not None))}
    context.show("offer", {"psn_no": found.psn_no, "name": found.name, **shapes.offer(made), **file})
    if path is None:
        draw(context, made.offer, below=11)  # the answer's lines above it, what comes next below
    if not context.options.reveal:
        context.note(text("next.reveal", field=text("field.tx_code")))
    context.note(text("next.offer", offer=made.offer))


def _picture(path: Path, made: Offer, *, drawing: bool) -> Path:
    """The offer alone: its code is told by word, so that a picture passed on opens nothing."""
    from wallet_cli.render.qr import matrix_of

    return write_qr(path, matrix_of(made.offer), made.expires_at, "offer", drawing=drawing)


@app.command("reset-pin", help=text("command.yibao-platform.counter.reset-pin"))
def reset_pin(person: PersonArgument = None, id_fd: PersonIdFd = None, id_stdin: PersonIdStdin = False) -> None:
    context = current()
    found = desk.person(context, person, id_fd, id_stdin).person
    if context.rehearse("counter_reset_pin"):
        return
    made = context.platform.agency.reset_code(desk.staff_call(context, change=True), found.psn_no).value
    context.show("reset-code", {"psn_no": found.psn_no, "name": found.name, **shapes.reset_code(made)})
    if not context.options.reveal:
        context.note(text("next.reveal", field=text("field.code")))
    context.note(text("next.reset_code"))
