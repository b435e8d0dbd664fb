"""Citizen's side of treatment: filings, chronic disease, manual claims, bills to confirm, institutions, a year's sums.

Rules of this room: see `ports`. All calls need a DeviceCredential; `handle` is a voucher of the calling device, one's
own or a member's. Errors of every method: as `ports.Citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from wallet_cli.domain.annual import Annual, Totals
    from wallet_cli.domain.chronic import Chronic
    from wallet_cli.domain.claim import Claim, ClaimRequest
    from wallet_cli.domain.filing import Filing, FilingChange, FilingRequest, Notice
    from wallet_cli.domain.papers import Paper
    from wallet_cli.domain.payment import PaymentRequest
    from wallet_cli.ports import Call, InstitutionInfo, Page, Proof, RecordKind, Reply
else:
    Protocol = object  # a type checker's matter; making them costs start-up dear


class Filings(Protocol):
    """Treatment in another province (异地就医备案)."""

    def filing_notice(self, call: Call, handle: str) -> Reply[Notice]:
        """The notice of the insured place, to be confirmed before filing."""

    def file(self, call: Call, handle: str, request: FilingRequest) -> Reply[Filing]:
        """Files. Raises NoticeRequired(version), FilingPlace(reason, region), FilingDates(reason), FilingOverlaps(
        filing_id), PapersMissing, PaperInvalid, NotInsured, FilingNotNeeded(region)."""

    def filings(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Filing]]:
        """Newest first."""

    def filing(self, call: Call, handle: str, filing_id: str) -> Reply[Filing]:
        """Raises FilingUnknown."""

    def filing_receipt(self, call: Call, handle: str, filing_id: str) -> Reply[str]:
        """The signed receipt of an active filing: SD-JWT VC, vct urn:yibao:filing:1. Raises FilingUnknown, FilingState."""

    def change_filing(self, call: Call, handle: str, filing_id: str, change: FilingChange) -> Reply[Filing]:
        """Errors as `file`, FilingUnknown, FilingState, FilingTooEarly(until)."""

    def cancel_filing(self, call: Call, handle: str, filing_id: str, papers: tuple[Paper, ...]) -> Reply[Filing]:
        """Raises FilingUnknown, FilingTooEarly(until); one that is cancelled already is given back unchanged."""


class ChronicDiseases(Protocol):
    """Recognition of chronic disease (门诊慢特病)."""

    def recognise(self, call: Call, handle: str, disease: str, papers: tuple[Paper, ...]) -> Reply[Chronic]:
        """Applies. Raises ChronicInvalid(disease), ChronicExists(chronic_id), PapersMissing, PaperInvalid."""

    def chronics(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Chronic]]:
        """Newest first."""

    def chronic(self, call: Call, handle: str, chronic_id: str) -> Reply[Chronic]:
        """Raises ChronicUnknown."""


class Claims(Protocol):
    """Manual reimbursement (手工报销)."""

    def claim(self, call: Call, handle: str, request: ClaimRequest) -> Reply[Claim]:
        """Claims. Raises PapersMissing, PaperInvalid, ClaimDuplicate(claim_id), ClaimSettled(setl_id), ClaimExcluded(
        reason), ClaimInvalid(reason), InstitutionUnknown, BillInvalid, NotInsured."""

    def claims(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[Claim]]:
        """Newest first."""

    def claim_of(self, call: Call, handle: str, claim_id: str) -> Reply[Claim]:
        """Raises ClaimUnknown."""

    def withdraw_claim(self, call: Call, handle: str, claim_id: str) -> Reply[Claim]:
        """Raises ClaimUnknown, ClaimState; one that is withdrawn already is given back unchanged."""


class Payments(Protocol):
    """Bills that an institution sent."""

    def payments(self, call: Call, handle: str, *, cursor: str | None, limit: int) -> Reply[Page[PaymentRequest]]:
        """Newest first, with a preview of how each open one would be settled now."""

    def payment(self, call: Call, handle: str, bill_id: str) -> Reply[PaymentRequest]:
        """Raises PaymentUnknown."""

    def confirm_payment(self, call: Call, handle: str, bill_id: str, proof: Proof) -> Reply[PaymentRequest]:
        """Settles it. `proof`: by the voucher's holder key, the sign that the PIN was given. One that is paid already
        is given back unchanged. Raises PaymentUnknown, PaymentExpired, PaymentWithdrawn, those of Institution.settle."""


class Directory(Protocol):
    """Designated institutions."""

    def find_institutions(
        self,
        call: Call,
        *,
        text: str | None,
        region: str | None,
        supports: tuple[str, ...],
        level: int | None,
        cross_province: bool,
        cursor: str | None,
        limit: int,
    ) -> Reply[Page[InstitutionInfo]]:
        """By name (Chinese, English, pinyin or its initials), place (a province holds its cities) and service."""

    def institution(self, call: Call, fixmedins_code: str) -> Reply[InstitutionInfo]:
        """Raises InstitutionUnknown."""


class Yearly(Protocol):
    """What treatment cost, added up. `year`: civil year in China, 1970 to 9998."""

    def annual(self, call: Call, handle: str, year: int) -> Reply[Annual]:
        """A year by months. Raises PlatformError(reason year)."""

    def totals(self, call: Call, handle: str, *, year: int | None, kind: RecordKind | None) -> Reply[Totals]:
        """The sums of what `records` lists under the same filter."""

    def records_left(
        self, call: Call, handle: str, *, year: int | None, kind: RecordKind | None, cursor: str | None
    ) -> Reply[int]:
        """How many `records` has from this cursor on."""
