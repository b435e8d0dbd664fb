"""`yibao records`: settlements and contributions, newest first; one of them whole."""

from __future__ import annotations

from typing import Annotated

import click
import typer
from typer.core import TyperGroup

from wallet_cli.cli.context import current
from wallet_cli.cli.options import Member
from wallet_cli.locale import text
from wallet_cli.ports import RecordKind
from wallet_cli.render import shapes
from wallet_cli.usecases import queries


class MemberOrCommand(TyperGroup):
    """`records baba` lists; `records show ID` is a command: a word that names no command is a member's."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = [word for word in args if not word.startswith("-")]
        if not any(word in self.commands for word in words[:1]) and not {"-h", "--help"} & set(args):
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, cls=MemberOrCommand)


@app.command("list", help=text("command.yibao.records.list"))
def list_(
    member: Member = "self",
    year: Annotated[int | None, typer.Option("--year", min=2000, max=2999, help=text("option.year"))] = None,
    kind: Annotated[RecordKind | None, typer.Option("--kind", help=text("option.kind"))] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))] = 50,
) -> None:
    context = current()
    found = queries.records(context.session, member, year, kind, limit)
    context.show("records", shapes.listed("records", (shapes.record_line(one) for one in found)))
    if not context.options.verbose:
        context.note(text("next.records"))


@app.command("show", help=text("command.yibao.records.show"))
def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help=text("option.record_id"))],
    member: Annotated[str, typer.Option("--member", metavar="MEMBER", help=text("option.member"))] = "self",
    explain: Annotated[bool, typer.Option("--explain", help=text("option.explain"))] = False,
) -> None:
    context = current()
    found = queries.record(context.session, member, record_id)
    words = None
    if found.settlement is not None and context.output == "human":
        from wallet_cli.render.receipt import receipt

        words = receipt(found.settlement, explain=explain)
    context.show("record", shapes.record(found, explain=explain), human=words)
