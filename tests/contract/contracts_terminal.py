"""What every adapter of the platform port keeps at the terminal: visits, stays, agents."""

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
    operator_call,
    person,
    real_document,
    terminal_call,
)

from wallet_cli.domain.filing import FilingCategory, FilingRequest
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.settlement import Bill, Category, Fee, Settlement, TreatmentType
from wallet_cli.errors import (
    AgentInvalid,
    AgentNotAllowed,
    BillInvalid,
    ChronicNeeded,
    InstitutionUnable,
    RealIdInSandbox,
    VisitClosed,
    VisitDiffers,
    VisitUnknown,
)
from wallet_cli.ports import InstitutionInfo, Presented, Reversal, Verified

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

    @pytest.mark.parametrize("code", ["H81000000001", "H82000000001", "H71000000001"])
    def test_treatment_beyond_the_mainland_is_abroad_to_the_fund(self, world: World, code: str) -> None:
        there = InstitutionInfo(code, "镜湖医院", "Beyond", code[1:7], 3, ("card", "outpatient"), True)
        world.platform.agency.add_institution(operator_call(), there)
        settled = settle(world, card(world), bill(600_000), institution=code)
        assert settled.psn_cash_pay_fen == settled.fulamt_ownpay_amt_fen == 600_000
        assert [step.values["cause"] for step in settled.steps if step.rule == "excluded"] == ["abroad"]

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
