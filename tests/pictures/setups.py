"""The terminals whose pictures are taken, and the ways in which a code is put on their screens.

A set-up is a real terminal of 24 rows of 80 columns with its font, colours and width of ambiguous signs. A way is a
program run in it; ours is the live screen itself, the others are what `qrcode` and `qrencode` print of the same digits,
in a window high enough for all of it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from terminals import Display, Kitty, Urxvt, Window, Xterm, decode_zbar, decode_zxing, wait_for

CODES = ("9911000000017315926480463728", "9911000456782046813579024681", "9911009000355517093086241977")
DEJAVU = ("-fa", "DejaVu Sans Mono", "-fs", "10")
_SOLARIZED = {  # https://ethanschoonover.com/solarized
    0: "#073642", 1: "#dc322f", 2: "#859900", 3: "#b58900", 4: "#268bd2", 5: "#d33682", 6: "#2aa198", 7: "#eee8d5",
    8: "#002b36", 15: "#fdf6e3",
}  # fmt: skip
SOLARIZED = tuple(word for n, value in _SOLARIZED.items() for word in ("-xrm", f"*color{n}: {value}"))
_CJK = ("-fa", "DejaVu Sans Mono", "-fd", "Noto Sans Mono CJK SC", "-fs", "10")


class Setup(NamedTuple):
    """`terminal`: Xterm, Urxvt or Kitty with these keyword arguments. `touching`: the font's block glyphs meet their
    neighbours; None: this terminal cannot show them. `encoding`: what the program is told. `tmux`: inside one."""

    name: str
    terminal: type[Window]
    colours: tuple[str, str]
    more: Mapping[str, Any]
    touching: bool | None = True
    encoding: str = "utf-8"
    env: Mapping[str, str] = {}
    tmux: bool = False


SETUPS = (
    Setup("xterm, dark", Xterm, ("white", "black"), {"font": DEJAVU}),
    Setup("xterm, light", Xterm, ("black", "white"), {"font": DEJAVU}),
    Setup(
        "xterm, Solarized dark, Liberation Mono",
        Xterm,
        ("#839496", "#002b36"),
        {"font": ("-fa", "Liberation Mono", "-fs", "10"), "options": SOLARIZED},
    ),
    Setup(
        "xterm, Solarized light, Hack",
        Xterm,
        ("#657b83", "#fdf6e3"),
        {"font": ("-fa", "Hack", "-fs", "11"), "options": SOLARIZED},
    ),
    Setup(
        "xterm, Noto Sans Mono CJK",
        Xterm,
        ("white", "black"),
        {"font": ("-fa", "Noto Sans Mono CJK SC", "-fs", "10")},
        touching=False,
    ),
    # A font without block elements: nothing tells a program so, and the small picture is not readable in it.
    Setup("xterm, bitmap font 6×13", Xterm, ("white", "black"), {"font": ("-fn", "6x13")}, touching=None),
    Setup(
        "xterm, line spacing 1.2",
        Xterm,
        ("white", "black"),
        {"font": DEJAVU, "options": ("-xrm", "*scaleHeight: 1.2")},
        touching=False,
    ),
    Setup(
        "xterm, ambiguous signs wide",
        Xterm,
        ("white", "black"),
        {"font": _CJK, "options": ("-cjk_width",)},
        touching=None,
    ),
    Setup(
        "xterm, not UTF-8",
        Xterm,
        ("black", "white"),
        {"font": DEJAVU, "options": ("+u8", "-lc")},
        touching=None,
        encoding="ascii",
        env={"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    ),
    Setup(
        "xterm, GBK",
        Xterm,
        ("white", "black"),
        {"font": _CJK, "options": ("+u8",)},
        touching=None,
        encoding="gbk",
        env={"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "gbk"},
    ),
    Setup("tmux in xterm", Xterm, ("white", "black"), {"font": DEJAVU}, tmux=True),
    Setup("urxvt, dark", Urxvt, ("white", "black"), {}),
    Setup(
        "urxvt, light, line spacing 1.2",
        Urxvt,
        ("black", "white"),
        {"font": "xft:Liberation Mono:size=11", "options": ("-lsp", "3")},
        touching=False,
    ),
    Setup("kitty, dark", Kitty, ("white", "black"), {}),
    Setup(
        "kitty, light, line spacing 1.2",
        Kitty,
        ("black", "white"),
        {"font": "Hack", "options": ("-o", "adjust_line_height=120%")},
    ),
)

_DRIVER = [sys.executable, "tests/shell/qr_driver.py", "life=3600", "still=1"]
_ASCII = "import sys, qrcode; q = qrcode.QRCode(); q.add_data(sys.argv[1]); q.{}"


class Way(NamedTuple):
    """How a code gets on the screen. `size`: the window's rows and columns. `argv`: with {code} and {encoding}."""

    name: str
    argv: Sequence[str]
    size: tuple[int, int]
    ours: bool = False


def _qrcode(call: str) -> list[str]:
    return [sys.executable, "-c", _ASCII.format(call), "{code}"]


OURS = Way("`yibao qr`", [*_DRIVER, "code={code}", "encoding={encoding}"], (24, 80), ours=True)
SMALL = Way("`yibao qr`, small window", OURS.argv, (16, 57), ours=True)
OTHERS = (
    Way("`qrencode -t UTF8`", ["qrencode", "-t", "UTF8", "{code}"], (40, 80)),
    Way("`qrencode -t ANSIUTF8`", ["qrencode", "-t", "ANSIUTF8", "{code}"], (40, 80)),
    Way("`qrencode -t ANSI256`", ["qrencode", "-t", "ANSI256", "{code}"], (40, 80)),
    Way("`qrcode`'s `print_ascii()`", _qrcode("print_ascii()"), (40, 80)),
    Way("`qrcode`'s `print_tty()`", _qrcode("print_tty()"), (40, 80)),
)


def available(setup: Setup) -> str:
    """The program that this set-up lacks; empty if it can run."""
    need = [setup.terminal.program, "Xvfb", "xwd", "xdotool", *(["tmux"] if setup.tmux else [])]
    return next((program for program in need if shutil.which(program) is None), "")


def take(display: Display, setup: Setup, way: Way, code: str) -> Any:
    """The window's picture, once the code stands in it and nothing moves any more. Ours is waited for until a decoder
    reads it: a busy terminal draws in pieces."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder, "drawn")
        argv = [word.format(code=code, encoding=setup.encoding) for word in way.argv]
        argv = [*argv, f"log={drawn}"] if way.ours else ["sh", "-c", f'"$@"; echo > {drawn}', "sh", *argv]
        if setup.tmux:
            Path(folder, "conf").write_text("set -g status off\n", encoding="ascii")
            server = ["tmux", "-u", "-S", f"{folder}/tmux", "-f", f"{folder}/conf"]
            argv = [*server, "new-session", " ".join(f"'{word}'" if word else "''" for word in argv) + "; sleep 600"]
        look = dict(setup.more)
        size = way.size
        with setup.terminal(display, argv, size=size, colours=setup.colours, env=setup.env, **look) as window:
            wait_for("the program's output", drawn.exists)
            last: list[bytes] = []

            def still() -> Any:
                image = window.screenshot()
                shot = image.tobytes()
                same = len(last) == 4 and set(last) == {shot}
                last[:] = [*last[-3:], shot]
                if not same or len(image.getcolors(1 << 24) or ()) < 2:
                    return None
                unreadable = not way.ours or (way is SMALL and setup.touching is None)
                return image if unreadable or [code] in (decode_zbar(image), decode_zxing(image)) else None

            return wait_for("a picture that stands still", still)
