"""Finds a command by name, loads it alone, parses its words and runs it."""

from __future__ import annotations

import importlib
from typing import Any

import click

from wallet_cli import locale
from wallet_cli.cli import registry
from wallet_cli.cli.context import Context
from wallet_cli.cli.usage import nearest, not_text, usage_of
from wallet_cli.errors import Usage


def dispatch(context: Context, words: list[str]) -> int:
    """Exit status of one command; no word means `status`. Raises WalletError, KeyboardInterrupt."""
    program = context.program
    words = words[1:] if words[:1] == ["--"] else words
    name, rest = (words[0], words[1:]) if words else ("status", [])
    if name.startswith("-"):
        # Its name alone, as click gives it: what stands after it may be a secret.
        raise Usage(kind="no_such_option", option=name.partition("=")[0], help=f"{program} --help")
    command = load(program, name)
    context.command = _path(f"{program} {name}", command, rest)
    try:
        with command.make_context(f"{program} {name}", rest, obj=context, max_content_width=100) as parsed:
            result = command.invoke(parsed)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        raise usage_of(error, context.command, words) from None
    except UnicodeEncodeError:
        odd = not_text(rest)
        if odd is None:
            raise
        raise Usage(kind="not_text", option=odd, help=f"{context.command} --help") from None
    return result if isinstance(result, int) and not isinstance(result, bool) else 0


def _path(path: str, command: click.Command, rest: list[str]) -> str:
    """The command that the words name, as far as they name one: `yibao filing new`."""
    for word in rest:
        below = command.commands.get(word) if isinstance(command, click.Group) else None
        if below is None:
            break
        path, command = f"{path} {word}", below
    return path


def load(program: str, name: str) -> click.Command:
    """The command's click object; its module is imported now. Raises Usage for an unknown name."""
    commands = registry.PROGRAMS[program]
    if name not in commands:
        near = nearest(name, list(commands))
        raise Usage(kind="no_such_command", command=name, nearest=near, help=f"{program} --help")
    import typer.main

    module: Any = importlib.import_module(commands[name][0])
    app = module.app
    command: click.Command = typer.main.get_command(app)
    command.help = locale.text(f"command.{program}.{name}")
    _plain_help(command)
    return command


def _plain_help(command: click.Command) -> None:
    """-h beside --help on every level, in our own words: click's would load gettext for each command that runs."""
    command.add_help_option = False
    option = click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=locale.text("option.help"),
        callback=_show_help,
    )
    command.params.append(option)
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _plain_help(child)


def _show_help(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        locale.bind_click()
        page, context = _page(ctx), ctx.find_object(Context)
        assert context is not None
        if context.output == "json":
            context.show("help", {"topic": ctx.command_path, "text": page})
        else:
            context.console.out(page)
        ctx.exit()


def _page(ctx: click.Context) -> str:
    """click's page, and command lines that work."""
    from wallet_cli.cli import examples

    found = examples.of(ctx.command_path)
    return "\n".join(
        [ctx.get_help(), *(["", locale.text("help.examples")] if found else []), *(f"  {e}" for e in found)]
    )
