"""Histories for the tests of records: settlements, refunds and claims put into a platform's tables as its rules keep them.

Refunds and claims have rules and tests of their own; what is tested with this is how they are listed and added up.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from wallet_cli.domain.claim import Claim, ClaimCause, ClaimState, Via
from wallet_cli.domain.settlement import Bill, Settlement, SettlementState, Step, TreatmentType
from wallet_cli.domain.time import Instant
from wallet_cli.platform import answers
from wallet_cli.platform.service import settling
from wallet_cli.platform.service.act import Act

_ADD_CLAIM = """
    INSERT INTO claims (claim_id, psn_no, fixmedins_code, visited_on, left_on, invoice_lookup, state, amount_fen, fund_fen,
        claimed_at, decided_at, arrives_at, body)
    VALUES (:claim_id, :psn_no, '', '2025-01-01', '2025-01-01', :invoice, :state, :amount, :fund, :at, :decided_at,
        :arrives_at, :body)
"""
_DROP = ("DELETE FROM contributions WHERE psn_no = :psn_no", "DELETE FROM settlements WHERE psn_no = :psn_no")


class Paid(NamedTuple):
    """What each payer paid, in fen."""

    fund: int = 0
    account: int = 0
    aid: int = 0
    cash: int = 0


def settlement(setl_id: str, at: int, paid: Paid, refund_of: str | None = None, where: str = "沙盒医院") -> Settlement:
    """A settlement of class-A fees."""
    total = sum(paid)
    return Settlement(
        setl_id=setl_id,
        mdtrt_id="V" + setl_id,
        fixmedins_code="H11000000001",
        institution_name=where,
        med_type=TreatmentType.OUTPATIENT,
        mdtrt_cert_type="01",
        insuplc_admdvs="110000",
        mdtrtarea_admvs="110000",
        insutype="310",
        setl_time=Instant(at),
        medfee_sumamt_fen=total,
        inscp_scp_amt_fen=total,
        preselfpay_amt_fen=0,
        overlmt_selfpay_fen=0,
        fulamt_ownpay_amt_fen=0,
        act_pay_dedc_fen=0,
        hifp_pay_fen=paid.fund,
        fund_pay_sumamt_fen=paid.fund,
        acct_pay_fen=paid.account,
        acct_mulaid_pay_fen=paid.aid,
        psn_cash_pay_fen=paid.cash,
        balc_fen=None,
        preview=False,
        steps=(Step("total", total, {"fees": 1}),),
        policy="test",
        refund_of=refund_of,
    )


def settled(act: Act, psn_no: str, one: Settlement, state: str = "settled") -> None:
    """Keeps a settlement."""
    settling.add(act, one._replace(state=SettlementState(state)), psn_no, act.random(32), left=None)


def claimed(act: Act, psn_no: str, claim_id: str, at: int, amount: int, **decision: Any) -> None:
    """Keeps a claim. `decision`: state, fund, decided_at, arrives_at."""
    fields: dict[str, Any] = {"state": "pending", "fund": None, "decided_at": None, "arrives_at": None} | decision
    claim = Claim(
        claim_id=claim_id,
        psn_no=psn_no,
        cause=ClaimCause.NOT_NETWORKED,
        via=Via.EMPLOYER,
        institution="外地医院",
        region="310000",
        invoice_no="1",
        visited_on="2025-01-01",
        amount_fen=amount,
        papers=(),
        state=ClaimState.PENDING,
        claimed_at=Instant(at),
        due_on="2025-02-01",
        decided_at=None,
        paid_at=None,
        fund_pay_fen=None,
        recover_fen=0,
        setl_id=None,
        reason=None,
    )
    bill = Bill(TreatmentType.OUTPATIENT, ())
    act.run(
        _ADD_CLAIM,
        claim_id=claim_id,
        psn_no=psn_no,
        invoice=act.random(32),
        amount=amount,
        at=at,
        body=act.cipher.seal(f"claims/{claim_id}", answers.dump((claim, bill, False))),
        **fields,
    )


def forget(act: Act, psn_no: str) -> None:
    """A person without any record."""
    for sql in _DROP:
        act.run(sql, psn_no=psn_no)
