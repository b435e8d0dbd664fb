"""What every adapter of the platform port keeps: resets, freezing, devices, re-issue, cards, records, the status list."""

from __future__ import annotations

import pytest
from contract.platform_kit import Key, Wallet, World, bill, fresh_key, operator_call, person, wrong

from wallet_cli.domain import status, token
from wallet_cli.domain.identity import Name, Phone
from wallet_cli.domain.voucher import VCT, CardState, VoucherState
from wallet_cli.errors import (
    CardState as WrongCardState,
)
from wallet_cli.errors import (
    DeviceUnknown,
    FaceStale,
    NonceStale,
    NotFound,
    PlatformError,
    ProofInvalid,
    RecordUnknown,
    ResetCodeStale,
    ResetCodeUsed,
    ResetCodeWrong,
    SignInNeeded,
    VoucherRevoked,
)
from wallet_cli.ports import Call, FaceOutcome, FacePurpose, Issued, PersonChange, Presented, RecordKind, ResetTicket


def complete(wallet: Wallet, ticket: ResetTicket, holder: Key, key: str | None = None) -> tuple[Issued, ...]:
    proof = wallet.proof("self", holder=holder)
    fresh: tuple[Issued, ...] = wallet.do("complete_reset", ticket.ticket, [proof], key=key)
    return fresh


class VouchersContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    # --- PIN resets ---------------------------------------------------------------------------------------------------

    def test_a_reset_by_face_kills_the_old_handle(self, world: World) -> None:
        wallet = world.active()
        old, old_code = wallet.handle, wallet.code()
        face = wallet.pass_face(FacePurpose.PIN_RESET, None)
        ticket = wallet.do("begin_reset", None, face)
        assert ticket.expires_at == world.clock.now() + 1_800
        wallet.holders["self"] = Key()
        (issued,) = complete(wallet, ticket, wallet.holders["self"])
        assert issued.voucher_id == "self" and issued.voucher.handle != old
        assert world.refusal(old_code) == "VOUCHER_REVOKED"
        wallet.keep(issued)
        assert world.refusal(wallet.code()) is None
        assert wallet.ask("standing", old).state is VoucherState.REVOKED
        with pytest.raises(FaceStale):
            wallet.do("begin_reset", None, face)

    def test_a_reset_by_the_counters_code(self, world: World) -> None:
        wallet = world.active()
        with pytest.raises(ResetCodeWrong):
            wallet.do("begin_reset", wrong(wallet.last_text()), None)
        given = world.platform.agency.reset_code(operator_call(), "张三").value
        with pytest.raises(ResetCodeWrong) as refused:
            wallet.do("begin_reset", wrong(given.code), None)
        assert refused.value.data["attempts_left"] == 4
        ticket = wallet.do("begin_reset", given.code, None)
        with pytest.raises(ResetCodeUsed):
            wallet.do("begin_reset", given.code, None)
        wallet.holders["self"] = Key()
        wallet.keep(complete(wallet, ticket, wallet.holders["self"])[0])
        assert world.refusal(wallet.code()) is None

    def test_reset_codes_grow_stale(self, world: World) -> None:
        wallet = world.active()
        first = world.platform.agency.reset_code(operator_call(), "张三").value
        second = world.platform.agency.reset_code(operator_call(), "张三").value
        if first.code.reveal() != second.code.reveal():
            with pytest.raises(ResetCodeStale):
                wallet.do("begin_reset", first.code, None)
        for _ in range(5):
            with pytest.raises(ResetCodeWrong):
                wallet.do("begin_reset", wrong(second.code), None)
        with pytest.raises(ResetCodeStale):
            wallet.do("begin_reset", second.code, None)
        third = world.platform.agency.reset_code(operator_call(), "张三").value
        world.clock.move(1_800)
        with pytest.raises(ResetCodeStale):
            wallet.do("begin_reset", third.code, None)
        # Another person's device has nothing from it.
        fourth = world.platform.agency.reset_code(operator_call(), "张三").value
        with pytest.raises(ResetCodeWrong):
            world.active("李秀英").do("begin_reset", fourth.code, None)

    def test_a_face_that_did_not_pass_resets_nothing(self, world: World) -> None:
        wallet = world.active()
        for outcome in (FaceOutcome.TOO_DARK, FaceOutcome.NO_MATCH):
            face = wallet.do("begin_face", FacePurpose.PIN_RESET, None)
            world.sandbox.decide_face(face.user_code, outcome)
            with pytest.raises(FaceStale):
                wallet.do("begin_reset", None, face.face_id)
        pending = wallet.do("begin_face", FacePurpose.PIN_RESET, None)
        with pytest.raises(FaceStale):
            wallet.do("begin_reset", None, pending.face_id)
        with pytest.raises(ResetCodeWrong):
            wallet.do("begin_reset", None, None)
        with pytest.raises(SignInNeeded):
            world.wallet().do("begin_face", FacePurpose.PIN_RESET, None)

    def test_completing_repeats(self, world: World) -> None:
        wallet = world.active()
        ticket = wallet.do("begin_reset", None, wallet.pass_face(FacePurpose.PIN_RESET, None))
        holder, key = Key(), fresh_key()
        first = complete(wallet, ticket, holder, key)
        assert complete(wallet, ticket, holder, key) == first
        assert complete(wallet, ticket, holder) == first
        # A wallet that lost its pending keys completes anew; what it got before is dead.
        other = Key()
        second = complete(wallet, ticket, other)
        assert second[0].voucher.handle != first[0].voucher.handle
        assert wallet.ask("standing", first[0].voucher.handle).state is VoucherState.REVOKED
        assert wallet.ask("vouchers") == second
        world.clock.move(1_800)
        with pytest.raises(ResetCodeStale):
            complete(wallet, ticket, other)

    def test_a_reset_names_every_voucher_of_its_device(self, world: World) -> None:
        wallet, other = world.active(), world.active()
        ticket = wallet.do("begin_reset", None, wallet.pass_face(FacePurpose.PIN_RESET, None))
        before = wallet.handle
        nonce = wallet.ask("nonce")
        wallet.holders["stranger"] = Key()
        for shown in (
            [],
            [wallet.proof("stranger")],
            [wallet.proof(holder=Key()), wallet.proof("stranger")],
        ):
            with pytest.raises(ProofInvalid):
                wallet.do("complete_reset", ticket.ticket, shown)
        world.clock.move(601)
        with pytest.raises((NonceStale, ProofInvalid)):
            wallet.do("complete_reset", ticket.ticket, [wallet.proof(nonce=nonce, holder=Key())])
        assert wallet.ask("vouchers")[0].voucher.handle == before
        with pytest.raises(ResetCodeStale):
            complete(other, ticket, Key())
        assert other.ask("standing", other.handle).state is VoucherState.VALID

    # --- freezing, devices --------------------------------------------------------------------------------------------

    def test_a_freeze_stops_all_handles_of_the_person(self, world: World) -> None:
        first, second, other = world.active(), world.active(), world.active("李秀英")
        key = fresh_key()
        assert first.do("freeze", key=key) == 2
        assert first.do("freeze", key=key) == 2
        assert first.do("freeze") == 0
        assert [world.refusal(w.code()) for w in (first, second, other)] == ["VOUCHER_FROZEN", "VOUCHER_FROZEN", None]
        assert second.ask("standing", second.handle).state is VoucherState.SUSPENDED
        # Queries go on: the person is not locked out of their own figures.
        assert second.ask("accounts", second.handle)
        with pytest.raises(ProofInvalid):
            second.do("unfreeze", second.proof(holder=Key()))
        with pytest.raises(ProofInvalid):
            second.do("unfreeze", other.proof())
        assert second.do("unfreeze", second.proof()) == 2
        assert second.do("unfreeze", second.proof()) == 0
        world.clock.move(30)
        assert world.refusal(first.code()) is None

    def test_a_revoked_device_is_out(self, world: World) -> None:
        lost, kept = world.active(), world.active()
        device = lost.ask("devices")[0]
        with pytest.raises(ProofInvalid):
            kept.do("revoke_device", device.device_id, kept.proof(holder=Key()))
        revoked = kept.do("revoke_device", device.device_id, kept.proof())
        assert revoked.revoked and not revoked.this
        assert kept.do("revoke_device", device.device_id, kept.proof()).revoked
        with pytest.raises(SignInNeeded):
            lost.ask("accounts", lost.handle)
        with pytest.raises(SignInNeeded):
            lost.begin(person(world.platform))
        assert world.refusal(lost.code()) == "VOUCHER_REVOKED"
        assert world.refusal(kept.code()) is None
        assert [d.revoked for d in kept.ask("devices")] == [True, False]
        assert person(world.platform).devices == 1

    def test_devices_of_others_are_unknown(self, world: World) -> None:
        mine, theirs = world.active(), world.active("李秀英")
        for device_id in (theirs.ask("devices")[0].device_id, "D000", "x" * 500):
            with pytest.raises(DeviceUnknown):
                mine.do("revoke_device", device_id, mine.proof())

    def test_a_device_revokes_itself_repeatably(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        proof = wallet.proof()
        mine = wallet.ask("devices")[0].device_id
        first = wallet.do("revoke_device", mine, proof, key=key)
        assert wallet.do("revoke_device", mine, proof, key=key) == first

    # --- re-issue -----------------------------------------------------------------------------------------------------

    def test_a_change_of_data_is_told_until_the_voucher_is_updated(self, world: World) -> None:
        wallet = world.active()
        assert not wallet.ask("standing", wallet.handle).data_changed
        world.platform.agency.change_person(operator_call(), "张三", PersonChange(phone=Phone("13800000099")))
        world.platform.agency.change_person(operator_call(), "张三", PersonChange(name=Name("张三丰")))
        assert wallet.ask("standing", wallet.handle).data_changed
        updated = wallet.do("reissue", wallet.handle, wallet.proof(), new_handle=False)
        assert updated.voucher.handle == wallet.handle
        assert not wallet.ask("standing", wallet.handle).data_changed
        info = world.platform.citizen.info(Call()).value
        keys = token.read_key_set(info.key_set, info.root_jwk, world.clock.now(), 0)
        read = token.read(updated.voucher.sd_jwt, keys.keys, world.clock.now(), info.issuer, VCT)
        assert (read.disclosed["name"], read.disclosed["phone"]) == ("张三丰", "13800000099")
        # Same handle, same secret: codes go on.
        assert world.refusal(wallet.code()) is None

    def test_a_new_handle_ends_the_old_one(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        old = wallet.handle
        proof = wallet.proof()
        fresh = wallet.do("reissue", old, proof, new_handle=True, key=key)
        assert wallet.do("reissue", old, proof, new_handle=True, key=key) == fresh
        assert fresh.voucher.handle != old
        assert fresh.voucher.epoch > wallet.vouchers["self"].voucher.epoch
        with pytest.raises(VoucherRevoked):
            wallet.do("reissue", old, wallet.proof(), new_handle=True)
        assert world.refusal(wallet.code(old)) == "VOUCHER_REVOKED"

    def test_the_sign_in_key_alone_changes_no_holder_key(self, world: World) -> None:
        wallet = world.active()
        for new_handle in (False, True):
            with pytest.raises(ProofInvalid):
                wallet.do("reissue", wallet.handle, wallet.proof(holder=Key()), new_handle=new_handle)
        with pytest.raises(ProofInvalid):
            wallet.ask("code_secret", wallet.handle, wallet.proof(holder=Key()))

    def test_the_secret_is_the_same_each_time(self, world: World) -> None:
        wallet = world.active()
        again = wallet.ask("code_secret", wallet.handle, wallet.proof())
        assert again.reveal() == wallet.secrets[wallet.handle].reveal()
        with pytest.raises(NotFound):
            wallet.ask("code_secret", "00100000000", wallet.proof())

    def test_the_status_list_says_it_all(self, world: World) -> None:
        good, frozen, dead = world.active(), world.active("李秀英"), world.active("吴敏")
        frozen.do("freeze")
        dead.do("reissue", dead.handle, dead.proof(), new_handle=True)
        info = world.platform.citizen.info(Call()).value
        keys = token.read_key_set(info.key_set, info.root_jwk, world.clock.now(), 0).keys
        text = world.platform.citizen.status_list(Call()).value
        states = []
        for wallet in (good, frozen, dead):
            read = token.read(wallet.vouchers["self"].voucher.sd_jwt, keys, world.clock.now(), info.issuer, VCT)
            listed = status.read_token(text, keys, read.status_uri, world.clock.now())
            states.append(listed.state(read.status_index))
        assert states == [VoucherState.VALID, VoucherState.SUSPENDED, VoucherState.REVOKED]

    # --- card and records ---------------------------------------------------------------------------------------------

    def test_the_card(self, world: World) -> None:
        wallet = world.active()
        whole = person(world.platform).card_number.reveal().decode()
        card = wallet.ask("card", wallet.handle)
        assert card.state is CardState.ACTIVE
        assert card.number_masked.endswith(whole[-4:]) and set(card.number_masked[:-4]) == {"*"}
        with pytest.raises(WrongCardState):
            wallet.do("reissue_card", wallet.handle)
        lost = wallet.do("report_card_lost", wallet.handle)
        world.clock.move(60)
        assert wallet.do("report_card_lost", wallet.handle) == lost
        assert (lost.state, person(world.platform).card_state) == (CardState.LOST, CardState.LOST)
        fresh = wallet.do("reissue_card", wallet.handle)
        assert fresh.state is CardState.ACTIVE and fresh.since == world.clock.now()
        assert person(world.platform).card_number.reveal().decode() != whole

    def test_records_are_paged_newest_first(self, world: World) -> None:
        wallet = world.active()
        settled = world.settle(Presented(code=wallet.code()), bill(4_200))
        seen, cursor = [], None
        while True:
            page = wallet.ask("records", wallet.handle, year=None, kind=None, cursor=cursor, limit=5)
            assert 1 <= len(page.items) <= 5
            seen += page.items
            cursor = page.cursor
            if cursor is None:
                break
        assert seen[0].record_id == settled.setl_id
        assert [r.at for r in seen] == sorted((r.at for r in seen), reverse=True)
        assert len({r.record_id for r in seen}) == len(seen)
        # This November is the eleventh month of its year; twelve before it.
        assert sum(r.kind is RecordKind.CONTRIBUTION for r in seen) == 23
        assert seen[1].period == "2025-11" and seen[-1].period == "2024-01"
        whole = wallet.ask("records", wallet.handle, year=None, kind=None, cursor=None, limit=500)
        assert list(whole.items) == seen and whole.cursor is None

    def test_records_by_year_and_kind(self, world: World) -> None:
        wallet = world.active()
        world.settle(Presented(code=wallet.code()), bill(4_200))
        ask = {"cursor": None, "limit": 500}
        last = wallet.ask("records", wallet.handle, year=2024, kind=None, **ask).items
        assert len(last) == 12 and {r.period[:4] for r in last} == {"2024"}
        bought = wallet.ask("records", wallet.handle, year=2025, kind=RecordKind.SETTLEMENT, **ask).items
        assert [r.amount_fen for r in bought] == [4_200]
        assert not wallet.ask("records", wallet.handle, year=2024, kind=RecordKind.SETTLEMENT, **ask).items
        assert not wallet.ask("records", wallet.handle, year=None, kind=RecordKind.CLAIM, **ask).items

    def test_records_bounds_and_owners(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        theirs = other.ask("records", other.handle, year=None, kind=None, cursor=None, limit=1).items[0]
        for number in (theirs.record_id, "C0", "x" * 999):
            with pytest.raises(RecordUnknown):
                wallet.ask("record", wallet.handle, number)
        for bad in ({"limit": 0}, {"limit": 501}, {"cursor": "nonsense"}, {"year": 99_999}, {"cursor": "9" * 400}):
            asked = {"year": None, "kind": None, "cursor": None, "limit": 10} | bad
            with pytest.raises(PlatformError):
                wallet.ask("records", wallet.handle, **asked)
        with pytest.raises(NotFound):
            wallet.ask("records", other.handle, year=None, kind=None, cursor=None, limit=1)
