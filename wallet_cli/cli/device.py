"""`yibao device list|revoke`: a lost phone or computer is shut out here."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from wallet_cli.cli import secrets
from wallet_cli.cli.context import current
from wallet_cli.cli.options import PinFd, PinStdin, make_app
from wallet_cli.errors import Declined
from wallet_cli.locale import text
from wallet_cli.render import shapes
from wallet_cli.usecases import changes, device

app = make_app()


@app.command("list", help=text("command.yibao.device.list"))
def list_() -> None:
    context = current()
    context.show("devices", shapes.listed("devices", (shapes.device(one) for one in device.devices(context.session))))


@app.command("revoke", help=text("command.yibao.device.revoke"))
def revoke(
    device_id: Annotated[str, typer.Argument(metavar="DEVICE", help=text("option.device_id"))],
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
) -> None:
    context = current()
    session = context.session
    found = device.named(session, device_id)
    changes.settle_outbox(session)
    if found.revoked:
        context.show("device", {"changed": False, **shapes.device(found)})
        return
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("device_revoke"):
        return
    if context.interactive and not context.confirm(text("prompt.revoke", name=found.name)):
        raise Declined(question="revoke")
    with closing(session.vault.open(pin)) as keys:
        revoked, changed = device.revoke(session, keys, found)
    context.show("device", {"changed": changed, **shapes.device(revoked)})
