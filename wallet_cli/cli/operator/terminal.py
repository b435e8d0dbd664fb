"""`yibao-platform terminal verify|settle|query`: what a hospital's or pharmacy's terminal does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import click
import typer

from wallet_cli.cli import secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.operator import desk
from wallet_cli.cli.options import make_app
from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.settlement import Settlement
from wallet_cli.errors import SecretSource, Usage, WalletError
from wallet_cli.locale import text
from wallet_cli.ports import Presented
from wallet_cli.render import shapes
from wallet_cli.term import sources

app = make_app()

SCENES = ("01101", "01103", "01301", "01302", "02121")
CARD, ID_CARD = "card", "id-card"
MAX_KEY = 128
_UNKNOWN_OUTCOME = frozenset({"PLATFORM_UNREACHABLE", "PLATFORM_ERROR", "PLATFORM_BUSY", "IN_PROGRESS"})

Institution = Annotated[str, typer.Option("--institution", metavar="CODE", help=text("option.institution"))]
Terminal = Annotated[str, typer.Option("--terminal", metavar="ID", help=text("option.terminal"))]
CodeFrom = Annotated[str | None, typer.Option("--code", metavar="-", help=text("option.code_from"))]
CodeFd = Annotated[int | None, typer.Option("--code-fd", metavar="N", help=text("option.online_code_fd"))]
Image = Annotated[str | None, typer.Option("--image", metavar="PNG", help=text("option.image"))]
Key = Annotated[str | None, typer.Option("--idempotency-key", metavar="KEY", help=text("option.idempotency_key"))]
Explain = Annotated[bool, typer.Option("--explain", help=text("option.explain"))]


@app.command("verify", help=text("command.yibao-platform.terminal.verify"))
def verify(
    institution: Institution,
    terminal: Terminal = "T1",
    code: CodeFrom = None,
    code_fd: CodeFd = None,
    image: Image = None,
    scene: Annotated[
        str, typer.Option("--scene", click_type=click.Choice(SCENES), help=text("option.scene"))
    ] = "01301",
    key: Key = None,
) -> None:
    context = current()
    call = desk.terminal_call(context, institution, _terminal(terminal), _key(context, key))
    _one_of({"--code": code, "--code-fd": code_fd, "--image": image})
    digits = _online_code(context, code, code_fd, image)
    if context.rehearse("terminal_verify"):
        return
    context.show("verification", shapes.verified(context.platform.institution.verify(call, digits, scene).value))


@app.command("settle", help=text("command.yibao-platform.terminal.settle"))
def settle(
    institution: Institution,
    bill: Annotated[str, typer.Option("--bill", metavar="FILE", help=text("option.bill"))],
    terminal: Terminal = "T1",
    code: CodeFrom = None,
    code_fd: CodeFd = None,
    image: Image = None,
    ec_token: Annotated[str | None, typer.Option("--ec-token", metavar="TOKEN", help=text("option.ec_token"))] = None,
    credential: Annotated[
        str | None,
        typer.Option("--credential", click_type=click.Choice((CARD, ID_CARD)), help=text("option.credential")),
    ] = None,
    credential_fd: Annotated[
        int | None, typer.Option("--credential-fd", metavar="N", help=text("option.credential_fd"))
    ] = None,
    credential_stdin: Annotated[bool, typer.Option("--credential-stdin", help=text("option.credential_fd"))] = False,
    key: Key = None,
    preview: Annotated[bool, typer.Option("--preview", help=text("option.preview"))] = False,
    explain: Explain = False,
) -> None:
    from wallet_cli.cli.operator.bill import STDIN, read_bill

    context = current()
    given = {"--code": code, "--code-fd": code_fd, "--image": image, "--ec-token": ec_token, "--credential": credential}
    _one_of(given)
    if bill == STDIN and (code is not None or credential_stdin):
        raise Usage(kind="exclusive", option=f"--bill -, {'--credential-stdin' if code is None else '--code -'}")
    if credential is None and (credential_fd is not None or credential_stdin):
        raise Usage(kind="missing_parameter", option="--credential")
    used_key = _key(context, key)
    call = desk.terminal_call(context, institution, _terminal(terminal), used_key)
    # The bill first: a bad one must not use up the patient's code.
    parsed = read_bill(bill)
    if credential is not None:
        presented = _credential(context, credential, credential_fd, credential_stdin)
    elif ec_token is not None:
        presented = Presented(ec_token=ec_token)
    else:
        presented = Presented(code=_online_code(context, code, code_fd, image))
    if context.rehearse("terminal_settle"):
        return
    try:
        settled = context.platform.institution.settle(call, presented, parsed, preview=preview).value
    except WalletError as error:
        _tell_key(context, error, institution, used_key)
        raise
    _show(context, settled, explain, {"idempotency_key": used_key})


@app.command("query", help=text("command.yibao-platform.terminal.query"))
def query(
    institution: Institution,
    setl_id: Annotated[
        str | None, typer.Argument(metavar="SETL_ID", help=text("option.setl_id"), show_default=False)
    ] = None,
    terminal: Terminal = "T1",
    key: Key = None,
    explain: Explain = False,
) -> None:
    context = current()
    if setl_id is None and key is None:
        raise Usage(kind="missing_parameter", option="SETL_ID, --idempotency-key")
    _one_of({"SETL_ID": setl_id, "--idempotency-key": key})
    call = desk.terminal_call(context, institution, _terminal(terminal))
    _show(context, context.platform.institution.query(call, setl_id, key).value, explain, {})


def _one_of(given: Mapping[str, object]) -> None:
    """Raises Usage(kind=exclusive) where two sources of the same thing stand."""
    names = [name for name, value in given.items() if value is not None]
    if len(names) > 1:
        raise Usage(kind="exclusive", option=", ".join(names))


def _terminal(name: str) -> str:
    if not (1 <= len(name) <= 32 and name.isprintable() and name.strip() == name):
        raise Usage(kind="bad_value", option="--terminal")
    return name


def _key(context: Context, given: str | None) -> str:
    """The idempotency key asked for, or a fresh one."""
    if given is None:
        return desk.new_key(context)
    if not (1 <= len(given) <= MAX_KEY and given.isascii() and given.isprintable()):
        raise Usage(kind="bad_value", option="--idempotency-key")
    return given


def _online_code(context: Context, code: str | None, code_fd: int | None, image: str | None) -> str:
    """28 digits as the scanner gave them: the platform judges their form. At a terminal, a hand scanner types them."""
    if image is not None:
        from wallet_cli.cli.operator.scan import read_code

        return read_code(image)
    if code not in (None, "-"):
        # A good code is as good as the person's presence, and argv is everybody's to read.
        raise SecretSource(option="--code", reason="argv", instead="--code -")
    if code_fd is not None:
        found = sources.read_secret_fd(code_fd, "--code-fd")
    elif code is not None:
        found = sources.read_secret_stdin("--code -")
    else:
        context.need_input("--code -")
        found = context.prompter.secret(text("prompt.scan"), "--code -")
    return found.reveal().decode()


def _credential(context: Context, kind: str, fd: int | None, stdin: bool) -> Presented:
    """A card's number or an ID number, from its own source or a prompt."""
    found = secrets.given("credential", fd, stdin)
    if found is None:
        context.need_input("--credential-fd")
        prompt = "prompt.card_number" if kind == CARD else "prompt.id_number"
        found = context.prompter.secret(text(prompt), "--credential-fd")
    if kind == CARD:
        return Presented(card=found)
    return Presented(document=IdDocument(found.reveal().decode()))


def _tell_key(context: Context, error: WalletError, institution: str, key: str) -> None:
    """Where nobody knows whether the bill was settled, the key is what to ask with: never settle again blindly."""
    if error.code in _UNKNOWN_OUTCOME:
        error.data["idempotency_key"] = key
        context.note(text("next.query", institution=institution, idempotency_key=key))


def _show(context: Context, settled: Settlement, explain: bool, more: dict[str, str]) -> None:
    words = None
    if context.output == "human":
        from wallet_cli.render.receipt import receipt

        words = receipt(settled, explain=explain)
    context.show("settlement", {**shapes.settlement(settled, explain=explain), **more}, human=words)
