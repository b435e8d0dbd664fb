"""Vouchers: issued for a holder key, renewed, revoked; their secrets, standing and the status list.

Rules of this room: see `service`. One voucher a person, many devices: each device has its own handle, key and secret.
A holder key is changed only by a new activation or a PIN reset, never by the sign-in key alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import code, token
from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import VCT, IssuedVoucher, VoucherState
from wallet_cli.errors import NotFound
from wallet_cli.platform.service import devices, proofs, register
from wallet_cli.platform.service.act import ISSUER, LIMITS, Act
from wallet_cli.platform.service.vouchers import VoucherRow, find, of_device, own
from wallet_cli.platform.sql import vouchers as q

if TYPE_CHECKING:
    from wallet_cli.domain.identity import Person
    from wallet_cli.domain.secret import Secret
    from wallet_cli.ports import Issued, Jwk, Proof, Standing

STATUS_URI = ISSUER + "/status"
STATUS_LIFE_S = 43_200
"""A status list older than twelve hours says nothing any more."""
_SALT_BYTES = 16
SHARD = "001"


def issue(
    act: Act,
    *,
    psn_no: str,
    device_id: str,
    voucher_id: str,
    guardian: str | None,
    jwk: Jwk,
    suspended: bool = False,
) -> VoucherRow:
    """A new voucher with a new handle for this holder key."""
    handle = _new_handle(act)
    # The epoch only grows and no two handles share one: a wallet tells by it whether the secret it has is this one's.
    epoch = act.number("status")
    index = epoch - 1
    person = register.person(act, register.find(act, psn_no))
    expires_at = Instant(act.now + LIMITS.voucher_life_s)
    text = _sign(act, person, handle, jwk, index, expires_at, guardian)
    act.run(
        q.ADD,
        handle=handle,
        psn_no=psn_no,
        device_id=device_id,
        voucher_id=voucher_id,
        guardian=guardian,
        holder=token.thumbprint(jwk),
        epoch=epoch,
        status_idx=index,
        state=(VoucherState.SUSPENDED if suspended else VoucherState.VALID).value,
        snapshot=register.snapshot(act, person),
        sd_jwt=act.cipher.seal(f"vouchers/{handle}/sd_jwt", text),
        now=act.now,
        expires_at=expires_at,
    )
    row = find(act, handle)
    if row is None:
        raise NotFound(what="voucher")
    return row


def shown(act: Act, row: VoucherRow) -> Issued:
    """The answer a device gets."""
    from wallet_cli.ports import Issued

    text = act.cipher.open(f"vouchers/{row.handle}/sd_jwt", row.sd_jwt)
    return Issued(row.voucher_id, row.psn_no, row.guardian, IssuedVoucher(text, row.handle, row.epoch))


def listed(act: Act, thumbprint: str) -> tuple[Issued, ...]:
    """All live vouchers of the calling device."""
    device = devices.enrolled(act, thumbprint)
    return tuple(shown(act, row) for row in of_device(act, device.device_id))


def secret(act: Act, thumbprint: str, handle: str, proof: Proof) -> Secret:
    """The online-code secret, to who holds the voucher's key."""
    row = own(act, thumbprint, handle)
    proofs.check_holder(act, proof, row.holder)
    return code.derive_secret(act.keys.master(), row.handle, row.epoch)


def reissue(act: Act, thumbprint: str, handle: str, proof: Proof, *, new_handle: bool) -> Issued:
    """The voucher with the register's present data; with `new_handle` the old handle dies."""
    row = own(act, thumbprint, handle)
    jwk = proofs.check_holder(act, proof, row.holder)
    if new_handle:
        revoke(act, row)
        return shown(
            act,
            issue(
                act,
                psn_no=row.psn_no,
                device_id=row.device_id,
                voucher_id=row.voucher_id,
                guardian=row.guardian,
                jwk=jwk,
            ),
        )
    person = register.person(act, register.find(act, row.psn_no))
    expires_at = Instant(act.now + LIMITS.voucher_life_s)
    text = _sign(act, person, handle, jwk, row.status_idx, expires_at, row.guardian)
    act.run(
        q.RENEW,
        handle=handle,
        snapshot=register.snapshot(act, person),
        sd_jwt=act.cipher.seal(f"vouchers/{handle}/sd_jwt", text),
        now=act.now,
        expires_at=expires_at,
    )
    return shown(act, own(act, thumbprint, handle))


def revoke(act: Act, row: VoucherRow) -> None:
    """The handle dies; its status says so."""
    act.run(q.REVOKE, handle=row.handle)


def standing(act: Act, thumbprint: str, handle: str) -> Standing:
    """How the platform sees a voucher of the calling device; a dead one too."""
    from wallet_cli.ports import Standing

    device = devices.enrolled(act, thumbprint)
    row = find(act, handle)
    if row is None or row.device_id != device.device_id:
        raise NotFound(what="voucher")
    known = register.find(act, row.psn_no)
    state = VoucherState(row.state)
    if state is VoucherState.VALID and known.frozen_at is not None:
        state = VoucherState.SUSPENDED
    changed = register.snapshot(act, register.person(act, known)) != bytes(row.snapshot)
    return Standing(state, changed, Instant(row.expires_at))


def status_list(act: Act) -> str:
    """The signed list of all vouchers' states."""
    from wallet_cli.domain import status
    from wallet_cli.platform.sql import filings as fq
    from wallet_cli.platform.sql import register as rq

    issued = act.row(rq.COUNTER, name="status")
    states = [VoucherState.VALID] * max(1, int(issued[0]) if issued else 0)
    for index, state, _ in act.rows(q.STATES):
        states[index] = VoucherState.REVOKED if state == VoucherState.REVOKED else VoucherState.SUSPENDED
    for (index,) in act.rows(fq.REVOKED_RECEIPTS):
        states[index] = VoucherState.REVOKED
    expires_at = Instant(act.now + STATUS_LIFE_S)
    return status.make_token(STATUS_URI, states, act.now, expires_at, act.keys.kid(), act.keys.sign)


def _sign(
    act: Act, person: Person, handle: str, jwk: Jwk, index: int, expires_at: Instant, guardian: str | None
) -> str:
    visible = token.visible_claims(
        issuer=ISSUER,
        vct=VCT,
        holder=jwk,
        handle=handle,
        region=person.region,
        insutype=person.insutype,
        issued_at=act.now,
        expires_at=expires_at,
        status_uri=STATUS_URI,
        status_index=index,
    )
    disclosable: dict[str, object] = {
        "name": person.name.reveal(),
        "psn_cert_type": "01",
        "certno": person.document.reveal(),
        "birth_date": person.document.birth_date.isoformat(),
        "gend": person.document.sex.value,
        "phone": person.phone.reveal(),
    }
    if guardian is not None:
        disclosable["guardian"] = guardian
    salts = [act.random(_SALT_BYTES) for _ in disclosable]
    return token.issue(visible, disclosable, act.keys.sign, act.keys.kid(), salts)


def _new_handle(act: Act) -> str:
    while True:
        handle = SHARD + act.digits(8)
        if find(act, handle) is None:
            return handle
