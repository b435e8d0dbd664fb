"""The voucher: issue, read, present, check; every rule of RFC 9901 that our profile leans on, broken once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from itertools import count
from typing import Any

import pytest
from unit.domain_keys import (
    DISCLOSABLE,
    HOLDER,
    ISSUER,
    KEYS,
    KID,
    NOW,
    PLATFORM,
    STATUS_URI,
    STRANGER,
    VCT,
    YEAR,
    KeyPair,
    read,
    salts,
    sample,
    visible,
)

from wallet_cli.domain import jws, token
from wallet_cli.domain.time import Instant
from wallet_cli.errors import NotFound, ProofInvalid, VoucherExpired, VoucherInvalid, WalletError

SALT = jws.b64url(bytes(16))
AUDIENCE, NONCE = "https://verifier.example", "n-0S6_WzA2Mj"


def disclosure(*parts: object) -> str:
    return jws.b64url(json.dumps(list(parts), separators=(",", ":")).encode())


def digest(text: str) -> str:
    return jws.b64url(sha256(text.encode()).digest())


def made(disclosures: Sequence[str] = (), *, key: KeyPair = PLATFORM, kid: str = KID, **claims: object) -> str:
    """A voucher with these disclosures, well signed, its claims changed at will; `_sd` fits unless given."""
    payload = visible(**{"_sd": [digest(d) for d in disclosures], "_sd_alg": "sha-256", **claims})
    return "~".join([jws.sign_jws({"typ": "dc+sd-jwt", "kid": kid}, payload, key.sign), *disclosures, ""])


def reason(text: str) -> object:
    with pytest.raises(VoucherInvalid) as caught:
        read(text)
    return caught.value.data["reason"]


def check(text: str, now: int = NOW, audience: str = AUDIENCE, nonce: str = NONCE) -> token.Voucher:
    return token.check_presentation(text, KEYS, Instant(now), ISSUER, VCT, audience, nonce, 300)


def shown(disclose: Sequence[str] = ("name",), signer: KeyPair = HOLDER) -> str:
    return token.present(sample(), disclose, signer.sign, AUDIENCE, NONCE, NOW)


# --- issue and read ------------------------------------------------------------------------------------------------------


def test_what_is_issued_is_read_back() -> None:
    voucher = read(sample())
    assert voucher.disclosed == DISCLOSABLE
    assert voucher.claims == visible()
    assert voucher.holder == HOLDER.jwk
    assert (voucher.handle, voucher.region, voucher.insutype) == ("00112345678", "110000", "310")
    assert (voucher.status_index, voucher.status_uri) == (3, STATUS_URI)
    assert voucher.expires_at == NOW + YEAR


def test_nothing_disclosable_is_in_the_signed_part() -> None:
    payload = jws.parse_jws(sample().split("~")[0], "dc+sd-jwt").payload
    assert payload["_sd"] == sorted(payload["_sd"])
    assert len(payload["_sd"]) == len(DISCLOSABLE)
    assert payload["_sd_alg"] == "sha-256"
    text = json.dumps(payload, ensure_ascii=False)
    assert not any(name in payload or (len(value) > 1 and value in text) for name, value in DISCLOSABLE.items())


def test_a_voucher_without_disclosable_claims_and_one_with_nested_values() -> None:
    assert read(sample(disclosable={})).disclosed == {}
    address = {"guardian": {"name": "张三", "kin": ["父", "子"]}}
    assert read(sample(disclosable=address)).disclosed == address


@pytest.mark.parametrize(
    ("claims", "disclosable", "given"),
    [
        (visible(), DISCLOSABLE, salts(4)),
        (visible(), DISCLOSABLE, salts(4) + salts(1)),
        (visible(), {"name": "x"}, [bytes(15)]),
        (visible(), {"handle": "x"}, salts(1)),
        (visible(extra=1), {"extra": 2}, salts(1)),
        (visible(), {"_sd": "x"}, salts(1)),
        (visible(), {"...": "x"}, salts(1)),
        (visible(), {"nbf": 1}, salts(1)),
        (visible(_sd_alg="md5"), {}, []),
    ],
)
def test_issue_refuses_what_would_not_be_read(
    claims: dict[str, object], disclosable: dict[str, object], given: list[bytes]
) -> None:
    with pytest.raises(ValueError, match=r"salt|claim"):
        token.issue(claims, disclosable, PLATFORM.sign, KID, given)


def test_expiry_is_told_from_invalidity() -> None:
    assert read(sample(), NOW + YEAR - 1)
    with pytest.raises(VoucherExpired):
        read(sample(), NOW + YEAR)
    # Only a voucher that is good in all else has expired.
    assert reason(made(exp=NOW - 1, iat=NOW - 2, handle="1")) == "claims"


def test_keys_are_pinned_by_kid() -> None:
    assert reason(made(kid="k2")) == "key"
    assert reason(made(key=STRANGER)) == "signature"
    with pytest.raises(VoucherInvalid):
        token.read(sample(), {}, NOW, ISSUER, VCT)
    with pytest.raises(VoucherInvalid):
        token.read(sample(), {KID: STRANGER.jwk}, NOW, ISSUER, VCT)


def test_issuer_and_type_must_be_the_expected_ones() -> None:
    for issuer, vct in ((ISSUER + "/", VCT), (ISSUER, "urn:yibao:filing:1")):
        with pytest.raises(VoucherInvalid):
            token.read(sample(), KEYS, NOW, issuer, vct)


@pytest.mark.parametrize(
    "changed",
    [{name: ...} for name in ("iss", "vct", "iat", "exp", "cnf", "status", "handle", "insuplc_admdvs", "insutype")]
    + [
        {"iss": [ISSUER]},
        {"vct": None},
        {"exp": str(NOW + 60)},
        {"exp": True, "iat": False},
        {"exp": NOW + 367 * 86_400},
        {"exp": NOW},
        {"iat": NOW + YEAR},
        {"iat": -1, "exp": 100},
        {"iat": None},
        {"nbf": 0},
        {"...": "x"},
        {"handle": 112345678},
        {"handle": "0011234567"},
        {"handle": "００１１２３４５６７８"},
        {"insuplc_admdvs": "11000"},
        {"insuplc_admdvs": 110000},
        {"insutype": "31O"},
        {"cnf": {}},
        {"cnf": HOLDER.jwk},
        {"cnf": {"jwk": {**HOLDER.jwk, "d": "AA"}}},
        {"cnf": {"jwk": {**HOLDER.jwk, "x": "AA"}}},
        {"cnf": {"jwk": HOLDER.jwk, "kid": "x"}},
        {"cnf": {"jwk": [HOLDER.jwk]}},
        {"cnf": "jwk"},
        {"status": {}},
        {"status": {"status_list": {"idx": 1}}},
        {"status": {"status_list": {"idx": -1, "uri": "u"}}},
        {"status": {"status_list": {"idx": "1", "uri": "u"}}},
        {"status": {"status_list": {"idx": True, "uri": "u"}}},
        {"status": {"status_list": {"idx": 1, "uri": 1}}},
        {"status": [1]},
    ],
)
def test_claims_that_are_refused(changed: dict[str, object]) -> None:
    assert reason(made(**changed)) == "claims"


@pytest.mark.parametrize(
    ("disclosures", "claims"),
    [
        ([disclosure(SALT, "name", "a")], {"_sd": []}),
        ([disclosure(SALT, "name", "a")], {"_sd": ...}),
        ([disclosure(SALT, "name", "a")] * 2, {"_sd": [digest(disclosure(SALT, "name", "a"))]}),
        ([disclosure(SALT, "name", "a")] * 2, {}),
        ([], {"_sd": ["A" * 43, "A" * 43]}),
        ([], {"_sd": ["A" * 42]}),
        ([], {"_sd": [1]}),
        ([], {"_sd": "A" * 43}),
        ([], {"_sd": {"A" * 43: 1}}),
        ([], {"_sd": None}),
        ([disclosure(SALT, "name", "a"), disclosure(SALT + "x", "name", "b")], {}),
        ([disclosure(SALT, "handle", "99999999999")], {}),
        ([disclosure(SALT, "exp", 1)], {"exp": ...}),
        ([disclosure(SALT, "extra", 1)], {"extra": 2}),
        ([disclosure(SALT, "_sd", ["A" * 43])], {}),
        ([disclosure(SALT, "...", "A" * 43)], {}),
        ([disclosure(SALT, "_sd_alg", "sha-256")], {}),
        ([disclosure(SALT, "nbf", 1)], {}),
        ([disclosure(SALT, "deep", {"_sd": ["A" * 43]})], {}),
        ([disclosure(SALT, "deep", [{"...": "A" * 43}])], {}),
        ([disclosure(SALT, "value of an array")], {}),
        ([disclosure(SALT, "name", "a", "b")], {}),
        ([disclosure(SALT)], {}),
        ([disclosure()], {}),
        ([disclosure(1, "name", "a")], {}),
        ([disclosure(SALT, 1, "a")], {}),
        ([disclosure(SALT, ["name"], "a")], {}),
        ([disclosure("short", "name", "a")], {}),
        ([disclosure(SALT[:21], "name", "a")], {}),
        ([disclosure("x" * 129, "name", "a")], {}),
        ([disclosure(SALT, "name", 1.5)], {}),
        ([jws.b64url(b'{"salt":1}')], {}),
        ([jws.b64url(b'["' + SALT.encode() + b'","name",{"a":1,"a":2}]')], {}),
        ([jws.b64url(b"not JSON")], {}),
        ([disclosure(SALT, "name", "a") + "="], {}),
        (["!"], {}),
        ([""], {}),
        ([], {"_sd_alg": "sha-512"}),
        ([], {"_sd_alg": "SHA-256"}),
        ([], {"_sd_alg": None}),
    ],
    ids=count(),
)
def test_disclosures_that_are_refused(disclosures: list[str], claims: dict[str, object]) -> None:
    assert reason(made(disclosures, **claims)) == "disclosure"


@pytest.mark.parametrize("claims", [{"deep": {"_sd": ["A" * 43]}}, {"list": [{"...": "A" * 43}]}])
def test_digests_below_the_top_level_are_not_our_profile(claims: dict[str, object]) -> None:
    assert reason(made(**claims)) == "claims"


def test_nesting_has_a_bound_whatever_python_runs() -> None:
    """Deep enough for whoever walks the claims to run out of stack, and not for JSON's own parser."""
    for depth in (jws.MAX_LEVELS, 850):
        deep: Any = []
        for _ in range(depth):
            deep = [deep]
        assert reason(made(deep=deep)) == "payload"
        assert reason(made([disclosure(SALT, "deep", deep)])) == "disclosure"
    flat: Any = []
    for _ in range(jws.MAX_LEVELS - 3):
        flat = [flat]
    assert read(made(flat=flat)).claims["flat"] == flat


def test_what_the_rules_allow() -> None:
    """Decoy digests, digests in any order, an absent `_sd_alg`, further visible claims."""
    one, two = disclosure(SALT, "name", "a"), disclosure(SALT, "tel", "b")
    voucher = read(made([one, two], _sd=[digest(two), "A" * 43, digest(one)], sub="x"))
    assert voucher.disclosed == {"name": "a", "tel": "b"}
    assert voucher.claims["sub"] == "x"
    assert read(made([one], _sd_alg=...)).disclosed == {"name": "a"}


def test_a_stored_voucher_may_lack_disclosures_but_not_its_end() -> None:
    text = sample()
    parts = text.split("~")
    assert read("~".join([parts[0], parts[2], ""])).disclosed.keys() == {"certno"}
    assert reason(text[:-1]) == "form"
    assert reason(parts[0]) == "form"
    assert reason(text + "~") == "disclosure"
    assert reason("") == "form"
    assert reason(parts[0] + "~" * 40) == "form"
    assert reason(text + "x" * 20_000) == "form"
    assert reason("\ud800~") == "form"
    assert reason(text + "\ud800~") == "form"
    assert reason(text + "A" * 20_000 + "~") == "form"
    assert reason(shown()) == "form"


# --- presentation ----------------------------------------------------------------------------------------------------------


def test_a_presentation_opens_what_was_named_and_nothing_else() -> None:
    assert check(shown(["name", "brdy"])).disclosed == {k: DISCLOSABLE[k] for k in ("name", "brdy")}
    assert check(shown([])).disclosed == {}
    assert DISCLOSABLE["certno"] not in "".join(jws.from_b64url(p).decode() for p in shown().split("~")[1:-1])
    with pytest.raises(NotFound) as caught:
        shown(["height"])
    assert caught.value.data == {"what": "height"}
    with pytest.raises(VoucherInvalid):
        token.present(shown(), ["name"], HOLDER.sign, AUDIENCE, NONCE, NOW)


def bound(text: str, typ: str = "kb+jwt", key: KeyPair = HOLDER, **changed: object) -> str:
    """A presentation over `text` whose binding is changed at will."""
    claims = {"iat": int(NOW), "aud": AUDIENCE, "nonce": NONCE, "sd_hash": digest(text), **changed}
    payload = {name: value for name, value in claims.items() if value is not ...}
    return text + jws.sign_jws({"typ": typ}, payload, key.sign)


def test_the_hand_made_binding_itself_passes() -> None:
    assert check(bound(sample())).disclosed == DISCLOSABLE


@pytest.mark.parametrize(
    "text",
    [
        sample(),
        bound(sample(), key=STRANGER),
        bound(sample(), key=PLATFORM),
        bound(sample(), typ="JWT"),
        bound(sample(), typ="dc+sd-jwt"),
        bound(sample(), aud="https://other.example"),
        bound(sample(), aud=[AUDIENCE]),
        bound(sample(), aud=...),
        bound(sample(), nonce=NONCE + "x"),
        bound(sample(), nonce=""),
        bound(sample(), nonce=...),
        bound(sample(), nonce=1),
        bound(sample(), sd_hash=digest(sample()[:-1])),
        bound(sample(), sd_hash=None),
        bound(sample(), sd_hash=...),
        bound(sample(), iat=str(int(NOW))),
        bound(sample(), iat=True),
        bound(sample(), iat=...),
        bound(sample(), iat=NOW - 301),
        bound(sample(), iat=NOW + 61),
        bound(sample(), exp=NOW + 60),
    ],
    ids=count(),
)
def test_bindings_that_are_refused(text: str) -> None:
    with pytest.raises(ProofInvalid):
        check(text)


def test_a_binding_holds_for_its_disclosures_audience_nonce_and_time() -> None:
    text = shown(["name", "tel"])
    parts = text.split("~")
    with pytest.raises(ProofInvalid):
        check("~".join([parts[0], parts[1], parts[3]]))
    with pytest.raises(ProofInvalid):
        check("~".join([parts[0], parts[2], parts[1], parts[3]]))
    for wrong in ({"audience": "x"}, {"nonce": "x"}, {"now": NOW + 301}, {"now": NOW - 61}):
        with pytest.raises(ProofInvalid):
            check(text, **wrong)  # type: ignore[arg-type]
    assert check(text, now=NOW + 300)
    assert check(text, now=NOW - 60)


def test_a_voucher_alone_is_no_presentation() -> None:
    with pytest.raises(ProofInvalid) as caught:
        check(sample())
    assert caught.value.data == {"reason": "missing"}


def test_a_presented_voucher_is_read_with_all_its_rules() -> None:
    with pytest.raises(VoucherExpired):
        check(bound(sample()), now=NOW + YEAR)
    cases: list[tuple[str, type[WalletError]]] = [
        (bound(made(key=STRANGER)), VoucherInvalid),
        (bound(made(handle=1)), VoucherInvalid),
        (bound(made([disclosure(SALT, "name", "a")], _sd=[])), VoucherInvalid),
    ]
    for text, error in cases:
        with pytest.raises(error):
            check(text)
