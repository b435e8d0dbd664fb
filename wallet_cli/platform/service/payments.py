"""Bills that an institution sends to a person's wallets (online payment, kiosk): asked for, confirmed once, withdrawn.

Rules of this room: see `service`. The person is identified as for a settlement when the bill is sent; the proof by the
voucher's holder key, which the PIN opens, settles it by the same rules, in one transaction. Bills are sealed.
"""

from __future__ import annotations

from wallet_cli.domain.payment import PaymentRequest, PaymentState
from wallet_cli.domain.settlement import Bill, Settlement
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import (
    NotFound,
    PaymentExpired,
    PaymentPaid,
    PaymentUnknown,
    PaymentWithdrawn,
    PlatformError,
    VoucherExpired,
    VoucherFrozen,
    WalletError,
)
from wallet_cli.platform import answers
from wallet_cli.platform.service import codes, idempotency, paging, proofs, register, settling, visits, vouchers
from wallet_cli.platform.service.act import LIMITS, Act, page_limit
from wallet_cli.platform.service.codes import Patient, Terminal
from wallet_cli.platform.sql import money as q
from wallet_cli.ports import InstitutionCredential, Page, Presented, Proof

MAX_ID = 64


class PaymentRow(Value):
    """A row of `payments`; the bill still sealed."""

    bill_id: str
    psn_no: str
    fixmedins_code: str
    terminal: str
    mdtrt_id: str
    cert_type: str
    scene: str
    amount_fen: int
    bill: bytes
    state: str
    setl_id: str | None
    requested_at: int
    expires_at: int

    def standing(self, now: Instant) -> PaymentState:
        """Its state by now."""
        state = PaymentState(self.state)
        return PaymentState.EXPIRED if state is PaymentState.OPEN and now >= self.expires_at else state


def request(
    act: Act, credential: InstitutionCredential, presented: Presented, bill: Bill, *, scene: str, life_s: int
) -> PaymentRequest:
    """Sends a bill. Everything is checked as if it were settled now."""
    settling.check_bill(bill)
    if scene not in codes.SCENES:
        raise NotFound(what="scene")
    if not LIMITS.payment_shortest_s <= life_s <= LIMITS.payment_longest_s:
        raise PlatformError(reason="life_s")
    at = codes.terminal(act, credential)
    at.require("voucher")
    at.require(codes.SERVICES[bill.med_type])
    patient = codes.patient(act, at, presented, preview=False)
    case = settling.work_out(act, at, patient, bill)
    visits.begin(act, patient.mdtrt_id, patient.person.psn_no, at.fixmedins_code)
    bill_id = "B" + act.word(12)
    act.run(
        q.ADD_PAYMENT,
        bill_id=bill_id,
        psn_no=patient.person.psn_no,
        institution=at.fixmedins_code,
        terminal=at.terminal,
        mdtrt_id=patient.mdtrt_id,
        cert_type=patient.cert_type,
        scene=scene,
        amount=case.outcome.medfee_sumamt_fen,
        bill=act.cipher.seal(f"payments/{bill_id}", answers.dump(bill)),
        now=act.now,
        expires_at=act.now + life_s,
    )
    return _shown(act, _found(act, bill_id), preview=False)


def withdraw(act: Act, credential: InstitutionCredential, bill_id: str) -> PaymentRequest:
    """Takes a bill back. Raises PaymentUnknown, PaymentPaid."""
    row = _own(act, credential, bill_id)
    if row.state == PaymentState.PAID:
        raise PaymentPaid(bill=row.bill_id, id=row.setl_id, institution=row.fixmedins_code)
    if row.state == PaymentState.OPEN:
        act.run(q.SET_PAYMENT, bill_id=row.bill_id, state=PaymentState.WITHDRAWN.value, setl_id=None)
    return _shown(act, _found(act, row.bill_id), preview=False)


def status(act: Act, credential: InstitutionCredential, bill_id: str) -> PaymentRequest:
    """An own bill. Raises PaymentUnknown."""
    return _shown(act, _own(act, credential, bill_id), preview=False)


def page(act: Act, caller: str, handle: str, cursor: str | None, limit: int) -> Page[PaymentRequest]:
    """The voucher's person's bills, newest first."""
    psn_no = vouchers.own(act, caller, handle).psn_no
    at, bill_id = paging.after(cursor)
    rows = act.rows(q.PAYMENTS, psn_no=psn_no, at=at, bill_id=bill_id, limit=page_limit(limit) + 1)
    shown = tuple(_shown(act, PaymentRow(*row), preview=True) for row in rows[:limit])
    return Page(shown, paging.cursor(shown[-1].requested_at, shown[-1].bill_id) if len(rows) > limit else None)


def show(act: Act, caller: str, handle: str, bill_id: str) -> PaymentRequest:
    """One bill of the voucher's person. Raises PaymentUnknown."""
    row = _of_person(act, vouchers.own(act, caller, handle).psn_no, bill_id)
    return _shown(act, row, preview=True)


def confirm(act: Act, caller: str, handle: str, bill_id: str, proof: Proof) -> PaymentRequest:
    """Settles a bill, once. `proof`: by this voucher's holder key. Errors as ports.Citizen.confirm_payment."""
    voucher = vouchers.own(act, caller, handle)
    row = _of_person(act, voucher.psn_no, bill_id)
    proofs.check_holder(act, proof, voucher.holder)
    standing = row.standing(act.now)
    if standing is PaymentState.PAID:
        return _shown(act, row, preview=False)
    if standing is PaymentState.WITHDRAWN:
        raise PaymentWithdrawn(bill=row.bill_id)
    if standing is PaymentState.EXPIRED:
        raise PaymentExpired(bill=row.bill_id)
    person = register.find(act, voucher.psn_no)
    if person.frozen_at is not None or voucher.state == VoucherState.SUSPENDED:
        raise VoucherFrozen
    if act.now >= voucher.expires_at:
        raise VoucherExpired
    known = visits.find(act, row.mdtrt_id)
    if known is not None:
        visits.check_open(known)
    at = _terminal(act, row)
    at.require(codes.SERVICES[_bill(act, row).med_type])
    patient = Patient(person, row.mdtrt_id, row.cert_type, voucher.guardian)
    case = settling.work_out(act, at, patient, _bill(act, row))
    asked = idempotency.request_lookup(act, row.fixmedins_code, "payment", row.bill_id)
    settlement = settling.keep(act, case, asked, voucher.guardian or person.psn_no)
    act.run(q.SET_PAYMENT, bill_id=row.bill_id, state=PaymentState.PAID.value, setl_id=settlement.setl_id)
    return _shown(act, _found(act, row.bill_id), preview=False)


def _found(act: Act, bill_id: str) -> PaymentRow:
    row = act.row(q.PAYMENT, bill_id=bill_id[:MAX_ID])
    if row is None:
        raise PaymentUnknown(bill=bill_id[:MAX_ID])
    return PaymentRow(*row)


def _own(act: Act, credential: InstitutionCredential, bill_id: str) -> PaymentRow:
    at = codes.terminal(act, credential)
    row = act.row(q.PAYMENT, bill_id=bill_id[:MAX_ID])
    own = None if row is None else PaymentRow(*row)
    if own is None or own.fixmedins_code != at.fixmedins_code:
        raise PaymentUnknown(bill=bill_id[:MAX_ID], reason="institution", fix=())
    return own


def _of_person(act: Act, psn_no: str, bill_id: str) -> PaymentRow:
    row = _found(act, bill_id)
    if row.psn_no != psn_no:
        raise PaymentUnknown(bill=bill_id[:MAX_ID])
    return row


def _terminal(act: Act, row: PaymentRow) -> Terminal:
    return codes.terminal(act, InstitutionCredential(row.fixmedins_code, row.terminal, ""))


def _bill(act: Act, row: PaymentRow) -> Bill:
    bill: Bill = answers.load(act.cipher.open(f"payments/{row.bill_id}", row.bill))
    return bill


def _shown(act: Act, row: PaymentRow, *, preview: bool) -> PaymentRequest:
    person = register.find(act, row.psn_no)
    at = _terminal(act, row)
    standing = row.standing(act.now)
    return PaymentRequest(
        bill_id=row.bill_id,
        psn_no=row.psn_no,
        fixmedins_code=row.fixmedins_code,
        institution_name=at.name,
        scene=row.scene,
        med_type=_bill(act, row).med_type.value,
        amount_fen=row.amount_fen,
        state=standing,
        requested_at=Instant(row.requested_at),
        expires_at=Instant(row.expires_at),
        preview=_preview(act, at, row) if preview and standing is PaymentState.OPEN else None,
        settlement=_settled(act, at, row),
        masked_name=register.person(act, person).name.masked(),
        mdtrt_id=row.mdtrt_id,
    )


def _preview(act: Act, at: Terminal, row: PaymentRow) -> Settlement | None:
    """How it would be settled now; None where confirming would be refused, and say why."""
    person = register.find(act, row.psn_no)
    try:
        case = settling.work_out(act, at, Patient(person, row.mdtrt_id, row.cert_type), _bill(act, row))
    except WalletError:
        return None
    return settling.named(act, case, setl_id="", preview=True)


def _settled(act: Act, at: Terminal, row: PaymentRow) -> Settlement | None:
    return None if row.setl_id is None else settling.opened_row(act, settling.find(act, at, row.setl_id))
