"""Standard streams for a program that was started with some of them closed (`>&-`, some services).

Rules of this room: see `term`. The free numbers are taken before anything else is opened: a store's file that came to
be descriptor 2 would have an error's words written into it.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


def stand_in() -> None:
    """Gives each absent stream one of its own: input at its end; output that nothing can be written to, so that an answer
    which reaches nobody is an error; standard error that swallows everything, for there is nobody to tell."""
    # From the lowest number on: each open takes the lowest free one.
    if sys.stdin is None:
        sys.stdin = _stream(os.O_RDONLY, "<stdin>", "r")
    if sys.stdout is None:
        sys.stdout = _stream(os.O_RDONLY, "<stdout>", "w")
    if sys.stderr is None:
        sys.stderr = _stream(os.O_WRONLY, "<stderr>", "w")


def _stream(flags: int, name: str, mode: str) -> TextIO:
    # What is opened for reading alone refuses every write by itself (EBADF).
    raw = io.FileIO(os.open(os.devnull, flags), mode, closefd=False)
    raw.name = name
    return io.TextIOWrapper(io.BufferedReader(raw) if mode == "r" else raw, "utf-8", write_through=mode == "w")
