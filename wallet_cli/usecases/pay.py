"""Bills that an institution sent to this wallet: looked at, and confirmed with the PIN."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wallet_cli.domain.payment import PaymentRequest
from wallet_cli.domain.time import Instant
from wallet_cli.errors import PaymentUnknown
from wallet_cli.ports import Call, Keys, Page, Proof, Reply, Row, Transaction
from wallet_cli.usecases.paging import everything
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Session, acted_for, held, proof

MAX_ID = 64


def _send(session: Session, call: Call, body: Row) -> Reply[PaymentRequest]:
    made = Proof(body["voucher_id"], body["proof"])
    return session.platform.citizen.confirm_payment(call, body["handle"], body["bill_id"], made)


def _keep(tx: Transaction, body: Row, paid: Any, now: Instant) -> None:
    tx.audit("pay.confirm", now, {"bill": body["bill_id"], **acted_for(tx, body["handle"])})


CONFIRM = Change("confirm_payment", _send, _keep)


def payments(session: Session, member: str, limit: int) -> Iterator[PaymentRequest]:
    """Newest first, at most `limit`."""
    handle = held(session, member).issued.handle

    def fetch(cursor: str | None, size: int) -> Page[PaymentRequest]:
        call = session.call("payments")
        return session.platform.citizen.payments(call, handle, cursor=cursor, limit=size).value

    return everything(fetch, limit)


def payment(session: Session, member: str, bill_id: str) -> PaymentRequest:
    """One bill, with how it would be settled now. Raises PaymentUnknown."""
    if not 1 <= len(bill_id) <= MAX_ID:
        raise PaymentUnknown(bill=bill_id[:MAX_ID])
    handle = held(session, member).issued.handle
    return session.platform.citizen.payment(session.call("payment"), handle, bill_id).value


def confirm(session: Session, keys: Keys, member: str, bill_id: str) -> PaymentRequest:
    """Settles it. The holder key's proof is the sign that the PIN was given. Errors as Payments.confirm_payment."""
    found = held(session, member)
    made = proof(session, keys, found.stored.voucher_id, found.token.holder)
    body = {
        "handle": found.issued.handle,
        "bill_id": bill_id,
        "voucher_id": made.voucher_id,
        "proof": made.jwt,
    }
    paid: PaymentRequest = perform(session, CONFIRM, body)
    return paid
