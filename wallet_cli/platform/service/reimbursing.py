"""What a claim is worth: the insured place's rules at the day of the visit, kept as a settlement of the claim's own.

Rules of this room: see `service`. The fund's part alone is paid out; the personal account is not touched, for the
person has paid the whole bill already.
"""

from __future__ import annotations

from wallet_cli.domain.bill import Bill, Cause
from wallet_cli.domain.claim import ADVANCED, Claim, ClaimCause
from wallet_cli.domain.identity import IdDocument, full_years
from wallet_cli.domain.refund import difference
from wallet_cli.domain.settlement import Outcome, Reach, Settlement, Visit, settle
from wallet_cli.errors import ClaimUnknown
from wallet_cli.platform.service import chronic, filings, places, settling, used, visits
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.service.register import PersonRow
from wallet_cli.platform.service.settling import NO_TERMINAL, Kept, Left
from wallet_cli.platform.sql import money as mq
from wallet_cli.ports import InstitutionInfo

VOUCHER = "01"
"""Credential type of a claim: the voucher stands for the ID document."""
LEVEL_UNKNOWN = 3
"""Hospital level by which an institution that is not designated is computed (示例)."""


def pay(
    act: Act, person: PersonRow, claim: Claim, bill: Bill, at: InstitutionInfo | None, *, advance: bool
) -> tuple[Settlement, int]:
    """Works out the claim and writes it down. The settlement, and what of the fund's part is to be recovered."""
    counted = as_claimed(claim, bill)
    outcome, filing_id = _outcome(act, person, claim, counted, at, advance=advance)
    settlement = outcome.settlement(
        setl_id="S" + act.word(20),
        mdtrt_id=visits.new_number(act),
        fixmedins_code=claim.fixmedins_code or "",
        institution_name=claim.institution,
        mdtrt_cert_type=VOUCHER,
        insuplc_admdvs=person.region,
        mdtrtarea_admvs=claim.region if at is None else at.region,
        insutype=person.insutype,
        setl_time=act.now,
        preview=False,
        filing_id=filing_id,
    )._replace(balc_fen=person.balance)
    _keep(act, person, claim, outcome, settlement)
    return settlement, outcome.recover_fen


def as_claimed(claim: Claim, bill: Bill) -> Bill:
    """The bill with what the claim says of it: an emergency, or a cause that the law excludes."""
    if claim.cause is ClaimCause.EMERGENCY:
        bill = bill._replace(emergency=True)
    if claim.cause in ADVANCED and bill.cause is Cause.NONE:
        bill = bill._replace(cause=Cause(claim.cause.value))
    return bill


def give_back(act: Act, claim: Claim, amount_fen: int) -> None:
    """What came back to the fund counts no longer against the caps of the years it was advanced in, oldest first."""
    row = act.row(mq.BY_SETL_ID, institution=NO_TERMINAL, setl_id=claim.setl_id)
    kept = None if row is None else Kept(*row)
    left = None if kept is None else settling.left_of(act, kept)
    if kept is None or left is None:
        raise ClaimUnknown(id=claim.claim_id)
    start, end, passed = claim.recovered_fen, claim.recovered_fen + amount_fen, 0
    back = []
    for year, advanced in left.years:
        part = min(end, passed + advanced.pool_used_fen) - max(start, passed)
        passed += advanced.pool_used_fen
        if part > 0:
            back.append((year, advanced.of_fund(part)))
    used.take_back(act, claim.psn_no, settling.opened_row(act, kept).insutype, back)


def _outcome(
    act: Act, person: PersonRow, claim: Claim, bill: Bill, at: InstitutionInfo | None, *, advance: bool
) -> tuple[Outcome, str | None]:
    """Who pays, by the rules of the day of the visit or discharge; and the filing that was, or by now is, in force then."""
    region = claim.region if at is None else at.region
    day = bill.discharge or claim.visited_on
    filed = filings.in_force(act, person, region, day, bill.admission)
    document = IdDocument(act.cipher.open(f"people/{person.psn_no}/document", person.document))
    visit = Visit(
        level=LEVEL_UNKNOWN if at is None else at.level,
        region=region,
        insured_region=person.region,
        age=full_years(document, day),
        filing=None if filed is None else Reach(filed[0].value),
        recognised=chronic.recognised(act, person.psn_no),
        direct=False,
    )
    state, years = used.before(act, person, int(day[:4]), None, bill)
    policy = places.policy(person.region, person.insutype)
    paid_by_hand = state._replace(account_fen=None)
    outcome = settle(bill, policy, paid_by_hand, visit, years=dict(years), advance=advance)
    return outcome, None if filed is None else filed[1]


def _keep(act: Act, person: PersonRow, claim: Claim, outcome: Outcome, settlement: Settlement) -> None:
    for year, use in outcome.years.items():
        used.set_year(act, person.psn_no, person.insutype, year, use)
    request = act.cipher.lookup("claim", claim.claim_id)
    left = Left.of(None, None, difference(outcome, None))
    settling.add(act, settlement, person.psn_no, request, left=left, claim_id=claim.claim_id)
