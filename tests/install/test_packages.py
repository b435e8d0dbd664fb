"""Wheel and sdist: the same bytes wherever and whenever they are built, and everything in them that a program reads."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from install.package_kit import EPOCH, TOP, build, copy_sources


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both packages, and the wheel that the sdist makes."""
    folder = tmp_path_factory.mktemp("made")
    copy_sources(folder / "sources")
    wheel, sdist = (build(kind, folder / "sources", folder, SOURCE_DATE_EPOCH=EPOCH) for kind in ("wheel", "sdist"))
    with tarfile.open(sdist) as packed:
        packed.extractall(folder / "unpacked", filter="data")
    (inside,) = (folder / "unpacked").iterdir()
    (folder / "again").mkdir()
    return {
        "wheel": wheel,
        "sdist": sdist,
        "wheel of the sdist": build("wheel", inside, folder / "again", SOURCE_DATE_EPOCH=EPOCH),
    }


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_another_folder_umask_and_hour_make_the_same_bytes(kind: str, made: dict[str, Path], tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder/of another name"
    copy_sources(elsewhere)
    for path in elsewhere.rglob("*"):  # a checkout under another umask, the executable bit kept
        path.chmod(path.stat().st_mode & 0o700)
    (tmp_path / "out").mkdir()
    again = build(kind, elsewhere, tmp_path / "out", umask=0o077, SOURCE_DATE_EPOCH=EPOCH, TZ="Asia/Shanghai")
    assert again.name == made[kind].name
    assert digest(again) == digest(made[kind])


def test_the_sdist_makes_the_same_wheel(made: dict[str, Path]) -> None:
    assert digest(made["wheel of the sdist"]) == digest(made["wheel"])


def test_the_wheel_holds_every_file_that_a_program_reads(made: dict[str, Path]) -> None:
    with zipfile.ZipFile(made["wheel"]) as wheel:
        names = set(wheel.namelist())
        (licence,) = (name for name in names if name.endswith("/licenses/LICENSE"))
        assert wheel.read(licence) == (TOP / "LICENSE").read_bytes()
    package = TOP / "wallet_cli"
    needed = {
        str(path.relative_to(TOP))
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".mo"} and path.name != ".DS_Store"
    }
    kinds = {Path(name).suffix for name in needed}
    assert {".py", ".po", ".json", ".toml", ".txt", ".sql", ".typed"} <= kinds
    needed |= {str(path.relative_to(TOP).with_suffix(".mo")) for path in package.rglob("*.po")}
    assert "wallet_cli/domain/division_data.py" in needed
    assert needed <= names, f"not in the wheel: {sorted(needed - names)}"
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".pyc")]


def test_the_wheel_says_what_it_is(made: dict[str, Path]) -> None:
    with zipfile.ZipFile(made["wheel"]) as wheel:
        (metadata,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        (scripts,) = (name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt"))
        said = message_from_string(wheel.read(metadata).decode())
        programs = wheel.read(scripts).decode()
    assert made["wheel"].name.endswith("-py3-none-any.whl")
    assert said["Requires-Python"] == ">=3.11"
    assert said["License-Expression"] == "Apache-2.0"
    classified = said.get_all("Classifier") or []
    for version in ("3.11", "3.12", "3.13", "3.14"):
        assert f"Programming Language :: Python :: {version}" in classified
    for program, entry in {"yibao": "yibao", "yibao-platform": "yibao_platform"}.items():
        assert f"{program} = wallet_cli.__main__:{entry}\n" in programs


def test_the_sdist_holds_the_tests_and_nothing_that_was_built(made: dict[str, Path]) -> None:
    with tarfile.open(made["sdist"]) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
        run = next(member for member in packed.getmembers() if member.name.endswith("/tests/run"))
    assert {"LICENSE", "README.md", "pyproject.toml", "PKG-INFO", "tests/run", "wallet_cli/__main__.py"} <= names
    assert run.mode & 0o100
    assert not [name for name in names if name.endswith(".pyc")]
