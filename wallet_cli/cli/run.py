"""Finds a command by name, loads it alone, parses its words and runs it."""

from __future__ import annotations

import importlib
from typing import Any

import click

from wallet_cli import locale
from wallet_cli.cli import registry
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.usage import nearest, usage_of
from wallet_cli.errors import Usage


def dispatch(context: Context, words: list[str]) -> int:
    """Exit status of one command; no word means `status`. Raises WalletError, KeyboardInterrupt."""
    program = context.program
    name, rest = (words[0], words[1:]) if words else ("status", [])
    if name.startswith("-"):
        raise Usage(kind="no_such_option", option=name, help=f"{program} --help")
    command = load(program, name)
    context.command = f"{program} {name}"
    try:
        with command.make_context(context.command, rest, obj=context, max_content_width=100) as parsed:
            result = command.invoke(parsed)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        raise usage_of(error, context.command) from None
    return result if isinstance(result, int) and not isinstance(result, bool) else 0


def load(program: str, name: str) -> click.Command:
    """The command's click object; its module is imported now. Raises Usage for an unknown name."""
    commands = registry.PROGRAMS[program]
    if name not in commands:
        near = nearest(name, list(commands))
        raise Usage(kind="no_such_command", command=name, nearest=near, help=f"{program} --help")
    import typer.main

    locale.bind_click()
    module: Any = importlib.import_module(commands[name][0])
    app = module.app
    command: click.Command = typer.main.get_command(app)
    command.help = locale.text(f"command.{program}.{name}")
    _own_help(command)
    return command


def _own_help(command: click.Command) -> None:
    """-h beside --help on every level, written by our console: click's own way out fails on a narrow encoding."""
    from gettext import gettext

    command.add_help_option = False
    words = gettext("Show this message and exit.")
    names = ["-h", "--help"]
    command.params.append(
        click.Option(names, is_flag=True, expose_value=False, is_eager=True, help=words, callback=_show_help)
    )
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _own_help(child)


def _show_help(parsed: click.Context, option: click.Parameter, asked: bool) -> None:
    if asked and not parsed.resilient_parsing:
        current().console.out(parsed.get_help())
        parsed.exit()
