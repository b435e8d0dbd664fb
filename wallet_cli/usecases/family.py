"""The family account (亲情账户): whose vouchers this wallet holds, who holds one's own, consents, links and their end.

A member's voucher has a row, an alias and keys of its own, like one's own. A row is born before its token, so that a key
always has a row to belong to; what the platform ended goes with the next look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wallet_cli.domain.family import (
    ConsentCode,
    ConsentRequest,
    FamilyView,
    Link,
    LinkState,
    MemberRequest,
    Relation,
    Relative,
    check_alias,
)
from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.secret import TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, StoredVoucher, VoucherState
from wallet_cli.errors import (
    AliasTaken,
    FamilyFull,
    IdentityMismatch,
    LinkUnknown,
    MemberEnded,
    MemberExists,
    MemberSuspended,
    MemberUnknown,
    PhoneMismatch,
    VoucherFrozen,
    WalletError,
    literal,
    quoted,
)
from wallet_cli.ports import Call, Issued, Keys, Limits, Proof, Reply, Row, Table, Transaction
from wallet_cli.usecases import voucher as vouchers
from wallet_cli.usecases.pending import NO_ANSWER, UNKNOWN_OUTCOME, Change, perform
from wallet_cli.usecases.session import Held, Session, fetch_code_secret, from_row, held, proof, to_row

if TYPE_CHECKING:
    from wallet_cli.ports import FaceCheck


class Member(Value):
    """Somebody this person holds. `alias` is None where this wallet has no voucher of theirs."""

    alias: str | None
    link: Link


class Family(Value):
    """Both directions, and the aliases of links that had ended and were cleared away by this look."""

    members: tuple[Member, ...]
    guardians: tuple[Link, ...]
    ended: tuple[str, ...] = ()

    def member(self, alias: str) -> Member:
        """Raises MemberUnknown(member)."""
        for member in self.members:
            if member.alias == alias:
                return member
        raise MemberUnknown(member=alias[:64])


def look(session: Session) -> Family:
    """The family as the platform has it. Rows whose link has ended are cleared away."""
    held(session, SELF, expired=True)
    # Before the platform is asked: what another process adds meanwhile is none of those that may be cleared.
    before = _rows(session)
    view: FamilyView = session.platform.citizen.family(session.call("family")).value
    live = {link.voucher_id for link in view.members}
    gone = {voucher_id: row for voucher_id, row in before.items() if voucher_id not in live}
    ended = _clear(session, gone) if gone else ()
    aliases = {voucher_id: row["alias"] for voucher_id, row in _rows(session).items()}
    return Family(
        tuple(Member(aliases.get(link.voucher_id or ""), link) for link in view.members), view.guardians, ended
    )


def _rows(session: Session) -> dict[str, Row]:
    """Rows of members' vouchers whose token has come."""
    rows = session.vault.rows(Table.VOUCHERS)
    return {voucher_id: row for voucher_id, row in rows.items() if row["sd_jwt"] and row["alias"] != SELF}


def _clear(session: Session, gone: dict[str, Row]) -> tuple[str, ...]:
    now, ended = session.clock.now(), []
    with session.vault.write() as tx:
        for voucher_id, row in gone.items():
            if tx.row(Table.VOUCHERS, voucher_id) is not None:
                tx.delete(Table.VOUCHERS, voucher_id)
                tx.audit("family.ended", now, {"voucher": voucher_id})
                ended.append(str(row["alias"]))
    return tuple(ended)


def drop_ended(session: Session) -> None:
    """As `look`, where there is a member's voucher at all: what replaces every voucher must not count the dead ones."""
    if _rows(session):
        look(session)


def check_shown(session: Session, found: Held) -> bool:
    """Before a member's code is shown: whether the voucher is to be issued anew first, the register having changed.

    A platform that cannot be asked keeps nobody from showing a code. Raises MemberEnded, MemberSuspended, VoucherFrozen.
    """
    alias = found.stored.alias
    try:
        standing = session.platform.citizen.standing(session.call("standing"), found.issued.handle).value
        if standing.state is VoucherState.VALID:
            return standing.data_changed
        family = look(session)
    except UNKNOWN_OUTCOME:
        return False
    if alias in family.ended:
        raise MemberEnded(member=alias)
    if any(m.alias == alias and m.link.state is LinkState.SUSPENDED for m in family.members):
        raise MemberSuspended(member=alias)
    if standing.state is VoucherState.REVOKED:
        raise MemberEnded(member=alias)
    raise VoucherFrozen(fix=())


def note_shown(session: Session, found: Held) -> None:
    """The audit tells whose code was shown: the voucher's own number, no name."""
    with session.vault.write() as tx:
        tx.audit("family.show", session.clock.now(), {"voucher": found.stored.voucher_id})


# --- consents ---------------------------------------------------------------------------------------------------------


def _send_consent(session: Session, call: Call, body: Row) -> Reply[ConsentCode]:
    guardian = None if body["guardian"] is None else Name(body["guardian"])
    return session.platform.citizen.make_consent(call, guardian, Proof(body["voucher_id"], body["proof"]))


def _keep_consent(tx: Transaction, body: Row, made: Any, now: Instant) -> None:
    tx.audit("family.consent", now)


CONSENT = Change("make_consent", _send_consent, _keep_consent)


def consent(session: Session, keys: Keys, guardian: Name | None) -> ConsentCode:
    """A code by which this wallet's person lets a guardian link them."""
    own = held(session, SELF)
    made = proof(session, keys, own.stored.voucher_id, own.token.holder)
    body = {
        "guardian": None if guardian is None else guardian.reveal(),
        "voucher_id": made.voucher_id,
        "proof": made.jwt,
    }
    code: ConsentCode = perform(session, CONSENT, body)
    return code


def needs_consent(session: Session, alias: str, claim: Relative) -> bool:
    """Whether the member is to consent in person, all else about the claim being right. Errors: Family.check_member."""
    try:
        return session.platform.citizen.check_member(session.call("check_member"), claim).value
    except MemberExists as exists:
        raise _named(session, exists) from None
    except (IdentityMismatch, PhoneMismatch) as differs:
        fix = _catch_up(session, alias)
        if fix is None:
            raise
        raise type(differs)(fix=(literal(fix),), **differs.data) from None


def request_consent(session: Session, claim: Relative) -> ConsentRequest:
    """A code to the member's phone; none where one sent earlier is good still, so no outbox is needed to ask again."""
    call = session.call("request_consent", session.new_key())
    return session.platform.citizen.request_consent(call, claim).value


def begin_face(session: Session, claim: Relative) -> FaceCheck:
    """The member's face."""
    call = session.call("begin_member_face", session.new_key())
    return session.platform.citizen.begin_member_face(call, claim).value


# --- links ------------------------------------------------------------------------------------------------------------


def _send_add(session: Session, call: Call, body: Row) -> Reply[Issued]:
    made, own = Proof(body["voucher_id"], body["proof"]), Proof(body["own_id"], body["own"])
    reply = session.platform.citizen.add_member(call, _request(body), made, own)
    vouchers.check_issued(session, reply.value)
    return reply


def _keep_add(tx: Transaction, body: Row, issued: Any, now: Instant) -> None:
    vouchers.keep_issued(tx, issued, now)
    tx.audit("family.add", now, {"voucher": body["voucher_id"], "relation": body["relation"]})


def _send_remove(session: Session, call: Call, body: Row) -> Reply[Link]:
    return session.platform.citizen.remove_member(call, body["link_id"], Proof(body["voucher_id"], body["proof"]))


def _keep_remove(tx: Transaction, body: Row, link: Any, now: Instant) -> None:
    if body["member"] is not None:
        tx.delete(Table.VOUCHERS, body["member"])
    tx.audit("family.remove", now, {"link": body["link_id"], "side": body["side"]})


ADD = Change("add_member", _send_add, _keep_add)
REMOVE = Change("remove_member", _send_remove, _keep_remove)


def add(session: Session, keys: Keys, alias: str, request: MemberRequest) -> Held:
    """Links a member, or completes a link that waits for their consent. Errors: Family.add_member, AliasInvalid,
    AliasTaken."""
    own = held(session, SELF)
    check_free(session, alias, request.claim.document)
    known = stored(session, alias)
    if known is not None and known.issued is not None:
        voucher_id, fresh = known.voucher_id, False
        holder = held(session, alias, expired=True).token.holder
    else:
        voucher_id, fresh = _pending_row(session, alias), True
        holder = keys.create_holder_key(voucher_id)
    made = proof(session, keys, voucher_id, holder)
    mine = proof(session, keys, own.stored.voucher_id, own.token.holder)
    body = {**_body(request), "voucher_id": voucher_id, "proof": made.jwt, "own_id": mine.voucher_id, "own": mine.jwt}
    try:
        perform(session, ADD, body)
    except NO_ANSWER:
        raise
    except WalletError as refused:
        if fresh:
            _forget(session, keys, voucher_id)
        if isinstance(refused, MemberExists):
            raise _named(session, refused) from None
        raise
    found = held(session, alias, expired=True)
    fetch_code_secret(session, keys, found)
    return found


def check_free(session: Session, alias: str, document: IdDocument) -> None:
    """An alias names one person: another's is taken. Raises AliasInvalid, AliasTaken(member)."""
    known = stored(session, check_alias(alias))
    if known is not None and known.issued is not None:
        number = held(session, alias, expired=True).token.disclosed.get("certno")
        if number != document.reveal():
            raise AliasTaken(member=alias)


def check_place(there: Family, alias: str) -> None:
    """Before a member is asked for a consent: whether there is a place. Raises FamilyFull(most)."""
    most = Limits().family_members
    # One that this wallet has no voucher of may be the one who is meant: the platform tells.
    if len(there.members) >= most and all(one.alias is not None and one.alias != alias for one in there.members):
        raise FamilyFull(most=most)


def remove(session: Session, keys: Keys, link: Link, *, side: str) -> Link:
    """Ends a link. `side`: holder or member, which this person is."""
    own = held(session, SELF)
    made = proof(session, keys, own.stored.voucher_id, own.token.holder)
    member = link.voucher_id if side == "holder" else None
    body = {"link_id": link.link_id, "voucher_id": made.voucher_id, "proof": made.jwt, "member": member, "side": side}
    ended: Link = perform(session, REMOVE, body)
    if member is not None:
        keys.drop_voucher(member)
    return ended


def guardian_link(family: Family, link_id: str) -> Link:
    """The link of a guardian whose number begins so. Raises LinkUnknown where none or several do."""
    wanted = link_id.strip().upper()
    found = [link for link in family.guardians if wanted and link.link_id.startswith(wanted)]
    if len(found) != 1:
        raise LinkUnknown(id=wanted[:16] if wanted.isascii() and wanted.isalnum() else "")
    return found[0]


def stored(session: Session, alias: str) -> StoredVoucher | None:
    """The row of this alias, its token come or not."""
    for voucher_id, row in session.vault.rows(Table.VOUCHERS).items():
        if row["alias"] == alias:
            return from_row(voucher_id, row)
    return None


def _pending_row(session: Session, alias: str) -> str:
    with session.vault.write() as tx:
        for voucher_id, row in tx.rows(Table.VOUCHERS).items():
            if row["alias"] == alias:
                return voucher_id
        voucher_id = session.random.bytes(8).hex()
        fresh = StoredVoucher(voucher_id, alias, "", None, None, session.clock.now())
        tx.put(Table.VOUCHERS, voucher_id, to_row(fresh))
    return voucher_id


def _forget(session: Session, keys: Keys, voucher_id: str) -> None:
    keys.drop_voucher(voucher_id)
    with session.vault.write() as tx:
        row = tx.row(Table.VOUCHERS, voucher_id)
        if row is not None and not row["sd_jwt"]:
            tx.delete(Table.VOUCHERS, voucher_id)


def _catch_up(session: Session, alias: str) -> str | None:
    """The command for a member of whom the voucher says what the register no longer does. A voucher that stands still
    is not issued anew: the link is made anew then."""
    known = stored(session, alias)
    if known is None or known.issued is None:
        return None
    standing = session.platform.citizen.standing(session.call("standing"), known.issued.handle).value
    if not standing.data_changed:
        return None
    act = "voucher update" if standing.state is VoucherState.VALID else "family remove"
    return f"yibao {act} {quoted(alias)}"


def _named(session: Session, exists: MemberExists) -> MemberExists:
    """The platform names a voucher of this device; the person knows it by its alias."""
    row = session.vault.row(Table.VOUCHERS, str(exists.data["member"]))
    return MemberExists(member=str(row["alias"]) if row else "")


def _body(request: MemberRequest) -> dict[str, Any]:
    claim = request.claim
    return {
        "relation": claim.relation.value,
        "name": claim.name.reveal(),
        "document": claim.document.reveal(),
        "phone": claim.phone.reveal(),
        "consent": None if request.consent is None else request.consent.reveal().decode(),
        "face_id": request.face_id,
        "papers": [[p.kind.value, p.name, p.media_type, p.size, p.sha256] for p in request.papers],
        "declaration": request.declaration,
    }


def _request(body: Row) -> MemberRequest:
    claim = Relative(Relation(body["relation"]), Name(body["name"]), IdDocument(body["document"]), Phone(body["phone"]))
    return MemberRequest(
        claim,
        None if body["consent"] is None else TextCode(body["consent"].encode()),
        body["face_id"],
        tuple(Paper(PaperKind(kind), *rest) for kind, *rest in body["papers"]),
        body["declaration"],
    )
