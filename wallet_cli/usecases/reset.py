"""A forgotten or locked PIN: after the face check or with a counter's code, new keys and a new PIN for every voucher.

New vkey and holder keys are written as pending; the platform re-issues everything for this device in one transaction
and kills the old handles; then pending becomes current. Family links, consents and filings stay.
"""

from __future__ import annotations

from typing import Any

from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.ports import (
    Call,
    FaceCheck,
    FaceOutcome,
    FacePurpose,
    Issued,
    Keys,
    Proof,
    Reply,
    ResetTicket,
    Row,
    Transaction,
)
from wallet_cli.usecases import voucher
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.pin import check_new
from wallet_cli.usecases.session import Held, Session, fetch_code_secret, held, proof, vouchers


def _send_complete(session: Session, call: Call, body: Row) -> Reply[tuple[Issued, ...]]:
    proofs = [Proof(voucher_id, jwt) for voucher_id, jwt in body["proofs"]]
    return session.platform.citizen.complete_reset(call, body["ticket"], proofs)


def _keep_complete(tx: Transaction, body: Row, issued: Any, now: Instant) -> None:
    for one in issued:
        voucher.keep_issued(tx, one, now)
    tx.commit_reset()
    tx.audit("pin.reset", now, {"vouchers": len(issued)})


COMPLETE = Change("complete_reset", _send_complete, _keep_complete)


def begin_face(session: Session) -> FaceCheck:
    """A face check for this purpose."""
    held(session, "self", expired=True)
    call = session.call("begin_face", session.new_key())
    return session.platform.citizen.begin_face(call, FacePurpose.PIN_RESET, None).value


def poll_face(session: Session, check: FaceCheck) -> FaceOutcome:
    """Its outcome so far. Raises FaceStale."""
    return session.platform.citizen.poll_face(session.call("poll_face"), check.face_id).value


def ticket(session: Session, *, code: TextCode | None, face: FaceCheck | None) -> ResetTicket:
    """Leave to reset. Raises ResetCodeWrong, ResetCodeStale, ResetCodeUsed, FaceStale."""
    call = session.call("begin_reset", session.new_key())
    return session.platform.citizen.begin_reset(call, code, face.face_id if face else None).value


def complete(session: Session, leave: ResetTicket, new: Pin) -> tuple[Held, ...]:
    """New PIN, keys and vouchers. The vouchers brought back, one's own first."""
    check_new(session, new)
    keys = session.vault.begin_reset(new, session.clock.now())
    try:
        proofs = []
        for stored in vouchers(session):
            holder = keys.create_holder_key(stored.voucher_id)
            proofs.append(proof(session, keys, stored.voucher_id, holder))
        body = {"ticket": leave.ticket, "proofs": [[p.voucher_id, p.jwt] for p in proofs]}
        perform(session, COMPLETE, body)
        return fetch_secrets(session, keys)
    finally:
        keys.close()


def fetch_secrets(session: Session, keys: Keys) -> tuple[Held, ...]:
    """The code secrets of every voucher of the profile."""
    found = tuple(held(session, stored.alias) for stored in vouchers(session))
    for one in found:
        fetch_code_secret(session, keys, one)
    return found
