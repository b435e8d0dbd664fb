"""`yibao config get|set|list|path`."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.cli.context import Context, current, profile_name
from wallet_cli.cli.options import make_app
from wallet_cli.cli.settings import DEFAULTS, Setting, Settings
from wallet_cli.errors import ConfigInvalid, ProfileUnknown
from wallet_cli.locale import text
from wallet_cli.render import shapes
from wallet_cli.render.leaves import Data
from wallet_cli.render.words import message

app = make_app()

Key = Annotated[str, typer.Argument(metavar="KEY", help=text("option.key"))]


def _shape(setting: Setting) -> Data:
    return {"key": setting.key, "value": setting.value, "source": setting.source}


@app.command("get", help=text("command.yibao.config.get"))
def get(key: Key) -> None:
    context = current()
    setting = context.setting(key)
    value = setting.value
    context.show("setting", _shape(setting), human=str(value).lower() if isinstance(value, bool) else str(value))


@app.command("set", help=text("command.yibao.config.set"))
def set_(
    key: Key,
    value: Annotated[str, typer.Argument(metavar="VALUE", help=text("option.value"))],
    for_profile: Annotated[
        str | None, typer.Option("--for", metavar="PROFILE", help=text("option.for_profile"))
    ] = None,
) -> None:
    context = current()
    profile = None if for_profile is None else profile_name(for_profile)
    for named in (profile, profile_name(value) if key == "profile" else None):
        if named not in (None, "default") and not context.home.profile(named).exists():
            raise ProfileUnknown(profile=named)
    if context.rehearse("config_set"):
        return
    changed = context.settings.set(key, value, profile)
    context.show("setting", {"changed": changed, **_shape(context.settings.value(key, profile, None))})


@app.command("list", help=text("command.yibao.config.list"))
def list_() -> None:
    context = current()
    context.show("config", shapes.listed("settings", (_shape(context.setting(key)) for key in DEFAULTS)))


@app.command("path", help=text("command.yibao.config.path"))
def path() -> None:
    context = current()
    _tolerate(context)
    home = context.home
    places = {
        "config": str(home.config),
        "store": str(home.profile(context.profile) / "store.db"),
        "platform": str(home.platform / "platform.db"),
        "cache": str(home.cache),
    }
    context.show("paths", places)


def _tolerate(context: Context) -> None:
    """A broken file keeps nobody from learning where it lies: a warning then, and the defaults."""
    try:
        _ = context.settings
    except ConfigInvalid as broken:
        context.settings = Settings.unread(context.home.config)
        context.warn("config_invalid", words=message(broken))
