"""Asking for who somebody is and for one of several: a slip at the prompt is told, and the question asked again."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from wallet_cli.errors import IdInvalid, NameInvalid, PhoneInvalid
from wallet_cli.locale import text

if TYPE_CHECKING:
    from wallet_cli.cli.context import Context
    from wallet_cli.domain.identity import IdDocument

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def words(context: Context, prompt: str, option: str, kind: Callable[[str], T]) -> T:
    """A name or a phone under the words of `prompt`. Raises InputNeeded(option) where nothing may be asked."""
    context.need_input(option)
    while True:
        try:
            return kind(context.prompter.text(text(prompt), option))
        except (NameInvalid, PhoneInvalid) as error:
            context.say(error)


def document(context: Context, prompt: str, option: str = "--id-fd") -> IdDocument:
    """An ID number, typed unseen. Raises InputNeeded(option)."""
    from wallet_cli.domain.identity import IdDocument

    context.need_input(option)
    while True:
        try:
            return IdDocument(context.prompter.secret(text(prompt), option).reveal().decode())
        except IdInvalid as error:
            context.say(error)


def choice(context: Context, prompt: str, option: str, kind: type[E], field: str) -> E:
    """One of a kind's values, numbered, worded by the catalog's `value.FIELD.VALUE`. Raises InputNeeded(option)."""
    context.need_input(option)
    every = list(kind)
    named = [text(f"value.{field}.{one.value}") for one in every]
    return every[context.prompter.choice(text(prompt), named, option)]
