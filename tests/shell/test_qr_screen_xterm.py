"""The live screen in a real xterm, its pixels read by two decoders."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from terminals import Display, Xterm, decode_zbar, decode_zxing, wait_for

DRIVER = [sys.executable, "tests/shell/qr_driver.py"]


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with Display() as display:
        yield display


def both(xterm: Xterm) -> str:
    """What both decoders read alike in the window as it is; empty while they do not."""
    image = xterm.screenshot()
    read = decode_zbar(image) + decode_zxing(image)
    return read[0] if len(read) == 2 and read[0] == read[1] else ""


def nothing_left(xterm: Xterm) -> bool:
    image = xterm.screenshot()
    return decode_zbar(image) + decode_zxing(image) == []


def written(log: Path) -> list[str]:
    return log.read_text(encoding="ascii").split() if log.exists() else []


@pytest.mark.parametrize("colours", [("black", "white"), ("white", "black")], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(24, 80), (24, 60), (16, 60), (14, 27)], ids=lambda size: f"{size[1]}x{size[0]}")
def test_both_decoders_read_the_code_on_screen(
    display: Display, colours: tuple[str, str], size: tuple[int, int], tmp_path: Path
) -> None:
    log = tmp_path / "codes"
    with Xterm(display, [*DRIVER, f"log={log}"], colours=colours, size=size) as xterm:
        assert wait_for("a QR both read", lambda: both(xterm)) in written(log)


def test_a_window_made_smaller_and_larger_still_shows_the_code(display: Display, tmp_path: Path) -> None:
    log = tmp_path / "codes"
    with Xterm(display, [*DRIVER, f"log={log}"]) as xterm:
        code = wait_for("a QR both read", lambda: both(xterm))
        for columns, rows in ((40, 16), (80, 24)):
            before = width_of(xterm)
            xterm.resize(rows, columns)
            wait_for("the new size", lambda before=before: width_of(xterm) != before)
            assert wait_for("the QR in it", lambda: both(xterm)) == code
        assert written(log) == [code], "a resize needs no new code"


def width_of(xterm: Xterm) -> int:
    image: Any = xterm.screenshot()
    return int(image.width)


def test_no_color_changes_no_cell_of_the_qr(display: Display) -> None:
    pictures = []
    for env in ({"NO_COLOR": "1"}, {}):
        # On black, the picture's last light row is seen to be there.
        with Xterm(display, DRIVER, colours=("white", "black"), env=env) as xterm:
            wait_for("a QR both read", lambda xterm=xterm: both(xterm))
            image = wait_for("its last row", lambda xterm=xterm: whole(xterm.screenshot()))
            pictures.append(image.crop((0, 0, image.width * 58 // 80, image.height)).tobytes())
    assert pictures[0] == pictures[1]


def whole(image: Any) -> Any:
    """The picture of 24 × 80 cells once the last cell of the QR's last row, drawn from the top, is light."""
    corner = (image.width * 115 // 160, image.height * 45 // 48)
    return image if image.getpixel(corner) == (255, 255, 255) else None


def test_quitting_by_key_leaves_no_qr_in_the_window(display: Display) -> None:
    with Xterm(display, DRIVER) as xterm:
        wait_for("a QR both read", lambda: both(xterm))
        xterm.send("q")
        assert xterm.exit_status() == 0
        wait_for("no QR left", lambda: nothing_left(xterm))
