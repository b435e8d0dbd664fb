"""Answers that got lost, could not be kept or do not hold: what was asked is asked after, what was good stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from lost_answers import lost
from wallet import CITIZENS, NEW_PIN, PIN, ZHANG, Wallet, opened

from wallet_cli.domain.family import MemberRequest, Relation, Relative
from wallet_cli.domain.identity import IdDocument, Name, Phone
from wallet_cli.domain.secret import Pin, TextCode
from wallet_cli.domain.voucher import IssuedVoucher
from wallet_cli.errors import TABLE, StoreBusy, VoucherInvalid
from wallet_cli.usecases import changes, family, reset, voucher
from wallet_cli.usecases.pending import NO_ANSWER, unsent
from wallet_cli.usecases.session import Session, held

LI = CITIZENS["李秀英"]


@contextmanager
def without_seal(wallet: Wallet) -> Iterator[None]:
    """The platform cannot be asked: what opens its database is gone."""
    items = wallet.home / "platform" / "items.sandbox"
    aside = items.rename(items.with_name("aside"))
    yield
    aside.rename(items)


def waiting(wallet: Wallet) -> int:
    with opened(wallet.home) as context:
        return len(unsent(context.session))


def refresh(session: Session) -> None:
    keys = session.vault.open(Pin(PIN.encode()))
    voucher.refresh(session, keys, "self")


def test_what_was_sent_waits_while_the_platform_cannot_be_opened(active: Wallet) -> None:
    lost(active.home, refresh)
    with without_seal(active):
        active.fails(16, "KEYRING_EMPTY", "status", "--send")
        active.fails(16, "KEYRING_EMPTY", "voucher", "freeze")
    assert waiting(active) == 1
    assert active.ok("status", "--send")["state"] == "active"
    assert waiting(active) == 0
    active.verify(active.code())


def test_what_never_left_this_machine_is_not_done_later(active: Wallet) -> None:
    with without_seal(active):
        active.fails(16, "KEYRING_EMPTY", "voucher", "freeze")
    assert waiting(active) == 0
    assert active.ok("status")["state"] == "active"


def test_a_counters_code_is_good_again_after_its_answer_was_lost(active: Wallet) -> None:
    code = str(active.other("counter", "reset-pin", ZHANG.name, "--reveal")["code"])
    lost(active.home, lambda session: reset.ticket(session, code=TextCode(code.encode()), face=None))
    secrets = {"--code-fd": code, "--new-pin-fd": NEW_PIN}
    with without_seal(active):
        active.fails(16, "KEYRING_EMPTY", "pin", "reset", secrets=secrets)
    assert active.ok("pin", "reset", secrets=secrets)["changed"] is True
    active.verify(active.code(pin=NEW_PIN))


class FailsToKeep:
    """A vault that is busy when the answer of a change is to be kept."""

    def __init__(self, vault: Any) -> None:
        self._vault = vault
        self._sent = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)

    def prove(self, operation: str, *more: Any) -> Any:
        self._sent = operation == "add_member"
        return self._vault.prove(operation, *more)

    def write(self) -> Any:
        if self._sent:
            raise StoreBusy(seconds=60)
        return self._vault.write()


def test_a_member_whose_answer_could_not_be_kept_keeps_their_key(active: Wallet) -> None:
    claim = Relative(Relation.OTHER, Name(LI.name), IdDocument(LI.id_number), Phone(LI.phone))
    with opened(active.home) as context:
        family.request_consent(context.session, claim)
        sent = active.other("outbox", "--reveal")["messages"][0]["code"]
        keys = context.session.vault.open(Pin(PIN.encode()))
        busy = context.session._replace(vault=FailsToKeep(context.session.vault))
        with pytest.raises(StoreBusy):
            family.add(busy, keys, "mama", MemberRequest(claim, TextCode(sent.encode()), None, (), declaration=False))
        assert changes.settle_outbox(context.session) == 1
    active.verify(active.code("mama"))


class Forges:
    """A platform whose vouchers nobody signed, or are another handle's."""

    def __init__(self, platform: Any, change: Callable[[IssuedVoucher], IssuedVoucher]) -> None:
        self._citizen = platform.citizen
        self._change = change

    @property
    def citizen(self) -> Any:
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self._citizen, name)

    def reissue(self, *arguments: Any, **options: Any) -> Any:
        reply = self._citizen.reissue(*arguments, **options)
        return reply._replace(value=reply.value._replace(voucher=self._change(reply.value.voucher)))


def unsigned(issued: IssuedVoucher) -> IssuedVoucher:
    head, payload, signature = issued.sd_jwt.split(".")
    return issued._replace(sd_jwt=".".join((head, payload, ("B" if signature[0] == "A" else "A") + signature[1:])))


def elsewhere(issued: IssuedVoucher) -> IssuedVoucher:
    return issued._replace(handle="00100000000")


@pytest.mark.parametrize("change", [unsigned, elsewhere])
def test_a_voucher_that_fails_its_checks_replaces_none(
    active: Wallet, change: Callable[[IssuedVoucher], IssuedVoucher]
) -> None:
    with opened(active.home) as context:
        before = held(context.session, "self")
        keys = context.session.vault.open(Pin(PIN.encode()))
        forged = context.session._replace(platform=Forges(context.session.platform, change))
        with pytest.raises(VoucherInvalid):
            voucher.update(forged, keys, "self")
        assert held(context.session, "self").stored == before.stored
        assert not unsent(context.session)
    active.verify(active.code())


def test_every_failure_of_this_machine_is_told_from_an_answer() -> None:
    names = {leaf.code for leaf in NO_ANSWER}
    own = {code for code, kind in TABLE.items() if kind.exit in {5, 13, 14, 16, 21}}
    own |= {code for code in TABLE if code.startswith(("STORE_", "PLATFORM_"))} - {"PLATFORM_EXISTS"}
    assert own <= names
