"""The voucher itself: look, renew the handle, update after a change of data, stop and resume it."""

from __future__ import annotations

from typing import Any

from wallet_cli.domain import status, token
from wallet_cli.domain.time import DAY_S, Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, StoredVoucher, VoucherState
from wallet_cli.errors import StatusUnknown, VoucherFrozen, VoucherInvalid, VoucherRevoked
from wallet_cli.ports import Call, Issued, Keys, Proof, Reply, Row, Standing, Table, Transaction
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import (
    Held,
    Session,
    acted_for,
    checked,
    fetch_code_secret,
    from_row,
    held,
    proof,
    to_row,
)
from wallet_cli.usecases.trust import issuer_keys, platform_facts

RENEW_BEFORE_S = 30 * DAY_S
"""A voucher with less than this left is renewed by `update` though nothing changed."""


class VoucherView(Value):
    """A voucher as its holder may see it. `listed`: what the signed status list says; `standing`: the register."""

    held: Held
    standing: Standing
    listed: VoucherState


def check_issued(session: Session, *issued: Issued) -> None:
    """Before a platform's answer takes the place of a good voucher: everything that is checked when it is read, and that
    it is the handle's it came with. One whose time is over is a good answer still: to a request that waited for it, or
    to a consent. Raises VoucherInvalid."""
    for one in issued:
        if checked(session, one.voucher.sd_jwt, expired=True).handle != one.voucher.handle:
            raise VoucherInvalid(reason="handle")


def keep_issued(tx: Transaction, issued: Issued, now: Instant) -> None:
    """Puts a platform's answer in place of the voucher it replaces, alias and birth kept."""
    row = tx.row(Table.VOUCHERS, issued.voucher_id)
    if row is None:
        return
    old = from_row(issued.voucher_id, row)
    new = StoredVoucher(old.voucher_id, old.alias, issued.subject, issued.guardian, issued.voucher, old.created_at)
    tx.put(Table.VOUCHERS, issued.voucher_id, to_row(new))


def _send_reissue(session: Session, call: Call, body: Row) -> Reply[Issued]:
    made = Proof(body["voucher_id"], body["proof"])
    reply = session.platform.citizen.reissue(call, body["handle"], made, new_handle=body["new_handle"])
    check_issued(session, reply.value)
    return reply


def _keep_reissue(tx: Transaction, body: Row, issued: Any, now: Instant) -> None:
    whose = acted_for(tx, body["handle"])
    keep_issued(tx, issued, now)
    tx.audit("voucher.refresh" if body["new_handle"] else "voucher.update", now, whose)


def _send_freeze(session: Session, call: Call, body: Row) -> Reply[int]:
    return session.platform.citizen.freeze(call)


def _keep_freeze(tx: Transaction, body: Row, count: Any, now: Instant) -> None:
    tx.put(Table.FACTS, "frozen", {"at": int(now)})
    tx.audit("voucher.freeze", now)


def _send_unfreeze(session: Session, call: Call, body: Row) -> Reply[int]:
    return session.platform.citizen.unfreeze(call, Proof(body["voucher_id"], body["proof"]))


def _keep_unfreeze(tx: Transaction, body: Row, count: Any, now: Instant) -> None:
    tx.delete(Table.FACTS, "frozen")
    tx.audit("voucher.unfreeze", now)


REISSUE = Change("reissue", _send_reissue, _keep_reissue)
FREEZE = Change("freeze", _send_freeze, _keep_freeze)
UNFREEZE = Change("unfreeze", _send_unfreeze, _keep_unfreeze)


def show(session: Session, member: str) -> VoucherView:
    """The voucher, its standing at the platform, and what the signed status list says of it."""
    found = held(session, member)
    standing = session.platform.citizen.standing(session.call("standing"), found.issued.handle).value
    if member == SELF:
        remember_state(session, standing)
    return VoucherView(found, standing, listed_state(session, found.token))


def listed_state(session: Session, voucher: token.Voucher) -> VoucherState:
    """The voucher's entry in the status list (Token Status List, 8.3). A stale list says unknown, never valid."""
    reference = voucher.claims["status"]["status_list"]
    pinned = platform_facts(session)
    text = session.platform.citizen.status_list(Call(None, None, session.timeout)).value
    try:
        listed = status.read_token(text, issuer_keys(pinned), reference["uri"], session.clock.now())
    except StatusUnknown:
        return VoucherState.UNKNOWN
    return listed.state(reference["idx"])


def refresh(session: Session, keys: Keys, member: str) -> Held:
    """A new handle and a new code secret; codes of the old handle die."""
    return _reissue(session, keys, member, new_handle=True)


def needs_update(session: Session, member: str) -> bool:
    """Whether the register's data differ from the voucher, or it nears its end or is past it. Raises VoucherRevoked."""
    handle = held(session, member, expired=True).issued.handle
    standing = session.platform.citizen.standing(session.call("standing"), handle).value
    if standing.state is VoucherState.REVOKED:
        raise VoucherRevoked
    return standing.data_changed or standing.expires_at - session.clock.now() < RENEW_BEFORE_S


def update(session: Session, keys: Keys, member: str) -> Held:
    """Re-issues the voucher with the register's present data, same handle."""
    return _reissue(session, keys, member, new_handle=False)


def _reissue(session: Session, keys: Keys, member: str, *, new_handle: bool) -> Held:
    found = held(session, member, expired=True)
    made = proof(session, keys, found.stored.voucher_id, found.token.holder)
    body = {
        "voucher_id": made.voucher_id,
        "proof": made.jwt,
        "handle": found.issued.handle,
        "new_handle": new_handle,
    }
    perform(session, REISSUE, body)
    fresh = held(session, member)
    fetch_code_secret(session, keys, fresh)
    return fresh


def freeze(session: Session) -> bool:
    """Stops every voucher of the person, on all devices; False where they were stopped already. Needs no PIN."""
    held(session, "self")
    return bool(perform(session, FREEZE, {}))


def unfreeze(session: Session, keys: Keys) -> bool:
    """Resumes them; False where nothing was stopped."""
    found = held(session, "self")
    made = proof(session, keys, found.stored.voucher_id, found.token.holder)
    return bool(perform(session, UNFREEZE, {"voucher_id": made.voucher_id, "proof": made.jwt}))


def not_frozen(session: Session, found: Held) -> None:
    """Raises VoucherFrozen where the vouchers are stopped. Only where this wallet has a note of that is the platform
    asked whether it still holds: another device may have resumed them."""
    if session.vault.row(Table.FACTS, "frozen") is None:
        return
    standing = session.platform.citizen.standing(session.call("standing"), found.issued.handle).value
    remember_state(session, standing)
    if standing.state is VoucherState.SUSPENDED:
        raise VoucherFrozen


def remember_state(session: Session, standing: Standing) -> None:
    """Another device may have stopped or resumed the vouchers: this wallet's note follows the platform."""
    noted = session.vault.row(Table.FACTS, "frozen") is not None
    frozen = standing.state is VoucherState.SUSPENDED
    if frozen == noted:
        return
    with session.vault.write() as tx:
        if frozen:
            tx.put(Table.FACTS, "frozen", {"at": int(session.clock.now())})
        else:
            tx.delete(Table.FACTS, "frozen")
