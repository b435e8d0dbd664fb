"""Holder keys, online codes, proofs, audit of one vault."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from vault_kit import GOOD, NOW, MemoryItems, SystemRandom, vault_at

from wallet_cli.domain.code import expires_at, find_step, parse, step_of
from wallet_cli.domain.jws import thumbprint, verify_es256
from wallet_cli.domain.proof import check_call_proof
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant
from wallet_cli.errors import AuditBroken, NotFound, RollsExhausted, StoreTampered
from wallet_cli.ports import Keys, Table, Vault
from wallet_cli.vault import items_for, open_vault

SECRET = Secret(b"s" * 32)
HANDLE = "12345678901"
START = Instant(NOW - NOW % 30)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = vault_at(tmp_path / "profile", MemoryItems())
    made.create(NOW)
    return made


@pytest.fixture
def keys(vault: Vault) -> Keys:
    return vault.set_pin(GOOD, NOW)


def test_a_holder_key_signs_what_its_public_half_verifies(vault: Vault, keys: Keys) -> None:
    jwk = keys.create_holder_key("v1")
    assert verify_es256(jwk, b"payload", keys.sign("v1", b"payload"))
    assert verify_es256(jwk, b"payload", vault.open(GOOD).sign("v1", b"payload"))
    assert not verify_es256(keys.create_holder_key("v2"), b"payload", keys.sign("v1", b"payload"))
    again = keys.create_holder_key("v1")
    assert again != jwk
    assert verify_es256(again, b"payload", keys.sign("v1", b"payload"))


def test_what_is_not_there_is_not_found(keys: Keys) -> None:
    with pytest.raises(NotFound):
        keys.sign("v1", b"")
    with pytest.raises(NotFound):
        keys.code("v1", "990", HANDLE, NOW)
    assert not keys.has_code_secret("v1", 1)


def test_a_dropped_voucher_is_gone(keys: Keys) -> None:
    keys.create_holder_key("v1")
    keys.put_code_secret("v1", SECRET, 1)
    keys.code("v1", "990", HANDLE, NOW)
    keys.drop_voucher("v1")
    with pytest.raises(NotFound):
        keys.sign("v1", b"")
    assert not keys.has_code_secret("v1", 1)


def test_closed_keys_open_nothing(keys: Keys) -> None:
    keys.create_holder_key("v1")
    keys.close()
    for act in (
        lambda: keys.sign("v1", b""),
        lambda: keys.create_holder_key("v1"),
        lambda: keys.code("v1", "990", HANDLE, NOW),
        lambda: keys.put_code_secret("v1", SECRET, 1),
    ):
        with pytest.raises(NotFound):
            act()


def test_ten_codes_a_step_each_of_its_own(keys: Keys) -> None:
    keys.put_code_secret("v1", SECRET, 1)
    now = Instant(START + 7)
    codes = []
    for _ in range(10):
        digits, ends = keys.code("v1", "990", HANDLE, now)
        assert find_step(SECRET, parse(digits), now) == step_of(now)
        assert ends == expires_at(step_of(now))
        codes.append(digits)
    assert len(set(codes)) == 10
    with pytest.raises(RollsExhausted) as exhausted:
        keys.code("v1", "990", HANDLE, now)
    assert exhausted.value.data == {"wait": 23}
    assert keys.code("v1", "990", HANDLE, Instant(START + 30))[0] not in codes


def test_a_clock_put_back_repeats_no_code(keys: Keys) -> None:
    keys.put_code_secret("v1", SECRET, 1)
    moments = [Instant(START + offset) for offset in (0, 30, 0, 60, 30, -300, 0, -300)]
    codes = [keys.code("v1", "990", HANDLE, now)[0] for now in moments]
    assert len(set(codes)) == len(codes)


_WINDOW = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from vault_kit import GOOD, SystemRandom
from wallet_cli.domain.time import Instant
from wallet_cli.vault import items_for, open_vault
folder = Path(sys.argv[1])
vault = open_vault(folder, lambda _: items_for("sandbox", folder, "a", random=SystemRandom()), SystemRandom())
keys = vault.open(GOOD)
for n in range(3): print(keys.code("v1", "990", "{handle}", Instant({now}))[0])
"""


def test_windows_at_the_same_time_never_show_the_same_code(tmp_path: Path) -> None:
    from vault_kit import CHEAP

    folder = tmp_path / "p"
    vault = open_vault(
        folder, lambda _: items_for("sandbox", folder, "a", random=SystemRandom()), SystemRandom(), cost=CHEAP
    )
    vault.create(NOW)
    vault.set_pin(GOOD, NOW).put_code_secret("v1", SECRET, 1)
    script = _WINDOW.format(tests=str(Path(__file__).parents[2]), handle=HANDLE, now=int(NOW))
    command = [sys.executable, "-c", script, str(folder)]
    windows = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    codes = [line for window in windows for line in window.communicate()[0].split()]
    assert len(codes) == len(set(codes)) == 9


def test_a_call_is_proved_without_a_pin(vault: Vault) -> None:
    credential = vault.prove("freeze", "key-1", NOW)
    jwk = check_call_proof(credential.proof, "freeze", "key-1", NOW)
    assert jwk == vault.sign_in_jwk()
    assert credential.thumbprint == thumbprint(jwk)


def test_the_audit_names_each_act(vault: Vault, keys: Keys) -> None:
    with vault.write() as transaction:
        transaction.audit("voucher.freeze", NOW, {"channel": "app"})
        transaction.audit("voucher.unfreeze", Instant(NOW + 1))
    records = vault.audit()
    assert [(record.number, record.act) for record in records] == [
        (1, "wallet.create"),
        (2, "pin.set"),
        (3, "voucher.freeze"),
        (4, "voucher.unfreeze"),
    ]
    assert records[2].facts == {"channel": "app"}
    assert records[3].at == NOW + 1


@pytest.mark.parametrize(
    ("statement", "record"),
    [
        ("UPDATE audit SET box = zeroblob(length(box)) WHERE number = 3", 3),
        ("UPDATE audit SET link = zeroblob(32) WHERE number = 2", 2),
        ("UPDATE audit SET link = 'text' WHERE number = 4", 4),
        ("UPDATE audit SET generation = generation + 1 WHERE number = 3", 3),
        ("DELETE FROM audit WHERE number = 2", 2),
        ("DELETE FROM audit WHERE number = 6", 6),
        ("DELETE FROM audit", 1),
        ("INSERT INTO audit SELECT 7, generation, box, link FROM audit WHERE number = 6", 7),
        ("UPDATE audit SET number = number + 1 WHERE number = 6", 6),
    ],
)
def test_the_first_bad_record_is_named(vault: Vault, statement: str, record: int) -> None:
    for number in range(5):
        with vault.write() as transaction:
            transaction.audit("act", NOW, {"number": number})
    connection = sqlite3.connect(vault.path)
    with connection:
        connection.execute(statement)
    connection.close()
    with pytest.raises(AuditBroken) as broken:
        vault.audit()
    assert broken.value.data == {"record": record}
    if "number = 6" in statement or statement == "DELETE FROM audit":
        with pytest.raises(StoreTampered):
            vault.rows(Table.FACTS)
