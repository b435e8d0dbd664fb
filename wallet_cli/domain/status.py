"""Revocation and loss: the Token Status List (draft-ietf-oauth-status-list), 2 bits a voucher.

Rules of this room: pure, and fail closed: a list that is stale, or says nothing about an index, answers UNKNOWN and
never VALID.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

from wallet_cli.domain.jws import Jwk, Signer, b64url, from_b64url, known_key, parse_jws, sign_jws, whole_number
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import StatusUnknown

TYP = "statuslist+jwt"
BITS = 2
"""Of our own list."""
MAX_BYTES = 1 << 20
"""Longest list that is unpacked: four million vouchers."""
MAX_CHARS = 1 << 21
"""Longest signed list that is looked at."""

STATES = (VoucherState.VALID, VoucherState.REVOKED, VoucherState.SUSPENDED)
"""The state of each status value; value 3 has no meaning here and reads UNKNOWN."""
_WIDTHS = (1, 2, 4, 8)


class StatusList(Value):
    """An unpacked list. `bits` a status (1, 2, 4 or 8); the first status lies in the lowest bits of the first byte."""

    bits: int
    packed: bytes

    def __len__(self) -> int:
        return len(self.packed) * 8 // self.bits

    def get(self, index: int) -> int:
        """The status value at an index. Raises IndexError outside the list."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        byte, offset = divmod(index * self.bits, 8)
        return self.packed[byte] >> offset & (1 << self.bits) - 1


def encode(statuses: Sequence[int], bits: int) -> str:
    """Packs and compresses statuses into the `lst` member. Raises ValueError for a value that `bits` cannot hold."""
    if bits not in _WIDTHS or any(not 0 <= status < 1 << bits for status in statuses):
        raise ValueError("bits: 1, 2, 4 or 8; a status fits into them")
    per_byte = 8 // bits
    packed = bytearray(-(-len(statuses) // per_byte))
    for index, status in enumerate(statuses):
        if status:
            packed[index // per_byte] |= status << index % per_byte * bits
    return b64url(zlib.compress(bytes(packed), 9))


def decode(lst: str, bits: int) -> StatusList:
    """Unpacks a `lst` member. Raises ValueError for any fault, or more than MAX_BYTES unpacked."""
    if bits not in _WIDTHS:
        raise ValueError("bits: 1, 2, 4 or 8")
    unpacker = zlib.decompressobj()
    try:
        packed = unpacker.decompress(from_b64url(lst), MAX_BYTES)
    except zlib.error:
        raise ValueError("not compressed") from None
    # A list of exactly the greatest length may leave its check sum unread: it is read here and must end the stream.
    if not unpacker.eof:
        try:
            packed += unpacker.decompress(unpacker.unconsumed_tail, 1)
        except zlib.error:
            raise ValueError("not compressed") from None
    if not unpacker.eof or unpacker.unused_data or len(packed) > MAX_BYTES:
        raise ValueError("cut short, too long or followed by something")
    return StatusList(bits, packed)


class StatusToken(Value):
    """A checked list. `stale`: its time had passed when it was read."""

    statuses: StatusList
    issued_at: Instant
    expires_at: Instant
    stale: bool

    def state(self, index: int) -> VoucherState:
        """A voucher's state; UNKNOWN where the list is stale, too short, or holds a value without meaning."""
        if self.stale or not 0 <= index < len(self.statuses):
            return VoucherState.UNKNOWN
        value = self.statuses.get(index)
        return STATES[value] if value < len(STATES) else VoucherState.UNKNOWN


def make_token(
    uri: str, statuses: Sequence[VoucherState], now: Instant, expires_at: Instant, kid: str, signer: Signer
) -> str:
    """The signed list of vouchers' states by index. Raises ValueError for UNKNOWN, which no list can say."""
    values = [STATES.index(state) for state in statuses]
    payload = {
        "sub": uri,
        "iat": int(now),
        "exp": int(expires_at),
        "status_list": {"bits": BITS, "lst": encode(values, BITS)},
    }
    return sign_jws({"typ": TYP, "kid": kid}, payload, signer)


def read_token(text: str, keys: Mapping[str, Jwk], uri: str, now: Instant) -> StatusToken:
    """Checks a signed list against the pinned keys and the address a voucher names.

    Raises StatusUnknown(reason form|header|payload|key|signature|claims). A stale list is no error: it knows nothing.
    """
    jws = parse_jws(text, TYP, StatusUnknown, longest=MAX_CHARS)
    jws.verify(known_key(jws, keys, StatusUnknown), StatusUnknown)
    claims = jws.payload
    issued_at, expires_at, packed = claims.get("iat"), claims.get("exp"), claims.get("status_list")
    if not (whole_number(issued_at) and whole_number(expires_at)) or claims.get("sub") != uri:
        raise StatusUnknown(reason="claims")
    if not isinstance(packed, dict) or set(packed) != {"bits", "lst"}:
        raise StatusUnknown(reason="claims")
    bits, lst = packed["bits"], packed["lst"]
    if not whole_number(bits) or not isinstance(lst, str):
        raise StatusUnknown(reason="claims")
    try:
        statuses = decode(lst, bits)
    except ValueError:
        raise StatusUnknown(reason="claims") from None
    return StatusToken(statuses, Instant(issued_at), Instant(expires_at), stale=now >= expires_at)
