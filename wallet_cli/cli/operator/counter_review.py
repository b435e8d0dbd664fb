"""`yibao-platform counter review`: the desk where applications wait, one of them whole, and the decision."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.operator import desk
from wallet_cli.domain.review import Review
from wallet_cli.errors import ReviewDecided, Usage
from wallet_cli.locale import text
from wallet_cli.ports import Page
from wallet_cli.render import review as shape
from wallet_cli.usecases.paging import everything

MAX_REASON = 200


def review(
    review_id: Annotated[
        str | None, typer.Argument(metavar="ID", help=text("option.review_id"), show_default=False)
    ] = None,
    approve: Annotated[bool, typer.Option("--approve", help=text("option.approve"))] = False,
    refuse: Annotated[str | None, typer.Option("--refuse", metavar="REASON", help=text("option.refuse"))] = None,
    every: Annotated[bool, typer.Option("--all", help=text("option.reviews_all"))] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, max=1_000_000, help=text("option.limit"))] = None,
) -> None:
    context = current()
    _check(review_id, approve, refuse, every)
    if review_id is None:
        _list(context, every, limit)
        return
    agency = context.platform.agency
    found = agency.review(desk.staff_call(context), review_id).value
    if not approve and refuse is None:
        context.show("review", shape.review(found))
        if shape.state(found) == "pending":
            context.note(text("next.review", id=found.review_id))
        return
    if found.approved is not None and found.approved is approve:
        context.show("review", {"changed": False, **shape.review(found)})
        return
    if found.decided_at is not None:
        raise ReviewDecided(id=found.review_id)
    if context.rehearse("counter_review"):
        return
    call = desk.staff_call(context, change=True)
    decided = agency.decide(call, found.review_id, approve=approve, reason=(refuse or "").strip()).value
    context.show("review", {"changed": True, **shape.review(decided)})


def _check(review_id: str | None, approve: bool, refuse: str | None, every: bool) -> None:
    if approve and refuse is not None:
        raise Usage(kind="exclusive", option="--approve, --refuse")
    if review_id is not None and every:
        raise Usage(kind="exclusive", option="ID, --all")
    if review_id is None and (approve or refuse is not None):
        raise Usage(kind="missing_parameter", option="ID")
    if refuse is not None and not (refuse.strip() and len(refuse) <= MAX_REASON and refuse.isprintable()):
        raise Usage(kind="bad_value", option="--refuse")


def _list(context: Context, every: bool, limit: int | None) -> None:
    """Those that wait; with --all, those that are over after them."""

    def waiting(cursor: str | None, count: int) -> Page[Review]:
        return context.platform.agency.reviews(desk.staff_call(context), pending=True, cursor=cursor, limit=count).value

    def past(cursor: str | None, count: int) -> Page[Review]:
        return context.platform.agency.reviews(
            desk.staff_call(context), pending=False, cursor=cursor, limit=count
        ).value

    found = list(everything(waiting, limit))
    if every and (limit is None or len(found) < limit):
        found += everything(past, None if limit is None else limit - len(found))
    context.show("reviews", {"reviews": [shape.review_line(one) for one in found]})
