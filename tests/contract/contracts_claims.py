"""What every adapter of the platform port keeps: recognitions of chronic disease, manual claims."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from contract.platform_kit import HOSPITAL, Wallet, World, bill, fresh_key, operator_call, person

from wallet_cli.domain.bill import Bill, Category, Cause, Fee, TreatmentType
from wallet_cli.domain.chronic import CROSS_PROVINCE, Chronic, ChronicState
from wallet_cli.domain.claim import SMALL_FEN, Claim, ClaimCause, ClaimRequest, ClaimState, Via
from wallet_cli.domain.filing import FilingCategory, FilingRequest, FilingState
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.review import ReviewKind
from wallet_cli.domain.settlement import SettlementState
from wallet_cli.errors import (
    ChronicExists,
    ChronicInvalid,
    ChronicUnknown,
    ClaimDuplicate,
    ClaimExcluded,
    ClaimInvalid,
    ClaimSettled,
    ClaimUnknown,
    IdempotencyMismatch,
    InstitutionUnknown,
    NotInsured,
    PaperInvalid,
    PapersMissing,
    RegionInvalid,
    ReviewDecided,
)
from wallet_cli.errors import ClaimState as WrongClaimState
from wallet_cli.ports import PersonChange, Presented

DIABETES = "M01600"


def paper(kind: PaperKind, name: str = "scan.pdf") -> Paper:
    return Paper(kind, name, "application/pdf", 1_000, hashlib.sha256(kind.value.encode()).hexdigest())


DISEASE_PAPERS = (paper(PaperKind.DIAGNOSIS_PROOF), paper(PaperKind.MEDICAL_RECORD))


def decide(world: World, application: str, *, approve: bool = True, reason: str = "") -> None:
    world.platform.agency.decide(operator_call(), application, approve=approve, reason=reason)


class ChronicContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_disease_is_recognised_at_the_counter(self, world: World) -> None:
        wallet = world.active()
        asked: Chronic = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        assert (asked.state, asked.decided_at, asked.papers) == (ChronicState.PENDING, None, DISEASE_PAPERS)
        (waiting,) = world.platform.agency.reviews(operator_call(), pending=True, cursor=None, limit=10).value.items
        assert (waiting.review_id, waiting.kind, waiting.psn_no) == (asked.chronic_id, ReviewKind.CHRONIC, asked.psn_no)
        assert waiting.papers == DISEASE_PAPERS and waiting.about["disease"] == DIABETES
        world.clock.move(3_600)
        decide(world, asked.chronic_id)
        known = wallet.ask("chronic", wallet.handle, asked.chronic_id)
        assert (known.state, known.decided_at, known.reason) == (ChronicState.APPROVED, world.clock.now(), None)

    def test_a_refusal_says_why_and_one_may_apply_again(self, world: World) -> None:
        wallet = world.active()
        asked = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        decide(world, asked.chronic_id, approve=False, reason="化验单过期")
        refused = wallet.ask("chronic", wallet.handle, asked.chronic_id)
        assert (refused.state, refused.reason) == (ChronicState.REFUSED, "化验单过期")
        again = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        assert again.chronic_id != asked.chronic_id

    def test_a_disease_is_applied_for_once(self, world: World) -> None:
        wallet = world.active()
        key = fresh_key()
        asked = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS, key=key)
        assert wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS, key=key) == asked
        for state in ("pending", "approved"):
            with pytest.raises(ChronicExists) as there:
                wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
            assert (there.value.data["chronic_id"], there.value.data["state"]) == (asked.chronic_id, state)
            decide(world, asked.chronic_id)
        assert len(wallet.ask("chronics", wallet.handle, cursor=None, limit=10).items) == 1

    def test_what_cannot_be_applied_for(self, world: World) -> None:
        wallet = world.active()
        with pytest.raises(ChronicInvalid) as unknown:
            wallet.do("recognise", wallet.handle, "M99999", DISEASE_PAPERS)
        assert set(CROSS_PROVINCE) <= set(unknown.value.data["diseases"])  # type: ignore[arg-type]
        with pytest.raises(PapersMissing) as missing:
            wallet.do("recognise", wallet.handle, DIABETES, ())
        assert missing.value.data["missing"] == ("diagnosis-proof", "medical-record|test-report")
        with pytest.raises(PaperInvalid):
            wallet.do("recognise", wallet.handle, DIABETES, (*DISEASE_PAPERS, paper(PaperKind.RECEIPT)))
        who = person(world.platform).person.psn_no
        world.platform.agency.change_person(operator_call(), who, PersonChange(insured=False))
        with pytest.raises(NotInsured):
            wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)

    def test_applications_are_paged_and_nobody_elses(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        made = []
        for disease in CROSS_PROVINCE:
            made.append(wallet.do("recognise", wallet.handle, disease, DISEASE_PAPERS).chronic_id)
            world.clock.move(1)
        assert seen(wallet, "chronics", "chronic_id") == made[::-1]
        assert seen(other, "chronics", "chronic_id") == []
        with pytest.raises(ChronicUnknown):
            other.ask("chronic", other.handle, made[0])


def seen(wallet: Wallet, operation: str, number: str, size: int = 2) -> list[str]:
    """Numbers of a whole list, in small pages."""
    found: list[str] = []
    cursor = None
    while True:
        page = wallet.ask(operation, wallet.handle, cursor=cursor, limit=size)
        assert len(page.items) <= size
        found += [getattr(item, number) for item in page.items]
        cursor = page.cursor
        if cursor is None:
            return found


CLAIM_PAPERS = tuple(paper(kind) for kind in (PaperKind.RECEIPT, PaperKind.ITEMISED_LIST, PaperKind.PRESCRIPTION))
EMERGENCY_PROOF, LIABILITY_PROOF = paper(PaperKind.EMERGENCY_PROOF), paper(PaperKind.LIABILITY_PROOF)
SHANGHAI = "H31000000001"
TODAY = "2025-11-21"
BIG = 1_000_000
"""¥10,000, above every yearly deductible."""


def request(**changes: Any) -> ClaimRequest:
    """A claim at home for a bill of ¥10,000."""
    fields: dict[str, Any] = {
        "bill": bill(BIG),
        "cause": ClaimCause.SYSTEM_FAULT,
        "via": Via.OFFICE,
        "institution": HOSPITAL,
        "region": "110000",
        "invoice_no": "INV-1",
        "visited_on": TODAY,
        "papers": CLAIM_PAPERS,
    }
    return ClaimRequest(**(fields | changes))


def away(**changes: Any) -> ClaimRequest:
    """The same in Shanghai."""
    return request(**({"institution": SHANGHAI, "region": "310000", "cause": ClaimCause.UNFILED} | changes))


def claim(wallet: Wallet, what: ClaimRequest, key: str | None = None) -> Claim:
    made: Claim = wallet.do("claim", wallet.handle, what, key=key)
    return made


def paid(world: World, wallet: Wallet, what: ClaimRequest) -> Claim:
    """A claim that staff approved."""
    made = claim(wallet, what)
    decide(world, made.claim_id)
    return look(wallet, made)


def look(wallet: Wallet, made: Claim) -> Claim:
    found: Claim = wallet.ask("claim_of", wallet.handle, made.claim_id)
    return found


def used(wallet: Wallet) -> tuple[int, int, int | None]:
    """Deductible and pool used this year, and the personal account."""
    (account,) = wallet.ask("accounts", wallet.handle)
    return account.deductible_used_fen, account.pool_used_fen, account.personal_account_fen


class ClaimsContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_claim_is_paid_what_the_counter_would_have_paid(self, world: World) -> None:
        wallet = world.active()
        direct = world.settle(Presented(code=wallet.code()), bill(BIG), preview=True)
        before = used(wallet)
        made = claim(wallet, request())
        assert (made.state, made.amount_fen, made.due_on, made.fund_pay_fen) == (
            ClaimState.PENDING,
            BIG,
            "2025-12-05",  # ten working days after Friday, 21 November
            None,
        )
        decide(world, made.claim_id)
        done = look(wallet, made)
        assert (done.state, done.fund_pay_fen) == (ClaimState.PAID, direct.fund_pay_sumamt_fen)
        # Deductible and cap move as at a counter; the personal account stays: the person has paid already.
        after = (before[0] + direct.act_pay_dedc_fen, before[1] + direct.fund_pay_sumamt_fen, before[2])
        assert used(wallet) == after
        kept = wallet.ask("record", wallet.handle, done.setl_id).settlement
        assert (kept.acct_pay_fen, kept.balc_fen) == (0, before[2])
        assert kept.medfee_sumamt_fen == kept.fund_pay_sumamt_fen + kept.psn_cash_pay_fen == BIG
        assert kept.fund_pay_sumamt_fen == done.fund_pay_fen and kept.institution_name == done.institution

    def test_the_money_arrives_on_the_next_working_day(self, world: World) -> None:
        wallet = world.active()
        done = paid(world, wallet, request())
        assert (done.paid_at, done.arrives_on, done.arrived_at) == (world.clock.now(), "2025-11-24", None)
        world.clock.move(3 * 86_400)
        assert look(wallet, done).arrived_at is None
        world.clock.move(86_400)
        arrived = look(wallet, done).arrived_at
        assert arrived is not None and done.paid_at is not None and done.paid_at < arrived <= world.clock.now()

    def test_deadlines_run_in_working_days(self, world: World) -> None:
        wallet = world.active()
        small = claim(wallet, request(bill=bill(SMALL_FEN), invoice_no="1"))
        normal = claim(wallet, request(bill=bill(SMALL_FEN + 1), invoice_no="2"))
        papers = (*CLAIM_PAPERS, LIABILITY_PROOF)
        advance = request(cause=ClaimCause.THIRD_PARTY, advance=True, papers=papers, invoice_no="3")
        longest = claim(wallet, advance)
        # From Friday, 21 November: no holidays in between.
        assert [one.due_on for one in (small, normal, longest)] == ["2025-11-28", "2025-12-05", "2025-12-19"]

    def test_unfiled_is_cut_late_filed_is_not(self, world: World) -> None:
        wallet, other = world.active("王建国"), world.active("李秀英")
        unfiled = paid(world, other, away(invoice_no="INV-2"))
        assert other.ask("record", other.handle, unfiled.setl_id).settlement.reach == "unfiled"
        # Claimed before the filing, decided after it: late filing counts from when the claim is decided.
        late = claim(wallet, away(cause=ClaimCause.LATE_FILING))
        version = wallet.ask("filing_notice", wallet.handle).version
        where = FilingRequest("310000", FilingCategory.RETIREE, TODAY, None, Phone("13800000003"), (), True, version)
        filed = wallet.do("file", wallet.handle, where)
        if filed.state is FilingState.PENDING:
            decide(world, filed.filing_id)
        decide(world, late.claim_id)
        done = look(wallet, late)
        kept = wallet.ask("record", wallet.handle, done.setl_id).settlement
        assert (kept.reach, kept.filing_id) == ("retiree", filed.filing_id)
        assert unfiled.fund_pay_fen is not None and done.fund_pay_fen is not None
        assert done.fund_pay_fen > unfiled.fund_pay_fen > 0

    def test_an_emergency_needs_its_proof_and_counts_as_filed(self, world: World) -> None:
        wallet = world.active()
        asked = away(cause=ClaimCause.EMERGENCY, institution="某县人民医院")
        with pytest.raises(PapersMissing) as missing:
            claim(wallet, asked)
        assert missing.value.data["missing"] == ("emergency-proof",)
        done = paid(world, wallet, asked._replace(papers=(*CLAIM_PAPERS, EMERGENCY_PROOF)))
        assert done.fixmedins_code is None and done.institution == "某县人民医院"
        assert wallet.ask("record", wallet.handle, done.setl_id).settlement.reach == "emergency"

    def test_missing_papers_are_told_all_at_once(self, world: World) -> None:
        wallet = world.active()
        stay = Bill(TreatmentType.INPATIENT, bill(BIG).fees, admission="2025-11-10", discharge="2025-11-20")
        inpatient = request(bill=stay, visited_on="2025-11-20", papers=())
        for what, missing in (
            (request(papers=()), ("receipt", "itemised-list", "prescription|medical-record")),
            (inpatient, ("receipt", "itemised-list", "diagnosis-proof|discharge-note")),
            (request(papers=CLAIM_PAPERS[:1]), ("itemised-list", "prescription|medical-record")),
            (
                request(papers=(), cause=ClaimCause.THIRD_PARTY, advance=True),
                (*("receipt", "itemised-list", "prescription|medical-record"), "liability-proof"),
            ),
        ):
            with pytest.raises(PapersMissing) as told:
                claim(wallet, what)
            assert told.value.data["missing"] == missing
        with pytest.raises(PaperInvalid):
            claim(wallet, request(papers=(*CLAIM_PAPERS, paper(PaperKind.CONTRACT))))

    # --- never twice --------------------------------------------------------------------------------------------------

    def test_a_receipt_is_paid_once_whoever_brings_it(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        made = claim(wallet, request())
        for state in ("pending", "paid"):
            for again in (request(), request(invoice_no="inv1", institution="沙盒北京第一医院")):
                with pytest.raises(ClaimDuplicate) as own:
                    claim(wallet, again)
                assert (own.value.data["claim_id"], own.value.data["state"]) == (made.claim_id, state)
            with pytest.raises(ClaimDuplicate) as foreign:
                claim(other, request(bill=bill(5_000)))
            assert "claim_id" not in foreign.value.data
            decide(world, made.claim_id)
        assert claim(wallet, request(invoice_no="INV-2")).claim_id != made.claim_id

    def test_the_same_request_is_carried_out_once(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        first = claim(wallet, request(), key)
        assert claim(wallet, request(), key) == first
        with pytest.raises(IdempotencyMismatch):
            claim(wallet, request(invoice_no="INV-2"), key)
        assert seen(wallet, "claims", "claim_id") == [first.claim_id]

    def test_a_bill_settled_at_the_counter_is_not_claimed(self, world: World) -> None:
        wallet = world.active()
        before = claim(wallet, request(bill=bill(BIG - 1)))
        settled = world.settle(Presented(code=wallet.code()), bill(BIG))
        with pytest.raises(ClaimSettled) as refused:
            claim(wallet, request())
        assert refused.value.data["setl_id"] == settled.setl_id
        for other in (request(bill=bill(BIG + 1)), request(visited_on="2025-11-20", invoice_no="INV-3")):
            assert claim(wallet, other._replace(invoice_no=other.invoice_no + "X")).state is ClaimState.PENDING
        assert look(wallet, before).state is ClaimState.PENDING

    def test_a_bill_settled_while_its_claim_waits_is_not_paid(self, world: World) -> None:
        wallet = world.active()
        made = claim(wallet, request())
        assert look(wallet, made).state is ClaimState.PENDING
        world.settle(Presented(code=wallet.code()), bill(BIG))
        with pytest.raises(ClaimSettled):
            decide(world, made.claim_id)
        decide(world, made.claim_id, approve=False, reason="已直接结算")
        assert look(wallet, made).state is ClaimState.REFUSED

    def test_a_bill_reimbursed_by_hand_is_not_settled_at_the_counter(self, world: World) -> None:
        wallet = world.active()
        done = paid(world, wallet, request())
        for preview in (True, False):
            with pytest.raises(ClaimDuplicate) as refused:
                world.settle(Presented(code=wallet.code()), bill(BIG), preview=preview)
            assert refused.value.data["claim_id"] == done.claim_id
        assert world.settle(Presented(code=wallet.code()), bill(BIG - 1)).state is SettlementState.SETTLED

    def test_a_decision_is_carried_out_once(self, world: World) -> None:
        wallet = world.active()
        done = paid(world, wallet, request())
        before = used(wallet)
        decide(world, done.claim_id)
        assert (look(wallet, done), used(wallet)) == (done, before)
        with pytest.raises(ReviewDecided):
            decide(world, done.claim_id, approve=False, reason="重复")

    # --- refused, withdrawn -------------------------------------------------------------------------------------------

    def test_a_refused_claim_says_why_and_may_be_made_again(self, world: World) -> None:
        wallet = world.active()
        made = claim(wallet, request())
        decide(world, made.claim_id, approve=False, reason="票据不清")
        refused = look(wallet, made)
        assert (refused.state, refused.reason, refused.fund_pay_fen, refused.setl_id) == (
            ClaimState.REFUSED,
            "票据不清",
            None,
            None,
        )
        assert used(wallet)[1] == 0
        assert claim(wallet, request()).state is ClaimState.PENDING

    def test_only_a_pending_claim_is_taken_back(self, world: World) -> None:
        wallet = world.active()
        made = claim(wallet, request())
        gone = wallet.do("withdraw_claim", wallet.handle, made.claim_id)
        assert gone.state is ClaimState.WITHDRAWN
        world.clock.move(60)
        assert wallet.do("withdraw_claim", wallet.handle, made.claim_id) == gone
        with pytest.raises(ReviewDecided):
            decide(world, made.claim_id)
        done = paid(world, wallet, request())
        with pytest.raises(WrongClaimState) as refused:
            wallet.do("withdraw_claim", wallet.handle, done.claim_id)
        assert refused.value.data["state"] == "paid"

    def test_claims_are_paged_and_nobody_elses(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        made = []
        for number in range(5):
            made.append(claim(wallet, request(invoice_no=f"N{number}")).claim_id)
            world.clock.move(1)
        assert seen(wallet, "claims", "claim_id") == made[::-1]
        assert seen(other, "claims", "claim_id") == []
        for operation in ("claim_of", "withdraw_claim"):
            with pytest.raises(ClaimUnknown):
                other.ask(operation, other.handle, made[0]) if operation == "claim_of" else other.do(
                    operation, other.handle, made[0]
                )

    # --- what is not claimed ------------------------------------------------------------------------------------------

    def test_what_the_law_excludes(self, world: World) -> None:
        wallet = world.active()
        for reason, what in (
            ("abroad", request(cause=ClaimCause.ABROAD, region="", institution="-")),
            ("abroad", request(cause=ClaimCause.ABROAD, advance=True)),
            ("work_injury", request(cause=ClaimCause.WORK_INJURY)),
            ("third_party", request(cause=ClaimCause.THIRD_PARTY)),
            ("public_health", request(bill=bill(BIG)._replace(cause=Cause.PUBLIC_HEALTH), advance=True)),
            ("work_injury", request(bill=bill(BIG)._replace(cause=Cause.WORK_INJURY))),
            ("not_designated", request(institution="某诊所")),
        ):
            with pytest.raises(ClaimExcluded) as refused:
                claim(wallet, what)
            assert (refused.value.data["reason"], refused.value.data["hotline"]) == (reason, "010-12393")

    @pytest.mark.parametrize(
        ("reason", "changes"),
        [
            ("invoice", {"invoice_no": ""}),
            ("invoice", {"invoice_no": "x" * 31}),
            ("invoice", {"invoice_no": "票据"}),
            ("date", {"visited_on": "2025-02-30"}),
            ("date", {"visited_on": "20251121"}),
            ("future", {"visited_on": "2025-11-22"}),
            ("future", {"bill": Bill(TreatmentType.OUTPATIENT, (Fee("x", Category.A, 5, day="2025-11-22"),))}),
            ("place", {"region": "310000"}),
            ("institution", {"institution": " "}),
            ("bill", {"bill": bill(0)}),
            ("advance", {"advance": True}),
            (
                "stay",
                {"bill": Bill(TreatmentType.INPATIENT, bill(5).fees, admission="2025-11-10", discharge="2025-11-12")},
            ),
        ],
    )
    def test_fields_that_will_not_do(self, world: World, reason: str, changes: dict[str, Any]) -> None:
        with pytest.raises(ClaimInvalid) as refused:
            claim(world.active(), request(**changes))
        assert refused.value.data["reason"] == reason

    def test_who_and_where_must_be_known(self, world: World) -> None:
        wallet = world.active()
        with pytest.raises(InstitutionUnknown):
            claim(wallet, request(institution="H11000099999"))
        with pytest.raises(RegionInvalid):
            claim(wallet, request(region="999999"))
        who = person(world.platform).person.psn_no
        world.platform.agency.change_person(operator_call(), who, PersonChange(insured=False))
        with pytest.raises(NotInsured):
            claim(wallet, request())
