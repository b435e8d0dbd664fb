"""How many columns a text takes, so that nothing is ever wrapped by the terminal.

Pure. Signs of ambiguous width (`·`, `…`: one column in most terminals, two in many Chinese set-ups) are counted as two,
so that a text which fits here fits everywhere.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

_WIDE = frozenset("WFA")
_NONE = frozenset(("Mn", "Me", "Cf", "Cc"))


def width(text: str) -> int:
    """Columns that `text` takes at most."""
    if text.isascii():
        return len(text)
    return sum(0 if category(c) in _NONE else 2 if east_asian_width(c) in _WIDE else 1 for c in text)


def clip(text: str, columns: int) -> str:
    """The longest beginning of `text` that takes no more than `columns`."""
    if width(text) <= columns:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += width(char)
        if taken > columns:
            return text[:index]
    return text


def refold(text: str, columns: int) -> str:
    """A written text in lines of at most `columns`: a line that begins with a blank goes on from the one before it."""
    paragraphs: list[str] = []
    for line in text.splitlines():
        if not line.startswith(" ") or not paragraphs:
            paragraphs.append(line)
        else:
            last, rest = paragraphs[-1], line.strip()
            blank = " " if width(last[-1:]) == 1 and width(rest[:1]) == 1 else ""
            paragraphs[-1] = f"{last}{blank}{rest}"
    return "\n".join("\n".join(wrap(one, columns)) for one in paragraphs) + text[len(text.rstrip("\n")) :]


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most `columns`; broken at spaces where that leaves no half-empty line, else inside a run."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        rest = paragraph.strip()
        while rest:
            piece = clip(rest, columns) or rest[0]
            if len(piece) < len(rest) and rest[len(piece)] != " ":
                space = piece.rfind(" ")
                if space * 2 >= len(piece):
                    piece = piece[:space]
            lines.append(piece.rstrip())
            rest = rest[len(piece) :].lstrip()
    return lines
