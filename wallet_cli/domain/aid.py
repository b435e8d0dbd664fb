"""Mutual aid (家庭共济): a giver's personal account pays for relatives' visits. Its values and rules. Pure; integer fen.

Not the family account (亲情账户): there a holder shows a member's code and the member's own benefits are spent; here
each shows their own code and, after the user's own account, the giver's personal account is spent.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from wallet_cli.domain.identity import IdDocument, Name
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import AidCircle, AidLimitInvalid

MAX_USERS = 10
"""Living links of one giver, and givers of one user."""


class AidRelation(StrEnum):
    """Who may use a giver's account; the relation is the user's to the giver. Nobody else, whatever the ties."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"


class AidState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


class AidEnd(StrEnum):
    """Why a link ended: stopped by one of the two, or because the insurance of one moved or ended."""

    STOPPED = "stopped"
    MOVED = "moved"


class AidRequest(Value):
    """What a giver asks for. `yearly_limit_fen`: the most their account pays this user in a civil year, None: no limit."""

    relation: AidRelation
    name: Name
    document: IdDocument
    yearly_limit_fen: int | None


class AidLink(Value):
    """One giver and one user. `used_fen`: paid in the civil year `year`, refunds given back; `order`: givers are asked in
    its order, the oldest link first. `role`: the caller's part in it, giver or user."""

    aid_id: str
    role: str
    giver: str
    user: str
    relation: AidRelation
    yearly_limit_fen: int | None
    year: int
    used_fen: int
    order: int
    state: AidState
    since: Instant
    ended_at: Instant | None
    reason: AidEnd | None


def check_limit(limit_fen: int | None) -> None:
    """Raises AidLimitInvalid outside 1 fen to MAX_FEN."""
    if limit_fen is not None and not 1 <= limit_fen <= MAX_FEN:
        raise AidLimitInvalid


def left_of_limit(limit_fen: int | None, used_fen: int) -> int | None:
    """What the yearly limit leaves; None without one. A lowered limit that is used up leaves nothing."""
    return None if limit_fen is None else max(0, limit_fen - used_fen)


def check_circle(giver: str, user: str, links: Iterable[tuple[str, str]]) -> None:
    """`links`: (giver, user) of every living link that can be reached. Raises AidCircle where the user's own giving
    leads back to the giver, through however many hands: nobody's account may pay for what it is helped with."""
    users: dict[str, list[str]] = {}
    for one, other in links:
        users.setdefault(one, []).append(other)
    reached, waiting = {user}, [user]
    while waiting:
        for following in users.get(waiting.pop(), ()):
            if following == giver:
                raise AidCircle
            if following not in reached:
                reached.add(following)
                waiting.append(following)
