"""The family account (亲情账户, domain.md 12): relations, who may be linked to whom and by what consent. Pure.

A holder (the guardian of the link) shows a member's code, which spends the member's own benefits. It is not mutual aid
(家庭共济), which lends money. Ages are full years on the civil day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from wallet_cli.domain import papers as paper_rules
from wallet_cli.domain.identity import IdDocument, Name, Phone, full_years
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.secret import TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF
from wallet_cli.errors import AliasInvalid, DeclarationNeeded, MemberAge, MemberSelf, RelationRefused

CONSENTS_FROM = 16
"""Full years from which a member consents in person; below it the guardian declares."""
MAJORITY = 18
"""Full years from which one may hold a family, or be a spouse."""
MAX_ALIAS = 32
PROOFS = (PaperKind.BIRTH_CERTIFICATE, PaperKind.HOUSEHOLD_REGISTER)
"""Either proves a child's guardian."""

_CHINA = timezone(timedelta(hours=8))


class Relation(StrEnum):
    """What the member is to the holder."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    OTHER = "other"


class ConsentKind(StrEnum):
    """What a link stands on: the guardian's declaration, or the member's own code or face."""

    DECLARATION = "declaration"
    CODE = "code"
    FACE = "face"


class LinkState(StrEnum):
    """`consent_due`: the member has turned 16 and is to consent by a day; `suspended`: that day has passed."""

    ACTIVE = "active"
    CONSENT_DUE = "consent_due"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Relative(Value):
    """Whom a holder says they link, and how they are related. Checked against the register."""

    relation: Relation
    name: Name
    document: IdDocument
    phone: Phone


class MemberRequest(Value):
    """A claim with what it stands on: `consent` or `face_id` from 16 on; below, `papers` and `declaration`."""

    claim: Relative
    consent: TextCode | None = None
    face_id: str | None = None
    papers: tuple[Paper, ...] = ()
    declaration: bool = False


class Link(Value):
    """One family link as one of its sides sees it. `name`: the other side's, masked; `relation`: what the member is to
    the holder; `consent_until`: when a consent that is due must be there; `voucher_id`: of the member's voucher on the
    calling device, None for a guardian, or where this device has none."""

    link_id: str
    relation: Relation
    name: str
    state: LinkState
    consent: ConsentKind
    since: Instant
    consent_until: Instant | None = None
    voucher_id: str | None = None


class FamilyView(Value):
    """`members`: whom the caller holds; `guardians`: who holds the caller. Live links, oldest first."""

    members: tuple[Link, ...]
    guardians: tuple[Link, ...]


class ConsentCode(Value):
    """A one-time code by which a member consents. `guardian`: the masked name it is good for, None for anybody's."""

    code: TextCode
    guardian: str | None
    expires_at: Instant


class ConsentRequest(Value):
    """A code on its way to the member's phone. `sent` False: one sent earlier is still good."""

    masked_name: str
    masked_phone: str
    sent: bool
    expires_at: Instant


def check_alias(alias: str) -> str:
    """A member's short name: 1-32 letters, digits, hyphens or underscores, not `self`. Raises AliasInvalid(alias)."""
    shown = "".join(c if c.isprintable() else "?" for c in alias[:MAX_ALIAS])
    if not 1 <= len(alias) <= MAX_ALIAS or alias.lower() == SELF or alias[0] in "-_":
        raise AliasInvalid(alias=shown)
    # A short name full of digits could be an ID number or a phone.
    if not all(c.isalnum() or c in "-_" for c in alias) or sum(c.isdigit() for c in alias) > 8:
        raise AliasInvalid(alias="" if sum(c.isdigit() for c in alias) > 8 else shown)
    return alias


def is_minor(document: IdDocument, day: str) -> bool:
    """Whether the guardian's declaration stands for a consent."""
    return full_years(document, day) < CONSENTS_FROM


def consents_from(document: IdDocument) -> Instant:
    """The first second of the day on which the member turns 16, in China."""
    born = document.birth_date
    try:
        day = born.replace(year=born.year + CONSENTS_FROM)
    except ValueError:
        day = date(born.year + CONSENTS_FROM, 3, 1)
    return Instant(int(datetime(day.year, day.month, day.day, tzinfo=_CHINA).timestamp()))


def check_relation(relation: Relation, holder: IdDocument, member: IdDocument, day: str) -> None:
    """What no register is needed for.

    Raises MemberSelf, RelationRefused(reason holder_minor, or one of `check_ages`; relation).
    """
    if member == holder:
        raise MemberSelf
    if full_years(holder, day) < MAJORITY:
        raise RelationRefused(reason="holder_minor", relation=relation.value)
    check_ages(relation, holder, member, day)


def check_ages(relation: Relation, one: IdDocument, relative: IdDocument, day: str) -> None:
    """What dates of birth rule out of what `relative` is said to be to `one`.

    Raises RelationRefused(reason spouse_minor, not_older or not_younger; relation).
    """
    reason = None
    if relation is Relation.SPOUSE and min(full_years(one, day), full_years(relative, day)) < MAJORITY:
        reason = "spouse_minor"
    elif relation in {Relation.PARENT, Relation.GRANDPARENT} and relative.birth_date >= one.birth_date:
        reason = "not_older"
    elif relation in {Relation.CHILD, Relation.GRANDCHILD} and relative.birth_date <= one.birth_date:
        reason = "not_younger"
    if reason is not None:
        raise RelationRefused(reason=reason, relation=relation.value)


def check_basis(member: IdDocument, day: str, *, consents: bool, papers: Sequence[Paper], declaration: bool) -> None:
    """What a link of this member may stand on. `consents`: a code or a face was brought.

    Raises MemberAge(reason minor: a consent was brought for a child; adult: a declaration or proof for somebody of 16
    or over), PaperInvalid, PapersMissing, DeclarationNeeded. A consent that is missing is the caller's to ask for.
    """
    if not is_minor(member, day):
        if papers or declaration:
            raise MemberAge(reason="adult", age=CONSENTS_FROM)
        return
    if consents:
        raise MemberAge(reason="minor", age=CONSENTS_FROM)
    paper_rules.check(papers, PROOFS)
    paper_rules.require(papers, (PROOFS,))
    if not declaration:
        raise DeclarationNeeded(option="--declaration")
