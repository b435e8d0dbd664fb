"""The edges of the core as typed Protocols: platform, vault, secret items, clock, randomness.

Rules of this room: types only, no behaviour. An adapter keeps the error contract written at the method; whatever it
meets underneath it translates into leaves of `errors`. The platform port is synchronous; every method takes a `Call`
first and gives a `Reply`, so that an HTTP adapter can stand behind it unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from wallet_cli.domain.identity import IdDocument, Name, Person, Phone
from wallet_cli.domain.secret import Passphrase, Pin, Secret, TextCode
from wallet_cli.domain.settlement import Bill, Settlement
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import CardState, Channel, IssuedVoucher, VoucherState
from wallet_cli.ports.aid import MutualAid
from wallet_cli.ports.family import Family
from wallet_cli.ports.treatment import ChronicDiseases, Claims, Directory, Filings, Payments, Yearly

if TYPE_CHECKING:
    from typing import Protocol

    from wallet_cli.domain.claim import Claim
    from wallet_cli.domain.payment import PaymentRequest
    from wallet_cli.domain.review import Review
else:
    # What a Protocol asks for is a type checker's matter; making two dozen of them costs start-up dear.
    Protocol = object

T = TypeVar("T")
Jwk = Mapping[str, str]
"""A public P-256 key: kty EC, crv P-256, x, y (RFC 7517), nothing else."""
Row = Mapping[str, Any]
"""A JSON object of strings, integers, booleans, nulls and lists of these."""


# --- clock, randomness ------------------------------------------------------------------------------------------


class Clock(Protocol):
    """Wall time. With an embedded platform the sandbox's offset is in it."""

    def now(self) -> Instant:
        """Whole seconds since the epoch."""


class Random(Protocol):
    """Random bytes fit for keys."""

    def bytes(self, count: int) -> bytes:
        """`count` fresh random bytes."""


# --- secret items: the OS keyring and what may stand in for it ----------------------------------------------------


class Items(Protocol):
    """Short one-line ASCII secrets by name (`root`, `anchor`, `platform`): the keyring, a passphrase file, a key file.

    Errors of every method: KeyringAbsent, KeyringHanging, KeyringLocked, KeyringRefused, KeyringChanged;
    PassphraseWrong; NotWritable, DiskFull, StoreUnsafe.
    """

    kind: str
    """keyring, passphrase or sandbox."""
    backend: str
    """Name recorded in the store's header: the backend class, or the kind."""

    def get(self, name: str) -> Secret | None:
        """The item, or None where the keeper answers that it has none (never for a keeper that cannot answer)."""

    def put(self, name: str, value: Secret) -> None:
        """Writes the item; it has replaced the old one when this returns."""

    def drop(self, name: str) -> None:
        """Removes the item; removing what is not there is nothing."""


# --- the vault: one profile's store -------------------------------------------------------------------------------


class Table(StrEnum):
    """The store's tables. `vouchers`: domain.voucher.StoredVoucher; `progress`: an unfinished activation; `outbox`:
    requests that change something, from before they are sent until their answer is kept; `receipts`: signed tokens;
    `facts`: what the platform told (identity, key set, devices), one row a fact."""

    VOUCHERS = "vouchers"
    PROGRESS = "progress"
    OUTBOX = "outbox"
    RECEIPTS = "receipts"
    FACTS = "facts"


class PinState(StrEnum):
    UNSET = "unset"
    SET = "set"
    LOCKED = "locked"


class StoreState(StrEnum):
    """`absent`: no store and no keyring item; `pending`: a creation that was cut short; `ready`."""

    ABSENT = "absent"
    PENDING = "pending"
    READY = "ready"


class PinStatus(Value):
    state: PinState
    attempts_left: int


class DeviceCredential(Value):
    """A device's proof: a JWS (typ dpop+jwt) by its sign-in key over operation, idempotency key and time."""

    thumbprint: str
    proof: str


class AuditRecord(Value):
    """One act. `number` counts from 1; `facts` hold no personal data."""

    number: int
    at: Instant
    act: str
    facts: Row


class Transaction(Protocol):
    """Changes that become durable together, acknowledged only after the keyring's anchor has moved."""

    def put(self, table: Table, row_id: str, value: Row) -> None: ...

    def delete(self, table: Table, row_id: str) -> None: ...

    def row(self, table: Table, row_id: str) -> Row | None:
        """As it stands inside this transaction."""

    def rows(self, table: Table) -> dict[str, Row]: ...

    def audit(self, act: str, at: Instant, facts: Row | None = None) -> None:
        """Appends to the hash chain."""

    def commit_reset(self) -> None:
        """The pending PIN and keys (Vault.begin_reset) become the current ones; the old ones are erased."""


class Keys(Protocol):
    """The opened key ring under the PIN. Holds `vkey` in memory; `close` forgets it. Secrets never leave the vault."""

    def create_holder_key(self, voucher_id: str) -> Jwk:
        """A new P-256 holder key, kept durably under vkey before this returns; replaces an earlier one of this id."""

    def sign(self, voucher_id: str, payload: bytes) -> bytes:
        """ES256 signature (64 bytes, r ‖ s) by the voucher's holder key. Raises NotFound."""

    def put_code_secret(self, voucher_id: str, secret: Secret, epoch: int) -> None:
        """Keeps the online-code secret under vkey."""

    def has_code_secret(self, voucher_id: str, epoch: int) -> bool:
        """Whether the secret of this epoch is there: no two handles share an epoch."""

    def code(self, voucher_id: str, platform: str, handle: str, now: Instant) -> tuple[str, Instant]:
        """A fresh 28-digit online code and its expiry; takes the next roll of this step under the store's lock.

        Raises RollsExhausted(wait=seconds) after ten codes within a step, NotFound without a secret.
        """

    def drop_voucher(self, voucher_id: str) -> None:
        """Erases holder key and code secret."""

    def close(self) -> None: ...


class Vault(Protocol):
    """One profile's store and its items. Every read checks the head against the anchor first.

    Errors of every method that touches the store: StoreMissing, StoreTampered, StoreRolledBack, StoreNewer,
    StoreForeign, StoreUnsafe, StoreBusy, KeyringEmpty, those of Items, DiskFull, NotWritable.
    """

    @property
    def kind(self) -> str: ...

    @property
    def backend(self) -> str: ...

    @property
    def path(self) -> Path: ...

    def state(self) -> StoreState:
        """Raises StoreMissing where the keyring knows a wallet whose store is gone."""

    def create(self, now: Instant) -> None:
        """First run, or the rest of one that was cut short: new wallet id, root, sign-in key, first anchor."""

    def replace(self, now: Instant) -> Path | None:
        """Moves the store aside (its new path is returned), forgets the items, then creates. Never deletes data."""

    def wallet_id(self) -> str: ...

    def generation(self) -> int: ...

    def sign_in_jwk(self) -> Jwk:
        """Public sign-in key. The private half is under the store's key alone: no PIN."""

    def prove(self, operation: str, key: str | None, now: Instant) -> DeviceCredential:
        """Signs one call."""

    def row(self, table: Table, row_id: str) -> Row | None: ...

    def rows(self, table: Table) -> dict[str, Row]: ...

    def write(self) -> AbstractContextManager[Transaction]:
        """One transaction under the store's lock; an exception inside it leaves nothing behind."""

    def pin_status(self) -> PinStatus: ...

    def set_pin(self, pin: Pin, at: Instant) -> Keys:
        """First PIN: creates vkey. Raises AlreadyActivated where one is set."""

    def open(self, pin: Pin) -> Keys:
        """Through the gate. Raises PinNotSet, PinWrong(attempts_left), PinLocked."""

    def change_pin(self, old: Pin, new: Pin, at: Instant) -> None:
        """Re-wraps vkey. Errors as `open`."""

    def begin_reset(self, new: Pin, at: Instant) -> Keys:
        """A pending vkey with new holder keys, beside the current ones; an earlier pending one is replaced."""

    def reset_pending(self) -> bool: ...

    def audit(self) -> Sequence[AuditRecord]:
        """All records, checked. Raises AuditBroken(record)."""


# --- the platform ------------------------------------------------------------------------------------------------


class InstitutionCredential(Value):
    """A hospital's or pharmacy's terminal. `terminal`: its own number there; `operator`: the named person at it."""

    fixmedins_code: str
    terminal: str
    operator: str


class OperatorCredential(Value):
    """A named member of agency staff, or the sandbox's tester."""

    operator: str


Credential = DeviceCredential | InstitutionCredential | OperatorCredential


class Call(Value):
    """Envelope of one request. `key`: idempotency key, required by changes; `deadline`: seconds, at most 60."""

    credential: Credential | None = None
    key: str | None = None
    deadline: float = 10.0


class Reply(Value, Generic[T]):
    """An answer with the platform's time. `signature`: ES256 over "yibao-time-1" ‖ time as 8 bytes, by the key set."""

    value: T
    time: Instant
    signature: bytes


class Page(Value, Generic[T]):
    """A slice of a list. `cursor`: where the next one starts, None at the end. Limits: 1 to 500 a page."""

    items: tuple[T, ...]
    cursor: str | None


class RegionInfo(Value):
    """A place that has a policy. `hotline`: of the insured place's agency; `illustrative`: figures are examples."""

    region: str
    name_zh: str
    name_en: str
    hotline: str
    site: str
    insutypes: tuple[str, ...]
    illustrative: bool


class PlatformInfo(Value):
    """What a wallet must know first. `number`: 3 digits of the online code, 990-999 sandboxes; `root_jwk`: the offline
    root to pin; `key_set`: a JWS by it over numbered signing keys; `agreement`: version and text by language."""

    number: str
    issuer: str
    sandbox: bool
    root_jwk: Jwk
    key_set: str
    agreement_version: str
    agreement: Mapping[str, str]
    regions: tuple[RegionInfo, ...]


class ActivationRequest(Value):
    """Step 1: who, insured where, over which channel, with which sign-in key, and the agreement's accepted version."""

    region: str
    agreement_version: str
    name: Name
    document: IdDocument
    phone: Phone
    channel: Channel
    device_jwk: Jwk
    device_name: str


class ActivationStep(StrEnum):
    """What an activation waits for."""

    TEXT_CODE = "text_code"
    FACE = "face"
    ISSUE = "issue"
    DONE = "done"


class Activation(Value):
    """An activation at the platform, bound to the device's sign-in key; lives 24 hours.

    `psn_no`, `masked_name`, `region`, `insutype` come from the register.
    """

    activation_id: str
    step: ActivationStep
    psn_no: str
    masked_name: str
    masked_phone: str
    region: str
    insutype: str
    channel: Channel
    expires_at: Instant


class FaceOutcome(StrEnum):
    PENDING = "pending"
    PASSED = "passed"
    TOO_DARK = "too_dark"
    NO_MATCH = "no_match"


class FacePurpose(StrEnum):
    ACTIVATION = "activation"
    PIN_RESET = "pin_reset"
    CONSENT = "consent"


class FaceCheck(Value):
    """A face check under way (RFC 8628): `url` and `user_code` for another device; poll every `interval` seconds."""

    face_id: str
    url: str
    user_code: str
    interval: int
    expires_at: Instant


class Proof(Value):
    """Proof of possession of one holder key: OpenID4VCI `openid4vci-proof+jwt` over issuer and nonce, with `jwk`."""

    voucher_id: str
    jwt: str


class Issued(Value):
    """Answer to one Proof."""

    voucher_id: str
    subject: str
    guardian: str | None
    voucher: IssuedVoucher


class ResetTicket(Value):
    """Leave to re-issue all vouchers of this device, from a face check or a counter's code. Lives 30 minutes."""

    ticket: str
    expires_at: Instant


class Account(Value):
    """One insurance of one person. `personal_account_fen` is None where the type has no account (residents)."""

    insutype: str
    personal_account_fen: int | None
    year: int
    deductible_used_fen: int
    pool_used_fen: int
    pool_cap_fen: int
    as_of: Instant
    currency: str = "CNY"


class RecordKind(StrEnum):
    SETTLEMENT = "settlement"
    CONTRIBUTION = "contribution"
    CLAIM = "claim"
    MUTUAL_AID = "mutual-aid"


class Record(Value):
    """One line of a person's records. Settlements carry `settlement`, a refund's amounts being negative; contributions
    `period` (YYYY-MM) and `payer`; claims `institution`, `fund_fen`, what the fund pays, and `arrived_at`, once the money
    is there, and asked for alone the settlement that a paid one was worked out as, which is a record of its own too.

    `claim_id`: the paid claim that a settlement was worked out for. `state`: a domain.settlement.SettlementState or a
    domain.claim.ClaimState; None for contributions.
    """

    record_id: str
    kind: RecordKind
    at: Instant
    amount_fen: int
    settlement: Settlement | None = None
    period: str | None = None
    payer: str | None = None
    state: str | None = None
    fund_fen: int | None = None
    arrived_at: Instant | None = None
    institution: str | None = None
    claim_id: str | None = None
    user: str | None = None


class Standing(Value):
    """A voucher as the platform sees it. `data_changed`: the register differs from the voucher: update it."""

    state: VoucherState
    data_changed: bool
    expires_at: Instant


class Card(Value):
    """The physical card. `number_masked`: never whole; `since`: when this state began."""

    number_masked: str
    state: CardState
    since: Instant


class Device(Value):
    """One enrolled device of a person. `this`: the caller's own."""

    device_id: str
    name: str
    channel: Channel
    enrolled_at: Instant
    revoked: bool
    this: bool


class Citizen(MutualAid, Filings, ChronicDiseases, Claims, Yearly, Payments, Family, Directory, Protocol):
    """What a person's device may ask. Calls marked (anonymous) need no credential; all others a DeviceCredential,
    else SignInNeeded. Errors of every method: PlatformUnreachable, PlatformError, PlatformBusy, IdempotencyMismatch,
    InProgress, SignInNeeded, NotFound."""

    def info(self, call: Call) -> Reply[PlatformInfo]:
        """(anonymous)"""

    def begin_activation(self, call: Call, request: ActivationRequest) -> Reply[Activation]:
        """Checks the register and sends a text code. (anonymous: the request brings the device's key; `call` is
        already signed by it.) Raises RealIdInSandbox, RegionInvalid, AgreementRequired, IdentityMismatch,
        PhoneMismatch, NotInsured, RegionMismatch(regions), TextCodesLimited, NotEnabled."""

    def redeem_offer(
        self, call: Call, offer: str, tx_code: TextCode, device_jwk: Jwk, device_name: str
    ) -> Reply[Activation]:
        """A counter's offer stands for text code and face: the activation waits for ISSUE. Repeatable by the same
        device. Raises OfferWrong, OfferStale, OfferUsed, TxCodeWrong(attempts_left)."""

    def activation(self, call: Call, activation_id: str) -> Reply[Activation]: ...

    def send_text_code(self, call: Call, activation_id: str) -> Reply[Activation]:
        """A new text code; the old one is stale. Raises TextCodesLimited(wait)."""

    def confirm_text_code(self, call: Call, activation_id: str, code: TextCode) -> Reply[Activation]:
        """Raises SmsCodeWrong(attempts_left), SmsCodeStale, SmsCodeUsed."""

    def begin_face(self, call: Call, purpose: FacePurpose, activation_id: str | None) -> Reply[FaceCheck]: ...

    def poll_face(self, call: Call, face_id: str) -> Reply[FaceOutcome]:
        """Raises FaceStale. A passed check moves its activation to ISSUE."""

    def nonce(self, call: Call) -> Reply[str]:
        """For proofs of possession; lives 10 minutes, single use by each proof's key."""

    def issue(self, call: Call, activation_id: str, proof: Proof) -> Reply[Issued]:
        """Enrols the device and issues the voucher; the same proof key gets the same answer. Raises ProofInvalid,
        NonceStale."""

    def code_secret(self, call: Call, handle: str, proof: Proof) -> Reply[Secret]:
        """The online-code secret of a handle whose holder key made the proof. Repeatable."""

    def reissue(self, call: Call, handle: str, proof: Proof, *, new_handle: bool) -> Reply[Issued]:
        """A voucher with the register's present data; with `new_handle` the old handle dies. Raises VoucherRevoked."""

    def standing(self, call: Call, handle: str) -> Reply[Standing]: ...

    def status_list(self, call: Call) -> Reply[str]:
        """The signed status list token (statuslist+jwt). (anonymous)"""

    def freeze(self, call: Call) -> Reply[int]:
        """Stops all handles of the person; the number newly stopped (0: already)."""

    def unfreeze(self, call: Call, proof: Proof) -> Reply[int]:
        """Needs a holder key's proof: the sign that the PIN was given."""

    def begin_reset(self, call: Call, code: TextCode | None, face_id: str | None) -> Reply[ResetTicket]:
        """By a counter's code or a passed face check. Raises ResetCodeWrong, ResetCodeStale, ResetCodeUsed, FaceStale."""

    def complete_reset(self, call: Call, ticket: str, proofs: Sequence[Proof]) -> Reply[tuple[Issued, ...]]:
        """Re-issues every voucher of this device in one transaction and kills the old handles. Proofs name all
        vouchers of the device by `voucher_id` in the order given by `vouchers`. Raises ResetCodeStale, NonceStale."""

    def vouchers(self, call: Call) -> Reply[tuple[Issued, ...]]:
        """All live vouchers of this device, self first."""

    def accounts(self, call: Call, handle: str) -> Reply[tuple[Account, ...]]: ...

    def records(
        self,
        call: Call,
        handle: str,
        *,
        year: int | None,
        kind: RecordKind | None,
        cursor: str | None,
        limit: int,
    ) -> Reply[Page[Record]]:
        """Newest first."""

    def record(self, call: Call, handle: str, record_id: str) -> Reply[Record]:
        """Raises RecordUnknown."""

    def card(self, call: Call, handle: str) -> Reply[Card]: ...

    def report_card_lost(self, call: Call, handle: str) -> Reply[Card]: ...

    def reissue_card(self, call: Call, handle: str) -> Reply[Card]:
        """Raises CardState unless reported lost; a reissued card becomes active at once in the sandbox."""

    def devices(self, call: Call) -> Reply[tuple[Device, ...]]: ...

    def revoke_device(self, call: Call, device_id: str, proof: Proof) -> Reply[Device]:
        """Kills one device's handles and sign-in key. Raises DeviceUnknown."""


class Verified(Value):
    """A checked code. `ec_token`: bound to the institution and visit, lives 24 hours; `masked_name`: for the counter;
    `mdtrt_id`: the visit, by which card and code may be mixed; `admitted_on`: civil day of an admission (scene 01103)."""

    ec_token: str
    ec_index_no: str
    masked_name: str
    psn_no: str
    insuplc_admdvs: str
    insutype: str
    expires_at: Instant
    mdtrt_id: str = ""
    admitted_on: str | None = None


class Presented(Value):
    """What the patient showed: exactly one of `code` (28 digits), `ec_token`, `card` number or `document`."""

    code: str | None = None
    ec_token: str | None = None
    card: Secret | None = None
    document: IdDocument | None = None


class InstitutionInfo(Value):
    """A designated institution. `supports`: of voucher, card, outpatient, inpatient, chronic, pharmacy; `level`:
    1-3, 0 for pharmacies."""

    fixmedins_code: str
    name_zh: str
    name_en: str
    region: str
    level: int
    supports: tuple[str, ...]
    cross_province: bool


class Reversal(Value):
    """What a reversal did. `changed` False: it was reversed before; `settlement` None: a request never carried out."""

    changed: bool
    settlement: Settlement | None


class Institution(Protocol):
    """What a terminal may ask, with an InstitutionCredential; an unknown institution is InstitutionUnknown."""

    def verify(self, call: Call, code: str, scene: str) -> Reply[Verified]:
        """Consumes a code. `scene`: `businessType`. Raises CodeMalformed, CodeForeign, CodeInvalid, CodeExpired,
        CodeUsed, VoucherFrozen, VoucherRevoked, ChecksLimited, InstitutionUnable."""

    def settle(
        self,
        call: Call,
        presented: Presented,
        bill: Bill,
        *,
        preview: bool,
        mdtrt_id: str | None = None,
        agent: Presented | None = None,
    ) -> Reply[Settlement]:
        """Settles in one transaction; a preview writes nothing but the consumed code's ecToken.

        `mdtrt_id`: a visit of this person here, opened by any credential, also long ago; a stay is then reckoned from
        the day of its admission, and closed. `agent`: the document of who collects medicines for the patient (代购).
        Errors as `verify`, EcTokenInvalid, BillInvalid, CardLost, PersonUnknown, NotInsured, VisitUnknown,
        VisitDiffers(reason), VisitClosed, ChronicNeeded(disease), AgentInvalid(reason), AgentNotAllowed(reason),
        SettlementReversed where this very request was reversed before.
        """

    def query(self, call: Call, setl_id: str | None, idempotency_key: str | None) -> Reply[Settlement]:
        """Own settlements and refunds only, each with its present state. Raises SettlementUnknown, SettlementReversed
        for the key of a request that was reversed before the platform had carried it out."""

    def refund(self, call: Call, setl_id: str, returned: Bill | None) -> Reply[Settlement]:
        """Gives back what `returned` names of the bill, or (None) all that is left: a settlement of its own with
        negative amounts. Raises SettlementUnknown, SettlementReversed, SettlementRefunded, RefundTooLarge,
        BillInvalid."""

    def reverse(self, call: Call, setl_id: str | None, idempotency_key: str | None) -> Reply[Reversal]:
        """Undoes a settlement whole, by its number or by the key of its request; a request not seen yet will never be
        carried out. Again: unchanged. Raises SettlementUnknown (by number), SettlementRefunded."""

    def request_payment(
        self, call: Call, presented: Presented, bill: Bill, *, scene: str, life_s: int
    ) -> Reply[PaymentRequest]:
        """Sends a bill to the person's wallets, to be confirmed within `life_s` seconds (60 to 604,800). Errors as
        `settle`."""

    def withdraw_payment(self, call: Call, bill_id: str) -> Reply[PaymentRequest]:
        """Takes a bill back; one that is withdrawn already is given back unchanged. Raises PaymentUnknown,
        PaymentPaid."""

    def payment_status(self, call: Call, bill_id: str) -> Reply[PaymentRequest]:
        """An own bill as it stands. Raises PaymentUnknown."""


class PersonDraft(Value):
    """A person to register. `document` None: the sandbox makes a synthetic one from birth date and sex."""

    name: Name
    phone: Phone
    region: str
    insutype: str
    document: IdDocument | None
    birth_date: str | None = None
    sex: str | None = None
    personal_account_fen: int = 0


class PersonChange(Value):
    """Fields to change; None leaves one as it is. `insured` False ends the insurance; `deceased` ends it, every voucher
    and every family link, for good; `document`: a corrected ID number."""

    name: Name | None = None
    phone: Phone | None = None
    region: str | None = None
    insutype: str | None = None
    insured: bool | None = None
    document: IdDocument | None = None
    deceased: bool = False


class PersonView(Value):
    """A person as the register's staff see it. `card_number`: secret but for `--reveal`."""

    person: Person
    insured: bool
    personal_account_fen: int | None
    devices: int
    card_state: CardState
    card_number: Secret


class Offer(Value):
    """A counter's activation offer: `offer` may be shown, `tx_code` is told by word."""

    offer: str
    tx_code: TextCode
    expires_at: Instant


class ResetCode(Value):
    """A counter's code for a PIN reset."""

    code: TextCode
    expires_at: Instant


class Agency(Protocol):
    """What agency staff may ask, with an OperatorCredential. `person` is a psn_no. Changes need an idempotency key."""

    def add_person(self, call: Call, draft: PersonDraft) -> Reply[PersonView]:
        """Raises PersonExists, RegionInvalid, RealIdInSandbox."""

    def change_person(self, call: Call, person: str, change: PersonChange) -> Reply[PersonView]: ...

    def person(self, call: Call, person: str) -> Reply[PersonView]:
        """By psn_no; also by ID number, name or phone where exactly one matches. Raises PersonUnknown."""

    def people(self, call: Call, *, cursor: str | None, limit: int) -> Reply[Page[PersonView]]: ...

    def add_institution(self, call: Call, institution: InstitutionInfo) -> Reply[InstitutionInfo]:
        """Raises InstitutionExists."""

    def institutions(self, call: Call, *, cursor: str | None, limit: int) -> Reply[Page[InstitutionInfo]]: ...

    def offer(self, call: Call, person: str, channel: Channel) -> Reply[Offer]: ...

    def reset_code(self, call: Call, person: str) -> Reply[ResetCode]: ...

    def reviews(self, call: Call, *, pending: bool, cursor: str | None, limit: int) -> Reply[Page[Review]]:
        """Applications before staff: those that wait, the most urgent first; else those decided or withdrawn, the
        latest first."""

    def review(self, call: Call, review_id: str) -> Reply[Review]:
        """Raises ReviewUnknown."""

    def decide(self, call: Call, review_id: str, *, approve: bool, reason: str) -> Reply[Review]:
        """A refusal gives its reason. Deciding the same way again gives it back unchanged. Raises ReviewUnknown,
        ReviewDecided."""

    def recover_claim(self, call: Call, claim_id: str, amount_fen: int) -> Reply[Claim]:
        """Records that so much of an advance is back in the fund (追偿). Raises ClaimUnknown, RecoveryTooMuch(open_yuan)."""


class TextMessage(Value):
    """A simulated text message. `to`: masked phone; `code` carries the secret apart from the words."""

    message_id: str
    at: Instant
    to: str
    purpose: str
    code: TextCode


class SandboxCode(Value):
    """A code for testers, with the error code a terminal must answer (None for a good one)."""

    case: str
    code: str
    expect: str | None
    expires_at: Instant


class Sandbox(Protocol):
    """What only a sandbox has: simulated people, messages, faces and time."""

    def outbox(self, *, limit: int) -> tuple[TextMessage, ...]:
        """Newest first."""

    def decide_face(self, user_code: str, outcome: FaceOutcome) -> None: ...

    def populate(self, people: int, seed: int, tell: Callable[[int], None] | None = None) -> int:
        """Adds `people` made from `seed`; the same call adds nobody twice. The number added. `tell`: how many are done."""

    def code(self, person: str, case: str) -> SandboxCode:
        """`case`: valid, expired, used, altered, frozen, foreign. Raises PersonUnknown."""


class Platform(Protocol):
    """Both sides behind one door."""

    @property
    def name(self) -> str:
        """`embedded`, or the server's URL."""

    @property
    def citizen(self) -> Citizen: ...

    @property
    def institution(self) -> Institution: ...

    @property
    def agency(self) -> Agency: ...

    @property
    def sandbox(self) -> Sandbox | None:
        """None at a real platform."""


PassphraseSource = Callable[[], Passphrase]
"""Asked only when a passphrase vault has to be opened."""


class Limits(Value):
    """Bounds with units, in one place for both sides."""

    pin_tries: int = 5
    passphrase_characters: int = 12
    """At least so many in a new passphrase, after normalisation (NFC)."""
    text_code_life_s: int = 300
    text_code_tries: int = 5
    text_codes_per_hour: int = 10
    face_life_s: int = 600
    nonce_life_s: int = 600
    activation_life_s: int = 86_400
    offer_life_s: int = 86_400
    reset_code_life_s: int = 1_800
    ec_token_life_s: int = 86_400
    voucher_life_s: int = 365 * 86_400
    wrong_codes: int = 20
    wrong_codes_window_s: int = 600
    lock_wait_s: float = 60.0
    filing_late_days: int = 180
    """A filing may start so long ago (补办), or on the day of an admission that is still open. As long as the shortest
    filing is valid: what is older than a half-year is a matter of the manual claim."""
    filing_ahead_days: int = 180
    """A filing may start so far ahead: papers older than a half-year prove little."""
    payment_shortest_s: int = 60
    payment_longest_s: int = 7 * 86_400
    family_members: int = 5
    families: int = 2
    consent_life_s: int = 86_400
    consent_grace_s: int = 90 * 86_400
