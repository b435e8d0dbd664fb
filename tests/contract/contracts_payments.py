"""What every adapter of the platform port keeps of bills that an institution sends to a wallet."""

from __future__ import annotations

from typing import Any

import pytest
from contract.contracts_terminal import PAYERS, SHANGHAI, card, refund, reverse, settle, standing
from contract.platform_kit import HOSPITAL, Wallet, World, bill, fresh_key, operator_call, person, terminal_call

from wallet_cli.domain.payment import PaymentRequest, PaymentState
from wallet_cli.domain.settlement import Bill, SettlementState, TreatmentType
from wallet_cli.errors import (
    BillInvalid,
    ChronicNeeded,
    InstitutionUnable,
    NonceStale,
    NotFound,
    NotInsured,
    PaymentExpired,
    PaymentPaid,
    PaymentUnknown,
    PaymentWithdrawn,
    PlatformError,
    ProofInvalid,
    VoucherFrozen,
)
from wallet_cli.ports import PersonChange, Presented


def send(
    world: World, presented: Presented, what: Bill, *, scene: str = "01301", life_s: int = 1_800, **where: Any
) -> PaymentRequest:
    asked = world.platform.institution.request_payment(
        terminal_call(**where), presented, what, scene=scene, life_s=life_s
    )
    return asked.value


def confirm(wallet: Wallet, bill_id: str, **more: Any) -> PaymentRequest:
    proof = more.pop("proof", None) or wallet.proof()
    paid: PaymentRequest = wallet.do("confirm_payment", wallet.handle, bill_id, proof, **more)
    return paid


def status(world: World, bill_id: str, where: str = HOSPITAL) -> PaymentRequest:
    return world.platform.institution.payment_status(terminal_call(where), bill_id).value


def withdraw(world: World, bill_id: str, where: str = HOSPITAL) -> PaymentRequest:
    return world.platform.institution.withdraw_payment(terminal_call(where), bill_id).value


class PaymentsContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_bill_is_sent_seen_and_confirmed_once(self, world: World) -> None:
        wallet = world.active()
        before = standing(wallet)
        sent = send(world, Presented(code=wallet.code()), bill(600_000))
        assert (sent.masked_name, sent.state, sent.amount_fen) == ("*三", PaymentState.OPEN, 600_000)
        assert sent.expires_at == world.clock.now() + 1_800 and sent.settlement is None
        seen = wallet.ask("payment", wallet.handle, sent.bill_id)
        assert seen.preview is not None and seen.preview.preview and standing(wallet) == before
        paid = confirm(wallet, sent.bill_id)
        assert paid.state is PaymentState.PAID and paid.settlement is not None
        settled = paid.settlement
        assert [getattr(settled, part) for part in PAYERS] == [getattr(seen.preview, part) for part in PAYERS]
        assert settled.mdtrt_id == sent.mdtrt_id and settled.balc_fen == standing(wallet)[0]
        after = standing(wallet)
        assert confirm(wallet, sent.bill_id) == paid and standing(wallet) == after
        assert status(world, sent.bill_id).settlement == settled
        assert world.platform.institution.query(terminal_call(), settled.setl_id, None).value == settled
        assert wallet.ask("record", wallet.handle, settled.setl_id).settlement == settled

    def test_lists_are_paged_newest_first_and_ones_own(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        sent = []
        for _ in range(5):
            world.clock.move(1)
            sent.append(send(world, card(world), bill(100)).bill_id)
        seen: list[str] = []
        cursor: str | None = None
        while True:
            page = wallet.ask("payments", wallet.handle, cursor=cursor, limit=2)
            seen += [one.bill_id for one in page.items]
            cursor = page.cursor
            if cursor is None:
                break
        assert seen == sent[::-1]
        assert other.ask("payments", other.handle, cursor=None, limit=5).items == ()
        for cursor in ("x", "1", "1.", "-1.B"):
            with pytest.raises(PlatformError):
                wallet.ask("payments", wallet.handle, cursor=cursor, limit=5)

    def test_another_persons_bill_is_unknown(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        sent = send(world, card(world), bill(100))
        for asked in (sent.bill_id, "B0", ""):
            with pytest.raises(PaymentUnknown):
                other.ask("payment", other.handle, asked)
            with pytest.raises(PaymentUnknown):
                confirm(other, asked)
        for act in (status, withdraw):
            with pytest.raises(PaymentUnknown):
                act(world, sent.bill_id, SHANGHAI)
        assert confirm(wallet, sent.bill_id).state is PaymentState.PAID

    def test_a_bill_ends_and_is_taken_back(self, world: World) -> None:
        wallet = world.active()
        before = standing(wallet)
        sent = send(world, card(world), bill(100), life_s=60)
        world.clock.move(60)
        with pytest.raises(PaymentExpired):
            confirm(wallet, sent.bill_id)
        assert status(world, sent.bill_id).state is PaymentState.EXPIRED
        other = send(world, card(world), bill(100))
        for _ in range(2):
            assert withdraw(world, other.bill_id).state is PaymentState.WITHDRAWN
        with pytest.raises(PaymentWithdrawn):
            confirm(wallet, other.bill_id)
        assert wallet.ask("payment", wallet.handle, other.bill_id).preview is None
        assert standing(wallet) == before
        paid = confirm(wallet, send(world, card(world), bill(100)).bill_id)
        with pytest.raises(PaymentPaid):
            withdraw(world, paid.bill_id)

    def test_only_the_holder_key_confirms(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        sent, before = send(world, card(world), bill(600_000)), standing(wallet)
        with pytest.raises(ProofInvalid):
            confirm(wallet, sent.bill_id, proof=wallet.proof(holder=other.holders["self"]))
        used = wallet.proof()
        wallet.do("freeze")
        with pytest.raises(VoucherFrozen):
            confirm(wallet, sent.bill_id)
        wallet.do("unfreeze", used)
        with pytest.raises(NonceStale):
            confirm(wallet, sent.bill_id, proof=used)
        assert standing(wallet) == before
        confirm(wallet, sent.bill_id)

    def test_a_lost_answer_is_the_same_again(self, world: World) -> None:
        wallet = world.active()
        sent, key, proof = send(world, card(world), bill(600_000)), fresh_key(), wallet.proof()
        paid = confirm(wallet, sent.bill_id, key=key, proof=proof)
        after = standing(wallet)
        world.clock.move(3_600)
        assert confirm(wallet, sent.bill_id, key=key, proof=proof) == paid
        assert standing(wallet) == after

    def test_what_cannot_be_settled_is_not_sent(self, world: World) -> None:
        wallet = world.active()
        with pytest.raises(InstitutionUnable):
            send(world, card(world), bill(100), institution="H11000000003")
        with pytest.raises(InstitutionUnable):
            send(world, card(world), bill(100, med_type=TreatmentType.PHARMACY))
        with pytest.raises(ChronicNeeded):
            send(world, card(world), bill(100, med_type=TreatmentType.CHRONIC))
        with pytest.raises(BillInvalid):
            send(world, card(world), bill())
        with pytest.raises(NotFound):
            send(world, card(world), bill(100), scene="0")
        for life_s in (0, 59, 604_801):
            with pytest.raises(PlatformError):
                send(world, card(world), bill(100), life_s=life_s)
        sent = send(world, card(world), bill(100))
        world.platform.agency.change_person(operator_call(), "张三", PersonChange(insured=False))
        assert wallet.ask("payment", wallet.handle, sent.bill_id).preview is None
        with pytest.raises(NotInsured):
            confirm(wallet, sent.bill_id)

    def test_a_paid_bill_is_refunded_and_reversed_like_any_settlement(self, world: World) -> None:
        wallet = world.active()
        before = standing(wallet)
        for undo in (refund, reverse):
            paid = confirm(wallet, send(world, card(world), bill(600_000)).bill_id)
            assert paid.settlement is not None
            undo(world, paid.settlement.setl_id)
            assert standing(wallet) == before
            seen = wallet.ask("payment", wallet.handle, paid.bill_id)
            assert seen.state is PaymentState.PAID
            assert seen.settlement.state in {SettlementState.REFUNDED, SettlementState.REVERSED}
            assert confirm(wallet, paid.bill_id) == seen and standing(wallet) == before

    def test_another_bill_paid_in_between_is_reckoned_in(self, world: World) -> None:
        wallet = world.active()
        sent = send(world, card(world), bill(300_000))
        between = settle(world, card(world), bill(300_000))
        paid = confirm(wallet, sent.bill_id)
        assert paid.settlement is not None
        assert paid.settlement.act_pay_dedc_fen <= 180_000 - min(between.act_pay_dedc_fen, 180_000)
        assert person(world.platform).personal_account_fen == paid.settlement.balc_fen
