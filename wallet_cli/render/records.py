"""The fields of records and of their sums, and what of them a person is shown: see `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wallet_cli.domain.annual import Annual, Sums, Totals
    from wallet_cli.ports import Record
    from wallet_cli.render.leaves import Data

PLAIN_STATES = frozenset({None, "settled"})
"""States that need no word in a table."""


def line(one: Record) -> Data:
    """One line of the list of records."""
    settled = one.settlement
    return {
        "record_id": one.record_id,
        "kind": one.kind,
        "at": one.at,
        "amount_fen": one.amount_fen,
        "fund_pay_sumamt_fen": settled.fund_pay_sumamt_fen if settled else one.fund_fen,
        "acct_pay_fen": settled.acct_pay_fen if settled else None,
        "psn_cash_pay_fen": settled.psn_cash_pay_fen if settled else None,
        "where": settled.institution_name if settled else one.payer,
        "period": one.period,
        "acct_mulaid_pay_fen": settled.acct_mulaid_pay_fen if settled else None,
        "state": one.state,
        "refund_of": settled.refund_of if settled else None,
        "arrived_at": one.arrived_at,
    }


def record(one: Record, *, explain: bool) -> Data:
    """One record, whole."""
    whole: dict[str, Any] = {"record_id": one.record_id, "kind": one.kind, "at": one.at, "amount_fen": one.amount_fen}
    if one.state is not None:
        whole["state"] = one.state
    if one.period is not None:
        whole |= {"period": one.period, "payer": one.payer}
    if one.settlement is not None:
        from wallet_cli.render import shapes

        whole["refund_of"] = one.settlement.refund_of
        whole["settlement"] = shapes.settlement(one.settlement, explain=explain)
    elif one.period is None:
        whole |= {"fund_pay_sumamt_fen": one.fund_fen, "arrived_at": one.arrived_at}
    return whole


def for_people(records: Iterable[Record]) -> list[Data]:
    """The lines with what a person needs: no column that says nothing about any of them, and arrival as a state."""
    rows = [{**line(one), "state": _state(one)} for one in records]
    idle = {key for key in ("acct_mulaid_pay_fen",) if not any(row[key] for row in rows)}
    idle |= {key for key in rows[0] if all(row[key] is None for row in rows)} if rows else set()
    if all(row["state"] in PLAIN_STATES for row in rows):
        idle.add("state")
    if len({row["kind"] for row in rows}) < 2:
        idle.add("kind")
    return [{key: value for key, value in row.items() if key not in idle} for row in rows]


def _state(one: Record) -> str | None:
    return "arrived" if one.arrived_at is not None else one.state


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


def year_for_people(data: Data) -> Data:
    """Under the months: whose year, its sums, and what came from elsewhere, as far as there was any."""
    rare = ("acct_mulaid_pay_fen", "refund_fen", "claims_paid_fen")
    told: dict[str, Any] = {"member": data["member"], "year": data["year"], **data["total"]}
    told |= {key: data[key] for key in ("contributions_fen", "claims_paid_fen", "file") if key in data}
    return {key: value for key, value in told.items() if value or key not in rare}


def _month(year: int, number: int) -> str:
    return f"{year:04d}-{number:02d}"
