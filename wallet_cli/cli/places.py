"""Places on the command line: `--region 110000`, `--region 北京`, `--region beijing`; and the list behind `filing places`.

The list of divisions is loaded only where the text is no code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain import region as divisions

if TYPE_CHECKING:
    from wallet_cli.cli.context import Context


def region_of(text: str) -> str:
    """The six-digit code a person means. Raises RegionInvalid for digits that are no code; PlaceUnknown,
    PlaceAmbiguous for names."""
    if any(sign.isascii() and sign.isdigit() for sign in text) or not text.strip():
        return divisions.check(text)
    from wallet_cli.domain.divisions import resolve

    return resolve(text).code


def show_filing_places(context: Context, text: str | None, limit: int) -> None:
    """`filing places [TEXT]`: what one may file to, with the number of institutions that are linked there."""
    from wallet_cli.locale import text as words
    from wallet_cli.render import directory, shapes
    from wallet_cli.usecases import places

    found = places.filing_places(context.session, text, limit)
    shape = directory.place_for_people if context.output == "human" else directory.place
    context.show("places", shapes.listed("places", (shape(one.division, one.institutions) for one in found)))
    if any(one.institutions == 0 for one in found):
        context.note(words("next.places_unlinked"))
