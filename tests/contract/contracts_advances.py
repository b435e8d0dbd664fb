"""What every adapter of the platform port keeps of advances: what the law excludes, paid first and recovered later."""

from __future__ import annotations

import pytest
from contract.contracts_claims import BIG, CLAIM_PAPERS, claim, look, paid, paper, request, used
from contract.platform_kit import World, bill, fresh_key, operator_call, terminal_call

from wallet_cli.domain.bill import Cause
from wallet_cli.domain.claim import ClaimCause
from wallet_cli.domain.identity import Name, Phone
from wallet_cli.domain.papers import PaperKind
from wallet_cli.domain.settlement import Bill, Category, Fee, TreatmentType
from wallet_cli.errors import ClaimSettled, ClaimUnknown, RecoveryTooMuch
from wallet_cli.ports import PersonDraft, Presented

CHENGDU = "H51010000001"
DAY = 86_400


class AdvancesContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_what_the_counter_settled_without_the_fund_is_advanced_once_it_is_refunded(self, world: World) -> None:
        wallet = world.active()
        accident = bill(BIG)._replace(cause=Cause.WORK_INJURY)
        settled = world.settle(Presented(code=wallet.code()), accident)
        assert settled.fund_pay_sumamt_fen == 0
        asked = request(bill=accident, cause=ClaimCause.WORK_INJURY, advance=True)
        with pytest.raises(ClaimSettled) as refused:
            claim(wallet, asked)
        assert refused.value.data == {"setl_id": settled.setl_id, "reason": "excluded"}
        world.platform.institution.refund(terminal_call(key=fresh_key()), settled.setl_id, None)
        done = paid(world, wallet, asked)
        assert done.recover_fen == done.fund_pay_fen and done.fund_pay_fen

    def test_an_advance_is_recovered(self, world: World) -> None:
        wallet, agency = world.active(), world.platform.agency
        asked = request(cause=ClaimCause.WORK_INJURY, advance=True)
        done = paid(world, wallet, asked)
        fund = done.fund_pay_fen
        assert fund and (done.recover_fen, done.recovered_fen) == (fund, 0)
        key = fresh_key()
        for _ in range(2):
            part = agency.recover_claim(operator_call(key=key), done.claim_id, 1_000).value
            assert (part.recover_fen, part.recovered_fen) == (fund - 1_000, 1_000)
        for much in (fund - 999, 0, -1):
            with pytest.raises(RecoveryTooMuch):
                agency.recover_claim(operator_call(), done.claim_id, much)
        whole = agency.recover_claim(operator_call(), done.claim_id, fund - 1_000).value
        assert (whole.recover_fen, whole.recovered_fen, whole.fund_pay_fen) == (0, fund, fund)
        assert look(wallet, done) == whole and used(wallet)[1] == 0

    def test_what_is_recovered_counts_against_no_cap(self, world: World) -> None:
        """Chengdu's residents have 200.00 a year of the fund at outpatients: a class with a cap of its own."""
        agency, wallet = world.platform.agency, world.wallet()
        born = {"birth_date": "1990-01-01", "sex": "male"}
        draft = PersonDraft(Name("蜀一"), Phone("13800001234"), "510100", "390", None, **born)
        wallet.activate(agency.add_person(operator_call(), draft).value)
        asked = {"institution": CHENGDU, "region": "510100"}
        accident = request(**asked, cause=ClaimCause.WORK_INJURY, advance=True)
        visit = request(**asked, bill=bill(BIG - 1), invoice_no="INV-2")
        done = paid(world, wallet, accident)
        assert done.fund_pay_fen == done.recover_fen == 20_000
        for part in (15_000, 5_000):
            agency.recover_claim(operator_call(), done.claim_id, part)
        assert used(wallet)[1] == 0
        assert paid(world, wallet, visit).fund_pay_fen == 20_000

    def test_what_is_recovered_goes_back_to_the_years_it_was_advanced_in(self, world: World) -> None:
        """A stay across New Year: what comes back is taken off the old year's figures first."""
        agency, wallet = world.platform.agency, world.active()
        world.clock.move(50 * DAY)
        fees = (Fee("x", Category.A, 330_000, day="2025-12-30"), Fee("x", Category.A, 100_000, day="2026-01-02"))
        stay = Bill(TreatmentType.INPATIENT, fees, "2025-12-30", "2026-01-02")
        done = paid(
            world,
            wallet,
            request(
                bill=stay,
                visited_on="2025-12-30",
                cause=ClaimCause.WORK_INJURY,
                advance=True,
                papers=(*CLAIM_PAPERS[:2], paper(PaperKind.DISCHARGE_NOTE)),
            ),
        )
        # 3,300.00 - 1,300.00 = 2,000.00 x 85 % and 1,000.00 x 85 %.
        assert (done.fund_pay_fen, used(wallet)[1]) == (170_000 + 85_000, 85_000)
        agency.recover_claim(operator_call(), done.claim_id, 180_000)
        assert used(wallet)[1] == 75_000
        agency.recover_claim(operator_call(), done.claim_id, 75_000)
        assert used(wallet)[1] == 0

    def test_nothing_is_recovered_from_a_claim_that_is_no_advance(self, world: World) -> None:
        wallet, agency = world.active(), world.platform.agency
        done = paid(world, wallet, request())
        with pytest.raises(RecoveryTooMuch) as refused:
            agency.recover_claim(operator_call(), done.claim_id, 1)
        assert refused.value.data["open_yuan"] == "0.00"
        with pytest.raises(ClaimUnknown):
            agency.recover_claim(operator_call(), "M" + "0" * 16, 1)
