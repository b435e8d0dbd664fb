"""`yibao qr` in a real xterm of 80 × 24: the PIN typed, the pixels read by two decoders, the code tried at a hospital."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shell.cli_kit import Typist, active, both, variables
from terminals import Display, Xterm, decode_zbar, decode_zxing, wait_for


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with Display() as display:
        yield display


def nothing_left(xterm: Xterm) -> bool:
    image = xterm.screenshot()
    return decode_zbar(image) + decode_zxing(image) == []


def typed(typist: Typist, xterm: Xterm) -> str:
    """The code that stands on the screen once the PIN has been typed at the prompt."""
    typist.enter_pin(xterm)
    return str(wait_for("a QR both read", lambda: both(xterm.screenshot())))


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("colours", [("black", "white"), ("white", "black")], ids=["light", "dark"])
def test_a_hospital_takes_what_the_screen_shows(
    display: Display, colours: tuple[str, str], lang: str, tmp_path: Path
) -> None:
    wallet, typist = active(tmp_path), Typist(tmp_path)
    with Xterm(display, typist.argv("qr"), colours=colours, env=variables(wallet.home, lang)) as xterm:
        code = typed(typist, xterm)
        assert len(code) == 28 and code.isdigit()
        assert wallet.verify(code)["ecToken"]
        assert wallet.verify(code, status=15) == "CODE_USED", "these very digits, once"
        xterm.send("q")
        assert xterm.exit_status() == 0
        wait_for("no QR left", lambda: nothing_left(xterm))


def test_a_code_whose_time_is_over_is_followed_by_another(display: Display, tmp_path: Path) -> None:
    wallet, typist = active(tmp_path), Typist(tmp_path)
    with Xterm(display, typist.argv("qr"), env=variables(wallet.home)) as xterm:
        first = typed(typist, xterm)
        wallet.advance("50s")
        second = wait_for("another code", lambda: (code := both(xterm.screenshot())) != first and code)
        assert wallet.verify(second)["ecToken"]
        xterm.send("q")
        assert xterm.exit_status() == 0
