"""A platform that carries everything out and whose answers to changes get lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from wallet import opened

from wallet_cli.errors import PlatformUnreachable
from wallet_cli.usecases.session import Session


class LosesAnswers:
    """In the place of a session's platform."""

    def __init__(self, platform: Any) -> None:
        self._platform = platform

    @property
    def citizen(self) -> Any:
        return self

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._platform.citizen, name)

        def carried_out(call: Any, *arguments: Any, **options: Any) -> Any:
            answer = method(call, *arguments, **options)
            if call.key is not None:
                raise PlatformUnreachable
            return answer

        return carried_out


def lost(home: Path, act: Callable[[Session], object]) -> None:
    """Does it in a session whose answers get lost."""
    with opened(home) as context, pytest.raises(PlatformUnreachable):
        act(context.session._replace(platform=LosesAnswers(context.session.platform)))
