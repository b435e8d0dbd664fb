"""Activation: identity, text code, face, issue. Each step one transaction; bound to the device's sign-in key.

Rules of this room: see `service`. An activation lives 24 hours; another device's is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain.jws import thumbprint
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import (
    AgreementRequired,
    FaceStale,
    NotFound,
    ProofInvalid,
    SignInNeeded,
    SmsCodeStale,
    SmsCodeUsed,
    SmsCodeWrong,
)
from wallet_cli.platform.service import devices, issuance, proofs, register, textcodes, vouchers
from wallet_cli.platform.service.act import ISSUER, LIMITS, Act, Kept, bounded
from wallet_cli.platform.service.textcodes import Verdict
from wallet_cli.platform.sql import activations as q
from wallet_cli.ports import Activation, ActivationStep, FaceCheck, FaceOutcome, FacePurpose

if TYPE_CHECKING:
    from wallet_cli.domain.secret import TextCode
    from wallet_cli.ports import ActivationRequest, Issued, Jwk, Proof

AGREEMENT = "2026-11"
"""Version of the agreement that an activation records."""
FACE_INTERVAL_S = 1
FACE_URL = ISSUER + "/face"
MAX_DEVICE_NAME = 100
_USER_CODE = "BCDFGHJKLMNPQRSTVWXZ"
"""RFC 8628, section 6.1: twenty consonants, so that no word comes out."""


class ActivationRow(Value):
    """A row of `activations`; `device_name` still sealed."""

    activation_id: str
    thumbprint: str
    device_name: bytes
    psn_no: str
    channel: str
    step: str
    handle: str | None
    expires_at: int


class FaceRow(Value):
    """A row of `faces`."""

    face_id: str
    thumbprint: str
    purpose: str
    activation_id: str | None
    outcome: str
    used: int
    expires_at: int


def begin(act: Act, caller: str, request: ActivationRequest) -> Activation:
    """Step 1: the register is asked, a text code is sent."""
    check_key(caller, request.device_jwk)
    row = register.check_identity(
        act, region=request.region, name=request.name, document=request.document, phone=request.phone
    )
    if request.agreement_version != AGREEMENT:
        raise AgreementRequired(option="--accept-agreement")
    act.run(q.DROP_UNFINISHED, thumbprint=caller)
    activation_id = open_new(
        act, caller, row.psn_no, request.channel, request.device_name, ActivationStep.TEXT_CODE, AGREEMENT
    )
    textcodes.send(act, activation_id=activation_id, psn_no=row.psn_no, phone=request.phone, purpose="activation")
    return show(act, caller, activation_id)


def open_new(
    act: Act, caller: str, psn_no: str, channel: Channel, device_name: str, step: ActivationStep, agreement: str
) -> str:
    """Writes a new activation; its number."""
    known = devices.find(act, caller)
    if known is not None and (known.revoked_at is not None or known.psn_no != psn_no):
        raise SignInNeeded
    activation_id = "A" + act.word(16)
    act.run(
        q.ADD,
        activation_id=activation_id,
        thumbprint=caller,
        device_name=act.cipher.seal(
            f"activations/{activation_id}/device_name", bounded(device_name, "device_name", MAX_DEVICE_NAME)
        ),
        psn_no=psn_no,
        channel=Channel(channel).value,
        agreement=agreement,
        step=step.value,
        now=act.now,
        expires_at=act.now + LIMITS.activation_life_s,
    )
    return activation_id


def check_key(caller: str, jwk: Jwk) -> None:
    """The call must be signed by the very key it brings."""
    if thumbprint(jwk) != caller:
        raise SignInNeeded


def find(act: Act, caller: str, activation_id: str) -> ActivationRow:
    """The caller's activation, not yet past its time. Raises NotFound."""
    row = act.row(q.ACTIVATION, activation_id=activation_id[:64])
    if row is None or row[1] != caller or act.now >= row[7]:
        raise NotFound(what="activation")
    return ActivationRow(*row)


def show(act: Act, caller: str, activation_id: str) -> Activation:
    """How far it has come."""
    row = find(act, caller, activation_id)
    known = register.person(act, register.find(act, row.psn_no))
    return Activation(
        activation_id=row.activation_id,
        step=ActivationStep(row.step),
        psn_no=row.psn_no,
        masked_name=known.name.masked(),
        masked_phone=known.phone.masked(),
        region=known.region,
        insutype=known.insutype,
        channel=Channel(row.channel),
        expires_at=Instant(row.expires_at),
    )


def send_again(act: Act, caller: str, activation_id: str) -> Activation:
    """Another text code, where one is waited for."""
    row = find(act, caller, activation_id)
    if row.step == ActivationStep.TEXT_CODE:
        person = register.person(act, register.find(act, row.psn_no))
        textcodes.send(
            act, activation_id=row.activation_id, psn_no=row.psn_no, phone=person.phone, purpose="activation"
        )
    return show(act, caller, activation_id)


def confirm(act: Act, caller: str, activation_id: str, code: TextCode) -> Activation:
    """Step 2. A wrong code is counted; the fifth makes it stale."""
    row = find(act, caller, activation_id)
    verdict, kept = textcodes.judge(textcodes.of_activation(act, activation_id), code, act.now)
    if verdict is Verdict.USED:
        raise SmsCodeUsed
    if verdict is Verdict.STALE or kept is None:
        raise SmsCodeStale
    if verdict is Verdict.WRONG:
        left = kept.tries_left - 1
        textcodes.mark(act, kept, "live" if left else "stale", left)
        raise Kept(SmsCodeWrong(attempts_left=left))
    textcodes.mark(act, kept, "used", kept.tries_left)
    act.run(
        q.SET_STEP,
        activation_id=row.activation_id,
        step=ActivationStep.FACE.value,
        was=ActivationStep.TEXT_CODE.value,
    )
    return show(act, caller, activation_id)


def begin_face(act: Act, caller: str, purpose: FacePurpose, activation_id: str | None) -> FaceCheck:
    """Step 3, or the way to a reset: a page and a code for it (RFC 8628, section 3.2)."""
    if purpose is FacePurpose.ACTIVATION:
        row = find(act, caller, activation_id or "")
        if row.step != ActivationStep.FACE:
            raise NotFound(what="face")
    else:
        devices.enrolled(act, caller)
    face_id, user_code = "F" + act.word(20), new_user_code(act)
    expires_at = Instant(act.now + LIMITS.face_life_s)
    act.run(
        q.ADD_FACE,
        face_id=face_id,
        user_code=user_code,
        thumbprint=caller,
        purpose=purpose.value,
        activation_id=activation_id if purpose is FacePurpose.ACTIVATION else None,
        now=act.now,
        expires_at=expires_at,
    )
    return FaceCheck(face_id, FACE_URL, user_code, FACE_INTERVAL_S, expires_at)


def new_user_code(act: Act) -> str:
    """A code to type at the page of a face check."""
    word = "".join(_USER_CODE[byte % len(_USER_CODE)] for byte in act.random(8))
    return f"{word[:4]}-{word[4:]}"


def find_face(act: Act, caller: str, face_id: str) -> FaceRow:
    """The caller's face check, not yet past its time. Raises NotFound, FaceStale."""
    row = act.row(q.FACE, face_id=face_id[:64])
    if row is None or row[1] != caller:
        raise NotFound(what="face")
    face = FaceRow(*row)
    if act.now >= face.expires_at:
        raise FaceStale
    return face


def poll_face(act: Act, caller: str, face_id: str) -> FaceOutcome:
    return FaceOutcome(find_face(act, caller, face_id).outcome)


def decide_face(act: Act, user_code: str, outcome: FaceOutcome) -> None:
    """What the camera said. Decided once; a passed check moves its activation on. Raises NotFound, FaceStale."""
    row = act.row(q.FACE_BY_CODE, user_code=user_code.strip().upper()[:16])
    if row is None:
        raise NotFound(what="face")
    face = FaceRow(*row)
    if act.now >= face.expires_at or face.outcome != FaceOutcome.PENDING:
        raise FaceStale
    act.run(q.DECIDE_FACE, face_id=face.face_id, outcome=outcome.value)
    if outcome is FaceOutcome.PASSED and face.activation_id is not None:
        act.run(
            q.SET_STEP,
            activation_id=face.activation_id,
            step=ActivationStep.ISSUE.value,
            was=ActivationStep.FACE.value,
        )


def issue(act: Act, caller: str, activation_id: str, proof: Proof) -> Issued:
    """Step 5: enrols the device and issues the voucher. The same proof key gets the same answer."""
    row = find(act, caller, activation_id)
    bounded(proof.voucher_id, "voucher_id", 64)
    if row.step == ActivationStep.DONE:
        done = vouchers.find(act, row.handle or "")
        if done is None or proofs.digestible(proof)[1] != done.holder:
            raise ProofInvalid(reason="holder")
        return issuance.shown(act, vouchers.own(act, caller, done.handle))
    if row.step != ActivationStep.ISSUE:
        raise NotFound(what="activation")
    register.check_insured(register.find(act, row.psn_no))
    jwk = proofs.check(act, proof)
    name = act.cipher.open(f"activations/{activation_id}/device_name", row.device_name)
    device_id = devices.enrol(act, row.psn_no, caller, name, row.channel)
    for old in vouchers.of_device(act, device_id):
        if old.psn_no == row.psn_no:
            issuance.revoke(act, old)
    voucher = issuance.issue(
        act, psn_no=row.psn_no, device_id=device_id, voucher_id=proof.voucher_id, guardian=None, jwk=jwk
    )
    act.run(q.FINISH, activation_id=activation_id, handle=voucher.handle)
    return issuance.shown(act, voucher)
