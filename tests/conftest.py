"""What every test stands on: a home of its own, fixed language and time zone, no real keyring, seeded campaigns.

Rules of this room: nothing here knows the product's commands. A test that wants a keyring, a screen or a terminal starts
its own; a test that lacks a program or the shared vectors skips and names what is missing.
"""

from __future__ import annotations

import faulthandler
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings

TOP = Path(__file__).resolve().parent.parent
FULL = os.environ.get("YIBAO_FULL") == "1"
VECTORS = Path(os.environ.get("YIBAO_VECTORS") or TOP.parent / "shared" / "vectors")
SEED = int(os.environ.get("YIBAO_SEED", "20221122"))
STUCK_S = 3600 if FULL else 1500  # a test that takes longer hangs, whatever the machine

# Ours, for the tests themselves; the product does not know them.
KEPT = ("YIBAO_FULL", "YIBAO_SEED", "YIBAO_VECTORS", "YIBAO_TEST_INSTALLED")

# What may steer the product, a terminal, a keyring or the bus, and must not leak in from the caller's session.
FOREIGN = (
    "DBUS_SESSION_BUS_ADDRESS",
    "GNOME_KEYRING_CONTROL",
    "KDE_FULL_SESSION",
    "XDG_CURRENT_DESKTOP",
    "DISPLAY",
    "XAUTHORITY",
    "WAYLAND_DISPLAY",
    "TMUX",
    "TMUX_TMPDIR",
    "COLUMNS",
    "LINES",
    "COLORTERM",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "LANGUAGE",
    "LC_MESSAGES",
    "PAGER",
    "EDITOR",
    "VISUAL",
    "BROWSER",
)

settings.register_profile(
    "yibao",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=1000 if FULL else 100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("yibao")


class Campaign:
    """Counts and randomness of a long campaign: full counts under YIBAO_FULL=1, else a tenth; seeded by YIBAO_SEED."""

    def __init__(self, name: str, seed: int) -> None:
        self.seed = seed
        self.random = Random(f"{seed}/{name}")

    def count(self, full: int) -> int:
        """How many rounds to run of the `full` number; at least one."""
        return full if FULL else max(1, full // 10)


def pytest_report_header() -> str:
    counts = "full counts" if FULL else "a tenth of the counts (--full: all)"
    return f"campaigns: seed {SEED} (YIBAO_SEED), {counts}"


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("YIBAO_TEST_INSTALLED") != "1":
        return
    import wallet_cli

    if Path(wallet_cli.__file__).is_relative_to(TOP / "wallet_cli"):
        raise pytest.UsageError("the tests would run against the checkout, not the installed package")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Real terminals one after the other, in one worker: each brings its own X server, shell and program."""
    for item in items:
        if item.path.is_relative_to(TOP / "tests" / "shell"):
            item.add_marker(pytest.mark.xdist_group("terminal"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Fails a test that hangs, with every thread's stack, so that the rest still run and the summary is printed."""

    def stuck(signum: int, frame: object) -> None:
        faulthandler.dump_traceback(file=sys.__stderr__)
        pytest.fail(f"still running after {STUCK_S} s")

    before = signal.signal(signal.SIGALRM, stuck)
    signal.alarm(STUCK_S)
    try:
        return (yield)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A private, empty home for every test, and an environment in which nothing of the caller's session is left.

    XDG_RUNTIME_DIR lies directly under the system's temporary folder: the path of a Unix socket has 107 bytes at most.
    """
    for name in list(os.environ):
        if name in FOREIGN or (name.startswith(("XDG_", "YIBAO_", "LC_", "PYTHON_KEYRING")) and name not in KEPT):
            monkeypatch.delenv(name)
    private = tmp_path_factory.mktemp("home", numbered=True)
    runtime = Path(tempfile.mkdtemp(prefix="yb-"))
    monkeypatch.setenv("HOME", str(private))
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for name, value in {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    yield private
    shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(scope="session")
def needs() -> Callable[..., None]:
    """`needs("xterm", "Xvfb")`: skips the test unless every program is on PATH, naming those that are not."""

    def check(*programs: str) -> None:
        missing = [program for program in programs if shutil.which(program) is None]
        if missing:
            pytest.skip(f"needs {', '.join(missing)}")

    return check


@pytest.fixture(scope="session")
def vectors() -> Path:
    """The folder of test vectors shared with other implementations: YIBAO_VECTORS, else ../shared/vectors."""
    if not VECTORS.is_dir():
        pytest.skip("needs the shared test vectors (YIBAO_VECTORS, or ../shared/vectors beside the repository)")
    return VECTORS


@pytest.fixture
def campaign(request: pytest.FixtureRequest) -> Campaign:
    """Rounds and randomness of a campaign, the same in every run with the same seed, apart for every test."""
    print(f"campaign seed: YIBAO_SEED={SEED}")
    return Campaign(request.node.nodeid, SEED)
