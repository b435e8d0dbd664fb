"""The documents of claims and recognitions, every field of them: driven by test_documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from unit.cli.running import HOSPITAL

if TYPE_CHECKING:
    from unit.cli.test_documents import Drive

BILL: dict[str, Any] = {"med_type": "11", "fees": [{"name": "CT", "category": "A", "amount_fen": 900000}]}


def claims(drive: Drive) -> None:
    """An advance from application to recovery, a refusal, a withdrawal; a recognition."""
    scan, bill = drive.folder / "scan.pdf", drive.folder / "claimed.json"
    scan.write_bytes(b"%PDF-1.7")
    bill.write_text(json.dumps(BILL), encoding="utf-8")

    def papers(*kinds: str) -> list[str]:
        return [word for kind in kinds for word in ("--paper", f"{kind}={scan}")]

    day = drive.p("sandbox", "clock")["now"][:10]
    at = ("--bill", str(bill), "--institution", HOSPITAL, "--place", "110000", "--date", day, "--via", "employer")
    outpatient = papers("receipt", "itemised-list", "medical-record")
    liable = papers("liability-proof")
    new = ("claim", "new", *at, *outpatient)
    first = drive.w(*new, "--cause", "third_party", "--advance", "--invoice", "D-1", *liable)
    drive.p("counter", "review", first["claim_id"], "--approve")
    drive.p("counter", "recover", first["claim_id"], "--amount", "1.00")
    second = drive.w(*new, "--cause", "card_lost", "--invoice", "D-2")
    drive.p("counter", "review", second["claim_id"], "--refuse", "票据不清")
    drive.w("claim", "show", second["claim_id"])
    third = drive.w(*new, "--cause", "system_fault", "--invoice", "D-3")
    drive.w("claim", "withdraw", third["claim_id"])
    drive.w("claim", "list")
    applied = drive.w("chronic", "new", "--disease", "M03900", *papers("diagnosis-proof", "medical-record"))
    drive.p("counter", "review", applied["chronic_id"], "--approve")
    drive.w("chronic", "show", applied["chronic_id"])
    drive.w("chronic", "list")
