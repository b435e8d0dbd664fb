"""Voucher, card and devices from the command line: a new handle, changed data, stopped, lost, shut out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from wallet import CITIZENS, NEW_PIN, PIN, ZHANG, Wallet

WITH_PIN = {"--pin-fd": PIN}


# --- refresh and update -------------------------------------------------------------------------------------------------


def test_refresh_kills_the_old_handle(active: Wallet) -> None:
    old, handle = active.code(), active.ok("voucher", "show")["handle"]
    done = active.ok("voucher", "refresh", secrets=WITH_PIN)
    assert done["changed"] is True and done["state"] == "valid" and done["handle"] != handle
    assert active.verify(old, 15) in {"CODE_INVALID", "VOUCHER_REVOKED"}
    assert active.verify(active.code())


def test_update_where_nothing_changed(active: Wallet) -> None:
    """No PIN is asked for."""
    done = active.ok("voucher", "update")
    assert done["changed"] is False and done["data_changed"] is False


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        (("--name", "张三丰"), "name", "张三丰"),
        (("--phone", "13700000077"), "phone", "13700000077"),
        (("--region", "310000"), "region", "310000"),
    ],
)
def test_a_change_of_personal_data_is_told_and_taken_over(
    active: Wallet, words: tuple[str, ...], name: str, told: str
) -> None:
    handle = active.ok("voucher", "show")["handle"]
    active.other("person", "change", ZHANG.phone, *words)
    for command in (("status",), ("voucher", "show")):
        assert len(active.run(*command, "--json").document["warnings"]) == 1
    plain = active.run("status", "--lang", "en")
    assert "yibao voucher update" in plain.err and plain.exit == 0
    assert active.fails(17, "INPUT_NEEDED", "voucher", "update")["details"]["option"] == "--pin-fd"
    active.fails(6, "PIN_WRONG", "voucher", "update", secrets={"--pin-fd": NEW_PIN})
    done = active.ok("voucher", "update", "--reveal", secrets=WITH_PIN)
    assert (done["changed"], done["data_changed"], done[name], done["handle"]) == (True, False, told, handle)
    assert active.run("status", "--json").document["warnings"] == []
    assert active.verify(active.code())


def test_a_voucher_near_its_end_is_renewed(active: Wallet) -> None:
    before = active.ok("voucher", "show")["expires_at"]
    active.advance("340d")
    assert active.ok("voucher", "update", secrets=WITH_PIN)["expires_at"] > before
    assert active.verify(active.code())


def test_an_expired_voucher_is_renewed_too(active: Wallet) -> None:
    """`fix` of VOUCHER_EXPIRED must be a way out."""
    active.advance("366d")
    error = active.fails(15, "VOUCHER_EXPIRED", "qr", secrets=WITH_PIN)
    assert error["fix"] == ["yibao voucher update"]
    status = active.ok("status")
    assert (status["state"], status["next"]) == ("expired", ["yibao voucher update"])
    assert active.ok("voucher", "update", secrets=WITH_PIN)["changed"] is True
    assert active.ok("status")["state"] == "active"
    assert active.verify(active.code())


def test_a_locked_pin_of_an_expired_voucher(active: Wallet) -> None:
    """Neither way out may need the other first."""
    for _ in range(5):
        active.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": NEW_PIN})
    active.advance("366d")
    active.fails(7, "PIN_LOCKED", "voucher", "update", secrets=WITH_PIN)
    active.ok("pin", "reset", "--sandbox-auto", secrets={"--new-pin-fd": NEW_PIN})
    assert active.ok("status")["state"] == "active"
    assert active.verify(active.code(pin=NEW_PIN))


# --- freeze -------------------------------------------------------------------------------------------------------------


def test_freeze_stops_codes_until_unfrozen(active: Wallet) -> None:
    code = active.code()
    assert active.ok("voucher", "freeze") == {"changed": True, "state": "suspended"}
    assert active.verify(code, 15) == "VOUCHER_FROZEN"
    error = active.fails(15, "VOUCHER_FROZEN", "qr", secrets=WITH_PIN)
    assert error["fix"] == ["yibao voucher unfreeze"]
    status = active.ok("status")
    assert (status["state"], status["next"]) == ("frozen", ["yibao voucher unfreeze"])
    assert active.ok("voucher", "show")["state"] == "suspended"
    assert active.ok("voucher", "freeze") == {"changed": False, "state": "suspended"}
    assert active.ok("card", "show")["state"] == "active"
    assert active.ok("balance")["accounts"]

    active.fails(6, "PIN_WRONG", "voucher", "unfreeze", secrets={"--pin-fd": NEW_PIN})
    assert active.ok("voucher", "unfreeze", secrets=WITH_PIN) == {"changed": True, "state": "valid"}
    assert active.ok("voucher", "unfreeze", secrets=WITH_PIN) == {"changed": False, "state": "valid"}
    assert active.verify(active.code())


def test_freezing_stops_every_device(active: Wallet) -> None:
    second = second_device(active)
    code = active.code()
    active.ok("voucher", "freeze", *second)
    assert active.ok("voucher", "freeze")["changed"] is False
    assert active.verify(code, 15) == "VOUCHER_FROZEN"
    assert active.ok("status")["state"] == "frozen"
    active.fails(15, "VOUCHER_FROZEN", "qr", secrets=WITH_PIN)
    active.ok("voucher", "unfreeze", *second, secrets={"--pin-fd": NEW_PIN})
    # The other wallet learns it by itself: its note of the freeze does not stand in the way.
    assert active.verify(active.code())
    assert active.ok("status")["state"] == "active"


# --- the card ------------------------------------------------------------------------------------------------------------


def test_a_lost_card_is_reported_and_replaced(active: Wallet) -> None:
    number = active.ok("card", "show")["number"]
    assert number.startswith("*")
    error = active.fails(10, "CARD_STATE", "card", "reissue")
    assert error["details"]["state"] == "active" and error["fix"] == ["yibao card show"]
    assert active.ok("card", "report-lost", "--dry-run")["changed"] is False
    assert active.ok("card", "show")["state"] == "active"

    lost = active.ok("card", "report-lost")
    assert (lost["changed"], lost["state"]) == (True, "lost")
    assert active.ok("card", "report-lost")["changed"] is False
    assert active.verify(active.code()), "the code works while the card is lost"

    made = active.ok("card", "reissue")
    assert (made["changed"], made["state"]) == (True, "active") and made["number"] != number
    active.fails(10, "CARD_STATE", "card", "reissue")


def test_the_words_of_a_card_s_state(active: Wallet) -> None:
    assert "(正常)" in active.run("card", "reissue", "--lang", "zh-CN").err.replace("（", "(").replace("）", ")")
    assert "(active)" in active.run("card", "reissue", "--lang", "en").err


# --- devices ---------------------------------------------------------------------------------------------------------------


def test_a_second_device_of_the_same_person(active: Wallet) -> None:
    second = second_device(active)
    devices = active.ok("device", "list")["devices"]
    assert [one["this"] for one in devices] == [True, False]
    assert [one["this"] for one in active.ok("device", "list", *second)["devices"]] == [False, True]
    assert active.verify(active.code()) and active.verify(active.code(*second, pin=NEW_PIN))
    # Two PINs, two gates.
    active.fails(6, "PIN_WRONG", "qr", *second, secrets=WITH_PIN)
    assert active.ok("status")["pin"]["attempts_left"] == 5


def test_a_lost_device_is_shut_out(active: Wallet) -> None:
    second = second_device(active)
    code = active.code(*second, pin=NEW_PIN)
    lost = next(one for one in active.ok("device", "list")["devices"] if not one["this"])
    words = ("device", "revoke", lost["device_id"])
    active.fails(17, "INPUT_NEEDED", *words)
    active.fails(6, "PIN_WRONG", *words, secrets={"--pin-fd": NEW_PIN})
    assert active.ok(*words, "--dry-run", secrets=WITH_PIN)["changed"] is False
    done = active.ok(*words, secrets=WITH_PIN)
    assert (done["changed"], done["revoked"], done["this"]) == (True, True, False)
    assert active.ok(*words)["changed"] is False

    assert active.verify(code, 15) in {"CODE_INVALID", "VOUCHER_REVOKED"}
    status, way_on = active.ok("status", *second), ["yibao --profile second activate --replace"]
    assert (status["state"], status["next"]) == ("revoked", way_on)
    for command in (("balance",), ("voucher", "show"), ("card", "show"), ("records",)):
        error = active.fails(4, "SIGN_IN_NEEDED", *command, *second)
        assert error["fix"] == way_on
    assert active.ok("status")["state"] == "active"
    assert active.verify(active.code())

    secrets = {"--id-fd": ZHANG.id_number, "--pin-fd": NEW_PIN}
    assert active.ok(*active.activation(), "--replace", "--yes", *second, secrets=secrets)["changed"] is True
    assert active.verify(active.code(*second, pin=NEW_PIN))


def test_a_code_of_a_device_that_was_shut_out_is_worthless(active: Wallet) -> None:
    """The wallet that was shut out may not know yet and make a code: the platform does."""
    second = second_device(active)
    lost = next(one for one in active.ok("device", "list")["devices"] if not one["this"])
    active.ok("device", "revoke", lost["device_id"], secrets=WITH_PIN)
    answer = active.run("qr", "--json", *second, secrets={"--pin-fd": NEW_PIN})
    if answer.exit == 0:
        assert active.verify(answer.data["code"], 15) in {"CODE_INVALID", "VOUCHER_REVOKED"}
    else:
        assert answer.error["fix"] == ["yibao activate --replace"]


@pytest.mark.parametrize("word", ["D000", "D", ""])
def test_a_device_that_is_not_known_or_not_single(active: Wallet, word: str) -> None:
    second_device(active)
    error = active.fails(9, "DEVICE_UNKNOWN", "device", "revoke", word, secrets=WITH_PIN)
    assert error["fix"] == ["yibao device list"]


def second_device(wallet: Wallet) -> tuple[str, ...]:
    """张三's second wallet, in a profile of its own with a PIN of its own."""
    words = ("--profile", "second")
    wallet.ok("profile", "add", "second")
    wallet.activate(CITIZENS["张三"], *words, "--device-name", "old phone", pin=NEW_PIN)
    return words


def test_refreshes_at_once_all_succeed(active: Wallet) -> None:
    def refresh(_: int) -> int:
        return active.spawn("voucher", "refresh", secrets={"--pin-fd": PIN}).exit

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(refresh, range(4))) == [0, 0, 0, 0]
    active.verify(active.code())
