"""`yibao-platform institution add|list|import`: designated hospitals and pharmacies."""

from __future__ import annotations

from typing import Annotated

import click
import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.operator import desk
from wallet_cli.cli.options import make_app
from wallet_cli.domain import region as divisions
from wallet_cli.errors import InstitutionExists, RegionInvalid, Usage
from wallet_cli.locale import text
from wallet_cli.ports import InstitutionInfo, Page
from wallet_cli.render import shapes
from wallet_cli.usecases.paging import everything

app = make_app()

SERVICES = ("voucher", "card", "outpatient", "inpatient", "chronic", "pharmacy")
MAX_NAME = 100


@app.command("add", help=text("command.yibao-platform.institution.add"))
def add(
    code: Annotated[str, typer.Argument(metavar="CODE", help=text("option.fixmedins_code"))],
    name_zh: Annotated[str, typer.Option("--name-zh", metavar="NAME", help=text("option.name_zh"))],
    name_en: Annotated[str, typer.Option("--name-en", metavar="NAME", help=text("option.name_en"))],
    level: Annotated[int, typer.Option("--level", min=0, max=3, help=text("option.level"))],
    supports: Annotated[
        list[str], typer.Option("--supports", click_type=click.Choice(SERVICES), help=text("option.supports"))
    ],
    cross_province: Annotated[bool, typer.Option("--cross-province", help=text("option.cross_province"))] = False,
) -> None:
    context = current()
    made = make(code, name_zh, name_en, level, tuple(supports), cross_province=cross_province)
    if context.rehearse("institution_add"):
        return
    added = context.platform.agency.add_institution(desk.staff_call(context, change=True), made).value
    context.show("institution", {"changed": True, **shapes.institution(added)})


@app.command("list", help=text("command.yibao-platform.institution.list"))
def list_(
    limit: Annotated[int | None, typer.Option("--limit", min=1, max=1_000_000, help=text("option.limit"))] = None,
) -> None:
    context = current()
    rows = (shapes.institution(one) for one in institutions(context, limit))
    context.show("institutions", shapes.listed("institutions", rows))


@app.command("import", help=text("command.yibao-platform.institution.import"))
def import_(file: Annotated[str, typer.Argument(metavar="FILE", help=text("option.institutions_file"))]) -> None:
    from wallet_cli.cli.operator import imports

    context = current()
    asked = imports.institutions(file)
    held = {one.fixmedins_code: one for one in institutions(context)}
    for one in asked:
        if held.get(one.fixmedins_code, one) != one:
            raise InstitutionExists(institution=one.fixmedins_code)
    fresh = [one for one in asked if one.fixmedins_code not in held]
    if context.rehearse("institution_import"):
        return
    for one in fresh:
        context.platform.agency.add_institution(desk.staff_call(context, change=True), one)
    data = {"changed": bool(fresh), "file": file, "added": len(fresh), "already": len(asked) - len(fresh)}
    context.show("import", data)


def institutions(context: Context, limit: int | None = None) -> list[InstitutionInfo]:
    """Every institution, in the platform's order."""

    def fetch(cursor: str | None, count: int) -> Page[InstitutionInfo]:
        return context.platform.agency.institutions(desk.staff_call(context), cursor=cursor, limit=count).value

    return list(everything(fetch, limit))


def make(
    code: str, name_zh: str, name_en: str, level: int, supports: tuple[str, ...], *, cross_province: bool
) -> InstitutionInfo:
    """A checked institution. Code: `^[HP]\\d{11}$`, its first six digits the division it stands in; level 0 is a
    pharmacy's and no hospital's. Raises Usage(kind=bad_value, option)."""
    digits = code[1:]
    if len(code) != 12 or code[0] not in "HP" or not (digits.isascii() and digits.isdigit()):
        raise Usage(kind="bad_value", option="CODE")
    try:
        region = divisions.check(digits[:6])
    except RegionInvalid:
        raise Usage(kind="bad_value", option="CODE") from None
    for option, name in (("--name-zh", name_zh), ("--name-en", name_en)):
        if not (name.strip() and name.isprintable() and len(name) <= MAX_NAME):
            raise Usage(kind="bad_value", option=option)
    if (level == 0) != (code[0] == "P"):
        raise Usage(kind="bad_value", option="--level")
    if not supports or not {"voucher", "card"} & set(supports):
        raise Usage(kind="bad_value", option="--supports")
    ordered = tuple(one for one in SERVICES if one in supports)
    return InstitutionInfo(code, name_zh.strip(), name_en.strip(), region, level, ordered, cross_province)
