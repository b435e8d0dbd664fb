"""Records of what really happened at terminal and counter: part of a bill given back, another undone, a claim paid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from wallet import ZHANG, Wallet

HOSPITAL = "H11000000001"
PAYERS = ("medfee_sumamt_fen", "fund_pay_sumamt_fen", "acct_pay_fen", "acct_mulaid_pay_fen", "psn_cash_pay_fen")


def bill(folder: Path, fen: int) -> str:
    path = folder / f"bill{fen}.json"
    fees = [{"name": "检查", "category": "A", "amount_fen": fen}]
    path.write_text(json.dumps({"med_type": "11", "fees": fees}), encoding="utf-8")
    return str(path)


def settle(wallet: Wallet, folder: Path, fen: int) -> dict[str, Any]:
    words = ("terminal", "settle", "--institution", HOSPITAL, "--bill", bill(folder, fen), "--credential", "id-card")
    return wallet.other(*words, secrets={"--credential-fd": ZHANG.id_number})


def added(wallet: Wallet) -> dict[str, int]:
    """The listed settlements added up by hand."""
    listed = wallet.ok("records", "--all", "--kind", "settlement")["records"]
    names = {"amount_fen": "medfee_sumamt_fen", **{name: name for name in PAYERS[1:]}}
    counted = [one for one in listed if one["state"] != "reversed"]
    return {name: sum(one[field] for one in counted) for field, name in names.items()}


def test_a_refund_and_a_reversal_in_the_list_and_in_the_sums(active: Wallet, tmp_path: Path) -> None:
    kept, undone = settle(active, tmp_path, 500_000), settle(active, tmp_path, 70_000)
    at = ("--institution", HOSPITAL)
    back = active.other("terminal", "refund", kept["setl_id"], *at, "--bill", bill(tmp_path, 200_000))
    active.other("terminal", "reverse", *at, undone["setl_id"])
    told = {one["record_id"]: one for one in active.ok("records", "--kind", "settlement")["records"]}
    assert {name: one["state"] for name, one in told.items()} == {
        kept["setl_id"]: "partly_refunded",
        undone["setl_id"]: "reversed",
        back["setl_id"]: "settled",
    }
    assert told[back["setl_id"]]["refund_of"] == kept["setl_id"] and told[back["setl_id"]]["amount_fen"] == -200_000
    sums = active.ok("records", "--totals")["totals"]
    assert {name: sums[name] for name in PAYERS} == added(active)
    assert (sums["medfee_sumamt_fen"], sums["refund_fen"], sums["settlements"]) == (300_000, -200_000, 1)
    years = {int(one["at"][:4]) for one in told.values()} | {int(kept["setl_time"][:4]) + 1}
    months = [month for year in years for month in active.ok("records", "--annual", "--year", str(year))["months"]]
    assert {name: sum(month[name] for month in months) for name in PAYERS} == added(active)
    for language in ("zh-CN", "en"):
        for record_id in told:
            shown = active.run("records", "show", record_id, "--explain", "--lang", language)
            assert shown.exit == 0 and shown.out.count("2,000.00") >= (record_id == back["setl_id"])


def test_a_reimbursement_from_claim_to_arrival(active: Wallet, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.4\n%%EOF\n")
    day = settle(active, tmp_path, 1_000)["setl_time"][:10]
    words = ("claim", "new", "--bill", bill(tmp_path, 300_000), "--cause", "system_fault", "--institution", HOSPITAL)
    where = ("--place", "110000", "--invoice", "12345678", "--date", day, "--via", "employer", "--no-input", "--yes")
    papers = [part for kind in ("receipt", "itemised-list", "prescription") for part in ("--paper", f"{kind}={paper}")]
    claim = active.ok(*words, *where, *papers)["claim_id"]

    def record() -> dict[str, Any]:
        (one,) = active.ok("records", "--kind", "claim")["records"]
        return dict(one)

    assert (record()["record_id"], record()["state"], record()["where"]) == (claim, "pending", "沙盒北京第一医院")
    active.other("counter", "review", claim, "--approve")
    paid = record()
    assert (paid["state"], paid["arrived_at"]) == ("paid", None) and paid["fund_pay_sumamt_fen"] > 0
    whole = active.ok("records", "show", claim, "--explain")
    assert whole["settlement"]["fund_pay_sumamt_fen"] == paid["fund_pay_sumamt_fen"] and whole["settlement"]["steps"]
    for language, word in (("zh-CN", "款项在途"), ("en", "on its way")):
        shown = active.run("records", "show", claim, "--explain", "--lang", language).out
        assert word in shown and "3,000.00" in shown
    settled = active.ok("records", "--kind", "settlement")["records"]
    (worked_out,) = [one for one in settled if one["record_id"] == whole["settlement"]["setl_id"]]
    assert worked_out["claim_id"] == claim
    totals = active.ok("records", "--totals")["totals"]
    assert totals["claims_paid_fen"] == paid["fund_pay_sumamt_fen"] <= totals["fund_pay_sumamt_fen"]
    assert {name: totals[name] for name in PAYERS} == added(active)
    # Longer than any run of days on which nobody works.
    active.advance("336h")
    assert record()["arrived_at"] is not None and record()["state"] == "paid"


@pytest.mark.parametrize("form", ["human", "plain", "json"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_form_in_both_languages(active: Wallet, tmp_path: Path, form: str, language: str) -> None:
    settled = settle(active, tmp_path, 500_000)
    for words in (
        (),
        ("--totals",),
        ("--annual",),
        ("--chart",),
        ("--all",),
        ("show", settled["setl_id"], "--explain"),
    ):
        answer = active.run("records", *words, "-o", form, "--lang", language)
        assert answer.exit == 0 and answer.out
        assert form == "human" or answer.err == ""
