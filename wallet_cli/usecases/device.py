"""The devices that hold a person's voucher: who they are, and the end of one that was lost."""

from __future__ import annotations

from typing import Any

from wallet_cli.domain.time import Instant
from wallet_cli.errors import DeviceUnknown
from wallet_cli.ports import Call, Device, Keys, Proof, Reply, Row, Transaction
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Session, held, proof


def _send_revoke(session: Session, call: Call, body: Row) -> Reply[Device]:
    return session.platform.citizen.revoke_device(call, body["device_id"], Proof(body["voucher_id"], body["proof"]))


def _keep_revoke(tx: Transaction, body: Row, device: Any, now: Instant) -> None:
    tx.audit("device.revoke", now, {"device": body["device_id"]})


REVOKE = Change("revoke_device", _send_revoke, _keep_revoke)


def devices(session: Session) -> tuple[Device, ...]:
    """All devices of the person, oldest first, revoked ones too."""
    held(session, "self")
    return session.platform.citizen.devices(session.call("devices")).value


def named(session: Session, device_id: str) -> Device:
    """The device whose id begins with `device_id`. Raises DeviceUnknown where none or several do."""
    found = [d for d in devices(session) if device_id and d.device_id.startswith(device_id)]
    if len(found) != 1:
        raise DeviceUnknown(id=device_id[:64])
    return found[0]


def revoke(session: Session, keys: Keys, device: Device) -> tuple[Device, bool]:
    """Kills a device's vouchers and sign-in key; whether that changed anything."""
    if device.revoked:
        return device, False
    own = held(session, "self")
    made = proof(session, keys, own.stored.voucher_id, own.token.holder)
    body = {"device_id": device.device_id, "voucher_id": made.voucher_id, "proof": made.jwt}
    revoked: Device = perform(session, REVOKE, body)
    return revoked, True
