"""doctor's checks of the wallet: keyring, store, audit, platform, clock, voucher, outbox. They look and change nothing.

None asks for the PIN; none waits for a person. Each gives findings, errors of its own among them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wallet_cli.cli import mending
from wallet_cli.errors import (
    KeyringAbsent,
    KeyringHanging,
    KeyringLocked,
    PlatformBusy,
    PlatformError,
    PlatformUnreachable,
    SignInNeeded,
    WalletError,
)
from wallet_cli.ports import StoreState
from wallet_cli.usecases import doctor as judge
from wallet_cli.usecases.doctor import Finding, Level

if TYPE_CHECKING:
    from wallet_cli.cli.context import Context
    from wallet_cli.ports import AuditRecord

_LATER = (PlatformUnreachable, PlatformError, PlatformBusy)


def keyring(context: Context) -> Iterator[Finding]:
    """Whether the keyring answers, and how fast."""
    from wallet_cli.storage.paths import account_of
    from wallet_cli.vault import items_for, recorded

    folder = context.profile_folder
    try:
        header = recorded(folder)
    except WalletError:
        header = None  # the store's own check tells
    kind = header.vault if header else str(context.setting("vault").value)
    if kind != "keyring":
        yield judge.ok("keyring", "unused", vault=kind)
        return
    try:
        items = items_for(
            kind,
            folder,
            account_of(folder),
            random=context.random,
            backend=header.backend if header else None,
            session=context.runtime,
        )
        begun = time.monotonic()
        items.get("root")
    except (KeyringAbsent, KeyringHanging, KeyringLocked) as error:
        # Nothing is kept in it yet: another vault will do.
        level = Level.FAULT if header else Level.WARNING
        yield judge.of_error("keyring", error, keyring_fix(error, kept=header is not None), level)
    except WalletError as error:
        yield judge.of_error("keyring", error, mending.start_keyring())
    else:
        yield judge.speed(items.backend.removeprefix("keyring.backends."), int((time.monotonic() - begun) * 1000))


def keyring_fix(error: WalletError, *, kept: bool) -> tuple[str, ...]:
    """What helps with a keyring that does not open. `kept`: it holds this wallet's keys."""
    if isinstance(error, KeyringLocked):
        return mending.unlock_keyring()
    return mending.start_keyring() if kept else error.fix


def store(context: Context) -> Iterator[Finding]:
    """Head, rows and anchor of the store, then the audit record by record."""
    try:
        state = context.vault.state()
    except WalletError as error:
        yield judge.of_error("store", error)
        return
    if state is StoreState.ABSENT:
        yield judge.ok("store", "none")
    elif state is StoreState.PENDING:
        yield judge.warning("store", "pending", "yibao activate")
    else:
        yield judge.ok("store", "whole", vault=context.vault.kind)
        yield from _audit(context)


def _audit(context: Context) -> Iterator[Finding]:
    try:
        records = context.vault.audit()
    except WalletError as error:
        yield judge.of_error("audit", error)
    else:
        yield judge.ok("audit", "whole", count=len(records))


def platform(context: Context) -> Iterator[Finding]:
    """Whether the embedded platform opens; one that is not there is not made."""
    from wallet_cli.platform.embedded import recorded_vault
    from wallet_cli.ports import Call

    try:
        if recorded_vault(context.home.platform) is None:
            yield judge.ok("platform", "none")
            return
        context.platform.citizen.info(Call(None, None, 5.0))
    except KeyringLocked as error:
        yield judge.of_error("platform", error, keyring_fix(error, kept=True))
    except WalletError as error:
        yield judge.of_error("platform", error)
    else:
        yield judge.ok("platform", "opens")


def clock(context: Context, *, opened: bool) -> Iterator[Finding]:
    """The machine's time and the sandbox's. `opened`: the store is whole and can be read."""
    try:
        offset = context.clock.offset()
    except WalletError as error:
        yield judge.of_error("clock", error)
        return
    acts: list[AuditRecord] = list(context.vault.audit()) if opened else []
    newest = max((act.at for act in acts), default=None)
    machine = type(context.now())(context.now() - offset)
    yield judge.clock(machine, offset, _newest_file(context), newest, mending.set_clock())


def _newest_file(context: Context) -> int:
    """When the wallet or the platform was last written, by the machine's clock of then."""
    files = (context.profile_folder / "store.db", context.home.platform / "platform.db")
    return max((int(file.stat().st_mtime) for file in files if file.exists()), default=0)


def voucher(context: Context) -> Iterator[Finding]:
    """The voucher as the platform has it and as the status list has it, and what is unsent."""
    from wallet_cli.usecases import status as states
    from wallet_cli.usecases.status import WalletState
    from wallet_cli.usecases.voucher import listed_state

    session = context.session
    try:
        found = states.status(session)
        active = found.state is WalletState.ACTIVE
        listed = listed_state(session, found.members[0].token) if active and found.members else None
    except _LATER as error:
        yield judge.of_error("voucher", error, ("yibao doctor",), Level.WARNING)
    except SignInNeeded as error:
        yield judge.of_error("voucher", error)
    except WalletError as error:
        yield judge.of_error("voucher", error)
    else:
        yield judge.voucher(found, listed, session.clock.now())
        yield judge.outbox(found, session.clock.now())
