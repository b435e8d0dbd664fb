"""What this terminal can do, for `doctor`: looked at, not judged. Nothing stays on the screen."""

from __future__ import annotations

from wallet_cli.domain.value import Value
from wallet_cli.term.console import Console, can_encode
from wallet_cli.term.layout import Painter, needed
from wallet_cli.term.room import full_fits
from wallet_cli.term.tty import Tty


class Terminal(Value):
    """Sizes are rows and columns. `need`: the least a QR takes here. `narrow`: whether half blocks take one column as
    the small picture needs them; None where the terminal was not asked. `fits`: a QR does."""

    size: tuple[int, int]
    need: tuple[int, int]
    narrow: bool | None
    fits: bool
    full: bool
    encoding: str
    utf8: bool


def examine(console: Console, painter: Painter, *, spoken: bool) -> Terminal | None:
    """None where standard output is no terminal. `spoken`: nothing is drawn over, so no sign's width is asked for."""
    if not console.stdout_is_terminal:
        return None
    encoding = console.stdout.encoding or "ascii"
    asked = console.stdin_is_terminal and not console.dumb and not spoken
    tty = Tty(0 if asked else None, console.stdout.fileno(), encoding, positions=asked)
    signs = can_encode(painter.small_signs, encoding)
    narrow = tty.shows_narrow(painter.small_signs) if asked and signs else None
    small_ok = signs and narrow is not False
    rows, columns = tty.size()
    height, wide = painter.small_size
    full = full_fits(tty, painter, beside=not spoken)
    fits = full or (small_ok and rows >= height and columns >= wide)
    utf8 = encoding.lower().replace("-", "") == "utf8"
    return Terminal((rows, columns), needed(painter, small_ok=small_ok), narrow, fits, full, encoding, utf8)
