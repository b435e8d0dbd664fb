"""Settings, profiles, schemas, help and the audit from the command line."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest
from wallet import CITIZENS, PIN, Wallet

LIN = CITIZENS["林小雨"]


# --- precedence -----------------------------------------------------------------------------------------------------------


def test_precedence(wallet: Wallet) -> None:
    """flag > YIBAO_* > profile > config.toml > default, and each answer says which it was."""

    def timeout(*words: str) -> tuple[object, str]:
        data = wallet.ok("config", "get", "timeout", *words)
        return data["value"], data["source"]

    wallet.ok("profile", "add", "kid")
    assert timeout() == (10, "default")
    wallet.ok("config", "set", "timeout", "20")
    assert timeout() == (20, "config")
    wallet.ok("config", "set", "timeout", "30", "--for", "kid")
    assert timeout() == (20, "config")
    assert timeout("--profile", "kid") == (30, "profile")
    wallet.env["YIBAO_TIMEOUT"] = "40"
    assert timeout("--profile", "kid") == (40, "environment")
    assert timeout("--profile", "kid", "--timeout", "50") == (50, "flag")
    assert timeout("--timeout", "40") == (40, "flag")


def test_a_homes_name_means_one_place_to_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde that no shell has replaced is a letter like others, for the language too."""
    monkeypatch.chdir(tmp_path)
    wallet = Wallet(Path("~") / "home")
    wallet.ok("config", "set", "lang", "zh-TW")
    assert (tmp_path / "~" / "home" / "config.toml").exists()
    assert wallet.run("--version", "--json").document["meta"]["lang"] == "zh-TW"


def test_the_environment_says_no_too(wallet: Wallet) -> None:
    wallet.ok("config", "set", "no_input", "true")
    wallet.ok("config", "set", "accessible", "true")
    assert wallet.ok("config", "get", "no_input")["value"] is True
    for word in ("0", "false", "no"):
        wallet.env.update(YIBAO_NO_INPUT=word, YIBAO_ACCESSIBLE=word)
        for key in ("no_input", "accessible"):
            found = wallet.ok("config", "get", key)
            assert (found["value"], found["source"]) == (False, "environment")
    wallet.env["YIBAO_ACCESSIBLE"] = "1"
    assert wallet.ok("config", "get", "accessible")["source"] == "environment"
    assert wallet.ok("config", "get", "accessible", "--accessible")["source"] == "flag"


def test_language_and_form_by_every_way(wallet: Wallet) -> None:
    assert wallet.run("config", "get", "output", "--json").document["meta"]["lang"] == "en"
    wallet.ok("config", "set", "lang", "zh-CN")
    assert wallet.ok("config", "get", "lang")["value"] == "zh-CN"
    assert wallet.run("config", "list", "--json").document["meta"]["lang"] == "zh-CN"
    wallet.env["YIBAO_LANG"] = "en"
    assert wallet.run("config", "list", "--json").document["meta"]["lang"] == "en"
    assert wallet.run("config", "list", "--json", "--lang", "zh-TW").document["meta"]["lang"] == "zh-TW"
    wallet.ok("config", "set", "output", "json")
    assert wallet.run("config", "get", "output").data == {"key": "output", "value": "json", "source": "config"}
    wallet.env["YIBAO_OUTPUT"] = "plain"
    assert wallet.run("config", "get", "output").out == "key\toutput\nvalue\tplain\nsource\tenvironment\n"
    assert wallet.run("config", "get", "output", "-o", "human").out == "human\n"


def test_the_locale_decides_last(wallet: Wallet) -> None:
    chinese = {"zh_CN.UTF-8": "zh-CN", "zh_SG": "zh-CN", "zh_Hans_TW": "zh-CN", "zh_TW": "zh-TW", "zh_HK.Big5": "zh-TW"}
    more = {"zh_MO": "zh-TW", "zh_Hant@x": "zh-TW", "en_GB.UTF-8": "en", "C": "en", "fr_CN": "en"}
    for name, language in {**chinese, **more}.items():
        wallet.env["LC_ALL"] = name
        assert wallet.run("config", "list", "--json").document["meta"]["lang"] == language


# --- config ---------------------------------------------------------------------------------------------------------------


def test_a_value_is_written_as_it_is_given(wallet: Wallet) -> None:
    """So that `--lang "$(yibao config get lang)"` works; booleans as the file has them."""
    wallet.ok("config", "set", "lang", "zh-TW")
    wallet.ok("config", "set", "operator", "Counter 3")
    wallet.ok("config", "set", "accessible", "yes")
    got = {key: wallet.run("config", "get", key).out for key in ("lang", "operator", "accessible", "timeout")}
    assert got == {"lang": "zh-TW\n", "operator": "Counter 3\n", "accessible": "true\n", "timeout": "10\n"}


def test_a_wallet_that_is_not_there_cannot_be_the_setting(wallet: Wallet) -> None:
    wallet.fails(9, "PROFILE_UNKNOWN", "config", "set", "profile", "nobody")
    wallet.fails(2, "PROFILE_INVALID", "config", "set", "profile", "No Body")
    assert wallet.ok("status")["profile"] == "default"
    wallet.ok("profile", "add", "kid")
    assert wallet.ok("config", "set", "profile", "kid")["changed"] is True
    assert wallet.ok("status")["profile"] == "kid"


def test_set_keeps_what_stands_in_the_file(wallet: Wallet) -> None:
    file = wallet.home / "config.toml"
    file.parent.mkdir(mode=0o700)
    file.write_text('# mine\ntimeout = 5 # five\n\n[profiles.default] # my own\noutput = "plain"\n', encoding="utf-8")
    file.chmod(0o600)
    assert wallet.ok("config", "set", "timeout", "6")["changed"] is True
    assert wallet.ok("config", "set", "timeout", "6")["changed"] is False
    assert wallet.ok("config", "set", "color", "never")["changed"] is True
    assert wallet.ok("config", "set", "timeout", "7", "--for", "default")["value"] == 7
    text = file.read_text("utf-8")
    assert text.startswith("# mine\n") or "# mine" in text
    assert tomllib.loads(text) == {
        "timeout": 6,
        "color": "never",
        "profiles": {"default": {"output": "plain", "timeout": 7}},
    }
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_lines_cannot_mend_is_left_alone(wallet: Wallet) -> None:
    file = wallet.home / "config.toml"
    file.parent.mkdir(mode=0o700)
    before = 'profiles = { default = { output = "json" } }\n'
    file.write_text(before, encoding="utf-8")
    error = wallet.fails(2, "CONFIG_INVALID", "config", "set", "timeout", "6", "--for", "default")
    assert error["details"]["reason"] == "form"
    assert file.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("output", "xml"),
        ("lang", "fr"),
        ("color", "blue"),
        ("vault", "cloud"),
        ("timeout", "0"),
        ("timeout", "61"),
        ("timeout", "1.5"),
        ("accessible", "maybe"),
        ("operator", "a\nb"),
    ],
)
def test_a_value_that_no_setting_takes(wallet: Wallet, key: str, value: str) -> None:
    error = wallet.fails(2, "CONFIG_INVALID", "config", "set", key, value)
    assert error["details"]["key"] == key
    assert error["advice"] or key == "operator", "what it may be"
    assert not (wallet.home / "config.toml").exists()


def test_an_unknown_setting(wallet: Wallet) -> None:
    for words in (("config", "get", "langg"), ("config", "set", "langg", "en")):
        error = wallet.fails(9, "SETTING_UNKNOWN", *words)
        assert error["details"]["nearest"] == "lang" and error["fix"] == ["yibao config list"]
    wallet.fails(9, "PROFILE_UNKNOWN", "config", "set", "timeout", "5", "--for", "nobody")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("timeout = \n", "syntax"),
        ("timeout = 'x'\n", "value"),
        ("timeoutt = 5\n", "unknown"),
        ("profiles = 3\n", "type"),
        ("output = 'xml'\n", "value"),
        ("\xff", "syntax"),
    ],
)
def test_a_broken_file_is_told_by_every_command(active: Wallet, text: str, reason: str) -> None:
    file = active.home / "config.toml"
    file.write_bytes(text.encode("latin-1"))
    for words in (("balance",), ("status",), ("config", "list"), ("config", "set", "timeout", "5")):
        error = active.fails(2, "CONFIG_INVALID", *words)
        assert error["details"]["reason"] == reason
        assert error["fix"] == ["yibao config path"]
    for language in ("zh-CN", "en"):
        answer = active.run("balance", "--lang", language)
        assert answer.exit == 2 and answer.out == ""
        assert answer.err.startswith("yibao: error[CONFIG_INVALID]: ") and "{" not in answer.err
    assert file.read_bytes() == text.encode("latin-1")
    # The advice must work: where the file is.
    answer = active.run("config", "path", "--json")
    assert answer.data["config"] == str(file) and len(answer.document["warnings"]) == 1
    assert active.run("--version").exit == 0 and active.run("--help").exit == 0


def test_paths(wallet: Wallet) -> None:
    home = wallet.home
    assert wallet.ok("config", "path") == {
        "config": str(home / "config.toml"),
        "store": str(home / "profiles/default/store.db"),
        "platform": str(home / "platform/platform.db"),
        "cache": str(home / "cache"),
    }


def test_the_system_s_own_folders(home: Path) -> None:
    """Without YIBAO_HOME, in a process of its own."""
    wallet = Wallet(home)
    paths = wallet.spawn("config", "path", "--json", YIBAO_HOME="").data
    assert paths["config"] == str(home / ".config/yibao/config.toml")
    assert paths["store"] == str(home / ".local/share/yibao/profiles/default/store.db")
    assert os.listdir(home) == []


# --- profiles -------------------------------------------------------------------------------------------------------------


def test_a_family_on_one_machine(active: Wallet) -> None:
    assert active.ok("profile", "list")["profiles"] == [{"name": "default", "in_use": True, "has_store": True}]
    assert active.ok("profile", "add", "lin") == {"changed": True, "name": "lin"}
    active.activate(LIN, "--profile", "lin", pin="271863")
    assert active.ok("voucher", "show", "--profile", "lin", "--reveal")["name"] == LIN.name
    assert active.ok("profile", "use", "lin")["changed"] is True
    assert active.ok("profile", "use", "lin")["changed"] is False
    assert active.run("status", "--json").document["meta"]["profile"] == "lin"
    assert [one["in_use"] for one in active.ok("profile", "list")["profiles"]] == [False, True]
    assert active.run("status", "--json", "--profile", "default").document["meta"]["profile"] == "default"
    active.env["YIBAO_PROFILE"] = "default"
    assert active.run("status", "--json").document["meta"]["profile"] == "default"
    assert active.verify(active.code()) and active.verify(active.code("--profile", "lin", pin="271863"))


def test_what_is_advised_is_for_the_wallet_that_was_named(active: Wallet) -> None:
    """A new PIN for the wallet in use would leave the other's locked, and lose one's own."""
    active.ok("profile", "add", "lin")
    named = ("--profile", "lin")
    advised = ["yibao demo", "yibao --profile lin activate"]
    assert active.fails(8, "NOT_ACTIVATED", "balance", *named)["fix"] == advised
    assert f"  fix: {advised[1]}\n" in active.run("balance", *named).err
    assert active.ok("status", *named)["next"] == advised
    active.activate(LIN, *named, pin="271863")
    wrong = active.fails(6, "PIN_WRONG", "qr", "--digits", *named, secrets={"--pin-fd": "190374"})
    assert wrong["fix"] == ["yibao --profile lin pin reset"]
    active.ok("voucher", "freeze", *named)
    assert active.ok("status", *named)["next"][0].startswith("yibao --profile lin ")
    (frozen,) = [one for one in active.run("doctor", *named, "--json").data["checks"] if one["finding"] == "frozen"]
    assert frozen["fix"] == ["yibao --profile lin voucher unfreeze"]
    active.ok(*frozen["fix"][0].split()[1:], secrets={"--pin-fd": "271863"})
    assert active.fails(9, "PROFILE_UNKNOWN", "balance", "--profile", "nosuch")["fix"] == ["yibao profile list"]
    active.env["YIBAO_PROFILE"] = "lin"  # stands where the advice is pasted, too
    unknown = active.fails(9, "RECORD_UNKNOWN", "records", "show", "R0")
    assert unknown["fix"] == ["yibao records"]


def test_removing_a_profile_deletes_no_wallet(active: Wallet) -> None:
    active.ok("profile", "add", "lin")
    active.activate(LIN, "--profile", "lin")
    active.ok("profile", "use", "lin")
    error = active.fails(10, "PROFILE_IN_USE", "profile", "remove", "lin")
    active.ok(*error["fix"][0].split()[1:])
    assert active.fails(17, "INPUT_NEEDED", "profile", "remove", "lin")["details"]["option"] == "--yes"
    answer = active.run("profile", "remove", "lin", "--yes", "--json")
    assert answer.data["changed"] is True and len(answer.document["warnings"]) == 1
    assert [one["name"] for one in active.ok("profile", "list")["profiles"]] == ["default"]
    moved = [path for path in (active.home / "profiles").iterdir() if path.name.startswith(".removed")]
    assert len(moved) == 1 and (moved[0] / "store.db").exists()
    active.ok("profile", "add", "empty")
    active.ok("profile", "remove", "empty")
    active.fails(9, "PROFILE_UNKNOWN", "profile", "remove", "default")
    active.fails(9, "PROFILE_UNKNOWN", "status", "--profile", "lin")


@pytest.mark.parametrize("name", ["A", "a b", "../x", "", "-a", "a" * 33, "é", ".x"])
def test_names_no_profile_has(wallet: Wallet, name: str) -> None:
    answer = wallet.run("profile", "add", "--json", "--", name)
    assert answer.exit == 2 and answer.error["code"] == "PROFILE_INVALID"
    assert wallet.run("status", f"--profile={name}", "--json").error["code"] == "PROFILE_INVALID"
    assert not (wallet.home / "profiles").exists()


def test_a_profile_added_twice(wallet: Wallet) -> None:
    wallet.ok("profile", "add", "kid")
    wallet.fails(10, "PROFILE_EXISTS", "profile", "add", "kid")
    wallet.fails(10, "PROFILE_EXISTS", "profile", "add", "default")
    wallet.fails(9, "PROFILE_UNKNOWN", "profile", "use", "nobody")


# --- schema, help, platform, audit ------------------------------------------------------------------------------------------


def test_every_schema_is_a_schema(wallet: Wallet) -> None:
    names = [one["name"] for one in wallet.ok("schema")["schemas"]]
    assert "yibao.bill/v1" in names
    for name in names:
        short = name.removeprefix("yibao.").removesuffix("/v1")
        for asked in (name, short):
            answer = wallet.run("schema", asked)
            assert (answer.exit, answer.err) == (0, "") and "$schema" in json.loads(answer.out)
    error = wallet.fails(9, "SCHEMA_UNKNOWN", "schema", "bil")
    assert error["details"]["nearest"] == "bill" and error["fix"] == ["yibao schema"]


def test_topics(wallet: Wallet) -> None:
    error = wallet.fails(9, "TOPIC_UNKNOWN", "help", "exit-code")
    assert error["details"]["nearest"] == "exit-codes" and error["fix"] == ["yibao help"]
    regions = wallet.ok("help", "regions")["text"]
    assert "110000" in regions and "010-12393" in regions
    exits = wallet.run("help", "exit-codes").out
    assert "PIN_LOCKED" in exits and "STORE_ROLLED_BACK" in exits
    numbers = [line.split()[0] for line in exits.splitlines()[1:] if line[5] != " "]
    assert numbers == [*map(str, range(22)), "128+n"], "doctor's and a signal's too, that no error code has"
    assert max(map(len, exits.splitlines())) < 80


def test_platform(wallet: Wallet) -> None:
    found = wallet.ok("platform", "show")
    assert (found["platform"], found["number"], found["sandbox"]) == ("embedded", "990", True)
    assert {one["region"] for one in found["regions"]} >= {"110000", "310000", "320000", "410000", "340000", "440000"}
    assert all(one["illustrative"] for one in found["regions"])


def test_audit(active: Wallet) -> None:
    active.fails(6, "PIN_WRONG", "qr", secrets={"--pin-fd": "718293"})
    active.ok("voucher", "freeze")
    active.ok("voucher", "unfreeze", secrets={"--pin-fd": PIN})
    acts = active.ok("audit", "show")["acts"]
    assert [one["number"] for one in acts] == list(range(1, len(acts) + 1))
    names = [one["act"] for one in acts]
    for act in ("activation.begin", "voucher.issue", "voucher.freeze", "voucher.unfreeze"):
        assert act in names
    assert active.ok("audit", "show", "--limit", "2")["acts"] == acts[-2:]
    assert active.ok("audit", "verify") == {"whole": True, "records": len(acts)}


def test_demo_leaves_nothing_and_asks_nothing(wallet: Wallet) -> None:
    answer = wallet.spawn("demo", "--lang", "en")
    assert answer.exit == 0 and not wallet.home.exists()
