"""`yibao claim new|list|show|withdraw`: manual reimbursement (手工报销) of a bill that was paid in full."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from wallet_cli.cli import applying, asking
from wallet_cli.cli.applying import Limit, Papers
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import Member, make_app
from wallet_cli.domain import claim as rules
from wallet_cli.domain.bill import Bill
from wallet_cli.domain.claim import ADVANCED, PAPERS, Claim, ClaimCause, ClaimRequest, ClaimState, Via, needed
from wallet_cli.errors import (
    BillInvalid,
    ClaimExcluded,
    ClaimInvalid,
    Declined,
    FileUnreadable,
    PlaceAmbiguous,
    PlaceUnknown,
)
from wallet_cli.locale import text
from wallet_cli.render import claims as shape
from wallet_cli.usecases import changes, claim
from wallet_cli.usecases.session import held

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

app = make_app()

BillFile = Annotated[str | None, typer.Option("--bill", metavar="FILE", help=text("option.bill"))]
CauseOption = Annotated[ClaimCause | None, typer.Option("--cause", help=text("option.cause"))]
ViaOption = Annotated[Via | None, typer.Option("--via", help=text("option.via"))]
Institution = Annotated[
    str | None, typer.Option("--institution", metavar="CODE|NAME", help=text("option.claim_institution"))
]
Place = Annotated[str | None, typer.Option("--place", metavar="PLACE", help=text("option.claim_place"))]
Invoice = Annotated[str | None, typer.Option("--invoice", metavar="NUMBER", help=text("option.invoice"))]
VisitedOn = Annotated[str | None, typer.Option("--date", metavar="DATE", help=text("option.visited_on"))]
Advance = Annotated[bool, typer.Option("--advance", help=text("option.advance"))]
ClaimId = Annotated[str, typer.Argument(metavar="ID", help=text("option.claim_id"))]
OfMember = Annotated[str, typer.Option("--member", metavar="MEMBER", help=text("option.member"))]


@app.command("new", help=text("command.yibao.claim.new"))
def new(
    member: Member = "self",
    bill: BillFile = None,
    cause: CauseOption = None,
    institution: Institution = None,
    place: Place = None,
    invoice: Invoice = None,
    day: VisitedOn = None,
    paper: Papers = None,
    via: ViaOption = None,
    advance: Advance = False,
) -> None:
    context = current(member)
    session = context.session
    held(session, member)
    changes.settle_outbox(session)
    request = _request(context, bill, cause, institution, place, invoice, day, via, advance)
    claim.check(request, session.clock.now().day())
    papers = applying.papers(context, paper, PAPERS, needed(request.cause, request.bill))
    request = request._replace(papers=papers)
    claim.check_papers(request)
    if context.rehearse("claim_new"):
        return
    made, changed = claim.claim(session, member, request)
    _show(context, made, changed=changed)


@app.command("list", help=text("command.yibao.claim.list"))
def list_(member: Member = "self", limit: Limit = 50) -> None:
    context = current(member)
    found = [shape.claim_line(one) for one in claim.listed(context.session, member, limit)]
    context.show("claims", {"claims": found})


@app.command("show", help=text("command.yibao.claim.show"))
def show(claim_id: ClaimId, member: OfMember = "self") -> None:
    context = current(member)
    _show(context, claim.show(context.session, member, claim_id), changed=None)


@app.command("withdraw", help=text("command.yibao.claim.withdraw"))
def withdraw(claim_id: ClaimId, member: OfMember = "self") -> None:
    context = current(member)
    session = context.session
    held(session, member)
    changes.settle_outbox(session)
    found = claim.withdrawable(session, member, claim_id)
    if context.rehearse("claim_withdraw"):
        return
    waits = found.state is ClaimState.PENDING
    if waits and context.interactive and not context.confirm(text("prompt.claim_withdraw", id=found.claim_id)):
        raise Declined(question="claim_withdraw")
    after, changed = claim.withdraw(session, member, claim_id)
    _show(context, after, changed=changed)


def _show(context: Context, one: Claim, *, changed: bool | None) -> None:
    """The claim, and what its state means."""
    overdue = one.state is ClaimState.PENDING and context.now().day() > one.due_on
    hotline = context.hotline() or text("hotline.national")
    if overdue:
        context.warn("claim_overdue", due_on=one.due_on, hotline=hotline)
    head = {} if changed is None else {"changed": changed}
    applying.show(context, "claim", {**head, **shape.claim(one, overdue=overdue)})
    told = {
        "id": one.claim_id,
        "due_on": one.due_on,
        "hotline": hotline,
        "setl_id": one.setl_id or "",
        "of": context.of,
    }
    state = one.state.value
    if one.state is ClaimState.PAID and not one.fund_pay_fen:
        state = "nothing"
    elif one.state is ClaimState.PAID and one.arrived_at is None:
        state, told["arrives_on"] = "on_its_way", one.arrives_on or ""
    context.note(text(f"next.claim.{state}", **told))
    if one.recover_fen:
        context.note(text("next.claim.recover"))


def _request(
    context: Context,
    bill: str | None,
    cause: ClaimCause | None,
    institution: str | None,
    place: str | None,
    invoice: str | None,
    day: str | None,
    via: Via | None,
    advance: bool,
) -> ClaimRequest:
    """What the options say; on a terminal, what they leave out is asked for."""
    why = cause or asking.choice(context, "prompt.claim_cause", "--cause", ClaimCause, "cause")
    if why in ADVANCED and not advance and context.interactive:
        advance = context.prompter.yes_no(text("prompt.advance"), "--advance")
    abroad = why is ClaimCause.ABROAD
    return ClaimRequest(
        bill=_asked(context, bill, "bill", _bill),
        cause=why,
        via=via or asking.choice(context, "prompt.claim_via", "--via", Via, "via"),
        # Treatment abroad has no place and no institution of ours: the refusal says all there is to say.
        institution="-" if abroad else _asked(context, institution, "institution", str),
        region="" if abroad else _asked(context, place, "place", _place),
        invoice_no=_asked(context, invoice, "invoice", rules.check_invoice),
        visited_on=_asked(context, day, "date", rules.check_day),
        papers=(),
        advance=advance,
    )


def _asked(context: Context, given: str | None, name: str, read: Callable[[str], T]) -> T:
    """What an option says, or the answer at the prompt, where one that will not do is asked for again."""
    if given is not None:
        return read(given.strip())
    context.need_input(f"--{name}")
    while True:
        try:
            return read(context.prompter.text(text(f"prompt.claim_{name}"), f"--{name}"))
        except (BillInvalid, FileUnreadable, ClaimInvalid, PlaceUnknown, PlaceAmbiguous) as error:
            context.say(error)


def _place(asked: str) -> str:
    """The division a person means. Raises PlaceUnknown, PlaceAmbiguous; ClaimExcluded for a foreign country."""
    from wallet_cli.domain.divisions import resolve

    try:
        return resolve(asked).code
    except PlaceUnknown as error:
        if error.data.get("reason") != ClaimCause.ABROAD:
            raise
    raise ClaimExcluded(reason=ClaimCause.ABROAD.value)


def _bill(source: str) -> Bill:
    from wallet_cli.cli.operator.bill import read_bill

    return read_bill(source)
