"""Pictures that commands share: a link or an offer as a QR between the words, and files that hold codes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_cli.cli.context import Context
from wallet_cli.cli.files import write_new
from wallet_cli.domain.time import Instant
from wallet_cli.errors import TerminalSmall, Usage
from wallet_cli.locale import text

if TYPE_CHECKING:
    from wallet_cli.render.qr import Ink, Matrix


def ink(context: Context) -> Ink:
    """The colours that this terminal has for a QR."""
    from wallet_cli.render.qr import CUBE, PLAIN

    return PLAIN if context.console.few_colors else CUBE


def draw(context: Context, content: str, *, below: int) -> None:
    """`content` as a QR on the person's terminal, which keeps it among its lines; nothing where it would not do.

    `below`: lines that follow and must be seen together with it.
    """
    console = context.console
    if context.output != "human" or context.options.quiet or not console.stderr_is_terminal or console.dumb:
        return
    if context.accessible:
        return  # what it says stands in words beside it
    from wallet_cli.render.qr import TerminalQr, frame_for, matrix_of
    from wallet_cli.term.console import can_encode
    from wallet_cli.term.tty import Tty

    signs = TerminalQr.small_signs
    tty = Tty(0 if console.stdin_is_terminal else None, console.stderr.fileno(), console.stderr.encoding)
    rows, columns = tty.size()
    modules = matrix_of(content)

    def frame(*, small_ok: bool) -> tuple[str, ...]:
        return frame_for(modules, rows - below, columns, small_ok=small_ok, ink=ink(context))

    try:
        try:
            picture = frame(small_ok=False)
        except TerminalSmall:
            picture = frame(small_ok=can_encode(signs, tty.encoding) and tty.shows_narrow(signs))
    except TerminalSmall:
        return
    console.err("\n".join(picture))


def no_pipe(**files: Path | None) -> None:
    """A picture that holds a code is a dated file, never a stream: `-` would become a file of an odd name."""
    for option, path in files.items():
        if path is not None and str(path) == "-":
            raise Usage(kind="bad_value", option=f"--{option}")


def dated(path: Path, expires: str, name: str) -> Path:
    """code.png -> code-20261121T080100Z.png: a picture found later says by itself that it is worthless.

    A folder that is there gets a file of this `name` in it.
    """
    # Not Path's own: that raises where the name is too long or a folder above may not be entered.
    if os.path.isdir(path):
        path = path / name
    stamp = expires.replace("-", "").replace(":", "")
    return path.with_name(f"{path.stem}-{stamp}{path.suffix}")


def write_qr(path: Path, modules: Matrix, expires_at: Instant, name: str, *, drawing: bool) -> Path:
    """A QR as PNG, or SVG if `drawing`; where it was written. Raises FileExists, NotFound, NotWritable, DiskFull."""
    from wallet_cli.render import picture

    expires = expires_at.rfc3339()
    target = dated(path, expires, f"{name}{'.svg' if drawing else '.png'}")
    if drawing:
        data = picture.svg(modules, caption(expires)).encode()
    else:
        data = picture.png(modules, sandbox=True, expires=expires, metadata=facts())
    write_new(target, [data])
    return target


def caption(expires: str) -> list[str]:
    """The words under a drawing."""
    return [text("qr.file_expires", time=expires), text("mark.sandbox")]


def facts() -> dict[str, str]:
    """What a PNG says of itself."""
    return {"Title": "yibao", "Comment": text("mark.sandbox")}
