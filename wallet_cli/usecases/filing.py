"""Filing treatment in another province: file, look, change, cancel; the signed receipts of filings that hold are kept.

A receipt is fetched after the filing and whenever filings are looked at, so that one approved later is kept too. It is
kept verbatim, only after every check; a filing that no longer holds loses its receipt.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wallet_cli.domain import filing as rules
from wallet_cli.domain import token
from wallet_cli.domain.filing import (
    OPEN,
    RECEIPT_VCT,
    Filing,
    FilingCategory,
    FilingChange,
    FilingRequest,
    FilingState,
    Notice,
)
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.time import Instant
from wallet_cli.errors import FilingState as StateRefused
from wallet_cli.errors import FilingUnknown, ReceiptInvalid, VoucherExpired, VoucherInvalid
from wallet_cli.ports import Call, Page, Reply, Row, Table, Transaction
from wallet_cli.usecases.applications import paper_rows, papers_of
from wallet_cli.usecases.paging import everything
from wallet_cli.usecases.pending import Change, perform
from wallet_cli.usecases.session import Held, Session, acted_for, held
from wallet_cli.usecases.trust import issuer_keys, trusted

MAX_ID = 64


# --- changes: each one can be sent again from its row -------------------------------------------------------------------


def _send_file(session: Session, call: Call, body: Row) -> Reply[Filing]:
    request = FilingRequest(
        to_region=body["to_region"],
        category=FilingCategory(body["category"]),
        start=body["start"],
        end=body["end"],
        contact_phone=Phone(body["phone"]),
        papers=papers_of(body["papers"]),
        declaration=body["declaration"],
        notice_version=body["notice_version"],
    )
    return session.platform.citizen.file(call, body["handle"], request)


def _send_change(session: Session, call: Call, body: Row) -> Reply[Filing]:
    change = FilingChange(
        to_region=body["to_region"],
        start=body["start"],
        end=body["end"],
        contact_phone=None if body["phone"] is None else Phone(body["phone"]),
        papers=papers_of(body["papers"]),
        declaration=body["declaration"],
    )
    return session.platform.citizen.change_filing(call, body["handle"], body["filing_id"], change)


def _send_cancel(session: Session, call: Call, body: Row) -> Reply[Filing]:
    papers = papers_of(body["papers"])
    return session.platform.citizen.cancel_filing(call, body["handle"], body["filing_id"], papers)


def _keep_file(tx: Transaction, body: Row, filing: Any, now: Instant) -> None:
    tx.audit("filing.file", now, {"filing_id": filing.filing_id, **acted_for(tx, body["handle"])})


def _keep_change(tx: Transaction, body: Row, filing: Any, now: Instant) -> None:
    tx.delete(Table.RECEIPTS, filing.filing_id)
    tx.audit("filing.change", now, {"filing_id": filing.filing_id, **acted_for(tx, body["handle"])})


def _keep_cancel(tx: Transaction, body: Row, filing: Any, now: Instant) -> None:
    tx.delete(Table.RECEIPTS, filing.filing_id)
    tx.audit("filing.cancel", now, {"filing_id": filing.filing_id, **acted_for(tx, body["handle"])})


FILE = Change("file", _send_file, _keep_file)
CHANGE = Change("change_filing", _send_change, _keep_change)
CANCEL = Change("cancel_filing", _send_cancel, _keep_cancel)


# --- what a person does -------------------------------------------------------------------------------------------------


def notice(session: Session, member: str) -> Notice:
    """The notice (告知书) of the member's insured place."""
    handle = held(session, member).issued.handle
    return session.platform.citizen.filing_notice(session.call("filing_notice"), handle).value


def check(session: Session, member: str, asked: FilingRequest) -> None:
    """What can be known of a filing before it is sent: whether another stands in its way. Raises FilingOverlaps."""
    others = [one for one in listed(session, member) if one.state in OPEN and not _same(one, asked)]
    proof = rules.is_proof(asked.category, asked.papers)
    rules.check_overlaps(asked.to_region, asked.start, asked.end, proof=proof, others=others)


def check_change(session: Session, member: str, before: Filing, asked: FilingChange) -> None:
    """As `check`, of a change."""
    after = rules.changed(before, asked)
    others = [one for one in listed(session, member) if one.state in OPEN and one.filing_id != before.filing_id]
    proof = rules.is_proof(after.category, after.papers)
    rules.check_overlaps(after.to_region, after.start, after.end, proof=proof, others=others)


def file(session: Session, member: str, asked: FilingRequest) -> tuple[Filing, bool]:
    """Files; the filing, and whether this call made it: the same filed before is given back.

    Errors: ports.Filings.file.
    """
    own = held(session, member)
    for known in listed(session, member):
        if known.state in OPEN and _same(known, asked):
            return known, False
    body = {
        "handle": own.issued.handle,
        "to_region": asked.to_region,
        "category": asked.category.value,
        "start": asked.start,
        "end": asked.end,
        "phone": asked.contact_phone.reveal(),
        "papers": paper_rows(asked.papers),
        "declaration": asked.declaration,
        "notice_version": asked.notice_version,
    }
    filed: Filing = perform(session, FILE, body)
    keep_receipts(session, own, (filed,))
    return filed, True


def listed(session: Session, member: str) -> tuple[Filing, ...]:
    """All filings of a member, newest first; receipts of those that hold are kept."""
    own = held(session, member)

    def fetch(cursor: str | None, size: int) -> Page[Filing]:
        call = session.call("filings")
        return session.platform.citizen.filings(call, own.issued.handle, cursor=cursor, limit=size).value

    found = tuple(everything(fetch))
    keep_receipts(session, own, found)
    return found


def show(session: Session, member: str, filing_id: str) -> Filing:
    """One filing. Raises FilingUnknown."""
    own = held(session, member)
    found = _asked(session, own, filing_id)
    keep_receipts(session, own, (found,))
    return found


def change(session: Session, member: str, filing_id: str, asked: FilingChange) -> Filing:
    """Changes a filing. Errors: ports.Filings.change_filing."""
    own = held(session, member)
    body = {
        "handle": own.issued.handle,
        "filing_id": _checked_id(filing_id),
        "to_region": asked.to_region,
        "start": asked.start,
        "end": asked.end,
        "phone": None if asked.contact_phone is None else asked.contact_phone.reveal(),
        "papers": paper_rows(asked.papers),
        "declaration": asked.declaration,
    }
    changed: Filing = perform(session, CHANGE, body)
    keep_receipts(session, own, (changed,))
    return changed


def cancel(session: Session, member: str, filing_id: str, papers: tuple[Paper, ...]) -> tuple[Filing, bool]:
    """Cancels a filing; whether this call did. Errors: ports.Filings.cancel_filing."""
    own = held(session, member)
    before = _asked(session, own, filing_id)
    if before.state is FilingState.CANCELLED:
        return before, False
    body = {"handle": own.issued.handle, "filing_id": before.filing_id, "papers": paper_rows(papers)}
    ended: Filing = perform(session, CANCEL, body)
    return ended, True


# --- receipts -----------------------------------------------------------------------------------------------------------


def receipt_kept(session: Session, filing_id: str) -> bool:
    """Whether the store has this filing's receipt."""
    return session.vault.row(Table.RECEIPTS, filing_id) is not None


def keep_receipts(session: Session, own: Held, filings: Iterable[Filing]) -> None:
    """Fetches, checks and keeps what is missing; drops receipts of filings that no longer hold.

    Raises ReceiptInvalid(filing_id, reason) for one that fails its checks: nothing is kept then.
    """
    kept = session.vault.rows(Table.RECEIPTS)
    fresh: dict[str, str] = {}
    gone: list[str] = []
    for filing in filings:
        if filing.state is not FilingState.ACTIVE:
            gone += [filing.filing_id] if filing.filing_id in kept else []
            continue
        row = kept.get(filing.filing_id)
        if row is not None and _still_good(session, own, filing, str(row["sd_jwt"])):
            continue
        call = session.call("filing_receipt")
        try:
            text = session.platform.citizen.filing_receipt(call, own.issued.handle, filing.filing_id).value
        except StateRefused:
            continue  # it ended between the two questions
        read_receipt(session, own, filing, text)
        fresh[filing.filing_id] = text
    if not fresh and not gone:
        return
    now = session.clock.now()
    with session.vault.write() as tx:
        for filing_id, text in fresh.items():
            tx.put(Table.RECEIPTS, filing_id, {"sd_jwt": text, "handle": own.issued.handle, "kept_at": int(now)})
        for filing_id in gone:
            tx.delete(Table.RECEIPTS, filing_id)


def read_receipt(session: Session, own: Held, filing: Filing, text: str) -> token.Voucher:
    """A receipt after every check: those of a voucher, and that it is of this filing and bound to this holder key.

    Raises ReceiptInvalid(filing_id, reason).
    """
    pinned = trusted(session)
    try:
        read = token.read(text, issuer_keys(pinned), session.clock.now(), pinned["issuer"], RECEIPT_VCT)
    except VoucherExpired:
        raise ReceiptInvalid(filing_id=filing.filing_id, reason="expired") from None
    except VoucherInvalid as error:
        raise ReceiptInvalid(filing_id=filing.filing_id, reason=str(error.data.get("reason"))) from None
    told = {name: read.disclosed.get(name) for name in ("category", "mdtrtarea_admvs", "start", "end", "psn_no")}
    wanted = {
        "category": filing.category.value,
        "mdtrtarea_admvs": filing.to_region,
        "start": filing.start,
        "end": filing.end,
        "psn_no": filing.psn_no,
    }
    if read.claims.get("filing_id") != filing.filing_id or told != wanted:
        raise ReceiptInvalid(filing_id=filing.filing_id, reason="filing")
    if token.thumbprint(read.holder) != token.thumbprint(own.token.holder) or read.handle != own.issued.handle:
        raise ReceiptInvalid(filing_id=filing.filing_id, reason="holder")
    return read


def _still_good(session: Session, own: Held, filing: Filing, text: str) -> bool:
    """One that was kept may be of another holder key by now, of the filing before a change, or past its time."""
    try:
        read_receipt(session, own, filing, text)
    except ReceiptInvalid:
        return False
    return True


def _same(known: Filing, asked: FilingRequest) -> bool:
    """Whether this very filing was made before. An end that was left open is the platform's to set."""
    digests = {paper.sha256 for paper in known.papers} == {paper.sha256 for paper in asked.papers}
    return (
        digests
        and (known.to_region, known.category, known.start) == (asked.to_region, asked.category, asked.start)
        and asked.end in {None, known.end}
        and known.declaration == asked.declaration
    )


def _asked(session: Session, own: Held, filing_id: str) -> Filing:
    wanted = _checked_id(filing_id)
    return session.platform.citizen.filing(session.call("filing"), own.issued.handle, wanted).value


def _checked_id(filing_id: str) -> str:
    if not 0 < len(filing_id) <= MAX_ID:
        raise FilingUnknown(id=filing_id[:MAX_ID])
    return filing_id
