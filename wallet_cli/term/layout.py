"""Where things stand on the live screen.

Pure: a size in rows and columns and what is to be said in, a Layout out. The best picture that fits wins; its panel
stands beside it (22 columns), else below it, else, in the smallest window, in the picture's own last quiet row in a
pale grey that scanners take for white.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wallet_cli.domain.value import Value
from wallet_cli.locale.width import clip, width, wrap

PANEL = 22
"""Columns beside the picture, of which the first stays empty."""
_STRIP_ROWS = 4
_BOLD = "\x1b[1m"
_PLAIN = "\x1b[0m"


class Painter(Protocol):
    """Makes a code's picture as rows that bring their own colours. Sizes are rows and columns. `small_signs`: what the
    terminal must show, one column each, for the small one. `pale`: the style of words inside a picture."""

    @property
    def full_size(self) -> tuple[int, int]: ...

    @property
    def small_size(self) -> tuple[int, int]: ...

    @property
    def small_signs(self) -> str: ...

    @property
    def pale(self) -> str: ...

    def full(self, text: str) -> tuple[str, ...]: ...

    def small(self, text: str) -> tuple[str, ...]: ...


class Labels(Value):
    """The screen's words, in the person's language. `{…}` are filled in here."""

    remaining: str
    """E.g. `还有 {seconds} 秒`."""
    remaining_short: str
    """E.g. `{seconds} 秒`."""
    renew: str
    next_member: str
    quit: str
    """The keys' words: `换码`, `家人`, `退`."""
    mark: str
    mark_short: str
    """`沙盒 不可真实就医` and `沙盒`; empty at a real platform."""
    expired: str
    """Instead of a picture whose code has ended."""
    hidden: str
    """Instead of a picture that was long on show: any key brings a new one."""
    small: str
    """E.g. `窗口太小，需要 {rows} 行 {columns} 列`."""


class Said(Value):
    """What stands in the panel. `message`: a failure's words, or empty."""

    title: str
    name: str
    insurance: str
    keys: tuple[str, ...]
    message: str
    mark: str
    mark_short: str


class Layout(Value):
    """`kind`: full, small or none (nothing fits). `texts`: row, column, text. `count_*`: where the countdown stands;
    `short`: its short form is used; `pale`: it stands inside the picture."""

    kind: str
    size: tuple[int, int]
    texts: tuple[tuple[int, int, str], ...]
    count_row: int
    count_column: int
    count_width: int
    short: bool
    pale: bool


def lay_out(rows: int, columns: int, painter: Painter, said: Said, *, small_ok: bool) -> Layout:
    """`small_ok`: the terminal can show the small picture's signs."""
    full, small = painter.full_size, painter.small_size
    beside: list[tuple[str, tuple[int, int]]] = [("full", full)] + ([("small", small)] if small_ok else [])
    for kind, (height, wide) in beside:
        if rows >= height and columns >= wide + PANEL:
            return _beside(kind, (height, wide), said)
        if rows > height and columns >= wide:
            return _below(kind, (height, wide), min(rows - height, _STRIP_ROWS), columns, said)
    if small_ok and rows >= small[0] and columns >= small[1]:
        return _inside(small, said, painter.pale)
    return Layout("none", (rows, columns), (), 0, 0, 0, False, False)


def needed(painter: Painter, *, small_ok: bool) -> tuple[int, int]:
    """The least rows and columns: below them nothing is shown."""
    rows, columns = painter.full_size
    return painter.small_size if small_ok else (rows + 1, columns)


def _beside(kind: str, size: tuple[int, int], said: Said) -> Layout:
    height, wide = size
    room = PANEL - 1
    marks = wrap(said.mark, room)[:3]
    head = [*wrap(said.title, room)[:2], *wrap(said.name, room)[:1], *wrap(said.insurance, room)[:2]]
    tail = [clip(key, room) for key in said.keys]
    loose = height - len(marks) - len(head) - len(tail) - 1 >= 9
    lines = ([""] if loose else []) + head + ([""] if loose else [])
    count_row = len(lines)
    lines += ["", *([""] if loose else []), *tail, ""]
    lines += wrap(said.message, room)[: max(0, height - len(marks) - len(lines))]
    column = wide + 2
    texts = [(row, column, text) for row, text in enumerate(lines, 1) if text]
    first = 2 if loose else 1
    texts = [(row, at, f"{_BOLD}{text}{_PLAIN}" if row == first else text) for row, at, text in texts]
    texts += [(height - len(marks) + n, column, f"{_BOLD}{text}{_PLAIN}") for n, text in enumerate(marks, 1)]
    return Layout(kind, size, tuple(texts), count_row + 1, column, room, False, False)


def _below(kind: str, size: tuple[int, int], rows: int, columns: int, said: Said) -> Layout:
    height, _ = size
    count = 12
    words = [said.message] if said.message else [said.title, *reversed(said.keys), said.name]
    beside = width(said.mark) + count <= columns
    pieces = [said.mark] if beside else wrap(said.mark, columns)
    # Pieces take rows of their own, none of them the countdown's.
    mark = pieces if beside or len(pieces) < rows else [said.mark_short]
    lines = _fill([*mark, *words], rows, columns, count)
    texts = tuple((height + 1 + n, 1 + (count if n == 0 else 0), text) for n, text in enumerate(lines) if text)
    return Layout(kind, size, texts, height + 1, 1, count - 1, False, False)


def _fill(words: Sequence[str], rows: int, columns: int, taken: int) -> list[str]:
    """Words into lines, two spaces between; the first line has `taken` columns less. What finds no place is left."""
    lines = [""]
    for word in words:
        room = columns - (taken if len(lines) == 1 else 0)
        joined = f"{lines[-1]}  {word}" if lines[-1] else word
        if width(joined) <= room:
            lines[-1] = joined
        elif len(lines) < rows:
            lines.append(clip(word, columns))
        elif not lines[-1]:
            lines[-1] = clip(word, room)
    return lines


def _inside(size: tuple[int, int], said: Said, pale: str) -> Layout:
    height, wide = size
    count = 8
    mark = said.mark if width(said.mark) <= wide - count - 1 else said.mark_short
    text = f"{pale}{mark}{_PLAIN}"
    return Layout("small", size, ((height, 1 + count, text),) if mark else (), height, 2, count - 2, True, True)
