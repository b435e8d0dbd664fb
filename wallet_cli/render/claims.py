"""The fields of recognitions of chronic disease and of manual claims (cli.md, Output; see `shapes`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.render.review import paper

if TYPE_CHECKING:
    from wallet_cli.domain.chronic import Chronic
    from wallet_cli.domain.claim import Claim
    from wallet_cli.render.leaves import Data

_ONLY_WHERE_SO = frozenset({"overdue", "recover_fen", "recovered_fen"})


def chronic_line(one: Chronic) -> Data:
    """One application in the list."""
    return {
        "chronic_id": one.chronic_id,
        "disease": one.disease,
        "state": one.state,
        "applied_at": one.applied_at,
        "decided_at": one.decided_at,
        "reason": one.reason,
    }


def chronic(member: str, one: Chronic) -> Data:
    """One application, whole."""
    return {"member": member, **chronic_line(one), "papers": [paper(each) for each in one.papers]}


def claim_line(one: Claim) -> Data:
    """One claim in the list."""
    return {
        "claim_id": one.claim_id,
        "cause": one.cause,
        "institution_name": one.institution,
        "visited_on": one.visited_on,
        "amount_fen": one.amount_fen,
        "state": one.state,
        "due_on": one.due_on,
        "fund_pay_fen": one.fund_pay_fen,
        "arrived_at": one.arrived_at,
    }


def claim(one: Claim, *, overdue: bool) -> Data:
    """One claim, whole. `overdue`: nobody decided it in its time."""
    return {
        "claim_id": one.claim_id,
        "psn_no": one.psn_no,
        "state": one.state,
        "cause": one.cause,
        "via": one.via,
        "institution_name": one.institution,
        "fixmedins_code": one.fixmedins_code,
        "mdtrtarea_admvs": one.region,
        "invoice_no": one.invoice_no,
        "visited_on": one.visited_on,
        "amount_fen": one.amount_fen,
        "claimed_at": one.claimed_at,
        "due_on": one.due_on,
        "overdue": overdue,
        "decided_at": one.decided_at,
        "reason": one.reason,
        "setl_id": one.setl_id,
        "fund_pay_fen": one.fund_pay_fen,
        "paid_at": one.paid_at,
        "arrives_on": one.arrives_on,
        "arrived_at": one.arrived_at,
        "recover_fen": one.recover_fen,
        "recovered_fen": one.recovered_fen,
        "papers": [paper(each) for each in one.papers],
    }


def brief(data: Data) -> Data:
    """What a person needs of an application: nothing that is empty, papers by their kind alone. -v shows it all."""
    kept = {key: value for key, value in data.items() if key != "papers" and _tells(key, value)}
    return {**kept, "paper": [one["paper"] for one in data["papers"]]}


def _tells(key: str, value: object) -> bool:
    return value is not None and not (key in _ONLY_WHERE_SO and not value)
