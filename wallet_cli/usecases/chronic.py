"""Recognition of chronic disease (门诊慢特病认定): apply with papers, look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wallet_cli.domain import papers as rules
from wallet_cli.domain.chronic import NEEDED, PAPERS, Chronic, ChronicState
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.time import Instant
from wallet_cli.errors import ChronicExists, ChronicUnknown
from wallet_cli.ports import Call, Page, Reply, Row, Transaction
from wallet_cli.usecases.applications import paper_rows, papers_of
from wallet_cli.usecases.paging import everything
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Session, acted_for, held


def _send(session: Session, call: Call, body: Row) -> Reply[Chronic]:
    return session.platform.citizen.recognise(call, body["handle"], body["disease"], papers_of(body["papers"]))


def _keep(tx: Transaction, body: Row, chronic: Any, now: Instant) -> None:
    # Which disease it is stays out of the audit: it holds no personal data.
    tx.audit("chronic.apply", now, {"chronic_id": chronic.chronic_id, **acted_for(tx, body["handle"])})


APPLY = Change("recognise", _send, _keep)


def check(papers: tuple[Paper, ...]) -> None:
    """What the platform will refuse anyway, before it is asked. Raises PaperInvalid, PapersMissing."""
    rules.check(papers, PAPERS)
    rules.require(papers, NEEDED)


def apply(session: Session, member: str, disease: str, papers: tuple[Paper, ...]) -> tuple[Chronic, bool]:
    """Applies. The application, and whether this call made it: the very same one that waits already is given back. Raises ChronicInvalid, ChronicExists, PapersMissing, PaperInvalid, NotInsured."""
    check(papers)
    handle = held(session, member).issued.handle
    body = {"handle": handle, "disease": disease, "papers": paper_rows(papers)}
    try:
        applied: Chronic = perform(session, APPLY, body)
    except ChronicExists as there:
        # The answer to the first of both may have been lost with the process that asked.
        waiting = show(session, member, str(there.data["chronic_id"]))
        if waiting.state is not ChronicState.PENDING or waiting.papers != papers:
            raise
        return waiting, False
    return applied, True


def listed(session: Session, member: str, limit: int) -> Iterator[Chronic]:
    """Newest first, at most `limit`."""
    handle = held(session, member).issued.handle

    def fetch(cursor: str | None, size: int) -> Page[Chronic]:
        call = session.call("chronics")
        return session.platform.citizen.chronics(call, handle, cursor=cursor, limit=size).value

    return everything(fetch, limit)


def show(session: Session, member: str, chronic_id: str) -> Chronic:
    """One application. Raises ChronicUnknown."""
    if not chronic_id or len(chronic_id) > 64:
        raise ChronicUnknown(id=chronic_id[:64])
    handle = held(session, member).issued.handle
    return session.platform.citizen.chronic(session.call("chronic"), handle, chronic_id).value
