"""A code as a QR: modules, rows for a terminal, SVG and PNG.

Pure: text in, text or bytes out. Modules come from `qrcode`, for a code's digits with a fixed mask and no search for the
best one; pictures are written by hand, so that Pillow is never needed. The terminal's rows bring their own colours (black
and white of the 256-colour cube, which no theme changes; the plain ones where there are no others): they are content,
not decoration, and stay under NO_COLOR.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from wallet_cli.errors import TerminalSmall

if TYPE_CHECKING:
    from qrcode.main import QRCode

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules without quiet zone; True is dark."""

QUIET = 4
"""Light modules around a picture (ISO/IEC 18004, 6.3.8)."""
_MASK = 2
_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}
_NUMERIC = 1
_ALPHANUMERIC = 2
_BYTES = 4
_ALPHANUMERICS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


class Ink(NamedTuple):
    """SGR parameters of one way to say dark and light. `pale`: grey on light, words that scanners take for white."""

    dark: str
    light: str
    dark_sign: str
    light_sign: str
    light_half: str
    pale: str


CUBE = Ink("48;5;16", "48;5;231", "38;5;16", "38;5;231", "48;5;231", "38;5;246;48;5;231")
"""Of the 256-colour cube: fixed, whatever a theme makes of the first sixteen."""
PLAIN = Ink("40", "47;107", "30", "37", "47", "1;37;47")
"""For terminals with 8 or 16 colours, the Linux console above all: its backgrounds have no bright white and it takes
`107` for `47`, which others take for white. Halves of a cell say `47` alone, since the other half can be no brighter."""


@cache
def _encoder() -> tuple[type[QRCode[Any]], Callable[..., Any], type[Exception]]:
    # `qrcode` imports its picture makers, and they Pillow where it is installed: three quarters of the cold start, for
    # something never used here. They take its absence as "no pictures", so it is absent while they load.
    hide = "PIL" not in sys.modules
    if hide:
        sys.modules["PIL"] = None  # type: ignore[assignment]
    try:
        from qrcode.exceptions import DataOverflowError
        from qrcode.main import QRCode
        from qrcode.util import QRData
    finally:
        if hide:
            del sys.modules["PIL"]
    return QRCode, QRData, DataOverflowError


def matrix(text: str, *, version: int | None = 1, error: str = "M") -> Matrix:
    """Modules of `text`: digits in numeric mode, the 45 signs of alphanumeric mode in that, anything else as UTF-8 bytes.

    `version` None: the smallest that fits, with the best mask. `error`: L, M, Q or H. Raises ValueError where the text
    does not fit the version.
    """
    make, data, overflow = _encoder()
    mask = None if version is None else _MASK
    code = make(version=version, error_correction=_LEVELS[error], mask_pattern=mask, border=0)
    code.add_data(data(text.encode(), mode=_mode(text), check_data=False))
    try:
        code.make(fit=version is None)
    except (overflow, ValueError) as failure:  # the latter above version 40
        raise ValueError("the text does not fit this version") from failure
    return tuple(tuple(map(bool, row)) for row in code.modules)


def _mode(text: str) -> int:
    if text.isascii() and text.isdigit():
        return _NUMERIC
    return _ALPHANUMERIC if _ALPHANUMERICS.issuperset(text) else _BYTES


def matrix_of(text: str) -> Matrix:
    """Modules of any text: the smallest version for level M, then the best level that this version still holds.

    Raises ValueError above 2331 bytes.
    """
    found = matrix(text, version=None, error="M")
    for error in "QH":
        try:
            better = matrix(text, version=None, error=error)
        except ValueError:
            break
        if len(better) > len(found):
            break
        found = better
    return found


# --- a terminal's rows --------------------------------------------------------------------------------------------


def frame_full(modules: Matrix, ink: Ink = CUBE) -> tuple[str, ...]:
    """Each module two background-coloured spaces; one light module above and below, four left and right.

    Version 1 gives 23 rows of 58 columns. [97 % of degraded screenshots decode; tests/bench/screen.]
    """
    quiet = _runs([False] * (len(modules) + 2 * QUIET), ink)
    sides = (False,) * QUIET
    return (quiet, *(_runs((*sides, *row, *sides), ink) for row in modules), quiet)


def _runs(row: Sequence[bool], ink: Ink) -> str:
    out: list[str] = []
    last: bool | None = None
    for dark in row:
        if dark is not last:
            out.append(f"\x1b[{ink.dark if dark else ink.light}m")
            last = dark
        out.append("  ")
    return "".join(out) + "\x1b[0m"


def frame_small(modules: Matrix, ink: Ink = CUBE) -> tuple[str, ...]:
    """Half blocks: one quiet row above, so that every cell pairs rows of one finder edge; uniform cells are spaces.

    Version 2 gives 14 rows of 27 columns, the least this program shows.
    """
    side = len(modules) + 2
    light = (False,) * side
    rows = [light, *((False, *row, False) for row in modules)]
    rows += [light] * (1 + (len(rows) + 1) % 2)
    rings = _rings(len(modules))
    return tuple(
        _halves(rows[i], rows[i + 1], {column for row, column in rings if row == i}, ink)
        for i in range(0, len(rows), 2)
    )


def _rings(side: int) -> set[tuple[int, int]]:
    """Cells where a font's gap would cut a finder, as row of the upper half and column, quiet ones counted.

    Where blocks do not fill their half of the cell, the gap above `▀` shows the lower half's colour. In the cell at the
    lower end of a finder's light ring, light over dark, that is a dark line across the ring, and a decoder that follows
    its edge is lost. There `▄` is drawn, whose gap lies below, beside light. [Strict zxing reads 6 to 56 % without, 36 to
    100 % with these six cells; `▄` everywhere loses 75 % of zbar's.]
    """
    finders = ((0, 0), (0, side - 7), (side - 7, 0))
    return {(row + 6, column + 1 + ring) for row, column in finders for ring in (1, 5)}


def _halves(upper: Sequence[bool], lower: Sequence[bool], rings: set[int], ink: Ink) -> str:
    out: list[str] = []
    last = ""
    for column, (top, bottom) in enumerate(zip(upper, lower, strict=True)):
        sign, ahead, behind = ("▄", bottom, top) if column in rings else ("▀", top, bottom)
        if top is bottom:
            sign, style = " ", f"\x1b[{ink.dark if top else ink.light_half}m"
        else:
            style = f"\x1b[{ink.dark_sign if ahead else ink.light_sign};{ink.dark if behind else ink.light_half}m"
        if style != last:
            out.append(style)
            last = style
        out.append(sign)
    return "".join(out) + "\x1b[0m"


class TerminalQr:
    """How the live screen gets its pictures. Sizes are rows and columns."""

    full_size = (23, 58)
    small_size = (14, 27)
    small_signs = "▀▄"

    def __init__(self, ink: Ink = CUBE) -> None:
        self._ink = ink
        self.pale = f"\x1b[{ink.pale}m"

    def full(self, text: str) -> tuple[str, ...]:
        """Version 1, level M: 28 digits."""
        return frame_full(matrix(text, version=1, error="M"), self._ink)

    def small(self, text: str) -> tuple[str, ...]:
        """Version 2, level H."""
        return frame_small(matrix(text, version=2, error="H"), self._ink)


def frame_for(modules: Matrix, rows: int, columns: int, *, small_ok: bool, ink: Ink = CUBE) -> tuple[str, ...]:
    """The best picture of any modules for so much room. `small_ok`: half blocks can be shown. Raises TerminalSmall."""
    side = len(modules)
    small_rows, small_columns = (side + 3) // 2, side + 2
    if rows >= side + 2 and columns >= 2 * (side + 2 * QUIET):
        return frame_full(modules, ink)
    if small_ok and rows >= small_rows and columns >= small_columns:
        return frame_small(modules, ink)
    need = (small_rows, small_columns) if small_ok else (side + 2, 2 * (side + 2 * QUIET))
    raise TerminalSmall(rows=need[0], columns=need[1], have_rows=rows, have_columns=columns)
