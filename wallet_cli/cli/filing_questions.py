"""What a filing has to know: from the options, else asked on the terminal, with numbered choices; checked at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from wallet_cli.cli.context import Context
from wallet_cli.cli.papers import read_paper, read_papers
from wallet_cli.domain import divisions
from wallet_cli.domain import filing as rules
from wallet_cli.domain.filing import Filing, FilingCategory, FilingChange, FilingRequest, Notice
from wallet_cli.domain.filing_place import check_place, place_of
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.value import Value
from wallet_cli.errors import (
    Declined,
    FilingDates,
    FilingEmergency,
    FilingNotNeeded,
    FilingPlace,
    NoticeRequired,
    PaperInvalid,
    PhoneInvalid,
    PlaceAmbiguous,
    PlaceUnknown,
    Usage,
)
from wallet_cli.locale import language, text
from wallet_cli.locale.width import refold
from wallet_cli.ports import Limits
from wallet_cli.render import words as words_of
from wallet_cli.usecases.session import Held

T = TypeVar("T")


class Given(Value):
    """The options as they came; None is asked for."""

    to: str | None
    category: str | None
    start: str | None
    end: str | None
    papers: tuple[str, ...]
    declaration: bool
    phone: str | None


def draft(context: Context, own: Held, notice: Notice, given: Given) -> FilingRequest:
    """Everything a filing needs but the notice, checked as far as the wallet can know."""
    category = _category_given(given)
    if given.papers and given.declaration:
        raise Usage(kind="exclusive", option="--paper, --declaration")
    papers = papers_of(given.papers)
    to = _place(context, own.token.region, notice, given.to)
    category = category or _ask_category(context)
    if notice.required is not None and category not in notice.required:
        raise FilingNotNeeded(region=own.token.region, category=category.value)
    start, end = _days(context, category, given)
    papers, declared = _papers(context, category, papers, given.declaration)
    return FilingRequest(
        to_region=to,
        category=category,
        start=start,
        end=end,
        contact_phone=_phone(context, own, given.phone),
        papers=papers,
        declaration=declared,
        notice_version="",
    )


def change(context: Context, before: Filing, notice: Notice, given: Given) -> FilingChange:
    """What is to change of a filing; nothing is asked."""
    if given.papers and given.declaration:
        raise Usage(kind="exclusive", option="--paper, --declaration")
    to = None if given.to is None else _told(context, given.to)
    if to is not None:
        check_place(to, before.insuplc_admdvs, local_filing=notice.local_filing)
    papers = papers_of(given.papers)
    if given.start is not None or given.end is not None:
        end = given.end if before.end is None or given.end is not None else before.end
        _checked_days(context, before.category, given.start or before.start, end)
    phone = None if given.phone is None else Phone(given.phone)
    asked = FilingChange(to, given.start, given.end, phone, papers, given.declaration)
    if differs(before, asked._replace(contact_phone=None)):
        rules.check_not_too_early(before, papers, context.now().day())
        if to not in {None, before.to_region}:
            rules.check_papers(before.category, papers, declaration=given.declaration)
    return asked


def differs(before: Filing, asked: FilingChange) -> bool:
    """Whether anything would change."""
    pairs = (
        (asked.to_region, before.to_region),
        (asked.start, before.start),
        (asked.end, before.end),
        (asked.contact_phone, before.contact_phone),
    )
    brought = {paper.sha256 for paper in asked.papers} - {paper.sha256 for paper in before.papers}
    return bool(brought) or any(new is not None and new != old for new, old in pairs)


def papers_of(options: tuple[str, ...]) -> tuple[Paper, ...]:
    """The papers named by `--paper` options, of kinds that filings know."""
    return read_papers(options, rules.KNOWN)


def accept_notice(context: Context, notice: Notice, *, accepted: bool) -> str:
    """The version that was confirmed: shown and asked, or accepted by the option."""
    if not accepted:
        if not context.interactive:
            raise NoticeRequired(version=notice.version, option="--accept-notice")
        words = notice.text.get(language()) or next(iter(notice.text.values()))
        context.console.err(refold(words, context.console.reading_width()))
        if not context.prompter.yes_no(text("prompt.notice"), "--accept-notice"):
            raise Declined(question="notice")
    return notice.version


def warn_of_declaration(context: Context) -> None:
    """The six months' rule, before the declaration is sent; on a terminal it is confirmed."""
    until = rules.add_months(context.now().day(), rules.SHORTEST_MONTHS)
    context.warn("declaration", until=until)
    if context.interactive and not context.options.dry_run and not context.confirm(text("prompt.declaration")):
        raise Declined(question="declaration")


def _category_given(given: Given) -> FilingCategory | None:
    """Raises FilingEmergency: the institution's flag makes an emergency count; Usage for no category."""
    if given.category is None:
        return None
    if given.category == "emergency":
        raise FilingEmergency
    if given.category not in set(FilingCategory):
        raise Usage(kind="bad_choice", option="--category", choices=", ".join(FilingCategory))
    return FilingCategory(given.category)


def _place(context: Context, insured: str, notice: Notice, given: str | None) -> str:
    def checked(words: str) -> str:
        return check_place(_told(context, words), insured, local_filing=notice.local_filing)

    if given is not None:
        return checked(given)
    context.need_input("--to")

    def ask() -> str:
        words = context.prompter.text(text("prompt.filing_to"), "--to")
        try:
            return checked(words)
        except PlaceAmbiguous as several:
            candidates = several.data["candidates"]
            assert isinstance(candidates, tuple)
            found = [str(one) for one in candidates]
            names = [words_of.place(one) for one in found]
            chosen = found[context.prompter.choice(text("prompt.which_place"), names, "--to")]
            return checked(chosen.partition(" ")[0])

    return _until_right(context, ask, (FilingPlace, PlaceUnknown))


def _told(context: Context, words: str) -> str:
    """The province or city meant; a person is told where it is not the very place they named."""
    code = place_of(words)
    named = divisions.resolve(words).code
    if named != code:
        context.note(
            text(
                "next.filing_city",
                named=divisions.name_of(named, language()) or named,
                place=divisions.name_of(code, language()) or code,
            )
        )
    return code


def _ask_category(context: Context) -> FilingCategory:
    context.need_input("--category")
    known = list(FilingCategory)
    names = [text(f"value.category.{one.value}") for one in known]
    return known[context.prompter.choice(text("prompt.filing_category"), names, "--category")]


def _days(context: Context, category: FilingCategory, given: Given) -> tuple[str, str | None]:
    """First and last day."""
    today = context.now().day()
    if given.start is not None:
        return _checked_days(context, category, given.start, given.end)
    context.need_input("--start")

    def ask() -> tuple[str, str | None]:
        start = context.prompter.text(text("prompt.filing_start"), "--start", today)
        end = given.end
        if end is None and category not in rules.LONG_TERM:
            least = rules.add_months(rules.check_day(start), rules.SHORTEST_MONTHS)
            end = context.prompter.text(text("prompt.filing_end"), "--end", least)
        return _checked_days(context, category, start, end)

    return _until_right(context, ask, (FilingDates,))


def _checked_days(context: Context, category: FilingCategory, start: str, end: str | None) -> tuple[str, str | None]:
    """The platform alone knows of an admission that lets a filing start earlier than a half-year ago."""
    today = context.now().day()
    latest = rules.add_days(today, Limits().filing_ahead_days)
    return start, rules.check_dates(category, start, end, today=today, earliest="2000-01-01", latest=latest)


def _papers(
    context: Context, category: FilingCategory, papers: tuple[Paper, ...], declaration: bool
) -> tuple[tuple[Paper, ...], bool]:
    """The papers and whether a declaration stands for them; asked for on a terminal where both are missing."""
    needed = rules.NEEDED[category]
    if papers or declaration or not needed or not context.interactive:
        return papers, rules.check_papers(category, papers, declaration=declaration)
    choices = [text(f"value.paper.{kind.value}") for kind in needed]
    if category in rules.LONG_TERM:
        choices.append(text("prompt.declaration_instead"))
    chosen = context.prompter.choice(text("prompt.filing_paper"), choices, "--paper")
    if chosen == len(needed):
        return (), True

    def ask() -> Paper:
        return read_paper(needed[chosen], context.prompter.text(text("prompt.paper_file"), "--paper"))

    return (_until_right(context, ask, (PaperInvalid,)),), False


def _phone(context: Context, own: Held, given: str | None) -> Phone:
    """The contact: the number given, else the voucher's own, which may be confirmed unseen on a terminal."""
    if given is not None:
        return Phone(given)
    known = Phone(own.token.disclosed["phone"])
    if not context.interactive:
        return known

    def ask() -> Phone:
        answer = context.prompter.text(text("prompt.contact_phone"), "--contact-phone", known.masked())
        return known if answer == known.masked() else Phone(answer)

    return _until_right(context, ask, (PhoneInvalid,))


def _until_right(context: Context, ask: Callable[[], T], slips: tuple[type[Exception], ...]) -> T:
    """A slip of the pen is told and the question asked again."""
    from wallet_cli.errors import WalletError

    while True:
        try:
            return ask()
        except WalletError as error:
            if not isinstance(error, slips):
                raise
            context.say(error)
