"""The agency's counter: activation offers and reset codes that staff tell by word.

Rules of this room: see `service`. An offer is found by its HMAC; it serves the one device that redeemed it.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import OfferStale, OfferUsed, OfferWrong, TxCodeWrong
from wallet_cli.platform.service import activation, register
from wallet_cli.platform.service.act import LIMITS, Act, Kept
from wallet_cli.platform.service.activation import AGREEMENT
from wallet_cli.platform.service.textcodes import DIGITS
from wallet_cli.platform.sql import activations as q
from wallet_cli.ports import Activation, ActivationStep, Offer, ResetCode

if TYPE_CHECKING:
    from wallet_cli.ports import Jwk

OFFER_SIGNS = 10


def offer(act: Act, psn_no: str, channel: Channel) -> Offer:
    """A new offer for an insured person. Raises PersonUnknown, NotInsured."""
    row = register.find(act, psn_no)
    register.check_insured(row)
    text, tx_code = act.word(OFFER_SIGNS), act.digits(DIGITS)
    lookup = act.cipher.lookup("offer", text)
    expires_at = Instant(act.now + LIMITS.offer_life_s)
    act.run(
        q.ADD_OFFER,
        lookup=lookup,
        psn_no=row.psn_no,
        channel=Channel(channel).value,
        tx_code=act.cipher.seal(f"offers/{lookup.hex()}", tx_code),
        tries=LIMITS.text_code_tries,
        now=act.now,
        expires_at=expires_at,
    )
    return Offer(text, TextCode(tx_code.encode()), expires_at)


def redeem(act: Act, caller: str, text: str, tx_code: TextCode, device_jwk: Jwk, device_name: str) -> Activation:
    """An activation that waits for ISSUE alone. Order: unknown, another device's, stale, tx code."""
    activation.check_key(caller, device_jwk)
    # Crockford's base32 reads O as 0, I and L as 1, and no case.
    plain = text.strip().upper().replace("-", "").translate(str.maketrans("OIL", "011"))[:64]
    lookup = act.cipher.lookup("offer", plain)
    row = act.row(q.OFFER, lookup=lookup)
    if row is None:
        raise OfferWrong
    psn_no, channel, sealed, tries_left, bound, activation_id, expires_at = row
    if bound is not None and bound != caller:
        raise OfferUsed
    if tries_left <= 0 or act.now >= expires_at:
        raise OfferStale
    right = Secret(act.cipher.open_bytes(f"offers/{lookup.hex()}", sealed))
    if not hmac.compare_digest(right.reveal(), tx_code.reveal()):
        act.run(q.SET_OFFER_TRIES, lookup=lookup, tries=tries_left - 1)
        raise Kept(TxCodeWrong(attempts_left=tries_left - 1))
    if activation_id is not None:
        shown = activation.show(act, caller, activation_id)
        if shown.step is ActivationStep.DONE:
            raise OfferUsed
        return shown
    register.check_insured(register.find(act, psn_no))
    act.run(q.DROP_UNFINISHED, thumbprint=caller)
    fresh = activation.open_new(act, caller, psn_no, Channel(channel), device_name, ActivationStep.ISSUE, AGREEMENT)
    act.run(q.BIND_OFFER, lookup=lookup, thumbprint=caller, activation_id=fresh)
    return activation.show(act, caller, fresh)


def reset_code(act: Act, psn_no: str) -> ResetCode:
    """A code for a PIN reset; an earlier one is stale."""
    row = register.find(act, psn_no)
    number, text = act.number("reset"), act.digits(DIGITS)
    expires_at = Instant(act.now + LIMITS.reset_code_life_s)
    act.run(q.STALE_RESETS, psn_no=row.psn_no)
    act.run(
        q.ADD_RESET,
        psn_no=row.psn_no,
        number=number,
        code=act.cipher.seal(f"reset_codes/{row.psn_no}/{number}", text),
        tries=LIMITS.text_code_tries,
        expires_at=expires_at,
    )
    return ResetCode(TextCode(text.encode()), expires_at)
