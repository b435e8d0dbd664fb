"""The other side's output in its three forms and both languages: whole, marked, and never a key instead of words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from unit.cli.running import HOSPITAL, RAW_KEY, ZHANG, Program, programs

LANGUAGES = ("zh-CN", "en")
PAGES = {
    "person": ("add", "change", "list", "show", "import"),
    "institution": ("add", "list", "import"),
    "counter": ("offer", "reset-pin"),
    "terminal": ("verify", "settle", "query"),
    "sandbox": ("init", "code", "clock", "clock show", "clock advance", "clock reset", "reset"),
    "outbox": (),
}
TELL_PAGES = """
import json, sys
from wallet_cli.__main__ import main
for words in json.loads(sys.argv[2]):
    print("##", *words, flush=True)
    assert main([*words, "--help", "--lang", sys.argv[1]], "yibao-platform") == 0
"""


@pytest.fixture
def platform(tmp_path: Path) -> Program:
    (tmp_path / "bill.json").write_text(
        '{"med_type":"11","fees":[{"name":"CT","category":"B","own_ratio":"0.1","amount_fen":300000}]}', "utf-8"
    )
    return programs(tmp_path / "yibao")[1]


def lines(tmp_path: Path) -> list[tuple[list[str], dict[str, str]]]:
    """Command lines that all succeed one after another, and their secrets."""
    at = ["--institution", HOSPITAL]
    new = ["--name", "周涛", "--phone", "13900000001", "--region", "110000", "--insutype", "390"]
    names = ["--name-zh", "某院", "--name-en", "Some Hospital", "--level", "2", "--supports", "card"]
    bill = ["--bill", str(tmp_path / "bill.json"), "--credential", "id-card", "--idempotency-key", "K1", "--explain"]
    return [
        (["sandbox", "init"], {}),
        (["person", "list"], {}),
        (["person", "show", "陈晨"], {}),
        (["person", "add", *new, "--birth-date", "1980-01-02", "--sex", "male"], {}),
        (["person", "change", "周涛", "--uninsured"], {}),
        (["person", "change", "张三", "--phone", "13900000007", "--dry-run"], {}),
        (["institution", "list"], {}),
        (["institution", "add", "H11000000077", *names], {}),
        (["counter", "offer", "张三"], {}),
        (["counter", "reset-pin", "张三"], {}),
        (["sandbox", "code", "张三", "--case", "frozen"], {}),
        (["sandbox", "clock", "advance", "1m"], {}),
        (["terminal", "settle", *at, *bill], {"--credential-fd": ZHANG}),
        (["terminal", "query", *at, "--idempotency-key", "K1", "--explain"], {}),
        (["outbox"], {}),
        (["sandbox", "reset", "--yes"], {}),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["human", "plain"])
def test_every_answer_is_worded(platform: Program, tmp_path: Path, form: str, language: str) -> None:
    for words, secrets in lines(tmp_path):
        ran = platform(*words, "--lang", language, secrets=secrets, form=form)
        assert ran.status == 0, ran.err
        assert not RAW_KEY.search(ran.out + ran.err), (words, ran)
        assert "{" not in ran.out + ran.err
        assert ran.out or words == ["outbox"]
        assert form == "human" or not ran.err


@pytest.mark.parametrize(("name", "hidden"), [("offer", "code told by word"), ("reset-pin", "code")])
def test_what_the_counter_gives_is_marked_and_what_it_hides_is_named_in_words(
    platform: Program, name: str, hidden: str
) -> None:
    said = platform("counter", name, "张三", "--lang", "en", form="human").err
    assert f"{hidden} is hidden; --reveal shows it" in said, said
    assert "[SANDBOX - not valid at a real hospital]" in said, said


def test_plain_is_one_record_a_line_in_the_fields_own_order(platform: Program) -> None:
    people = platform("person", "list", "--reveal").data["people"]
    rows = [line.split("\t") for line in platform("person", "list", "--reveal", form="plain").out.splitlines()]
    assert len(rows) == len(people)
    for row, person in zip(rows, people, strict=True):
        told = ["" if value is None else str(value) for value in person.values()]
        assert row == [{"True": "true", "False": "false"}.get(value, value) for value in told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_worded(platform: Program, tmp_path: Path, language: str) -> None:
    at = ("--institution", HOSPITAL)
    file = tmp_path / "bad.csv"
    file.write_text("x,y\n")
    for words in (
        ("person", "show", ZHANG),
        ("person", "show", "无名氏"),
        ("person", "show"),
        ("person", "add"),
        ("person", "import", str(file)),
        ("person", "import", str(tmp_path / "none")),
        ("person", "import", str(tmp_path)),
        ("institution", "add", "X", "--name-zh", "x", "--name-en", "x", "--level", "1", "--supports", "card"),
        ("counter", "offer", "孙伟"),
        ("terminal", "settle", *at, "--bill", str(tmp_path / "none"), "--ec-token", "x"),
        ("terminal", "settle", *at, "--bill", str(file), "--ec-token", "x"),
        ("terminal", "verify", *at, "--code", "123"),
        ("terminal", "verify", *at, "--code", "-", "--image", "x"),
        ("terminal", "verify", *at),
        ("terminal", "query", "--institution", "H1", "S1"),
        ("sandbox", "clock", "advance", "x"),
        ("sandbox", "code", "张三", "--case", "x"),
    ):
        refused = platform(*words, "--lang", language, form="human")
        assert refused.status != 0 and refused.out == ""
        assert refused.err.startswith("yibao-platform: error[")
        assert not RAW_KEY.search(refused.err), refused.err
        assert "{" not in refused.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_help_is_worded(language: str, tmp_path: Path) -> None:
    """In a process of its own: pages are worded when their module is imported."""
    pages = [["person"], *([name, *sub.split()] for name, subs in PAGES.items() for sub in subs), ["outbox"]]
    ran = subprocess.run(
        [sys.executable, "-c", TELL_PAGES, language, json.dumps(pages)],
        env={**os.environ, "YIBAO_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("## ") == len(pages)
    assert not RAW_KEY.search(ran.stdout)
    assert ("人员" in ran.stdout) == (language == "zh-CN")
