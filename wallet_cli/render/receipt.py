"""A settlement as a receipt: who paid what, amounts in one column, and on request how it came about.

Always marked: an embedded platform's receipt is none at a real hospital, and its policy's figures are examples.
"""

from __future__ import annotations

from collections.abc import Callable

from wallet_cli import locale
from wallet_cli.domain.money import priced
from wallet_cli.domain.settlement import Settlement, Step
from wallet_cli.locale.width import width
from wallet_cli.render.human import cell, label

_HEAD = ("setl_id", "mdtrt_id", "institution_name", "fixmedins_code", "med_type", "mdtrt_cert_type", "insutype")
_PARTS = ("inscp_scp_amt_fen", "preselfpay_amt_fen", "overlmt_selfpay_fen", "fulamt_ownpay_amt_fen")
_BEFORE_GIVERS = ("fund_pay_sumamt_fen", "acct_pay_fen", "acct_mulaid_pay_fen")
_AFTER_GIVERS = ("psn_cash_pay_fen", "balc_fen")
_UNUSUAL: tuple[tuple[str, str | None], ...] = (
    ("reach", "home"),
    ("filing_id", None),
    ("refund_of", None),
    ("state", "settled"),
    ("agent", None),
)
"""What a receipt says only where it is not as usual."""
_PLACES = frozenset({"filed_elsewhere", "here"})
"""Values of steps that are places, shown by name."""
_INDENT = "  "
_NAMING_THE_YEAR = {"year", "across_discharge"}
"""Rules whose own words say the year; every other step of one year is marked by it."""


def receipt(one: Settlement, *, explain: bool, written: Callable[[str], str] = str) -> str:
    """The lines. `explain`: with every step of the calculation. `written`: what the screen makes of a text, so that
    columns are as wide as what stands in them."""
    title = locale.text(_title(one))
    head = [(label(key), cell(key, getattr(one, key), reveal=True)) for key in _HEAD if getattr(one, key) != ""]
    for key, usual in _UNUSUAL:
        if getattr(one, key) != usual:
            head.append((label(key), cell(key, getattr(one, key), reveal=True)))
    head.append((label("setl_time"), cell("setl_time", one.setl_time, reveal=True)))
    amounts = [
        *_amounts(one, ("medfee_sumamt_fen",), ""),
        *_amounts(one, _PARTS, _INDENT),
        *_amounts(one, _BEFORE_GIVERS, ""),
        *((_INDENT + aid.giver, priced(aid.paid_fen)) for aid in one.aids),
        *_amounts(one, _AFTER_GIVERS, ""),
    ]
    rule = "-" * max(30, width(title))
    lines = [title, locale.text("mark.sandbox"), rule, *_columns(head, written, right=False)]
    lines += [rule, *_columns(amounts, written, right=True)]
    if explain:
        lines += [rule, locale.text("receipt.steps")]
        digits = len(str(len(one.steps)))
        steps = [(f"{n:>{digits}}. {explained(s)}", priced(s.amount_fen)) for n, s in enumerate(one.steps, 1)]
        lines += _columns(steps, written, right=True)
    if one.illustrative:
        lines += [rule, locale.text("receipt.illustrative", policy=one.policy)]
    return "\n".join(lines)


def _title(one: Settlement) -> str:
    if one.preview:
        return "receipt.preview"
    return "receipt.title" if one.refund_of is None else "receipt.refund"


def explained(step: Step) -> str:
    """One step in words, from the catalog's `rule.RULE`: amounts in yuan, ratios in percent."""
    words = {key: _value(key, value) for key, value in step.values.items()}
    told = locale.text(_rule(step)).format(**words)
    if "stay" in step.values:
        told += locale.text("rule.stay").format(**words)
    if "cut_permyriad" in step.values:
        told += locale.text("rule.cut").format(**words)
    if "year" in step.values and step.rule not in _NAMING_THE_YEAR:
        told = locale.text("rule.of_year").format(**words) + told
    return told


def _rule(step: Step) -> str:
    key = f"rule.{step.rule}"
    if step.rule == "tier":
        before, to, start = "before_fen" in step.values, "to_fen" in step.values, step.values["from_fen"]
        key += "_all" if not (before or to or start) else ("_year" if before else "") + ("" if to else "_open")
    elif step.rule == "not_recognised" and not step.values["disease"]:
        key += "_none"
    return key


def _value(key: str, value: int | str) -> str:
    if key.endswith("_fen") and isinstance(value, int):
        return priced(value)
    if key.endswith("_permyriad") and isinstance(value, int):
        whole, rest = divmod(value, 100)
        # A cut is of percentage points, not of a share of the ratio: the words say so.
        return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + ("" if key == "cut_permyriad" else "%")
    if key in _PLACES:
        from wallet_cli.render.filing import name

        return name(str(value))
    worded = f"value.{key}.{value}"
    return locale.text(worded) if locale.known(worded) else str(value)


def _amounts(one: Settlement, keys: tuple[str, ...], indent: str) -> list[tuple[str, str]]:
    return [(indent + label(key), cell(key, getattr(one, key), reveal=True)) for key in keys]


def _columns(pairs: list[tuple[str, str]], written: Callable[[str], str], *, right: bool) -> list[str]:
    pairs = [(written(a), written(b)) for a, b in pairs]
    first = max(width(a) for a, _ in pairs)
    second = max(width(b) for _, b in pairs) if right else 0
    return [f"{a}{' ' * (first - width(a) + 2 + max(0, second - width(b)))}{b}" for a, b in pairs]
