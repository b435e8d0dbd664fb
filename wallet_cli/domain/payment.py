"""Bills that an institution sends to the wallet (online payment, kiosk): their values. Pure; money is integer fen."""

from __future__ import annotations

from enum import StrEnum

from wallet_cli.domain.settlement import Settlement
from wallet_cli.domain.time import Instant
from wallet_cli.domain.value import Value


class PaymentState(StrEnum):
    """`open`: waits for the person; `paid`: confirmed and settled; `withdrawn`: taken back by the institution."""

    OPEN = "open"
    PAID = "paid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class PaymentRequest(Value):
    """A bill that waits for its person. `preview`: how it would be settled now, None where it could not be;
    `settlement`: once paid; `masked_name`: of the patient; `mdtrt_id`: the visit."""

    bill_id: str
    psn_no: str
    fixmedins_code: str
    institution_name: str
    scene: str
    med_type: str
    amount_fen: int
    state: PaymentState
    requested_at: Instant
    expires_at: Instant
    preview: Settlement | None
    settlement: Settlement | None
    masked_name: str = ""
    mdtrt_id: str = ""
