"""A forgotten or locked PIN: after the face check or with a counter's code, new keys and a new PIN for every voucher.

New vkey and holder keys are written as pending; the platform re-issues everything for this device in one transaction
and kills the old handles; then pending becomes current. Family links, consents and filings stay.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import Any

from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.errors import WalletError
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
    Table,
    Transaction,
)
from wallet_cli.usecases import voucher
from wallet_cli.usecases.pending import NO_ANSWER, Change, perform
from wallet_cli.usecases.pin import check_new
from wallet_cli.usecases.session import Held, Session, fetch_code_secret, held, proof, vouchers

_ROW = "reset"


def _send_complete(session: Session, call: Call, body: Row) -> Reply[tuple[Issued, ...]]:
    proofs = [Proof(voucher_id, jwt) for voucher_id, jwt in body["proofs"]]
    reply = session.platform.citizen.complete_reset(call, body["ticket"], proofs)
    voucher.check_issued(session, *reply.value)
    return reply


def _keep_complete(tx: Transaction, body: Row, issued: Any, now: Instant) -> None:
    for one in issued:
        voucher.keep_issued(tx, one, now)
    tx.commit_reset()
    row = tx.row(Table.PROGRESS, _ROW)
    if row is not None and body["by_code"]:
        tx.put(Table.PROGRESS, _ROW, {**row, "done": True})
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
    """Leave to reset. Raises ResetCodeWrong, ResetCodeStale, ResetCodeUsed, FaceStale.

    A counter's code is good once: the key it was sent under is kept, so that a rerun after an interruption is given
    the same leave again. A face is simply shown anew.
    """
    if code is None:
        call = session.call("begin_reset", session.new_key())
        return session.platform.citizen.begin_reset(call, None, face.face_id if face else None).value
    key = session.new_key() if is_done(session, code) else _key_of(session, code)
    try:
        return session.platform.citizen.begin_reset(session.call("begin_reset", key), code, None).value
    except NO_ANSWER:
        raise
    except WalletError:
        _forget_key(session, key)
        raise


def is_done(session: Session, code: TextCode | None) -> bool:
    """Whether this profile's last reset was made with this very code, to its end."""
    row = session.vault.row(Table.PROGRESS, _ROW)
    return row is not None and code is not None and row["done"] and _same(row, code)


def _key_of(session: Session, code: TextCode) -> str:
    """The key that this code is sent under, the same at every run."""
    row = session.vault.row(Table.PROGRESS, _ROW)
    if row is None or not _same(row, code):
        row = {"key": session.new_key(), "code": code.reveal().decode(), "done": False}
        with session.vault.write() as tx:
            tx.put(Table.PROGRESS, _ROW, row)
    return str(row["key"])


def _forget_key(session: Session, key: str) -> None:
    with session.vault.write() as tx:
        row = tx.row(Table.PROGRESS, _ROW)
        if row is not None and row["key"] == key:
            tx.delete(Table.PROGRESS, _ROW)


def _same(row: Row, code: TextCode) -> bool:
    return compare_digest(str(row["code"]).encode(), code.reveal())


def complete(session: Session, leave: ResetTicket, new: Pin, *, by_code: bool) -> tuple[Held, ...]:
    """New PIN, keys and vouchers. The vouchers brought back, one's own first. `by_code`: what gave the leave."""
    from wallet_cli.usecases.family import drop_ended

    check_new(session, new)
    drop_ended(session)
    keys = session.vault.begin_reset(new, session.clock.now())
    try:
        proofs = []
        for stored in vouchers(session):
            holder = keys.create_holder_key(stored.voucher_id)
            proofs.append(proof(session, keys, stored.voucher_id, holder))
        shown = [[p.voucher_id, p.jwt] for p in proofs]
        body = {"ticket": leave.ticket, "proofs": shown, "by_code": by_code}
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
