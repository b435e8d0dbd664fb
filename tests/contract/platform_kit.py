"""What the platform's contract tests stand on: a wallet's side of the port, a clock to set, seals kept in memory."""

from __future__ import annotations

import itertools
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from wallet_cli.domain import code, token
from wallet_cli.domain.identity import IdDocument, check_digit
from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.settlement import Bill, Category, Fee, Settlement, TreatmentType
from wallet_cli.domain.time import Instant
from wallet_cli.domain.voucher import Channel
from wallet_cli.errors import WalletError
from wallet_cli.ports import (
    Activation,
    ActivationRequest,
    ActivationStep,
    Call,
    DeviceCredential,
    FaceOutcome,
    FacePurpose,
    InstitutionCredential,
    Issued,
    OperatorCredential,
    PersonView,
    Platform,
    Presented,
    Proof,
    Reply,
    Sandbox,
    Verified,
)

START = Instant(1_763_700_000)
"""2025-11-21T04:40:00Z: the first second of a step; tests move on from it."""
HOSPITAL = "H11000000001"
PHARMACY = "P11000000001"


@dataclass
class SetClock:
    """A clock that stands until it is moved."""

    at: int = START

    def now(self) -> Instant:
        return Instant(self.at)

    def move(self, seconds: int) -> None:
        self.at += seconds


class SystemRandom:
    def bytes(self, count: int) -> bytes:
        return os.urandom(count)


@dataclass
class MemoryItems:
    """Secret items in a dictionary: a keeper that always answers."""

    kind: str = "sandbox"
    backend: str = "sandbox"
    kept: dict[str, bytes] = field(default_factory=dict)

    def get(self, name: str) -> Secret | None:
        return Secret(self.kept[name]) if name in self.kept else None

    def put(self, name: str, value: Secret) -> None:
        self.kept[name] = value.reveal()

    def drop(self, name: str) -> None:
        self.kept.pop(name, None)


class FileItems(MemoryItems):
    """Items that several processes share: one file, written once."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def get(self, name: str) -> Secret | None:
        return Secret(self._path.read_bytes()) if self._path.exists() else None

    def put(self, name: str, value: Secret) -> None:
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        beside.write_bytes(value.reveal())
        beside.replace(self._path)


class Key:
    """A P-256 key: `jwk` and a Signer."""

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        self.jwk = token.jwk_of(self._private.public_key())
        self.thumbprint = token.thumbprint(self.jwk)

    def sign(self, message: bytes) -> bytes:
        r, s = decode_dss_signature(self._private.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


_numbers = itertools.count(1)


def fresh_key() -> str:
    """An idempotency key never used before."""
    return f"k{next(_numbers)}-{secrets.token_hex(6)}"


def operator_call(name: str = "operator-1", key: str | None = None) -> Call:
    return Call(OperatorCredential(name), key or fresh_key())


def terminal_call(institution: str = HOSPITAL, terminal: str = "1", key: str | None = None) -> Call:
    return Call(InstitutionCredential(institution, terminal, "nurse-1"), key or fresh_key())


class Wallet:
    """A device: sign-in key, holder keys by voucher id, code secrets by handle."""

    def __init__(self, platform: Platform, clock: SetClock, name: str = "laptop") -> None:
        self.platform = platform
        self.clock = clock
        self.name = name
        self.sign_in = Key()
        self.holders: dict[str, Key] = {}
        self.vouchers: dict[str, Issued] = {}
        self.secrets: dict[str, Secret] = {}
        self._rolls: dict[int, int] = {}
        self._issuer: str | None = None

    def call(self, operation: str, key: str | None = None) -> Call:
        proof = token.make_call_proof(
            self.sign_in.jwk, self.sign_in.sign, operation, key, self.clock.now(), secrets.token_hex(8)
        )
        return Call(DeviceCredential(self.sign_in.thumbprint, proof), key)

    def ask(self, operation: str, *arguments: Any, **options: Any) -> Any:
        """A query; its value."""
        method: Callable[..., Reply[Any]] = getattr(self.platform.citizen, operation)
        return method(self.call(operation), *arguments, **options).value

    def do(self, operation: str, *arguments: Any, key: str | None = None, **options: Any) -> Any:
        """A change under a fresh key; its value."""
        method: Callable[..., Reply[Any]] = getattr(self.platform.citizen, operation)
        return method(self.call(operation, key or fresh_key()), *arguments, **options).value

    def proof(self, voucher_id: str = "self", nonce: str | None = None, holder: Key | None = None) -> Proof:
        key = holder or self.holders[voucher_id]
        if self._issuer is None:
            self._issuer = self.platform.citizen.info(Call()).value.issuer
        fresh = nonce or self.ask("nonce")
        return Proof(voucher_id, token.make_proof(key.jwk, key.sign, self._issuer, fresh, self.clock.now()))

    def request(self, person: PersonView, **changes: Any) -> ActivationRequest:
        fields: dict[str, Any] = {
            "region": person.person.region,
            "agreement_version": self.platform.citizen.info(Call()).value.agreement_version,
            "name": person.person.name,
            "document": person.person.document,
            "phone": person.person.phone,
            "channel": Channel.APP,
            "device_jwk": self.sign_in.jwk,
            "device_name": self.name,
        }
        return ActivationRequest(**(fields | changes))

    def begin(self, person: PersonView, **changes: Any) -> Activation:
        begun: Activation = self.do("begin_activation", self.request(person, **changes))
        return begun

    def last_text(self) -> TextCode:
        sandbox = self.platform.sandbox
        assert sandbox is not None
        return sandbox.outbox(limit=1)[0].code

    def pass_face(self, purpose: FacePurpose, activation_id: str | None) -> str:
        sandbox = self.platform.sandbox
        assert sandbox is not None
        face = self.do("begin_face", purpose, activation_id)
        sandbox.decide_face(face.user_code, FaceOutcome.PASSED)
        assert self.ask("poll_face", face.face_id) is FaceOutcome.PASSED
        return str(face.face_id)

    def to_issue(self, person: PersonView) -> Activation:
        """Everything before the voucher itself."""
        begun = self.begin(person)
        self.do("confirm_text_code", begun.activation_id, self.last_text())
        self.pass_face(FacePurpose.ACTIVATION, begun.activation_id)
        waiting: Activation = self.ask("activation", begun.activation_id)
        assert waiting.step is ActivationStep.ISSUE
        return waiting

    def redeem(self, offer: str, tx_code: TextCode) -> Activation:
        redeemed: Activation = self.do("redeem_offer", offer, tx_code, self.sign_in.jwk, self.name)
        return redeemed

    def take(self, activation: Activation) -> Issued:
        """The voucher and its secret."""
        self.holders["self"] = Key()
        issued: Issued = self.do("issue", activation.activation_id, self.proof())
        self.keep(issued)
        return issued

    def keep(self, issued: Issued) -> None:
        self.vouchers[issued.voucher_id] = issued
        handle = issued.voucher.handle
        self.secrets[handle] = self.ask("code_secret", handle, self.proof(issued.voucher_id))

    def activate(self, person: PersonView) -> Issued:
        return self.take(self.to_issue(person))

    @property
    def handle(self) -> str:
        return self.vouchers["self"].voucher.handle

    def code(self, handle: str | None = None) -> str:
        """A fresh code of the present step."""
        which = handle or self.handle
        step = code.step_of(self.clock.at)
        roll = self._rolls.get(step, 0)
        self._rolls[step] = roll + 1
        return code.encode(self.secrets[which], "990", which, step, roll)


def person(platform: Platform, text: str = "张三") -> PersonView:
    return platform.agency.person(operator_call(), text).value


def bill(*amounts: int, med_type: TreatmentType = TreatmentType.OUTPATIENT) -> Bill:
    """Class-A fees."""
    return Bill(med_type, tuple(Fee(f"药品{n}", Category.A, amount) for n, amount in enumerate(amounts, 1)))


def real_document() -> IdDocument:
    """A well-formed number with a province's area code, of someone who would be born in 1899: nobody's."""
    first17 = "11010118990101000"
    return IdDocument(first17 + check_digit(first17))


def wrong(*right: TextCode) -> TextCode:
    """Six digits that are none of these."""
    taken = [one.reveal() for one in right]
    near = (f"{(int(taken[0]) + step) % 10**6:06d}".encode() for step in range(1, len(taken) + 1))
    return TextCode(next(digits for digits in near if digits not in taken))


@dataclass
class World:
    """One platform and its clock."""

    platform: Platform
    clock: SetClock

    @property
    def sandbox(self) -> Sandbox:
        assert self.platform.sandbox is not None
        return self.platform.sandbox

    def wallet(self) -> Wallet:
        return Wallet(self.platform, self.clock)

    def active(self, name: str = "张三") -> Wallet:
        """A device of this person with a voucher."""
        wallet = self.wallet()
        wallet.activate(person(self.platform, name))
        return wallet

    def texts(self) -> int:
        return len(self.sandbox.outbox(limit=500))

    def unknown_document(self) -> IdDocument:
        """Synthetic and well-formed, of nobody in the register."""
        first17 = "99999919850612001"
        return IdDocument(first17 + check_digit(first17))

    def verify(self, shown: str, **where: Any) -> Verified:
        return self.platform.institution.verify(terminal_call(**where), shown, "01301").value

    def settle(self, presented: Presented, what: Bill, *, preview: bool = False, **where: Any) -> Settlement:
        return self.platform.institution.settle(terminal_call(**where), presented, what, preview=preview).value

    def refusal(self, shown: str, **where: Any) -> str | None:
        """The error code a terminal answers a code with, None for a good one."""
        try:
            self.verify(shown, **where)
        except WalletError as error:
            return error.code
        return None

    def balance(self, name: str = "张三") -> int | None:
        return person(self.platform, name).personal_account_fen
