"""Keepers of secret items that need no keyring: memory (the tests' own), key file, passphrase."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from items_contract import ROOT_LIKE, ItemsContract
from vault_kit import CHEAP, MemoryItems, SystemRandom

from wallet_cli.domain.secret import Passphrase, Secret
from wallet_cli.errors import (
    InputNeeded,
    PassphraseWeak,
    PassphraseWrong,
    StoreTampered,
    StoreUnsafe,
    VaultNotAllowed,
    WalletError,
)
from wallet_cli.ports import Items
from wallet_cli.vault import items_for

PHRASE = "正确的马电池订书钉 2026"


def _passphrase(folder: Path, phrase: str | None = PHRASE, account: str = "account") -> Items:
    source = None if phrase is None else lambda: Passphrase(phrase.encode())
    return items_for("passphrase", folder, account, random=SystemRandom(), passphrase=source, cost=CHEAP)


class TestMemory(ItemsContract):
    kind = "keyring"

    @pytest.fixture
    def reopen(self) -> Callable[[], Items]:
        items = MemoryItems()
        return lambda: items


class TestSandbox(ItemsContract):
    kind = "sandbox"

    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Callable[[], Items]:
        return lambda: items_for("sandbox", tmp_path / "profile", "account", random=SystemRandom())


class TestPassphrase(ItemsContract):
    kind = "passphrase"

    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Callable[[], Items]:
        return lambda: _passphrase(tmp_path / "profile")


def test_an_unknown_kind_is_not_allowed(tmp_path: Path) -> None:
    with pytest.raises(VaultNotAllowed):
        items_for("null", tmp_path, "account", random=SystemRandom())


def test_the_key_file_is_private(tmp_path: Path) -> None:
    items = items_for("sandbox", tmp_path / "profile", "account", random=SystemRandom())
    items.put("root", Secret(ROOT_LIKE))
    path = tmp_path / "profile" / "items.sandbox"
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    with pytest.raises(StoreUnsafe):
        items.get("root")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"root": 1}', b'{"root": "\\u5bc6"}', b"\xff", b"[" * 100_000])
def test_a_spoilt_key_file_is_told(tmp_path: Path, data: bytes) -> None:
    items = items_for("sandbox", tmp_path / "profile", "account", random=SystemRandom())
    items.put("root", Secret(ROOT_LIKE))
    (tmp_path / "profile" / "items.sandbox").write_bytes(data)
    with pytest.raises(StoreTampered):
        items.get("root")


def test_a_wrong_passphrase_is_told_and_changes_nothing(tmp_path: Path) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    before = (tmp_path / "items.passphrase").read_bytes()
    wrong = _passphrase(tmp_path, "another phrase of length")
    for act in (lambda: wrong.get("root"), lambda: wrong.put("root", Secret(b"x")), lambda: wrong.drop("root")):
        with pytest.raises(PassphraseWrong) as told:
            act()
        assert told.value.exit == 6
    assert (tmp_path / "items.passphrase").read_bytes() == before


def test_a_short_passphrase_is_refused_when_it_is_set(tmp_path: Path) -> None:
    with pytest.raises(PassphraseWeak) as weak:
        _passphrase(tmp_path, "十一个字符的口令还是太短"[:11]).put("root", Secret(ROOT_LIKE))
    assert weak.value.data == {"minimum": 12}
    assert not (tmp_path / "items.passphrase").exists()
    _passphrase(tmp_path, "十二个字符的口令就够长了").put("root", Secret(ROOT_LIKE))


def test_the_passphrase_is_asked_for_once_and_only_when_needed(tmp_path: Path) -> None:
    asked = []

    def source() -> Passphrase:
        asked.append(1)
        return Passphrase(PHRASE.encode())

    items = items_for("passphrase", tmp_path, "a", random=SystemRandom(), passphrase=source, cost=CHEAP)
    assert items.get("root") is None
    items.drop("root")
    assert asked == []
    items.put("root", Secret(ROOT_LIKE))
    items.put("anchor", Secret(b"x"))
    items.get("root")
    assert asked == [1]


def test_one_text_written_in_two_ways_is_one_passphrase(tmp_path: Path) -> None:
    _passphrase(tmp_path, "caf\u00e9 caf\u00e9 caf\u00e9").put("root", Secret(ROOT_LIKE))
    assert _passphrase(tmp_path, "cafe\u0301 cafe\u0301 cafe\u0301").get("root") is not None


def test_without_a_passphrase_the_option_is_named(tmp_path: Path) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    with pytest.raises(InputNeeded) as needed:
        _passphrase(tmp_path, None).get("root")
    assert needed.value.data == {"option": "--passphrase-fd"}


def test_another_profiles_file_does_not_open(tmp_path: Path) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    with pytest.raises(PassphraseWrong):
        _passphrase(tmp_path, account="other").get("root")


def test_nothing_readable_lies_in_the_file(tmp_path: Path) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    assert set(os.listdir(tmp_path)) == {"items.lock", "items.passphrase"}
    data = (tmp_path / "items.passphrase").read_bytes()
    assert ROOT_LIKE not in data
    assert bytes.fromhex(ROOT_LIKE.decode()) not in data
    assert (tmp_path / "items.passphrase").stat().st_mode & 0o777 == 0o600


def test_any_altered_byte_of_the_file_is_told(tmp_path: Path) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    path = tmp_path / "items.passphrase"
    good = path.read_bytes()
    for spot in range(0, len(good), 1 if os.environ.get("YIBAO_FULL") == "1" else 9):
        path.write_bytes(good[:spot] + bytes([good[spot] ^ 1]) + good[spot + 1 :])
        try:
            value = _passphrase(tmp_path).get("root")
        except WalletError as e:
            assert e.exit in {6, 15}
            continue
        # A cost is read back as another spelling of itself, or the name of the field is no longer found: never a value.
        assert value is None or value.reveal() == ROOT_LIKE


@pytest.mark.parametrize("salt", ["", "AAA=", "A" * 200, "!", None, 1])
def test_a_salt_of_another_length_is_told(tmp_path: Path, salt: object) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    path = tmp_path / "items.passphrase"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"salt": salt}))
    with pytest.raises(StoreTampered):
        _passphrase(tmp_path).get("root")


def test_a_file_of_endless_lists_is_told(tmp_path: Path) -> None:
    _passphrase(tmp_path).put("root", Secret(ROOT_LIKE))
    (tmp_path / "items.passphrase").write_bytes(b"[" * 100_000)
    with pytest.raises(StoreTampered):
        _passphrase(tmp_path).get("root")


def test_processes_putting_at_once_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from pathlib import Path\n"
        "from vault_kit import SystemRandom\n"
        "from wallet_cli.domain.secret import Secret\n"
        "from wallet_cli.vault import items_for\n"
        "items = items_for('sandbox', Path(sys.argv[1]), 'a', random=SystemRandom())\n"
        "for n in range(10): items.put(f'{sys.argv[2]}{n}', Secret(b'x'))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), letter]) for letter in "abcd"]
    assert [process.wait() for process in running] == [0] * 4
    items = items_for("sandbox", tmp_path, "a", random=SystemRandom())
    assert all(items.get(f"{letter}{n}") is not None for letter in "abcd" for n in range(10))
