"""What every adapter of the platform port keeps at the terminal: visits, stays, agents, refunds, reversals."""

from __future__ import annotations

from typing import Any

import pytest
from contract.contracts_claims import DIABETES, DISEASE_PAPERS, decide
from contract.contracts_filings import WORKER, filed
from contract.platform_kit import (
    HOSPITAL,
    PHARMACY,
    Wallet,
    World,
    bill,
    fresh_key,
    person,
    real_document,
    terminal_call,
)

from wallet_cli.domain.filing import FilingCategory, FilingRequest
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.settlement import Bill, Category, Fee, Settlement, SettlementState, TreatmentType
from wallet_cli.errors import (
    AgentInvalid,
    AgentNotAllowed,
    BillInvalid,
    ChronicNeeded,
    CodeUsed,
    IdempotencyMismatch,
    InstitutionUnable,
    RealIdInSandbox,
    RefundTooLarge,
    SettlementRefunded,
    SettlementReversed,
    SettlementUnknown,
    VisitClosed,
    VisitDiffers,
    VisitUnknown,
)
from wallet_cli.ports import Presented, Reversal, Verified

SHANGHAI = "H31000000001"
STAY = TreatmentType.INPATIENT
PAYERS = ("fund_pay_sumamt_fen", "acct_pay_fen", "acct_mulaid_pay_fen", "psn_cash_pay_fen")
SCOPES = ("inscp_scp_amt_fen", "preselfpay_amt_fen", "overlmt_selfpay_fen", "fulamt_ownpay_amt_fen")
DAY = 86_400


def settle(world: World, presented: Presented, what: Bill, *, key: str | None = None, **more: Any) -> Settlement:
    """`visit`, `agent`, `institution`, `terminal`, `preview`."""
    call = terminal_call(more.pop("institution", HOSPITAL), more.pop("terminal", "1"), key)
    visit, preview = more.pop("visit", None), more.pop("preview", False)
    settled = world.platform.institution.settle(call, presented, what, preview=preview, mdtrt_id=visit, **more)
    return settled.value


def refund(world: World, setl_id: str, returned: Bill | None = None, *, key: str | None = None) -> Settlement:
    return world.platform.institution.refund(terminal_call(key=key), setl_id, returned).value


def reverse(world: World, setl_id: str | None = None, *, of: str | None = None, where: str = HOSPITAL) -> Reversal:
    return world.platform.institution.reverse(terminal_call(where), setl_id, of).value


def query(world: World, setl_id: str | None = None, *, of: str | None = None) -> Settlement:
    return world.platform.institution.query(terminal_call(), setl_id, of).value


def admit(world: World, wallet: Wallet, institution: str = HOSPITAL) -> Verified:
    return world.platform.institution.verify(terminal_call(institution), wallet.code(), "01103").value


def card(world: World, name: str = "张三") -> Presented:
    return Presented(card=person(world.platform, name).card_number)


def standing(wallet: Wallet) -> tuple[int | None, int, int]:
    """Account, deductible, fund of the year."""
    account = wallet.ask("accounts", wallet.handle)[0]
    return account.personal_account_fen, account.deductible_used_fen, account.pool_used_fen


def assert_adds_up(*settled: Settlement) -> None:
    for one in settled:
        assert one.medfee_sumamt_fen == sum(getattr(one, part) for part in PAYERS)
        assert one.medfee_sumamt_fen == sum(getattr(one, part) for part in SCOPES)


def mixed(*amounts: int, med_type: TreatmentType = TreatmentType.OUTPATIENT) -> Bill:
    """Lines of class A, B and C in turn."""
    kinds = (Category.A, Category.B, Category.C)
    fees = (Fee(f"项目{n}", kinds[n % 3], amount, 1_000 if n % 3 == 1 else 0) for n, amount in enumerate(amounts))
    return Bill(med_type, tuple(fees))


def file_to(world: World, wallet: Wallet, region: str, start: str = "2025-11-20", end: str = "2026-06-30") -> str:
    """The number of a filing of a temporary stay, in force at once."""
    version = wallet.ask("filing_notice", wallet.handle).version
    phone = Phone("13800000001")
    request = FilingRequest(region, FilingCategory.OTHER, start, end, phone, (), False, version)
    return str(wallet.do("file", wallet.handle, request).filing_id)


class VisitsContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_card_document_and_code_are_mixed_within_one_visit(self, world: World) -> None:
        wallet = world.active()
        verified = world.verify(wallet.code())
        by_token = settle(world, Presented(ec_token=verified.ec_token), bill(500, med_type=TreatmentType.REGISTRATION))
        by_card = settle(world, card(world), bill(90_000), visit=verified.mdtrt_id)
        document = Presented(document=person(world.platform).person.document)
        by_document = settle(world, document, bill(1_000), visit=verified.mdtrt_id)
        by_code = settle(world, Presented(code=wallet.code()), bill(2_000), visit=verified.mdtrt_id)
        of_one = (by_token, by_card, by_document, by_code)
        assert {one.mdtrt_id for one in of_one} == {verified.mdtrt_id}
        assert [one.mdtrt_cert_type for one in of_one] == ["01", "03", "02", "01"]
        # Registered by card, settled by code: the same.
        begun = settle(world, card(world), bill(500))
        assert settle(world, Presented(code=wallet.code()), bill(100), visit=begun.mdtrt_id).mdtrt_id == begun.mdtrt_id

    def test_a_visit_is_one_persons_at_one_institution(self, world: World) -> None:
        wallet = world.active()
        visit = world.verify(wallet.code()).mdtrt_id
        with pytest.raises(VisitUnknown):
            settle(world, card(world), bill(100), visit="V0")
        with pytest.raises(VisitDiffers) as foreign:
            settle(world, card(world), bill(100), visit=visit, institution=SHANGHAI)
        assert foreign.value.data["reason"] == "institution"
        with pytest.raises(VisitDiffers) as other:
            settle(world, card(world, "李秀英"), bill(100), visit=visit)
        assert other.value.data["reason"] == "person"
        # A refused visit leaves the code good.
        shown = wallet.code()
        with pytest.raises(VisitUnknown):
            settle(world, Presented(code=shown), bill(100), visit="V0")
        settle(world, Presented(code=shown), bill(100), visit=visit)

    def test_a_preview_with_a_visit_settles_in_it(self, world: World) -> None:
        wallet = world.active()
        visit, shown = world.verify(wallet.code()).mdtrt_id, wallet.code()
        seen = settle(world, Presented(code=shown), bill(100), visit=visit, preview=True)
        settled = settle(world, Presented(code=shown), bill(100), visit=visit)
        assert seen.mdtrt_id == settled.mdtrt_id == visit

    def test_a_stay_runs_from_its_admission_to_its_bill_months_later(self, world: World) -> None:
        wallet = world.active()
        verified = admit(world, wallet)
        assert verified.admitted_on == "2025-11-21"
        world.clock.move(70 * DAY)
        # The token is long dead, the visit is not; what the bill says of the admission does not count.
        told = bill(900_000, med_type=STAY)._replace(admission="2026-01-20", discharge="2026-01-28")
        settled = settle(world, card(world), told, visit=verified.mdtrt_id)
        days = next(step.values for step in settled.steps if step.rule.startswith("across_"))
        assert (days["admission"], days["discharge"]) == ("2025-11-21", "2026-01-28")
        with pytest.raises(VisitClosed):
            settle(world, card(world), told, visit=verified.mdtrt_id)
        with pytest.raises(VisitClosed):
            settle(world, card(world), bill(100), visit=verified.mdtrt_id)
        # Given back whole, it may be settled anew.
        refund(world, settled.setl_id)
        again = settle(world, card(world), told, visit=verified.mdtrt_id)
        assert [getattr(again, part) for part in PAYERS] == [getattr(settled, part) for part in PAYERS]

    @pytest.mark.parametrize("med_type", [TreatmentType.OUTPATIENT, STAY, TreatmentType.REGISTRATION])
    def test_nothing_is_billed_for_a_day_that_has_not_come_yet(self, world: World, med_type: TreatmentType) -> None:
        world.active()
        today, tomorrow = (Fee("x", Category.A, 5, day=f"2025-11-2{day}") for day in (1, 2))
        for what in (Bill(med_type, (today, tomorrow)), Bill(med_type, (today, tomorrow._replace(day="9999-12-31")))):
            with pytest.raises(BillInvalid) as refused:
                settle(world, card(world), what)
            assert (refused.value.data["path"], refused.value.data["reason"]) == ("/fees/1/day", "future")
        settle(world, card(world), Bill(med_type, (today,)))

    def test_days_of_a_stay_that_cannot_be(self, world: World) -> None:
        wallet = world.active()
        visit = admit(world, wallet).mdtrt_id
        world.clock.move(5 * DAY)
        early = bill(100, med_type=STAY)._replace(admission="2025-11-01", discharge="2025-11-10")
        late = bill(100, med_type=STAY)._replace(admission="2025-11-21", discharge="2025-11-27")
        fee = Bill(STAY, (Fee("x", Category.A, 5, day="2025-11-20"),))
        odd = Bill(STAY, (Fee("x", Category.A, 5, day="yesterday"),))
        for what, path, reason in (
            (early, "/discharge", "order"),
            (late, "/discharge", "future"),
            (fee, "/fees/0/day", "stay"),
            (odd, "/fees/0/day", "value"),
        ):
            with pytest.raises(BillInvalid) as refused:
                settle(world, card(world), what, visit=visit)
            assert (refused.value.data["path"], refused.value.data["reason"]) == (path, reason)

    # --- filings, emergencies, chronic disease ----------------------------------------------------------------------

    def test_four_ways_to_be_treated_far_from_home(self, world: World) -> None:
        unfiled = settle(world, card(world), bill(3_000_000, med_type=STAY), institution=SHANGHAI, preview=True)
        wallet = world.active()
        filing_id = file_to(world, wallet, "310000")
        filed = settle(world, card(world), bill(3_000_000, med_type=STAY), institution=SHANGHAI, preview=True)
        urgent = bill(3_000_000, med_type=STAY)._replace(emergency=True)
        emergency = settle(world, card(world), urgent, institution=SHANGHAI, preview=True)
        assert (unfiled.reach, unfiled.filing_id) == ("unfiled", None)
        assert (filed.reach, filed.filing_id) == ("other", filing_id)
        assert (emergency.reach, emergency.filing_id) == ("emergency", None)
        assert unfiled.fund_pay_sumamt_fen < filed.fund_pay_sumamt_fen < emergency.fund_pay_sumamt_fen
        assert settle(world, card(world), bill(100), preview=True).reach == "home"

    def test_filed_late_before_discharge_counts(self, world: World) -> None:
        wallet = world.active()
        visit = admit(world, wallet, SHANGHAI).mdtrt_id
        world.clock.move(3 * DAY)
        filing_id = file_to(world, wallet, "310000", start="2025-11-21")
        settled = settle(world, card(world), bill(3_000_000, med_type=STAY), visit=visit, institution=SHANGHAI)
        assert (settled.reach, settled.filing_id) == ("other", filing_id)

    def test_a_filing_for_another_place_is_told(self, world: World) -> None:
        wallet = world.active()
        file_to(world, wallet, "440100")
        settled = settle(world, card(world), bill(100), institution=SHANGHAI, preview=True)
        (told,) = [step for step in settled.steps if step.rule == "filed_elsewhere"]
        assert (told.values["filed_elsewhere"], told.values["here"]) == ("440100", "310000")
        assert settled.reach == "unfiled"
        filed = settle(world, card(world), bill(100), institution="H44010000001", preview=True)
        assert not [step for step in filed.steps if step.rule == "filed_elsewhere"]

    def test_a_filing_for_another_place_that_time_approved_is_told(self, world: World) -> None:
        filed(world.active(), to_region="440100", **WORKER)
        for moved, told in ((0, []), (10 * DAY, ["440100"])):
            world.clock.move(moved)
            settled = settle(world, card(world), bill(100), institution=SHANGHAI, preview=True)
            assert [s.values["filed_elsewhere"] for s in settled.steps if s.rule == "filed_elsewhere"] == told

    def test_chronic_disease_is_settled_once_recognised(self, world: World) -> None:
        wallet = world.active()
        asked = bill(1_000_000, med_type=TreatmentType.CHRONIC)._replace(disease=DIABETES)
        with pytest.raises(ChronicNeeded) as nothing:
            settle(world, card(world), asked)
        assert nothing.value.data["reason"] == "none" and nothing.value.fix == ("yibao chronic new",)
        applied = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        with pytest.raises(ChronicNeeded):
            settle(world, card(world), asked)
        decide(world, applied.chronic_id)
        settled = settle(world, card(world), asked)
        assert settled.med_type is TreatmentType.CHRONIC and settled.fund_pay_sumamt_fen > 0
        with pytest.raises(ChronicNeeded) as other:
            settle(world, card(world), asked._replace(disease="M03900"))
        assert other.value.data["reason"] == "other"
        with pytest.raises(BillInvalid) as unnamed:
            settle(world, card(world), asked._replace(disease=None))
        assert unnamed.value.data["path"] == "/disease"

    def test_institutions_say_what_they_cannot_do_and_who_can(self, world: World) -> None:
        wallet = world.active("林小雨")
        for institution, what, service, wanted in (
            ("H11000000003", bill(100), "voucher", "--region 110000 --supports voucher"),
            ("H11000000002", bill(100), "cross_province", "--region 110000 --cross-province"),
            ("H11000000002", bill(100, med_type=STAY), "inpatient", "--region 110000 --supports inpatient"),
            (PHARMACY, bill(100), "outpatient", "--region 110000 --supports outpatient"),
        ):
            shown = wallet.code()
            with pytest.raises(InstitutionUnable) as refused:
                settle(world, Presented(code=shown), what, institution=institution)
            assert (refused.value.data["service"], refused.value.data["reason"]) == (service, service)
            assert refused.value.fix == (f"yibao institution search {wanted}",)

    # --- agents -----------------------------------------------------------------------------------------------------

    def test_medicines_are_collected_for_somebody_with_both_documents(self, world: World) -> None:
        wallet = world.active()
        medicine = bill(3_000, med_type=TreatmentType.PHARMACY)
        helper = Presented(document=person(world.platform, "李秀英").person.document)
        settled = settle(world, card(world), medicine, institution=PHARMACY, agent=helper)
        assert settled.agent == "**英"
        assert wallet.ask("record", wallet.handle, settled.setl_id).settlement.agent == "**英"
        own = Presented(document=person(world.platform).person.document)
        for presented, agent, code, reason in (
            (Presented(code=wallet.code()), helper, AgentNotAllowed, "credential"),
            (card(world), own, AgentInvalid, "same"),
            (card(world), card(world, "李秀英"), AgentInvalid, "document"),
            (card(world), Presented(document=world.unknown_document()), AgentInvalid, "unknown"),
        ):
            with pytest.raises((AgentInvalid, AgentNotAllowed)) as refused:
                settle(world, presented, medicine, institution=PHARMACY, agent=agent)
            assert isinstance(refused.value, code) and refused.value.data["reason"] == reason
        with pytest.raises(RealIdInSandbox):
            settle(world, card(world), medicine, institution=PHARMACY, agent=Presented(document=real_document()))
        with pytest.raises(AgentNotAllowed) as nowhere:
            settle(world, card(world), bill(100), agent=helper)
        assert nowhere.value.data["reason"] == "med_type"


class RefundsContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_full_refund_gives_everything_back(self, world: World) -> None:
        wallet = world.active()
        before = standing(wallet)
        settled = settle(world, card(world), mixed(400_000, 90_000, 30_000))
        back = refund(world, settled.setl_id)
        assert back.setl_id[0] == "R" and back.refund_of == settled.setl_id
        for part in ("medfee_sumamt_fen", *PAYERS, *SCOPES, "act_pay_dedc_fen"):
            assert getattr(back, part) == -getattr(settled, part)
        assert_adds_up(settled, back)
        assert standing(wallet) == before and back.balc_fen == before[0]
        assert query(world, settled.setl_id).state is SettlementState.REFUNDED
        assert query(world, back.setl_id) == back
        assert wallet.ask("record", wallet.handle, back.setl_id).amount_fen == back.medfee_sumamt_fen

    def test_parts_come_to_the_whole(self, world: World) -> None:
        wallet = world.active()
        before = standing(wallet)
        what = mixed(400_000, 90_000, 30_000)
        settled = settle(world, card(world), what)
        parts = [
            refund(world, settled.setl_id, Bill(what.med_type, (what.fees[0]._replace(amount_fen=150_000),))),
            refund(world, settled.setl_id, Bill(what.med_type, (what.fees[2], what.fees[1]._replace(amount_fen=1)))),
        ]
        assert query(world, settled.setl_id).state is SettlementState.PARTLY_REFUNDED
        parts.append(refund(world, settled.setl_id))
        assert_adds_up(*parts)
        for part in ("medfee_sumamt_fen", *PAYERS, *SCOPES):
            assert sum(getattr(one, part) for one in parts) == -getattr(settled, part)
            assert all(getattr(one, part) <= 0 for one in parts)
        assert standing(wallet) == before
        assert query(world, settled.setl_id).state is SettlementState.REFUNDED

    def test_a_part_back_leaves_what_the_rest_would_have_cost(self, world: World) -> None:
        what = mixed(400_000, 90_000, 30_000)
        rest = Bill(what.med_type, what.fees[:2])
        alone = settle(world, card(world), rest, preview=True)
        settled = settle(world, card(world), what)
        back = refund(world, settled.setl_id, Bill(what.med_type, what.fees[2:]))
        for part in (*PAYERS, *SCOPES):
            assert getattr(settled, part) + getattr(back, part) == getattr(alone, part)

    def test_a_refund_after_the_year_mends_that_year(self, world: World) -> None:
        wallet = world.active()
        settled = settle(world, card(world), bill(600_000))
        world.clock.move(60 * DAY)
        now = settle(world, card(world), bill(600_000))
        refund(world, settled.setl_id)
        assert standing(wallet)[1:] == (now.act_pay_dedc_fen, now.fund_pay_sumamt_fen)
        world.clock.move(-60 * DAY)
        assert standing(wallet)[1:] == (0, 0)

    def test_later_settlements_stay_as_they_were(self, world: World) -> None:
        wallet = world.active()
        first = settle(world, card(world), bill(600_000))
        second = settle(world, card(world), bill(600_000))
        refund(world, first.setl_id)
        account, deductible, fund = standing(wallet)
        assert (deductible, fund) == (second.act_pay_dedc_fen, second.fund_pay_sumamt_fen)
        assert account == (person(world.platform).personal_account_fen or 0)
        assert query(world, second.setl_id) == second

    def test_stays_and_visits_are_counted_back(self, world: World) -> None:
        wallet = world.active()
        first = settle(world, card(world), bill(900_000, med_type=STAY))
        refund(world, first.setl_id)
        again = settle(world, card(world), bill(900_000, med_type=STAY))
        assert again.act_pay_dedc_fen == first.act_pay_dedc_fen and again.steps == first.steps
        visit = world.verify(wallet.code()).mdtrt_id
        in_visit = settle(world, card(world), bill(900_000, med_type=STAY), visit=visit)
        reverse(world, in_visit.setl_id)
        repeated = settle(world, card(world), bill(900_000, med_type=STAY), visit=visit)
        assert repeated.act_pay_dedc_fen == in_visit.act_pay_dedc_fen

    def test_more_than_was_billed_is_not_given_back(self, world: World) -> None:
        what = mixed(400_000, 90_000)
        settled = settle(world, card(world), what)
        line = what.fees[0]
        with pytest.raises(RefundTooLarge) as over:
            refund(world, settled.setl_id, Bill(what.med_type, (line._replace(amount_fen=400_001),)))
        assert over.value.data["left_fen"] == 400_000
        with pytest.raises(RefundTooLarge):
            refund(world, settled.setl_id, Bill(what.med_type, (line, line._replace(amount_fen=1))))
        with pytest.raises(RefundTooLarge):
            refund(world, settled.setl_id, Bill(what.med_type, (line._replace(name="别的"),)))
        refund(world, settled.setl_id, Bill(what.med_type, (line._replace(amount_fen=300_000),)))
        with pytest.raises(RefundTooLarge) as left:
            refund(world, settled.setl_id, Bill(what.med_type, (line._replace(amount_fen=100_001),)))
        assert left.value.data["left_fen"] == 100_000
        for wrong in (
            Bill(what.med_type, ()),
            Bill(what.med_type, (line._replace(amount_fen=0),)),
            Bill(what.med_type, (line._replace(amount_fen=-5),)),
            Bill(STAY, (line._replace(amount_fen=5),)),
        ):
            with pytest.raises(BillInvalid):
                refund(world, settled.setl_id, wrong)

    def test_refunds_are_safe_to_repeat_and_made_once(self, world: World) -> None:
        wallet = world.active()
        settled, key = settle(world, card(world), bill(600_000)), fresh_key()
        back = refund(world, settled.setl_id, key=key)
        after = standing(wallet)
        assert refund(world, settled.setl_id, key=key) == back == query(world, of=key)
        with pytest.raises(SettlementRefunded):
            refund(world, settled.setl_id)
        with pytest.raises(IdempotencyMismatch):
            refund(world, settled.setl_id, bill(1), key=key)
        with pytest.raises(SettlementRefunded) as of_refund:
            refund(world, back.setl_id)
        assert of_refund.value.data["reason"] == "refund"
        with pytest.raises(SettlementUnknown):
            world.platform.institution.refund(terminal_call(SHANGHAI), settled.setl_id, None)
        assert standing(wallet) == after

    # --- reversals --------------------------------------------------------------------------------------------------

    def test_a_reversal_undoes_the_whole(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        before = standing(wallet)
        settled = settle(world, card(world), mixed(400_000, 90_000, 30_000), key=key)
        done = reverse(world, of=key)
        assert done.changed and done.settlement is not None
        assert done.settlement.state is SettlementState.REVERSED
        assert standing(wallet) == before
        again = reverse(world, settled.setl_id)
        assert not again.changed and again.settlement == done.settlement == query(world, of=key)
        assert standing(wallet) == before

    def test_a_late_repeat_of_what_was_reversed_is_refused(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        shown = wallet.code()
        settle(world, Presented(code=shown), bill(600_000), key=key)
        reverse(world, of=key)
        before = standing(wallet)
        for _ in range(2):
            with pytest.raises(SettlementReversed):
                settle(world, Presented(code=shown), bill(600_000), key=key)
        assert standing(wallet) == before
        with pytest.raises(CodeUsed):
            settle(world, Presented(code=shown), bill(600_000))
        settle(world, Presented(code=wallet.code()), bill(600_000))

    def test_a_request_never_seen_is_never_carried_out(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        done = reverse(world, of=key)
        assert (done.changed, done.settlement) == (True, None)
        assert reverse(world, of=key) == Reversal(False, None)
        with pytest.raises(SettlementReversed):
            query(world, of=key)
        shown, before = wallet.code(), standing(wallet)
        with pytest.raises(SettlementReversed):
            settle(world, Presented(code=shown), bill(600_000), key=key)
        assert standing(wallet) == before
        # Keys are each institution's own, and the code is still good.
        settle(world, Presented(code=shown), bill(600_000), key=key, institution=SHANGHAI)

    def test_a_refunds_request_is_one_like_a_settlements(self, world: World) -> None:
        wallet = world.active()
        settled = settle(world, card(world), bill(600_000))
        # Carried out: it stands, and is no more undone by its key than by its number.
        key = fresh_key()
        back = refund(world, settled.setl_id, Bill(settled.med_type, (Fee("药品1", Category.A, 1),)), key=key)
        with pytest.raises(SettlementRefunded) as stands:
            reverse(world, of=key)
        assert (stands.value.data["id"], stands.value.data["reason"]) == (back.setl_id, "refund")
        assert query(world, of=key) == back
        # Never seen, and reversed: it comes too late, and nothing goes back.
        late, before = fresh_key(), standing(wallet)
        assert reverse(world, of=late) == Reversal(True, None)
        assert reverse(world, of=late) == Reversal(False, None)
        with pytest.raises(SettlementReversed):
            refund(world, settled.setl_id, key=late)
        with pytest.raises(SettlementReversed):
            query(world, of=late)
        assert standing(wallet) == before
        refund(world, settled.setl_id)

    def test_what_was_given_back_is_not_reversed(self, world: World) -> None:
        key = fresh_key()
        settled = settle(world, card(world), bill(600_000), key=key)
        back = refund(world, settled.setl_id, Bill(settled.med_type, (Fee("药品1", Category.A, 1),)))
        for number, asked in ((settled.setl_id, None), (None, key), (back.setl_id, None)):
            with pytest.raises(SettlementRefunded):
                reverse(world, number, of=asked)
        for where, number in ((SHANGHAI, settled.setl_id), (HOSPITAL, "S0"), (HOSPITAL, None)):
            with pytest.raises(SettlementUnknown):
                reverse(world, number, where=where)
        reversed_one = settle(world, card(world), bill(100))
        reverse(world, reversed_one.setl_id)
        with pytest.raises(SettlementReversed):
            refund(world, reversed_one.setl_id)

    def test_kept_answers_end_but_settlements_stay_found(self, world: World) -> None:
        key = fresh_key()
        settled = settle(world, card(world), bill(600_000), key=key)
        world.clock.move(100 * DAY)
        settle(world, card(world), bill(100))
        assert settle(world, card(world), bill(600_000), key=key) == settled
        with pytest.raises(IdempotencyMismatch):
            settle(world, card(world), bill(600_001), key=key)

    def test_a_key_used_anew_is_not_answered_with_another_persons_settlement(self, world: World) -> None:
        keys = [fresh_key() for _ in range(4)]
        for key in keys:
            settle(world, card(world), bill(5_000), key=key)
        world.clock.move(100 * DAY)
        other, wallet = person(world.platform, "李秀英"), world.active("李秀英")
        verified = world.verify(wallet.code())
        shown = (card(world, "李秀英"), Presented(document=other.person.document), Presented(code=wallet.code()))
        for presented, key in zip((*shown, Presented(ec_token=verified.ec_token)), keys, strict=True):
            with pytest.raises(IdempotencyMismatch):
                settle(world, presented, bill(5_000), key=key)
        assert settle(world, Presented(code=wallet.code()), bill(5_000)).acct_pay_fen > 0

    def test_a_refund_repeated_after_kept_answers_ended_is_made_once(self, world: World) -> None:
        wallet, keys = world.active(), [fresh_key() for _ in range(3)]
        settled, another = (settle(world, card(world), bill(600_000)) for _ in range(2))
        backs = [refund(world, settled.setl_id, bill(1_000), key=key) for key in keys]
        world.clock.move(100 * DAY)
        settle(world, card(world), bill(100))
        after = standing(wallet)
        assert refund(world, settled.setl_id, bill(1_000), key=keys[0]) == backs[0]
        with pytest.raises(IdempotencyMismatch):
            refund(world, settled.setl_id, bill(999), key=keys[1])
        with pytest.raises(IdempotencyMismatch):
            refund(world, another.setl_id, bill(1_000), key=keys[2])
        assert standing(wallet) == after
