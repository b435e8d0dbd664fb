"""The online code: 28 ASCII digits that are shown as a QR and good for a minute, once.

Rules of this room: pure functions of secret, time and roll; no clock, no randomness, no I/O. Layout (protocol.md):

    layout `1` | platform 3 | handle 11 | roll 1 | MAC 11 | check digit 1 (Damm)
"""

from __future__ import annotations

from hmac import compare_digest
from hmac import digest as hmac_digest

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import CodeMalformed

LAYOUT = "1"
STEP_S = 30
"""Seconds of one time step (RFC 6238, section 4.1: X)."""
ROLLS = 10
"""Codes one handle can show within a step."""
LENGTH = 28
PLATFORM_LENGTH = 3
HANDLE_LENGTH = 11
MAC_LENGTH = 11
_MODULUS: int = 10**MAC_LENGTH
_NUMBER_BYTES = 5
"""A MAC as a number: 10^11 lies under 2^37."""
_LABEL = b"yb1"

# Damm's quasigroup of order 10 (H. M. Damm, 2004): weakly totally anti-symmetric with 0 on the diagonal, so that every
# single wrong digit and every swap of two neighbours is caught.
_QUASIGROUP = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
# The same table as one flat row: index = 10 x interim digit + ASCII of the next digit; entries are already times ten.
# Forty-eight leading zeros take up the ASCII offset, so that a check is one look-up a digit.
_DAMM = bytes(48) + bytes(10 * int(d) for row in _QUASIGROUP for d in row)


class OnlineCode(Value):
    """A code whose form is right. `platform` 3 digits, `handle` 11, `roll` 0-9, `mac` 11 digits, not yet checked."""

    platform: str
    handle: str
    roll: int
    mac: str


def check_digit(first27: str) -> str:
    """Damm check digit of the digits before it."""
    return str(_damm(first27) // 10)


def encode(secret: Secret, platform: str, handle: str, step: int, roll: int) -> str:
    """The 28 digits. Raises ValueError for a platform, handle, step or roll that no code can carry."""
    if not (_digits(platform, PLATFORM_LENGTH) and _digits(handle, HANDLE_LENGTH) and 0 <= roll < ROLLS and step >= 0):
        raise ValueError("platform: 3 digits, handle: 11 digits, roll: 0-9, step: not negative")
    number = _mac(secret.reveal(), _head(platform, handle), step, roll)
    first27 = f"{LAYOUT}{platform}{handle}{roll}{number:011d}"
    return first27 + check_digit(first27)


def parse(text: str) -> OnlineCode:
    """Takes a code apart, strict to the last character: 28 ASCII digits, layout 1, check digit right.

    Raises CodeMalformed. Nothing is trimmed: what a scanner reads is the code or is not.
    """
    if not _digits(text, LENGTH) or text[0] != LAYOUT or _damm(text):
        raise CodeMalformed
    return OnlineCode(text[1:4], text[4:15], int(text[15]), text[16:27])


def step_of(now: int) -> int:
    """Time step of a moment: floor(unix time / 30 s)."""
    return now // STEP_S


def expires_at(step: int) -> Instant:
    """First second at which the platform no longer takes a code of this step: its own and one more step have passed."""
    return Instant(STEP_S * (step + 2))


def find_step(secret: Secret, code: OnlineCode, now: int) -> int | None:
    """The step the code was made in: the present one, the one before or the one after; None where its MAC fits none."""
    here = step_of(now)
    return _matching(secret, code, (here, here - 1, here + 1))


def was_good(secret: Secret, code: OnlineCode, now: int, back: int = 40) -> bool:
    """Whether a code that `find_step` refuses was right within the last `back` steps: expired rather than invalid."""
    here = step_of(now)
    return _matching(secret, code, range(here - 2, here - back - 1, -1)) is not None


def derive_secret(master: Secret, handle: str, epoch: int) -> Secret:
    """A handle's secret, 32 bytes: HMAC-SHA256(master, handle in ASCII || epoch as 8 bytes big-endian)."""
    if not _digits(handle, HANDLE_LENGTH):
        raise ValueError("handle: 11 digits")
    return Secret(hmac_digest(master.reveal(), handle.encode("ascii") + epoch.to_bytes(8, "big"), "sha256"))


def _matching(secret: Secret, code: OnlineCode, steps: tuple[int, ...] | range) -> int | None:
    key, head, roll = secret.reveal(), _head(code.platform, code.handle), code.roll
    shown = int(code.mac).to_bytes(_NUMBER_BYTES, "big")
    for step in steps:
        # Comparing in constant time: how far a guess agrees must not show.
        if step >= 0 and compare_digest(_mac(key, head, step, roll).to_bytes(_NUMBER_BYTES, "big"), shown):
            return step
    return None


def _head(platform: str, handle: str) -> bytes:
    return _LABEL + platform.encode("ascii") + handle.encode("ascii")


def _mac(key: bytes, head: bytes, step: int, roll: int) -> int:
    """HMAC-SHA256(secret, "yb1" || platform || handle || step as 8 bytes big-endian || roll as one byte), truncated.

    Dynamic truncation as in RFC 4226, section 5.3, widened: the low four bits of the last byte are an offset (0-15);
    the eight bytes from there, without their top bit, are a number of 63 bits; modulo 10^11, shown with leading zeros.
    """
    # Step and roll in one: eight bytes and one.
    digest = hmac_digest(key, head + (step << 8 | roll).to_bytes(9, "big"), "sha256")
    offset = digest[31] & 0x0F
    number = int.from_bytes(digest[offset : offset + 8], "big") & 0x7FFF_FFFF_FFFF_FFFF
    return number % _MODULUS


def _damm(digits: str) -> int:
    interim = 0
    for byte in digits.encode("ascii"):
        interim = _DAMM[interim + byte]
    return interim


def _digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()
