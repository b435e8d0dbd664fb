"""Which PINs are refused: what a finder of the device would try first.

Rules of this room: pure; opens a Pin only to judge it, and no error carries its digits.
"""

from __future__ import annotations

from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.secret import Pin
from wallet_cli.errors import PinMalformed, PinWeak

LENGTH = 6
_UP = "0123456789" * 2
_DOWN = _UP[::-1]


def check(pin: Pin, document: IdDocument | None) -> None:
    """Passes a PIN that is fit for use. Raises PinMalformed unless it is six ASCII digits, and PinWeak with reason

    - `sequence`: digits that rise or fall by one, past 9 and 0 too (123456, 567890, 321098);
    - `repeat`: 111111, 111222, 121212, 123123, 112233 and their like;
    - `birthday`: the document's birth date as yymmdd, mmddyy, ddmmyy or yyyymm;
    - `id_tail`: the document's last six signs, or its last six digits where the check sign is left out or, being X,
      is typed as 0.
    """
    digits = pin.reveal()
    # bytes.isdigit knows ASCII digits only.
    if len(digits) != LENGTH or not digits.isdigit():
        raise PinMalformed
    text = digits.decode("ascii")
    if text in _UP or text in _DOWN:
        raise PinWeak(reason="sequence")
    if _repeats(text):
        raise PinWeak(reason="repeat")
    if document is not None:
        if text in _birthdays(document):
            raise PinWeak(reason="birthday")
        if text in _tails(document):
            raise PinWeak(reason="id_tail")


def _repeats(text: str) -> bool:
    halves = len(set(text[:3])) == 1 and len(set(text[3:])) == 1
    pairs = text[0::2] == text[1::2]
    return halves or pairs or text[:2] * 3 == text or text[:3] * 2 == text


def _birthdays(document: IdDocument) -> frozenset[str]:
    return frozenset(document.birth_date.strftime(form) for form in ("%y%m%d", "%m%d%y", "%d%m%y", "%Y%m"))


def _tails(document: IdDocument) -> frozenset[str]:
    number = document.reveal()
    return frozenset((document.tail.replace("X", "0"), number[-7:-1]))
