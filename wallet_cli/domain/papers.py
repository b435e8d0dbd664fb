"""Papers that an application needs: what kinds there are, what a file must be, and which are missing. Pure.

A paper is told to the platform by its kind, name, type, size and SHA-256; which papers an application needs is the
application's own rule (`filing`, `chronic`, `claim`, `family`), checked here against what was brought.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from wallet_cli.domain.value import Value
from wallet_cli.errors import PaperInvalid, PapersMissing

MAX_BYTES = 10 * 1024 * 1024
"""Of one paper."""
MAX_PAPERS = 20
"""Of one application."""
MAX_NAME = 120
"""Characters of a paper's file name."""
MEDIA_TYPES = ("application/pdf", "image/jpeg", "image/png")
"""What may be handed in."""


class PaperKind(StrEnum):
    """What a paper proves. The words for people are the catalog's `value.paper.KIND`."""

    # Filings (医保发〔2022〕22号)
    HOUSEHOLD_REGISTER = "household-register"  # 户口簿
    RESIDENCE_PROOF = "residence-proof"  # 居住证明
    POSTING_LETTER = "posting-letter"  # 派出证明
    EMPLOYER_PROOF = "employer-proof"  # 工作单位证明
    CONTRACT = "contract"  # 劳动合同
    REFERRAL_LETTER = "referral-letter"  # 转诊转院意见
    # Chronic disease and manual claims
    DIAGNOSIS_PROOF = "diagnosis-proof"  # 诊断证明
    MEDICAL_RECORD = "medical-record"  # 病历
    TEST_REPORT = "test-report"  # 检查检验报告
    RECEIPT = "receipt"  # 医药机构收费票据
    ITEMISED_LIST = "itemised-list"  # 费用清单
    PRESCRIPTION = "prescription"  # 处方
    DISCHARGE_NOTE = "discharge-note"  # 出院记录
    EMERGENCY_PROOF = "emergency-proof"  # 急诊诊断证明
    LIABILITY_PROOF = "liability-proof"  # 第三人责任认定材料
    # Family
    BIRTH_CERTIFICATE = "birth-certificate"  # 出生医学证明


class Paper(Value):
    """One paper handed in. `size` in bytes; `sha256` in 64 small hex digits; `name` of the file, no folder."""

    kind: PaperKind
    name: str
    media_type: str
    size: int
    sha256: str


def check(papers: Sequence[Paper], known: Sequence[PaperKind]) -> None:
    """Bounds of what was brought. `known`: kinds that this application may bring.

    Raises PaperInvalid(file, reason: kind, empty, too_large, type, name, hash or too_many).
    """
    if len(papers) > MAX_PAPERS:
        raise PaperInvalid(file="", reason="too_many", most=MAX_PAPERS)
    for paper in papers:
        shown = "".join(c if c.isprintable() else "?" for c in paper.name[:MAX_NAME])
        if paper.kind not in known:
            raise PaperInvalid(file=shown, reason="kind", paper=paper.kind.value)
        if not 1 <= len(paper.name) <= MAX_NAME or not paper.name.isprintable() or "/" in paper.name:
            raise PaperInvalid(file=shown, reason="name")
        if paper.size <= 0:
            raise PaperInvalid(file=shown, reason="empty")
        if paper.size > MAX_BYTES:
            raise PaperInvalid(file=shown, reason="too_large", most=MAX_BYTES)
        if paper.media_type not in MEDIA_TYPES:
            raise PaperInvalid(file=shown, reason="type")
        if len(paper.sha256) != 64 or set(paper.sha256) - set("0123456789abcdef"):
            raise PaperInvalid(file=shown, reason="hash")


def require(papers: Sequence[Paper], needed: Sequence[Sequence[PaperKind]]) -> None:
    """Every one of `needed`, each an "any of" of kinds, has its paper.

    Raises PapersMissing(missing): all that are missing, once, alternatives joined by "|".
    """
    brought = {paper.kind for paper in papers}
    missing = tuple("|".join(kind.value for kind in any_of) for any_of in needed if not brought & set(any_of))
    if missing:
        raise PapersMissing(missing=missing)
