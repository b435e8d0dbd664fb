"""Places one may file treatment to: provinces and cities, each with how many institutions settle there directly."""

from __future__ import annotations

from wallet_cli.domain import divisions
from wallet_cli.domain.divisions import Division, Level
from wallet_cli.domain.place_text import plain
from wallet_cli.domain.value import Value
from wallet_cli.errors import ActivationUnfinished, NotActivated, PlaceUnknown
from wallet_cli.ports import InstitutionInfo
from wallet_cli.usecases import institution
from wallet_cli.usecases.session import Session

MANY = 100_000
"""More than there are institutions."""


class PlaceChoice(Value):
    """A province or city, and how many institutions there are linked across provinces; None before activation."""

    division: Division
    institutions: int | None


def filing_places(session: Session, text: str | None, limit: int) -> tuple[PlaceChoice, ...]:
    """What a text may mean, best first, counties lifted to their city; without a text, the places that have linked
    institutions. Before activation the platform does not tell: then all provinces, and no numbers.

    Raises PlaceUnknown (reason outside for Hong Kong, Macao, Taiwan; abroad).
    """
    linked = _linked(session)
    wanted = (text or "").strip()
    found = _matching(wanted) if wanted else _with_institutions(linked)
    return tuple(PlaceChoice(one, _count(one, linked)) for one in found[:limit])


def _linked(session: Session) -> tuple[InstitutionInfo, ...] | None:
    try:
        found = institution.search(session, None, region=None, supports=(), level=None, cross_province=True, limit=MANY)
        return tuple(found)
    except (NotActivated, ActivationUnfinished):
        return None


def _matching(text: str) -> list[Division]:
    # A text without a letter names nothing; searched for, it would fit everything.
    found = divisions.search(text, MANY) if plain(text) else ()
    codes = {divisions.filing_place(one.code).code: None for one in found}
    if not codes:
        codes = {divisions.filing_place(divisions.resolve(text).code).code: None}
    inside = [one for one in map(divisions.find, codes) if not one.outside]
    if not inside:
        raise PlaceUnknown(text=text[: divisions.MAX_TEXT], nearest=(), reason="outside")
    return inside


def _with_institutions(linked: tuple[InstitutionInfo, ...] | None) -> list[Division]:
    if linked is None:
        return [one for one in divisions.search("", MANY, Level.PROVINCE) if not one.outside]
    codes = {divisions.filing_place(one.region).code for one in linked}
    codes |= {code[:2] + "0000" for code in codes}
    return [divisions.find(code) for code in sorted(codes)]


def _count(one: Division, linked: tuple[InstitutionInfo, ...] | None) -> int | None:
    return None if linked is None else sum(divisions.within(found.region, one.code) for found in linked)
