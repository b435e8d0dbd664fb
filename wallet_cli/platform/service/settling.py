"""Settlement at the platform: who is it, what has been used, who pays; kept in the same transaction.

Rules of this room: see `service`. The arithmetic is `domain.settlement`'s. Balances belong to persons and never fall
below nothing; a settlement whose answer was lost is queried by its number or its idempotency key, never repeated.
"""

from __future__ import annotations

from wallet_cli.domain import region as divisions
from wallet_cli.domain.bill import Cause, TreatmentType
from wallet_cli.domain.identity import IdDocument, full_years
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.policy import Reach
from wallet_cli.domain.refund import Basis, Refund, difference
from wallet_cli.domain.settlement import Bill, Outcome, Settlement, SettlementState, Step, Visit
from wallet_cli.domain.time import is_day
from wallet_cli.domain.value import Value
from wallet_cli.errors import (
    AgentNotAllowed,
    BillInvalid,
    ChronicNeeded,
    ClaimDuplicate,
    IdempotencyMismatch,
    SettlementReversed,
    SettlementUnknown,
)
from wallet_cli.platform import answers
from wallet_cli.platform.service import aid, chronic, codes, filings, idempotency, places, register, used, visits
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.service.codes import Patient, Terminal
from wallet_cli.platform.service.register import PersonRow
from wallet_cli.platform.sql import claims as cq
from wallet_cli.platform.sql import money as q
from wallet_cli.ports import InstitutionCredential, Presented

MAX_FEES = 1000
OPERATION, REFUND = "settle", "refund"
MAX_ID = 64
NO_TERMINAL = ""
"""Institution of a settlement that a claim was worked out by."""


class Case(Value):
    """One bill worked out. `bill`: with the stay's days; `basis`: what it was settled from; `filing_id`: the filing it goes
    under; `elsewhere`: place of a filing that does not hold for this visit."""

    patient: Patient
    at: Terminal
    bill: Bill
    basis: Basis
    outcome: Outcome
    filing_id: str | None
    elsewhere: str | None
    agent_no: str | None = None
    agent: str | None = None


class Kept(Value):
    """A row of `settlements`; body and what is left of it still sealed."""

    setl_id: str
    psn_no: str
    fixmedins_code: str
    request_lookup: bytes
    body: bytes
    left: bytes | None


class Left(Value):
    """What is left of a settlement, sealed with it. `bill`, `basis`: by which a part of it is reckoned; None of both
    for a claim's, which is never given back in parts, and for one of format 1, which did not keep them; `back`: all that
    would go back now, its `years` apart as pairs."""

    bill: Bill | None
    basis: Basis | None
    back: Refund
    years: used.Years

    @classmethod
    def of(cls, bill: Bill | None, basis: Basis | None, back: Refund) -> Left:
        """`years` keep their numbers only as pairs: JSON's names are texts."""
        return cls(bill, basis, back._replace(years={}), tuple(sorted(back.years.items(), key=lambda one: one[0])))

    @property
    def whole(self) -> Refund:
        """All that is left."""
        return self.back._replace(years=dict(self.years))


def settle(
    act: Act,
    credential: InstitutionCredential,
    presented: Presented,
    bill: Bill,
    *,
    preview: bool,
    request: bytes,
    mdtrt_id: str | None = None,
    agent: Presented | None = None,
) -> Settlement:
    """One bill. `request`: look-up of its idempotency key, by which the terminal may ask again."""
    check_bill(bill)
    at = codes.terminal(act, credential)
    earlier = _earlier(act, at, request, presented, bill)
    if earlier is not None:
        return earlier
    at.require(codes.SERVICES[bill.med_type])
    if agent is not None and bill.med_type is not TreatmentType.PHARMACY:
        raise AgentNotAllowed(reason="med_type")
    patient = codes.patient(act, at, presented, preview=preview, mdtrt_id=mdtrt_id)
    case = work_out(act, at, patient, bill)
    if agent is not None:
        collector = codes.agent(act, at, agent, patient)
        name = register.person(act, collector).name.masked()
        case = case._replace(agent_no=collector.psn_no, agent=name)
    if preview:
        return named(act, case, setl_id="", preview=True)
    return keep(act, case, request, credential.operator)


def query(act: Act, credential: InstitutionCredential, setl_id: str | None, key: str | None) -> Settlement:
    """A kept settlement or refund of this institution, by its number or its request's idempotency key."""
    at = codes.terminal(act, credential)
    if setl_id is not None:
        return opened_row(act, find(act, at, setl_id))
    if key is None:
        raise SettlementUnknown(id="")
    asked = requests(act, at, key)
    found = requested(act, at, asked)
    if found is not None:
        return opened_row(act, found)
    for request in asked:
        check_not_reversed(act, request, key[:MAX_ID])
    raise SettlementUnknown(id=key[:MAX_ID])


def requests(act: Act, at: Terminal, key: str) -> tuple[bytes, ...]:
    """What a terminal's key may stand for: a settlement's request, or a refund's."""
    return tuple(
        idempotency.request_lookup(act, at.fixmedins_code, operation, key[: idempotency.MAX_KEY])
        for operation in (OPERATION, REFUND)
    )


def requested(act: Act, at: Terminal, asked: tuple[bytes, ...]) -> Kept | None:
    """What one of these requests has led to."""
    for request in asked:
        row = act.row(q.BY_REQUEST, institution=at.fixmedins_code, request=request)
        if row is not None:
            return Kept(*row)
    return None


def check_not_reversed(act: Act, request: bytes, shown: str = "") -> None:
    """Raises SettlementReversed for a request that is never to be carried out (any more)."""
    if act.row(q.REVERSED, request=request) is not None:
        raise SettlementReversed(id=shown)


def find(act: Act, at: Terminal, setl_id: str) -> Kept:
    """Raises SettlementUnknown."""
    row = act.row(q.BY_SETL_ID, institution=at.fixmedins_code, setl_id=setl_id[:MAX_ID])
    if row is None:
        raise SettlementUnknown(id=setl_id[:MAX_ID])
    return Kept(*row)


def opened_row(act: Act, row: Kept) -> Settlement:
    """The settlement of a kept row."""
    return opened(act, row.setl_id, row.body)


def opened(act: Act, setl_id: str, body: bytes) -> Settlement:
    """A settlement out of its sealed row."""
    settlement: Settlement = answers.load(act.cipher.open(f"settlements/{setl_id}", body))
    return settlement


def work_out(act: Act, at: Terminal, patient: Patient, bill: Bill) -> Case:
    """Who would pay what of a bill now. Raises NotInsured, InstitutionUnable, ChronicNeeded, BillInvalid."""
    person = patient.person
    at.require_reach(person.region)
    register.check_insured(person)
    recognised = _recognised(act, person.psn_no, bill)
    row = visits.find(act, patient.mdtrt_id)
    bill = _with_stay(act, bill, row)
    if bill.cause is Cause.NONE and at.region[:2] in divisions.OUTSIDE:
        bill = bill._replace(cause=Cause.ABROAD)
    _check_not_reimbursed(act, at, person.psn_no, bill)
    policy = places.policy(person.region, person.insutype)
    filing, filing_id = _filed(act, at, person, bill)
    document = IdDocument(act.cipher.open(f"people/{person.psn_no}/document", person.document))
    visit = Visit(at.level, at.region, person.region, full_years(document, act.now.day()), filing, recognised)
    state, years = used.before(act, person, act.now.year(), row, bill)
    basis = Basis(state, visit, aid.givers(act, person), years)
    outcome = basis.settle(bill, policy)
    if outcome.reach is not filing:
        # An emergency on better terms than the filing's, or the insured city itself.
        filing_id = None
    elsewhere = _filed_elsewhere(act, person, bill, outcome)
    return Case(patient, at, bill, basis, outcome, filing_id, elsewhere)


def _check_not_reimbursed(act: Act, at: Terminal, psn_no: str, bill: Bill) -> None:
    """Raises ClaimDuplicate for a bill that was reimbursed by hand. One whose claim still waits may be settled: then
    the claim is not paid."""
    row = act.row(
        cq.PAID_BY_HAND,
        psn_no=psn_no,
        institution=at.fixmedins_code,
        day=bill.discharge or act.now.day(),
        amount=sum(fee.amount_fen for fee in bill.fees),
    )
    if row is not None:
        raise ClaimDuplicate(reason="counter", claim_id=str(row[0]), fix=())


def named(act: Act, case: Case, *, setl_id: str, preview: bool) -> Settlement:
    """The case as the settlement that the port gives out."""
    person, at = case.patient.person, case.at
    made = case.outcome.settlement(
        setl_id=setl_id,
        mdtrt_id=case.patient.mdtrt_id,
        fixmedins_code=at.fixmedins_code,
        institution_name=at.name,
        mdtrt_cert_type=case.patient.cert_type,
        insuplc_admdvs=person.region,
        mdtrtarea_admvs=at.region,
        insutype=person.insutype,
        setl_time=act.now,
        preview=preview,
        filing_id=case.filing_id,
    )
    steps = made.steps
    if case.elsewhere is not None:
        steps = (*steps, Step("filed_elsewhere", 0, {"filed_elsewhere": case.elsewhere, "here": at.region}))
    return made._replace(steps=steps, agent=case.agent)


def keep(act: Act, case: Case, request: bytes, operator: str) -> Settlement:
    """Writes the settlement and everything it changes. `operator`: whom the audit names."""
    person, mdtrt_id = case.patient.person, case.patient.mdtrt_id
    settlement = named(act, case, setl_id="S" + act.word(20), preview=False)
    visits.begin(act, mdtrt_id, person.psn_no, case.at.fixmedins_code)
    act.run(q.PLACE_VISIT, mdtrt_id=mdtrt_id, institution=case.at.fixmedins_code)
    used.keep(act, person, mdtrt_id, case.outcome)
    if settlement.aids:
        aid.spend(act, settlement.setl_id, person.psn_no, settlement.aids, act.now.year())
    if case.bill.med_type is TreatmentType.INPATIENT:
        visits.close(act, mdtrt_id, case.bill.discharge or act.now.day())
    left = Left.of(case.bill, case.basis, difference(case.outcome, None))
    add(act, settlement, person.psn_no, request, left=left, agent_no=case.agent_no)
    if case.patient.guardian is not None:
        register.audit(act, operator, "settle", person.psn_no, case.patient.guardian)
    return settlement


def add(
    act: Act,
    settlement: Settlement,
    psn_no: str,
    request: bytes,
    *,
    left: Left | None,
    agent_no: str | None = None,
    claim_id: str | None = None,
) -> None:
    """One row of `settlements`. `claim_id`: of the manual claim that it was worked out for: no terminal's, and found by none."""
    setl_id = settlement.setl_id
    act.run(
        q.ADD_SETTLEMENT,
        setl_id=setl_id,
        psn_no=psn_no,
        institution=NO_TERMINAL if claim_id is not None else settlement.fixmedins_code,
        request=request,
        at=settlement.setl_time,
        amount=settlement.medfee_sumamt_fen,
        body=act.cipher.seal(f"settlements/{setl_id}", answers.dump(settlement)),
        mdtrt_id=settlement.mdtrt_id,
        state=settlement.state.value,
        refund_of=settlement.refund_of,
        fund=settlement.fund_pay_sumamt_fen,
        account=settlement.acct_pay_fen,
        aid=settlement.acct_mulaid_pay_fen,
        cash=settlement.psn_cash_pay_fen,
        bill=None if left is None else act.cipher.seal(_left_place(setl_id), answers.dump(left)),
        agent_no=agent_no,
        claim_id=claim_id,
    )


def set_state(act: Act, settlement: Settlement, state: SettlementState, left: Left | None) -> Settlement:
    """The settlement in its new state, what is left of it beside."""
    changed = settlement._replace(state=state)
    act.run(
        q.SET_STATE,
        setl_id=settlement.setl_id,
        state=state.value,
        body=act.cipher.seal(f"settlements/{settlement.setl_id}", answers.dump(changed)),
        bill=None if left is None else act.cipher.seal(_left_place(settlement.setl_id), answers.dump(left)),
    )
    return changed


def left_of(act: Act, row: Kept) -> Left | None:
    """What is left of a settlement; None for one of format 1, which did not keep it."""
    if row.left is None:
        return None
    left: Left = answers.load(act.cipher.open(_left_place(row.setl_id), row.left))
    return left


def check_bill(bill: Bill) -> None:
    """The bounds of parse_bill again: a bill may reach the port without having been parsed from JSON."""
    if not bill.fees:
        raise BillInvalid(path="/fees", reason="empty")
    if len(bill.fees) > MAX_FEES:
        raise BillInvalid(path="/fees", reason="too_many")
    for number, fee in enumerate(bill.fees):
        for name, value in (("amount_fen", fee.amount_fen), ("over_limit_fen", fee.over_limit_fen)):
            if value < 0:
                raise BillInvalid(path=f"/fees/{number}/{name}", reason="negative")
        if fee.over_limit_fen > fee.amount_fen:
            raise BillInvalid(path=f"/fees/{number}/over_limit_fen", reason="too_large")
        if not 0 <= fee.own_ratio_permyriad <= 10_000:
            raise BillInvalid(path=f"/fees/{number}/own_ratio", reason="value")
    if sum(fee.amount_fen for fee in bill.fees) > MAX_FEN:
        raise BillInvalid(path="/fees", reason="too_large")
    days = {"/admission": bill.admission, "/discharge": bill.discharge}
    days |= {f"/fees/{number}/day": fee.day for number, fee in enumerate(bill.fees)}
    for path, day in days.items():
        if day is not None and not is_day(day):
            raise BillInvalid(path=path, reason="value")


def _earlier(act: Act, at: Terminal, request: bytes, presented: Presented, bill: Bill) -> Settlement | None:
    """What this very request has led to. Kept answers are forgotten after a time, settlements and reversals never: a
    key that a terminal uses anew after that must not be answered with another person's settlement.

    Raises SettlementReversed, IdempotencyMismatch."""
    check_not_reversed(act, request)
    kept = requested(act, at, (request,))
    if kept is None:
        return None
    found = opened_row(act, kept)
    if found.medfee_sumamt_fen != sum(fee.amount_fen for fee in bill.fees) or found.med_type is not bill.med_type:
        raise IdempotencyMismatch
    if codes.named_by(act, presented) not in {None, kept.psn_no}:
        raise IdempotencyMismatch
    return found


def _recognised(act: Act, psn_no: str, bill: Bill) -> frozenset[str] | None:
    """The person's recognised diseases, asked for by chronic bills alone. Raises ChronicNeeded, BillInvalid."""
    if bill.med_type is not TreatmentType.CHRONIC:
        return None
    known = chronic.recognised(act, psn_no)
    if not known:
        raise ChronicNeeded(disease=bill.disease, reason="none")
    if bill.disease is None:
        raise BillInvalid(path="/disease", reason="missing")
    if bill.disease not in known:
        raise ChronicNeeded(disease=bill.disease, reason="other")
    return known


def _with_stay(act: Act, bill: Bill, row: visits.VisitRow | None) -> Bill:
    """A stay is reckoned from the day of its admission, whatever the bill says, to the bill's discharge or today.

    Raises BillInvalid(reason order, stay, or future: a day that has not come yet)."""
    today = act.now.day()
    days = {"/discharge": bill.discharge} | {f"/fees/{number}/day": fee.day for number, fee in enumerate(bill.fees)}
    for path, day in days.items():
        if day is not None and day > today:
            raise BillInvalid(path=path, reason="future")
    if bill.med_type is not TreatmentType.INPATIENT or row is None or row.admitted_on is None:
        return bill
    discharge = bill.discharge or today
    if discharge < row.admitted_on:
        raise BillInvalid(path="/discharge", reason="order")
    for number, fee in enumerate(bill.fees):
        if fee.day is not None and not row.admitted_on <= fee.day <= discharge:
            raise BillInvalid(path=f"/fees/{number}/day", reason="stay")
    return bill._replace(admission=row.admitted_on, discharge=discharge)


def _filed(act: Act, at: Terminal, person: PersonRow, bill: Bill) -> tuple[Reach | None, str | None]:
    """The filing in force for the treatment place: its category and number."""
    filed = filings.in_force(act, person, at.region, bill.discharge or act.now.day(), bill.admission)
    return (None, None) if filed is None else (Reach(filed[0].value), filed[1])


def _filed_elsewhere(act: Act, person: PersonRow, bill: Bill, outcome: Outcome) -> str | None:
    """The place of a filing that does not hold here: said with the settlement, or nobody would know why it is cut."""
    if outcome.reach is not Reach.UNFILED:
        return None
    return filings.newest_place(act, person, bill.discharge or act.now.day())


def _left_place(setl_id: str) -> str:
    return f"settlements/{setl_id}/bill"
