"""Which platform this wallet trusts: its root is pinned at first use, its signing keys follow, and never go back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wallet_cli.domain import token
from wallet_cli.errors import NotActivated
from wallet_cli.ports import Call, Jwk, PlatformInfo, Row, Table

if TYPE_CHECKING:
    from wallet_cli.usecases.session import Session


def read_info(session: Session) -> PlatformInfo:
    """What the platform says of itself: asked before anything else, by nobody in particular."""
    return session.platform.citizen.info(Call(None, None, session.timeout)).value


def pin_platform(session: Session, info: PlatformInfo) -> None:
    """Accepts the platform's key set: first use pins its root, later ones must be signed by it and never go back.

    Raises KeySetInvalid.
    """
    known = session.vault.row(Table.FACTS, "platform")
    root = known["root_jwk"] if known else info.root_jwk
    at_least = known["key_set_number"] if known else 0
    keys = token.read_key_set(info.key_set, root, session.clock.now(), at_least)
    if known and (keys.number, keys.expires_at) == (known["key_set_number"], known["keys_expire_at"]):
        return
    row = {
        "name": session.platform.name,
        "number": info.number,
        "issuer": info.issuer,
        "sandbox": info.sandbox,
        "root_jwk": dict(root),
        "key_set_number": keys.number,
        "keys": {kid: dict(jwk) for kid, jwk in keys.keys.items()},
        "keys_expire_at": int(keys.expires_at),
    }
    with session.vault.write() as tx:
        tx.put(Table.FACTS, "platform", row)


def trusted(session: Session) -> Row:
    """What is pinned of the platform; a key set past its time is asked for anew first. Raises KeySetInvalid."""
    pinned = platform_facts(session)
    if pinned["keys_expire_at"] > session.clock.now():
        return pinned
    pin_platform(session, read_info(session))
    return platform_facts(session)


def platform_facts(session: Session) -> Row:
    """What was pinned of the platform at activation. Raises NotActivated."""
    facts = session.vault.row(Table.FACTS, "platform")
    if facts is None:
        raise NotActivated(profile=session.profile)
    return facts


def issuer_keys(pinned: Row) -> Mapping[str, Jwk]:
    """The platform's signing keys by key id, as last accepted from a key set its root signed."""
    keys: Mapping[str, Any] = pinned["keys"]
    return keys
