"""Every citizen command in its three forms and two languages: one answer, all of it worded, nobody's data in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from wallet import CITIZENS, NEW_PIN, PIN, ZHANG, Answer, Wallet

from wallet_cli import locale

LANGUAGES = ("zh-CN", "en")
FORMS = ("human", "plain", "json")
WITH_PIN = {"--pin-fd": PIN}
READING: tuple[tuple[str, ...], ...] = (
    (),
    ("status",),
    ("balance",),
    ("records",),
    ("records", "--limit", "2"),
    ("voucher", "show"),
    ("card", "show"),
    ("device", "list"),
    ("audit", "show"),
    ("audit", "verify"),
    ("profile", "list"),
    ("config", "list"),
    ("config", "path"),
    ("config", "get", "output"),
    ("platform", "show"),
    ("schema",),
    ("help",),
    *(("help", topic) for topic in ("exit-codes", "environment", "json", "regions", "vault", "sandbox", "later")),
)
CHANGING: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = (
    (("activate",), {}),
    (("qr", "--digits"), WITH_PIN),
    (("voucher", "update"), {}),
    (("voucher", "refresh"), WITH_PIN),
    (("voucher", "freeze"), {}),
    (("voucher", "unfreeze"), WITH_PIN),
    (("card", "report-lost"), {}),
    (("card", "reissue"), {}),
    (("device", "revoke", "{device}"), WITH_PIN),
    (("pin", "change"), {"--pin-fd": PIN, "--new-pin-fd": NEW_PIN}),
    (("pin", "reset", "--sandbox-auto"), {"--new-pin-fd": PIN}),
    (("profile", "add", "kid"), {}),
    (("profile", "use", "kid"), {}),
    (("profile", "use", "default"), {}),
    (("profile", "remove", "kid"), {}),
    (("config", "set", "timeout", "9"), {}),
)
KEY = re.compile(r"(?<![\w./:@-])[a-z][a-z_-]*(?:\.[A-Za-z0-9_-]+)+")


def prefixes() -> set[str]:
    """First words of the catalogs' keys."""
    locale.text("yes")
    return {key.split(".")[0] for key in locale._catalog() if re.fullmatch(KEY, key)}


def check(answer: Answer, form: str, language: str, name: str) -> None:
    """What holds for every answer."""
    where = (name, form, language, answer)
    assert answer.exit == 0, where
    spoken = answer.out + answer.err
    locale.choose(language)
    unworded = {word for word in KEY.findall(spoken) if word.split(".")[0] in prefixes() and not locale.known(word)}
    leaked = {word for word in KEY.findall(spoken) if locale.known(word)}
    assert not leaked, where
    assert not {word for word in unworded if not word.endswith((".toml", ".db"))}, where
    if not name.startswith("help"):  # whose examples name the sandbox's first person
        for hidden in (ZHANG.id_number, ZHANG.phone, ZHANG.name):
            assert hidden not in spoken, where
    if form == "json":
        assert answer.err == "", where
        document = answer.document
        assert set(document) == {"schema", "ok", "data", "warnings", "meta"} and document["ok"] is True, where
        assert re.fullmatch(r"yibao\.[a-z-]+/v1", document["schema"]), where
        assert document["meta"]["lang"] == language, where
    if form == "plain":
        assert "\x1b" not in answer.out and answer.err == "", where


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_commands_that_read(active: Wallet, form: str, language: str) -> None:
    for words in READING:
        check(active.run(*words, "-o", form, "--lang", language), form, language, " ".join(words))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_commands_that_change(active: Wallet, form: str, language: str) -> None:
    active.ok("profile", "add", "second")
    active.activate(CITIZENS["张三"], "--profile", "second")
    lost = next(one["device_id"] for one in active.ok("device", "list")["devices"] if not one["this"])
    for words, secrets in CHANGING:
        line = [word.format(device=lost) for word in words]
        check(active.run(*line, "-o", form, "--lang", language, secrets=secrets), form, language, " ".join(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_an_activation(wallet: Wallet, language: str) -> None:
    for form in FORMS:
        for words in ((), ("status",), ("profile", "list"), ("platform", "show"), ("config", "list")):
            check(wallet.run(*words, "-o", form, "--lang", language), form, language, " ".join(words))
    assert wallet.ok("status")["next"] == ["yibao demo", "yibao activate"]
    for words in (
        ("balance",),
        ("records",),
        ("voucher", "show"),
        ("card", "show"),
        ("device", "list"),
        ("audit", "show"),
    ):
        error = wallet.fails(8, "NOT_ACTIVATED", *words)
        assert error["fix"] == ["yibao demo", "yibao activate"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rehearsals_change_nothing(active: Wallet, language: str) -> None:
    before = active.ok("audit", "show")
    for words, secrets in (
        (("voucher", "refresh"), WITH_PIN),
        (("voucher", "freeze"), {}),
        (("voucher", "unfreeze"), WITH_PIN),
        (("card", "report-lost"), {}),
        (("pin", "change"), {"--pin-fd": PIN, "--new-pin-fd": NEW_PIN}),
        (("pin", "reset", "--sandbox-auto"), {"--new-pin-fd": NEW_PIN}),
        (("profile", "add", "kid"), {}),
        (("config", "set", "output", "plain"), {}),
    ):
        for form in FORMS:
            line = (*words, "--dry-run", "-o", form, "--lang", language)
            check(active.run(*line, secrets=secrets), form, language, " ".join(words))
    assert active.ok("audit", "show") == before
    assert not (active.home / "config.toml").exists() and not (active.home / "profiles/kid").exists()
    assert active.code()


def test_reveal_shows_what_is_masked(active: Wallet) -> None:
    shown = active.ok("voucher", "show", "--reveal")
    assert (shown["name"], shown["id_number"], shown["phone"]) == (ZHANG.name, ZHANG.id_number, ZHANG.phone)
    masked = active.ok("voucher", "show")
    assert (masked["name"], masked["phone"]) == ("*三", "138****0001")
    assert ZHANG.name in active.run("status", "--reveal", "-o", "plain").out


def test_people_devices_and_wallets_have_their_own_word_for_a_name(active: Wallet) -> None:
    chinese = ("--lang", "zh-CN")
    for words in (("device", "list"), ("profile", "list"), ("profile", "add", "kid")):
        said = active.run(*words, *chinese).out
        assert "名称" in said and "姓名" not in said, said
    assert "姓名" in active.run("voucher", "show", *chinese).out


def test_an_act_without_facts_says_so(active: Wallet) -> None:
    said = active.run("audit", "show", "--lang", "en", "--accessible").out
    assert re.search(r"(?m)^act +PIN set\nfacts +–$", said), said


def test_only_a_claims_money_is_on_its_way(active: Wallet) -> None:
    said = active.run("records", "-v", "--limit", "1", "--lang", "en").out
    assert "contribution" in said and "not yet" not in said, said


def test_quiet_says_nothing_beside_the_answer(active: Wallet) -> None:
    active.other("person", "change", ZHANG.phone, "--phone", "13700000078")
    assert active.run("status").err
    assert active.run("status", "-q").err == ""


def test_help_of_every_command(wallet: Wallet) -> None:
    """In a process of its own each, for help is worded when a command is loaded."""
    for language, usage, options in (("zh-CN", "用法", "选项"), ("en", "Usage", "Options")):
        for words in (("activate",), ("records",), ("records", "list"), ("pin", "reset"), ("qr",)):
            answer = wallet.spawn(*words, "--help", "--lang", language)
            assert (answer.exit, answer.err) == (0, "")
            assert answer.out.startswith(usage) and options in answer.out
    answer = wallet.spawn("pin", "reset", "-h", "--json")
    assert answer.document["schema"] == "yibao.help/v1" and "--code-fd" in answer.data["text"]


def test_every_help_page_is_worded(wallet: Wallet) -> None:
    from wallet_cli.cli import registry

    for language in LANGUAGES:
        for name in registry.CITIZEN:
            answer = wallet.spawn("help", name, "--lang", language)
            assert (answer.exit, answer.err) == (0, "")
            found = [word for word in KEY.findall(answer.out) if word.split(".")[0] in prefixes()]
            assert not [word for word in found if not word.endswith((".toml", ".db"))], (name, found)


# --- pictures of the code -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_picture_is_private_dated_and_overwrites_nothing(active: Wallet, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"code.{kind}"
    target.write_text("mine")
    done = active.ok("qr", f"--{kind}", str(target), secrets=WITH_PIN)
    made = Path(done["file"])
    assert target.read_text() == "mine" and made.parent == tmp_path
    assert made.stat().st_mode & 0o777 == 0o600
    assert done["expires_at"].replace("-", "").replace(":", "") in made.name
    made.write_text("taken")
    error = json.loads(active.run("qr", f"--{kind}", str(target), "--json", secrets=WITH_PIN).err or "null")
    if error is not None:  # within the same half minute the name is the same
        assert error["error"]["code"] == "FILE_EXISTS" and error["error"]["exit"] == 10
    assert made.read_text() == "taken"


def test_a_picture_where_nothing_can_be_written(active: Wallet, tmp_path: Path) -> None:
    target = tmp_path / "absent" / "code.png"
    error = active.fails(21, "NOT_WRITABLE", "qr", "--png", str(target), secrets=WITH_PIN)
    assert str(target.parent) in error["message"]


def test_digits_are_digits(active: Wallet) -> None:
    answer = active.run("qr", "--digits", secrets=WITH_PIN)
    assert re.fullmatch(r"\d{28}\n", answer.out) and answer.err == ""
    data = active.ok("qr", secrets=WITH_PIN)
    assert set(data) == {"code", "kind", "member", "issued_at", "expires_at"}
    assert re.fullmatch(r"\d{28}", data["code"]) and (data["kind"], data["member"]) == ("online", "self")


def test_ten_codes_a_step(active: Wallet) -> None:
    """The eleventh within half a minute has to wait, and says how long."""
    for _ in range(21):
        answer = active.run("qr", "--json", secrets=WITH_PIN)
        if answer.exit:
            break
    assert answer.exit == 11 and answer.error["code"] == "ROLLS_EXHAUSTED"
    assert 0 < answer.error["details"]["wait"] <= 30 and answer.error["retryable"] is True
