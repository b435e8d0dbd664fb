"""JWS, JWK, base64url and JSON: one way to write each thing, every other way refused."""

from __future__ import annotations

import json
from itertools import count

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from unit.domain_keys import HOLDER, PLATFORM, STRANGER, KeyPair

from wallet_cli.domain import jws
from wallet_cli.errors import KeySetInvalid, VoucherInvalid, WalletError

TYP = "dc+sd-jwt"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def signed(header: bytes, payload: bytes = b"{}", key: KeyPair = PLATFORM) -> str:
    """A JWS over these very bytes, with a right signature."""
    signing_input = jws.b64url(header) + "." + jws.b64url(payload)
    return signing_input + "." + jws.b64url(key.sign(signing_input.encode()))


def head(**members: object) -> bytes:
    return json.dumps({"alg": "ES256", "typ": TYP, "kid": "k1", **members}).encode()


def reason(text: str, typ: str = TYP, members: tuple[str, ...] = ("kid",)) -> object:
    with pytest.raises(VoucherInvalid) as caught:
        jws.parse_jws(text, typ, members=members)
    return caught.value.data["reason"]


def test_what_is_signed_is_read_back() -> None:
    text = jws.sign_jws({"typ": TYP, "kid": "k1"}, {"a": "医保", "n": 1}, PLATFORM.sign)
    parsed = jws.parse_jws(text, TYP)
    assert parsed.header == {"alg": "ES256", "typ": TYP, "kid": "k1"}
    assert parsed.payload == {"a": "医保", "n": 1}
    assert parsed.signing_input.decode() == text.rpartition(".")[0]
    parsed.verify(PLATFORM.jwk)
    with pytest.raises(VoucherInvalid):
        parsed.verify(STRANGER.jwk)
    with pytest.raises(KeySetInvalid):
        parsed.verify(STRANGER.jwk, KeySetInvalid)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (head(alg="none"), "form"),
        (head(alg="HS256"), "form"),
        (head(alg="ES384"), "form"),
        (head(alg="es256"), "form"),
        (head(alg=["ES256"]), "form"),
        (head(alg=None), "form"),
        (head(crit=["exp"], exp=1), "form"),
        (head(crit=[]), "form"),
        (head(b64=False), "form"),
        (b"[]", "form"),
        (b'"ES256"', "form"),
        (b"", "form"),
        (b'{"alg":"none","alg":"ES256","typ":"dc+sd-jwt","kid":"k1"}', "form"),
        (b'{"alg":"ES256","typ":"dc+sd-jwt","kid":"k1","k\\u0069d":"k2"}', "form"),
        (b'\xef\xbb\xbf{"alg":"ES256","typ":"dc+sd-jwt","kid":"k1"}', "form"),
        (head(typ="JWT"), "header"),
        (head(typ="DC+SD-JWT"), "header"),
        (head(typ=None), "header"),
        (head(jwk=STRANGER.jwk), "header"),
        (head(jku="https://evil.example/keys"), "header"),
        (head(x5c=["MII"]), "header"),
        (head(x5u="https://evil.example/"), "header"),
        (head(cty="JWT"), "header"),
        (b'{"alg":"ES256","kid":"k1"}', "header"),
        (b'{"alg":"ES256","typ":"dc+sd-jwt"}', "header"),
    ],
    ids=count(),
)
def test_headers_that_are_refused(header: bytes, expected: str) -> None:
    assert reason(signed(header)) == expected


def test_the_sample_header_itself_passes() -> None:
    """So that the refusals above are for what each of them changes."""
    jws.parse_jws(signed(head()), TYP).verify(PLATFORM.jwk)


@pytest.mark.parametrize(
    "payload",
    [
        b'{"a":1,"a":1}',
        b'{"o":{"a":1,"a":2}}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":1000000000000000000}',
        b'{"a":"\\ud800"}',
        b'{"\\udc00":1}',
        b'{"a":"\xff"}',
        b"[]",
        b"null",
        b"",
        b"{} {}",
        b"[" * 5000 + b"]" * 5000,
    ],
    ids=count(),
)
def test_payloads_that_are_refused(payload: bytes) -> None:
    assert reason(signed(head(), payload)) == "payload"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: t + "=",
        lambda t: t + "\n",
        lambda t: " " + t,
        lambda t: t + ".",
        lambda t: t + ".x",
        lambda t: t.replace(".", "..", 1),
        lambda t: t.replace(".", "=.", 1),
        lambda t: t.replace(".", " .", 1),
        lambda t: t.rpartition(".")[0],
        lambda t: t.rpartition(".")[0] + ".",
        lambda t: t[:-1],
        lambda t: t + "A",
        lambda t: t + "AA",
        lambda t: t[:10] + "+" + t[11:],
        lambda t: t[:10] + "/" + t[11:],
        lambda t: t[:10] + "é" + t[11:],
        lambda t: t[:10] + "\ud800" + t[11:],
        lambda t: "",
        lambda t: "." * 2,
        lambda t: "A" * 20_000,
    ],
)
def test_forms_that_are_refused(spoil: object) -> None:
    assert reason(spoil(signed(head()))) == "form"  # type: ignore[operator]


def test_unused_bits_must_be_zero() -> None:
    text = signed(head())
    # 64 bytes leave four unused bits in the last character: it is one of A, Q, g, w.
    assert text[-1] in "AQgw"
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    loose = text[:-1] + signs[signs.index(text[-1]) + 1]
    assert reason(loose) == "form"


def test_longest_text_is_a_limit() -> None:
    text = signed(head(), json.dumps({"a": "x" * 400}).encode())
    assert jws.split_compact(text, longest=len(text)).payload
    with pytest.raises(ValueError, match="three parts"):
        jws.split_compact(text, longest=len(text) - 1)


@pytest.mark.parametrize(
    ("data", "text"), [(b"", ""), (b"f", "Zg"), (b"fo", "Zm8"), (b"foo", "Zm9v"), (b"\xfb\xff", "-_8")]
)
def test_base64url(data: bytes, text: str) -> None:
    assert jws.b64url(data) == text
    assert jws.from_b64url(text) == data


@pytest.mark.parametrize(
    "text",
    ["Zg==", "Zh", "Zm9", "Z", "Zm9v\n", "Zm 9v", "+/8", "Zm9v=", "Ｚg", "Zg\0"],
    ids=count(),
)
def test_base64url_in_any_other_form(text: str) -> None:
    with pytest.raises(ValueError):
        jws.from_b64url(text)


# --- keys and signatures -----------------------------------------------------------------------------------------------


def test_thumbprint_of_rfc_7638_form() -> None:
    """The EC key of RFC 7517, appendix A.1; its thumbprint computed by another implementation (jwcrypto)."""
    jwcrypto = pytest.importorskip("jwcrypto.jwk")
    jwk = {
        "kty": "EC",
        "crv": "P-256",
        "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    }
    assert jws.thumbprint(jwk) == jwcrypto.JWK(**jwk).thumbprint()
    assert jws.thumbprint(dict(reversed(jwk.items()))) == jws.thumbprint(jwk)


def test_jwk_round_trip_keeps_leading_zeros() -> None:
    seen_zero = False
    for number in range(1, 600):
        pair = KeyPair(number)
        x = pair.private.public_key().public_numbers().x
        seen_zero |= x.bit_length() <= 248
        assert jws.public_key_of(pair.jwk).public_numbers().x == x
        assert len(pair.jwk["x"]) == len(pair.jwk["y"]) == 43
        if seen_zero:
            break
    assert seen_zero


def test_other_curves_are_not_our_keys() -> None:
    with pytest.raises(ValueError, match="P-256"):
        jws.jwk_of(ec.generate_private_key(ec.SECP384R1()).public_key())
    with pytest.raises(ValueError, match="P-256"):
        jws.jwk_of(ec.generate_private_key(ec.SECP256K1()).public_key())


@pytest.mark.parametrize(
    "changed",
    [
        {"kty": "RSA"},
        {"crv": "P-384"},
        {"crv": "secp256k1"},
        {"x": HOLDER.jwk["y"]},
        {"x": HOLDER.jwk["x"] + "A"},
        {"x": HOLDER.jwk["x"] + "="},
        {"x": jws.b64url(bytes(1) + jws.from_b64url(HOLDER.jwk["x"]))},
        {"x": ""},
        {"x": 5},
        {"y": None},
        {"x": jws.b64url(bytes(32)), "y": jws.b64url(bytes(32))},
        {"x": jws.b64url(b"\xff" * 32)},
        {"d": "AAAA"},
        {"kid": "k1"},
    ],
)
def test_keys_that_are_refused(changed: dict[str, object]) -> None:
    jwk: dict[str, str] = {**HOLDER.jwk, **changed}  # type: ignore[dict-item]
    with pytest.raises(ValueError):
        jws.public_key_of(jwk)
    assert not jws.verify_es256(jwk, b"m", HOLDER.sign(b"m"))


def test_a_signature_is_64_bytes_within_the_order() -> None:
    signature = HOLDER.sign(b"m")
    r, s = signature[:32], signature[32:]
    assert jws.verify_es256(HOLDER.jwk, b"m", signature)
    assert not jws.verify_es256(HOLDER.jwk, b"n", signature)
    assert not jws.verify_es256(STRANGER.jwk, b"m", signature)
    for spoiled in (
        b"",
        signature[:-1],
        signature + b"\0",
        b"\0" + signature,
        bytes(32) + s,
        r + bytes(32),
        bytes(64),
        ORDER.to_bytes(32, "big") + s,
        r + ORDER.to_bytes(32, "big"),
        b"\xff" * 64,
        s + r,
    ):
        assert not jws.verify_es256(HOLDER.jwk, b"m", spoiled)


def test_a_short_half_keeps_its_leading_zero() -> None:
    """A signature whose s begins with a zero byte is not one of 63 bytes."""
    tried = ((message, HOLDER.sign(message)) for message in (b"%d" % n for n in range(10_000)))
    message, signature = next(found for found in tried if found[1][32] == 0)
    assert jws.verify_es256(HOLDER.jwk, message, signature)
    assert not jws.verify_es256(HOLDER.jwk, message, signature[:32] + signature[33:])


def test_a_signer_that_gives_anything_else_is_a_defect() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        jws.sign_jws({"typ": TYP}, {}, lambda message: b"short")


def test_an_unknown_or_odd_kid_finds_no_key() -> None:
    for kid in ("k2", "", 1, ["k1"], None, {"k1": 1}):
        parsed = jws.parse_jws(signed(head(kid=kid)), TYP)
        with pytest.raises(VoucherInvalid) as caught:
            jws.known_key(parsed, {"k1": PLATFORM.jwk})
        assert caught.value.data == {"reason": "key"}


def test_the_callers_error_is_raised() -> None:
    class_of: type[WalletError] = KeySetInvalid
    with pytest.raises(class_of):
        jws.parse_jws("x", TYP, KeySetInvalid)
