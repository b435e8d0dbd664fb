"""What a person asks about their money: balances and yearly use.

Rules of this room: see `service`. Every query is owned by its caller: the handle must be the device's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.service import places, register, vouchers
from wallet_cli.platform.service.act import Act
from wallet_cli.platform.sql import money as q
from wallet_cli.ports import Account

if TYPE_CHECKING:
    from wallet_cli.platform.service.register import PersonRow


def accounts(act: Act, caller: str, handle: str) -> tuple[Account, ...]:
    """The insurances of the voucher's person: one, as long as nobody is insured twice."""
    return (account(act, _person(act, caller, handle)),)


def account(act: Act, person: PersonRow) -> Account:
    year = act.now.year()
    used = act.row(q.YEAR, psn_no=person.psn_no, insutype=person.insutype, year=year)
    return Account(
        insutype=person.insutype,
        personal_account_fen=person.balance,
        year=year,
        deductible_used_fen=used[0] if used else 0,
        pool_used_fen=used[1] if used else 0,
        pool_cap_fen=places.cap_fen(person.region, person.insutype),
        as_of=act.now,
    )


def _person(act: Act, caller: str, handle: str) -> PersonRow:
    return register.find(act, vouchers.own(act, caller, handle).psn_no)
