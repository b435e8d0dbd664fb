"""`yibao-platform sandbox init|code|clock|reset`: for testers: people, good and bad codes, time, and a fresh start."""

from __future__ import annotations

from typing import Annotated

import click
import typer

from wallet_cli.cli.context import Context, current
from wallet_cli.cli.operator import desk, institution
from wallet_cli.cli.operator import person as register
from wallet_cli.cli.operator.desk import PersonArgument, PersonIdFd, PersonIdStdin
from wallet_cli.cli.options import make_app
from wallet_cli.errors import Declined, KeyringAbsent, KeyringChanged, KeyringHanging, PlatformTampered
from wallet_cli.locale import text
from wallet_cli.render import shapes

app = make_app()
clock = make_app()
app.add_typer(clock, name="clock", invoke_without_command=True, help=text("command.yibao-platform.sandbox.clock"))

CASES = ("valid", "expired", "used", "altered", "frozen", "foreign")
MAX_PEOPLE = 10_000


@app.command("init", help=text("command.yibao-platform.sandbox.init"))
def init(
    people: Annotated[
        int, typer.Option("--people", metavar="N", min=0, max=MAX_PEOPLE, help=text("option.people"))
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", metavar="S", min=0, max=2**53, help=text("option.seed"))] = 1,
) -> None:
    context = current()
    if context.rehearse("sandbox_init"):
        return
    fresh = not (context.home.platform / "platform.db").exists()
    with context.progress("populate", people) as work:
        added = desk.sandbox_of(context).populate(people, seed, work.reached)
    data = {
        "changed": fresh or added > 0,
        "created": fresh,
        "added": added,
        "people": len(register.people(context)),
        "institutions": len(institution.institutions(context)),
    }
    context.show("sandbox-init", data)


@app.command("code", help=text("command.yibao-platform.sandbox.code"))
def code(
    person: PersonArgument = None,
    case: Annotated[str, typer.Option("--case", click_type=click.Choice(CASES), help=text("option.case"))] = "valid",
    id_fd: PersonIdFd = None,
    id_stdin: PersonIdStdin = False,
) -> None:
    context = current()
    found = desk.person(context, person, id_fd, id_stdin).person
    made = desk.sandbox_of(context).code(found.psn_no, case)
    context.show("sandbox-code", {"psn_no": found.psn_no, **shapes.sandbox_code(made)})


@clock.callback(help=text("command.yibao-platform.sandbox.clock"))
def clock_group(parsed: typer.Context) -> None:
    if parsed.invoked_subcommand is None:
        _show_clock(current(), changed=None)


@clock.command("show", help=text("command.yibao-platform.sandbox.clock.show"))
def clock_show() -> None:
    _show_clock(current(), changed=None)


@clock.command("advance", help=text("command.yibao-platform.sandbox.clock.advance"))
def advance(
    duration: Annotated[str, typer.Argument(metavar="DURATION", help=text("option.duration"))],
) -> None:
    from wallet_cli.platform.clock import parse_duration

    context = current()
    seconds = parse_duration(duration)
    if context.rehearse("sandbox_clock_advance"):
        return
    context.clock.advance(seconds)
    _show_clock(context, changed=seconds != 0)


@clock.command("reset", help=text("command.yibao-platform.sandbox.clock.reset"))
def clock_reset() -> None:
    context = current()
    try:
        changed = context.clock.offset() != 0
    except PlatformTampered:
        changed = True
    if context.rehearse("sandbox_clock_reset"):
        return
    context.clock.reset()
    _show_clock(context, changed=changed)


def _show_clock(context: Context, *, changed: bool | None) -> None:
    data = {"now": context.now(), "offset_seconds": context.clock.offset()}
    context.show("clock", data if changed is None else {"changed": changed, **data})


@app.command("reset", help=text("command.yibao-platform.sandbox.reset"))
def reset() -> None:
    from wallet_cli.platform.opening import FILE, ITEM, remove_platform

    context = current()
    folder = context.home.platform
    if not (folder / FILE).exists() and context.clock.offset() == 0:
        context.show("platform-reset", {"changed": False, "path": str(folder / FILE)})
        return
    if context.rehearse("sandbox_reset"):
        return
    if not context.confirm(text("prompt.sandbox_reset")):
        raise Declined(question="sandbox_reset")
    try:
        # A passphrase or a locked keyring is asked for first: nothing goes before everything can.
        context.platform_items.get(ITEM)
        remove_platform(folder, context.platform_items)
    except (PlatformTampered, KeyringAbsent, KeyringHanging, KeyringChanged):
        # Whoever cannot reach the seal any more needs the fresh start most: the seal alone opens nothing.
        remove_platform(folder, None)
        context.warn("seal_left")
    context.show("platform-reset", {"changed": True, "path": str(folder / FILE)})
