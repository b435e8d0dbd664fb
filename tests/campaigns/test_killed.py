"""kill -9 at any moment: the rerun comes right, nothing acknowledged is lost, nothing is taken for tampering.

A model keeps what was acknowledged. Commands die in two ways: as processes of their own after a random part of the
time such a command takes, and after a random line of the rooms that keep something. Each is then run again, word for
word, now and then killed again, until it ends; and then the whole home must agree with the model.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from campaigns.command_lines import (
    Home,
    Line,
    Person,
    Ran,
    Warm,
    activate,
    change_pin,
    finish,
    operator,
    query,
    reset_by_counter,
    reset_by_face,
    settle,
    start,
    wallet,
)
from campaigns.conftest import NewHome
from conftest import Campaign

from wallet_cli.domain.identity import IdDocument
from wallet_cli.domain.pin import check
from wallet_cli.domain.secret import Pin
from wallet_cli.errors import PinWeak

HOSPITAL = "H11000000001"
FULL_KILLS = {"sandbox": 100, "keyring": 50}
"""Of each way to die: 300 kills in all."""
MOST_KILLS_OF_ONE = 3


class AfterLines:
    """Dies when a line drawn from as many as the last whole run had is reached."""

    def __init__(self, warm: Warm, random: Random) -> None:
        self._warm = warm
        self._random = random
        self._lines: dict[str, int] = {}

    def measured(self, home: Home, line: Line) -> Ran:
        ran = self._warm.run(home, line, unit="lines")
        self._lines[line.kind] = ran.count
        return ran

    def known(self, line: Line) -> bool:
        return line.kind in self._lines

    def dying(self, home: Home, line: Line) -> Ran:
        return self._warm.run(home, line, unit="lines", kill_at=self._random.randint(1, self._lines[line.kind]))


class AfterWrites:
    """Dies when what outlives it has just been written: after the `first` write, `step` writes later, to the last."""

    def __init__(self, warm: Warm, first: int, step: int) -> None:
        self._warm = warm
        self._first = first
        self._step = step
        self._next: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def measured(self, home: Home, line: Line) -> Ran:
        ran = self._warm.run(home, line, unit="writes")
        self._last[line.kind], self._next[line.kind] = ran.count, self._first
        return ran

    def known(self, line: Line) -> bool:
        return line.kind in self._last

    def dying(self, home: Home, line: Line) -> Ran:
        at = self._next[line.kind]
        self._next[line.kind] += self._step
        return self._warm.run(home, line, unit="writes", kill_at=at)

    def left(self) -> bool:
        """Whether there are writes of a command after which it has not died yet."""
        return any(self._next[kind] <= last for kind, last in self._last.items())


class AfterTime:
    """Dies, as a process of its own, after a random part of the time that such a command took."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._seconds: dict[str, float] = {}

    def measured(self, home: Home, line: Line) -> Ran:
        began = time.monotonic()
        ran = finish(line, start(home, line))
        self._seconds[line.kind] = time.monotonic() - began
        return ran

    def known(self, line: Line) -> bool:
        return line.kind in self._seconds

    def dying(self, home: Home, line: Line) -> Ran:
        return finish(line, start(home, line), self._random.uniform(0, self._seconds[line.kind]))


@dataclass(slots=True)
class Model:
    """One person's home and what was acknowledged there. `settled`: account money by idempotency key."""

    home: Home
    person: Person
    pin: str
    bill: Path
    frozen: bool = False
    settled: dict[str, int] = field(default_factory=dict)
    kills: int = 0


class Killer:
    """Runs a command to its end through up to three deaths."""

    def __init__(
        self, way: AfterLines | AfterTime | AfterWrites, warm: Warm, random: Random, again: float = 0.3
    ) -> None:
        """`again`: how likely the rerun dies, too."""
        self.way = way
        self.warm = warm
        self.random = random
        self.again = again
        self.kills = 0

    def through(self, home: Home, line: Line) -> tuple[Ran, int]:
        """How the command ended in the end, and how often it died before."""
        if not self.way.known(line):
            return self.way.measured(home, line), 0
        deaths = 0
        while True:
            ran = self.way.dying(home, line)
            if not ran.killed:
                return ran, deaths
            deaths += 1
            self.kills += 1
            if deaths == MOST_KILLS_OF_ONE or self.random.random() >= self.again:
                return self.warm.run(home, line), deaths

    def ask(self, home: Home, line: Line) -> Ran:
        """A command that nobody kills."""
        return self.warm.run(home, line)


# --- what is done, and what must be true right after it -------------------------------------------------------------


def changes_pin(killer: Killer, model: Model) -> None:
    new = fresh_pin(killer.random, model.person, model.pin)
    ran, deaths = killer.through(model.home, change_pin(model.pin, new))
    if ran.status != 0:
        # Done, but not acknowledged before the end: the old PIN is a wrong one by now.
        assert deaths and ran.code == "PIN_WRONG", ran
        assert 5 - deaths <= ran.details["attempts_left"] <= 4, ran
    model.pin = new


def resets_by_face(killer: Killer, model: Model) -> None:
    new = fresh_pin(killer.random, model.person, model.pin)
    ran, _ = killer.through(model.home, reset_by_face(new))
    assert ran.status == 0, ran
    model.pin = new


def resets_by_counter(killer: Killer, model: Model) -> None:
    new = fresh_pin(killer.random, model.person, model.pin)
    code = killer.ask(model.home, operator("counter", "reset-pin", model.person.psn_no)).data["code"]
    ran, _ = killer.through(model.home, reset_by_counter(code, new))
    assert ran.status == 0, ran
    model.pin = new


def freezes(killer: Killer, model: Model) -> None:
    ran, _ = killer.through(model.home, wallet("voucher", "freeze"))
    assert ran.data["state"] == "suspended", ran
    model.frozen = True


def unfreezes(killer: Killer, model: Model) -> None:
    ran, _ = killer.through(model.home, wallet("voucher", "unfreeze", "--pin-fd", "{pin}", pin=model.pin))
    assert ran.data["state"] == "valid", ran
    model.frozen = False


def settles(killer: Killer, model: Model) -> None:
    if model.frozen:
        return unfreezes(killer, model)
    code = killer.ask(model.home, operator("sandbox", "code", model.person.psn_no, "--case", "valid")).data["code"]
    key = f"bill-{len(model.settled)}"
    amounts = write_bill(model.bill, killer.random)
    ran, _ = killer.through(model.home, settle(HOSPITAL, model.bill, key, code))
    paid = ran.data
    assert paid["medfee_sumamt_fen"] == amounts
    assert paid["fund_pay_sumamt_fen"] + paid["acct_pay_fen"] + paid["psn_cash_pay_fen"] == amounts
    model.settled[key] = paid["acct_pay_fen"]
    assert killer.ask(model.home, query(HOSPITAL, key)).data["setl_id"] == paid["setl_id"]
    return None


ACTS = (changes_pin, resets_by_face, resets_by_counter, freezes, unfreezes, settles, settles)


def agrees(killer: Killer, model: Model) -> None:
    """The home holds what was acknowledged, and nothing else."""
    questions = [
        wallet("audit", "verify"),
        wallet("voucher", "show"),
        wallet("balance"),
        wallet("records", "--kind", "settlement"),
        wallet("status"),
    ]
    audit, standing, balance, records, status = (ran.data for ran in killer.warm.run_together(model.home, questions))
    assert audit["whole"] is True
    assert standing["state"] == ("suspended" if model.frozen else "valid")
    account = balance["accounts"][0]
    assert account["personal_account_fen"] == model.person.account_fen - sum(model.settled.values())
    assert len(records["records"]) == len(model.settled)
    assert status["unsent"] == []


def pin_opens(killer: Killer, model: Model) -> None:
    """The acknowledged PIN is the PIN."""
    ran = killer.ask(model.home, change_pin(model.pin, model.pin))
    assert ran.status == 0, ran


# --- the campaigns -----------------------------------------------------------------------------------------------


@pytest.fixture(params=["lines", "time"])
def killer(request: pytest.FixtureRequest, warm: Warm, campaign: Campaign) -> Killer:
    way = AfterLines(warm, campaign.random) if request.param == "lines" else AfterTime(campaign.random)
    return Killer(way, warm, campaign.random)


def test_a_command_killed_anywhere_comes_right_when_run_again(
    killer: Killer, new_home: NewHome, campaign: Campaign, tmp_path: Path
) -> None:
    home = new_home()
    model = Model(home, people(killer, home)[0], "280461", tmp_path / "bill.json")
    assert killer.ask(home, activate(model.person, model.pin)).status == 0
    wanted = campaign.count(FULL_KILLS[home.vault] * 4 // 5)
    turn = 0
    while killer.kills < wanted:
        act: Callable[[Killer, Model], None] = ACTS[turn] if turn < len(ACTS) else campaign.random.choice(ACTS)
        act(killer, model)
        pin_opens(killer, model)
        agrees(killer, model)
        turn += 1
    print(f"{killer.kills} kills in {turn} commands, {len(model.settled)} settlements")


@pytest.fixture
def sweeper(request: pytest.FixtureRequest, warm: Warm, campaign: Campaign) -> tuple[AfterWrites, Killer]:
    """After every write under a key file, one in three under a keyring; else one in twelve, which ones by the seed."""
    step = 12 // campaign.count(4 if request.node.callspec.params["new_home"] == "keyring" else 12)
    way = AfterWrites(warm, campaign.random.randint(1, step), step)
    return way, Killer(way, warm, campaign.random, again=0)


def test_a_command_killed_after_a_write_comes_right_when_run_again(
    sweeper: tuple[AfterWrites, Killer], new_home: NewHome, tmp_path: Path
) -> None:
    way, killer = sweeper
    home = new_home()
    model = Model(home, SOMEBODY, "280461", tmp_path / "bill.json")
    assert killer.ask(home, activate(model.person, model.pin)).status == 0
    for acts in ((changes_pin,), (resets_by_face,), (resets_by_counter,), (freezes, unfreezes), (settles,)):
        for act in acts:
            act(killer, model)
        while way.left():
            for act in acts:
                act(killer, model)
                pin_opens(killer, model)
                agrees(killer, model)
    print(f"{killer.kills} kills")


def test_an_activation_killed_after_a_write_goes_on_when_run_again(
    sweeper: tuple[AfterWrites, Killer], new_home: NewHome, tmp_path: Path
) -> None:
    way, killer = sweeper
    activates(killer, new_home(), tmp_path)
    while way.left():
        activates(killer, new_home(), tmp_path)
    print(f"{killer.kills} kills")


def test_an_activation_killed_anywhere_goes_on_when_run_again(
    killer: Killer, new_home: NewHome, campaign: Campaign, tmp_path: Path
) -> None:
    wanted = campaign.count(FULL_KILLS[new_home().vault] // 5)
    while killer.kills < wanted:
        activates(killer, new_home(), tmp_path)
    print(f"{killer.kills} kills")


def activates(killer: Killer, home: Home, folder: Path) -> None:
    """A whole activation in an empty home: one device, one voucher, and both serve."""
    model = Model(home, SOMEBODY, fresh_pin(killer.random, SOMEBODY), folder / "bill.json")
    ran, _ = killer.through(home, activate(model.person, model.pin))
    assert ran.data["region"] == model.person.region
    pin_opens(killer, model)
    code = killer.ask(home, operator("sandbox", "code", model.person.psn_no, "--case", "valid")).data["code"]
    amounts = write_bill(model.bill, killer.random)
    paid = killer.ask(home, settle(HOSPITAL, model.bill, "bill-0", code)).data
    assert paid["medfee_sumamt_fen"] == amounts
    model.settled["bill-0"] = paid["acct_pay_fen"]
    agrees(killer, model)
    devices = killer.ask(home, wallet("device", "list")).data["devices"]
    assert [device["this"] for device in devices if not device["revoked"]] == [True]


SOMEBODY = Person("9900000000000001", "张三", "990001198506120010", "13800000001", "110000", 523680)
"""The sandbox's first person: a home that is made by its first activation knows nobody before it."""


def people(killer: Killer, home: Home) -> list[Person]:
    """Those of Beijing's employees in this sandbox."""
    rows: list[dict[str, Any]] = killer.ask(home, operator("person", "list")).data["people"]
    return [Person.of(row) for row in rows if row["region"] == "110000" and row["insutype"] == "310"]


def fresh_pin(random: Random, person: Person, present: str = "") -> str:
    """Six digits that the rules allow this person, and not the present ones."""
    document = IdDocument(person.id_number)
    while True:
        pin = f"{random.randrange(1_000_000):06d}"
        try:
            check(Pin(pin.encode()), document)
        except PinWeak:
            continue
        if pin != present:
            return pin


def write_bill(path: Path, random: Random) -> int:
    """A bill of a visit; its sum in fen."""
    fees: list[dict[str, Any]] = [
        {"name": "阿莫西林胶囊", "category": "A", "amount_fen": random.randrange(1, 5000)},
        {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": random.randrange(9000)},
    ]
    path.write_text(json.dumps({"med_type": "11", "fees": fees}), encoding="utf-8")
    return sum(fee["amount_fen"] for fee in fees)
