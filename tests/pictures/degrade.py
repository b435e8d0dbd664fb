"""What happens to a screen between its pixels and a scanner: 49 fixed variants of a picture, the same on every run.

Each takes a grey PIL image on a grey table and gives another; their noise comes from a generator seeded by their name.
Strengths were fixed before the first measurement, at what a hand-held scanner or phone meets: from a third to one and a
half of the screen's own resolution, out of focus by up to three pixels, moved, turned, seen from the side, in poor light.
One thing was changed after it: noise is smoothed over neighbouring pixels, as a camera's is, at the same strengths;
per-pixel white noise above some 8 levels defeats one-shot reading of modules this large.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

Step = Callable[[Any], Any]
TABLE = 96
"""The grey around the window."""
_MARGIN = 40
_SMOOTHING = 1.0


def on_table(image: Any) -> Any:
    """The window's picture in grey, with some table around it."""
    grey = image.convert("L")
    out = Image.new("L", (grey.width + 2 * _MARGIN, grey.height + 2 * _MARGIN), TABLE)
    out.paste(grey, (_MARGIN, _MARGIN))
    return out


def scale(factor: float, how: Image.Resampling = Image.Resampling.BILINEAR) -> Step:
    return lambda image: image.resize((round(image.width * factor), round(image.height * factor)), how)


def blur(radius: float) -> Step:
    return lambda image: image.filter(ImageFilter.GaussianBlur(radius))


def moved(x: float, y: float) -> Step:
    return lambda image: image.filter(ImageFilter.BoxBlur((x, y)))


def turned(degrees: float) -> Step:
    return lambda image: image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=TABLE)


def squeezed(x: float, y: float) -> Step:
    """Seen from the side, far away: `x`, `y` are the shares of width and height that are left."""
    return lambda image: image.resize((round(image.width * x), round(image.height * y)), Image.Resampling.BILINEAR)


def seen_from(side: str, share: float) -> Step:
    """Seen from near: the far edge has `share` of its length."""

    def step(image: Any) -> Any:
        wide, high = image.size
        dx, dy = wide * (1 - share) / 2, high * (1 - share) / 2
        corners = {
            "below": [(dx, 0), (wide - dx, 0), (wide, high), (0, high)],
            "above": [(0, 0), (wide, 0), (wide - dx, high), (dx, high)],
            "right": [(0, dy), (wide, 0), (wide, high), (0, high - dy)],
            "left": [(0, 0), (wide, dy), (wide, high - dy), (0, high)],
        }[side]
        source = [(0, 0), (wide, 0), (wide, high), (0, high)]
        how, fill = Image.Transform.PERSPECTIVE, TABLE
        return image.transform(image.size, how, _plane(corners, source), Image.Resampling.BICUBIC, fillcolor=fill)

    return step


def _plane(to: list[tuple[float, float]], source: list[tuple[float, float]]) -> list[float]:
    """The eight coefficients by which PIL finds for each point of the result the point it shows."""
    rows = []
    for (x, y), (u, v) in zip(to, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):  # Gauss and Jordan
        pivot = max(range(i, 8), key=lambda n: abs(rows[n][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for n in range(8):
            if n != i:
                rows[n] = [a - rows[n][i] * b for a, b in zip(rows[n], rows[i], strict=True)]
    return [row[8] for row in rows]


def gamma(power: float) -> Step:
    return lambda image: image.point([round(255 * (value / 255) ** power) for value in range(256)])


def contrast(share: float) -> Step:
    return lambda image: ImageEnhance.Contrast(image).enhance(share)


def exposed(share: float) -> Step:
    return lambda image: image.point([min(255, round(value * share)) for value in range(256)])


def jpeg(quality: int) -> Step:
    def step(image: Any) -> Any:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality)
        return Image.open(file).convert("L")

    return step


def noise(deviation: float) -> Step:
    """A sensor's noise of this standard deviation, then the camera's own smoothing (no colour camera is without: it makes
    each pixel of several). Near enough to a normal distribution: the mean of four even ones, spread."""

    def step(image: Any) -> Any:
        chance = random.Random(f"noise {deviation}")
        planes = [Image.frombytes("L", image.size, chance.randbytes(image.width * image.height)) for _ in range(4)]
        pairs = [ImageChops.blend(planes[0], planes[1], 0.5), ImageChops.blend(planes[2], planes[3], 0.5)]
        grain = ImageChops.blend(*pairs, 0.5)  # 255 / sqrt(12) / 2: a deviation of 36.8 about 127.5
        grain = grain.point([min(255, max(0, round(128 + (v - 127.5) * deviation / 36.8))) for v in range(256)])
        return ImageChops.add(image, grain, 1, -128).filter(ImageFilter.GaussianBlur(_SMOOTHING))

    return step


def lit_from(corner: str, least: float) -> Step:
    """Light falls off across the picture down to `least`."""

    def step(image: Any) -> Any:
        ramp = Image.linear_gradient("L").resize(image.size)
        ramp = ramp.point([round(255 * (least + (1 - least) * value / 255)) for value in range(256)])
        ramp = {"bottom": ramp, "top": ramp.transpose(Image.Transpose.FLIP_TOP_BOTTOM)}[corner]
        return ImageChops.multiply(image, ramp)

    return step


def glare(strength: float) -> Step:
    """A lamp's reflection, brightest in the middle of the upper half."""

    def step(image: Any) -> Any:
        spot = ImageChops.invert(Image.radial_gradient("L")).resize((image.width, image.height))
        spot = ImageChops.offset(spot, 0, -image.height // 4).point([round(value * strength) for value in range(256)])
        return ImageChops.add(image, spot)

    return step


def in_turn(*steps: Step) -> Step:
    def step(image: Any) -> Any:
        for one in steps:
            image = one(image)
        return image

    return step


_PHOTO = {
    "photo, near": in_turn(turned(4), seen_from("below", 0.9), blur(1), noise(10), jpeg(60)),
    "photo, from the left": in_turn(seen_from("left", 0.82), turned(-7), scale(0.7), noise(8), jpeg(50)),
    "photo, far": in_turn(turned(2), blur(1), scale(0.4), noise(6), jpeg(60)),
    "photo, in the dark": in_turn(turned(-3), exposed(0.4), blur(1), noise(14), jpeg(50)),
    "photo, against the light": in_turn(glare(0.4), contrast(0.6), turned(5), blur(1), jpeg(50)),
    "photo, shaking": in_turn(moved(3, 2), turned(12), scale(0.8), noise(8), jpeg(40)),
    "photo, tilted": in_turn(squeezed(0.8, 1), turned(15), seen_from("right", 0.9), noise(10), jpeg(50)),
    "photo, sent on": in_turn(scale(0.6), jpeg(30), scale(1.4), jpeg(30)),
}

VARIANTS: dict[str, Step] = {
    "clean": lambda image: image,
    **{f"scale {share}": scale(share) for share in (0.33, 0.5, 0.67, 0.8, 1.5)},
    "scale 0.6, no smoothing": scale(0.6, Image.Resampling.NEAREST),
    **{f"blur {radius}": blur(radius) for radius in (1, 1.5, 2, 3)},
    "moved sideways": moved(4, 0),
    "moved up": moved(0, 4),
    **{f"turned {degrees}": turned(degrees) for degrees in (3, 10, 20, 45, 90, 180)},
    **{f"seen from {side}": seen_from(side, 0.8) for side in ("below", "above", "right", "left")},
    **{f"tilted to {share}": squeezed(share, 1) for share in (0.75, 0.6)},
    **{f"tilted back to {share}": squeezed(1, share) for share in (0.75, 0.6)},
    **{f"gamma {power}": gamma(power) for power in (0.5, 2)},
    **{f"contrast {share}": contrast(share) for share in (0.5, 0.3, 0.2)},
    "too dark": exposed(0.4),
    "too bright": exposed(1.6),
    **{f"JPEG {quality}": jpeg(quality) for quality in (40, 20, 10)},
    **{f"noise {deviation}": noise(deviation) for deviation in (15, 30, 45)},
    "light from below": lit_from("bottom", 0.3),
    "glare": glare(0.6),
    **_PHOTO,
}
FAST = (
    "clean",
    "scale 0.5",
    "blur 2",
    "turned 10",
    "seen from left",
    "tilted to 0.75",
    "gamma 2",
    "contrast 0.3",
    "JPEG 20",
    "noise 30",
    "photo, near",
)
"""The part of every test run."""
