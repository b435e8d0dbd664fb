"""What campaigns stand on: a process that has everything loaded, and homes under a key file or a real keyring."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from campaigns.command_lines import Home, Warm
from keyring_session import keyring_session

NewHome = Callable[[], Home]


@pytest.fixture(scope="module")
def warm() -> Iterator[Warm]:
    with Warm() as driver:
        yield driver


@pytest.fixture(params=["sandbox", "keyring"])
def new_home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewHome]:
    """Makes homes under one keeper of the items: the sandbox's key file, then an unlocked gnome-keyring."""
    made = 0
    with ExitStack() as ends:
        env = dict(os.environ)
        if request.param == "keyring":
            # The bus's socket needs a short path.
            short = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="yb-")))
            env = ends.enter_context(keyring_session(short)).env

        def make() -> Home:
            nonlocal made
            made += 1
            return Home(tmp_path / f"home-{made}", request.param, env)

        yield make
