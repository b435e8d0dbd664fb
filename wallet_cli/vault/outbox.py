"""Requests that change something, kept from before they are sent until their answer is.

Rules of this room: see `vault`.
"""

from __future__ import annotations

from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.ports import Row, Table, Transaction, Vault


class Request(Value):
    """`key`: the idempotency key, which is the row's id; `operation`: the port's method; `body`: what is sent."""

    key: str
    operation: str
    body: Row
    created_at: Instant


def add(transaction: Transaction, request: Request) -> None:
    """Before sending, in the transaction that decides to send."""
    row = {"operation": request.operation, "body": dict(request.body), "created_at": int(request.created_at)}
    transaction.put(Table.OUTBOX, request.key, row)


def clear(transaction: Transaction, key: str) -> None:
    """After the answer, in the transaction that keeps it."""
    transaction.delete(Table.OUTBOX, key)


def unsettled(vault: Vault) -> tuple[Request, ...]:
    """Requests whose outcome is unknown, oldest first: to be asked after, never assumed."""
    found = [
        Request(key, row["operation"], row["body"], Instant(row["created_at"]))
        for key, row in vault.rows(Table.OUTBOX).items()
    ]
    return tuple(sorted(found, key=lambda request: (request.created_at, request.key)))
