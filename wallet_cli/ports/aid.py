"""Citizen's side of mutual aid (家庭共济).

Rules of this room: see `ports`. The caller acts for themselves: `proof` is by one's own holder key, the sign that the
PIN was given. Errors of every method: as `ports.Citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from wallet_cli.domain.aid import AidLink, AidRequest
    from wallet_cli.ports import Call, Proof, Reply
else:
    Protocol = object  # a type checker's matter; making them costs start-up dear


class MutualAid(Protocol):
    """Links between a giver's personal account and relatives who may spend it."""

    def aids(self, call: Call) -> Reply[tuple[AidLink, ...]]:
        """The caller's links as giver and as user, living ones first, each group in its order."""

    def add_aid(self, call: Call, request: AidRequest, proof: Proof) -> Reply[tuple[AidLink, bool]]:
        """The caller gives; whether anything changed. The same user again changes the limit.

        Raises AidGiver(insutype) unless the giver's insurance has a personal account, NotInsured, AidSelf,
        IdentityMismatch, RealIdInSandbox, AidPlace(region) for another province, AidCircle, AidFull, RelationRefused(
        relation, reason), AidLimitInvalid."""

    def remove_aid(self, call: Call, aid_id: str, proof: Proof) -> Reply[tuple[AidLink, bool]]:
        """Ends a link at once, by giver or user; one that has ended is given back unchanged. Raises AidUnknown."""
