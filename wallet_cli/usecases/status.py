"""The state of the wallet at a glance; never fails for want of an activation."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, VoucherState
from wallet_cli.errors import SignInNeeded, VoucherExpired
from wallet_cli.ports import Limits, PinState, PinStatus, Standing, StoreState, Table
from wallet_cli.usecases import activate, pending
from wallet_cli.usecases.pending import Unsent
from wallet_cli.usecases.session import Held, Session, held, vouchers
from wallet_cli.usecases.voucher import remember_state

if TYPE_CHECKING:
    from wallet_cli.usecases.family import Family


class WalletState(StrEnum):
    """Where a wallet stands. `unfinished`: an activation was begun."""

    NOT_ACTIVATED = "not_activated"
    UNFINISHED = "unfinished"
    ACTIVE = "active"
    FROZEN = "frozen"
    REVOKED = "revoked"
    EXPIRED = "expired"
    PIN_LOCKED = "pin_locked"


class Status(Value):
    """`members`: the vouchers here, one's own first; a member's may be past its time. `standing` is None where the
    platform was not asked or did not know this device any more; `family` where there is no member's voucher."""

    state: WalletState
    step: str | None
    pin: PinStatus
    members: tuple[Held, ...]
    standing: Standing | None
    unsent: tuple[Unsent, ...]
    family: Family | None = None


def status(session: Session) -> Status:
    """Reads the store, and asks the platform for the voucher's standing where there is one."""
    no_pin = PinStatus(PinState.UNSET, Limits().pin_tries)
    if session.vault.state() is not StoreState.READY:
        return Status(WalletState.NOT_ACTIVATED, None, no_pin, (), None, ())
    waiting = pending.unsent(session)
    pin = session.vault.pin_status()
    if not activate.is_active(session):
        row = session.vault.row(Table.PROGRESS, "activation")
        state = WalletState.UNFINISHED if row else WalletState.NOT_ACTIVATED
        return Status(state, str(row["step"]) if row else None, pin, (), None, waiting)
    family = _family(session)
    try:
        own = held(session, SELF)
    except VoucherExpired:
        return Status(WalletState.EXPIRED, None, pin, (), None, waiting)
    members = (own, *(held(session, one.alias, expired=True) for one in vouchers(session) if one.alias != SELF))
    try:
        standing = session.platform.citizen.standing(session.call("standing"), own.issued.handle).value
    except SignInNeeded:
        return Status(WalletState.REVOKED, None, pin, members, None, waiting)
    remember_state(session, standing)
    return Status(_state(pin, standing), None, pin, members, standing, waiting, family)


def _family(session: Session) -> Family | None:
    """The family as the platform has it, where this wallet holds anybody; what has ended is cleared away by that."""
    if len(vouchers(session)) < 2:
        return None
    from wallet_cli.usecases.family import look

    try:
        return look(session)
    except (SignInNeeded, VoucherExpired):
        return None


def _state(pin: PinStatus, standing: Standing) -> WalletState:
    if standing.state is VoucherState.REVOKED:
        return WalletState.REVOKED
    if pin.state is PinState.LOCKED:
        return WalletState.PIN_LOCKED
    if standing.state is VoucherState.SUSPENDED:
        return WalletState.FROZEN
    return WalletState.ACTIVE
