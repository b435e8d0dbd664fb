"""The physical social-security card: its state, its loss, its replacement. The voucher works throughout."""

from __future__ import annotations

from typing import Any

from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import CardState
from wallet_cli.ports import Call, Card, Reply, Row, Transaction
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Session, acted_for, held


def _send_lost(session: Session, call: Call, body: Row) -> Reply[Card]:
    return session.platform.citizen.report_card_lost(call, body["handle"])


def _send_reissue(session: Session, call: Call, body: Row) -> Reply[Card]:
    return session.platform.citizen.reissue_card(call, body["handle"])


def _keep_lost(tx: Transaction, body: Row, card: Any, now: Instant) -> None:
    tx.audit("card.report_lost", now, acted_for(tx, body["handle"]))


def _keep_reissue(tx: Transaction, body: Row, card: Any, now: Instant) -> None:
    tx.audit("card.reissue", now, acted_for(tx, body["handle"]))


REPORT_LOST = Change("report_card_lost", _send_lost, _keep_lost)
REISSUE = Change("reissue_card", _send_reissue, _keep_reissue)


def show(session: Session, member: str) -> Card:
    """The card's state."""
    return session.platform.citizen.card(session.call("card"), held(session, member).issued.handle).value


def report_lost(session: Session, member: str) -> tuple[Card, bool]:
    """Stops the card (挂失). The card, and whether this call changed it."""
    handle = held(session, member).issued.handle
    before = session.platform.citizen.card(session.call("card"), handle).value
    if before.state is not CardState.ACTIVE:
        return before, False
    card: Card = perform(session, REPORT_LOST, {"handle": handle})
    return card, True


def reissue(session: Session, member: str) -> Card:
    """Replaces a card that was reported lost. Raises CardState else."""
    card: Card = perform(session, REISSUE, {"handle": held(session, member).issued.handle})
    return card
