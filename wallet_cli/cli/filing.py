"""`yibao filing new|list|show|change|cancel|places`: treatment in another province (异地就医备案)."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import Member, make_app
from wallet_cli.cli.places import show_filing_places
from wallet_cli.domain.filing import WARN_DAYS, Filing, FilingState, check_not_too_early
from wallet_cli.errors import Declined, Usage
from wallet_cli.locale import text
from wallet_cli.render import filing as shape
from wallet_cli.usecases import changes
from wallet_cli.usecases import filing as filings
from wallet_cli.usecases.session import held

app = make_app()

CATEGORIES = "retiree|resident|worker|referral|other"
To = Annotated[str | None, typer.Option("--to", metavar="PLACE", help=text("option.filing_to"))]
Start = Annotated[str | None, typer.Option("--start", metavar="YYYY-MM-DD", help=text("option.filing_start"))]
End = Annotated[str | None, typer.Option("--end", metavar="YYYY-MM-DD", help=text("option.filing_end"))]
Papers = Annotated[list[str] | None, typer.Option("--paper", metavar="KIND=FILE", help=text("option.filing_paper"))]
Declaration = Annotated[bool, typer.Option("--declaration", help=text("option.declaration"))]
Phone_ = Annotated[str | None, typer.Option("--contact-phone", metavar="NUMBER", help=text("option.contact_phone"))]
FilingId = Annotated[str, typer.Argument(metavar="ID", help=text("option.filing_id"))]
MemberOption = Annotated[str, typer.Option("--member", metavar="MEMBER", help=text("option.member"))]


@app.command("new", help=text("command.yibao.filing.new"))
def new(
    member: Member = "self",
    to: To = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar=CATEGORIES, help=text("option.filing_category"))
    ] = None,
    start: Start = None,
    end: End = None,
    paper: Papers = None,
    declaration: Declaration = False,
    contact_phone: Phone_ = None,
    accept_notice: Annotated[bool, typer.Option("--accept-notice", help=text("option.accept_notice"))] = False,
) -> None:
    from wallet_cli.cli import filing_questions as questions

    context = current(member)
    session = context.session
    own = held(session, member)
    changes.settle_outbox(session)
    given = questions.Given(to, category, start, end, tuple(paper or ()), declaration, contact_phone)
    notice = filings.notice(session, member)
    draft = questions.draft(context, own, notice, given)
    version = questions.accept_notice(context, notice, accepted=accept_notice)
    if draft.declaration:
        questions.warn_of_declaration(context)
    if context.options.dry_run:
        filings.check(session, member, draft)
    if context.rehearse("filing_new"):
        return
    filed, changed = filings.file(session, member, draft._replace(notice_version=version))
    _show(context, member, filed, changed=changed)
    if changed:
        _say_what_comes(context, filed)


@app.command("list", help=text("command.yibao.filing.list"))
def list_(member: Member = "self") -> None:
    context = current(member)
    changes.settle_outbox(context.session)
    found = filings.listed(context.session, member)
    today = context.now().day()
    for one in found:
        _warn_of_end(context, one, today)
    context.show("filings", {"filings": [shape.filing_line(member, one, today) for one in found]})


@app.command("show", help=text("command.yibao.filing.show"))
def show(filing_id: FilingId, member: MemberOption = "self") -> None:
    context = current(member)
    changes.settle_outbox(context.session)
    found = filings.show(context.session, member, filing_id)
    _warn_of_end(context, found, context.now().day())
    _show(context, member, found)


@app.command("change", help=text("command.yibao.filing.change"))
def change(
    filing_id: FilingId,
    member: MemberOption = "self",
    to: To = None,
    start: Start = None,
    end: End = None,
    paper: Papers = None,
    declaration: Declaration = False,
    contact_phone: Phone_ = None,
) -> None:
    from wallet_cli.cli import filing_questions as questions

    context = current(member)
    session = context.session
    held(session, member)
    changes.settle_outbox(session)
    if not any((to, start, end, paper, declaration, contact_phone)):
        raise Usage(kind="missing_parameter", option="--to, --start, --end, --paper, --declaration, --contact-phone")
    given = questions.Given(to, None, start, end, tuple(paper or ()), declaration, contact_phone)
    before = filings.show(session, member, filing_id)
    asked = questions.change(context, before, filings.notice(session, member), given)
    if filings.is_open(before) and not questions.differs(before, asked):
        _show(context, member, before, changed=False)
        return
    if asked.declaration:
        questions.warn_of_declaration(context)
    if context.rehearse("filing_change"):
        return
    changed = filings.change(session, member, before.filing_id, asked)
    _show(context, member, changed, changed=True)
    _say_what_comes(context, changed)


@app.command("cancel", help=text("command.yibao.filing.cancel"))
def cancel(filing_id: FilingId, member: MemberOption = "self", paper: Papers = None) -> None:
    from wallet_cli.cli.filing_questions import papers_of

    context = current(member)
    session = context.session
    held(session, member)
    changes.settle_outbox(session)
    papers = papers_of(tuple(paper or ()))
    before = filings.show(session, member, filing_id)
    if before.state is FilingState.CANCELLED:
        _show(context, member, before, changed=False)
        return
    if context.options.dry_run:
        check_not_too_early(before, papers, context.now().day())
    if context.rehearse("filing_cancel"):
        return
    if context.interactive and not context.confirm(text("prompt.filing_cancel", place=shape.name(before.to_region))):
        raise Declined(question="filing_cancel")
    ended, changed = filings.cancel(session, member, before.filing_id, papers)
    _show(context, member, ended, changed=changed)


@app.command("places", help=text("command.yibao.filing.places"))
def places(
    words: Annotated[str, typer.Argument(metavar="TEXT", help=text("option.place_text"), show_default=False)] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help=text("option.limit"))] = 100,
) -> None:
    show_filing_places(current(), words, limit)


def _show(context: Context, member: str, one: Filing, *, changed: bool | None = None) -> None:
    kept = filings.receipt_kept(context.session, one.filing_id)
    data = shape.filing(member, one, context.now().day(), receipt=kept)
    if context.output == "human":
        # A person reads the place's name beside its code already.
        data = {key: value for key, value in data.items() if key != "place"}
    context.show("filing", data if changed is None else {"changed": changed, **data})


def _warn_of_end(context: Context, one: Filing, today: str) -> None:
    left = shape.days_left(one, today)
    if left is not None and left <= WARN_DAYS and one.start <= today:
        context.warn("filing_ends", id=one.filing_id, place=shape.name(one.to_region), days=left)


def _say_what_comes(context: Context, filed: Filing) -> None:
    """What a person does next: wait for the review, or choose an institution and bring code or card."""
    if filed.state is FilingState.PENDING:
        context.note(text("next.filing_pending", id=filed.filing_id, of=context.of))
    elif filed.state is FilingState.ACTIVE:
        context.note(text("next.filing_active", region=filed.to_region))
        if filed.late:
            context.note(text("next.filing_late"))
