"""What needs no command: version, the page of commands, and where the wallet's language comes from."""

from __future__ import annotations

import os
import sys

from wallet_cli import __version__, locale
from wallet_cli.cli import registry
from wallet_cli.cli.globals import Globals


def choose_language(options: Globals) -> None:
    """--lang > YIBAO_LANG > config.toml > locale. The file is only opened where the first two are silent."""
    asked = options.lang or _configured("lang")
    locale.choose((asked and locale.match(asked)) or locale.from_environment())


def config_file() -> str:
    """Path of config.toml: under YIBAO_HOME, else where the system keeps settings."""
    home = os.environ.get("YIBAO_HOME")
    if home:
        return os.path.join(os.path.abspath(home), "config.toml")
    if sys.platform.startswith("linux"):
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
        return os.path.join(base, "yibao", "config.toml")
    from platformdirs import user_config_path

    return str(user_config_path("yibao", appauthor=False) / "config.toml")


def _configured(key: str) -> str | None:
    path = config_file()
    if not os.path.exists(path):
        return None
    import tomllib

    try:
        with open(path, "rb") as file:
            value = tomllib.load(file).get(key)
    except (OSError, ValueError):
        return None  # a broken file is told by the first command that needs it
    return value if isinstance(value, str) else None


def version(options: Globals, program: str) -> str:
    """Version, and what this is not."""
    if options.output == "json":
        return _document(
            "version", {"program": program, "version": __version__, "sandbox_mark": locale.text("mark.sandbox")}
        )
    return f"{program} {__version__}\n{locale.text('notice.unaffiliated')}\n"


def help_page(options: Globals, program: str) -> str:
    """The commands by group, each with its line."""
    commands = registry.PROGRAMS[program]
    if options.output == "json":
        names = [{"name": name, "summary": locale.text(f"command.{program}.{name}")} for name in commands]
        return _document("commands", {"commands": names})
    lines = [locale.text("help.usage", program=program), "", locale.text(f"help.intro.{program}"), ""]
    for group in registry.GROUPS[program]:
        lines.append(locale.text(f"help.group.{group}"))
        lines += [
            f"  {name:<13}{locale.text(f'command.{program}.{name}')}"
            for name, (_, where) in commands.items()
            if where == group
        ]
        lines.append("")
    lines += [
        locale.text("help.options"),
        locale.text("help.more", program=program),
        "",
        locale.text("notice.unaffiliated"),
    ]
    return "\n".join(lines) + "\n"


def _document(name: str, data: dict[str, object]) -> str:
    import json

    meta = {"lang": locale.language()}
    body = {"schema": f"yibao.{name}/v1", "ok": True, "data": data, "warnings": [], "meta": meta}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")) + "\n"
