"""SVG and PNG files."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminals import decode_zbar, decode_zxing

from wallet_cli.render.picture import png, svg
from wallet_cli.render.qr import matrix

CODE = "9911234567890123456789012345"
NAMESPACE = "{http://www.w3.org/2000/svg}"


def load(data: bytes) -> Any:
    from PIL import Image

    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@settings(deadline=None, derandomize=True, max_examples=20)
@given(st.text("0123456789", min_size=28, max_size=28), st.booleans())
def test_both_decoders_read_any_png(code: str, sandbox: bool) -> None:
    image = load(png(matrix(code), sandbox=sandbox, expires="2026-11-21 16:00:27"))
    assert decode_zbar(image) == decode_zxing(image) == [code]


@pytest.mark.parametrize("scale", [3, 10, 20])
def test_four_quiet_modules_all_around(scale: int) -> None:
    image = load(png(matrix(CODE), sandbox=False, scale=scale)).convert("L")
    assert image.size == (29 * scale, 29 * scale)
    from PIL import ImageChops

    dark = ImageChops.invert(image).getbbox()
    assert dark == (4 * scale, 4 * scale, 25 * scale, 25 * scale)


def test_the_sandbox_mark_stands_below_the_code_and_only_in_a_sandbox() -> None:
    bare = load(png(matrix(CODE), sandbox=False)).convert("L")
    marked = load(png(matrix(CODE), sandbox=True)).convert("L")
    assert marked.crop((0, 0, *bare.size)).tobytes() == bare.tobytes()
    below = marked.crop((0, bare.height, marked.width, marked.height))
    ink = below.histogram()[0]
    assert ink > 1500, "two lines of letters"


def test_the_expiry_stands_below_the_code_in_full() -> None:
    bare = load(png(matrix(CODE), sandbox=False)).convert("L")
    one = load(png(matrix(CODE), sandbox=False, expires="2026-11-21 16:00:27")).convert("L")
    other = load(png(matrix(CODE), sandbox=False, expires="2026-11-21 16:00:28")).convert("L")
    band = (0, bare.height, one.width, one.height)
    from PIL import ImageChops

    left, _, right, _ = ImageChops.invert(one.crop(band)).getbbox()
    assert left > 5
    assert right < one.width - 5
    changed = ImageChops.difference(one.crop(band), other.crop(band)).getbbox()
    assert changed[0] > one.width * 0.85, "the last sign alone differs"


def test_metadata_says_what_it_is() -> None:
    image = load(png(matrix(CODE), sandbox=True, metadata={"Comment": "沙盒 不可真实就医", "Title": "yibao"}))
    assert image.info["Comment"] == "沙盒 不可真实就医"
    assert image.info["Title"] == "yibao"


def test_an_svg_draws_exactly_the_dark_modules_and_says_its_caption() -> None:
    modules = matrix(CODE)
    text = svg(modules, ["沙盒 不可真实就医", "<2026> & more"])
    root = ElementTree.fromstring(text)
    path = root.find(f"{NAMESPACE}path")
    assert path is not None
    drawn = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path.attrib["d"])}
    assert drawn == {(x + 4, y + 4) for y, row in enumerate(modules) for x, dark in enumerate(row) if dark}
    assert root.attrib["viewBox"].split()[2] == "29"
    assert [element.text for element in root.iter(f"{NAMESPACE}text")] == ["沙盒 不可真实就医", "<2026> & more"]
    height = float(root.attrib["viewBox"].split()[3])
    assert all(float(element.attrib["y"]) < height for element in root.iter(f"{NAMESPACE}text"))


def test_an_svg_without_caption_is_square() -> None:
    root = ElementTree.fromstring(svg(matrix(CODE)))
    assert root.attrib["viewBox"] == "0 0 29 29"
