"""Answers of the port as JSON and back: what an idempotency key repeats, and what a request's digest is made over.

Rules of this room: an allow-list of value types, tagged by name; secrets and personal values are opened here, so the
text goes nowhere but into a sealed column or a keyed digest.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from wallet_cli import ports
from wallet_cli.domain import aid, chronic, claim, family, filing, papers, review, settlement, voucher
from wallet_cli.domain.identity import IdDocument, Name, Person, Phone
from wallet_cli.domain.secret import Secret, TextCode
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value

_TEXTS: tuple[type[Name] | type[IdDocument] | type[Phone], ...] = (Name, IdDocument, Phone)
_VALUES: tuple[type[Any], ...] = (
    ports.Activation,
    ports.FaceCheck,
    ports.Issued,
    ports.ResetTicket,
    ports.Card,
    ports.Device,
    ports.Verified,
    ports.InstitutionInfo,
    ports.PersonDraft,
    ports.PersonChange,
    ports.PersonView,
    ports.Presented,
    ports.Reversal,
    ports.Offer,
    ports.ResetCode,
    ports.ActivationRequest,
    voucher.IssuedVoucher,
    settlement.Bill,
    settlement.Fee,
    settlement.Settlement,
    settlement.AidPaid,
    settlement.Step,
    aid.AidRequest,
    aid.AidLink,
    papers.Paper,
    review.Review,
    filing.FilingRequest,
    filing.FilingChange,
    filing.Filing,
    chronic.Chronic,
    claim.ClaimRequest,
    claim.Claim,
    family.Relative,
    family.MemberRequest,
    family.Link,
    family.ConsentCode,
    family.ConsentRequest,
    Person,
)
_ENUMS: tuple[type[Enum], ...] = (
    ports.ActivationStep,
    ports.FacePurpose,
    voucher.Channel,
    voucher.CardState,
    aid.AidRelation,
    aid.AidState,
    aid.AidEnd,
    settlement.TreatmentType,
    settlement.Category,
    settlement.Cause,
    settlement.SettlementState,
    papers.PaperKind,
    review.ReviewKind,
    filing.FilingCategory,
    filing.FilingState,
    chronic.ChronicState,
    claim.ClaimCause,
    claim.ClaimState,
    claim.Via,
    family.Relation,
    family.ConsentKind,
    family.LinkState,
)
_LATER: dict[str, str] = {
    "PaymentRequest": "wallet_cli.domain.payment",
    "PaymentState": "wallet_cli.domain.payment",
    "Reach": "wallet_cli.domain.policy",
    "State": "wallet_cli.domain.standing",
    "Visit": "wallet_cli.domain.standing",
    "YearUse": "wallet_cli.domain.standing",
    "Aid": "wallet_cli.domain.standing",
    "Basis": "wallet_cli.domain.refund",
    "Refund": "wallet_cli.domain.refund",
    "Left": "wallet_cli.platform.service.settling",
}
"""Types by the module they stand in, which only the acts that have such values load."""
_BY_NAME: dict[str, type[Any]] = {t.__name__: t for t in (*_TEXTS, *_VALUES, *_ENUMS)}
assert len(_BY_NAME) == len(_TEXTS) + len(_VALUES) + len(_ENUMS), "two types of one name cannot be told apart"


def dump(value: object) -> str:
    """Canonical JSON of a value of the port: same value, same text."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str) -> Any:
    """The value that `dump` wrote."""
    return _value(json.loads(text))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return {"$": type(value).__name__, "v": value.value}
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, Instant):
        return {"$": "Instant", "v": int(value)}
    if isinstance(value, int):
        return value
    if isinstance(value, Value) and (isinstance(value, _VALUES) or _known_later(value)):
        return {"$": type(value).__name__, "v": {name: _plain(inner) for name, inner in value._asdict().items()}}
    if isinstance(value, tuple | list):
        return {"$": "tuple", "v": [_plain(item) for item in value]}
    if isinstance(value, frozenset):
        return {"$": "frozenset", "v": sorted(value)}
    if isinstance(value, Mapping):
        return {"$": "dict", "v": {str(key): _plain(item) for key, item in value.items()}}
    if isinstance(value, Secret):
        return {"$": type(value).__name__, "v": value.reveal().hex()}
    if isinstance(value, _TEXTS):
        return {"$": type(value).__name__, "v": value.reveal()}
    raise TypeError(f"{type(value).__name__} is no value of the port")


def _known_later(value: object) -> bool:
    kind = type(value)
    return _LATER.get(kind.__name__) == kind.__module__


def _value(plain: Any) -> Any:
    if not isinstance(plain, dict):
        return plain
    name, inner = plain["$"], plain["v"]
    if name == "Instant":
        return Instant(inner)
    if name == "tuple":
        return tuple(_value(item) for item in inner)
    if name == "frozenset":
        return frozenset(inner)
    if name == "dict":
        return {key: _value(item) for key, item in inner.items()}
    if name in {"Secret", "TextCode"}:
        return (TextCode if name == "TextCode" else Secret)(bytes.fromhex(inner))
    kind = _BY_NAME.get(name) or getattr(importlib.import_module(_LATER[name]), name)
    if issubclass(kind, Value):
        return kind(**{key: _value(item) for key, item in inner.items()})
    return kind(inner)
