"""`yibao activate`: the wizard, the scripted form, the counter's offer, and going on after an interruption."""

from __future__ import annotations

from typing import Annotated, TypeVar

import typer

from wallet_cli.cli import asking, face, secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import IdFd, IdStdin, PinFd, PinStdin, SandboxAuto, make_app
from wallet_cli.cli.places import region_of
from wallet_cli.domain import pin as pin_rules
from wallet_cli.domain import region as region_rules
from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, Channel
from wallet_cli.errors import (
    AgreementRequired,
    Declined,
    SmsCodeStale,
    SmsCodeWrong,
)
from wallet_cli.locale import language, text
from wallet_cli.locale.width import refold
from wallet_cli.ports import ActivationStep, FaceOutcome, Keys, PinState, PlatformInfo, StoreState
from wallet_cli.usecases import activate as steps
from wallet_cli.usecases import changes, trust
from wallet_cli.usecases.activate import Applicant, Progress
from wallet_cli.usecases.session import Held, Session, held

T = TypeVar("T")

app = make_app()


class Answers(Value):
    """What the command line already says; None is asked for."""

    region: str | None
    name: str | None
    phone: str | None
    document: IdDocument | None
    accept: bool
    auto: bool
    replace: bool
    text_code: TextCode | None
    pin: Pin | None


@app.command()
def activate(
    region: Annotated[str | None, typer.Option("--region", metavar="CODE", help=text("option.region"))] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=text("option.name"))] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMBER", help=text("option.phone"))] = None,
    id_fd: IdFd = None,
    id_stdin: IdStdin = False,
    text_code_fd: Annotated[
        int | None, typer.Option("--text-code-fd", metavar="N", help=text("option.text_code"))
    ] = None,
    text_code_stdin: Annotated[bool, typer.Option("--text-code-stdin", help=text("option.text_code"))] = False,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
    channel: Annotated[Channel, typer.Option("--channel", help=text("option.channel"))] = Channel.APP,
    offer: Annotated[str | None, typer.Option("--offer", metavar="OFFER", help=text("option.offer"))] = None,
    tx_code_fd: Annotated[int | None, typer.Option("--tx-code-fd", metavar="N", help=text("option.tx_code"))] = None,
    tx_code_stdin: Annotated[bool, typer.Option("--tx-code-stdin", help=text("option.tx_code"))] = False,
    device_name: Annotated[
        str, typer.Option("--device-name", metavar="NAME", help=text("option.device_name"))
    ] = "yibao",
    accept_agreement: Annotated[bool, typer.Option("--accept-agreement", help=text("option.accept_agreement"))] = False,
    sandbox_auto: SandboxAuto = False,
    replace: Annotated[bool, typer.Option("--replace", help=text("option.replace"))] = False,
) -> None:
    context = current()
    session = context.session
    if not replace and _settled(session):
        _show(context, held(session, SELF), changed=False)
        return
    answers = Answers(
        region=None if region is None else region_of(region),
        name=name,
        phone=phone,
        document=_document(id_fd, id_stdin),
        accept=accept_agreement,
        auto=sandbox_auto,
        replace=replace,
        text_code=_text_code(text_code_fd, text_code_stdin),
        pin=_pin(pin_fd, pin_stdin),
    )
    # One at a time: the platform knows one unfinished activation a device, and a second one would end the first.
    with context.alone():
        if not replace and _settled(session):
            _show(context, held(session, SELF), changed=False)
            return
        info = trust.read_info(session)
        if offer is not None:
            progress = _redeem(context, session, info, answers, offer, tx_code_fd, tx_code_stdin, device_name)
        else:
            progress = _apply(context, session, info, answers, channel, device_name)
        progress = _text_code_step(context, session, progress, answers)
        progress = _face_step(context, session, progress, answers)
        keys = _pin_step(context, session, progress, answers)
        try:
            _show(context, steps.issue(session, progress, keys), changed=True)
        finally:
            keys.close()


def _settled(session: Session) -> bool:
    """Whether the voucher is there already, once an interrupted request has been finished."""
    if session.vault.state() is not StoreState.READY:
        return False
    changes.settle_outbox(session)
    return steps.is_active(session)


def _document(fd: int | None, stdin: bool) -> IdDocument | None:
    found = secrets.given("id", fd, stdin)
    return None if found is None else IdDocument(found.reveal().decode())


def _text_code(fd: int | None, stdin: bool) -> TextCode | None:
    found = secrets.given("text-code", fd, stdin)
    return None if found is None else secrets.as_kind(found, TextCode)


def _pin(fd: int | None, stdin: bool) -> Pin | None:
    found = secrets.given("pin", fd, stdin)
    return None if found is None else secrets.as_kind(found, Pin)


def _make_store(context: Context, session: Session, info: PlatformInfo, answers: Answers) -> None:
    """After all that can be checked without it: a slip of the pen moves no wallet aside."""
    if answers.replace and not context.confirm(text("prompt.replace")):
        raise Declined(question="replace")
    moved = steps.prepare(session, replace=answers.replace)
    if moved is not None:
        context.warn("store_moved", path=moved)
    trust.pin_platform(session, info)


def _redeem(
    context: Context,
    session: Session,
    info: PlatformInfo,
    answers: Answers,
    offer: str,
    fd: int | None,
    stdin: bool,
    device_name: str,
) -> Progress:
    tx_code = secrets.text_code(context, "tx_code", fd, stdin, "tx-code")
    _accept(context, info, answers)
    if answers.pin is not None:
        steps.check_pin(None, answers.pin)
    _make_store(context, session, info, answers)
    return steps.redeem(session, info, offer, tx_code, device_name)


def _apply(
    context: Context, session: Session, info: PlatformInfo, answers: Answers, channel: Channel, device_name: str
) -> Progress:
    """Steps 1 to 3 of domain.md 5, or where an earlier run left off."""
    known = None if answers.replace else steps.progress(session)
    if known is not None and _goes_on(context, known, answers):
        trust.pin_platform(session, info)
        known = steps.refreshed(session, known)
        if known is not None:
            return known
    context.note(text("notice.sandbox"))
    applicant = _applicant(context, info, answers)
    if answers.pin is not None:
        pin_rules.check(answers.pin, applicant.document)
    version = _accept(context, info, answers)
    if not applicant.document.synthetic and applicant.document.area[:2] not in region_rules.ISSUERS:
        context.warn("area_unknown")
    _make_store(context, session, info, answers)
    return steps.begin(session, info, applicant, channel, version, device_name)


def _goes_on(context: Context, known: Progress, answers: Answers) -> bool:
    """Whether the unfinished activation is the one meant: the same person's, or nobody else was named."""
    if answers.document is not None:
        return known.document == answers.document and answers.region in (None, known.region)
    if answers.name is not None or answers.region is not None:
        return False
    if not context.interactive:
        return True
    return context.prompter.yes_no(text("prompt.go_on", name=known.masked_name), "--yes", default=True)


def _applicant(context: Context, info: PlatformInfo, answers: Answers) -> Applicant:
    region = answers.region
    if region is None:
        context.need_input("--region")
        from wallet_cli.render.words import place_name

        names = [f"{place_name(place.name_zh, place.name_en)} {place.region}" for place in info.regions]
        region = info.regions[context.prompter.choice(text("prompt.region"), names, "--region")].region
    name = Name(answers.name) if answers.name is not None else asking.words(context, "prompt.name", "--name", Name)
    document = answers.document or asking.document(context, "prompt.id_number")
    phone = (
        Phone(answers.phone) if answers.phone is not None else asking.words(context, "prompt.phone", "--phone", Phone)
    )
    return Applicant(region, name, document, phone)


def _accept(context: Context, info: PlatformInfo, answers: Answers) -> str:
    """The agreement is shown where a person can read it, and its version goes with the request."""
    if not answers.accept:
        if not context.interactive:
            raise AgreementRequired(option="--accept-agreement")
        words = info.agreement.get(language()) or next(iter(info.agreement.values()))
        context.console.err(refold(words, context.console.reading_width()))
        if not context.prompter.yes_no(text("prompt.agreement"), "--accept-agreement"):
            raise Declined(question="agreement")
    return info.agreement_version


def _text_code_step(context: Context, session: Session, progress: Progress, answers: Answers) -> Progress:
    if progress.step is not ActivationStep.TEXT_CODE:
        return progress
    if answers.text_code is not None:
        return steps.confirm_text_code(session, progress, answers.text_code)
    if answers.auto:
        return _simulated_step(session, progress)
    context.need_input("--text-code-fd")
    context.note(text("prompt.text_code_sent", phone=progress.masked_phone))
    while True:
        face.show_simulated_message(context, session, progress.masked_phone)
        code = context.prompter.text_code(text("prompt.text_code"), "--text-code-fd")
        try:
            return steps.confirm_text_code(session, progress, code)
        except (SmsCodeWrong, SmsCodeStale) as error:
            context.say(error)


def _simulated_step(session: Session, progress: Progress) -> Progress:
    """The simulated message's code; where that one is worthless by now, the newer one's."""
    try:
        return steps.confirm_text_code(session, progress, face.simulated_text_code(session, progress.masked_phone))
    except SmsCodeStale:
        return steps.confirm_text_code(session, progress, face.simulated_text_code(session, progress.masked_phone))


def _face_step(context: Context, session: Session, progress: Progress, answers: Answers) -> Progress:
    if progress.step is not ActivationStep.FACE:
        return progress
    check = steps.begin_face(session, progress)

    def poll() -> FaceOutcome:
        nonlocal progress
        outcome, progress = steps.poll_face(session, progress, check)
        return outcome

    face.pass_face(context, session, check, poll, auto=answers.auto, again="yibao activate")
    return progress


def _pin_step(context: Context, session: Session, progress: Progress, answers: Answers) -> Keys:
    if answers.pin is not None:
        return steps.choose_pin(session, progress, answers.pin)
    if session.vault.pin_status().state is not PinState.UNSET:
        return steps.choose_pin(session, progress, secrets.pin(context, "pin", None, False))
    pin = secrets.new_pin(context, None, False, check=lambda pin: steps.check_pin(progress, pin))
    return steps.choose_pin(session, progress, pin)


def _show(context: Context, own: Held, *, changed: bool) -> None:
    from wallet_cli.usecases.present import name_of

    context.show(
        "activation",
        {
            "changed": changed,
            "member": own.stored.alias,
            "name": name_of(own),
            "region": own.token.region,
            "insutype": own.token.insutype,
            "expires_at": own.token.expires_at,
            "vault": context.vault.kind,
        },
    )
    if changed:
        context.note(text("next.activated"))
