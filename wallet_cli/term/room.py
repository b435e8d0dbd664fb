"""Which pictures a terminal has room for, and whether it shows half blocks as they are meant.

The terminal is asked for a sign's width only where a picture depends on the answer: where the large one does not fit.
"""

from __future__ import annotations

from wallet_cli.errors import TerminalSmall
from wallet_cli.term.console import can_encode
from wallet_cli.term.layout import PANEL, Painter, needed
from wallet_cli.term.tty import Tty


def full_fits(tty: Tty, painter: Painter, *, beside: bool = True) -> bool:
    """Whether the large picture fits with words below it or, with `beside`, at its side."""
    rows, columns = tty.size()
    height, wide = painter.full_size
    return (rows > height and columns >= wide) or (beside and rows >= height and columns >= wide + PANEL)


def small_fits(tty: Tty, painter: Painter) -> bool:
    """Whether the small picture fits and this terminal shows its signs, one column each."""
    rows, columns = tty.size()
    height, wide = painter.small_size
    return (
        rows >= height
        and columns >= wide
        and can_encode(painter.small_signs, tty.encoding)
        and tty.shows_narrow(painter.small_signs)
    )


def check_room(tty: Tty, painter: Painter, *, beside: bool = True) -> None:
    """Raises TerminalSmall with the rows and columns that would do."""
    if full_fits(tty, painter, beside=beside) or small_fits(tty, painter):
        return
    rows, columns = tty.size()
    height, wide = painter.small_size
    # Below the small picture's size nobody asked; where there is room for it, it is the signs that will not do.
    signs_ok = can_encode(painter.small_signs, tty.encoding) and (rows < height or columns < wide)
    need_rows, need_columns = needed(painter, small_ok=signs_ok)
    raise TerminalSmall(rows=need_rows, columns=need_columns, have_rows=rows, have_columns=columns)
