"""Private files: modes, links, owners, atomic replacement."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wallet_cli.errors import NotWritable, StoreBusy, StoreUnsafe
from wallet_cli.storage.files import check_private, private_folder, read_private, remove_private, write_private
from wallet_cli.storage.lock import Lock
from wallet_cli.storage.paths import account_of, home


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_files_are_0600_in_folders_0700(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_private(path, b"one")
    write_private(path, b"two")
    assert read_private(path) == b"two"
    assert (_mode(path), _mode(path.parent), _mode(path.parent.parent)) == (0o600, 0o700, 0o700)
    assert os.listdir(path.parent) == ["file"]


def test_what_is_not_there_is_none_and_may_be_removed(tmp_path: Path) -> None:
    assert read_private(tmp_path / "nothing") is None
    remove_private(tmp_path / "nothing")
    write_private(tmp_path / "x" / "thing", b"")
    remove_private(tmp_path / "x" / "thing")
    assert not check_private(tmp_path / "x" / "thing")


def _symlink(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to(path.with_name("other"))


def _hard_link(path: Path) -> None:
    os.link(path, path.with_name("other"))


def _open_to_all(path: Path) -> None:
    path.chmod(0o644)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _other_owner(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root gives files away")
    os.chown(path, 65534, -1)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [(_symlink, "link"), (_hard_link, "link"), (_open_to_all, "mode"), (_folder, "type"), (_other_owner, "owner")],
)
def test_an_unsafe_file_is_refused(tmp_path: Path, spoil: object, reason: str) -> None:
    path = tmp_path / "folder" / "file"
    write_private(path, b"secret")
    spoil(path)  # type: ignore[operator]
    for act in (lambda: read_private(path), lambda: write_private(path, b"new")):
        with pytest.raises(StoreUnsafe) as refused:
            act()
        assert refused.value.data["reason"] == reason


def test_an_unsafe_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "open").chmod(0o755)
    with pytest.raises(StoreUnsafe) as refused:
        private_folder(tmp_path / "open")
    assert refused.value.data["reason"] == "mode"
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoreUnsafe) as refused:
        private_folder(tmp_path / "link")
    assert refused.value.data["reason"] == "link"


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable) as refused:
        private_folder(tmp_path / "file" / "below")
    assert refused.value.data["reason"] == "ENOTDIR"


def test_many_writers_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    script = (
        "import sys\nfrom pathlib import Path\nfrom wallet_cli.storage.files import write_private\n"
        "for n in range(40): write_private(Path(sys.argv[1]), (sys.argv[2] * 5000).encode())\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), letter]) for letter in "abcd"]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    data = read_private(path)
    assert data is not None
    assert len(data) == 5000
    assert len(set(data)) == 1
    assert os.listdir(path.parent) == ["file"]


def test_a_lock_is_given_to_one_and_waiters_give_up(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "lock"
    with Lock(path) as held:
        with held, pytest.raises(StoreBusy) as busy, Lock(path, 0):
            pass
        assert busy.value.data == {"seconds": 0}
        with pytest.raises(StoreBusy), Lock(path, 0, shared=True):
            pass
    assert not held.held
    with Lock(path, 0, shared=True), Lock(path, 0, shared=True), pytest.raises(StoreBusy), Lock(path, 0):
        pass
    with Lock(path, 0):
        pass


def test_a_lock_dies_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "lock"
    script = (
        "import sys\nfrom pathlib import Path\nfrom wallet_cli.storage.lock import Lock\n"
        "Lock(Path(sys.argv[1])).__enter__()\nprint('held', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreBusy), Lock(path, 0):
            pass
        holder.kill()
        holder.wait()
        with Lock(path, 0):
            pass


def test_home_is_one_folder_or_the_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = home(str(tmp_path))
    assert moved.config == tmp_path / "config.toml"
    assert moved.profile("default") == tmp_path / "profiles" / "default"
    assert {moved.platform.parent, moved.cache.parent} == {tmp_path}
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    standard = home(None)
    if sys.platform == "linux":
        assert standard.profiles == tmp_path / "data" / "yibao" / "profiles"
        assert standard.config == tmp_path / "config" / "yibao" / "config.toml"


def test_two_homes_never_share_an_account(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    (tmp_path / "alias").symlink_to(one)
    assert account_of(one) == account_of(tmp_path / "alias") != account_of(two)
    assert len(account_of(one)) == 16
    assert int(account_of(one), 16) >= 0
