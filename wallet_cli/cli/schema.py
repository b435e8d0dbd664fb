"""`yibao schema [NAME]`: the JSON Schemas of every document, as they ship in the package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wallet_cli import render
from wallet_cli.cli.context import current
from wallet_cli.cli.options import make_app
from wallet_cli.cli.usage import nearest
from wallet_cli.errors import SchemaUnknown
from wallet_cli.locale import text
from wallet_cli.render import shapes

app = make_app()
_SUFFIX = ".v1.json"


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=text("option.schema"), show_default=False)] = None,
) -> None:
    context = current()
    known = names()
    if name is None:
        context.show("schemas", shapes.listed("schemas", ({"name": f"yibao.{one}/v1"} for one in known)))
        return
    plain = name.removeprefix("yibao.").removesuffix("/v1")
    if plain not in known:
        raise SchemaUnknown(name=name, nearest=nearest(plain, known))
    # The schema itself, not an envelope around it: it is piped into validators.
    context.console.out((_folder() / f"{plain}{_SUFFIX}").read_text("utf-8"), end="")


def names() -> list[str]:
    """Every schema's short name."""
    return sorted(one.name.removesuffix(_SUFFIX) for one in _folder().iterdir() if one.name.endswith(_SUFFIX))


def _folder() -> Path:
    return Path(render.__file__).parent / "schemas"
