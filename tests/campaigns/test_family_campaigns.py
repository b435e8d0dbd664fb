"""The family under load: many adds at once on few places, and `family apply` killed at any moment."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from campaigns.command_lines import Home, Line, Warm, activate, operator, wallet
from campaigns.conftest import NewHome
from campaigns.test_killed import SOMEBODY, AfterLines, AfterTime, AfterWrites, Killer
from conftest import Campaign

PIN = "280461"
FULL_KILLS = 100
PLACES = 5
sandbox_alone = pytest.mark.parametrize("new_home", ["sandbox"], indirect=True)
"""What happens at the platform is the same under every keeper of the wallet's items."""


def everybody(warm: Warm, home: Home) -> dict[str, dict[str, Any]]:
    """The insured people of the register, by name."""
    rows: list[dict[str, Any]] = warm.run(home, operator("person", "list")).data["people"]
    return {row["name"]: row for row in rows if row["insured"]}


def add(row: dict[str, Any], alias: str, *profile: str) -> Line:
    """A member who consents by the sandbox's text."""
    words = ("family", "add", alias, "--relation", "other", "--name", row["name"], "--phone", row["phone"])
    given = ("--sandbox-auto", "--id-fd", "{id}", "--pin-fd", "{pin}")
    return wallet(*words, *given, *profile, id=row["id_number"], pin=PIN)


def members(warm: Warm, home: Home, *profile: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = warm.run(home, wallet("family", "list", *profile)).data["members"]
    return found


@sandbox_alone
@pytest.mark.parametrize("devices", [1, 2])
def test_ten_adds_at_once_on_four_free_places(warm: Warm, new_home: NewHome, devices: int) -> None:
    """From one wallet, and from two of the same person: the places are the person's."""
    home = new_home()
    people = everybody(warm, home)
    assert warm.run(home, activate(SOMEBODY, PIN)).status == 0
    profiles: list[tuple[str, ...]] = [()]
    if devices == 2:
        assert warm.run(home, wallet("profile", "add", "second")).status == 0
        line = activate(SOMEBODY, PIN)
        assert warm.run(home, Line(line.program, (*line.words, "--profile", "second"), line.secrets)).status == 0
        profiles.append(("--profile", "second"))
    adults = [row for row in people.values() if row["name"] not in {SOMEBODY.name, "陈晨"}]
    assert warm.run(home, add(adults[0], "first")).status == 0
    lines = [add(row, f"m{n}", *profiles[n % devices]) for n, row in enumerate(adults[1:11])]
    assert len(lines) == 10
    ran = warm.run_together(home, lines)
    assert Counter((one.status, one.code) for one in ran) == {(0, ""): 4, (11, "FAMILY_FULL"): 6}
    linked = members(warm, home)
    assert len(linked) == PLACES and len({one["link_id"] for one in linked}) == PLACES
    held = [one["member"] for profile in profiles for one in members(warm, home, *profile) if one["member"]]
    good = {f"m{n}" for n, one in enumerate(ran) if one.status == 0}
    assert sorted(held) == sorted({"first", *good})
    assert warm.run(home, wallet("audit", "verify")).data["whole"] is True


# --- killed -----------------------------------------------------------------------------------------------------------


class Household:
    """A wallet, and the file of two parents and an infant."""

    def __init__(self, killer: Killer, home: Home, folder: Path) -> None:
        self.killer, self.home, self.folder = killer, home, folder
        people = everybody(killer.warm, home)
        assert killer.ask(home, activate(SOMEBODY, PIN)).status == 0
        (folder / "birth.pdf").write_bytes(b"%PDF-1.4 made up")
        lines = ['schema = "yibao.family/v1"']
        for alias, name, relation in (
            ("mama", "李秀英", "parent"),
            ("baba", "王建国", "parent"),
            ("bao", "陈晨", "child"),
        ):
            secret = folder / f"{alias}.id"
            secret.touch(0o600)
            secret.write_text(people[name]["id_number"])
            lines += ["[[member]]", f'alias = "{alias}"', f'relation = "{relation}"', f'name = "{name}"']
            lines += [f'phone = "{people[name]["phone"]}"', f'id = {{ file = "{alias}.id" }}']
            if alias == "bao":
                lines.append('proof = { birth_certificate = "birth.pdf" }')
        (folder / "family.toml").write_text("\n".join(lines), encoding="utf-8")
        (folder / "nobody.toml").write_text(lines[0], encoding="utf-8")

    def apply(self, file: str, *more: str) -> None:
        line = wallet("family", "apply", str(self.folder / file), *more, "--pin-fd", "{pin}", pin=PIN)
        ran, _ = self.killer.through(self.home, line)
        assert ran.status == 0, ran

    def texts(self) -> int:
        messages = self.killer.ask(self.home, operator("outbox", "--limit", "500")).data["messages"]
        return sum(one["purpose"] == "family_consent" for one in messages)

    def round(self) -> None:
        """Everybody linked once and asked once, every code good; then everybody gone."""
        before = self.texts()
        self.apply("family.toml", "--sandbox-auto", "--declaration")
        linked = members(self.killer.warm, self.home)
        assert sorted(one["member"] for one in linked) == ["baba", "bao", "mama"]
        assert self.texts() == before + 2
        for one in linked:
            code = self.killer.ask(self.home, wallet("qr", one["member"], "--pin-fd", "{pin}", pin=PIN)).data["code"]
            verify = ("terminal", "verify", "--institution", "H11000000001", "--code-fd", "{code}")
            assert self.killer.ask(self.home, operator(*verify, code=code)).status == 0
        again = self.killer.ask(self.home, wallet("family", "apply", str(self.folder / "family.toml")))
        assert again.data["changed"] is False
        self.apply("nobody.toml", "--prune")
        assert members(self.killer.warm, self.home) == []
        status, audit = self.killer.warm.run_together(self.home, [wallet("status"), wallet("audit", "verify")])
        assert status.data["unsent"] == [] and [one["member"] for one in status.data["members"]] == ["self"]
        assert audit.data["whole"] is True
        # No more than ten texts an hour go to one phone.
        self.killer.ask(self.home, operator("sandbox", "clock", "advance", "61m"))


@sandbox_alone
@pytest.mark.parametrize("unit", ["lines", "time"])
def test_apply_killed_anywhere_is_finished_by_the_next_run(
    unit: str, warm: Warm, new_home: NewHome, campaign: Campaign, tmp_path: Path
) -> None:
    way = AfterLines(warm, campaign.random) if unit == "lines" else AfterTime(campaign.random)
    household = Household(Killer(way, warm, campaign.random), new_home(), tmp_path)
    while household.killer.kills < campaign.count(FULL_KILLS // 2):
        household.round()
    print(f"{household.killer.kills} kills")


@sandbox_alone
def test_apply_killed_after_a_write_is_finished_by_the_next_run(
    warm: Warm, new_home: NewHome, campaign: Campaign, tmp_path: Path
) -> None:
    """After every write, or one in twelve of them."""
    step = 12 // campaign.count(12)
    way = AfterWrites(warm, campaign.random.randint(1, step), step)
    household = Household(Killer(way, warm, Random(0), again=0), new_home(), tmp_path)
    household.round()
    while way.left():
        household.round()
    print(f"{household.killer.kills} kills")
