"""The face check at the prompt, and what a sandbox simulates in its place: faces and text messages, marked as such."""

from __future__ import annotations

from collections.abc import Callable

from wallet_cli.cli.context import Context
from wallet_cli.domain.secret import TextCode
from wallet_cli.errors import FaceFailed, FacePending, FaceTooDark, SmsCodeStale
from wallet_cli.locale import text
from wallet_cli.ports import FaceCheck, FaceOutcome, TextMessage
from wallet_cli.usecases.session import Session

_OUTCOMES = (FaceOutcome.PASSED, FaceOutcome.TOO_DARK, FaceOutcome.NO_MATCH)


def pass_face(
    context: Context, session: Session, check: FaceCheck, poll: Callable[[], FaceOutcome], *, auto: bool, again: str
) -> None:
    """Waits for a passed check. `again`: the command that tries it anew. Raises FaceTooDark, FaceFailed, FacePending
    where nothing may be asked."""
    sandbox = session.platform.sandbox
    if sandbox is not None:
        outcome = FaceOutcome.PASSED
        if not auto:
            if not context.interactive:
                raise FacePending(fix=(again,), url=check.url, user_code=check.user_code)
            _draw_link(context, check)
            context.note(text("sandbox.face", url=check.url, user_code=check.user_code))
            words = [text(f"value.face.{one.value}") for one in _OUTCOMES]
            outcome = _OUTCOMES[context.prompter.choice(text("prompt.face"), words, "--sandbox-auto", default=0)]
        sandbox.decide_face(check.user_code, outcome)
    outcome = poll()
    hotline = context.hotline()
    if outcome is FaceOutcome.TOO_DARK:
        raise FaceTooDark(fix=(again,), hotline=hotline)
    if outcome is FaceOutcome.NO_MATCH:
        raise FaceFailed(fix=(again,), hotline=hotline)
    if outcome is FaceOutcome.PENDING:
        raise FacePending(fix=(again,), url=check.url, user_code=check.user_code)


def _draw_link(context: Context, check: FaceCheck) -> None:
    """The page's address with the code in it (RFC 8628, 3.3.1), for the phone whose camera looks at the face."""
    from urllib.parse import quote

    from wallet_cli.cli.pictures import draw

    # Below it two lines of words, the outcomes to choose from and the prompt.
    draw(context, f"{check.url}?user_code={quote(check.user_code)}", below=3 + len(_OUTCOMES))


def simulated_message(session: Session, masked_phone: str) -> TextMessage | None:
    """The newest simulated message to this phone, at a sandbox."""
    sandbox = session.platform.sandbox
    if sandbox is None:
        return None
    return next((message for message in sandbox.outbox(limit=50) if message.to == masked_phone), None)


def simulated_text_code(session: Session, masked_phone: str) -> TextCode:
    """The code of that message. Raises SmsCodeStale where none was sent."""
    message = simulated_message(session, masked_phone)
    if message is None:
        raise SmsCodeStale
    return message.code


def show_simulated_message(context: Context, session: Session, masked_phone: str) -> None:
    """On the terminal alone: a simulated message stands where the phone would lie."""
    message = simulated_message(session, masked_phone)
    if message is not None:
        context.console.err(text("sandbox.message", to=message.to, code=message.code.reveal().decode()))
