"""The code on real terminals' screens is read, however badly it is looked at. `--full`: every set-up and degradation."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pictures.degrade import FAST, VARIANTS
from pictures.rates import DECODERS, mean, score
from pictures.setups import CODES, OURS, SETUPS, SMALL, Setup, available, take
from terminals import Display

FULL = os.environ.get("YIBAO_FULL") == "1"
WHICH = SETUPS if FULL else tuple(one for one in SETUPS if one.name in {
    "xterm, dark", "xterm, line spacing 1.2", "xterm, not UTF-8", "urxvt, light, line spacing 1.2",
})  # fmt: skip
ASKED = tuple(VARIANTS) if FULL else FAST
SMALL_ONES = tuple(one for one in WHICH if one.touching is not None)


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with Display() as display:
        yield display


def needs(setup: Setup) -> None:
    if lacks := available(setup):
        pytest.skip(f"{lacks} is not installed")


@pytest.mark.parametrize("setup", WHICH, ids=lambda setup: setup.name)
def test_the_code_is_read(display: Display, setup: Setup) -> None:
    needs(setup)
    code = CODES[SETUPS.index(setup) % len(CODES)]
    found = score(take(display, setup, OURS, code), code, ASKED)
    assert found.clean
    for decoder in DECODERS:
        assert found.rate(decoder) >= 0.90, (decoder, found.missed(decoder))


@pytest.mark.parametrize("setup", SMALL_ONES, ids=lambda setup: setup.name)
def test_the_small_one_is_read(display: Display, setup: Setup) -> None:
    """Where the font's blocks leave gaps, the two decoders' mean is judged: one of them follows edges."""
    needs(setup)
    code = CODES[SETUPS.index(setup) % len(CODES)]
    found = score(take(display, setup, SMALL, code), code, ASKED)
    rates = {decoder: found.rate(decoder) for decoder in DECODERS}
    if setup.touching:
        assert found.clean
        assert min(rates.values()) >= 0.90, {decoder: found.missed(decoder) for decoder in DECODERS}
    else:
        assert sum(rates.values()) / len(rates) >= 0.65, rates


@pytest.mark.skipif(not FULL, reason="the mean of all set-ups is for --full")
def test_the_mean_of_all(display: Display) -> None:
    setups = [setup for setup in SETUPS if not available(setup)]
    assert len(setups) >= 12
    found = []
    for setup in setups:
        code = CODES[SETUPS.index(setup) % len(CODES)]
        found.append(score(take(display, setup, OURS, code), code))
    assert {decoder: mean(found, decoder) >= 0.93 for decoder in DECODERS} == dict.fromkeys(DECODERS, True)


def test_the_degradations_are_the_same_on_every_run() -> None:
    from pictures.degrade import on_table
    from PIL import Image

    picture = on_table(Image.linear_gradient("L").resize((120, 80)))
    assert len(VARIANTS) >= 41
    assert set(FAST) < set(VARIANTS) and len(FAST) > 10
    for name, step in VARIANTS.items():
        once = step(picture)
        assert (once.mode, once.tobytes()) == ("L", step(picture).tobytes()), name
        assert name == "clean" or (once.size, once.tobytes()) != (picture.size, picture.tobytes()), name


def test_a_picture_without_a_code_is_not_read() -> None:
    from PIL import Image

    blank = score(Image.new("L", (640, 400), 255), CODES[0], FAST)
    assert not blank.clean
    assert {decoder: blank.rate(decoder) for decoder in DECODERS} == dict.fromkeys(DECODERS, 0)
