"""`yibao card show|report-lost|reissue`: the physical card. The voucher keeps working throughout."""

from __future__ import annotations

from wallet_cli.cli.context import current
from wallet_cli.cli.options import Member, make_app
from wallet_cli.errors import Declined
from wallet_cli.locale import text
from wallet_cli.render import shapes
from wallet_cli.usecases import card, changes

app = make_app()


@app.command("show", help=text("command.yibao.card.show"))
def show(member: Member = "self") -> None:
    context = current(member)
    context.show("card", shapes.card(member, card.show(context.session, member)))


@app.command("report-lost", help=text("command.yibao.card.report-lost"))
def report_lost(member: Member = "self") -> None:
    context = current(member)
    card.show(context.session, member)
    changes.settle_outbox(context.session)
    if context.rehearse("card_report_lost"):
        return
    if context.interactive and not context.confirm(text("prompt.card_lost")):
        raise Declined(question="card_lost")
    found, changed = card.report_lost(context.session, member)
    context.show("card", {"changed": changed, **shapes.card(member, found)})
    context.note(text("next.card_lost", whose=context.whose))


@app.command("reissue", help=text("command.yibao.card.reissue"))
def reissue(member: Member = "self") -> None:
    context = current(member)
    card.show(context.session, member)
    changes.settle_outbox(context.session)
    if context.rehearse("card_reissue"):
        return
    context.show("card", {"changed": True, **shapes.card(member, card.reissue(context.session, member))})
