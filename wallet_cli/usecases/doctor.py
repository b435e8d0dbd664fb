"""What is made of what doctor's checks saw: a finding each, its level, and the commands that mend it.

Pure judgement: the checks look, here it is decided. A finding's `reason` names its words, `doctor.CHECK.REASON`; one
that comes of an error has the error's own words instead. No personal data in `facts`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from wallet_cli.domain.time import DAY_S, Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, VoucherState
from wallet_cli.errors import Datum, WalletError, whose
from wallet_cli.usecases.status import WalletState

if TYPE_CHECKING:
    from wallet_cli.usecases.status import Status

SLOW_MS = 1_000
"""A keyring that takes longer for one item makes every command tiresome."""
OFF_S = 3_600
"""A sandbox moved by so much is no longer today."""
SLACK_S = 300
"""Clocks and file systems differ by less."""
FIRST_YEAR, LAST_YEAR = 2025, 2100
_SOON_S = 30 * DAY_S


class Level(StrEnum):
    """`warning`: works, but not as it should; `fault`: something does not work until it is mended."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


class Finding(Value):
    """What one check found. `fix`: commands, one a line, that work when pasted. `error`: what it comes of."""

    check: str
    level: Level
    reason: str
    facts: dict[str, Datum]
    fix: tuple[str, ...] = ()
    error: WalletError | None = None


def ok(check: str, reason: str, **facts: Datum) -> Finding:
    return Finding(check, Level.OK, reason, facts)


def warning(check: str, reason: str, *fix: str, **facts: Datum) -> Finding:
    return Finding(check, Level.WARNING, reason, facts, fix)


def fault(check: str, reason: str, *fix: str, **facts: Datum) -> Finding:
    return Finding(check, Level.FAULT, reason, facts, fix)


def of_error(check: str, error: WalletError, fix: tuple[str, ...] | None = None, level: Level = Level.FAULT) -> Finding:
    """An error that a check met. `fix`: instead of the error's own, of which another look by doctor is none."""
    commands = tuple(one for one in error.fix if one != "yibao doctor") if fix is None else fix
    return Finding(check, level, error.code.lower(), error.data, commands, error)


def speed(backend: str, milliseconds: int) -> Finding:
    """The keyring answered in so many milliseconds."""
    if milliseconds >= SLOW_MS:
        return warning("keyring", "slow", "yibao doctor", backend=backend, milliseconds=milliseconds)
    return ok("keyring", "ready", backend=backend, milliseconds=milliseconds)


def clock(machine: Instant, offset: int, newest_file: int, newest_act: Instant | None, set_clock: str) -> Finding:
    """The machine's time, the sandbox's offset from it (s), when the wallet's files were last written by the same
    clock (epoch s, 0 for none), and the time of the audit's newest record. `set_clock` puts the machine's right."""
    ahead = max(0, newest_act - machine - offset) if newest_act is not None else 0
    if not FIRST_YEAR <= machine.year() <= LAST_YEAR:
        return fault("clock", "implausible", set_clock, year=machine.year())
    if newest_file - machine > SLACK_S:
        return fault("clock", "behind", set_clock, minutes=(newest_file - machine) // 60)
    if abs(offset) >= OFF_S:
        return fault("clock", "sandbox", "yibao-platform sandbox clock reset", offset_seconds=offset)
    if ahead > SLACK_S:
        # Only a sandbox can have been there already: its files were written by today's clock.
        return ok("clock", "moved_back", minutes=ahead // 60)
    return ok("clock", "right", offset_seconds=offset)


def voucher(found: Status, listed: VoucherState | None, now: Instant) -> Finding:
    """The wallet's vouchers: the state of one's own, its entry in the status list (None: not asked), data; what ends
    first of it and the members'."""
    mend = _MEND.get(found.state)
    if mend is not None:
        return mend
    if listed is VoucherState.UNKNOWN:
        return warning("voucher", "unlisted", "yibao voucher show")
    if found.standing is not None and found.standing.data_changed:
        return warning("voucher", "data_changed", "yibao voucher update")
    left, alias = min(
        ((one.token.expires_at - now, one.stored.alias) for one in found.members), default=(_SOON_S, SELF)
    )
    days = max(0, left) // DAY_S
    if left < _SOON_S:
        reason = "ending" if alias == SELF else "member_ending" if left > 0 else "member_expired"
        return warning("voucher", reason, f"yibao voucher update{whose(alias)['whose']}", days=days)
    return ok("voucher", "good", days=days)


_MEND = {
    WalletState.NOT_ACTIVATED: ok("voucher", "none"),
    WalletState.UNFINISHED: warning("voucher", "unfinished", "yibao activate"),
    WalletState.FROZEN: warning("voucher", "frozen", "yibao voucher unfreeze"),
    WalletState.REVOKED: fault("voucher", "revoked", "yibao activate --replace"),
    WalletState.EXPIRED: fault("voucher", "expired", "yibao voucher update"),
    WalletState.PIN_LOCKED: fault("voucher", "pin_locked", "yibao pin reset"),
}


def outbox(found: Status, now: Instant) -> Finding:
    """Requests whose outcome is not known, and for how long."""
    if not found.unsent:
        return ok("outbox", "empty")
    minutes = max(0, now - found.unsent[0].since) // 60
    operations = ", ".join(sorted({one.operation for one in found.unsent}))
    return fault(
        "outbox", "unsent", "yibao status --send", count=len(found.unsent), minutes=minutes, operations=operations
    )
