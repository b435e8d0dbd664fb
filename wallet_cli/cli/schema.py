"""`yibao schema [NAME]`: the JSON Schemas of every document, as they ship in the package, in the language in use."""

from __future__ import annotations

import json
import re
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
from wallet_cli.render.json import narrowed

app = make_app()
_SUFFIX = ".v1.json"
_PROSE = re.compile(r'("(?:title|description)":\s*)("(?:[^"\\]|\\.)*")')
"""A string under one of these keys is prose; a field of that name has an object there."""


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
    asked = (_folder() / f"{plain}{_SUFFIX}").read_text("utf-8")
    context.console.out(worded(asked, context.console.stdout.encoding), end="")


def worded(schema_: str, encoding: str | None) -> str:
    """A schema's text with titles and descriptions in the language in use, for a stream of this encoding. All else stays
    as it stands in the file, blanks and order too."""

    def words(found: re.Match[str]) -> str:
        told = text(f"schema.{json.loads(found[2])}")
        return found[1] + narrowed(json.dumps(told, ensure_ascii=False), encoding)

    return _PROSE.sub(words, schema_)


def names() -> list[str]:
    """Every schema's short name."""
    return sorted(one.name.removesuffix(_SUFFIX) for one in _folder().iterdir() if one.name.endswith(_SUFFIX))


def _folder() -> Path:
    return Path(render.__file__).parent / "schemas"
