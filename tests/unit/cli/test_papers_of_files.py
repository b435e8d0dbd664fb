"""Papers out of files: by their bytes, plain files alone, bounded, each kind once; never waited for."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from wallet_cli.cli.papers import read_papers
from wallet_cli.domain.papers import MAX_BYTES, PaperKind
from wallet_cli.errors import PaperInvalid, Usage

GOOD = {
    "application/pdf": b"%PDF-1.4\n",
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "image/png": b"\x89PNG\r\n\x1a\n\x00",
}


@pytest.mark.parametrize("media_type", GOOD)
def test_types_are_what_the_bytes_say(tmp_path: Path, media_type: str) -> None:
    content = GOOD[media_type] + os.urandom(700_000)
    file = tmp_path / "名 = 字.txt"
    file.write_bytes(content)
    (paper,) = read_papers([f"receipt={file}"])
    assert paper == type(paper)(
        PaperKind.RECEIPT, "名 = 字.txt", media_type, len(content), hashlib.sha256(content).hexdigest()
    )


def test_the_largest_paper(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-".ljust(MAX_BYTES, b"x"))
    assert read_papers([f"receipt={file}"])[0].size == MAX_BYTES
    file.write_bytes(b"%PDF-".ljust(MAX_BYTES + 1, b"x"))
    with pytest.raises(PaperInvalid) as error:
        read_papers([f"receipt={file}"])
    assert error.value.data["reason"] == "too_large"


def reason(option: str) -> object:
    with pytest.raises(PaperInvalid) as error:
        read_papers([option])
    return error.value.data["reason"]


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    for file in (pipe, folder, tmp_path / "none", "/dev/zero", "a\0b"):
        assert reason(f"receipt={file}") == "unreadable"
    (tmp_path / "empty").touch()
    assert reason(f"receipt={tmp_path / 'empty'}") == "empty"
    (tmp_path / "text").write_text("%PDf-1.4")
    assert reason(f"receipt={tmp_path / 'text'}") == "type"


def test_names_that_cannot_be_shown(tmp_path: Path) -> None:
    for name in ("a\nb.pdf", "x" * 121):
        (tmp_path / name).write_bytes(GOOD["application/pdf"])
        with pytest.raises(PaperInvalid) as error:
            read_papers([f"receipt={tmp_path / name}"])
        shown = error.value.data["file"]
        assert error.value.data["reason"] == "name" and isinstance(shown, str) and shown.isprintable()


def test_home_is_found_behind_the_equals_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.pdf").write_bytes(GOOD["application/pdf"])
    assert read_papers(["receipt=~/a.pdf"])[0].name == "a.pdf"


def test_each_kind_once_and_twenty_at_most(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(GOOD["application/pdf"])
    assert reason_of_many([f"receipt={file}", f"receipt={file}"]) == "duplicate"
    assert reason_of_many([f"receipt={file}"] * 21) == "too_many"
    assert [paper.kind for paper in read_papers([f"receipt={file}", f"prescription={file}"])] == [
        PaperKind.RECEIPT,
        PaperKind.PRESCRIPTION,
    ]


def reason_of_many(options: list[str]) -> object:
    with pytest.raises(PaperInvalid) as error:
        read_papers(options)
    return error.value.data["reason"]


@pytest.mark.parametrize("option", ["", "receipt", "receipt=", "=a.pdf", "passport=a.pdf", "Receipt=a.pdf"])
def test_options_that_are_none(option: str) -> None:
    with pytest.raises(Usage):
        read_papers([option])
    with pytest.raises(Usage):
        read_papers(["receipt=a.pdf"], (PaperKind.CONTRACT,))
