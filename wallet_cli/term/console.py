"""The one owner of standard output and standard error.

Data goes to standard output, everything else to standard error. A sign that the stream's encoding lacks is replaced by
a plain one, never a crash. Colour: NO_COLOR > FORCE_COLOR > `--color` > whether the stream is a terminal that has any.
"""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from wallet_cli.errors import DiskFull, NotWritable

if TYPE_CHECKING:
    from rich.console import Console as RichConsole
    from rich.table import Table

_PLAIN = {
    "·": ".",
    "•": "*",
    "…": "...",
    "–": "-",
    "—": "--",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "→": "->",
    "×": "x",
    "✓": "ok",
    "✗": "x",
    "¥": "CNY ",
    "￥": "CNY ",
    "\xa0": " ",
}
"""For each what a stream gets that lacks it."""
# Signs two columns wide get two, so that what was aligned stays aligned.
_PLAIN |= {wide: narrow.ljust(2) for wide, narrow in zip("：，、。；！？％／＋－＝～", ":,,.;!?%/+-=~", strict=True)}
_PLAIN |= {"（": " (", "）": ") ", "【": " [", "】": "] ", "〔": " [", "〕": "] ", "「": ' "', "」": '" '}
_PLAIN |= {"《": " <", "》": "> "}


def encodable(text: str, encoding: str | None) -> str:
    """`text` with every sign that `encoding` lacks replaced: a simplified character by its traditional one (Big5 has
    none of the former), others by a plain sign, at last by `?`, two for a sign two columns wide.

    >>> encodable("医保码 · 本人", "gb2312"), encodable("医保码", "big5"), encodable("a…", "ascii")
    ('医保码 · 本人', '醫保碼', 'a...')
    """
    if encoding is None or text.isascii():
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_encodable(c, encoding) for c in text)
    except LookupError:
        return "".join(_encodable(c, "ascii") for c in text)
    return text


def _encodable(char: str, encoding: str) -> str:
    if _fits(char, encoding):
        return char
    if char in _PLAIN:
        return _PLAIN[char]
    from wallet_cli.domain.variants import simplified, traditional
    from wallet_cli.locale.width import width

    for other in (traditional(char), simplified(char)):
        if _fits(other, encoding):
            return other
    return "?" * max(1, width(char))


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def can_encode(text: str, encoding: str | None) -> bool:
    """Whether `text` passes unchanged."""
    return encodable(text, encoding) == text


def wants_color(stream: TextIO, choice: str, env: Mapping[str, str]) -> bool:
    """`choice`: auto, always or never. An empty NO_COLOR counts as unset (no-color.org)."""
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR"):
        return env["FORCE_COLOR"] not in ("0", "false")
    if choice != "auto":
        return choice == "always"
    return is_terminal(stream) and env.get("TERM", "dumb") != "dumb"


_FEW_COLORS = frozenset({"linux", "ansi", "pcansi", "cons25", "vt52", "vt100", "vt102", "vt220", "vt320"})


def few_colors(term: str) -> bool:
    """Whether a terminal of this TERM has 8 or 16 colours: the Linux console and its like, rxvt with 88.

    >>> few_colors("linux"), few_colors("xterm"), few_colors("rxvt-unicode"), few_colors("rxvt-unicode-256color")
    (True, False, True, False)
    """
    if term.endswith(("-16color", "-88color")) or term in ("rxvt", "rxvt-unicode"):
        return True
    return term.partition("-")[0] in _FEW_COLORS


def is_terminal(stream: TextIO | None) -> bool:
    """False also for a stream that is closed or absent."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


class _Sheet(io.StringIO):
    """What rich draws on: it looks at the encoding to choose its signs."""

    encoding = "utf-8"


class Console:
    """Standard streams, looked at once. `color`: the option `--color`."""

    def __init__(
        self, stdin: TextIO | None, stdout: TextIO, stderr: TextIO, env: Mapping[str, str], color: str = "auto"
    ) -> None:
        self.stdout = stdout
        self.stderr = stderr
        self.stdin_is_terminal = is_terminal(stdin)
        self.stdout_is_terminal = is_terminal(stdout)
        self.stderr_is_terminal = is_terminal(stderr)
        self.color = wants_color(stdout, color, env)
        self.color_err = wants_color(stderr, color, env)
        self.dumb = env.get("TERM", "dumb") == "dumb"
        self.few_colors = few_colors(env.get("TERM", "dumb"))
        self._rich: RichConsole | None = None

    def out(self, text: str, end: str = "\n") -> None:
        """Data. Raises DiskFull, NotWritable; BrokenPipeError where the reader has gone."""
        self._write(self.stdout, text + end)

    def err(self, text: str, end: str = "\n") -> None:
        """Words for the person. A standard error that takes nothing is no failure of the command."""
        try:
            self._write(self.stderr, text + end)
        except (DiskFull, NotWritable, BrokenPipeError):
            return

    def size(self) -> tuple[int, int]:
        """Rows and columns of the terminal at standard output, else at standard error, else 24 × 80."""
        for stream, terminal in ((self.stdout, self.stdout_is_terminal), (self.stderr, self.stderr_is_terminal)):
            if terminal:
                columns, rows = os.get_terminal_size(stream.fileno())
                return rows or 24, columns or 80
        return 24, 80

    def rich(self) -> RichConsole:
        """rich's console on standard output, made when first asked for. Off a terminal it has no width limit."""
        if self._rich is None:
            from rich.console import Console as RichConsole

            height, width = self.size()
            self._rich = RichConsole(
                file=self.stdout,
                force_terminal=self.color,
                no_color=not self.color,
                color_system="standard" if self.color else None,
                # Both, or rich takes 80 columns wherever TERM is dumb.
                height=height,
                width=width if self.stdout_is_terminal else 10_000,
                highlight=False,
                emoji=False,
                markup=False,
                legacy_windows=False,
            )
        return self._rich

    def width(self) -> int:
        """Columns that output for people may take: the terminal's, or 100 where it goes elsewhere."""
        return self.size()[1] if self.stdout_is_terminal else 100

    def reading_width(self) -> int:
        """Columns for a text that is read from beginning to end: the terminal's, and no more than a person likes."""
        return min(self.size()[1], 100)

    def table(self, table: Table) -> None:
        """A rich table as data."""
        sheet = _Sheet()
        sheet.encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        rich = self.rich()
        # rich's own capture writes to its file, too, and a full disk is then an error that nobody worded.
        rich.file = sheet
        rich.print(table)
        self.out(sheet.getvalue(), end="")

    def can_draw(self) -> bool:
        """Whether standard output takes line-drawing signs."""
        return can_encode("─", getattr(self.stdout, "encoding", None))

    def written(self, text: str) -> str:
        """What standard output shows for `text`."""
        return encodable(text, getattr(self.stdout, "encoding", None))

    @staticmethod
    def _write(stream: TextIO, text: str) -> None:
        try:
            stream.write(encodable(text, getattr(stream, "encoding", None)))
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(path=str(stream.name)) from error
            # No file of the wallet's: doctor could not mend it.
            reason = errno.errorcode.get(error.errno or 0, "")
            raise NotWritable(fix=(), path=str(stream.name), reason=reason) from error
