"""Rows of filings and what is sealed in them; their receipts.

Rules of this room: see `service`. A row's state is what was written; `opened` gives the state as time has made it.
"""

from __future__ import annotations

from wallet_cli.domain import filing as rules
from wallet_cli.domain.filing import RECEIPT_VCT, Filing, FilingCategory, FilingState
from wallet_cli.domain.identity import Phone
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.time import DAY_S, Instant, midnight
from wallet_cli.domain.value import Value
from wallet_cli.errors import FilingState as StateRefused
from wallet_cli.errors import FilingUnknown
from wallet_cli.platform import answers
from wallet_cli.platform.service import register, vouchers
from wallet_cli.platform.service.act import ISSUER, LIMITS, Act
from wallet_cli.platform.sql import filings as q

MAX_ID = 64
_SALT_BYTES = 16
Span = tuple[str, str, str | None]
"""Place, first day, last day (None: without end)."""


class FilingRow(Value):
    """A row of `filings`, its body still sealed. `due_at`: pending ones; `cancelled_on`: from this day on."""

    filing_id: str
    psn_no: str
    category: str
    insured_region: str
    to_region: str
    start_on: str
    end_on: str | None
    state: str
    declaration: int
    late: int
    filed_at: int
    decided_at: int | None
    due_at: int | None
    cancelled_on: str | None
    body: bytes


class Body(Value):
    """What is sealed. `before`: the filing as it was before a change that staff have yet to decide."""

    papers: tuple[Paper, ...]
    phone: Phone
    notice_version: str
    reason: str | None
    changeable_from: str | None
    before: Filing | None


def find(act: Act, psn_no: str, filing_id: str) -> FilingRow:
    """A filing of this person. Raises FilingUnknown(id)."""
    row = act.row(q.FILING_OF, filing_id=filing_id[:MAX_ID], psn_no=psn_no)
    if row is None:
        raise FilingUnknown(id=filing_id[:MAX_ID])
    return FilingRow(*row)


def known(act: Act, filing_id: str) -> FilingRow:
    """A filing of anybody, for staff. Raises FilingUnknown(id)."""
    row = act.row(q.FILING, filing_id=filing_id[:MAX_ID])
    if row is None:
        raise FilingUnknown(id=filing_id[:MAX_ID])
    return FilingRow(*row)


def holding(act: Act, psn_no: str) -> list[Filing]:
    """The person's filings that hold, will hold or are under review."""
    found = [opened(act, FilingRow(*row)) for row in act.rows(q.HOLDING, psn_no=psn_no, today=act.now.day())]
    return [one for one in found if one.state in {FilingState.PENDING, FilingState.ACTIVE}]


def body(act: Act, row: FilingRow) -> Body:
    """The row's body opened."""
    return Body(**answers.load(act.cipher.open(_place(row.filing_id), row.body)))


def sealed(act: Act, row: FilingRow, content: Body) -> FilingRow:
    """The row with this body."""
    text = answers.dump(content._asdict())
    return row._replace(body=act.cipher.seal(_place(row.filing_id), text))


def add(act: Act, row: FilingRow) -> None:
    act.run(q.ADD_FILING, **row._asdict())


def save(act: Act, row: FilingRow, content: Body | None = None) -> None:
    """Writes what may change. `content`: a new body to seal."""
    kept = (sealed(act, row, content) if content is not None else row)._asdict()
    for fixed in ("psn_no", "category", "insured_region", "filed_at"):
        del kept[fixed]
    act.run(q.SET_FILING, **kept)


def opened(act: Act, row: FilingRow) -> Filing:
    """The filing as it stands now."""
    content = body(act, row)
    state, decided_at = _now(act, row)
    return Filing(
        filing_id=row.filing_id,
        psn_no=row.psn_no,
        category=FilingCategory(row.category),
        insuplc_admdvs=row.insured_region,
        to_region=row.to_region,
        start=row.start_on,
        end=row.end_on,
        state=state,
        declaration=bool(row.declaration),
        papers=content.papers,
        notice_version=content.notice_version,
        contact_phone=content.phone,
        filed_at=Instant(row.filed_at),
        decided_at=None if decided_at is None else Instant(decided_at),
        reason=content.reason,
        changeable_from=content.changeable_from,
        late=bool(row.late),
        due_at=Instant(row.due_at) if row.due_at is not None and state is FilingState.PENDING else None,
    )


def spans(act: Act, row: FilingRow) -> tuple[Span, ...]:
    """When and where the filing holds, as things stand now; a day of the past is asked after by manual claims."""
    _, decided_at = _now(act, row)
    span: Span = (row.to_region, row.start_on, row.end_on)
    if decided_at is None:
        # Under review, or taken back while it was: what holds is what a change was to change, if it was a change.
        before = body(act, row).before
        if before is None:
            return ()
        span = (before.to_region, before.start, before.end)
    if row.cancelled_on is not None:
        to, start, end = span
        last = rules.add_days(row.cancelled_on, -1)
        span = (to, start, last if end is None else min(last, end))
    return (span,)


def give_receipt(act: Act, filing_id: str) -> None:
    """An entry of the status list for the filing's receipt: valid until it is revoked."""
    act.run(q.ADD_RECEIPT, status_idx=act.number("status") - 1, filing_id=filing_id)


def receipt(act: Act, caller: str, handle: str, filing_id: str) -> str:
    """The signed receipt of a filing that holds, bound to the voucher's holder key: SD-JWT VC urn:yibao:filing:1.

    It lives a year at most, and no longer than the filing. Raises FilingUnknown, FilingState(filing_id, state).
    """
    from wallet_cli.domain import token
    from wallet_cli.platform.service.issuance import STATUS_URI

    voucher = vouchers.own(act, caller, handle)
    found = opened(act, find(act, voucher.psn_no, filing_id))
    index = act.row(q.RECEIPT, filing_id=found.filing_id)
    if found.state is not FilingState.ACTIVE or index is None:
        raise StateRefused(filing_id=found.filing_id, state=found.state.value)
    person = register.person(act, register.find(act, voucher.psn_no))
    kept = act.cipher.open(f"vouchers/{voucher.handle}/sd_jwt", voucher.sd_jwt)
    jwk = token.parse_jws(kept.split("~", 1)[0], token.VOUCHER_TYP).payload["cnf"]["jwk"]
    visible = token.visible_claims(
        issuer=ISSUER,
        vct=RECEIPT_VCT,
        holder=jwk,
        handle=voucher.handle,
        region=found.insuplc_admdvs,
        insutype=person.insutype,
        issued_at=act.now,
        expires_at=_expiry(act, found),
        status_uri=STATUS_URI,
        status_index=int(index[0]),
    )
    told = claims(found) | {"psn_no": found.psn_no, "name": person.name.reveal()}
    salts = [act.random(_SALT_BYTES) for _ in told]
    return token.issue({**visible, "filing_id": found.filing_id}, told, act.keys.sign, act.keys.kid(), salts)


def claims(found: Filing) -> dict[str, object]:
    """What a receipt says of its filing, and a wallet compares."""
    return {
        "category": found.category.value,
        "mdtrtarea_admvs": found.to_region,
        "start": found.start,
        "end": found.end,
        "late": found.late,
    }


def _expiry(act: Act, found: Filing) -> Instant:
    longest = Instant(act.now + LIMITS.voucher_life_s)
    if found.end is None:
        return longest
    return min(longest, Instant(midnight(found.end) + DAY_S))


def _now(act: Act, row: FilingRow) -> tuple[FilingState, int | None]:
    """State and time of decision: nobody decided in one working day means approved then (医保发〔2022〕22号)."""
    state, decided_at = FilingState(row.state), row.decided_at
    if state is FilingState.PENDING and row.due_at is not None and act.now >= row.due_at:
        state, decided_at = FilingState.ACTIVE, row.due_at
    if state is FilingState.ACTIVE and row.end_on is not None and act.now.day() > row.end_on:
        state = FilingState.ENDED
    return state, decided_at


def _place(filing_id: str) -> str:
    return f"filings/{filing_id}/body"
