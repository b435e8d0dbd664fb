"""Claims under several processes at once: a receipt is claimed once, a claim is paid once, an advance recovered once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

from contract.contracts_claims import away, claim, look, request, used
from contract.platform_kit import FileItems, SetClock, SystemRandom, Wallet, fresh_key, operator_call, person

from wallet_cli.domain.claim import ClaimCause, ClaimState
from wallet_cli.errors import WalletError
from wallet_cli.platform.embedded import EmbeddedPlatform

PROCESSES, TRIES = 3, 4


def reopened(folder: Path) -> EmbeddedPlatform:
    return EmbeddedPlatform(folder, FileItems(folder.parent / "seal"), SetClock(), SystemRandom())


def _work(folder: Path, act: Callable[[EmbeddedPlatform], None], start: Any, told: Any) -> None:
    platform = reopened(folder)
    start.wait(60)
    said = []
    for _ in range(TRIES):
        try:
            act(platform)
            said.append("done")
        except WalletError as error:
            said.append(error.code)
    told.put(said)


def together(folder: Path, act: Callable[[EmbeddedPlatform], None]) -> list[str]:
    """What every try of every process came to."""
    context = multiprocessing.get_context("fork")
    start, told = context.Barrier(PROCESSES), context.Queue()
    workers = [context.Process(target=_work, args=(folder, act, start, told)) for _ in range(PROCESSES)]
    for worker in workers:
        worker.start()
    said = [word for _ in workers for word in told.get(timeout=120)]
    for worker in workers:
        worker.join(60)
    return said


def citizen(folder: Path) -> tuple[EmbeddedPlatform, Wallet]:
    platform = reopened(folder)
    wallet = Wallet(platform, SetClock())
    wallet.activate(person(platform))
    return platform, wallet


def closed(platform: EmbeddedPlatform) -> None:
    # A connection must not be carried over a fork.
    platform.close()


def test_one_receipt_in_many_hands_is_claimed_once(tmp_path: Path) -> None:
    folder = tmp_path / "platform"
    platform, wallet = citizen(folder)
    closed(platform)

    def act(shared: EmbeddedPlatform) -> None:
        wallet.platform = shared
        claim(wallet, request(), fresh_key())

    said = together(folder, act)
    assert sorted(set(said)) == ["CLAIM_DUPLICATE", "done"] and said.count("done") == 1
    wallet.platform = reopened(folder)
    assert len(wallet.ask("claims", wallet.handle, cursor=None, limit=10).items) == 1


def test_one_claim_on_many_desks_is_paid_once_or_withdrawn(tmp_path: Path) -> None:
    folder = tmp_path / "platform"
    platform, wallet = citizen(folder)
    first, second = claim(wallet, request()), claim(wallet, away(invoice_no="INV-2"))
    closed(platform)

    def act(shared: EmbeddedPlatform) -> None:
        wallet.platform = shared
        shared.agency.decide(operator_call(), first.claim_id, approve=True, reason="")
        wallet.do("withdraw_claim", wallet.handle, second.claim_id)
        shared.agency.decide(operator_call(), second.claim_id, approve=True, reason="")

    assert set(together(folder, act)) == {"REVIEW_DECIDED"}
    wallet.platform = reopened(folder)
    paid, gone = look(wallet, first), look(wallet, second)
    assert (paid.state, gone.state) == (ClaimState.PAID, ClaimState.WITHDRAWN)
    assert used(wallet)[1] == paid.fund_pay_fen
    lines = wallet.ask("records", wallet.handle, year=None, kind=None, cursor=None, limit=100).items
    assert [one.record_id for one in lines if one.settlement is not None] == [paid.setl_id]


def test_one_advance_is_recovered_once(tmp_path: Path) -> None:
    folder = tmp_path / "platform"
    platform, wallet = citizen(folder)
    made = claim(wallet, request(cause=ClaimCause.WORK_INJURY, advance=True))
    platform.agency.decide(operator_call(), made.claim_id, approve=True, reason="")
    fund = look(wallet, made).fund_pay_fen or 0
    closed(platform)

    def act(shared: EmbeddedPlatform) -> None:
        shared.agency.recover_claim(operator_call(), made.claim_id, fund // 2 + 1)

    said = together(folder, act)
    assert said.count("done") == 1 and set(said) == {"RECOVERY_TOO_MUCH", "done"}
    wallet.platform = reopened(folder)
    left = look(wallet, made)
    assert (left.recover_fen, left.recovered_fen) == (fund - fund // 2 - 1, fund // 2 + 1)
