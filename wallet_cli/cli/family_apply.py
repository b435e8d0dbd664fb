"""`yibao family apply|diff|export`: the whole family in one file (cli.md, The family file).

Everything that can be known is checked before the first call that changes anything; what is done is decided anew at each
run from the links there are, so that an interrupted run is finished by the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from wallet_cli.cli import family_consents, family_sources, secrets
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.files import write_new
from wallet_cli.cli.options import PinFd, PinStdin, SandboxAuto
from wallet_cli.domain import family as rules
from wallet_cli.domain import family_file
from wallet_cli.domain.family import MemberRequest, Relative
from wallet_cli.domain.family_file import Action, Planned
from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.voucher import SELF
from wallet_cli.errors import ConsentNeeded, DeclarationNeeded, Declined, WalletError, literal, quoted
from wallet_cli.locale import text
from wallet_cli.locale.width import width
from wallet_cli.ports import Keys, Limits
from wallet_cli.render import family as shapes
from wallet_cli.usecases import changes, family
from wallet_cli.usecases import family_apply as steps
from wallet_cli.usecases.pending import NO_ANSWER
from wallet_cli.usecases.session import Session, held

File = Annotated[str, typer.Argument(metavar="FILE", help=text("option.family_file"))]
Prune = Annotated[bool, typer.Option("--prune", help=text("option.prune"))]
PENDING = 18
"""Exit status of `diff` where something would change."""


def apply(
    file: File,
    prune: Prune = False,
    request_consents: Annotated[bool, typer.Option("--request-consents", help=text("option.request_consents"))] = False,
    declaration: Annotated[bool, typer.Option("--declaration", help=text("option.family_declaration"))] = False,
    pin_fd: PinFd = None,
    pin_stdin: PinStdin = False,
    sandbox_auto: SandboxAuto = False,
) -> None:
    context = current()
    session = context.session
    held(session, SELF)
    with context.alone():
        plan = _plan(context, session, file, prune=prune, stdin_taken=pin_stdin)
        if not any(step.changes for step in plan):
            _show(context, plan, changed=False)
            return
        context.note(_words(plan))
        run = _Run(context, session, file, prune=prune, declaration=declaration, auto=sandbox_auto)
        if context.options.dry_run:
            run.checked(plan, ask=request_consents)
            _show(context, plan, changed=False)
            return
        with _forgetting(session):
            requests = run.requests(plan, ask=request_consents)
            pin = secrets.pin(context, "pin", pin_fd, pin_stdin)
            _confirm_removals(context, plan)
            with closing(session.vault.open(pin)) as keys:
                _carry_out(context, session, keys, plan, requests)
        steps.forget(session)
    _show(context, plan, changed=True)


def diff(file: File, prune: Prune = False) -> int:
    context = current()
    held(context.session, SELF)
    plan = _plan(context, context.session, file, prune=prune, stdin_taken=False)
    _show(context, plan, changed=False)
    return PENDING if any(step.changes for step in plan) else 0


def export(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help=text("option.export_file"), show_default=False)
    ] = None,
) -> None:
    context = current()
    session = context.session
    held(session, SELF)
    found = family.look(session)
    known = steps.known(session, found)
    lines = [f'schema = "{family_file.SCHEMA}"', f"# {text('family.export_note')}"]
    for one in known:
        _, _, phone = steps.told(session, one.alias)
        lines += ["", "[[member]]", f'alias = "{one.alias}"', f'relation = "{one.link.relation.value}"']
        if one.name is not None:
            lines.append(f'name = "{one.name.reveal()}"')
        lines.append(f'phone = "{phone.reveal()}"')
    written = "\n".join(lines) + "\n"
    if file is None:
        context.show("family-export", {"members": len(known), "toml": written}, human=written.rstrip("\n"))
        return
    write_new(file, (written,))
    context.show("family-export", {"members": len(known), "file": str(file)})


def declared(context: Context) -> bool:
    """The guardian's declaration, read and agreed to. Raises DeclarationNeeded where nothing may be asked, Declined."""
    if not context.interactive:
        raise DeclarationNeeded(option="--declaration")
    context.console.err(text("family.declaration"))
    if not context.prompter.yes_no(text("prompt.family_declaration"), "--declaration"):
        raise Declined(question="declaration")
    return True


# --- the plan ---------------------------------------------------------------------------------------------------------


def _plan(context: Context, session: Session, file: str, *, prune: bool, stdin_taken: bool) -> tuple[Planned, ...]:
    entries = family_sources.load(file, stdin_taken=stdin_taken)
    changes.settle_outbox(session)
    found = family.look(session)
    for alias in found.ended:
        context.warn("family_ended", member=alias)
    known = steps.known(session, found)
    elsewhere = [one.link for one in found.members if one.alias is None]
    plan = family_file.plan(entries, known, elsewhere, file, prune=prune, most=Limits().family_members)
    for step in plan:
        if step.link is not None and step.link.consent_until is not None and not step.changes:
            key = f"family_{step.link.state.value}"
            context.warn(key, member=step.alias, day=step.link.consent_until.day())
    return plan


def _words(plan: Sequence[Planned]) -> str:
    """The plan for a person, a line a member, in columns."""
    rows = [
        (
            text(f"value.action.{step.action.value}"),
            step.alias,
            str(step.name),
            text(f"value.relation.{step.relation.value}"),
        )
        for step in plan
    ]
    broad = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell + " " * (room - width(cell)) for cell, room in zip(row, broad, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([text("family.plan"), *(f"  {line}" for line in lines)])


def _show(context: Context, plan: Sequence[Planned], *, changed: bool) -> None:
    human = None
    if context.output == "human":
        pending = not changed and any(step.changes for step in plan)
        said = text("family.differs") if pending else text("done" if changed else "unchanged")
        human = said if changed or not plan else f"{said}\n{_words(plan)}"
    context.show("family-plan", shapes.plan(plan, changed=changed), human=human)


def _confirm_removals(context: Context, plan: Sequence[Planned]) -> None:
    leaving = [step.alias for step in plan if step.action is Action.REMOVE]
    if leaving and context.interactive:
        names = text("list.separator").join(leaving)
        if not context.confirm(text("prompt.family_prune", members=names)):
            raise Declined(question="prune")


# --- what it stands on, before anything is changed ----------------------------------------------------------------------


class _Run:
    """One run's answers, and what each step needs."""

    def __init__(
        self, context: Context, session: Session, file: str, *, prune: bool, declaration: bool, auto: bool
    ) -> None:
        self._context, self._session, self._file = context, session, file
        self._given = tuple(word for word, on in (("--prune", prune), ("--declaration", declaration)) if on)
        self._declaration, self._auto = declaration, auto
        self._answers = family_sources.Answers(context, file)

    def requests(self, plan: Sequence[Planned], *, ask: bool) -> dict[str, MemberRequest]:
        """The request of every member to add or renew, by alias. `ask`: every adult is sent a code, and the run ends.

        Raises ConsentNeeded(members), and what stands at `Family.check_member`, told for its member.
        """
        claims, adults, bases = self.checked(plan, ask=ask)
        if ask and adults and not self._auto:
            self._ask(adults, claims)
        for step in adults:
            with self._told(step):
                code = self._consent(step, claims[step.alias])
                bases[step.alias] = bases[step.alias]._replace(consent=code)
        if self._answers.typed:
            steps.remember(self._session, self._answers.typed)
        return bases

    def checked(
        self, plan: Sequence[Planned], *, ask: bool
    ) -> tuple[dict[str, Relative], list[Planned], dict[str, MemberRequest]]:
        """All that is known before anything is sent or changed: who they are, who is to consent, and each request but
        for its consent. Errors as `requests`."""
        wanted = [step for step in plan if step.action in {Action.ADD, Action.RENEW}]
        claims = self._claims(wanted)
        adults = []
        for step in wanted:
            with self._told(step):
                claim = claims[step.alias]
                family.check_free(self._session, step.alias, claim.document)
                if family.needs_consent(self._session, step.alias, claim):
                    adults.append(step)
        bases = {step.alias: self._basis(step, claims[step.alias], consents=step in adults) for step in wanted}
        lacking = tuple(step.alias for step in adults if step.entry is not None and step.entry.consent is None)
        if lacking and not self._auto and not ask:
            raise self._needed(lacking, "--request-consents")
        return claims, adults, bases

    def _claims(self, wanted: Sequence[Planned]) -> dict[str, Relative]:
        """Who they are, each another person, each relation one that can be."""
        _, own, _ = steps.told(self._session, SELF)
        seen: set[str] = set()
        claims = {}
        for step in wanted:
            entry = step.entry
            assert entry is not None
            with self._told(step):
                document = None
                if entry.document is not None and step.action is Action.ADD:
                    document = self._answers.read(entry, "id", entry.document, _document)
                claim = steps.claim(self._session, entry, document)
                if claim.document.reveal() in seen:
                    raise family_file.same_person(self._file, entry)
                rules.check_relation(claim.relation, own, claim.document, self._context.now().day())
            seen.add(claim.document.reveal())
            claims[step.alias] = claim
        return claims

    def _basis(self, step: Planned, claim: Relative, *, consents: bool) -> MemberRequest:
        """All but the consent. A member of 16 and over without need of one is linked already, elsewhere."""
        entry, day = step.entry, self._context.now().day()
        assert entry is not None
        with self._told(step):
            papers = self._answers.papers(entry)
            minor = rules.is_minor(claim.document, day)
            declaration = minor and bool(papers) and self._declare()
            brought = entry.consent is not None
            rules.check_basis(claim.document, day, consents=brought, papers=papers, declaration=declaration)
        return MemberRequest(claim, papers=papers, declaration=declaration)

    def _declare(self) -> bool:
        self._declaration = self._declaration or declared(self._context)
        return self._declaration

    def _ask(self, adults: Sequence[Planned], claims: dict[str, Relative]) -> None:
        """First phase: everybody is asked at once; the run ends, and a later one brings the codes."""
        for step in adults:
            with self._told(step):
                family_consents.ask_by_text(self._context, self._session, claims[step.alias])
        if self._answers.typed:
            steps.remember(self._session, self._answers.typed)
        raise self._needed(tuple(step.alias for step in adults))

    def _needed(self, members: tuple[str, ...], *more: str) -> ConsentNeeded:
        """The next run is of the same plan: it has the options of this one."""
        line = " ".join(("yibao family apply", quoted(self._file), *self._given, *more))
        return ConsentNeeded(fix=(literal(line),), members=members)

    def _consent(self, step: Planned, claim: Relative) -> TextCode:
        entry = step.entry
        assert entry is not None
        if self._auto:
            asked = family_consents.ask_by_text(self._context, self._session, claim)
            return family_consents.from_outbox(self._session, asked)
        assert entry.consent is not None
        return self._answers.read(entry, "consent", entry.consent, lambda found: secrets.as_kind(found, TextCode))

    @contextmanager
    def _told(self, step: Planned) -> Iterator[None]:
        """Whatever fails is told with whom it failed for."""
        try:
            yield
        except WalletError as error:
            _name(self._context, error, step)
            raise


def _name(context: Context, error: WalletError, step: Planned) -> None:
    error.data.setdefault("member", step.alias)
    context.note(text("family.at_member", member=step.alias))


@contextmanager
def _forgetting(session: Session) -> Iterator[None]:
    """What was typed is forgotten once the platform has refused it: it would be wrong the next time, too."""
    try:
        yield
    except (*NO_ANSWER, ConsentNeeded):
        raise
    except WalletError:
        steps.forget(session)
        raise


def _document(found: Secret) -> IdDocument:
    return IdDocument(found.reveal().decode())


# --- carrying it out --------------------------------------------------------------------------------------------------


def _carry_out(
    context: Context, session: Session, keys: Keys, plan: Sequence[Planned], requests: dict[str, MemberRequest]
) -> None:
    wanted = [step for step in plan if step.changes]
    step = wanted[0]
    # Named only once the line of progress is gone: the words would stand behind it.
    try:
        with context.progress("family", len(wanted)) as work:
            for done, step in enumerate(wanted, 1):
                steps.carry_out(session, keys, step, requests.get(step.alias))
                work.reached(done)
    except WalletError as error:
        _name(context, error, step)
        raise
