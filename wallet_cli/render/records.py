"""The fields of records and of their sums, and what of them a person is shown: see `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wallet_cli import locale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wallet_cli.domain.annual import Annual, Sums, Totals
    from wallet_cli.ports import Record
    from wallet_cli.render.leaves import Data

PLAIN_STATES = frozenset({None, "settled"})
"""States that need no word in a table."""


def line(one: Record) -> Data:
    """One line of the list of records."""
    # A claim asked for alone brings its settlement, whose record is another one.
    settled = one.settlement if one.kind == "settlement" else None
    return {
        "record_id": one.record_id,
        "kind": one.kind,
        "at": one.at,
        "amount_fen": one.amount_fen,
        "fund_pay_sumamt_fen": settled.fund_pay_sumamt_fen if settled else one.fund_fen,
        "acct_pay_fen": settled.acct_pay_fen if settled else None,
        "psn_cash_pay_fen": settled.psn_cash_pay_fen if settled else None,
        "where": settled.institution_name if settled else one.institution or one.payer or one.user,
        "period": one.period,
        "acct_mulaid_pay_fen": settled.acct_mulaid_pay_fen if settled else None,
        "state": one.state,
        "refund_of": settled.refund_of if settled else None,
        "arrived_at": one.arrived_at,
        "claim_id": one.claim_id,
    }


def record(one: Record, *, explain: bool) -> Data:
    """One record, whole."""
    told = line(one)
    names = (
        "record_id",
        "kind",
        "at",
        "amount_fen",
        "state",
        "refund_of",
        "fund_pay_sumamt_fen",
        "arrived_at",
        "claim_id",
    )
    whole: dict[str, Any] = {name: told[name] for name in names}
    if one.period is not None:
        whole |= {"period": one.period, "payer": one.payer}
    if one.user is not None:
        whole["user"] = one.user
    if one.settlement is not None:
        from wallet_cli.render import shapes

        whole["settlement"] = shapes.settlement(one.settlement, explain=explain)
    return whole


def record_for_people(one: Record) -> Data:
    """A contribution or a claim, what it lacks left out; of a claim that is paid, whether the money is there."""
    told = {key: value for key, value in line(one).items() if value is not None}
    if one.state is not None:
        told["state"] = _state(one)
    return told


def whole(records: Iterable[Record]) -> list[Data]:
    """All the lines' fields for people: money can be on its way for claims alone."""
    return [
        {**told, "arrived_at": told["arrived_at"] if one.kind == "claim" else locale.text("none")}
        for one in records
        for told in (line(one),)
    ]


def for_people(records: Iterable[Record]) -> list[Data]:
    """The lines with what a person needs: civil days, no column that says nothing about any of them, and refunds and
    the arrival of money as states."""
    rows = [{**line(one), "at": one.at.day(), "state": _state(one)} for one in records]
    kinds = {str(row["kind"]) for row in rows}
    idle = {key for key in ("acct_mulaid_pay_fen",) if not any(row[key] for row in rows)}
    idle |= {key for key in rows[0] if all(row[key] is None for row in rows)} if rows else set()
    if all(row["state"] in PLAIN_STATES for row in rows):
        idle.add("state")
    if kinds != {"contribution"}:
        idle.add("period")
    if len(kinds) < 2 or not kinds & {"claim", "mutual-aid"}:
        # Employers pay contributions, institutions are paid for treatment: `where` tells these two apart.
        idle.add("kind")
    return [{key: value for key, value in row.items() if key not in idle} for row in rows]


def _state(one: Record) -> str | None:
    if one.settlement is not None and one.settlement.refund_of is not None and one.state == "settled":
        return "refund"
    if one.claim_id is not None and one.state == "settled":
        return "by_claim"
    if one.arrived_at is not None:
        return "arrived"
    return "in_transit" if one.state == "paid" else one.state


def sums(one: Sums) -> Data:
    """Settlements added up by payer."""
    return {
        "settlements": one.settlements,
        "medfee_sumamt_fen": one.amount_fen,
        "fund_pay_sumamt_fen": one.fund_fen,
        "acct_pay_fen": one.account_fen,
        "acct_mulaid_pay_fen": one.aid_fen,
        "psn_cash_pay_fen": one.cash_fen,
        "refund_fen": one.refund_fen,
    }


def totals(one: Totals) -> Data:
    """The sums of a list."""
    return {
        **sums(one.sums),
        "contributions_fen": one.contributions_fen,
        "claims_paid_fen": one.claims_paid_fen,
        "aid_given_fen": one.aid_given_fen,
    }


def annual(member: str, one: Annual) -> Data:
    """A year by months."""
    return {
        "member": member,
        "year": one.year,
        "currency": "CNY",
        "months": [{"month": _month(one.year, n), **sums(month)} for n, month in enumerate(one.months, 1)],
        "total": sums(one.whole),
        "contributions_fen": one.contributions_fen,
        "claims_paid_fen": one.claims_paid_fen,
    }


def months_for_people(one: Annual) -> list[Data]:
    """The months in which something happened."""
    shown = ("medfee_sumamt_fen", "fund_pay_sumamt_fen", "acct_pay_fen", "acct_mulaid_pay_fen", "psn_cash_pay_fen")
    return [
        {"month": _month(one.year, n), **{key: value for key, value in sums(month).items() if key in shown}}
        for n, month in enumerate(one.months, 1)
        if month.settlements or month.refund_fen
    ]


def sums_for_people(data: Data) -> Data:
    """Sums as far as there is anything to say: of settlements all or none, of what is rare nothing where it is 0."""
    rare = {"acct_mulaid_pay_fen", "refund_fen", "contributions_fen", "claims_paid_fen", "aid_given_fen"}
    if not (data["settlements"] or data["refund_fen"]):
        rare |= {"settlements", "medfee_sumamt_fen", "fund_pay_sumamt_fen", "acct_pay_fen", "psn_cash_pay_fen"}
    return {key: value for key, value in data.items() if value or key not in rare}


def year_for_people(data: Data) -> Data:
    """Under the months: whose year, its sums, and what came from elsewhere."""
    rest = {key: data[key] for key in ("contributions_fen", "claims_paid_fen", "file") if key in data}
    return {"member": data["member"], "year": data["year"], **sums_for_people({**data["total"], **rest})}


def _month(year: int, number: int) -> str:
    return f"{year:04d}-{number:02d}"
