"""Records as CSV for a spreadsheet (RFC 4180): CRLF, quotes where needed, a heading of national field names.

A file begins with a byte order mark: Excel on a Chinese system takes a CSV without one for GBK and shows Chinese names
as rubbish. A pipe gets none, which a program would take for a part of the first name.

Amounts are yuan with two decimals and no separators, days are civil days in China. A text that a spreadsheet would take
for a formula (`=`, `+`, `-`, `@`, tab or return first) begins with an apostrophe; amounts are numbers and stay so.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wallet_cli.ports import Record

BOM = "\ufeff"
COLUMNS = (
    *("record_id", "kind", "date", "amount", "state", "refund_of", "arrived_on", "period", "payer"),
    *("fixmedins_code", "fixmedins_name", "med_type", "insuplc_admdvs", "mdtrtarea_admvs"),
    *("medfee_sumamt", "inscp_scp_amt", "preselfpay_amt", "overlmt_selfpay", "fulamt_ownpay_amt"),
    *("fund_pay_sumamt", "acct_pay", "acct_mulaid_pay", "psn_cash_pay"),
)
_AMOUNTS = frozenset(COLUMNS[14:]) | {"amount"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def heading() -> str:
    """The first line."""
    return _lines([COLUMNS])


def rows(records: Iterable[Record]) -> str:
    """A line a record."""
    return _lines(_row(one) for one in records)


def _row(one: Record) -> list[str]:
    settled = one.settlement
    fields: dict[str, object] = {
        "record_id": one.record_id,
        "kind": one.kind.value,
        "date": one.at.day(),
        "amount": one.amount_fen,
        "state": one.state,
        "arrived_on": None if one.arrived_at is None else one.arrived_at.day(),
        "period": one.period,
        "payer": one.payer,
        "fund_pay_sumamt": one.fund_fen,
        "fixmedins_name": one.institution,
    }
    if settled is not None:
        fields |= {name: getattr(settled, f"{name}_fen") for name in COLUMNS[14:]}
        fields |= {
            "refund_of": settled.refund_of,
            "fixmedins_code": settled.fixmedins_code,
            "fixmedins_name": settled.institution_name,
            "med_type": settled.med_type.value,
            "insuplc_admdvs": settled.insuplc_admdvs,
            "mdtrtarea_admvs": settled.mdtrtarea_admvs,
        }
    return [_cell(name, fields.get(name)) for name in COLUMNS]


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if name in _AMOUNTS and isinstance(value, int):
        sign, (whole, rest) = "-" if value < 0 else "", divmod(abs(value), 100)
        return f"{sign}{whole}.{rest:02d}"
    words = str(value)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _lines(cells: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(cells)
    return text.getvalue()
