"""Where a command's secrets come from: a descriptor, standard input, or a prompt; never argv, never the environment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from wallet_cli import locale
from wallet_cli.domain.pin import LENGTH
from wallet_cli.domain.secret import Passphrase, Pin, Secret, TextCode
from wallet_cli.errors import PassphraseWeak, PinMalformed, PinMismatch, PinWeak, SecretSource
from wallet_cli.ports import Limits
from wallet_cli.term import sources

if TYPE_CHECKING:
    from wallet_cli.cli.context import Context

S = TypeVar("S", bound=Secret)


def given(name: str, fd: int | None, stdin: bool) -> Secret | None:
    """The secret of --NAME-fd or --NAME-stdin, or None where neither stands."""
    if fd is not None and stdin:
        raise SecretSource(option=f"--{name}-fd", reason="twice")
    if fd is not None:
        return sources.read_secret_fd(fd, f"--{name}-fd")
    if stdin:
        return sources.read_secret_stdin(f"--{name}-stdin")
    return None


def as_kind(secret: Secret, kind: type[S]) -> S:
    """The same bytes in the carrier of their kind."""
    return kind(secret.reveal())


def pin(context: Context, prompt: str, fd: int | None, stdin: bool, name: str = "pin") -> Pin:
    """A PIN from its option or the prompt `prompt.PROMPT`, where one that is no PIN at all is asked for again: it
    costs no attempt either way. Raises InputNeeded(--NAME-fd)."""
    found = given(name, fd, stdin)
    if found is not None:
        return as_kind(found, Pin)
    context.need_input(f"--{name}-fd")
    while True:
        typed = context.prompter.pin(locale.text(f"prompt.{prompt}"), f"--{name}-fd")
        if len(typed.reveal()) == LENGTH:
            return typed
        context.say(PinMalformed())


def new_pin(context: Context, fd: int | None, stdin: bool, name: str = "pin", *, check: Callable[[Pin], None]) -> Pin:
    """A new PIN that `check` takes. At the prompt it is typed twice, and what will not do is told and asked for again.
    Raises InputNeeded(--NAME-fd); PinMalformed, PinWeak for one that came from an option."""
    found = given(name, fd, stdin)
    if found is not None:
        pin = as_kind(found, Pin)
        check(pin)
        return pin
    context.need_input(f"--{name}-fd")
    while True:
        try:
            return _typed_twice(context, f"--{name}-fd", check)
        except (PinMalformed, PinMismatch, PinWeak) as error:
            context.say(error)


def _typed_twice(context: Context, option: str, check: Callable[[Pin], None]) -> Pin:
    """One that will not do is refused before it is typed again. Raises PinMismatch, and what `check` raises."""
    first = context.prompter.pin(locale.text("prompt.new_pin"), option)
    check(first)
    if first.reveal() != context.prompter.pin(locale.text("prompt.new_pin_again"), option).reveal():
        raise PinMismatch
    return first


def text_code(context: Context, prompt: str, fd: int | None, stdin: bool, name: str) -> TextCode:
    """A one-time code from its option or a prompt."""
    found = given(name, fd, stdin)
    if found is not None:
        return as_kind(found, TextCode)
    context.need_input(f"--{name}-fd")
    return context.prompter.text_code(locale.text(f"prompt.{prompt}"), f"--{name}-fd")


def passphrase(context: Context, name: str, *, confirm: bool) -> Passphrase:
    """The vault's passphrase; a new one is typed twice. Whether it is long enough the vault tells."""
    field = name.replace("-", "_")
    number = getattr(context.options, f"{field}_fd")
    found = given(name, descriptor(number, f"--{name}-fd"), getattr(context.options, f"{field}_stdin"))
    if found is None:
        context.need_input(f"--{name}-fd")
        found = context.prompter.passphrase(locale.text(f"prompt.{field}"), f"--{name}-fd")
        if confirm:
            again = context.prompter.passphrase(locale.text("prompt.passphrase_again"), f"--{name}-fd")
            if found.reveal() != again.reveal():
                raise PassphraseWeak(minimum=Limits().passphrase_characters, reason="mismatch")
    return as_kind(found, Passphrase)


def descriptor(text: str | None, option: str) -> int | None:
    """A descriptor's number as given on the command line. Raises SecretSource."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise SecretSource(option=option, reason="standard")
    return int(text)
