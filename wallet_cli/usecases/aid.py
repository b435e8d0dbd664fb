"""Mutual aid (家庭共济): whose personal account may be spent by whom. Both sides see a link; either ends it with the PIN."""

from __future__ import annotations

from typing import Any

from wallet_cli.domain.aid import AidLink, AidRelation, AidRequest, AidState, check_limit
from wallet_cli.domain.identity import IdDocument, Name
from wallet_cli.domain.time import Instant
from wallet_cli.errors import AidUnknown
from wallet_cli.ports import Call, Keys, Proof, Reply, Row, Transaction
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Session, held, proof


def _send_add(session: Session, call: Call, body: Row) -> Reply[tuple[AidLink, bool]]:
    request = AidRequest(
        AidRelation(body["relation"]), Name(body["name"]), IdDocument(body["document"]), body["yearly_limit_fen"]
    )
    return session.platform.citizen.add_aid(call, request, Proof(body["voucher_id"], body["proof"]))


def _keep_add(tx: Transaction, body: Row, answer: Any, now: Instant) -> None:
    if answer[1]:
        tx.audit("aid.add", now, {"aid": answer[0].aid_id, "relation": body["relation"]})


def _send_remove(session: Session, call: Call, body: Row) -> Reply[tuple[AidLink, bool]]:
    return session.platform.citizen.remove_aid(call, body["aid_id"], Proof(body["voucher_id"], body["proof"]))


def _keep_remove(tx: Transaction, body: Row, answer: Any, now: Instant) -> None:
    if answer[1]:
        tx.audit("aid.remove", now, {"aid": body["aid_id"]})


ADD = Change("add_aid", _send_add, _keep_add)
REMOVE = Change("remove_aid", _send_remove, _keep_remove)


def links(session: Session) -> tuple[AidLink, ...]:
    """The person's links as giver and as user."""
    held(session, "self")
    return session.platform.citizen.aids(session.call("aids")).value


def named(session: Session, aid_id: str) -> AidLink:
    """The link whose number begins with `aid_id`. Raises AidUnknown where none or several do."""
    found = [link for link in links(session) if aid_id and link.aid_id.startswith(aid_id.upper())]
    if len(found) != 1:
        raise AidUnknown(id=aid_id[:64])
    return found[0]


def add(session: Session, keys: Keys, request: AidRequest) -> tuple[AidLink, bool]:
    """Lets a relative spend one's personal account; whether anything changed. Errors: those of MutualAid.add_aid."""
    check_limit(request.yearly_limit_fen)
    own = held(session, "self")
    made = proof(session, keys, own.stored.voucher_id, own.token.holder)
    body = {
        "relation": request.relation.value,
        "name": request.name.reveal(),
        "document": request.document.reveal(),
        "yearly_limit_fen": request.yearly_limit_fen,
        "voucher_id": made.voucher_id,
        "proof": made.jwt,
    }
    link, changed = perform(session, ADD, body)
    return link, changed


def remove(session: Session, keys: Keys, link: AidLink) -> tuple[AidLink, bool]:
    """Ends a link, as giver or as user; whether anything changed."""
    if link.state is AidState.ENDED:
        return link, False
    own = held(session, "self")
    made = proof(session, keys, own.stored.voucher_id, own.token.holder)
    ended, changed = perform(session, REMOVE, {"aid_id": link.aid_id, "voucher_id": made.voucher_id, "proof": made.jwt})
    return ended, changed
