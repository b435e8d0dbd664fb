"""Schema, numbered migrations and every query: one set for SQLite and, later, PostgreSQL.

Rules of this room: named parameters, integer times, no type or function that only one engine has. Statements only.
"""

from __future__ import annotations

from pathlib import Path

MIGRATIONS = (
    "0001_first.sql",
    "0002_money.sql",
    "0003_filings.sql",
    "0004_claims.sql",
    "0005_family.sql",
    "0006_aid.sql",
    "0007_directory.sql",
)
"""In order; migration n brings a database from format n-1 to n."""
FORMAT = len(MIGRATIONS)
"""Version of the schema that this program writes."""


def statements(migration: str) -> tuple[str, ...]:
    """The migration's statements, comments left out."""
    text = (Path(__file__).parent / migration).read_text("utf-8")
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in code.split(";") if part.strip())
