"""The words in a JSON Schema, apart from what validates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wallet_cli import render

PROSE = ("title", "description")
"""What people read. A field of that name has a schema there, not a string."""


def files() -> dict[str, str]:
    """Short name -> the text of every schema in the package."""
    found = sorted((Path(render.__file__).parent / "schemas").glob("*.v1.json"))
    return {one.name.removesuffix(".v1.json"): one.read_text("utf-8") for one in found}


def prose(schema: Any) -> Iterator[str]:
    """Every title and description, in their order."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in PROSE and isinstance(value, str):
                yield value
            else:
                yield from prose(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from prose(value)


def bare(schema: Any) -> str:
    """The same with every title and description empty, as text: order counts, too."""

    def emptied(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: "" if k in PROSE and isinstance(v, str) else emptied(v) for k, v in value.items()}
        return [emptied(one) for one in value] if isinstance(value, list) else value

    return json.dumps(emptied(schema))
