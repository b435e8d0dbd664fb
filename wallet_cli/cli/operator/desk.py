"""Who acts, and whom they mean: what the commands of the other side share. A whole ID number never stands on argv."""

from __future__ import annotations

from typing import Annotated, TypeVar

import click
import typer

from wallet_cli.cli import secrets
from wallet_cli.cli.context import Context
from wallet_cli.domain.identity import IdDocument
from wallet_cli.errors import IdInvalid, NotEnabled, SecretSource, Usage
from wallet_cli.locale import text
from wallet_cli.ports import Call, InstitutionCredential, OperatorCredential, PersonView, Sandbox

T = TypeVar("T")
PAGE = 500
INSUTYPES = ("310", "390")

PersonArgument = Annotated[str | None, typer.Argument(metavar="PERSON", help=text("option.person"), show_default=False)]
PersonIdFd = Annotated[int | None, typer.Option("--id-fd", metavar="N", help=text("option.person_id"))]
PersonIdStdin = Annotated[bool, typer.Option("--id-stdin", help=text("option.person_id"))]
Region = Annotated[str, typer.Option("--region", metavar="CODE", help=text("option.person_region"))]
Insutype = Annotated[str, typer.Option("--insutype", click_type=click.Choice(INSUTYPES), help=text("option.insutype"))]


def staff_call(context: Context, *, change: bool = False) -> Call:
    """An envelope of the named member of staff; a change gets a fresh idempotency key."""
    who = OperatorCredential(str(context.setting("operator").value))
    return Call(who, new_key(context) if change else None, deadline(context))


def terminal_call(context: Context, institution: str, terminal: str, key: str | None = None) -> Call:
    """An envelope of an institution's terminal and the named person at it."""
    operator = str(context.setting("operator").value)
    return Call(InstitutionCredential(institution, terminal, operator), key, deadline(context))


def new_key(context: Context) -> str:
    """A fresh idempotency key: 32 hex digits."""
    return context.random.bytes(16).hex()


def deadline(context: Context) -> float:
    """Seconds a call may take."""
    return float(context.setting("timeout").value)


def sandbox_of(context: Context) -> Sandbox:
    """The tester's side. Raises NotEnabled(what=sandbox) at a platform that is none."""
    found = context.platform.sandbox
    if found is None:
        raise NotEnabled(what="sandbox")
    return found


def person(context: Context, asked: str | None, id_fd: int | None, id_stdin: bool) -> PersonView:
    """The one person meant, by PERSON (number, name or phone) or by ID number from its own source.

    Raises PersonUnknown; Usage where neither or both are given; SecretSource for an ID number on argv.
    """
    document = secrets.given("id", id_fd, id_stdin)
    if document is not None:
        if asked is not None:
            raise Usage(kind="exclusive", option="PERSON, --id-fd")
        asked = IdDocument(document.reveal().decode()).reveal()
    elif asked is None:
        raise Usage(kind="missing_parameter", option="PERSON")
    else:
        refuse_id(asked, "PERSON", "--id-fd")
    return context.platform.agency.person(staff_call(context), asked).value


def refuse_id(words: str, option: str, instead: str) -> None:
    """Raises SecretSource for a whole ID number on the command line, where every other process may read it."""
    try:
        IdDocument(words)
    except IdInvalid:
        return
    raise SecretSource(option=option, reason="argv", instead=instead)
