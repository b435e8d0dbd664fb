"""Settle, refund, reverse, send and confirm in any order: balances, yearly figures and sums always come out even.

The model keeps what every settlement moved; the platform's own figures must be the sum of what still stands. A refund
and a settlement afterwards are as if nothing had been billed before.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

from contract.contracts_terminal import PAYERS, SCOPES, assert_adds_up, mixed
from contract.platform_kit import (
    MemoryItems,
    SetClock,
    SystemRandom,
    Wallet,
    World,
    operator_call,
    person,
    terminal_call,
)
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from property.campaign import campaign

from wallet_cli.domain.settlement import Bill, Settlement, SettlementState, TreatmentType
from wallet_cli.platform.embedded import EmbeddedPlatform
from wallet_cli.ports import Presented

AMOUNTS = st.lists(st.integers(0, 2_000_000), min_size=1, max_size=4)
KINDS = st.sampled_from([TreatmentType.OUTPATIENT, TreatmentType.EMERGENCY, TreatmentType.INPATIENT])
HOSPITALS = st.sampled_from(["H11000000001", "H31000000001"])


class Money(RuleBasedStateMachine):
    """One person, two hospitals, several years."""

    settled = Bundle("settled")
    sent = Bundle("sent")
    template: ClassVar[tuple[Path, MemoryItems] | None] = None

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="yb-machine-"))
        shutil.copytree(self.made()[0], self._folder / "platform")
        self._clock = SetClock()
        items = MemoryItems(kept=dict(self.made()[1].kept))
        self._platform = EmbeddedPlatform(self._folder / "platform", items, self._clock, SystemRandom())
        self.world = World(self._platform, self._clock)
        self.standing: dict[str, list[Settlement]] = {}

    @classmethod
    def made(cls) -> tuple[Path, MemoryItems]:
        """A platform made once; each run begins with a copy."""
        if cls.template is None:
            above = Path(tempfile.mkdtemp(prefix="yb-template-"))
            atexit.register(shutil.rmtree, above)
            folder, items = above / "platform", MemoryItems()
            platform = EmbeddedPlatform(folder, items, SetClock(), SystemRandom())
            platform.agency.institutions(operator_call(), cursor=None, limit=1)
            platform.close()
            cls.template = folder, items
        return cls.template

    @initialize()
    def activate(self) -> None:
        self.wallet: Wallet = self.world.active()
        view = person(self._platform)
        self.card, self.start = view.card_number, view.personal_account_fen or 0

    def teardown(self) -> None:
        self._platform.close()
        shutil.rmtree(self._folder)

    def settle(self, what: Bill, where: str) -> Settlement:
        call = terminal_call(where)
        return self._platform.institution.settle(call, Presented(card=self.card), what, preview=False).value

    @rule(target=settled, amounts=AMOUNTS, kind=KINDS, where=HOSPITALS)
    def bill(self, amounts: list[int], kind: TreatmentType, where: str) -> tuple[Settlement, Bill]:
        what = mixed(*amounts, med_type=kind)
        made = self.settle(what, where)
        self.standing[made.setl_id] = [made]
        return made, what

    @rule(target=sent, amounts=AMOUNTS, where=HOSPITALS)
    def send(self, amounts: list[int], where: str) -> tuple[str, Bill]:
        what, call = mixed(*amounts), terminal_call(where)
        asked = self._platform.institution.request_payment(
            call, Presented(card=self.card), what, scene="01301", life_s=604_800
        )
        return asked.value.bill_id, what

    @rule(target=settled, one=consumes(sent))
    def confirm(self, one: tuple[str, Bill]) -> tuple[Settlement, Bill]:
        bill_id, what = one
        if self.wallet.ask("payment", self.wallet.handle, bill_id).state != "open":
            return self.bill([0], TreatmentType.OUTPATIENT, "H11000000001")
        paid = self.wallet.do("confirm_payment", self.wallet.handle, bill_id, self.wallet.proof()).settlement
        self.standing[paid.setl_id] = [paid]
        return paid, what

    @rule(one=settled, share=st.integers(0, 100), line=st.integers(0, 3))
    def give_back_a_part(self, one: tuple[Settlement, Bill], share: int, line: int) -> None:
        made, what = one
        fee = what.fees[line % len(what.fees)]
        self._refund(made, Bill(what.med_type, (fee._replace(amount_fen=fee.amount_fen * share // 100),)))

    @rule(one=settled)
    def give_all_back(self, one: tuple[Settlement, Bill]) -> None:
        self._refund(one[0], None)

    def _refund(self, made: Settlement, returned: Bill | None) -> None:
        from wallet_cli.errors import BillInvalid, RefundTooLarge, SettlementRefunded, SettlementReversed

        try:
            call = terminal_call(made.fixmedins_code)
            back = self._platform.institution.refund(call, made.setl_id, returned).value
        except (BillInvalid, RefundTooLarge, SettlementRefunded, SettlementReversed):
            return
        self.standing[made.setl_id].append(back)

    @rule(one=settled)
    def reverse(self, one: tuple[Settlement, Bill]) -> None:
        from wallet_cli.errors import SettlementRefunded

        made = one[0]
        try:
            self._platform.institution.reverse(terminal_call(made.fixmedins_code), made.setl_id, None)
        except SettlementRefunded:
            return
        self.standing[made.setl_id] = []

    @rule(days=st.sampled_from([1, 40, 400]))
    def wait(self, days: int) -> None:
        # A voucher lives for a year: codes are not shown here, only the holder key is used.
        if self._clock.at + days * 86_400 < 1_763_700_000 + 360 * 86_400:
            self._clock.move(days * 86_400)

    @rule(amounts=AMOUNTS, kind=KINDS, where=HOSPITALS, undo=st.sampled_from(["refund", "reverse"]))
    def undone_is_as_if_it_had_never_been(self, amounts: list[int], kind: TreatmentType, where: str, undo: str) -> None:
        what, institution = mixed(*amounts, med_type=kind), self._platform.institution
        first = self.settle(what, where)
        if undo == "refund":
            self.standing[first.setl_id] = [first, institution.refund(terminal_call(where), first.setl_id, None).value]
        else:
            institution.reverse(terminal_call(where), first.setl_id, None)
        again = self.settle(what, where)
        self.standing[again.setl_id] = [again]
        numbers = {"setl_id": "", "mdtrt_id": ""}
        assert again._replace(**numbers) == first._replace(**numbers)

    @invariant()
    def everything_adds_up(self) -> None:
        if not hasattr(self, "wallet"):
            return
        lines = [one for lines in self.standing.values() for one in lines]
        assert_adds_up(*lines)
        view = person(self._platform)
        assert view.personal_account_fen == self.start - sum(one.acct_pay_fen for one in lines) >= 0
        account = self.wallet.ask("accounts", self.wallet.handle)[0]
        of_year = [
            sum(one.fund_pay_sumamt_fen for one in lines)
            for lines in self.standing.values()
            if lines and lines[0].setl_time.year() == account.year
        ]
        assert account.pool_used_fen == sum(of_year) >= 0 and account.deductible_used_fen >= 0
        for parts in self.standing.values():
            for name in (*PAYERS, *SCOPES, "act_pay_dedc_fen"):
                assert sum(getattr(one, name) for one in parts) >= 0

    @invariant()
    def states_say_what_was_given_back(self) -> None:
        for setl_id, lines in list(self.standing.items())[-3:]:
            where = lines[0].fixmedins_code if lines else None
            if where is None:
                continue
            state = self._platform.institution.query(terminal_call(where), setl_id, None).value.state
            parts = len(lines) > 1
            assert (state is SettlementState.SETTLED) == (not parts)


TestMoney = Money.TestCase
TestMoney.settings = campaign(100)
