"""The programs themselves at a real terminal: the command line to start, the environment, and what a screen shows.

Children import the package that this process tests, the installed one included, whatever their current folder.
"""

from __future__ import annotations

import os
import sys
import termios
from pathlib import Path
from typing import Any

from terminals import Pty, Xterm, decode_zbar, decode_zxing, wait_for
from wallet import PIN, TOP, Wallet

YIBAO = [sys.executable, "-P", "-m", "wallet_cli"]
CELL = 8
"""Pixels of a cell's width in `picture`; twice that in height."""


def variables(home: Path, lang: str = "zh-CN", **more: str) -> dict[str, str]:
    """What a child needs to find the package and this home."""
    return {
        "PYTHONPATH": str(TOP),
        "YIBAO_HOME": str(home),
        "YIBAO_VAULT": "sandbox",
        "YIBAO_LANG": lang,
        "PYTHONDONTWRITEBYTECODE": "1",
        **more,
    }


def active(folder: Path) -> Wallet:
    """An activated wallet in a home of its own."""
    wallet = Wallet(folder / "yibao")
    wallet.activate()
    return wallet


def both(image: Any) -> str:
    """What zbar and zxing read alike, the one QR of this image; empty while they do not."""
    read = decode_zbar(image) + decode_zxing(image)
    return read[0] if len(read) == 2 and read[0] == read[1] else ""


def picture(pty: Pty, size: tuple[int, int] = (24, 80)) -> Any:
    """The cells' backgrounds as pixels; a default one is black. For frames without half-blocks."""
    from PIL import Image

    rows, columns = size
    image = Image.new("L", (columns, rows))
    for row in range(rows):
        for column in range(columns):
            image.putpixel((column, row), 255 if pty.cell(row + 1, column + 1).bg == "ffffff" else 0)
    return image.resize((columns * CELL, rows * 2 * CELL), Image.Resampling.NEAREST)


def shown(pty: Pty) -> str:
    """The code on a pty's screen."""
    return str(pty.until("a QR both decoders read", lambda: both(picture(pty))))


class Typist:
    """Types the PIN into an xterm that runs `argv()`, once its terminal shows the hidden prompt: echo is off."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "tty"
        self._front = "import os, pathlib, sys; pathlib.Path(sys.argv.pop(1)).write_text(os.ttyname(0)); "
        self._front += "from wallet_cli.__main__ import yibao; yibao()"

    def argv(self, *words: str) -> list[str]:
        return [sys.executable, "-P", "-c", self._front, str(self._file), *words]

    def enter_pin(self, xterm: Xterm, pin: str = PIN) -> None:
        terminal = wait_for("the program", lambda: self._file.exists() and self._file.read_text())
        handle = os.open(terminal, os.O_RDWR | os.O_NOCTTY)
        try:
            wait_for("the hidden prompt", lambda: not termios.tcgetattr(handle)[3] & termios.ECHO)
        finally:
            os.close(handle)
        self._file.unlink()
        xterm.send(*pin, "Return")


def enter_pin(pty: Pty, prompt: str = "密码", pin: str = PIN) -> None:
    """Waits for the hidden prompt and answers it."""
    pty.until("the PIN's prompt", lambda: squeezed(pty).rstrip("•").endswith((prompt + ":", prompt + "：")))
    pty.send(pin + "\r")


def squeezed(pty: Pty) -> str:
    """The screen's signs without any blanks: pyte leaves stubs beside wide signs."""
    return "".join(pty.text().split())


def said(pty: Pty) -> str:
    """Everything written so far."""
    return pty.said()


__all__ = [
    "PIN",
    "YIBAO",
    "Typist",
    "active",
    "both",
    "enter_pin",
    "picture",
    "said",
    "shown",
    "squeezed",
    "variables",
    "wait_for",
]
