"""The family account at the port: who may be linked, by what consent, what a link's voucher may do, how it ends."""

from __future__ import annotations

from typing import Any

import pytest
from contract.platform_kit import (
    Key,
    Wallet,
    World,
    bill,
    fresh_key,
    operator_call,
    person,
    real_document,
    terminal_call,
    wrong,
)

from wallet_cli import errors
from wallet_cli.domain.family import ConsentCode, ConsentKind, LinkState, MemberRequest, Relation, Relative
from wallet_cli.domain.identity import IdDocument, Name, Phone, Sex, check_digit
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.secret import TextCode
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.ports import FaceOutcome, Issued, Limits, PersonChange, PersonDraft, PersonView, Presented

LIMITS = Limits()
BIRTH = Paper(PaperKind.BIRTH_CERTIFICATE, "birth.pdf", "application/pdf", 1000, "ab" * 32)
DAY_S = 86_400


def claim(view: PersonView, relation: Relation = Relation.PARENT, **changes: Any) -> Relative:
    known = view.person
    fields: dict[str, Any] = {"name": known.name, "document": known.document, "phone": known.phone}
    return Relative(relation, **(fields | changes))


def born(world: World, name: str, birth_date: str, phone: str = "13700000001") -> PersonView:
    """Somebody new in the register."""
    draft = PersonDraft(Name(name), Phone(phone), "110000", "390", None, birth_date, Sex.FEMALE.value)
    return world.platform.agency.add_person(operator_call(), draft).value


def consent(wallet: Wallet, guardian: str | None = None) -> TextCode:
    made: ConsentCode = wallet.do("make_consent", None if guardian is None else Name(guardian), wallet.proof())
    return made.code


def add(wallet: Wallet, request: MemberRequest, voucher_id: str = "m1", key: str | None = None) -> Issued:
    wallet.holders.setdefault(voucher_id, Key())
    issued: Issued = wallet.do("add_member", request, wallet.proof(voucher_id), wallet.proof(), key=key)
    wallet.keep(issued)
    return issued


def refused(wallet: Wallet, request: MemberRequest) -> errors.WalletError:
    with pytest.raises(errors.WalletError) as error:
        add(wallet, request, "refused")
    return error.value


class FamilyContract:
    """Inherited by each adapter's tests."""

    def adult(self, world: World, holder: Wallet, name: str = "李秀英", relation: Relation = Relation.PARENT) -> Issued:
        """A member who consents by text."""
        view = person(world.platform, name)
        holder.do("request_consent", claim(view, relation))
        return add(holder, MemberRequest(claim(view, relation), holder.last_text()), f"m-{name}")

    def infant(self, world: World, holder: Wallet) -> Issued:
        view = person(world.platform, "陈晨")
        guardian = person(world.platform).person.phone
        request = MemberRequest(claim(view, Relation.CHILD, phone=guardian), papers=(BIRTH,), declaration=True)
        return add(holder, request, "m-infant")

    # --- consent --------------------------------------------------------------------------------------------------

    def test_by_a_code_made_in_the_members_wallet(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        issued = add(holder, MemberRequest(claim(person(world.platform, "李秀英")), consent(member)))
        assert issued.guardian == person(world.platform).person.psn_no
        assert issued.subject == person(world.platform, "李秀英").person.psn_no
        (link,) = holder.ask("family").members
        assert (link.name, link.relation, link.state, link.consent, link.voucher_id) == (
            "**英", Relation.PARENT, LinkState.ACTIVE, ConsentKind.CODE, "m1",
        )  # fmt: skip
        (back,) = member.ask("family").guardians
        assert (back.link_id, back.name, back.voucher_id) == (link.link_id, "*三", None)
        assert holder.ask("family").guardians == member.ask("family").members == ()

    def test_by_text(self, world: World) -> None:
        holder = world.active()
        view = person(world.platform, "李秀英")
        before = world.texts()
        asked = holder.do("request_consent", claim(view))
        assert (asked.sent, asked.masked_phone, world.texts()) == (True, "138****0002", before + 1)
        again = holder.do("request_consent", claim(view))
        assert (again.sent, again.expires_at, world.texts()) == (False, asked.expires_at, before + 1)
        world.clock.move(LIMITS.consent_life_s - 60)
        add(holder, MemberRequest(claim(view), holder.last_text()))

    def test_by_face(self, world: World) -> None:
        holder = world.active()
        view = person(world.platform, "李秀英")
        face = holder.do("begin_member_face", claim(view))
        request = MemberRequest(claim(view), face_id=face.face_id)
        assert isinstance(refused(holder, request), errors.FaceStale)
        world.sandbox.decide_face(face.user_code, FaceOutcome.PASSED)
        assert holder.ask("poll_face", face.face_id) is FaceOutcome.PASSED
        other = person(world.platform, "王建国")
        assert isinstance(refused(holder, MemberRequest(claim(other), face_id=face.face_id)), errors.FaceStale)
        add(holder, request)
        assert holder.ask("family").members[0].consent is ConsentKind.FACE

    def test_a_child_by_declaration_with_the_guardians_phone(self, world: World) -> None:
        holder = world.active()
        assert holder.ask("check_member", claim(person(world.platform, "陈晨"), Relation.CHILD)) is False
        self.infant(world, holder)
        assert holder.ask("family").members[0].consent is ConsentKind.DECLARATION

    def test_codes_wrong_stale_used_and_of_others(self, world: World) -> None:
        holder, member, stranger = world.active(), world.active("李秀英"), world.active("王建国")
        asked = claim(person(world.platform, "李秀英"))
        none = refused(holder, MemberRequest(asked, TextCode(b"123456")))
        assert isinstance(none, errors.ConsentWrong) and none.data == {"reason": "none", "attempts_left": 0}
        stale, good = consent(member), consent(member)
        others = consent(stranger)
        assert isinstance(refused(holder, MemberRequest(asked, stale)), errors.ConsentStale)
        missed = refused(holder, MemberRequest(asked, wrong(good)))
        assert isinstance(missed, errors.ConsentWrong) and missed.data["attempts_left"] == 4
        foreign = refused(holder, MemberRequest(asked, others))
        assert isinstance(foreign, errors.ConsentForeign)
        assert foreign.data == {"reason": "member", "attempts_left": 3}
        add(holder, MemberRequest(asked, good))
        second = world.active("周海涛")
        asked_by_other = claim(person(world.platform, "李秀英"), Relation.OTHER)
        assert isinstance(refused(second, MemberRequest(asked_by_other, good)), errors.ConsentUsed)

    def test_a_code_goes_stale_by_time_and_by_tries(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        asked = claim(person(world.platform, "李秀英"))
        old = consent(member)
        world.clock.move(LIMITS.consent_life_s)
        assert isinstance(refused(holder, MemberRequest(asked, old)), errors.ConsentStale)
        good = consent(member)
        for left in range(LIMITS.text_code_tries - 1, -1, -1):
            assert refused(holder, MemberRequest(asked, wrong(good))).data["attempts_left"] == left
        assert isinstance(refused(holder, MemberRequest(asked, good)), errors.ConsentStale)

    def test_guesses_are_counted_on_every_code_that_is_good(self, world: World) -> None:
        """A text that its guesses have used up, or one used elsewhere, leaves no other code to be guessed for ever."""
        holder, other, member = world.active(), world.active("周海涛"), world.active("李秀英")
        asked = claim(person(world.platform, "李秀英"))
        made = consent(member)
        holder.do("request_consent", asked)
        sent = holder.last_text()
        for left in range(LIMITS.text_code_tries - 1, -1, -1):
            missed = refused(holder, MemberRequest(asked, wrong(made, sent)))
            assert isinstance(missed, errors.ConsentWrong) and missed.data["attempts_left"] == left
        assert isinstance(refused(holder, MemberRequest(asked, made)), errors.ConsentStale)
        holder.do("request_consent", asked)
        newer = consent(member)
        add(other, MemberRequest(claim(person(world.platform, "李秀英"), Relation.OTHER), newer), "of-other")
        missed = refused(holder, MemberRequest(asked, wrong(newer, made, sent, holder.last_text())))
        assert isinstance(missed, errors.ConsentWrong) and missed.data["attempts_left"] == 4

    def test_a_code_for_one_guardian_serves_no_other(self, world: World) -> None:
        holder, other, member = world.active(), world.active("周海涛"), world.active("李秀英")
        view = person(world.platform, "李秀英")
        made = member.do("make_consent", Name("张三"), member.proof())
        assert made.guardian == "*三"
        foreign = refused(other, MemberRequest(claim(view, Relation.OTHER), made.code))
        assert isinstance(foreign, errors.ConsentForeign) and foreign.data["reason"] == "guardian"
        add(holder, MemberRequest(claim(view), made.code))

    def test_a_text_serves_only_who_asked_for_it(self, world: World) -> None:
        holder, other = world.active(), world.active("周海涛")
        view = person(world.platform, "李秀英")
        holder.do("request_consent", claim(view))
        code = holder.last_text()
        failed = refused(other, MemberRequest(claim(view, Relation.OTHER), code))
        assert isinstance(failed, errors.ConsentWrong)

    def test_no_consent_no_link(self, world: World) -> None:
        holder = world.active()
        request = MemberRequest(claim(person(world.platform, "李秀英")))
        assert isinstance(refused(holder, request), errors.ConsentNeeded)
        assert holder.ask("family").members == ()

    # --- who may be linked ----------------------------------------------------------------------------------------

    def test_an_adult_as_a_minor_and_the_reverse(self, world: World) -> None:
        holder = world.active()
        adult = claim(person(world.platform, "李秀英"))
        declared = refused(holder, MemberRequest(adult, papers=(BIRTH,), declaration=True))
        assert isinstance(declared, errors.MemberAge) and declared.data["reason"] == "adult"
        child = claim(person(world.platform, "陈晨"), Relation.CHILD)
        consented = refused(holder, MemberRequest(child, TextCode(b"123456")))
        assert isinstance(consented, errors.MemberAge) and consented.data["reason"] == "minor"
        for operation in ("request_consent", "begin_member_face"):
            with pytest.raises(errors.MemberAge):
                holder.do(operation, child)

    def test_a_child_needs_proof_and_declaration(self, world: World) -> None:
        holder = world.active()
        child = claim(person(world.platform, "陈晨"), Relation.CHILD)
        missing = refused(holder, MemberRequest(child, declaration=True))
        assert isinstance(missing, errors.PapersMissing)
        assert missing.data["missing"] == ("birth-certificate|household-register",)
        letter = BIRTH._replace(kind=PaperKind.CONTRACT)
        assert isinstance(refused(holder, MemberRequest(child, papers=(letter,))), errors.PaperInvalid)
        assert isinstance(refused(holder, MemberRequest(child, papers=(BIRTH,))), errors.DeclarationNeeded)

    @pytest.mark.parametrize(
        ("holder", "member", "relation", "reason"),
        [
            ("张三", "陈晨", Relation.SPOUSE, "spouse_minor"),
            ("张三", "陈晨", Relation.PARENT, "not_older"),
            ("张三", "林小雨", Relation.GRANDPARENT, "not_older"),
            ("张三", "李秀英", Relation.CHILD, "not_younger"),
            ("张三", "李秀英", Relation.GRANDCHILD, "not_younger"),
        ],
    )
    def test_relations_that_cannot_be(
        self, world: World, holder: str, member: str, relation: Relation, reason: str
    ) -> None:
        wallet = world.active(holder)
        failed = refused(wallet, MemberRequest(claim(person(world.platform, member), relation)))
        assert isinstance(failed, errors.RelationRefused)
        assert failed.data == {"reason": reason, "relation": relation.value}

    def test_a_minor_holds_no_family(self, world: World) -> None:
        young = born(world, "赵小明", "2008-05-01")
        holder = world.wallet()
        holder.activate(young)
        failed = refused(holder, MemberRequest(claim(person(world.platform, "李秀英"), Relation.GRANDPARENT)))
        assert failed.data["reason"] == "holder_minor"

    def test_oneself_strangers_and_the_uninsured(self, world: World) -> None:
        holder = world.active()
        mine = claim(person(world.platform), Relation.OTHER)
        assert isinstance(refused(holder, MemberRequest(mine)), errors.MemberSelf)
        view = person(world.platform, "李秀英")
        for changed, kind in (
            ({"name": Name("李秀荣")}, errors.IdentityMismatch),
            ({"document": world.unknown_document()}, errors.IdentityMismatch),
            ({"document": real_document()}, errors.RealIdInSandbox),
            ({"phone": Phone("13800000001")}, errors.PhoneMismatch),
        ):
            assert isinstance(refused(holder, MemberRequest(claim(view, **changed))), kind)
        uninsured = claim(person(world.platform, "孙伟"), Relation.OTHER)
        assert isinstance(refused(holder, MemberRequest(uninsured)), errors.NotInsured)

    def test_the_same_person_twice(self, world: World) -> None:
        holder = world.active()
        self.adult(world, holder)
        again = MemberRequest(claim(person(world.platform, "李秀英")), TextCode(b"123456"))
        assert isinstance(refused(holder, again), errors.MemberExists)
        assert len(holder.ask("family").members) == 1

    def test_five_members_and_no_sixth(self, world: World) -> None:
        holder = world.active()
        for name in ("李秀英", "王建国", "周海涛", "吴敏", "沈宏"):
            self.adult(world, holder, name, Relation.OTHER)
        sixth = claim(person(world.platform, "何丽"), Relation.OTHER)
        full = refused(holder, MemberRequest(sixth))
        assert isinstance(full, errors.FamilyFull) and full.data == {"most": 5}
        (first, *_) = holder.ask("family").members
        holder.do("remove_member", first.link_id, holder.proof())
        self.adult(world, holder, "何丽", Relation.OTHER)

    def test_two_families_and_no_third(self, world: World) -> None:
        for name in ("张三", "周海涛"):
            self.adult(world, world.active(name), "李秀英", Relation.OTHER)
        third = refused(world.active("吴敏"), MemberRequest(claim(person(world.platform, "李秀英"), Relation.OTHER)))
        assert isinstance(third, errors.FamiliesFull) and third.data == {"most": 2}

    # --- what the voucher does ------------------------------------------------------------------------------------

    def test_it_spends_the_members_benefits(self, world: World) -> None:
        holder = world.active()
        issued = self.adult(world, holder)
        mine, hers = world.balance("张三"), world.balance("李秀英")
        settled = world.settle(Presented(code=holder.code(issued.voucher.handle)), bill(500_000))
        assert settled.acct_pay_fen > 0
        assert world.balance("张三") == mine
        assert hers is not None and world.balance("李秀英") == hers - settled.acct_pay_fen
        assert holder.ask("accounts", issued.voucher.handle)[0].personal_account_fen == world.balance("李秀英")

    def test_the_member_freezes_the_guardians_handle_too(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        issued = self.adult(world, holder)
        member.do("freeze")
        assert world.refusal(holder.code(issued.voucher.handle)) == "VOUCHER_FROZEN"
        assert holder.ask("standing", issued.voucher.handle).state is VoucherState.SUSPENDED
        assert world.refusal(holder.code()) is None

    def test_a_repeated_request_links_once(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        request, key = MemberRequest(claim(person(world.platform, "李秀英")), consent(member)), fresh_key()
        first = add(holder, request, key=key)
        assert add(holder, request, key=key).voucher.handle == first.voucher.handle
        assert len(holder.ask("family").members) == 1

    def test_another_device_gets_its_own_voucher_without_a_second_consent(self, world: World) -> None:
        first = world.active()
        issued = self.adult(world, first)
        second = world.active()
        (link,) = second.ask("family").members
        assert link.voucher_id is None
        other = add(second, MemberRequest(claim(person(world.platform, "李秀英"))), "m2")
        assert other.voucher.handle != issued.voucher.handle
        assert world.refusal(first.code(issued.voucher.handle)) is None
        assert world.refusal(second.code(other.voucher.handle)) is None
        assert len(second.ask("family").members) == 1

    def test_the_pin_must_have_been_given(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        issued = self.adult(world, holder)
        (link,) = member.ask("family").guardians
        stranger = Key()
        for wallet, operation, arguments in (
            (member, "make_consent", (None,)),
            (member, "remove_member", (link.link_id,)),
            (holder, "remove_member", (link.link_id,)),
        ):
            with pytest.raises(errors.ProofInvalid):
                wallet.do(operation, *arguments, wallet.proof(holder=stranger))
        assert world.refusal(holder.code(issued.voucher.handle)) is None

    # --- its end --------------------------------------------------------------------------------------------------

    @pytest.mark.parametrize("side", ["holder", "member"])
    def test_either_side_ends_it_at_once(self, world: World, side: str) -> None:
        holder, member = world.active(), world.active("李秀英")
        issued = self.adult(world, holder)
        handle = issued.voucher.handle
        token = world.verify(holder.code(handle)).ec_token
        who = holder if side == "holder" else member
        (link,) = member.ask("family").guardians
        assert who.do("remove_member", link.link_id, who.proof()).state is LinkState.ENDED
        assert who.do("remove_member", link.link_id, who.proof()).state is LinkState.ENDED
        assert world.refusal(holder.code(handle)) == "VOUCHER_REVOKED"
        with pytest.raises(errors.VoucherRevoked):
            world.settle(Presented(ec_token=token), bill(1000))
        with pytest.raises(errors.MemberEnded):
            holder.ask("accounts", handle)
        assert holder.ask("family").members == member.ask("family").guardians == ()
        assert [one.voucher_id for one in holder.ask("vouchers")] == ["self"]
        assert world.refusal(holder.code()) is None

    def test_nobody_else_ends_it(self, world: World) -> None:
        holder, stranger = world.active(), world.active("周海涛")
        self.adult(world, holder)
        (link,) = holder.ask("family").members
        for link_id in (link.link_id, "L000000000000"):
            with pytest.raises(errors.LinkUnknown):
                stranger.do("remove_member", link_id, stranger.proof())

    def test_a_reset_keeps_links_and_consents(self, world: World) -> None:
        holder = world.active()
        issued = self.adult(world, holder)
        before = holder.ask("family")
        code = world.platform.agency.reset_code(operator_call(), person(world.platform).person.psn_no).value.code
        ticket = holder.do("begin_reset", code, None).ticket
        holder.holders = {one.voucher_id: Key() for one in holder.ask("vouchers")}
        for one in holder.do("complete_reset", ticket, [holder.proof(which) for which in holder.holders]):
            holder.keep(one)
        assert holder.ask("family") == before
        assert world.refusal(holder.code(issued.voucher.handle)) == "VOUCHER_REVOKED"
        assert world.refusal(holder.code(holder.vouchers[issued.voucher_id].voucher.handle)) is None

    # --- what life brings -----------------------------------------------------------------------------------------

    def test_a_sixteenth_birthday_asks_for_consent(self, world: World) -> None:
        """Born 2009-12-25: sixteen five weeks after the tests' first day."""
        view, holder = born(world, "赵小明", "2009-12-25"), world.active()
        request = MemberRequest(claim(view, Relation.CHILD), papers=(BIRTH,), declaration=True)
        handle = add(holder, request).voucher.handle
        world.clock.move(33 * DAY_S)
        assert holder.ask("family").members[0].state is LinkState.ACTIVE
        assert isinstance(refused(holder, request), errors.MemberExists)
        world.clock.move(DAY_S)
        (link,) = holder.ask("family").members
        assert link.state is LinkState.CONSENT_DUE
        assert link.consent_until is not None and link.consent_until.day() == "2026-03-25"
        assert world.refusal(holder.code(handle)) is None
        world.clock.move(90 * DAY_S)
        assert holder.ask("family").members[0].state is LinkState.SUSPENDED
        assert world.refusal(holder.code(handle)) == "VOUCHER_FROZEN"
        assert holder.ask("standing", handle).state is VoucherState.SUSPENDED
        patient = Presented(document=view.person.document)
        sent = world.platform.institution.request_payment(
            terminal_call(), patient, bill(100), scene="01301", life_s=600
        )
        with pytest.raises(errors.MemberSuspended):
            holder.do("confirm_payment", handle, sent.value.bill_id, holder.proof("m1"))
        for asked_after in ("accounts", "filing_notice", "card"):
            with pytest.raises(errors.MemberSuspended):
                holder.ask(asked_after, handle)
        asked = claim(view, Relation.CHILD)
        assert holder.ask("check_member", asked) is True
        holder.do("request_consent", asked)
        declared = refused(holder, request)
        assert isinstance(declared, errors.MemberAge)
        renewed = add(holder, MemberRequest(asked, holder.last_text()))
        assert renewed.voucher.handle == handle
        (link,) = holder.ask("family").members
        assert (link.state, link.consent, link.consent_until) == (LinkState.ACTIVE, ConsentKind.CODE, None)
        assert world.refusal(holder.code(handle)) is None

    def test_a_corrected_birthday_leaves_the_time_to_consent(self, world: World) -> None:
        """Taken for a child of ten, sixteen long since: the grace time begins with the correction, and only once."""
        view, holder = born(world, "赵小明", "2015-03-04"), world.active()
        add(holder, MemberRequest(claim(view, Relation.CHILD), papers=(BIRTH,), declaration=True))

        def corrected(first17: str) -> LinkState:
            fresh = IdDocument(first17 + check_digit(first17))
            world.platform.agency.change_person(operator_call(), view.person.psn_no, PersonChange(document=fresh))
            (link,) = holder.ask("family").members
            assert isinstance(link.state, LinkState)
            return link.state

        assert corrected("99099120050304001") is LinkState.CONSENT_DUE
        world.clock.move(LIMITS.consent_grace_s - 1)
        assert holder.ask("family").members[0].state is LinkState.CONSENT_DUE
        world.clock.move(1)
        assert holder.ask("family").members[0].state is LinkState.SUSPENDED
        assert corrected("99099120050304003") is LinkState.SUSPENDED
        assert corrected("99099120150304003") is LinkState.ACTIVE

    def test_a_death_ends_vouchers_and_links(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        issued = self.adult(world, holder)
        psn_no = person(world.platform, "李秀英").person.psn_no
        changed = world.platform.agency.change_person(operator_call(), psn_no, PersonChange(deceased=True)).value
        assert changed.insured is False
        assert world.refusal(holder.code(issued.voucher.handle)) == "VOUCHER_REVOKED"
        assert world.refusal(member.code()) == "VOUCHER_REVOKED"
        assert holder.ask("family").members == ()
        again = world.platform.agency.change_person(operator_call(), psn_no, PersonChange(insured=True)).value
        assert again.insured is False

    def test_a_guardians_death_ends_what_they_held(self, world: World) -> None:
        holder, member = world.active(), world.active("李秀英")
        issued = self.adult(world, holder)
        psn_no = person(world.platform).person.psn_no
        world.platform.agency.change_person(operator_call(), psn_no, PersonChange(deceased=True))
        assert world.refusal(holder.code(issued.voucher.handle)) == "VOUCHER_REVOKED"
        assert member.ask("family").guardians == ()
        assert world.refusal(member.code()) is None

    def test_a_move_and_a_new_number_are_told_and_the_link_stays(self, world: World) -> None:
        holder = world.active()
        issued = self.adult(world, holder)
        handle = issued.voucher.handle
        known = person(world.platform, "李秀英").person
        first17 = "99000119551103044"
        fresh = IdDocument(first17 + check_digit(first17))
        for change in (PersonChange(region="310000"), PersonChange(document=fresh)):
            world.platform.agency.change_person(operator_call(), known.psn_no, change)
            assert holder.ask("standing", handle).data_changed is True
            assert world.refusal(holder.code(handle)) is None
            holder.keep(holder.do("reissue", handle, holder.proof(issued.voucher_id), new_handle=False))
            assert holder.ask("standing", handle).data_changed is False
        assert person(world.platform, fresh.reveal()).person.psn_no == known.psn_no
        assert len(holder.ask("family").members) == 1
        with pytest.raises(errors.PersonExists):
            taken = person(world.platform).person.document
            world.platform.agency.change_person(operator_call(), known.psn_no, PersonChange(document=taken))
