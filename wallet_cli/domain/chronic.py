"""Recognition of chronic disease (门诊慢特病认定): its values. Pure.

Diseases carry their national code (门诊慢特病病种代码). Which ones a place recognises is data of its policy; the five
below are settled across provinces.
"""

from __future__ import annotations

from enum import StrEnum

from wallet_cli.domain.papers import Paper, PaperKind
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value

CROSS_PROVINCE = ("M03900", "M01600", "M00500", "M07800", "M08300")
"""Hypertension, diabetes, outpatient treatment of malignant tumours, dialysis for uraemia, anti-rejection treatment
after organ transplants."""

PAPERS = (PaperKind.DIAGNOSIS_PROOF, PaperKind.MEDICAL_RECORD, PaperKind.TEST_REPORT)
"""What an application may bring."""
NEEDED = ((PaperKind.DIAGNOSIS_PROOF,), (PaperKind.MEDICAL_RECORD, PaperKind.TEST_REPORT))
"""What it must bring: of each, any one."""
DECIDED_WITHIN_DAYS = 10
"""Working days that staff have (示例: places differ)."""


class ChronicState(StrEnum):
    """State of an application."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


class Chronic(Value):
    """A recognition applied for. `disease`: national code; `reason`: why it was refused."""

    chronic_id: str
    psn_no: str
    disease: str
    papers: tuple[Paper, ...]
    state: ChronicState
    applied_at: Instant
    decided_at: Instant | None
    reason: str | None
