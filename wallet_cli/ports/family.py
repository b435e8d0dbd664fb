"""Citizen's side of the family account (亲情账户): consents, links, their end.

Rules of this room: see `ports`. All calls need a DeviceCredential. Errors of every method: as `ports.Citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from wallet_cli.domain.family import ConsentCode, ConsentRequest, FamilyView, Link, MemberRequest, Relative
    from wallet_cli.domain.identity import Name
    from wallet_cli.ports import Call, FaceCheck, Issued, Proof, Reply
else:
    Protocol = object  # a type checker's matter; making them costs start-up dear


class Family(Protocol):
    """Who may show whose voucher. `own` is always a proof by the holder key of the caller's own voucher on this device:
    the sign that the PIN was given."""

    def family(self, call: Call) -> Reply[FamilyView]:
        """Live links of the caller, both ways."""

    def check_member(self, call: Call, claim: Relative) -> Reply[bool]:
        """All that `add_member` checks but consent, papers and whether a place is free (a plan may give one up first); True where the member is to consent in person, False
        where a declaration serves. Raises RealIdInSandbox, MemberSelf, IdentityMismatch, PhoneMismatch (under 16 the
        guardian's phone serves), NotInsured, RelationRefused, MemberExists, FamiliesFull(most)."""

    def make_consent(self, call: Call, guardian: Name | None, own: Proof) -> Reply[ConsentCode]:
        """A one-time code by which the caller consents to being linked, by a guardian of this name or by anybody. Lives
        24 hours; an earlier one of the caller is stale."""

    def request_consent(self, call: Call, claim: Relative) -> Reply[ConsentRequest]:
        """Sends such a code to the member's phone, good for the caller alone; none while one sent earlier is good.
        Raises as `check_member`, MemberAge(minor), TextCodesLimited(wait)."""

    def begin_member_face(self, call: Call, claim: Relative) -> Reply[FaceCheck]:
        """The member shows their face; `poll_face` tells the outcome. Raises as `check_member`, MemberAge(minor)."""

    def add_member(self, call: Call, request: MemberRequest, proof: Proof, own: Proof) -> Reply[Issued]:
        """Links a member and issues their voucher for this device; `proof` is by its new holder key.

        For a link that waits for the member's consent it keeps that consent; for one that this device has no voucher
        of it issues one, and no consent is asked for again. Raises as `check_member`, FamilyFull(most), MemberAge(minor|adult),
        PapersMissing, PaperInvalid, DeclarationNeeded, ConsentNeeded, ConsentWrong(attempts_left), ConsentStale,
        ConsentUsed, ConsentForeign(attempts_left), FaceStale, ProofInvalid, NonceStale."""

    def remove_member(self, call: Call, link_id: str, own: Proof) -> Reply[Link]:
        """Ends a link, asked by either side: every handle of the member on the guardian's devices dies at once. One
        that has ended already is given back unchanged. Raises LinkUnknown(id)."""
