"""The sandbox's clock: offsets that last, durations, files that are not offsets."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_cli.errors import NotWritable, PlatformTampered, TimeInvalid
from wallet_cli.platform.clock import MAX_OFFSET_S, SandboxClock, parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("61s", 61), ("2h", 7_200), ("3d", 259_200), ("1h30m", 5_400), ("-91s", -91), ("0s", 0), ("2w", 1_209_600)],
)
def test_durations(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", "-", "61", "s", "1y", "1.5h", " 1s", "1s ", "--1s", "+1s", "1h-1m", "１s", "99999999999d", "9" * 400 + "s"],
)
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(TimeInvalid) as refused:
        parse_duration(text)
    assert len(str(refused.value.data["text"])) <= 40


@given(st.integers(-MAX_OFFSET_S, MAX_OFFSET_S))
def test_seconds_read_back(seconds: int) -> None:
    assert parse_duration(f"{seconds}s") == seconds


def test_an_offset_lasts_and_adds_up(tmp_path: Path) -> None:
    folder = tmp_path / "platform"
    clock, other = SandboxClock(folder), SandboxClock(folder)
    assert abs(clock.now() - time.time()) < 3 and clock.offset() == 0
    clock.advance(61)
    assert abs(other.now() - time.time() - 61) < 3
    other.advance(-1)
    assert clock.offset() == 60
    assert stat.S_IMODE((folder / "clock").stat().st_mode) == 0o600
    clock.reset()
    assert SandboxClock(folder).offset() == 0


def test_the_offset_has_a_bound(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "platform")
    clock.advance(MAX_OFFSET_S)
    with pytest.raises(TimeInvalid):
        clock.advance(1)
    assert clock.offset() == MAX_OFFSET_S


@pytest.mark.parametrize("content", [b"", b"soon", b"1.5", b"\xff\xfe", b"9" * 30])
def test_a_file_that_is_no_offset_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "clock").write_bytes(content)
    with pytest.raises(PlatformTampered) as refused:
        SandboxClock(tmp_path).now()
    assert refused.value.data["what"] == "clock"
    (tmp_path / "clock").chmod(0o600)
    tmp_path.chmod(0o700)
    SandboxClock(tmp_path).reset()
    assert SandboxClock(tmp_path).offset() == 0


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        SandboxClock(tmp_path / "file" / "platform").advance(1)
