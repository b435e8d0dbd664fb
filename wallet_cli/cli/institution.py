"""`yibao institution search|show`: designated hospitals and pharmacies, and what is not possible there."""

from __future__ import annotations

from typing import Annotated

import click
import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import make_app
from wallet_cli.cli.places import region_of
from wallet_cli.errors import Usage
from wallet_cli.locale import language, text
from wallet_cli.render import directory, shapes
from wallet_cli.usecases import institution

app = make_app()

SERVICES = ("voucher", "card", "outpatient", "inpatient", "chronic", "pharmacy")
MAX_TEXT = 100
MAX_WORDS = 4


@app.command("search", help=text("command.yibao.institution.search"))
def search(
    words: Annotated[str | None, typer.Argument(metavar="TEXT", help=text("option.institution_text"))] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="PLACE", help=text("option.place"))] = None,
    supports: Annotated[
        list[str] | None, typer.Option("--supports", click_type=click.Choice(SERVICES), help=text("option.supports"))
    ] = None,
    level: Annotated[int | None, typer.Option("--level", min=0, max=3, help=text("option.level"))] = None,
    cross_province: Annotated[bool, typer.Option("--cross-province", help=text("option.cross_province"))] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))] = 50,
) -> None:
    context = current()
    if words is not None and (len(words) > MAX_TEXT or len(words.split()) > MAX_WORDS):
        raise Usage(kind="bad_value", option="TEXT")
    place = None if region is None else _searched(context, region_of(region))
    found = institution.search(
        context.session,
        words,
        region=place,
        supports=tuple(dict.fromkeys(supports or ())),
        level=level,
        cross_province=cross_province,
        limit=limit,
    )
    context.show("institutions", shapes.listed("institutions", (directory.institution(one) for one in found)))


@app.command("show", help=text("command.yibao.institution.show"))
def show(code: Annotated[str, typer.Argument(metavar="CODE", help=text("option.fixmedins_code"))]) -> None:
    context = current()
    context.show("institution", directory.institution(institution.show(context.session, code)))


def _searched(context: Context, code: str) -> str:
    """Institutions stand under their city: a county is searched with its whole city, a retired code as its successor."""
    if code[4:] == "00" and code[2:4] in {"00", "01"}:  # provinces and their capitals, without loading the list
        return code
    from wallet_cli.domain import divisions

    wider = divisions.filing_place(code)
    if wider.code != code:
        name = divisions.name_of(wider.code, language())
        context.note(text("next.place_widened", place=f"{wider.code} {name}"))
    return wider.code
