"""Enrolled devices of a person, and freezing: who may ask, what is stopped, what is brought back.

Rules of this room: see `service`. A person freezes all handles at once; a device is revoked for good.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import DeviceUnknown, ProofInvalid, SignInNeeded
from wallet_cli.platform.service import proofs
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import register as q
from wallet_cli.platform.sql import vouchers as vq

if TYPE_CHECKING:
    from wallet_cli.ports import Device, Proof


class DeviceRow(Value):
    """A row of `devices`; `name` still sealed."""

    device_id: str
    psn_no: str
    name: bytes
    channel: str
    enrolled_at: int
    revoked_at: int | None


def enrolled(act: Act, thumbprint: str) -> DeviceRow:
    """The device with this sign-in key. Raises SignInNeeded where none is enrolled or it was revoked."""
    row = find(act, thumbprint)
    if row is None or row.revoked_at is not None:
        raise SignInNeeded
    return row


def find(act: Act, thumbprint: str) -> DeviceRow | None:
    row = act.row(q.DEVICE, thumbprint=thumbprint)
    return None if row is None else DeviceRow(*row)


def enrol(act: Act, psn_no: str, thumbprint: str, name: str, channel: str, *, tester: bool = False) -> str:
    """A new device; its number. One sign-in key belongs to one person: another's, or a revoked one, is refused."""
    known = find(act, thumbprint)
    if known is not None:
        if known.revoked_at is not None or known.psn_no != psn_no:
            raise SignInNeeded
        return known.device_id
    device_id = "D" + act.word(12)
    act.run(
        q.ADD_DEVICE,
        device_id=device_id,
        number=act.number("device"),
        psn_no=psn_no,
        thumbprint=thumbprint,
        name=act.cipher.seal(f"devices/{device_id}/name", name),
        channel=channel,
        now=act.now,
        tester=int(tester),
    )
    return device_id


def listed(act: Act, thumbprint: str) -> tuple[Device, ...]:
    """All devices of the caller's person, oldest first, revoked ones too."""
    mine = enrolled(act, thumbprint)
    rows = [DeviceRow(*row) for row in act.rows(q.DEVICES, psn_no=mine.psn_no)]
    return tuple(_shown(act, row, mine) for row in rows)


def revoke(act: Act, thumbprint: str, device_id: str, proof: Proof) -> Device:
    """Kills one device's handles and sign-in key; the proof is by a holder key of the calling device."""
    mine = enrolled(act, thumbprint)
    check_holding(act, mine, proof)
    row = act.row(q.DEVICE_BY_ID, device_id=device_id[:64])
    if row is None or row[1] != mine.psn_no:
        raise DeviceUnknown(id=device_id[:64])
    act.run(q.REVOKE_DEVICE, device_id=device_id, now=act.now)
    act.run(vq.REVOKE_DEVICE, device_id=device_id)
    again = act.row(q.DEVICE_BY_ID, device_id=device_id)
    return _shown(act, DeviceRow(*(again or row)), mine)


def freeze(act: Act, thumbprint: str) -> int:
    """Stops all handles of the caller's person; how many were newly stopped."""
    mine = enrolled(act, thumbprint)
    changed = act.run(q.FREEZE, psn_no=mine.psn_no, now=act.now)
    return _live(act, mine.psn_no) if changed else 0


def unfreeze(act: Act, thumbprint: str, proof: Proof) -> int:
    """Brings them back; the holder key's proof shows that the PIN was given."""
    mine = enrolled(act, thumbprint)
    check_holding(act, mine, proof)
    changed = act.run(q.UNFREEZE, psn_no=mine.psn_no)
    return _live(act, mine.psn_no) if changed else 0


def check_holding(act: Act, device: DeviceRow, proof: Proof) -> None:
    """The proof must be by a holder key of one of the device's live vouchers. Raises ProofInvalid, NonceStale."""
    from wallet_cli.domain.jws import thumbprint

    shown = thumbprint(proofs.check(act, proof)).encode()
    holders = [str(row[5]).encode() for row in act.rows(vq.OF_DEVICE, device_id=device.device_id)]
    if not any(hmac.compare_digest(shown, holder) for holder in holders):
        raise ProofInvalid(reason="holder")


def _live(act: Act, psn_no: str) -> int:
    row = act.row(vq.COUNT_LIVE, psn_no=psn_no)
    return int(row[0]) if row else 0


def _shown(act: Act, row: DeviceRow, mine: DeviceRow) -> Device:
    from wallet_cli.ports import Device

    return Device(
        device_id=row.device_id,
        name=act.cipher.open(f"devices/{row.device_id}/name", row.name),
        channel=Channel(row.channel),
        enrolled_at=Instant(row.enrolled_at),
        revoked=row.revoked_at is not None,
        this=row.device_id == mine.device_id,
    )
