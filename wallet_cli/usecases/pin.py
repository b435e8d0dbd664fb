"""The PIN of this profile: set, change. What stretches and tries it is the vault's alone."""

from __future__ import annotations

from wallet_cli.domain import pin as rules
from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.secret import Pin
from wallet_cli.domain.voucher import SELF
from wallet_cli.errors import NotActivated
from wallet_cli.ports import StoreState, Table
from wallet_cli.usecases.session import Session, checked, from_row


def document(session: Session) -> IdDocument | None:
    """The holder's ID document where the store has it: from the voucher, or from an unfinished activation."""
    for voucher_id, row in session.vault.rows(Table.VOUCHERS).items():
        voucher = from_row(voucher_id, row)
        if voucher.alias == SELF and voucher.issued is not None:
            number = checked(session, voucher.issued.sd_jwt, expired=True).disclosed.get("certno")
            return IdDocument(number) if isinstance(number, str) else None
    unfinished = session.vault.row(Table.PROGRESS, "activation")
    number = unfinished.get("document") if unfinished else None
    return IdDocument(number) if number else None


def check_new(session: Session, pin: Pin) -> None:
    """Raises NotActivated, PinMalformed, PinWeak before the gate is touched."""
    if session.vault.state() is not StoreState.READY:
        raise NotActivated(profile=session.profile)
    rules.check(pin, document(session))


def change(session: Session, old: Pin, new: Pin) -> None:
    """A new PIN for the old one. Raises PinWeak, PinWrong, PinLocked."""
    check_new(session, new)
    session.vault.change_pin(old, new, session.clock.now())
