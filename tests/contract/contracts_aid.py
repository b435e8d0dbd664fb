"""What every adapter of the platform port keeps: mutual aid's links, whose account pays, when it ends."""

from __future__ import annotations

from typing import Any

import pytest
from contract.platform_kit import Key, Wallet, World, bill, fresh_key, operator_call, person, real_document

from wallet_cli.domain.aid import AidEnd, AidLink, AidRelation, AidRequest, AidState
from wallet_cli.domain.identity import Name
from wallet_cli.errors import (
    AidCircle,
    AidFull,
    AidGiver,
    AidLimitInvalid,
    AidPlace,
    AidSelf,
    AidUnknown,
    IdentityMismatch,
    NotInsured,
    ProofInvalid,
    RealIdInSandbox,
    RelationRefused,
)
from wallet_cli.ports import PersonChange, PersonDraft, Presented

GIVER, MOTHER, FATHER, INFANT, ELSEWHERE = "张三", "李秀英", "王建国", "陈晨", "周海涛"


def request(world: World, name: str, relation: AidRelation, limit: int | None = None) -> AidRequest:
    known = person(world.platform, name).person
    return AidRequest(relation, known.name, known.document, limit)


def give(wallet: Wallet, wanted: AidRequest, key: str | None = None) -> tuple[AidLink, bool]:
    link, changed = wallet.do("add_aid", wanted, wallet.proof(), key=key)
    return link, changed


def present(world: World, name: str) -> Presented:
    return Presented(document=person(world.platform, name).person.document)


def new_person(world: World, name: str, **given: Any) -> None:
    from wallet_cli.domain.identity import Phone

    draft = {"region": "110000", "insutype": "310", "document": None, "birth_date": "1990-01-01", **given}
    world.platform.agency.add_person(operator_call(), PersonDraft(Name(name), Phone("13800001234"), **draft))


class AidContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_link_is_seen_from_both_sides(self, world: World) -> None:
        wallet = world.active(GIVER)
        link, changed = give(wallet, request(world, MOTHER, AidRelation.PARENT, 200_000))
        assert changed and link.role == "giver" and link.state is AidState.ACTIVE
        assert (link.giver, link.user, link.yearly_limit_fen, link.used_fen) == ("*三", "**英", 200_000, 0)
        assert wallet.ask("aids") == (link,)
        (seen,) = world.active(MOTHER).ask("aids")
        assert seen == link._replace(role="user")

    def test_again_changes_the_limit_or_nothing(self, world: World) -> None:
        wallet = world.active(GIVER)
        link, _ = give(wallet, request(world, MOTHER, AidRelation.PARENT))
        assert give(wallet, request(world, MOTHER, AidRelation.PARENT)) == (link, False)
        lowered, changed = give(wallet, request(world, MOTHER, AidRelation.PARENT, 5))
        assert changed and (lowered.aid_id, lowered.yearly_limit_fen) == (link.aid_id, 5)
        assert len(wallet.ask("aids")) == 1

    def test_the_same_key_gives_the_same_answer(self, world: World) -> None:
        wallet = world.active(GIVER)
        key, wanted = fresh_key(), request(world, MOTHER, AidRelation.PARENT)
        assert give(wallet, wanted, key) == give(wallet, wanted, key)

    @pytest.mark.parametrize(
        ("giver", "user", "relation", "error"),
        [
            (GIVER, GIVER, AidRelation.SIBLING, AidSelf),
            (INFANT, GIVER, AidRelation.PARENT, AidGiver),
            (GIVER, ELSEWHERE, AidRelation.SIBLING, AidPlace),
            (GIVER, "孙伟", AidRelation.SIBLING, NotInsured),
            (GIVER, MOTHER, AidRelation.CHILD, RelationRefused),
            (GIVER, INFANT, AidRelation.GRANDPARENT, RelationRefused),
            (GIVER, INFANT, AidRelation.SPOUSE, RelationRefused),
        ],
    )
    def test_refusals(self, world: World, giver: str, user: str, relation: AidRelation, error: type[Exception]) -> None:
        wallet = world.active(giver)
        with pytest.raises(error):
            give(wallet, request(world, user, relation))
        assert wallet.ask("aids") == ()

    def test_a_user_must_be_who_was_named(self, world: World) -> None:
        wallet = world.active(GIVER)
        right = request(world, MOTHER, AidRelation.PARENT)
        with pytest.raises(IdentityMismatch):
            give(wallet, right._replace(name=Name("李秀芳")))
        with pytest.raises(IdentityMismatch):
            give(wallet, right._replace(document=world.unknown_document()))
        with pytest.raises(RealIdInSandbox):
            give(wallet, right._replace(document=real_document()))

    @pytest.mark.parametrize("limit", [0, -1, 10**12])
    def test_a_limit_is_an_amount(self, world: World, limit: int) -> None:
        with pytest.raises(AidLimitInvalid):
            give(world.active(GIVER), request(world, MOTHER, AidRelation.PARENT, limit))

    def test_only_the_holders_key_gives(self, world: World) -> None:
        wallet = world.active(GIVER)
        with pytest.raises(ProofInvalid):
            wallet.do("add_aid", request(world, MOTHER, AidRelation.PARENT), wallet.proof(holder=Key()))

    def test_no_circle_of_two_or_three(self, world: World) -> None:
        give(world.active(GIVER), request(world, MOTHER, AidRelation.PARENT))
        with pytest.raises(AidCircle):
            give(world.active(MOTHER), request(world, GIVER, AidRelation.CHILD))
        give(world.active(MOTHER), request(world, FATHER, AidRelation.SPOUSE))
        with pytest.raises(AidCircle):
            give(world.active(FATHER), request(world, GIVER, AidRelation.CHILD))

    def test_ten_users_of_a_giver_and_ten_givers_of_a_user(self, world: World) -> None:
        givers = [f"{sign}一" for sign in "甲乙丙丁戊己庚辛壬癸子"]
        for name in (*givers, "众人"):
            new_person(world, name)
        first = world.active(givers[0])
        for user in (*givers[2:], "众人"):
            give(first, request(world, user, AidRelation.SIBLING))
        with pytest.raises(AidFull) as full:
            give(first, request(world, givers[1], AidRelation.SIBLING))
        assert full.value.data == {"most": 10}
        for name in givers[1:10]:
            give(world.active(name), request(world, "众人", AidRelation.SIBLING))
        with pytest.raises(AidFull):
            give(world.active(givers[10]), request(world, "众人", AidRelation.SIBLING))
        link = next(one for one in first.ask("aids") if one.user == "*人")
        first.do("remove_aid", link.aid_id, first.proof())
        assert give(world.active(givers[10]), request(world, "众人", AidRelation.SIBLING))[1]

    def test_own_account_first_then_givers_in_order_then_cash(self, world: World) -> None:
        new_person(world, "甲一", personal_account_fen=1_000)
        new_person(world, "乙二", personal_account_fen=700)
        new_person(world, "丙三", personal_account_fen=600, birth_date="1991-01-01")
        give(world.active("乙二"), request(world, "甲一", AidRelation.SIBLING, 500))
        give(world.active("丙三"), request(world, "甲一", AidRelation.SIBLING))
        settled = world.settle(present(world, "甲一"), bill(10_000))
        assert settled.acct_pay_fen == 1_000
        assert [(one.giver, one.paid_fen) for one in settled.aids] == [("*二", 500), ("*三", 600)]
        assert settled.acct_mulaid_pay_fen == 1_100
        total = settled.fund_pay_sumamt_fen + settled.acct_pay_fen + settled.acct_mulaid_pay_fen
        assert total + settled.psn_cash_pay_fen == settled.medfee_sumamt_fen == 10_000
        assert [world.balance(name) for name in ("甲一", "乙二", "丙三")] == [0, 200, 0]

    def test_a_resident_without_an_account_is_helped(self, world: World) -> None:
        give(world.active(GIVER), request(world, INFANT, AidRelation.CHILD))
        before = world.balance(GIVER) or 0
        settled = world.settle(present(world, INFANT), bill(3_000))
        assert settled.acct_pay_fen == 0 and settled.acct_mulaid_pay_fen > 0
        assert (world.balance(GIVER) or 0) == before - settled.acct_mulaid_pay_fen

    def test_the_yearly_limit_runs_out_in_the_middle_of_a_bill(self, world: World) -> None:
        wallet = world.active(GIVER)
        give(wallet, request(world, INFANT, AidRelation.CHILD, 2_500))
        helped = [world.settle(present(world, INFANT), bill(2_000)).acct_mulaid_pay_fen for _ in range(3)]
        assert helped == [2_000, 500, 0]
        assert wallet.ask("aids")[0].used_fen == 2_500
        world.clock.move(366 * 86_400)
        assert world.active(GIVER).ask("aids")[0].used_fen == 0

    def test_either_side_ends_it_at_once(self, world: World) -> None:
        giver, user = world.active(GIVER), world.active(MOTHER)
        link, _ = give(giver, request(world, MOTHER, AidRelation.PARENT))
        ended, changed = user.do("remove_aid", link.aid_id, user.proof())
        assert changed and (ended.state, ended.reason) == (AidState.ENDED, AidEnd.STOPPED)
        again, changed = giver.do("remove_aid", link.aid_id, giver.proof())
        assert not changed and again.ended_at == ended.ended_at
        fresh, changed = give(giver, request(world, MOTHER, AidRelation.PARENT))
        assert changed and fresh.aid_id != link.aid_id

    def test_strangers_neither_see_nor_end_it(self, world: World) -> None:
        link, _ = give(world.active(GIVER), request(world, MOTHER, AidRelation.PARENT))
        other = world.active(FATHER)
        assert other.ask("aids") == ()
        with pytest.raises(AidUnknown):
            other.do("remove_aid", link.aid_id, other.proof())

    @pytest.mark.parametrize("who", [GIVER, MOTHER])
    @pytest.mark.parametrize("change", [{"region": "310000"}, {"insutype": "390"}, {"insured": False}])
    def test_it_ends_when_either_insurance_moves(self, world: World, who: str, change: dict[str, Any]) -> None:
        giver = world.active(GIVER)
        give(giver, request(world, MOTHER, AidRelation.PARENT))
        world.platform.agency.change_person(operator_call(), who, PersonChange(**change))
        (link,) = giver.ask("aids")
        assert (link.state, link.reason) == (AidState.ENDED, AidEnd.MOVED)

    def test_a_district_of_the_same_insured_place_is_no_move(self, world: World) -> None:
        giver = world.active(GIVER)
        give(giver, request(world, MOTHER, AidRelation.PARENT))
        world.platform.agency.change_person(operator_call(), GIVER, PersonChange(region="110105"))
        assert giver.ask("aids")[0].state is AidState.ACTIVE
