"""The embedded platform on disk: what is in its file, who may open it, several processes at once."""

from __future__ import annotations

import hashlib
import multiprocessing
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from contract.platform_kit import (
    START,
    FileItems,
    MemoryItems,
    SetClock,
    SystemRandom,
    Wallet,
    World,
    bill,
    fresh_key,
    operator_call,
    person,
    terminal_call,
)

from wallet_cli.domain.identity import Name, Phone
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import (
    KeyringChanged,
    KeyringEmpty,
    PersonUnknown,
    PlatformBusy,
    PlatformNewer,
    PlatformTampered,
    StoreUnsafe,
    VaultDiffers,
    WalletError,
)
from wallet_cli.platform import sql
from wallet_cli.platform.cipher import Cipher
from wallet_cli.platform.embedded import EmbeddedPlatform, recorded_vault, remove_platform
from wallet_cli.platform.sql import register as register_sql
from wallet_cli.ports import Call, FacePurpose, PersonDraft, Presented


class SeededRandom:
    """The same bytes every time, so that a short sentinel never turns up by chance in some run."""

    def __init__(self) -> None:
        self._count = 0

    def bytes(self, count: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(b"%d" % self._count).digest(count)


def made(folder: Path, items: MemoryItems, random: Any = None) -> EmbeddedPlatform:
    platform = EmbeddedPlatform(folder, items, SetClock(), random or SystemRandom())
    platform.agency.institutions(operator_call(), cursor=None, limit=1)
    return platform


def opened(folder: Path, items: MemoryItems) -> None:
    platform = EmbeddedPlatform(folder, items, SetClock(), SystemRandom())
    try:
        platform.citizen.info(Call())
    finally:
        platform.close()


def edit(folder: Path, statement: str, *parameters: Any) -> None:
    connection = sqlite3.connect(folder / "platform.db")
    with connection:
        assert connection.execute(statement, parameters).rowcount > 0
    connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "platform"


def test_nothing_is_made_before_the_first_call(folder: Path) -> None:
    platform = EmbeddedPlatform(folder, MemoryItems(), SetClock(), SystemRandom())
    assert platform.name == "embedded" and not folder.exists() and recorded_vault(folder) is None
    platform.citizen.info(Call())
    assert recorded_vault(folder) == ("sandbox", "sandbox")
    platform.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_it_is_there_again_after_a_restart(folder: Path) -> None:
    items, clock = MemoryItems(), SetClock()
    first = World(EmbeddedPlatform(folder, items, clock, SystemRandom()), clock)
    wallet = first.active()
    settled = first.settle(Presented(code=wallet.code()), bill(9_900))
    root = first.platform.citizen.info(Call()).value.root_jwk
    again = World(EmbeddedPlatform(folder, items, clock, SystemRandom()), clock)
    assert again.platform.citizen.info(Call()).value.root_jwk == root
    assert again.balance() == settled.balc_fen
    assert again.refusal(wallet.code()) is None


def test_no_personal_data_and_no_secret_on_disk(folder: Path) -> None:
    items, clock = MemoryItems(), SetClock()
    world = World(EmbeddedPlatform(folder, items, clock, SeededRandom()), clock)
    wallet = Wallet(world.platform, clock, "甲的笔记本")
    zhang = person(world.platform)
    begun = wallet.begin(zhang)
    texts = [wallet.last_text().reveal()]
    wallet.do("confirm_text_code", begun.activation_id, wallet.last_text())
    wallet.pass_face(FacePurpose.ACTIVATION, begun.activation_id)
    wallet.take(begun)
    world.sandbox.code("张三", "valid")
    offer = world.platform.agency.offer(operator_call("操作员王五"), "李秀英", Channel.COUNTER).value
    reset = world.platform.agency.reset_code(operator_call(), "张三").value
    ticket = wallet.do("begin_reset", reset.code, None)
    shown = wallet.code()
    verified = world.verify(shown)
    world.settle(Presented(ec_token=verified.ec_token), bill(12_300), key="the-terminals-own-key")
    people = world.platform.agency.people(operator_call(), cursor=None, limit=500).value.items
    sentinels: list[bytes] = [items.kept["platform"], bytes.fromhex(items.kept["platform"].decode()), *texts]
    for view in people:
        known = view.person
        sentinels += [s.encode() for s in (known.name.reveal(), known.document.reveal(), known.phone.reveal())]
        sentinels.append(view.card_number.reveal())
    for secret in wallet.secrets.values():
        sentinels += [secret.reveal(), secret.reveal().hex().encode()]
    sentinels += [offer.offer.encode(), offer.tx_code.reveal(), reset.code.reveal(), ticket.ticket.encode()]
    sentinels += [shown.encode(), verified.ec_token.encode(), "甲的笔记本".encode(), "操作员王五".encode()]
    sentinels += [wallet.vouchers["self"].voucher.sd_jwt[:60].encode(), "药品1".encode(), b"the-terminals-own-key"]
    written = b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
    assert written.startswith(b"SQLite") and b"yibao-platform" in written and b"H11000000001" in written
    assert [s for s in sentinels if s in written] == []


def test_operators_are_audited_by_name_and_act(folder: Path) -> None:
    items, clock = MemoryItems(), SetClock()
    world = World(EmbeddedPlatform(folder, items, clock, SystemRandom()), clock)
    offered = operator_call("王五")
    world.platform.agency.offer(offered, "张三", Channel.COUNTER)
    world.platform.agency.offer(offered, "张三", Channel.COUNTER)
    clock.move(7)
    world.verify(world.sandbox.code("李秀英", "valid").code)
    visit = world.settle(Presented(card=person(world.platform).card_number), bill(100)).mdtrt_id
    cipher = Cipher(Secret(bytes.fromhex(items.kept["platform"].decode())), SystemRandom().bytes, "")
    connection = sqlite3.connect(folder / "platform.db")
    rows = connection.execute(register_sql.AUDITED, {"after": 0, "limit": 10}).fetchall()
    connection.close()
    assert [(n, at, act, cipher.open(f"audit/{n}/operator", who), *whom) for n, at, act, who, *whom in rows] == [
        (1, START, "offer", "王五", "9900000000000001", None),
        (2, START + 7, "verify", "nurse-1", "9900000000000002", None),
        (3, START + 7, "settle", "nurse-1", visit, None),
    ]


@pytest.mark.parametrize("kind", ["text", "empty table", "other magic", "format"])
def test_files_that_are_not_ours(folder: Path, kind: str) -> None:
    items = MemoryItems()
    made(folder, items).close()
    path = folder / "platform.db"
    if kind == "text":
        path.write_bytes(b"this is no database at all, but long enough to be looked at\n" * 40)
    elif kind == "empty table":
        path.write_bytes(b"")
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE other (x)")
        connection.close()
    elif kind == "other magic":
        edit(folder, "UPDATE meta SET value = 'other' WHERE name = 'magic'")
    else:
        edit(folder, "UPDATE meta SET value = 'one' WHERE name = 'format'")
    for ask in (lambda: opened(folder, items), lambda: recorded_vault(folder)):
        with pytest.raises(PlatformTampered):
            ask()


def test_a_newer_format_is_refused_unharmed(folder: Path) -> None:
    items = MemoryItems()
    made(folder, items).close()
    edit(folder, "UPDATE meta SET value = '99' WHERE name = 'format'")
    before = (folder / "platform.db").read_bytes()
    with pytest.raises(PlatformNewer) as refused:
        opened(folder, items)
    assert (refused.value.data["found"], refused.value.data["known"]) == (99, sql.FORMAT)
    with pytest.raises(PlatformNewer):
        recorded_vault(folder)
    assert (folder / "platform.db").read_bytes() == before


def test_damaged_pages_and_rows_moved_elsewhere(folder: Path) -> None:
    items = MemoryItems()
    made(folder, items).close()
    rows = "SELECT name FROM people WHERE psn_no = '9900000000000002'"
    edit(folder, f"UPDATE people SET name = ({rows}) WHERE psn_no = '9900000000000001'")
    platform = EmbeddedPlatform(folder, items, SetClock(), SystemRandom())
    with pytest.raises(PlatformTampered) as refused:
        platform.agency.person(operator_call(), "9900000000000001")
    assert refused.value.data["what"] == "people"
    platform.close()
    path = folder / "platform.db"
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = bytes(len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(PlatformTampered):
        opened(folder, items)


def test_a_table_that_is_gone(folder: Path) -> None:
    items = MemoryItems()
    made(folder, items).close()
    connection = sqlite3.connect(folder / "platform.db")
    connection.execute("DROP TABLE institutions")
    connection.close()
    platform = EmbeddedPlatform(folder, items, SetClock(), SystemRandom())
    with pytest.raises(PlatformTampered) as refused:
        platform.agency.institutions(operator_call(), cursor=None, limit=1)
    assert refused.value.data["what"] == "schema"
    platform.close()


def test_an_act_whose_answer_cannot_be_signed_is_none(folder: Path) -> None:
    items = MemoryItems()
    made(folder, items).close()
    connection = sqlite3.connect(folder / "platform.db", isolation_level=None)
    ((sealed,),) = connection.execute("SELECT value FROM sealed WHERE name = 'issuer'").fetchall()
    connection.execute("UPDATE sealed SET value = x'00' WHERE name = 'issuer'")
    platform = EmbeddedPlatform(folder, items, SetClock(), SystemRandom())
    draft = PersonDraft(Name("钱多多"), Phone("13900000001"), "110000", "310", None)
    with pytest.raises(PlatformTampered):
        platform.agency.add_person(operator_call(key=fresh_key()), draft)
    connection.execute("UPDATE sealed SET value = ? WHERE name = 'issuer'", (sealed,))
    connection.close()
    with pytest.raises(PersonUnknown):
        platform.agency.person(operator_call(), "钱多多")
    platform.close()


def test_the_seal_must_be_the_one(folder: Path) -> None:
    items = MemoryItems()
    made(folder, items).close()
    with pytest.raises(KeyringEmpty):
        opened(folder, MemoryItems())
    for other in (b"00" * 32, b"short", b"\xff\xfe"):
        with pytest.raises(PlatformTampered) as refused:
            opened(folder, MemoryItems(kept={"platform": other}))
        assert refused.value.data["what"] == "seal"
    with pytest.raises(VaultDiffers):
        opened(folder, MemoryItems(kind="passphrase", kept=items.kept))
    with pytest.raises(KeyringChanged):
        opened(folder, MemoryItems(backend="KWallet", kept=items.kept))
    opened(folder, items)


def test_unsafe_folders_and_files(folder: Path) -> None:
    items = MemoryItems()
    made(folder, items).close()
    path = folder / "platform.db"
    path.chmod(0o644)
    with pytest.raises(StoreUnsafe):
        opened(folder, items)
    path.chmod(0o600)
    moved = path.rename(folder / "elsewhere.db")
    path.symlink_to(moved)
    with pytest.raises(StoreUnsafe):
        opened(folder, items)


def test_a_creation_cut_short_is_begun_again(folder: Path) -> None:
    items = MemoryItems()
    folder.mkdir(mode=0o700)
    (folder / "platform.db").touch(mode=0o600)
    items.put("platform", Secret(b"ab" * 32))
    assert recorded_vault(folder) is None
    opened(folder, items)
    assert recorded_vault(folder) == ("sandbox", "sandbox") and items.kept["platform"] == b"ab" * 32


def test_removing(folder: Path) -> None:
    items = MemoryItems()
    assert not remove_platform(folder, items)
    made(folder, items).close()
    assert remove_platform(folder, items) and not items.kept
    assert recorded_vault(folder) is None
    opened(folder, items)
    assert recorded_vault(folder) is not None


def test_waiting_ends_at_the_deadline(folder: Path) -> None:
    items = MemoryItems()
    platform = made(folder, items)
    other = sqlite3.connect(folder / "platform.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(PlatformBusy):
        platform.agency.offer(Call(operator_call().credential, fresh_key(), 0.05), "张三", Channel.APP)
    with pytest.raises(PlatformBusy):
        platform.citizen.info(Call(deadline=0.05))
    other.execute("ROLLBACK")
    other.close()
    platform.citizen.info(Call(deadline=0.05))


# --- several processes ------------------------------------------------------------------------------------------------


def _create(folder: Path, results: Any) -> None:
    platform = EmbeddedPlatform(folder, FileItems(folder.parent / "seal"), SetClock(), SystemRandom())
    results.put(str(platform.citizen.info(Call(deadline=60.0)).value.root_jwk))


def _settle(folder: Path, card: bytes, times: int, results: Any) -> None:
    platform = EmbeddedPlatform(folder, FileItems(folder.parent / "seal"), SetClock(), SystemRandom())
    paid = []
    for _ in range(times):
        call = terminal_call()
        call = Call(call.credential, call.key, 60.0)
        settled = platform.institution.settle(call, Presented(card=Secret(card)), bill(20_000), preview=False).value
        paid.append((settled.acct_pay_fen, settled.balc_fen, settled.act_pay_dedc_fen, settled.fund_pay_sumamt_fen))
    results.put(paid)


def _verify(folder: Path, shown: str, results: Any) -> None:
    platform = EmbeddedPlatform(folder, FileItems(folder.parent / "seal"), SetClock(), SystemRandom())
    try:
        platform.institution.verify(Call(terminal_call().credential, fresh_key(), 60.0), shown, "01301")
        results.put(None)
    except WalletError as error:
        results.put(error.code)


def together(target: Any, arguments: list[tuple[Any, ...]]) -> list[Any]:
    """Runs the function in as many processes at once; their results."""
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    processes = [context.Process(target=target, args=(*each, results)) for each in arguments]
    for process in processes:
        process.start()
    answers = [results.get(timeout=120) for _ in processes]
    for process in processes:
        process.join(120)
        assert process.exitcode == 0
    return answers


def test_several_first_calls_make_one_platform(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    roots = together(_create, [(folder,)] * 4)
    assert len(set(roots)) == 1


def test_processes_settling_at_once_never_overdraw(folder: Path) -> None:
    platform = made(folder, FileItems(folder.parent / "seal"))
    view = person(platform, "何丽")
    before = view.personal_account_fen or 0
    platform.close()
    lists = together(_settle, [(folder, view.card_number.reveal(), 6)] * 3)
    paid = [one for each in lists for one in each]
    platform = EmbeddedPlatform(folder, FileItems(folder.parent / "seal"), SetClock(), SystemRandom())
    after = person(platform, "何丽").personal_account_fen
    assert len(paid) == 18 and sum(one[0] for one in paid) == before - (after or 0)
    # 360,000 fen were billed and some 77,000 are in the account: it is used up to the last fen and never below.
    assert after == 0 == min(one[1] for one in paid)
    # Every settlement saw the one before it: no two of those that paid left the same balance.
    left = [one[1] for one in paid if one[0]]
    assert len(set(left)) == len(left)
    platform.close()


def test_one_code_in_several_processes_is_taken_once(folder: Path) -> None:
    platform = made(folder, FileItems(folder.parent / "seal"))
    shown = platform.sandbox.code("张三", "valid").code
    platform.close()
    answers = together(_verify, [(folder, shown)] * 5)
    assert sorted(answers, key=str) == ["CODE_USED"] * 4 + [None]


def test_a_balance_loads_only_what_it_needs(folder: Path) -> None:
    script = (
        "import sys; from wallet_cli.platform.embedded import EmbeddedPlatform; "
        "from wallet_cli.platform import citizen; from wallet_cli.platform.service import accounts; "
        "print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    for heavy in ("settling", "codes", "activation", "issuance", "people", "sandbox", "idempotency", "housekeeping"):
        assert f"wallet_cli.platform.service.{heavy}" not in loaded
    assert not {"sqlite3", "tomllib", "cryptography", "asyncio", "random"} & set(loaded)
