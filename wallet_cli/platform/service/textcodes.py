"""One-time codes, by text message or told at a counter: live for minutes, few tries, used once.

Rules of this room: see `service`. A code is kept sealed and compared in constant time; a wrong try is counted even
though it fails (`Kept`).
"""

from __future__ import annotations

import hmac
from enum import StrEnum

from wallet_cli.domain.identity import Phone
from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.value import Value
from wallet_cli.errors import TextCodesLimited
from wallet_cli.platform.service.act import LIMITS, Act
from wallet_cli.platform.sql import activations as q

DIGITS = 6
HOUR_S = 3_600


class Verdict(StrEnum):
    """What became of a code that was typed."""

    RIGHT = "right"
    WRONG = "wrong"
    STALE = "stale"
    USED = "used"


class Kept(Value):
    """A code as kept. `state`: live, stale (a newer one was sent, or its tries are gone) or used."""

    key: str | int
    code: Secret
    state: str
    tries_left: int
    expires_at: int

    def is_good(self, now: int) -> bool:
        """Whether it may still be used."""
        return self.state == "live" and self.tries_left > 0 and now < self.expires_at


def judge(codes: list[Kept], typed: Secret, now: int) -> tuple[Verdict, Kept | None]:
    """`codes` in order: the first, the newest that is good where one is, decides; another that matches is told as what it
    is."""
    newest = codes[0] if codes else None
    for kept in codes:
        if not hmac.compare_digest(kept.code.reveal(), typed.reveal()):
            continue
        if kept.state == "used":
            return Verdict.USED, kept
        return (Verdict.RIGHT if kept.is_good(now) else Verdict.STALE), kept
    if newest is None or not newest.is_good(now):
        return (Verdict.USED if newest is not None and newest.state == "used" else Verdict.STALE), newest
    return Verdict.WRONG, newest


def send(act: Act, *, activation_id: str, psn_no: str, phone: Phone, purpose: str) -> None:
    """A new code to the phone; older ones of this activation are stale. Raises TextCodesLimited(wait)."""
    row = act.row(q.SENT_SINCE, psn_no=psn_no, since=act.now - HOUR_S)
    if row is not None and row[0] >= LIMITS.text_codes_per_hour:
        raise TextCodesLimited(wait=max(1, int(row[1]) + HOUR_S - act.now))
    act.run(q.STALE_OTHERS, activation_id=activation_id)
    code_id = "M" + act.word(12)
    act.run(
        q.ADD_TEXT,
        code_id=code_id,
        activation_id=activation_id,
        psn_no=psn_no,
        phone=act.cipher.seal(f"text_codes/{code_id}/phone", phone.masked()),
        purpose=purpose,
        code=act.cipher.seal(f"text_codes/{code_id}/code", act.digits(DIGITS)),
        tries=LIMITS.text_code_tries,
        now=act.now,
        number=act.number("text"),
        expires_at=act.now + LIMITS.text_code_life_s,
    )


def of_activation(act: Act, activation_id: str) -> list[Kept]:
    """Codes sent for an activation, newest first."""
    return [
        Kept(code_id, Secret(act.cipher.open_bytes(f"text_codes/{code_id}/code", code)), state, tries, expires_at)
        for code_id, code, state, tries, expires_at in act.rows(q.TEXTS, activation_id=activation_id)
    ]


def mark(act: Act, kept: Kept, state: str, tries_left: int) -> None:
    act.run(q.SET_TEXT, code_id=kept.key, state=state, tries=tries_left)


def opened(act: Act, code_id: str, code: bytes) -> TextCode:
    """A code of the outbox."""
    return TextCode(act.cipher.open_bytes(f"text_codes/{code_id}/code", code))
