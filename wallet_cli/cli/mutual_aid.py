"""`yibao mutual-aid list|add|remove`: 家庭共济, the personal account for relatives. Not the family account."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from wallet_cli.cli import asking, secrets
from wallet_cli.cli.amounts import yuan_to_fen
from wallet_cli.cli.context import current
from wallet_cli.cli.options import IdFd, IdStdin, PinFd, PinStdin, make_app
from wallet_cli.domain.aid import AidRelation, AidRequest, AidState, check_limit
from wallet_cli.domain.identity import IdDocument, Name
from wallet_cli.errors import AidLimitInvalid, Declined
from wallet_cli.locale import text
from wallet_cli.render import aid as shapes
from wallet_cli.usecases import aid, changes
from wallet_cli.usecases.session import held

app = make_app()


@app.command("list", help=text("command.yibao.mutual-aid.list"))
def list_() -> None:
    context = current()
    context.show("mutual-aids", {"mutual_aids": [shapes.link(one) for one in aid.links(context.session)]})
    context.note(text("next.mutual_aid"))


@app.command("add", help=text("command.yibao.mutual-aid.add"))
def add(
    relation: Annotated[AidRelation | None, typer.Option("--relation", help=text("option.aid_relation"))] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=text("option.aid_name"))] = None,
    id_fd: IdFd = None,
    id_stdin: IdStdin = False,
    yearly_limit: Annotated[
        str | None, typer.Option("--yearly-limit", metavar="YUAN", help=text("option.yearly_limit"))
    ] = None,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
) -> None:
    context = current()
    session = context.session
    held(session, "self")
    changes.settle_outbox(session)
    limit = None if yearly_limit is None else yuan_to_fen(yearly_limit, AidLimitInvalid)
    check_limit(limit)
    number = secrets.given("id", id_fd, id_stdin)
    request = AidRequest(
        relation or asking.choice(context, "prompt.aid_relation", "--relation", AidRelation, "relation"),
        asking.words(context, "prompt.aid_name", "--name", Name) if name is None else Name(name),
        asking.document(context, "prompt.aid_id") if number is None else IdDocument(number.reveal().decode()),
        limit,
    )
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("mutual_aid_add"):
        return
    if context.interactive and not context.confirm(text("prompt.aid_add", name=request.name.masked())):
        raise Declined(question="aid_add")
    with closing(session.vault.open(pin)) as keys:
        link, changed = aid.add(session, keys, request)
    context.show("mutual-aid", {"changed": changed, **shapes.link(link)})
    context.note(text("next.mutual_aid"))


@app.command("remove", help=text("command.yibao.mutual-aid.remove"))
def remove(
    aid_id: Annotated[str, typer.Argument(metavar="ID", help=text("option.aid_id"))],
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
) -> None:
    context = current()
    session = context.session
    held(session, "self")
    changes.settle_outbox(session)
    link = aid.named(session, aid_id)
    if link.state is AidState.ENDED:
        context.show("mutual-aid", {"changed": False, **shapes.link(link)})
        return
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("mutual_aid_remove"):
        return
    if context.interactive and not context.confirm(text("prompt.aid_remove", giver=link.giver, user=link.user)):
        raise Declined(question="aid_remove")
    with closing(session.vault.open(pin)) as keys:
        ended, changed = aid.remove(session, keys, link)
    context.show("mutual-aid", {"changed": changed, **shapes.link(ended)})
