"""The pieces every command file is made of: its Typer app, and the options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from wallet_cli.locale import text


def make_app() -> typer.Typer:
    """An empty command tree: no completion installer, no rich help, no arguments shows the page."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


Member = Annotated[str, typer.Argument(metavar="MEMBER", help=text("option.member"), show_default=False)]
PinFd = Annotated[int | None, typer.Option("--pin-fd", metavar="N", help=text("option.pin_fd"))]
PinStdin = Annotated[bool, typer.Option("--pin-stdin", help=text("option.pin_stdin"))]
NewPinFd = Annotated[int | None, typer.Option("--new-pin-fd", metavar="N", help=text("option.new_pin_fd"))]
NewPinStdin = Annotated[bool, typer.Option("--new-pin-stdin", help=text("option.new_pin_stdin"))]
CodeFd = Annotated[int | None, typer.Option("--code-fd", metavar="N", help=text("option.code_fd"))]
CodeStdin = Annotated[bool, typer.Option("--code-stdin", help=text("option.code_stdin"))]
IdFd = Annotated[int | None, typer.Option("--id-fd", metavar="N", help=text("option.id_fd"))]
IdStdin = Annotated[bool, typer.Option("--id-stdin", help=text("option.id_stdin"))]
SandboxAuto = Annotated[bool, typer.Option("--sandbox-auto", help=text("option.sandbox_auto"))]
