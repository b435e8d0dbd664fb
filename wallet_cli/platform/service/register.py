"""The register of insured people: finding, checking, adding and changing them; institutions; staff's audit.

Rules of this room: see `service`. Names, numbers and phones are opened here and leave as masked domain values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import region as divisions
from wallet_cli.domain.identity import IdDocument, Name, Person, Phone
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import InsuranceType
from wallet_cli.errors import (
    IdentityMismatch,
    IdInvalid,
    NameInvalid,
    NotEnabled,
    NotInsured,
    PersonExists,
    PersonUnknown,
    PhoneInvalid,
    PhoneMismatch,
    RealIdInSandbox,
    RegionInvalid,
    RegionMismatch,
)
from wallet_cli.platform.service import places
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import register as q

if TYPE_CHECKING:
    from wallet_cli.ports import PersonChange

WITH_ACCOUNT = frozenset({"310", "320", "330", "340"})
"""Insurance types with a personal account (domain.md: residents normally have none)."""
MAX_BALANCE_FEN = 10**12 - 1


class PersonRow(Value):
    """A row of `people`, personal columns still sealed."""

    psn_no: str
    name: bytes
    document: bytes
    phone: bytes
    region: str
    insutype: str
    insured: int
    account_fen: int
    frozen_at: int | None

    @property
    def balance(self) -> int | None:
        """Personal account in fen, None where the insurance type has none."""
        return self.account_fen if self.insutype in WITH_ACCOUNT else None


def find(act: Act, psn_no: str) -> PersonRow:
    """By person number. Raises PersonUnknown."""
    row = act.row(q.PERSON, psn_no=psn_no)
    if row is None:
        raise PersonUnknown(person=psn_no[:30])
    return PersonRow(*row)


def by_document(act: Act, document: IdDocument) -> PersonRow | None:
    """By ID number."""
    row = act.row(q.BY_DOCUMENT, lookup=act.cipher.lookup("document", document.reveal()))
    return None if row is None else PersonRow(*row)


def search(act: Act, text: str) -> PersonRow:
    """By person number, ID number, name or phone, where exactly one matches. Raises PersonUnknown."""
    asked = text.strip()[:64]
    found = act.rows(q.PERSON, psn_no=asked)
    if found:
        return PersonRow(*found[0])
    kinds = ((q.BY_DOCUMENT, "document", IdDocument), (q.BY_NAME, "name", Name), (q.BY_PHONE, "phone", Phone))
    for sql, kind, parse in kinds:
        try:
            lookup = act.cipher.lookup(kind, parse(asked).reveal())
        except (IdInvalid, NameInvalid, PhoneInvalid):
            continue
        found = act.rows(sql, lookup=lookup)
        if len(found) == 1:
            return PersonRow(*found[0])
    # What was asked for may be a whole ID number or name: it does not go into the error's data.
    raise PersonUnknown(person=asked if asked.isascii() and asked.isdigit() and len(asked) == PSN_DIGITS else "")


PSN_DIGITS = 16


def person(act: Act, row: PersonRow) -> Person:
    """The row opened."""
    place = f"people/{row.psn_no}/"
    return Person(
        psn_no=row.psn_no,
        name=Name(act.cipher.open(place + "name", row.name)),
        document=IdDocument(act.cipher.open(place + "document", row.document)),
        phone=Phone(act.cipher.open(place + "phone", row.phone)),
        region=row.region,
        insutype=row.insutype,
    )


def snapshot(act: Act, known: Person) -> bytes:
    """A digest of what a voucher says of a person, by which a change is noticed."""
    parts = (known.name.reveal(), known.document.reveal(), known.phone.reveal(), known.region, known.insutype)
    return act.cipher.lookup("snapshot", "\n".join(parts))


pooling_area = divisions.pooling_area


def check_insurance(region: str, insutype: str) -> None:
    """Raises RegionInvalid for no division, NotEnabled(what) for a place or insurance type without a policy."""
    divisions.check(region)
    try:
        place = places.place(region)
    except RegionInvalid:
        raise NotEnabled(what=region) from None
    if insutype not in {known.value for known in place.policies}:
        raise NotEnabled(what=insutype[:8])


def check_identity(act: Act, *, region: str, name: Name, document: IdDocument, phone: Phone) -> PersonRow:
    """Who asks to be activated. Errors as Citizen.begin_activation, in its order."""
    if not document.synthetic:
        raise RealIdInSandbox
    divisions.check(region)
    try:
        line = places.place(region).hotline
    except RegionInvalid:
        raise NotEnabled(what=region) from None
    row = by_document(act, document)
    if row is None or person(act, row).name != name:
        raise IdentityMismatch(hotline=line)
    if person(act, row).phone != phone:
        raise PhoneMismatch(hotline=line)
    if not row.insured:
        raise NotInsured(region=region, hotline=line)
    if pooling_area(row.region) != pooling_area(region):
        raise RegionMismatch(region=region, regions=(row.region,), hotline=places.hotline(row.region))
    return row


def check_insured(row: PersonRow) -> None:
    """Raises NotInsured(region, hotline)."""
    if not row.insured:
        raise NotInsured(region=row.region, hotline=places.hotline(row.region))


def add(
    act: Act,
    *,
    name: Name,
    document: IdDocument,
    phone: Phone,
    region: str,
    insutype: str,
    insured: bool = True,
    account_fen: int = 0,
) -> PersonRow:
    """A new person with a card. Raises PersonExists, RealIdInSandbox."""
    if not document.synthetic:
        raise RealIdInSandbox
    if by_document(act, document) is not None:
        raise PersonExists
    psn_no = f"99{act.number('psn_no'):0{PSN_DIGITS - 2}d}"
    act.run(
        q.ADD_PERSON,
        psn_no=psn_no,
        document=act.cipher.seal(f"people/{psn_no}/document", document.reveal()),
        document_lookup=act.cipher.lookup("document", document.reveal()),
        **_named(act, psn_no, name, phone),
        region=region,
        insutype=insutype,
        insured=int(insured),
        account_fen=account_fen,
        now=act.now,
    )
    from wallet_cli.platform.service import cards

    cards.give(act, psn_no)
    return find(act, psn_no)


def change(act: Act, row: PersonRow, asked: PersonChange) -> PersonRow:
    """Changes what is asked for; vouchers tell it as `data_changed` until they are issued again."""
    now = person(act, row)
    region = asked.region or row.region
    insutype = asked.insutype or row.insutype
    if asked.region or asked.insutype:
        check_insurance(region, InsuranceType(insutype).value if insutype in set(InsuranceType) else insutype)
    insured = row.insured if asked.insured is None else int(asked.insured and not is_deceased(act, row.psn_no))
    act.run(
        q.CHANGE_PERSON,
        psn_no=row.psn_no,
        **_named(act, row.psn_no, asked.name or now.name, asked.phone or now.phone),
        region=region,
        insutype=insutype,
        insured=insured,
    )
    if asked.document is not None and asked.document != now.document:
        _set_document(act, now, asked.document)
    if asked.deceased:
        from wallet_cli.platform.service import family

        family.bury(act, row.psn_no)
    changed = find(act, row.psn_no)
    # A district of the same insured place is no move.
    moved = pooling_area(region) != pooling_area(row.region) or insutype != row.insutype
    if moved or changed.insured != row.insured:
        from wallet_cli.platform.service import aid

        aid.end_by_move(act, row.psn_no)
    if moved:
        from wallet_cli.platform.service import filings

        filings.moved(act, row.psn_no)
    return changed


def is_deceased(act: Act, psn_no: str) -> bool:
    """Whether the register knows of this person's death."""
    from wallet_cli.platform.sql import family as fq

    return act.row(fq.DECEASED, psn_no=psn_no) is not None


def _set_document(act: Act, known: Person, document: IdDocument) -> None:
    """A corrected ID number. Everything of a person goes by psn_no: only another birthday moves when a member who was
    linked as a child is to consent, and one that has passed long since leaves the grace time from now on."""
    if not document.synthetic:
        raise RealIdInSandbox
    if by_document(act, document) is not None:
        raise PersonExists
    from wallet_cli.domain.family import consents_from
    from wallet_cli.platform.sql import family as fq

    if document.birth_date != known.document.birth_date:
        act.run(fq.MOVE_BIRTHDAY, psn_no=known.psn_no, minor_until=max(consents_from(document), act.now))
    act.run(
        fq.SET_DOCUMENT,
        psn_no=known.psn_no,
        document=act.cipher.seal(f"people/{known.psn_no}/document", document.reveal()),
        document_lookup=act.cipher.lookup("document", document.reveal()),
    )


def _named(act: Act, psn_no: str, name: Name, phone: Phone) -> dict[str, bytes]:
    return {
        "name": act.cipher.seal(f"people/{psn_no}/name", name.reveal()),
        "name_lookup": act.cipher.lookup("name", name.reveal()),
        "phone": act.cipher.seal(f"people/{psn_no}/phone", phone.reveal()),
        "phone_lookup": act.cipher.lookup("phone", phone.reveal()),
    }


def audit(act: Act, operator: str, what: str, subject: str, guardian: str | None = None) -> None:
    """One line of the operators' audit: who did what to whom, when, and for which guardian who held the subject's
    voucher. Operators' names are sealed like people's."""
    number = act.number("audit")
    act.run(
        q.AUDIT,
        number=number,
        at=act.now,
        act=what,
        operator=act.cipher.seal(f"audit/{number}/operator", operator),
        subject=subject,
        guardian=guardian,
    )
