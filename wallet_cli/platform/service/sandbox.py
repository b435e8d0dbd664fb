"""What only a sandbox does: show its outbox, make good and bad codes for testers.

Rules of this room: see `service`. A tester's codes come from handles of their own, on a device that no list shows;
what they stop or use up is never a person's own voucher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import code as online
from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import (
    CodeExpired,
    CodeForeign,
    CodeMalformed,
    CodeUsed,
    NotFound,
    RollsExhausted,
    VoucherFrozen,
)
from wallet_cli.platform.service import devices, issuance, register, textcodes, vouchers
from wallet_cli.platform.service.act import SANDBOX_NUMBER, Act, page_limit
from wallet_cli.platform.sql import activations as aq
from wallet_cli.platform.sql import vouchers as q
from wallet_cli.ports import SandboxCode, TextMessage

if TYPE_CHECKING:
    from wallet_cli.platform.service.register import PersonRow
    from wallet_cli.platform.service.vouchers import VoucherRow

EXPECTED = {
    "valid": None,
    "expired": CodeExpired.code,
    "used": CodeUsed.code,
    "altered": CodeMalformed.code,
    "frozen": VoucherFrozen.code,
    "foreign": CodeForeign.code,
}
"""Cases and what a terminal must answer. `altered` has one digit changed, which the check digit finds at once."""
FOREIGN_NUMBER = "999"
EXPIRED_STEPS = 4
_GOOD, _STOPPED = "tester", "tester-stopped"


def outbox(act: Act, limit: int) -> tuple[TextMessage, ...]:
    """Text messages, newest first."""
    return tuple(
        TextMessage(
            message_id=code_id,
            at=Instant(sent_at),
            to=act.cipher.open(f"text_codes/{code_id}/phone", phone),
            purpose=purpose,
            code=textcodes.opened(act, code_id, code),
        )
        for code_id, sent_at, phone, purpose, code in act.rows(aq.OUTBOX, limit=page_limit(limit))
    )


def code(act: Act, psn_no: str, case: str) -> SandboxCode:
    """A code of this case. Raises NotFound(what=case), PersonUnknown, RollsExhausted(wait)."""
    if case not in EXPECTED:
        raise NotFound(what="case")
    person = register.find(act, psn_no)
    voucher = _tester(act, person, stopped=case == "frozen")
    secret = online.derive_secret(act.keys.master(), voucher.handle, voucher.epoch)
    step = online.step_of(act.now)
    expect = EXPECTED[case]
    if case == "expired":
        step -= EXPIRED_STEPS
        text = online.encode(secret, SANDBOX_NUMBER, voucher.handle, step, 0)
    elif case == "foreign":
        text = online.encode(secret, FOREIGN_NUMBER, voucher.handle, step, 0)
    else:
        roll = _roll(act, voucher.handle, step)
        text = online.encode(secret, SANDBOX_NUMBER, voucher.handle, step, roll)
        if case == "used":
            act.run(q.USE_CODE, handle=voucher.handle, step=step, roll=roll)
        if case == "altered":
            text = text[:20] + str((int(text[20]) + 1) % 10) + text[21:]
    if person.frozen_at is not None and case in {"valid", "used"}:
        # A person's own freeze stops the tester's handles too.
        expect = VoucherFrozen.code
    return SandboxCode(case, text, expect, online.expires_at(step))


def _tester(act: Act, person: PersonRow, *, stopped: bool) -> VoucherRow:
    name = _STOPPED if stopped else _GOOD
    # No key has this thumbprint: nobody can sign in as a tester's device.
    device_id = devices.enrol(act, person.psn_no, f"{name}:{person.psn_no}", name, Channel.APP.value, tester=True)
    for voucher in vouchers.of_device(act, device_id):
        if act.now < voucher.expires_at:
            return voucher
        issuance.revoke(act, voucher)
    return issuance.issue(
        act,
        psn_no=person.psn_no,
        device_id=device_id,
        voucher_id=name,
        guardian=None,
        jwk=act.keys.jwk("issuer"),
        suspended=stopped,
    )


def _roll(act: Act, handle: str, step: int) -> int:
    row = act.row(q.TESTER_ROLL, handle=handle)
    roll = row[1] + 1 if row is not None and row[0] == step else 0
    if roll >= online.ROLLS:
        raise RollsExhausted(wait=max(1, online.STEP_S * (step + 1) - act.now))
    act.run(q.SET_TESTER_ROLL, handle=handle, step=step, roll=roll)
    return int(roll)
