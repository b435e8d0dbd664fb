"""Filing from the command line: every category, every refusal with its way out, what is kept, interruptions."""

from __future__ import annotations

import hashlib
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from wallet import CITIZENS, Wallet, opened

from wallet_cli.domain.filing import add_days, add_months
from wallet_cli.domain.time import Instant
from wallet_cli.ports import Table
from wallet_cli.usecases import filing as use

NEW = ("filing", "new", "--no-input", "--accept-notice")
PDF = b"%PDF-1.7\n" + bytes(200)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
KEY = re.compile(r"\b(?:command|option|field|value|none|empty|error|advice|prompt|next|warning)\.\w")


@pytest.fixture
def today(active: Wallet) -> str:
    with opened(active.home) as context:
        return Instant(context.now()).day()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "转诊单.pdf"
    file.write_bytes(PDF)
    return file


def filings(wallet: Wallet) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = wallet.ok("filing", "list")["filings"]
    return found


def receipts(wallet: Wallet) -> set[str]:
    with opened(wallet.home) as context:
        return set(context.vault.rows(Table.RECEIPTS))


def outbox(wallet: Wallet) -> int:
    with opened(wallet.home) as context:
        return len(context.vault.rows(Table.OUTBOX))


# --- the good ways ------------------------------------------------------------------------------------------------------


def test_a_filing_holds_and_its_receipt_is_kept(active: Wallet, today: str) -> None:
    one = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)
    assert (one["changed"], one["state"], one["to_region"], one["receipt"]) == (True, "active", "310000", True)
    assert one["end"] == add_months(today, 6) and one["contact_phone"] == "138****0001"
    assert receipts(active) == {one["filing_id"]} and outbox(active) == 0
    again = active.ok(*NEW, "--to", "shanghai", "--category", "other", "--start", today)
    assert (again["changed"], again["filing_id"]) == (False, one["filing_id"])
    assert len(filings(active)) == 1
    assert active.ok("audit", "verify")["whole"] is True
    assert [r["act"] for r in active.ok("audit", "show")["acts"]].count("filing.file") == 1


def test_papers_are_named_by_type_size_and_hash(active: Wallet, today: str, letter: Path) -> None:
    words = ("--to", "广州市", "--category", "referral", "--start", today, "--paper", f"referral-letter={letter}")
    one = active.ok(*NEW, *words, "--reveal", "--contact-phone", "13911112222")
    assert one["papers"] == [
        {
            "paper": "referral-letter",
            "file": "转诊单.pdf",
            "media_type": "application/pdf",
            "size": len(PDF),
            "sha256": hashlib.sha256(PDF).hexdigest(),
        }
    ]
    assert one["contact_phone"] == "13911112222"
    hidden = active.run("filing", "show", one["filing_id"], "--json")
    assert "转诊单" not in hidden.out and "13911112222" not in hidden.out


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("retiree", "household-register"),
        ("resident", "residence-proof"),
        ("worker", "posting-letter"),
        ("worker", "employer-proof"),
        ("worker", "contract"),
    ],
)
def test_long_term_filings_wait_for_staff(active: Wallet, today: str, letter: Path, category: str, kind: str) -> None:
    words = ("--to", "沈阳", "--category", category, "--start", today, "--paper", f"{kind}={letter}")
    one = active.ok(*NEW, *words)
    assert (one["state"], one["end"], one["receipt"]) == ("pending", None, False)
    (review,) = active.other("counter", "review")["reviews"]
    assert (review["review_id"], review["kind"], review["state"]) == (one["filing_id"], "filing", "pending")
    assert active.other("counter", "review", one["filing_id"], "--approve")["changed"] is True
    assert active.other("counter", "review", one["filing_id"], "--approve")["changed"] is False
    assert receipts(active) == set()
    assert [f["state"] for f in filings(active)] == ["active"]
    assert receipts(active) == {one["filing_id"]}


def test_a_declaration_is_warned_of_and_binds(active: Wallet, today: str, letter: Path) -> None:
    words = ("--to", "沈阳", "--category", "resident", "--start", today, "--declaration")
    (warning,) = active.run(*NEW, *words, "--json", "--dry-run", "--lang", "en").document["warnings"]
    assert add_months(today, 6) in warning
    assert filings(active) == []
    ran = active.run(*NEW, *words, "--lang", "en")
    assert warning in ran.err and "one working day" in ran.err
    (one,) = filings(active)
    active.other("counter", "review", one["filing_id"], "--approve")
    active.fails(12, "FILING_TOO_EARLY", "filing", "cancel", one["filing_id"], "--dry-run")
    active.fails(12, "FILING_TOO_EARLY", "filing", "change", one["filing_id"], "--to", "大连", "--declaration")
    error = active.fails(12, "FILING_TOO_EARLY", "filing", "cancel", one["filing_id"])
    assert error["details"]["until"] == add_months(today, 6)
    done = active.ok("filing", "cancel", one["filing_id"], "--paper", f"residence-proof={letter}")
    assert (done["changed"], done["state"], done["receipt"]) == (True, "cancelled", False)
    assert active.ok("filing", "cancel", one["filing_id"])["changed"] is False
    assert receipts(active) == set()


def test_nobody_decides_and_time_approves(active: Wallet, today: str) -> None:
    active.ok(*NEW, "--to", "沈阳", "--category", "resident", "--start", today, "--declaration")
    active.advance("12d")
    assert [f["state"] for f in filings(active)] == ["active"] and len(receipts(active)) == 1
    assert active.other("counter", "review")["reviews"] == []
    (past,) = active.other("counter", "review", "--all")["reviews"]
    assert past["state"] == "approved"


def test_refused_filings_say_why(active: Wallet, today: str) -> None:
    one = active.ok(*NEW, "--to", "沈阳", "--category", "resident", "--start", today, "--declaration")
    desk = ("counter", "review", one["filing_id"])
    active.fails(2, "USAGE", *desk, "--approve", "--refuse", "x", program="yibao-platform")
    active.fails(2, "USAGE", *desk, "--refuse", " ", program="yibao-platform")
    active.fails(2, "USAGE", "counter", "review", "--approve", program="yibao-platform")
    active.fails(9, "REVIEW_UNKNOWN", "counter", "review", "F0", program="yibao-platform")
    assert active.other(*desk, "--approve", "--dry-run")["dry_run"] is True
    assert active.other(*desk, "--refuse", "居住证已过期")["state"] == "refused"
    for more in ((), ("--dry-run",)):
        active.fails(10, "REVIEW_DECIDED", *desk, "--approve", *more, program="yibao-platform")
    shown = active.run("filing", "show", one["filing_id"], "--lang", "zh-CN")
    assert "居住证已过期" in shown.out and "未通过" in shown.out


def test_people_read_when_a_filing_holds(active: Wallet, today: str) -> None:
    """One that begins later does not hold yet; of one that is over nothing is to come."""
    words = ("--lang", "en", "--to", "上海", "--category", "other", "--start")
    begins = add_days(today, 20)
    filed = active.run(*NEW, *words, begins)
    assert f"it holds from {begins} on" in filed.err and "holds now" not in filed.err
    (one,) = filings(active)
    ran = active.run("filing", "change", one["filing_id"], "--start", today, "--lang", "en")
    assert "it holds now" in ran.err
    assert "days left" in ran.out and "may change from" in ran.out
    over = active.run("filing", "cancel", one["filing_id"], "--lang", "en")
    assert over.exit == 0 and "days left" not in over.out and "may change from" not in over.out
    assert active.ok("filing", "show", one["filing_id"])["days_left"] is None


def test_late_filing_says_what_it_does(active: Wallet, today: str) -> None:
    ran = active.run(*NEW, "--to", "上海", "--category", "other", "--start", add_days(today, -20), "--lang", "en")
    assert ran.exit == 0 and "filed late: what is not yet settled is settled directly" in ran.err
    assert "yibao institution search --region 310000" in ran.err


def test_a_filing_near_its_end_is_told(active: Wallet, today: str) -> None:
    one = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)
    active.advance("160d")
    for words in (("filing", "list"), ("filing", "show", one["filing_id"])):
        (warning,) = active.run(*words, "--json", "--lang", "en").document["warnings"]
        assert "Shanghai" in warning and re.search(r"ends in 2\d days", warning)
    active.advance("60d")
    assert [f["state"] for f in filings(active)] == ["ended"] and receipts(active) == set()


def test_changes_and_their_receipts(active: Wallet, today: str) -> None:
    one = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)
    change = ("filing", "change", one["filing_id"])
    assert active.ok(*change, "--to", "上海")["changed"] is False
    active.fails(2, "USAGE", *change)
    done = active.ok(*change, "--to", "广州天河区", "--end", add_months(today, 7))
    assert (done["changed"], done["to_region"], done["end"]) == (True, "440100", add_months(today, 7))
    assert done["receipt"] is True
    assert active.ok(*change, "--contact-phone", "13911112222", "--reveal")["contact_phone"] == "13911112222"
    active.fails(2, "FILING_DATES", *change, "--end", today)
    active.fails(2, "FILING_PLACE", *change, "--to", "香港")


def test_a_rehearsal_is_refused_as_the_act_would_be(active: Wallet, today: str, letter: Path) -> None:
    """One that is over is refused before anything is asked or warned of, too."""
    proof = ("--paper", f"contract={letter}")
    first = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)["filing_id"]
    second = active.ok(*NEW, "--to", "广州", "--category", "other", "--start", today, *proof)["filing_id"]
    for more in ((), ("--dry-run",)):
        error = active.fails(10, "FILING_OVERLAPS", "filing", "change", second, "--to", "上海", *proof, *more)
        assert error["details"] == {"filing_id": first, "reason": "same_place"}
        error = active.fails(10, "FILING_OVERLAPS", "filing", "change", first, "--to", "杭州", *more)
        assert error["details"] == {"filing_id": second, "reason": "proof"}
    assert active.ok("filing", "change", second, "--end", add_months(today, 9), "--dry-run")["dry_run"] is True
    active.ok("filing", "cancel", first)
    active.advance("300d")
    for over, state in ((first, "cancelled"), (second, "ended")):
        for more in ((), ("--dry-run",)):
            error = active.fails(10, "FILING_STATE", "filing", "change", over, "--to", "沈阳", *proof, *more)
            assert error["details"] == {"filing_id": over, "state": state}
    active.fails(10, "FILING_STATE", "filing", "cancel", second, "--dry-run")


def test_members_and_unknown_filings(active: Wallet) -> None:
    active.fails(9, "MEMBER_UNKNOWN", "filing", "list", "baba")
    for words in (("show", "F0"), ("cancel", "F0"), ("change", "F0", "--end", "2027-01-01"), ("show", "F" * 90)):
        active.fails(9, "FILING_UNKNOWN", "filing", *words)


# --- bad input ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "status", "code", "reason"),
    [
        (("--to", "某某市"), 9, "PLACE_UNKNOWN", None),
        (("--to", "吉林"), 2, "PLACE_AMBIGUOUS", None),
        (("--to", "美国"), 2, "FILING_PLACE", "abroad"),
        (("--to", "H31000000001"), 2, "FILING_PLACE", "hospital"),
        (("--to", "北京"), 2, "FILING_PLACE", "insured_there"),
        (("--to", "海淀区"), 2, "FILING_PLACE", "insured_there"),
        (("--to", "香港"), 2, "FILING_PLACE", "hong_kong"),
        (("--to", "澳门"), 2, "FILING_PLACE", "macao"),
        (("--to", "台湾"), 2, "FILING_PLACE", "taiwan"),
        (("--end", "2020-01-01"), 2, "FILING_DATES", "end_before_start"),
        (("--end", "+30"), 2, "FILING_DATES", "too_short"),
        (("--start", "01.02.2027"), 2, "FILING_DATES", "malformed"),
        (("--start", "+200"), 2, "FILING_DATES", "too_late"),
        (("--start", "-200"), 2, "FILING_DATES", "too_early"),
        (("--category", "worker", "--end", "+400", "--declaration"), 2, "FILING_DATES", "long_term"),
        (("--category", "emergency"), 2, "FILING_EMERGENCY", None),
        (("--category", "tourist"), 2, "USAGE", None),
        (("--category", "referral"), 17, "PAPERS_MISSING", None),
        (("--category", "retiree"), 17, "PAPERS_MISSING", None),
        (("--declaration",), 2, "PAPER_INVALID", "declaration"),
        (("--contact-phone", "12345"), 2, "PHONE_INVALID", None),
        (("--paper", "contract"), 2, "USAGE", None),
        (("--paper", "receipt=x.pdf"), 2, "USAGE", None),
        (("--paper", "contract=/nowhere/x.pdf"), 2, "PAPER_INVALID", "unreadable"),
        (("--paper", "contract=/dev/null"), 2, "PAPER_INVALID", "unreadable"),
    ],
)
def test_what_cannot_be_filed(
    active: Wallet, today: str, words: tuple[str, ...], status: int, code: str, reason: str | None
) -> None:
    given = {"--to": "上海", "--category": "other", "--start": today}
    flags = [word for word in words if word == "--declaration"]
    pairs = [word for word in words if word != "--declaration"]
    for option, value in zip(pairs[::2], pairs[1::2], strict=True):
        relative = re.fullmatch(r"[+-]\d+", value)
        given[option] = add_days(today, int(value)) if relative else value
    line = [word for pair in given.items() for word in pair]
    error = active.fails(status, code, *NEW, *line, *flags)
    assert reason is None or error["details"]["reason"] == reason
    assert error["advice"] or error["fix"] or code in {"FILING_DATES", "PHONE_INVALID", "USAGE"}
    for lang in ("zh-CN", "en"):
        told = active.run(*NEW, *line, *flags, "--lang", lang)
        assert not KEY.search(told.err) and "{" not in told.err
    assert filings(active) == [] and outbox(active) == 0


def test_within_the_province_the_insured_place_answers(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path / "home")
    who = next(one for one in CITIZENS.values() if one.region == "410100" and one.insured)
    wallet.activate(who)
    with opened(wallet.home) as context:
        day = Instant(context.now()).day()
    error = wallet.fails(2, "FILING_PLACE", *NEW, "--to", "洛阳", "--category", "other", "--start", day)
    assert error["details"]["reason"] in {"own_province_free", "own_province_filing"}
    assert wallet.ok(*NEW, "--to", "上海", "--category", "worker", "--start", day, "--declaration")["changed"] is True


def test_what_the_insured_place_does_not_ask_for_is_told_at_once(tmp_path: Path) -> None:
    """By a rehearsal too, and before a notice has to be read; the place by its name."""
    wallet = Wallet(tmp_path / "home")
    wallet.activate(CITIZENS["沈宏"])
    words = ("filing", "new", "--no-input", "--to", "上海", "--category", "worker")
    for more in ((), ("--dry-run",)):
        assert wallet.fails(12, "FILING_NOT_NEEDED", *words, *more)["details"]["hotline"] == "025-12393"
    for lang, place in (("zh-CN", "320500 苏州市"), ("zh-TW", "320500 蘇州市"), ("en", "320500 Suzhou")):
        assert place in wallet.run(*words, "--lang", lang).err
        assert place in wallet.run(*words, "--to", "苏州", "--lang", lang).err


@pytest.mark.parametrize("missing", ["--to", "--category", "--start"])
def test_what_is_missing_is_named(active: Wallet, today: str, missing: str) -> None:
    given = {"--to": "上海", "--category": "other", "--start": today}
    del given[missing]
    line = [word for pair in given.items() for word in pair]
    assert active.fails(17, "INPUT_NEEDED", *NEW, *line)["details"]["option"] == missing


def test_the_notice_has_to_be_confirmed(active: Wallet, today: str) -> None:
    words = ("filing", "new", "--no-input", "--to", "上海", "--category", "other", "--start", today)
    error = active.fails(17, "NOTICE_REQUIRED", *words)
    assert error["details"]["option"] == "--accept-notice" and error["details"]["version"]
    assert filings(active) == []


def test_overlapping_filings(active: Wallet, today: str, letter: Path) -> None:
    one = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)
    again = (*NEW, "--category", "referral", "--start", today, "--paper", f"referral-letter={letter}")
    same = active.fails(10, "FILING_OVERLAPS", *again, "--to", "上海")
    assert same["details"] == {"filing_id": one["filing_id"], "reason": "same_place"}
    second = active.fails(10, "FILING_OVERLAPS", *NEW, "--to", "广东", "--category", "other", "--start", today)
    assert second["details"]["reason"] == "proof" and one["filing_id"] in second["fix"][0]
    active.fails(10, "FILING_OVERLAPS", *again, "--to", "上海", "--dry-run")
    assert active.ok(*again, "--to", "广东", "--dry-run")["dry_run"] is True
    assert active.ok(*again, "--to", "广东")["state"] == "active"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"hello", "type"), (b"PK\x03\x04", "type"), (b"%PDF-" + bytes(10 * 1024 * 1024), "too_large")],
)
def test_papers_that_are_none(active: Wallet, today: str, tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(content)
    words = ("--to", "上海", "--category", "referral", "--start", today, "--paper", f"referral-letter={file}")
    error = active.fails(2, "PAPER_INVALID", *NEW, *words)
    assert error["details"]["reason"] == reason and error["details"]["file"] == "letter.pdf"


def test_papers_by_their_bytes_not_their_names(active: Wallet, today: str, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(PNG)
    words = ("--to", "上海", "--category", "worker", "--start", today)
    twice = ("--paper", f"contract={file}", "--paper", f"contract={file}")
    assert active.fails(2, "PAPER_INVALID", *NEW, *words, *twice)["details"]["reason"] == "duplicate"
    active.fails(2, "USAGE", *NEW, *words, "--paper", f"contract={file}", "--declaration")
    one = active.ok(*NEW, *words, "--paper", f"contract={file}")
    assert one["papers"][0]["media_type"] == "image/png" and one["papers"][0]["file"] == "******"


# --- interruptions ------------------------------------------------------------------------------------------------------


def test_an_interrupted_filing_is_finished_once(active: Wallet, today: str) -> None:
    """Killed after the platform's answer and before it was kept; and before the request was sent at all."""
    for to, sent in (("310000", True), ("440000", False)):
        with opened(active.home) as context:
            session = context.session
            own = use.held(session, "self")
            body = {
                "handle": own.issued.handle,
                "to_region": to,
                "category": "other",
                "start": today,
                "end": None,
                "phone": "13800000001",
                "papers": [],
                "declaration": False,
                "notice_version": use.notice(session, "self").version,
            }
            key = session.new_key()
            with session.vault.write() as tx:
                tx.put(Table.OUTBOX, key, {"operation": "file", "body": body, "at": int(session.clock.now())})
            if sent:
                use.FILE.send(session, session.call("file", key), body)
        assert outbox(active) == 1
        # By its place: two of one second stand in any order.
        (one,) = (filing for filing in filings(active) if filing["to_region"] == to)
        assert (one["to_region"], one["state"]) == (to, "active")
        assert outbox(active) == 0 and receipts(active) == {one["filing_id"]}
        again = active.ok(*NEW, "--to", to, "--category", "other", "--start", today)
        assert (again["changed"], again["filing_id"]) == (False, one["filing_id"])
        active.ok("filing", "cancel", one["filing_id"])


def test_two_processes_file_once(active: Wallet, today: str) -> None:
    line = (*NEW, "--to", "上海", "--category", "other", "--start", today, "--json")
    with ThreadPoolExecutor(2) as pool:
        ran = list(pool.map(lambda _: active.spawn(*line), range(2)))
    told = [
        json.loads(one.out)["data"]["changed"] if one.exit == 0 else json.loads(one.err)["error"]["code"] for one in ran
    ]
    assert told.count(True) == 1 and set(told) <= {True, False, "FILING_OVERLAPS"}, ran
    assert len(filings(active)) == 1 and outbox(active) == 0


def test_a_receipt_that_fails_its_checks_is_not_kept(active: Wallet, today: str) -> None:
    """Each receipt of another filing, holder or altered by one sign is refused; nothing is kept of it."""
    from wallet_cli.errors import ReceiptInvalid

    one = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)
    with opened(active.home) as context:
        session = context.session
        own = use.held(session, "self")
        found = session.platform.citizen.filing(session.call("filing"), own.issued.handle, one["filing_id"]).value
        text = str(session.vault.row(Table.RECEIPTS, one["filing_id"])["sd_jwt"])  # type: ignore[index]
        assert use.read_receipt(session, own, found, text).handle == own.issued.handle
        spoilt = text.replace("~", "~A", 1)
        for filing, token in (
            (found._replace(to_region="320000"), text),
            (found._replace(filing_id="F" + "0" * 16), text),
            (found._replace(end="2099-01-01"), text),
            (found, spoilt),
            (found, own.issued.sd_jwt),
        ):
            with pytest.raises(ReceiptInvalid):
                use.read_receipt(session, own, filing, token)


def test_a_new_handle_gets_a_new_receipt(active: Wallet, today: str) -> None:
    one = active.ok(*NEW, "--to", "上海", "--category", "other", "--start", today)
    with opened(active.home) as context:
        before = context.vault.row(Table.RECEIPTS, one["filing_id"])
    active.ok("voucher", "refresh", secrets={"--pin-fd": "940713"})
    assert active.ok("filing", "show", one["filing_id"])["receipt"] is True
    with opened(active.home) as context:
        after = context.vault.row(Table.RECEIPTS, one["filing_id"])
    assert before is not None and after is not None and before["sd_jwt"] != after["sd_jwt"]


# --- places -------------------------------------------------------------------------------------------------------------


def test_places_to_file_to(active: Wallet) -> None:
    codes = {one["region"] for one in active.ok("filing", "places")["places"]}
    assert "310000" in codes and not codes & {"710000", "810000", "820000", "310115"}
    for words, code in (
        ("深圳", "440300"),
        ("shenzhen", "440300"),
        ("440300", "440300"),
        ("浦东", "310000"),
        ("仙桃", "429004"),
    ):
        assert active.ok("filing", "places", words)["places"][0]["region"] == code
    for words in ("香港", "!!!", "·"):
        active.fails(9, "PLACE_UNKNOWN", "filing", "places", words)


@pytest.mark.parametrize(
    ("lang", "provinces", "choice"),
    [
        ("zh-CN", ("江苏省", "浙江省"), "321200 江苏省 泰州市 Taizhou"),
        ("zh-TW", ("江蘇省", "浙江省"), "331000 浙江省 台州市 Taizhou"),
        ("en", (" Jiangsu ", " Zhejiang "), "321200 江苏省 泰州市 Taizhou, Jiangsu"),
    ],
)
def test_places_of_one_name_are_told_apart(
    active: Wallet, today: str, lang: str, provinces: tuple[str, str], choice: str
) -> None:
    """In the person's own script; what a program reads is the same in every language."""
    told = active.run("filing", "places", "taizhou", "--lang", lang).out
    assert all(one in told for one in provinces) and ("省" in told) == (lang != "en"), told
    new = (*NEW, "--to", "taizhou", "--category", "other", "--start", today, "--lang", lang)
    assert choice in active.run(*new).err
    details = active.fails(2, "PLACE_AMBIGUOUS", *new)["details"]
    assert details["candidates"] == ["321200 江苏省 泰州市 Taizhou", "331000 浙江省 台州市 Taizhou"]
    again = tuple("suzhou" if word == "taizhou" else word for word in new)
    assert ("蘇州" if lang == "zh-TW" else "苏州") in active.run(*again).err


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("form", ["human", "plain"])
def test_words_and_lines(active: Wallet, today: str, letter: Path, lang: str, form: str) -> None:
    style = ("-o", form, "--lang", lang)
    paper = ("--paper", f"referral-letter={letter}")
    said = [active.run(*NEW, "--to", "上海", "--category", "referral", "--start", today, *paper, *style)]
    (one,) = filings(active)
    for words in (("list",), ("show", one["filing_id"]), ("places", "guang"), ("cancel", one["filing_id"])):
        said.append(active.run("filing", *words, *style))
    for words in ((), (one["filing_id"],), ("--all",)):
        said.append(active.run("counter", "review", *words, *style, program="yibao-platform"))
    for ran in said[:5]:
        assert ran.exit == 0 and not KEY.search(ran.out + ran.err)
    if form == "human":
        assert ("转诊" if lang == "zh-CN" else "referral") in said[1].out
        assert ("上海市" if lang == "zh-CN" else "Shanghai") in said[1].out
