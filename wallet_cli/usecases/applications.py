"""What applications with papers share: papers and bills as rows of the outbox and back."""

from __future__ import annotations

from collections.abc import Sequence

from wallet_cli.domain.bill import Bill, Category, Cause, Fee, TreatmentType
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.ports import Row


def paper_rows(papers: Sequence[Paper]) -> list[Row]:
    """Papers as JSON objects."""
    return [{**paper._asdict(), "kind": paper.kind.value} for paper in papers]


def papers_of(rows: Sequence[Row]) -> tuple[Paper, ...]:
    """The papers behind `paper_rows`."""
    return tuple(Paper(**{**row, "kind": PaperKind(row["kind"])}) for row in rows)


def bill_row(bill: Bill) -> Row:
    """A bill as a JSON object."""
    fees = [{**fee._asdict(), "category": fee.category.value} for fee in bill.fees]
    return {**bill._asdict(), "med_type": bill.med_type.value, "cause": bill.cause.value, "fees": fees}


def bill_of(row: Row) -> Bill:
    """The bill behind `bill_row`."""
    fees = tuple(Fee(**{**fee, "category": Category(fee["category"])}) for fee in row["fees"])
    return Bill(**{**row, "med_type": TreatmentType(row["med_type"]), "cause": Cause(row["cause"]), "fees": fees})
