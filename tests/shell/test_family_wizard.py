"""`yibao family add` and `apply` as a person meets them at a terminal: the questions, the plan, the bar, the live code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell.cli_kit import PIN, YIBAO, active, enter_pin, said, shown, variables
from terminals import Pty
from wallet import CITIZENS, Wallet

LI, WANG, CHEN = CITIZENS["李秀英"], CITIZENS["王建国"], CITIZENS["陈晨"]


class Talk(Pty):
    """A command on a pty, answered prompt by prompt."""

    def __init__(self, wallet: Wallet, *words: str, lang: str = "zh-CN", size: tuple[int, int] = (50, 100)) -> None:
        env = variables(wallet.home, lang, TERM="xterm-256color")
        super().__init__([*YIBAO, *words], size=size, env=env)
        self._seen = 0

    def asked(self, prompt: str) -> str:
        self.until(prompt, lambda: said(self)[self._seen :].endswith(prompt))
        new = said(self)[self._seen :]
        self._seen = len(said(self))
        return new

    def answer(self, prompt: str, typed: str) -> str:
        before = self.asked(prompt)
        self.send(typed + "\r")
        return before


@pytest.fixture
def wallet(tmp_path: Path) -> Iterator[Wallet]:
    yield active(tmp_path)


def test_an_adult_by_text(wallet: Wallet) -> None:
    with Talk(wallet, "family", "add", "mama") as talk:
        told = talk.answer("成员是您的什么人: ", "2")
        assert "父母" in told and "spouse" not in told
        talk.answer("成员姓名: ", LI.name)
        talk.answer("成员证件号码: ", "123")
        assert "证件号码" in talk.answer("成员证件号码: ", LI.id_number)
        talk.answer("成员手机号码: ", LI.phone)
        talk.answer("成员如何同意: ", "2")
        sent = talk.asked("同意码: ")
        assert "**英" in sent and LI.name not in sent
        talk.send(re.findall(r"\d{6}", sent)[-1] + "\r")
        enter_pin(talk)
        assert talk.end() == 0
        assert LI.id_number not in said(talk) and PIN not in said(talk)
    assert wallet.ok("family", "list")["members"][0]["relation"] == "parent"


def test_an_infant_by_declaration(wallet: Wallet, tmp_path: Path) -> None:
    proof = tmp_path / "birth.pdf"
    proof.write_bytes(b"%PDF-1.4 made up")
    with Talk(wallet, "family", "add", "bao", lang="en") as talk:
        talk.answer("What is the member to you: ", "3")
        talk.answer("Member's name: ", CHEN.name)
        talk.answer("Member's ID number: ", CHEN.id_number)
        talk.answer("Which proof: ", "1")
        talk.answer("File: ", str(tmp_path / "none.pdf"))
        talk.answer("File: ", str(proof))
        assert "guardian of the child" in talk.answer("Do you declare this [y/N] ", "y")
        enter_pin(talk, "PIN")
        assert talk.end() == 0
    assert wallet.ok("family", "list")["members"][0]["consent"] == "declaration"


def test_a_file_whose_secrets_are_typed_is_asked_once(wallet: Wallet, tmp_path: Path) -> None:
    """ID numbers typed for the first phase are not asked for in the second; the bar goes as it came."""
    file = tmp_path / "family.toml"
    lines = ['schema = "yibao.family/v1"']
    for alias, who in (("mama", LI), ("baba", WANG)):
        lines += ["[[member]]", f'alias = "{alias}"', 'relation = "parent"', f'name = "{who.name}"']
        lines += [f'phone = "{who.phone}"', 'id = { from = "prompt" }', 'consent = { from = "prompt" }']
    file.write_text("\n".join(lines), encoding="utf-8")
    with Talk(wallet, "family", "apply", str(file), "--request-consents") as talk:
        assert "添加  mama" in talk.answer("mama 的证件号码: ", LI.id_number)
        talk.answer("baba 的证件号码: ", WANG.id_number)
        assert talk.end() == 18
    second, first = (one["code"] for one in wallet.other("outbox", "--reveal")["messages"][:2])
    with Talk(wallet, "family", "apply", str(file)) as talk:
        talk.answer("mama 的同意码: ", first)
        talk.answer("baba 的同意码: ", second)
        enter_pin(talk)
        assert talk.end() == 0
        assert "设置家庭成员" in said(talk) and "50 %" in said(talk) and "设置家庭成员" not in talk.text()
    assert wallet.ok("family", "apply", str(file))["changed"] is False
    with Talk(wallet, "family", "remove", "mama") as talk:
        enter_pin(talk)
        talk.answer("[y/N] ", "n")
        assert talk.end() == 3


@pytest.mark.parametrize("spoken", [False, True])
def test_whom_it_failed_for_stands_on_a_line_of_its_own(wallet: Wallet, tmp_path: Path, spoken: bool) -> None:
    """The second of two is refused: the bar of the first is gone by then; read aloud, it was a line of words."""
    lines = ['schema = "yibao.family/v1"']
    for alias, who in (("mama", LI), ("baba", WANG)):
        for kind, words in (("id", who.id_number), ("code", "123456")):
            (tmp_path / f"{alias}.{kind}").write_text(words)
            (tmp_path / f"{alias}.{kind}").chmod(0o600)
        lines += ["[[member]]", f'alias = "{alias}"', 'relation = "parent"', f'name = "{who.name}"']
        lines += [f'phone = "{who.phone}"', f'id = {{ file = "{alias}.id" }}', f'consent = {{ file = "{alias}.code" }}']
    file = tmp_path / "family.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    wallet.fails(18, "CONSENT_NEEDED", "family", "apply", str(file), "--request-consents")
    _, first = (one["code"] for one in wallet.other("outbox", "--reveal")["messages"][:2])
    (tmp_path / "mama.code").write_text(first)
    with Talk(wallet, "family", "apply", str(file), *["--accessible"][: int(spoken)]) as talk:
        enter_pin(talk)
        assert talk.end() == 15
        rows = [row.strip() for row in talk.text().splitlines()]
        assert "成员 baba：" in rows
        assert ("设置家庭成员: 50 %" in rows) is spoken


def test_m_shows_the_next_members_code(wallet: Wallet) -> None:
    line = ("family", "add", "mama", "--relation", "parent", "--name", LI.name, "--phone", LI.phone, "--sandbox-auto")
    wallet.ok(*line, secrets={"--id-fd": LI.id_number, "--pin-fd": PIN})
    with Talk(wallet, "qr", size=(24, 80)) as talk:
        enter_pin(talk)
        own = shown(talk)
        assert wallet.verify(own)["name"] == "*三"
        assert "本人" in "".join(talk.text().split())
        talk.send("m")
        talk.until("the member's code", lambda: "mama" in talk.text())
        hers = talk.until("another code", lambda: (code := shown(talk)) != own and code)
        assert wallet.verify(hers)["name"] == "**英"
        talk.send("q")
        assert talk.end() == 0


def test_an_expired_member_keeps_nobody_from_their_own_code(wallet: Wallet) -> None:
    """The member's turn says what is the matter; the next is one's own again."""
    line = ("family", "add", "mama", "--relation", "parent", "--name", LI.name, "--phone", LI.phone, "--sandbox-auto")
    wallet.ok(*line, secrets={"--id-fd": LI.id_number, "--pin-fd": PIN})
    for days in (340, 40):
        wallet.advance(f"{days}d")
        wallet.ok("voucher", "update", secrets={"--pin-fd": PIN})
    with Talk(wallet, "qr", size=(24, 80)) as talk:
        enter_pin(talk)
        assert wallet.verify(shown(talk))["name"] == "*三"
        talk.send("m")
        talk.until("what is the matter", lambda: "已过有效期" in "".join(talk.text().split()))
        talk.send("m")
        assert wallet.verify(shown(talk))["name"] == "*三"
        talk.send("q")
        assert talk.end() == 0
