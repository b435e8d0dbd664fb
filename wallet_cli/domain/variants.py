"""Chinese in the other characters, sign by sign: for names of places, and for streams that lack a simplified sign.

Rules of this room: pure, data in `variants_data`. Words differ, too, from place to place; the catalogs see to those.
"""

from __future__ import annotations

from functools import lru_cache

from wallet_cli.domain.variants_data import BACK, FORTH

_NAMES = (("瀋丘", "沈丘"), ("鐘祥", "鍾祥"), ("個舊", "箇舊"))
"""Names that are not written as others with the same simplified character are, or as words are: 瀋陽, 鐘山, 個人."""


def traditional(text: str) -> str:
    """`text` in traditional characters.

    >>> traditional("郑州市 中原区")
    '鄭州市 中原區'
    """
    made = text.translate(_pairs(FORTH))
    for wrong, right in _NAMES:
        made = made.replace(wrong, right)
    return made


def simplified(text: str) -> str:
    """`text` in simplified characters; made for names of places, whose 乾 stays.

    >>> simplified("臺灣"), simplified("乾縣")
    ('台湾', '乾县')
    """
    return text.translate(_pairs(BACK))


@lru_cache(maxsize=2)
def _pairs(data: str) -> dict[int, str]:
    signs = data.replace("\n", "")
    return {ord(one): other for one, other in zip(signs[::2], signs[1::2], strict=True)}
