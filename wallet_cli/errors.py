"""Every failure the product knows: a typed leaf with data, and the one table from code to exit status.

Rules of this room: no imports of ours, no words for people. A leaf carries data; `locale` pairs the message
`error.CODE` with the advice `advice.CODE`; `TABLE` gives the exit status, whether trying again can help, and the
commands that mend it. Data never holds a secret, and a name or number only in its masked form.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple

Datum = str | int | bool | None | tuple[str, ...] | tuple[int, ...]


class Kind(NamedTuple):
    """What is fixed for an error code. `fix`: commands that work when pasted, with {fields} of the leaf's data and of
    `whose`."""

    exit: int
    fix: tuple[str, ...] = ()
    retryable: bool = False


_RESUME = ("yibao activate",)
_RESET = ("yibao pin reset",)
_REPLACE = ("yibao activate --replace",)
_STATUS = ("yibao status",)
_DOCTOR = ("yibao doctor",)
_NO_KEYRING = ("yibao activate --vault passphrase", "yibao activate --vault sandbox")

TABLE: dict[str, Kind] = {
    # 1 internal
    "INTERNAL": Kind(1, ("{program} --debug {command}",)),
    # 2 usage and malformed input
    "USAGE": Kind(2, ("{help}",)),
    "ID_INVALID": Kind(2),
    "NAME_INVALID": Kind(2),
    "PHONE_INVALID": Kind(2),
    "REGION_INVALID": Kind(2, ("yibao help regions",)),
    "PLACE_AMBIGUOUS": Kind(2),
    "PIN_MALFORMED": Kind(2),
    "PIN_WEAK": Kind(2),
    "PIN_MISMATCH": Kind(2),
    "PASSPHRASE_WEAK": Kind(2),
    "BILL_INVALID": Kind(2, ("yibao schema bill",)),
    "POLICY_INVALID": Kind(2),
    "IMPORT_INVALID": Kind(2),
    "CONFIG_INVALID": Kind(2, ("yibao config path",)),
    "ALIAS_INVALID": Kind(2),
    "PROFILE_INVALID": Kind(2, ("yibao profile list",)),
    "TIME_INVALID": Kind(2),
    "SECRET_SOURCE": Kind(2),
    "REAL_ID_IN_SANDBOX": Kind(2, ("yibao-platform person list --reveal",)),
    "VAULT_NOT_ALLOWED": Kind(2),
    "IMAGE_UNREADABLE": Kind(2),
    "PAPER_INVALID": Kind(2),
    "AID_SELF": Kind(2),
    "AID_LIMIT_INVALID": Kind(2),
    "FILING_PLACE": Kind(2, ("yibao filing places",)),
    "FILING_DATES": Kind(2),
    "FILING_EMERGENCY": Kind(2),
    "CHRONIC_INVALID": Kind(2),
    "CLAIM_INVALID": Kind(2),
    "MEMBER_SELF": Kind(2),
    "FAMILY_INVALID": Kind(2, ("yibao help family",)),
    "SCAN_EXTRA_MISSING": Kind(2, ("pip install 'yibao[scan]'",)),
    # 3 "no" to a question
    "DECLINED": Kind(3),
    # 4 sign-in needed
    "SIGN_IN_NEEDED": Kind(4, _REPLACE),
    # 5 locked, busy
    "KEYRING_LOCKED": Kind(5, (), True),
    "STORE_BUSY": Kind(5, (), True),
    # 6, 7 the PIN
    "PIN_WRONG": Kind(6, _RESET),
    "PASSPHRASE_WRONG": Kind(6),
    "PIN_LOCKED": Kind(7, _RESET),
    # 8 not activated
    "NOT_ACTIVATED": Kind(8, ("yibao demo", "yibao activate")),
    "ACTIVATION_UNFINISHED": Kind(8, _RESUME),
    "PIN_NOT_SET": Kind(8, ("yibao pin set",)),
    # 9 not found
    "NOT_FOUND": Kind(9),
    "PLACE_UNKNOWN": Kind(9),
    "MEMBER_UNKNOWN": Kind(9, _STATUS),
    "LINK_UNKNOWN": Kind(9, ("yibao family list",)),
    "RECORD_UNKNOWN": Kind(9, ("yibao records{whose}",)),
    "DEVICE_UNKNOWN": Kind(9, ("yibao device list",)),
    "PERSON_UNKNOWN": Kind(9, ("yibao-platform person list",)),
    "INSTITUTION_UNKNOWN": Kind(9, ("yibao-platform institution list",)),
    "SETTLEMENT_UNKNOWN": Kind(9),
    "FILING_UNKNOWN": Kind(9, ("yibao filing list{whose}",)),
    "CHRONIC_UNKNOWN": Kind(9, ("yibao chronic list{whose}",)),
    "CLAIM_UNKNOWN": Kind(9, ("yibao claim list{whose}",)),
    "REVIEW_UNKNOWN": Kind(9, ("yibao-platform counter review --all",)),
    "VISIT_UNKNOWN": Kind(9),
    "PAYMENT_UNKNOWN": Kind(9, ("yibao pay list{whose}",)),
    "PROFILE_UNKNOWN": Kind(9, ("yibao profile list",)),
    "SETTING_UNKNOWN": Kind(9, ("yibao config list",)),
    "SCHEMA_UNKNOWN": Kind(9, ("yibao schema",)),
    "TOPIC_UNKNOWN": Kind(9, ("yibao help",)),
    "FILE_UNREADABLE": Kind(9),
    "AID_UNKNOWN": Kind(9, ("yibao mutual-aid list",)),
    # 10 conflict
    "ALREADY_ACTIVATED": Kind(10, _STATUS),
    "FILE_EXISTS": Kind(10),
    "PERSON_EXISTS": Kind(10, ("yibao-platform person list",)),
    "INSTITUTION_EXISTS": Kind(10, ("yibao-platform institution list",)),
    "PROFILE_EXISTS": Kind(10, ("yibao profile list",)),
    "PROFILE_IN_USE": Kind(10, ("yibao profile use default",)),
    "IDEMPOTENCY_MISMATCH": Kind(10),
    "IN_PROGRESS": Kind(10, (), True),
    "CARD_STATE": Kind(10, ("yibao card show{whose}",)),
    "FILING_OVERLAPS": Kind(10, ("yibao filing show {filing_id}{of}",)),
    "FILING_STATE": Kind(10, ("yibao filing list{whose}",)),
    "CHRONIC_EXISTS": Kind(10, ("yibao chronic show {chronic_id}{of}",)),
    "CLAIM_DUPLICATE": Kind(10, ("yibao claim show {claim_id}{of}",)),
    "CLAIM_SETTLED": Kind(10, ("yibao records show {setl_id}{of}",)),
    "CLAIM_STATE": Kind(10, ("yibao claim show {claim_id}{of}",)),
    "RECOVERY_TOO_MUCH": Kind(10),
    "REVIEW_DECIDED": Kind(10, ("yibao-platform counter review {id}",)),
    "MEMBER_EXISTS": Kind(10, ("yibao family list",)),
    "ALIAS_TAKEN": Kind(10, ("yibao family list",)),
    "VAULT_DIFFERS": Kind(10, _STATUS),
    "AID_CIRCLE": Kind(10, ("yibao mutual-aid list",)),
    "VISIT_DIFFERS": Kind(10),
    "VISIT_CLOSED": Kind(10),
    "SETTLEMENT_REVERSED": Kind(10),
    "SETTLEMENT_REFUNDED": Kind(10),
    "REFUND_WHOLE": Kind(10, ("yibao-platform terminal refund {id} --institution {institution}",)),
    "PAYMENT_WITHDRAWN": Kind(10, ("yibao pay list{whose}",)),
    "PAYMENT_PAID": Kind(10),
    # 11 limit reached
    "ROLLS_EXHAUSTED": Kind(11, (), True),
    "CHECKS_LIMITED": Kind(11, (), True),
    "TEXT_CODES_LIMITED": Kind(11, (), True),
    "AID_FULL": Kind(11, ("yibao mutual-aid list",)),
    "REFUND_TOO_LARGE": Kind(11),
    "FAMILY_FULL": Kind(11, ("yibao family list",)),
    "FAMILIES_FULL": Kind(11),
    # 12 not eligible
    "NOT_INSURED": Kind(12),
    "REGION_MISMATCH": Kind(12, _RESUME),
    "IDENTITY_MISMATCH": Kind(12, _RESUME),
    "PHONE_MISMATCH": Kind(12, _RESUME),
    "FACE_FAILED": Kind(12, _RESUME),
    "FACE_TOO_DARK": Kind(12, _RESUME),
    "NOT_ENABLED": Kind(12),
    "INSTITUTION_UNABLE": Kind(12),
    "FILING_TOO_EARLY": Kind(12, ("yibao filing show {filing_id}{of}",)),
    "FILING_NOT_NEEDED": Kind(12),
    "CARD_LOST": Kind(12),
    "AID_GIVER": Kind(12),
    "AID_PLACE": Kind(12),
    "RELATION_REFUSED": Kind(12),
    "CLAIM_EXCLUDED": Kind(12),
    "CHRONIC_NEEDED": Kind(12, ("yibao chronic new",)),
    "AGENT_INVALID": Kind(12),
    "AGENT_NOT_ALLOWED": Kind(12),
    "MEMBER_AGE": Kind(12),
    # 13, 14 the platform
    "PLATFORM_UNREACHABLE": Kind(13, (), True),
    "PLATFORM_ERROR": Kind(14, (), True),
    "PLATFORM_BUSY": Kind(14, (), True),
    # 15 invalid or tampered
    "SMS_CODE_WRONG": Kind(15, _RESUME),
    "SMS_CODE_STALE": Kind(15, _RESUME),
    "SMS_CODE_USED": Kind(15, _RESUME),
    "OFFER_WRONG": Kind(15),
    "OFFER_STALE": Kind(15),
    "OFFER_USED": Kind(15),
    "TX_CODE_WRONG": Kind(15),
    "RESET_CODE_WRONG": Kind(15, _RESET),
    "RESET_CODE_STALE": Kind(15, _RESET),
    "RESET_CODE_USED": Kind(15, _RESET),
    "FACE_STALE": Kind(15, _RESUME),
    "CONSENT_WRONG": Kind(15),
    "CONSENT_STALE": Kind(15),
    "CONSENT_USED": Kind(15),
    "CONSENT_FOREIGN": Kind(15),
    "MEMBER_ENDED": Kind(15, ("yibao family list",)),
    "MEMBER_SUSPENDED": Kind(15, ("yibao family add {member}",)),
    "CODE_MALFORMED": Kind(15),
    "CODE_INVALID": Kind(15),
    "CODE_EXPIRED": Kind(15),
    "CODE_USED": Kind(15),
    "CODE_FOREIGN": Kind(15),
    "EC_TOKEN_INVALID": Kind(15),
    "VOUCHER_FROZEN": Kind(15, ("yibao voucher unfreeze",)),
    "VOUCHER_REVOKED": Kind(15, _REPLACE),
    "VOUCHER_EXPIRED": Kind(15, ("yibao voucher update{whose}",)),
    "VOUCHER_INVALID": Kind(15, ("yibao voucher update{whose}",)),
    "STATUS_UNKNOWN": Kind(15, (), True),
    "PAYMENT_EXPIRED": Kind(15),
    "PROOF_INVALID": Kind(15),
    "NONCE_STALE": Kind(15, (), True),
    "RECEIPT_INVALID": Kind(15, ("yibao filing show {filing_id}{of}",)),
    "KEY_SET_INVALID": Kind(15),
    "STORE_MISSING": Kind(15, _REPLACE),
    "STORE_TAMPERED": Kind(15, _REPLACE),
    "STORE_ROLLED_BACK": Kind(15, _REPLACE),
    "STORE_NEWER": Kind(15, ("pip install --upgrade yibao",)),
    "STORE_FOREIGN": Kind(15, _REPLACE),
    "STORE_UNSAFE": Kind(15),
    "AUDIT_BROKEN": Kind(15, _REPLACE),
    "PLATFORM_TAMPERED": Kind(15, ("yibao-platform sandbox reset",)),
    "PLATFORM_NEWER": Kind(15, ("pip install --upgrade yibao",)),
    # 16 keyring unavailable
    "KEYRING_ABSENT": Kind(16, _NO_KEYRING),
    "KEYRING_HANGING": Kind(16, _NO_KEYRING, True),
    "KEYRING_CHANGED": Kind(16, _DOCTOR),
    "KEYRING_EMPTY": Kind(16, _REPLACE),
    "KEYRING_REFUSED": Kind(16, _DOCTOR, True),
    # 17 input needed under --no-input
    "INPUT_NEEDED": Kind(17),
    "AGREEMENT_REQUIRED": Kind(17),
    "NOTICE_REQUIRED": Kind(17),
    "PAPERS_MISSING": Kind(17),
    "DECLARATION_NEEDED": Kind(17),
    # 18 changes or consents pending
    "FACE_PENDING": Kind(18, _RESUME, True),
    "CONSENT_NEEDED": Kind(18),
    # 20 terminal unfit for the QR
    "TERMINAL_NONE": Kind(20, ("yibao qr --png FILE",)),
    "TERMINAL_SMALL": Kind(20, ("yibao qr --png FILE",)),
    # 21 disk
    "DISK_FULL": Kind(21, (), True),
    "NOT_WRITABLE": Kind(21, _DOCTOR),
}

_CODES = {code.replace("_", ""): code for code in TABLE}


def quoted(word: str) -> str:
    """One word of a shell's command line, whatever somebody typed or sent; letters of any script need no quotes."""
    if word and all(sign.isalnum() or sign in "@%+=:,./-_" for sign in word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"


def whose(member: Datum) -> dict[str, str]:
    """What a command says of the member whose affairs it is about, nothing for oneself: `whose` where the member is an
    argument, `of` where it is an option."""
    word = f" {quoted(member)}" if isinstance(member, str) and member != "self" else ""
    return {"whose": word, "of": f" --member{word}" if word else ""}


def literal(command: str) -> str:
    """A command as a `fix` that has no fields: its braces stand for themselves."""
    return command.replace("{", "{{").replace("}", "}}")


_COMMANDS = frozenset({"command", "help", "program"})
"""Data that are a command's own words."""


_CONTROLS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0))))


def _word(name: str, value: Datum) -> Datum:
    """A value as one word of a shell's command line: it may be what somebody typed or sent."""
    return quoted(value) if isinstance(value, str) and name not in _COMMANDS else value


class WalletError(Exception):
    """Base of every failure. `data` is what the message is worded from: plain values, never a secret.

    `fix` may be given where the commands that help depend on the case; else the table's are used.
    """

    code: ClassVar[str] = "INTERNAL"

    def __init__(self, *, fix: tuple[str, ...] | None = None, **data: Datum) -> None:
        super().__init__(self.code)
        self.data: dict[str, Datum] = data
        self._fix = fix

    def __init_subclass__(cls) -> None:
        # The class name is the code: PinWrong -> PIN_WRONG.
        try:
            cls.code = _CODES[cls.__name__.upper()]
        except KeyError:
            raise TypeError(f"{cls.__name__} is not in the table of errors") from None

    @property
    def exit(self) -> int:
        """Exit status of a command that ends with this error."""
        return TABLE[self.code].exit

    @property
    def retryable(self) -> bool:
        """Whether the same command may succeed later without anything else being changed."""
        return TABLE[self.code].retryable

    @property
    def fix(self) -> tuple[str, ...]:
        """Commands that mend it, ready to be pasted. One whose fields the data lacks is left out, and so is one that no
        screen can show: a control character in what was typed."""
        commands = TABLE[self.code].fix if self._fix is None else self._fix
        fields = whose(self.data.get("member")) | {name: _word(name, value) for name, value in self.data.items()}
        filled = []
        for command in commands:
            try:
                filled.append(command.format(**fields))
            except (KeyError, IndexError):
                continue
        return tuple(command for command in filled if _CONTROLS.isdisjoint(command))


class Internal(WalletError):
    """A defect of this program. data: program, command."""


class Usage(WalletError):
    """An option or argument that does not parse. data: kind, help and what the kind names."""


class IdInvalid(WalletError):
    """Malformed ID document. data: reason length|characters|check_digit|date."""


class NameInvalid(WalletError):
    """A name outside 2-50 characters or with signs no name has. data: reason."""


class PhoneInvalid(WalletError):
    """Not a mainland mobile number."""


class RegionInvalid(WalletError):
    """Not a six-digit division this program knows. data: region."""


class PlaceAmbiguous(WalletError):
    """A name of several places. data: text, candidates (code, name and English name of each)."""


class PinMalformed(WalletError):
    """A PIN that is not six ASCII digits."""


class PinWeak(WalletError):
    """Pin weak. data: reason sequence|repeat|birthday|id_tail."""


class PinMismatch(WalletError):
    """The PIN and its repetition differ."""


class PassphraseWeak(WalletError):
    """Passphrase weak. data: minimum (characters)."""


class BillInvalid(WalletError):
    """Bill invalid. data: path (JSON pointer), reason."""


class PolicyInvalid(WalletError):
    """Policy invalid. data: file, path, reason."""


class ImportInvalid(WalletError):
    """Import invalid. data: file, line, reason."""


class ConfigInvalid(WalletError):
    """Config invalid. data: file, key, reason."""


class AliasInvalid(WalletError):
    """Alias invalid. data: alias."""


class ProfileInvalid(WalletError):
    """Profile invalid. data: profile."""


class TimeInvalid(WalletError):
    """Time invalid. data: text."""


class SecretSource(WalletError):
    """A descriptor or stream that holds no usable secret. data: option, reason."""


class RealIdInSandbox(WalletError):
    """An ID number outside the synthetic areas (99xxxx)."""


class VaultNotAllowed(WalletError):
    """A vault kind that may not be used here. data: vault."""


class FilingPlace(WalletError):
    """Not a place to file to. data: region; reason hospital|own_province|own_province_free|own_province_filing|
    insured_there|county|abroad|hong_kong|macao|taiwan|unknown; city (county: where to file instead), hotline where they apply."""


class FilingDates(WalletError):
    """Days that a filing may not have. data: reason malformed|end_before_start|too_short|long_term|too_early|too_late|
    over; least, earliest, latest (ISO days) where they apply."""


class FilingEmergency(WalletError):
    """An emergency is flagged by the institution, never filed by the citizen."""


class PaperInvalid(WalletError):
    """A paper that may not be handed in. data: file, reason kind|empty|too_large|type|name|hash|too_many|unreadable|duplicate|
    declaration;
    paper, most where it applies."""


class PapersMissing(WalletError):
    """Papers an application needs and was not brought, all at once. data: missing (kinds; alternatives joined by |)."""


class AidSelf(WalletError):
    """Mutual aid for oneself."""


class AidLimitInvalid(WalletError):
    """A yearly limit that is no amount above nothing."""


class AidUnknown(WalletError):
    """No such link of mutual aid of the caller's. data: id."""


class AidCircle(WalletError):
    """The user's own giving leads back to the giver."""


class AidFull(WalletError):
    """Too many links of one giver or user. data: most."""


class AidGiver(WalletError):
    """A giver whose insurance has no personal account. data: insutype."""


class AidPlace(WalletError):
    """A user insured in another province. data: region."""


class ChronicInvalid(WalletError):
    """A disease that the insured place does not recognise. data: disease, diseases (codes that it does), hotline."""


class ClaimInvalid(WalletError):
    """A field of a claim that does not do. data: reason invoice|institution|place|date|future|stay|bill; field."""


class DeclarationNeeded(WalletError):
    """A child is linked by the guardian's declaration. data: option."""


class MemberSelf(WalletError):
    """One is no member of one's own family."""


class FamilyInvalid(WalletError):
    """A family file that cannot be applied. data: file, member (1-based, 0 for none), alias, key, reason; line, most
    where they apply."""


class ImageUnreadable(WalletError):
    """No code found in a picture. data: file."""


class ScanExtraMissing(WalletError):
    """Reading pictures needs the extra `scan`."""


class Declined(WalletError):
    """The person answered no. data: question."""


class SignInNeeded(WalletError):
    """The platform does not know this device's key (any more)."""


class KeyringLocked(WalletError):
    """Keyring locked. data: backend."""


class StoreBusy(WalletError):
    """Store busy. data: seconds waited."""


class PinWrong(WalletError):
    """Pin wrong. data: attempts_left."""


class PassphraseWrong(WalletError):
    """The passphrase does not open the vault."""


class PinLocked(WalletError):
    """Five wrong PINs in a row. data: hotline, region where known."""


class NotActivated(WalletError):
    """No voucher in this profile. data: profile."""


class ActivationUnfinished(WalletError):
    """Activation unfinished. data: step."""


class PinNotSet(WalletError):
    """Pin not set."""


class NotFound(WalletError):
    """Not found. data: what."""


class PlaceUnknown(WalletError):
    """No place of this name or code. data: text, nearest (as candidates), reason (abroad for a foreign country)."""


class MemberUnknown(WalletError):
    """Member unknown. data: member."""


class LinkUnknown(WalletError):
    """No live family link of this number has the caller on either side. data: id."""


class RecordUnknown(WalletError):
    """Record unknown. data: id."""


class DeviceUnknown(WalletError):
    """Device unknown. data: id."""


class PersonUnknown(WalletError):
    """Person unknown. data: person; reason credential where a card's or ID document's number is nobody's."""


class InstitutionUnknown(WalletError):
    """Institution unknown. data: institution."""


class SettlementUnknown(WalletError):
    """Settlement unknown. data: id."""


class FilingUnknown(WalletError):
    """Filing unknown. data: id."""


class ChronicUnknown(WalletError):
    """Chronic unknown. data: id."""


class ClaimUnknown(WalletError):
    """Claim unknown. data: id."""


class ReviewUnknown(WalletError):
    """No application of this number lies before staff. data: id."""


class VisitUnknown(WalletError):
    """No visit of this number at this institution. data: visit."""


class PaymentUnknown(WalletError):
    """No such bill for this person, or (reason institution) of this institution. data: bill."""


class ProfileUnknown(WalletError):
    """Profile unknown. data: profile."""


class SettingUnknown(WalletError):
    """Setting unknown. data: key, nearest."""


class SchemaUnknown(WalletError):
    """Schema unknown. data: name, nearest."""


class TopicUnknown(WalletError):
    """Topic unknown. data: topic, nearest."""


class FileUnreadable(WalletError):
    """File unreadable. data: file, reason."""


class AlreadyActivated(WalletError):
    """Already activated."""


class FileExists(WalletError):
    """File exists. data: file."""


class PersonExists(WalletError):
    """Person exists."""


class InstitutionExists(WalletError):
    """Institution exists."""


class ProfileExists(WalletError):
    """Profile exists."""


class ProfileInUse(WalletError):
    """Profile in use."""


class IdempotencyMismatch(WalletError):
    """The same idempotency key with another body."""


class InProgress(WalletError):
    """The same request is still being carried out."""


class CardState(WalletError):
    """Card state. data: state."""


class FilingOverlaps(WalletError):
    """Another filing holds at the same time. data: filing_id; reason same_place|proof (a second place needs papers)."""


class FilingState(WalletError):
    """The filing's state does not allow it. data: filing_id, state."""


class ChronicExists(WalletError):
    """The disease is recognised, or under review. data: chronic_id, state, disease."""


class ClaimDuplicate(WalletError):
    """A claim for the same receipt is there. data: claim_id and state where it is one's own."""


class ClaimSettled(WalletError):
    """The bill was settled at the counter. data: setl_id where it is one's own; reason excluded where the law kept the
    fund from paying any of it."""


class ClaimState(WalletError):
    """A claim that is decided or withdrawn. data: claim_id, state."""


class RecoveryTooMuch(WalletError):
    """More than what of an advance is still open. data: claim_id, open_yuan."""


class ReviewDecided(WalletError):
    """Decided the other way, or withdrawn. data: id."""


class MemberExists(WalletError):
    """The person is linked already. data: member (alias) where known."""


class AliasTaken(WalletError):
    """Another member has this alias. data: member."""


class VaultDiffers(WalletError):
    """The vault in use is not the one asked for. data: vault, asked."""


class VisitDiffers(WalletError):
    """The visit is another person's, or another institution's. data: visit, reason person|institution."""


class VisitClosed(WalletError):
    """The stay of this visit is settled already. data: visit."""


class SettlementReversed(WalletError):
    """The settlement, or the request for one, was reversed: it stays undone. data: id."""


class SettlementRefunded(WalletError):
    """Money of the settlement has gone back already. data: id, state; reason refund where the id is a refund's own."""


class RefundWhole(WalletError):
    """Only the whole of what is left can be given back: the rules it was settled by are no longer known. data: id,
    institution."""


class PaymentWithdrawn(WalletError):
    """The institution took the bill back. data: bill."""


class PaymentPaid(WalletError):
    """The bill is paid: it cannot be withdrawn any more. data: bill, id (settlement), institution."""


class RollsExhausted(WalletError):
    """Ten codes within one step. data: wait (seconds)."""


class ChecksLimited(WalletError):
    """Too many wrong codes at this terminal. data: wait (seconds)."""


class TextCodesLimited(WalletError):
    """Text codes limited. data: wait (seconds)."""


class RefundTooLarge(WalletError):
    """More is given back than was billed. data: path (JSON pointer into the returned bill), left_fen, asked_fen."""


class FamilyFull(WalletError):
    """The holder has as many members as may be. data: most."""


class FamiliesFull(WalletError):
    """The member is in as many families as may be. data: most."""


class NotInsured(WalletError):
    """Not insured. data: region, hotline."""


class RegionMismatch(WalletError):
    """Region mismatch. data: region, regions (where insured), hotline."""


class IdentityMismatch(WalletError):
    """Name and number do not match the register. data: hotline."""


class PhoneMismatch(WalletError):
    """Phone mismatch. data: hotline."""


class FaceFailed(WalletError):
    """Face failed. data: hotline."""


class FaceTooDark(WalletError):
    """Face too dark. data: hotline."""


class NotEnabled(WalletError):
    """Not enabled. data: what."""


class InstitutionUnable(WalletError):
    """The institution does not take this credential or service. data: institution, service."""


class FilingTooEarly(WalletError):
    """Filed by declaration, not six months ago, and no papers brought. data: filing_id, until (ISO day)."""


class FilingNotNeeded(WalletError):
    """The insured place asks for no filing of this category. data: region, category, hotline."""


class CardLost(WalletError):
    """The physical card is reported lost."""


class ClaimExcluded(WalletError):
    """What the law or the place's rules keep the fund from paying. data: reason abroad|work_injury|third_party|
    public_health|not_designated|settlable, hotline."""


class ChronicNeeded(WalletError):
    """Chronic disease is settled as such once it is recognised. data: disease, reason none|other."""


class AgentInvalid(WalletError):
    """Who collects for somebody else needs an ID document of their own. data: reason unknown|same|document."""


class AgentNotAllowed(WalletError):
    """Only medicines at a pharmacy are collected for somebody else, against card or ID card. data: reason
    med_type|credential."""


class RelationRefused(WalletError):
    """Relation refused. data: relation, reason holder_minor|spouse_minor|not_older|not_younger."""


class MemberAge(WalletError):
    """What was brought is for another age. data: reason minor|adult, age (from which one consents in person)."""


class PlatformUnreachable(WalletError):
    """Platform unreachable."""


class PlatformError(WalletError):
    """Platform error. data: reason."""


class PlatformBusy(WalletError):
    """Platform busy."""


class SmsCodeWrong(WalletError):
    """Sms code wrong. data: attempts_left."""


class SmsCodeStale(WalletError):
    """Sms code stale."""


class SmsCodeUsed(WalletError):
    """Sms code used."""


class OfferWrong(WalletError):
    """Offer wrong."""


class OfferStale(WalletError):
    """Offer stale."""


class OfferUsed(WalletError):
    """Offer used."""


class TxCodeWrong(WalletError):
    """Tx code wrong. data: attempts_left."""


class ResetCodeWrong(WalletError):
    """Reset code wrong."""


class ResetCodeStale(WalletError):
    """Reset code stale."""


class ResetCodeUsed(WalletError):
    """Reset code used."""


class FaceStale(WalletError):
    """Face stale."""


class ConsentWrong(WalletError):
    """Consent wrong. data: attempts_left; reason none where the member has no code."""


class ConsentStale(WalletError):
    """Consent stale."""


class ConsentUsed(WalletError):
    """Consent used."""


class ConsentForeign(WalletError):
    """A good code, but another member's or for another guardian. data: reason member|guardian, attempts_left."""


class MemberEnded(WalletError):
    """The family link of this voucher has ended. data: member where known."""


class MemberSuspended(WalletError):
    """A member who turned 16 has not consented in time. data: member where known."""


class CodeMalformed(WalletError):
    """Not 28 digits, or its check digit fails."""


class CodeInvalid(WalletError):
    """Unknown handle or wrong MAC, told alike."""


class CodeExpired(WalletError):
    """Code expired."""


class CodeUsed(WalletError):
    """Code used."""


class CodeForeign(WalletError):
    """Code foreign. data: platform."""


class EcTokenInvalid(WalletError):
    """Ec token invalid. data: reason."""


class VoucherFrozen(WalletError):
    """Voucher frozen."""


class VoucherRevoked(WalletError):
    """Voucher revoked."""


class VoucherExpired(WalletError):
    """Voucher expired."""


class VoucherInvalid(WalletError):
    """Voucher invalid."""


class StatusUnknown(WalletError):
    """Status unknown."""


class PaymentExpired(WalletError):
    """The bill was not confirmed in time. data: bill."""


class ProofInvalid(WalletError):
    """Proof invalid."""


class ReceiptInvalid(WalletError):
    """A filing's receipt fails its checks: it is not kept. data: filing_id, reason."""


class NonceStale(WalletError):
    """Nonce stale."""


class KeySetInvalid(WalletError):
    """Key set invalid."""


class StoreMissing(WalletError):
    """Store missing. data: path."""


class StoreTampered(WalletError):
    """Store tampered. data: path, what."""


class StoreRolledBack(WalletError):
    """Store rolled back. data: path."""


class StoreNewer(WalletError):
    """Store newer. data: path, found, known."""


class StoreForeign(WalletError):
    """The store belongs to another wallet than the keyring's. data: path."""


class StoreUnsafe(WalletError):
    """Store unsafe. data: path, reason link|owner|mode|type."""


class AuditBroken(WalletError):
    """Audit broken. data: record (1-based)."""


class PlatformTampered(WalletError):
    """Platform tampered. data: path, what."""


class PlatformNewer(WalletError):
    """Platform newer. data: path, found, known."""


class KeyringAbsent(WalletError):
    """Keyring absent. data: reason."""


class KeyringHanging(WalletError):
    """Keyring hanging. data: backend, seconds."""


class KeyringChanged(WalletError):
    """Keyring changed. data: recorded, found."""


class KeyringEmpty(WalletError):
    """The keyring answers but no longer holds this wallet's item. data: item."""


class KeyringRefused(WalletError):
    """Keyring refused. data: backend, reason."""


class InputNeeded(WalletError):
    """Input needed. data: option."""


class AgreementRequired(WalletError):
    """Agreement required. data: option."""


class NoticeRequired(WalletError):
    """The notice (告知书) of this version has to be read and confirmed. data: version, option."""


class FacePending(WalletError):
    """Face pending. data: url, user_code."""


class ConsentNeeded(WalletError):
    """Members have not consented yet. data: members (aliases)."""


class TerminalNone(WalletError):
    """No terminal to draw on. data: reason dumb (no cursor positions), where there is one."""


class TerminalSmall(WalletError):
    """Terminal small. data: rows, columns (needed), have_rows, have_columns."""


class DiskFull(WalletError):
    """Disk full. data: path."""


class NotWritable(WalletError):
    """Not writable. data: path, reason."""
