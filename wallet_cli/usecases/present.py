"""Showing the voucher: a fresh online code from time and roll, made inside the vault, no network on the wallet's side."""

from __future__ import annotations

from wallet_cli.domain.identity import Name
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF
from wallet_cli.ports import Keys
from wallet_cli.usecases.session import Held, Session, fetch_code_secret, held
from wallet_cli.usecases.trust import platform_facts
from wallet_cli.usecases.voucher import not_frozen


class OnlineCode(Value):
    """28 digits for one use. `digits` is as good as the person's presence until `expires_at`."""

    digits: str
    member: str
    issued_at: Instant
    expires_at: Instant


def check(session: Session, member: str) -> Held:
    """What can be refused before the PIN is asked for. Raises NotActivated, MemberUnknown, MemberEnded,
    MemberSuspended, VoucherFrozen, VoucherExpired."""
    found = held(session, member)
    if is_own(found):
        not_frozen(session, found)
    else:
        from wallet_cli.usecases.family import check_shown

        check_shown(session, found)
    return found


def prepare(session: Session, keys: Keys, found: Held) -> Held:
    """What comes once, before a member's first code: the audit says whose it is, and what changed in the register comes
    into the voucher. One's own needs neither."""
    if is_own(found):
        return found
    from wallet_cli.usecases import family, voucher

    family.note_shown(session, found)
    return voucher.update(session, keys, found.stored.alias) if family.check_shown(session, found) else found


def present(session: Session, keys: Keys, found: Held) -> OnlineCode:
    """The next code of a voucher. Raises RollsExhausted(wait)."""
    fetch_code_secret(session, keys, found)
    number = str(platform_facts(session)["number"])
    now = session.clock.now()
    digits, expires_at = keys.code(found.stored.voucher_id, number, found.issued.handle, now)
    return OnlineCode(digits, found.stored.alias, now, expires_at)


def name_of(found: Held) -> Name | None:
    """The subject's name as the voucher discloses it."""
    full = found.token.disclosed.get("name")
    return Name(full) if isinstance(full, str) else None


def is_own(found: Held) -> bool:
    """Whether this is the holder's own voucher."""
    return found.stored.alias == SELF
