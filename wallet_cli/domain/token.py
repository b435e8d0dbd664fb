"""The voucher as SD-JWT VC (RFC 9901, `dc+sd-jwt`) and its presentation.

Rules of this room: pure; time, nonces and salts are arguments, private keys are Signers. Everything read is checked
whole before any of it is returned. Our profile of SD-JWT: ES256, `_sd` at the top level only, sha-256 only, no array
disclosures, no key binding in the stored form. JWS and JWK are `domain.jws`, proofs and key sets `domain.proof`: both
are re-exported, so that other rooms import one module.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from typing import Any

from wallet_cli.domain.jws import (
    Jwk,
    Jws,
    Signer,
    b64url,
    from_b64url,
    from_json,
    jwk_of,
    known_key,
    parse_jws,
    public_key_of,
    sign_jws,
    thumbprint,
    to_json,
    verify_es256,
    whole_number,
)
from wallet_cli.domain.proof import (
    CALL_TYP,
    KEY_SET_TYP,
    PROOF_TYP,
    KeySet,
    check_call_proof,
    check_proof,
    fresh,
    make_call_proof,
    make_key_set,
    make_proof,
    read_key_set,
    same,
)
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import NotFound, ProofInvalid, VoucherExpired, VoucherInvalid

__all__ = [
    "CALL_TYP",
    "KEY_SET_TYP",
    "PROOF_TYP",
    "Jwk",
    "Jws",
    "KeySet",
    "Signer",
    "Voucher",
    "b64url",
    "check_call_proof",
    "check_presentation",
    "check_proof",
    "from_b64url",
    "issue",
    "jwk_of",
    "make_call_proof",
    "make_key_set",
    "make_proof",
    "parse_jws",
    "present",
    "public_key_of",
    "read",
    "read_key_set",
    "sign_jws",
    "thumbprint",
    "verify_es256",
    "visible_claims",
]

VOUCHER_TYP = "dc+sd-jwt"
BINDING_TYP = "kb+jwt"

MAX_CHARS = 16_384
MAX_DISCLOSURES = 32
MAX_LIFE_S = 366 * 86_400
"""A voucher lives at most a year."""
MIN_SALT_BYTES = 16
MIN_SALT_CHARS = 22
"""Sixteen bytes in base64url."""
MAX_SALT_CHARS = 128

_DIGEST_CHARS = 43
_SD_NAMES = frozenset({"_sd", "_sd_alg", "..."})
_RESERVED = _SD_NAMES | {"nbf"}
# SD-JWT VC: these are never selectively disclosable; the rest are what our voucher always shows.
_VISIBLE = frozenset({"iss", "vct", "iat", "exp", "cnf", "status", "handle", "insuplc_admdvs", "insutype"})


# --- the voucher -------------------------------------------------------------------------------------------------------


class Voucher(Value):
    """A checked voucher. `claims`: what is always visible; `disclosed`: what the disclosures beside it open.

    `holder`: the key it is bound to (`cnf`); `region`: insured place (`insuplc_admdvs`); `status_index` into the
    status list at `status_uri`.
    """

    claims: dict[str, Any]
    disclosed: dict[str, Any]
    holder: Jwk
    handle: str
    region: str
    insutype: str
    expires_at: Instant
    status_index: int
    status_uri: str


def visible_claims(
    *,
    issuer: str,
    vct: str,
    holder: Jwk,
    handle: str,
    region: str,
    insutype: str,
    issued_at: Instant,
    expires_at: Instant,
    status_uri: str,
    status_index: int,
) -> dict[str, Any]:
    """The claims a voucher always shows, as `issue` wants and `read` demands them."""
    return {
        "iss": issuer,
        "vct": vct,
        "iat": int(issued_at),
        "exp": int(expires_at),
        "cnf": {"jwk": dict(holder)},
        "status": {"status_list": {"idx": status_index, "uri": status_uri}},
        "handle": handle,
        "insuplc_admdvs": region,
        "insutype": insutype,
    }


def issue(
    visible: Mapping[str, object],
    disclosable: Mapping[str, object],
    signer: Signer,
    kid: str,
    salts: Sequence[bytes],
) -> str:
    """An SD-JWT with all its disclosures: JWS~disclosure~...~ (RFC 9901, section 4).

    `salts`: one of at least 16 fresh random bytes for each disclosable claim. Digests are sorted, so that their order
    tells nothing. Raises ValueError for salts or names that do not fit: a fault of the caller.
    """
    if len(salts) != len(disclosable) or len(set(salts)) != len(salts):
        raise ValueError("one fresh salt for each disclosable claim")
    if any(len(salt) < MIN_SALT_BYTES for salt in salts):
        raise ValueError("a salt is at least 16 bytes")
    names = set(disclosable)
    if names & (_RESERVED | _VISIBLE | set(visible)) or _RESERVED & set(visible):
        raise ValueError("a claim's name is taken or reserved")
    disclosures = [
        b64url(to_json([b64url(salt), name, value]))
        for salt, (name, value) in zip(salts, disclosable.items(), strict=True)
    ]
    payload = {**visible, "_sd": sorted(map(_digest, disclosures)), "_sd_alg": "sha-256"}
    return "~".join([sign_jws({"typ": VOUCHER_TYP, "kid": kid}, payload, signer), *disclosures, ""])


def read(sd_jwt: str, keys: Mapping[str, Jwk], now: Instant, issuer: str, vct: str) -> Voucher:
    """Checks a voucher as stored, all of RFC 9901, section 7.1, and our profile.

    `keys`: the platform's pinned signing keys by kid. Raises VoucherInvalid(reason form|header|payload|key|signature|
    disclosure|claims), then VoucherExpired.
    """
    token, disclosures, binding = _split(sd_jwt)
    if binding:
        raise VoucherInvalid(reason="form")
    return _checked(token, disclosures, keys, now, issuer, vct)


def present(sd_jwt: str, disclose: Collection[str], signer: Signer, audience: str, nonce: str, now: Instant) -> str:
    """A presentation: the voucher with only the named claims open, bound to audience, nonce and time by the holder key.

    Raises NotFound(what) for a claim the voucher cannot disclose, VoucherInvalid where it does not parse.
    """
    token, disclosures, binding = _split(sd_jwt)
    if binding:
        raise VoucherInvalid(reason="form")
    by_name = {_opened(disclosure)[0]: disclosure for disclosure in disclosures}
    for name in disclose:
        if name not in by_name:
            raise NotFound(what=name)
    chosen = [disclosure for name, disclosure in by_name.items() if name in set(disclose)]
    shown = "~".join([token, *chosen, ""])
    payload = {"iat": int(now), "aud": audience, "nonce": nonce, "sd_hash": _digest(shown)}
    return shown + sign_jws({"typ": BINDING_TYP}, payload, signer)


def check_presentation(
    text: str,
    keys: Mapping[str, Jwk],
    now: Instant,
    issuer: str,
    vct: str,
    audience: str,
    nonce: str,
    max_age: int,
) -> Voucher:
    """Checks a presentation (RFC 9901, section 7.3): the voucher, then the holder's binding to this very request.

    `max_age`: seconds the binding may be old. Raises as `read`, and ProofInvalid for the binding.
    """
    token, disclosures, binding = _split(text)
    if not binding:
        raise ProofInvalid(reason="missing")
    voucher = _checked(token, disclosures, keys, now, issuer, vct)
    jws = parse_jws(binding, BINDING_TYP, ProofInvalid, ())
    jws.verify(voucher.holder, ProofInvalid)
    claims = jws.payload
    if set(claims) != {"iat", "aud", "nonce", "sd_hash"}:
        raise ProofInvalid(reason="claims")
    fresh(claims["iat"], now, max_age)
    same(claims["aud"], audience, "audience")
    same(claims["nonce"], nonce, "nonce")
    same(claims["sd_hash"], _digest(text[: len(text) - len(binding)]), "sd_hash")
    return voucher


def _split(text: str) -> tuple[str, list[str], str]:
    """JWS, disclosures, key binding ("" without one)."""
    parts = text.split("~") if len(text) <= MAX_CHARS and text.isascii() else []
    if not 2 <= len(parts) <= MAX_DISCLOSURES + 2:
        raise VoucherInvalid(reason="form")
    return parts[0], parts[1:-1], parts[-1]


def _checked(
    token: str, disclosures: list[str], keys: Mapping[str, Jwk], now: Instant, issuer: str, vct: str
) -> Voucher:
    jws = parse_jws(token, VOUCHER_TYP)
    jws.verify(known_key(jws, keys))
    claims = dict(jws.payload)
    digests = _digests(claims)
    if any(_hides(value) for value in claims.values()):
        raise VoucherInvalid(reason="claims")
    disclosed = _disclosed(disclosures, digests, claims)
    if claims.get("iss") != issuer or claims.get("vct") != vct:
        raise VoucherInvalid(reason="claims")
    return _voucher(claims, disclosed, now)


def _digests(claims: dict[str, Any]) -> set[str]:
    """Takes `_sd` and `_sd_alg` out of the claims. Digests that no disclosure opens may be decoys."""
    digests = claims.pop("_sd", [])
    # Absent means sha-256 (RFC 9901, section 4.1.1).
    if claims.pop("_sd_alg", "sha-256") != "sha-256" or not isinstance(digests, list):
        raise VoucherInvalid(reason="disclosure")
    if not all(isinstance(digest, str) and len(digest) == _DIGEST_CHARS for digest in digests):
        raise VoucherInvalid(reason="disclosure")
    if len(set(digests)) != len(digests):
        raise VoucherInvalid(reason="disclosure")
    return set(digests)


def _disclosed(disclosures: list[str], digests: set[str], claims: dict[str, Any]) -> dict[str, Any]:
    disclosed: dict[str, Any] = {}
    for disclosure in disclosures:
        if _digest(disclosure) not in digests:
            raise VoucherInvalid(reason="disclosure")
        name, value = _opened(disclosure)
        # A second copy of the same disclosure brings the same name.
        if name in disclosed or name in claims or name in _RESERVED | _VISIBLE or _hides(value):
            raise VoucherInvalid(reason="disclosure")
        disclosed[name] = value
    return disclosed


def _opened(disclosure: str) -> tuple[str, Any]:
    try:
        parts = from_json(from_b64url(disclosure))
    except ValueError:
        raise VoucherInvalid(reason="disclosure") from None
    if not (isinstance(parts, list) and len(parts) == 3 and isinstance(parts[0], str) and isinstance(parts[1], str)):
        raise VoucherInvalid(reason="disclosure")
    salt, name, value = parts
    if not MIN_SALT_CHARS <= len(salt) <= MAX_SALT_CHARS:
        raise VoucherInvalid(reason="disclosure")
    return name, value


def _hides(value: object) -> bool:
    """Whether something selectively disclosable lies below the top level, which our profile does not have."""
    if isinstance(value, dict):
        return not _SD_NAMES.isdisjoint(value) or any(map(_hides, value.values()))
    return isinstance(value, list) and any(map(_hides, value))


def _voucher(claims: dict[str, Any], disclosed: dict[str, Any], now: Instant) -> Voucher:
    if not claims.keys() >= _VISIBLE or "nbf" in claims or "..." in claims:
        raise VoucherInvalid(reason="claims")
    issued_at, expires_at, holder = claims["iat"], claims["exp"], _bound_key(claims["cnf"])
    index, uri = _status_of(claims["status"])
    numbers = whole_number(issued_at) and whole_number(expires_at)
    if not numbers or issued_at < 0 or not 0 < expires_at - issued_at <= MAX_LIFE_S:
        raise VoucherInvalid(reason="claims")
    lengths = {"handle": 11, "insuplc_admdvs": 6, "insutype": 3}
    if not all(_plain_digits(claims[name], length) for name, length in lengths.items()):
        raise VoucherInvalid(reason="claims")
    if now >= expires_at:
        raise VoucherExpired
    return Voucher(
        claims=claims,
        disclosed=disclosed,
        holder=holder,
        handle=claims["handle"],
        region=claims["insuplc_admdvs"],
        insutype=claims["insutype"],
        expires_at=Instant(expires_at),
        status_index=index,
        status_uri=uri,
    )


def _bound_key(cnf: object) -> Jwk:
    try:
        if not isinstance(cnf, dict) or set(cnf) != {"jwk"}:
            raise ValueError("cnf")
        public_key_of(cnf["jwk"])
    except ValueError:
        raise VoucherInvalid(reason="claims") from None
    jwk: Jwk = cnf["jwk"]
    return jwk


def _status_of(status: object) -> tuple[int, str]:
    entry = status.get("status_list") if isinstance(status, dict) and len(status) == 1 else None
    if not isinstance(entry, dict) or set(entry) != {"idx", "uri"}:
        raise VoucherInvalid(reason="claims")
    index, uri = entry["idx"], entry["uri"]
    if not whole_number(index) or index < 0 or not isinstance(uri, str):
        raise VoucherInvalid(reason="claims")
    return index, uri


def _digest(text: str) -> str:
    return b64url(sha256(text.encode("utf-8")).digest())


def _plain_digits(value: object, length: int) -> bool:
    return isinstance(value, str) and len(value) == length and value.isascii() and value.isdigit()
