"""A page of records is read along an index: its cost must not grow with the history behind it."""

from __future__ import annotations

import sqlite3

import pytest

from wallet_cli.platform import sql
from wallet_cli.platform.sql import records as q

ASKED = {"psn_no": "P1", "start": 0, "at": 2**62, "record_id": "", "limit": 51, "end": 2**62}


@pytest.fixture(scope="module")
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for migration in sql.MIGRATIONS:
        for statement in sql.statements(migration):
            connection.execute(statement)
    return connection


def plan(database: sqlite3.Connection, statement: str) -> list[str]:
    return [str(row[3]) for row in database.execute(f"EXPLAIN QUERY PLAN {statement}", ASKED)]


@pytest.mark.parametrize("statement", [q.SETTLEMENTS, q.CONTRIBUTIONS, q.CLAIMS])
def test_a_page_is_sought_and_never_sorted_whole(database: sqlite3.Connection, statement: str) -> None:
    steps = plan(database, statement)
    assert steps[0].startswith("SEARCH") and "USING INDEX" in steps[0]
    # Lines of one and the same second may be put in order; the rest comes in order from the index.
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps


def test_settlements_need_no_sorting_at_all(database: sqlite3.Connection) -> None:
    (step,) = plan(database, q.SETTLEMENTS)
    # Sought from the last line shown on, by both parts of the cursor.
    assert "settlements_by_line (psn_no=? AND " in step and "at<?" in step.replace("(at,setl_id)<(?,?)", "at<?")


@pytest.mark.parametrize("statement", [q.COUNT_SETTLEMENTS, q.SUM_SETTLEMENTS, q.SUM_CONTRIBUTIONS, q.SUM_CLAIMS])
def test_sums_and_counts_read_one_person_s_rows(database: sqlite3.Connection, statement: str) -> None:
    assert all(step.startswith("SEARCH") for step in plan(database, statement))
