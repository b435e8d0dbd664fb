"""Family links: who may be linked, the link and its voucher, its end; and what a death ends.

Rules of this room: see `service`. Counts are taken in the act's own transaction, so that of many at once no more succeed
than there are places. A link belongs to two persons; each of the guardian's devices has a voucher of its own under it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import family as rules
from wallet_cli.domain.family import ConsentKind, FamilyView, Link, LinkState, Relation, Relative
from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import (
    FamiliesFull,
    FamilyFull,
    IdentityMismatch,
    LinkUnknown,
    MemberAge,
    MemberExists,
    NotInsured,
    PhoneMismatch,
    RealIdInSandbox,
)
from wallet_cli.platform import answers
from wallet_cli.platform.service import consents, devices, issuance, links, places, proofs, register, vouchers
from wallet_cli.platform.service.act import LIMITS, Act, bounded
from wallet_cli.platform.service.devices import DeviceRow
from wallet_cli.platform.service.links import LinkRow
from wallet_cli.platform.service.register import PersonRow
from wallet_cli.platform.sql import family as q

if TYPE_CHECKING:
    from wallet_cli.domain.family import ConsentCode, ConsentRequest, MemberRequest
    from wallet_cli.domain.identity import Name
    from wallet_cli.ports import FaceCheck, Issued, Proof


class Asked(Value):
    """A claim that holds: the device that asks, both persons, the live link between them and this device's voucher."""

    device: DeviceRow
    guardian: PersonRow
    member: PersonRow
    document: IdDocument
    link: LinkRow | None
    voucher: vouchers.VoucherRow | None

    def consents(self, act: Act) -> bool:
        """Whether the member is to consent in person for what is asked."""
        if self.link is not None:
            return self.link.is_due(act.now)
        return not rules.is_minor(self.document, act.now.day())


def view(act: Act, caller: str) -> FamilyView:
    """Live links of the caller, both ways."""
    device = devices.enrolled(act, caller)
    members = [LinkRow(*row) for row in act.rows(q.MEMBERS, psn_no=device.psn_no)]
    guardians = [LinkRow(*row) for row in act.rows(q.GUARDIANS, psn_no=device.psn_no)]
    held = {row.psn_no: row.voucher_id for row in vouchers.of_device(act, device.device_id) if row.guardian is not None}
    return FamilyView(
        tuple(_shown(act, row, other=row.member, voucher_id=held.get(row.member)) for row in members),
        tuple(_shown(act, row, other=row.guardian, voucher_id=None) for row in guardians),
    )


def check(act: Act, caller: str, claim: Relative) -> bool:
    """Whether the member is to consent in person, everything else about the claim being right."""
    return _asked(act, caller, claim).consents(act)


def make_consent(act: Act, caller: str, guardian: Name | None, own: Proof) -> ConsentCode:
    """The caller consents to being linked."""
    device = devices.enrolled(act, caller)
    devices.check_holding(act, device, own)
    return consents.make(act, device.psn_no, guardian)


def request_consent(act: Act, caller: str, claim: Relative) -> ConsentRequest:
    """A text to the member."""
    asked = _consenting(act, caller, claim)
    return consents.send(act, asked.guardian.psn_no, asked.member)


def begin_face(act: Act, caller: str, claim: Relative) -> FaceCheck:
    """The member's face."""
    return consents.begin_face(act, caller, _consenting(act, caller, claim).member.psn_no)


def add(act: Act, caller: str, request: MemberRequest, proof: Proof, own: Proof) -> Issued:
    """A link and its voucher; or the consent that a link waits for; or this device's voucher of a link that is there."""
    bounded(proof.voucher_id, "voucher_id", 64)
    asked = _asked(act, caller, request.claim)
    if asked.link is None and len(act.rows(q.MEMBERS, psn_no=asked.guardian.psn_no)) >= LIMITS.family_members:
        raise FamilyFull(most=LIMITS.family_members)
    devices.check_holding(act, asked.device, own)
    link = asked.link or _link(act, caller, asked, request)
    if asked.link is not None and link.is_due(act.now):
        _check_basis(act, asked, request)
        kind = consents.take(act, caller, asked.guardian, link.member, request)
        act.run(q.CONSENTED, link_id=link.link_id, consent=kind.value)
        _audit(act, "family_consent", link)
    if asked.voucher is not None:
        proofs.check_holder(act, proof, asked.voucher.holder)
        return issuance.shown(act, asked.voucher)
    jwk = proofs.check(act, proof)
    voucher = issuance.issue(
        act,
        psn_no=link.member,
        device_id=asked.device.device_id,
        voucher_id=proof.voucher_id,
        guardian=link.guardian,
        jwk=jwk,
    )
    return issuance.shown(act, voucher)


def remove(act: Act, caller: str, link_id: str, own: Proof) -> Link:
    """Ends a link at the wish of either side."""
    device = devices.enrolled(act, caller)
    devices.check_holding(act, device, own)
    row = act.row(q.LINK, link_id=link_id[:64])
    if row is None or device.psn_no not in row[1:3]:
        raise LinkUnknown(id=link_id[:64] if link_id.isalnum() and link_id.isascii() else "")
    link = LinkRow(*row)
    if link.ended_at is None:
        side = "guardian" if link.guardian == device.psn_no else "member"
        act.run(q.END_LINK, link_id=link.link_id, now=act.now, ended_by=side)
        act.run(q.REVOKE_LINKED, guardian=link.guardian, member=link.member)
        _audit(act, f"family_end_by_{side}", link)
    other = link.member if link.guardian == device.psn_no else link.guardian
    return _shown(act, LinkRow(*(act.row(q.LINK, link_id=link.link_id) or row)), other=other, voucher_id=None)


def bury(act: Act, psn_no: str) -> None:
    """A death: the insurance, every voucher of this person and for this person's members, every link, for good."""
    if act.run(q.DIE, psn_no=psn_no, now=act.now):
        act.run(q.END_LINKS_OF, psn_no=psn_no, now=act.now, ended_by="death")
        act.run(q.REVOKE_PERSON, psn_no=psn_no)


def _asked(act: Act, caller: str, claim: Relative) -> Asked:
    """The claim against the register and the links there are, in the order of the port."""
    device = devices.enrolled(act, caller)
    guardian = register.find(act, device.psn_no)
    if not claim.document.synthetic:
        raise RealIdInSandbox
    mine = register.person(act, guardian)
    member = _identified(act, mine.region, claim, guardian_phone=mine.phone.reveal())
    rules.check_relation(claim.relation, mine.document, claim.document, act.now.day())
    link = links.live(act, guardian.psn_no, member.psn_no)
    voucher = next(
        (
            row
            for row in vouchers.of_device(act, device.device_id)
            if row.psn_no == member.psn_no and row.guardian is not None
        ),
        None,
    )
    asked = Asked(device, guardian, member, claim.document, link, voucher)
    if link is None:
        # Whether the guardian has a place is asked when one is taken: a plan may give one up first.
        if len(act.rows(q.GUARDIANS, psn_no=member.psn_no)) >= LIMITS.families:
            raise FamiliesFull(most=LIMITS.families)
    elif voucher is not None and not link.is_due(act.now):
        raise MemberExists(member=voucher.voucher_id)
    return asked


def _identified(act: Act, region: str, claim: Relative, *, guardian_phone: str) -> PersonRow:
    line = places.hotline(region)
    row = register.by_document(act, claim.document)
    if row is None or register.person(act, row).name != claim.name:
        raise IdentityMismatch(fix=(), hotline=line)
    phones = {register.person(act, row).phone.reveal()}
    if rules.is_minor(claim.document, act.now.day()):
        phones.add(guardian_phone)
    if claim.phone.reveal() not in phones:
        raise PhoneMismatch(fix=(), hotline=line)
    if not row.insured:
        raise NotInsured(region=row.region, hotline=places.hotline(row.region))
    return row


def _consenting(act: Act, caller: str, claim: Relative) -> Asked:
    asked = _asked(act, caller, claim)
    if not asked.consents(act):
        raise MemberAge(reason="minor", age=rules.CONSENTS_FROM)
    return asked


def _check_basis(act: Act, asked: Asked, request: MemberRequest) -> None:
    rules.check_basis(
        asked.document,
        act.now.day(),
        consents=request.consent is not None or request.face_id is not None,
        papers=request.papers,
        declaration=request.declaration,
    )


def _link(act: Act, caller: str, asked: Asked, request: MemberRequest) -> LinkRow:
    """A new link, its basis checked and used up."""
    _check_basis(act, asked, request)
    link_id, kind, minor_until = "L" + act.word(12), ConsentKind.DECLARATION, None
    if asked.consents(act):
        kind = consents.take(act, caller, asked.guardian, asked.member.psn_no, request)
    else:
        minor_until = rules.consents_from(asked.document)
    act.run(
        q.ADD_LINK,
        link_id=link_id,
        guardian=asked.guardian.psn_no,
        member=asked.member.psn_no,
        relation=request.claim.relation.value,
        consent=kind.value,
        minor_until=minor_until,
        now=act.now,
        number=act.number("link"),
        papers=act.cipher.seal(f"links/{link_id}/papers", answers.dump(request.papers)) if request.papers else None,
    )
    link = LinkRow(*(act.row(q.LINK, link_id=link_id) or ()))
    _audit(act, "family_link", link)
    return link


def _audit(act: Act, what: str, link: LinkRow) -> None:
    register.audit(act, "", what, link.member, link.guardian)


def _shown(act: Act, row: LinkRow, *, other: str, voucher_id: str | None) -> Link:
    state = LinkState.ACTIVE
    if row.ended_at is not None:
        state = LinkState.ENDED
    elif row.is_due(act.now):
        state = LinkState.SUSPENDED if row.is_suspended(act.now) else LinkState.CONSENT_DUE
    return Link(
        link_id=row.link_id,
        relation=Relation(row.relation),
        name=register.person(act, register.find(act, other)).name.masked(),
        state=state,
        consent=ConsentKind(row.consent),
        since=Instant(row.linked_at),
        consent_until=row.due_until if row.is_due(act.now) else None,
        voucher_id=voucher_id,
    )
