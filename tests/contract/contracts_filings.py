"""What every adapter of the platform port keeps: filings of treatment in another province, and the desk that reviews."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from contract.platform_kit import Wallet, World, fresh_key, operator_call, person

from wallet_cli.domain import status, token
from wallet_cli.domain.filing import RECEIPT_VCT, Filing, FilingCategory, FilingChange, FilingRequest, FilingState
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.review import Review
from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import VoucherState
from wallet_cli.errors import (
    FilingDates,
    FilingOverlaps,
    FilingPlace,
    FilingTooEarly,
    FilingUnknown,
    IdempotencyMismatch,
    NotFound,
    NoticeRequired,
    NotInsured,
    PaperInvalid,
    PapersMissing,
    PlatformError,
    ReviewDecided,
    ReviewUnknown,
    SignInNeeded,
    WalletError,
)
from wallet_cli.errors import FilingState as StateRefused
from wallet_cli.ports import Call, PersonChange

TODAY = "2025-11-21"
"""A Friday; tests begin at 12:40 in China."""
DAY_S = 86_400
LETTER = Paper(PaperKind.REFERRAL_LETTER, "转诊 张三.pdf", "application/pdf", 2_048, "a" * 64)
CONTRACT = Paper(PaperKind.CONTRACT, "contract.png", "image/png", 4_096, "b" * 64)
RESIDENCE = Paper(PaperKind.RESIDENCE_PROOF, "居住证.jpg", "image/jpeg", 512, "c" * 64)


def request(wallet: Wallet, **changes: Any) -> FilingRequest:
    fields: dict[str, Any] = {
        "to_region": "310000",
        "category": FilingCategory.OTHER,
        "start": TODAY,
        "end": None,
        "contact_phone": Phone("13900000009"),
        "papers": (),
        "declaration": False,
        "notice_version": wallet.ask("filing_notice", wallet.handle).version,
    }
    return FilingRequest(**(fields | changes))


def filed(wallet: Wallet, **changes: Any) -> Filing:
    done: Filing = wallet.do("file", wallet.handle, request(wallet, **changes))
    return done


def shown(wallet: Wallet, filing: Filing) -> Filing:
    found: Filing = wallet.ask("filing", wallet.handle, filing.filing_id)
    return found


def refused(wallet: Wallet, **changes: Any) -> WalletError:
    with pytest.raises(WalletError) as error:
        filed(wallet, **changes)
    return error.value


def waiting(world: World) -> list[Review]:
    return list(world.platform.agency.reviews(operator_call(), pending=True, cursor=None, limit=500).value.items)


def decide(world: World, filing: Filing, approve: bool, reason: str = "") -> Review:
    agency = world.platform.agency
    return agency.decide(operator_call(), filing.filing_id, approve=approve, reason=reason).value


WORKER: dict[str, Any] = {"category": FilingCategory.WORKER, "papers": (CONTRACT,)}
DECLARED: dict[str, Any] = {"category": FilingCategory.RESIDENT, "declaration": True}


class FilingsContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_the_notice_is_the_insured_places(self, world: World) -> None:
        wallet = world.active()
        notice = wallet.ask("filing_notice", wallet.handle)
        assert (
            set(notice.text) == {"zh-CN", "zh-TW", "en"}
            and "北京" in notice.text["zh-CN"]
            and "Beijing" in notice.text["en"]
        )
        assert all(notice.version in words and "{" not in words for words in notice.text.values())
        assert notice.required == tuple(FilingCategory)
        error = refused(wallet, notice_version="2020-01")
        assert isinstance(error, NoticeRequired) and error.data["version"] == notice.version
        assert wallet.ask("filings", wallet.handle, cursor=None, limit=10).items == ()

    def test_temporary_filings_hold_at_once(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet)
        assert (one.state, one.start, one.end, one.late) == (FilingState.ACTIVE, TODAY, "2026-05-21", False)
        assert one.filing_id.startswith("F") and len(one.filing_id) == 17
        assert one.insuplc_admdvs == "110000" and one.changeable_from is None and one.due_at is None
        referral = filed(wallet, to_region="440100", category=FilingCategory.REFERRAL, papers=(LETTER,))
        assert (referral.state, referral.papers) == (FilingState.ACTIVE, (LETTER,))
        assert waiting(world) == []
        page = wallet.ask("filings", wallet.handle, cursor=None, limit=1)
        rest = wallet.ask("filings", wallet.handle, cursor=page.cursor, limit=1)
        assert {page.items[0], rest.items[0]} == {one, referral} and rest.cursor is None

    def test_the_same_request_has_one_effect(self, world: World) -> None:
        wallet, key = world.active(), fresh_key()
        asked = request(wallet)
        one = wallet.do("file", wallet.handle, asked, key=key)
        assert wallet.do("file", wallet.handle, asked, key=key) == one
        with pytest.raises(IdempotencyMismatch):
            wallet.do("file", wallet.handle, asked._replace(to_region="440000"), key=key)
        with pytest.raises(FilingOverlaps) as error:
            wallet.do("file", wallet.handle, asked)
        assert error.value.data == {"filing_id": one.filing_id, "reason": "same_place"}
        assert wallet.ask("filings", wallet.handle, cursor=None, limit=10).items == (one,)

    def test_long_term_filings_go_before_staff(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **WORKER)
        assert (one.state, one.end, one.decided_at) == (FilingState.PENDING, None, None)
        assert one.due_at is not None and one.due_at.rfc3339() == "2025-11-24T16:00:00Z"
        (review,) = waiting(world)
        assert (review.review_id, review.kind, review.approved) == (one.filing_id, "filing", None)
        assert review.masked_name == "*三" and review.papers == (CONTRACT,) and review.due_at == one.due_at
        assert review.about["to_region"] == "310000" and review.about["category"] == "worker"
        with pytest.raises(StateRefused):
            wallet.ask("filing_receipt", wallet.handle, one.filing_id)
        done = decide(world, one, True)
        assert done.approved is True and done.decided_at == world.clock.now() and waiting(world) == []
        assert decide(world, one, True) == done
        with pytest.raises(ReviewDecided):
            decide(world, one, False, "不符")
        assert shown(wallet, one).state is FilingState.ACTIVE

    def test_staff_refuse_and_say_why(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **WORKER)
        for reason in ("", " ", "不" * 201):
            with pytest.raises(PlatformError):
                decide(world, one, False, reason)
        done = decide(world, one, False, "合同已过期")
        assert (done.approved, done.reason) == (False, "合同已过期")
        now = shown(wallet, one)
        assert (now.state, now.reason, now.decided_at) == (FilingState.REFUSED, "合同已过期", world.clock.now())
        for change in (lambda: self._cancel(wallet, one), lambda: self._change(wallet, one, start="2025-11-22")):
            with pytest.raises(StateRefused):
                change()
        assert filed(wallet, **WORKER).filing_id != one.filing_id

    def test_nobody_decided_in_a_working_day(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **DECLARED)
        assert one.due_at is not None
        world.clock.move(one.due_at - 1 - world.clock.at)
        assert shown(wallet, one).state is FilingState.PENDING and len(waiting(world)) == 1
        world.clock.move(1)
        now = shown(wallet, one)
        assert (now.state, now.decided_at, now.due_at) == (FilingState.ACTIVE, one.due_at, None)
        assert waiting(world) == []
        agency = world.platform.agency
        (past,) = agency.reviews(operator_call(), pending=False, cursor=None, limit=5).value.items
        assert (past.approved, past.decided_at) == (True, one.due_at)
        assert decide(world, one, True) == past
        with pytest.raises(ReviewDecided):
            decide(world, one, False, "太晚")
        assert wallet.ask("filing_receipt", wallet.handle, one.filing_id)

    def test_the_desk_is_paged_and_only_staffs(self, world: World) -> None:
        wallet, agency = world.active(), world.platform.agency
        with pytest.raises(ReviewUnknown):
            agency.review(operator_call(), "F" + "0" * 16)
        with pytest.raises(ReviewUnknown):
            agency.decide(operator_call(), "F" + "0" * 16, approve=True, reason="")
        with pytest.raises(SignInNeeded):
            agency.reviews(Call(), pending=True, cursor=None, limit=5)
        filings = [filed(wallet, **WORKER, to_region=to) for to in ("310000", "440100", "440300")]
        for pending in (True, False):
            seen: list[str] = []
            cursor = None
            while True:
                page = agency.reviews(operator_call(), pending=pending, cursor=cursor, limit=1).value
                seen += [one.review_id for one in page.items]
                cursor = page.cursor
                if cursor is None:
                    break
            assert sorted(seen) == sorted(one.filing_id for one in filings)
            for one in filings:
                decide(world, one, True)

    def test_a_declaration_binds_for_six_months(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **DECLARED)
        assert (one.declaration, one.changeable_from) == (True, "2026-05-21")
        decide(world, one, True)
        for act in (
            lambda: self._cancel(wallet, one),
            lambda: self._change(wallet, one, to_region="440100", declaration=True),
            lambda: self._cancel(wallet, one, CONTRACT),
        ):
            with pytest.raises(FilingTooEarly) as error:
                act()
            assert error.value.data["until"] == "2026-05-21"
        assert self._change(wallet, one, contact_phone=Phone("13911111111")).state is FilingState.ACTIVE
        world.clock.move(181 * DAY_S)
        assert self._cancel(wallet, one).state is FilingState.CANCELLED

    def test_papers_lift_the_six_months(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **DECLARED)
        decide(world, one, True)
        done = self._cancel(wallet, one, RESIDENCE)
        assert (done.state, done.papers) == (FilingState.CANCELLED, (RESIDENCE,))

    def test_cancelled_twice_changes_nothing(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet)
        ended = self._cancel(wallet, one)
        assert ended.state is FilingState.CANCELLED
        world.clock.move(60)
        assert self._cancel(wallet, one) == ended == shown(wallet, one)
        with pytest.raises(StateRefused):
            self._change(wallet, one, start="2025-11-22")
        assert filed(wallet).state is FilingState.ACTIVE

    def test_one_under_review_is_taken_back(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **DECLARED)
        assert self._cancel(wallet, one).state is FilingState.CANCELLED
        assert waiting(world) == []
        with pytest.raises(ReviewDecided):
            decide(world, one, True)
        world.clock.move(10 * DAY_S)
        assert shown(wallet, one).state is FilingState.CANCELLED

    def test_changes_are_examined_anew(self, world: World) -> None:
        wallet = world.active()
        temporary = filed(wallet)
        later = self._change(wallet, temporary, end="2026-12-31")
        assert (later.end, later.state) == ("2026-12-31", FilingState.ACTIVE)
        assert self._change(wallet, temporary, to_region="440000").to_region == "440000"
        with pytest.raises(FilingDates):
            self._change(wallet, temporary, end="2026-05-01")
        with pytest.raises(FilingPlace):
            self._change(wallet, temporary, to_region="110000")
        with pytest.raises(PaperInvalid):
            self._change(wallet, temporary, papers=(CONTRACT._replace(size=0),))
        same = self._change(wallet, temporary)
        assert same == shown(wallet, temporary)

    def test_a_long_term_change_waits_and_a_refusal_leaves_the_old_one(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, **WORKER)
        decide(world, one, True)
        with pytest.raises(PapersMissing):
            self._change(wallet, one, to_region="440100")
        asked = self._change(wallet, one, to_region="440100", papers=(CONTRACT._replace(sha256="d" * 64),))
        assert (asked.state, asked.to_region) == (FilingState.PENDING, "440100")
        assert len(waiting(world)) == 1
        decide(world, one, False, "材料不符")
        back = shown(wallet, one)
        assert (back.state, back.to_region, back.papers) == (FilingState.ACTIVE, "310000", (CONTRACT,))
        assert back.reason == "材料不符"

    def test_a_change_that_was_refused_leaves_the_six_months_as_they_were(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        declared, proved = filed(wallet, **DECLARED), filed(other, **WORKER)
        for one in (declared, proved):
            decide(world, one, True)
        self._change(wallet, declared, start="2025-11-10", papers=(RESIDENCE,))
        self._change(other, proved, to_region="440300", declaration=True)
        for one in (declared, proved):
            decide(world, one, False, "材料不符")
        back = shown(wallet, declared)
        assert (back.start, back.late, back.declaration, back.changeable_from) == (TODAY, False, True, "2026-05-21")
        with pytest.raises(FilingTooEarly):
            self._cancel(wallet, declared)
        assert shown(other, proved).changeable_from is None
        assert self._cancel(other, proved).state is FilingState.CANCELLED

    def test_several_places_need_papers(self, world: World) -> None:
        wallet = world.active()
        first = filed(wallet)
        error = refused(wallet, to_region="440100")
        assert error.data == {"filing_id": first.filing_id, "reason": "proof"}
        assert isinstance(refused(wallet, to_region="440100", **DECLARED), FilingOverlaps)
        assert filed(wallet, to_region="440100", **WORKER).state is FilingState.PENDING
        assert isinstance(refused(wallet, to_region="440300", start="2026-05-20"), FilingOverlaps)

    def test_late_filing(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet, start="2025-11-01")
        assert (one.late, one.start, one.end) == (True, "2025-11-01", "2026-05-01")
        error = refused(wallet, to_region="440100", start="2025-05-01")
        assert isinstance(error, FilingDates) and error.data["earliest"] == "2025-05-25"

    @pytest.mark.parametrize(
        ("changes", "leaf"),
        [
            ({"to_region": "110000"}, FilingPlace),
            ({"to_region": "110105"}, FilingPlace),
            ({"to_region": "810000"}, FilingPlace),
            ({"to_region": "310115"}, FilingPlace),
            ({"to_region": "H31000000001"}, FilingPlace),
            ({"end": "2025-11-20"}, FilingDates),
            ({"end": "2026-05-20"}, FilingDates),
            ({"start": "2026-11-21"}, FilingDates),
            ({"start": "soon"}, FilingDates),
            ({"start": "2025-W47-5"}, FilingDates),
            ({"end": "2026-W30-1"}, FilingDates),
            ({"category": FilingCategory.REFERRAL}, PapersMissing),
            ({"category": FilingCategory.WORKER}, PapersMissing),
            ({"declaration": True}, PaperInvalid),
            ({"papers": (LETTER._replace(size=10 * 1024 * 1024 + 1),)}, PaperInvalid),
            ({"papers": (LETTER._replace(media_type="text/plain"),)}, PaperInvalid),
            ({"papers": (LETTER._replace(name="../x"),)}, PaperInvalid),
            ({"papers": (LETTER._replace(kind=PaperKind.RECEIPT),)}, PaperInvalid),
            ({"papers": (LETTER,) * 21}, PaperInvalid),
        ],
    )
    def test_what_cannot_be_filed(self, world: World, changes: dict[str, Any], leaf: type[WalletError]) -> None:
        wallet = world.active()
        assert type(refused(wallet, **changes)) is leaf
        assert wallet.ask("filings", wallet.handle, cursor=None, limit=10).items == ()

    def test_the_uninsured_do_not_file(self, world: World) -> None:
        wallet = world.active()
        self._change_person(world, insured=False)
        assert isinstance(refused(wallet), NotInsured)

    def test_filings_end_with_the_insured_place(self, world: World) -> None:
        for change in ({"region": "340100"}, {"insutype": "390"}):
            wallet = world.active()
            active, pending = filed(wallet), filed(wallet, to_region="440100", **WORKER)
            self._change_person(world, name=None, phone=Phone("13800000001"))
            assert shown(wallet, active).state is FilingState.ACTIVE
            self._change_person(world, **change)
            assert shown(wallet, active).state is shown(wallet, pending).state is FilingState.ENDED
            assert waiting(world) == []

    def test_a_filing_ends_by_itself(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet)
        last = (date(2026, 5, 21) - date(2025, 11, 21)).days
        world.clock.move(last * DAY_S)
        assert shown(wallet, one).state is FilingState.ACTIVE
        world.clock.move(DAY_S)
        assert shown(wallet, one).state is FilingState.ENDED
        with pytest.raises(StateRefused):
            self._cancel(wallet, one)
        assert filed(wallet, start="2026-05-22").state is FilingState.ACTIVE

    def test_filings_are_their_persons(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        one = filed(wallet)
        for act in (
            lambda: shown(other, one),
            lambda: self._cancel(other, one),
            lambda: self._change(other, one, end="2027-01-01"),
            lambda: other.ask("filing_receipt", other.handle, one.filing_id),
        ):
            with pytest.raises(FilingUnknown):
                act()
        with pytest.raises(NotFound):
            other.do("file", wallet.handle, request(wallet))
        assert other.ask("filings", other.handle, cursor=None, limit=10).items == ()

    def test_the_receipt_is_signed_and_bound(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet)
        text = wallet.ask("filing_receipt", wallet.handle, one.filing_id)
        read = self._read(world, text)
        assert token.thumbprint(read.holder) == wallet.holders["self"].thumbprint
        assert (read.handle, read.region, read.claims["filing_id"]) == (wallet.handle, "110000", one.filing_id)
        assert read.disclosed["mdtrtarea_admvs"] == "310000" and read.disclosed["end"] == "2026-05-21"
        assert read.expires_at.rfc3339() == "2026-05-21T16:00:00Z"
        with pytest.raises(WalletError):
            self._read(world, text, vct="urn:yibao:voucher:1")

    def test_the_status_list_knows_dead_receipts(self, world: World) -> None:
        wallet = world.active()
        one = filed(wallet)
        first = self._read(world, wallet.ask("filing_receipt", wallet.handle, one.filing_id))
        assert self._listed(world, first) is VoucherState.VALID
        self._change(wallet, one, to_region="440000")
        second = self._read(world, wallet.ask("filing_receipt", wallet.handle, one.filing_id))
        assert (self._listed(world, first), self._listed(world, second)) == (VoucherState.REVOKED, VoucherState.VALID)
        self._cancel(wallet, one)
        assert self._listed(world, second) is VoucherState.REVOKED
        with pytest.raises(StateRefused):
            wallet.ask("filing_receipt", wallet.handle, one.filing_id)

    # --- how it is asked ------------------------------------------------------------------------------------------------

    def _cancel(self, wallet: Wallet, one: Filing, *papers: Paper) -> Filing:
        done: Filing = wallet.do("cancel_filing", wallet.handle, one.filing_id, papers)
        return done

    def _change(self, wallet: Wallet, one: Filing, **changes: Any) -> Filing:
        done: Filing = wallet.do("change_filing", wallet.handle, one.filing_id, FilingChange(**changes))
        return done

    def _change_person(self, world: World, **changes: Any) -> None:
        who = person(world.platform).person.psn_no
        world.platform.agency.change_person(operator_call(), who, PersonChange(**changes))

    def _keys(self, world: World) -> dict[str, Any]:
        info = world.platform.citizen.info(Call()).value
        return dict(token.read_key_set(info.key_set, info.root_jwk, world.clock.now(), 0).keys)

    def _read(self, world: World, text: str, vct: str = RECEIPT_VCT) -> token.Voucher:
        issuer = world.platform.citizen.info(Call()).value.issuer
        return token.read(text, self._keys(world), Instant(world.clock.at), issuer, vct)

    def _listed(self, world: World, receipt: token.Voucher) -> VoucherState:
        text = world.platform.citizen.status_list(Call()).value
        return status.read_token(text, self._keys(world), receipt.status_uri, world.clock.now()).state(
            receipt.status_index
        )
