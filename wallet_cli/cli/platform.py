"""`yibao platform show`: what stands behind this wallet."""

from __future__ import annotations

from wallet_cli.cli.context import current
from wallet_cli.cli.options import make_app
from wallet_cli.locale import text
from wallet_cli.render import shapes
from wallet_cli.usecases.trust import read_info

app = make_app()


@app.callback()
def platform() -> None:
    """Only so that `show` stays a command of its own."""


@app.command("show", help=text("command.yibao.platform.show"))
def show() -> None:
    context = current()
    context.show("platform", shapes.platform(context.platform.name, read_info(context.session)))
