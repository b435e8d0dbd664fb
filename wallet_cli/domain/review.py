"""What agency staff decide (审核): filings, recognitions of chronic disease, manual claims. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from wallet_cli.domain.papers import Paper
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value


class ReviewKind(StrEnum):
    """What is reviewed."""

    FILING = "filing"
    CHRONIC = "chronic"
    CLAIM = "claim"


class Review(Value):
    """One application before staff. `review_id`: the application's own number; `due_at`: by when it must be decided;
    `approved` None while it waits; `about`: the application's main fields."""

    review_id: str
    kind: ReviewKind
    psn_no: str
    masked_name: str
    opened_at: Instant
    due_at: Instant
    decided_at: Instant | None
    approved: bool | None
    reason: str | None
    papers: tuple[Paper, ...]
    about: Mapping[str, str | int | bool | None]
