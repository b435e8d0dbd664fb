"""Plain output: tab-separated, one record a line, never truncated, no words of any language but the keys.

A list prints its rows without a heading, columns in the order of the JSON fields; anything else prints `key<TAB>value`
lines, nested fields joined by dots. Tabs, line breaks and backslashes inside a value are escaped as \\t, \\n, \\\\.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wallet_cli.render.leaves import Data, rows_of, simple


def document(data: Data, *, reveal: bool) -> str:
    """The lines, without a final line break."""
    found = rows_of(data)
    if found is not None and len(data) == 1:
        rows = (simple(row, reveal=reveal) for row in found[1])
        return "\n".join("\t".join(_cell(value) for _, value in _flat(row, "")) for row in rows)
    return "\n".join(f"{key}\t{_cell(value)}" for key, value in _flat(simple(data, reveal=reveal), ""))


def _flat(value: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield from _flat(inner, f"{prefix}{key}.")
        elif isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            for index, item in enumerate(inner):
                yield from _flat(item, f"{prefix}{key}.{index}.")
        else:
            yield prefix + key, inner


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ",".join(_cell(item) for item in value)
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
