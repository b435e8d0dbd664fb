"""Designated institutions as a person looks for them: by place, name and what they take. Leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator

from wallet_cli.errors import InstitutionUnknown
from wallet_cli.ports import InstitutionInfo, Page
from wallet_cli.usecases.paging import everything
from wallet_cli.usecases.session import Session, vouchers


def search(
    session: Session,
    text: str | None,
    *,
    region: str | None,
    supports: tuple[str, ...],
    level: int | None,
    cross_province: bool,
    limit: int,
) -> Iterator[InstitutionInfo]:
    """By code, page by page, at most `limit`. Raises NotActivated: the platform answers enrolled devices only."""
    vouchers(session)

    def fetch(cursor: str | None, size: int) -> Page[InstitutionInfo]:
        return session.platform.citizen.find_institutions(
            session.call("find_institutions"),
            text=text,
            region=region,
            supports=supports,
            level=level,
            cross_province=cross_province,
            cursor=cursor,
            limit=size,
        ).value

    return everything(fetch, limit)


def show(session: Session, code: str) -> InstitutionInfo:
    """One institution. Raises InstitutionUnknown, NotActivated."""
    vouchers(session)
    if not (len(code) == 12 and code[0] in "HP" and code[1:].isascii() and code[1:].isdigit()):
        raise InstitutionUnknown(institution=code[:32], fix=("yibao institution search",))
    try:
        return session.platform.citizen.institution(session.call("institution"), code).value
    except InstitutionUnknown as error:
        raise InstitutionUnknown(fix=("yibao institution search",), **error.data) from None
