"""Every command in every language, on streams of several encodings: all in words, nothing breaks, columns stand in line.

The command lines are those of `test_documents`' run, said again without their secrets in copies of the home that the run
has made: what then refuses shows its error. Full: every language with every encoding.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import schema_prose
from unit.cli import documents_claims, documents_terminal, test_documents
from unit.cli.documents_aid import mutual_aid
from unit.cli.documents_family import family
from unit.cli.documents_filing import filings
from unit.cli.documents_places import places
from unit.cli.running import RAW_KEY

from wallet_cli.domain.variants import simplified
from wallet_cli.render.human import COLUMNS

pytestmark = pytest.mark.xdist_group("languages")
"""On one worker: the home and the sweeps are made once."""
FULL = os.environ.get("YIBAO_FULL") == "1"
ENCODINGS = ("utf-8", "gbk", "big5", "ascii")
NATURAL = {"zh-CN": ("utf-8", "gbk", "big5"), "zh-TW": ("utf-8", "big5"), "en": ("utf-8", "ascii")}
PAIRS = [(lang, one) for lang, usual in NATURAL.items() for one in (ENCODINGS if FULL else usual)]
CJK = re.compile(r"[\u3400-\u9fff]+")
ENGLISH = re.compile(
    r"(?<![-\w.=/|])(the|of|is|to|in|and|with|not|no|are|be|this|has|was|on|or|by|Usage|Options|Commands|Arguments"
    r"|Error|Try|required|Show|Missing|Invalid|Got|message|exit)(?![-\w./|])"
)
"""Words that every English sentence has one of, and click's own headings."""
SKIPPED = {("yibao", "demo"), ("yibao-platform", "sandbox", "reset")}
MORE = """
yibao
yibao records --annual
yibao records -v
yibao records --annual --chart
yibao records --kind settlement --limit 2
yibao institution search -v
yibao qr
yibao nonsense
yibao status --lang xx
yibao config set output xml
yibao balance --profile none
yibao pin chang
yibao filing new --to 东京 --category other
yibao-platform
yibao-platform person show 无名氏
yibao-platform person add
yibao-platform terminal query --institution H11000000001 S1
yibao-platform terminal settle
"""
"""Lines beside those of the run."""
TYPED = "协和王建国周涛某医院家庭共济张三李秀英北京上海河南郑州高血压医保码命令行"
"""Chinese in English help: names that a person types, and the product's own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one command line said, streams apart."""

    line: tuple[str, ...]
    status: int
    out: str
    err: str

    @property
    def words(self) -> str:
        return f"{self.out}\n{self.err}"

    @property
    def helps(self) -> bool:
        return self.line[-1] == "--help"


class Said(test_documents.Drive):
    """Remembers the command lines, too."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.lines: dict[tuple[str, ...], None] = {}

    def w(self, *words: str, **sources: Any) -> dict[str, Any]:
        self.lines["yibao", *words] = None
        return super().w(*words, **sources)

    def p(self, *words: str, **sources: Any) -> dict[str, Any]:
        self.lines["yibao-platform", *words] = None
        return super().p(*words, **sources)

    def fail(self, program: Any, *words: str, **sources: Any) -> None:
        self.lines[program.name, *words] = None
        super().fail(program, *words, **sources)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """The home after the run, and its lines."""
    done = Said(tmp_path_factory.mktemp("languages"))
    test_documents.settings_and_pages(done)
    test_documents.register(done)
    test_documents.activation(done)
    test_documents.queries(done)
    filings(done)
    places(done)
    mutual_aid(done, test_documents.PIN)
    documents_claims.claims(done)
    documents_terminal.visits_and_refunds(done, test_documents.PIN)
    documents_terminal.payments(done, test_documents.PIN)
    family(done, test_documents.PIN)
    for topic in (
        "exit-codes",
        "regions",
        "environment",
        "json",
        "vault",
        "sandbox",
        "family",
        "later",
        "qr",
        "nosuch",
    ):
        done.lines["yibao", "help", topic] = None
    for name in schema_prose.files():
        done.lines["yibao", "schema", name] = None
    for line in MORE.strip().split("\n"):
        done.lines[tuple(line.split(" "))] = None
    return done


@pytest.fixture(scope="module")
def sweep(said: Said, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Language and encoding to everything told."""

    @cache
    def told(lang: str, encoding: str, form: str = "human") -> list[Told]:
        home = tmp_path_factory.mktemp("copy") / "yibao"
        shutil.copytree(said.folder / "yibao", home)
        lines = [line for line in said.lines if not any(line[: len(one)] == one for one in SKIPPED)]
        if form == "human":
            lines += [("yibao", "*"), ("yibao-platform", "*")]
        done = subprocess.run(
            [sys.executable, "-P", str(Path(__file__).parent / "language_driver.py")],
            input=json.dumps({"lines": lines, "encodings": [encoding]}),
            env={**os.environ, **environment(home, lang, form)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        found = [json.loads(line) for line in done.stdout.splitlines()]
        return [Told(tuple(one["line"]), one["status"], one["out"], one["err"]) for one in found]

    yield told


def environment(home: Path, lang: str, form: str) -> dict[str, str]:
    return {
        "YIBAO_HOME": str(home),
        "YIBAO_VAULT": "sandbox",
        "YIBAO_LANG": lang,
        "YIBAO_OUTPUT": form,
        "YIBAO_NO_INPUT": "1",
        "TZ": "Asia/Shanghai",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


@pytest.fixture(scope="module")
def data(sweep: Any) -> str:
    """Every Chinese sign that the home's own data hold, as programs read them."""
    return TYPED + "".join(part for one in sweep("en", "utf-8", "json") for part in CJK.findall(values(one.words)))


def values(document: str) -> str:
    """A document but for its schema's prose."""
    return "" if '"$schema"' in document else document


@pytest.mark.parametrize(("lang", "encoding"), PAIRS)
def test_nothing_breaks_and_no_key_is_shown(sweep: Any, lang: str, encoding: str) -> None:
    told = sweep(lang, encoding)
    assert len(told) > 200
    assert not [one.line for one in told if one.status == 1 or "Traceback" in one.words]
    assert not [(one.line, found[0]) for one in told if (found := RAW_KEY.search(one.words))]
    assert not [one.line for one in told if one.helps and (one.status or one.err or not one.out)]
    usual = {one.line: one.status for one in sweep(lang, "utf-8")}
    assert {one.line: one.status for one in told} == usual


@pytest.mark.parametrize(("lang", "encoding"), PAIRS)
def test_columns_stand_in_line(sweep: Any, lang: str, encoding: str) -> None:
    told = sweep(lang, encoding)
    tables = {one.line: one.out for one in told if is_table(one.out)}
    assert len(tables) > 5
    assert not {line: out for line, out in tables.items() if not aligned(out)}
    labelled = [one for one in told if not one.helps and "--chart" not in one.line]  # bars have their own tests
    assert not {one.line: bad for one in labelled if (bad := crooked(one.out))}


@pytest.mark.parametrize("lang", ["zh-CN", "zh-TW"])
def test_chinese_is_chinese(sweep: Any, lang: str) -> None:
    english = {
        one.line: found
        for one in sweep(lang, "utf-8")
        if (found := [m[0] for line in one.words.splitlines() if not code(line) for m in ENGLISH.finditer(line)])
    }
    assert not english


@pytest.mark.parametrize("lang", ["zh-CN", "zh-TW"])
def test_schemas_are_described_in_chinese(sweep: Any, lang: str) -> None:
    """Commands, fields and formats aside."""
    told = [one for one in sweep(lang, "utf-8") if one.line[:2] == ("yibao", "schema") and '"$schema"' in one.out]
    words = [(one.line[2], found) for one in told for found in schema_prose.prose(json.loads(one.out))]
    assert len(words) > 300
    assert not [one for one in words if not CJK.search(one[1]) or ENGLISH.search(re.sub(r"`[^`]*`", "", one[1]))]


def test_traditional_is_traditional(sweep: Any, data: str) -> None:
    """Whatever Big5 lacks is data: names of people, places and institutions are the register's."""
    simple = {
        one.line: found
        for one in sweep("zh-TW", "utf-8")
        if (found := {c for part in CJK.findall(one.words) for c in part if not passes(c) and c not in data})
    }
    assert not simple


def test_english_is_english(sweep: Any, data: str) -> None:
    chinese = {
        one.line: found
        for one in sweep("en", "utf-8")
        if (found := [p for p in CJK.findall(one.words) if not set(p) <= set(TYPED if one.helps else data)])
    }
    assert not chinese


@pytest.mark.parametrize(
    ("lang", "encoding"), [pair for pair in PAIRS if pair[1] in {"gbk", "big5"} and pair[0] != "en"]
)
def test_no_question_mark_stands_for_chinese(sweep: Any, lang: str, encoding: str) -> None:
    """GBK has every sign; Big5 has the traditional one for each simplified."""
    before = {one.line: one.words.count("?") for one in sweep(lang, "utf-8")}
    assert not [one.line for one in sweep(lang, encoding) if one.words.count("?") > before[one.line]]


def test_the_plain_terminal_reads_english_whole(sweep: Any) -> None:
    """What English helps and advice need beyond ASCII has a plain sign: no question mark but a sentence's own."""
    before = {one.line: one.words.count("?") for one in sweep("en", "utf-8")}
    lost = [
        one.line
        for one, other in zip(sweep("en", "ascii"), sweep("en", "utf-8"), strict=True)
        if one.words.count("?") > before[one.line] + 2 * sum(map(len, CJK.findall(other.words)))
    ]
    assert not lost


# --- what is looked at ------------------------------------------------------------------------------------------------


def passes(sign: str) -> bool:
    return bool(sign.encode("big5", "ignore")) or simplified(sign) != sign


def code(line: str) -> bool:
    """Lines that hold a command, a schema or TOML, not a sentence."""
    return bool(re.search(r"yibao(-platform)? [a-z]|[{}]|^\s*\"|^[-+ ] ?[\w\[]+ = ", line))


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def is_table(out: str) -> bool:
    """Two lines and the rule under the first."""
    lines = first(out).splitlines()
    return len(lines) > 2 and bool(re.fullmatch(r"[─\s]+|[-+|]+", lines[1].strip() or "x"))


def first(out: str) -> str:
    """A table ends at a blank line; sums may follow."""
    return re.split(r"\n\s*\n", out)[0]


def aligned(out: str) -> bool:
    """There are as many gutters, blank from top to bottom, as the heading has."""
    heading, rule, *rows = first(out).splitlines()
    if "+" in rule:
        bars = [at for at, sign in enumerate(rule) if sign == "+"]
        return all(at_column(line, at) == "|" for line in (heading, *rows) for at in bars)
    wide = max(map(columns, (heading, *rows)))
    blank = [all(at_column(line, at) in {" ", ""} for line in (heading, *rows)) for at in range(wide)]
    gutters = len(re.findall(r"1{2,}", "".join("01"[one] for one in blank).strip("1")))
    return gutters >= len(re.split(r"\s{2,}", heading.strip())) - 1


def at_column(line: str, column: int) -> str:
    """The sign at a column of the screen; the second half of a wide one is that sign, past the end nothing."""
    for sign in line:
        if column < (step := columns(sign)):
            return sign
        column -= step
    return ""


def crooked(out: str) -> list[str]:
    """Of neighbouring `label  value` lines of one indent, those whose value neither begins nor ends where the first does."""
    found: dict[int, list[tuple[int, str]]] = {}
    bad: list[str] = []
    for line in [*out.splitlines(), ""]:
        part = re.fullmatch(r"(\s*)([^\s|─]+(?: [^\s|]+)*?)(\s{2,})\S.*", line)
        if part is None or code(line) or is_table(out):
            for places_ in found.values():
                at, end = places_[0][0], columns(places_[0][1])
                bad += [text for one, text in places_ if one != at and columns(text) != end]
            found = {}
            continue
        found.setdefault(columns(part[1]), []).append((columns(part[1] + part[2] + part[3]), line))
    return bad


def test_the_measures_themselves() -> None:
    good = " 医保   金额 \n────────────\n 甲     1.00 \n"
    assert is_table(good) and aligned(good)
    assert not aligned("医保   金额\n────────────\n甲 乙 丙丁 1.00\n")
    assert not crooked("甲    1\n甲乙  2\n") and crooked("甲   1\n甲乙  2\n")
    assert set(COLUMNS), "what is a table is said there"
