"""Manual reimbursement (手工报销): claimed with papers, decided by staff, paid once, an advance recovered.

Rules of this room: see `service`. A receipt is reimbursed once, whoever brings it; a bill that was settled at the counter
is not reimbursed at all. What a claim is worth is worked out when it is approved (`reimbursing`).
"""

from __future__ import annotations

import unicodedata
from typing import Any

from wallet_cli.domain import claim as rules
from wallet_cli.domain import papers, workdays
from wallet_cli.domain.bill import Bill
from wallet_cli.domain.claim import Claim, ClaimCause, ClaimRequest, ClaimState
from wallet_cli.domain.money import yuan
from wallet_cli.domain.review import ReviewKind
from wallet_cli.domain.time import DAY_S, Instant, midnight
from wallet_cli.errors import (
    ClaimDuplicate,
    ClaimExcluded,
    ClaimInvalid,
    ClaimSettled,
    ClaimUnknown,
    RecoveryTooMuch,
)
from wallet_cli.errors import (
    ClaimState as WrongClaimState,
)
from wallet_cli.platform import answers
from wallet_cli.platform.service import institutions, paging, places, register, reimbursing, reviews, settling
from wallet_cli.platform.service.act import Act, page_limit
from wallet_cli.platform.sql import claims as q
from wallet_cli.ports import InstitutionInfo, Page

MAX_ID = 64
CODE_LENGTH = 12


# --- the citizen ------------------------------------------------------------------------------------------------------


def open_(act: Act, psn_no: str, request: ClaimRequest) -> Claim:
    """A claim before staff. Errors as ports.Claims.claim."""
    person = register.find(act, psn_no)
    register.check_insured(person)
    _check(act, request, person.region)
    bill = request.bill
    at = _institution(act, request)
    if at is None and request.cause is not ClaimCause.EMERGENCY:
        raise ClaimExcluded(reason="not_designated", hotline=places.hotline(person.region))
    papers.check(request.papers, rules.PAPERS)
    papers.require(request.papers, rules.needed(request.cause, bill))
    amount = sum(fee.amount_fen for fee in bill.fees)
    code = "" if at is None else at.fixmedins_code
    first, last = bill.admission or request.visited_on, bill.discharge or request.visited_on
    _check_settled(act, psn_no, code, (first, last), amount)
    invoice = _invoice(act, request, code)
    _check_twice(act, psn_no, invoice)
    claim_id = "M" + act.word(16)
    days = rules.days(amount, advance=request.advance)
    claim = Claim(
        claim_id=claim_id,
        psn_no=psn_no,
        cause=request.cause,
        via=request.via,
        institution=request.institution.strip() if at is None else at.name_zh,
        region=request.region,
        invoice_no=request.invoice_no,
        visited_on=request.visited_on,
        amount_fen=amount,
        papers=request.papers,
        state=ClaimState.PENDING,
        claimed_at=act.now,
        due_on=workdays.due_day(act.now.day(), days),
        decided_at=None,
        paid_at=None,
        fund_pay_fen=None,
        recover_fen=0,
        setl_id=None,
        reason=None,
        fixmedins_code=code or None,
    )
    act.run(
        q.ADD_CLAIM,
        claim_id=claim_id,
        psn_no=psn_no,
        institution=code,
        visited_on=first,
        left_on=last,
        invoice=invoice,
        amount=amount,
        now=act.now,
        body=_sealed(act, claim, bill, request.advance),
    )
    reviews.open_(act, ReviewKind.CLAIM, claim_id, psn_no, workdays.due_at(act.now, days))
    return claim


def show(act: Act, psn_no: str, claim_id: str) -> Claim:
    """One's own claim. Raises ClaimUnknown."""
    row = act.row(q.CLAIM, psn_no=psn_no, claim_id=claim_id[:MAX_ID])
    if row is None:
        raise ClaimUnknown(id=claim_id[:MAX_ID])
    return _opened(act, row)[0]


def page(act: Act, psn_no: str, cursor: str | None, limit: int) -> Page[Claim]:
    """A person's claims, newest first."""
    at, claim_id = paging.after(cursor)
    rows = act.rows(q.CLAIMS, psn_no=psn_no, at=at, claim_id=claim_id, limit=page_limit(limit) + 1)
    shown = tuple(_opened(act, row)[0] for row in rows[:limit])
    return Page(shown, paging.cursor(shown[-1].claimed_at, shown[-1].claim_id) if len(rows) > limit else None)


def withdraw(act: Act, psn_no: str, claim_id: str) -> Claim:
    """Takes a pending claim back; again changes nothing. Raises ClaimUnknown, ClaimState."""
    claim = show(act, psn_no, claim_id)
    if claim.state is ClaimState.WITHDRAWN:
        return claim
    if claim.state is not ClaimState.PENDING:
        raise WrongClaimState(claim_id=claim.claim_id, state=claim.state.value)
    _end(act, claim.claim_id, ClaimState.WITHDRAWN, None)
    reviews.close(act, claim.claim_id)
    return show(act, psn_no, claim_id)


# --- staff ------------------------------------------------------------------------------------------------------------


def about(act: Act, claim_id: str) -> reviews.About:
    """For staff. Raises ClaimUnknown."""
    claim, bill, advance = _find(act, claim_id)
    return claim.papers, {
        "state": claim.state.value,
        "cause": claim.cause.value,
        "via": claim.via.value,
        "institution_name": claim.institution,
        "fixmedins_code": claim.fixmedins_code,
        "mdtrtarea_admvs": claim.region,
        "invoice_no": claim.invoice_no,
        "visited_on": claim.visited_on,
        "med_type": bill.med_type.value,
        "amount_fen": claim.amount_fen,
        "advance": advance,
        "fund_pay_fen": claim.fund_pay_fen,
    }


def decided(act: Act, claim_id: str, approve: bool, reason: str) -> None:
    """Staff's decision takes effect: paid, or refused. Raises ClaimSettled where the bill was settled meanwhile."""
    claim, bill, advance = _find(act, claim_id)
    if not approve:
        _end(act, claim_id, ClaimState.REFUSED, reason)
        return
    person = register.find(act, claim.psn_no)
    days = bill.admission or claim.visited_on, bill.discharge or claim.visited_on
    _check_settled(act, claim.psn_no, claim.fixmedins_code or "", days, claim.amount_fen)
    at = None if claim.fixmedins_code is None else institutions.show(act, claim.fixmedins_code)
    settlement, recover = reimbursing.pay(act, person, claim, bill, at, advance=advance)
    fund = settlement.fund_pay_sumamt_fen
    act.run(
        q.PAY_CLAIM,
        claim_id=claim_id,
        fund=fund,
        recover=recover,
        setl_id=settlement.setl_id,
        now=act.now,
        arrives_at=workdays.due_at(act.now, rules.DAYS_TO_ARRIVE) if fund else None,
    )


def recover(act: Act, claim_id: str, amount_fen: int) -> Claim:
    """So much of an advance is back in the fund. Raises ClaimUnknown, RecoveryTooMuch(claim_id, open_yuan)."""
    claim, _, _ = _find(act, claim_id)
    if amount_fen <= 0 or not act.run(q.RECOVER, claim_id=claim.claim_id, amount=amount_fen):
        raise RecoveryTooMuch(claim_id=claim.claim_id, open_yuan=yuan(claim.recover_fen))
    reimbursing.give_back(act, claim, amount_fen)
    return _find(act, claim_id)[0]


# --- within -----------------------------------------------------------------------------------------------------------


def _check(act: Act, request: ClaimRequest, insured_region: str) -> None:
    try:
        rules.check(request, act.now.day())
    except ClaimExcluded as excluded:
        raise ClaimExcluded(reason=excluded.data["reason"], hotline=places.hotline(insured_region)) from None
    settling.check_bill(request.bill)
    if not any(fee.amount_fen for fee in request.bill.fees):
        raise ClaimInvalid(reason="bill")


def _institution(act: Act, request: ClaimRequest) -> InstitutionInfo | None:
    """The designated institution by code or name, None for a name that the register does not know.

    Raises InstitutionUnknown for such a code, ClaimInvalid(reason=place) for one of another place."""
    asked = request.institution.strip()
    if len(asked) == CODE_LENGTH and asked[0] in "HP" and asked[1:].isascii() and asked[1:].isdigit():
        found = [institutions.show(act, asked)]
    else:
        found = [institutions.info(row) for row in act.rows(q.INSTITUTIONS_BY_NAME, name=asked)]
    here = [one for one in found if _same_place(one.region, request.region)]
    if found and not here:
        raise ClaimInvalid(reason="place", region=request.region, institution=found[0].fixmedins_code)
    if len(here) > 1:
        raise ClaimInvalid(reason="institution")
    return here[0] if here else None


def _same_place(one: str, other: str) -> bool:
    """Whether one place lies within the other: a province holds its cities, a city its districts."""
    left, right = (register.pooling_area(region).removesuffix("00") for region in (one, other))
    return left.startswith(right) or right.startswith(left)


def _check_settled(act: Act, psn_no: str, code: str, days: tuple[str, str], amount: int) -> None:
    """Raises ClaimSettled(setl_id, reason) where this very bill was settled at the counter, and was not undone."""
    if not code:
        return
    row = act.row(
        q.SETTLED,
        psn_no=psn_no,
        institution=code,
        amount=amount,
        start=midnight(days[0]),
        end=midnight(days[1]) + DAY_S,
    )
    if row is None:
        return
    steps = settling.opened(act, row[0], row[1]).steps
    if any(step.rule == "excluded" for step in steps):
        raise ClaimSettled(setl_id=str(row[0]), reason="excluded")
    raise ClaimSettled(setl_id=str(row[0]))


def _check_twice(act: Act, psn_no: str, invoice: bytes) -> None:
    """Raises ClaimDuplicate; whose the other claim is stays with them."""
    row = act.row(q.SAME_INVOICE, invoice=invoice)
    if row is None:
        return
    if row[1] == psn_no:
        raise ClaimDuplicate(reason="own", claim_id=str(row[0]), state=str(row[2]))
    raise ClaimDuplicate


def _invoice(act: Act, request: ClaimRequest, code: str) -> bytes:
    """What a receipt is found by: its number at its institution, however both are written."""
    name = "".join(unicodedata.normalize("NFKC", request.institution).split()).casefold()
    return act.cipher.lookup("invoice", f"{code or name}\n{request.invoice_no.upper().replace('-', '')}")


def _end(act: Act, claim_id: str, state: ClaimState, reason: str | None) -> None:
    claim, bill, advance = _find(act, claim_id)
    body = _sealed(act, claim._replace(reason=reason), bill, advance)
    act.run(q.END_CLAIM, claim_id=claim_id, state=state.value, now=act.now, body=body)


def _find(act: Act, claim_id: str) -> tuple[Claim, Bill, bool]:
    row = act.row(q.CLAIM_BY_ID, claim_id=claim_id[:MAX_ID])
    if row is None:
        raise ClaimUnknown(id=claim_id[:MAX_ID])
    return _opened(act, row)


def _sealed(act: Act, claim: Claim, bill: Bill, advance: bool) -> bytes:
    return act.cipher.seal(f"claims/{claim.claim_id}", answers.dump((claim, bill, advance)))


def _opened(act: Act, row: tuple[Any, ...]) -> tuple[Claim, Bill, bool]:
    """A claim out of its row: what it asked for is sealed, what became of it stands in columns."""
    claim_id, state, fund, open_fen, recovered, setl_id, decided_at, arrives_at, body = row
    claim, bill, advance = answers.load(act.cipher.open(f"claims/{claim_id}", body))
    paid = state == ClaimState.PAID and bool(fund)
    now: Claim = claim._replace(
        state=ClaimState(state),
        fund_pay_fen=fund,
        recover_fen=open_fen,
        recovered_fen=recovered,
        setl_id=setl_id,
        decided_at=None if decided_at is None else Instant(decided_at),
        paid_at=Instant(decided_at) if paid else None,
        arrives_on=None if arrives_at is None else Instant(arrives_at - 1).day(),
        arrived_at=None if arrives_at is None or act.now < arrives_at else Instant(arrives_at),
    )
    return now, bill, advance
