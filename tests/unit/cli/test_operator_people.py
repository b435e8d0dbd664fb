"""`yibao-platform person …` and `institution …`: the register, its lists, and every refusal with nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from unit.cli.running import ZHANG, ZHANG_PHONE, Program, programs

HEADER = "name,phone,region,insutype,birth_date,sex,personal_account_fen"
ROWS = "周涛,13900000001,110000,310,1980-01-02,male,5000\n钱静,13900000002,440300,390,2015-05-06,female,\n"
NEW = ("--name", "周涛", "--phone", "13900000001", "--region", "110000", "--insutype", "310")
BORN = ("--birth-date", "1980-01-02", "--sex", "male")
INSTITUTIONS = "fixmedins_code,name_zh,name_en,level,supports,cross_province"


@pytest.fixture
def platform(tmp_path: Path) -> Program:
    return programs(tmp_path / "yibao")[1]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], str]:
    def file(text: str) -> str:
        path = tmp_path / "import.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return file


def names(platform: Program) -> list[str]:
    return [one["name"] for one in platform("person", "list", "--reveal").data["people"]]


def test_list_shows_who_they_are_only_when_asked(platform: Program) -> None:
    whole = platform("person", "list", "--reveal").data["people"][0]
    assert (whole["name"], whole["id_number"], whole["phone"]) == ("张三", ZHANG, ZHANG_PHONE)
    masked = platform("person", "list").data["people"][0]
    assert masked["name"] == "*三"
    assert ZHANG not in str(masked) and ZHANG_PHONE not in str(masked)
    assert masked["card_number"] == "******" != whole["card_number"]


def test_list_has_no_account_where_the_insurance_has_none(platform: Program) -> None:
    people = platform("person", "list").data["people"]
    assert {one["insutype"]: one["personal_account_fen"] is None for one in people} == {"310": False, "390": True}


def test_list_is_cut_at_its_limit(platform: Program) -> None:
    everybody = platform("person", "list").data["people"]
    assert platform("person", "list", "--limit", "3").data["people"] == everybody[:3]


@pytest.mark.parametrize("asked", ["张三", ZHANG_PHONE, "9900000000000001"])
def test_a_person_is_found_by_number_name_or_phone(platform: Program, asked: str) -> None:
    assert platform("person", "show", asked).data["psn_no"] == "9900000000000001"


def test_a_person_is_found_by_id_number_through_a_descriptor(platform: Program) -> None:
    assert platform("person", "show", secrets={"--id-fd": ZHANG}).data["psn_no"] == "9900000000000001"
    assert platform("person", "show", "--id-stdin", stdin=ZHANG + "\n").data["psn_no"] == "9900000000000001"


def test_an_id_number_on_the_command_line_is_refused(platform: Program) -> None:
    refused = platform("person", "show", ZHANG)
    assert (refused.code, refused.status) == ("SECRET_SOURCE", 2)
    assert ZHANG not in refused.err


def test_nobody_and_two_ways_of_naming_one(platform: Program) -> None:
    assert platform("person", "show").code == "USAGE"
    assert platform("person", "show", "张三", secrets={"--id-fd": ZHANG}).code == "USAGE"
    assert platform("person", "show", "无名氏").code == "PERSON_UNKNOWN"


def test_add_makes_a_synthetic_number(platform: Program) -> None:
    added = platform("person", "add", *NEW, *BORN, "--account-fen", "777", "--reveal").data
    assert added["changed"] is True
    assert (added["name"], added["phone"], added["personal_account_fen"]) == ("周涛", "13900000001", 777)
    number = added["id_number"]
    assert number.startswith("99") and number[6:14] == "19800102" and int(number[16]) % 2 == 1
    assert platform("person", "show", "周涛").data["psn_no"] == added["psn_no"]


def test_add_takes_a_given_number_once(platform: Program) -> None:
    number = platform("person", "list", "--reveal").data["people"][1]["id_number"]
    assert platform("person", "add", *NEW, secrets={"--id-fd": number}).code == "PERSON_EXISTS"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*NEW,), "USAGE"),
        ((*NEW, "--birth-date", "1980-01-02"), "USAGE"),
        ((*NEW, "--birth-date", "1980-02-30", "--sex", "male"), "USAGE"),
        ((*NEW, "--birth-date", "19800102", "--sex", "male"), "USAGE"),
        ((*NEW, "--birth-date", "1980-W01-3", "--sex", "male"), "USAGE"),
        ((*NEW, "--birth-date", "2999-01-01", "--sex", "male"), "USAGE"),
        ((*NEW, *BORN[:3], "other"), "USAGE"),
        ((*NEW[:1], "A", *NEW[2:], *BORN), "NAME_INVALID"),
        ((*NEW[:3], "1390000", *NEW[4:], *BORN), "PHONE_INVALID"),
        ((*NEW[:5], "990000", *NEW[6:], *BORN), "REGION_INVALID"),
        ((*NEW[:5], "11", *NEW[6:], *BORN), "REGION_INVALID"),
        ((*NEW[:5], "540000", *NEW[6:], *BORN), "NOT_ENABLED"),
        ((*NEW[:7], "311", *BORN), "USAGE"),
        ((*NEW[:7], "390", *BORN, "--account-fen", "5"), "USAGE"),
        ((*NEW, *BORN, "--account-fen", "-5"), "USAGE"),
        ((*NEW, *BORN, "--account-fen", "1.5"), "USAGE"),
        ((*NEW, *BORN, "--account-fen", str(10**12)), "USAGE"),
    ],
)
def test_bad_people_are_refused_and_nobody_is_added(platform: Program, words: tuple[str, ...], code: str) -> None:
    before = names(platform)
    refused = platform("person", "add", *words)
    assert refused.code == code
    assert refused.status == (12 if code == "NOT_ENABLED" else 2)
    assert names(platform) == before


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("11010519491231002X", "REAL_ID_IN_SANDBOX"),
        ("990001198506120011", "ID_INVALID"),
        ("99000119850612001", "ID_INVALID"),
        ("990001198513120010", "ID_INVALID"),
        ("99000119850612001A", "ID_INVALID"),
    ],
)
def test_bad_id_numbers_are_refused_and_not_repeated(platform: Program, number: str, code: str) -> None:
    refused = platform("person", "add", *NEW, secrets={"--id-fd": number})
    assert (refused.code, refused.status) == (code, 2)
    assert number not in refused.err


def test_change_and_the_same_change_again(platform: Program) -> None:
    changed = platform("person", "change", "张三", "--phone", "13900000009", "--uninsured", "--reveal").data
    assert (changed["changed"], changed["phone"], changed["insured"]) == (True, "13900000009", False)
    again = platform("person", "change", "张三", "--phone", "13900000009", "--uninsured").data
    assert again["changed"] is False


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "USAGE"),
        (("--region", "999999"), "REGION_INVALID"),
        (("--region", "540000"), "NOT_ENABLED"),
        (("--phone", "1"), "PHONE_INVALID"),
        (("--insutype", "999"), "USAGE"),
    ],
)
def test_bad_changes_leave_everything(platform: Program, words: tuple[str, ...], code: str) -> None:
    before = platform("person", "show", "张三").data
    assert platform("person", "change", "张三", *words).code == code
    assert platform("person", "show", "张三").data == before


def test_dry_run_checks_and_changes_nothing(platform: Program) -> None:
    before = names(platform)
    shown = platform("person", "add", *NEW, *BORN, "--dry-run")
    assert shown.data == {"action": "person_add", "changed": False, "dry_run": True}
    assert platform("person", "add", *NEW[:3], "1", *NEW[4:], *BORN, "--dry-run").code == "PHONE_INVALID"
    assert names(platform) == before


def test_import_adds_and_adds_nobody_twice(platform: Program, write: Callable[[str], str]) -> None:
    file = write(f"\ufeff{HEADER}\n{ROWS}")
    before = names(platform)
    assert platform("person", "import", file).data == {"changed": True, "file": file, "added": 2, "already": 0}
    assert sorted(names(platform)) == sorted([*before, "周涛", "钱静"])
    assert platform("person", "import", file).data == {"changed": False, "file": file, "added": 0, "already": 2}


def test_import_goes_on_where_it_was_cut_short(platform: Program, write: Callable[[str], str]) -> None:
    first = ROWS.splitlines()[0]
    platform("person", "import", write(f"{HEADER}\n{first}\n"))
    assert platform("person", "import", write(f"{HEADER}\n{ROWS}")).data["added"] == 1


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "empty"),
        ("name,phone\n", 1, "header"),
        (f"{HEADER},name\n", 1, "header"),
        (f"{HEADER}\n{ROWS}周涛,1390000\n", 4, "columns"),
        (f"{HEADER}\n{ROWS}周,13900000003,110000,310,1980-01-02,male,0\n", 4, "name"),
        (f"{HEADER}\n{ROWS}周涛,1390000000,110000,310,1980-01-02,male,0\n", 4, "phone"),
        (f"{HEADER}\n{ROWS}周涛,13900000003,540000,310,1980-01-02,male,0\n", 4, "insurance"),
        (f"{HEADER}\n{ROWS}周涛,13900000003,110000,999,1980-01-02,male,0\n", 4, "insurance"),
        (f"{HEADER}\n{ROWS}周涛,13900000003,110000,310,1980-02-30,male,0\n", 4, "birth_date"),
        (f"{HEADER}\n{ROWS}周涛,13900000003,110000,310,1980-01-02,m,0\n", 4, "sex"),
        (f"{HEADER}\n{ROWS}周涛,13900000003,110000,310,1980-01-02,male,-1\n", 4, "personal_account_fen"),
        (f"{HEADER}\n{ROWS}周涛,13900000003,110000,390,1980-01-02,male,1\n", 4, "personal_account_fen"),
        (f"{HEADER}\n{ROWS}{ROWS}", 4, "duplicate"),
        (f'{HEADER}\n{ROWS}"周涛"x,1\n', 4, "syntax"),
    ],
)
def test_import_checks_every_row_before_the_first(
    platform: Program, write: Callable[[str], str], text: str, line: int, reason: str
) -> None:
    before = names(platform)
    refused = platform("person", "import", write(text))
    assert (refused.code, refused.status) == ("IMPORT_INVALID", 2)
    assert (refused.error["details"]["line"], refused.error["details"]["reason"]) == (line, reason)
    assert names(platform) == before


def test_import_of_what_is_no_text_or_not_there(platform: Program, tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(f"{HEADER}\n".encode() + b"\xff\xfe\n")
    assert platform("person", "import", str(tmp_path / "latin")).error["details"]["reason"] == "encoding"
    missing = platform("person", "import", str(tmp_path / "none.csv"))
    assert (missing.code, missing.status) == ("FILE_UNREADABLE", 9)


def add_institution(platform: Program, code: str, level: str, *supports: str, name: str = "某院") -> str:
    words = [word for one in supports for word in ("--supports", one)]
    ran = platform("institution", "add", code, "--name-zh", name, "--name-en", "X", "--level", level, *words)
    return "" if ran.status == 0 else ran.code


def test_institutions_are_added_once(platform: Program) -> None:
    assert add_institution(platform, "H11000000077", "2", "card", "voucher", "outpatient") == ""
    found = {one["fixmedins_code"]: one for one in platform("institution", "list").data["institutions"]}
    assert found["H11000000077"]["region"] == "110000"
    assert found["H11000000077"]["supports"] == ["voucher", "card", "outpatient"]
    assert add_institution(platform, "H11000000077", "2", "card") == "INSTITUTION_EXISTS"


@pytest.mark.parametrize(
    ("code", "level", "supports", "name"),
    [
        ("X11000000077", "1", "card", "某院"),
        ("H1100000007", "1", "card", "某院"),
        ("H99000000077", "1", "card", "某院"),
        ("H1100000007a", "1", "card", "某院"),
        ("H11000000077", "0", "card", "某院"),
        ("P11000000077", "1", "card", "某院"),
        ("H11000000077", "4", "card", "某院"),
        ("H11000000077", "1", "outpatient", "某院"),
        ("H11000000077", "1", "surgery", "某院"),
        ("H11000000077", "1", "card", " "),
        ("H11000000077", "1", "card", "某\x1b院"),
    ],
)
def test_bad_institutions_are_refused(platform: Program, code: str, level: str, supports: str, name: str) -> None:
    before = platform("institution", "list").data
    assert add_institution(platform, code, level, supports, name=name) == "USAGE"
    assert platform("institution", "list").data == before


def test_institutions_are_imported_once(platform: Program, write: Callable[[str], str]) -> None:
    row = "H11000000088,某院,Some Hospital,2,voucher;card;outpatient,true\n"
    file = write(f"{INSTITUTIONS}\n{row}")
    assert platform("institution", "import", file).data["added"] == 1
    assert platform("institution", "import", file).data["already"] == 1
    other = write(f"{INSTITUTIONS}\n{row.replace(',2,', ',3,')}P11000000088,某店,Shop,0,card pharmacy,false\n")
    assert platform("institution", "import", other).code == "INSTITUTION_EXISTS"
    assert len(platform("institution", "list").data["institutions"]) == 33


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("H11,某院,Some,2,card,true", "fixmedins_code"),
        ("H11000000088,,Some,2,card,true", "name_zh"),
        ("H11000000088,某院,,2,card,true", "name_en"),
        ("H11000000088,某院,Some,9,card,true", "level"),
        ("P11000000088,某院,Some,2,card,true", "level"),
        ("H11000000088,某院,Some,2,cards,true", "supports"),
        ("H11000000088,某院,Some,2,,true", "supports"),
        ("H11000000088,某院,Some,2,card,yes", "cross_province"),
        ("H11000000087,某院,Some,2,card,true", "duplicate"),
    ],
)
def test_bad_rows_of_institutions(platform: Program, write: Callable[[str], str], row: str, reason: str) -> None:
    good = "H11000000087,某院,Some Hospital,2,voucher card,true"
    refused = platform("institution", "import", write(f"{INSTITUTIONS}\n{good}\n\n{row}\n"))
    assert refused.code == "IMPORT_INVALID"
    assert (refused.error["details"]["line"], refused.error["details"]["reason"]) == (4, reason)
    assert len(platform("institution", "list").data["institutions"]) == 32
