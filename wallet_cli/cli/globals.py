"""The options of every command, taken from argv before parsing, so that a usage error, too, comes in the asked form.

Light on purpose: this module and `registry` are all that `--help` and `--version` load.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing's own costs a fifth of the budget of --help
if TYPE_CHECKING:
    from wallet_cli.errors import Usage

FLAGS = {
    "--json": "json",
    "-q": "quiet",
    "--quiet": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
    "--no-input": "no_input",
    "-y": "yes",
    "--yes": "yes",
    "--dry-run": "dry_run",
    "--debug": "debug",
    "--accessible": "accessible",
    "--reveal": "reveal",
    "--passphrase-stdin": "passphrase_stdin",
    "--platform-passphrase-stdin": "platform_passphrase_stdin",
}
VALUES = {
    "-o": "output",
    "--output": "output",
    "--color": "color",
    "--profile": "profile",
    "--lang": "lang",
    "--timeout": "timeout",
    "--vault": "vault",
    "--passphrase-fd": "passphrase_fd",
    "--platform-passphrase-fd": "platform_passphrase_fd",
}
CHOICES = {
    "output": ("human", "plain", "json"),
    "color": ("auto", "always", "never"),
    "lang": ("zh-CN", "zh-TW", "en"),
    "vault": ("keyring", "passphrase", "sandbox"),
}
MAX_TIMEOUT_S = 60
ENVIRONMENT = ("output", "color", "profile", "lang", "timeout", "vault", "no_input", "accessible")
"""What YIBAO_OUTPUT, YIBAO_LANG … may set. Never a secret."""

_EVERY_WALLETS = frozenset({"completion", "demo", "help", "platform", "profile", "schema"})
"""Commands that do the same in whatever profile."""


class Globals:
    """The options as given: flags are booleans, values strings or None. `environment`: which YIBAO_* set."""

    def __init__(self) -> None:
        self.output: str | None = None
        self.color: str | None = None
        self.profile: str | None = None
        self.lang: str | None = None
        self.timeout: str | None = None
        self.vault: str | None = None
        self.passphrase_fd: str | None = None
        self.platform_passphrase_fd: str | None = None
        self.environment: set[str] = set()
        # None: nobody said; YIBAO_NO_INPUT=0 says no, whatever a file says.
        self.no_input: bool | None = None
        self.accessible: bool | None = None
        self.json = self.quiet = self.verbose = self.yes = self.dry_run = self.debug = self.reveal = False
        self.passphrase_stdin = self.platform_passphrase_stdin = False

    def for_wallet(self, command: str) -> str:
        """A command that is advised, for the wallet that --profile named on this line: pasted, it would be another's."""
        words = command.split(" ")
        named = None if "profile" in self.environment or words[-1] == "--help" else self.profile
        if named is None or words[0] != "yibao" or words[1] in _EVERY_WALLETS:
            return command
        from wallet_cli.errors import quoted

        return " ".join(("yibao", "--profile", quoted(named), *words[1:]))


def split(argv: list[str]) -> tuple[Globals, list[str], Usage | None]:
    """Options of every command, and what is left for the command itself, untouched after `--`.

    The first fault is returned rather than raised, so that the language and form asked for later in argv still hold.
    """
    options, rest, fault = Globals(), [], None
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
            break
        name, equals, value = word.partition("=")
        flags = _together(word)
        if all(flag in FLAGS for flag in flags):
            for flag in flags:
                setattr(options, FLAGS[flag], True)
            continue
        if word[:2] == "-o" and not equals and len(word) > 2:
            name, equals, value = "-o", "=", word[2:]
        if name in FLAGS:
            fault = fault or _usage(kind="unwanted_value", option=name)
            continue
        if name not in VALUES:
            rest.append(word)
            continue
        if not equals:
            following = next(words, None)
            if following is None:
                fault = fault or _usage(kind="missing_value", option=name)
                continue
            value = following
        fault = _set(options, VALUES[name], value, name) or fault
    for field in ENVIRONMENT:
        fault = _from_environment(options, field) or fault
    if options.json:
        options.output = "json"
    return options, rest, fault


def _together(word: str) -> list[str]:
    """`-qy` is `-q -y` (POSIX, Utility Syntax Guideline 5); every other word is itself."""
    short = len(word) > 2 and word[0] == "-" and word[1] != "-"
    return [f"-{letter}" for letter in word[1:]] if short else [word]


def _set(options: Globals, field: str, value: str, name: str) -> Usage | None:
    allowed = CHOICES.get(field)
    if allowed is not None and value not in allowed:
        return _usage(kind="bad_choice", option=name, value=value, choices=", ".join(allowed))
    if field == "timeout" and not (value.isascii() and value.isdigit() and 1 <= int(value) <= MAX_TIMEOUT_S):
        return _usage("bad_value", name, least="1", most=str(MAX_TIMEOUT_S))
    setattr(options, field, value)
    return None


def _from_environment(options: Globals, field: str) -> Usage | None:
    variable = "YIBAO_" + field.upper()
    value = os.environ.get(variable)
    if not value or getattr(options, field) is not None:
        return None
    options.environment.add(field)
    if field in {"no_input", "accessible"}:
        setattr(options, field, value.lower() not in {"0", "false", "no"})
        return None
    return _set(options, field, value, variable)


def _usage(kind: str, option: str, **data: str) -> Usage:
    from wallet_cli.errors import Usage

    # What the environment says wrong, every command line says wrong, --help's too.
    fix = (f"unset {option}",) if option.startswith("YIBAO_") else None
    error = Usage(fix=fix, kind=kind, option=option)
    error.data.update(data)
    return error
