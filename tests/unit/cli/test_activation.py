"""Activation from the command line: every step, every interruption, every failure with its way out."""

from __future__ import annotations

from typing import Any

import pytest
from wallet import CITIZENS, PIN, ZHANG, Wallet, opened

from wallet_cli.domain.identity import check_digit
from wallet_cli.domain.secret import Pin

LIN = CITIZENS["林小雨"]
SUN = CITIZENS["孙伟"]
AYI = CITIZENS["阿依古丽·买买提"]


def number(first17: str) -> str:
    return first17 + check_digit(first17)


# --- the scripted form ------------------------------------------------------------------------------------------------


def test_the_line_of_the_manual(wallet: Wallet) -> None:
    """Word for word as cli.md has it, in a process of its own."""
    answer = wallet.spawn(
        *("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", "110000"),
        *("--name", "张三", "--phone", "13800000001"),
        secrets={"--id-fd": ZHANG.id_number + "\n", "--pin-fd": PIN + "\n"},
    )
    assert answer.exit == 0, answer
    assert "张三" not in answer.out + answer.err and ZHANG.id_number not in answer.out + answer.err
    assert wallet.ok("status")["state"] == "active"


def test_the_document_of_an_activation(wallet: Wallet) -> None:
    data = wallet.activate()
    assert data.pop("expires_at").endswith("Z")
    assert data == {
        "changed": True,
        "member": "self",
        "name": "*三",
        "region": "110000",
        "insutype": "310",
        "vault": "sandbox",
    }


def test_activating_again_changes_nothing(wallet: Wallet) -> None:
    wallet.activate()
    before = wallet.ok("audit", "show")
    for words, secrets in ((("activate", "--no-input"), {}), (wallet.activation(), {"--id-fd": LIN.id_number})):
        assert wallet.ok(*words, secrets=secrets)["changed"] is False
    assert wallet.ok("audit", "show") == before


@pytest.mark.parametrize("channel", ["app", "wechat", "alipay", "bank", "city", "counter"])
def test_every_channel_yields_the_same_voucher(wallet: Wallet, channel: str) -> None:
    wallet.activate(ZHANG, "--channel", channel)
    assert wallet.ok("device", "list")["devices"][0]["channel"] == channel
    assert wallet.ok("voucher", "show")["state"] == "valid"


def test_a_name_with_a_middle_dot(wallet: Wallet) -> None:
    assert wallet.activate(AYI)["region"] == "340100"


# --- going on after an interruption -------------------------------------------------------------------------------------


def test_every_step_goes_on_where_the_last_stopped(wallet: Wallet) -> None:
    """Each run brings only what the next step needs; nothing is asked for twice."""
    words = ("activate", "--no-input")
    assert wallet.fails(17, "INPUT_NEEDED", *words)["details"]["option"] == "--region"
    words = (*words, "--region", ZHANG.region)
    assert wallet.fails(17, "INPUT_NEEDED", *words)["details"]["option"] == "--name"
    words = (*words, "--name", ZHANG.name)
    assert wallet.fails(17, "INPUT_NEEDED", *words)["details"]["option"] == "--id-fd"
    secrets = {"--id-fd": ZHANG.id_number}
    assert wallet.fails(17, "INPUT_NEEDED", *words, secrets=secrets)["details"]["option"] == "--phone"
    words = (*words, "--phone", ZHANG.phone)
    assert wallet.fails(17, "AGREEMENT_REQUIRED", *words, secrets=secrets)["details"]["option"] == "--accept-agreement"
    assert wallet.ok("status")["state"] == "not_activated"

    words = (*words, "--accept-agreement")
    assert wallet.fails(17, "INPUT_NEEDED", *words, secrets=secrets)["details"]["option"] == "--text-code-fd"
    assert (wallet.ok("status")["state"], wallet.ok("status")["step"]) == ("unfinished", "text_code")
    assert wallet.fails(8, "ACTIVATION_UNFINISHED", "balance")["fix"] == ["yibao activate"]

    error = wallet.fails(18, "FACE_PENDING", "activate", "--no-input", secrets={"--text-code-fd": text_code(wallet)})
    assert error["fix"] == ["yibao activate"] and error["retryable"] is True
    assert wallet.ok("status")["step"] == "face"
    error = wallet.fails(17, "INPUT_NEEDED", "activate", "--no-input", "--sandbox-auto")
    assert error["details"]["option"] == "--pin-fd"
    assert wallet.ok("status")["step"] == "issue"
    assert wallet.ok("activate", "--no-input", secrets={"--pin-fd": PIN})["changed"] is True
    assert wallet.ok("status")["state"] == "active"


def test_pin_set_finishes_an_activation(wallet: Wallet) -> None:
    begun(wallet)
    wallet.fails(17, "INPUT_NEEDED", "activate", "--no-input", "--sandbox-auto")
    wallet.fails(2, "PIN_WEAK", "pin", "set", secrets={"--pin-fd": "850612"})
    assert wallet.ok("pin", "set", secrets={"--pin-fd": PIN})["state"] == "set"
    assert wallet.ok("status")["state"] == "active"
    assert wallet.verify(wallet.code())["insuplc_admdvs"] == "110000"
    assert wallet.fails(10, "ALREADY_ACTIVATED", "pin", "set", secrets={"--pin-fd": PIN})["fix"] == ["yibao pin change"]


def test_a_pin_is_not_set_before_its_step(wallet: Wallet) -> None:
    wallet.fails(8, "NOT_ACTIVATED", "pin", "set", secrets={"--pin-fd": PIN})
    wallet.fails(12, "NOT_INSURED", *wallet.activation(SUN), secrets={"--id-fd": SUN.id_number, "--pin-fd": PIN})
    wallet.fails(8, "NOT_ACTIVATED", "pin", "set", secrets={"--pin-fd": PIN})
    begun(wallet)
    error = wallet.fails(8, "ACTIVATION_UNFINISHED", "pin", "set", secrets={"--pin-fd": PIN})
    assert error["details"]["step"] == "text_code" and error["fix"] == ["yibao activate"]
    assert wallet.activate()["changed"] is True


def test_an_unfinished_activation_runs_out_after_a_day(wallet: Wallet) -> None:
    begun(wallet)
    wallet.advance("25h")
    assert wallet.fails(17, "INPUT_NEEDED", "activate", "--no-input")["details"]["option"] == "--region"
    assert wallet.activate()["changed"] is True


def test_another_person_takes_the_place_of_an_unfinished_activation(wallet: Wallet) -> None:
    begun(wallet)
    assert wallet.activate(LIN)["insutype"] == "390"


def test_another_region_after_a_wrong_one(wallet: Wallet) -> None:
    secrets = {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}
    error = wallet.fails(12, "REGION_MISMATCH", *wallet.activation(ZHANG._replace(region="310000")), secrets=secrets)
    assert error["details"]["regions"] == ["110000"] and error["details"]["region"] == "310000"
    assert "110000" in error["message"] + "".join(error["advice"])
    assert error["details"]["hotline"] == "010-12393"
    assert wallet.activate()["region"] == "110000"


# --- the text code --------------------------------------------------------------------------------------------------------


def test_a_wrong_text_code_counts_down(wallet: Wallet) -> None:
    begun(wallet)
    right = text_code(wallet)
    wrong = "000000" if right != "000000" else "000001"
    for left in (4, 3, 2, 1, 0):
        error = wallet.fails(15, "SMS_CODE_WRONG", "activate", "--no-input", secrets={"--text-code-fd": wrong})
        assert error["details"]["attempts_left"] == left and error["fix"] == ["yibao activate"]
    wallet.fails(15, "SMS_CODE_STALE", "activate", "--no-input", secrets={"--text-code-fd": right})
    assert wallet.activate()["changed"] is True


def test_a_stale_text_code_is_told_and_a_new_one_sent(wallet: Wallet) -> None:
    """After five minutes the code is worthless; going on must not need anything but the new one."""
    begun(wallet)
    old = text_code(wallet)
    wallet.advance("6m")
    wallet.fails(15, "SMS_CODE_STALE", "activate", "--no-input", secrets={"--text-code-fd": old})
    wallet.fails(17, "INPUT_NEEDED", "activate", "--no-input")
    new = text_code(wallet)
    wallet.fails(18, "FACE_PENDING", "activate", "--no-input", secrets={"--text-code-fd": new})


def test_a_text_code_serves_once(wallet: Wallet) -> None:
    begun(wallet)
    code = text_code(wallet)
    wallet.fails(18, "FACE_PENDING", "activate", "--no-input", secrets={"--text-code-fd": code})
    # The step is done: the code is not asked for, and bringing it again does no harm.
    wallet.fails(18, "FACE_PENDING", "activate", "--no-input", secrets={"--text-code-fd": code})


# --- the counter's offer --------------------------------------------------------------------------------------------------


def test_an_offer_takes_the_place_of_the_first_three_steps(wallet: Wallet) -> None:
    offer = made_offer(wallet, ZHANG.phone)
    words = ("activate", "--no-input", "--accept-agreement", "--offer", offer["offer"])
    assert wallet.ok(*words, secrets={"--tx-code-fd": offer["tx_code"], "--pin-fd": PIN})["region"] == "110000"
    assert wallet.ok("device", "list")["devices"][0]["channel"] == "counter"
    assert wallet.verify(wallet.code())


def test_an_offer_without_its_needs(wallet: Wallet) -> None:
    offer = made_offer(wallet, ZHANG.phone)
    words = ("activate", "--no-input", "--offer", offer["offer"])
    assert wallet.fails(17, "INPUT_NEEDED", *words)["details"]["option"] == "--tx-code-fd"
    wallet.fails(17, "AGREEMENT_REQUIRED", *words, secrets={"--tx-code-fd": offer["tx_code"]})
    words = (*words, "--accept-agreement")
    wallet.fails(2, "PIN_WEAK", *words, secrets={"--tx-code-fd": offer["tx_code"], "--pin-fd": "123456"})
    error = wallet.fails(17, "INPUT_NEEDED", *words, secrets={"--tx-code-fd": offer["tx_code"]})
    assert error["details"]["option"] == "--pin-fd"
    # Redeemed: from here the offer is not needed any more.
    assert wallet.ok("activate", "--no-input", secrets={"--pin-fd": PIN})["changed"] is True


def test_wrong_offers(wallet: Wallet) -> None:
    offer = made_offer(wallet, ZHANG.phone)
    words = ("activate", "--no-input", "--accept-agreement", "--offer")
    right = offer["tx_code"]
    wrong = "000000" if right != "000000" else "000001"
    wallet.fails(15, "OFFER_WRONG", *words, "AAAAAAAAAA", secrets={"--tx-code-fd": right, "--pin-fd": PIN})
    for left in (4, 3):
        error = wallet.fails(
            15, "TX_CODE_WRONG", *words, offer["offer"], secrets={"--tx-code-fd": wrong, "--pin-fd": PIN}
        )
        assert error["details"]["attempts_left"] == left
    wallet.advance("25h")
    wallet.fails(15, "OFFER_STALE", *words, offer["offer"], secrets={"--tx-code-fd": right, "--pin-fd": PIN})


def test_an_offer_serves_one_device(wallet: Wallet) -> None:
    offer = made_offer(wallet, ZHANG.phone)
    words = ("activate", "--no-input", "--accept-agreement", "--offer", offer["offer"])
    secrets = {"--tx-code-fd": offer["tx_code"], "--pin-fd": PIN}
    wallet.ok(*words, secrets=secrets)
    wallet.ok("profile", "add", "second")
    wallet.fails(15, "OFFER_USED", *words, "--profile", "second", secrets=secrets)
    assert wallet.ok("status", "--profile", "second")["state"] == "not_activated"


# --- replacing --------------------------------------------------------------------------------------------------------------


def test_replace_moves_the_old_store_aside(wallet: Wallet) -> None:
    wallet.activate()
    old = wallet.code()
    wallet.fails(17, "INPUT_NEEDED", *wallet.activation(), "--replace", secrets=both())
    answer = wallet.run(*wallet.activation(), "--replace", "--yes", "--json", secrets=both())
    assert answer.data["changed"] is True and len(answer.document["warnings"]) == 1
    kept = [
        path
        for path in (wallet.home / "profiles/default").iterdir()
        if path.name.startswith("store") and path.name != "store.db"
    ]
    assert any(str(path) in answer.document["warnings"][0] for path in kept)
    assert wallet.verify(wallet.code())
    assert len(wallet.ok("device", "list")["devices"]) == 2
    assert old != wallet.code()


@pytest.mark.parametrize(
    ("words", "secrets", "status", "code"),
    [
        (("--name", "三"), {}, 2, "NAME_INVALID"),
        (("--phone", "12345"), {}, 2, "PHONE_INVALID"),
        (("--region", "999999"), {}, 2, "REGION_INVALID"),
        ((), {"--id-fd": "990001198506120011"}, 2, "ID_INVALID"),
        ((), {"--pin-fd": "123456"}, 2, "PIN_WEAK"),
    ],
)
def test_a_bad_word_leaves_the_old_wallet_in_its_place(
    wallet: Wallet, words: tuple[str, ...], secrets: dict[str, str], status: int, code: str
) -> None:
    wallet.activate()
    line = (*wallet.activation(), *words, "--replace", "--yes")
    wallet.fails(status, code, *line, secrets={**both(), **secrets})
    assert wallet.ok("status")["state"] == "active"
    assert wallet.verify(wallet.code())


# --- what the register says ---------------------------------------------------------------------------------------------


def test_not_insured(wallet: Wallet) -> None:
    error = wallet.fails(
        12, "NOT_INSURED", *wallet.activation(SUN), secrets={"--id-fd": SUN.id_number, "--pin-fd": PIN}
    )
    assert error["details"]["hotline"] == "0371-12393" and any("0371-12393" in line for line in error["advice"])


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "李四"}, "IDENTITY_MISMATCH"),
        ({"phone": "13900000009"}, "PHONE_MISMATCH"),
        ({"id_number": LIN.id_number}, "IDENTITY_MISMATCH"),
    ],
)
def test_what_does_not_match_the_register(wallet: Wallet, changed: dict[str, str], code: str) -> None:
    who = ZHANG._replace(**changed)  # type: ignore[arg-type]
    error = wallet.fails(12, code, *wallet.activation(who), secrets={"--id-fd": who.id_number, "--pin-fd": PIN})
    assert error["advice"] and error["fix"] == ["yibao activate"]
    assert wallet.activate()["changed"] is True


def test_the_old_form_of_an_id_number_is_widened(wallet: Wallet) -> None:
    """15 digits of 1984 name the person whom the register has under 18."""
    wide = number("99000119840229123")
    words = ("person", "add", "--name", "赵云", "--phone", "13700000001", "--region", "110000", "--insutype", "310")
    wallet.other(*words, secrets={"--id-fd": wide})
    who = ZHANG._replace(name="赵云", phone="13700000001", id_number=wide[:6] + wide[8:17])
    assert wallet.activate(who)["changed"] is True


def test_a_real_number_is_refused(wallet: Wallet) -> None:
    secrets = {"--id-fd": number("11010119900307451"), "--pin-fd": PIN}
    error = wallet.fails(2, "REAL_ID_IN_SANDBOX", *wallet.activation(), secrets=secrets)
    assert error["fix"] == ["yibao-platform person list --reveal"]


def test_an_unknown_area_is_a_warning_only(wallet: Wallet) -> None:
    """The number is judged by the sandbox; of its area the wallet only says that it does not know it."""
    secrets = {"--id-fd": number("17010119900307451"), "--pin-fd": PIN}
    answer = wallet.run(*wallet.activation(), "--lang", "en", secrets=secrets)
    assert answer.exit == 2 and "error[REAL_ID_IN_SANDBOX]" in answer.err
    assert "warning: " in answer.err and "area" in answer.err
    known = {"--id-fd": number("11010119900307451"), "--pin-fd": PIN}
    assert "warning: " not in wallet.run(*wallet.activation(), "--lang", "en", secrets=known).err


# --- helpers ----------------------------------------------------------------------------------------------------------------


def both() -> dict[str, str | bytes]:
    return {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}


def begun(wallet: Wallet) -> None:
    """An activation that waits for the text code."""
    words = [word for word in wallet.activation() if word != "--sandbox-auto"]
    wallet.fails(17, "INPUT_NEEDED", *words, secrets={"--id-fd": ZHANG.id_number})


def text_code(wallet: Wallet) -> str:
    """The newest simulated message's code."""
    return str(wallet.other("outbox", "--reveal")["messages"][0]["code"])


def made_offer(wallet: Wallet, person: str) -> dict[str, Any]:
    return wallet.other("counter", "offer", person, "--reveal")


def test_a_pin_forgotten_before_the_voucher_came_is_no_dead_end(wallet: Wallet) -> None:
    """Resetting needs a voucher; beginning anew does not, and loses nothing."""
    wallet.fails(17, "INPUT_NEEDED", *wallet.activation(), secrets={"--id-fd": ZHANG.id_number})
    with opened(wallet.home) as context:
        context.vault.set_pin(Pin(PIN.encode()), context.now()).close()
    other = {"--id-fd": ZHANG.id_number, "--pin-fd": "385102"}
    assert wallet.fails(6, "PIN_WRONG", *wallet.activation(), secrets=other)["fix"] == ["yibao activate --replace"]
    assert wallet.ok(*wallet.activation(), "--replace", "--yes", secrets=other)["changed"] is True
    wallet.code(pin="385102")
