"""`yibao activate` as a person meets it: every question, every slip, every way to break off and go on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from shell.cli_kit import PIN, YIBAO, said, variables
from terminals import Pty
from wallet import ZHANG, Wallet


class Words(NamedTuple):
    """What ends each prompt, and what is told between them."""

    lang: str
    region: str
    name: str
    document: str
    phone: str
    agreement: str
    text_code: str
    face: str
    new_pin: str
    again: str
    go_on: str
    sent: str
    code_wrong: str
    dark: str
    differ: str
    weak: str
    done: str


WORDS = {
    "zh-CN": Words(
        "zh-CN",
        "参保地: ",
        "姓名: ",
        "证件号码（不显示）: ",
        "手机号码: ",
        "是否同意以上协议？ [y/N] ",
        "短信验证码: ",
        "模拟哪种结果 [1]: ",
        "设置 6 位数字密码: ",
        "再输入一次: ",
        "继续 *三 未完成的激活？ [Y/n] ",
        "〔沙盒短信〕",
        "短信验证码错误，还可尝试 4 次",
        "到明亮处重试",
        "两次输入的密码不一致",
        "密码不能是连续数字",
        "职工医保",
    ),
    "en": Words(
        "en",
        "Insured place: ",
        "Name: ",
        "ID number (hidden): ",
        "Mobile number: ",
        "Do you accept the agreement above? [y/N] ",
        "Code from the text message: ",
        "Which outcome to simulate [1]: ",
        "New PIN, six digits: ",
        "The same again: ",
        "Go on with the unfinished activation of *三? [Y/n] ",
        "[SANDBOX text message]",
        "wrong text code, 4 attempt(s) left",
        "better light",
        "the two PINs differ",
        "must not be a sequence",
        "employees' insurance",
    ),
}
ZH = WORDS["zh-CN"]


class Wizard(Pty):
    """`yibao activate` on a pty, answered prompt by prompt."""

    def __init__(self, home: Path, words: Words = ZH) -> None:
        super().__init__([*YIBAO, "activate"], size=(50, 100), env=variables(home, words.lang))
        self.words = words
        self._seen = 0

    def asked(self, prompt: str) -> str:
        """Waits until this prompt stands last; what was said since the prompt before."""
        self.until(prompt, lambda: said(self)[self._seen :].endswith(prompt))
        new = said(self)[self._seen :]
        self._seen = len(said(self))
        return new

    def answer(self, prompt: str, typed: str, end: str = "\r") -> str:
        before = self.asked(prompt)
        self.send(typed + end)
        return before

    def text_code(self) -> str:
        """Waits for the prompt; the code of the simulated message above it."""
        told = self.asked(self.words.text_code)
        assert self.words.sent in told
        return re.findall(r"\d{6}", told)[-1]

    def before_the_face(self) -> None:
        words = self.words
        self.answer(words.region, "1")
        self.answer(words.name, ZHANG.name)
        self.answer(words.document, ZHANG.id_number)
        self.answer(words.phone, ZHANG.phone)
        self.answer(words.agreement, "y")
        self.send(self.text_code() + "\r")

    def choose_pin(self) -> None:
        self.answer(self.words.new_pin, PIN)
        self.answer(self.words.again, PIN)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "yibao"


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_the_whole_way_with_every_slip(home: Path, lang: str) -> None:
    words = WORDS[lang]
    with Wizard(home, words) as wizard:
        places = wizard.answer(words.region, "99")
        assert "  1  " in places and "110000" in places
        wizard.answer(words.region, "1")
        wizard.answer(words.name, "Z3")
        wizard.answer(words.name, ZHANG.name)
        wizard.answer(words.document, ZHANG.id_number[:-1] + "?")
        wizard.answer(words.document, ZHANG.id_number)
        wizard.answer(words.phone, "138")
        wizard.answer(words.phone, ZHANG.phone)
        agreement = wizard.answer(words.agreement, "y")
        assert "2026-11" in agreement and len(agreement) > 300
        right = wizard.text_code()
        wizard.send(f"{(int(right) + 1) % 1_000_000:06}\r")
        told = wizard.asked(words.text_code)
        assert words.code_wrong in told and right in told
        wizard.send(right + "\r")
        wizard.answer(words.face, "2")
        assert wizard.end() == 12
        assert words.dark in said(wizard) and "fix: yibao activate" in said(wizard)
        everything = said(wizard)
    with Wizard(home, words) as wizard:
        wizard.answer(words.go_on, "")
        wizard.answer(words.face, "")
        wizard.answer(words.new_pin, "123456")
        assert words.weak in wizard.answer(words.new_pin, PIN)
        wizard.answer(words.again, "940714")
        assert words.differ in wizard.asked(words.new_pin)
        wizard.send(PIN + "\r")
        wizard.answer(words.again, PIN)
        assert wizard.end() == 0
        assert words.done in said(wizard)
        everything += said(wizard)
    for secret in (ZHANG.id_number, ZHANG.id_number[:-1], PIN):
        assert secret not in everything, "nothing hidden was echoed"
    assert "*三" in everything
    assert Wallet(home).code(pin=PIN)


def test_no_to_the_agreement_keeps_nothing(home: Path) -> None:
    with Wizard(home) as wizard:
        wizard.answer(ZH.region, "1")
        wizard.answer(ZH.name, ZHANG.name)
        wizard.answer(ZH.document, ZHANG.id_number)
        wizard.answer(ZH.phone, ZHANG.phone)
        wizard.answer(ZH.agreement, "")
        assert wizard.end() == 3
    with Wizard(home) as wizard:
        wizard.answer(ZH.region, "", end="\x03")
        assert wizard.end() == 130


def test_another_person_may_begin_instead(home: Path) -> None:
    with Wizard(home) as wizard:
        wizard.before_the_face()
        wizard.answer(ZH.face, "", end="\x03")
        assert wizard.end() == 130
    with Wizard(home) as wizard:
        wizard.answer(ZH.go_on, "n")
        wizard.answer(ZH.region, "", end="\x03")
        assert wizard.end() == 130


def _from_the_start(wizard: Wizard) -> None:
    wizard.before_the_face()
    wizard.answer(ZH.face, "")
    wizard.choose_pin()


def _from_the_text_code(wizard: Wizard) -> None:
    wizard.answer(ZH.go_on, "")
    wizard.send(wizard.text_code() + "\r")
    wizard.answer(ZH.face, "")
    wizard.choose_pin()


def _from_the_face(wizard: Wizard) -> None:
    wizard.answer(ZH.go_on, "")
    wizard.answer(ZH.face, "")
    wizard.choose_pin()


def _from_the_pin(wizard: Wizard) -> None:
    wizard.answer(ZH.go_on, "")
    wizard.choose_pin()


BROKEN_OFF: dict[str, tuple[int, Callable[[Wizard], None]]] = {
    "region": (0, _from_the_start),
    "name": (1, _from_the_start),
    "document": (2, _from_the_start),
    "phone": (3, _from_the_start),
    "agreement": (4, _from_the_start),
    "text code": (5, _from_the_text_code),
    "face": (6, _from_the_face),
    "PIN": (7, _from_the_pin),
    "PIN again": (8, _from_the_pin),
}
"""Where a person breaks off: how many questions they had answered, and how the next run goes on from there."""


@pytest.mark.parametrize(("key", "status"), [("\x03", 130), ("\x04", 3)], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("where", BROKEN_OFF)
def test_broken_off_at_a_question_the_next_run_goes_on(home: Path, where: str, key: str, status: int) -> None:
    answered, goes_on = BROKEN_OFF[where]
    prompts = (ZH.region, ZH.name, ZH.document, ZH.phone, ZH.agreement, ZH.text_code, ZH.face, ZH.new_pin, ZH.again)
    typed = ("1", ZHANG.name, ZHANG.id_number, ZHANG.phone, "y", None, "", PIN)
    with Wizard(home) as wizard:
        for prompt, answer in zip(prompts[:answered], typed[:answered], strict=True):
            if answer is None:
                wizard.send(wizard.text_code() + "\r")
            else:
                wizard.answer(prompt, answer)
        wizard.answer(prompts[answered], "", end=key)
        assert wizard.end() == status
        assert "Traceback" not in said(wizard)
        assert said(wizard).endswith("\n") and not said(wizard).endswith("\n\n"), "the shell's prompt begins a line"
    with Wizard(home) as wizard:
        goes_on(wizard)
        assert wizard.end() == 0
    assert Wallet(home).ok("status")["state"] == "active"
