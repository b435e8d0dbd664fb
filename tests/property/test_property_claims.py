"""Claims in any order: what the fund has paid is what the claims say, every sum is exact, nothing is paid twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from contract.contracts_claims import claim, decide, look, request, used
from contract.platform_kit import MemoryItems, SetClock, SystemRandom, Wallet, World, operator_call
from hypothesis import given
from hypothesis import strategies as st
from property.campaign import campaign

from wallet_cli.domain.bill import Bill, Category, Fee, TreatmentType
from wallet_cli.domain.claim import SMALL_FEN, ClaimCause, ClaimState, days
from wallet_cli.domain.workdays import due_day, is_working
from wallet_cli.errors import ClaimDuplicate, RecoveryTooMuch
from wallet_cli.platform.embedded import EmbeddedPlatform

fees = st.builds(
    Fee,
    st.just("项目"),
    st.sampled_from(Category),
    st.integers(1, 3_000_000),
)
bills = st.builds(lambda each: Bill(TreatmentType.OUTPATIENT, tuple(each)), st.lists(fees, min_size=1, max_size=5))
acts = st.tuples(st.sampled_from(["approve", "refuse", "withdraw", "advance"]), bills, st.booleans())


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MemoryItems, Wallet]:
    """A platform with one active person."""
    folder, items = tmp_path_factory.mktemp("claims") / "platform", MemoryItems()
    world = World(EmbeddedPlatform(folder, items, SetClock(), SystemRandom()), SetClock())
    wallet = world.active()
    world.platform.close()  # type: ignore[attr-defined]
    return folder, items, wallet


@campaign(100)
@given(story=st.lists(acts, min_size=1, max_size=5))
def test_what_the_fund_paid_is_what_the_claims_say(
    template: tuple[Path, MemoryItems, Wallet], story: list[tuple[str, Bill, bool]]
) -> None:
    folder, items, wallet = template
    copy = folder.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    platform = EmbeddedPlatform(copy, MemoryItems(kept=dict(items.kept)), SetClock(), SystemRandom())
    world = World(platform, SetClock())
    wallet.platform = platform
    account = used(wallet)[2]
    paid = recovered = 0
    for number, (act, bill, again) in enumerate(story):
        changes = {"cause": ClaimCause.WORK_INJURY, "advance": True} if act == "advance" else {}
        made = claim(wallet, request(bill=bill, invoice_no=f"N-{number}", **changes))
        if act == "withdraw":
            wallet.do("withdraw_claim", wallet.handle, made.claim_id)
        else:
            decide(world, made.claim_id, approve=act != "refuse", reason="不符")
        done = look(wallet, made)
        if done.state is ClaimState.PAID:
            kept = wallet.ask("record", wallet.handle, done.setl_id).settlement
            assert kept.medfee_sumamt_fen == made.amount_fen == kept.fund_pay_sumamt_fen + kept.psn_cash_pay_fen
            assert kept.fund_pay_sumamt_fen == done.fund_pay_fen and kept.acct_pay_fen == 0
            paid += kept.fund_pay_sumamt_fen
            with pytest.raises(ClaimDuplicate):
                claim(wallet, request(bill=bill, invoice_no=f"N{number}"))
        if done.recover_fen and again:
            world.platform.agency.recover_claim(operator_call(), done.claim_id, done.recover_fen)
            recovered += done.recover_fen
            with pytest.raises(RecoveryTooMuch):
                world.platform.agency.recover_claim(operator_call(), done.claim_id, 1)
        assert used(wallet)[1:] == (paid - recovered, account)
    platform.close()


@campaign(500)
@given(st.dates(), st.integers(0, 2 * SMALL_FEN), st.booleans())
def test_a_claim_is_due_on_a_working_day_within_twenty(start: object, amount: int, advance: bool) -> None:
    day = str(start)
    if not "1900-01-01" <= day <= "9000-01-01":
        return
    count = days(amount, advance=advance)
    assert 1 <= count <= 20
    due = due_day(day, count)
    assert due > day and is_working(due)
