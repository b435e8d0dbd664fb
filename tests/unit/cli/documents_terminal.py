"""What `test_documents` drives of the terminal and of payments: visits, agents, refunds, reversals, bills to confirm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from unit.cli.running import HOSPITAL

if TYPE_CHECKING:
    from unit.cli.test_documents import Drive

PHARMACY = "P11000000001"


def write(drive: Drive, name: str, med_type: str, **fields: Any) -> str:
    """A bill of one fee."""
    path = drive.folder / f"{name}.json"
    fees = [{"name": "阿莫西林胶囊", "category": "A", "amount_fen": 4000, **fields}]
    path.write_text(json.dumps({"med_type": med_type, "fees": fees}), encoding="utf-8")
    return str(path)


def visits_and_refunds(drive: Drive, pin: str) -> None:
    """A stay from admission to its bill, given back in part and whole; a reversal; medicines collected for somebody."""
    at = ("--institution", HOSPITAL)
    code = drive.w("qr", secrets={"--pin-fd": pin})["code"]
    admitted = drive.p("terminal", "verify", *at, "--scene", "01103", "--code", "-", stdin=code)
    id_number = drive.p("person", "show", "张三", "--reveal")["id_number"]
    words = ("--bill", write(drive, "stay", "21"), "--credential", "id-card", "--visit", admitted["mdtrt_id"])
    settled = drive.p("terminal", "settle", *at, *words, secrets={"--credential-fd": id_number})
    part = write(drive, "part", "21", amount_fen=1000)
    drive.p("terminal", "refund", settled["setl_id"], *at, "--bill", part, "--explain")
    drive.p("terminal", "refund", settled["setl_id"], *at)
    drive.fail(drive.platform, "terminal", "reverse", *at, settled["setl_id"])
    drive.p("terminal", "reverse", *at, "--idempotency-key", "never seen")
    agent = drive.p("person", "show", "李秀英", "--reveal")["id_number"]
    words = ("--institution", PHARMACY, "--bill", write(drive, "medicine", "41"), "--credential", "id-card")
    secrets = {"--credential-fd": id_number, "--agent-fd": agent}
    bought = drive.p("terminal", "settle", *words, secrets=secrets)
    assert bought["agent"] == "**英"
    drive.p("terminal", "reverse", "--institution", PHARMACY, bought["setl_id"])


def payments(drive: Drive, pin: str) -> None:
    """Bills sent, listed, confirmed and taken back."""
    at = ("--institution", HOSPITAL)
    id_number = drive.p("person", "show", "张三", "--reveal")["id_number"]
    words = ("request-payment", *at, "--bill", write(drive, "bill-11", "11"), "--credential", "id-card")
    sent = drive.p("terminal", *words, secrets={"--credential-fd": id_number})
    other = drive.p("terminal", *words, secrets={"--credential-fd": id_number})
    drive.w("pay", "list")
    drive.w("pay", "confirm", sent["bill_id"], "--explain", secrets={"--pin-fd": pin})
    drive.w("pay", "confirm", sent["bill_id"])
    drive.p("terminal", "query", *at, "--bill-id", sent["bill_id"])
    drive.p("terminal", "request-payment", *at, "--withdraw", other["bill_id"])
    drive.fail(drive.wallet, "pay", "confirm", other["bill_id"])
