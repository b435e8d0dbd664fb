"""A platform of an earlier format brought to this one: every migration and what it leaves to compute, or nothing.

Rules of this room: one transaction under the folder's lock, the format checked again inside it, so that two processes
upgrade once and a kill leaves the old format whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform import sql
from wallet_cli.platform.service.act import Act

if TYPE_CHECKING:
    from wallet_cli.storage.sqlite import Database

_FORMAT = "SELECT value FROM meta WHERE name = 'format'"
_SET_FORMAT = "UPDATE meta SET value = :format WHERE name = 'format'"
_BODIES = "SELECT setl_id, body FROM settlements"
_SET_AMOUNTS = """
    UPDATE settlements SET mdtrt_id = :mdtrt_id, fund_fen = :fund, account_fen = :account, aid_fen = :aid,
        cash_fen = :cash
    WHERE setl_id = :setl_id
"""


def upgrade(database: Database, act: Act) -> None:
    """To sql.FORMAT. The caller holds the folder's lock."""
    with database.transaction():
        found = int(database.execute(_FORMAT)[0][0])
        for step in range(found, sql.FORMAT):
            database.script(sql.statements(sql.MIGRATIONS[step]))
            if step + 1 == 2:
                _amounts_of_settlements(act)
            if step + 1 == 7:
                _keys_of_institutions(act)
        database.execute(_SET_FORMAT, {"format": str(sql.FORMAT)})


def _keys_of_institutions(act: Act) -> None:
    """Format 7 searches institutions by pinyin: the keys are made from their names."""
    from wallet_cli.domain.hanzi import search_key
    from wallet_cli.platform.sql import directory as q

    for code, name_zh, name_en in act.rows(q.WITHOUT_KEY):
        act.run(q.SET_KEY, code=code, search_key=search_key(name_zh, name_en))


def _amounts_of_settlements(act: Act) -> None:
    """Format 2 sums amounts in columns: they are filled from the sealed settlements."""
    from wallet_cli.platform.service import settling

    for setl_id, body in act.rows(_BODIES):
        one = settling.opened(act, setl_id, body)
        act.run(
            _SET_AMOUNTS,
            setl_id=setl_id,
            mdtrt_id=one.mdtrt_id,
            fund=one.fund_pay_sumamt_fen,
            account=one.acct_pay_fen,
            aid=one.acct_mulaid_pay_fen,
            cash=one.psn_cash_pay_fen,
        )
