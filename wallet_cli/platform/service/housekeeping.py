"""Forgetting what has served its time: once a platform day, inside some change's transaction.

Rules of this room: see `service`. Each thing is kept longer than any check still asks for it.
"""

from __future__ import annotations

from wallet_cli.domain.code import step_of
from wallet_cli.domain.time import DAY_S
from wallet_cli.platform.service.act import LIMITS, Act
from wallet_cli.platform.sql import activations as aq
from wallet_cli.platform.sql import family as fq
from wallet_cli.platform.sql import money as mq
from wallet_cli.platform.sql import register as rq
from wallet_cli.platform.sql import vouchers as q

ANSWERS_KEPT_S = 90 * DAY_S
"""How long an idempotency key is remembered. Settlements are found by theirs for good."""
CODES_KEPT_S = 30 * DAY_S
"""How long a one-time code that is over is still told as stale or used rather than as unknown."""
_COUNTER = "housekeeping"


def tidy(act: Act) -> None:
    """Does its work on the first change of a day; a clock moved back waits until it has caught up."""
    today = act.now // DAY_S
    row = act.row(rq.COUNTER, name=_COUNTER)
    if row is None:
        act.run(rq.START_COUNTER, name=_COUNTER, value=today)
        return
    if row[0] >= today:
        return
    act.run(rq.SET_COUNTER, name=_COUNTER, value=today)
    act.run(mq.DROP_ANSWERS, before=act.now - ANSWERS_KEPT_S)
    act.run(q.DROP_NONCES, before=act.now - 2 * LIMITS.nonce_life_s)
    act.run(q.DROP_CODES, before=step_of(act.now - DAY_S))
    act.run(q.DROP_WRONG, before=act.now - 2 * LIMITS.wrong_codes_window_s)
    act.run(q.DROP_TOKENS, before=act.now - DAY_S)
    act.run(fq.DROP_CONSENTS, before=act.now - CODES_KEPT_S)
    for forget in (aq.DROP_FACES, aq.DROP_TICKETS, aq.DROP_OFFERS, aq.DROP_RESETS, aq.DROP_TEXTS, aq.DROP_ACTIVATIONS):
        act.run(forget, before=act.now - CODES_KEPT_S)
