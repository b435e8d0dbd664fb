"""`yibao profile list|use|add|remove`: several wallets on one machine, for playing a family."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import Context, current, profile_name
from wallet_cli.cli.options import make_app
from wallet_cli.errors import Declined, ProfileExists, ProfileInUse, ProfileUnknown
from wallet_cli.locale import text
from wallet_cli.render import shapes
from wallet_cli.storage.files import private_folder

app = make_app()

ProfileName = Annotated[str, typer.Argument(metavar="NAME", help=text("option.profile_name"))]
DEFAULT = "default"


@app.command("list", help=text("command.yibao.profile.list"))
def list_() -> None:
    context = current()
    using = context.profile
    rows = ({"name": name, "in_use": name == using, "has_store": _has_store(context, name)} for name in _names(context))
    context.show("profiles", shapes.listed("profiles", rows))


@app.command("use", help=text("command.yibao.profile.use"))
def use(name: ProfileName) -> None:
    context = current()
    if profile_name(name) not in _names(context):
        raise ProfileUnknown(profile=name)
    if context.rehearse("profile_use"):
        return
    context.show("profile", {"changed": context.settings.set("profile", name), "name": name})


@app.command("add", help=text("command.yibao.profile.add"))
def add(name: ProfileName) -> None:
    context = current()
    if profile_name(name) in _names(context):
        raise ProfileExists(profile=name)
    if context.rehearse("profile_add"):
        return
    private_folder(context.home.profile(name))
    context.show("profile", {"changed": True, "name": name})


@app.command("remove", help=text("command.yibao.profile.remove"))
def remove(name: ProfileName) -> None:
    context = current()
    if profile_name(name) not in _names(context) or name == DEFAULT:
        raise ProfileUnknown(profile=name)
    if name == str(context.settings.value("profile", None, None).value):
        raise ProfileInUse(profile=name)
    if context.rehearse("profile_remove"):
        return
    if _has_store(context, name) and not context.confirm(text("prompt.remove_profile", name=name)):
        raise Declined(question="remove")
    moved = _set_aside(context, name)
    if moved is not None:
        context.warn("store_moved", path=moved)
    context.show("profile", {"changed": True, "name": name})


def _names(context: Context) -> list[str]:
    folder = context.home.profiles
    found = {entry.name for entry in folder.iterdir() if entry.is_dir()} if folder.exists() else set()
    return sorted(name for name in found | {DEFAULT} if not name.startswith("."))


def _has_store(context: Context, name: str) -> bool:
    return (context.home.profile(name) / "store.db").exists()


def _set_aside(context: Context, name: str) -> str | None:
    """An empty profile's folder goes; one with a store is kept out of the way, for a wallet is never deleted."""
    folder = context.home.profile(name)
    if not any(folder.iterdir()):
        folder.rmdir()
        return None
    number = 1
    while (target := folder.with_name(f".removed-{number}-{name}")).exists():
        number += 1
    folder.rename(target)
    return str(target)
