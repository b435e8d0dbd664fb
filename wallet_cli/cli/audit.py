"""`yibao audit show|verify`: what this wallet did, and whether the record of it is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import make_app
from wallet_cli.errors import NotActivated
from wallet_cli.locale import text
from wallet_cli.ports import AuditRecord, StoreState
from wallet_cli.render import shapes

app = make_app()


@app.command("show", help=text("command.yibao.audit.show"))
def show(
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))] = 100,
) -> None:
    context = current()
    found = _records(context)[-limit:]
    context.show("audit", shapes.listed("acts", (shapes.audit_record(one) for one in found)))


@app.command("verify", help=text("command.yibao.audit.verify"))
def verify() -> None:
    context = current()
    context.show("audit-verify", {"whole": True, "records": len(_records(context))})


def _records(context: Context) -> list[AuditRecord]:
    if context.vault.state() is not StoreState.READY:
        raise NotActivated(profile=context.profile)
    return list(context.vault.audit())
