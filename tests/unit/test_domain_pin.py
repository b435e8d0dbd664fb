"""Which PINs are refused, and why."""

from __future__ import annotations

import pytest

from wallet_cli.domain import pin
from wallet_cli.domain.identity import IdDocument, check_digit
from wallet_cli.domain.secret import Pin
from wallet_cli.errors import PinMalformed, PinWeak


def document(first17: str) -> IdDocument:
    return IdDocument(first17 + check_digit(first17))


BORN_1985 = document("99000119851203007")
ENDING_IN_X = document("99000119900307001")


def verdict(text: str, holder: IdDocument | None = BORN_1985) -> object:
    try:
        pin.check(Pin(text.encode()), holder)
    except PinWeak as weak:
        assert text not in repr(weak.data)
        return weak.data["reason"]
    return "fit"


@pytest.mark.parametrize(
    "text", ["", "12345", "1234567", "12345a", "１２３４５６", "12 456", "+12345", "12345\n", "½23456"]
)
def test_anything_but_six_ascii_digits_is_malformed(text: str) -> None:
    with pytest.raises(PinMalformed):
        pin.check(Pin(text.encode()), None)


def test_bytes_that_are_no_text_are_malformed() -> None:
    with pytest.raises(PinMalformed):
        pin.check(Pin(b"\xff" * 6), None)


@pytest.mark.parametrize(
    "text", ["123456", "012345", "456789", "567890", "890123", "654321", "543210", "987654", "109876"]
)
def test_sequences(text: str) -> None:
    assert verdict(text) == "sequence"


@pytest.mark.parametrize("text", ["000000", "999999", "111222", "121212", "123123", "112233", "990099", "778899"])
def test_repeats(text: str) -> None:
    assert verdict(text) == "repeat"


@pytest.mark.parametrize("text", ["851203", "120385", "031285", "198512"])
def test_birthdays_of_the_holder_only(text: str) -> None:
    assert verdict(text) == "birthday"
    assert verdict(text, None) == "fit"
    assert verdict(text, ENDING_IN_X) == "fit"


def test_the_documents_tail() -> None:
    tail = BORN_1985.tail
    assert tail.isdigit()
    assert verdict(tail) == "id_tail"
    assert verdict(BORN_1985.reveal()[-7:-1]) == "id_tail"
    assert verdict(tail, None) == "fit"


def test_a_tail_that_ends_in_x() -> None:
    assert ENDING_IN_X.reveal().endswith("X")
    assert verdict(ENDING_IN_X.tail[:-1] + "0", ENDING_IN_X) == "id_tail"
    assert verdict(ENDING_IN_X.reveal()[-7:-1], ENDING_IN_X) == "id_tail"


@pytest.mark.parametrize("text", ["258036", "135792", "112234", "121213", "123124", "123457", "851204", "900000"])
def test_others_are_fit(text: str) -> None:
    assert verdict(text) == "fit"
