"""The face of the sandbox's testers: messages, faces, people and codes that a real platform does not hand out.

Rules of this room: no rules of its own; its calls carry no credential, and nothing but a sandbox offers it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.engine import Engine
from wallet_cli.ports import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from wallet_cli.ports import FaceOutcome, SandboxCode, TextMessage

MAX_PEOPLE = 1_000_000


class SandboxFace:
    """ports.Sandbox over the engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def outbox(self, *, limit: int) -> tuple[TextMessage, ...]:
        from wallet_cli.platform.service import sandbox

        return self._engine.read(Call(), lambda act: sandbox.outbox(act, limit)).value

    def decide_face(self, user_code: str, outcome: FaceOutcome) -> None:
        from wallet_cli.platform.service import activation

        self._engine.act(Call(), lambda act: activation.decide_face(act, user_code, outcome))

    def populate(self, people: int, seed: int, tell: Callable[[int], None] | None = None) -> int:
        from wallet_cli.errors import PlatformError
        from wallet_cli.platform.service import people as register

        if not 0 <= people <= MAX_PEOPLE:
            raise PlatformError(reason="people")
        return self._engine.act(Call(deadline=60.0), lambda act: register.populate(act, people, seed, tell)).value

    def code(self, person: str, case: str) -> SandboxCode:
        from wallet_cli.platform.service import register, sandbox

        return self._engine.act(Call(), lambda act: sandbox.code(act, register.search(act, person).psn_no, case)).value
