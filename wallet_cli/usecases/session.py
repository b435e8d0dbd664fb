"""The collaborators of every use-case, and the checks that stand at the head of most of them."""

from __future__ import annotations

from wallet_cli.domain import token
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, VCT, IssuedVoucher, StoredVoucher
from wallet_cli.errors import ActivationUnfinished, MemberUnknown, NotActivated
from wallet_cli.ports import (
    Call,
    Clock,
    Jwk,
    Keys,
    Platform,
    Proof,
    Random,
    Row,
    StoreState,
    Table,
    Transaction,
    Vault,
)
from wallet_cli.usecases.trust import issuer_keys, platform_facts, trusted


class Session(Value):
    """One command's collaborators. `timeout`: seconds a call to the platform may take."""

    vault: Vault
    platform: Platform
    clock: Clock
    random: Random
    profile: str = "default"
    timeout: float = 10.0

    def call(self, operation: str, key: str | None = None) -> Call:
        """An envelope signed by this device's sign-in key."""
        return Call(self.vault.prove(operation, key, self.clock.now()), key, self.timeout)

    def new_key(self) -> str:
        """A fresh idempotency key: 32 hex digits."""
        return self.random.bytes(16).hex()


class Held(Value):
    """A stored voucher after its token has been checked. `token`: its claims, all disclosed."""

    stored: StoredVoucher
    issued: IssuedVoucher
    token: token.Voucher


def to_row(voucher: StoredVoucher) -> Row:
    """The store's form of a voucher."""
    issued = voucher.issued
    return {
        "alias": voucher.alias,
        "subject": voucher.subject,
        "guardian": voucher.guardian,
        "sd_jwt": issued.sd_jwt if issued else None,
        "handle": issued.handle if issued else None,
        "epoch": issued.epoch if issued else None,
        "created_at": int(voucher.created_at),
    }


def from_row(voucher_id: str, row: Row) -> StoredVoucher:
    """The voucher behind a row of the store."""
    issued = IssuedVoucher(row["sd_jwt"], row["handle"], row["epoch"]) if row["sd_jwt"] else None
    created = Instant(row["created_at"])
    return StoredVoucher(voucher_id, row["alias"], row["subject"], row["guardian"], issued, created)


def vouchers(session: Session) -> tuple[StoredVoucher, ...]:
    """Every voucher of the profile, one's own first. Raises NotActivated, ActivationUnfinished."""
    if session.vault.state() is not StoreState.READY:
        raise NotActivated(profile=session.profile)
    rows = session.vault.rows(Table.VOUCHERS)
    found = [from_row(voucher_id, row) for voucher_id, row in rows.items() if row["sd_jwt"]]
    if not any(v.alias == SELF for v in found):
        progress = session.vault.row(Table.PROGRESS, "activation")
        if progress is not None:
            raise ActivationUnfinished(step=str(progress["step"]))
        raise NotActivated(profile=session.profile)
    return tuple(sorted(found, key=lambda v: (v.alias != SELF, v.created_at, v.alias)))


def held(session: Session, member: str, *, expired: bool = False) -> Held:
    """The member's voucher, its token checked: signature by a pinned key, holder key, and expiry unless `expired`.

    Raises NotActivated, ActivationUnfinished, MemberUnknown, VoucherExpired, VoucherInvalid.
    """
    for voucher in vouchers(session):
        if voucher.alias == member and voucher.issued is not None:
            return Held(voucher, voucher.issued, checked(session, voucher.issued.sd_jwt, expired=expired))
    raise MemberUnknown(member=member)


def acted_for(tx: Transaction, handle: str) -> Row:
    """For the audit: the member's voucher that was acted through, by its number; nothing of one's own."""
    for voucher_id, row in tx.rows(Table.VOUCHERS).items():
        if row["handle"] == handle and row["alias"] != SELF:
            return {"voucher": voucher_id}
    return {}


def checked(session: Session, sd_jwt: str, *, expired: bool = False) -> token.Voucher:
    """Reads a voucher token against the pinned platform; `expired`: one past its time, too, which is to be renewed.

    Raises VoucherExpired, VoucherInvalid.
    """
    pinned = trusted(session)
    # Expiry is all that the time decides.
    now = Instant(0) if expired else session.clock.now()
    return token.read(sd_jwt, issuer_keys(pinned), now, pinned["issuer"], VCT)


def proof(session: Session, keys: Keys, voucher_id: str, holder: Jwk) -> Proof:
    """Proof of possession of a holder key over a fresh nonce of the platform (OpenID4VCI 1.0, appendix F.1)."""
    nonce = session.platform.citizen.nonce(session.call("nonce")).value
    issuer = str(platform_facts(session)["issuer"])

    def sign(message: bytes) -> bytes:
        return keys.sign(voucher_id, message)

    return Proof(voucher_id, token.make_proof(holder, sign, issuer, nonce, session.clock.now()))


def fetch_code_secret(session: Session, keys: Keys, held_voucher: Held) -> None:
    """Makes sure the online-code secret of a voucher lies under vkey. Repeatable."""
    stored, issued = held_voucher.stored, held_voucher.issued
    if keys.has_code_secret(stored.voucher_id, issued.epoch):
        return
    made = proof(session, keys, stored.voucher_id, held_voucher.token.holder)
    secret = session.platform.citizen.code_secret(session.call("code_secret"), issued.handle, made).value
    keys.put_code_secret(stored.voucher_id, secret, issued.epoch)
