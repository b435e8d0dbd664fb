"""Code 128 against implementations by others: two decoders and one encoder."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.etree import ElementTree

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from pyzbar import pyzbar

from wallet_cli.render import code128
from wallet_cli.render.picture import barcode_png, barcode_svg, grouped

CODE = "9911234567890123456789012345"
codes = st.text("0123456789", min_size=28, max_size=28)
even = st.integers(1, 20).flatmap(lambda n: st.text("0123456789", min_size=2 * n, max_size=2 * n))


def zbar(image: Any) -> list[tuple[str, str]]:
    return [(one.type, one.data.decode()) for one in pyzbar.decode(image, symbols=[pyzbar.ZBarSymbol.CODE128])]


def zxing(image: Any) -> list[tuple[str, str]]:
    formats = zxingcpp.BarcodeFormat.Code128
    once = {"try_rotate": False, "try_downscale": False, "try_invert": False}
    return [(one.format.name.upper(), one.text) for one in zxingcpp.read_barcodes(image, formats=formats, **once)]


def load(data: bytes) -> Any:
    from PIL import Image

    image = Image.open(io.BytesIO(data))
    image.load()
    return image.convert("L")


@settings(deadline=None, derandomize=True, max_examples=200)
@given(even)
def test_the_modules_are_those_of_another_encoder(digits: str) -> None:
    drawn = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.Code128)
    pixels = memoryview(zxingcpp.write_barcode_to_image(drawn, scale=1, add_quiet_zones=False))
    assert code128.modules(digits) == tuple(pixels[0, x] < 128 for x in range(pixels.shape[1]))


def test_an_example_by_hand() -> None:
    """105 + 1*99 + 2*11 + 3*23 + 4*45 = 475; 475 mod 103 = 63."""
    assert code128.values("99112345") == [105, 99, 11, 23, 45, 63]
    assert len(code128.modules(CODE)) == 11 * 16 + 13 == 189


@pytest.mark.parametrize("wrong", ["", "1", "123", "12a4", "１２", "12 4", "-1"])
def test_only_pairs_of_digits(wrong: str) -> None:
    with pytest.raises(ValueError, match="pairs of digits"):
        code128.modules(wrong)


@settings(deadline=None, derandomize=True, max_examples=25)
@given(codes, st.booleans())
def test_both_decoders_read_any_picture(code: str, sandbox: bool) -> None:
    image = load(barcode_png(code, sandbox=sandbox, expires="2026-11-21 16:00:27"))
    assert zbar(image) == zxing(image) == [("CODE128", code)]


@pytest.mark.parametrize("scale", [1, 2, 3, 5])
def test_ten_quiet_modules_on_either_side(scale: int) -> None:
    from PIL import ImageChops

    image = load(barcode_png(CODE, sandbox=False, scale=scale))
    assert image.width == (189 + 20) * scale
    bars = image.crop((0, 4 * scale, image.width, 5 * scale))
    left, _, right, _ = ImageChops.invert(bars).getbbox()
    assert (left, right) == (10 * scale, (10 + 189) * scale)


def test_the_digits_the_expiry_and_the_mark_stand_below() -> None:
    bare = load(barcode_png(CODE, sandbox=False))
    for more in (
        load(barcode_png(CODE, sandbox=False, expires="2026-11-21T16:00:27Z")),
        load(barcode_png(CODE, sandbox=True)),
    ):
        assert more.crop((0, 0, *bare.size)).tobytes() == bare.tobytes()
        assert more.crop((0, bare.height, *more.size)).histogram()[0] > 500
    other = load(barcode_png(CODE[:-1] + "6", sandbox=False))
    bars = 12 + round(209 * 3 * 0.15)
    below = (0, bars + 12, bare.width, bare.height)
    assert other.crop(below).tobytes() != bare.crop(below).tobytes(), "the digits are said in words, too"
    assert grouped(CODE) == "9911 2345 6789 0123 4567 8901 2345"


def test_the_drawing_has_the_same_bars_and_says_its_words() -> None:
    root = ElementTree.fromstring(barcode_svg(CODE, ["到期 <2026>", "沙盒 不可真实就医"]))
    name = "{http://www.w3.org/2000/svg}"
    path = root.find(f"{name}path")
    assert path is not None
    bars = [(int(x) - 10, int(wide)) for x, wide in re.findall(r"M(\d+) 4h(\d+)v31h-\2z", path.attrib["d"])]
    assert len(bars) == 3 * 16 + 4, "three bars a sign and one more to end it"
    drawn = {x + more for x, wide in bars for more in range(wide)}
    assert drawn == {x for x, dark in enumerate(code128.modules(CODE)) if dark}
    assert [one.text for one in root.iter(f"{name}text")] == [grouped(CODE), "到期 <2026>", "沙盒 不可真实就医"]
    assert root.attrib["viewBox"].split()[2] == "209"
    lowest = max(float(one.attrib["y"]) for one in root.iter(f"{name}text"))
    assert lowest < float(root.attrib["viewBox"].split()[3])
