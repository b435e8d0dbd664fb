"""What every part of a person's face is made of: who calls, which rule, one act.

Rules of this room: see `citizen`, which puts the parts together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from wallet_cli.platform.service import proofs as possession

if TYPE_CHECKING:
    from wallet_cli.platform.engine import Engine
    from wallet_cli.platform.service.act import Act
    from wallet_cli.ports import Call, Reply

T = TypeVar("T")


class DeviceFace:
    """Calls of a person's device. The caller's proof names the operation, which is the method's name."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def _read(self, call: Call, operation: str, rule: Callable[[Act, str], T]) -> Reply[T]:
        return self._engine.read(call, lambda act: rule(act, possession.caller(act, call, operation)))

    def _change(
        self,
        call: Call,
        operation: str,
        body: Callable[[], object],
        rule: Callable[[Act, str], T],
        *,
        handle: str | None = None,
    ) -> Reply[T]:
        """`handle`: of the voucher whose person the change is about; the audit names the guardian who acted for them."""

        def noted(act: Act, caller: str) -> T:
            done = rule(act, caller)
            if handle is not None:
                from wallet_cli.platform.service import vouchers

                vouchers.note_guardian(act, handle, operation)
            return done

        return self._engine.change(call, operation, lambda act: possession.caller(act, call, operation), body, noted)

    def _read_of(self, call: Call, operation: str, handle: str, rule: Callable[[Act, str], T]) -> Reply[T]:
        """A query about the person of a voucher of the calling device: the rule is given their psn_no."""
        from wallet_cli.platform.service import vouchers

        return self._read(call, operation, lambda act, caller: rule(act, vouchers.own(act, caller, handle).psn_no))

    def _change_of(
        self, call: Call, operation: str, handle: str, body: Callable[[], object], rule: Callable[[Act, str], T]
    ) -> Reply[T]:
        """As `_read_of`, a change."""
        from wallet_cli.platform.service import vouchers

        return self._change(
            call,
            operation,
            body,
            lambda act, caller: rule(act, vouchers.own(act, caller, handle).psn_no),
            handle=handle,
        )
