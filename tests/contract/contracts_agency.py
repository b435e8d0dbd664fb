"""What every adapter of the platform port keeps: the agency's register and counter, and a sandbox's own things."""

from __future__ import annotations

import pytest
from contract.platform_kit import (
    HOSPITAL,
    World,
    fresh_key,
    operator_call,
    person,
    real_document,
    terminal_call,
)

from wallet_cli.domain.identity import Name, Phone, Sex
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import (
    IdempotencyMismatch,
    IdInvalid,
    InstitutionExists,
    NotEnabled,
    NotFound,
    PersonExists,
    PersonUnknown,
    PlatformError,
    RealIdInSandbox,
    RegionInvalid,
    RollsExhausted,
    SignInNeeded,
)
from wallet_cli.ports import Call, InstitutionInfo, PersonChange, PersonDraft

DRAFT = PersonDraft(Name("钱多多"), Phone("13900000001"), "110000", "310", None, "1999-12-31", "2", 5_000)
CASES = ("valid", "expired", "used", "altered", "frozen", "foreign")


class AgencyContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_person_is_registered_and_activates(self, world: World) -> None:
        agency, key = world.platform.agency, fresh_key()
        added = agency.add_person(operator_call(key=key), DRAFT).value
        again = agency.add_person(operator_call(key=key), DRAFT).value
        assert again.person == added.person and again.card_number.reveal() == added.card_number.reveal()
        document = added.person.document
        assert document.synthetic and document.sex is Sex.FEMALE and document.birth_date.isoformat() == "1999-12-31"
        assert added.personal_account_fen == 5_000 and added.devices == 0
        with pytest.raises(IdempotencyMismatch):
            agency.add_person(
                operator_call(key=key), PersonDraft(Name("别人"), Phone("13900000001"), "110000", "310", None)
            )
        assert world.active("钱多多").vouchers["self"].subject == added.person.psn_no
        assert person(world.platform, "钱多多").devices == 1

    def test_who_cannot_be_registered(self, world: World) -> None:
        add = world.platform.agency.add_person
        known = person(world.platform).person.document
        name, phone = Name("某人"), Phone("13900000002")
        for leaf, draft in (
            (RealIdInSandbox, PersonDraft(name, phone, "110000", "310", real_document())),
            (PersonExists, PersonDraft(name, phone, "110000", "310", known)),
            (RegionInvalid, PersonDraft(name, phone, "000000", "310", None)),
            (NotEnabled, PersonDraft(name, phone, "540100", "310", None)),
            (NotEnabled, PersonDraft(name, phone, "110000", "999", None)),
            (IdInvalid, PersonDraft(name, phone, "110000", "310", None, "2001-02-30", "1")),
            (IdInvalid, PersonDraft(name, phone, "110000", "310", None, "yesterday", "1")),
            (PlatformError, PersonDraft(name, phone, "110000", "310", None, personal_account_fen=-1)),
        ):
            with pytest.raises(leaf):
                add(operator_call(), draft)
        with pytest.raises(SignInNeeded):
            add(Call(None, fresh_key()), DRAFT)
        with pytest.raises(SignInNeeded):
            add(terminal_call(), DRAFT)
        with pytest.raises(PlatformError):
            add(operator_call(""), DRAFT)
        with pytest.raises(PersonUnknown):
            person(world.platform, "某人")

    def test_a_person_is_found_by_anything_that_finds_one(self, world: World) -> None:
        zhang = person(world.platform)
        whole = zhang.person
        for text in (whole.psn_no, whole.document.reveal(), "张三", " 张三 ", "138 0000 0001"):
            assert person(world.platform, text).person == whole
        world.platform.agency.add_person(
            operator_call(), PersonDraft(Name("张三"), Phone("13900000003"), "110000", "310", None)
        )
        for text in ("张三", "13999999999", "99", "", "x" * 999):
            with pytest.raises(PersonUnknown):
                person(world.platform, text)

    def test_errors_do_not_repeat_what_was_typed(self, world: World) -> None:
        with pytest.raises(PersonUnknown) as refused:
            person(world.platform, world.unknown_document().reveal())
        assert world.unknown_document().reveal() not in str(refused.value.data)

    def test_people_in_pages(self, world: World) -> None:
        seen, cursor = [], None
        while True:
            page = world.platform.agency.people(operator_call(), cursor=cursor, limit=4).value
            seen += [view.person.psn_no for view in page.items]
            cursor = page.cursor
            if cursor is None:
                break
        assert len(seen) == len(set(seen)) >= 12 and seen == sorted(seen)
        for limit in (0, 501):
            with pytest.raises(PlatformError):
                world.platform.agency.people(operator_call(), cursor=None, limit=limit)

    def test_a_person_changes(self, world: World) -> None:
        change = world.platform.agency.change_person
        moved = change(operator_call(), "张三", PersonChange(region="310000")).value
        assert moved.person.region == "310000" and moved.person.name == Name("张三")
        # The account is one's own: it waits while the insurance has none.
        assert change(operator_call(), "张三", PersonChange(insutype="390")).value.personal_account_fen is None
        assert change(operator_call(), "张三", PersonChange(insutype="310")).value.personal_account_fen == 523_680
        assert not change(operator_call(), "张三", PersonChange(insured=False)).value.insured
        for leaf, asked in (
            (RegionInvalid, PersonChange(region="123")),
            (NotEnabled, PersonChange(region="540100")),
            (NotEnabled, PersonChange(insutype="777")),
        ):
            with pytest.raises(leaf):
                change(operator_call(), "张三", asked)
        with pytest.raises(PersonUnknown):
            change(operator_call(), "没有人", PersonChange(insured=True))

    def test_institutions(self, world: World) -> None:
        agency = world.platform.agency
        listed = agency.institutions(operator_call(), cursor=None, limit=500).value.items
        assert {i.level for i in listed} == {0, 1, 2, 3}
        assert any("voucher" not in i.supports for i in listed) and any(not i.cross_province for i in listed)
        paged = agency.institutions(operator_call(), cursor=None, limit=3).value
        assert paged.items == listed[:3]
        assert agency.institutions(operator_call(), cursor=paged.cursor, limit=3).value.items == listed[3:6]
        fresh = InstitutionInfo("H11000000099", "新医院", "New", "110000", 2, ("voucher", "outpatient"), True)
        assert agency.add_institution(operator_call(), fresh).value == fresh
        with pytest.raises(InstitutionExists):
            agency.add_institution(operator_call(), fresh)
        wallet = world.active()
        world.verify(wallet.code(), institution="H11000000099")

    def test_institutions_that_do_not_fit(self, world: World) -> None:
        good = ("H11000000098", "新医院", "New", "110000", 2, ("voucher",), True)
        for place, value in (
            (0, "X11000000098"),
            (0, "H1"),
            (1, ""),
            (2, "n" * 101),
            (4, 9),
            (4, 0),
            (5, ("magic",)),
        ):
            fields = list(good)
            fields[place] = value
            with pytest.raises(PlatformError):
                world.platform.agency.add_institution(operator_call(), InstitutionInfo(*fields))  # type: ignore[arg-type]

    # --- the sandbox --------------------------------------------------------------------------------------------------

    def test_codes_for_testers_answer_as_they_say(self, world: World) -> None:
        expected = [None, "CODE_EXPIRED", "CODE_USED", "CODE_MALFORMED", "VOUCHER_FROZEN", "CODE_FOREIGN"]
        for case, answer in zip(CASES, expected, strict=True):
            made = world.sandbox.code("张三", case)
            assert (made.case, made.expect) == (case, answer)
            assert world.refusal(made.code) == answer
        with pytest.raises(NotFound):
            world.sandbox.code("张三", "nice")
        with pytest.raises(PersonUnknown):
            world.sandbox.code("没有人", "valid")

    def test_testers_leave_the_person_alone(self, world: World) -> None:
        wallet = world.active()
        for case in CASES:
            world.sandbox.code("张三", case)
        assert world.refusal(wallet.code()) is None
        assert len(wallet.ask("devices")) == 1 and person(world.platform).devices == 1
        assert wallet.do("freeze") == 1
        for case in CASES:
            made = world.sandbox.code("张三", case)
            assert world.refusal(made.code) == made.expect
        assert world.sandbox.code("张三", "valid").expect == "VOUCHER_FROZEN"

    def test_testers_codes_run_out_within_a_step(self, world: World) -> None:
        codes = {world.sandbox.code("张三", "valid").code for _ in range(10)}
        assert len(codes) == 10
        with pytest.raises(RollsExhausted) as refused:
            world.sandbox.code("张三", "valid")
        assert refused.value.data["wait"] == 30
        world.clock.move(30)
        assert world.refusal(world.sandbox.code("张三", "valid").code) is None

    def test_populating_is_repeatable(self, world: World) -> None:
        before = len(world.platform.agency.people(operator_call(), cursor=None, limit=500).value.items)
        assert world.sandbox.populate(5, 7) == 5
        assert world.sandbox.populate(5, 7) == 0
        assert world.sandbox.populate(8, 7) == 3
        people = world.platform.agency.people(operator_call(), cursor=None, limit=500).value.items
        assert len(people) == before + 8
        assert all(view.person.document.synthetic for view in people)
        world.wallet().activate(people[-1])
        with pytest.raises(PlatformError):
            world.sandbox.populate(-1, 0)

    def test_the_outbox_is_newest_first_and_masked(self, world: World) -> None:
        first, second = world.wallet(), world.wallet()
        first.begin(person(world.platform))
        world.clock.move(5)
        second.begin(person(world.platform, "李秀英"))
        messages = world.sandbox.outbox(limit=10)
        assert [m.to for m in messages] == ["138****0002", "138****0001"]
        assert all(m.purpose == "activation" and len(m.code.reveal()) == 6 for m in messages)
        assert len(world.sandbox.outbox(limit=1)) == 1
        with pytest.raises(PlatformError):
            world.sandbox.outbox(limit=0)

    def test_what_a_wallet_learns_first(self, world: World) -> None:
        info = world.platform.citizen.info(Call()).value
        assert info.number == "990" and info.sandbox
        assert {"zh-CN", "zh-TW", "en"} == set(info.agreement) and all(info.agreement.values())
        places = {place.region for place in info.regions}
        assert places >= {"110000", "310000", "320000", "340000", "410000", "440000"}
        assert all(place.hotline and place.illustrative for place in info.regions)

    def test_deadlines_and_bounds(self, world: World) -> None:
        for deadline in (0.0, -1.0, 61.0):
            with pytest.raises(PlatformError):
                world.platform.citizen.info(Call(deadline=deadline))
        with pytest.raises(PlatformError):
            world.platform.agency.offer(operator_call(key="k" * 129), "张三", Channel.APP)
        with pytest.raises(PlatformError):
            world.verify("1" * 28, terminal="t" * 65)
        with pytest.raises(PlatformError):
            world.wallet().begin(person(world.platform), device_name="n" * 101)
        assert HOSPITAL in {
            i.fixmedins_code
            for i in world.platform.agency.institutions(operator_call(), cursor=None, limit=500).value.items
        }
