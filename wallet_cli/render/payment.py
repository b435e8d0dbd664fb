"""The fields of bills sent to wallets and of reversals, once, for JSON, plain and human output alike: see `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wallet_cli.render import shapes

if TYPE_CHECKING:
    from wallet_cli.domain.payment import PaymentRequest
    from wallet_cli.ports import Reversal
    from wallet_cli.render.leaves import Data


def line(member: str, one: PaymentRequest) -> Data:
    """One bill of a list, as its person sees it. `preview_*`: how it would be settled now, null where it could not be."""
    seen = one.settlement or one.preview
    return {
        "bill_id": one.bill_id,
        "member": member,
        "institution_name": one.institution_name,
        "fixmedins_code": one.fixmedins_code,
        "scene": one.scene,
        "med_type": one.med_type,
        "amount_fen": one.amount_fen,
        "fund_pay_sumamt_fen": seen.fund_pay_sumamt_fen if seen else None,
        "acct_pay_fen": seen.acct_pay_fen if seen else None,
        "acct_mulaid_pay_fen": seen.acct_mulaid_pay_fen if seen else None,
        "psn_cash_pay_fen": seen.psn_cash_pay_fen if seen else None,
        "state": one.state,
        "requested_at": one.requested_at,
        "expires_at": one.expires_at,
    }


def confirmed(member: str, one: PaymentRequest, *, changed: bool, explain: bool) -> Data:
    """A bill after it was confirmed, with its settlement."""
    settled = None if one.settlement is None else shapes.settlement(one.settlement, explain=explain)
    return {"changed": changed, **line(member, one), "settlement": settled}


def request(one: PaymentRequest) -> Data:
    """A bill as the institution that sent it sees it."""
    return {
        "bill_id": one.bill_id,
        "name": one.masked_name,
        "fixmedins_code": one.fixmedins_code,
        "mdtrt_id": one.mdtrt_id,
        "scene": one.scene,
        "med_type": one.med_type,
        "amount_fen": one.amount_fen,
        "state": one.state,
        "requested_at": one.requested_at,
        "expires_at": one.expires_at,
        "setl_id": None if one.settlement is None else one.settlement.setl_id,
    }


def reversal(one: Reversal, key: str | None) -> Data:
    """What a reversal did: `setl_id` null for a request that had never been carried out."""
    settled = one.settlement
    told: dict[str, Any] = {
        "changed": one.changed,
        "state": "reversed",
        "setl_id": None if settled is None else settled.setl_id,
        "medfee_sumamt_fen": None if settled is None else settled.medfee_sumamt_fen,
    }
    return told if key is None else {**told, "idempotency_key": key}
