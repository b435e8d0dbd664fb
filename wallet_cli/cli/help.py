"""`yibao help [TOPIC]`: what is no command's own page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import typer

from wallet_cli.cli import registry, start
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import make_app
from wallet_cli.cli.usage import nearest
from wallet_cli.errors import TABLE, TopicUnknown
from wallet_cli.locale import text

app = make_app()

TOPICS = ("exit-codes", "environment", "json", "accessibility", "regions", "vault", "sandbox", "family", "later")


@app.command("help")
def help_(
    topic: Annotated[str | None, typer.Argument(metavar="TOPIC", help=text("option.topic"), show_default=False)] = None,
) -> None:
    context = current()
    if topic is None:
        context.console.out(start.help_page(context.options, context.program), end="")
        if context.output == "human":
            context.console.out(text("help.topics", topics=", ".join(TOPICS)))
        return
    # A topic tells more than a command's own page, which --help gives.
    if topic not in TOPICS and topic in registry.PROGRAMS[context.program]:
        from wallet_cli.cli.run import dispatch

        dispatch(context, [topic, "--help"])
        return
    if topic not in TOPICS:
        raise TopicUnknown(topic=topic, nearest=nearest(topic, [*TOPICS, *registry.PROGRAMS[context.program]]))
    words = _words(context, topic)
    context.show("help", {"topic": topic, "text": words}, human=words)


def _words(context: Context, topic: str) -> str:
    if topic == "exit-codes":
        return "\n".join([text("help.exit-codes"), *_exits()])
    if topic == "regions":
        return "\n".join([text("help.regions"), *_regions(context)])
    return text(f"help.{topic}")


class Exit(NamedTuple):
    """An exit status: its number as it is written, what it means in words, and the error codes that end with it."""

    number: str
    meaning: str
    codes: tuple[str, ...]


SIGNAL = 128
"""A program that a signal ended leaves this plus the signal's number."""


def exits() -> list[Exit]:
    """Every exit status there is, those without an error code too."""
    from wallet_cli.cli.doctor import EXIT as FAULT

    codes: dict[int, list[str]] = {0: [], FAULT: [], SIGNAL: []}
    for code, kind in TABLE.items():
        codes.setdefault(kind.exit, []).append(code)
    return [
        Exit(f"{SIGNAL}+n" if number == SIGNAL else str(number), text(f"exit.{number}"), tuple(names))
        for number, names in sorted(codes.items())
    ]


def _exits() -> Iterator[str]:
    """A line each, its codes below in lines that fit any screen."""
    from textwrap import wrap

    for one in exits():
        yield f"{one.number:>6}  {one.meaning}"
        yield from wrap(", ".join(one.codes), 76, initial_indent=_BELOW, subsequent_indent=_BELOW)


_BELOW = " " * 8


def _regions(context: Context) -> list[str]:
    from wallet_cli.platform import policies
    from wallet_cli.render.words import place_name

    return [
        f"  {place.region}  {place_name(place.name_zh, place.name_en)}  {place.hotline}" for place in policies.places()
    ]
