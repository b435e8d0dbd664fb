"""Manual reimbursement (手工报销): its values. Pure; money is integer fen, days are civil days in China."""

from __future__ import annotations

from enum import StrEnum

from wallet_cli.domain.papers import Paper
from wallet_cli.domain.settlement import Bill
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value


class Via(StrEnum):
    """Who hands the claim in: the employer, or the neighbourhood's social-security office."""

    EMPLOYER = "employer"
    OFFICE = "office"


class ClaimCause(StrEnum):
    """Why the bill was paid in full at the counter. The last three are what the law excludes unless the fund
    advances it and recovers it later (Social Insurance Law, articles 30, 41, 42)."""

    SYSTEM_FAULT = "system_fault"
    NOT_NETWORKED = "not_networked"
    UNFILED = "unfiled"
    LATE_FILING = "late_filing"
    EMERGENCY = "emergency"
    CARD_LOST = "card_lost"
    ABROAD = "abroad"
    WORK_INJURY = "work_injury"
    THIRD_PARTY = "third_party"


class ClaimState(StrEnum):
    """`paid`: approved and transferred."""

    PENDING = "pending"
    PAID = "paid"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ClaimRequest(Value):
    """What a person claims. `invoice_no`: of the institution's receipt, by which nothing is paid twice;
    `institution`: code or name; `region`: treatment place, six digits; `visited_on`: ISO day."""

    bill: Bill
    cause: ClaimCause
    via: Via
    institution: str
    region: str
    invoice_no: str
    visited_on: str
    papers: tuple[Paper, ...]
    advance: bool = False


class Claim(Value):
    """A claim as the platform has it. `due_on`: ISO day by which it must be decided, counted in working days;
    `fund_pay_fen`: what the fund pays; `recover_fen`: of that, advanced and to be recovered; `setl_id`: of the
    calculation behind it, once paid; `reason`: why it was refused."""

    claim_id: str
    psn_no: str
    cause: ClaimCause
    via: Via
    institution: str
    region: str
    invoice_no: str
    visited_on: str
    amount_fen: int
    papers: tuple[Paper, ...]
    state: ClaimState
    claimed_at: Instant
    due_on: str
    decided_at: Instant | None
    paid_at: Instant | None
    fund_pay_fen: int | None
    recover_fen: int
    setl_id: str | None
    reason: str | None
