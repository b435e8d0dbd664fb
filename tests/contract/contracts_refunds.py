"""What every adapter of the platform port keeps when money goes back: refunds, whole and in part, and reversals."""

from __future__ import annotations

import pytest
from contract.contracts_terminal import (
    DAY,
    PAYERS,
    SCOPES,
    SHANGHAI,
    STAY,
    assert_adds_up,
    card,
    mixed,
    query,
    refund,
    reverse,
    settle,
    standing,
)
from contract.platform_kit import HOSPITAL, World, bill, fresh_key, person, terminal_call

from wallet_cli.domain.settlement import Bill, Category, Fee, SettlementState
from wallet_cli.errors import (
    BillInvalid,
    CodeUsed,
    IdempotencyMismatch,
    RefundTooLarge,
    SettlementRefunded,
    SettlementReversed,
    SettlementUnknown,
)
from wallet_cli.ports import Presented, Reversal


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
