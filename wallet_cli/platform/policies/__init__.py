"""Policies of places: one TOML file a place, named by its region. The nearest one by prefix serves: 320500, 320000.

Rules of this room: reading data only; what a file means is `domain.policy`'s. Nothing is kept between calls: a command
reads one small file once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wallet_cli.errors import PolicyInvalid, RegionInvalid

if TYPE_CHECKING:
    from wallet_cli.domain.policy import Place, Policy
    from wallet_cli.ports import RegionInfo

_SHIPPED = Path(__file__).parent


def load(region: str, insutype: str, directory: Path = _SHIPPED) -> Policy:
    """The policy of the place nearest to a six-digit region: the county's, else the city's, else the province's.

    Raises RegionInvalid where no place serves it, PolicyInvalid for a file outside the schema, or with reason
    `missing` for an insurance type that the place does not have.
    """
    return place(region, directory).policy(insutype)


def place(region: str, directory: Path = _SHIPPED) -> Place:
    """The whole file behind `load`: also filing rules, hotline and site. Errors as `load`."""
    return _read(_nearest(region, directory))


def cap_fen(region: str, insutype: str, directory: Path = _SHIPPED) -> int:
    """The policy's `cap_fen` alone, for a balance: looked up in the file's text, as decoding all of it takes ten times
    as long. What does not stand plainly there is left to `load`, with its errors."""
    path = _nearest(region, directory)
    _, _, table = path.read_text("utf-8", "replace").partition(f"\n[insurance.{insutype}]\n")
    fields = dict(line.split(" = ", 1) for line in table.partition("\n[")[0].splitlines() if " = " in line)
    found = fields.get("cap_fen", "")
    return int(found) if found.isascii() and found.isdigit() else place(region, directory).policy(insutype).cap_fen


def places(directory: Path = _SHIPPED) -> tuple[RegionInfo, ...]:
    """Every place that has a policy, by region. Raises PolicyInvalid."""
    from wallet_cli.ports import RegionInfo

    found = [_read(path) for path in sorted(directory.glob("*.toml"))]
    return tuple(
        RegionInfo(
            region=place.region,
            name_zh=place.name_zh,
            name_en=place.name_en,
            hotline=place.hotline,
            site=place.site,
            insutypes=tuple(sorted(insutype.value for insutype in place.policies)),
            illustrative=place.illustrative,
        )
        for place in found
    )


def _nearest(region: str, directory: Path) -> Path:
    if len(region) == 6 and region.isascii() and region.isdigit():
        for candidate in (region, region[:4] + "00", region[:2] + "0000"):
            path = directory / f"{candidate}.toml"
            if path.is_file():
                return path
    raise RegionInvalid(region=region)


def _read(path: Path) -> Place:
    import tomllib

    from wallet_cli.domain.policy import Place

    try:
        obj = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise PolicyInvalid(file=path.name, path="", reason="syntax") from None
    found = Place.parse(obj, path.name)
    if found.region != path.stem:
        raise PolicyInvalid(file=path.name, path="/region", reason="value")
    return found
