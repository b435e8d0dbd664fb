"""Who a person is: names, ID documents (GB 11643), phones, and how each is masked.

A full ID number, phone or name never leaves through `repr`: these values print themselves masked, and give the whole
only through `.reveal()`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wallet_cli.domain.value import Value
from wallet_cli.errors import IdInvalid, NameInvalid, PhoneInvalid

SANDBOX_AREAS = range(990001, 1000000)
"""Area codes of synthetic people: no province has code 99."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


class Sex(StrEnum):
    """National name `gend`."""

    MALE = "1"
    FEMALE = "2"


class Name:
    """A person's name: 2-50 characters, Chinese with middle dots, or Latin letters with spaces. Prints itself masked."""

    __slots__ = ("__full",)

    def __init__(self, text: str) -> None:
        full = " ".join(text.strip().replace("•", "·").replace("・", "·").split())
        if not 2 <= len(full) <= 50:
            raise NameInvalid(reason="length")
        edge = full[0] + full[-1]
        letters = [c for c in full if c.isalpha()]
        if len(letters) < 2 or not all(c.isalpha() or c in "·-' ." for c in full) or "·" in edge or "-" in edge:
            raise NameInvalid(reason="characters")
        self.__full = full

    def reveal(self) -> str:
        """The whole name."""
        return self.__full

    def masked(self) -> str:
        """The last character of a Chinese name, the initials of a Latin one: *三, J*** D***."""
        if self.__full.isascii():
            return " ".join(part[0] + "***" for part in self.__full.split())
        return "*" * (len(self.__full) - 1) + self.__full[-1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Name) and self.__full == other.reveal()

    def __hash__(self) -> int:
        return hash(self.__full)

    def __repr__(self) -> str:
        return f"Name({self.masked()})"

    __str__ = masked


class Phone:
    """A mainland mobile number, 11 digits from 13 to 19; a leading +86, spaces and hyphens are dropped."""

    __slots__ = ("__full",)

    def __init__(self, text: str) -> None:
        digits = text.strip().replace(" ", "").replace("-", "")
        digits = digits.removeprefix("+86") if digits.startswith("+86") else digits
        if not (
            len(digits) == 11 and digits.isascii() and digits.isdigit() and digits[0] == "1" and digits[1] in "3456789"
        ):
            raise PhoneInvalid
        self.__full = digits

    def reveal(self) -> str:
        """The whole number."""
        return self.__full

    def masked(self) -> str:
        """138****0001."""
        return self.__full[:3] + "****" + self.__full[-4:]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phone) and self.__full == other.reveal()

    def __hash__(self) -> int:
        return hash(self.__full)

    def __repr__(self) -> str:
        return f"Phone({self.masked()})"

    __str__ = masked


def check_digit(first17: str) -> str:
    """ISO 7064 MOD 11-2 check character of the first 17 digits (GB 11643-1999, annex)."""
    return _CHECK[sum(w * int(d) for w, d in zip(_WEIGHTS, first17, strict=True)) % 11]


class IdDocument:
    """A GB 11643 number (`psn_cert_type` 01, `certno`), kept in its 18-character form. Prints itself masked.

    The 15-digit form of before 1999 is accepted and widened. Errors: IdInvalid with reason `length`, `characters`,
    `date` or `check_digit`, in that order. The area is not judged: retired and new codes exist (see `area`).
    """

    __slots__ = ("__full",)

    def __init__(self, text: str) -> None:
        number = text.strip().replace(" ", "").upper()
        if len(number) not in {15, 18}:
            raise IdInvalid(reason="length")
        if not (number[:-1].isascii() and number[:-1].isdigit() and (number[-1] in "0123456789X")):
            raise IdInvalid(reason="characters")
        if len(number) == 15:
            if number[-1] == "X":
                raise IdInvalid(reason="characters")
            _date("19" + number[6:12])
            number = number[:6] + "19" + number[6:]
            number += check_digit(number)
        _date(number[6:14])
        if check_digit(number[:17]) != number[17]:
            raise IdInvalid(reason="check_digit")
        self.__full = number

    def reveal(self) -> str:
        """The whole number, 18 characters."""
        return self.__full

    def masked(self) -> str:
        """First and last signs only: 9***************7."""
        return self.__full[0] + "*" * 16 + self.__full[-1]

    @property
    def area(self) -> str:
        """Six-digit area code of first registration: not the insured place."""
        return self.__full[:6]

    @property
    def synthetic(self) -> bool:
        """Whether the number lies in the sandbox's own areas, which no real person has."""
        return int(self.area) in SANDBOX_AREAS

    @property
    def birth_date(self) -> date:
        """Date of birth as written in the number."""
        return _date(self.__full[6:14])

    @property
    def sex(self) -> Sex:
        """Odd sequence numbers are male."""
        return Sex.MALE if int(self.__full[16]) % 2 else Sex.FEMALE

    @property
    def tail(self) -> str:
        """The last six signs, which a PIN must not repeat."""
        return self.__full[-6:]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IdDocument) and self.__full == other.reveal()

    def __hash__(self) -> int:
        return hash(self.__full)

    def __repr__(self) -> str:
        return f"IdDocument({self.masked()})"

    __str__ = masked


def _date(digits: str) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise IdInvalid(reason="date") from None
    if born.year < 1850:
        raise IdInvalid(reason="date")
    return born


class Person(Value):
    """A person as registered. `psn_no`: the platform's person number; `region`: insured place (`insuplc_admdvs`)."""

    psn_no: str
    name: Name
    document: IdDocument
    phone: Phone
    region: str
    insutype: str


def full_years(document: IdDocument, day: str) -> int:
    """Age on a civil day, ISO 8601."""
    born = document.birth_date.isoformat()
    return max(0, int(day[:4]) - int(born[:4]) - (day[5:] < born[5:]))
