"""Real terminals for tests: xterm, urxvt and kitty under Xvfb, tmux, and a pty with pyte behind it.

Each skips visibly where its Debian program is absent. Waiting is always for a condition that can be seen, with a
deadline that only a fault reaches.
"""

from __future__ import annotations

import codecs
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

import wallet_cli

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = str(Path(wallet_cli.__file__).resolve().parents[1])
"""Where the package under test lies: the installation in tests/run, else the checkout."""
DEADLINE_S = 180.0
QR_BACKGROUNDS = ("48;5;16", "48;5;231")


def require(*programs: str) -> None:
    """Skips the test, naming what is absent."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def wait_for(what: str, condition: Callable[[], Any], deadline_s: float | None = None) -> Any:
    """The first true answer of `condition`; fails the test naming `what` after the deadline."""
    end = time.monotonic() + (deadline_s or DEADLINE_S)
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.05)
    return pytest.fail(f"never came: {what}")


def environment(**more: str) -> dict[str, str]:
    """A clean environment in which the package is found."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "VIRTUAL_ENV") if name in os.environ}
    fixed = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    return {**kept, **fixed, "PYTHONPATH": PACKAGE, "PYTHONSAFEPATH": "1", **more}


def decode_zbar(image: Any) -> list[str]:
    """What zbar reads in a PIL image."""
    pyzbar = pytest.importorskip("pyzbar.pyzbar", reason="zbar is not installed")
    return [found.data.decode() for found in pyzbar.decode(image.convert("L"), symbols=[pyzbar.ZBarSymbol.QRCODE])]


def decode_zxing(image: Any) -> list[str]:
    """What zxing-cpp reads in a PIL image."""
    import zxingcpp

    return [found.text for found in zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)]


def decode_zxing_strict(image: Any) -> list[str]:
    """As a scanner that tries once: the resolution it was given, dark on light, no second look with the picture turned."""
    import zxingcpp

    once = {"try_rotate": False, "try_downscale": False, "try_invert": False}
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode, **once)
    return [one.text for one in found]


def alive(pid: int) -> bool:
    """Whether the process still runs (or is stopped)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Display:
    """An X server without a screen, on a number made of this process's: two servers that pick for themselves at the same
    moment take each other's socket away."""

    def __enter__(self) -> Display:
        require("Xvfb")
        first = 100 + os.getpid() % 50000
        # Somebody else's server may have the number already; it is asked for, never taken away.
        number = next((found for n in range(8) if (found := self._start(first + 997 * n))), "")
        assert number, "Xvfb did not start"
        self.name = f":{number}"
        return self

    def _start(self, number: int) -> str:
        """The display's number once the server takes clients; empty where it could not have this one."""
        read, write = os.pipe()
        # Without -noreset the server starts over when its last client leaves, and refuses the next one meanwhile.
        # With auto-repeat (-r: without) a key is typed many times when its release comes late.
        looks = ["-noreset", "-r", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        argv = ["Xvfb", f":{number}", *looks, "-displayfd", str(write)]
        self._server = subprocess.Popen(argv, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            found = answer.readline().strip()
        if not found:
            self._server.wait()
        return found

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait()


class Window:
    """A terminal's window in which `argv` runs. `command`: the terminal's own words before it; `kind`: its class."""

    kind = ""
    program = ""

    def __init__(
        self, display: Display, command: Sequence[str], argv: Sequence[str], env: Mapping[str, str] | None = None
    ) -> None:
        require(self.program, "xwd", "xdotool")
        self._folder = tempfile.TemporaryDirectory()
        self._status = Path(self._folder.name, "status")
        shell = '"$@"; echo $? > "$STATUS_FILE.part"; mv "$STATUS_FILE.part" "$STATUS_FILE"; sleep 600'
        self._env = {**environment(), **(env or {}), "DISPLAY": display.name, "STATUS_FILE": str(self._status)}
        self._argv = [*command, "sh", "-c", shell, "sh", *argv]

    def __enter__(self) -> Window:
        self._process = subprocess.Popen(self._argv, env=self._env, cwd=ROOT, start_new_session=True)
        try:
            self.window = wait_for(f"{self.program}'s window", self._find)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()
        # The next terminal of this kind must not be taken for this one.
        wait_for(f"the end of {self.program}'s window", lambda: not self._find())

    def _find(self) -> str:
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", self.kind],
            env=self._env,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()[-1] if done.stdout.split() else ""

    def send(self, *keys: str) -> None:
        """Keys by their X names, struck on the X server's keyboard: terminals take none that another program made up."""
        argv = ["xdotool", "windowfocus", "--sync", self.window, "key", *keys]
        subprocess.run(argv, env=self._env, check=True, stderr=subprocess.DEVNULL)

    def resize(self, rows: int, columns: int) -> None:
        """Asks for so many cells, as a person's mouse would."""
        argv = ["xdotool", "windowsize", "--usehints", self.window, str(columns), str(rows)]
        subprocess.run(argv, env=self._env, check=True)

    def screenshot(self) -> Any:
        """The window's pixels as a PIL image. None can be taken at the moment in which it changes its size."""
        return _xwd(wait_for("a picture of the window", self._dump))

    def _dump(self) -> bytes:
        argv = ["xwd", "-silent", "-id", self.window]
        done = subprocess.run(argv, env=self._env, check=False, capture_output=True)
        return b"" if done.returncode else done.stdout

    def exit_status(self) -> int:
        """Of the program, once it has ended."""
        return int(wait_for("the program's end", lambda: self._status.exists() and self._status.read_text()))


class Xterm(Window):
    """`colours`: foreground and background."""

    kind = program = "xterm"

    def __init__(
        self,
        display: Display,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (24, 80),
        colours: tuple[str, str] = ("black", "white"),
        font: Sequence[str] = ("-fa", "DejaVu Sans Mono", "-fs", "10"),
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> None:
        look = ["-fg", colours[0], "-bg", colours[1], "-geometry", f"{size[1]}x{size[0]}+0+0"]
        super().__init__(display, ["xterm", "-T", "yibao-test", *look, *font, *options, "-e"], argv, env)


class Urxvt(Window):
    """rxvt-unicode. `colours`: foreground and background."""

    kind = "URxvt"
    program = "urxvt"

    def __init__(
        self,
        display: Display,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (24, 80),
        colours: tuple[str, str] = ("black", "white"),
        font: str = "xft:DejaVu Sans Mono:size=10",
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> None:
        look = ["-fg", colours[0], "-bg", colours[1], "-geometry", f"{size[1]}x{size[0]}+0+0", "-fn", font]
        command = ["urxvt", "+sb", *look, *options, "-e"]
        super().__init__(display, command, argv, {"TERM": "rxvt-unicode-256color", **(env or {})})


class Kitty(Window):
    """kitty, its OpenGL done in software. `colours`: foreground and background."""

    kind = program = "kitty"

    def __init__(
        self,
        display: Display,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (24, 80),
        colours: tuple[str, str] = ("black", "white"),
        font: str = "DejaVu Sans Mono",
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> None:
        settings = {
            "initial_window_width": f"{size[1]}c",
            "initial_window_height": f"{size[0]}c",
            "remember_window_size": "no",
            "font_family": font,
            "font_size": "10",
            "foreground": colours[0],
            "background": colours[1],
            "shell_integration": "disabled",
            "update_check_interval": "0",
        }
        words = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
        # llvmpipe would take a thread for each core.
        software = {"LIBGL_ALWAYS_SOFTWARE": "1", "LP_NUM_THREADS": "1", "TERM": "xterm-kitty"}
        command = ["kitty", "--config", "NONE", *words, *options]
        super().__init__(display, command, argv, {**software, **(env or {})})


def _xwd(dump: bytes) -> Any:
    """An X window dump (XWDFile.h, version 7) of a 24-bit screen as a PIL image."""
    import struct

    from PIL import Image

    header = struct.unpack(">25I", dump[:100])
    size, width, height, bits, stride, colours = header[0], header[4], header[5], header[11], header[12], header[19]
    assert bits == 32, f"{bits} bits a pixel"
    order = "BGRX" if header[7] == 0 else "XRGB"
    start = size + 12 * colours
    return Image.frombuffer("RGB", (width, height), dump[start : start + stride * height], "raw", order, stride, 1)


class Tmux:
    """A tmux server of its own with one window running a shell, so that what a program leaves behind can be seen."""

    def __init__(self, *, size: tuple[int, int] = (24, 80)) -> None:
        require("tmux")
        self._size = size

    def __enter__(self) -> Tmux:
        self._folder = tempfile.TemporaryDirectory()
        self._socket = str(Path(self._folder.name, "tmux"))
        rows, columns = self._size
        empty = str(Path(self._folder.name, "tmux.conf"))
        Path(empty).write_text("set -g status off\nset -g default-terminal tmux-256color\n", encoding="ascii")
        start = Path(self._folder.name, "shrc")
        start.write_text("PS1='ready> '\n", encoding="ascii")
        self._env = environment(ENV=str(start))
        self._tmux("-f", empty, "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(ROOT), "sh")
        try:
            wait_for("the shell's prompt", lambda: "ready>" in self.capture())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._tmux("kill-server")
        self._folder.cleanup()

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-S", self._socket, *words], env=self._env, check=True, capture_output=True, text=True
        )
        return done.stdout

    def send(self, *keys: str) -> None:
        """Keys by tmux's names, `Enter`, `C-c`; text as itself."""
        self._tmux("send-keys", *keys)

    def type(self, line: str) -> None:
        """A line of text and Enter."""
        self._tmux("send-keys", "-l", line)
        self._tmux("send-keys", "Enter")

    def option(self, name: str, value: str) -> None:
        self._tmux("set", "-g", name, value)

    def close_window(self) -> None:
        """As a person closes it: the programs in it get HUP. A second window keeps the server."""
        window = self.ask("#{window_id}")
        self._tmux("new-window", "sh")
        self._tmux("kill-window", "-t", window)

    def resize(self, rows: int, columns: int) -> None:
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def capture(self, *, history: bool = False, escapes: bool = False) -> str:
        """What stands in the window; with `history` from the scrollback's first line, with `escapes` the colours."""
        words = ["capture-pane", "-p", *(["-e"] if escapes else []), *(["-S", "-"] if history else [])]
        return self._tmux(*words)

    def ask(self, form: str) -> str:
        """A tmux format: `#{cursor_flag}`, `#{pane_pid}`, `#{history_size}`, `#{alternate_on}`."""
        return self._tmux("display-message", "-p", form).strip()

    def has_qr(self) -> bool:
        """Whether any cell, on screen or in the history, has a QR's colours."""
        seen = self.capture(history=True, escapes=True)
        return any(colour in seen for colour in QR_BACKGROUNDS)


class _Screen(pyte.Screen):
    """A pyte screen that answers what it is asked. `position`: said instead of the cursor's true one, empty for none."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], Any], position: str | None) -> None:
        self._answer = answer
        self._position = position
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        words = data if self._position is None else self._position
        if words:
            self._answer(words)


class Pty:
    """A program on a pty, its screen kept by pyte. `raw` is every byte it wrote. `position`: see _Screen."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (24, 80),
        env: Mapping[str, str] | None = None,
        position: str | None = None,
    ) -> None:
        self.raw = b""
        self._screen = _Screen(size[1], size[0], self.send, position)
        self._stream = pyte.ByteStream(self._screen)
        self.child = pexpect.spawn(
            argv[0], list(argv[1:]), dimensions=size, env={**environment(), **(env or {})}, cwd=str(ROOT), timeout=30
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Pty:
        return self

    def __exit__(self, *_: object) -> None:
        """As `hang_up`, but for programs that do not end by it."""
        if self.child.closed:
            return
        self.child.ptyproc.fileobj.close()
        self.child.kill(signal.SIGKILL)
        self._wait()

    def pump(self, wait_s: float = 0.05) -> bool:
        """Takes in what has come; False at the end."""
        try:
            data = self.child.read_nonblocking(65536, timeout=wait_s)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def until(self, what: str, condition: Callable[[], Any]) -> Any:
        """Takes in output until `condition` holds."""
        return wait_for(what, lambda: (self.pump(), condition())[1])

    def said(self) -> str:
        """Everything written so far, but for a sign of which only the first bytes have come."""
        return codecs.getincrementaldecoder("utf-8")().decode(self.raw).replace("\r\n", "\n")

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        """Without the stubs that pyte leaves beside wide signs."""
        return "\n".join(self.lines())

    def cell(self, row: int, column: int) -> Any:
        """From 1; `.data`, `.fg`, `.bg` as pyte names them."""
        return self._screen.buffer[row - 1][column - 1]

    def send(self, text: str) -> None:
        self.child.send(text)

    def resize(self, rows: int, columns: int) -> None:
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def end(self) -> int:
        """Exit status; 128 + n for death by signal n."""
        wait_for("the program's end", lambda: not self.pump())
        return self._wait()

    def hang_up(self) -> int:
        """The terminal goes away, as when a person closes its window: the kernel sends HUP. Status as of `end`."""
        self.child.ptyproc.fileobj.close()
        return self._wait()

    def _wait(self) -> int:
        # pexpect's own close() signals what takes more than a tenth of a second to end.
        wait_for("the process's end", lambda: not self.child.isalive())
        self.child.close()
        if self.child.signalstatus is not None:
            return 128 + int(self.child.signalstatus)
        return int(self.child.exitstatus)
