"""A terminal's bill out of a file or standard input: bounded, strict JSON, then `domain.bill`'s own rules."""

from __future__ import annotations

import errno
import json
import sys
from pathlib import Path

from wallet_cli.domain.bill import Bill, parse_bill
from wallet_cli.errors import BillInvalid, FileUnreadable

MAX_BYTES = 1024 * 1024
STDIN = "-"
_LONGEST_NUMBER = 20


def read_bill(source: str) -> Bill:
    """The bill in a file, `-` for standard input. Raises FileUnreadable, BillInvalid(path, reason): beside parse_bill's
    reasons `syntax`, `duplicate` and, for more than 1 MiB, `too_large`."""
    data = _bytes(source)
    if len(data) > MAX_BYTES:
        raise BillInvalid(path="", reason="too_large")
    try:
        found = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_int=_integer, parse_constant=_no_number
        )
        # Since Python 3.12 this may be too deep for us and not for the reader.
        _refuse_duplicates(found, "")
    except (ValueError, RecursionError):
        raise BillInvalid(path="", reason="syntax") from None
    return parse_bill(found)


def _bytes(source: str) -> bytes:
    try:
        if source == STDIN:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(source).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileUnreadable(file=source, reason=errno.errorcode.get(error.errno or 0, "")) from None


class _Twice(dict[str, object]):
    """An object that named a field twice; which one."""

    field = ""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    twice = _Twice(made)
    names = [name for name, _ in pairs]
    twice.field = next(name for name in names if names.count(name) > 1)
    return twice


def _integer(digits: str) -> int:
    # Python refuses to read thousands of digits; any number as long as this is out of bounds alike.
    return int(digits[:_LONGEST_NUMBER])


def _no_number(name: str) -> object:
    raise ValueError(name)


def _refuse_duplicates(value: object, path: str) -> None:
    """Two readers of one document must not see two bills."""
    if isinstance(value, _Twice):
        shown = "".join(c if c.isprintable() else "?" for c in value.field[:64])
        raise BillInvalid(path=f"{path}/{shown}", reason="duplicate")
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_duplicates(inner, f"{path}/{key[:64]}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _refuse_duplicates(inner, f"{path}/{index}")
