"""Checking what a patient shows: online codes, ecTokens, cards and documents.

Rules of this room: see `service`. Order for a code: form, platform, institution, the terminal's count of wrong codes,
handle and MAC (told alike), expiry, revocation, freeze, single use. Wrong codes are counted per institution and
terminal; per handle they are only written down, so that a photographed code locks nobody.
"""

from __future__ import annotations

from wallet_cli.domain import code as online
from wallet_cli.domain import region as divisions
from wallet_cli.domain.settlement import TreatmentType
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import (
    AgentInvalid,
    AgentNotAllowed,
    ChecksLimited,
    CodeExpired,
    CodeForeign,
    CodeInvalid,
    CodeUsed,
    EcTokenInvalid,
    InstitutionUnable,
    InstitutionUnknown,
    NotFound,
    PersonUnknown,
    RealIdInSandbox,
    VoucherExpired,
    VoucherFrozen,
    VoucherRevoked,
)
from wallet_cli.platform.service import cards, links, register, visits, vouchers
from wallet_cli.platform.service.act import LIMITS, SANDBOX_NUMBER, Act, Kept
from wallet_cli.platform.service.register import PersonRow
from wallet_cli.platform.sql import register as rq
from wallet_cli.platform.sql import vouchers as q
from wallet_cli.ports import InstitutionCredential, Presented, Verified

SCENES = {"01101": "", "01103": "inpatient", "01301": "", "01302": "", "02121": "pharmacy"}
"""`businessType` and what the institution must support for it beside the voucher."""
SERVICES = {
    TreatmentType.OUTPATIENT: "outpatient",
    TreatmentType.REGISTRATION: "outpatient",
    TreatmentType.EMERGENCY: "outpatient",
    TreatmentType.CHRONIC: "chronic",
    TreatmentType.INPATIENT: "inpatient",
    TreatmentType.PHARMACY: "pharmacy",
}
SETTLEMENT_SCENE = "01301"
ADMISSION_SCENE = "01103"
VOUCHER, ID_CARD, SOCIAL_CARD = "01", "02", "03"
"""`mdtrt_cert_type`."""


class Terminal(Value):
    """A known institution and the terminal that asks."""

    fixmedins_code: str
    name: str
    region: str
    level: int
    supports: tuple[str, ...]
    cross_province: bool
    terminal: str

    def require(self, service: str) -> None:
        """Raises InstitutionUnable(institution, service)."""
        if service and service not in self.supports:
            raise _unable(self, service)

    def require_reach(self, insured_region: str) -> None:
        """A person insured in another province needs an institution linked across provinces."""
        if divisions.province(insured_region) != divisions.province(self.region) and not self.cross_province:
            raise _unable(self, "cross_province")


def _unable(at: Terminal, service: str) -> InstitutionUnable:
    """What is not taken here, and how to find who takes it."""
    search = f"yibao institution search --region {at.region} "
    wanted = "--cross-province" if service == "cross_province" else f"--supports {service}"
    # Who does not take the voucher takes the card, and the other way round: nobody is sent away for that.
    fix = () if service == "card" else (search + wanted,)
    return InstitutionUnable(institution=at.fixmedins_code, service=service, reason=service, fix=fix)


class Token(Value):
    """A row of `ec_tokens`."""

    token_lookup: bytes
    psn_no: str
    handle: str
    fixmedins_code: str
    terminal: str
    mdtrt_id: str
    ec_index_no: str
    previewed: int
    expires_at: int


class Patient(Value):
    """Who was identified, by which credential, in which visit. `guardian`: who showed a member's voucher."""

    person: PersonRow
    mdtrt_id: str
    cert_type: str
    guardian: str | None = None


def terminal(act: Act, credential: InstitutionCredential) -> Terminal:
    """Raises InstitutionUnknown."""
    row = act.row(rq.INSTITUTION, code=credential.fixmedins_code[:32])
    if row is None:
        raise InstitutionUnknown(institution=credential.fixmedins_code[:32])
    code, name_zh, _, region, level, supports, cross = row
    return Terminal(code, name_zh, region, level, tuple(supports.split(",")), bool(cross), credential.terminal)


def verify(act: Act, credential: InstitutionCredential, text: str, scene: str) -> Verified:
    """Consumes a code; the ecToken stands for it at this institution for a day."""
    if scene not in SCENES:
        raise NotFound(what="scene")
    parsed = _parse(text)
    at = terminal(act, credential)
    at.require("voucher")
    at.require(SCENES[scene])
    check_limit(act, at)
    voucher, person = _consume(act, at, parsed)
    at.require_reach(person.region)
    return _token(act, at, voucher, person, text, scene, previewed=False)


def patient(act: Act, at: Terminal, presented: Presented, *, preview: bool, mdtrt_id: str | None = None) -> Patient:
    """Who stands behind what was shown. Exactly one of its four must be given, else NotFound(what=credential).

    `mdtrt_id`: the visit this belongs to, a new one else. Raises VisitUnknown, VisitDiffers, VisitClosed.
    """
    found = _identified(act, at, presented, preview=preview, mdtrt_id=mdtrt_id)
    if mdtrt_id is None:
        row = visits.find(act, found.mdtrt_id)
        if row is not None:
            visits.check_open(row)
        return found
    visits.check(act, mdtrt_id, found.person.psn_no, at.fixmedins_code)
    return found._replace(mdtrt_id=mdtrt_id)


def _identified(act: Act, at: Terminal, presented: Presented, *, preview: bool, mdtrt_id: str | None) -> Patient:
    given = [presented.code, presented.ec_token, presented.card, presented.document]
    if sum(item is not None for item in given) != 1:
        raise NotFound(what="credential")
    if presented.code is not None:
        at.require("voucher")
        return _by_code(act, at, presented.code, preview=preview, mdtrt_id=mdtrt_id)
    if presented.ec_token is not None:
        at.require("voucher")
        row = act.row(q.TOKEN, lookup=act.cipher.lookup("ec_token", presented.ec_token[:128]))
        return _by_token(act, at, None if row is None else Token(*row))
    at.require("card")
    if presented.document is not None and not presented.document.synthetic:
        raise RealIdInSandbox
    check_limit(act, at)
    visit = mdtrt_id or visits.new_number(act)
    try:
        if presented.card is not None:
            person = register.find(act, cards.holder(act, presented.card))
            return Patient(person, visit, SOCIAL_CARD)
        found = None if presented.document is None else register.by_document(act, presented.document)
        if found is None:
            raise PersonUnknown(person="")
        return Patient(found, visit, ID_CARD)
    except PersonUnknown:
        # A number that nobody has is a guess like a wrong code.
        _count_wrong(act, at, None)
        raise Kept(PersonUnknown(person="", reason="credential")) from None


def named_by(act: Act, presented: Presented) -> str | None:
    """Person number of who is named by what was shown, whether or not it would still be taken; None where nothing is
    known of it (any more). Raises CodeMalformed, CodeForeign."""
    if presented.document is not None:
        found = register.by_document(act, presented.document)
        return None if found is None else found.psn_no
    if presented.card is not None:
        return cards.whose(act, presented.card)
    if presented.code is not None:
        voucher = vouchers.find(act, _parse(presented.code).handle)
        return None if voucher is None else voucher.psn_no
    row = act.row(q.TOKEN, lookup=act.cipher.lookup("ec_token", (presented.ec_token or "")[:128]))
    return None if row is None else Token(*row).psn_no


def agent(act: Act, at: Terminal, shown: Presented, patient: Patient) -> PersonRow:
    """Who collects medicines for a patient who showed card or ID card, by their own ID document.

    Raises AgentNotAllowed(reason=credential), AgentInvalid(reason), RealIdInSandbox.
    """
    if patient.cert_type == VOUCHER:
        raise AgentNotAllowed(reason="credential")
    document = shown.document
    if document is None:
        raise AgentInvalid(reason="document")
    if not document.synthetic:
        raise RealIdInSandbox
    found = register.by_document(act, document)
    if found is None:
        _count_wrong(act, at, None)
        raise Kept(AgentInvalid(reason="unknown"))
    if found.psn_no == patient.person.psn_no:
        raise AgentInvalid(reason="same")
    return found


def check_limit(act: Act, at: Terminal) -> None:
    """Raises ChecksLimited(wait) after too many wrong codes at this terminal."""
    since = act.now - LIMITS.wrong_codes_window_s
    row = act.row(q.WRONG, code=at.fixmedins_code, terminal=at.terminal, since=since)
    if row is not None and row[0] >= LIMITS.wrong_codes:
        raise ChecksLimited(wait=max(1, int(row[1]) - since))


def _by_code(act: Act, at: Terminal, text: str, *, preview: bool, mdtrt_id: str | None) -> Patient:
    parsed = _parse(text)
    # A code that this terminal has previewed already stands for its ecToken, once.
    row = act.row(q.TOKEN_OF_CODE, lookup=act.cipher.lookup("code", text))
    if row is not None:
        known = Token(*row)
        if known.previewed and (known.fixmedins_code, known.terminal) == (at.fixmedins_code, at.terminal):
            if not preview:
                act.run(q.END_PREVIEW, lookup=known.token_lookup)
            return _by_token(act, at, known)
    check_limit(act, at)
    voucher, person = _consume(act, at, parsed)
    made = _token(act, at, voucher, person, text, SETTLEMENT_SCENE, previewed=preview, mdtrt_id=mdtrt_id)
    return Patient(person, made.mdtrt_id, VOUCHER, voucher.guardian)


def _by_token(act: Act, at: Terminal, token: Token | None) -> Patient:
    if token is None:
        raise EcTokenInvalid(reason="unknown")
    if token.fixmedins_code != at.fixmedins_code:
        raise EcTokenInvalid(reason="institution")
    if act.now >= token.expires_at:
        raise EcTokenInvalid(reason="expired")
    voucher = vouchers.find(act, token.handle)
    person = register.find(act, token.psn_no)
    if person.frozen_at is not None or voucher is None or voucher.state == VoucherState.SUSPENDED:
        raise VoucherFrozen
    # A voucher renewed during a visit does not end the visit; a lost device does.
    device = act.row(rq.DEVICE_BY_ID, device_id=voucher.device_id)
    if device is not None and device[5] is not None:
        raise VoucherRevoked
    links.check(act, voucher)
    return Patient(person, token.mdtrt_id, VOUCHER, voucher.guardian)


def _parse(text: str) -> online.OnlineCode:
    parsed = online.parse(text)
    if parsed.platform != SANDBOX_NUMBER:
        raise CodeForeign(platform=parsed.platform)
    return parsed


def _consume(act: Act, at: Terminal, parsed: online.OnlineCode) -> tuple[vouchers.VoucherRow, PersonRow]:
    voucher = vouchers.find(act, parsed.handle)
    # An unknown handle goes through the same steps with a secret of no epoch, so that it answers like a wrong MAC.
    secret = online.derive_secret(act.keys.master(), parsed.handle, voucher.epoch if voucher else 0)
    step = online.find_step(secret, parsed, act.now)
    if voucher is None or step is None:
        if voucher is not None and online.was_good(secret, parsed, act.now):
            raise CodeExpired
        _count_wrong(act, at, parsed.handle)
        raise Kept(CodeInvalid())
    person = register.find(act, voucher.psn_no)
    _check_state(act, voucher, person)
    if not act.run(q.USE_CODE, handle=parsed.handle, step=step, roll=parsed.roll):
        raise CodeUsed
    return voucher, person


def _check_state(act: Act, voucher: vouchers.VoucherRow, person: PersonRow) -> None:
    if voucher.state == VoucherState.REVOKED:
        raise VoucherRevoked
    if voucher.state == VoucherState.SUSPENDED or person.frozen_at is not None:
        raise VoucherFrozen
    if act.now >= voucher.expires_at:
        raise VoucherExpired
    links.check(act, voucher)


def _count_wrong(act: Act, at: Terminal, handle: str | None) -> None:
    act.run(q.ADD_WRONG, code=at.fixmedins_code, terminal=at.terminal, now=act.now, handle=handle)


def _token(
    act: Act,
    at: Terminal,
    voucher: vouchers.VoucherRow,
    person: PersonRow,
    text: str,
    scene: str,
    *,
    previewed: bool,
    mdtrt_id: str | None = None,
) -> Verified:
    token, index, visit = "ec" + act.word(32), act.random(10).hex(), mdtrt_id or visits.new_number(act)
    admitted = scene == ADMISSION_SCENE
    if mdtrt_id is None:
        visits.begin(act, visit, person.psn_no, at.fixmedins_code, admitted=admitted)
    expires_at = Instant(act.now + LIMITS.ec_token_life_s)
    act.run(
        q.ADD_TOKEN,
        token=act.cipher.lookup("ec_token", token),
        code=act.cipher.lookup("code", text),
        psn_no=person.psn_no,
        handle=voucher.handle,
        institution=at.fixmedins_code,
        terminal=at.terminal,
        mdtrt_id=visit,
        ec_index_no=index,
        scene=scene,
        previewed=int(previewed),
        expires_at=expires_at,
    )
    known = register.person(act, person)
    return Verified(
        ec_token=token,
        ec_index_no=index,
        masked_name=known.name.masked(),
        psn_no=person.psn_no,
        insuplc_admdvs=person.region,
        insutype=person.insutype,
        expires_at=expires_at,
        mdtrt_id=visit,
        admitted_on=act.now.day() if admitted else None,
    )
