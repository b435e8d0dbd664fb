"""The leak finder finds what it is for: planted secrets, in every form, wherever they begin."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentinels import scan

PIN = "940713"
ROOT = bytes(range(200, 232))


@given(st.binary(max_size=9), st.binary(max_size=9), st.sampled_from([b"940713", ROOT]))
def test_found_in_base64_at_any_place(before: bytes, after: bytes, secret: bytes) -> None:
    text = base64.b64encode(before + secret + after)
    assert scan({"secret": secret}, [("out", text)])
    assert scan({"secret": secret}, [("out", base64.urlsafe_b64encode(before + secret + after))])


@pytest.mark.parametrize(
    "written",
    [PIN, f"pin={PIN}", PIN.encode().hex(), PIN.encode().hex().upper(), repr(PIN), json.dumps([PIN]), f"x{PIN}9"],
)
def test_found_as_text(written: str) -> None:
    assert {f.sentinel for f in scan({"pin": PIN}, [("stdout", written)])} == {"pin"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-16-le"])
def test_found_in_every_encoding(encoding: str) -> None:
    assert scan({"name": "欧阳海蓝"}, [("log", "持有人 欧阳海蓝".encode(encoding))])


def test_found_as_json_escapes_and_repr() -> None:
    assert scan({"name": "欧阳海蓝"}, [("log", json.dumps("欧阳海蓝"))])
    assert scan({"root": ROOT}, [("log", f"key={ROOT!r}")])


def test_found_in_files_below_a_folder_and_in_their_names(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "store").write_bytes(b"\0" * 50 + ROOT)
    (tmp_path / f"code-{PIN}.png").write_bytes(b"")
    found = scan({"root": ROOT, "pin": PIN}, [tmp_path])
    assert {(f.sentinel, Path(f.place).name) for f in found} == {("root", "store"), ("pin", f"code-{PIN}.png")}


def test_nothing_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(bytes(range(256)) * 40)
    assert scan({"pin": PIN, "root": ROOT[::-1]}, [tmp_path, ("stderr", "940712")]) == []


def test_what_is_random_is_left_out_and_nothing_beside_it() -> None:
    chance = re.compile(rb"[0-9a-f]{32}")
    token = "0f" * 10 + PIN + "0f" * 3
    assert scan({"pin": PIN}, [("out", token)], chance) == []
    assert {one.offset for one in scan({"pin": PIN}, [("out", f"{token} {PIN}")], chance)} == {33}


def test_short_sentinels_are_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        scan({"x": "123"}, [])
