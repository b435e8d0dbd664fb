"""The fields of mutual aid's documents. See `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wallet_cli.domain.aid import AidLink
    from wallet_cli.render.leaves import Data


def link(one: AidLink) -> Data:
    """One giver and one user, names masked."""
    return {
        "aid_id": one.aid_id,
        "role": one.role,
        "giver": one.giver,
        "user": one.user,
        "relation": one.relation,
        "yearly_limit_fen": one.yearly_limit_fen,
        "year": one.year,
        "used_fen": one.used_fen,
        "order": one.order,
        "state": one.state,
        "since": one.since,
        "ended_at": one.ended_at,
        "reason": one.reason,
    }
