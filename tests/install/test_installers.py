"""The wheel as pip, pipx and uv install it: both programs run, in a folder and home of their own.

They need their packages from an index; without one, or without the tool, the test skips and says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from install.package_kit import TOP, build, copy_sources

PINS = TOP / "tests/constraints.txt"
# What an installer reads of the caller's: where its index is. Nothing else.
INDEX = ("PIP_", "UV_INDEX", "UV_DEFAULT_INDEX", "UV_FIND_LINKS", "SSL_", "HTTP", "http", "NO_PROXY", "no_proxy")

pytestmark = pytest.mark.xdist_group("installers")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    copy_sources(folder / "sources")
    return build("wheel", folder / "sources", folder)


@pytest.fixture
def outside(home: Path) -> dict[str, str]:
    """A user's environment: no bytecode switch, no path of the tests' own."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(INDEX)}
    # The system's certificates, as pip has them: uv brings its own.
    trusting = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    return {**trusting, **kept, "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PIP_NO_INPUT": "1"}


def done(argv: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=500, check=False
    )


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name}")
    return found


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips unless pip can get a package of ours from an index."""
    folder = tmp_path_factory.mktemp("index")
    got = done(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), "shellingham"], dict(os.environ)
    )
    if got.returncode:
        pytest.skip("needs a package index")


def check_programs(folder: Path, env: dict[str, str]) -> None:
    """Both programs run, with their words, data and both sides of a wallet."""
    env = {**env, "YIBAO_HOME": str(Path(env["HOME"]) / "yibao"), "YIBAO_VAULT": "sandbox"}
    for program in ("yibao", "yibao-platform"):
        said = done([str(folder / program), "--version"], env)
        assert (said.returncode, said.stderr) == (0, "")
        assert said.stdout.startswith(program)
    page = done([str(folder / "yibao"), "--lang", "zh-CN", "--help"], env)
    assert "医保" in page.stdout
    schema = done([str(folder / "yibao"), "schema", "balance"], env)
    assert schema.returncode == 0, schema.stderr
    json.loads(schema.stdout)
    people = done([str(folder / "yibao-platform"), "person", "list", "--json"], env)
    assert people.returncode == 0, people.stderr
    assert json.loads(people.stdout)["data"]["people"]


def compiled(package: Path) -> bool:
    return all((path.parent / "__pycache__").is_dir() for path in package.rglob("*.py"))


def package_under(folder: Path) -> Path:
    (found,) = folder.glob("**/site-packages/wallet_cli")
    return found


@pytest.mark.usefixtures("index")
def test_pip_installs_it_compiled(wheel: Path, outside: dict[str, str], tmp_path: Path) -> None:
    made = done([sys.executable, "-m", "venv", str(tmp_path / "venv")], outside)
    assert made.returncode == 0, made.stderr
    pip = [str(tmp_path / "venv/bin/python"), "-m", "pip"]
    installed = done([*pip, "install", "-q", "-c", str(PINS), str(wheel)], outside)
    assert installed.returncode == 0, installed.stderr
    whole = done([*pip, "check"], outside)
    assert whole.returncode == 0, whole.stdout
    assert compiled(package_under(tmp_path / "venv"))
    check_programs(tmp_path / "venv/bin", outside)


@pytest.mark.usefixtures("index")
def test_pipx_installs_it_compiled(wheel: Path, outside: dict[str, str], tmp_path: Path) -> None:
    env = {
        **outside,
        "PIPX_HOME": str(tmp_path / "pipx"),
        "PIPX_BIN_DIR": str(tmp_path / "bin"),
        "PIPX_MAN_DIR": str(tmp_path / "man"),
        "PIP_CONSTRAINT": str(PINS),
    }
    installed = done([tool("pipx"), "install", "--backend", "pip", "--python", sys.executable, str(wheel)], env)
    assert installed.returncode == 0, installed.stderr
    assert compiled(package_under(tmp_path / "pipx"))
    check_programs(tmp_path / "bin", env)


@pytest.mark.usefixtures("index")
def test_uv_installs_it_compiled_when_asked(wheel: Path, outside: dict[str, str], tmp_path: Path) -> None:
    env = {
        **outside,
        "UV_TOOL_DIR": str(tmp_path / "tools"),
        "UV_TOOL_BIN_DIR": str(tmp_path / "bin"),
        "UV_CACHE_DIR": str(tmp_path / "cache"),
        "UV_PYTHON_DOWNLOADS": "never",
    }
    command = [tool("uv"), "tool", "install", "--python", sys.executable, "--constraints", str(PINS)]
    installed = done([*command, "--compile-bytecode", str(wheel)], env)
    assert installed.returncode == 0, installed.stderr
    assert compiled(package_under(tmp_path / "tools"))
    check_programs(tmp_path / "bin", env)
