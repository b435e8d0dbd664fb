"""`yibao family list|add|consent|remove`: whose code this wallet may show, and who may show one's own (亲情账户)."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated, TypeVar

import typer

from wallet_cli.cli import asking, family_apply, family_consents, secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import IdFd, IdStdin, PinFd, PinStdin, SandboxAuto, make_app
from wallet_cli.domain import family as rules
from wallet_cli.domain.family import MemberRequest, Relation, Relative
from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF
from wallet_cli.errors import (
    ConsentNeeded,
    Declined,
    PaperInvalid,
    Usage,
)
from wallet_cli.locale import text
from wallet_cli.render import family as shapes
from wallet_cli.usecases import changes, family
from wallet_cli.usecases import family_apply as told
from wallet_cli.usecases.session import Session, held

T = TypeVar("T")

app = make_app()

Alias = Annotated[str, typer.Argument(metavar="ALIAS", help=text("option.alias"), show_default=False)]


class Given(Value):
    """What the command line of `add` already says; None is asked for."""

    alias: str
    relation: Relation | None
    name: str | None
    phone: str | None
    document: IdDocument | None
    consent: TextCode | None
    face: bool
    request: bool
    papers: tuple[Paper, ...]
    declaration: bool
    auto: bool
    pin: Pin | None


@app.command("list", help=text("command.yibao.family.list"))
def list_() -> None:
    context = current()
    changes.settle_outbox(context.session)
    found = family.look(context.session)
    for alias in found.ended:
        context.warn("family_ended", member=alias)
    for one in found.members:
        warn_due(context, one)
    data = shapes.family(((one.alias, one.link) for one in found.members), found.guardians)
    context.show("family", data, human=_human(context, found) if context.output == "human" else None)
    context.note(text("mark.line"))


@app.command("consent", help=text("command.yibao.family.consent"))
def consent(
    guardian: Annotated[str | None, typer.Option("--guardian", metavar="NAME", help=text("option.guardian"))] = None,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
) -> None:
    context = current()
    session = context.session
    held(session, SELF)
    named = None if guardian is None else Name(guardian)
    changes.settle_outbox(session)
    pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
    if context.rehearse("family_consent"):
        return
    with closing(session.vault.open(pin)) as keys:
        made = family.consent(session, keys, named)
    context.show("family-consent", shapes.consent(made))
    if not context.options.reveal:
        context.note(text("next.reveal", field=text("field.code")))
    context.note(text("next.consent_made"))


@app.command("add", help=text("command.yibao.family.add"))
def add(
    alias: Alias,
    relation: Annotated[Relation | None, typer.Option("--relation", help=text("option.relation"))] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=text("option.member_name"))] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMBER", help=text("option.member_phone"))] = None,
    id_fd: IdFd = None,
    id_stdin: IdStdin = False,
    consent_fd: Annotated[int | None, typer.Option("--consent-fd", metavar="N", help=text("option.consent_fd"))] = None,
    consent_stdin: Annotated[bool, typer.Option("--consent-stdin", help=text("option.consent_fd"))] = False,
    face: Annotated[bool, typer.Option("--face", help=text("option.member_face"))] = False,
    request_consent: Annotated[bool, typer.Option("--request-consent", help=text("option.request_consent"))] = False,
    proof: Annotated[list[str] | None, typer.Option("--proof", metavar="KIND=FILE", help=text("option.proof"))] = None,
    declaration: Annotated[bool, typer.Option("--declaration", help=text("option.family_declaration"))] = False,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
    sandbox_auto: SandboxAuto = False,
) -> None:
    context = current()
    session = context.session
    held(session, SELF)
    rules.check_alias(alias)
    if sum((face, request_consent, consent_fd is not None or consent_stdin)) > 1:
        raise Usage(kind="exclusive", option="--consent-fd, --face, --request-consent")
    number = secrets.given("id", id_fd, id_stdin)
    code, pin = secrets.given("consent", consent_fd, consent_stdin), secrets.given("pin", pin_fd, pin_stdin)
    given = Given(
        alias=alias,
        relation=relation,
        name=name,
        phone=phone,
        document=None if number is None else IdDocument(number.reveal().decode()),
        consent=None if code is None else secrets.as_kind(code, TextCode),
        face=face,
        request=request_consent,
        papers=_papers(proof or ()),
        declaration=declaration,
        auto=sandbox_auto,
        pin=None if pin is None else secrets.as_kind(pin, Pin),
    )
    # One at a time: a link that is being made has its row and key before the platform has answered.
    with context.alone():
        changes.settle_outbox(session)
        _add(context, session, given)


def _add(context: Context, session: Session, given: Given) -> None:
    there = family.look(session)
    claim = _claim(context, session, given, there)
    family.check_free(session, given.alias, claim.document)
    consents = family.needs_consent(session, given.alias, claim)
    family.check_place(there, given.alias)
    request = _request(context, session, given, claim, consents=consents)
    pin = given.pin or secrets.pin(context, "pin", None, False)
    if context.rehearse("family_add"):
        return
    with closing(session.vault.open(pin)) as keys:
        family.add(session, keys, given.alias, request)
    found = family.look(session).member(given.alias)
    context.show("family-member", {"changed": True, **shapes.member(found.alias, found.link)})
    context.note(text("next.family_added", member=given.alias))


@app.command("remove", help=text("command.yibao.family.remove"))
def remove(
    alias: Annotated[str | None, typer.Argument(metavar="ALIAS", help=text("option.alias"), show_default=False)] = None,
    guardian: Annotated[
        str | None, typer.Option("--guardian", metavar="LINK_ID", help=text("option.guardian_link"))
    ] = None,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
) -> None:
    context = current()
    session = context.session
    held(session, SELF)
    if (alias is None) == (guardian is None):
        raise Usage(kind="missing_parameter" if alias is None else "exclusive", option="ALIAS, --guardian")
    with context.alone():
        changes.settle_outbox(session)
        found = family.look(session)
        if alias is not None:
            if alias in found.ended:
                context.show("family-removed", {"changed": False, "member": alias, "link_id": None, "side": "holder"})
                return
            link, side = found.member(alias).link, "holder"
        else:
            link, side = family.guardian_link(found, guardian or ""), "member"
        pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
        if context.rehearse("family_remove"):
            return
        if context.interactive and not context.confirm(text(f"prompt.family_remove.{side}", name=link.name)):
            raise Declined(question="family_remove")
        with closing(session.vault.open(pin)) as keys:
            family.remove(session, keys, link, side=side)
    context.show("family-removed", {"changed": True, "member": alias, "link_id": link.link_id, "side": side})


app.command("apply", help=text("command.yibao.family.apply"))(family_apply.apply)
app.command("diff", help=text("command.yibao.family.diff"))(family_apply.diff)
app.command("export", help=text("command.yibao.family.export"))(family_apply.export)


# --- who it is --------------------------------------------------------------------------------------------------------


def _claim(context: Context, session: Session, given: Given, there: family.Family) -> Relative:
    """Whom to link. A member that is there and only completes a consent need not be described again."""
    known = family.stored(session, given.alias)
    if known is not None and known.issued is not None and given.document is None:
        name, document, phone = told.told(session, given.alias)
        relation = given.relation or there.member(given.alias).link.relation
        return Relative(relation, name, document, phone)
    relation = given.relation or asking.choice(context, "prompt.relation", "--relation", Relation, "relation")
    name = Name(given.name) if given.name is not None else asking.words(context, "prompt.member_name", "--name", Name)
    document = given.document or asking.document(context, "prompt.member_id")
    if given.phone is not None:
        phone = Phone(given.phone)
    elif rules.is_minor(document, context.now().day()):
        phone = told.told(session, SELF)[2]
    else:
        phone = asking.words(context, "prompt.member_phone", "--phone", Phone)
    rules.check_relation(relation, told.told(session, SELF)[1], document, context.now().day())
    return Relative(relation, name, document, phone)


# --- what it stands on ------------------------------------------------------------------------------------------------


def _request(context: Context, session: Session, given: Given, claim: Relative, *, consents: bool) -> MemberRequest:
    brought = given.consent is not None or given.face or given.request
    day = context.now().day()
    if not consents and not rules.is_minor(claim.document, day):
        # Linked already, by another device of this person: their consent stands.
        return MemberRequest(claim)
    if not consents:
        papers, declaration = given.papers, given.declaration
        if not papers and not brought and context.interactive:
            papers = _ask_proof(context)
        if not declaration and not brought and papers:
            declaration = family_apply.declared(context)
        rules.check_basis(claim.document, day, consents=brought, papers=papers, declaration=declaration)
        return MemberRequest(claim, papers=papers, declaration=declaration)
    rules.check_basis(claim.document, day, consents=brought, papers=given.papers, declaration=given.declaration)
    if given.consent is not None:
        return MemberRequest(claim, given.consent)
    if context.options.dry_run:
        # A rehearsal sends no text and begins no face check.
        if not (given.face or given.request or given.auto):
            context.need_input("--consent-fd")
        return MemberRequest(claim)
    if given.face:
        return MemberRequest(
            claim, face_id=family_consents.by_face(context, session, given.alias, claim, auto=given.auto)
        )
    return _ask_consent(context, session, given, claim)


def _ask_consent(context: Context, session: Session, given: Given, claim: Relative) -> MemberRequest:
    if not (given.request or given.auto):
        context.need_input("--consent-fd")
        ways = [text(f"prompt.consent_way.{way}") for way in ("code", "text", "face")]
        way = context.prompter.choice(text("prompt.consent_way"), ways, "--consent-fd")
        if way == 0:
            return MemberRequest(claim, context.prompter.text_code(text("prompt.consent"), "--consent-fd"))
        if way == 2:
            return MemberRequest(
                claim, face_id=family_consents.by_face(context, session, given.alias, claim, auto=False)
            )
    asked = family_consents.ask_by_text(context, session, claim)
    if given.auto:
        return MemberRequest(claim, family_consents.from_outbox(session, asked))
    if given.request:
        fix = (f"yibao family add {given.alias}",)
        raise ConsentNeeded(fix=fix, members=(given.alias,))
    family_consents.show_simulated(context, session, asked)
    return MemberRequest(claim, context.prompter.text_code(text("prompt.consent"), "--consent-fd"))


def _papers(options: list[str] | tuple[str, ...]) -> tuple[Paper, ...]:
    from wallet_cli.cli.papers import read_paper

    kinds = {kind.value: kind for kind in rules.PROOFS}
    found: list[Paper] = []
    for option in options:
        word, equals, file = option.partition("=")
        if not equals or not file:
            raise Usage(kind="bad_value", option="--proof")
        if word not in kinds:
            raise Usage(kind="bad_choice", option="--proof", choices=", ".join(kinds))
        found.append(read_paper(kinds[word], file))
    return tuple(found)


def _ask_proof(context: Context) -> tuple[Paper, ...]:
    from wallet_cli.cli.papers import read_paper

    kinds: tuple[PaperKind, ...] = rules.PROOFS
    words = [text(f"value.paper.{kind.value}") for kind in kinds]
    kind = kinds[context.prompter.choice(text("prompt.proof_kind"), words, "--proof")]
    while True:
        try:
            return (read_paper(kind, context.prompter.text(text("prompt.proof_file"), "--proof")),)
        except PaperInvalid as error:
            context.say(error)


# --- what a person sees -----------------------------------------------------------------------------------------------


def warn_due(context: Context, one: family.Member) -> None:
    """A consent that a birthday asks for."""
    if one.link.consent_until is not None:
        key = f"family_{one.link.state.value}"
        day = one.link.consent_until.day()
        context.warn(key, member=one.alias or one.link.name, day=day)


def _human(context: Context, found: family.Family) -> str:
    from wallet_cli.render import human

    reveal = context.options.reveal
    lines = [text("family.members", count=len(found.members))]
    for one in found.members:
        shown = {key: value for key, value in shapes.member(one.alias, one.link).items() if value is not None}
        lines += ["", human.fields(shown, reveal=reveal, indent="  ")]
    lines += ["", text("family.guardians", count=len(found.guardians))]
    for link in found.guardians:
        shown = {key: value for key, value in shapes.guardian(link).items() if value is not None}
        lines += ["", human.fields(shown, reveal=reveal, indent="  ")]
    return "\n".join([*lines, "", text("family.not_aid")])
