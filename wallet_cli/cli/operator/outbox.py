"""`yibao-platform outbox`: the text messages that a sandbox only pretends to send."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import current
from wallet_cli.cli.operator import desk
from wallet_cli.cli.options import make_app
from wallet_cli.locale import text
from wallet_cli.render import shapes

app = make_app()


@app.command()
def outbox(
    limit: Annotated[int, typer.Option("--limit", min=1, max=desk.PAGE, help=text("option.limit"))] = 20,
) -> None:
    context = current()
    found = desk.sandbox_of(context).outbox(limit=limit)
    context.show("outbox", shapes.listed("messages", (shapes.message(one) for one in found)))
    if found and not context.options.reveal:
        context.note(text("next.reveal", field=text("field.code")))
