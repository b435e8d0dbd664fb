"""Wycheproof: every valid vector within our profile is accepted, no invalid one is, through the product's own readers.

HKDF, HMAC and AES-GCM-SIV are not ours: what is tested is that the library underneath is one that passes.
"""

from __future__ import annotations

import hmac
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from interop.vectors import wycheproof
from unit.domain_keys import NOW, ROOT

from wallet_cli.domain import jws, token
from wallet_cli.errors import KeySetInvalid, VoucherInvalid

Vector = dict[str, Any]


def coordinate(digits: str) -> str:
    return jws.b64url(int(digits, 16).to_bytes(32, "big"))


@pytest.mark.parametrize(("group", "test"), wycheproof("ecdsa_secp256r1_sha256_p1363_test"))
def test_es256(group: Vector, test: Vector) -> None:
    key = group["publicKey"]
    jwk = {"kty": "EC", "crv": "P-256", "x": coordinate(key["wx"]), "y": coordinate(key["wy"])}
    verdict = jws.verify_es256(jwk, bytes.fromhex(test["msg"]), bytes.fromhex(test["sig"]))
    assert verdict == (test["result"] == "valid")


def pinned(key: Vector) -> dict[str, token.Jwk]:
    """The vector's key as the wallet would come by it: in a key set that the root signed. Empty where refused."""
    payload = {"number": 1, "iat": int(NOW), "exp": NOW + 60, "keys": [key]}
    text = jws.sign_jws({"typ": "jwk-set+jwt"}, payload, ROOT.sign)
    try:
        return dict(token.read_key_set(text, ROOT.jwk, NOW, 1).keys)
    except KeySetInvalid:
        return {}


def accepted(text: str, keys: dict[str, token.Jwk]) -> bool:
    """By the product's rules but for `typ`, which no vector has."""
    try:
        compact = jws.split_compact(text)
    except ValueError:
        return False
    parsed = jws.Jws(compact.header, {}, compact.signing_input, compact.signature)
    try:
        parsed.verify(jws.known_key(parsed, keys))
    except VoucherInvalid:
        return False
    return True


@pytest.mark.parametrize(("group", "test"), wycheproof("json_web_signature_test"))
def test_jws(group: Vector, test: Vector) -> None:
    key = group.get("public") or group["private"]
    in_profile = key["kty"] == "EC" and key["crv"] == "P-256"
    assert accepted(test["jws"], pinned(key)) == (test["result"] == "valid" and in_profile)
    # With its type demanded, as every reader of the product does, not even the valid ones are tokens of ours.
    with pytest.raises(VoucherInvalid):
        jws.parse_jws(test["jws"], "dc+sd-jwt")


@pytest.mark.parametrize(("group", "test"), wycheproof("hkdf_sha256_test"))
def test_hkdf(group: Vector, test: Vector) -> None:
    ikm, salt, info = (bytes.fromhex(test[name]) for name in ("ikm", "salt", "info"))
    if test["result"] == "invalid":
        with pytest.raises(ValueError, match=r"size|length|large"):
            HKDF(SHA256(), test["size"], salt, info).derive(ikm)
    else:
        assert HKDF(SHA256(), test["size"], salt, info).derive(ikm).hex() == test["okm"]


@pytest.mark.parametrize(("group", "test"), wycheproof("hmac_sha256_test"))
def test_hmac(group: Vector, test: Vector) -> None:
    digest = hmac.digest(bytes.fromhex(test["key"]), bytes.fromhex(test["msg"]), "sha256")
    tag = digest[: group["tagSize"] // 8].hex()
    assert (tag == test["tag"]) == (test["result"] == "valid")


@pytest.mark.parametrize(("group", "test"), wycheproof("aes_gcm_siv_test"))
def test_aes_gcm_siv(group: Vector, test: Vector) -> None:
    key, nonce, data, message, text, tag = (
        bytes.fromhex(test[name]) for name in ("key", "iv", "aad", "msg", "ct", "tag")
    )
    cipher = AESGCMSIV(key)
    if test["result"] == "invalid":
        with pytest.raises(InvalidTag):
            cipher.decrypt(nonce, text + tag, data)
    else:
        assert cipher.decrypt(nonce, text + tag, data) == message
        assert cipher.encrypt(nonce, message, data) == text + tag
