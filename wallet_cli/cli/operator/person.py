"""`yibao-platform person add|change|list|show|import`: the register of insured people, all of them made up."""

from __future__ import annotations

from typing import Annotated

import click
import typer

from wallet_cli.cli import secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.operator import desk
from wallet_cli.cli.operator.desk import INSUTYPES, Insutype, PersonArgument, PersonIdFd, PersonIdStdin, Region
from wallet_cli.cli.options import make_app
from wallet_cli.cli.places import region_of
from wallet_cli.domain.identity import IdDocument, Name, Phone, Sex
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.time import is_day
from wallet_cli.errors import Usage
from wallet_cli.locale import text
from wallet_cli.ports import Page, PersonChange, PersonDraft, PersonView
from wallet_cli.render import shapes
from wallet_cli.usecases.paging import everything

app = make_app()

SEXES = {"male": Sex.MALE, "female": Sex.FEMALE}
_CHANGES = "--name, --phone, --region, --insutype, --insured, --new-id-fd, --deceased"


@app.command("add", help=text("command.yibao-platform.person.add"))
def add(
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=text("option.person_name"))],
    phone: Annotated[str, typer.Option("--phone", metavar="NUMBER", help=text("option.person_phone"))],
    region: Region,
    insutype: Insutype,
    birth_date: Annotated[
        str | None, typer.Option("--birth-date", metavar="YYYY-MM-DD", help=text("option.birth_date"))
    ] = None,
    sex: Annotated[
        str | None, typer.Option("--sex", click_type=click.Choice(list(SEXES)), help=text("option.sex"))
    ] = None,
    id_fd: Annotated[int | None, typer.Option("--id-fd", metavar="N", help=text("option.new_id"))] = None,
    id_stdin: Annotated[bool, typer.Option("--id-stdin", help=text("option.new_id"))] = False,
    account_fen: Annotated[
        int, typer.Option("--account-fen", metavar="FEN", min=0, max=MAX_FEN, help=text("option.account_fen"))
    ] = 0,
) -> None:
    context = current()
    if account_fen and insutype == "390":
        raise Usage(kind="bad_value", option="--account-fen")
    document = _document(id_fd, id_stdin)
    if document is None:
        _check_birth(context, birth_date, sex)
    elif birth_date is not None or sex is not None:
        raise Usage(kind="exclusive", option="--id-fd, --birth-date, --sex")
    draft = PersonDraft(
        name=Name(name),
        phone=Phone(phone),
        region=region_of(region),
        insutype=insutype,
        document=document,
        birth_date=birth_date,
        sex=None if sex is None else SEXES[sex].value,
        personal_account_fen=account_fen,
    )
    if context.rehearse("person_add"):
        return
    added = context.platform.agency.add_person(desk.staff_call(context, change=True), draft).value
    _show(context, added, changed=True)


@app.command("change", help=text("command.yibao-platform.person.change"))
def change(
    person: PersonArgument = None,
    id_fd: PersonIdFd = None,
    id_stdin: PersonIdStdin = False,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=text("option.person_name"))] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMBER", help=text("option.person_phone"))] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="CODE", help=text("option.person_region"))] = None,
    insutype: Annotated[
        str | None, typer.Option("--insutype", click_type=click.Choice(INSUTYPES), help=text("option.insutype"))
    ] = None,
    insured: Annotated[bool | None, typer.Option("--insured/--uninsured", help=text("option.insured"))] = None,
    new_id_fd: Annotated[int | None, typer.Option("--new-id-fd", metavar="N", help=text("option.corrected_id"))] = None,
    deceased: Annotated[bool, typer.Option("--deceased", help=text("option.deceased"))] = False,
) -> None:
    context = current()
    document = _document(new_id_fd, False, "new-id")
    if all(option is None for option in (name, phone, region, insutype, insured, document)) and not deceased:
        raise Usage(kind="missing_parameter", option=_CHANGES)
    asked = PersonChange(
        name=None if name is None else Name(name),
        phone=None if phone is None else Phone(phone),
        region=None if region is None else region_of(region),
        insutype=insutype,
        insured=insured,
        document=document,
        deceased=deceased,
    )
    found = desk.person(context, person, id_fd, id_stdin)
    if not _differs(found, asked):
        _show(context, found, changed=False)
        return
    if context.rehearse("person_change"):
        return
    call = desk.staff_call(context, change=True)
    _show(context, context.platform.agency.change_person(call, found.person.psn_no, asked).value, changed=True)


@app.command("list", help=text("command.yibao-platform.person.list"))
def list_(
    limit: Annotated[int | None, typer.Option("--limit", min=1, max=1_000_000, help=text("option.limit"))] = None,
) -> None:
    context = current()
    context.show("people", shapes.listed("people", (shapes.person(one) for one in people(context, limit))))


@app.command("show", help=text("command.yibao-platform.person.show"))
def show(person: PersonArgument = None, id_fd: PersonIdFd = None, id_stdin: PersonIdStdin = False) -> None:
    context = current()
    context.show("person", shapes.person(desk.person(context, person, id_fd, id_stdin)))


@app.command("import", help=text("command.yibao-platform.person.import"))
def import_(file: Annotated[str, typer.Argument(metavar="FILE", help=text("option.people_file"))]) -> None:
    from wallet_cli.cli.operator import imports

    context = current()
    drafts = imports.people(file, context.now())
    held = {imports.same_person(one.person) for one in people(context)}
    fresh = [draft for draft in drafts if imports.same_draft(draft) not in held]
    if context.rehearse("person_import"):
        return
    with context.progress("import", len(fresh)) as work:
        for number, draft in enumerate(fresh, 1):
            context.platform.agency.add_person(desk.staff_call(context, change=True), draft)
            work.reached(number)
    data = {"changed": bool(fresh), "file": file, "added": len(fresh), "already": len(drafts) - len(fresh)}
    context.show("import", data)


def people(context: Context, limit: int | None = None) -> list[PersonView]:
    """Everybody in the register, in its order."""

    def fetch(cursor: str | None, count: int) -> Page[PersonView]:
        return context.platform.agency.people(desk.staff_call(context), cursor=cursor, limit=count).value

    return list(everything(fetch, limit))


def _document(id_fd: int | None, id_stdin: bool, name: str = "id") -> IdDocument | None:
    found = secrets.given(name, id_fd, id_stdin)
    return None if found is None else IdDocument(found.reveal().decode())


def _check_birth(context: Context, birth_date: str | None, sex: str | None) -> None:
    """The two that a synthetic ID number is made from."""
    for option, value in (("--birth-date", birth_date), ("--sex", sex)):
        if value is None:
            raise Usage(kind="missing_parameter", option=option)
    if birth_date is not None and not is_birth_date(birth_date, context.now().day()):
        raise Usage(kind="bad_value", option="--birth-date")


def is_birth_date(words: str, today: str) -> bool:
    """Whether `words` is a day, YYYY-MM-DD, from 1850 to `today`."""
    return is_day(words) and "1850" <= words <= today


def _differs(found: PersonView, asked: PersonChange) -> bool:
    known = found.person
    pairs = (
        (asked.name, known.name),
        (asked.phone, known.phone),
        (asked.region, known.region),
        (asked.insutype, known.insutype),
        (asked.insured, found.insured),
        (asked.document, known.document),
    )
    return asked.deceased or any(new is not None and new != old for new, old in pairs)


def _show(context: Context, found: PersonView, *, changed: bool) -> None:
    context.show("person", {"changed": changed, **shapes.person(found)})
