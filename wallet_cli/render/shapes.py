"""The fields of every document, once, for JSON, plain and human output alike (cli.md, Output).

Each function takes what a use-case gave and returns the document's `data`. Field names are part of the contract: they
change only by addition, together with the schema of the same name in `schemas/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a shape reads fields and makes none of these: commands without a vault are spared loading them
    from collections.abc import Iterable, Sequence

    from wallet_cli.domain.secret import Secret
    from wallet_cli.domain.settlement import Settlement
    from wallet_cli.domain.token import Voucher
    from wallet_cli.ports import (
        Account,
        AuditRecord,
        Card,
        Device,
        InstitutionInfo,
        Offer,
        PersonView,
        PinStatus,
        PlatformInfo,
        RegionInfo,
        ResetCode,
        SandboxCode,
        Standing,
        TextMessage,
        Verified,
    )
    from wallet_cli.render.leaves import Data


def account(member: str, one: Account) -> Data:
    """One insurance of one member."""
    return {
        "member": member,
        "insutype": one.insutype,
        "personal_account_fen": one.personal_account_fen,
        "currency": one.currency,
        "year": one.year,
        "deductible_used_fen": one.deductible_used_fen,
        "pool_used_fen": one.pool_used_fen,
        "pool_cap_fen": one.pool_cap_fen,
        "as_of": one.as_of,
    }


def settlement(one: Settlement, *, explain: bool) -> Data:
    """A settlement by its national names, `_fen` added to amounts."""
    amounts = {
        f"{name}_fen": getattr(one, f"{name}_fen")
        for name in (
            "medfee_sumamt",
            "inscp_scp_amt",
            "preselfpay_amt",
            "overlmt_selfpay",
            "fulamt_ownpay_amt",
            "act_pay_dedc",
            "hifp_pay",
            "fund_pay_sumamt",
            "acct_pay",
            "acct_mulaid_pay",
            "psn_cash_pay",
            "balc",
        )
    }
    head = {
        "setl_id": one.setl_id,
        "mdtrt_id": one.mdtrt_id,
        "fixmedins_code": one.fixmedins_code,
        "institution_name": one.institution_name,
        "med_type": one.med_type,
        "mdtrt_cert_type": one.mdtrt_cert_type,
        "insuplc_admdvs": one.insuplc_admdvs,
        "mdtrtarea_admvs": one.mdtrtarea_admvs,
        "insutype": one.insutype,
        "setl_time": one.setl_time,
    }
    tail: dict[str, Any] = {
        "preview": one.preview,
        "policy": one.policy,
        "illustrative": one.illustrative,
        "reach": one.reach,
        "filing_id": one.filing_id,
        "state": one.state,
        "refund_of": one.refund_of,
        "agent": one.agent,
    }
    if one.aids:
        tail["aids"] = [{"giver": aid.giver, "paid_fen": aid.paid_fen} for aid in one.aids]
    if explain:
        tail["steps"] = [{"rule": s.rule, "amount_fen": s.amount_fen, "values": s.values} for s in one.steps]
    return {**head, **amounts, **tail}


def voucher(member: str, token: Voucher, standing: Standing, listed: Any) -> Data:
    """A voucher as its holder sees it. Personal fields are masked unless revealed."""
    from wallet_cli.domain.identity import IdDocument, Name, Phone

    told = token.disclosed
    return {
        "member": member,
        "state": standing.state,
        "status_list": listed,
        "data_changed": standing.data_changed,
        "name": Name(told["name"]) if "name" in told else None,
        "id_number": IdDocument(told["certno"]) if "certno" in told else None,
        "phone": Phone(told["phone"]) if "phone" in told else None,
        "region": token.region,
        "insutype": token.insutype,
        "handle": token.handle,
        "issuer": token.claims["iss"],
        "expires_at": token.expires_at,
    }


def card(member: str, one: Card) -> Data:
    """The physical card."""
    return {"member": member, "number": one.number_masked, "state": one.state, "since": one.since}


def device(one: Device) -> Data:
    """One enrolled device."""
    return {
        "device_id": one.device_id,
        "name": one.name,
        "channel": one.channel,
        "enrolled_at": one.enrolled_at,
        "revoked": one.revoked,
        "this": one.this,
    }


def audit_record(one: AuditRecord) -> Data:
    """One act."""
    return {"number": one.number, "at": one.at, "act": one.act, "facts": one.facts}


def pin(one: PinStatus) -> Data:
    """The PIN's state."""
    return {"state": one.state, "attempts_left": one.attempts_left}


def region(one: RegionInfo) -> Data:
    """A place with a policy."""
    return {
        "region": one.region,
        "name_zh": one.name_zh,
        "name_en": one.name_en,
        "hotline": one.hotline,
        "site": one.site,
        "insutypes": one.insutypes,
        "illustrative": one.illustrative,
    }


def platform(name: str, info: PlatformInfo) -> Data:
    """What stands behind the wallet."""
    return {
        "platform": name,
        "number": info.number,
        "issuer": info.issuer,
        "sandbox": info.sandbox,
        "agreement_version": info.agreement_version,
        "regions": [region(one) for one in info.regions],
    }


def person(one: PersonView) -> Data:
    """A person of the register."""
    return {
        "psn_no": one.person.psn_no,
        "name": one.person.name,
        "id_number": one.person.document,
        "phone": one.person.phone,
        "region": one.person.region,
        "insutype": one.person.insutype,
        "insured": one.insured,
        "personal_account_fen": one.personal_account_fen,
        "devices": one.devices,
        "card_state": one.card_state,
        "card_number": one.card_number,
    }


def institution(one: InstitutionInfo) -> Data:
    """A designated institution."""
    return {
        "fixmedins_code": one.fixmedins_code,
        "name_zh": one.name_zh,
        "name_en": one.name_en,
        "region": one.region,
        "level": one.level,
        "supports": one.supports,
        "cross_province": one.cross_province,
    }


def offer(one: Offer) -> Data:
    """A counter's activation offer; the code told by word only with --reveal."""
    return {"offer": one.offer, "tx_code": one.tx_code, "expires_at": one.expires_at}


def reset_code(one: ResetCode) -> Data:
    """A counter's code for a PIN reset, shown only with --reveal."""
    return {"code": one.code, "expires_at": one.expires_at}


def verified(one: Verified) -> Data:
    """A checked code."""
    return {
        "ecToken": one.ec_token,
        "ecIndexNo": one.ec_index_no,
        "name": one.masked_name,
        "psn_no": one.psn_no,
        "insuplc_admdvs": one.insuplc_admdvs,
        "insutype": one.insutype,
        "mdtrt_id": one.mdtrt_id,
        "admitted_on": one.admitted_on,
        "expires_at": one.expires_at,
    }


def message(one: TextMessage) -> Data:
    """A simulated text message; its code only with --reveal."""
    code: Secret = one.code
    return {"message_id": one.message_id, "at": one.at, "to": one.to, "purpose": one.purpose, "code": code}


def sandbox_code(one: SandboxCode) -> Data:
    """A code for testers."""
    return {"case": one.case, "code": one.code, "expect": one.expect, "expires_at": one.expires_at}


def listed(name: str, rows: Iterable[Data]) -> Data:
    """A list under its plural."""
    kept: Sequence[Data] = list(rows)
    return {name: kept}
