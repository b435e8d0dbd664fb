"""Every change a wallet can ask of the platform, by the operation's name: what the outbox can send again."""

from __future__ import annotations

from wallet_cli.usecases import activate, card, chronic, claim, device, filing, pay, reset, voucher
from wallet_cli.usecases.pending import Change, finish
from wallet_cli.usecases.session import Session

ALL: dict[str, Change] = {
    change.operation: change
    for change in (
        activate.ISSUE,
        reset.COMPLETE,
        voucher.REISSUE,
        voucher.FREEZE,
        voucher.UNFREEZE,
        card.REPORT_LOST,
        card.REISSUE,
        device.REVOKE,
        pay.CONFIRM,
        chronic.APPLY,
        claim.CLAIM,
        claim.WITHDRAW,
        filing.FILE,
        filing.CHANGE,
        filing.CANCEL,
        pay.CONFIRM,
    )
}


def settle_outbox(session: Session) -> int:
    """Finishes what an earlier command was interrupted in. The number of requests settled."""
    return finish(session, ALL)
