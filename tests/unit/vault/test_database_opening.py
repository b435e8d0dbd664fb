"""Opening SQLite: durability settings, safety of the file, and SQLite's refusals as our own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_disk import small_disk

from wallet_cli.errors import DiskFull, NotWritable, PlatformTampered, StoreUnsafe
from wallet_cli.storage.sqlite import Database, open_database


def _open(path: Path, **options: bool) -> Database:
    return open_database(path, lambda: PlatformTampered(path=str(path), what="file"), **options)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path) as place:
        yield place


def test_the_file_is_private_and_commits_last(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "x.db"
    database = _open(path)
    assert database.execute("PRAGMA journal_mode") == [("delete",)]
    assert database.execute("PRAGMA synchronous") == [(3,)]
    assert database.execute("PRAGMA foreign_keys") == [(1,)]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_transaction_is_whole_or_nothing(tmp_path: Path) -> None:
    database = _open(tmp_path / "f" / "x.db")
    database.execute("CREATE TABLE t (a INTEGER)")
    with pytest.raises(ZeroDivisionError), database.transaction():
        database.execute("INSERT INTO t VALUES (1)")
        raise ZeroDivisionError
    with database.transaction():
        database.execute("INSERT INTO t VALUES (:a)", {"a": 2})
    assert database.execute("SELECT a FROM t") == [(2,)]
    assert not database.in_transaction


def test_a_damaged_file_is_what_the_caller_calls_it(tmp_path: Path) -> None:
    path = tmp_path / "f" / "x.db"
    _open(path).close()
    path.write_bytes(b"no database at all" * 300)
    with pytest.raises(PlatformTampered):
        _open(path)


def test_text_that_is_none_is_damage(tmp_path: Path) -> None:
    database = _open(tmp_path / "f" / "x.db")
    with pytest.raises(PlatformTampered):
        database.execute("SELECT CAST(x'ff' AS TEXT)")


def test_links_beside_the_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "f" / "x.db"
    _open(path).close()
    path.with_name("x.db-journal").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreUnsafe):
        _open(path)


def test_nothing_is_made_where_nothing_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir(mode=0o700)
    with pytest.raises(FileNotFoundError):
        _open(tmp_path / "f" / "x.db", create=False)
    assert os.listdir(tmp_path / "f") == []


def test_a_full_disk_undoes_the_change(disk: Path) -> None:
    database = _open(disk / "f" / "x.db")
    database.execute("CREATE TABLE t (a BLOB)")
    database.execute("INSERT INTO t VALUES (x'01')")
    with pytest.raises(DiskFull) as full, database.transaction():
        for _ in range(40):
            database.execute("INSERT INTO t VALUES (randomblob(100000))")
    assert full.value.exit == 21
    assert database.execute("SELECT count(*) FROM t") == [(1,)]
    database.execute("INSERT INTO t VALUES (x'02')")


def test_a_file_that_may_not_be_opened_is_not_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f" / "x.db"
    _open(path).close()
    # As for anybody but root whose file has mode 000: it is private, and yet SQLite cannot open it.
    monkeypatch.setattr("wallet_cli.storage.sqlite.check_private", lambda _: True)
    path.unlink()
    path.mkdir()
    with pytest.raises(NotWritable) as refused:
        _open(path)
    assert refused.value.data == {"path": str(path), "reason": "SQLITE_CANTOPEN"}


def test_a_read_only_disk_is_not_writable(disk: Path) -> None:
    database = _open(disk / "f" / "x.db")
    database.execute("CREATE TABLE t (a BLOB)")
    database.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    database = _open(disk / "f" / "x.db")
    with pytest.raises(NotWritable) as refused, database.transaction():
        database.execute("INSERT INTO t VALUES (x'01')")
    assert refused.value.exit == 21
    assert database.execute("SELECT count(*) FROM t") == [(0,)]


def test_a_limit_on_file_size_is_no_crash(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from wallet_cli.errors import PlatformTampered, WalletError\n"
        "from wallet_cli.storage.sqlite import open_database\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "database = open_database(Path(sys.argv[1]), PlatformTampered)\n"
        "database.execute('CREATE TABLE t (a BLOB)')\n"
        "try:\n"
        "    with database.transaction(): database.execute('INSERT INTO t VALUES (randomblob(200000))')\n"
        "except WalletError as e: print(e.exit, database.execute('SELECT count(*) FROM t'))\n"
    )
    assert resource.RLIMIT_FSIZE >= 0
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "f" / "x.db")], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("21 [(0,)]\n", "")
