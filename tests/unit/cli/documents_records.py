"""Records' part of the run whose documents are looked at: see test_documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unit.cli.test_documents import Drive


def records(drive: Drive) -> None:
    """After a settlement: lists, sums, a year, files."""
    first = drive.w("records", "--limit", "2", "--totals")
    drive.w("records", "--after", first["next"], "--all")
    drive.w("records", "--kind", "settlement", "--totals")
    drive.w("records", "--csv", str(drive.folder / "records.csv"))
    drive.w("records", "--annual")
    drive.w("records", "--chart", "--svg", str(drive.folder / "year.svg"))
