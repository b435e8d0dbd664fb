"""`yibao filing new` as a person meets it on a terminal: numbered choices, slips told, the notice read, nothing sent on no."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from shell.cli_kit import YIBAO, active, said, variables
from terminals import Pty
from wallet import Wallet


class Words(NamedTuple):
    """What ends each prompt, and what is told between them."""

    to: str
    which: str
    category: str
    start: str
    end: str
    paper: str
    file: str
    notice: str
    declaration: str
    own_place: str
    too_short: str
    unreadable: str
    six_months: str
    pending: str
    holds: str


WORDS = {
    "zh-CN": Words(
        "就医地（代码、中文名或拼音）: ",
        "哪一个: ",
        "备案类型: ",
        "开始日期（YYYY-MM-DD） [",
        "结束日期（YYYY-MM-DD） [",
        "提交哪种材料: ",
        "文件（PDF、JPEG 或 PNG）: ",
        "已阅读并同意以上告知书？ [y/N] ",
        "以承诺书代替材料？ [y/N] ",
        "就是参保地",
        "至少六个月有效",
        "无法读取材料",
        "之前不能变更或取消",
        "至多一个工作日",
        "备案已生效",
    ),
    "en": Words(
        "Treatment place (code, Chinese name or pinyin): ",
        "Which one: ",
        "Category: ",
        "First day (YYYY-MM-DD) [",
        "Last day (YYYY-MM-DD) [",
        "Which paper: ",
        "File (PDF, JPEG or PNG): ",
        "do you agree? [y/N] ",
        "in place of papers? [y/N] ",
        "is the insured place itself",
        "valid at least six months",
        "cannot be read",
        "no change or cancellation before",
        "one working day at most",
        "it holds now",
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which 张三 is active; to be copied."""
    return active(tmp_path_factory.mktemp("filing")).home


@pytest.fixture
def home(tmp_path: Path, made: Path) -> Path:
    shutil.copytree(made, tmp_path / "yibao")
    return tmp_path / "yibao"


class Wizard(Pty):
    """The command on a pty, answered prompt by prompt."""

    def __init__(self, home: Path, lang: str) -> None:
        super().__init__([*YIBAO, "filing", "new"], size=(60, 120), env=variables(home, lang))
        self._seen = 0

    def answer(self, prompt: str, typed: str) -> str:
        """Waits until this prompt stands last; what was said since the one before."""
        self.until(prompt, lambda: prompt in said(self)[self._seen :].rpartition("\n")[2])
        new = said(self)[self._seen :]
        self._seen = len(said(self))
        self.send(typed + "\r")
        return new


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_a_temporary_filing_with_every_slip(home: Path, tmp_path: Path, lang: str) -> None:
    words = WORDS[lang]
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4 x")
    with Wizard(home, lang) as wizard:
        wizard.answer(words.to, "北京")
        assert words.own_place in wizard.answer(words.to, "吉林")
        choices = wizard.answer(words.which, "2")
        assert "  1  220000" in choices and "  2  220200" in choices
        wizard.answer(words.category, "4")
        today = re.findall(r"\[(\d{4}-\d\d-\d\d)\]", wizard.answer(words.start, ""))[-1]
        wizard.answer(words.end, today)
        assert words.too_short in wizard.answer(words.start, "")
        wizard.answer(words.end, "")
        wizard.answer(words.paper, "1")
        wizard.answer(words.file, "/nowhere.pdf")
        assert words.unreadable in wizard.answer(words.file, str(letter))
        wizard.answer("138****0001", "")
        assert "2026-11" in wizard.answer(words.notice, "y")
        assert wizard.end() == 0
        assert words.holds in said(wizard)
    (one,) = Wallet(home).ok("filing", "list")["filings"]
    assert (one["to_region"], one["category"], one["state"]) == ("220200", "referral", "active")


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_a_declaration_is_warned_of_and_confirmed(home: Path, lang: str) -> None:
    words = WORDS[lang]
    for agreed, status in (("n", 3), ("y", 0)):
        with Wizard(home, lang) as wizard:
            wizard.answer(words.to, "shanghai")
            wizard.answer(words.category, "2")
            wizard.answer(words.start, "")
            wizard.answer(words.paper, "2")
            wizard.answer("138****0001", "13911112222")
            wizard.answer(words.notice, "y")
            warned = wizard.answer(words.declaration, agreed)
            assert words.six_months in warned
            assert wizard.end() == status
        if agreed == "n":
            assert Wallet(home).ok("filing", "list")["filings"] == []
        else:
            assert words.pending in said(wizard)
    (one,) = Wallet(home).ok("filing", "list")["filings"]
    assert (one["category"], one["state"], one["end"]) == ("resident", "pending", None)


def test_no_to_the_notice_files_nothing(home: Path) -> None:
    words = WORDS["en"]
    with Wizard(home, "en") as wizard:
        wizard.answer(words.to, "310000")
        wizard.answer(words.category, "5")
        wizard.answer(words.start, "")
        wizard.answer(words.end, "")
        wizard.answer("138****0001", "")
        wizard.answer(words.notice, "")
        assert wizard.end() == 3
    assert Wallet(home).ok("filing", "list")["filings"] == []
