"""What every adapter of the platform port keeps: recognitions of chronic disease, manual claims, advances recovered."""

from __future__ import annotations

import hashlib

import pytest
from contract.platform_kit import Wallet, World, fresh_key, operator_call, person

from wallet_cli.domain.chronic import CROSS_PROVINCE, Chronic, ChronicState
from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.review import ReviewKind
from wallet_cli.errors import ChronicExists, ChronicInvalid, ChronicUnknown, NotInsured, PaperInvalid, PapersMissing
from wallet_cli.ports import PersonChange

DIABETES = "M01600"


def paper(kind: PaperKind, name: str = "scan.pdf") -> Paper:
    return Paper(kind, name, "application/pdf", 1_000, hashlib.sha256(kind.value.encode()).hexdigest())


DISEASE_PAPERS = (paper(PaperKind.DIAGNOSIS_PROOF), paper(PaperKind.MEDICAL_RECORD))


def decide(world: World, application: str, *, approve: bool = True, reason: str = "") -> None:
    world.platform.agency.decide(operator_call(), application, approve=approve, reason=reason)


class ChronicContract:
    """Inherited by each adapter's tests, which bring the fixture `world`."""

    def test_a_disease_is_recognised_at_the_counter(self, world: World) -> None:
        wallet = world.active()
        asked: Chronic = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        assert (asked.state, asked.decided_at, asked.papers) == (ChronicState.PENDING, None, DISEASE_PAPERS)
        (waiting,) = world.platform.agency.reviews(operator_call(), pending=True, cursor=None, limit=10).value.items
        assert (waiting.review_id, waiting.kind, waiting.psn_no) == (asked.chronic_id, ReviewKind.CHRONIC, asked.psn_no)
        assert waiting.papers == DISEASE_PAPERS and waiting.about["disease"] == DIABETES
        world.clock.move(3_600)
        decide(world, asked.chronic_id)
        known = wallet.ask("chronic", wallet.handle, asked.chronic_id)
        assert (known.state, known.decided_at, known.reason) == (ChronicState.APPROVED, world.clock.now(), None)

    def test_a_refusal_says_why_and_one_may_apply_again(self, world: World) -> None:
        wallet = world.active()
        asked = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        decide(world, asked.chronic_id, approve=False, reason="化验单过期")
        refused = wallet.ask("chronic", wallet.handle, asked.chronic_id)
        assert (refused.state, refused.reason) == (ChronicState.REFUSED, "化验单过期")
        again = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
        assert again.chronic_id != asked.chronic_id

    def test_a_disease_is_applied_for_once(self, world: World) -> None:
        wallet = world.active()
        key = fresh_key()
        asked = wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS, key=key)
        assert wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS, key=key) == asked
        for state in ("pending", "approved"):
            with pytest.raises(ChronicExists) as there:
                wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)
            assert (there.value.data["chronic_id"], there.value.data["state"]) == (asked.chronic_id, state)
            decide(world, asked.chronic_id)
        assert len(wallet.ask("chronics", wallet.handle, cursor=None, limit=10).items) == 1

    def test_what_cannot_be_applied_for(self, world: World) -> None:
        wallet = world.active()
        with pytest.raises(ChronicInvalid) as unknown:
            wallet.do("recognise", wallet.handle, "M99999", DISEASE_PAPERS)
        assert set(CROSS_PROVINCE) <= set(unknown.value.data["diseases"])  # type: ignore[arg-type]
        with pytest.raises(PapersMissing) as missing:
            wallet.do("recognise", wallet.handle, DIABETES, ())
        assert missing.value.data["missing"] == ("diagnosis-proof", "medical-record|test-report")
        with pytest.raises(PaperInvalid):
            wallet.do("recognise", wallet.handle, DIABETES, (*DISEASE_PAPERS, paper(PaperKind.RECEIPT)))
        who = person(world.platform).person.psn_no
        world.platform.agency.change_person(operator_call(), who, PersonChange(insured=False))
        with pytest.raises(NotInsured):
            wallet.do("recognise", wallet.handle, DIABETES, DISEASE_PAPERS)

    def test_applications_are_paged_and_nobody_elses(self, world: World) -> None:
        wallet, other = world.active(), world.active("李秀英")
        made = []
        for disease in CROSS_PROVINCE:
            made.append(wallet.do("recognise", wallet.handle, disease, DISEASE_PAPERS).chronic_id)
            world.clock.move(1)
        assert seen(wallet, "chronics", "chronic_id") == made[::-1]
        assert seen(other, "chronics", "chronic_id") == []
        with pytest.raises(ChronicUnknown):
            other.ask("chronic", other.handle, made[0])


def seen(wallet: Wallet, operation: str, number: str, size: int = 2) -> list[str]:
    """Numbers of a whole list, in small pages."""
    found: list[str] = []
    cursor = None
    while True:
        page = wallet.ask(operation, wallet.handle, cursor=cursor, limit=size)
        assert len(page.items) <= size
        found += [getattr(item, number) for item in page.items]
        cursor = page.cursor
        if cursor is None:
            return found
