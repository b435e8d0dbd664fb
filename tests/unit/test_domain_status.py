"""The status list: packing, its signed form, and never a `valid` that nobody said."""

from __future__ import annotations

import zlib
from itertools import count

import pytest
from unit.domain_keys import KEYS, KID, NOW, PLATFORM, STATUS_URI, STRANGER, KeyPair

from wallet_cli.domain import jws, status
from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import StatusUnknown

VALID, REVOKED, SUSPENDED, UNKNOWN = VoucherState
HOUR = 3600


@pytest.mark.parametrize(
    ("bits", "statuses", "packed"),
    [
        # The two examples of the draft's section 4.1.
        (1, [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1], b"\xb9\xa3"),
        (2, [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3], b"\xc9\x44\xf9"),
        (4, [1, 15], b"\xf1"),
        (8, [1, 255], b"\x01\xff"),
    ],
)
def test_packing_as_the_draft_shows_it(bits: int, statuses: list[int], packed: bytes) -> None:
    unpacked = status.decode(status.encode(statuses, bits), bits)
    assert unpacked.packed == packed
    assert [unpacked.get(n) for n in range(len(statuses))] == statuses
    for outside in (-1, len(unpacked)):
        with pytest.raises(IndexError):
            unpacked.get(outside)


@pytest.mark.parametrize(
    ("statuses", "bits"), [([2], 1), ([4], 2), ([-1], 2), ([256], 8), ([0], 3), ([0], 0), ([0], 16)]
)
def test_encode_refuses_what_does_not_fit(statuses: list[int], bits: int) -> None:
    with pytest.raises(ValueError, match="bits"):
        status.encode(statuses, bits)


def lst(data: bytes) -> str:
    return jws.b64url(data)


PACKED = zlib.compress(b"\xc9\x44\xf9")


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        (lst(PACKED), 3),
        (lst(PACKED) + "=", 2),
        (lst(PACKED[:-1]), 2),
        (lst(PACKED[:-4]), 2),
        (lst(PACKED[:-1] + b"\0"), 2),
        (lst(PACKED + b"\0"), 2),
        (lst(PACKED + PACKED), 2),
        (lst(b"\xc9\x44\xf9"), 2),
        (lst(zlib.compress(bytes(status.MAX_BYTES + 1))), 2),
        (lst(zlib.compress(bytes(50 * status.MAX_BYTES))), 2),
        ("", 2),
    ],
    ids=count(),
)
def test_decode_refuses_faults_and_bombs(text: str, bits: int) -> None:
    with pytest.raises(ValueError, match=r".+"):
        status.decode(text, bits)


def test_the_longest_list_is_read() -> None:
    assert len(status.decode(lst(zlib.compress(b"\xff" * status.MAX_BYTES)), 2)) == 4 * status.MAX_BYTES


STATES = [VALID, REVOKED, SUSPENDED, VALID, SUSPENDED]


def made(expires_at: int = NOW + HOUR, key: KeyPair = PLATFORM, kid: str = KID, uri: str = STATUS_URI) -> str:
    return status.make_token(uri, STATES, NOW, Instant(expires_at), kid, key.sign)


def read(text: str, now: int = NOW) -> status.StatusToken:
    return status.read_token(text, KEYS, STATUS_URI, Instant(now))


def test_states_come_back_by_index() -> None:
    found = read(made())
    assert [found.state(n) for n in range(len(STATES))] == STATES
    assert (found.issued_at, found.expires_at, found.stale) == (NOW, NOW + HOUR, False)


def test_a_stale_list_and_an_index_outside_say_unknown() -> None:
    assert read(made(), NOW + HOUR - 1).state(0) is VALID
    stale = read(made(), NOW + HOUR)
    assert stale.stale
    assert {stale.state(n) for n in range(-2, 20)} == {UNKNOWN}
    assert read(made()).state(-1) is UNKNOWN
    assert read(made()).state(8) is UNKNOWN
    assert read(made()).state(10**9) is UNKNOWN


def test_a_value_without_meaning_says_unknown() -> None:
    found = status.StatusToken(status.decode(status.encode([3, 0], 2), 2), NOW, NOW, stale=False)
    assert [found.state(0), found.state(1)] == [UNKNOWN, VALID]


def test_no_list_can_say_unknown() -> None:
    with pytest.raises(ValueError, match="not in"):
        status.make_token(STATUS_URI, [UNKNOWN], NOW, NOW, KID, PLATFORM.sign)


def hand_made(typ: str = "statuslist+jwt", **changed: object) -> str:
    claims = {
        "sub": STATUS_URI,
        "iat": int(NOW),
        "exp": NOW + HOUR,
        "status_list": {"bits": 2, "lst": status.encode([0], 2)},
        **changed,
    }
    payload = {name: value for name, value in claims.items() if value is not ...}
    return jws.sign_jws({"typ": typ, "kid": KID}, payload, PLATFORM.sign)


def test_the_hand_made_list_itself_passes() -> None:
    assert read(hand_made()).state(0) is VALID
    assert read(hand_made(ttl=60)).state(0) is VALID


@pytest.mark.parametrize(
    "text",
    [
        made(key=STRANGER),
        made(kid="k2"),
        made(uri="https://other.example"),
        hand_made(typ="JWT"),
        hand_made(sub=...),
        hand_made(exp=...),
        hand_made(exp="x"),
        hand_made(iat=True),
        hand_made(status_list=...),
        hand_made(status_list=[]),
        hand_made(status_list={"bits": 2}),
        hand_made(status_list={"bits": True, "lst": "eNoDAAAAAAE"}),
        hand_made(status_list={"bits": 2, "lst": 1}),
        hand_made(status_list={"bits": 2, "lst": "x"}),
        hand_made(status_list={"bits": 3, "lst": "eNoDAAAAAAE"}),
        "",
    ],
    ids=count(),
)
def test_lists_that_are_refused(text: str) -> None:
    with pytest.raises(StatusUnknown):
        read(text)
