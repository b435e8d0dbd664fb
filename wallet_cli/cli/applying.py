"""What the commands that apply with papers share: their `--paper` option, and asking for papers at the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wallet_cli.cli.context import Context
from wallet_cli.cli.papers import read_paper, read_papers
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.errors import PaperInvalid
from wallet_cli.locale import text
from wallet_cli.render.claims import brief

if TYPE_CHECKING:
    from wallet_cli.render.leaves import Data

Papers = Annotated[list[str] | None, typer.Option("--paper", metavar="KIND=FILE", help=text("option.paper"))]
Limit = Annotated[int, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))]


def show(context: Context, name: str, data: Data) -> None:
    """One application; for people without what is empty, unless -v asks for it all."""
    short = context.output == "human" and not context.options.verbose
    context.show(name, brief(data) if short else data)


def papers(
    context: Context, options: Sequence[str] | None, known: Sequence[PaperKind], needed: Sequence[Sequence[PaperKind]]
) -> tuple[Paper, ...]:
    """The papers of the options; on a terminal, those of `needed` that they lack are asked for one by one."""
    brought = list(read_papers(options or (), known))
    if context.interactive:
        for any_of in needed:
            if not {paper.kind for paper in brought} & set(any_of):
                brought.append(_ask(context, any_of))
    return tuple(brought)


def _ask(context: Context, any_of: Sequence[PaperKind]) -> Paper:
    kind = any_of[0]
    if len(any_of) > 1:
        words = [text(f"value.paper.{one.value}") for one in any_of]
        kind = any_of[context.prompter.choice(text("prompt.paper_kind"), words, "--paper", default=0)]
    question = text("prompt.paper_of", paper=text(f"value.paper.{kind.value}"))
    while True:
        try:
            return read_paper(kind, context.prompter.text(question, "--paper"))
        except PaperInvalid as error:
            context.say(error)
