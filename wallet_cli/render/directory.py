"""The fields of the directory's documents: institutions with what is not possible there, places one may file to.

Rules of this room: as `shapes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.render import shapes

if TYPE_CHECKING:
    from wallet_cli.domain.divisions import Division
    from wallet_cli.ports import InstitutionInfo
    from wallet_cli.render.leaves import Data

_OF_ALL = ("voucher", "card")
_OF_HOSPITALS = ("outpatient", "inpatient", "chronic")


def limits(one: InstitutionInfo) -> tuple[str, ...]:
    """What is not possible there, for a person who would go there in vain."""
    asked = _OF_ALL if one.level == 0 else (*_OF_ALL, *_OF_HOSPITALS)
    found = [f"no_{service}" for service in asked if service not in one.supports]
    return tuple(found if one.cross_province else [*found, "not_cross_province"])


def institution(one: InstitutionInfo) -> Data:
    """A designated institution as citizens see it."""
    return {**shapes.institution(one), "limits": limits(one)}


def place(division: Division, linked: int | None) -> Data:
    """A province or city one may file to. `linked`: how many institutions there are linked, None where not known."""
    from wallet_cli.domain import divisions

    above = division if division.parent is None else divisions.find(division.parent)
    return {
        "region": division.code,
        "name_zh": division.name,
        "name_en": division.name_en,
        "pinyin": division.pinyin,
        "level": division.level,
        "province": above.name,
        "linked_institutions": linked,
    }


def place_for_people(division: Division, linked: int | None) -> Data:
    """The same with the province's name in the person's language."""
    from wallet_cli.render import filing

    return {**place(division, linked), "province": filing.name(division.parent or division.code)}
