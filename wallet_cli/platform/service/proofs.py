"""Who calls, and who holds a voucher's key: call proofs, nonces, proofs of possession.

Rules of this room: see `service`. A nonce carries its own time and MAC, so that handing one out writes nothing; each
is good once for each proof's key.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from wallet_cli.domain import jws
from wallet_cli.domain import proof as possession
from wallet_cli.errors import NonceStale, ProofInvalid, SignInNeeded
from wallet_cli.platform.service.act import ISSUER, LIMITS, Act
from wallet_cli.platform.sql import vouchers as q

if TYPE_CHECKING:
    from wallet_cli.ports import Call, Jwk, Proof

_TIME, _RANDOM, _MAC = 8, 8, 16


def caller(act: Act, call: Call, operation: str) -> str:
    """Thumbprint of the sign-in key that signed this very call. Raises SignInNeeded, also for a proof that fails."""
    from wallet_cli.ports import DeviceCredential

    if not isinstance(call.credential, DeviceCredential):
        raise SignInNeeded
    try:
        jwk = possession.check_call_proof(call.credential.proof, operation, call.key, act.now)
    except ProofInvalid:
        raise SignInNeeded from None
    found = jws.thumbprint(jwk)
    if not hmac.compare_digest(found.encode(), call.credential.thumbprint.encode()):
        raise SignInNeeded
    return found


def nonce(act: Act) -> str:
    """A fresh nonce: time, random bytes and their MAC."""
    body = act.now.to_bytes(_TIME, "big") + act.random(_RANDOM)
    return jws.b64url(body + _mac(act, body))


def check(act: Act, proof: Proof) -> Jwk:
    """The holder key a proof shows, its nonce taken. Raises ProofInvalid, NonceStale."""
    jwk, given = possession.check_proof(proof.jwt, ISSUER, act.now, LIMITS.nonce_life_s)
    _check_nonce(act, given)
    if not act.run(q.USE_NONCE, nonce=given, holder=jws.thumbprint(jwk), now=act.now):
        raise NonceStale
    return jwk


def check_holder(act: Act, proof: Proof, holder: str) -> Jwk:
    """As `check`, and the key must be the one with this thumbprint."""
    jwk = check(act, proof)
    if not hmac.compare_digest(jws.thumbprint(jwk).encode(), holder.encode()):
        raise ProofInvalid(reason="holder")
    return jwk


def digestible(proof: Proof) -> tuple[str, str]:
    """What of a proof belongs to a request's body: the voucher and the key, not nonce, time or signature."""
    jwk = jws.parse_jws(proof.jwt, possession.PROOF_TYP, ProofInvalid, ("jwk",)).header["jwk"]
    try:
        jws.public_key_of(jwk)
    except (ValueError, TypeError):
        raise ProofInvalid(reason="header") from None
    return proof.voucher_id, jws.thumbprint(jwk)


def _check_nonce(act: Act, given: str) -> None:
    try:
        raw = jws.from_b64url(given)
    except ValueError:
        raise NonceStale from None
    body, mac = raw[: _TIME + _RANDOM], raw[_TIME + _RANDOM :]
    if len(mac) != _MAC or not hmac.compare_digest(mac, _mac(act, body)):
        raise NonceStale
    age = act.now - int.from_bytes(body[:_TIME], "big")
    if not 0 <= age <= LIMITS.nonce_life_s:
        raise NonceStale


def _mac(act: Act, body: bytes) -> bytes:
    return hmac.digest(act.cipher.token_key(), body, "sha256")[:_MAC]
