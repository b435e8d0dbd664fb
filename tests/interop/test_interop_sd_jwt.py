"""`sd-jwt` from PyPI as an independent issuer, holder and verifier: each side reads what the other wrote."""

from __future__ import annotations

import json
import time
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
    STRANGER,
    VCT,
    KeyPair,
    read,
    sample,
    visible,
)

from wallet_cli.domain import token
from wallet_cli.domain.jws import b64url
from wallet_cli.domain.time import Instant
from wallet_cli.errors import ProofInvalid, VoucherInvalid

pytest.importorskip("sd_jwt", reason="sd-jwt is not installed")
jwcrypto_jwk = pytest.importorskip("jwcrypto.jwk", reason="jwcrypto is not installed")

from jwcrypto.common import JWException  # noqa: E402
from sd_jwt.common import SDObj  # noqa: E402
from sd_jwt.holder import SDJWTHolder  # noqa: E402
from sd_jwt.issuer import SDJWTIssuer  # noqa: E402
from sd_jwt.verifier import SDJWTVerifier  # noqa: E402

AUDIENCE, NONCE = "https://verifier.example", "n-0S6_WzA2Mj"
REFUSALS = (JWException, ValueError)


def theirs(pair: KeyPair, private: bool = False) -> Any:
    numbers = pair.private.private_numbers()
    secret = {"d": b64url(numbers.private_value.to_bytes(32, "big"))} if private else {}
    return jwcrypto_jwk.JWK(**pair.jwk, **secret)


def their_verdict(text: str, *, bound: bool) -> dict[str, Any]:
    """The payload as `sd-jwt` verifies it; raises one of REFUSALS."""

    def key_of(issuer: str, header: dict[str, Any]) -> Any:
        # Whoever the text says it is from: the signature alone decides.
        return theirs(PLATFORM)

    verifier = SDJWTVerifier(text, key_of, *((AUDIENCE, NONCE) if bound else ()))
    payload: dict[str, Any] = verifier.get_verified_payload()
    return payload


def presented(*names: str) -> str:
    return token.present(sample(), names, HOLDER.sign, AUDIENCE, NONCE, NOW)


def altered(text: str, place: int) -> str:
    """One base64url character replaced by another whose bits all differ."""
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:place] + signs[63 - signs.index(text[place])] + text[place + 1 :]


# --- what we issue and present -------------------------------------------------------------------------------------------


def test_they_accept_our_voucher() -> None:
    assert their_verdict(sample(), bound=False) == {**visible(), **DISCLOSABLE}


@pytest.mark.parametrize("names", [(), ("name",), ("name", "tel", "certno"), tuple(DISCLOSABLE)])
def test_they_accept_our_presentation_and_see_what_was_chosen(names: tuple[str, ...]) -> None:
    assert their_verdict(presented(*names), bound=True) == {**visible(), **{n: DISCLOSABLE[n] for n in names}}


@pytest.mark.parametrize("share", range(1, 20))
def test_they_refuse_our_voucher_with_its_signed_part_altered(share: int) -> None:
    text = sample()
    signed = text.index("~")
    place = signed * share // 20
    place += text[place] == "."
    with pytest.raises(REFUSALS):
        their_verdict(altered(text, place), bound=False)
    with pytest.raises(VoucherInvalid):
        read(altered(text, place))


def test_an_altered_disclosure_opens_nothing() -> None:
    """They leave it out without a word; we refuse the voucher."""
    text = sample()
    start = text.index("~") + 1
    # Within the salt, so that the disclosure still parses.
    spoiled = altered(text, start + 6)
    with pytest.raises(VoucherInvalid):
        read(spoiled)
    try:
        seen = their_verdict(spoiled, bound=False)
    except REFUSALS:
        return
    assert "name" not in seen


@pytest.mark.parametrize("share", range(1, 20))
def test_they_refuse_our_presentation_with_any_part_altered(share: int) -> None:
    text = presented("name", "tel")
    place = len(text) * share // 20
    place += text[place] in ".~"
    with pytest.raises((*REFUSALS, UnicodeDecodeError)):
        their_verdict(altered(text, place), bound=True)
    with pytest.raises((VoucherInvalid, ProofInvalid)):
        our_verdict(altered(text, place), NOW)


def test_they_refuse_a_presentation_with_a_disclosure_dropped_or_another_holders_binding() -> None:
    parts = presented("name", "tel").split("~")
    with pytest.raises(REFUSALS):
        their_verdict("~".join([parts[0], parts[1], parts[3]]), bound=True)
    stolen = token.present(sample(), ["name"], STRANGER.sign, AUDIENCE, NONCE, NOW)
    with pytest.raises(REFUSALS):
        their_verdict(stolen, bound=True)


@pytest.mark.parametrize(("audience", "nonce"), [("https://other.example", NONCE), (AUDIENCE, "another")])
def test_they_refuse_our_presentation_to_somebody_else(audience: str, nonce: str) -> None:
    text = token.present(sample(), ["name"], HOLDER.sign, audience, nonce, NOW)
    with pytest.raises(REFUSALS):
        their_verdict(text, bound=True)


# --- what they issue and present -----------------------------------------------------------------------------------------


def their_voucher(
    claims: dict[str, object] | None = None, *, decoys: bool = False, key: KeyPair = PLATFORM, **header: object
) -> str:
    body: dict[object, object] = {name: value for name, value in (claims or visible()).items() if name != "cnf"}
    body |= {SDObj(name): value for name, value in DISCLOSABLE.items()}
    issuer = SDJWTIssuer(
        body,
        theirs(key, private=True),
        theirs(HOLDER),
        add_decoy_claims=decoys,
        extra_header_parameters={"typ": "dc+sd-jwt", "kid": KID, **header},
    )
    text: str = issuer.sd_jwt_issuance
    return text


def our_verdict(text: str, now: int) -> token.Voucher:
    return token.check_presentation(text, KEYS, Instant(now), ISSUER, VCT, AUDIENCE, NONCE, 300)


def test_we_accept_their_voucher_and_read_the_same() -> None:
    voucher = read(their_voucher())
    assert voucher.disclosed == DISCLOSABLE
    assert voucher.holder == HOLDER.jwk
    assert voucher.claims == visible()


def test_a_decoy_at_the_top_is_no_fault_but_hidden_claims_below_are_not_our_profile() -> None:
    """Their decoys go into every object, `cnf` and `status` too, which our profile keeps plain."""
    with pytest.raises(VoucherInvalid):
        read(their_voucher(decoys=True))


@pytest.mark.parametrize("names", [(), ("name",), tuple(DISCLOSABLE)])
def test_we_accept_their_presentation_of_either_voucher(names: tuple[str, ...]) -> None:
    # Their binding takes the machine's clock: so does this check, whose voucher lives long enough.
    now = int(time.time())
    lasting = visible(iat=now - 60, exp=now + 86_400)
    for text in (sample(lasting), their_voucher(lasting)):
        holder = SDJWTHolder(text)
        holder.create_presentation(dict.fromkeys(names, True), NONCE, AUDIENCE, theirs(HOLDER, private=True))
        found = our_verdict(holder.sd_jwt_presentation, now)
        assert found.disclosed == {n: DISCLOSABLE[n] for n in names}


def test_we_refuse_theirs_outside_our_profile() -> None:
    for text in (
        their_voucher(typ="example+sd-jwt"),
        their_voucher(kid="k2"),
        their_voucher(jwk=PLATFORM.jwk),
        their_voucher(key=STRANGER),
    ):
        with pytest.raises(VoucherInvalid):
            read(text)


def test_their_payload_and_ours_are_one_json() -> None:
    assert json.loads(json.dumps(their_verdict(their_voucher(), bound=False))) == {**visible(), **DISCLOSABLE}
