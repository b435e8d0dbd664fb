"""What every adapter of the platform port keeps: checking codes, settling, asking again."""

from __future__ import annotations

import pytest
from contract.platform_kit import (
    HOSPITAL,
    PHARMACY,
    World,
    bill,
    fresh_key,
    operator_call,
    person,
    real_document,
    terminal_call,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wallet_cli.domain import code
from wallet_cli.domain.identity import Name, Phone
from wallet_cli.domain.secret import Secret
from wallet_cli.domain.settlement import Bill, Category, Fee, TreatmentType
from wallet_cli.errors import (
    BillInvalid,
    CardLost,
    ChecksLimited,
    CodeExpired,
    CodeForeign,
    CodeInvalid,
    CodeMalformed,
    CodeUsed,
    EcTokenInvalid,
    IdempotencyMismatch,
    InstitutionUnable,
    InstitutionUnknown,
    NotFound,
    NotInsured,
    PersonUnknown,
    PlatformError,
    RealIdInSandbox,
    SettlementUnknown,
    VoucherExpired,
    VoucherFrozen,
    VoucherRevoked,
)
from wallet_cli.ports import Call, PersonChange, PersonDraft, Presented

SHANGHAI = "H31000000001"
COMMUNITY = "H11000000002"
CARD_ONLY = "H11000000003"


class CodesContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_code_names_its_person_once(self, world: World) -> None:
        wallet = world.active()
        shown = wallet.code()
        verified = world.verify(shown)
        assert (verified.masked_name, verified.insuplc_admdvs, verified.insutype) == ("*三", "110000", "310")
        assert verified.psn_no == person(world.platform).person.psn_no
        assert verified.expires_at == world.clock.now() + 86_400
        with pytest.raises(CodeUsed):
            world.verify(shown)
        with pytest.raises(CodeUsed):
            world.settle(Presented(code=shown), bill(100), institution="H31000000001")

    def test_a_lost_answer_is_asked_for_again(self, world: World) -> None:
        wallet = world.active()
        shown, key = wallet.code(), fresh_key()
        first = world.verify(shown, key=key)
        world.clock.move(4_000)
        assert world.verify(shown, key=key) == first
        with pytest.raises(IdempotencyMismatch):
            world.verify(wallet.code(), key=key)

    def test_steps_around_now_are_taken(self, world: World) -> None:
        wallet = world.active()
        # Made in the step before, checked 59 seconds later at most; made by a wallet whose clock is ahead.
        shown = wallet.code()
        world.clock.move(59)
        world.verify(shown)
        ahead = code.encode(wallet.secrets[wallet.handle], "990", wallet.handle, code.step_of(world.clock.at) + 1, 0)
        world.verify(ahead)

    def test_expired_is_told_apart_from_wrong(self, world: World) -> None:
        wallet = world.active()
        shown = wallet.code()
        world.clock.move(60)
        with pytest.raises(CodeExpired):
            world.verify(shown)
        world.clock.move(3_600)
        with pytest.raises(CodeInvalid):
            world.verify(shown)

    def test_unknown_handles_and_wrong_macs_answer_alike(self, world: World) -> None:
        wallet = world.active()
        step = code.step_of(world.clock.at)
        other_secret = code.encode(Secret(bytes(32)), "990", wallet.handle, step, 0)
        other_handle = code.encode(wallet.secrets[wallet.handle], "990", "00199999999", step, 0)
        for shown in (other_secret, other_handle):
            with pytest.raises(CodeInvalid) as refused:
                world.verify(shown)
            assert refused.value.data == {}

    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(place=st.integers(0, 27), turn=st.integers(1, 9))
    def test_any_altered_digit_is_malformed(self, world: World, place: int, turn: int) -> None:
        shown = "1990001123456780" + "12345678901"
        shown += code.check_digit(shown)
        altered = shown[:place] + str((int(shown[place]) + turn) % 10) + shown[place + 1 :]
        assert world.refusal(altered) == "CODE_MALFORMED"

    def test_form_and_platform_come_first(self, world: World) -> None:
        wallet = world.active()
        for text in ("", "1" * 27, wallet.code() + " ", "１" * 28, "A" * 28):
            with pytest.raises(CodeMalformed):
                world.verify(text)
        foreign = code.encode(wallet.secrets[wallet.handle], "991", wallet.handle, code.step_of(world.clock.at), 0)
        with pytest.raises(CodeForeign) as refused:
            world.verify(foreign, institution="H99000000009")
        assert refused.value.data["platform"] == "991"

    def test_wrong_codes_are_counted_by_terminal_alone(self, world: World) -> None:
        wallet = world.active()
        step = code.step_of(world.clock.at)
        for roll in range(20):
            bad = code.encode(Secret(bytes([roll]) * 32), "990", wallet.handle, step, 0)
            with pytest.raises(CodeInvalid):
                world.verify(bad)
        with pytest.raises(ChecksLimited) as refused:
            world.verify(wallet.code())
        assert refused.value.data["wait"] == 600
        # Neither another terminal nor the handle is locked.
        world.verify(wallet.code(), terminal="2")
        world.verify(wallet.code(), institution=SHANGHAI)
        world.clock.move(600)
        world.verify(wallet.code())

    def test_institutions_and_what_they_take(self, world: World) -> None:
        wallet = world.active()
        with pytest.raises(InstitutionUnknown):
            world.verify(wallet.code(), institution="H99000000009")
        with pytest.raises(InstitutionUnable) as no_voucher:
            world.verify(wallet.code(), institution=CARD_ONLY)
        assert no_voucher.value.data["service"] == "voucher"
        with pytest.raises(InstitutionUnable) as no_beds:
            world.platform.institution.verify(terminal_call(COMMUNITY), wallet.code(), "01103")
        assert no_beds.value.data["service"] == "inpatient"
        with pytest.raises(InstitutionUnable):
            world.settle(Presented(code=wallet.code()), bill(100), institution=PHARMACY)
        with pytest.raises(NotFound):
            world.platform.institution.verify(terminal_call(), wallet.code(), "00000")
        with pytest.raises(InstitutionUnknown):
            world.platform.institution.verify(Call(None, fresh_key()), wallet.code(), "01301")
        with pytest.raises(PlatformError):
            world.platform.institution.verify(Call(terminal_call().credential, None), wallet.code(), "01301")

    def test_a_refused_institution_leaves_the_code_good(self, world: World) -> None:
        wallet = world.active("林小雨")
        shown = wallet.code()
        with pytest.raises(InstitutionUnable) as far:
            world.verify(shown, institution=COMMUNITY)
        assert far.value.data["service"] == "cross_province"
        with pytest.raises(InstitutionUnable):
            world.settle(Presented(code=shown), bill(100), institution=COMMUNITY)
        world.verify(shown, institution=SHANGHAI)

    def test_an_old_voucher_no_longer_serves(self, world: World) -> None:
        wallet = world.active()
        world.clock.move(365 * 86_400)
        with pytest.raises(VoucherExpired):
            world.verify(wallet.code())

    # --- settlement -------------------------------------------------------------------------------------------------

    def test_a_code_settles_once(self, world: World) -> None:
        wallet = world.active()
        before = world.balance() or 0
        shown = wallet.code()
        settled = world.settle(Presented(code=shown), bill(100_000, 5_000))
        assert (settled.mdtrt_cert_type, settled.fixmedins_code, settled.preview) == ("01", HOSPITAL, False)
        assert settled.medfee_sumamt_fen == 105_000
        assert settled.fund_pay_sumamt_fen + settled.acct_pay_fen + settled.psn_cash_pay_fen == 105_000
        assert world.balance() == before - settled.acct_pay_fen == settled.balc_fen
        with pytest.raises(CodeUsed):
            world.settle(Presented(code=shown), bill(100_000))
        account = wallet.ask("accounts", wallet.handle)[0]
        assert account.deductible_used_fen == settled.act_pay_dedc_fen
        assert account.pool_used_fen == settled.fund_pay_sumamt_fen
        record = wallet.ask("record", wallet.handle, settled.setl_id)
        assert record.settlement == settled and record.amount_fen == 105_000

    def test_the_same_key_settles_once(self, world: World) -> None:
        wallet = world.active()
        shown, key = wallet.code(), fresh_key()
        first = world.settle(Presented(code=shown), bill(30_000), key=key)
        after = world.balance()
        world.clock.move(7_200)
        assert world.settle(Presented(code=shown), bill(30_000), key=key) == first
        assert world.balance() == after
        with pytest.raises(IdempotencyMismatch):
            world.settle(Presented(code=shown), bill(30_001), key=key)

    def test_a_settlement_is_asked_after_by_its_own_institution(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        settled = world.settle(Presented(code=wallet.code()), bill(30_000), key=key)
        query = world.platform.institution.query
        assert query(terminal_call(), settled.setl_id, None).value == settled
        assert query(terminal_call(terminal="9"), None, key).value == settled
        for where, number, asked in (
            (SHANGHAI, settled.setl_id, None),
            (SHANGHAI, None, key),
            (HOSPITAL, "S0", None),
            (HOSPITAL, None, "another"),
            (HOSPITAL, None, None),
        ):
            with pytest.raises(SettlementUnknown):
                query(terminal_call(where), number, asked)

    def test_an_ec_token_serves_one_visit(self, world: World) -> None:
        wallet = world.active()
        token = world.verify(wallet.code()).ec_token
        first = world.settle(Presented(ec_token=token), bill(5_000, med_type=TreatmentType.REGISTRATION))
        world.clock.move(3_600)
        second = world.settle(Presented(ec_token=token), bill(90_000), terminal="2")
        assert first.mdtrt_id == second.mdtrt_id and first.setl_id != second.setl_id
        assert world.settle(Presented(code=wallet.code()), bill(100)).mdtrt_id != first.mdtrt_id
        with pytest.raises(EcTokenInvalid) as foreign:
            world.settle(Presented(ec_token=token), bill(100), institution=SHANGHAI)
        assert foreign.value.data["reason"] == "institution"
        with pytest.raises(EcTokenInvalid):
            world.settle(Presented(ec_token=token[:-1] + ("0" if token[-1] != "0" else "1")), bill(100))
        world.clock.move(86_400 - 3_600)
        with pytest.raises(EcTokenInvalid) as old:
            world.settle(Presented(ec_token=token), bill(100))
        assert old.value.data["reason"] == "expired"

    def test_a_refreshed_voucher_does_not_end_a_visit_but_a_freeze_does(self, world: World) -> None:
        wallet = world.active()
        token = world.verify(wallet.code()).ec_token
        wallet.keep(wallet.do("reissue", wallet.handle, wallet.proof(), new_handle=True))
        world.settle(Presented(ec_token=token), bill(100))
        wallet.do("freeze")
        with pytest.raises(VoucherFrozen):
            world.settle(Presented(ec_token=token), bill(100))
        wallet.do("unfreeze", wallet.proof())
        world.settle(Presented(ec_token=token), bill(100))
        other = world.active()
        other.do("revoke_device", wallet.ask("devices")[0].device_id, other.proof())
        with pytest.raises(VoucherRevoked):
            world.settle(Presented(ec_token=token), bill(100))

    def test_a_preview_moves_nothing_and_its_code_still_settles(self, world: World) -> None:
        wallet = world.active()
        shown, before = wallet.code(), world.balance()
        seen = world.settle(Presented(code=shown), bill(50_000), preview=True)
        again = world.settle(Presented(code=shown), bill(50_000), preview=True)
        assert (seen.preview, seen.acct_pay_fen, seen.mdtrt_id) == (True, again.acct_pay_fen, again.mdtrt_id)
        assert world.balance() == before and wallet.ask("accounts", wallet.handle)[0].deductible_used_fen == 0
        with pytest.raises(CodeUsed):
            world.settle(Presented(code=shown), bill(50_000), terminal="2")
        settled = world.settle(Presented(code=shown), bill(50_000))
        assert (settled.mdtrt_id, settled.acct_pay_fen) == (seen.mdtrt_id, seen.acct_pay_fen)
        with pytest.raises(CodeUsed):
            world.settle(Presented(code=shown), bill(50_000))

    def test_card_and_document_settle_alike(self, world: World) -> None:
        zhang = person(world.platform)
        by_card = world.settle(Presented(card=zhang.card_number), bill(10_000), preview=True)
        by_document = world.settle(Presented(document=zhang.person.document), bill(10_000), preview=True)
        wallet = world.active()
        by_code = world.settle(Presented(code=wallet.code()), bill(10_000), preview=True)
        assert [s.mdtrt_cert_type for s in (by_code, by_document, by_card)] == ["01", "02", "03"]
        assert by_card.steps == by_document.steps == by_code.steps

    def test_a_lost_card_stops_the_card_alone(self, world: World) -> None:
        wallet, zhang = world.active(), person(world.platform)
        wallet.do("report_card_lost", wallet.handle)
        with pytest.raises(CardLost):
            world.settle(Presented(card=zhang.card_number), bill(100))
        world.settle(Presented(code=wallet.code()), bill(100))
        wallet.do("reissue_card", wallet.handle)
        with pytest.raises(CardLost):
            world.settle(Presented(card=zhang.card_number), bill(100))
        world.settle(Presented(card=person(world.platform).card_number), bill(100))

    def test_what_is_presented(self, world: World) -> None:
        for presented in (Presented(), Presented(code="1" * 28, ec_token="x")):
            with pytest.raises(NotFound):
                world.settle(presented, bill(100))
        with pytest.raises(EcTokenInvalid):
            world.settle(Presented(ec_token="nothing"), bill(100))
        with pytest.raises(RealIdInSandbox):
            world.settle(Presented(document=real_document()), bill(100))
        for number in range(20):
            with pytest.raises(PersonUnknown):
                world.settle(Presented(card=Secret(b"S99%015d" % number)), bill(100))
        with pytest.raises(ChecksLimited):
            world.settle(Presented(document=world.unknown_document()), bill(100))

    def test_insurance_that_ended(self, world: World) -> None:
        wallet = world.active()
        world.platform.agency.change_person(operator_call(), "张三", PersonChange(insured=False))
        with pytest.raises(NotInsured):
            world.settle(Presented(code=wallet.code()), bill(100))

    def test_bills_out_of_bounds(self, world: World) -> None:
        wallet = world.active()
        a = Category.A
        for fees in (
            (),
            (Fee("x", a, -1),),
            (Fee("x", a, 10**12),),
            (Fee("x", a, 5, over_limit_fen=6),),
            (Fee("x", Category.B, 5, own_ratio_permyriad=10_001),),
            (Fee("x", a, 1),) * 1001,
        ):
            with pytest.raises(BillInvalid):
                world.settle(Presented(code=wallet.code()), Bill(TreatmentType.OUTPATIENT, fees))
        world.clock.move(30)
        world.settle(Presented(code=wallet.code()), bill(0))

    def test_residents_have_no_account(self, world: World) -> None:
        wallet = world.active("陈晨")
        settled = world.settle(Presented(code=wallet.code()), bill(200_000))
        assert settled.acct_pay_fen == 0 and settled.balc_fen is None
        assert wallet.ask("accounts", wallet.handle)[0].personal_account_fen is None

    def test_a_new_year_begins_with_nothing_used(self, world: World) -> None:
        wallet = world.active()
        used = world.settle(Presented(code=wallet.code()), bill(300_000))
        assert used.act_pay_dedc_fen > 0
        world.clock.move(60 * 86_400)
        account = wallet.ask("accounts", wallet.handle)[0]
        assert (account.year, account.deductible_used_fen, account.pool_used_fen) == (2026, 0, 0)
        assert world.settle(Presented(code=wallet.code()), bill(300_000)).act_pay_dedc_fen == used.act_pay_dedc_fen

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        amounts=st.lists(st.lists(st.integers(0, 3_000_000), min_size=1, max_size=5), min_size=1, max_size=4),
        kind=st.sampled_from([TreatmentType.OUTPATIENT, TreatmentType.INPATIENT, TreatmentType.EMERGENCY]),
        start=st.integers(0, 500_000),
    )
    def test_sums_hold_whatever_is_billed(
        self, world: World, amounts: list[list[int]], kind: TreatmentType, start: int
    ) -> None:
        added = world.platform.agency.add_person(
            operator_call(),
            PersonDraft(
                Name("钱多"), Phone("19900000000"), "110000", "310", None, "1980-02-03", "1", personal_account_fen=start
            ),
        ).value
        balance, fund, deductible = start, 0, 0
        for fees in amounts:
            settled = world.settle(Presented(card=added.card_number), bill(*fees, med_type=kind))
            parts = settled.inscp_scp_amt_fen + settled.preselfpay_amt_fen + settled.overlmt_selfpay_fen
            assert settled.medfee_sumamt_fen == sum(fees) == parts + settled.fulamt_ownpay_amt_fen
            paid = settled.fund_pay_sumamt_fen + settled.acct_pay_fen + settled.acct_mulaid_pay_fen
            assert paid + settled.psn_cash_pay_fen == sum(fees)
            balance -= settled.acct_pay_fen
            fund += settled.fund_pay_sumamt_fen
            deductible += settled.act_pay_dedc_fen
            assert settled.balc_fen == balance >= 0
            assert min(settled.fund_pay_sumamt_fen, settled.acct_pay_fen, settled.psn_cash_pay_fen) >= 0
        now = world.platform.agency.person(operator_call(), added.person.psn_no).value
        assert now.personal_account_fen == balance
