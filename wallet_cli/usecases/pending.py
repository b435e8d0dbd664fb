"""Requests that change something at the platform: outbox first, then the call, then answer and clearing together.

A rerun after any interruption finds the request still in the outbox and sends it again under the same idempotency key;
the platform then either carries it out or repeats its stored answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import (
    DiskFull,
    InProgress,
    InputNeeded,
    KeyringAbsent,
    KeyringChanged,
    KeyringEmpty,
    KeyringHanging,
    KeyringLocked,
    KeyringRefused,
    NotWritable,
    PassphraseWrong,
    PlatformBusy,
    PlatformError,
    PlatformNewer,
    PlatformTampered,
    PlatformUnreachable,
    SecretSource,
    StoreBusy,
    StoreForeign,
    StoreMissing,
    StoreNewer,
    StoreRolledBack,
    StoreTampered,
    StoreUnsafe,
    VaultDiffers,
    WalletError,
)
from wallet_cli.ports import Call, Row, Table, Transaction
from wallet_cli.usecases.session import Session

UNKNOWN_OUTCOME = (PlatformUnreachable, PlatformError, PlatformBusy, InProgress)
"""After these nobody knows whether the request was carried out: it stays in the outbox."""
_CUT_SHORT = (DiskFull, NotWritable)
"""What may end a request on this machine while it is being carried out."""
_NOT_SENT = (
    *(KeyringAbsent, KeyringChanged, KeyringEmpty, KeyringHanging, KeyringLocked, KeyringRefused),
    *(StoreBusy, StoreForeign, StoreMissing, StoreNewer, StoreRolledBack, StoreTampered, StoreUnsafe),
    *(InputNeeded, PassphraseWrong, SecretSource, VaultDiffers, PlatformNewer, PlatformTampered),
)
"""What keeps a request from leaving this machine. Of an earlier sending of the same request it says nothing."""
NO_ANSWER = (*UNKNOWN_OUTCOME, *_CUT_SHORT, *_NOT_SENT)
"""Failures that are no answer of the platform; every other one is its definite refusal."""


class Change(Value):
    """One kind of change. `send`: the call, from the request's body; `keep`: what its answer leaves in the store."""

    operation: str
    send: Callable[[Session, Call, Row], Any]
    keep: Callable[[Transaction, Row, Any, Instant], None]


class Unsent(Value):
    """A request whose outcome is not known yet."""

    key: str
    operation: str
    since: Instant


def perform(session: Session, change: Change, body: Row) -> Any:
    """Carries out a change and returns the platform's answer. Errors: those of the platform's method."""
    key = session.new_key()
    with session.vault.write() as tx:
        request = {"operation": change.operation, "body": dict(body), "at": int(session.clock.now())}
        tx.put(Table.OUTBOX, key, request)
    return _send(session, change, key, body, over=_NOT_SENT)


def _send(session: Session, change: Change, key: str, body: Row, over: tuple[type[WalletError], ...] = ()) -> Any:
    """`over`: the failures beside the platform's refusal after which nothing is left to ask for."""
    try:
        answer = change.send(session, session.call(change.operation, key), body)
    except WalletError as error:
        if isinstance(error, over) or not isinstance(error, NO_ANSWER):
            with session.vault.write() as tx:
                tx.delete(Table.OUTBOX, key)
        raise
    now = session.clock.now()
    with session.vault.write() as tx:
        # Another process may have finished the same request in between: its answer was the same.
        if tx.row(Table.OUTBOX, key) is not None:
            change.keep(tx, body, answer.value, now)
            tx.delete(Table.OUTBOX, key)
    return answer.value


def finish(session: Session, changes: Callable[[], dict[str, Change]]) -> int:
    """Sends again what an interruption left in the outbox. The number of requests settled. `changes`: by operation,
    asked for only where there is anything to send.

    A request that the platform now definitely refuses is dropped: the act it belonged to is repeated by its own
    command, which finds the state it left. Raises what keeps the platform from being asked: the rest stays.
    """
    done = 0
    waiting = session.vault.rows(Table.OUTBOX)
    known = changes() if waiting else {}
    for key, request in sorted(waiting.items(), key=lambda item: (item[1]["at"], item[0])):
        change = known[request["operation"]]
        try:
            _send(session, change, key, request["body"])
        except NO_ANSWER:
            raise
        except WalletError:
            continue
        done += 1
    return done


def unsent(session: Session) -> tuple[Unsent, ...]:
    """What stands in the outbox, oldest first."""
    rows = session.vault.rows(Table.OUTBOX).items()
    found = (Unsent(key, row["operation"], Instant(row["at"])) for key, row in rows)
    return tuple(sorted(found, key=lambda request: (request.since, request.key)))
