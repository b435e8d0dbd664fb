"""Usage errors: click's exceptions turned into our own leaf by class and data, with the nearest word suggested once."""

from __future__ import annotations

import os

import click

from wallet_cli.errors import Usage


def nearest(word: str, known: list[str]) -> str | None:
    """The closest of `known`, if one is close."""
    from difflib import get_close_matches

    found = get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else None


def not_text(words: list[str]) -> str | None:
    """The option whose value is not text in UTF-8, or that argument itself; None where all are. A file's name may be
    any bytes: only a word that something could not take is looked for."""
    before = ""
    for word in words:
        if any("\ud800" <= sign <= "\udfff" for sign in word):
            name, has_value, _ = word.partition("=")
            if word.startswith("--") and has_value:
                return name
            return before if before.startswith("--") else os.fsencode(word).decode("ascii", "backslashreplace")
        before = word
    return None


def usage_of(error: click.UsageError, command: str, words: list[str]) -> Usage:
    """Our leaf for a click error of a line of `words`. data: kind, and what that kind's message names."""
    path = error.ctx.command_path if error.ctx is not None else command
    page = f"{path} --help"
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities[0] if error.possibilities else _near_option(error)
        return Usage(kind="no_such_option", option=error.option_name, nearest=near, help=page)
    if isinstance(error, click.MissingParameter):
        return Usage(kind="missing_parameter", option=_name(error.param), help=page)
    if isinstance(error, click.BadOptionUsage):
        given = any(word.startswith(f"{error.option_name}=") for word in words)
        kind = "unwanted_value" if given else "missing_value"
        return Usage(kind=kind, option=error.option_name, help=page)
    if isinstance(error, click.BadParameter):
        return _bad_parameter(error, page)
    if isinstance(error, click.exceptions.NoSuchCommand):
        near = error.possibilities[0] if error.possibilities else None
        return Usage(kind="no_such_command", command=error.command_name, nearest=near, help=page)
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        # What a group has to say besides NoSuchCommand: that no command was named.
        return Usage(kind="missing_command", choices=", ".join(error.ctx.command.commands), help=page)
    return Usage(kind="extra_argument", help=page)


def _bad_parameter(error: click.BadParameter, page: str) -> Usage:
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    name = _name(error.param)
    if choices:
        return Usage(kind="bad_choice", option=name, choices=", ".join(str(c) for c in choices), help=page)
    wrong = Usage(kind="bad_value", option=name, help=page)
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.IntRange):
        wrong.data.update({end: int(n) for end, n in (("least", kind.min), ("most", kind.max)) if n is not None})
    return wrong


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    if isinstance(param, click.Option):
        return param.opts[-1]
    return param.human_readable_name


def _near_option(error: click.NoSuchOption) -> str | None:
    if error.ctx is None:
        return None
    return nearest(error.option_name, [o for p in error.ctx.command.params for o in p.opts if o.startswith("-")])
