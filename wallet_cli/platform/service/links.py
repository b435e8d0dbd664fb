"""Family links as rows, and what a link's state means for the handles issued under it.

Rules of this room: see `service`. Nothing of adding or consents here: a terminal's check of a code asks no more than this.
"""

from __future__ import annotations

from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value
from wallet_cli.errors import VoucherFrozen, VoucherRevoked
from wallet_cli.platform.service.act import LIMITS, Act
from wallet_cli.platform.service.vouchers import VoucherRow
from wallet_cli.platform.sql import family as q


class LinkRow(Value):
    """A row of `links`. `minor_until`: from when the member is to consent in person, None once they have."""

    link_id: str
    guardian: str
    member: str
    relation: str
    consent: str
    minor_until: int | None
    linked_at: int
    ended_at: int | None

    def is_due(self, now: Instant) -> bool:
        """Whether a consent of the member is missing."""
        return self.minor_until is not None and now >= self.minor_until

    @property
    def due_until(self) -> Instant | None:
        """When the grace time ends."""
        return None if self.minor_until is None else Instant(self.minor_until + LIMITS.consent_grace_s)

    def is_suspended(self, now: Instant) -> bool:
        """Whether the grace time has passed without a consent."""
        return self.due_until is not None and now >= self.due_until


def live(act: Act, guardian: str, member: str) -> LinkRow | None:
    """The live link of this pair."""
    row = act.row(q.LIVE, guardian=guardian, member=member)
    return None if row is None else LinkRow(*row)


def check(act: Act, voucher: VoucherRow) -> None:
    """Whether a voucher shown by a guardian may be used. Raises VoucherRevoked, VoucherFrozen."""
    if voucher.guardian is None:
        return
    link = live(act, voucher.guardian, voucher.psn_no)
    if link is None:
        raise VoucherRevoked
    if link.is_suspended(act.now):
        raise VoucherFrozen


def is_suspended(act: Act, voucher: VoucherRow) -> bool:
    """Whether the voucher stands still for want of the member's consent."""
    if voucher.guardian is None:
        return False
    link = live(act, voucher.guardian, voucher.psn_no)
    return link is not None and link.is_suspended(act.now)


def overdue(act: Act) -> list[int]:
    """Places in the status list of all vouchers that stand still for that reason."""
    return [int(row[0]) for row in act.rows(q.OVERDUE, before=act.now - LIMITS.consent_grace_s)]
