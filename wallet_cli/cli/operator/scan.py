"""The 28 digits in a picture, read with the extra `scan` (zxing-cpp, Pillow)."""

from __future__ import annotations

import errno
import os
import warnings
from pathlib import Path

from wallet_cli.domain.code import LENGTH
from wallet_cli.errors import FileUnreadable, ImageUnreadable, ScanExtraMissing

MAX_BYTES = 32 * 1024 * 1024
MAX_PIXELS = 64 * 1024 * 1024


def read_code(file: str) -> str:
    """The one online code in a picture. Raises ScanExtraMissing, FileUnreadable, ImageUnreadable(file, reason picture,
    none or several)."""
    try:
        import zxingcpp
        from PIL import Image, UnidentifiedImageError
    except ImportError:
        raise ScanExtraMissing from None
    try:
        if os.stat(file).st_size > MAX_BYTES:
            raise ImageUnreadable(file=file, reason="picture")
        with Path(file).open("rb") as source, warnings.catch_warnings():
            # Pillow warns of pictures that unpack to very many pixels; the bound below refuses them.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(source) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise ImageUnreadable(file=file, reason="picture")
                grey = picture.convert("L")
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError):
        raise ImageUnreadable(file=file, reason="picture") from None
    except OSError as error:
        if error.errno is None:
            # Pillow's own: a picture that ends too early.
            raise ImageUnreadable(file=file, reason="picture") from None
        raise FileUnreadable(file=file, reason=errno.errorcode.get(error.errno or 0, "")) from None
    seen = zxingcpp.read_barcodes(grey)
    texts = {found.text for found in seen if found.format == zxingcpp.BarcodeFormat.QRCode}
    codes = [text for text in texts if len(text) == LENGTH and text.isascii() and text.isdigit()]
    if len(codes) != 1:
        raise ImageUnreadable(file=file, reason="several" if codes else "none")
    return codes[0]
