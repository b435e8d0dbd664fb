"""Real P-256 keys and a sample voucher for the tests of tokens: the same keys at every run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from wallet_cli.domain import token
from wallet_cli.domain.time import Instant

NOW = Instant(1_800_000_000)
YEAR = 365 * 86_400
ISSUER = "https://platform.example"
VCT = "urn:yibao:voucher:1"
STATUS_URI = "https://platform.example/status"
KID = "k1"
DISCLOSABLE = {
    "name": "阿依古丽·买买提",
    "certno": "990001199003074477",
    "brdy": "1990-03-07",
    "gend": "1",
    "tel": "13800000001",
}


class KeyPair:
    """A private key by a fixed number, its JWK, and a Signer whose signatures are the same at every run (RFC 6979)."""

    def __init__(self, number: int) -> None:
        self.private = ec.derive_private_key(number * 0x1_0001 + 7, ec.SECP256R1())

    @cached_property
    def jwk(self) -> dict[str, str]:
        return dict(token.jwk_of(self.private.public_key()))

    def sign(self, message: bytes) -> bytes:
        r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(SHA256(), deterministic_signing=True)))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


PLATFORM = KeyPair(1)
HOLDER = KeyPair(2)
STRANGER = KeyPair(3)
ROOT = KeyPair(4)
KEYS = {KID: PLATFORM.jwk}


def visible(**changed: object) -> dict[str, object]:
    """The always visible claims of the sample, with some changed; a claim changed to ... is left out."""
    claims = token.visible_claims(
        issuer=ISSUER,
        vct=VCT,
        holder=HOLDER.jwk,
        handle="00112345678",
        region="110000",
        insutype="310",
        issued_at=NOW,
        expires_at=Instant(NOW + YEAR),
        status_uri=STATUS_URI,
        status_index=3,
    )
    return {name: value for name, value in {**claims, **changed}.items() if value is not ...}


def salts(count: int) -> list[bytes]:
    """Different ones; their being the same at every run is what a test wants and nobody else."""
    return [bytes((n,)) * 16 for n in range(1, count + 1)]


def sample(claims: Mapping[str, object] | None = None, disclosable: Mapping[str, object] = DISCLOSABLE) -> str:
    return token.issue(claims or visible(), disclosable, PLATFORM.sign, KID, salts(len(disclosable)))


def read(text: str, now: int = NOW) -> token.Voucher:
    return token.read(text, KEYS, Instant(now), ISSUER, VCT)
