"""A family's whole life as a state machine: add, consent, remove, aid, freeze, reset, settle, birthdays, moves.

A model says what must be; after every step each wallet's own view, every code and every balance agree with it: at most
five members, each in at most two families, the members' money spent by their own codes, and of the others' only what they give.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

from contract.contracts_family import BIRTH, born, claim
from contract.platform_kit import (
    Key,
    MemoryItems,
    SetClock,
    SystemRandom,
    Wallet,
    World,
    bill,
    operator_call,
    person,
)
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from property.campaign import campaign

from wallet_cli.domain.aid import AidRelation, AidRequest, AidState
from wallet_cli.domain.family import LinkState, MemberRequest, Relation
from wallet_cli.errors import FamiliesFull, FamilyFull, MemberExists
from wallet_cli.platform.embedded import EmbeddedPlatform
from wallet_cli.ports import PersonChange, PersonView, Presented

DAY_S = 86_400
HOLDERS = ("张三", "周海涛", "吴敏")
ADULTS = ("李秀英", "王建国", "沈宏", "赵铁柱", "刘桂芳", "黄志强", "何丽")
CHILD = "赵小明"
EVERYBODY = (*ADULTS, CHILD)
SIXTEEN_IN = 60
GRACE = 90
REGIONS = ("110000", "310000", "440100")


class FamilyMachine(RuleBasedStateMachine):
    """`links`: voucher id by (holder, member); `declared`: those of the child that no consent has replaced."""

    template: ClassVar[tuple[Path, MemoryItems] | None] = None

    def __init__(self) -> None:
        super().__init__()
        if FamilyMachine.template is None:
            FamilyMachine.template = self._make_template()
        folder, items = FamilyMachine.template
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(folder, self.folder / "platform")
        clock = SetClock()
        random = SystemRandom()
        self.platform = EmbeddedPlatform(self.folder / "platform", MemoryItems(kept=dict(items.kept)), clock, random)
        self.world = World(self.platform, clock)
        self.holders = {name: self.world.active(name) for name in HOLDERS}
        self.mother = self.world.active(ADULTS[0])
        self.links: dict[tuple[str, str], str] = {}
        self.declared: set[tuple[str, str]] = set()
        self.frozen = False
        self.aids: dict[str, tuple[str, int | None]] = {}
        """Living aid of the first holder by its user: number and yearly limit."""
        self.began = date.fromisoformat(clock.now().day())
        self.money = {name: self.world.balance(name) for name in (*HOLDERS, *EVERYBODY)}

    @staticmethod
    def _make_template() -> tuple[Path, MemoryItems]:
        folder, items, clock = Path(tempfile.mkdtemp()) / "platform", MemoryItems(), SetClock()
        platform = EmbeddedPlatform(folder, items, clock, SystemRandom())
        day = date.fromisoformat(clock.now().day()) + timedelta(days=SIXTEEN_IN)
        born(World(platform, clock), CHILD, day.replace(year=day.year - 16).isoformat())
        platform.close()
        return folder, items

    def teardown(self) -> None:
        self.platform.close()
        shutil.rmtree(self.folder)

    @property
    def days(self) -> int:
        """Civil days in China since the beginning."""
        return (date.fromisoformat(self.world.clock.now().day()) - self.began).days

    def view(self, name: str) -> PersonView:
        return person(self.platform, name)

    def _request(self, holder: Wallet, member: str) -> tuple[MemberRequest, bool]:
        """What a link of this member stands on today, and whether it is a declaration."""
        asked = claim(self.view(member), Relation.OTHER)
        if member == CHILD and self.days < SIXTEEN_IN:
            return MemberRequest(asked, papers=(BIRTH,), declaration=True), True
        # No more than ten texts an hour go to one phone.
        self.world.clock.move(3_600)
        holder.do("request_consent", asked)
        # A code that is good still is not sent again: it is this member's newest, not the newest of all.
        phone = self.view(member).person.phone.masked()
        texts = (text for text in self.world.sandbox.outbox(limit=500) if text.to == phone)
        return MemberRequest(asked, next(texts).code), False

    # --- what happens -------------------------------------------------------------------------------------------------

    @rule(holder=st.sampled_from(HOLDERS), members=st.lists(st.sampled_from(EVERYBODY), min_size=3, unique=True))
    def add_several(self, holder: str, members: list[str]) -> None:
        for member in members:
            self.add(holder, member)

    @rule(holder=st.sampled_from(HOLDERS), member=st.sampled_from((ADULTS[0], CHILD)))
    def add_one(self, holder: str, member: str) -> None:
        self.add(holder, member)

    def add(self, holder: str, member: str) -> None:
        """As the model says: linked, completed, or refused."""
        wallet, pair = self.holders[holder], (holder, member)
        due = pair in self.declared and self.days >= SIXTEEN_IN
        refusal: type[Exception] | None = None
        if pair in self.links:
            refusal = None if due else MemberExists
        elif sum(other == member for _, other in self.links) == 2:
            refusal = FamiliesFull
        elif sum(other == holder for other, _ in self.links) == 5:
            refusal = FamilyFull
        voucher_id = self.links.get(pair, f"v-{member}-{len(wallet.holders)}")
        try:
            request, declaration = self._request(wallet, member)
            if pair not in self.links:
                wallet.holders[voucher_id] = Key()
            issued = wallet.do("add_member", request, wallet.proof(voucher_id), wallet.proof())
        except (MemberExists, FamiliesFull, FamilyFull) as error:
            assert type(error) is refusal
            return
        assert refusal is None
        wallet.keep(issued)
        self.links[pair] = voucher_id
        (self.declared.add if declaration else self.declared.discard)(pair)

    @rule(holder=st.sampled_from(HOLDERS), member=st.sampled_from(EVERYBODY), by_member=st.booleans())
    def remove(self, holder: str, member: str, by_member: bool) -> None:
        """By the holder, or by the member who has a wallet."""
        voucher_id = self.links.pop((holder, member), None)
        if voucher_id is None:
            return
        self.declared.discard((holder, member))
        wallet = self.holders[holder]
        (link,) = [one for one in wallet.ask("family").members if one.voucher_id == voucher_id]
        who = self.mother if by_member and member == ADULTS[0] else wallet
        assert who.do("remove_member", link.link_id, who.proof()).state is LinkState.ENDED

    @rule()
    def freeze_or_resume(self) -> None:
        if self.frozen:
            self.mother.do("unfreeze", self.mother.proof())
        else:
            self.mother.do("freeze")
        self.frozen = not self.frozen

    @rule(holder=st.sampled_from(HOLDERS))
    def reset(self, holder: str) -> None:
        """A forgotten PIN: new keys for every voucher, the links as they were."""
        wallet = self.holders[holder]
        code = self.platform.agency.reset_code(operator_call(), self.view(holder).person.psn_no).value.code
        ticket = wallet.do("begin_reset", code, None).ticket
        live = [one.voucher_id for one in wallet.ask("vouchers")]
        assert sorted(live) == sorted(["self", *(v for (of, _), v in self.links.items() if of == holder)])
        wallet.holders.update({voucher_id: Key() for voucher_id in live})
        for one in wallet.do("complete_reset", ticket, [wallet.proof(voucher_id) for voucher_id in live]):
            wallet.keep(one)

    @rule(holder=st.sampled_from(HOLDERS), member=st.sampled_from(EVERYBODY), amount=st.integers(1, 500_000))
    def settle(self, holder: str, member: str, amount: int) -> None:
        """It spends the member's account, whoever shows the code."""
        pair = (holder, member)
        if pair not in self.links or self._refusal(pair) is not None:
            return
        self.world.clock.move(31)
        wallet = self.holders[holder]
        code = wallet.code(wallet.vouchers[self.links[pair]].voucher.handle)
        done = self.world.settle(Presented(code=code), bill(amount))
        paid = (done.fund_pay_sumamt_fen, done.acct_pay_fen, done.acct_mulaid_pay_fen, done.psn_cash_pay_fen)
        assert sum(paid) == amount and min(paid) >= 0
        giver = self.view(HOLDERS[0])
        for one in done.aids:
            assert member in self.aids and one.giver_no == giver.person.psn_no
            self.money[HOLDERS[0]] = (self.money[HOLDERS[0]] or 0) - one.paid_fen
        assert sum(one.paid_fen for one in done.aids) == done.acct_mulaid_pay_fen
        before = self.money[member]
        if before is not None:
            self.money[member] = before - done.acct_pay_fen

    @rule(user=st.sampled_from(ADULTS[:2]), limit=st.sampled_from([None, 1_000, 300_000]))
    def aid(self, user: str, limit: int | None) -> None:
        """The first holder lets somebody spend their personal account, or changes how much."""
        known = self.view(user).person
        if known.region != self.view(HOLDERS[0]).person.region:
            return
        wallet = self.holders[HOLDERS[0]]
        request = AidRequest(AidRelation.PARENT, known.name, known.document, limit)
        link, changed = wallet.do("add_aid", request, wallet.proof())
        before = self.aids.get(user)
        assert changed == (before is None or before[1] != limit)
        assert before is None or before[0] == link.aid_id
        self.aids[user] = (link.aid_id, limit)

    @rule(user=st.sampled_from(ADULTS[:2]))
    def stop_aid(self, user: str) -> None:
        if user in self.aids:
            wallet = self.holders[HOLDERS[0]]
            aid_id, _ = self.aids.pop(user)
            assert wallet.do("remove_aid", aid_id, wallet.proof())[1]

    @rule(days=st.sampled_from([1, SIXTEEN_IN, GRACE]))
    def time_passes(self, days: int) -> None:
        if self.days + days < 300:  # vouchers live a year
            self.world.clock.move(days * DAY_S)

    @rule(member=st.sampled_from(ADULTS), region=st.sampled_from(REGIONS))
    def move(self, member: str, region: str) -> None:
        known = self.view(member).person
        self.platform.agency.change_person(operator_call(), known.psn_no, PersonChange(region=region))
        if known.region != region:
            # Aid ends when either insurance moves.
            self.aids.pop(member, None)

    # --- what must hold -----------------------------------------------------------------------------------------------

    def _refusal(self, pair: tuple[str, str]) -> str | None:
        suspended = pair in self.declared and self.days >= SIXTEEN_IN + GRACE
        return "VOUCHER_FROZEN" if suspended or (self.frozen and pair[1] == ADULTS[0]) else None

    @invariant()
    def everybody_sees_what_is(self) -> None:
        for holder, wallet in self.holders.items():
            seen = {one.voucher_id: one.state for one in wallet.ask("family").members}
            assert set(seen) == {voucher_id for (of, _), voucher_id in self.links.items() if of == holder}
            assert len(seen) <= 5
            for pair, voucher_id in self.links.items():
                if pair[0] == holder:
                    assert seen[voucher_id] is self._state(pair)
        guardians = self.mother.ask("family").guardians
        assert len(guardians) == sum(member == ADULTS[0] for _, member in self.links) <= 2

    def _state(self, pair: tuple[str, str]) -> LinkState:
        if pair not in self.declared or self.days < SIXTEEN_IN:
            return LinkState.ACTIVE
        return LinkState.SUSPENDED if self.days >= SIXTEEN_IN + GRACE else LinkState.CONSENT_DUE

    @invariant()
    def codes_serve_while_the_link_does(self) -> None:
        self.world.clock.move(31)
        for holder, wallet in self.holders.items():
            for issued in wallet.vouchers.values():
                if issued.guardian is None:
                    continue
                member = next((m for (of, m), v in self.links.items() if (of, v) == (holder, issued.voucher_id)), None)
                expected = "VOUCHER_REVOKED" if member is None else self._refusal((holder, member))
                # A hospital linked across provinces takes everybody.
                assert self.world.refusal(wallet.code(issued.voucher.handle)) == expected

    @invariant()
    def aid_is_what_was_given(self) -> None:
        links = [one for one in self.holders[HOLDERS[0]].ask("aids") if one.state is AidState.ACTIVE]
        assert {one.aid_id: one.yearly_limit_fen for one in links} == dict(self.aids.values())
        # A limit may have been lowered below what was used: then nothing more is paid, as `settle` sees.
        assert all(one.used_fen >= 0 for one in links)

    @invariant()
    def money_is_where_it_was_left(self) -> None:
        assert self.money == {name: self.world.balance(name) for name in self.money}
        assert all(fen is None or fen >= 0 for fen in self.money.values())


TestFamilyMachine = FamilyMachine.TestCase
TestFamilyMachine.settings = settings(campaign(40), stateful_step_count=12)
