"""Bytes into keys."""

from __future__ import annotations

import pytest

from wallet_cli.term.keys import OTHER, keys


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"q", ["q"]),
        (b"QR", ["q", "r"]),
        (b"\x1b[A", [OTHER]),
        (b"\x1bOQq", [OTHER, "q"]),
        (b"\x1b[15;5~m", [OTHER, "m"]),
        (b"\x1b", [OTHER]),
        (b"\x1b[", [OTHER]),
        (b"\x1bq", [OTHER]),
        ("退q".encode(), [OTHER, "q"]),
        (b"\x04", ["\x04"]),
        (b"\xff\x80", [OTHER]),
    ],
)
def test_keys(data: bytes, expected: list[str]) -> None:
    assert keys(data) == expected
