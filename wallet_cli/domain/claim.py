"""Manual reimbursement (手工报销): its values. Pure; money is integer fen, days are civil days in China."""

from __future__ import annotations

from enum import StrEnum

from wallet_cli.domain import region as divisions
from wallet_cli.domain.bill import Bill, Cause, TreatmentType
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.time import Instant, is_day
from wallet_cli.domain.value import Value
from wallet_cli.errors import ClaimExcluded, ClaimInvalid

SMALL_FEN = 100_000
"""A small claim is at most this (示例: places differ)."""
DAYS_SMALL, DAYS_NORMAL, DAYS_LONGEST = 5, 10, 20
"""Working days in which a claim must be decided; the longest is for what the law excludes and the fund may advance."""
DAYS_TO_ARRIVE = 1
"""Working days from the transfer until it is on the person's bank account."""
MAX_INVOICE = 30
"""Characters of a receipt's number."""
MAX_INSTITUTION = 100
"""Characters of an institution's name."""


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


ADVANCED = frozenset({ClaimCause.WORK_INJURY, ClaimCause.THIRD_PARTY})
"""Excluded, unless the fund advances it and recovers it later (先行支付; Social Insurance Law, articles 30, 41, 42)."""
PAPERS = (
    PaperKind.RECEIPT,
    PaperKind.ITEMISED_LIST,
    PaperKind.PRESCRIPTION,
    PaperKind.MEDICAL_RECORD,
    PaperKind.DIAGNOSIS_PROOF,
    PaperKind.DISCHARGE_NOTE,
    PaperKind.EMERGENCY_PROOF,
    PaperKind.LIABILITY_PROOF,
    PaperKind.TEST_REPORT,
)
"""What a claim may bring. The voucher stands for the ID document."""


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
    calculation behind it, once paid; `reason`: why it was refused.

    `recover_fen` is what is still open of an advance, `recovered_fen` what is back in the fund. `institution`: its
    name; `fixmedins_code`: None for one that is not designated. `arrives_on`: day of the transfer's arrival, expected
    or past; `arrived_at`: None until then."""

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
    fixmedins_code: str | None = None
    recovered_fen: int = 0
    arrives_on: str | None = None
    arrived_at: Instant | None = None


def check(request: ClaimRequest, today: str) -> None:
    """A request's own fields. `today`: civil day in China. Raises ClaimExcluded(reason), ClaimInvalid(reason)."""
    why = excluded(request.cause, request.bill)
    if request.region[:2] in divisions.OUTSIDE:
        why = Cause.ABROAD.value
    if why is not None and not (request.advance and why in ADVANCED):
        raise ClaimExcluded(reason=why)
    if request.advance and why is None:
        raise ClaimInvalid(reason="advance")
    check_invoice(request.invoice_no)
    if not (1 <= len(request.institution.strip()) <= MAX_INSTITUTION and request.institution.isprintable()):
        raise ClaimInvalid(reason="institution")
    divisions.check(request.region)
    _check_days(request, today)


def check_invoice(number: str) -> str:
    """The number itself. Raises ClaimInvalid(reason=invoice)."""
    if not (1 <= len(number) <= MAX_INVOICE and number.isascii() and number.replace("-", "").isalnum()):
        raise ClaimInvalid(reason="invoice", most=MAX_INVOICE)
    return number


def check_day(text: str) -> str:
    """The civil day itself, ISO 8601 in its long form. Raises ClaimInvalid(reason=date)."""
    if not is_day(text):
        raise ClaimInvalid(reason="date", date=text[:32])
    return text


def _check_days(request: ClaimRequest, today: str) -> None:
    day, bill = check_day(request.visited_on), request.bill
    last = max(day, bill.discharge or day, *(fee.day or day for fee in bill.fees))
    if last > today:
        raise ClaimInvalid(reason="future", date=last, today=today)
    if bill.admission is not None and not bill.admission <= day <= (bill.discharge or today):
        raise ClaimInvalid(reason="stay", date=day, admission=bill.admission, discharge=bill.discharge or today)


def excluded(cause: ClaimCause, bill: Bill) -> str | None:
    """What the law keeps the fund from paying (Social Insurance Law, article 30), or None: abroad, work_injury,
    third_party, public_health. What the bill itself says counts as what the person says."""
    if Cause.ABROAD is bill.cause or cause is ClaimCause.ABROAD:
        return Cause.ABROAD.value
    if bill.cause is not Cause.NONE:
        return bill.cause.value
    return cause.value if cause in ADVANCED else None


def needed(cause: ClaimCause, bill: Bill) -> tuple[tuple[PaperKind, ...], ...]:
    """Papers that a claim must bring, of each any one (domain.md, "Manual claim")."""
    wanted: list[tuple[PaperKind, ...]] = [(PaperKind.RECEIPT,), (PaperKind.ITEMISED_LIST,)]
    if bill.med_type is TreatmentType.INPATIENT:
        wanted.append((PaperKind.DIAGNOSIS_PROOF, PaperKind.DISCHARGE_NOTE))
    else:
        wanted.append((PaperKind.PRESCRIPTION, PaperKind.MEDICAL_RECORD))
    if cause is ClaimCause.EMERGENCY or bill.emergency or bill.med_type is TreatmentType.EMERGENCY:
        wanted.append((PaperKind.EMERGENCY_PROOF,))
    if excluded(cause, bill) == Cause.THIRD_PARTY.value:
        wanted.append((PaperKind.LIABILITY_PROOF,))
    return tuple(wanted)


def days(amount_fen: int, *, advance: bool) -> int:
    """Working days in which a claim of this amount must be decided."""
    if advance:
        return DAYS_LONGEST
    return DAYS_SMALL if amount_fen <= SMALL_FEN else DAYS_NORMAL
