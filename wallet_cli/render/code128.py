"""Code 128 (ISO/IEC 15417) of digits: code set C, two digits a sign.

Pure: an even number of digits in, the bars and spaces as modules out. Quiet zones, scale and words are the picture's.
"""

from __future__ import annotations

QUIET = 10
"""Light modules on either side (4.3.2 g)."""
_START_C = 105
_STOP = "2331112"
_WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 "
    "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 "
    "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 "
    "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
    "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
)
"""Widths of bar, space, bar, space, bar, space by value 0 to 105 (table 1), seven signs a value."""


def values(digits: str) -> list[int]:
    """Start, data, check value. Raises ValueError for anything but an even, positive number of ASCII digits."""
    if not digits or len(digits) % 2 or not (digits.isascii() and digits.isdigit()):
        raise ValueError("code set C holds pairs of digits")
    data = [int(digits[i : i + 2]) for i in range(0, len(digits), 2)]
    check = (_START_C + sum(place * value for place, value in enumerate(data, 1))) % 103
    return [_START_C, *data, check]


def modules(digits: str) -> tuple[bool, ...]:
    """True is dark; no quiet zones. 28 digits take 189 modules. Errors: as `values`."""
    widths = "".join([*(_WIDTHS[7 * value : 7 * value + 6] for value in values(digits)), _STOP])
    return tuple(place % 2 == 0 for place, width in enumerate(widths) for _ in range(int(width)))
