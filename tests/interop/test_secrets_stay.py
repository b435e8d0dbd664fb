"""No secret in any output, log, traceback or file of a run that drives every command and every failure.

PINs, ID number, one-time codes, passphrase, the vault's root and the online code's secret are known to the test; all
that the two programs print (but for `--reveal`) and all that they leave behind is searched for them in every form.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sentinels import Finding, scan
from wallet import CITIZENS, Answer, Wallet

from wallet_cli.domain.secret import Pin

WHO = CITIZENS["阿依古丽·买买提"]
PIN, CHANGED, AGAIN, WRONG, OTHERS = "940713", "271863", "860429", "718295", "530918"
PASSPHRASE, BAD_PASSPHRASE = "滴水穿石 sentinel 8241", "绳锯木断 sentinel 9317"
HOSPITAL = "H34010000001"
CODE = re.compile(r"\b\d{28}\b")
HANDLE = re.compile(r"\b00\d{9}\b")
HEX = rb"(?=[0-9]*[a-f])[0-9a-f]{32,}"


class Driver:
    """Runs command lines and keeps what they print, every second one with --debug; every secret is noted."""

    def __init__(self, wallet: Wallet) -> None:
        self.wallet = wallet
        self.known: dict[str, str | bytes] = {"id": WHO.id_number, "passphrase": PASSPHRASE, "bad": BAD_PASSPHRASE}
        self.printed: list[tuple[str, str]] = []
        self.exits: set[int] = set()

    def __call__(self, *argv: str, program: str = "yibao", spawn: bool = False, **secrets: str) -> Answer:
        given = {f"--{name.replace('_', '-')}": value for name, value in secrets.items()}
        debug = ["--debug"] if len(self.printed) % 2 else []
        run = self.wallet.spawn if spawn else self.wallet.run
        answer = run(*argv, *debug, secrets=given, program=program)
        # The 28 digits are meant to be shown, and their 23 windows of six could be a PIN by chance.
        words = CODE.sub("<code>", answer.out + answer.err)
        self.printed.append((f"{program} {' '.join(argv)}", words))
        self.exits.add(answer.exit)
        return answer

    def told(self, name: str, *argv: str, field: str) -> str:
        """A one-time code that the other side shows with --reveal: noted as a secret, its printing left out."""
        data: Any = self.wallet.other(*argv, "--reveal")
        while isinstance(data.get("messages"), list):
            data = data["messages"][0]
        value = str(data[field])
        self.known[f"{name}:{len(self.known)}"] = value
        return value

    def found(self) -> list[Finding]:
        home = self.wallet.home
        keys = list(home.rglob("items.sandbox"))
        places: list[Path | tuple[str, str]] = [*self.printed]
        known = {**self.known, "pin": PIN, "changed": CHANGED, "again": AGAIN, "wrong": WRONG}
        short = {name: secret for name, secret in known.items() if len(secret) == len(PIN)}
        findings = scan({name: secret for name, secret in known.items() if name not in short}, [*places, home])
        findings += scan(short, [*places, home], self.by_chance())
        for number, secret in enumerate(self.roots()):
            rest = [path for path in sorted(home.rglob("*")) if path.is_file() and path not in keys]
            findings += scan({f"root{number}": secret}, [*places, *rest])
        return findings

    def by_chance(self) -> re.Pattern[bytes]:
        """Random numbers that six digits turn up in sooner or later: vouchers' handles, and keys and marks in hex."""
        handles = {handle for _, words in self.printed for handle in HANDLE.findall(words)}
        return re.compile(b"|".join([HEX, *(handle.encode() for handle in sorted(handles))]))

    def roots(self) -> list[str | bytes]:
        """What the key files hold, as written there and as bytes."""
        found: list[str | bytes] = []
        for path in self.wallet.home.rglob("items.sandbox"):
            items = json.loads(path.read_bytes())
            found += [value for name, value in items.items() if name in {"root", "platform"}]
        assert found
        return [*found, *(bytes.fromhex(text) for text in found if isinstance(text, str) and is_hex(text))]


def is_hex(text: str) -> bool:
    return re.fullmatch(r"([0-9a-f]{2})+", text) is not None


@pytest.fixture
def drive(tmp_path: Path) -> Driver:
    (tmp_path / "tmp").mkdir()
    return Driver(Wallet(tmp_path / "home", env={"TMPDIR": str(tmp_path / "tmp")}))


def test_nothing_is_found(drive: Driver, tmp_path: Path) -> None:
    activation(drive)
    secrets = code_secrets(drive.wallet, PIN)
    drive.known |= secrets
    reading(drive)
    changing(drive, tmp_path)
    drive.known |= code_secrets(drive.wallet, AGAIN)
    passphrases(drive)
    damage(drive)
    assert 1 not in drive.exits, [answer for answer in drive.wallet.said if answer.exit == 1]
    assert drive.exits >= {0, 2, 6, 7, 8, 9, 10, 12, 15, 17, 18, 20}, drive.exits
    assert drive.found() == []
    assert list((tmp_path / "tmp").rglob("*")) == []


def test_the_search_would_find_them(drive: Driver) -> None:
    """The same run with one leak more than it has."""
    activation(drive)
    drive.known |= code_secrets(drive.wallet, PIN)
    assert drive.found() == []
    for name, secret in drive.known.items():
        leak = drive.wallet.home / f"leak-{name.replace(':', '-')}"
        leak.write_bytes(secret if isinstance(secret, bytes) else secret.encode())
        assert name in {finding.sentinel for finding in drive.found()}
        leak.unlink()


def activation(drive: Driver) -> None:
    words = ("activate", "--accept-agreement", "--region", WHO.region, "--name", WHO.name, "--phone", WHO.phone)
    drive("balance")
    drive("activate")
    drive(*words, id_fd=WHO.id_number[:-1] + ("0" if WHO.id_number[-1] != "0" else "1"))
    drive(*words[:-1], "13800000099", id_fd=WHO.id_number, pin_fd=PIN)
    drive(*words, "--region", "110000", id_fd=WHO.id_number, pin_fd=PIN)
    drive(*words, id_fd=WHO.id_number, pin_fd="123456")
    drive(*words, id_fd=WHO.id_number, spawn=True)
    first = drive.told("text", "outbox", field="code")
    drive("activate", text_code_fd="000000" if first != "000000" else "000001")
    drive("status", spawn=True)
    drive("activate", text_code_fd=first, spawn=True)
    drive("activate", "--sandbox-auto", pin_fd=PIN, spawn=True)
    drive("outbox", program="yibao-platform")


def reading(drive: Driver) -> None:
    for words in (
        (),
        ("status",),
        ("balance",),
        ("records",),
        ("records", "show", "S1"),
        ("voucher", "show"),
        ("card", "show"),
        ("device", "list"),
        ("audit", "show"),
        ("audit", "verify"),
        ("profile", "list"),
        ("config", "list"),
        ("config", "path"),
        ("platform", "show"),
        ("schema",),
        ("help", "sandbox"),
        ("balance", "mama"),
        ("statsu",),
    ):
        for form in ("human", "plain", "json"):
            drive(*words, "-o", form)
    drive("person", "list", program="yibao-platform")
    drive("person", "show", WHO.phone, program="yibao-platform")
    drive("terminal", "verify", "--institution", HOSPITAL, program="yibao-platform")


def changing(drive: Driver, tmp_path: Path) -> None:
    bill = tmp_path / "bill.json"
    bill.write_text('{"med_type":"11","fees":[{"name":"CT","category":"A","amount_fen":200000}]}', encoding="utf-8")
    code = drive("qr", "--json", pin_fd=PIN, spawn=True).data["code"]
    settle = ("terminal", "settle", "--institution", HOSPITAL, "--bill", str(bill))
    for _ in range(2):
        drive(*settle, program="yibao-platform", code_fd=code)
    drive(*settle, "--credential", "id-card", program="yibao-platform", credential_fd=WHO.id_number)
    drive("qr", pin_fd=PIN)
    drive("qr", "--digits", pin_fd=PIN)
    drive("qr", "--png", str(tmp_path / "code.png"), pin_fd=PIN)
    drive("qr", "--svg", str(tmp_path / "code.svg"), pin_fd=PIN)
    drive("pin", "change", pin_fd=PIN, new_pin_fd="111111")
    drive("pin", "change", pin_fd=WRONG, new_pin_fd=CHANGED)
    drive("pin", "change", pin_fd=PIN, new_pin_fd=CHANGED, spawn=True)
    drive("voucher", "refresh", pin_fd=CHANGED)
    drive("voucher", "update")
    drive("voucher", "freeze")
    drive("qr", "--json", pin_fd=CHANGED)
    drive("voucher", "unfreeze", pin_fd=CHANGED)
    drive("card", "report-lost")
    drive("card", "reissue")
    for _ in range(6):
        drive("qr", "--json", pin_fd=WRONG, spawn=True)
    drive("pin", "reset", new_pin_fd=AGAIN)
    drive("counter", "reset-pin", WHO.phone, program="yibao-platform")
    code = drive.told("reset", "counter", "reset-pin", WHO.phone, field="code")
    drive("pin", "reset", code_fd="000000" if code != "000000" else "000001", new_pin_fd=AGAIN)
    drive("pin", "reset", code_fd=code, new_pin_fd=AGAIN, spawn=True)


def passphrases(drive: Driver) -> None:
    """A second wallet by a counter's offer, under a passphrase."""
    drive("profile", "add", "second")
    drive("status", "--vault", "keyring")
    offer = drive.wallet.other("counter", "offer", WHO.phone, "--reveal")
    drive.known["tx"] = offer["tx_code"]
    drive("counter", "offer", WHO.phone, program="yibao-platform")
    words = ("activate", "--accept-agreement", "--profile", "second", "--vault", "passphrase")
    words = (*words, "--offer", offer["offer"])
    wrong = "000000" if offer["tx_code"] != "000000" else "000001"
    drive(*words, tx_code_fd=wrong, pin_fd=OTHERS, passphrase_fd=PASSPHRASE)
    drive(*words, tx_code_fd=offer["tx_code"], pin_fd=OTHERS, passphrase_fd=PASSPHRASE, spawn=True)
    drive("status", "--profile", "second", passphrase_fd=PASSPHRASE)
    drive("status", "--profile", "second", passphrase_fd="short")
    drive("status", "--profile", "second", passphrase_fd=BAD_PASSPHRASE, spawn=True)
    listed = drive("device", "list", "--json")
    lost = next(one["device_id"] for one in listed.data["devices"] if not one["this"])
    drive("device", "revoke", lost, pin_fd=AGAIN)
    drive("balance", "--profile", "second", passphrase_fd=PASSPHRASE)


def damage(drive: Driver) -> None:
    """The store cut short: told, and replaced."""
    store = drive.wallet.home / "profiles/default/store.db"
    store.write_bytes(store.read_bytes()[: -4096 * 3])
    for form in ("human", "json"):
        drive("status", "-o", form, spawn=True)
    words = ("activate", "--accept-agreement", "--sandbox-auto", "--region", WHO.region, "--name", WHO.name)
    drive(*words, "--phone", WHO.phone, "--replace", "--yes", id_fd=WHO.id_number, pin_fd=PIN)


def code_secrets(wallet: Wallet, pin: str) -> dict[str, str | bytes]:
    """The online code's secret of every voucher in the default profile."""
    from wallet_cli.cli.context import SystemRandom
    from wallet_cli.ports import Table
    from wallet_cli.vault import items_for, open_vault

    folder = wallet.home / "profiles/default"
    random = SystemRandom()
    vault = open_vault(folder, lambda header: items_for("sandbox", folder, "unused", random=random), random)
    keys: Any = vault.open(Pin(pin.encode()))
    found: dict[str, str | bytes] = {}
    for voucher_id in vault.rows(Table.VOUCHERS):
        with keys._store.reading() as cells:
            found[f"code secret {pin}"] = bytes.fromhex(keys._get(cells, "code", voucher_id)["secret"])
            found[f"holder key {pin}"] = bytes.fromhex(keys._get(cells, "holder", voucher_id)["d"])
    keys.close()
    assert found
    return found
