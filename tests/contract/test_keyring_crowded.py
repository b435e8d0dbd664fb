"""The keyring adapter where many come at once: what is gone for a moment, and wallets that take turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pytest
from keyring_session import keyring_session
from secret_service import COLLECTION, secret_service
from terminals import alive, environment, wait_for

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import KeyringAbsent, KeyringHanging, KeyringLocked, KeyringRefused, WalletError
from wallet_cli.vault.keyring import SECRET_SERVICE, KeyringItems
from wallet_cli.vault.turn import Turn

FULL = os.environ.get("YIBAO_FULL") == "1"
OLD, NEW = "/item/1", "/item/2"

Play = Callable[[Mapping[str, Any]], AbstractContextManager[tuple[dict[str, str], IO[bytes]]]]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path leaves room for the names of sockets."""
    with tempfile.TemporaryDirectory(prefix="yb") as made:
        yield Path(made)


@pytest.fixture
def play(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """A keyring that follows a plan, as the one of this session."""

    @contextmanager
    def started(plan: Mapping[str, Any]) -> Iterator[tuple[dict[str, str], IO[bytes]]]:
        with secret_service(folder, plan) as (env, words):
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", env["DBUS_SESSION_BUS_ADDRESS"])
            yield env, words

    return started


def items(**more: Any) -> KeyringItems:
    return KeyringItems("account", **{"interactive": False, "backend": SECRET_SERVICE, **more})


def free(folder: Path) -> bool:
    """Whether it is nobody's turn."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


@pytest.mark.parametrize("denied", [{}, {NEW: 1}, {NEW: 2}], ids=["replaced", "denied", "denied-twice"])
def test_an_item_replaced_between_search_and_reading_is_found(play: Play, denied: dict[str, int]) -> None:
    with play({"searches": [OLD, NEW], "items": {NEW: "value"}, "denied": denied}):
        found = items().get("root")
        assert found is not None
        assert found.reveal() == b"value"


def test_a_collection_denied_for_a_moment_is_found(play: Play) -> None:
    with play({"searches": [NEW], "items": {NEW: "value"}, "denied": {COLLECTION: 3}}):
        found = items().get("root")
        assert found is not None
        assert found.reveal() == b"value"


def test_an_item_that_stays_gone_is_refused(play: Play) -> None:
    with play({"searches": [OLD], "items": {}}), pytest.raises(KeyringRefused):
        items().get("root")


def test_a_collection_that_is_never_there_is_absence(play: Play) -> None:
    with play({"searches": [OLD], "items": {}, "denied": {COLLECTION: 1000}}), pytest.raises(KeyringAbsent) as absent:
        items().get("root")
    assert absent.value.data["reason"] == "collection"


class Asking:
    """A `get` that goes on beside the test."""

    def __init__(self, keyring: KeyringItems) -> None:
        self.error: WalletError | None = None
        self._keyring = keyring
        self._thread = Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._keyring.get("root")
        except WalletError as e:
            self.error = e

    def end(self) -> None:
        self._thread.join()


def test_a_call_is_made_in_its_turn(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with keyring_session(folder) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.env["DBUS_SESSION_BUS_ADDRESS"])
        session.stop_daemon()
        asking = Asking(items(session=str(tmp_path)))
        wait_for("a turn taken", lambda: not free(tmp_path))
        session.continue_daemon()
        asking.end()
        assert asking.error is None
        assert free(tmp_path)
        session.stop_daemon()
        with pytest.raises(KeyringHanging):
            items(session=str(tmp_path), call_s=0.2).get("root")
        assert free(tmp_path), "nobody waits for one that hangs"
        session.continue_daemon()


def test_nobody_waits_for_a_person_who_is_asked(play: Play, tmp_path: Path) -> None:
    with play({"searches": [NEW], "items": {NEW: "value"}, "locked": True}) as (_, words):
        asking = Asking(items(session=str(tmp_path), interactive=True, prompt_s=2.0))
        assert words.readline() == b"prompting\n"
        assert free(tmp_path)
        with pytest.raises(KeyringLocked):
            items(session=str(tmp_path)).get("root")
        asking.end()
        assert isinstance(asking.error, KeyringLocked)


@pytest.mark.parametrize("session", ["", "absent", "file"])
def test_without_a_folder_there_is_no_turn(tmp_path: Path, session: str) -> None:
    (tmp_path / "file").touch()
    with Turn(session and str(tmp_path / session)):
        assert free(tmp_path)


def test_a_turn_that_never_comes_is_not_waited_for(tmp_path: Path) -> None:
    with Turn(str(tmp_path)), Turn(str(tmp_path), wait_s=0.01):
        assert not free(tmp_path)
    assert free(tmp_path)


CROWD = """\
import sys
from wallet_cli.domain.secret import Secret
from wallet_cli.errors import WalletError
from wallet_cli.vault.keyring import SECRET_SERVICE, KeyringItems
for number in range(int(sys.argv[2])):
    items = KeyringItems("account", interactive=False, backend=SECRET_SERVICE, session=sys.argv[1])
    try:
        assert items.get("anchor") is not None
        items.put("anchor", Secret(b"%d" % number))
    except WalletError as error:
        sys.exit(f"{error.code} {error.data}")
"""


def test_eight_wallets_that_read_and_replace_one_item(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for properties and without turns, gnome-keyring 42.1 denies what it has or dies, sooner or later."""
    with keyring_session(folder) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.env["DBUS_SESSION_BUS_ADDRESS"])
        items().put("anchor", Secret(b"first"))
        argv = [sys.executable, "-c", CROWD, str(folder), "200" if FULL else "20"]
        env = environment(**session.env)
        crowd = [subprocess.Popen(argv, env=env, stderr=subprocess.PIPE, text=True) for _ in range(8)]
        told = [one.communicate()[1] for one in crowd]
        assert told == [""] * 8
        assert [one.returncode for one in crowd] == [0] * 8
        assert alive(session.daemon)
