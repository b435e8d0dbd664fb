"""What stands at the leaves of a document, and when it is masked: in one place for all three output formats."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant

Data = Mapping[str, Any]
HIDDEN = "******"


def simple(value: Any, *, reveal: bool) -> Any:
    """A JSON value: enums by value, times in RFC 3339, people masked and secrets hidden unless `reveal`."""
    if isinstance(value, Instant):
        return value.rfc3339()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Name | Phone | IdDocument):
        return value.reveal() if reveal else value.masked()
    if isinstance(value, Secret):
        return value.reveal().decode() if reveal else HIDDEN
    if isinstance(value, Mapping):
        return {key: simple(inner, reveal=reveal) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [simple(inner, reveal=reveal) for inner in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"no document holds a {type(value).__name__}")


def rows_of(data: Data) -> tuple[str, list[Data]] | None:
    """The document's list of records, if it is a list: its name and its rows."""
    for key, value in data.items():
        if isinstance(value, tuple | list) and (not value or isinstance(value[0], Mapping)):
            return key, list(value)
    return None
