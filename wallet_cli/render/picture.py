"""A QR or a bar code as a file: SVG and PNG, written by hand.

Pure: modules in, text or bytes out. A picture of a sandbox's code carries its mark in plain sight and in its metadata.
Who writes the file, under which name and mode, is the command's business.
"""

from __future__ import annotations

import struct
import zlib
from base64 import b85decode
from collections.abc import Mapping, Sequence
from itertools import groupby

from wallet_cli.render import code128
from wallet_cli.render.mark import (
    MARK,
    MARK_HEIGHT,
    MARK_WIDTH,
    SIGN_HEIGHT,
    SIGN_STRIP,
    SIGN_WIDTH,
    SIGNS,
)
from wallet_cli.render.qr import QUIET, Matrix

_GAP = 10
"""Pixels between the picture's parts."""
_BAR_HEIGHT = 15
"""Hundredths of the bar code's width; the general rule of ISO/IEC 15417 for scanning by hand (4.3.2 f)."""
Bitmap = list[list[bool]]


def svg(modules: Matrix, caption: Sequence[str] = ()) -> str:
    """A stand-alone SVG: one path of dark modules, and each line of `caption` under it."""
    side = len(modules) + 2 * QUIET
    height = side + 2 * len(caption) + (1 if caption else 0)
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(modules) for x, dark in enumerate(row) if dark
    )
    lines = "".join(
        f'<text x="{side / 2:g}" y="{side + 2 * i + 1:g}" font-size="1.5" font-family="sans-serif" '
        f'text-anchor="middle">{_escape(line)}</text>\n'
        for i, line in enumerate(caption)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {height}" '
        f'width="{side * 10}" height="{height * 10}">\n'
        f"<title>{_escape(' · '.join(caption)) or 'QR'}</title>\n"
        f'<rect width="{side}" height="{height}" fill="#fff"/>\n'
        f'<path d="{path}" fill="#000" shape-rendering="crispEdges"/>\n'
        f"{lines}</svg>\n"
    )


def barcode_svg(digits: str, caption: Sequence[str] = ()) -> str:
    """A stand-alone SVG of Code 128: a path of bars, under it the digits in groups of four and each line of `caption`."""
    bars = code128.modules(digits)
    width = len(bars) + 2 * code128.QUIET
    high = round(width * _BAR_HEIGHT / 100)
    # Each bar is one piece: between two halves of a bar some printers leave a hair's breadth.
    path, x = "", code128.QUIET
    for dark, run in groupby(bars):
        wide = len(list(run))
        path += f"M{x} 4h{wide}v{high}h-{wide}z" if dark else ""
        x += wide
    words = [grouped(digits), *caption]
    lines = "".join(
        f'<text x="{width / 2:g}" y="{high + 12 + 9 * i}" font-size="{8 if i == 0 else 7}" font-family="sans-serif" '
        f'text-anchor="middle">{_escape(line)}</text>\n'
        for i, line in enumerate(words)
    )
    height = high + 7 + 9 * len(words)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width * 3}" height="{height * 3}">\n'
        f"<title>{_escape(' · '.join(caption)) or 'Code 128'}</title>\n"
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
        f'<path d="{path}" fill="#000" shape-rendering="crispEdges"/>\n'
        f"{lines}</svg>\n"
    )


def grouped(digits: str) -> str:
    """In groups of four, as a person reads them out."""
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def png(
    modules: Matrix, *, sandbox: bool, expires: str = "", metadata: Mapping[str, str] | None = None, scale: int = 10
) -> bytes:
    """A 1-bit PNG with four quiet modules, under it `expires` (digits, `-:TZ+` and spaces), under that the sandbox mark.

    `scale`: pixels a module. `metadata`: iTXt chunks, keyword (Latin-1) to text.
    """
    quiet = [False] * (QUIET * scale)
    width = (len(modules) + 2 * QUIET) * scale
    blank = [False] * width
    rows = [blank] * (QUIET * scale)
    for row in modules:
        rows += [[*quiet, *(dark for dark in row for _ in range(scale)), *quiet]] * scale
    rows += [blank] * (QUIET * scale)
    if expires:
        rows += [*_centred(_signs(expires), width), *[blank] * _GAP]
    if sandbox:
        rows += [*_centred(_unpack(MARK, MARK_WIDTH, MARK_HEIGHT), width), *[blank] * _GAP]
    return _file(rows, metadata or {})


def barcode_png(
    digits: str, *, sandbox: bool, expires: str = "", metadata: Mapping[str, str] | None = None, scale: int = 3
) -> bytes:
    """A 1-bit PNG of Code 128 with its quiet zones, under it the digits in groups of four, then as `png`."""
    quiet = [False] * (code128.QUIET * scale)
    bars = [*quiet, *(dark for dark in code128.modules(digits) for _ in range(scale)), *quiet]
    width = len(bars)
    blank = [False] * width
    margin = [blank] * (4 * scale)
    rows = [*margin, *[bars] * round(width * _BAR_HEIGHT / 100), *margin]
    for words in filter(None, (grouped(digits), expires)):
        rows += [*_centred(_signs(words), width), *[blank] * _GAP]
    if sandbox:
        rows += [*_centred(_unpack(MARK, MARK_WIDTH, MARK_HEIGHT), width), *[blank] * _GAP]
    return _file(rows, metadata or {})


def _centred(bitmap: Bitmap, width: int) -> Bitmap:
    """Padded to `width`; what is wider is cut at the right."""
    before = max(0, (width - len(bitmap[0])) // 2)
    after = max(0, width - before - len(bitmap[0]))
    return [[*[False] * before, *row, *[False] * after][:width] for row in bitmap]


def _unpack(packed: str, width: int, height: int) -> Bitmap:
    data = zlib.decompress(b85decode(packed))
    stride = (width + 7) // 8
    return [[bool(data[y * stride + x // 8] >> (7 - x % 8) & 1) for x in range(width)] for y in range(height)]


def _signs(text: str) -> Bitmap:
    strip = _unpack(SIGN_STRIP, SIGN_WIDTH * len(SIGNS), SIGN_HEIGHT)
    starts = [SIGNS.index(char) * SIGN_WIDTH for char in text]
    # A sign's own ink is 13 pixels wide: 14 a sign keeps a whole time within the narrowest picture.
    return [[bit for start in starts for bit in row[start : start + 14]] for row in strip]


def _file(rows: Bitmap, metadata: Mapping[str, str]) -> bytes:
    """PNG (ISO/IEC 15948): greyscale, one bit, no filter; light is 1."""
    raw = bytearray()
    for row in rows:
        bits = "".join("0" if dark else "1" for dark in row)
        bits += "1" * (-len(bits) % 8)
        raw += b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 1, 0, 0, 0, 0)
    texts = [_chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode()) for key, text in metadata.items()]
    body = [_chunk(b"IHDR", header), *texts, _chunk(b"IDAT", zlib.compress(bytes(raw), 9)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
