"""Proofs of possession, signed calls, numbered key sets."""

from __future__ import annotations

from itertools import count

import pytest
from unit.domain_keys import HOLDER, NOW, PLATFORM, ROOT, STRANGER, KeyPair

from wallet_cli.domain import jws, token
from wallet_cli.domain.time import Instant
from wallet_cli.errors import KeySetInvalid, ProofInvalid

AUDIENCE, NONCE = "https://platform.example", "nonce-1"
DAY = 86_400


def proof(typ: str = "openid4vci-proof+jwt", key: KeyPair = HOLDER, jwk: object = None, **changed: object) -> str:
    claims = {"aud": AUDIENCE, "iat": int(NOW), "nonce": NONCE, **changed}
    payload = {name: value for name, value in claims.items() if value is not ...}
    return jws.sign_jws({"typ": typ, "jwk": HOLDER.jwk if jwk is None else jwk}, payload, key.sign)


def test_a_proof_gives_its_key_and_nonce() -> None:
    text = token.make_proof(HOLDER.jwk, HOLDER.sign, AUDIENCE, NONCE, NOW)
    assert token.check_proof(text, AUDIENCE, NOW, 300) == (HOLDER.jwk, NONCE)
    assert token.check_proof(proof(), AUDIENCE, NOW, 300) == (HOLDER.jwk, NONCE)


@pytest.mark.parametrize(
    "text",
    [
        proof(typ="JWT"),
        proof(typ="dpop+jwt"),
        proof(key=STRANGER),
        proof(jwk=STRANGER.jwk),
        proof(jwk={**HOLDER.jwk, "kid": "x"}),
        proof(jwk=[HOLDER.jwk]),
        proof(jwk="x"),
        proof(aud="https://other.example"),
        proof(aud=[AUDIENCE]),
        proof(aud=...),
        proof(nonce=""),
        proof(nonce=1),
        proof(nonce=...),
        proof(iat=NOW - 301),
        proof(iat=NOW + 61),
        proof(iat=str(int(NOW))),
        proof(iat=...),
        proof(iss="me"),
        jws.sign_jws({"typ": "openid4vci-proof+jwt", "kid": "k"}, {"aud": AUDIENCE}, HOLDER.sign),
        "",
        "..",
    ],
    ids=count(),
)
def test_proofs_that_are_refused(text: str) -> None:
    with pytest.raises(ProofInvalid):
        token.check_proof(text, AUDIENCE, NOW, 300)


def call(operation: str = "freeze", key: str | None = "key-1", now: int = NOW, jti: str = "j") -> str:
    return token.make_call_proof(HOLDER.jwk, HOLDER.sign, operation, key, Instant(now), jti)


def test_a_call_proof_names_operation_key_and_time() -> None:
    assert token.check_call_proof(call(), "freeze", "key-1", NOW) == HOLDER.jwk
    assert token.check_call_proof(call(key=None), "freeze", None, NOW) == HOLDER.jwk
    for seconds in (-300, 300):
        assert token.check_call_proof(call(now=NOW + seconds), "freeze", "key-1", NOW)
    claims = jws.parse_jws(call(), "dpop+jwt", members=("jwk",)).payload
    assert claims == {"htm": "CALL", "htu": "freeze", "ik": "key-1", "iat": NOW, "jti": "j"}


@pytest.mark.parametrize(
    "text",
    [
        call("unfreeze"),
        call(key="key-2"),
        call(key=None),
        call(key=""),
        call(now=NOW - 301),
        call(now=NOW + 301),
        call(jti=""),
        proof(typ="dpop+jwt"),
        token.make_call_proof(HOLDER.jwk, STRANGER.sign, "freeze", "key-1", NOW, "j"),
    ],
    ids=count(),
)
def test_call_proofs_that_are_refused(text: str) -> None:
    with pytest.raises(ProofInvalid):
        token.check_call_proof(text, "freeze", "key-1", NOW)


@pytest.mark.parametrize("ik", ["key-1", "", 0, False])
def test_a_call_without_a_key_carries_null(ik: object) -> None:
    claims = {"htm": "CALL", "htu": "freeze", "ik": ik, "iat": int(NOW), "jti": "j"}
    text = jws.sign_jws({"typ": "dpop+jwt", "jwk": HOLDER.jwk}, claims, HOLDER.sign)
    with pytest.raises(ProofInvalid):
        token.check_call_proof(text, "freeze", None, NOW)


@pytest.mark.parametrize(
    ("name", "value"), [("htm", "GET"), ("htm", 1), ("htu", ["freeze"]), ("iat", True), ("jti", 1)]
)
def test_a_calls_claims_have_their_types(name: str, value: object) -> None:
    claims = {"htm": "CALL", "htu": "freeze", "ik": None, "iat": int(NOW), "jti": "j", name: value}
    text = jws.sign_jws({"typ": "dpop+jwt", "jwk": HOLDER.jwk}, claims, HOLDER.sign)
    with pytest.raises(ProofInvalid):
        token.check_call_proof(text, "freeze", None, NOW)


# --- key sets ----------------------------------------------------------------------------------------------------------


def key_set(number: int = 7, expires_at: int = NOW + DAY, key: KeyPair = ROOT) -> str:
    keys = {"k1": PLATFORM.jwk, "k2": STRANGER.jwk}
    return token.make_key_set(number, keys, Instant(expires_at), NOW, key.sign)


def refusal(text: str, now: int = NOW, at_least: int = 0) -> object:
    with pytest.raises(KeySetInvalid) as caught:
        token.read_key_set(text, ROOT.jwk, Instant(now), at_least)
    return caught.value.data["reason"]


def test_a_key_set_is_read_back_and_its_keys_are_those_of_tokens() -> None:
    found = token.read_key_set(key_set(), ROOT.jwk, NOW, 7)
    assert found == token.KeySet(7, {"k1": PLATFORM.jwk, "k2": STRANGER.jwk}, Instant(NOW + DAY))


def test_a_key_set_expires_never_goes_backwards_and_is_the_roots() -> None:
    assert token.read_key_set(key_set(), ROOT.jwk, Instant(NOW + DAY - 1), 7)
    assert refusal(key_set(), NOW + DAY) == "expired"
    assert refusal(key_set(), at_least=8) == "backwards"
    assert refusal(key_set(key=PLATFORM)) == "signature"
    assert refusal(proof()) == "header"
    assert refusal("x") == "form"


def hand_made(members: object, **changed: object) -> str:
    payload = {"number": 7, "iat": int(NOW), "exp": NOW + DAY, "keys": members, **changed}
    return jws.sign_jws({"typ": "jwk-set+jwt"}, payload, ROOT.sign)


GOOD = {**PLATFORM.jwk, "kid": "k1", "alg": "ES256", "use": "sig"}


def test_the_hand_made_key_set_itself_passes() -> None:
    assert token.read_key_set(hand_made([GOOD]), ROOT.jwk, NOW, 0).keys == {"k1": PLATFORM.jwk}


@pytest.mark.parametrize(
    ("members", "changed"),
    [
        ([], {}),
        ({}, {}),
        (None, {}),
        (["k1"], {}),
        ([GOOD, GOOD], {}),
        ([{**GOOD, "kid": str(n)} for n in range(17)], {}),
        ([{**GOOD, "kid": ""}], {}),
        ([{**GOOD, "kid": 1}], {}),
        ([{**GOOD, "use": "enc"}], {}),
        ([{**GOOD, "alg": "ES384"}], {}),
        ([{**GOOD, "crv": "P-384"}], {}),
        ([{**GOOD, "x": "AA"}], {}),
        ([{**GOOD, "d": "AA"}], {}),
        ([PLATFORM.jwk], {}),
        ([GOOD], {"number": "7"}),
        ([GOOD], {"number": -1}),
        ([GOOD], {"number": True}),
        ([GOOD], {"exp": None}),
        ([GOOD], {"more": 1}),
    ],
)
def test_key_sets_that_are_refused(members: object, changed: dict[str, object]) -> None:
    assert refusal(hand_made(members, **changed)) == "claims"
