"""Regions, identity, money, time and secrets: what is accepted, what is refused, how each is written."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest

from wallet_cli.domain import identity, region
from wallet_cli.domain.money import yuan
from wallet_cli.domain.secret import Passphrase, Pin, Secret, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.errors import IdInvalid, NameInvalid, PhoneInvalid, RegionInvalid

# --- regions -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "province"),
    [("110000", "110000"), ("320102", "320000"), ("440300", "440000"), ("660100", "660000"), ("469021", "460000")],
)
def test_regions_and_their_provinces(code: str, province: str) -> None:
    assert region.check(code) == code
    assert region.province(code) == province


@pytest.mark.parametrize(
    "code",
    ["", "11", "1100", "11000", "1100000", "11000a", "990001", "000000", "160000", "110001", "１１００００", " 110000"],
)
def test_what_names_no_region(code: str) -> None:
    with pytest.raises(RegionInvalid) as caught:
        region.check(code)
    assert caught.value.data == {"region": code}
    with pytest.raises(RegionInvalid):
        region.province(code)


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(RegionInvalid) as caught:
        region.check("1" * 5000)
    assert len(str(caught.value.data["region"])) == 32


# --- ID documents --------------------------------------------------------------------------------------------------------


def reason(text: str) -> object:
    with pytest.raises(IdInvalid) as caught:
        identity.IdDocument(text)
    return caught.value.data["reason"]


# The number of the annex to GB 11643-1999, and its other example.
ANNEX = "11010519491231002X"
OTHER = "440524188001010014"


def test_the_standards_own_examples() -> None:
    document = identity.IdDocument(ANNEX)
    assert document.reveal() == ANNEX
    assert (document.area, document.birth_date, document.sex) == ("110105", date(1949, 12, 31), identity.Sex.FEMALE)
    assert document.tail == "31002X"[-6:]
    assert not document.synthetic
    assert identity.IdDocument(OTHER).sex is identity.Sex.MALE
    assert identity.IdDocument(" 110105 19491231 002x ").reveal() == ANNEX


def test_the_form_of_before_1999_is_widened() -> None:
    assert identity.IdDocument("110105491231002") == identity.IdDocument(ANNEX)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "length"),
        ("11010519491231002", "length"),
        ("11010519491231002XX", "length"),
        ("1101054912310021", "length"),
        ("A1010519491231002X", "characters"),
        ("1101051949123100X2", "characters"),
        ("11010519491231002Y", "characters"),
        ("１１０１０５１９４９１２３１００２X", "characters"),
        ("11010549123100X", "characters"),
        ("110105194913310029", "date"),
        ("110105194902290029", "date"),
        ("110105190002290029", "date"),
        ("110105000001010029", "date"),
        ("110105184912310029", "date"),
        ("110105491331002", "date"),
        ("110105490229002", "date"),
        ("110105194912310021", "check_digit"),
        ("110105194912310020", "check_digit"),
    ],
)
def test_ids_that_are_refused_and_why(text: str, expected: str) -> None:
    assert reason(text) == expected


def test_a_leap_day_of_2000_is_a_date() -> None:
    first17 = "99000120000229001"
    assert identity.IdDocument(first17 + identity.check_digit(first17)).birth_date == date(2000, 2, 29)


def test_an_unknown_area_is_no_error_and_99_is_synthetic() -> None:
    for area, synthetic in (("770001", False), ("990000", False), ("990001", True), ("999999", True)):
        first17 = area + "19900307001"
        assert identity.IdDocument(first17 + identity.check_digit(first17)).synthetic is synthetic


def test_an_id_prints_itself_masked() -> None:
    document = identity.IdDocument(ANNEX)
    for shown in (str(document), repr(document), f"{document}", "%s" % document):  # noqa: UP031
        assert "1***" in shown
        assert ANNEX[3:15] not in shown
    assert document.masked() == "1" + "*" * 16 + "X"


# --- names, phones -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "whole", "masked"),
    [
        ("张三", "张三", "*三"),
        ("  欧阳娜娜 ", "欧阳娜娜", "***娜"),
        ("阿依古丽•买买提", "阿依古丽·买买提", "*******提"),
        ("阿依古丽・买买提", "阿依古丽·买买提", "*******提"),
        ("Jean-Luc  O'Neil Jr.", "Jean-Luc O'Neil Jr.", "J*** O*** J***"),
        ("㐀𠀀", "㐀𠀀", "*𠀀"),
    ],
)
def test_names(text: str, whole: str, masked: str) -> None:
    name = identity.Name(text)
    assert (name.reveal(), name.masked(), str(name)) == (whole, masked, masked)
    assert repr(name) == f"Name({masked})"
    assert name == identity.Name(whole)
    assert hash(name) == hash(identity.Name(whole))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "length"),
        ("张", "length"),
        ("张" * 51, "length"),
        ("张3", "characters"),
        ("张·", "characters"),
        ("·张三", "characters"),
        ("-张三", "characters"),
        ("张_三", "characters"),
        ("张\0三", "characters"),
        ("张\x1b[2J三", "characters"),
        ("张\u202e三", "characters"),
        ("张\ud800三", "characters"),
        ("''", "characters"),
        (". .", "characters"),
        ("张.", "characters"),
    ],
)
def test_names_that_are_refused(text: str, expected: str) -> None:
    with pytest.raises(NameInvalid) as caught:
        identity.Name(text)
    assert caught.value.data["reason"] == expected


@pytest.mark.parametrize("text", ["13800000001", "+8613800000001", "+86 138-0000-0001", " 138 0000 0001 "])
def test_phones(text: str) -> None:
    phone = identity.Phone(text)
    assert (phone.reveal(), phone.masked(), str(phone)) == ("13800000001", "138****0001", "138****0001")
    assert repr(phone) == "Phone(138****0001)"
    assert phone == identity.Phone("13800000001")


@pytest.mark.parametrize(
    "text",
    ["", "1380000000", "138000000011", "12800000001", "23800000001", "8613800000001", "+85213800000001", "1380000000a"],
)
def test_phones_that_are_refused(text: str) -> None:
    with pytest.raises(PhoneInvalid):
        identity.Phone(text)


@pytest.mark.parametrize("text", ["１３８００００００１１", "+86+8613800000001", "13800000001\0", "138.0000.0001"])
def test_phones_with_strange_signs_are_refused(text: str) -> None:
    with pytest.raises(PhoneInvalid):
        identity.Phone(text)


# --- money, time ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fen", "text"),
    [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"), (123456, "1,234.56"), (-123456789, "-1,234,567.89")],
)
def test_yuan(fen: int, text: str) -> None:
    assert yuan(fen) == text


def test_instants() -> None:
    assert Instant(0).rfc3339() == "1970-01-01T00:00:00Z"
    new_year_in_china = Instant(1_767_196_800)
    assert new_year_in_china.rfc3339() == "2025-12-31T16:00:00Z"
    assert (new_year_in_china.year(), new_year_in_china.day()) == (2026, "2026-01-01")
    before = Instant(new_year_in_china - 1)
    assert (before.year(), before.day()) == (2025, "2025-12-31")


# --- secrets --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Secret, Pin, TextCode, Passphrase])
def test_secrets_cannot_be_printed_pickled_copied_or_compared(kind: type[Secret]) -> None:
    secret = kind(b"258036")
    assert secret.reveal() == b"258036"
    assert len(secret) == 6
    for shown in (str(secret), repr(secret), f"{secret}", f"{secret:>40}", "%s %r" % (secret, secret)):  # noqa: UP031
        assert "258036" not in shown
        assert kind.__name__ in shown
    for attempt in (
        lambda: pickle.dumps(secret),
        lambda: copy.copy(secret),
        lambda: copy.deepcopy([secret]),
        lambda: secret == secret,  # noqa: PLR0124
        lambda: {secret},
        lambda: vars(secret),
    ):
        with pytest.raises(TypeError):
            attempt()
