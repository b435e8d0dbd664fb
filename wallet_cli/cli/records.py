"""`yibao records`: settlements, contributions and claims, newest first; one of them whole; what a year cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import click
import typer
from typer.core import TyperGroup

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import Member
from wallet_cli.errors import PlatformError, Usage
from wallet_cli.locale import text
from wallet_cli.ports import RecordKind
from wallet_cli.render import records as shapes
from wallet_cli.usecases import queries

if TYPE_CHECKING:
    from wallet_cli.domain.annual import Annual
    from wallet_cli.ports import Page, Record
    from wallet_cli.render.leaves import Data
    from wallet_cli.usecases.queries import Wanted

LIMIT = 50
PIPE = "-"
"""As a file's name: standard output."""


class MemberOrCommand(TyperGroup):
    """`records baba` lists; `records show ID` is a command: a word that names no command is a member's."""

    default_command = "list"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not (args and args[0] in self.commands) and not {"-h", "--help"} & set(args):
            args = [self.default_command, *args]
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[MEMBER] [OPTIONS] | show ID"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list's options on the group's own page: nobody types `list`."""
        self.commands[self.default_command].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, cls=MemberOrCommand)


@app.command("list", help=text("command.yibao.records.list"))
def list_(
    member: Member = "self",
    year: Annotated[int | None, typer.Option("--year", min=2000, max=2999, help=text("option.year"))] = None,
    kind: Annotated[RecordKind | None, typer.Option("--kind", help=text("option.kind"))] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))] = None,
    after: Annotated[str | None, typer.Option("--after", metavar="CURSOR", help=text("option.after"))] = None,
    every: Annotated[bool, typer.Option("--all", help=text("option.all"))] = False,
    totals: Annotated[bool, typer.Option("--totals", help=text("option.totals"))] = False,
    csv: Annotated[str | None, typer.Option("--csv", metavar="FILE", help=text("option.csv"))] = None,
    annual: Annotated[bool, typer.Option("--annual", help=text("option.annual"))] = False,
    chart: Annotated[bool, typer.Option("--chart", help=text("option.chart"))] = False,
    svg: Annotated[str | None, typer.Option("--svg", metavar="FILE", help=text("option.chart_svg"))] = None,
) -> None:
    context = current(member)
    lists = {"--kind": kind, "--limit": limit, "--after": after, "--all": every, "--totals": totals, "--csv": csv}
    if annual or chart or svg is not None:
        first = "--annual" if annual else "--chart" if chart else "--svg"
        _not_with(first, lists)
        _annual(context, member, year, chart=chart, svg=svg)
        return
    if every:
        _not_with("--all", {"--limit": limit})
    wanted = queries.Wanted(member, year, kind, after)
    if csv is not None:
        _not_with("--csv", {"--totals": totals})
        _export(context, wanted, limit, csv)
    else:
        _list(context, wanted, None if every else limit or LIMIT, totals=totals)


@app.command("show", help=text("command.yibao.records.show"))
def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help=text("option.record_id"))],
    member: Annotated[str, typer.Option("--member", metavar="MEMBER", help=text("option.member"))] = "self",
    explain: Annotated[bool, typer.Option("--explain", help=text("option.explain"))] = False,
) -> None:
    context = current(member)
    found = queries.record(context.session, member, record_id)
    words = _in_words(context, found, explain) if context.output == "human" else None
    context.show("record", shapes.record(found, explain=explain), human=words)
    if found.kind is not RecordKind.SETTLEMENT and words is not None:
        context.note(text("mark.line"))


def _in_words(context: Context, found: Record, explain: bool) -> str:
    """A settlement as its receipt; anything else by its fields, under a claim's the settlement it was worked out as."""
    from wallet_cli.render import human

    lines = [] if found.kind is RecordKind.SETTLEMENT else [human.fields(shapes.record_for_people(found), reveal=True)]
    if found.settlement is not None:
        from wallet_cli.render.receipt import receipt

        lines += ["", receipt(found.settlement, explain=explain, written=context.console.written)][not lines :]
    return "\n".join(lines)


def _not_with(option: str, others: Mapping[str, object]) -> None:
    """Raises Usage(exclusive) where one of `others` is given."""
    for name, value in others.items():
        if value not in (None, False):
            raise Usage(kind="exclusive", option=f"{option}, {name}", help="yibao records --help")


# --- the list ---------------------------------------------------------------------------------------------------------


def _pages(context: Context, wanted: Wanted, limit: int | None) -> Iterator[Page[Record]]:
    try:
        yield from queries.records(context.session, wanted, limit)
    except PlatformError as error:
        if error.data.get("reason") != "cursor":
            raise
        raise Usage(kind="bad_value", option="--after", help="yibao records --help") from error


def _list(context: Context, wanted: Wanted, limit: int | None, *, totals: bool) -> None:
    sums = shapes.totals(queries.totals(context.session, wanted)) if totals else None
    if context.output == "human":
        _for_people(context, wanted, limit, sums)
        return
    if context.output == "plain":
        if sums is not None:
            context.show("records", sums)
            return
        for page in _pages(context, wanted, limit):
            context.show("records", {"records": [shapes.line(one) for one in page.items]})
        return
    rows, cursor = [], None
    for page in _pages(context, wanted, limit):
        rows += [shapes.line(one) for one in page.items]
        cursor = page.cursor
    more: Data = {} if sums is None else {"totals": sums}
    context.show("records", {"records": rows, "next": cursor, **more})


def _for_people(context: Context, wanted: Wanted, limit: int | None, sums: Data | None) -> None:
    """A table a page; under the last one the sums, how many more there are, and what to do next."""
    cursor, found = None, False
    for page in _pages(context, wanted, limit):
        cursor, found = page.cursor, found or bool(page.items)
        verbose = context.options.verbose
        rows = shapes.whole(page.items) if verbose else shapes.for_people(page.items)
        # Not by its own name: the mark stands once, under the last table.
        context.show("page", {"records": rows})
    context.note(text("mark.line"))
    if sums is not None:
        from wallet_cli.render import human

        context.console.out("\n" + human.fields(shapes.sums_for_people(sums), reveal=True))
    if cursor is not None:
        count = queries.records_left(context.session, wanted, cursor)
        context.note(text("next.records_more", count=count, command=_command(wanted, cursor)))
    if found and not context.options.verbose:
        context.note(text("next.records", of=context.of))


def _command(wanted: Wanted, cursor: str) -> str:
    """The command that goes on."""
    words = ["yibao records", *([wanted.member] if wanted.member != "self" else [])]
    words += [f"--year {wanted.year}"] if wanted.year is not None else []
    words += [f"--kind {wanted.kind.value}"] if wanted.kind is not None else []
    return " ".join([*words, f"--after {cursor}"])


def _export(context: Context, wanted: Wanted, limit: int | None, name: str) -> None:
    """Page by page, so that no length of list is held in memory."""
    from pathlib import Path

    from wallet_cli.cli.files import write_new
    from wallet_cli.render import csv

    if name == PIPE:
        if context.output == "json":
            raise Usage(kind="exclusive", option="--csv -, --json", help="yibao records --help")
        for piece in _csv(context, wanted, limit, []):
            context.console.out(piece, end="")
        return
    counted: list[int] = []
    path = Path(name)
    with context.progress("export", _count(context, wanted, limit)) as work:
        pieces = _csv(context, wanted, limit, counted, work.reached)
        write_new(path, (piece for part in ([csv.BOM], pieces) for piece in part))
    context.show("records-file", {"file": str(path), "count": sum(counted)})


def _count(context: Context, wanted: Wanted, limit: int | None) -> int:
    """How many records there will be; 0 where nobody watches the work."""
    if not context.console.stderr_is_terminal:
        return 0
    page = next(_pages(context, wanted, 1))
    left = len(page.items) + (queries.records_left(context.session, wanted, page.cursor) if page.cursor else 0)
    return left if limit is None else min(limit, left)


def _csv(
    context: Context,
    wanted: Wanted,
    limit: int | None,
    counted: list[int],
    tell: Callable[[int], None] = lambda done: None,
) -> Iterator[str]:
    from wallet_cli.render import csv

    pages = _pages(context, wanted, limit)
    yield csv.heading()
    for page in pages:
        counted.append(len(page.items))
        yield csv.rows(page.items)
        tell(sum(counted))


# --- a year -----------------------------------------------------------------------------------------------------------


def _annual(context: Context, member: str, year: int | None, *, chart: bool, svg: str | None) -> None:
    if svg == PIPE and context.output == "json":
        raise Usage(kind="exclusive", option="--svg -, --json", help="yibao records --help")
    found = queries.annual(context.session, member, year)
    data: Data = shapes.annual(member, found)
    if svg is not None:
        from wallet_cli.render import chart as pictures

        whose = text("qr.self") if member == "self" else member
        picture = pictures.svg(found, (whose, text("mark.sandbox")))
        if svg == PIPE:
            context.console.out(picture, end="")
            return
        from pathlib import Path

        from wallet_cli.cli.files import write_new

        write_new(Path(svg), [picture])
        data = {**data, "file": svg}
    if context.output == "human":
        _year_for_people(context, found, data, chart=chart)
    else:
        context.show("annual", data)


def _year_for_people(context: Context, found: Annual, data: Data, *, chart: bool) -> None:
    from wallet_cli.render import human

    if chart:
        from wallet_cli.render import chart as pictures

        console = context.console
        drawn = pictures.bars(found, columns=console.width(), color=console.color)
        console.out(pictures.sentences(found) if context.accessible else drawn)
    else:
        context.show("months", {"months": shapes.months_for_people(found)})
    context.console.out("\n" + human.fields(shapes.year_for_people(data), reveal=True))
    context.note(text("mark.line"))
