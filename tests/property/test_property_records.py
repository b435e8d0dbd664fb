"""Records of any history: pages without gaps or doubles, and one set of sums whichever way they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from contract.platform_kit import START, MemoryItems, SetClock, SystemRandom, Wallet, person
from hypothesis import given
from hypothesis import strategies as st
from property.campaign import campaign
from records_kit import Paid, claimed, forget, settled, settlement

from wallet_cli.domain.annual import Sums
from wallet_cli.platform.embedded import EmbeddedPlatform
from wallet_cli.platform.engine import Engine
from wallet_cli.platform.service import records
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import money
from wallet_cli.ports import Call, Record, RecordKind

YEARS = (2023, 2024, 2025)
# From 2023 on, some of them at the same second, some at the very turn of a year or month in China.
TURN = 1_704_038_400
AT = st.one_of(st.integers(1_672_502_400, START), st.sampled_from((TURN - 1, TURN, TURN + 1, TURN + 31 * 86_400)))
FEN = st.integers(0, 10**10)
STATES = ("settled", "settled", "reversed", "refunded", "partly_refunded")
SETTLED = st.tuples(AT, st.builds(Paid, FEN, FEN, FEN, FEN), st.sampled_from(STATES), st.booleans())
CLAIMED = st.tuples(AT, FEN, FEN, st.sampled_from(("pending", "paid", "refused", "withdrawn")))


class Undone(Exception):
    """Takes an example's rows back."""


@dataclass
class Place:
    engine: Engine
    caller: str
    handle: str
    psn_no: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder, items, clock = tmp_path_factory.mktemp("records"), MemoryItems(), SetClock()
    platform = EmbeddedPlatform(folder / "platform", items, clock, SystemRandom())
    wallet = Wallet(platform, clock)
    wallet.activate(person(platform))
    psn_no = person(platform).person.psn_no
    platform.close()
    engine = Engine(folder / "platform", items, clock, SystemRandom())
    yield Place(engine, wallet.sign_in.thumbprint, wallet.handle, psn_no)
    engine.close()


History = tuple[list[Any], list[Any], list[int]]
HISTORIES: st.SearchStrategy[History] = st.tuples(
    st.lists(SETTLED, max_size=12), st.lists(CLAIMED, max_size=4), st.lists(AT, max_size=4)
)


def keep(act: Act, psn_no: str, history: History) -> None:
    """The history as rows: a settlement that is a refund gives its whole amount back from another one."""
    forget(act, psn_no)
    bought, claims, contributions = history
    for n, (at, paid, state, refund) in enumerate(bought):
        amounts = Paid(*(-part for part in paid)) if refund else paid
        settled(act, psn_no, settlement(f"S{n}", at, amounts, "S0" if refund else None), state)
    for n, (at, amount, fund, state) in enumerate(claims):
        decided = at if state in ("paid", "refused") else None
        claimed(
            act, psn_no, f"M{n}", at, amount, state=state, fund=fund if state == "paid" else None, decided_at=decided
        )
    for n, at in enumerate(contributions):
        act.run(
            money.ADD_CONTRIBUTION, record_id=f"C{n}", psn_no=psn_no, at=at, period="2024-01", payer="甲", amount=48_000
        )


def added(found: list[Record]) -> tuple[Sums, int, int]:
    """The sums by hand."""
    counted = [one for one in found if one.settlement is not None and one.state != "reversed"]
    whole = [one.settlement for one in counted if one.settlement is not None]
    refunds = [one for one in whole if one.refund_of is not None]
    sums = Sums(
        len(whole) - len(refunds),
        sum(one.medfee_sumamt_fen for one in whole),
        sum(one.fund_pay_sumamt_fen for one in whole),
        sum(one.acct_pay_fen for one in whole),
        sum(one.acct_mulaid_pay_fen for one in whole),
        sum(one.psn_cash_pay_fen for one in whole),
        sum(one.medfee_sumamt_fen for one in refunds),
    )
    paid_in = sum(one.amount_fen for one in found if one.kind is RecordKind.CONTRIBUTION)
    claims = sum(one.fund_fen or 0 for one in found if one.kind is RecordKind.CLAIM and one.state == "paid")
    return sums, paid_in, claims


def listed(act: Act, place: Place, year: int | None, kind: RecordKind | None, limit: int) -> list[Record]:
    """Every page; what each says is left is what comes."""
    found: list[Record] = []
    left: list[tuple[int, int]] = []
    cursor = None
    while True:
        asked: dict[str, Any] = {"year": year, "kind": kind, "cursor": cursor}
        left.append((len(found), records.left(act, place.caller, place.handle, **asked)))
        page = records.records(act, place.caller, place.handle, **asked, limit=limit)
        assert len(page.items) == limit or page.cursor is None
        found += page.items
        cursor = page.cursor
        if cursor is None:
            break
    assert all(before + more == len(found) for before, more in left)
    return found


@campaign(500)
@given(HISTORIES, st.integers(1, 7), st.sampled_from((None, *YEARS)), st.sampled_from((None, *RecordKind)))
def test_lists_totals_and_months_agree(
    place: Place, history: History, limit: int, year: int | None, kind: RecordKind | None
) -> None:
    def rule(act: Act) -> None:
        keep(act, place.psn_no, history)
        everything = listed(act, place, None, None, 500)
        assert len(everything) == sum(map(len, history))
        order = [(one.at, one.record_id) for one in everything]
        assert order == sorted(order, reverse=True)
        wanted = [
            one for one in everything if (year is None or one.at.year() == year) and (kind is None or one.kind is kind)
        ]
        assert listed(act, place, year, kind, limit) == wanted
        told = records.totals(act, place.caller, place.handle, year=year, kind=kind)
        assert (told.sums, told.contributions_fen, told.claims_paid_fen) == added(wanted)
        assert told.sums.amount_fen == sum(
            (told.sums.fund_fen, told.sums.account_fen, told.sums.aid_fen, told.sums.cash_fen)
        )
        for one in YEARS:
            months(act, place, one, [record for record in everything if record.at.year() == one])
        raise Undone

    with pytest.raises(Undone):
        place.engine.act(Call(), rule)


def months(act: Act, place: Place, year: int, found: list[Record]) -> None:
    told = records.annual(act, place.caller, place.handle, year)
    assert (told.whole, told.contributions_fen, told.claims_paid_fen) == added(found)
    for number, month in enumerate(told.months, 1):
        assert month == added([one for one in found if int(one.at.day()[5:7]) == number])[0]
