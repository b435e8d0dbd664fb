"""Secrets from a descriptor or from standard input: the scripted way, instead of a prompt.

One secret a source, read to its end; one line end at the end is dropped. Read with `os.read`, so that nothing of it
stays in a buffer. A terminal is no source: what is typed there would be seen.
"""

from __future__ import annotations

import os

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import SecretSource

MAX_BYTES = 4096
_STDIN = 0


def read_secret_fd(fd: int, option: str) -> Secret:
    """What descriptor `fd` holds. Raises SecretSource(option, reason standard|closed|terminal|empty|long|not_text)."""
    if fd < 0 or fd in (1, 2):
        raise SecretSource(option=option, reason="standard")
    return _read(fd, option)


def read_secret_stdin(option: str) -> Secret:
    """What standard input holds. Errors as `read_secret_fd`."""
    return _read(_STDIN, option)


def _read(fd: int, option: str) -> Secret:
    data = b""
    try:
        if os.isatty(fd):
            raise SecretSource(option=option, reason="terminal")
        while len(data) <= MAX_BYTES and (piece := os.read(fd, MAX_BYTES)):
            data += piece
    except OSError as error:
        raise SecretSource(option=option, reason="closed") from error
    if len(data) > MAX_BYTES:
        raise SecretSource(option=option, reason="long")
    if data.endswith(b"\n"):
        data = data[:-1].removesuffix(b"\r")
    if not data:
        raise SecretSource(option=option, reason="empty")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # Without the cause: a UnicodeDecodeError carries the bytes.
        raise SecretSource(option=option, reason="not_text") from None
    return Secret(data)
