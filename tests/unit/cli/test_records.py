"""Records from the command line: many pages, files, sums, a year's cost, refunds and claims, in every form."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from records_kit import Paid, claimed, settled, settlement
from wallet import Wallet, opened

from wallet_cli.domain.time import Instant
from wallet_cli.platform.engine import Engine
from wallet_cli.platform.service.act import Act
from wallet_cli.ports import Call, Table

MANY = 450
START = 1_735_700_000
"""The first morning of 2025 in China."""
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def at_platform(home: Path, rule: Callable[[Act, str], None]) -> int:
    """Lets a rule write for 张三, as the platform does; the platform's time."""

    def found(act: Act) -> int:
        ((psn_no,),) = act.rows("SELECT psn_no FROM devices")
        rule(act, psn_no)
        return int(act.now)

    with opened(home) as context:
        engine = Engine(home / "platform", context.platform_items, context.clock, context.random)
        try:
            return engine.act(Call(), found).value
        finally:
            engine.close()


def many(act: Act, psn_no: str) -> None:
    for n in range(MANY):
        settled(act, psn_no, settlement(f"S{n:04d}", START + 3_600 * n, Paid(100 + n, 20, 0, 3), where=f"院{n}"))


@pytest.fixture(scope="module")
def long_home(tmp_path_factory: pytest.TempPathFactory, activated: Path) -> Path:
    """A home with more records than two pages hold; to be copied, never used."""
    home = tmp_path_factory.mktemp("long") / "home"
    shutil.copytree(activated, home)
    at_platform(home, many)
    return home


@pytest.fixture
def rich(tmp_path: Path, long_home: Path) -> Wallet:
    shutil.copytree(long_home, tmp_path / "home")
    return Wallet(tmp_path / "home")


def ids(data: dict[str, Any]) -> list[str]:
    return [one["record_id"] for one in data["records"]]


# --- pages --------------------------------------------------------------------------------------------------------


def test_every_page_is_listed_once_in_every_form(rich: Wallet) -> None:
    only = ("records", "--kind", "settlement", "--all")
    newest = [f"S{n:04d}" for n in reversed(range(MANY))]
    whole = rich.ok(*only)
    assert ids(whole) == newest and whole["next"] is None
    plain = rich.run(*only, "-o", "plain").out.splitlines()
    assert [line.split("\t")[0] for line in plain] == newest
    for language in ("zh-CN", "en"):
        shown = rich.run(*only, "--lang", language)
        assert [int(n) for n in re.findall(r"院(\d+)", shown.out)] == list(reversed(range(MANY)))
        assert len([line for line in shown.err.splitlines() if "SANDBOX" in line or "沙盒" in line]) == 1


def test_more_than_one_page_by_limit_and_by_going_on(rich: Wallet) -> None:
    everything = ids(rich.ok("records", "--all"))
    assert len(everything) > MANY and len(set(everything)) == len(everything)
    found = rich.ok("records", "--limit", "333")
    assert ids(found) == everything[:333]
    seen, cursor = ids(found), found["next"]
    while cursor is not None:
        page = rich.ok("records", "--limit", "60", "--after", cursor)
        seen, cursor = seen + ids(page), page["next"]
    assert seen == everything
    assert ids(rich.ok("records")) == everything[:50]
    assert rich.ok("records", "--limit", str(len(everything)))["next"] is None


@LANGUAGES
def test_a_person_is_told_how_many_more_and_how_to_go_on(rich: Wallet, language: str) -> None:
    first = rich.run("records", "--year", "2025", "--kind", "settlement", "--limit", "40", "--lang", language)
    assert str(MANY - 40) in first.err
    command = next(line for line in first.err.splitlines() if "--after" in line).partition("yibao ")[2]
    assert command.startswith("records --year 2025 --kind settlement --after ")
    rest = rich.run(*command.split(), "--limit", "500", "--lang", language)
    assert "院409" in rest.out and "院410" not in rest.out and "--after" not in rest.err
    assert "--after" not in rich.run("records", "--limit", "40", "-q").err


@pytest.mark.parametrize("cursor", ["", "x", "12", "12.", ".S1", "-1.S1", "1e3.S1", "9" * 30 + ".S1", "١.S1"])
def test_a_cursor_that_is_none(active: Wallet, cursor: str) -> None:
    error = active.fails(2, "USAGE", "records", f"--after={cursor}")
    assert error["details"]["option"] == "--after" and error["fix"] == ["yibao records --help"]


@pytest.mark.parametrize(
    "words",
    [
        ("--all", "--limit", "5"),
        ("--csv", "x.csv", "--totals"),
        ("--annual", "--kind", "claim"),
        ("--chart", "--limit", "5"),
        ("--svg", "x.svg", "--all"),
        ("--annual", "--totals"),
        ("--chart", "--after", "1.S1"),
        ("--svg", "x.svg", "--csv", "x.csv"),
        ("--csv", "-"),
        ("--svg", "-"),
    ],
)
def test_options_that_do_not_go_together(active: Wallet, words: tuple[str, ...]) -> None:
    error = active.fails(2, "USAGE", "records", *words)
    assert error["details"]["kind"] == "exclusive" and words[0] in error["details"]["option"]
    assert not Path("x.csv").exists() and not Path("x.svg").exists()


def test_help_shows_the_options_of_the_list(active: Wallet) -> None:
    for language in ("zh-CN", "en"):
        page = active.run("records", "--help", "--lang", language).out
        assert all(word in page for word in ("--annual", "--csv FILE", "--after", "show"))


# --- CSV ----------------------------------------------------------------------------------------------------------


def test_csv_file_for_a_spreadsheet(rich: Wallet, tmp_path: Path) -> None:
    def odd(act: Act, psn_no: str) -> None:
        settled(act, psn_no, settlement("ODD1", START + 1, Paid(cash=123_456_789), where='=HYPERLINK("x"),\n"甲"'))
        settled(act, psn_no, settlement("ODD2", START + 2, Paid(-5, 0, 0, -100), "ODD1", where="+1"))

    at_platform(rich.home, odd)
    file = tmp_path / "r.csv"
    told = rich.ok("records", "--csv", str(file))
    assert (file.stat().st_mode & 0o777) == 0o600 and told["file"] == str(file)
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") >= MANY
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == told["count"] == len(ids(rich.ok("records", "--all")))
    by_id = {row["record_id"]: row for row in rows}
    assert by_id["ODD1"]["fixmedins_name"] == '\'=HYPERLINK("x"),\n"甲"'
    assert (by_id["ODD1"]["medfee_sumamt"], by_id["ODD1"]["psn_cash_pay"]) == ("1234567.89", "1234567.89")
    assert by_id["ODD2"]["fixmedins_name"] == "'+1"
    assert (by_id["ODD2"]["amount"], by_id["ODD2"]["fund_pay_sumamt"]) == ("-1.05", "-0.05"), "numbers stay numbers"
    assert by_id["ODD2"]["refund_of"] == "ODD1"
    assert by_id["S0000"]["date"] == Instant(START).day() and len(by_id["S0000"]["date"]) == 10
    paid_in = next(row for row in rows if row["kind"] == "contribution")
    assert paid_in["period"] and paid_in["payer"] == "沙盒示例单位" and paid_in["medfee_sumamt"] == ""


def test_csv_never_overwrites_and_leaves_no_part(active: Wallet, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("mine", encoding="utf-8")
    active.fails(10, "FILE_EXISTS", "records", "--csv", str(file))
    assert file.read_text(encoding="utf-8") == "mine"
    active.fails(21, "NOT_WRITABLE", "records", "--csv", str(tmp_path / "none" / "r.csv"))
    other = tmp_path / "other.csv"
    active.fails(2, "USAGE", "records", "--csv", str(other), "--after", "x")
    assert not other.exists()


def test_csv_on_standard_output(rich: Wallet) -> None:
    answer = rich.run("records", "--csv", "-", "--kind", "settlement", "--year", "2025")
    assert answer.out.startswith("record_id,kind,date,amount") and answer.exit == 0
    assert len(list(csv.reader(io.StringIO(answer.out, newline="")))) == MANY + 1
    assert len(rich.run("records", "--csv", "-", "--limit", "2").out.splitlines()) == 3


# --- sums and a year ----------------------------------------------------------------------------------------------


def test_totals_are_of_everything_that_matches(rich: Wallet) -> None:
    found = rich.ok("records", "--year", "2025", "--limit", "3", "--totals")
    assert len(found["records"]) == 3
    everything = rich.ok("records", "--year", "2025", "--all")["records"]
    for field in ("fund_pay_sumamt_fen", "acct_pay_fen", "psn_cash_pay_fen"):
        assert found["totals"][field] == sum(one[field] or 0 for one in everything) > 0
    assert found["totals"]["settlements"] == MANY
    plain = dict(line.split("\t") for line in rich.run("records", "--totals", "-o", "plain").out.splitlines())
    assert plain["settlements"] == str(MANY)
    for language, word in (("zh-CN", "统筹基金支付"), ("en", "fund paid")):
        shown = rich.run("records", "--kind", "settlement", "--limit", "1", "--totals", "--lang", language).out
        assert any(line.startswith(word) and "1,460.25" in line for line in shown.splitlines())
    only = rich.run("records", "--kind", "contribution", "--limit", "1", "--totals", "--lang", "en").out
    assert "settlements" not in only and "contributions" in only


def test_a_year_by_months(rich: Wallet, tmp_path: Path) -> None:
    year = rich.ok("records", "--annual", "--year", "2025")
    assert [one["month"] for one in year["months"]] == [f"2025-{n:02d}" for n in range(1, 13)]
    assert sum(one["settlements"] for one in year["months"]) == year["total"]["settlements"] == MANY
    assert year["months"][0]["medfee_sumamt_fen"] > 0 == year["months"][5]["medfee_sumamt_fen"]
    assert (year["member"], year["year"]) == ("self", 2025) and "file" not in year
    assert rich.ok("records", "self", "--chart", "--year", "2025") == year
    assert "months.0.settlements\t" in rich.run("records", "--annual", "--year", "2025", "-o", "plain").out
    rich.fails(9, "MEMBER_UNKNOWN", "records", "baba", "--annual")
    this = rich.ok("records", "--annual")
    assert this["year"] == Instant(at_platform(rich.home, lambda act, psn_no: None)).year()


def test_a_member_s_year_and_records(rich: Wallet) -> None:
    with opened(rich.home) as context, context.vault.write() as write:
        (row,) = write.rows(Table.VOUCHERS).values()
        write.put(Table.VOUCHERS, "member-1", {**row, "alias": "baba"})
    year = rich.ok("records", "baba", "--annual", "--year", "2025")
    assert year["member"] == "baba" and year["total"]["settlements"] == MANY
    assert "baba" in rich.run("records", "baba", "--svg", "-", "--year", "2025").out
    page = rich.run("records", "baba", "--limit", "3", "--year", "2025")
    assert "yibao records baba --year 2025 --after " in page.err
    assert rich.ok("records", "show", "S0001", "--member", "baba")["amount_fen"] == 124


@LANGUAGES
def test_a_year_for_people(rich: Wallet, language: str) -> None:
    words = ("records", "--year", "2025", "--lang", language)
    table = rich.run(*words, "--annual")
    assert "2025-01" in table.out and "2025-06" not in table.out and "1,460.25" in table.out
    chart = rich.run(*words, "--chart")
    assert "####" in chart.out and "\x1b" not in chart.out and "1,460.25" in chart.out
    assert "\x1b[48;5;" in rich.run(*words, "--chart", "--color", "always").out
    read = rich.run(*words, "--chart", "--accessible")
    assert "####" not in read.out and ("Jan:" in read.out or "1月：" in read.out)
    empty = rich.run("records", "--annual", "--year", "2001", "--lang", language)
    assert empty.exit == 0 and empty.err
    for answer in (table, chart, read, empty):
        assert "SANDBOX" in answer.err or "沙盒" in answer.err


@LANGUAGES
def test_a_year_as_svg(rich: Wallet, tmp_path: Path, language: str) -> None:
    file = tmp_path / "y.svg"
    words = ("records", "--svg", str(file), "--year", "2025", "--lang", language)
    assert rich.ok(*words)["file"] == str(file)
    assert (file.stat().st_mode & 0o777) == 0o600
    text = file.read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert "SANDBOX" in text or "沙盒" in text
    rich.fails(10, "FILE_EXISTS", *words)
    piped = rich.run("records", "--svg", "-", "--year", "2025", "--lang", language)
    assert piped.out == text


# --- refunds, reversals, claims -----------------------------------------------------------------------------------


def history(act: Act, psn_no: str) -> None:
    """A refund in part, a reversal, and a claim in each state."""
    now = int(act.now)
    settled(act, psn_no, settlement("SA", now - 500, Paid(1_000, 0, 0, 500)), "partly_refunded")
    settled(act, psn_no, settlement("SB", now - 400, Paid(-600, 0, 0, -300), "SA"))
    settled(act, psn_no, settlement("SC", now - 300, Paid(7_777, 0, 0, 0)), "reversed")
    claimed(act, psn_no, "MA", now - 200, 80_000)
    claimed(
        act, psn_no, "MB", now - 190, 70_000, state="paid", fund=30_000, decided_at=now - 100, arrives_at=now + 900_000
    )
    claimed(act, psn_no, "MC", now - 180, 60_000, state="refused", decided_at=now - 100)


@pytest.fixture
def eventful(active: Wallet) -> Wallet:
    at_platform(active.home, history)
    return active


def test_refunds_are_lines_and_reversals_do_not_count(eventful: Wallet) -> None:
    found = eventful.ok("records", "--kind", "settlement", "--totals")
    told = {one["record_id"]: (one["amount_fen"], one["state"], one["refund_of"]) for one in found["records"]}
    assert told == {
        "SC": (7_777, "reversed", None),
        "SB": (-900, "settled", "SA"),
        "SA": (1_500, "partly_refunded", None),
    }
    sums = found["totals"]
    assert (sums["settlements"], sums["medfee_sumamt_fen"], sums["refund_fen"]) == (1, 600, -900)
    assert (sums["fund_pay_sumamt_fen"], sums["psn_cash_pay_fen"]) == (400, 200)
    whole = eventful.ok("records", "show", "SB", "--explain")
    assert (whole["refund_of"], whole["amount_fen"], whole["settlement"]["fund_pay_sumamt_fen"]) == ("SA", -900, -600)


def test_whether_a_reimbursement_arrived(eventful: Wallet) -> None:
    def claims() -> dict[str, Any]:
        return {one["record_id"]: one for one in eventful.ok("records", "--kind", "claim")["records"]}

    told = {name: (one["state"], one["fund_pay_sumamt_fen"], one["arrived_at"]) for name, one in claims().items()}
    assert told == {"MA": ("pending", None, None), "MB": ("paid", 30_000, None), "MC": ("refused", None, None)}
    assert "款项在途" in eventful.run("records", "--kind", "claim", "--lang", "zh-CN").out
    assert eventful.ok("records", "--annual")["claims_paid_fen"] in (0, 30_000)
    eventful.advance("251h")
    assert claims()["MB"]["arrived_at"] and claims()["MB"]["state"] == "paid"
    assert claims()["MC"]["arrived_at"] is None
    for language, word in (("zh-CN", "已到账"), ("en", "money arrived")):
        assert word in eventful.run("records", "--kind", "claim", "--lang", language).out
        assert word in eventful.run("records", "show", "MB", "--explain", "--lang", language).out


@LANGUAGES
def test_refunds_and_claims_in_words(eventful: Wallet, language: str) -> None:
    shown = eventful.run("records", "--limit", "8", "--lang", language)
    assert "-¥9.00" in shown.out and not re.search(r"\b(?:field|value|none)\.\w", shown.out + shown.err)
    words = {
        "zh-CN": ("部分退费", "已冲正", "待审核", "未通过"),
        "en": ("partly", "reversed", "under review", "refused"),
    }
    assert all(word in shown.out for word in words[language])
    for record_id in ("SA", "SB", "SC", "MA", "MB", "MC"):
        one = eventful.run("records", "show", record_id, "--explain", "--lang", language)
        assert one.exit == 0 and not re.search(r"\b(?:field|value|none)\.\w", one.out)
    assert words[language][0] in eventful.run("records", "show", "SA", "--lang", language).out
    paid_in = eventful.ok("records", "--kind", "contribution")["records"][0]["record_id"]
    assert "480.00" in eventful.run("records", "show", paid_in, "--explain", "--lang", language).out


def test_documents_of_such_a_history_match_their_schemas(eventful: Wallet) -> None:
    from importlib.resources import files

    from jsonschema import Draft202012Validator

    for words in (("records", "--totals"), ("records", "--annual"), *(("records", "show", n) for n in ("SB", "MB"))):
        document = eventful.run(*words, "--json").document
        name = document["schema"].removeprefix("yibao.").replace("/", ".")
        schema = json.loads((files("wallet_cli.render") / "schemas" / f"{name}.json").read_text("utf-8"))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(document)] == []
