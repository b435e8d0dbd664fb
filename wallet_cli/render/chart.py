"""A year's cost by month as a picture: stacked bars in the terminal, sentences to be read aloud, an SVG file.

Pure: values in, text out. The bars of a terminal are coloured spaces or, without colour, ASCII signs: block elements are
two columns wide in many Chinese set-ups and missing in some encodings, these never are, so that no line ever wraps.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wallet_cli import locale
from wallet_cli.domain.money import priced, yuan
from wallet_cli.locale.width import width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wallet_cli.domain.annual import Annual, Sums

PAYERS = ("fund", "account", "aid", "cash")
SIGNS = {"fund": "#", "account": "=", "aid": "+", "cash": "."}
# Of the palette by Okabe and Ito, which people who see few colours can tell apart: as xterm's number and for the SVG.
COLOURS = {
    "fund": (25, "#0072B2"),
    "account": (36, "#009E73"),
    "aid": (227, "#F0E442"),
    "cash": (166, "#D55E00"),
}
WIDEST = 200
_LEAST_BAR = 4
_ROW, _LEFT, _BAR, _TOP = 28, 70, 500, 84


def bars(one: Annual, *, columns: int, color: bool) -> str:
    """Twelve stacked bars under a title and a key, no line wider than `columns` (40 to 200 look well)."""
    columns = min(columns, WIDEST)
    labels = [_month(number) for number in range(1, 13)]
    amounts = [yuan(month.amount_fen) for month in one.months]
    first, second = max(map(width, labels)), max(map(len, amounts))
    room = columns - first - second - 3
    lines = wrap(locale.text("chart.title", year=one.year), columns)
    if room >= _LEAST_BAR:
        lines += _key(columns, color)
    most = max(sum(_parts(month)) for month in one.months)
    for label, amount, month in zip(labels, amounts, one.months, strict=True):
        head = f"{' ' * (first - width(label))}{label} {amount:>{second}}"
        lengths = _lengths(_parts(month), most, room) if room >= _LEAST_BAR else ()
        lines.append(f"{head} {_bar(lengths, color)}".rstrip(" "))
    return "\n".join(lines)


def sentences(one: Annual) -> str:
    """The same in words, a sentence a month in which something happened."""
    told = [
        _sentence(number, month) for number, month in enumerate(one.months, 1) if month.settlements or month.refund_fen
    ]
    if not told:
        return locale.text("chart.none", year=one.year)
    rest = [locale.text("chart.rest")] if len(told) < 12 else []
    return "\n".join([locale.text("chart.title", year=one.year), *told, *rest])


def svg(one: Annual, caption: Sequence[str]) -> str:
    """A stand-alone SVG with its title and, for screen readers, its sentences. `caption`: lines under the bars."""
    title = locale.text("chart.title", year=one.year)
    most = max(sum(_parts(month)) for month in one.months)
    height = _TOP + 12 * _ROW + 24 * len(caption) + 16
    body = [_key_svg()]
    for number, month in enumerate(one.months, 1):
        body.append(_bar_svg(_TOP + (number - 1) * _ROW, _month(number), month, most))
    for n, line in enumerate(caption):
        body.append(_text(_LEFT - 54, _TOP + 12 * _ROW + 24 * (n + 1), line))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{locale.language()}" viewBox="0 0 720 {height}" width="720" '
        f'height="{height}" role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="14">\n'
        f'<title id="title">{_escape(" · ".join((title, *caption)))}</title>\n'
        f'<desc id="desc">{_escape(sentences(one))}</desc>\n'
        f'<rect width="720" height="{height}" fill="#fff"/>\n'
        f"{_text(_LEFT - 54, 30, title, size=18)}{''.join(body)}</svg>\n"
    )


# --- what both pictures share -------------------------------------------------------------------------------------


def _parts(month: Sums) -> tuple[int, ...]:
    """What each payer paid. More given back than paid in a month is no length: the amount beside the bar says it."""
    return tuple(max(0, part) for part in (month.fund_fen, month.account_fen, month.aid_fen, month.cash_fen))


def _month(number: int) -> str:
    return locale.text(f"chart.month.{number}")


def _sentence(number: int, month: Sums) -> str:
    """The total, and of the payers those who paid or were paid back."""
    paid = {name: getattr(month, f"{name}_fen") for name in PAYERS}
    told = [f"{locale.text(f'chart.{name}')} {priced(fen)}" for name, fen in paid.items() if fen]
    parts = locale.text("list.separator").join(told or [priced(0)])
    return locale.text("chart.sentence", month=_month(number), amount=priced(month.amount_fen), parts=parts)


# --- the terminal -------------------------------------------------------------------------------------------------


def _lengths(parts: Sequence[int], most: int, room: int) -> list[int]:
    """Whole columns a part, which together are as long as their sum is; something is never nothing."""
    if not most or not sum(parts):
        return [0] * len(parts)
    ends = [0]
    for n in range(1, len(parts) + 1):
        ends.append((2 * sum(parts[:n]) * room + most) // (2 * most))
    if ends[-1] == 0:
        return [int(n == parts.index(max(parts))) for n in range(len(parts))]
    return [after - before for before, after in pairwise(ends)]


def _bar(lengths: Sequence[int], color: bool) -> str:
    return "".join(_stretch(name, length, color) for name, length in zip(PAYERS, lengths, strict=False))


def _stretch(name: str, length: int, color: bool) -> str:
    if not color or not length:
        return SIGNS[name] * length
    return f"\x1b[48;5;{COLOURS[name][0]}m{' ' * length}\x1b[0m"


def _key(columns: int, color: bool) -> list[str]:
    """What stands for whom, as many a line as fit."""
    lines, taken = [""], 0
    for name in PAYERS:
        label = locale.text(f"chart.{name}")
        needed = 3 + width(label)
        if taken and taken + 2 + needed > columns:
            lines.append("")
            taken = 0
        lines[-1] += ("  " if taken else "") + f"{_stretch(name, 2, color)} {label}"
        taken += needed + (2 if taken else 0)
    return lines


# --- the file -----------------------------------------------------------------------------------------------------


def _key_svg() -> str:
    made = []
    for n, name in enumerate(PAYERS):
        x = _LEFT - 54 + n * 150
        made.append(f'<rect x="{x}" y="46" width="16" height="16" fill="{COLOURS[name][1]}" stroke="#333"/>\n')
        made.append(_text(x + 24, 59, locale.text(f"chart.{name}")))
    return "".join(made)


def _bar_svg(y: int, label: str, month: Sums, most: int) -> str:
    made, x = [_text(_LEFT - 8, y + 16, label, anchor="end")], float(_LEFT)
    for name, part in zip(PAYERS, _parts(month), strict=True):
        long = _BAR * part / most if most else 0.0
        if part:
            made.append(
                f'<rect x="{x:.2f}" y="{y}" width="{long:.2f}" height="20" fill="{COLOURS[name][1]}" stroke="#333"/>\n'
            )
        x += long
    made.append(_text(x + 8, y + 16, yuan(month.amount_fen)))
    return "".join(made)


def _text(x: float, y: float, words: str, *, size: int = 14, anchor: str = "start") -> str:
    return f'<text x="{x:.2f}" y="{y:g}" font-size="{size}" text-anchor="{anchor}">{_escape(words)}</text>\n'


def _escape(text: str) -> str:
    """For XML 1.0, which has no control characters, not even escaped."""
    plain = "".join(c for c in text if c >= " " or c in "\t\n")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
