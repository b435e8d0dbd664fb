"""Every failure the product knows: a typed leaf with data, and the one table from code to exit status.

Rules of this room: no imports of ours, no words for people. A leaf carries data; `locale` pairs the message
`error.CODE` with the advice `advice.CODE`; `TABLE` gives the exit status, whether trying again can help, and the
commands that mend it. Data never holds a secret, and a name or number only in its masked form.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple

Datum = str | int | bool | None | tuple[str, ...] | tuple[int, ...]


class Kind(NamedTuple):
    """What is fixed for an error code. `fix`: commands that work when pasted, with {fields} of the leaf's data."""

    exit: int
    fix: tuple[str, ...] = ()
    retryable: bool = False


_RESUME = ("yibao activate",)
_RESET = ("yibao pin reset",)
_REPLACE = ("yibao activate --replace",)
_DOCTOR = ("yibao status",)
_NO_KEYRING = ("yibao activate --vault passphrase", "yibao activate --vault sandbox")

TABLE: dict[str, Kind] = {
    # 1 internal
    "INTERNAL": Kind(1, ("yibao --debug {command}",)),
    # 2 usage and malformed input
    "USAGE": Kind(2, ("{help}",)),
    "ID_INVALID": Kind(2),
    "NAME_INVALID": Kind(2),
    "PHONE_INVALID": Kind(2),
    "REGION_INVALID": Kind(2, ("yibao help regions",)),
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
    "MEMBER_UNKNOWN": Kind(9, ("yibao status",)),
    "LINK_UNKNOWN": Kind(9, ("yibao family list",)),
    "RECORD_UNKNOWN": Kind(9, ("yibao records",)),
    "DEVICE_UNKNOWN": Kind(9, ("yibao device list",)),
    "PERSON_UNKNOWN": Kind(9, ("yibao-platform person list",)),
    "INSTITUTION_UNKNOWN": Kind(9, ("yibao-platform institution list",)),
    "SETTLEMENT_UNKNOWN": Kind(9),
    "PROFILE_UNKNOWN": Kind(9, ("yibao profile list",)),
    "SETTING_UNKNOWN": Kind(9, ("yibao config list",)),
    "SCHEMA_UNKNOWN": Kind(9, ("yibao schema",)),
    "TOPIC_UNKNOWN": Kind(9, ("yibao help",)),
    "FILE_UNREADABLE": Kind(9),
    # 10 conflict
    "ALREADY_ACTIVATED": Kind(10, _DOCTOR),
    "ACTIVATION_DIFFERS": Kind(10, ("yibao activate --replace",)),
    "FILE_EXISTS": Kind(10),
    "PERSON_EXISTS": Kind(10, ("yibao-platform person list",)),
    "INSTITUTION_EXISTS": Kind(10, ("yibao-platform institution list",)),
    "PROFILE_EXISTS": Kind(10, ("yibao profile list",)),
    "PROFILE_IN_USE": Kind(10, ("yibao profile use default",)),
    "IDEMPOTENCY_MISMATCH": Kind(10),
    "IN_PROGRESS": Kind(10, (), True),
    "CARD_STATE": Kind(10, ("yibao card show",)),
    "MEMBER_EXISTS": Kind(10, ("yibao family list",)),
    "ALIAS_TAKEN": Kind(10, ("yibao family list",)),
    "PLATFORM_EXISTS": Kind(10, ("yibao-platform sandbox reset",)),
    "VAULT_DIFFERS": Kind(10, ("yibao status",)),
    # 11 limit reached
    "ROLLS_EXHAUSTED": Kind(11, (), True),
    "CHECKS_LIMITED": Kind(11, (), True),
    "TEXT_CODES_LIMITED": Kind(11, (), True),
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
    "CARD_LOST": Kind(12),
    "RELATION_REFUSED": Kind(12),
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
    "VOUCHER_EXPIRED": Kind(15, ("yibao voucher update",)),
    "VOUCHER_INVALID": Kind(15, ("yibao voucher update",)),
    "STATUS_UNKNOWN": Kind(15, (), True),
    "PROOF_INVALID": Kind(15),
    "NONCE_STALE": Kind(15, (), True),
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
    "KEYRING_CHANGED": Kind(16),
    "KEYRING_EMPTY": Kind(16, _REPLACE),
    "KEYRING_REFUSED": Kind(16, (), True),
    # 17 input needed under --no-input
    "INPUT_NEEDED": Kind(17),
    "AGREEMENT_REQUIRED": Kind(17),
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
    "NOT_WRITABLE": Kind(21),
}


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
        cls.code = "".join("_" + c if c.isupper() else c.upper() for c in cls.__name__)[1:]
        if cls.code not in TABLE:
            raise TypeError(f"{cls.__name__}: {cls.code} is not in the table of errors")

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
        """Commands that mend it, ready to be pasted. A command whose fields the data lacks is left out."""
        commands = TABLE[self.code].fix if self._fix is None else self._fix
        filled = []
        for command in commands:
            try:
                filled.append(command.format(**self.data))
            except (KeyError, IndexError):
                continue
        return tuple(filled)


class Internal(WalletError):
    """A defect of this program. data: command."""


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


class PaperInvalid(WalletError):
    """A paper that may not be handed in. data: file, reason kind|empty|too_large|type|name|hash|too_many|unreadable;
    paper, most where it applies."""


class PapersMissing(WalletError):
    """Papers an application needs and was not brought, all at once. data: missing (kinds; alternatives joined by |)."""


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


class MemberUnknown(WalletError):
    """Member unknown. data: member."""


class LinkUnknown(WalletError):
    """No live family link of this number has the caller on either side. data: id."""


class RecordUnknown(WalletError):
    """Record unknown. data: id."""


class DeviceUnknown(WalletError):
    """Device unknown. data: id."""


class PersonUnknown(WalletError):
    """Person unknown. data: person."""


class InstitutionUnknown(WalletError):
    """Institution unknown. data: institution."""


class SettlementUnknown(WalletError):
    """Settlement unknown. data: id."""


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


class ActivationDiffers(WalletError):
    """An unfinished activation of another person stands in the way."""


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


class MemberExists(WalletError):
    """The person is linked already. data: member (alias) where known."""


class AliasTaken(WalletError):
    """Another member has this alias. data: member."""


class PlatformExists(WalletError):
    """Platform exists. data: path."""


class VaultDiffers(WalletError):
    """The vault in use is not the one asked for. data: vault, asked."""


class RollsExhausted(WalletError):
    """Ten codes within one step. data: wait (seconds)."""


class ChecksLimited(WalletError):
    """Too many wrong codes at this terminal. data: wait (seconds)."""


class TextCodesLimited(WalletError):
    """Text codes limited. data: wait (seconds)."""


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


class CardLost(WalletError):
    """The physical card is reported lost."""


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
    """A member who turned 16 has not consented in time. data: member."""


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


class ProofInvalid(WalletError):
    """Proof invalid."""


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


class FacePending(WalletError):
    """Face pending. data: url, user_code."""


class ConsentNeeded(WalletError):
    """Members have not consented yet. data: members (aliases)."""


class TerminalNone(WalletError):
    """Terminal none."""


class TerminalSmall(WalletError):
    """Terminal small. data: rows, columns (needed), have_rows, have_columns."""


class DiskFull(WalletError):
    """Disk full. data: path."""


class NotWritable(WalletError):
    """Not writable. data: path, reason."""
