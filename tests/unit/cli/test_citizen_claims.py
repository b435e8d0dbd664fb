"""Claims and recognitions of chronic disease on the command line: bad input, both languages, every form, lost answers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from lost_answers import lost
from unit.cli.running import HOSPITAL, RAW_KEY, ZHANG, Ran, programs
from wallet import opened

from wallet_cli.domain.bill import Bill, Category, Fee, TreatmentType
from wallet_cli.domain.claim import ClaimCause, ClaimRequest, Via
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.usecases import changes, chronic, claim

FEE = {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 1_000_000}
BILL: dict[str, Any] = {"med_type": "11", "fees": [FEE]}
NOW = "2025-11-21"


class Desk:
    """One home with its two programs, papers and bills in it."""

    def __init__(self, home: Path) -> None:
        self.yibao, self.platform = programs(home)
        self.folder = home.parent / "papers"
        self.folder.mkdir(exist_ok=True)
        (self.folder / "scan.pdf").write_bytes(b"%PDF-1.7 scan")

    def papers(self, *kinds: str) -> list[str]:
        return [word for kind in kinds for word in ("--paper", f"{kind}={self.folder / 'scan.pdf'}")]

    def bill(self, **changes: Any) -> list[str]:
        path = self.folder / "bill.json"
        path.write_text(json.dumps(BILL | changes), encoding="utf-8")
        return ["--bill", str(path)]

    def today(self) -> str:
        return str(self.platform("sandbox", "clock").data["now"])[:10]

    def claim(self, *more: str, papers: tuple[str, ...] | None = None, form: str = "json", **bill: Any) -> Ran:
        """A claim of today at the first hospital; later words take the place of earlier ones."""
        brought = self.papers(*(("receipt", "itemised-list", "prescription") if papers is None else papers))
        words = ("--cause", "system_fault", "--institution", HOSPITAL, "--place", "北京", "--invoice", "A-1")
        on = ("--date", self.today(), "--via", "office")
        return self.yibao("claim", "new", *self.bill(**bill), *words, *on, *brought, *more, form=form)

    def approve(self, number: str) -> None:
        assert self.platform("counter", "review", number, "--approve").status == 0


@pytest.fixture
def desk(tmp_path: Path, activated: Path) -> Desk:
    shutil.copytree(activated, tmp_path / "home")
    return Desk(tmp_path / "home")


# --- chronic ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["M01600", "m01600", "糖尿病", "Diabetes"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_disease_goes_by_code_or_name(desk: Desk, named: str, language: str) -> None:
    papers = desk.papers("diagnosis-proof", "test-report")
    made = desk.yibao("--lang", language, "chronic", "new", "--disease", named, *papers).data
    assert (made["disease"], made["state"], made["changed"]) == ("M01600", "pending", True)


def test_a_recognition_from_application_to_decision(desk: Desk) -> None:
    papers = desk.papers("diagnosis-proof", "medical-record")
    made = desk.yibao("chronic", "new", "--disease", "M03900", *papers).data
    new = ("chronic", "new", "--disease", "M03900")
    assert desk.yibao(*new, *papers).data == {**made, "changed": False}
    again = desk.yibao(*new, *desk.papers("diagnosis-proof", "test-report"))
    assert again.code == "CHRONIC_EXISTS" and again.status == 10
    assert again.error["fix"] == [f"yibao chronic show {made['chronic_id']}"]
    desk.approve(made["chronic_id"])
    assert desk.yibao("chronic", "show", made["chronic_id"]).data["state"] == "approved"
    (line,) = desk.yibao("chronic", "list").data["chronics"]
    assert line["chronic_id"] == made["chronic_id"]


def test_an_unknown_disease_is_told_what_is_recognised(desk: Desk) -> None:
    papers = desk.papers("diagnosis-proof", "medical-record")
    for language, word in (("zh-CN", "高血压"), ("en", "hypertension")):
        refused = desk.yibao("--lang", language, "chronic", "new", "--disease", "感冒", *papers)
        assert refused.code == "CHRONIC_INVALID" and refused.status == 2
        assert any(word in line for line in refused.error["advice"])


def test_missing_papers_of_a_recognition(desk: Desk) -> None:
    refused = desk.yibao("chronic", "new", "--disease", "M03900")
    assert refused.status == 17
    assert refused.error["details"]["missing"] == ["diagnosis-proof", "medical-record|test-report"]
    assert desk.yibao("chronic", "new").error["details"]["option"] == "--disease"
    assert desk.yibao("chronic", "show", "K" + "0" * 16).code == "CHRONIC_UNKNOWN"


# --- claims -----------------------------------------------------------------------------------------------------------


def test_a_claim_from_application_to_its_explanation(desk: Desk) -> None:
    made = desk.claim().data
    assert (made["state"], made["overdue"], made["fund_pay_fen"]) == ("pending", False, None)
    desk.approve(made["claim_id"])
    done = desk.yibao("claim", "show", made["claim_id"]).data
    assert done["state"] == "paid" and done["fund_pay_fen"] > 0 and done["arrived_at"] is None
    shown = desk.yibao("records", "show", done["setl_id"], "--explain").data["settlement"]
    assert shown["fund_pay_sumamt_fen"] == done["fund_pay_fen"] and shown["steps"]
    desk.platform("sandbox", "clock", "advance", "20d")
    assert desk.yibao("claim", "show", made["claim_id"]).data["arrived_at"] is not None


def test_all_missing_papers_are_told_at_once(desk: Desk) -> None:
    refused = desk.claim(papers=())
    assert refused.status == 17
    assert refused.error["details"]["missing"] == ["receipt", "itemised-list", "prescription|medical-record"]
    assert all(
        kind in refused.error["message"] for kind in ("receipt", "itemised-list", "prescription", "medical-record")
    )
    stay = {"med_type": "21", "admission": NOW, "discharge": NOW}
    inpatient = desk.claim("--cause", "emergency", "--date", NOW, papers=("receipt",), **stay)
    missing = ["itemised-list", "diagnosis-proof|discharge-note", "emergency-proof"]
    assert inpatient.error["details"]["missing"] == missing


def test_papers_that_cannot_be_handed_in(desk: Desk) -> None:
    (desk.folder / "empty.pdf").write_bytes(b"")
    (desk.folder / "note.pdf").write_text("no scan")
    (desk.folder / "large.pdf").write_bytes(b"%PDF-" + bytes(10 * 1024 * 1024))
    for name, reason in (("empty", "empty"), ("note", "type"), ("large", "too_large"), ("gone", "unreadable")):
        refused = desk.claim("--paper", f"discharge-note={desk.folder / name}.pdf")
        assert refused.code == "PAPER_INVALID" and refused.error["details"]["reason"] == reason
    assert desk.claim("--paper", f"contract={desk.folder / 'scan.pdf'}").code == "USAGE"


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("--place", "亚特兰蒂斯"), "PLACE_UNKNOWN", None),
        (("--place", "上海"), "CLAIM_INVALID", 2),
        (("--place", "香港", "--institution", "某医院"), "CLAIM_EXCLUDED", 12),
        (("--cause", "abroad"), "CLAIM_EXCLUDED", 12),
        (("--cause", "work_injury"), "CLAIM_EXCLUDED", 12),
        (("--advance",), "CLAIM_INVALID", 2),
        (("--institution", "H11000099999"), "INSTITUTION_UNKNOWN", 9),
        (("--institution", "某诊所"), "CLAIM_EXCLUDED", 12),
        (("--date", "2999-01-01"), "CLAIM_INVALID", 2),
        (("--date", "yesterday"), "CLAIM_INVALID", 2),
        (("--invoice", "票"), "CLAIM_INVALID", 2),
        (("--cause", "boredom"), "USAGE", 2),
        (("--via", "post"), "USAGE", 2),
        (("nobody",), "MEMBER_UNKNOWN", 9),
    ],
)
def test_claims_that_will_not_do(desk: Desk, words: tuple[str, ...], code: str, status: int | None) -> None:
    for language in ("zh-CN", "en"):
        refused = desk.claim(*words, "--lang", language)
        assert refused.code == code and status in (None, refused.status)
        assert not RAW_KEY.search(refused.err.replace(refused.code, ""))
    assert desk.yibao("claim", "list").data["claims"] == []


def test_a_place_or_an_advance_that_will_not_do_is_told_with_the_way_on(desk: Desk) -> None:
    for words, way in (
        (("--place", "上海"), "yibao institution show H11000000001"),
        (("--advance",), "Leave --advance out"),
    ):
        assert way in desk.claim(*words, "--lang", "en").err


@pytest.mark.parametrize("cause", ["abroad", "work_injury", "third_party"])
def test_what_the_law_excludes_is_refused_before_more_is_asked(desk: Desk, cause: str) -> None:
    refused = desk.yibao("claim", "new", "--cause", cause)
    assert (refused.code, refused.error["details"]["reason"]) == ("CLAIM_EXCLUDED", cause)


def test_bills_that_do_not_add_up(desk: Desk) -> None:
    for fees in ([], [{**FEE, "amount_fen": -1}], [{**FEE, "over_limit_fen": 2_000_000}], [{**FEE, "amount_fen": 1.5}]):
        refused = desk.claim(fees=fees)
        assert refused.code == "BILL_INVALID" and refused.status == 2
    assert desk.claim(fees=[{**FEE, "amount_fen": 0}]).error["details"]["reason"] == "bill"


@pytest.mark.parametrize("left_out", ["--bill", "--cause", "--institution", "--place", "--invoice", "--date", "--via"])
def test_without_a_terminal_every_missing_option_is_named(desk: Desk, left_out: str) -> None:
    words = [*desk.bill(), "--cause", "unfiled", "--institution", HOSPITAL, "--place", "110000", "--invoice", "1"]
    words += ["--date", NOW, "--via", "office"]
    at = words.index(left_out)
    refused = desk.yibao("claim", "new", "--no-input", *words[:at], *words[at + 2 :])
    assert refused.status == 17 and refused.error["details"]["option"] == left_out


def test_a_receipt_is_claimed_once(desk: Desk) -> None:
    made = desk.claim().data
    assert desk.claim().data == {**made, "changed": False}
    again = desk.claim("--invoice", "a1", "--cause", "card_lost")
    assert again.code == "CLAIM_DUPLICATE" and again.status == 10
    assert again.error["fix"] == [f"yibao claim show {made['claim_id']}"]


def test_a_bill_settled_at_the_counter_is_not_claimed(desk: Desk) -> None:
    bill = desk.bill()
    shown = ("--institution", HOSPITAL, *bill, "--credential", "id-card")
    settled = desk.platform("terminal", "settle", *shown, secrets={"--credential-fd": ZHANG}).data
    refused = desk.claim()
    assert refused.code == "CLAIM_SETTLED" and refused.status == 10
    assert refused.error["fix"] == [f"yibao records show {settled['setl_id']}"]


def test_a_claim_is_taken_back_once(desk: Desk) -> None:
    made = desk.claim().data
    assert desk.yibao("claim", "withdraw", made["claim_id"], "--dry-run").data["dry_run"] is True
    gone = desk.yibao("claim", "withdraw", made["claim_id"]).data
    assert (gone["state"], gone["changed"]) == ("withdrawn", True)
    assert desk.yibao("claim", "withdraw", made["claim_id"]).data == {**gone, "changed": False}
    done = desk.claim().data
    desk.approve(done["claim_id"])
    late = desk.yibao("claim", "withdraw", done["claim_id"])
    assert late.code == "CLAIM_STATE" and late.status == 10
    assert desk.yibao("claim", "withdraw", "M" + "0" * 16).code == "CLAIM_UNKNOWN"


def test_an_overdue_claim_says_so(desk: Desk) -> None:
    made = desk.claim().data
    desk.platform("sandbox", "clock", "advance", "40d")
    late = desk.yibao("claim", "show", made["claim_id"], "--lang", "en").document
    assert late["data"]["overdue"] is True
    assert any(made["due_on"] in warning and "010-12393" in warning for warning in late["warnings"])
    told = desk.yibao("claim", "show", made["claim_id"], "--lang", "en", "-o", "human").err
    assert "is overdue" in told and "decides by" not in told and "yibao claim withdraw" in told


def test_an_advance_and_its_recovery(desk: Desk) -> None:
    missing = desk.claim("--cause", "third_party", "--advance")
    assert missing.error["details"]["missing"] == ["liability-proof"]
    made = desk.claim("--cause", "third_party", "--advance", *desk.papers("liability-proof")).data
    desk.approve(made["claim_id"])
    fund = desk.yibao("claim", "show", made["claim_id"]).data["recover_fen"]
    recover = ("counter", "recover", made["claim_id"], "--amount")
    assert desk.platform(*recover, "10.50", "--dry-run").data["dry_run"] is True
    for _ in range(2):
        part = desk.platform(*recover, "10.50", "--idempotency-key", "r1").data
        assert (part["recover_fen"], part["recovered_fen"]) == (fund - 1_050, 1_050)
    much = desk.platform(*recover, str(fund))
    assert much.code == "RECOVERY_TOO_MUCH" and much.status == 10
    for bad in ("0", "-5", "1.5", "1.234", "abc", ""):
        assert desk.platform(*recover, bad).code == "USAGE"
    assert desk.yibao("claim", "show", made["claim_id"]).data["recovered_fen"] == 1_050


def test_nothing_is_sent_by_a_dry_run(desk: Desk) -> None:
    assert desk.claim("--dry-run").data["dry_run"] is True
    papers = desk.papers("diagnosis-proof", "medical-record")
    assert desk.yibao("chronic", "new", "--disease", "M03900", *papers, "--dry-run").data["dry_run"] is True
    assert desk.platform("counter", "review", "--all").data["reviews"] == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_people_read_words_and_no_keys(desk: Desk, language: str) -> None:
    ran = [desk.claim("--lang", language, form="human")]
    papers = desk.papers("diagnosis-proof", "medical-record")
    ran.append(desk.yibao("chronic", "new", "--disease", "M03900", *papers, "--lang", language, form="human"))
    claim_id = desk.yibao("claim", "list").data["claims"][0]["claim_id"]
    told = {"claim": "claim_id", "chronic": "chronic_id"}
    for name in told:
        ran.append(desk.yibao(name, "list", "--lang", language, form="human"))
        ran.append(desk.yibao(name, "list", "--lang", language, "-v", form="human"))
    desk.approve(claim_id)
    ran.append(desk.yibao("claim", "show", claim_id, "--lang", language, form="human"))
    ran.append(desk.yibao("claim", "show", claim_id, "--lang", language, "-v", form="human"))
    ran.append(desk.platform("counter", "review", claim_id, "--lang", language, form="human"))
    ran.append(desk.claim("--help", "--lang", language, form="human"))
    for one in ran:
        assert one.status == 0 and one.out
        assert not RAW_KEY.search(one.out) and not RAW_KEY.search(one.err)


def test_plain_lines_carry_every_field(desk: Desk) -> None:
    made = desk.claim().data
    lines = desk.yibao("claim", "show", made["claim_id"], form="plain").out.splitlines()
    assert f"claim_id\t{made['claim_id']}" in lines and "recover_fen\t0" in lines
    (line,) = desk.yibao("claim", "list", form="plain").out.splitlines()
    assert line.split("\t")[0] == made["claim_id"]


def test_a_papers_name_is_hidden_unless_revealed(desk: Desk) -> None:
    made = desk.claim().data
    assert {one["file"] for one in made["papers"]} == {"******"}
    shown = desk.yibao("claim", "show", made["claim_id"], "--reveal").data
    assert {one["file"] for one in shown["papers"]} == {"scan.pdf"}


# --- lost answers -----------------------------------------------------------------------------------------------------


def scan(kind: PaperKind) -> Paper:
    return Paper(kind, "scan.pdf", "application/pdf", 9, "0" * 64)


def test_what_was_sent_without_an_answer_has_one_effect(desk: Desk) -> None:
    papers = tuple(scan(kind) for kind in (PaperKind.RECEIPT, PaperKind.ITEMISED_LIST, PaperKind.PRESCRIPTION))
    bill = Bill(TreatmentType.OUTPATIENT, (Fee("药", Category.B, 900_000, 1_000, 5), Fee("材料", Category.C, 1)))
    cause, day = ClaimCause.CARD_LOST, desk.today()
    asked = ClaimRequest(bill, cause, Via.OFFICE, HOSPITAL, "110000", "L-1", day, papers)
    lost(desk.yibao.home, lambda session: claim.claim(session, "self", asked))
    proofs = (scan(PaperKind.DIAGNOSIS_PROOF), scan(PaperKind.TEST_REPORT))
    lost(desk.yibao.home, lambda session: chronic.apply(session, "self", "M03900", proofs))
    assert len(desk.yibao("status").data["unsent"]) == 2
    (made,) = desk.yibao("claim", "list").data["claims"]
    assert made["amount_fen"] == 900_001
    lost(desk.yibao.home, lambda session: claim.withdraw(session, "self", made["claim_id"]))
    with opened(desk.yibao.home) as context:
        assert changes.settle_outbox(context.session) == 3
        assert changes.settle_outbox(context.session) == 0
    assert desk.yibao("status").data["unsent"] == []
    (after,) = desk.yibao("claim", "list").data["claims"]
    assert after == {**made, "state": "withdrawn"}
    assert [one["state"] for one in desk.yibao("chronic", "list").data["chronics"]] == ["pending"]
    acts = [one["act"] for one in desk.yibao("audit", "show").data["acts"]]
    assert [acts.count(act) for act in ("claim.new", "claim.withdraw", "chronic.apply")] == [1, 1, 1]
