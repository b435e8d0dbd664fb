"""Secrets from descriptors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import SecretSource
from wallet_cli.term.sources import MAX_BYTES, read_secret_fd, read_secret_stdin


@contextmanager
def pipe(data: bytes) -> Iterator[int]:
    read, write = os.pipe()
    os.write(write, data)
    os.close(write)
    try:
        yield read
    finally:
        os.close(read)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"739158", b"739158"),
        (b"739158\n", b"739158"),
        (b"739158\r\n", b"739158"),
        (b"739158\n\n", b"739158\n"),
        (b" 739158 ", b" 739158 "),
        ("口令".encode(), "口令".encode()),
        (b"x" * MAX_BYTES, b"x" * MAX_BYTES),
    ],
)
def test_one_line_end_is_dropped_and_nothing_else(data: bytes, expected: bytes) -> None:
    with pipe(data) as fd:
        assert read_secret_fd(fd, "--pin-fd").reveal() == expected


def reason(read: Callable[[], Secret]) -> object:
    with pytest.raises(SecretSource) as caught:
        read()
    assert caught.value.data["option"] == "--pin-fd"
    return caught.value.data["reason"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"", "empty"), (b"\n", "empty"), (b"x" * (MAX_BYTES + 1), "long"), (b"\xff\xfe", "not_text")],
)
def test_what_is_no_secret(data: bytes, expected: str) -> None:
    with pipe(data) as fd:
        assert reason(lambda: read_secret_fd(fd, "--pin-fd")) == expected


def test_bytes_that_are_no_text_are_not_carried_along() -> None:
    with pipe(b"739158\xff") as fd, pytest.raises(SecretSource) as caught:
        read_secret_fd(fd, "--pin-fd")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("fd", [-1, 1, 2])
def test_descriptors_that_are_never_a_source(fd: int) -> None:
    assert reason(lambda: read_secret_fd(fd, "--pin-fd")) == "standard"


def test_a_closed_descriptor_and_a_folder() -> None:
    read, write = os.pipe()
    os.close(read)
    os.close(write)
    assert reason(lambda: read_secret_fd(read, "--pin-fd")) == "closed"
    folder = os.open("/", os.O_RDONLY)
    assert reason(lambda: read_secret_fd(folder, "--pin-fd")) == "closed"
    os.close(folder)


def test_a_terminal_is_no_source() -> None:
    master, slave = os.openpty()
    os.write(master, b"739158\n")
    assert reason(lambda: read_secret_fd(slave, "--pin-fd")) == "terminal"
    os.close(slave)
    os.close(master)


def test_standard_input() -> None:
    kept = os.dup(0)
    with pipe(b"739158\n") as fd:
        os.dup2(fd, 0)
    try:
        assert read_secret_stdin("--pin-stdin").reveal() == b"739158"
    finally:
        os.dup2(kept, 0)
        os.close(kept)
