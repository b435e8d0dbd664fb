"""The 28 digits: layout, steps, expiry, derivation, and what is refused."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from wallet_cli.domain import code
from wallet_cli.domain.secret import Secret
from wallet_cli.errors import CodeMalformed

SECRET = Secret(bytes(range(32)))
STEP = 60_000_000
PLATFORM, HANDLE = "990", "00112345678"


def sample(step: int = STEP, roll: int = 3) -> str:
    return code.encode(SECRET, PLATFORM, HANDLE, step, roll)


def by_the_book(step: int, roll: int) -> str:
    """The MAC written out from protocol.md, with none of the product's own steps."""
    message = b"yb1" + b"990" + b"00112345678" + step.to_bytes(8, "big") + bytes([roll])
    digest = hmac.new(bytes(range(32)), message, hashlib.sha256).digest()
    offset = digest[-1] % 16
    number = int.from_bytes(digest[offset : offset + 8], "big") % 2**63
    return str(number % 10**11).rjust(11, "0")


@pytest.mark.parametrize("step", [0, 1, STEP, STEP + 1, 2**40])
@pytest.mark.parametrize("roll", range(10))
def test_mac_is_the_documented_one(step: int, roll: int) -> None:
    digits = sample(step, roll)
    assert digits[:16] == f"1{PLATFORM}{HANDLE}{roll}"
    assert digits[16:27] == by_the_book(step, roll)


def test_a_code_that_was_made_elsewhere() -> None:
    """Fixed once: a change of the layout must not pass unseen."""
    assert sample() == "1990001123456783" + by_the_book(STEP, 3) + sample()[-1]
    assert len(sample()) == code.LENGTH
    assert sample() == "1990001123456783800737139997"


@pytest.mark.parametrize(
    ("digits", "check"), [("572", "4"), ("11294", "6"), ("43881234567", "9"), ("0", "0"), ("", "0")]
)
def test_damm_digits_known_elsewhere(digits: str, check: str) -> None:
    assert code.check_digit(digits) == check


def test_parse_takes_apart_what_encode_put_together() -> None:
    digits = sample()
    parsed = code.parse(digits)
    assert parsed == code.OnlineCode(PLATFORM, HANDLE, 3, digits[16:27])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d[:-1],
        lambda d: d[:-1] + str((int(d[-1]) + 1) % 10),
        lambda d: d + "0",
        lambda d: " " + d[1:],
        lambda d: d + " ",
        lambda d: d + "\n",
        lambda d: d[:4] + "-" + d[4:27],
        lambda d: "+" + d[1:],
        lambda d: d[:5] + "_" + d[6:],
        lambda d: d.translate({ord(str(n)): 0xFF10 + n for n in range(10)}),
        lambda d: d[:27] + "²",
        lambda d: d[:27] + chr(0x660 + int(d[27])),
        lambda d: "",
        lambda d: "x" * 28,
    ],
)
def test_anything_but_28_ascii_digits_is_malformed(spoil: object) -> None:
    with pytest.raises(CodeMalformed):
        code.parse(spoil(sample()))  # type: ignore[operator]


@pytest.mark.parametrize("layout", "023456789")
def test_another_layout_is_malformed_with_its_check_digit_right(layout: str) -> None:
    first27 = layout + sample()[1:27]
    with pytest.raises(CodeMalformed):
        code.parse(first27 + code.check_digit(first27))


def test_steps_and_expiry() -> None:
    assert [code.step_of(n) for n in (0, 29, 30, 59, 60)] == [0, 0, 1, 1, 2]
    assert code.expires_at(0) == 60
    assert code.expires_at(STEP) == 30 * (STEP + 2)


@pytest.mark.parametrize(
    ("seconds", "accepted"), [(-31, False), (-30, True), (-1, True), (0, True), (29, True), (59, True), (60, False)]
)
def test_a_code_is_good_from_one_step_before_until_it_expires(seconds: int, accepted: bool) -> None:
    now = STEP * 30 + seconds
    assert code.find_step(SECRET, code.parse(sample()), now) == (STEP if accepted else None)
    assert accepted == (STEP * 30 - 30 <= now < code.expires_at(STEP))


def test_an_expired_code_is_told_from_a_wrong_one() -> None:
    parsed = code.parse(sample())
    start = STEP * 30
    assert not code.was_good(SECRET, parsed, start)
    assert not code.was_good(SECRET, parsed, start + 59)
    assert code.was_good(SECRET, parsed, start + 60)
    assert code.was_good(SECRET, parsed, start + 91)
    assert code.was_good(SECRET, parsed, start + 40 * 30)
    assert not code.was_good(SECRET, parsed, start + 41 * 30)
    assert not code.was_good(Secret(b"another" * 5), parsed, start + 91)


def test_the_first_steps_of_time_have_no_step_before_them() -> None:
    assert code.find_step(SECRET, code.parse(sample(0)), 0) == 0
    assert code.find_step(SECRET, code.parse(sample(5)), 0) is None
    assert not code.was_good(SECRET, code.parse(sample(5)), 0)


def test_another_secret_platform_handle_or_roll_does_not_fit() -> None:
    parsed, now = code.parse(sample()), STEP * 30
    others = [
        code.OnlineCode("991", HANDLE, 3, parsed.mac),
        code.OnlineCode(PLATFORM, "00112345679", 3, parsed.mac),
        code.OnlineCode(PLATFORM, HANDLE, 4, parsed.mac),
        code.OnlineCode(PLATFORM, HANDLE, 3, "00000000000"),
    ]
    assert all(code.find_step(SECRET, other, now) is None for other in others)
    assert code.find_step(Secret(bytes(32)), parsed, now) is None
    assert code.find_step(SECRET, parsed, now) == STEP


@pytest.mark.parametrize(
    ("platform", "handle", "step", "roll"),
    [
        ("99", HANDLE, STEP, 0),
        ("99a", HANDLE, STEP, 0),
        ("９９０", HANDLE, STEP, 0),
        (PLATFORM, HANDLE[:-1], STEP, 0),
        (PLATFORM, HANDLE, -1, 0),
        (PLATFORM, HANDLE, STEP, 10),
        (PLATFORM, HANDLE, STEP, -1),
    ],
)
def test_encode_refuses_what_no_code_can_carry(platform: str, handle: str, step: int, roll: int) -> None:
    with pytest.raises(ValueError, match="digits"):
        code.encode(SECRET, platform, handle, step, roll)


def test_secrets_differ_by_handle_epoch_and_master() -> None:
    master = Secret(b"m" * 32)
    base = code.derive_secret(master, HANDLE, 1).reveal()
    assert base == hmac.digest(b"m" * 32, HANDLE.encode() + (1).to_bytes(8, "big"), "sha256")
    others = {
        code.derive_secret(master, HANDLE, 2).reveal(),
        code.derive_secret(master, "00112345679", 1).reveal(),
        code.derive_secret(Secret(b"n" * 32), HANDLE, 1).reveal(),
    }
    assert len(others | {base}) == 4
    with pytest.raises(ValueError, match="11 digits"):
        code.derive_secret(master, "1", 1)
