"""Lists of the platform, read to their end or to a limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from wallet_cli.ports import Page

T = TypeVar("T")
PAGE = 200


def everything(fetch: Callable[[str | None, int], Page[T]], limit: int | None = None) -> Iterator[T]:
    """The first `limit` items of a list, or all, page by page. `fetch`: a page after a cursor, of at most so many."""
    cursor, left = None, limit
    while left is None or left > 0:
        page = fetch(cursor, PAGE if left is None else min(PAGE, left))
        yield from page.items
        left = None if left is None else left - len(page.items)
        cursor = page.cursor
        if cursor is None:
            return
