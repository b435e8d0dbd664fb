"""A terminal's bill: its values, and the strict reading of what a terminal sends. Pure; all money is integer fen."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from wallet_cli.domain.money import MAX_FEN
from wallet_cli.domain.time import is_day
from wallet_cli.domain.value import Value
from wallet_cli.errors import BillInvalid

T = TypeVar("T")
MAX_FEES = 1000
"""Lines of one bill."""
MAX_NAME = 200
"""Characters of a fee's name."""
MAX_DISEASE = 20
"""Characters of a disease's code."""
FULL = 10_000
"""The whole, in 1/10000: the unit of every ratio here."""


class TreatmentType(StrEnum):
    """National name `med_type`."""

    OUTPATIENT = "11"
    REGISTRATION = "12"
    EMERGENCY = "13"
    CHRONIC = "14"
    INPATIENT = "21"
    PHARMACY = "41"


class Category(StrEnum):
    """Catalogue class of a fee: A wholly in scope, B after its own ratio, C one's own."""

    A = "A"
    B = "B"
    C = "C"


class Cause(StrEnum):
    """Why the law keeps the fund from paying a bill (Social Insurance Law, article 30), or `none`."""

    NONE = "none"
    WORK_INJURY = "work_injury"
    THIRD_PARTY = "third_party"
    PUBLIC_HEALTH = "public_health"
    ABROAD = "abroad"


class Fee(Value):
    """One line of a bill. `own_ratio_permyriad`: class-B own share in 1/10000; `over_limit_fen`: above the price limit;
    `day`: when it arose, a civil day in China (ISO 8601), None for the day of settlement."""

    name: str
    category: Category
    amount_fen: int
    own_ratio_permyriad: int = 0
    over_limit_fen: int = 0
    day: str | None = None


class Bill(Value):
    """What a terminal submits: a treatment type and its fees (1 to 1,000).

    `admission`, `discharge`: civil days of an inpatient stay, both or neither; `emergency`: the institution's own flag;
    `disease`: code of a recognised chronic disease; `cause`: what the law excludes.
    """

    med_type: TreatmentType
    fees: tuple[Fee, ...]
    admission: str | None = None
    discharge: str | None = None
    emergency: bool = False
    disease: str | None = None
    cause: Cause = Cause.NONE


_TREATMENTS = {t.value: t for t in TreatmentType}
_CATEGORIES = {c.value: c for c in Category}
_URGENT = frozenset({TreatmentType.OUTPATIENT, TreatmentType.EMERGENCY, TreatmentType.INPATIENT})
_CAUSES = {c.value: c for c in Cause}
_BILL_FIELDS = frozenset({"med_type", "fees", "total_fen", "admission", "discharge", "emergency", "disease", "cause"})
_FEE_FIELDS = frozenset({"name", "category", "amount_fen", "over_limit_fen", "day"})
_FEE_FIELDS_B = _FEE_FIELDS | {"own_ratio"}


def parse_bill(obj: object) -> Bill:
    """The bill in a decoded JSON document (cli.md, "A terminal's bill").

    Strict: no unknown field, integers only. A fee of class B names its `own_ratio`, a decimal string of 0 to 1 with at
    most four decimals; A and C have none. `over_limit_fen` (default 0) is at most the amount, and 0 for class C. Each
    amount and the total are 0 to MAX_FEN. `total_fen`, where given, is what the amounts come to.

    Days are ISO 8601 (YYYY-MM-DD). Only an inpatient bill has `admission` and `discharge`, both or neither, and its
    fees' `day` lies between them, both included. `emergency` stands on an outpatient, emergency or inpatient bill,
    `disease` (the national code) on a chronic one; `cause` is what the law excludes.

    Raises BillInvalid(path: a JSON pointer, reason: type, missing, unknown_field, value, empty, too_many, negative,
    fractional, too_large, sum (the amounts do not come to the total), order (discharged before admitted) or stay (a day
    outside the stay)).
    """
    fields = _fields(obj, "", _BILL_FIELDS)
    med_type = _choice(fields, "med_type", "", _TREATMENTS)
    lines = _required(fields, "fees", "")
    if not isinstance(lines, list):
        raise BillInvalid(path="/fees", reason="type")
    if not lines:
        raise BillInvalid(path="/fees", reason="empty")
    if len(lines) > MAX_FEES:
        raise BillInvalid(path="/fees", reason="too_many")
    fees = tuple(_fee(line, f"/fees/{i}") for i, line in enumerate(lines))
    total = sum(fee.amount_fen for fee in fees)
    if total > MAX_FEN:
        raise BillInvalid(path="/fees", reason="too_large")
    if "total_fen" in fields and _amount(fields["total_fen"], "/total_fen") != total:
        raise BillInvalid(path="/total_fen", reason="sum")
    admission, discharge = _stay(fields, med_type, fees)
    return Bill(
        med_type,
        fees,
        admission,
        discharge,
        _emergency(fields, med_type),
        _disease(fields, med_type),
        _choice(fields, "cause", "", _CAUSES) if "cause" in fields else Cause.NONE,
    )


def _stay(fields: dict[str, object], med_type: TreatmentType, fees: tuple[Fee, ...]) -> tuple[str | None, str | None]:
    given = [key for key in ("admission", "discharge") if key in fields]
    if not given:
        return None, None
    if med_type is not TreatmentType.INPATIENT:
        raise BillInvalid(path=f"/{given[0]}", reason="value")
    admission, discharge = (_day(_required(fields, key, ""), f"/{key}") for key in ("admission", "discharge"))
    if discharge < admission:
        raise BillInvalid(path="/discharge", reason="order")
    for number, fee in enumerate(fees):
        if fee.day is not None and not admission <= fee.day <= discharge:
            raise BillInvalid(path=f"/fees/{number}/day", reason="stay")
    return admission, discharge


def _emergency(fields: dict[str, object], med_type: TreatmentType) -> bool:
    if "emergency" not in fields:
        return False
    given = fields["emergency"]
    if not isinstance(given, bool):
        raise BillInvalid(path="/emergency", reason="type")
    if med_type not in _URGENT:
        raise BillInvalid(path="/emergency", reason="value")
    return given


def _disease(fields: dict[str, object], med_type: TreatmentType) -> str | None:
    if "disease" not in fields:
        return None
    given = fields["disease"]
    if not isinstance(given, str):
        raise BillInvalid(path="/disease", reason="type")
    known = 1 <= len(given) <= MAX_DISEASE and given.isascii() and given.isalnum()
    if med_type is not TreatmentType.CHRONIC or not known:
        raise BillInvalid(path="/disease", reason="value")
    return given


def _day(given: object, path: str) -> str:
    if not isinstance(given, str):
        raise BillInvalid(path=path, reason="type")
    if not is_day(given):
        raise BillInvalid(path=path, reason="value")
    return given


def _fee(obj: object, path: str) -> Fee:
    is_b = isinstance(obj, dict) and obj.get("category") == "B"
    fields = _fields(obj, path, _FEE_FIELDS_B if is_b else _FEE_FIELDS)
    name = _name(_required(fields, "name", path), path + "/name")
    category = _choice(fields, "category", path, _CATEGORIES)
    amount = _amount(_required(fields, "amount_fen", path), path + "/amount_fen")
    own = _ratio(_required(fields, "own_ratio", path), path + "/own_ratio") if is_b else 0
    over = _amount(fields.get("over_limit_fen", 0), path + "/over_limit_fen")
    if over > amount:
        raise BillInvalid(path=path + "/over_limit_fen", reason="too_large")
    if over and category is Category.C:
        raise BillInvalid(path=path + "/over_limit_fen", reason="value")
    day = _day(fields["day"], path + "/day") if "day" in fields else None
    return Fee(name, category, amount, own, over, day)


def _fields(obj: object, path: str, known: frozenset[str]) -> dict[str, object]:
    if not isinstance(obj, dict):
        raise BillInvalid(path=path, reason="type")
    for key in obj:
        if key not in known:
            raise BillInvalid(path=f"{path}/{_pointer(key)}", reason="unknown_field")
    return obj


def _pointer(key: object) -> str:
    # RFC 6901, section 3. The key is the sender's: cut, and without signs that a terminal would obey.
    text = str(key)[:64].replace("~", "~0").replace("/", "~1")
    return "".join(c if c.isprintable() else "?" for c in text)


def _required(fields: dict[str, object], key: str, path: str) -> object:
    try:
        return fields[key]
    except KeyError:
        raise BillInvalid(path=f"{path}/{key}", reason="missing") from None


def _choice(fields: dict[str, object], key: str, path: str, values: dict[str, T]) -> T:
    given = _required(fields, key, path)
    if not isinstance(given, str):
        raise BillInvalid(path=f"{path}/{key}", reason="type")
    if given not in values:
        raise BillInvalid(path=f"{path}/{key}", reason="value")
    return values[given]


def _name(given: object, path: str) -> str:
    if not isinstance(given, str):
        raise BillInvalid(path=path, reason="type")
    if not given or given.isspace():
        raise BillInvalid(path=path, reason="empty")
    if len(given) > MAX_NAME:
        raise BillInvalid(path=path, reason="too_large")
    if not given.isprintable():
        import unicodedata

        # Unprintable to Python are also wide spaces and characters newer than its tables: those are names.
        if any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in given):
            raise BillInvalid(path=path, reason="value")
    return given


def _amount(given: object, path: str) -> int:
    if isinstance(given, float):
        raise BillInvalid(path=path, reason="fractional")
    if not isinstance(given, int) or isinstance(given, bool):
        raise BillInvalid(path=path, reason="type")
    if given < 0:
        raise BillInvalid(path=path, reason="negative")
    if given > MAX_FEN:
        raise BillInvalid(path=path, reason="too_large")
    return given


def _ratio(given: object, path: str) -> int:
    # "0.105" is 1050.
    if not isinstance(given, str):
        raise BillInvalid(path=path, reason="type")
    if given[:1] == "-":
        raise BillInvalid(path=path, reason="negative")
    whole, dot, decimals = given.partition(".")
    digits = whole + decimals
    shape = len(whole) == 1 and (1 <= len(decimals) <= 4 if dot else True)
    if not (shape and digits.isascii() and digits.isdigit()):
        raise BillInvalid(path=path, reason="value")
    ratio = int(whole) * FULL + int(decimals.ljust(4, "0"))
    if ratio > FULL:
        raise BillInvalid(path=path, reason="too_large")
    return ratio
