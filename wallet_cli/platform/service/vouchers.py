"""Rows of vouchers and whose they are: what the queries of a device stand on.

Rules of this room: see `service`. Nothing of issuing here: a balance does not load what signs vouchers.
"""

from __future__ import annotations

from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import MemberEnded, MemberSuspended, NotFound, VoucherRevoked
from wallet_cli.platform.service import devices
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import vouchers as q


class VoucherRow(Value):
    """A row of `vouchers`. `holder`: thumbprint of the holder key; `sd_jwt` still sealed."""

    handle: str
    psn_no: str
    device_id: str
    voucher_id: str
    guardian: str | None
    holder: str
    epoch: int
    status_idx: int
    state: str
    snapshot: bytes
    sd_jwt: bytes
    issued_at: int
    expires_at: int


def find(act: Act, handle: str) -> VoucherRow | None:
    row = act.row(q.VOUCHER, handle=handle[:32])
    return None if row is None else VoucherRow(*row)


def of_device(act: Act, device_id: str) -> tuple[VoucherRow, ...]:
    """Live vouchers of a device, self first."""
    return tuple(VoucherRow(*row) for row in act.rows(q.OF_DEVICE, device_id=device_id))


def own(act: Act, thumbprint: str, handle: str) -> VoucherRow:
    """The voucher with this handle on the calling device, whose person may be asked after and acted for.

    Raises SignInNeeded, NotFound, VoucherRevoked; of a member's: MemberEnded, MemberSuspended.
    """
    device = devices.enrolled(act, thumbprint)
    row = find(act, handle)
    if row is None or row.device_id != device.device_id:
        raise NotFound(what="voucher")
    if row.state == VoucherState.REVOKED:
        # Of a member's voucher it is the link that has ended; one's own wallet is well.
        raise VoucherRevoked if row.guardian is None else MemberEnded
    if row.guardian is not None:
        from wallet_cli.platform.service import links

        if links.is_suspended(act, row):
            raise MemberSuspended(fix=("yibao family list",))
    return row


def note_guardian(act: Act, handle: str, what: str) -> None:
    """A line of the audit where a change was asked for through a member's voucher: who acted for whom."""
    row = find(act, handle)
    if row is not None and row.guardian is not None:
        from wallet_cli.platform.service import register

        register.audit(act, "", what, row.psn_no, row.guardian)
