"""Repeat-safe requests: a key, scoped to caller and operation, keeps the answer in the act's own transaction.

Rules of this room: see `service`. Same key and body: the kept answer, before any freshness check. Other body:
IdempotencyMismatch. Keys, bodies and answers are kept as HMACs and sealed bytes.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import TypeVar

from wallet_cli.errors import IdempotencyMismatch, PlatformError
from wallet_cli.platform import answers
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import money as q

T = TypeVar("T")
MAX_KEY = 128


def request_lookup(act: Act, caller: str, operation: str, key: str) -> bytes:
    """What a request is found by later: settlements are asked after by it too."""
    return act.cipher.lookup("request", f"{caller}\n{operation}\n{key}")


def once(act: Act, caller: str, operation: str, key: str | None, body: object, rule: Callable[[], T]) -> T:
    """The rule's answer, or the one kept for this key. Raises PlatformError(reason=key) without a usable key."""
    if key is None or not 1 <= len(key) <= MAX_KEY:
        raise PlatformError(reason="key")
    lookup = request_lookup(act, caller, operation, key)
    digest = act.cipher.lookup("body", answers.dump(body))
    place = f"answers/{lookup.hex()}"
    kept = act.row(q.ANSWER, lookup=lookup)
    if kept is not None:
        if not hmac.compare_digest(bytes(kept[0]), digest):
            raise IdempotencyMismatch
        answer: T = answers.load(act.cipher.open(place, kept[1]))
        return answer
    fresh = rule()
    act.run(q.ADD_ANSWER, lookup=lookup, digest=digest, answer=act.cipher.seal(place, answers.dump(fresh)), now=act.now)
    return fresh
