"""Lists of people and institutions out of CSV files: bounded, strict, every row checked before the first is written.

The first line names the columns, in any order. ImportInvalid(file, line, reason): `line` counts from 1 as editors do.
"""

from __future__ import annotations

import csv
import errno
import io
from collections.abc import Iterator
from pathlib import Path

from wallet_cli.cli.operator.institution import SERVICES, make
from wallet_cli.cli.operator.person import SEXES, is_birth_date
from wallet_cli.domain.identity import Name, Person, Phone
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.time import Instant
from wallet_cli.errors import FileUnreadable, ImportInvalid, NameInvalid, PhoneInvalid, Usage, WalletError
from wallet_cli.ports import InstitutionInfo, PersonDraft

MAX_BYTES = 8 * 1024 * 1024
MAX_ROWS = 50_000
PEOPLE = ("name", "phone", "region", "insutype", "birth_date", "sex", "personal_account_fen")
INSTITUTIONS = ("fixmedins_code", "name_zh", "name_en", "level", "supports", "cross_province")

Identity = tuple[Name, Phone, str, str]


def people(file: str, now: Instant) -> list[PersonDraft]:
    """People to register. A file that names the same person twice is refused."""
    drafts: list[PersonDraft] = []
    seen: set[Identity] = set()
    for line, row in _rows(file, PEOPLE):
        draft = _draft(file, line, row, now.day())
        if same_draft(draft) in seen:
            raise ImportInvalid(file=file, line=line, reason="duplicate")
        seen.add(same_draft(draft))
        drafts.append(draft)
    return drafts


def same_draft(draft: PersonDraft) -> Identity:
    """What makes two rows the same person: name, phone, birth date and sex."""
    return draft.name, draft.phone, str(draft.birth_date), str(draft.sex)


def same_person(person: Person) -> Identity:
    """The same of a registered person."""
    document = person.document
    return person.name, person.phone, document.birth_date.isoformat(), document.sex.value


def institutions(file: str) -> list[InstitutionInfo]:
    """Institutions to add; the same code twice is refused."""
    found: dict[str, InstitutionInfo] = {}
    for line, row in _rows(file, INSTITUTIONS):
        made = _institution(file, line, row)
        if made.fixmedins_code in found:
            raise ImportInvalid(file=file, line=line, reason="duplicate")
        found[made.fixmedins_code] = made
    return list(found.values())


def _draft(file: str, line: int, row: dict[str, str], today: str) -> PersonDraft:
    def refuse(column: str) -> ImportInvalid:
        return ImportInvalid(file=file, line=line, reason=column)

    try:
        name, phone = Name(row["name"]), Phone(row["phone"])
    except NameInvalid:
        raise refuse("name") from None
    except PhoneInvalid:
        raise refuse("phone") from None
    if not _insurable(row["region"], row["insutype"]):
        raise refuse("insurance")
    if row["sex"] not in SEXES:
        raise refuse("sex")
    if not is_birth_date(row["birth_date"], today):
        raise refuse("birth_date")
    account = row["personal_account_fen"] or "0"
    if not (account.isascii() and account.isdigit() and len(account) <= 12 and int(account) <= MAX_FEN):
        raise refuse("personal_account_fen")
    if int(account) and row["insutype"] == "390":
        raise refuse("personal_account_fen")
    return PersonDraft(
        name=name,
        phone=phone,
        region=row["region"],
        insutype=row["insutype"],
        document=None,
        birth_date=row["birth_date"],
        sex=SEXES[row["sex"]].value,
        personal_account_fen=int(account),
    )


def _insurable(region: str, insutype: str) -> bool:
    """Whether the place has a policy for this insurance type: else the platform would stop in the middle of the file."""
    from wallet_cli.platform import policies

    try:
        policies.load(region, insutype)
    except WalletError:
        return False
    return True


def _institution(file: str, line: int, row: dict[str, str]) -> InstitutionInfo:
    supports = tuple(row["supports"].replace(";", " ").split())
    level = row["level"]
    wrong = None
    if not set(supports) <= set(SERVICES):
        wrong = "supports"
    elif level not in {"0", "1", "2", "3"}:
        wrong = "level"
    elif row["cross_province"] not in {"true", "false"}:
        wrong = "cross_province"
    if wrong is not None:
        raise ImportInvalid(file=file, line=line, reason=wrong)
    try:
        return make(
            row["fixmedins_code"],
            row["name_zh"],
            row["name_en"],
            int(level),
            supports,
            cross_province=row["cross_province"] == "true",
        )
    except Usage as error:
        raise ImportInvalid(file=file, line=line, reason=_COLUMN[str(error.data["option"])]) from None


_COLUMN = {
    "CODE": "fixmedins_code",
    "--name-zh": "name_zh",
    "--name-en": "name_en",
    "--level": "level",
    "--supports": "supports",
}


def _rows(file: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of each row, surrounding blanks dropped; empty lines are passed over."""
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    header: list[str] | None = None
    count = 0
    try:
        for fields in reader:
            line = reader.line_num
            if not fields:
                continue
            if header is None:
                header = _header(file, line, fields, columns)
                continue
            count += 1
            if count > MAX_ROWS:
                raise ImportInvalid(file=file, line=line, reason="too_large")
            if len(fields) != len(header):
                raise ImportInvalid(file=file, line=line, reason="columns")
            yield line, dict.fromkeys(columns, "") | dict(zip(header, map(str.strip, fields), strict=True))
    except csv.Error:
        raise ImportInvalid(file=file, line=reader.line_num, reason="syntax") from None
    if header is None:
        raise ImportInvalid(file=file, line=1, reason="empty")


def _header(file: str, line: int, fields: list[str], columns: tuple[str, ...]) -> list[str]:
    """The columns' names. The account alone may be missing."""
    names = [field.strip() for field in fields]
    needed = set(columns) - {"personal_account_fen"}
    if len(set(names)) != len(names) or not needed <= set(names) <= set(columns):
        raise ImportInvalid(file=file, line=line, reason="header", columns=", ".join(columns))
    return names


def _text(file: str) -> str:
    try:
        with Path(file).open("rb") as source:
            data = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileUnreadable(file=file, reason=errno.errorcode.get(error.errno or 0, "")) from None
    if len(data) > MAX_BYTES:
        raise ImportInvalid(file=file, line=1, reason="too_large")
    try:
        # Spreadsheets put a byte-order mark in front.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportInvalid(file=file, line=data.count(b"\n", 0, error.start) + 1, reason="encoding") from None
