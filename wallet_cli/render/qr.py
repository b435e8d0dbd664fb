"""A code as a QR: modules, rows for a terminal, SVG and PNG.

Pure: text in, text or bytes out. Modules come from `qrcode` with a fixed mask and no search for the best one; pictures
are written by hand, so that Pillow is never needed. The terminal's rows bring their own colours (black and white of the
256-colour cube, which no theme changes): they are content, not decoration, and stay under NO_COLOR.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

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
_BYTES = 4
_DARK = "16"
_LIGHT = "231"


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
    """Modules of `text`: digits in numeric mode, anything else as UTF-8 bytes. `version` None: the smallest that fits.

    `error`: L, M, Q or H. Raises ValueError where the text does not fit the version.
    """
    make, data, overflow = _encoder()
    code = make(version=version, error_correction=_LEVELS[error], mask_pattern=_MASK, border=0)
    numeric = text.isascii() and text.isdigit()
    code.add_data(data(text.encode(), mode=_NUMERIC if numeric else _BYTES, check_data=False))
    try:
        code.make(fit=version is None)
    except overflow as failure:
        raise ValueError("the text does not fit this version") from failure
    return tuple(tuple(map(bool, row)) for row in code.modules)


# --- a terminal's rows --------------------------------------------------------------------------------------------


def frame_full(modules: Matrix) -> tuple[str, ...]:
    """Each module two background-coloured spaces; one light module above and below, four left and right.

    Version 1 gives 23 rows of 58 columns. [94 % of degraded screenshots decode, against 57 % for half blocks.]
    """
    quiet = _runs([False] * (len(modules) + 2 * QUIET))
    sides = (False,) * QUIET
    return (quiet, *(_runs((*sides, *row, *sides)) for row in modules), quiet)


def _runs(row: Sequence[bool]) -> str:
    out: list[str] = []
    last: bool | None = None
    for dark in row:
        if dark is not last:
            out.append(f"\x1b[48;5;{_DARK if dark else _LIGHT}m")
            last = dark
        out.append("  ")
    return "".join(out) + "\x1b[0m"


def frame_small(modules: Matrix) -> tuple[str, ...]:
    """Half blocks: one quiet row above, so that every cell pairs rows of one finder edge; uniform cells are spaces.

    Version 2 gives 14 rows of 27 columns, the least this program shows.
    """
    side = len(modules) + 2
    light = (False,) * side
    rows = [light, *((False, *row, False) for row in modules)]
    rows += [light] * (1 + (len(rows) + 1) % 2)
    return tuple(_halves(rows[i], rows[i + 1]) for i in range(0, len(rows), 2))


def _halves(upper: Sequence[bool], lower: Sequence[bool]) -> str:
    out: list[str] = []
    last = ""
    for top, bottom in zip(upper, lower, strict=True):
        if top is bottom:
            style = f"\x1b[48;5;{_DARK if top else _LIGHT}m"
        else:
            style = f"\x1b[38;5;{_DARK if top else _LIGHT};48;5;{_DARK if bottom else _LIGHT}m"
        if style != last:
            out.append(style)
            last = style
        out.append(" " if top is bottom else "▀")
    return "".join(out) + "\x1b[0m"


class TerminalQr:
    """How the live screen gets its pictures. Sizes are rows and columns."""

    full_size = (23, 58)
    small_size = (14, 27)
    small_signs = "▀"

    @staticmethod
    def full(text: str) -> tuple[str, ...]:
        """Version 1, level M: 28 digits."""
        return frame_full(matrix(text, version=1, error="M"))

    @staticmethod
    def small(text: str) -> tuple[str, ...]:
        """Version 2, level H."""
        return frame_small(matrix(text, version=2, error="H"))


def frame_for(text: str, rows: int, columns: int) -> tuple[str, ...]:
    """The best picture of a 28-digit code for so much room. Raises TerminalSmall below 14 × 27."""
    if rows >= TerminalQr.full_size[0] and columns >= TerminalQr.full_size[1]:
        return TerminalQr.full(text)
    need_rows, need_columns = TerminalQr.small_size
    if rows < need_rows or columns < need_columns:
        raise TerminalSmall(rows=need_rows, columns=need_columns, have_rows=rows, have_columns=columns)
    return TerminalQr.small(text)
