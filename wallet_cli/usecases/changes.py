"""Every change a wallet can ask of the platform, by the operation's name: what the outbox can send again."""

from __future__ import annotations

from wallet_cli.usecases.pending import Change, finish
from wallet_cli.usecases.session import Session


def every() -> dict[str, Change]:
    """All of them by name. Loads every use-case, which a command with an empty outbox does not need."""
    from wallet_cli.usecases import activate, aid, card, chronic, claim, device, family, filing, pay, reset, voucher

    return {
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
            aid.ADD,
            aid.REMOVE,
            filing.FILE,
            filing.CHANGE,
            filing.CANCEL,
            chronic.APPLY,
            claim.CLAIM,
            claim.WITHDRAW,
            pay.CONFIRM,
            family.CONSENT,
            family.ADD,
            family.REMOVE,
        )
    }


def settle_outbox(session: Session) -> int:
    """Finishes what an earlier command was interrupted in. The number of requests settled."""
    return finish(session, every)
