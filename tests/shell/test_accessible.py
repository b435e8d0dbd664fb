"""--accessible, as a screen reader meets it: nothing moves, nothing is drawn over, words instead of signs and boxes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from shell.cli_kit import YIBAO, active, variables
from terminals import Pty
from wallet import CITIZENS, PIN, ZHANG

MEMBER = CITIZENS["李秀英"]
DRAWN = re.compile("[\u2500-\u25ff\u2190-\u21ff\u2022\u2713\u2717]")
"""Lines, boxes, blocks, arrows, bullets and ticks."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which 张三 is active; to be copied."""
    return active(tmp_path_factory.mktemp("accessible")).home


@pytest.fixture
def active_home(tmp_path: Path, made: Path) -> Path:
    shutil.copytree(made, tmp_path / "yibao")
    return tmp_path / "yibao"


class Listener(Pty):
    """A command that is answered prompt by prompt, with what a screen reader hears of it."""

    def __init__(self, home: Path, *words: str, lang: str = "en", **env: str) -> None:
        argv = [*YIBAO, *words, *([] if "YIBAO_ACCESSIBLE" in env else ["--accessible"])]
        super().__init__(argv, size=(50, 100), env=variables(home, lang, **env))

    def answers(self, *steps: tuple[str, str]) -> None:
        """Each step: how the prompt ends, what is typed; `code` stands for the last six digits that were told."""
        begun = 0
        for prompt, typed in steps:
            # The prompt that was answered last still stands in what was said.
            self.until(prompt, lambda end=prompt, start=begun: self.heard()[start:].rstrip(" ").endswith(end))
            told = self.heard()
            begun = len(told)
            self.send((re.findall(r"\d{6}", told)[-1] if typed == "code" else typed) + "\r")

    def heard(self) -> str:
        return self.said()

    def check(self, status: int = 0) -> str:
        """The program ends so, and all it said reads from top to bottom."""
        assert self.end() == status, self.heard()
        heard = self.heard()
        assert "\x1b" not in heard, "no escape sequence"
        assert "\r" not in heard and "\b" not in heard, "nothing is drawn over"
        assert all(sign.isprintable() or sign == "\n" for sign in heard), [s for s in heard if not s.isprintable()]
        assert DRAWN.search(heard) is None, DRAWN.findall(heard)
        assert "[y/N]" not in heard and "[Y/n]" not in heard
        return heard


NO = {"en": "(answer y or n; Enter alone is n)", "zh-CN": "（回答 y 或 n，直接回车为 n）"}
ACTIVATION = {
    "en": ("Insured place:", "Name:", "ID number (hidden):", "Mobile number:", "message:", "(Enter alone is 1):"),
    "zh-CN": ("参保地:", "姓名:", "证件号码（不显示）:", "手机号码:", "短信验证码:", "（直接回车为 1）:"),
}
PINS = {"en": ("New PIN, six digits:", "The same again:"), "zh-CN": ("设置 6 位数字密码:", "再输入一次:")}


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_whole_activation(tmp_path: Path, lang: str) -> None:
    place, name, number, phone, code, face = ACTIVATION[lang]
    new, again = PINS[lang]
    with Listener(tmp_path / "yibao", "activate", lang=lang) as wizard:
        wizard.answers((place, "1"), (name, ZHANG.name), (number, ZHANG.id_number), (phone, ZHANG.phone))
        wizard.answers((NO[lang], "y"), (code, "code"), (face, ""), (new, PIN), (again, PIN))
        heard = wizard.check()
    assert PIN not in heard and ZHANG.id_number not in heard


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_a_family_member(active_home: Path, lang: str) -> None:
    number, phone = {"en": ("ID number:", "phone:"), "zh-CN": ("号码:", "手机号码:")}[lang]
    with Listener(active_home, "family", "add", "mama", lang=lang) as wizard:
        wizard.answers((":", "2"), (":", MEMBER.name), (number, MEMBER.id_number), (phone, MEMBER.phone))
        wizard.answers((":", "2"), (":", "code"), (":", PIN))
        heard = wizard.check()
    assert PIN not in heard and MEMBER.id_number not in heard


def test_a_filing(active_home: Path) -> None:
    with Listener(active_home, "filing", "new") as wizard:
        wizard.answers(("pinyin):", "shanghai"), ("Category:", "2"), (":", ""), (":", "2"), (":", ""))
        wizard.answers((NO["en"], "y"), (NO["en"], "y"))
        heard = wizard.check()
    assert "Shanghai" in heard


COMMANDS = {
    "status": 0,
    "doctor": 0,
    "balance": 0,
    "records": 0,
    "records --all": 0,
    "records --annual": 0,
    "records --chart": 0,
    "filing list": 0,
    "filing places": 0,
    "family list": 0,
    "institution search": 0,
    "voucher show": 0,
    "card show": 0,
    "device list": 0,
    "audit show": 0,
    "config list": 0,
    "help exit-codes": 0,
    "--help": 0,
    "balance --help": 0,
    "balance nobody": 9,
    "demo": 0,
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_says(active_home: Path, command: str) -> None:
    with Listener(active_home, *command.split(), TERM="xterm-256color", FORCE_COLOR="1") as said:
        said.check(COMMANDS[command])


def test_it_may_be_set_once_and_for_all(active_home: Path) -> None:
    with Listener(active_home, "records", "--chart", YIBAO_ACCESSIBLE="1") as said:
        said.check()
    config = active_home / "config.toml"
    config.write_text("accessible = true\n", encoding="utf-8")
    config.chmod(0o600)
    with Listener(active_home, "records", YIBAO_ACCESSIBLE="") as said:
        said.check()


@pytest.mark.parametrize("command", ["status", "records", "records --chart", "doctor", "balance"])
def test_no_color_means_none(active_home: Path, command: str) -> None:
    """Whatever else is asked for: no colour of ours, and nothing that only a colour told."""
    env = variables(active_home, "en", NO_COLOR="1", FORCE_COLOR="1")
    with Pty([*YIBAO, *command.split(), "--color", "always"], size=(50, 120), env=env) as pty:
        assert pty.end() == 0
        assert re.search(rb"\x1b\[[0-9;]*m", pty.raw) is None
