"""The words that TAB offers: what commands showed last, and never a name or a number of a person."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from wallet import CITIZENS, PIN, Wallet

from wallet_cli.cli import remembered
from wallet_cli.cli.context import REMEMBERED


def lines(wallet: Wallet, profile: str = "") -> list[list[str]]:
    path = wallet.home / "cache" / f"words{profile}"
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def wallet(tmp_path: Path) -> Wallet:
    made = Wallet(tmp_path / "yibao")
    made.activate()
    return made


def test_what_was_shown_is_kept(wallet: Wallet) -> None:
    wallet.ok("device", "list")
    (device,) = [one for one in lines(wallet) if one[0] == "device"]
    assert device[1] == wallet.ok("device", "list")["devices"][0]["device_id"]
    path = wallet.home / "cache" / "words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_of_a_person_is_kept(wallet: Wallet) -> None:
    for words in (("status",), ("device", "list"), ("records",), ("family", "list"), ("pay", "list")):
        wallet.ok(*words, "--reveal")
    kept = (wallet.home / "cache" / "words").read_text("utf-8")
    assert not any(secret in kept for one in CITIZENS.values() for secret in (one.name, one.id_number, one.phone))
    assert PIN not in kept


def test_a_cache_that_cannot_be_written_is_left(wallet: Wallet) -> None:
    wallet.ok("device", "list")
    cache = wallet.home / "cache"
    (cache / "words").unlink()
    cache.chmod(0o755)
    assert wallet.ok("device", "list")["devices"]
    assert not (cache / "words").exists()


def test_each_profile_has_its_own(wallet: Wallet) -> None:
    wallet.ok("device", "list")
    wallet.ok("profile", "add", "papa")
    wallet.activate(CITIZENS["李秀英"], "--profile", "papa")
    wallet.ok("device", "list", "--profile", "papa")
    assert [one[1] for one in lines(wallet)] != [one[1] for one in lines(wallet, "-papa")]


def test_a_list_that_is_whole_replaces_its_kind() -> None:
    known = {("member", "mama"): "parent", ("filing", "F1"): "310000"}
    data = {"members": [{"member": "baba", "relation": "parent"}, {"member": None, "relation": "child"}]}
    assert remembered._updated(known, "family", data) == {("member", "baba"): "parent", ("filing", "F1"): "310000"}
    gone = remembered._updated(known, "family-removed", {"member": "mama"})
    assert gone == {("filing", "F1"): "310000"}


def test_a_plan_counts_once_it_is_carried_out() -> None:
    plan = [{"member": "mama", "action": "remove"}, {"member": "baba", "action": "add", "relation": "parent"}]
    known = {("member", "mama"): "parent"}
    assert remembered._updated(known, "family-plan", {"changed": False, "plan": plan}) == known
    done = remembered._updated(known, "family-plan", {"changed": True, "plan": plan})
    assert done == {("member", "baba"): "parent"}


def test_newest_first_and_not_for_ever() -> None:
    known: remembered.Words = {}
    for number in range(remembered.MOST + 5):
        known = remembered._updated(known, "filing", {"filing_id": f"F{number}", "to_region": "310000"})
    kept = remembered._read(remembered._write(known))
    assert len(kept) == remembered.MOST
    assert next(iter(kept)) == ("filing", f"F{remembered.MOST + 4}")


@pytest.mark.parametrize("word", ["a b", "x;rm", "-x", "$(id)", "a\tb", "a\nb", ""])
def test_no_word_that_a_shell_would_read_otherwise(word: str) -> None:
    assert remembered._updated({}, "filing", {"filing_id": word, "to_region": ""}) == {}


def test_every_remembered_document_is_known_to_both() -> None:
    assert {*remembered._LISTS, *remembered._SINGLES, "family-removed", "family-plan"} == REMEMBERED
