"""The commands of both programs as plain values: one walk over the loaded trees for completions, man pages and docs.

Rules of this room: see `cli`. Nothing here runs on a command's own way; words come in the language that is chosen when
the commands are first loaded, as everywhere.
"""

from __future__ import annotations

import click

from wallet_cli.cli import globals as global_options
from wallet_cli.cli import registry, run
from wallet_cli.domain.value import Value
from wallet_cli.locale import text

HELP = ("-h", "--help")


class Option(Value):
    """One option. `takes`: what its value is, for completion: None for a flag; else see `kind`. `choices`: all its
    values, where they are few. `negative`: names that switch it off."""

    names: tuple[str, ...]
    metavar: str | None
    takes: str | None
    choices: tuple[str, ...]
    help: str
    required: bool = False
    repeated: bool = False
    negative: tuple[str, ...] = ()


class Argument(Value):
    """One word that is no option. `takes` and `choices` as an option's."""

    metavar: str
    takes: str
    choices: tuple[str, ...]
    help: str
    required: bool


class Command(Value):
    """One command or group. `path`: program first. `default`: the subcommand that stands where none is named."""

    path: tuple[str, ...]
    summary: str
    usage: str
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]
    subcommands: tuple[Command, ...]
    default: str | None = None

    @property
    def name(self) -> str:
        return " ".join(self.path)


def program(name: str) -> Command:
    """A whole program: its options are those of every command."""
    commands = tuple(_walk((name, one), run.load(name, one)) for one in registry.PROGRAMS[name])
    usage = text("help.usage", program=name)
    return Command((name,), text(f"help.intro.{name}"), usage, (*common(), _version()), (), commands)


def programs() -> tuple[Command, ...]:
    """Both."""
    return tuple(program(name) for name in registry.PROGRAMS)


def everything(top: Command) -> list[Command]:
    """The command and all below it, in the order of their help pages."""
    return [top, *(below for child in top.subcommands for below in everything(child))]


def common() -> tuple[Option, ...]:
    """The options of every command (cli.globals) as values."""
    made = []
    for names, field, valued in _common_names():
        choices = global_options.CHOICES.get(field, ()) if valued else ()
        takes = None if not valued else "choice" if choices else _COMMON_TAKES.get(field, "text")
        metavar = None if not valued else "|".join(choices) or _COMMON_METAVAR[field]
        made.append(Option(names, metavar, takes, choices, text(f"option.common.{field}")))
    return (*made, Option(HELP, None, None, (), text("option.help")))


_COMMON_TAKES = {"profile": "profile"}
_COMMON_METAVAR = {"profile": "NAME", "timeout": "S", "passphrase_fd": "N", "platform_passphrase_fd": "N"}


def _common_names() -> list[tuple[tuple[str, ...], str, bool]]:
    """Names, field, and whether a value follows; several names of one field together."""
    grouped: dict[tuple[str, bool], list[str]] = {}
    for table, valued in ((global_options.VALUES, True), (global_options.FLAGS, False)):
        for name, field in table.items():
            grouped.setdefault((field, valued), []).append(name)
    return [(tuple(names), field, valued) for (field, valued), names in grouped.items()]


def _version() -> Option:
    return Option(("--version",), None, None, (), text("option.version"))


def _walk(path: tuple[str, ...], command: click.Command) -> Command:
    below = command.commands if isinstance(command, click.Group) else {}
    context = click.Context(command, info_name=" ".join(path))
    return Command(
        path,
        command.help or "",
        " ".join([*path, *command.collect_usage_pieces(context)]),
        tuple(_option(path, one) for one in command.params if isinstance(one, click.Option) and "-h" not in one.opts),
        tuple(_argument(path, one) for one in command.params if isinstance(one, click.Argument)),
        tuple(_walk((*path, name), one) for name, one in below.items()),
        getattr(command, "default_command", None),
    )


def _option(path: tuple[str, ...], one: click.Option) -> Option:
    choices = _choices(path, one)
    metavar = None if one.is_flag else one.metavar or "|".join(choices) or "N"
    takes = None if one.is_flag else "choice" if choices else kind(path, metavar or "")
    # Typer's own options carry their help as click's do.
    words = one.help or ""
    return Option(
        tuple(one.opts), metavar, takes, choices, words, one.required, one.multiple, tuple(one.secondary_opts)
    )


def _argument(path: tuple[str, ...], one: click.Argument) -> Argument:
    choices = _choices(path, one)
    metavar = one.metavar or one.human_readable_name.upper()
    # click's arguments have no help; Typer's do.
    words = str(getattr(one, "help", "") or "")
    return Argument(metavar, "choice" if choices else kind(path, metavar), choices, words, one.required)


def _choices(path: tuple[str, ...], one: click.Parameter) -> tuple[str, ...]:
    found = getattr(one.type, "choices", None)
    if found:
        return tuple(str(getattr(choice, "value", choice)) for choice in found)
    metavar = one.metavar or ""
    if metavar.islower() and "|" in metavar:
        return tuple(metavar.split("|"))
    return _known(path, one.name or "")


def _known(path: tuple[str, ...], parameter: str) -> tuple[str, ...]:
    """What a free text may be, where the program knows it all."""
    if path == ("yibao", "help"):
        from wallet_cli.cli.help import TOPICS

        return (*TOPICS, *registry.CITIZEN)
    if path == ("yibao", "schema"):
        from wallet_cli.cli.schema import names

        return tuple(names())
    if path[:2] == ("yibao", "config") and parameter == "key":
        from wallet_cli.cli.settings import DEFAULTS

        return tuple(DEFAULTS)
    if path[-1] == "new" and parameter == "disease":
        from wallet_cli.domain.chronic import CROSS_PROVINCE

        return tuple(CROSS_PROVINCE)
    return ()


_BY_METAVAR = {
    "MEMBER": "member",
    "ALIAS": "alias",
    "PLACE": "place",
    "FILE": "file",
    "PNG": "file",
    "KIND=FILE": "paper",
    "PROFILE": "profile",
    "-": "standard-input",
}
_BY_COMMAND = {
    ("yibao", "profile", "NAME"): "profile",
    ("yibao", "filing", "ID"): "filing",
    ("yibao", "claim", "ID"): "claim",
    ("yibao", "chronic", "ID"): "chronic",
    ("yibao", "records", "ID"): "record",
    ("yibao", "mutual-aid", "ID"): "aid",
    ("yibao", "pay", "BILL"): "bill",
    ("yibao", "device", "DEVICE"): "device",
    ("yibao", "activate", "CODE"): "place",
    ("yibao", "filing", "TEXT"): "place",
    ("yibao-platform", "person", "CODE"): "place",
}


def kind(path: tuple[str, ...], metavar: str) -> str:
    """What a value is, by the sign it stands under: text, file, paper (KIND=FILE), place, profile, standard-input, or a
    list that the wallet remembers: member, alias, filing, claim, chronic, record, aid, bill, device."""
    return _BY_COMMAND.get((path[0], path[1], metavar)) or _BY_METAVAR.get(metavar, "text")
