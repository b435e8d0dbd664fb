"""What the patient shows at a terminal, and who else is named on its command line: options and how they are read.

Codes, card numbers and ID numbers come from a scanner, a descriptor, standard input or a prompt; never from argv.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import click
import typer

from wallet_cli.cli import secrets
from wallet_cli.cli.context import Context
from wallet_cli.cli.operator import desk
from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.settlement import Settlement
from wallet_cli.domain.value import Value
from wallet_cli.errors import SecretSource, Usage, WalletError
from wallet_cli.locale import text
from wallet_cli.ports import Call, Presented
from wallet_cli.render import shapes
from wallet_cli.term import sources

SCENES = ("01101", "01103", "01301", "01302", "02121")
CARD, ID_CARD = "card", "id-card"
MAX_KEY = 128
_UNKNOWN_OUTCOME = frozenset({"PLATFORM_UNREACHABLE", "PLATFORM_ERROR", "PLATFORM_BUSY", "IN_PROGRESS"})

Institution = Annotated[str, typer.Option("--institution", metavar="CODE", help=text("option.institution"))]
Terminal = Annotated[str, typer.Option("--terminal", metavar="ID", help=text("option.terminal"))]
CodeFrom = Annotated[str | None, typer.Option("--code", metavar="-", help=text("option.code_from"))]
CodeFd = Annotated[int | None, typer.Option("--code-fd", metavar="N", help=text("option.online_code_fd"))]
Image = Annotated[str | None, typer.Option("--image", metavar="PNG", help=text("option.image"))]
EcToken = Annotated[str | None, typer.Option("--ec-token", metavar="TOKEN", help=text("option.ec_token"))]
Credential = Annotated[
    str | None, typer.Option("--credential", click_type=click.Choice((CARD, ID_CARD)), help=text("option.credential"))
]
CredentialFd = Annotated[int | None, typer.Option("--credential-fd", metavar="N", help=text("option.credential_fd"))]
CredentialStdin = Annotated[bool, typer.Option("--credential-stdin", help=text("option.credential_fd"))]
Scene = Annotated[str, typer.Option("--scene", click_type=click.Choice(SCENES), help=text("option.scene"))]
BillFile = Annotated[str, typer.Option("--bill", metavar="FILE", help=text("option.bill"))]
Key = Annotated[str | None, typer.Option("--idempotency-key", metavar="KEY", help=text("option.idempotency_key"))]
Explain = Annotated[bool, typer.Option("--explain", help=text("option.explain"))]


class Shown(Value):
    """The options by which a patient shows who they are: at most one of code, image, token and credential."""

    code: str | None
    code_fd: int | None
    image: str | None
    ec_token: str | None
    credential: str | None
    credential_fd: int | None
    credential_stdin: bool

    def check(self, bill: str, *, agent_stdin: bool = False) -> None:
        """Raises Usage where two sources of the same thing stand, two things out of standard input, or one of nothing."""
        from wallet_cli.cli.operator.bill import STDIN

        one_of(
            {
                "--code": self.code,
                "--code-fd": self.code_fd,
                "--image": self.image,
                "--ec-token": self.ec_token,
                "--credential": self.credential,
            }
        )
        one_of(
            {
                "--bill -": bill == STDIN or None,
                "--code -": self.code == STDIN or None,
                "--credential-stdin": self.credential_stdin or None,
                "--agent-stdin": agent_stdin or None,
            }
        )
        if self.credential is None and (self.credential_fd is not None or self.credential_stdin):
            raise Usage(kind="missing_parameter", option="--credential")

    def read(self, context: Context) -> Presented:
        """What was shown, read from where it comes from."""
        if self.credential is not None:
            return _credential(context, self.credential, self.credential_fd, self.credential_stdin)
        if self.ec_token is not None:
            return Presented(ec_token=self.ec_token)
        return Presented(code=online_code(context, self.code, self.code_fd, self.image))


def one_of(given: Mapping[str, object]) -> None:
    """Raises Usage(kind=exclusive) where two sources of the same thing stand."""
    names = [name for name, value in given.items() if value is not None]
    if len(names) > 1:
        raise Usage(kind="exclusive", option=", ".join(names))


def terminal_name(name: str) -> str:
    if not (1 <= len(name) <= 32 and name.isprintable() and name.strip() == name):
        raise Usage(kind="bad_value", option="--terminal")
    return name


def used_key(context: Context, given: str | None) -> str:
    """The idempotency key asked for, or a fresh one."""
    if given is None:
        return desk.new_key(context)
    if not (1 <= len(given) <= MAX_KEY and given.isascii() and given.isprintable()):
        raise Usage(kind="bad_value", option="--idempotency-key")
    return given


def online_code(context: Context, code: str | None, code_fd: int | None, image: str | None) -> str:
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


def agent(fd: int | None, stdin: bool) -> Presented | None:
    """Who collects for the patient, by their own ID number; None where nobody does."""
    found = secrets.given("agent", fd, stdin)
    return None if found is None else Presented(document=IdDocument(found.reveal().decode()))


def tell_key(context: Context, error: WalletError, institution: str, key: str) -> None:
    """Where nobody knows whether it was carried out, the key is what to ask with: never send it again blindly."""
    if error.code in _UNKNOWN_OUTCOME:
        error.data["idempotency_key"] = key
        context.note(text("next.query", institution=institution, idempotency_key=key))


def call(context: Context, institution: str, terminal: str, key: str | None = None) -> Call:
    """An envelope of the institution's terminal. Raises Usage for a name that no terminal has."""
    return desk.terminal_call(context, institution, terminal_name(terminal), key)


def show_settlement(
    context: Context, settled: Settlement, *, explain: bool, idempotency_key: str | None = None
) -> None:
    """A settlement or refund: its receipt for people. Says so where the patient has filed another place than this."""
    words = None
    for step in settled.steps:
        if step.rule == "filed_elsewhere":
            from wallet_cli.render.filing import name

            filed, here = name(str(step.values["filed_elsewhere"])), name(settled.mdtrtarea_admvs)
            context.warn("filed_elsewhere", filed=filed, here=here)
    if context.output == "human":
        from wallet_cli.render.receipt import receipt

        words = receipt(settled, explain=explain, written=context.console.written)
    more = {} if idempotency_key is None else {"idempotency_key": idempotency_key}
    context.show("settlement", {**shapes.settlement(settled, explain=explain), **more}, human=words)
