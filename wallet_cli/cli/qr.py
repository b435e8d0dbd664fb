"""`yibao qr`: the code on the screen, in a file, or as digits for a program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wallet_cli.cli import pictures, secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.files import write_new
from wallet_cli.cli.options import Member, PinFd, PinStdin, make_app
from wallet_cli.errors import TerminalNone, Usage, WalletError
from wallet_cli.locale import text
from wallet_cli.usecases import present
from wallet_cli.usecases.present import OnlineCode
from wallet_cli.usecases.session import Held, held, vouchers

if TYPE_CHECKING:
    from wallet_cli.ports import Keys
    from wallet_cli.render.qr import TerminalQr
    from wallet_cli.term.accessible import SpokenLabels
    from wallet_cli.term.layout import Labels
    from wallet_cli.term.live import Member as Entry
    from wallet_cli.term.live import Shown
    from wallet_cli.term.tty import Tty

app = make_app()


@app.command()
def qr(
    member: Member = "self",
    png: Annotated[Path | None, typer.Option("--png", metavar="FILE", help=text("option.png"))] = None,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help=text("option.svg"))] = None,
    digits: Annotated[bool, typer.Option("--digits", help=text("option.digits"))] = False,
    barcode: Annotated[bool, typer.Option("--barcode", help=text("option.barcode"))] = False,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
) -> int:
    context = current(member)
    if sum((png is not None, svg is not None, digits)) > 1:
        raise Usage(kind="exclusive", option="--png, --svg, --digits", help="yibao qr --help")
    pictures.no_pipe(png=png, svg=svg)
    if barcode and png is None and svg is None:
        raise Usage(kind="needs", option="--barcode", others="--png, --svg", help="yibao qr --help")
    on_screen = png is None and svg is None and not digits and context.output != "json"
    tty = _terminal(context) if on_screen else None
    found = present.check(context.session, member)
    keys = context.session.vault.open(secrets.pin(context, "pin", pin_fd, pin_stdin))
    try:
        found = present.prepare(context.session, keys, found)
        if tty is not None:
            return _screen(context, tty, keys, found)
        code = present.present(context.session, keys, found)
    finally:
        keys.close()
    if png is not None or svg is not None:
        _write_picture(context, code, png or svg, drawing=svg is not None, barcode=barcode)
    elif digits and context.output != "json":
        context.console.out(code.digits)
    else:
        context.show(
            "qr",
            {
                "code": code.digits,
                "kind": "online",
                "member": code.member,
                "issued_at": code.issued_at,
                "expires_at": code.expires_at,
            },
        )
    return 0


# --- files ------------------------------------------------------------------------------------------------------------


def _write_picture(context: Context, code: OnlineCode, path: Path | None, *, drawing: bool, barcode: bool) -> None:
    from wallet_cli.render.qr import matrix

    assert path is not None
    name = f"yibao-{code.member}"
    if barcode:
        target = _write_barcode(path, code, name, drawing=drawing)
    else:
        target = pictures.write_qr(path, matrix(code.digits), code.expires_at, name, drawing=drawing)
    answer = {"file": str(target), "member": code.member, "issued_at": code.issued_at, "expires_at": code.expires_at}
    context.show("qr-file", answer)


def _write_barcode(path: Path, code: OnlineCode, name: str, *, drawing: bool) -> Path:
    from wallet_cli.render import picture

    expires = code.expires_at.rfc3339()
    target = pictures.dated(path, expires, f"{name}{'.svg' if drawing else '.png'}")
    if drawing:
        data = picture.barcode_svg(code.digits, pictures.caption(expires)).encode()
    else:
        data = picture.barcode_png(code.digits, sandbox=True, expires=expires, metadata=pictures.facts())
    write_new(target, [data])
    return target


# --- the screen -------------------------------------------------------------------------------------------------------


def _terminal(context: Context) -> Tty:
    """Before a PIN is asked for: is there a terminal, and is it large enough. Raises TerminalNone, TerminalSmall."""
    from wallet_cli.term.room import check_room
    from wallet_cli.term.tty import screen_tty

    console = context.console
    if not console.stdout_is_terminal:
        raise TerminalNone
    # Read aloud, nothing is ever drawn over: that asks for no positions.
    aloud = context.accessible
    tty = screen_tty(0, console.stdout.fileno(), console.stdout.encoding, dumb=console.dumb, read_aloud=aloud)
    check_room(tty, _painter(context), beside=not aloud)
    return tty


def _painter(context: Context) -> TerminalQr:
    from wallet_cli.render.qr import TerminalQr

    return TerminalQr(pictures.ink(context))


def _screen(context: Context, tty: Tty, keys: Keys, found: Held) -> int:
    from wallet_cli.render import words
    from wallet_cli.term.accessible import AccessibleShow
    from wallet_cli.term.live import LiveScreen

    session = context.session
    others = [v.alias for v in vouchers(session) if v.alias != found.stored.alias]
    # One that has expired is told when it is its turn: it keeps nobody from the others.
    everyone = [found, *(held(session, alias, expired=True) for alias in others)]
    members = [_member(one) for one in everyone]
    source, painter = _source(context, keys, found.stored.alias), _painter(context)

    def explain(error: WalletError) -> str:
        return words.message(error)

    if context.accessible:
        spoken = AccessibleShow(
            tty,
            painter,
            source=source,
            members=members,
            labels=_spoken(),
            explain=explain,
            clock=session.clock.now,
        )
        return spoken.run()
    screen = LiveScreen(
        tty, painter, source=source, members=members, labels=_labels(), explain=explain, clock=session.clock.now
    )
    return screen.run()


def _source(context: Context, keys: Keys, shown: str) -> Callable[[Entry], Shown]:
    from wallet_cli.term.live import Shown

    prepared = {shown}

    def fresh(member: Entry) -> Shown:
        found = present.check(context.session, member.alias)
        if member.alias not in prepared:
            found = present.prepare(context.session, keys, found)
            prepared.add(member.alias)
        code = present.present(context.session, keys, found)
        return Shown(code.digits, code.issued_at, code.expires_at)

    return fresh


def _member(one: Held) -> Entry:
    from wallet_cli.render import human
    from wallet_cli.term.live import Member as Entry

    name = present.name_of(one)
    who = text("qr.self") if present.is_own(one) else one.stored.alias
    insurance = human.cell("insutype", one.token.insutype, reveal=False)
    return Entry(one.stored.alias, text("qr.title", who=who), name.masked() if name else "", insurance)


def _labels() -> Labels:
    from wallet_cli.term.layout import Labels

    names = ("remaining", "remaining_short", "renew", "next_member", "quit", "expired", "hidden", "small")
    words = {name: text(f"qr.{name}") for name in names}
    return Labels(**words, mark=text("mark.sandbox"), mark_short=text("mark.short"))


def _spoken() -> SpokenLabels:
    from wallet_cli.term.accessible import SpokenLabels

    words = {name: text(f"qr.spoken.{name}") for name in ("intro", "help", "digits", "expired")}
    return SpokenLabels(**words, mark=text("mark.sandbox"))
