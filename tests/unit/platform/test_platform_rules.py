"""Rules of the platform that stand alone: kept answers, judged codes, ages, pooling areas, portable statements."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_cli.domain.identity import IdDocument, Name, Phone, check_digit, full_years
from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.settlement import Bill, Category, Fee, Step, TreatmentType
from wallet_cli.domain.time import Instant
from wallet_cli.errors import PlatformTampered
from wallet_cli.platform import answers, sql
from wallet_cli.platform.cipher import Cipher
from wallet_cli.platform.service import people, register
from wallet_cli.platform.service.textcodes import Kept, Verdict, judge
from wallet_cli.ports import FacePurpose, Offer, PersonDraft, Presented

_FIXED = "99000119850612001"


def document(first17: str = _FIXED) -> IdDocument:
    return IdDocument(first17 + check_digit(first17))


def test_answers_come_back_as_they_were() -> None:
    for value in (
        None,
        True,
        7,
        "文",
        (1, ("a", None), ()),
        Instant(5),
        Bill(TreatmentType.OUTPATIENT, (Fee("药", Category.B, 5, 100, 1),)),
        Step("tier", 3, {"ratio": 5, "reach": "home"}),
        PersonDraft(Name("张三"), Phone("13800000001"), "110000", "310", document()),
        FacePurpose.PIN_RESET,
    ):
        back = answers.load(answers.dump(value))
        assert back == value and type(back) is type(value)


def test_secrets_come_back_as_secrets() -> None:
    offer: Offer = answers.load(answers.dump(Offer("ABC", TextCode(b"123456"), Instant(9))))
    assert isinstance(offer.tx_code, TextCode) and offer.tx_code.reveal() == b"123456"
    shown: Presented = answers.load(answers.dump(Presented(card=Secret(b"\x00\xff"))))
    assert shown.card is not None and shown.card.reveal() == b"\x00\xff"


@given(st.text(), st.text())
def test_bodies_that_differ_are_told_apart(left: str, right: str) -> None:
    assert (answers.dump((left, right)) == answers.dump((right, left))) == (left == right)
    assert answers.dump((left, right)) != answers.dump((left + right,))


def test_values_of_no_port_are_refused() -> None:
    for value in (object(), 1.5, {1.5}, b"bytes"):
        with pytest.raises(TypeError):
            answers.dump(value)


def kept(code: bytes, state: str = "live", tries: int = 5, expires_at: int = 100) -> Kept:
    return Kept("x", Secret(code), state, tries, expires_at)


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [
        ([kept(b"1")], Verdict.RIGHT),
        ([kept(b"2")], Verdict.WRONG),
        ([], Verdict.STALE),
        ([kept(b"1", expires_at=50)], Verdict.STALE),
        ([kept(b"1", expires_at=51)], Verdict.RIGHT),
        ([kept(b"1", tries=0)], Verdict.STALE),
        ([kept(b"2", expires_at=50)], Verdict.STALE),
        ([kept(b"1", "used")], Verdict.USED),
        ([kept(b"2", "used")], Verdict.USED),
        ([kept(b"2"), kept(b"1", "stale")], Verdict.STALE),
        ([kept(b"1"), kept(b"1", "stale")], Verdict.RIGHT),
        ([kept(b"2"), kept(b"1", "used")], Verdict.USED),
    ],
)
def test_codes_are_judged(codes: list[Kept], verdict: Verdict) -> None:
    assert judge(codes, Secret(b"1"), 50)[0] is verdict


def test_ages_are_full_years_in_china() -> None:
    born = document("99000120001231001")
    # 2025-12-30T16:00Z is the first second of the birthday in China.
    birthday = Instant(1_767_110_400)
    assert (full_years(born, Instant(birthday - 1).day()), full_years(born, birthday.day())) == (24, 25)
    assert full_years(document("99000120240229001"), Instant(1_700_000_000).day()) == 0


def test_pooling_areas() -> None:
    assert register.pooling_area("110105") == register.pooling_area("110000")
    assert register.pooling_area("320506") == register.pooling_area("320500") != register.pooling_area("320100")


def test_the_fixed_people_and_institutions_hold_together() -> None:
    documents = [document(row[1]) for row in people.PEOPLE]
    assert len(set(documents)) == len({row[2] for row in people.PEOPLE}) == len(people.PEOPLE) >= 12
    assert all(found.synthetic for found in documents)
    assert people.PEOPLE[0][:5] == ("张三", _FIXED, "13800000001", "110000", "310")
    assert sum(not row[5] for row in people.PEOPLE) == 1
    assert all(row[6] == 0 for row in people.PEOPLE if row[4] == "390")
    assert {row[3] for row in people.PEOPLE} == {
        "110000", "310000", "320100", "320500", "340100", "410100", "410300", "440100", "440300",
    }  # fmt: skip
    for code, _, _, region, level, supports, _ in people.INSTITUTIONS:
        assert re.fullmatch(r"[HP]\d{11}", code) and code[1:7] == region
        assert (level == 0) == (code[0] == "P") == ("pharmacy" in supports.split(","))


def test_boxes_open_at_their_place_alone() -> None:
    numbers = iter(range(1000))
    cipher = Cipher(Secret(bytes(32)), lambda count: next(numbers).to_bytes(count, "big"), "platform.db")
    box = cipher.seal("people/1/name", "张三")
    assert cipher.open("people/1/name", box) == "张三" and "张三".encode() not in box
    other = Cipher(Secret(b"\x01" * 32), bytes, "platform.db")
    for opener, place, sealed in (
        (cipher, "people/2/name", box),
        (cipher, "people/1/phone", box),
        (cipher, "people/1/name", box[:-1]),
        (cipher, "people/1/name", b""),
        (other, "people/1/name", box),
    ):
        with pytest.raises(PlatformTampered) as refused:
            opener.open(place, sealed)
        assert refused.value.data["what"] == "people"
    assert cipher.lookup("name", "a") != cipher.lookup("phone", "a") != other.lookup("phone", "a")


# --- one set of SQL for two engines -------------------------------------------------------------------------------------

_ONLY_SQLITE = re.compile(
    r"\b(AUTOINCREMENT|ROWID|PRAGMA|GLOB|IFNULL|STRFTIME|JULIANDAY|DATETIME|TYPEOF|BLOB|WITHOUT|STRICT|"
    r"INSERT OR|REPLACE INTO|RANDOMBLOB|GROUP_CONCAT|LAST_INSERT)\b|\?|`",
    re.IGNORECASE,
)


def queries(module: ModuleType) -> list[str]:
    return [value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)]


def test_statements_are_of_no_one_engine() -> None:
    modules = [import_module(f"{sql.__name__}.{found.name}") for found in iter_modules(sql.__path__)]
    every = [text for module in modules for text in queries(module)]
    every += [text for migration in sql.MIGRATIONS for text in sql.statements(migration)]
    assert len(every) > 80
    assert [text for text in every if _ONLY_SQLITE.search(text)] == []
    types = set(
        re.findall(
            r"^    \w+ ([A-Z]+)",
            "".join((Path(sql.__file__).parent / name).read_text() for name in sql.MIGRATIONS),
            re.M,
        )
    )
    assert types - {"KEY"} == {"TEXT", "BIGINT", "BYTEA"}


def test_migrations_are_numbered_without_gaps() -> None:
    found = sorted(path.name for path in Path(sql.__file__).parent.glob("*.sql"))
    assert tuple(found) == sql.MIGRATIONS
    assert [int(name[:4]) for name in found] == list(range(1, sql.FORMAT + 1))
