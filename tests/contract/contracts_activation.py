"""What every adapter of the platform port keeps: activation, from the register to the voucher."""

from __future__ import annotations

import pytest
from contract.platform_kit import (
    Key,
    Wallet,
    World,
    fresh_key,
    operator_call,
    person,
    real_document,
    wrong,
)

from wallet_cli.domain import token
from wallet_cli.domain.identity import Name, Phone
from wallet_cli.domain.secret import TextCode
from wallet_cli.domain.voucher import VCT, Channel
from wallet_cli.errors import (
    AgreementRequired,
    FaceStale,
    IdempotencyMismatch,
    IdentityMismatch,
    NonceStale,
    NotEnabled,
    NotFound,
    NotInsured,
    OfferStale,
    OfferUsed,
    OfferWrong,
    PhoneMismatch,
    PlatformError,
    ProofInvalid,
    RealIdInSandbox,
    RegionInvalid,
    RegionMismatch,
    SignInNeeded,
    SmsCodeStale,
    SmsCodeUsed,
    SmsCodeWrong,
    TextCodesLimited,
    TxCodeWrong,
)
from wallet_cli.ports import ActivationStep, Call, DeviceCredential, FaceOutcome, FacePurpose, PersonChange, Proof


class ActivationContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_the_whole_way(self, world: World) -> None:
        wallet = world.wallet()
        zhang = person(world.platform)
        begun = wallet.begin(zhang)
        assert begun.step is ActivationStep.TEXT_CODE
        assert (begun.masked_name, begun.masked_phone, begun.region, begun.insutype) == (
            "*三",
            "138****0001",
            "110000",
            "310",
        )
        assert wallet.do("confirm_text_code", begun.activation_id, wallet.last_text()).step is ActivationStep.FACE
        wallet.pass_face(FacePurpose.ACTIVATION, begun.activation_id)
        issued = wallet.take(wallet.ask("activation", begun.activation_id))
        assert wallet.ask("activation", begun.activation_id).step is ActivationStep.DONE
        info = world.platform.citizen.info(Call()).value
        keys = token.read_key_set(info.key_set, info.root_jwk, world.clock.now(), 0)
        read = token.read(issued.voucher.sd_jwt, keys.keys, world.clock.now(), info.issuer, VCT)
        assert read.handle == issued.voucher.handle and len(read.handle) == 11
        assert (read.region, read.insutype) == ("110000", "310")
        assert dict(read.holder) == wallet.holders["self"].jwk
        assert read.disclosed["name"] == "张三"
        assert read.disclosed["certno"] == zhang.person.document.reveal()
        assert (read.disclosed["birth_date"], read.disclosed["phone"]) == ("1985-06-12", "13800000001")
        assert issued.subject == zhang.person.psn_no and issued.guardian is None

    def test_every_person_of_the_sandbox(self, world: World) -> None:
        people = world.platform.agency.people(operator_call(), cursor=None, limit=500).value.items
        assert people[0].person.name.reveal() == "张三"
        assert people[0].person.phone.reveal() == "13800000001"
        assert all(view.person.document.synthetic for view in people)
        for view in people:
            if view.insured:
                issued = world.wallet().activate(view)
                assert issued.subject == view.person.psn_no

    def test_the_register_is_asked_in_order(self, world: World) -> None:
        zhang, wallet = person(world.platform), world.wallet()
        sun = person(world.platform, "孙伟")
        refusals: list[tuple[type[Exception], dict[str, object]]] = [
            (RealIdInSandbox, {"document": real_document()}),
            (RegionInvalid, {"region": "990000"}),
            (NotEnabled, {"region": "540100"}),
            (IdentityMismatch, {"name": Name("张四")}),
            (IdentityMismatch, {"document": world.unknown_document()}),
            (PhoneMismatch, {"phone": Phone("13800000009")}),
            (RegionMismatch, {"region": "310000"}),
            (AgreementRequired, {"agreement_version": "1999-01"}),
        ]
        for leaf, changes in refusals:
            with pytest.raises(leaf):
                wallet.begin(zhang, **changes)
        with pytest.raises(NotInsured) as uninsured:
            wallet.begin(sun)
        assert uninsured.value.data["hotline"]
        assert world.texts() == 0

    def test_a_wrong_region_names_the_right_ones(self, world: World) -> None:
        with pytest.raises(RegionMismatch) as refused:
            world.wallet().begin(person(world.platform, "沈宏"), region="320100")
        assert refused.value.data["regions"] == ("320500",)
        assert refused.value.data["hotline"]

    def test_a_district_stands_for_its_city(self, world: World) -> None:
        assert world.wallet().begin(person(world.platform), region="110105").region == "110000"
        assert world.wallet().begin(person(world.platform, "沈宏"), region="320506").region == "320500"

    def test_wrong_text_codes_are_counted(self, world: World) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        right = wallet.last_text()
        for left in (4, 3, 2, 1, 0):
            with pytest.raises(SmsCodeWrong) as refused:
                wallet.do("confirm_text_code", begun.activation_id, wrong(right))
            assert refused.value.data["attempts_left"] == left
        with pytest.raises(SmsCodeStale):
            wallet.do("confirm_text_code", begun.activation_id, right)
        wallet.do("send_text_code", begun.activation_id)
        wallet.do("confirm_text_code", begun.activation_id, wallet.last_text())

    def test_text_codes_grow_stale_and_are_used_once(self, world: World) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        first = wallet.last_text()
        wallet.do("send_text_code", begun.activation_id)
        second = wallet.last_text()
        if first.reveal() != second.reveal():
            with pytest.raises(SmsCodeStale):
                wallet.do("confirm_text_code", begun.activation_id, first)
        world.clock.move(299)
        wallet.do("confirm_text_code", begun.activation_id, second)
        with pytest.raises(SmsCodeUsed):
            wallet.do("confirm_text_code", begun.activation_id, second)

    def test_a_text_code_lives_five_minutes(self, world: World) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        world.clock.move(300)
        with pytest.raises(SmsCodeStale):
            wallet.do("confirm_text_code", begun.activation_id, wallet.last_text())

    def test_ten_text_codes_an_hour(self, world: World) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        for _ in range(9):
            wallet.do("send_text_code", begun.activation_id)
        with pytest.raises(TextCodesLimited) as refused:
            wallet.do("send_text_code", begun.activation_id)
        assert refused.value.data["wait"] == 3600
        with pytest.raises(TextCodesLimited):
            world.wallet().begin(person(world.platform))
        world.clock.move(3600)
        wallet.do("send_text_code", begun.activation_id)

    @pytest.mark.parametrize("outcome", [FaceOutcome.TOO_DARK, FaceOutcome.NO_MATCH])
    def test_a_face_that_fails_is_tried_again(self, world: World, outcome: FaceOutcome) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        wallet.do("confirm_text_code", begun.activation_id, wallet.last_text())
        face = wallet.do("begin_face", FacePurpose.ACTIVATION, begun.activation_id)
        assert wallet.ask("poll_face", face.face_id) is FaceOutcome.PENDING
        with pytest.raises(NotFound):
            world.wallet().ask("poll_face", face.face_id)
        world.sandbox.decide_face(face.user_code, outcome)
        assert wallet.ask("poll_face", face.face_id) is outcome
        with pytest.raises(FaceStale):
            world.sandbox.decide_face(face.user_code, FaceOutcome.PASSED)
        assert wallet.ask("activation", begun.activation_id).step is ActivationStep.FACE
        wallet.pass_face(FacePurpose.ACTIVATION, begun.activation_id)
        assert wallet.ask("activation", begun.activation_id).step is ActivationStep.ISSUE

    def test_a_face_check_ends(self, world: World) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        with pytest.raises(NotFound):
            wallet.do("begin_face", FacePurpose.ACTIVATION, begun.activation_id)
        wallet.do("confirm_text_code", begun.activation_id, wallet.last_text())
        face = wallet.do("begin_face", FacePurpose.ACTIVATION, begun.activation_id)
        world.clock.move(600)
        with pytest.raises(FaceStale):
            wallet.ask("poll_face", face.face_id)
        with pytest.raises(FaceStale):
            world.sandbox.decide_face(face.user_code, FaceOutcome.PASSED)
        with pytest.raises(NotFound):
            world.sandbox.decide_face("ZZZZ-ZZZZ", FaceOutcome.PASSED)

    def test_an_activation_is_one_devices(self, world: World) -> None:
        wallet, other = world.wallet(), world.wallet()
        begun = wallet.begin(person(world.platform))
        with pytest.raises(NotFound):
            other.ask("activation", begun.activation_id)
        with pytest.raises(NotFound):
            other.do("confirm_text_code", begun.activation_id, wallet.last_text())
        with pytest.raises(SignInNeeded):
            other.do("begin_activation", wallet.request(person(world.platform)))
        world.clock.move(86_400)
        with pytest.raises(NotFound):
            wallet.ask("activation", begun.activation_id)

    def test_steps_are_not_jumped(self, world: World) -> None:
        wallet = world.wallet()
        begun = wallet.begin(person(world.platform))
        wallet.holders["self"] = Key()
        with pytest.raises(NotFound):
            wallet.do("issue", begun.activation_id, wallet.proof())

    def test_issue_repeats_for_the_same_key_alone(self, world: World) -> None:
        wallet = world.wallet()
        waiting = wallet.to_issue(person(world.platform))
        first = wallet.take(waiting)
        assert wallet.do("issue", waiting.activation_id, wallet.proof()) == first
        with pytest.raises(ProofInvalid):
            wallet.do("issue", waiting.activation_id, wallet.proof(holder=Key()))
        assert len(wallet.ask("vouchers")) == 1

    def test_a_kept_answer_comes_before_any_freshness(self, world: World) -> None:
        wallet = world.wallet()
        waiting = wallet.to_issue(person(world.platform))
        wallet.holders["self"] = Key()
        key, proof = fresh_key(), wallet.proof()
        first = wallet.do("issue", waiting.activation_id, proof, key=key)
        world.clock.move(40_000)
        assert wallet.do("issue", waiting.activation_id, proof, key=key) == first
        with pytest.raises(IdempotencyMismatch):
            wallet.do("issue", waiting.activation_id, wallet.proof(holder=Key()), key=key)

    def test_proofs_of_possession_are_checked(self, world: World) -> None:
        wallet = world.wallet()
        waiting = wallet.to_issue(person(world.platform))
        wallet.holders["self"] = holder = Key()
        issuer = world.platform.citizen.info(Call()).value.issuer
        nonce = wallet.ask("nonce")
        elsewhere = token.make_proof(holder.jwk, holder.sign, "https://other.invalid", nonce, world.clock.now())
        with pytest.raises(ProofInvalid):
            wallet.do("issue", waiting.activation_id, Proof("self", elsewhere))
        forged = token.make_proof(holder.jwk, Key().sign, issuer, nonce, world.clock.now())
        with pytest.raises(ProofInvalid):
            wallet.do("issue", waiting.activation_id, Proof("self", forged))
        with pytest.raises(NonceStale):
            wallet.do(
                "issue",
                waiting.activation_id,
                wallet.proof(nonce=nonce[:20] + ("B" if nonce[20] == "A" else "A") + nonce[21:]),
            )
        old = wallet.ask("nonce")
        world.clock.move(601)
        with pytest.raises(NonceStale):
            wallet.do("issue", waiting.activation_id, wallet.proof(nonce=old))
        wallet.do("issue", waiting.activation_id, wallet.proof())

    def test_a_nonce_serves_each_key_once(self, world: World) -> None:
        wallet = world.active()
        nonce = wallet.ask("nonce")
        wallet.ask("code_secret", wallet.handle, wallet.proof(nonce=nonce))
        with pytest.raises(NonceStale):
            wallet.ask("code_secret", wallet.handle, wallet.proof(nonce=nonce))

    def test_repeats_and_missing_keys(self, world: World) -> None:
        wallet = world.wallet()
        key, request = fresh_key(), wallet.request(person(world.platform))
        first = wallet.do("begin_activation", request, key=key)
        assert wallet.do("begin_activation", request, key=key) == first
        assert world.texts() == 1
        other = wallet.request(person(world.platform), channel=Channel.WECHAT)
        with pytest.raises(IdempotencyMismatch):
            wallet.do("begin_activation", other, key=key)
        with pytest.raises(PlatformError):
            world.platform.citizen.begin_activation(wallet.call("begin_activation"), request)

    def test_calls_are_signed_for_what_they_ask(self, world: World) -> None:
        wallet = world.active()
        citizen = world.platform.citizen
        assert citizen.devices(wallet.call("devices")).value
        for call in (
            Call(),
            wallet.call("vouchers"),
            operator_call(),
            Call(DeviceCredential(Key().thumbprint, wallet.call("devices").credential.proof)),  # type: ignore[union-attr]
        ):
            with pytest.raises(SignInNeeded):
                citizen.devices(call)
        stale = wallet.call("devices")
        world.clock.move(301)
        with pytest.raises(SignInNeeded):
            citizen.devices(stale)
        with pytest.raises(SignInNeeded):
            world.wallet().ask("devices")

    def test_answers_carry_the_signed_time(self, world: World) -> None:
        reply = world.platform.citizen.info(Call())
        keys = token.read_key_set(reply.value.key_set, reply.value.root_jwk, world.clock.now(), 1)
        said = b"yibao-time-1" + int(reply.time).to_bytes(8, "big")
        assert reply.time == world.clock.now()
        assert any(token.verify_es256(jwk, said, reply.signature) for jwk in keys.keys.values())

    # --- the counter ------------------------------------------------------------------------------------------------

    def test_an_offer_stands_for_text_code_and_face(self, world: World) -> None:
        wallet = world.wallet()
        offer = world.platform.agency.offer(operator_call(), "张三", Channel.COUNTER).value
        assert len(offer.offer) == 10
        redeemed = wallet.redeem(offer.offer.lower(), offer.tx_code)
        assert (redeemed.step, redeemed.channel) == (ActivationStep.ISSUE, Channel.COUNTER)
        assert wallet.redeem(offer.offer, offer.tx_code) == redeemed
        with pytest.raises(OfferUsed):
            world.wallet().redeem(offer.offer, offer.tx_code)
        wallet.take(redeemed)
        assert wallet.ask("devices")[0].channel is Channel.COUNTER
        with pytest.raises(OfferUsed):
            wallet.redeem(offer.offer, offer.tx_code)

    def test_offers_that_are_wrong_or_stale(self, world: World) -> None:
        wallet = world.wallet()
        with pytest.raises(OfferWrong):
            wallet.redeem("0000000000", TextCode(b"000000"))
        offer = world.platform.agency.offer(operator_call(), "张三", Channel.BANK).value
        for left in (4, 3, 2, 1, 0):
            with pytest.raises(TxCodeWrong) as refused:
                wallet.redeem(offer.offer, wrong(offer.tx_code))
            assert refused.value.data["attempts_left"] == left
        with pytest.raises(OfferStale):
            wallet.redeem(offer.offer, offer.tx_code)
        second = world.platform.agency.offer(operator_call(), "张三", Channel.BANK).value
        world.clock.move(86_400)
        with pytest.raises(OfferStale):
            wallet.redeem(second.offer, second.tx_code)
        with pytest.raises(NotInsured):
            world.platform.agency.offer(operator_call(), "孙伟", Channel.BANK)

    def test_a_second_device(self, world: World) -> None:
        first = world.active()
        second = world.active()
        assert first.handle != second.handle
        assert [device.this for device in second.ask("devices")] == [False, True]
        assert person(world.platform).devices == 2
        with pytest.raises(NotFound):
            second.ask("accounts", first.handle)

    def test_activating_again_on_a_device_replaces_its_voucher(self, world: World) -> None:
        wallet = world.active()
        old = wallet.handle
        wallet.activate(person(world.platform))
        assert wallet.handle != old
        assert [issued.voucher.handle for issued in wallet.ask("vouchers")] == [wallet.handle]
        with pytest.raises(SignInNeeded):
            wallet.begin(person(world.platform, "李秀英"))

    def test_insurance_that_ended_meanwhile(self, world: World) -> None:
        wallet: Wallet = world.wallet()
        waiting = wallet.to_issue(person(world.platform))
        world.platform.agency.change_person(operator_call(), "张三", PersonChange(insured=False))
        wallet.holders["self"] = Key()
        with pytest.raises(NotInsured):
            wallet.do("issue", waiting.activation_id, wallet.proof())
