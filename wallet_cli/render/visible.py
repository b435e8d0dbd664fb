"""Text that somebody typed or sent, as a screen may be given it.

Rules of this room: see `render`. JSON escapes such signs, and plain output is for programs: both keep the text whole.
"""

from __future__ import annotations

_UNSEEN = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)), "?"
)
"""Control characters, and those that break a line or turn its direction: they say nothing and move what is around."""


def visible(text: str) -> str:
    """`text` with a question mark for every sign that a terminal obeys instead of showing it.

    >>> visible("a\\x1b[31mb"), visible("药　店")
    ('a?[31mb', '药　店')
    """
    return text if text.isascii() and text.isprintable() else text.translate(_UNSEEN)
