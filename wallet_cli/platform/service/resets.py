"""PIN resets: leave by a counter's code or a face check, then every voucher of the device in one transaction.

Rules of this room: see `service`. The platform never learns a PIN: a reset is new holder keys, handles and secrets.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant
from wallet_cli.errors import (
    FaceStale,
    ProofInvalid,
    ResetCodeStale,
    ResetCodeUsed,
    ResetCodeWrong,
)
from wallet_cli.platform import answers
from wallet_cli.platform.service import activation, devices, issuance, proofs, textcodes, vouchers
from wallet_cli.platform.service.act import LIMITS, Act, Kept
from wallet_cli.platform.service.textcodes import Verdict
from wallet_cli.platform.sql import activations as q
from wallet_cli.ports import FaceOutcome, FacePurpose, ResetTicket

if TYPE_CHECKING:
    from wallet_cli.domain.secret import TextCode
    from wallet_cli.ports import Issued, Proof

MAX_VOUCHERS = 50


def begin(act: Act, caller: str, code: TextCode | None, face_id: str | None) -> ResetTicket:
    """A ticket for this device. The code is looked at first where both are given."""
    device = devices.enrolled(act, caller)
    if code is not None:
        _take_code(act, device.psn_no, code)
    elif face_id is not None:
        _take_face(act, caller, face_id)
    else:
        raise ResetCodeWrong(attempts_left=LIMITS.text_code_tries)
    ticket = act.word(32)
    expires_at = Instant(act.now + LIMITS.reset_code_life_s)
    act.run(
        q.ADD_TICKET,
        lookup=act.cipher.lookup("ticket", ticket),
        device_id=device.device_id,
        expires_at=expires_at,
    )
    return ResetTicket(ticket, expires_at)


def complete(act: Act, caller: str, ticket: str, shown: Sequence[Proof]) -> tuple[Issued, ...]:
    """New handles for all of the device's vouchers; the old ones die.

    Until the ticket's time is over the same device may complete again: the same holder keys get the same answer, other
    ones (a wallet that lost its pending keys) new vouchers.
    """
    device = devices.enrolled(act, caller)
    lookup = act.cipher.lookup("ticket", ticket[:64])
    row = act.row(q.TICKET, lookup=lookup)
    if row is None or row[0] != device.device_id or act.now >= row[3]:
        raise ResetCodeStale
    if not 1 <= len(shown) <= MAX_VOUCHERS:
        raise ProofInvalid(reason="vouchers")
    keys = act.cipher.lookup("keys", answers.dump(tuple(proofs.digestible(proof) for proof in shown)))
    if row[1] is not None and hmac.compare_digest(bytes(row[1]), keys):
        same: tuple[Issued, ...] = answers.load(act.cipher.open(f"tickets/{lookup.hex()}", row[2]))
        return same
    old = vouchers.of_device(act, device.device_id)
    by_id = {proof.voucher_id: proof for proof in shown}
    if len(by_id) != len(shown) or set(by_id) != {voucher.voucher_id for voucher in old}:
        raise ProofInvalid(reason="vouchers")
    fresh = tuple(_replace(act, voucher, by_id[voucher.voucher_id]) for voucher in old)
    sealed = act.cipher.seal(f"tickets/{lookup.hex()}", answers.dump(fresh))
    act.run(q.ANSWER_TICKET, lookup=lookup, keys=keys, answer=sealed)
    return fresh


def _replace(act: Act, voucher: vouchers.VoucherRow, proof: Proof) -> Issued:
    jwk = proofs.check(act, proof)
    issuance.revoke(act, voucher)
    fresh = issuance.issue(
        act,
        psn_no=voucher.psn_no,
        device_id=voucher.device_id,
        voucher_id=voucher.voucher_id,
        guardian=voucher.guardian,
        jwk=jwk,
    )
    return issuance.shown(act, fresh)


def _take_code(act: Act, psn_no: str, code: TextCode) -> None:
    codes = [
        textcodes.Kept(
            number, Secret(act.cipher.open_bytes(f"reset_codes/{psn_no}/{number}", sealed)), state, tries, expires_at
        )
        for number, sealed, state, tries, expires_at in act.rows(q.RESET_CODES, psn_no=psn_no)
    ]
    verdict, kept = textcodes.judge(codes, code, act.now)
    if kept is None:
        # No code was ever given out: nothing that could be stale or used.
        raise ResetCodeWrong(attempts_left=0)
    if verdict is Verdict.USED:
        raise ResetCodeUsed
    if verdict is Verdict.STALE:
        raise ResetCodeStale
    left = kept.tries_left - (verdict is Verdict.WRONG)
    state = "used" if verdict is Verdict.RIGHT else "live" if left else "stale"
    act.run(q.SET_RESET, psn_no=psn_no, number=kept.key, state=state, tries=left)
    if verdict is Verdict.WRONG:
        raise Kept(ResetCodeWrong(attempts_left=left))


def _take_face(act: Act, caller: str, face_id: str) -> None:
    face = activation.find_face(act, caller, face_id)
    if face.purpose != FacePurpose.PIN_RESET or face.outcome != FaceOutcome.PASSED:
        raise FaceStale
    if not act.run(q.USE_FACE, face_id=face.face_id):
        raise FaceStale
