"""Settlement at the platform: who is it, what has been used, who pays; kept in the same transaction.

Rules of this room: see `service`. The arithmetic is `domain.settlement`'s. Balances belong to persons and never fall
below nothing; a settlement whose answer was lost is queried by its number or its idempotency key, never repeated.
"""

from __future__ import annotations

from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.settlement import Bill, Outcome, Settlement, State, Visit
from wallet_cli.domain.settlement import settle as split
from wallet_cli.domain.time import Instant
from wallet_cli.errors import BillInvalid, SettlementUnknown
from wallet_cli.platform import answers
from wallet_cli.platform.service import codes, idempotency, places, register
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.service.codes import Patient, Terminal
from wallet_cli.platform.sql import money as q
from wallet_cli.ports import InstitutionCredential, Presented

MAX_FEES = 1000
OPERATION = "settle"


def settle(
    act: Act, credential: InstitutionCredential, presented: Presented, bill: Bill, *, preview: bool, request: bytes
) -> Settlement:
    """One bill. `request`: look-up of its idempotency key, by which the terminal may ask again."""
    check_bill(bill)
    at = codes.terminal(act, credential)
    at.require(codes.SERVICES[bill.med_type])
    patient = codes.patient(act, at, presented, preview=preview)
    at.require_reach(patient.person.region)
    register.check_insured(patient.person)
    outcome = _outcome(act, at, patient, bill)
    settlement = outcome.settlement(
        setl_id="" if preview else "S" + act.word(20),
        mdtrt_id=patient.mdtrt_id,
        fixmedins_code=at.fixmedins_code,
        institution_name=at.name,
        mdtrt_cert_type=patient.cert_type,
        insuplc_admdvs=patient.person.region,
        mdtrtarea_admvs=at.region,
        insutype=patient.person.insutype,
        setl_time=act.now,
        preview=preview,
    )
    if not preview:
        _keep(act, patient, outcome.state, settlement, request)
        if patient.guardian is not None:
            from wallet_cli.platform.service import family

            family.audit_settlement(act, credential.operator, patient.person.psn_no, patient.guardian)
    return settlement


def query(act: Act, credential: InstitutionCredential, setl_id: str | None, key: str | None) -> Settlement:
    """A kept settlement of this institution, by its number or the idempotency key. Raises SettlementUnknown."""
    at = codes.terminal(act, credential)
    row = None
    if setl_id is not None:
        row = act.row(q.BY_SETL_ID, institution=at.fixmedins_code, setl_id=setl_id[:64])
    elif key is not None:
        request = idempotency.request_lookup(act, at.fixmedins_code, OPERATION, key[: idempotency.MAX_KEY])
        row = act.row(q.BY_REQUEST, institution=at.fixmedins_code, request=request)
    if row is None:
        raise SettlementUnknown(id=(setl_id or key or "")[:64])
    return opened(act, row[0], row[1])


def opened(act: Act, setl_id: str, body: bytes) -> Settlement:
    """A settlement out of its sealed row."""
    settlement: Settlement = answers.load(act.cipher.open(f"settlements/{setl_id}", body))
    return settlement


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


def _outcome(act: Act, at: Terminal, patient: Patient, bill: Bill) -> Outcome:
    person = patient.person
    policy = places.policy(person.region, person.insutype)
    document = IdDocument(act.cipher.open(f"people/{person.psn_no}/document", person.document))
    visit = Visit(at.level, at.region, person.region, age(document, act.now))
    return split(bill, policy, _state(act, patient), visit)


def _state(act: Act, patient: Patient) -> State:
    person, year = patient.person, act.now.year()
    used = act.row(q.YEAR, psn_no=person.psn_no, insutype=person.insutype, year=year)
    visited = act.row(q.VISIT, mdtrt_id=patient.mdtrt_id, psn_no=person.psn_no)
    return State(
        year=year,
        deductible_used_fen=used[0] if used else 0,
        pool_used_fen=used[1] if used else 0,
        account_fen=person.balance,
        visit_deductible_used_fen=visited[0] if visited else 0,
    )


def _keep(act: Act, patient: Patient, after: State, settlement: Settlement, request: bytes) -> None:
    person = patient.person
    act.run(
        q.SET_YEAR,
        psn_no=person.psn_no,
        insutype=person.insutype,
        year=after.year,
        deductible=after.deductible_used_fen,
        pool=after.pool_used_fen,
    )
    act.run(
        q.SET_VISIT,
        mdtrt_id=patient.mdtrt_id,
        psn_no=person.psn_no,
        deductible=after.visit_deductible_used_fen,
        now=act.now,
    )
    if after.account_fen is not None:
        act.run(q.SET_BALANCE, psn_no=person.psn_no, account=after.account_fen)
    act.run(
        q.ADD_SETTLEMENT,
        setl_id=settlement.setl_id,
        psn_no=person.psn_no,
        institution=settlement.fixmedins_code,
        request=request,
        at=act.now,
        amount=settlement.medfee_sumamt_fen,
        body=act.cipher.seal(f"settlements/{settlement.setl_id}", answers.dump(settlement)),
    )


def age(document: IdDocument, now: Instant) -> int:
    """Full years on the civil day in China."""
    born, today = document.birth_date.isoformat(), now.day()
    return max(0, int(today[:4]) - int(born[:4]) - (today[5:] < born[5:]))
