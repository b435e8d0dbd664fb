"""Schema, numbered migrations and every query: one set for SQLite and, later, PostgreSQL.

Rules of this room: named parameters, integer times, no type or function that only one engine has. Statements only.
"""

from __future__ import annotations

from pathlib import Path

FORMAT = 1
"""Version of the schema that this program writes."""
MIGRATIONS = ("0001_first.sql",)
"""In order; migration n brings a database from format n-1 to n."""


def statements(migration: str) -> tuple[str, ...]:
    """The migration's statements, comments left out."""
    text = (Path(__file__).parent / migration).read_text("utf-8")
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in code.split(";") if part.strip())
