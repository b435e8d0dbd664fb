"""Cursors of lists that run by time and number, newest first.

Rules of this room: see `service`.
"""

from __future__ import annotations

from wallet_cli.errors import PlatformError

END = 2**62
"""Later than any time."""
MAX_CURSOR = 128


def cursor(at: int, number: str) -> str:
    """Where the list goes on: time and number of the last line shown."""
    return f"{int(at)}.{number}"


def after(given: str | None) -> tuple[int, str]:
    """The last line shown; before any for None. Raises PlatformError(reason=cursor)."""
    if given is None:
        return END, ""
    at, _, number = given[:MAX_CURSOR].partition(".")
    if not (at.isascii() and at.isdigit() and number and len(at) < 19):
        raise PlatformError(reason="cursor")
    return int(at), number
