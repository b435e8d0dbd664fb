"""`yibao chronic new|list|show`: recognition of chronic disease (门诊慢特病认定), before it is settled as such."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli import applying
from wallet_cli.cli.applying import Limit, Papers
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import Member, make_app
from wallet_cli.domain.chronic import CROSS_PROVINCE, NEEDED, PAPERS, Chronic
from wallet_cli.errors import InputNeeded
from wallet_cli.locale import known, text
from wallet_cli.render import claims as shape
from wallet_cli.usecases import changes, chronic
from wallet_cli.usecases.session import held

app = make_app()

Disease = Annotated[
    str | None, typer.Option("--disease", metavar="CODE|NAME", help=text("option.disease"), show_default=False)
]


@app.command("new", help=text("command.yibao.chronic.new"))
def new(member: Member = "self", disease: Disease = None, paper: Papers = None) -> None:
    context = current(member)
    session = context.session
    held(session, member)
    changes.settle_outbox(session)
    code = _disease(context, disease)
    papers = applying.papers(context, paper, PAPERS, NEEDED)
    chronic.check(papers)
    if context.rehearse("chronic_new"):
        return
    applied, changed = chronic.apply(session, member, code, papers)
    _show(context, member, applied, changed=changed)


@app.command("list", help=text("command.yibao.chronic.list"))
def list_(member: Member = "self", limit: Limit = 50) -> None:
    context = current(member)
    found = [shape.chronic_line(one) for one in chronic.listed(context.session, member, limit)]
    context.show("chronics", {"chronics": found})


@app.command("show", help=text("command.yibao.chronic.show"))
def show(
    chronic_id: Annotated[str, typer.Argument(metavar="ID", help=text("option.chronic_id"))],
    member: Annotated[str, typer.Option("--member", metavar="MEMBER", help=text("option.member"))] = "self",
) -> None:
    context = current(member)
    _show(context, member, chronic.show(context.session, member, chronic_id), changed=None)


def _show(context: Context, member: str, one: Chronic, *, changed: bool | None) -> None:
    """The application, and what its state means."""
    head = {} if changed is None else {"changed": changed}
    applying.show(context, "chronic", {**head, **shape.chronic(member, one)})
    hotline = context.hotline()
    context.note(
        text(
            f"next.chronic.{one.state.value}",
            id=one.chronic_id,
            of=context.of,
            hotline=hotline or text("hotline.national"),
        )
    )


def _disease(context: Context, asked: str | None) -> str:
    """The code meant, by code or by name in either language; what is no name of ours is the platform's to judge."""
    if asked is None:
        if not context.interactive:
            raise InputNeeded(option="--disease")
        names = [text(f"value.disease.{code}") for code in CROSS_PROVINCE]
        return CROSS_PROVINCE[context.prompter.choice(text("prompt.disease"), names, "--disease")]
    wanted = " ".join(asked.split()).casefold()
    for code in CROSS_PROVINCE:
        names = [code, text(f"value.disease.{code}"), *text(f"match.disease.{code}").split(";")]
        if wanted in {name.casefold() for name in names if known(f"value.disease.{code}")}:
            return code
    return asked.strip().upper()
