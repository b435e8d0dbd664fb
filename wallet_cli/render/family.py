"""The fields of the family's documents (cli.md, Output): as in `shapes`, they change only by addition."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wallet_cli.domain.family import ConsentCode, Link
    from wallet_cli.domain.family_file import Planned
    from wallet_cli.render.leaves import Data


def member(alias: str | None, link: Link) -> Data:
    """Somebody this person holds. `alias` is None where this wallet has no voucher of theirs."""
    return {"member": alias, **guardian(link)}


def guardian(link: Link) -> Data:
    """A link as its other side is seen; names are masked by the platform."""
    return {
        "link_id": link.link_id,
        "relation": link.relation,
        "name": link.name,
        "state": link.state,
        "consent": link.consent,
        "since": link.since,
        "consent_until": link.consent_until,
    }


def family(members: Iterable[tuple[str | None, Link]], guardians: Iterable[Link]) -> Data:
    """Both directions."""
    return {
        "members": [member(alias, link) for alias, link in members],
        "guardians": [guardian(link) for link in guardians],
    }


def consent(one: ConsentCode) -> Data:
    """A consent code, shown only with --reveal. `guardian`: whom it is good for, None for anybody."""
    return {"code": one.code, "guardian": one.guardian, "expires_at": one.expires_at}


def plan(steps: Sequence[Planned], *, changed: bool) -> Data:
    """What a file would change, or has changed."""
    return {
        "changed": changed,
        "plan": [
            {"member": step.alias, "action": step.action, "relation": step.relation, "name": step.name}
            for step in steps
        ],
    }
