"""Mutual aid at the platform: who gives to whom, what is left, what was paid, and its end.

Rules of this room: see `service`. A giver's account is drawn in the settlement's own transaction, so that it can never
be overdrawn; a refund goes back to the account it came from, also after the link has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wallet_cli.domain import aid as rules
from wallet_cli.domain import family
from wallet_cli.domain import region as divisions
from wallet_cli.domain.aid import AidEnd, AidLink, AidRelation, AidRequest, AidState
from wallet_cli.domain.family import Relation
from wallet_cli.domain.payers import Aid
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import (
    AidFull,
    AidGiver,
    AidPlace,
    AidSelf,
    AidUnknown,
    IdentityMismatch,
    RealIdInSandbox,
)
from wallet_cli.platform.service import devices, places, register
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.service.register import PersonRow
from wallet_cli.platform.sql import aid as q

if TYPE_CHECKING:
    from wallet_cli.domain.settlement import AidPaid
    from wallet_cli.ports import Proof


class LinkRow(Value):
    """A row of `aids`."""

    aid_id: str
    number: int
    giver_no: str
    user_no: str
    relation: str
    yearly_limit_fen: int | None
    state: str
    since: int
    ended_at: int | None
    reason: str | None


def listed(act: Act, caller: str) -> tuple[AidLink, ...]:
    """The caller's links, living ones first."""
    me = devices.enrolled(act, caller).psn_no
    rows = [LinkRow(*row) for row in act.rows(q.OF_PERSON, psn_no=me)]
    rows.sort(key=lambda row: (row.state != AidState.ACTIVE, row.giver_no != me, row.number))
    return tuple(_shown(act, row, me) for row in rows)


def add(act: Act, caller: str, request: AidRequest, proof: Proof) -> tuple[AidLink, bool]:
    """As MutualAid.add_aid."""
    device = devices.enrolled(act, caller)
    devices.check_holding(act, device, proof)
    rules.check_limit(request.yearly_limit_fen)
    giver = register.find(act, device.psn_no)
    user = _user(act, giver, request)
    for row in act.rows(q.USERS, psn_no=giver.psn_no):
        known = LinkRow(*row)
        if known.user_no == user.psn_no:
            return _changed(act, known, request)
    links = _reached(act, user.psn_no)
    rules.check_circle(giver.psn_no, user.psn_no, links)
    if max(len(act.rows(q.USERS, psn_no=giver.psn_no)), len(act.rows(q.GIVERS, psn_no=user.psn_no))) >= rules.MAX_USERS:
        raise AidFull(most=rules.MAX_USERS)
    aid_id = "A" + act.word(16)
    act.run(
        q.ADD,
        aid_id=aid_id,
        number=act.number("aid"),
        giver=giver.psn_no,
        user=user.psn_no,
        relation=request.relation.value,
        limit=request.yearly_limit_fen,
        now=act.now,
    )
    register.audit(act, giver.psn_no, "add_aid", aid_id)
    return _shown(act, _find(act, aid_id), giver.psn_no), True


def remove(act: Act, caller: str, aid_id: str, proof: Proof) -> tuple[AidLink, bool]:
    """As MutualAid.remove_aid."""
    device = devices.enrolled(act, caller)
    devices.check_holding(act, device, proof)
    row = act.row(q.LINK, aid_id=aid_id[:64])
    if row is None or device.psn_no not in {row[2], row[3]}:
        raise AidUnknown(id=aid_id[:64])
    ended = act.run(q.END, aid_id=aid_id, now=act.now, reason=AidEnd.STOPPED.value)
    if ended:
        register.audit(act, device.psn_no, "remove_aid", aid_id)
    return _shown(act, _find(act, aid_id), device.psn_no), bool(ended)


def end_by_move(act: Act, psn_no: str) -> None:
    """Every link of a person whose insurance moved or ended."""
    act.run(q.END_ALL, psn_no=psn_no, now=act.now, reason=AidEnd.MOVED.value)


def givers(act: Act, user: PersonRow) -> tuple[Aid, ...]:
    """Who helps now, in the order of their links, with what their account and the year's limit leave."""
    found = []
    for row in act.rows(q.GIVERS, psn_no=user.psn_no):
        link = LinkRow(*row)
        giver = register.find(act, link.giver_no)
        if giver.balance:
            left = rules.left_of_limit(link.yearly_limit_fen, _used(act, link.aid_id, act.now.year()))
            found.append(Aid(register.person(act, giver).name.masked(), giver.balance, left, giver.psn_no))
    return tuple(found)


def spend(act: Act, setl_id: str, user_no: str, paid: Sequence[AidPaid], year: int) -> None:
    """Draws what each giver paid of a settlement. The table's own check refuses a balance below nothing."""
    links = {row[2]: LinkRow(*row) for row in act.rows(q.GIVERS, psn_no=user_no)}
    for one in paid:
        _book(act, setl_id, links[one.giver_no], one.paid_fen, year)


def give_back(act: Act, setl_id: str, amounts: Sequence[AidPaid]) -> None:
    """Puts back into each giver's account what a refund or reversal of `setl_id` returns, in the year it was drawn."""
    drawn = {row[1]: (_find(act, row[0]), int(row[3])) for row in act.rows(q.USES_OF, setl_id=setl_id)}
    for one in amounts:
        link, year = drawn[one.giver_no]
        _book(act, setl_id, link, -abs(one.paid_fen), year)


def _book(act: Act, setl_id: str, link: LinkRow, amount: int, year: int) -> None:
    act.run(q.CHANGE_BALANCE, psn_no=link.giver_no, amount=-amount)
    act.run(
        q.ADD_USE,
        use_id="U" + act.word(16),
        setl_id=setl_id,
        aid_id=link.aid_id,
        giver=link.giver_no,
        user=link.user_no,
        year=year,
        amount=amount,
        at=act.now,
    )


def _user(act: Act, giver: PersonRow, request: AidRequest) -> PersonRow:
    if not request.document.synthetic:
        raise RealIdInSandbox
    register.check_insured(giver)
    if giver.balance is None:
        raise AidGiver(insutype=giver.insutype)
    user = register.by_document(act, request.document)
    if user is None or register.person(act, user).name != request.name:
        raise IdentityMismatch(hotline=places.hotline(giver.region))
    if user.psn_no == giver.psn_no:
        raise AidSelf
    register.check_insured(user)
    if divisions.province(user.region) != divisions.province(giver.region):
        raise AidPlace(region=user.region)
    _check_relation(act, giver, user, request.relation)
    return user


def _check_relation(act: Act, giver: PersonRow, user: PersonRow, relation: AidRelation) -> None:
    """What dates of birth rule out. The register knows no kinship: the giver answers for the rest."""
    one, relative = (register.person(act, row).document for row in (giver, user))
    family.check_ages(Relation(relation.value), one, relative, act.now.day())


def _changed(act: Act, known: LinkRow, request: AidRequest) -> tuple[AidLink, bool]:
    same = (known.yearly_limit_fen, known.relation) == (request.yearly_limit_fen, request.relation.value)
    if not same:
        act.run(q.SET_LIMIT, aid_id=known.aid_id, limit=request.yearly_limit_fen, relation=request.relation.value)
        register.audit(act, known.giver_no, "change_aid", known.aid_id)
    return _shown(act, _find(act, known.aid_id), known.giver_no), not same


def _reached(act: Act, start: str) -> list[tuple[str, str]]:
    """Every living link that giving from `start` on reaches."""
    links, seen, waiting = [], {start}, [start]
    while waiting:
        giver = waiting.pop()
        for row in act.rows(q.USERS, psn_no=giver):
            user = str(row[3])
            links.append((giver, user))
            if user not in seen:
                seen.add(user)
                waiting.append(user)
    return links


def _find(act: Act, aid_id: str) -> LinkRow:
    row = act.row(q.LINK, aid_id=aid_id)
    if row is None:
        raise AidUnknown(id=aid_id)
    return LinkRow(*row)


def _used(act: Act, aid_id: str, year: int) -> int:
    row = act.row(q.USED, aid_id=aid_id, year=year)
    return int(row[0]) if row else 0


def _shown(act: Act, row: LinkRow, me: str) -> AidLink:
    year = act.now.year()
    return AidLink(
        aid_id=row.aid_id,
        role="giver" if row.giver_no == me else "user",
        giver=register.person(act, register.find(act, row.giver_no)).name.masked(),
        user=register.person(act, register.find(act, row.user_no)).name.masked(),
        relation=AidRelation(row.relation),
        yearly_limit_fen=row.yearly_limit_fen,
        year=year,
        used_fen=_used(act, row.aid_id, year),
        order=row.number,
        state=AidState(row.state),
        since=Instant(row.since),
        ended_at=None if row.ended_at is None else Instant(row.ended_at),
        reason=None if row.reason is None else AidEnd(row.reason),
    )
