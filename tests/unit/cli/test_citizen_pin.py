"""The PIN from the command line: the gate, the lock, and both ways out of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from wallet import CITIZENS, NEW_PIN, PIN, ZHANG, Wallet

WRONG = "718293"


def lock(wallet: Wallet) -> None:
    """Five wrong PINs."""
    for left in (4, 3, 2, 1, 0):
        error = wallet.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": WRONG})
        assert error["details"]["attempts_left"] == left
        assert error["fix"] == ["yibao pin reset"]


def reset_code(wallet: Wallet, person: str = ZHANG.phone) -> str:
    return str(wallet.other("counter", "reset-pin", person, "--reveal")["code"])


# --- weak and malformed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pin", "code", "reason"),
    [
        ("12345", "PIN_MALFORMED", None),
        ("1234567", "PIN_MALFORMED", None),
        ("94071x", "PIN_MALFORMED", None),
        ("９４０７１３", "PIN_MALFORMED", None),
        ("345678", "PIN_WEAK", "sequence"),
        ("111111", "PIN_WEAK", "repeat"),
        ("850612", "PIN_WEAK", "birthday"),
        (ZHANG.id_number[-6:], "PIN_WEAK", "id_tail"),
    ],
)
def test_a_new_pin_that_will_not_do(active: Wallet, pin: str, code: str, reason: str | None) -> None:
    for words, secrets in (
        (("pin", "change"), {"--pin-fd": PIN, "--new-pin-fd": pin}),
        (("pin", "reset", "--sandbox-auto"), {"--new-pin-fd": pin}),
    ):
        error = active.fails(2, code, *words, secrets=secrets)
        assert error["details"].get("reason") == reason
        assert pin not in str(error)
    assert active.ok("status")["pin"] == {"state": "set", "attempts_left": 5}
    assert active.code()


# --- the gate -----------------------------------------------------------------------------------------------------------


def test_five_wrong_pins_lock_it(active: Wallet) -> None:
    lock(active)
    for pin in (PIN, WRONG):
        error = active.fails(7, "PIN_LOCKED", "qr", secrets={"--pin-fd": pin})
        assert error["fix"] == ["yibao pin reset"]
        assert any("010-12393" in line for line in error["advice"])
    active.fails(7, "PIN_LOCKED", "pin", "change", secrets={"--pin-fd": PIN, "--new-pin-fd": NEW_PIN})
    status = active.ok("status")
    assert (status["state"], status["pin"], status["next"]) == (
        "pin_locked",
        {"state": "locked", "attempts_left": 0},
        ["yibao pin reset"],
    )
    assert active.ok("balance")["accounts"]  # what needs no PIN goes on


def test_a_right_pin_forgives_the_wrong_ones(active: Wallet) -> None:
    for left in (4, 3):
        assert active.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": WRONG})["details"]["attempts_left"] == left
    active.code()
    assert active.ok("status")["pin"]["attempts_left"] == 5


def test_the_words_of_a_wrong_pin(active: Wallet) -> None:
    answer = active.run("qr", "--digits", "--lang", "zh-CN", secrets={"--pin-fd": WRONG})
    assert (answer.exit, answer.out) == (6, "")
    assert answer.err.splitlines()[0] == "yibao: error[PIN_WRONG]: PIN 错误，还可尝试 4 次"
    assert "  fix: yibao pin reset" in answer.err.splitlines()


# --- change -------------------------------------------------------------------------------------------------------------


def test_change(active: Wallet) -> None:
    before = active.code()
    changed = active.ok("pin", "change", secrets={"--pin-fd": PIN, "--new-pin-fd": NEW_PIN})
    assert changed == {"changed": True, "state": "set", "attempts_left": 5}
    active.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": PIN})
    assert active.verify(active.code(pin=NEW_PIN))
    # A change of PIN is no change of keys.
    assert active.verify(before)


def test_change_by_a_wrong_pin(active: Wallet) -> None:
    secrets = {"--pin-fd": WRONG, "--new-pin-fd": NEW_PIN}
    assert active.fails(6, "PIN_WRONG", "pin", "change", secrets=secrets)["details"]["attempts_left"] == 4
    assert active.code()


@pytest.mark.parametrize("words", [("pin", "change"), ("pin", "reset"), ("pin", "set")])
def test_before_an_activation(wallet: Wallet, words: tuple[str, ...]) -> None:
    error = wallet.fails(8, "NOT_ACTIVATED", *words)
    assert error["fix"] == ["yibao demo", "yibao activate"]


def test_set_where_one_is_set(active: Wallet) -> None:
    error = active.fails(10, "ALREADY_ACTIVATED", "pin", "set", secrets={"--pin-fd": NEW_PIN})
    assert error["fix"] == ["yibao pin change"]
    assert active.code()


# --- reset --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["face", "counter"])
def test_reset_brings_every_voucher_back_and_old_codes_die(active: Wallet, way: str) -> None:
    old = active.code()
    lock(active)
    if way == "face":
        done = active.ok("pin", "reset", "--sandbox-auto", secrets={"--new-pin-fd": NEW_PIN})
    else:
        done = active.ok("pin", "reset", secrets={"--code-fd": reset_code(active), "--new-pin-fd": NEW_PIN})
    assert done == {"changed": True, "state": "set", "attempts_left": 5, "vouchers": 1}
    assert active.verify(old, 15) in {"CODE_INVALID", "VOUCHER_REVOKED"}
    assert active.verify(active.code(pin=NEW_PIN))
    active.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": PIN})
    assert active.ok("voucher", "show")["state"] == "valid"
    assert active.ok("status")["state"] == "active"
    assert len(active.ok("device", "list")["devices"]) == 1


def test_a_reset_needs_its_face_check(active: Wallet) -> None:
    error = active.fails(18, "FACE_PENDING", "pin", "reset", secrets={"--new-pin-fd": NEW_PIN})
    assert error["fix"] == ["yibao pin reset"]
    assert error["details"]["user_code"]
    assert active.code()


def test_codes_of_the_counter(active: Wallet) -> None:
    """Wrong, replaced by a newer one, used, past its half hour, another person's: each by its own name."""
    first = reset_code(active)
    second = reset_code(active)
    wrong = next(code for code in ("000000", "000001", "000002") if code not in (first, second))

    def reset(code: str) -> dict[str, str | bytes]:
        return {"--code-fd": code, "--new-pin-fd": NEW_PIN}

    error = active.fails(15, "RESET_CODE_WRONG", "pin", "reset", secrets=reset(wrong))
    assert error["fix"] == ["yibao pin reset"]
    active.fails(15, "RESET_CODE_STALE", "pin", "reset", secrets=reset(first))
    active.ok("pin", "reset", secrets=reset(second))
    # The same line again is done already; with another PIN the code is used up.
    assert active.ok("pin", "reset", secrets=reset(second))["changed"] is False
    active.fails(15, "RESET_CODE_USED", "pin", "reset", secrets={"--code-fd": second, "--new-pin-fd": "860429"})
    late = reset_code(active)
    active.advance("31m")
    active.fails(15, "RESET_CODE_STALE", "pin", "reset", secrets=reset(late))
    others = reset_code(active, CITIZENS["林小雨"].phone)
    if others != late:
        assert active.run("pin", "reset", "--json", secrets=reset(others)).exit == 15
    assert active.code(pin=NEW_PIN)


def test_a_rehearsed_reset_does_nothing(active: Wallet) -> None:
    done = active.ok("pin", "reset", "--sandbox-auto", "--dry-run", secrets={"--new-pin-fd": NEW_PIN})
    assert done == {"action": "pin_reset", "changed": False, "dry_run": True}
    assert active.code()


# --- where a PIN comes from ----------------------------------------------------------------------------------------------


def test_a_pin_has_one_line_end_at_most(active: Wallet) -> None:
    assert active.code(pin=PIN + "\n")
    assert active.code(pin=PIN + "\r\n")
    # What cannot be a PIN is no try.
    active.fails(2, "PIN_MALFORMED", "qr", secrets={"--pin-fd": PIN + "\n\n"})
    assert active.ok("status")["pin"]["attempts_left"] == 5


@pytest.mark.parametrize(
    ("words", "reason"),
    [(("--pin-fd", "1"), "standard"), (("--pin-fd", "77"), "closed"), (("--pin-fd", "3", "--pin-stdin"), "twice")],
)
def test_descriptors_that_hold_no_pin(active: Wallet, words: tuple[str, ...], reason: str) -> None:
    error = active.fails(2, "SECRET_SOURCE", "qr", *words)
    assert error["details"]["reason"] == reason
    assert active.ok("status")["pin"]["attempts_left"] == 5


def test_an_empty_pin(active: Wallet) -> None:
    assert active.fails(2, "SECRET_SOURCE", "qr", secrets={"--pin-fd": ""})["details"]["reason"] == "empty"
    assert active.ok("status")["pin"]["attempts_left"] == 5


def test_resets_at_once_leave_a_wallet_that_works(active: Wallet) -> None:
    """Each has keys of its own: whichever comes last, PIN, vouchers and code secrets belong together."""
    pins = ("385102", "620947", "751830", "406295")

    def reset(pin: str) -> int:
        return active.spawn("pin", "reset", "--sandbox-auto", "--no-input", secrets={"--new-pin-fd": pin}).exit

    with ThreadPoolExecutor(len(pins)) as pool:
        assert list(pool.map(reset, pins)) == [0, 0, 0, 0]
    answers = [active.run("qr", "--json", secrets={"--pin-fd": pin}) for pin in pins]
    good = [answer.data["code"] for answer in answers if answer.exit == 0]
    assert len(good) == 1
    active.verify(good[0])
