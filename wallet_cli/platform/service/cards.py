"""The physical card: its number, loss and reissue. The voucher works in each of its states.

Rules of this room: see `service`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import voucher
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant
from wallet_cli.errors import CardLost, CardState, NotFound, PersonUnknown
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import register as q

if TYPE_CHECKING:
    from wallet_cli.ports import Card

_ACTIVE, _LOST = voucher.CardState.ACTIVE.value, voucher.CardState.LOST.value


def give(act: Act, psn_no: str) -> None:
    """A new active card with a number of its own: sandbox prefix, random digits."""
    number = "S99" + act.digits(15)
    act.run(
        q.ADD_CARD,
        lookup=act.cipher.lookup("card", number),
        psn_no=psn_no,
        number=act.cipher.seal(f"cards/{psn_no}/number", number),
        state=_ACTIVE,
        now=act.now,
    )


def number(act: Act, psn_no: str) -> tuple[Secret, voucher.CardState]:
    """The whole number and its state, for the register's staff."""
    _, sealed, state, _ = _present(act, psn_no)
    return Secret(act.cipher.open_bytes(f"cards/{psn_no}/number", sealed)), voucher.CardState(state)


def show(act: Act, psn_no: str) -> Card:
    """The card with its number masked."""
    from wallet_cli.ports import Card

    _, sealed, state, since = _present(act, psn_no)
    whole = act.cipher.open(f"cards/{psn_no}/number", sealed)
    return Card("*" * (len(whole) - 4) + whole[-4:], voucher.CardState(state), Instant(since))


def report_lost(act: Act, psn_no: str) -> Card:
    """Stops the card alone; reporting again changes nothing."""
    lookup, _, state, _ = _present(act, psn_no)
    if state == _ACTIVE:
        act.run(q.SET_CARD, lookup=lookup, state=_LOST, now=act.now)
    return show(act, psn_no)


def reissue(act: Act, psn_no: str) -> Card:
    """A new card with another number, active at once in the sandbox. Raises CardState(state) unless reported lost."""
    lookup, _, state, _ = _present(act, psn_no)
    if state != _LOST:
        raise CardState(state=state)
    act.run(q.RETIRE_CARD, lookup=lookup)
    give(act, psn_no)
    return show(act, psn_no)


def holder(act: Act, presented: Secret) -> str:
    """Person number behind a card's number. Raises CardLost, PersonUnknown."""
    row = act.row(q.CARD_BY_NUMBER, lookup=act.cipher.lookup("card", presented.reveal()))
    if row is None:
        raise PersonUnknown(person="")
    if row[1] != _ACTIVE:
        raise CardLost
    return str(row[0])


def whose(act: Act, presented: Secret) -> str | None:
    """Person number behind a card's number, whatever became of the card."""
    row = act.row(q.CARD_BY_NUMBER, lookup=act.cipher.lookup("card", presented.reveal()))
    return None if row is None else str(row[0])


def _present(act: Act, psn_no: str) -> tuple[bytes, bytes, str, int]:
    row = act.row(q.CARD, psn_no=psn_no)
    if row is None:
        raise NotFound(what="card")
    return bytes(row[0]), bytes(row[1]), str(row[2]), int(row[3])
