"""Proofs of possession and numbered key sets: JWS that prove a key, and the JWS that says which keys the platform has.

Rules of this room: pure; time and nonces are arguments, private keys are Signers. A proof brings its own public key in
the header and so proves only that its maker has the private half: whose key it is, the caller must know.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

from wallet_cli.domain.jws import Jwk, Signer, parse_jws, public_key_of, sign_jws, whole_number
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import KeySetInvalid, ProofInvalid

PROOF_TYP = "openid4vci-proof+jwt"
CALL_TYP = "dpop+jwt"
KEY_SET_TYP = "jwk-set+jwt"

MAX_KEYS = 16
SKEW_S = 60
"""How far a proof's `iat` may lie ahead of the reader's clock."""


# --- proofs ------------------------------------------------------------------------------------------------------------


def make_proof(jwk: Jwk, signer: Signer, audience: str, nonce: str, now: Instant) -> str:
    """Proof of possession of a holder key over the platform's nonce (OpenID4VCI 1.0, appendix F.1)."""
    header = {"typ": PROOF_TYP, "jwk": dict(jwk)}
    return sign_jws(header, {"aud": audience, "iat": int(now), "nonce": nonce}, signer)


def check_proof(text: str, audience: str, now: Instant, max_age: int) -> tuple[Jwk, str]:
    """The proved key and the nonce, which the caller must know as its own. Raises ProofInvalid(reason)."""
    jwk, claims = _proved(text, PROOF_TYP, {"aud", "iat", "nonce"})
    fresh(claims["iat"], now, max_age)
    same(claims["aud"], audience, "audience")
    nonce = claims["nonce"]
    if not isinstance(nonce, str) or not nonce:
        raise ProofInvalid(reason="nonce")
    return jwk, nonce


def make_call_proof(jwk: Jwk, signer: Signer, operation: str, key: str | None, now: Instant, jti: str) -> str:
    """A device's signature of one call (after RFC 9449): `htu` the operation, `ik` its idempotency key or null."""
    payload = {"htm": "CALL", "htu": operation, "ik": key, "iat": int(now), "jti": jti}
    return sign_jws({"typ": CALL_TYP, "jwk": dict(jwk)}, payload, signer)


def check_call_proof(text: str, operation: str, key: str | None, now: Instant, window: int = 300) -> Jwk:
    """The sign-in key that signed this very call within `window` seconds of now. Raises ProofInvalid(reason)."""
    jwk, claims = _proved(text, CALL_TYP, {"htm", "htu", "ik", "iat", "jti"})
    if not whole_number(claims["iat"]) or abs(claims["iat"] - now) > window:
        raise ProofInvalid(reason="time")
    same(claims["htm"], "CALL", "operation")
    same(claims["htu"], operation, "operation")
    if not isinstance(claims["jti"], str) or not claims["jti"]:
        raise ProofInvalid(reason="claims")
    if key is None:
        if claims["ik"] is not None:
            raise ProofInvalid(reason="key")
    else:
        same(claims["ik"], key, "key")
    return jwk


def _proved(text: str, typ: str, names: set[str]) -> tuple[Jwk, dict[str, Any]]:
    """A JWS that brings its own key: what is proved is that its maker has that key, nothing about whose it is."""
    jws = parse_jws(text, typ, ProofInvalid, ("jwk",))
    jwk = jws.header["jwk"]
    if not isinstance(jwk, dict):
        raise ProofInvalid(reason="header")
    jws.verify(jwk, ProofInvalid)
    if set(jws.payload) != names:
        raise ProofInvalid(reason="claims")
    return jwk, jws.payload


def fresh(issued_at: object, now: Instant, max_age: int) -> None:
    """Returns where `iat` is at most `max_age` seconds old and not ahead of the clock; else raises ProofInvalid."""
    if not whole_number(issued_at) or not now - max_age <= issued_at <= now + SKEW_S:
        raise ProofInvalid(reason="time")


def same(value: object, expected: str, reason: str) -> None:
    """Returns where a claim is this string; else raises ProofInvalid with the reason."""
    if not isinstance(value, str) or not hmac.compare_digest(value.encode(), expected.encode()):
        raise ProofInvalid(reason=reason)


# --- key sets ------------------------------------------------------------------------------------------------------------


class KeySet(Value):
    """The platform's signing keys by kid. `number` only ever grows."""

    number: int
    keys: Mapping[str, Jwk]
    expires_at: Instant


def make_key_set(number: int, keys: Mapping[str, Jwk], expires_at: Instant, now: Instant, signer: Signer) -> str:
    """A numbered key set, signed by the offline root."""
    members = [{**jwk, "kid": kid, "alg": "ES256", "use": "sig"} for kid, jwk in keys.items()]
    payload = {"number": number, "iat": int(now), "exp": int(expires_at), "keys": members}
    return sign_jws({"typ": KEY_SET_TYP}, payload, signer)


def read_key_set(text: str, root: Jwk, now: Instant, at_least: int) -> KeySet:
    """Checks a key set against the pinned root. `at_least`: the highest number seen so far.

    Raises KeySetInvalid(reason form|header|payload|signature|claims|expired|backwards).
    """
    jws = parse_jws(text, KEY_SET_TYP, KeySetInvalid, ())
    jws.verify(root, KeySetInvalid)
    claims = jws.payload
    if set(claims) != {"number", "iat", "exp", "keys"} or not all(
        whole_number(claims[name]) and claims[name] >= 0 for name in ("number", "iat", "exp")
    ):
        raise KeySetInvalid(reason="claims")
    keys = _listed(claims["keys"])
    if now >= claims["exp"]:
        raise KeySetInvalid(reason="expired")
    if claims["number"] < at_least:
        raise KeySetInvalid(reason="backwards")
    return KeySet(claims["number"], keys, Instant(claims["exp"]))


def _listed(members: object) -> dict[str, Jwk]:
    if not isinstance(members, list) or not 1 <= len(members) <= MAX_KEYS:
        raise KeySetInvalid(reason="claims")
    keys: dict[str, Jwk] = {}
    for member in members:
        if not isinstance(member, dict) or set(member) != {"kty", "crv", "x", "y", "kid", "alg", "use"}:
            raise KeySetInvalid(reason="claims")
        kid, jwk = member["kid"], {name: member[name] for name in ("kty", "crv", "x", "y")}
        usable = isinstance(kid, str) and kid and kid not in keys and (member["alg"], member["use"]) == ("ES256", "sig")
        try:
            public_key_of(jwk)
        except ValueError:
            usable = False
        if not usable:
            raise KeySetInvalid(reason="claims")
        keys[kid] = jwk
    return keys
