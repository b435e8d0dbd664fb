"""Modules and terminal rows."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminals import ROOT, decode_zxing, environment

from wallet_cli.errors import TerminalSmall
from wallet_cli.render.qr import PLAIN, Matrix, TerminalQr, frame_for, frame_full, frame_small, matrix, matrix_of
from wallet_cli.term.layout import Painter

CODE = "9911234567890123456789012345"
digits = st.text("0123456789", min_size=28, max_size=28)
Cells = list[list[tuple[bool, bool]]]


def cells(rows: tuple[str, ...]) -> Cells:
    """Each cell as (upper half dark, lower half dark), read as a terminal would."""
    out: Cells = []
    for row in rows:
        foreground = background = ""
        line = []
        for style, char in re.findall(r"\x1b\[([0-9;]*)m|(.)", row):
            if char:
                assert background in ("16", "231")
                assert char in " ▀▄"
                upper, lower = (foreground if char == "▀" else background), (foreground if char == "▄" else background)
                line.append((upper == "16", lower == "16"))
                continue
            if style == "0":
                foreground = background = ""
            foreground = (re.findall(r"38;5;(\d+)", style) or [foreground])[-1]
            background = (re.findall(r"48;5;(\d+)", style) or [background])[-1]
        out.append(line)
        assert row.endswith("\x1b[0m")
    return out


def picture(modules: list[list[bool]], scale: int = 6) -> Any:
    from PIL import Image

    side = len(modules[0])
    image = Image.new("L", (side, len(modules)))
    image.putdata([0 if dark else 255 for row in modules for dark in row])
    image = image.resize((side * scale, len(modules) * scale), Image.Resampling.NEAREST)
    framed = Image.new("L", (image.width + 8 * scale, image.height + 8 * scale), 255)
    framed.paste(image, (4 * scale, 4 * scale))
    return framed


@settings(deadline=None, derandomize=True, max_examples=60)
@given(digits)
def test_both_frames_of_any_code_read_back(code: str) -> None:
    full = cells(TerminalQr().full(code))
    assert all(row[i] == row[i + 1] and row[i][0] == row[i][1] for row in full for i in range(0, 58, 2))
    assert decode_zxing(picture([[cell[0] for cell in row[::2]] for row in full])) == [code]
    halves = [[cell[half] for cell in row] for row in cells(TerminalQr().small(code)) for half in (0, 1)]
    assert decode_zxing(picture(halves)) == [code]


def test_the_full_frame() -> None:
    modules = matrix(CODE)
    assert (len(modules), {len(row) for row in modules}) == (21, {21})
    shown = cells(frame_full(modules))
    assert (len(shown), {len(row) for row in shown}) == (23, {58})
    light = {(False, False)}
    assert set(shown[0]) == set(shown[-1]) == light
    assert {cell for row in shown for cell in (*row[:8], *row[-8:])} == light
    assert [cell[0] for cell in shown[1][8:50:2]] == list(modules[0])


def test_the_small_frame() -> None:
    modules = matrix(CODE, version=2, error="H")
    rows = frame_small(modules)
    shown = cells(rows)
    assert (len(shown), {len(row) for row in shown}) == (14, {27})
    assert all(not cell[0] for cell in shown[0]), "one quiet row above"
    assert set(shown[-1]) == {(False, False)}
    assert {cell for row in shown for cell in (row[0], row[-1])} == {(False, False)}
    assert [cell[1] for cell in shown[0][1:-1]] == list(modules[0])
    assert [cell[0] for cell in shown[1][1:-1]] == list(modules[1])


def test_no_other_colours_and_no_other_signs() -> None:
    for row in (*TerminalQr().full(CODE), *TerminalQr().small(CODE)):
        assert set(re.findall(r"\x1b\[[^m]*m", row)) <= {
            "\x1b[0m",
            "\x1b[48;5;16m",
            "\x1b[48;5;231m",
            "\x1b[38;5;16;48;5;231m",
            "\x1b[38;5;231;48;5;16m",
        }


@pytest.mark.parametrize(
    ("rows", "columns", "height"), [(23, 58, 23), (60, 200, 23), (22, 200, 14), (60, 57, 14), (14, 27, 14)]
)
def test_the_frame_that_fits(rows: int, columns: int, height: int) -> None:
    modules = matrix(CODE, version=2 if height == 14 else 1)
    assert len(frame_for(modules, rows, columns, small_ok=True)) == height


@pytest.mark.parametrize(("rows", "columns"), [(13, 200), (200, 26)])
def test_no_frame_that_fits(rows: int, columns: int) -> None:
    with pytest.raises(TerminalSmall) as caught:
        frame_for(matrix(CODE, version=2), rows, columns, small_ok=True)
    assert caught.value.data == {"rows": 14, "columns": 27, "have_rows": rows, "have_columns": columns}


def test_without_half_blocks_the_large_frame_or_none() -> None:
    assert len(frame_for(matrix(CODE), 23, 58, small_ok=False)) == 23
    with pytest.raises(TerminalSmall) as caught:
        frame_for(matrix(CODE), 22, 200, small_ok=False)
    assert (caught.value.data["rows"], caught.value.data["columns"]) == (23, 58)


def test_no_gap_of_a_font_cuts_a_finder() -> None:
    """Where a light ring's lower end shares a cell with the dark edge below, at both of the ring's sides."""
    rows = [re.sub(r"\x1b\[[^m]*m", "", row) for row in frame_small(matrix(CODE, version=2, error="H"))]
    found = {(row, column) for row, signs in enumerate(rows) for column, sign in enumerate(signs) if sign == "▄"}
    assert found == {(3, 2), (3, 6), (3, 20), (3, 24), (12, 2), (12, 6)}


def test_a_terminal_of_few_colours_gets_the_plain_ones() -> None:
    full, small = TerminalQr(PLAIN).full(CODE), TerminalQr(PLAIN).small(CODE)
    styles = set(re.findall(r"\x1b\[([^m]*)m", "".join(full)))
    assert styles == {"40", "47;107", "0"}
    assert set(re.findall(r"\x1b\[([^m]*)m", "".join(small))) == {"40", "47", "30;47", "37;40", "0"}
    plain = [row.replace("\x1b[40m", "\x1b[48;5;16m").replace("\x1b[47;107m", "\x1b[48;5;231m") for row in full]
    assert tuple(plain) == TerminalQr().full(CODE)


LINK = "https://platform.example/face?user_code=WDJB-MJHT"


@pytest.mark.parametrize("text", ["A7K2-9QXD-M3PV", LINK, LINK + "&x=" + "y" * 300, "医保码", "7" * 90, "A"])
def test_any_text_is_read_back(text: str) -> None:
    modules = matrix_of(text)
    side = len(modules)
    assert decode_zxing(picture([list(row) for row in modules])) == [text]
    full = frame_for(modules, side + 2, 2 * side + 16, small_ok=True)
    assert decode_zxing(picture([[cell[0] for cell in row[::2]] for row in cells(full)])) == [text]
    small = frame_for(modules, (side + 3) // 2, side + 2, small_ok=True)
    halves = [[cell[half] for cell in row] for row in cells(small) for half in (0, 1)]
    assert decode_zxing(picture(halves)) == [text]


def test_the_best_level_that_the_version_holds() -> None:
    assert len(matrix_of("A7K2-9QXD-M3PV")) == len(matrix("A7K2-9QXD-M3PV", version=None, error="Q")) == 21
    assert matrix_of("A7K2-9QXD-M3PV") == matrix("A7K2-9QXD-M3PV", version=None, error="Q")
    assert len(matrix("A7K2-9QXD-M3PV", version=None, error="H")) == 25
    with pytest.raises(ValueError, match="does not fit"):
        matrix_of("x" * 2332)


def test_longer_texts_find_their_version() -> None:
    text = "https://example.invalid/激活?offer=" + "x" * 60
    modules = matrix(text, version=None)
    assert decode_zxing(picture([list(row) for row in modules])) == [text]
    with pytest.raises(ValueError, match="does not fit"):
        matrix("1" * 35)


def test_one_mask_for_every_code_by_the_format_bits() -> None:
    """Level M and mask 2 give 101111001111100 (ISO/IEC 18004, table C.1); level H and mask 2 001110011100111."""

    def format_bits(modules: Matrix) -> str:
        row = [modules[8][x] for x in (0, 1, 2, 3, 4, 5, 7, 8)]
        column = [modules[y][8] for y in (7, 5, 4, 3, 2, 1, 0)]
        return "".join("1" if dark else "0" for dark in row + column)

    for code in (CODE, "0" * 28, "9" * 28):
        assert format_bits(matrix(code)) == "101111001111100"
        assert format_bits(matrix(code, version=2, error="H")) == "001110011100111"


def test_it_is_what_the_live_screen_asks_for() -> None:
    painter: Painter = TerminalQr()
    for rows, size in ((painter.full(CODE), painter.full_size), (painter.small(CODE), painter.small_size)):
        shown = cells(rows)
        assert (len(shown), len(shown[0])) == size


def test_pillow_is_not_loaded_and_can_still_be() -> None:
    program = (
        "import sys; from wallet_cli.render.qr import matrix; matrix('1' * 28); "
        "loaded = [n for n in sys.modules if n == 'PIL' or n.startswith('PIL.')]; "
        "import PIL.Image; import qrcode; qrcode.make('x'); print(loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
