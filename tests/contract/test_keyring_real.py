"""The keyring adapter against a real gnome-keyring on a bus of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from items_contract import ROOT_LIKE, ItemsContract
from keyring_session import Session, keyring_session, run_under_keyring
from vault_kit import CHEAP, GOOD, NOW, SystemRandom

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import KeyringAbsent, KeyringChanged, KeyringHanging, KeyringLocked, StoreRolledBack, WalletError
from wallet_cli.ports import Items, StoreState, Table
from wallet_cli.storage.paths import account_of
from wallet_cli.vault import items_for, open_vault, recorded
from wallet_cli.vault.keyring import ALLOWED, SECRET_SERVICE, KeyringItems


@pytest.fixture
def short_tmp() -> Iterator[Path]:
    """A folder whose path leaves room for the names of sockets."""
    with tempfile.TemporaryDirectory(prefix="yb") as folder:
        yield Path(folder)


@pytest.fixture
def session(short_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with keyring_session(short_tmp) as running:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.env["DBUS_SESSION_BUS_ADDRESS"])
        yield running


def _items(account: str = "0123456789abcdef", *, call_s: float = 120.0, backend: str | None = SECRET_SERVICE) -> Items:
    return KeyringItems(account, interactive=False, backend=backend, call_s=call_s)


class TestGnomeKeyring(ItemsContract):
    kind = "keyring"

    @pytest.fixture
    def reopen(self, session: Session) -> Callable[[], Items]:
        return _items


def test_it_finds_the_secret_service_by_itself(session: Session) -> None:
    assert _items(backend=None).backend == SECRET_SERVICE


def test_two_accounts_do_not_share(session: Session) -> None:
    _items("one").put("root", Secret(ROOT_LIKE))
    assert _items("two").get("root") is None


def test_each_item_has_its_own_service_name(session: Session) -> None:
    assert _stored_services(session) == set()
    _items("one").put("root", Secret(ROOT_LIKE))
    _items("one").put("anchor", Secret(b"x"))
    assert _stored_services(session) == {("yibao:root", "one"), ("yibao:anchor", "one")}


def _stored_services(session: Session) -> set[tuple[str, str]]:
    script = (
        "import secretstorage\n"
        "for item in secretstorage.Collection(secretstorage.dbus_init()).get_all_items():\n"
        "    print(item.get_attributes()['service'], item.get_attributes()['username'])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], env=session.env, capture_output=True, text=True, check=True)
    return {(line.split()[0], line.split()[1]) for line in done.stdout.splitlines()}


def test_a_locked_keyring_is_told_at_once(session: Session) -> None:
    _items().put("root", Secret(ROOT_LIKE))
    session.lock()
    for act in (
        lambda: _items().get("root"),
        lambda: _items().put("root", Secret(b"x")),
        lambda: _items().drop("root"),
    ):
        with pytest.raises(KeyringLocked) as locked:
            act()
        assert locked.value.exit == 5


def test_a_prompt_that_nobody_answers_ends(session: Session) -> None:
    session.lock()
    patient = KeyringItems("one", interactive=True, backend=SECRET_SERVICE, prompt_s=0.5)
    with pytest.raises(WalletError) as told:
        patient.get("root")
    assert told.value.code in {"KEYRING_LOCKED", "KEYRING_REFUSED"}


def test_a_stopped_daemon_is_hanging(session: Session) -> None:
    _items().put("root", Secret(ROOT_LIKE))
    items = _items(call_s=0.5)
    session.stop_daemon()
    try:
        for act in (lambda: items.get("root"), lambda: items.put("root", Secret(b"x"))):
            with pytest.raises(KeyringHanging) as hanging:
                act()
            assert hanging.value.exit == 16
        with pytest.raises(KeyringHanging):
            _items(backend=None, call_s=0.5).get("root")
    finally:
        session.continue_daemon()


def test_a_bus_without_a_keyring_is_absence(short_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with keyring_session(short_tmp) as running:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.env["DBUS_SESSION_BUS_ADDRESS"])
        running.end_daemon()
        for backend in (SECRET_SERVICE, None):
            with pytest.raises(KeyringAbsent) as absent:
                _items(backend=backend).get("root")
            assert absent.value.exit == 16


@pytest.mark.parametrize("address", [None, "unix:path=/nonexistent/bus", "rubbish"])
def test_no_bus_is_absence(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    for backend in (SECRET_SERVICE, None):
        with pytest.raises(KeyringAbsent):
            _items(backend=backend).get("root")


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "os.system",
        *ALLOWED[1:],
    ],
)
def test_another_backend_than_the_recorded_one_is_told(session: Session, backend: str) -> None:
    with pytest.raises((KeyringChanged, KeyringAbsent)) as changed:
        _items(backend=backend)
    if backend not in ALLOWED[:2]:
        assert changed.value.data == {"recorded": backend, "found": SECRET_SERVICE}


def test_settings_of_pythons_keyring_choose_nothing(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    _items(backend=None).put("root", Secret(ROOT_LIKE))
    assert _stored_services(session) == {("yibao:root", "0123456789abcdef")}


def test_a_vault_lives_in_the_keyring(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "profile"

    def vault():  # type: ignore[no-untyped-def]
        return open_vault(
            folder,
            lambda header: items_for(
                "keyring", folder, account_of(folder), random=SystemRandom(), backend=header and header.backend
            ),
            SystemRandom(),
            cost=CHEAP,
        )

    assert vault().state() is StoreState.ABSENT
    vault().create(NOW)
    vault().set_pin(GOOD, NOW).create_holder_key("v1")
    header = recorded(folder)
    assert header is not None
    assert (header.vault, header.backend) == ("keyring", SECRET_SERVICE)
    copy = shutil.copy2(folder / "store.db", tmp_path / "copy")
    assert len(vault().open(GOOD).sign("v1", b"")) == 64
    shutil.copy2(copy, folder / "store.db")
    with pytest.raises(StoreRolledBack):
        vault().rows(Table.FACTS)
    vault().replace(NOW)
    assert vault().state() is StoreState.READY
    session.lock()
    with pytest.raises(KeyringLocked):
        vault().state()


def test_a_command_runs_under_a_keyring_of_its_own(short_tmp: Path) -> None:
    script = (
        "from wallet_cli.domain.secret import Secret\n"
        "from wallet_cli.vault.keyring import KeyringItems\n"
        "items = KeyringItems('one', interactive=False)\n"
        "items.put('root', Secret(b'x'))\n"
        "print(items.get('root').reveal())\n"
    )
    done = run_under_keyring(short_tmp, [sys.executable, "-c", script])
    assert (done.returncode, done.stdout, done.stderr) == (0, "b'x'\n", "")
