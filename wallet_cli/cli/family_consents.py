"""How a member's consent comes to a holder's wallet: a code, one asked for by text, the member's face; and a sandbox's
stand-ins for them."""

from __future__ import annotations

from wallet_cli.cli import face
from wallet_cli.cli.context import Context
from wallet_cli.domain.family import ConsentRequest, Relative
from wallet_cli.domain.secret import TextCode
from wallet_cli.errors import ConsentStale, FaceStale
from wallet_cli.locale import text
from wallet_cli.ports import FaceOutcome, TextMessage
from wallet_cli.usecases import family
from wallet_cli.usecases.session import Session

_PURPOSE = "family_consent"


def ask_by_text(context: Context, session: Session, claim: Relative) -> ConsentRequest:
    """A code to the member's phone, told to the person at the terminal."""
    asked = family.request_consent(session, claim)
    key = "next.consent_sent" if asked.sent else "next.consent_sent_before"
    context.note(text(key, name=asked.masked_name, phone=asked.masked_phone))
    return asked


def from_outbox(session: Session, asked: ConsentRequest) -> TextCode:
    """The code of the simulated message. Raises ConsentStale where none is there."""
    message = _message(session, asked)
    if message is None:
        raise ConsentStale
    return message.code


def show_simulated(context: Context, session: Session, asked: ConsentRequest) -> None:
    """On the terminal alone: a simulated message stands where the member's phone would lie."""
    message = _message(session, asked)
    if message is not None:
        context.console.err(text("sandbox.message", to=message.to, code=message.code.reveal().decode()))


def by_face(context: Context, session: Session, alias: str, claim: Relative, *, auto: bool) -> str:
    """The member's face, passed: its number. Raises FaceTooDark, FaceFailed, FacePending, FaceStale."""
    again = f"yibao family add {alias} --face"
    check = family.begin_face(session, claim)

    def poll() -> FaceOutcome:
        return session.platform.citizen.poll_face(session.call("poll_face"), check.face_id).value

    try:
        face.pass_face(context, session, check, poll, auto=auto, again=again)
    except FaceStale:
        raise FaceStale(fix=(again,)) from None
    return check.face_id


def _message(session: Session, asked: ConsentRequest) -> TextMessage | None:
    sandbox = session.platform.sandbox
    if sandbox is None:
        return None
    return next(
        (one for one in sandbox.outbox(limit=500) if (one.purpose, one.to) == (_PURPOSE, asked.masked_phone)), None
    )
