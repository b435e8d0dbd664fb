"""Activation (domain.md 5), one function a step; each step is one transaction, so that the next run goes on from it.

    begin | redeem  ->  send_text_code, confirm_text_code  ->  begin_face, poll_face  ->  choose_pin  ->  issue

What an unfinished activation needs later (who, and the platform's activation id) lies sealed in the store's `progress`
table until the voucher has come.
"""

from __future__ import annotations

from typing import Any

from wallet_cli.domain import pin as pin_rules
from wallet_cli.domain import region as regions
from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, Channel, StoredVoucher
from wallet_cli.errors import NotFound, PinLocked, PinWrong, SmsCodeStale, SmsCodeWrong
from wallet_cli.ports import (
    Activation,
    ActivationRequest,
    ActivationStep,
    Call,
    FaceCheck,
    FaceOutcome,
    FacePurpose,
    Issued,
    Keys,
    PinState,
    PlatformInfo,
    Proof,
    Reply,
    Row,
    StoreState,
    Table,
    Transaction,
)
from wallet_cli.usecases import voucher as vouchers
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Held, Session, fetch_code_secret, held, proof, to_row

_ROW = "activation"


class Applicant(Value):
    """Who activates, and where insured. Values are checked; the register has not been asked yet."""

    region: str
    name: Name
    document: IdDocument
    phone: Phone


class Progress(Value):
    """An unfinished activation. `document` is None for a counter's offer: the counter has seen it."""

    activation_id: str
    step: ActivationStep
    region: str
    masked_name: str
    masked_phone: str
    channel: Channel
    document: IdDocument | None
    name: Name | None
    expires_at: Instant


def is_active(session: Session) -> bool:
    """Whether the profile holds its own issued voucher."""
    if session.vault.state() is not StoreState.READY:
        return False
    return any(row["alias"] == SELF and row["sd_jwt"] for row in session.vault.rows(Table.VOUCHERS).values())


def prepare(session: Session, *, replace: bool) -> str | None:
    """Opens or makes the store; with `replace` the old one is moved aside. The place it was moved to, if any."""
    now = session.clock.now()
    if replace:
        moved = session.vault.replace(now)
        return str(moved) if moved is not None else None
    if session.vault.state() is not StoreState.READY:
        session.vault.create(now)
    return None


def hotline(info: PlatformInfo, region: str) -> str | None:
    """The hotline of the agency nearest above a division: the longest prefix of places that have one."""
    fits = [place for place in info.regions if region.startswith(place.region.rstrip("0"))]
    return max(fits, key=lambda place: len(place.region.rstrip("0"))).hotline if fits else None


def progress(session: Session) -> Progress | None:
    """The unfinished activation, if there is one that has not run out."""
    if session.vault.state() is not StoreState.READY:
        return None
    row = session.vault.row(Table.PROGRESS, _ROW)
    if row is None or row["expires_at"] <= session.clock.now():
        return None
    return _from_row(row)


def begin(
    session: Session, info: PlatformInfo, applicant: Applicant, channel: Channel, version: str, device_name: str
) -> Progress:
    """Step 1: the register is asked, and a text code goes out. Errors: those of Citizen.begin_activation."""
    regions.check(applicant.region)
    request = ActivationRequest(
        region=applicant.region,
        agreement_version=version,
        name=applicant.name,
        document=applicant.document,
        phone=applicant.phone,
        channel=channel,
        device_jwk=session.vault.sign_in_jwk(),
        device_name=device_name,
    )
    key = session.new_key()
    activation = session.platform.citizen.begin_activation(session.call("begin_activation", key), request).value
    row = _to_row(activation, applicant)
    with session.vault.write() as tx:
        tx.put(Table.PROGRESS, _ROW, row)
        tx.put(Table.FACTS, "hotline", {"hotline": hotline(info, activation.region)})
        tx.audit("activation.begin", session.clock.now(), {"agreement": version, "channel": channel.value})
    return _from_row(row)


def redeem(session: Session, info: PlatformInfo, offer: str, tx_code: TextCode, device_name: str) -> Progress:
    """A counter's offer in place of the first three steps. Errors: those of Citizen.redeem_offer."""
    jwk = session.vault.sign_in_jwk()
    call = session.call("redeem_offer", session.new_key())
    activation = session.platform.citizen.redeem_offer(call, offer, tx_code, jwk, device_name).value
    row = _to_row(activation, None)
    with session.vault.write() as tx:
        tx.put(Table.PROGRESS, _ROW, row)
        tx.put(Table.FACTS, "hotline", {"hotline": hotline(info, activation.region)})
        tx.audit("activation.redeem", session.clock.now(), {"channel": activation.channel.value})
    return _from_row(row)


def refreshed(session: Session, known: Progress) -> Progress | None:
    """The activation as the platform has it now; None where it no longer knows it (the next run begins anew)."""
    try:
        activation = session.platform.citizen.activation(session.call("activation"), known.activation_id).value
    except NotFound:
        with session.vault.write() as tx:
            tx.delete(Table.PROGRESS, _ROW)
        return None
    return _advance(session, activation)


def send_text_code(session: Session, known: Progress) -> Progress:
    """A new text code; the earlier one is stale from now on."""
    call = session.call("send_text_code", session.new_key())
    return _advance(session, session.platform.citizen.send_text_code(call, known.activation_id).value)


def confirm_text_code(session: Session, known: Progress, code: TextCode) -> Progress:
    """Step 2. Raises SmsCodeWrong, SmsCodeStale, SmsCodeUsed; where no code can serve any more, a new one is sent."""
    call = session.call("confirm_text_code", session.new_key())
    try:
        activation = session.platform.citizen.confirm_text_code(call, known.activation_id, code).value
    except SmsCodeStale:
        send_text_code(session, known)
        raise
    except SmsCodeWrong as error:
        if error.data.get("attempts_left") == 0:
            send_text_code(session, known)
        raise
    return _advance(session, activation)


def begin_face(session: Session, known: Progress) -> FaceCheck:
    """Step 3 begins: a page and a user code for a device with a camera."""
    call = session.call("begin_face", session.new_key())
    return session.platform.citizen.begin_face(call, FacePurpose.ACTIVATION, known.activation_id).value


def poll_face(session: Session, known: Progress, check: FaceCheck) -> tuple[FaceOutcome, Progress]:
    """Step 3 goes on: its outcome so far. Raises FaceStale."""
    outcome = session.platform.citizen.poll_face(session.call("poll_face"), check.face_id).value
    return outcome, (refreshed(session, known) or known) if outcome is FaceOutcome.PASSED else known


def check_pin(known: Progress | None, pin: Pin) -> None:
    """Raises PinMalformed, PinWeak before anything is written."""
    pin_rules.check(pin, known.document if known else None)


def choose_pin(session: Session, known: Progress, pin: Pin) -> Keys:
    """Step 4: the PIN, local to this profile. A rerun must bring the PIN it was set to. Raises PinWeak, PinWrong, PinLocked.

    Before there is a voucher a forgotten PIN cannot be reset: nothing is lost by beginning anew.
    """
    check_pin(known, pin)
    if session.vault.pin_status().state is PinState.UNSET:
        return session.vault.set_pin(pin, session.clock.now())
    try:
        return session.vault.open(pin)
    except (PinWrong, PinLocked) as refused:
        raise type(refused)(fix=("yibao activate --replace",), **refused.data) from None


def issue(session: Session, known: Progress, keys: Keys) -> Held:
    """Step 5: the holder key is kept, its possession proven, the voucher issued and its code secret fetched."""
    voucher_id = _own_voucher_id(session)
    holder = keys.create_holder_key(voucher_id)
    made = proof(session, keys, voucher_id, holder)
    perform(session, ISSUE, {"activation_id": known.activation_id, "voucher_id": voucher_id, "proof": made.jwt})
    return finish(session, keys)


def finish(session: Session, keys: Keys) -> Held:
    """What follows the voucher: its token is checked, its code secret fetched. Repeatable."""
    own = held(session, SELF)
    fetch_code_secret(session, keys, own)
    return own


def _own_voucher_id(session: Session) -> str:
    """One's own row in the vouchers table, born before its token so that a key always has a row to belong to."""
    with session.vault.write() as tx:
        for voucher_id, row in tx.rows(Table.VOUCHERS).items():
            if row["alias"] == SELF:
                return voucher_id
        voucher_id = session.random.bytes(8).hex()
        tx.put(Table.VOUCHERS, voucher_id, to_row(StoredVoucher(voucher_id, SELF, "", None, None, session.clock.now())))
    return voucher_id


def _send_issue(session: Session, call: Call, body: Row) -> Reply[Issued]:
    reply = session.platform.citizen.issue(call, body["activation_id"], Proof(body["voucher_id"], body["proof"]))
    vouchers.check_issued(session, reply.value)
    return reply


def _keep_issue(tx: Transaction, body: Row, issued: Any, now: Instant) -> None:
    row = tx.row(Table.PROGRESS, _ROW)
    vouchers.keep_issued(tx, issued, now)
    tx.put(Table.FACTS, "me", {"psn_no": issued.subject, "region": row["region"] if row else ""})
    tx.delete(Table.PROGRESS, _ROW)
    tx.audit("voucher.issue", now)


ISSUE = Change("issue", _send_issue, _keep_issue)


def _advance(session: Session, activation: Activation) -> Progress:
    with session.vault.write() as tx:
        row = dict(tx.row(Table.PROGRESS, _ROW) or _to_row(activation, None))
        row["step"] = activation.step.value
        row["expires_at"] = int(activation.expires_at)
        tx.put(Table.PROGRESS, _ROW, row)
    return _from_row(row)


def _to_row(activation: Activation, applicant: Applicant | None) -> dict[str, Any]:
    return {
        "activation_id": activation.activation_id,
        "step": activation.step.value,
        "region": activation.region,
        "masked_name": activation.masked_name,
        "masked_phone": activation.masked_phone,
        "channel": activation.channel.value,
        "document": applicant.document.reveal() if applicant else None,
        "name": applicant.name.reveal() if applicant else None,
        "expires_at": int(activation.expires_at),
    }


def _from_row(row: Row) -> Progress:
    return Progress(
        activation_id=row["activation_id"],
        step=ActivationStep(row["step"]),
        region=row["region"],
        masked_name=row["masked_name"],
        masked_phone=row["masked_phone"],
        channel=Channel(row["channel"]),
        document=IdDocument(row["document"]) if row["document"] else None,
        name=Name(row["name"]) if row["name"] else None,
        expires_at=Instant(row["expires_at"]),
    )
