"""Places one may file treatment to: provinces and cities, each with how many institutions settle there directly."""

from __future__ import annotations

from wallet_cli.domain import divisions
from wallet_cli.domain.divisions import Division
from wallet_cli.domain.value import Value
from wallet_cli.errors import PlaceUnknown
from wallet_cli.ports import InstitutionInfo
from wallet_cli.usecases import institution
from wallet_cli.usecases.session import Session

MANY = 100_000
"""More than there are institutions."""


class PlaceChoice(Value):
    """A province or city, and how many institutions there are linked across provinces."""

    division: Division
    institutions: int


def filing_places(session: Session, text: str | None, limit: int) -> tuple[PlaceChoice, ...]:
    """What a text may mean, best first, counties lifted to their city; without a text, the places that have linked
    institutions. Raises PlaceUnknown (reason outside for Hong Kong, Macao, Taiwan; abroad), NotActivated."""
    linked = tuple(
        institution.search(session, None, region=None, supports=(), level=None, cross_province=True, limit=MANY)
    )
    wanted = (text or "").strip()
    found = _matching(wanted) if wanted else _with_institutions(linked)
    return tuple(PlaceChoice(one, _count(one, linked)) for one in found[:limit])


def _matching(text: str) -> list[Division]:
    codes = {divisions.filing_place(one.code).code: None for one in divisions.search(text, MANY)}
    if not codes:
        codes = {divisions.filing_place(divisions.resolve(text).code).code: None}
    found = [divisions.find(code) for code in codes]
    inside = [one for one in found if not one.outside]
    if not inside:
        raise PlaceUnknown(text=text[: divisions.MAX_TEXT], nearest=(), reason="outside")
    return inside


def _with_institutions(linked: tuple[InstitutionInfo, ...]) -> list[Division]:
    codes = {divisions.filing_place(one.region).code for one in linked}
    codes |= {code[:2] + "0000" for code in codes}
    return [divisions.find(code) for code in sorted(codes)]


def _count(one: Division, linked: tuple[InstitutionInfo, ...]) -> int:
    return sum(divisions.within(found.region, one.code) for found in linked)
