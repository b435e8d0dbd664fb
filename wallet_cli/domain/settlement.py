"""Settlement: the values that bills, records and ports share, and the door to the engine behind them (`payers`).

Pure; all money is integer fen. The engine and the policies' values are loaded when first asked for: every command that
knows the ports passes through here, and few of them settle.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from wallet_cli.domain.bill import Bill, Category, Cause, Fee, TreatmentType, parse_bill
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value

if TYPE_CHECKING:
    from wallet_cli.domain.outcome import Outcome
    from wallet_cli.domain.payers import settle, stand
    from wallet_cli.domain.policy import Part, Policy, Reach
    from wallet_cli.domain.standing import Aid, State, Visit, YearUse

__all__ = [
    "Aid",
    "AidPaid",
    "Bill",
    "Category",
    "Cause",
    "Fee",
    "Outcome",
    "Part",
    "Policy",
    "Reach",
    "Settlement",
    "SettlementState",
    "State",
    "Step",
    "TreatmentType",
    "Visit",
    "YearUse",
    "parse_bill",
    "settle",
    "stand",
]


_NO_VALUES: Mapping[str, int | str] = {}


class Step(Value):
    """One line of the explanation. `rule`: a stable key that the catalog words; `values`: what it is worded from."""

    rule: str
    amount_fen: int
    values: Mapping[str, int | str] = {}

    def __init__(self, rule: str, amount_fen: int, values: Mapping[str, int | str] = _NO_VALUES) -> None:
        # A bill has about a dozen: without its own constructor they cost half of settling it.
        held = self.__dict__
        held["rule"] = rule
        held["amount_fen"] = amount_fen
        held["values"] = values


class AidPaid(Value):
    """What one giver's personal account paid (mutual aid). `giver`: masked name; `giver_no`: their psn_no."""

    giver: str
    paid_fen: int
    giver_no: str = ""


class SettlementState(StrEnum):
    """`reversed`: undone whole, as if it had never been (冲正); `refunded`: given back, `partly_refunded` in part (退费)."""

    SETTLED = "settled"
    REVERSED = "reversed"
    REFUNDED = "refunded"
    PARTLY_REFUNDED = "partly_refunded"


class Settlement(Value):
    """A settled bill, amounts under their national names in fen.

    medfee_sumamt = inscp_scp_amt + preselfpay_amt + overlmt_selfpay + fulamt_ownpay_amt, and
    medfee_sumamt = fund_pay_sumamt + acct_pay + acct_mulaid_pay + psn_cash_pay, always exactly.

    `reach`: how the visit stood to the insured place (domain.policy.Reach); `filing_id`: the filing it was settled
    under. A refund is a settlement of its own: `refund_of` names the one it gives back from, and its amounts, all
    negative or 0, are what goes back. `aids`: what each giver paid, in the order they were asked. `agent`: masked name
    of who collected medicines for the patient.
    """

    setl_id: str
    mdtrt_id: str
    fixmedins_code: str
    institution_name: str
    med_type: TreatmentType
    mdtrt_cert_type: str
    insuplc_admdvs: str
    mdtrtarea_admvs: str
    insutype: str
    setl_time: Instant
    medfee_sumamt_fen: int
    inscp_scp_amt_fen: int
    preselfpay_amt_fen: int
    overlmt_selfpay_fen: int
    fulamt_ownpay_amt_fen: int
    act_pay_dedc_fen: int
    hifp_pay_fen: int
    fund_pay_sumamt_fen: int
    acct_pay_fen: int
    acct_mulaid_pay_fen: int
    psn_cash_pay_fen: int
    balc_fen: int | None
    preview: bool
    steps: tuple[Step, ...]
    policy: str
    illustrative: bool = True
    reach: str = "home"
    filing_id: str | None = None
    state: SettlementState = SettlementState.SETTLED
    refund_of: str | None = None
    aids: tuple[AidPaid, ...] = ()
    agent: str | None = None


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        # PEP 562. Only for names of __all__ that are not here yet.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from wallet_cli.domain import payers

        return getattr(payers, name)
