"""`yibao balance`: personal account and what the pooled fund has paid this year. No PIN."""

from __future__ import annotations

from wallet_cli.cli.context import current
from wallet_cli.cli.options import Member, make_app
from wallet_cli.render import shapes
from wallet_cli.usecases.queries import balances

app = make_app()


@app.command()
def balance(member: Member = "self") -> None:
    context = current(member)
    found = balances(context.session, member)
    context.show("balance", shapes.listed("accounts", (shapes.account(one.member, one.account) for one in found)))
