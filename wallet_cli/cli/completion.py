"""`yibao completion SHELL`: the shell's completion file, on standard output. Nobody's start file is touched."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from wallet_cli.cli.context import current
from wallet_cli.cli.options import make_app
from wallet_cli.locale import text

app = make_app()


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


@app.command()
def completion(shell: Annotated[Shell, typer.Argument(help=text("option.shell"), show_default=False)]) -> None:
    from wallet_cli.cli import shells

    context = current()
    script = shells.script(shell.value)
    if context.options.verbose:
        context.console.err(text(f"next.completion.{shell.value}"))
    # The file itself in every form, not an envelope around it: it is for a shell.
    context.console.out(script, end="")
