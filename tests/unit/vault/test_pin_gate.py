"""The PIN gate: exact counts, under any number of processes; change and reset."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vault_kit import CHEAP, GOOD, NOW, OTHER, MemoryItems, SystemRandom, vault_at

from wallet_cli.domain.secret import Pin, Secret
from wallet_cli.errors import (
    AlreadyActivated,
    NotFound,
    PinLocked,
    PinMalformed,
    PinNotSet,
    PinWeak,
    PinWrong,
    StoreBusy,
)
from wallet_cli.ports import PinState, PinStatus, Vault
from wallet_cli.storage.lock import Lock
from wallet_cli.vault import items_for, open_vault
from wallet_cli.vault.kdf import SALT, KdfCost, stretch


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = vault_at(tmp_path / "profile", MemoryItems())
    made.create(NOW)
    return made


def _wrong(vault: Vault, times: int) -> list[object]:
    left = []
    for _ in range(times):
        with pytest.raises(PinWrong) as wrong:
            vault.open(OTHER)
        assert wrong.value.exit == 6
        left.append(wrong.value.data["attempts_left"])
    return left


def test_five_tries_then_locked_even_for_the_right_pin(vault: Vault) -> None:
    vault.set_pin(GOOD, NOW)
    assert vault.pin_status() == PinStatus(PinState.SET, 5)
    assert _wrong(vault, 5) == [4, 3, 2, 1, 0]
    assert vault.pin_status() == PinStatus(PinState.LOCKED, 0)
    for pin in (OTHER, GOOD):
        with pytest.raises(PinLocked) as locked:
            vault.open(pin)
        assert locked.value.exit == 7
    with pytest.raises(PinLocked):
        vault.change_pin(GOOD, OTHER, NOW)


def test_the_right_pin_gives_the_tries_back(vault: Vault) -> None:
    vault.set_pin(GOOD, NOW)
    assert _wrong(vault, 4) == [4, 3, 2, 1]
    vault.open(GOOD)
    assert _wrong(vault, 4) == [4, 3, 2, 1]
    vault.change_pin(GOOD, OTHER, NOW)
    assert vault.pin_status().attempts_left == 5


def test_a_wrong_old_pin_counts_when_changing(vault: Vault) -> None:
    vault.set_pin(GOOD, NOW)
    with pytest.raises(PinWrong) as wrong:
        vault.change_pin(OTHER, GOOD, NOW)
    assert wrong.value.data == {"attempts_left": 4}


def test_without_a_pin_there_is_nothing_to_open(vault: Vault) -> None:
    assert vault.pin_status() == PinStatus(PinState.UNSET, 5)
    with pytest.raises(PinNotSet):
        vault.open(GOOD)
    with pytest.raises(PinNotSet):
        vault.change_pin(GOOD, OTHER, NOW)


def test_a_pin_is_set_once(vault: Vault) -> None:
    vault.set_pin(GOOD, NOW)
    with pytest.raises(AlreadyActivated):
        vault.set_pin(OTHER, NOW)
    vault.open(GOOD)


@pytest.mark.parametrize("pin", [b"", b"12345", b"1234567", b"28046a", "２８０４６１".encode()])
def test_what_is_no_pin_costs_no_try(vault: Vault, pin: bytes) -> None:
    vault.set_pin(GOOD, NOW)
    with pytest.raises(PinMalformed):
        vault.open(Pin(pin))
    assert vault.pin_status().attempts_left == 5


def test_weak_pins_are_refused_wherever_one_is_set(vault: Vault) -> None:
    weak = Pin(b"123456")
    with pytest.raises(PinWeak):
        vault.set_pin(weak, NOW)
    vault.set_pin(GOOD, NOW)
    with pytest.raises(PinWeak):
        vault.change_pin(GOOD, weak, NOW)
    with pytest.raises(PinWeak):
        vault.begin_reset(weak, NOW)
    assert vault.pin_status().attempts_left == 5


def test_a_change_keeps_the_keys(vault: Vault) -> None:
    keys = vault.set_pin(GOOD, NOW)
    keys.create_holder_key("v1")
    keys.put_code_secret("v1", Secret(b"s" * 32), 3)
    vault.change_pin(GOOD, OTHER, NOW)
    with pytest.raises(PinWrong):
        vault.open(GOOD)
    keys = vault.open(OTHER)
    assert keys.has_code_secret("v1", 3)
    assert len(keys.sign("v1", b"")) == 64


def test_a_reset_replaces_keys_only_when_committed(vault: Vault) -> None:
    old = vault.set_pin(GOOD, NOW)
    old.create_holder_key("v1")
    _wrong(vault, 5)
    first = vault.begin_reset(OTHER, NOW)
    first.create_holder_key("v1")
    second = vault.begin_reset(OTHER, NOW)
    assert vault.reset_pending()
    with pytest.raises(NotFound):
        first.sign("v1", b"")
    second.create_holder_key("v1")
    assert len(old.sign("v1", b"")) == 64
    with pytest.raises(PinLocked):
        vault.open(OTHER)
    with vault.write() as transaction:
        transaction.commit_reset()
    assert not vault.reset_pending()
    assert len(second.sign("v1", b"")) == 64
    assert len(vault.open(OTHER).sign("v1", b"")) == 64
    with pytest.raises(NotFound):
        old.sign("v1", b"")
    with pytest.raises(PinWrong):
        vault.open(GOOD)


def test_a_reset_that_was_not_begun_cannot_be_committed(vault: Vault) -> None:
    vault.set_pin(GOOD, NOW)
    with pytest.raises(NotFound), vault.write() as transaction:
        transaction.commit_reset()


def test_a_reset_sets_a_pin_where_none_was(vault: Vault) -> None:
    vault.begin_reset(GOOD, NOW)
    with vault.write() as transaction:
        transaction.commit_reset()
    vault.open(GOOD)


_PROCESS = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from vault_kit import SystemRandom
from wallet_cli.domain.secret import Pin
from wallet_cli.errors import WalletError
from wallet_cli.storage.lock import Lock
from wallet_cli.vault import items_for, open_vault
folder = Path(sys.argv[1])
vault = open_vault(folder, lambda _: items_for("sandbox", folder, "a", random=SystemRandom()), SystemRandom())
sys.stdin.readline()
try:
    vault.open(Pin(sys.argv[2].encode()))
    print("OPEN")
except WalletError as e:
    print(e.code, e.data.get("attempts_left"))
"""


def test_fifty_processes_share_five_tries(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    vault = open_vault(
        folder,
        lambda _: items_for("sandbox", folder, "a", random=SystemRandom()),
        SystemRandom(),
        cost=KdfCost(8192, 1),
    )
    vault.create(NOW)
    vault.set_pin(GOOD, NOW)
    script = _PROCESS.format(tests=str(Path(__file__).parents[2]))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(folder), f"5081{number:02d}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for number in range(50)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = Counter(process.communicate()[0].strip() for process in processes)
    assert answers == {"PIN_LOCKED None": 45} | {f"PIN_WRONG {left}": 1 for left in range(5)}
    with pytest.raises(PinLocked):
        vault.open(GOOD)


class _Watching(SystemRandom):
    """Randomness that notes, whenever it is asked for a salt, whether another could take the store's lock."""

    def __init__(self, lock: Path) -> None:
        self.lock = lock
        self.free: list[bool] = []

    def bytes(self, count: int) -> bytes:
        if count == SALT:
            try:
                with Lock(self.lock, 0):
                    self.free.append(True)
            except StoreBusy:
                self.free.append(False)
        return super().bytes(count)


def test_the_lock_is_held_from_the_count_to_the_answer(tmp_path: Path) -> None:
    """Between the try that was counted and the change that takes the count back, nobody else comes in."""
    folder, items = tmp_path / "profile", MemoryItems()
    watching = _Watching(folder / "store.lock")
    vault = open_vault(folder, lambda _: items, watching, cost=CHEAP)
    vault.create(NOW)
    vault.set_pin(GOOD, NOW)
    vault.change_pin(GOOD, OTHER, NOW)
    assert watching.free == [True, False]


@settings(deadline=None, derandomize=True, max_examples=25)
@given(st.lists(st.booleans(), max_size=12))
def test_any_order_of_tries_is_counted_right(tmp_path_factory: pytest.TempPathFactory, tries: list[bool]) -> None:
    vault = vault_at(tmp_path_factory.mktemp("any") / "p", MemoryItems())
    vault.create(NOW)
    vault.set_pin(GOOD, NOW)
    left = 5
    for right in tries:
        if left == 0:
            with pytest.raises(PinLocked):
                vault.open(GOOD if right else OTHER)
        elif right:
            vault.open(GOOD)
            left = 5
        else:
            left -= 1
            with pytest.raises(PinWrong) as wrong:
                vault.open(OTHER)
            assert wrong.value.data["attempts_left"] == left
        assert vault.pin_status().attempts_left == left


def test_the_cost_is_kept_with_the_pin(tmp_path: Path) -> None:
    items = MemoryItems()
    cheap = vault_at(tmp_path / "p", items)
    cheap.create(NOW)
    cheap.set_pin(GOOD, NOW)
    dear = open_vault(tmp_path / "p", lambda _: items, SystemRandom(), cost=KdfCost(128, 2, 1))
    dear.open(GOOD)
    dear.change_pin(GOOD, OTHER, NOW)
    cheap.open(OTHER)


def test_without_the_pepper_no_guess_can_be_tried() -> None:
    keys = {stretch(GOOD, b"s" * 16, CHEAP, Secret(pepper)).reveal() for pepper in (b"a" * 32, b"b" * 32)}
    assert len(keys | {stretch(GOOD, b"s" * 16, CHEAP).reveal()}) == 3


@pytest.mark.parametrize(
    "value", [None, [], [1, 1], [64, 1, "1"], [64, True, 1], [2**31, 3, 1], [64, 10**6, 1], [4, 1, 1]]
)
def test_a_senseless_cost_is_none(value: object) -> None:
    assert KdfCost.from_list(value) is None
    assert KdfCost.from_list([65536, 3, 1]) == KdfCost()
