"""`yibao voucher show|refresh|update|freeze|unfreeze`."""

from __future__ import annotations

from contextlib import closing

from wallet_cli.cli import secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import Member, PinFd, PinStdin, make_app
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import Declined
from wallet_cli.locale import text
from wallet_cli.render import shapes
from wallet_cli.usecases import changes, trust, voucher
from wallet_cli.usecases.session import held

app = make_app()


@app.command("show", help=text("command.yibao.voucher.show"))
def show(member: Member = "self") -> None:
    context = current(member)
    view = voucher.show(context.session, member)
    if view.listed is VoucherState.UNKNOWN:
        context.warn("status_unknown")
    if view.standing.data_changed:
        context.warn("data_changed", whose=context.whose)
    context.show("voucher", shapes.voucher(member, view.held.token, view.standing, view.listed))


@app.command("refresh", help=text("command.yibao.voucher.refresh"))
def refresh(member: Member = "self", pin_fd: PinFd = None, pin_stdin: PinStdin = False) -> None:
    context = current(member)
    session = context.session
    held(session, member)
    changes.settle_outbox(session)
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("voucher_refresh"):
        return
    with context.alone(), closing(session.vault.open(pin)) as keys:
        voucher.refresh(session, keys, member)
    _show_changed(context, member, changed=True)


@app.command("update", help=text("command.yibao.voucher.update"))
def update(member: Member = "self", pin_fd: PinFd = None, pin_stdin: PinStdin = False) -> None:
    context = current(member)
    session = context.session
    trust.pin_platform(session, trust.read_info(session))
    changes.settle_outbox(session)
    if not voucher.needs_update(session, member):
        _show_changed(context, member, changed=False)
        return
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("voucher_update"):
        return
    with context.alone(), closing(session.vault.open(pin)) as keys:
        voucher.update(session, keys, member)
    _show_changed(context, member, changed=True)


@app.command("freeze", help=text("command.yibao.voucher.freeze"))
def freeze() -> None:
    context = current()
    session = context.session
    held(session, "self")
    changes.settle_outbox(session)
    if context.rehearse("voucher_freeze"):
        return
    if context.interactive and not context.confirm(text("prompt.freeze")):
        raise Declined(question="freeze")
    changed = voucher.freeze(session)
    context.show("voucher-state", {"changed": changed, "state": VoucherState.SUSPENDED})


@app.command("unfreeze", help=text("command.yibao.voucher.unfreeze"))
def unfreeze(pin_fd: PinFd = None, pin_stdin: PinStdin = False) -> None:
    context = current()
    session = context.session
    held(session, "self")
    changes.settle_outbox(session)
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("voucher_unfreeze"):
        return
    with closing(session.vault.open(pin)) as keys:
        changed = voucher.unfreeze(session, keys)
    context.show("voucher-state", {"changed": changed, "state": VoucherState.VALID})


def _show_changed(context: Context, member: str, *, changed: bool) -> None:
    view = voucher.show(context.session, member)
    context.show("voucher", {"changed": changed, **shapes.voucher(member, view.held.token, view.standing, view.listed)})
