"""Manual reimbursement (手工报销): claim a bill that was paid in full, look, withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wallet_cli.domain import claim as rules
from wallet_cli.domain import papers
from wallet_cli.domain.claim import Claim, ClaimCause, ClaimRequest, ClaimState, Via
from wallet_cli.domain.time import Instant
from wallet_cli.errors import ClaimDuplicate, ClaimUnknown
from wallet_cli.errors import ClaimState as WrongClaimState
from wallet_cli.ports import Call, Page, Reply, Row, Transaction
from wallet_cli.usecases.applications import bill_of, bill_row, paper_rows, papers_of
from wallet_cli.usecases.paging import everything
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Session, acted_for, held


def _send_claim(session: Session, call: Call, body: Row) -> Reply[Claim]:
    return session.platform.citizen.claim(call, body["handle"], _request_of(body["request"]))


def _keep_claim(tx: Transaction, body: Row, claim: Any, now: Instant) -> None:
    tx.audit("claim.new", now, {"claim_id": claim.claim_id, **acted_for(tx, body["handle"])})


def _send_withdraw(session: Session, call: Call, body: Row) -> Reply[Claim]:
    return session.platform.citizen.withdraw_claim(call, body["handle"], body["claim_id"])


def _keep_withdraw(tx: Transaction, body: Row, claim: Any, now: Instant) -> None:
    tx.audit("claim.withdraw", now, {"claim_id": claim.claim_id, **acted_for(tx, body["handle"])})


CLAIM = Change("claim", _send_claim, _keep_claim)
WITHDRAW = Change("withdraw_claim", _send_withdraw, _keep_withdraw)


def check(request: ClaimRequest, today: str) -> None:
    """What the platform will refuse anyway, before it is asked. Raises ClaimInvalid, ClaimExcluded, RegionInvalid."""
    rules.check(request, today)


def check_papers(request: ClaimRequest) -> None:
    """As `check`, of the papers. Raises PaperInvalid, PapersMissing with all that are missing."""
    papers.check(request.papers, rules.PAPERS)
    papers.require(request.papers, rules.needed(request.cause, request.bill))


def claim(session: Session, member: str, request: ClaimRequest) -> tuple[Claim, bool]:
    """Claims. The claim, and whether this call made it: the very same claim that waits already is given back. Raises those of `check` and `check_papers`, ClaimDuplicate, ClaimSettled, InstitutionUnknown, NotInsured."""
    check(request, session.clock.now().day())
    check_papers(request)
    handle = held(session, member).issued.handle
    try:
        claimed: Claim = perform(session, CLAIM, {"handle": handle, "request": _request_row(request)})
    except ClaimDuplicate as twice:
        # The answer to the first of both may have been lost with the process that asked.
        if twice.data.get("state") != ClaimState.PENDING:
            raise
        waiting = show(session, member, str(twice.data["claim_id"]))
        if not _same(waiting, request):
            raise
        return waiting, False
    return claimed, True


def listed(session: Session, member: str, limit: int) -> Iterator[Claim]:
    """Newest first, at most `limit`."""
    handle = held(session, member).issued.handle

    def fetch(cursor: str | None, size: int) -> Page[Claim]:
        call = session.call("claims")
        return session.platform.citizen.claims(call, handle, cursor=cursor, limit=size).value

    return everything(fetch, limit)


def show(session: Session, member: str, claim_id: str) -> Claim:
    """One claim. Raises ClaimUnknown."""
    if not claim_id or len(claim_id) > 64:
        raise ClaimUnknown(id=claim_id[:64])
    handle = held(session, member).issued.handle
    return session.platform.citizen.claim_of(session.call("claim_of"), handle, claim_id).value


def withdrawable(session: Session, member: str, claim_id: str) -> Claim:
    """A claim that may be taken back, or is already. Raises ClaimUnknown, ClaimState."""
    found = show(session, member, claim_id)
    if found.state not in {ClaimState.PENDING, ClaimState.WITHDRAWN}:
        raise WrongClaimState(claim_id=found.claim_id, state=found.state.value)
    return found


def withdraw(session: Session, member: str, claim_id: str) -> tuple[Claim, bool]:
    """Takes a claim back. The claim, and whether this call changed it. Raises ClaimUnknown, ClaimState."""
    before = withdrawable(session, member, claim_id)
    if before.state is ClaimState.WITHDRAWN:
        return before, False
    handle = held(session, member).issued.handle
    after: Claim = perform(session, WITHDRAW, {"handle": handle, "claim_id": claim_id})
    return after, True


def _same(waiting: Claim, request: ClaimRequest) -> bool:
    amount = sum(fee.amount_fen for fee in request.bill.fees)
    asked = (request.cause, request.via, request.region, request.visited_on, amount, request.papers)
    return asked == (
        *(waiting.cause, waiting.via, waiting.region, waiting.visited_on, waiting.amount_fen),
        waiting.papers,
    )


def _request_row(request: ClaimRequest) -> Row:
    return {
        **request._asdict(),
        "bill": bill_row(request.bill),
        "cause": request.cause.value,
        "via": request.via.value,
        "papers": paper_rows(request.papers),
    }


def _request_of(row: Row) -> ClaimRequest:
    return ClaimRequest(
        **{
            **row,
            "bill": bill_of(row["bill"]),
            "cause": ClaimCause(row["cause"]),
            "via": Via(row["via"]),
            "papers": papers_of(row["papers"]),
        }
    )
