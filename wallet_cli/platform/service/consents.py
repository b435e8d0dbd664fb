"""A member's consent to a family link: a code made in their own wallet, one sent by text, or their face.

Rules of this room: see `service`. A code is good for one member, once, for a day; one sent by text for the guardian who
asked, one made in a wallet for whom its maker named, or for anybody. Wrong tries are counted on each that is good
(`Kept`): one that is used up or used leaves no other to be guessed without end.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any

from wallet_cli.domain.family import ConsentCode, ConsentKind, ConsentRequest
from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import (
    ConsentForeign,
    ConsentNeeded,
    ConsentStale,
    ConsentUsed,
    ConsentWrong,
    FaceStale,
    TextCodesLimited,
)
from wallet_cli.platform.service import activation, register, textcodes
from wallet_cli.platform.service.act import LIMITS, Act, Kept
from wallet_cli.platform.service.textcodes import Verdict
from wallet_cli.platform.sql import activations as aq
from wallet_cli.platform.sql import family as q
from wallet_cli.ports import FaceCheck, FaceOutcome, FacePurpose

if TYPE_CHECKING:
    from wallet_cli.domain.family import MemberRequest
    from wallet_cli.domain.identity import Name
    from wallet_cli.platform.service.register import PersonRow

TEXT_PURPOSE = "family_consent"


class Code(Value):
    """A code of either kind. `kept.key` names its row; `guardian_lookup`: whom it is good for, None for anybody."""

    kept: textcodes.Kept
    texted: bool
    number: int
    guardian_lookup: bytes | None


def make(act: Act, member: str, guardian: Name | None) -> ConsentCode:
    """A code made in the member's wallet; an earlier one is stale."""
    consent_id, text = "N" + act.word(12), act.digits(textcodes.DIGITS)
    expires_at = Instant(act.now + LIMITS.consent_life_s)
    act.run(q.STALE_CONSENTS, member=member)
    act.run(
        q.ADD_CONSENT,
        consent_id=consent_id,
        member=member,
        code=act.cipher.seal(f"consents/{consent_id}", text),
        code_lookup=act.cipher.lookup("consent", text),
        guardian_lookup=None if guardian is None else act.cipher.lookup("name", guardian.reveal()),
        tries=LIMITS.text_code_tries,
        number=act.number("text"),
        now=act.now,
        expires_at=expires_at,
    )
    return ConsentCode(TextCode(text.encode()), None if guardian is None else guardian.masked(), expires_at)


def send(act: Act, guardian: str, member: PersonRow) -> ConsentRequest:
    """A code to the member's phone, unless one is good still. Raises TextCodesLimited(wait)."""
    known = register.person(act, member)
    for code in _texted(act, guardian, member.psn_no):
        if code.kept.is_good(act.now):
            until = Instant(code.kept.expires_at)
            return ConsentRequest(known.name.masked(), known.phone.masked(), False, until)
    sent = act.row(aq.SENT_SINCE, psn_no=member.psn_no, since=act.now - textcodes.HOUR_S)
    if sent is not None and sent[0] >= LIMITS.text_codes_per_hour:
        raise TextCodesLimited(wait=max(1, int(sent[1]) + textcodes.HOUR_S - act.now))
    code_id, expires_at = "M" + act.word(12), Instant(act.now + LIMITS.consent_life_s)
    act.run(
        aq.ADD_TEXT,
        code_id=code_id,
        activation_id=_asked(guardian, member.psn_no),
        psn_no=member.psn_no,
        phone=act.cipher.seal(f"text_codes/{code_id}/phone", known.phone.masked()),
        purpose=TEXT_PURPOSE,
        code=act.cipher.seal(f"text_codes/{code_id}/code", act.digits(textcodes.DIGITS)),
        tries=LIMITS.text_code_tries,
        now=act.now,
        number=act.number("text"),
        expires_at=expires_at,
    )
    return ConsentRequest(known.name.masked(), known.phone.masked(), True, expires_at)


def begin_face(act: Act, caller: str, member: str) -> FaceCheck:
    """A face check of the member, asked by the guardian's device."""
    face_id, user_code = "F" + act.word(20), activation.new_user_code(act)
    expires_at = Instant(act.now + LIMITS.face_life_s)
    act.run(
        q.ADD_FACE,
        face_id=face_id,
        user_code=user_code,
        thumbprint=caller,
        purpose=FacePurpose.CONSENT.value,
        subject=member,
        now=act.now,
        expires_at=expires_at,
    )
    return FaceCheck(face_id, activation.FACE_URL, user_code, activation.FACE_INTERVAL_S, expires_at)


def take(act: Act, caller: str, guardian: PersonRow, member: str, request: MemberRequest) -> ConsentKind:
    """The consent that came with a request, used up. Raises ConsentNeeded and the other leaves of `add_member`."""
    if request.consent is not None:
        _take_code(act, guardian, member, request.consent)
        return ConsentKind.CODE
    if request.face_id is not None:
        _take_face(act, caller, member, request.face_id)
        return ConsentKind.FACE
    raise ConsentNeeded(members=())


def _take_code(act: Act, guardian: PersonRow, member: str, typed: TextCode) -> None:
    codes = _codes(act, guardian.psn_no, member)
    verdict, kept = textcodes.judge([code.kept for code in codes], typed, act.now)
    found = next((code for code in codes if kept is not None and code.kept.key == kept.key), None)
    name = act.cipher.lookup("name", register.person(act, guardian).name.reveal())
    if verdict is not Verdict.RIGHT and _is_another_members(act, member, typed):
        raise Kept(ConsentForeign(reason="member", attempts_left=_count_wrong(act, codes)))
    if found is None:
        raise ConsentWrong(reason="none", attempts_left=0)
    if verdict is Verdict.USED:
        raise ConsentUsed
    if verdict is Verdict.STALE:
        raise ConsentStale
    if verdict is Verdict.WRONG:
        raise Kept(ConsentWrong(attempts_left=_count_wrong(act, codes)))
    if found.guardian_lookup is not None and not hmac.compare_digest(found.guardian_lookup, name):
        raise Kept(ConsentForeign(reason="guardian", attempts_left=_count_wrong(act, codes)))
    _mark(act, found, "used", found.kept.tries_left)


def _is_another_members(act: Act, member: str, typed: TextCode) -> bool:
    lookup = act.cipher.lookup("consent", typed.reveal().decode("utf-8", "replace")[:64])
    return act.row(q.OTHERS_CONSENT, code_lookup=lookup, member=member, now=act.now) is not None


def _count_wrong(act: Act, codes: list[Code]) -> int:
    """One try less on every code that is good; how many are left at most."""
    most = 0
    for code in codes:
        if code.kept.is_good(act.now):
            left = code.kept.tries_left - 1
            _mark(act, code, "live" if left else "stale", left)
            most = max(most, left)
    return most


def _mark(act: Act, code: Code, state: str, tries_left: int) -> None:
    if code.texted:
        textcodes.mark(act, code.kept, state, tries_left)
    else:
        act.run(q.SET_CONSENT, consent_id=code.kept.key, state=state, tries=tries_left)


def _take_face(act: Act, caller: str, member: str, face_id: str) -> None:
    face = activation.find_face(act, caller, face_id)
    row = act.row(q.FACE_SUBJECT, face_id=face.face_id)
    if face.purpose != FacePurpose.CONSENT or row is None or row[0] != member:
        raise FaceStale(fix=())
    if face.outcome != FaceOutcome.PASSED or not act.run(aq.USE_FACE, face_id=face.face_id):
        raise FaceStale(fix=())


def _codes(act: Act, guardian: str, member: str) -> list[Code]:
    """Every code that could be meant: those that are good, then the others, each newest first."""
    made = [
        _code(act, f"consents/{row[0]}", row, texted=False, guardian=row[6])
        for row in act.rows(q.CONSENTS, member=member)
    ]
    every = (*made, *_texted(act, guardian, member))
    return sorted(every, key=lambda code: (not code.kept.is_good(act.now), -code.number))


def _texted(act: Act, guardian: str, member: str) -> list[Code]:
    rows = act.rows(q.TEXTED, activation_id=_asked(guardian, member))
    return [_code(act, f"text_codes/{row[0]}/code", row, texted=True, guardian=None) for row in rows]


def _code(act: Act, place: str, row: tuple[Any, ...], *, texted: bool, guardian: Any) -> Code:
    key, sealed, state, tries, expires_at, number = row[:6]
    kept = textcodes.Kept(key, Secret(act.cipher.open_bytes(place, sealed)), state, tries, expires_at)
    return Code(kept, texted, number, None if guardian is None else bytes(guardian))


def _asked(guardian: str, member: str) -> str:
    """What stands where a text code of an activation names that: who asked whom."""
    return f"family/{guardian}/{member}"
