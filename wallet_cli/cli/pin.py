"""`yibao pin set|change|reset`: the PIN passes through here unopened."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli import face, secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import (
    CodeFd,
    CodeStdin,
    NewPinFd,
    NewPinStdin,
    PinFd,
    PinStdin,
    SandboxAuto,
    make_app,
)
from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.errors import ActivationUnfinished, AlreadyActivated, NotActivated, PinLocked, PinWrong
from wallet_cli.locale import text
from wallet_cli.ports import ActivationStep, PinState, StoreState
from wallet_cli.render import shapes
from wallet_cli.usecases import activate as activation
from wallet_cli.usecases import changes, reset
from wallet_cli.usecases import pin as pins
from wallet_cli.usecases.activate import Progress
from wallet_cli.usecases.session import Session, held

app = make_app()


@app.command("set", help=text("command.yibao.pin.set"))
def set_(pin_fd: PinFd = None, pin_stdin: PinStdin = False) -> None:
    context = current()
    session = context.session
    if session.vault.state() is not StoreState.READY:
        held(session, "self", expired=True)
    changes.settle_outbox(session)
    unfinished = _to_finish(session)
    if session.vault.pin_status().state is not PinState.UNSET:
        if unfinished is not None:
            raise ActivationUnfinished(step=unfinished.step.value)
        raise AlreadyActivated(fix=("yibao pin change",), what="pin")
    new = secrets.new_pin(context, pin_fd, pin_stdin, check=lambda pin: pins.check_new(session, pin))
    if context.rehearse("pin_set"):
        return
    keys = session.vault.set_pin(new, context.now())
    try:
        if unfinished is not None:
            activation.issue(session, unfinished, keys)
    finally:
        keys.close()
    _show(context, session, changed=True)


def _to_finish(session: Session) -> Progress | None:
    """The activation that only lacks its PIN, None once it is finished. Raises NotActivated, ActivationUnfinished."""
    if activation.is_active(session):
        return None
    unfinished = activation.progress(session)
    if unfinished is None:
        raise NotActivated(profile=session.profile)
    if unfinished.step is not ActivationStep.ISSUE:
        raise ActivationUnfinished(step=unfinished.step.value)
    return unfinished


@app.command("change", help=text("command.yibao.pin.change"))
def change(
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
    new_pin_fd: NewPinFd = None,
    new_pin_stdin: NewPinStdin = False,
) -> None:
    context = current()
    session = context.session
    held(session, "self", expired=True)
    changes.settle_outbox(session)
    old = secrets.pin(context, "old_pin", pin_fd, pin_stdin)
    new = secrets.new_pin(context, new_pin_fd, new_pin_stdin, "new-pin", check=lambda pin: pins.check_new(session, pin))
    if context.rehearse("pin_change"):
        return
    pins.change(session, old, new)
    _show(context, session, changed=True)


@app.command("reset", help=text("command.yibao.pin.reset"))
def reset_(
    code_fd: CodeFd = None,
    code_stdin: CodeStdin = False,
    new_pin_fd: NewPinFd = None,
    new_pin_stdin: NewPinStdin = False,
    sandbox_auto: SandboxAuto = False,
    counter: Annotated[bool, typer.Option("--counter", help=text("option.counter"))] = False,
) -> None:
    context = current()
    session = context.session
    held(session, "self", expired=True)
    code = _counter_code(context, code_fd, code_stdin, counter)
    new = secrets.new_pin(context, new_pin_fd, new_pin_stdin, "new-pin", check=lambda pin: pins.check_new(session, pin))
    if context.rehearse("pin_reset"):
        return
    # One at a time: a second one would put its own keys in the place of those the platform is binding vouchers to.
    with context.alone():
        _reset(context, session, code, new, auto=sandbox_auto)


def _reset(context: Context, session: Session, code: TextCode | None, new: Pin, *, auto: bool) -> None:
    interrupted = session.vault.reset_pending()
    finished = changes.settle_outbox(session) > 0 and interrupted
    if (finished or reset.is_done(session, code)) and _opens(session, new):
        _show(context, session, changed=finished)
        return
    check = None
    if code is None:
        check = reset.begin_face(session)
        again = "yibao pin reset"
        face.pass_face(context, session, check, lambda: reset.poll_face(session, check), auto=auto, again=again)
    leave = reset.ticket(session, code=code, face=check)
    brought_back = reset.complete(session, leave, new, by_code=code is not None)
    _show(context, session, changed=True, vouchers=len(brought_back))


def _counter_code(context: Context, fd: int | None, stdin: bool, counter: bool) -> TextCode | None:
    if fd is None and not stdin and not counter:
        return None
    return secrets.text_code(context, "reset_code", fd, stdin, "code")


def _opens(session: Session, pin: Pin) -> bool:
    """Whether the reset that an earlier run finished, or left for this one, had been given this very PIN."""
    try:
        keys = session.vault.open(pin)
    except (PinWrong, PinLocked):
        return False
    try:
        reset.fetch_secrets(session, keys)
    finally:
        keys.close()
    return True


def _show(context: Context, session: Session, *, changed: bool, vouchers: int | None = None) -> None:
    data = {"changed": changed, **shapes.pin(session.vault.pin_status())}
    if vouchers is not None:
        data["vouchers"] = vouchers
    context.show("pin", data)
