"""Settlement: settle(bill, policy, state) -> who pays what, each step explained. Pure; all money is integer fen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wallet_cli.domain.time import Instant


class TreatmentType(StrEnum):
    """National name `med_type`."""

    OUTPATIENT = "11"
    REGISTRATION = "12"
    EMERGENCY = "13"
    CHRONIC = "14"
    INPATIENT = "21"
    PHARMACY = "41"


class Category(StrEnum):
    """Catalogue class of a fee: A wholly in scope, B after its own ratio, C one's own."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Fee:
    """One line of a bill. `own_ratio_permyriad`: class-B own share in 1/10000; `over_limit_fen`: above the price limit."""

    name: str
    category: Category
    amount_fen: int
    own_ratio_permyriad: int = 0
    over_limit_fen: int = 0


@dataclass(frozen=True, slots=True)
class Bill:
    """What a terminal submits: a treatment type and its fees (1 to 1,000)."""

    med_type: TreatmentType
    fees: tuple[Fee, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the explanation. `rule`: a stable key that the catalog words; `values`: what it is worded from."""

    rule: str
    amount_fen: int
    values: dict[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settled bill, amounts under their national names in fen.

    medfee_sumamt = inscp_scp_amt + preselfpay_amt + overlmt_selfpay + fulamt_ownpay_amt, and
    medfee_sumamt = fund_pay_sumamt + acct_pay + acct_mulaid_pay + psn_cash_pay, always exactly.
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
