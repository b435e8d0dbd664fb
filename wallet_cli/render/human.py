"""Output for people: labelled lines, or a table where there are many of a kind.

Labels and values are worded by the catalog: `field.KEY`, `value.KEY.VALUE`. Amounts (`*_fen`) are shown in yuan, times
in the machine's own zone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from wallet_cli import locale
from wallet_cli.domain.money import priced
from wallet_cli.domain.time import Instant
from wallet_cli.locale.width import width
from wallet_cli.render.leaves import Data, simple
from wallet_cli.render.visible import visible
from wallet_cli.render.words import region

if TYPE_CHECKING:
    from rich.table import Table


COLUMNS: dict[str, tuple[str, ...]] = {
    "accounts": ("member", "insutype", "personal_account_fen", "deductible_used_fen", "pool_used_fen", "pool_cap_fen"),
    "records": (
        *("at", "kind", "where", "period", "state", "amount_fen", "fund_pay_sumamt_fen", "acct_pay_fen"),
        *("acct_mulaid_pay_fen", "psn_cash_pay_fen"),
    ),
    "payments": ("bill_id", "institution_name", "amount_fen", "psn_cash_pay_fen", "state", "expires_at"),
    "people": ("name", "id_number", "phone", "region", "insutype", "insured"),
    "mutual_aids": ("aid_id", "role", "giver", "user", "relation", "used_fen", "yearly_limit_fen", "state"),
    "institutions": (
        "fixmedins_code",
        "name_zh",
        "name_en",
        "region",
        "level",
        "supports",
        "cross_province",
        "limits",
    ),
    "places": ("region", "province", "pinyin", "level", "linked_institutions"),
    "filings": ("filing_id", "place", "category", "start", "end", "state"),
    "reviews": ("review_id", "kind", "name", "state", "opened_at", "due_at"),
    "chronics": ("chronic_id", "disease", "state", "applied_at"),
    "claims": ("claim_id", "visited_on", "institution_name", "amount_fen", "state", "fund_pay_fen"),
}
"""The fields of a list that people need; -v shows them all. Programs read all of them from JSON and plain output."""

REGIONS = frozenset({"region", "insuplc_admdvs", "mdtrtarea_admvs", "to_region", "insured_region"})
"""Fields that hold a division's code: people read its name, too."""


_PLACED = {"fixmedins_code", "linked_institutions"}
_WALLET = {"name", "in_use", "has_store"}


def columns(name: str, rows: list[Data], *, verbose: bool) -> list[Data]:
    """The rows with the columns for people."""
    wanted = COLUMNS.get(name)
    if verbose or wanted is None:
        return rows
    if "name_en" in wanted:  # people read one of the two
        wanted = tuple(key for key in wanted if key != ("name_en" if locale.language().startswith("zh") else "name_zh"))
    return [{key: row[key] for key in wanted if key in row} for row in rows]


def fields(data: Data, *, reveal: bool, indent: str = "") -> str:
    """One labelled line a field, labels aligned by their width on the screen."""
    labels = {key: label(_named(key, data)) for key in data}
    broad = max((width(text) for text in labels.values()), default=0)
    lines = []
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            lines.append(f"{indent}{labels[key]}")
            lines.append(fields(value, reveal=reveal, indent=indent + "  "))
        elif isinstance(value, tuple | list) and value and isinstance(value[0], Mapping):
            lines.append(f"{indent}{labels[key]}")
            lines += [fields(item, reveal=reveal, indent=indent + "  ") for item in value]
        else:
            gap = " " * (broad - width(labels[key]) + 2)
            lines.append(f"{indent}{labels[key]}{gap}{cell(key, value, reveal=reveal)}")
    return "\n".join(lines)


def blocks(rows: list[Data], *, reveal: bool) -> str:
    """A list where a table would not fit or is not wanted: one block of labelled lines a record."""
    return "\n\n".join(fields(row, reveal=reveal) for row in rows)


def table(rows: list[Data], *, reveal: bool, ascii_only: bool, written: Callable[[str], str]) -> Table:
    """A rich table of the rows' fields; amounts to the right. `written`: what the screen makes of a text, so that
    columns are as wide as what stands in them."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.ASCII2 if ascii_only else box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for key in rows[0]:
        money = key.endswith("_fen")
        made.add_column(
            written(label(_named(key, rows[0]))), justify="right" if money else "left", overflow="fold", no_wrap=money
        )
    for row in rows:
        made.add_row(*(written(_brief(key, value, reveal=reveal)) for key, value in row.items()))
    return made


def table_width(rows: list[Data], *, reveal: bool) -> int:
    """Columns of the screen that the table of these rows takes, nothing folded."""
    broad = (
        max(width(label(_named(key, rows[0]))), *(width(cell(key, row[key], reveal=reveal)) for row in rows))
        for key in rows[0]
    )
    return sum(one + 3 for one in broad)


def _named(key: str, data: Data) -> str:
    """A person's region is the insured place, an institution's is where it stands; a device and a wallet bear no person's
    name."""
    if key == "region" and _PLACED & data.keys():
        return "location"
    return "called" if key == "name" and ("device_id" in data or data.keys() <= _WALLET) else key


def label(key: str) -> str:
    """The words for a field's name."""
    return locale.text(f"field.{key}")


def _brief(key: str, value: Any, *, reveal: bool) -> str:
    """A field's value in a table: times to the minute."""
    words = cell(key, value, reveal=reveal)
    return words[:16] if isinstance(value, Instant) else words


def cell(key: str, value: Any, *, reveal: bool) -> str:
    """The words for a field's value."""
    if value is None:
        return locale.text(f"none.{key}") if locale.known(f"none.{key}") else locale.text("none")
    if isinstance(value, bool):
        return locale.text("yes" if value else "no")
    if isinstance(value, Instant):
        return datetime.fromtimestamp(value).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    if key.endswith("_fen"):
        return priced(value)
    if isinstance(value, Mapping):
        pairs = [f"{label(k)} {cell(k, inner, reveal=reveal)}" for k, inner in value.items()]
        return locale.text("list.separator").join(pairs) if pairs else locale.text("none")
    if isinstance(value, tuple | list):
        words = (cell(key, item, reveal=reveal) for item in value)
        between = "list.sentences" if key == "limits" else "list.separator"
        return locale.text(between).join(words) if value else locale.text("none")
    plain = simple(value, reveal=reveal)
    if key in REGIONS and isinstance(value, str):
        return region(value)
    worded = f"value.{key}.{plain}"
    if isinstance(value, Enum | str) and locale.known(worded):
        return locale.text(worded)
    return visible(str(plain))
