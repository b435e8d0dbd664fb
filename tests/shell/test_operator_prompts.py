"""The other side at a real terminal: a hand scanner types the code, a card's number is not shown, a reset is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest
from terminals import DEADLINE_S, environment
from unit.cli.running import HOSPITAL, Program, good_code, programs

RUN = "import sys; from wallet_cli.__main__ import main; sys.exit(main(sys.argv[1:], 'yibao-platform'))"


@pytest.fixture
def platform(tmp_path: Path) -> Program:
    made = programs(tmp_path / "yibao")[1]
    assert made("sandbox", "init").status == 0
    return made


def spawn(platform: Program, *words: str) -> pexpect.spawn[str]:
    env = environment(YIBAO_HOME=str(platform.home), YIBAO_LANG="en", YIBAO_VAULT="sandbox", TERM="dumb")
    argv = ["-c", RUN, *words]
    return pexpect.spawn(sys.executable, argv, env=env, encoding="utf-8", timeout=DEADLINE_S)  # type: ignore[arg-type]


def ended(child: pexpect.spawn[str]) -> tuple[int | None, str]:
    """Exit status and what was still said."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before or ""


def test_a_hand_scanner_types_the_code(platform: Program) -> None:
    code = good_code(platform)
    child = spawn(platform, "terminal", "verify", "--institution", HOSPITAL)
    child.expect("scan the code")
    child.send(code + "\r")
    status, said = ended(child)
    assert (status, "ecToken" in said) == (0, True)
    assert code not in said


def test_a_cards_number_is_asked_for_and_not_shown(platform: Program, tmp_path: Path) -> None:
    number = platform("person", "show", "张三", "--reveal").data["card_number"]
    bill = tmp_path / "bill.json"
    bill.write_text('{"med_type":"11","fees":[{"name":"x","category":"A","amount_fen":100}]}')
    words = ("terminal", "settle", "--institution", HOSPITAL, "--bill", str(bill), "--credential", "card")
    child = spawn(platform, *words)
    child.expect("number of the card")
    child.send(number + "\r")
    status, said = ended(child)
    assert (status, "SANDBOX" in said) == (0, True)
    assert number not in said


def test_a_reset_is_asked_and_no_is_no(platform: Program) -> None:
    assert platform("sandbox", "init", "--people", "2").data["added"] == 2
    for answer, status, people in (("n", 3, 16), ("y", 0, 14)):
        child = spawn(platform, "sandbox", "reset")
        child.expect("delete the sandbox platform")
        child.send(answer + "\r")
        assert ended(child)[0] == status
        assert len(platform("person", "list").data["people"]) == people
