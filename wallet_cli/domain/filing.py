"""Filing treatment in another province (异地就医备案): its values and rules. Pure; days are civil days in China.

Source: 医保发〔2022〕22号 and domain.md, "Filing". What a place decides (which categories must be filed, which are
answered at once) is data of its policy; what the notice fixes for everyone stands here.
"""

from __future__ import annotations

from enum import StrEnum

from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value

RECEIPT_VCT = "urn:yibao:filing:1"


class FilingCategory(StrEnum):
    """Who files. Retirees, residents and workers file long-term; referral and other are temporary. An emergency
    (异地急诊抢救人员) is flagged by the institution and never declared by the citizen."""

    RETIREE = "retiree"  # 异地安置退休人员
    RESIDENT = "resident"  # 异地长期居住人员
    WORKER = "worker"  # 常驻异地工作人员
    REFERRAL = "referral"  # 异地转诊人员
    OTHER = "other"  # 其他跨省临时外出就医人员


class FilingState(StrEnum):
    """`pending`: under review; `ended`: its last day is over."""

    PENDING = "pending"
    ACTIVE = "active"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    ENDED = "ended"


class FilingRequest(Value):
    """What a person files. `to_region`: a province or city, six digits; `start`, `end`: ISO days, `end` None for
    long-term; `declaration`: the personal declaration (个人承诺书) stands for the papers; `notice_version`: of the
    notice (告知书) that was confirmed."""

    to_region: str
    category: FilingCategory
    start: str
    end: str | None
    contact_phone: Phone
    papers: tuple[Paper, ...]
    declaration: bool
    notice_version: str


class FilingChange(Value):
    """Fields to change; None leaves one as it is."""

    to_region: str | None = None
    start: str | None = None
    end: str | None = None
    contact_phone: Phone | None = None
    papers: tuple[Paper, ...] = ()
    declaration: bool = False


class Filing(Value):
    """A filing as the platform has it. `changeable_from`: filed by declaration, it may be changed or cancelled from
    this day on (None: at any time); `reason`: why it was refused; `late`: filed after the treatment began."""

    filing_id: str
    psn_no: str
    category: FilingCategory
    insuplc_admdvs: str
    to_region: str
    start: str
    end: str | None
    state: FilingState
    declaration: bool
    papers: tuple[Paper, ...]
    notice_version: str
    contact_phone: Phone
    filed_at: Instant
    decided_at: Instant | None
    reason: str | None
    changeable_from: str | None
    late: bool


class Notice(Value):
    """The notice to read before filing (告知书). `text` by language."""

    version: str
    text: dict[str, str]
