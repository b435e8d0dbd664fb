"""`yibao status`, and bare `yibao`: where the wallet stands and what to do next. Exit 0 also before activation."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import make_app
from wallet_cli.errors import KeyringAbsent, KeyringHanging, KeyringLocked, whose
from wallet_cli.locale import text
from wallet_cli.ports import PinState, PinStatus, StoreState
from wallet_cli.render import shapes, words
from wallet_cli.usecases import status as states
from wallet_cli.usecases.present import name_of
from wallet_cli.usecases.status import Status, WalletState

app = make_app()

NEXT: dict[WalletState, tuple[str, ...]] = {
    WalletState.NOT_ACTIVATED: ("yibao demo", "yibao activate"),
    WalletState.UNFINISHED: ("yibao activate",),
    WalletState.ACTIVE: ("yibao qr",),
    WalletState.FROZEN: ("yibao voucher unfreeze",),
    WalletState.REVOKED: ("yibao activate --replace",),
    WalletState.EXPIRED: ("yibao voucher update",),
    WalletState.PIN_LOCKED: ("yibao pin reset",),
}


@app.command()
def status(
    send: Annotated[bool, typer.Option("--send", help=text("option.send"))] = False,
) -> None:
    context = current()
    if send:
        _send(context)
    ways: tuple[str, ...] | None = None
    try:
        found = states.status(context.session)
        kind, backend = context.vault.kind, context.vault.backend
    except (KeyringAbsent, KeyringHanging, KeyringLocked) as unavailable:
        if context.recorded_vault() is not None:
            raise
        # Nothing was ever kept here, so nothing is hidden behind the silent keyring.
        context.warn("keyring", words=words.message(unavailable))
        ways = ("yibao demo", *unavailable.fix) if unavailable.fix else None
        found = Status(WalletState.NOT_ACTIVATED, None, PinStatus(PinState.UNSET, 5), (), None, ())
        kind, backend = str(context.setting("vault").value), ""
    if found.standing is not None and found.standing.data_changed:
        context.warn("data_changed", whose="")
    _warn_family(context, found)
    for one in found.members:
        if one.token.expires_at <= context.now():
            context.warn("family_expired", **{"member": one.stored.alias, **whose(one.stored.alias)})
    if found.unsent:
        context.warn("unsent", count=len(found.unsent))
    after = (*(("yibao status --send",) if found.unsent else ()), *(ways or NEXT[found.state]))
    data = _data(context, found, kind, backend) | {"next": [context.options.for_wallet(command) for command in after]}
    context.show("status", data, human=_human(context, data, found) if context.output == "human" else None)


def _send(context: Context) -> None:
    """What an interruption left unsent is sent now. It needs no PIN: each request is in the outbox as it was signed."""
    from wallet_cli.usecases import changes, pending

    if context.vault.state() is not StoreState.READY:
        return
    if context.options.dry_run:
        context.note(text("status.unsent", count=len(pending.unsent(context.session))))
        return
    count = changes.settle_outbox(context.session)
    context.note(text("status.sent", count=count))


def _warn_family(context: Context, found: Status) -> None:
    """Links that ended, and consents that are due."""
    if found.family is None:
        return
    from wallet_cli.cli.family import warn_due

    for alias in found.family.ended:
        context.warn("family_ended", member=alias)
    for one in found.family.members:
        warn_due(context, one)


def _data(context: Context, found: Status, kind: str, backend: str) -> dict[str, Any]:
    return {
        "state": found.state,
        "step": found.step,
        "profile": context.profile,
        "vault": kind,
        "backend": backend,
        "platform": "embedded",
        "pin": shapes.pin(found.pin),
        "members": [
            {
                "member": one.stored.alias,
                "name": name_of(one),
                "region": one.token.region,
                "insutype": one.token.insutype,
                "expires_at": one.token.expires_at,
            }
            for one in found.members
        ],
        "unsent": [{"operation": one.operation, "since": one.since} for one in found.unsent],
    }


def _human(context: Context, data: dict[str, Any], found: Status) -> str:
    from wallet_cli.render import human

    shown = {key: data[key] for key in ("state", "profile", "vault")}
    if found.state not in {WalletState.NOT_ACTIVATED, WalletState.UNFINISHED}:
        shown["attempts_left"] = found.pin.attempts_left
    lines = [text("status.title"), human.fields(shown, reveal=context.options.reveal)]
    for member in data["members"]:
        lines += ["", human.fields(member, reveal=context.options.reveal)]
    lines += ["", text("status.next"), *(f"  {command}" for command in data["next"])]
    return "\n".join([*lines, "", text("notice.sandbox")])
