"""The voucher as values: insurance types, channels, states, and what a wallet keeps of each voucher."""

from __future__ import annotations

from enum import StrEnum

from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value

VCT = "urn:yibao:voucher:1"
SELF = "self"


class InsuranceType(StrEnum):
    """National name `insutype`."""

    EMPLOYEE = "310"
    CIVIL_SERVANT = "320"
    LARGE_CLAIMS = "330"
    RETIRED_CADRE = "340"
    RESIDENT = "390"
    MATERNITY = "510"


class Channel(StrEnum):
    """Where a voucher was activated. Every channel yields the same voucher."""

    APP = "app"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    BANK = "bank"
    CITY = "city"
    COUNTER = "counter"


class VoucherState(StrEnum):
    """Values of the status list (2 bits): 0 valid, 1 revoked, 2 suspended; a stale list says unknown."""

    VALID = "valid"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


class CardState(StrEnum):
    """The physical social-security card. The voucher works in each of these states."""

    ACTIVE = "active"
    LOST = "lost"
    REISSUING = "reissuing"


class IssuedVoucher(Value):
    """What the platform hands out for one holder key. `handle`: 11 digits of the online code; `epoch` of its secret."""

    sd_jwt: str
    handle: str
    epoch: int


class StoredVoucher(Value):
    """One row of the store's vouchers table.

    `voucher_id`: the store's own row id, stable over re-issues. `alias`: `self` or the member's. `subject`: psn_no;
    `guardian`: psn_no of the holder who shows it, None for one's own. `issued` is None between the key's birth and
    the platform's answer.
    """

    voucher_id: str
    alias: str
    subject: str
    guardian: str | None
    issued: IssuedVoucher | None
    created_at: Instant
