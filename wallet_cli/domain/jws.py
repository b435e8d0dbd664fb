"""JWS compact form (RFC 7515) with ES256 only, public keys as JWK (RFC 7517), and strict base64url and JSON under them.

Rules of this room: pure; keys come in as arguments and private keys only as a `Signer`. There is one way to write each
thing and every other way is refused: the algorithm is ES256, header members outside the caller's list are refused
(so `crit`, `jku`, `x5c`, `b64` and a `jwk` where none belongs), base64url has no padding and no loose bits, JSON has
no key twice, no fractions and no lone surrogates. `cryptography` and `json` are imported where used: start-up time.
"""

from __future__ import annotations

import binascii
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeGuard

from wallet_cli.domain.value import Value
from wallet_cli.errors import VoucherInvalid, WalletError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey

Jwk = Mapping[str, str]
"""A public P-256 key: kty EC, crv P-256, x, y (RFC 7517), nothing else."""
Signer = Callable[[bytes], bytes]
"""Message to its ES256 signature: 64 bytes, r || s, each 32 bytes big-endian (RFC 7518, section 3.4)."""

ALG = "ES256"
MAX_CHARS = 16_384
"""Longest JWS that is looked at; the longest of ours is about 1,500."""
MAX_LEVELS = 32
"""Of JSON, one in the other; the deepest of ours has five."""
COORDINATE_BYTES = 32
SIGNATURE_BYTES = 64
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256's group (SP 800-186, 3.2.1.3): private keys and both halves of a signature lie below it."""

_JWK_MEMBERS = {"kty", "crv", "x", "y"}
_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = str.maketrans("-_", "+/")
_MAX_INT_DIGITS = 18


# --- base64url and JSON ---------------------------------------------------------------------------------------------


def b64url(data: bytes) -> str:
    """Base64url without padding (RFC 7515, section 2)."""
    return binascii.b2a_base64(data, newline=False).rstrip(b"=").translate(_TO_URL).decode("ascii")


def from_b64url(text: str) -> bytes:
    """The bytes of base64url in its only form: no padding, no other signs, unused bits zero. Raises ValueError."""
    data = binascii.a2b_base64(text.translate(_FROM_URL) + "=" * (-len(text) % 4))
    # The only form is the one we would write: this refuses other signs, given padding and unused bits all at once.
    if b64url(data) != text:
        raise ValueError("not base64url in its only form")
    return data


def to_json(value: object) -> bytes:
    """Compact JSON in UTF-8."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def from_json(data: bytes) -> Any:
    """JSON in UTF-8 with no key twice, no fractions, no integers past 18 digits, no lone surrogates, 32 levels at most.

    Raises ValueError.
    """
    import json

    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_once,
            parse_float=_refuse,
            parse_int=_bounded,
        )
        # "\ud800" decodes to half a character, NaN to no number: what cannot be written back was never JSON.
        to_json(value)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    _check_depth(value)
    return value


def _check_depth(value: Any) -> None:
    """How deep Python itself goes depends on its version, and on who calls: whoever walks the value may rely on this."""
    level = [value]
    for _ in range(MAX_LEVELS):
        within = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list))
        level = [inner for members in within for inner in members]
        if not level:
            return
    raise ValueError("nested too deeply")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a key twice")
    return members


def _refuse(text: str) -> Any:
    raise ValueError("not an integer")


def _bounded(text: str) -> int:
    if len(text.removeprefix("-")) > _MAX_INT_DIGITS:
        raise ValueError("too long a number")
    return int(text)


# --- keys -------------------------------------------------------------------------------------------------------------


def jwk_of(public_key: EllipticCurvePublicKey) -> dict[str, str]:
    """The JWK of a P-256 public key of `cryptography`. Raises ValueError for another curve."""
    numbers = public_key.public_numbers()
    if numbers.curve.name != "secp256r1":
        raise ValueError("not P-256")
    x, y = (b64url(n.to_bytes(COORDINATE_BYTES, "big")) for n in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def public_key_of(jwk: Jwk) -> EllipticCurvePublicKey:
    """The public key of a JWK with exactly kty, crv, x, y and a point on the curve. Raises ValueError."""
    if not isinstance(jwk, Mapping) or set(jwk) != _JWK_MEMBERS or jwk["kty"] != "EC" or jwk["crv"] != "P-256":
        raise ValueError("not a public P-256 key")
    x, y = jwk["x"], jwk["y"]
    if not (isinstance(x, str) and isinstance(y, str)):
        raise ValueError("not a public P-256 key")
    return _point(x, y)


@lru_cache(maxsize=1024)
def _point(x: str, y: str) -> EllipticCurvePublicKey:
    # Kept: a terminal checks the same platform keys again and again, and checking the point costs as much as verifying.
    from cryptography.hazmat.primitives.asymmetric import ec

    coordinates = [from_b64url(x), from_b64url(y)]
    if any(len(c) != COORDINATE_BYTES for c in coordinates):
        raise ValueError("a coordinate is not 32 bytes")
    x_number, y_number = (int.from_bytes(c, "big") for c in coordinates)
    return ec.EllipticCurvePublicNumbers(x_number, y_number, ec.SECP256R1()).public_key()


def thumbprint(jwk: Jwk) -> str:
    """SHA-256 thumbprint of a key, 43 characters (RFC 7638)."""
    required = {name: jwk[name] for name in ("crv", "kty", "x", "y")}
    return b64url(sha256(to_json(required)).digest())


def sign_es256(private: EllipticCurvePrivateKey, message: bytes) -> bytes:
    """What a `Signer` of this key gives: 64 bytes r || s (RFC 7518, section 3.4)."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    halves = decode_dss_signature(private.sign(message, ec.ECDSA(SHA256())))
    return b"".join(half.to_bytes(COORDINATE_BYTES, "big") for half in halves)


def verify_es256(jwk: Jwk, message: bytes, signature: bytes) -> bool:
    """Whether the 64 bytes r || s are this key's signature of the message. A bad key is simply no signature.

    Both halves must lie in 1..n-1. A high s is a valid signature (RFC 7518 does not forbid it): so never tell two
    messages apart by their signatures.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    if len(signature) != SIGNATURE_BYTES:
        return False
    r, s = (int.from_bytes(half, "big") for half in (signature[:COORDINATE_BYTES], signature[COORDINATE_BYTES:]))
    if not (0 < r < ORDER and 0 < s < ORDER):
        return False
    try:
        public_key_of(jwk).verify(encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True


# --- JWS ----------------------------------------------------------------------------------------------------------------


class Compact(Value):
    """A JWS taken apart, alg ES256, signature not yet checked. `payload`: the bytes as signed."""

    header: dict[str, Any]
    payload: bytes
    signing_input: bytes
    signature: bytes


class Jws(Value):
    """A JWS with a JSON object inside, signature not yet checked."""

    header: dict[str, Any]
    payload: dict[str, Any]
    signing_input: bytes
    signature: bytes

    def verify(self, jwk: Jwk, error: type[WalletError] = VoucherInvalid) -> None:
        """Returns where the signature is this key's; else raises `error` with reason `signature`."""
        if not verify_es256(jwk, self.signing_input, self.signature):
            raise error(reason="signature")


def sign_jws(header: Mapping[str, object], payload: Mapping[str, object], signer: Signer) -> str:
    """A JWS in compact form. `header` without alg, which is always ES256."""
    signing_input = b64url(to_json({"alg": ALG, **header})) + "." + b64url(to_json(dict(payload)))
    signature = signer(signing_input.encode("ascii"))
    if len(signature) != SIGNATURE_BYTES:
        raise ValueError("a signature is 64 bytes")
    return signing_input + "." + b64url(signature)


def split_compact(text: str, longest: int = MAX_CHARS) -> Compact:
    """Takes a JWS in compact form apart. Raises ValueError for any fault of form or an algorithm other than ES256.

    A `crit` header is a fault: no extension is understood here (RFC 7515, section 4.1.11), `b64` least of all.
    """
    parts = text.split(".") if len(text) <= longest else []
    if len(parts) != 3:
        raise ValueError("not three parts")
    header = from_json(from_b64url(parts[0]))
    if not isinstance(header, dict) or header.get("alg") != ALG or not header.keys().isdisjoint({"crit", "b64"}):
        raise ValueError("header")
    signature = from_b64url(parts[2])
    if len(signature) != SIGNATURE_BYTES:
        raise ValueError("signature's length")
    return Compact(header, from_b64url(parts[1]), f"{parts[0]}.{parts[1]}".encode("ascii"), signature)


def parse_jws(
    text: str,
    typ: str,
    error: type[WalletError] = VoucherInvalid,
    members: Collection[str] = ("kid",),
    longest: int = MAX_CHARS,
) -> Jws:
    """Takes a JWS of type `typ` apart whose payload is a JSON object.

    `members`: the header's members beside alg and typ, all of them required, no other allowed. `longest`: characters.
    Raises `error` with reason `form`, `header` or `payload`.
    """
    try:
        compact = split_compact(text, longest)
    except ValueError:
        raise error(reason="form") from None
    if set(compact.header) != {"alg", "typ", *members} or compact.header["typ"] != typ:
        raise error(reason="header")
    try:
        payload = from_json(compact.payload)
    except ValueError:
        raise error(reason="payload") from None
    if not isinstance(payload, dict):
        raise error(reason="payload")
    return Jws(compact.header, payload, compact.signing_input, compact.signature)


def known_key(jws: Jws, keys: Mapping[str, Jwk], error: type[WalletError] = VoucherInvalid) -> Jwk:
    """The key the header's kid names, out of the pinned ones. Raises `error` with reason `key`."""
    kid = jws.header.get("kid")
    key = keys.get(kid) if isinstance(kid, str) else None
    if key is None:
        raise error(reason="key")
    return key


def whole_number(value: object) -> TypeGuard[int]:
    """Whether a JSON value is an integer; true and false are not."""
    return isinstance(value, int) and not isinstance(value, bool)
