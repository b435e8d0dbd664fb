"""Tokens: not one character of a voucher or a presentation can change; whatever comes in, only typed errors go out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from property.campaign import campaign
from unit.domain_keys import DISCLOSABLE, HOLDER, ISSUER, KEYS, NOW, PLATFORM, VCT, read, salts, sample, visible

from wallet_cli.domain import jws, status, token
from wallet_cli.errors import ProofInvalid, StatusUnknown, VoucherInvalid, WalletError

VOUCHER = sample()
PRESENTED = token.present(VOUCHER, ["name", "tel"], HOLDER.sign, "aud", "nonce", NOW)
SIGNS = st.characters(min_codepoint=32, max_codepoint=126)


def altered(text: str) -> st.SearchStrategy[str]:
    """The text with one character replaced, left out or put in."""
    places = st.integers(0, len(text) - 1)
    replaced = st.builds(lambda n, c: text[:n] + c + text[n + 1 :], places, SIGNS)
    dropped = st.builds(lambda n: text[:n] + text[n + 1 :], places)
    added = st.builds(lambda n, c: text[:n] + c + text[n:], st.integers(0, len(text)), SIGNS)
    return st.one_of(replaced, dropped, added).filter(lambda t: t != text)


def check(text: str) -> token.Voucher:
    return token.check_presentation(text, KEYS, NOW, ISSUER, VCT, "aud", "nonce", 60)


def test_the_unaltered_ones_pass() -> None:
    assert read(VOUCHER).disclosed == DISCLOSABLE
    assert check(PRESENTED).disclosed.keys() == {"name", "tel"}


@campaign(5000)
@given(altered(VOUCHER))
def test_any_one_character_of_a_voucher_changed_is_refused(text: str) -> None:
    with pytest.raises(VoucherInvalid):
        read(text)


@campaign(5000)
@given(altered(PRESENTED))
def test_any_one_character_of_a_presentation_changed_is_refused(text: str) -> None:
    with pytest.raises((VoucherInvalid, ProofInvalid)):
        check(text)


def test_every_place_of_a_voucher_counts() -> None:
    """Each character once, replaced by its neighbour in the alphabet: the loose bits of the last ones included."""
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for place, sign in enumerate(VOUCHER):
        other = signs[signs.index(sign) ^ 1] if sign in signs else "A"
        with pytest.raises(VoucherInvalid):
            read(VOUCHER[:place] + other + VOUCHER[place + 1 :])


names = st.text(min_size=1, max_size=12).filter(lambda n: n not in {"_sd", "_sd_alg", "...", "nbf", *visible()})
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5).filter(lambda n: n not in {"_sd", "_sd_alg", "..."}), inner, max_size=3)
    ),
    max_leaves=6,
)


@campaign(1000)
@given(st.data(), st.dictionaries(names, values, max_size=6))
def test_whatever_is_disclosable_comes_back_and_only_what_was_chosen(
    data: st.DataObject, disclosable: dict[str, object]
) -> None:
    text = token.issue(visible(), disclosable, PLATFORM.sign, "k1", salts(len(disclosable)))
    assert read(text).disclosed == disclosable
    chosen = data.draw(st.sets(st.sampled_from(sorted(disclosable)))) if disclosable else set()
    shown = check(token.present(text, chosen, HOLDER.sign, "aud", "nonce", NOW))
    assert shown.disclosed == {name: disclosable[name] for name in chosen}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
claim_names = st.sampled_from([*visible(), "_sd", "_sd_alg", "...", "nbf", "x"])


@campaign(2000)
@given(st.dictionaries(claim_names, json_values, max_size=4), st.lists(json_values, max_size=3))
def test_signed_nonsense_is_refused_with_a_typed_error(claims: dict[str, object], disclosures: list[object]) -> None:
    """Well signed and hostile: a mistake in our platform, or another issuer's idea of a voucher."""
    parts = [jws.b64url(json.dumps(value).encode()) for value in disclosures]
    header, payload = ({"alg": "ES256", "typ": "dc+sd-jwt", "kid": "k1"}, {**visible(), **claims})
    signing_input = ".".join(jws.b64url(json.dumps(part).encode()) for part in (header, payload))
    text = "~".join([f"{signing_input}.{jws.b64url(PLATFORM.sign(signing_input.encode()))}", *parts, ""])
    try:
        found = read(text)
    except WalletError:
        return
    assert found.claims["iss"] == ISSUER
    assert not disclosures


@campaign(3000)
@given(st.text(max_size=80) | st.text("AQgw.~-_=eyJ0", max_size=80))
def test_any_text_gives_typed_errors_only(text: str) -> None:
    for reader, error in (
        (read, VoucherInvalid),
        (check, (VoucherInvalid, ProofInvalid)),
        (lambda t: token.check_proof(t, "aud", NOW, 60), ProofInvalid),
        (lambda t: token.check_call_proof(t, "op", None, NOW), ProofInvalid),
        (lambda t: status.read_token(t, KEYS, "uri", NOW), StatusUnknown),
    ):
        with pytest.raises(error):  # type: ignore[call-overload]
            reader(text)  # type: ignore[operator]


@campaign(3000)
@given(st.binary(max_size=100))
def test_base64url_has_one_form(data: bytes) -> None:
    text = jws.b64url(data)
    assert jws.from_b64url(text) == data
    assert len(text) == -(-len(data) * 8 // 6)


@campaign(3000)
@given(st.text("AQgwZz09-_+/=", max_size=12))
def test_what_base64url_reads_it_would_write(text: str) -> None:
    try:
        data = jws.from_b64url(text)
    except ValueError:
        return
    assert jws.b64url(data) == text


@campaign(1000)
@given(st.sampled_from([1, 2, 4, 8]), st.data())
def test_status_lists_come_back(bits: int, data: st.DataObject) -> None:
    statuses = data.draw(st.lists(st.integers(0, 2**bits - 1), max_size=200))
    unpacked = status.decode(status.encode(statuses, bits), bits)
    assert [unpacked.get(n) for n in range(len(statuses))] == statuses
    assert all(unpacked.get(n) == 0 for n in range(len(statuses), len(unpacked)))
