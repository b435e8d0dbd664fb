"""Lists of the platform, read to their end or to a limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from wallet_cli.ports import Page

T = TypeVar("T")
PAGE = 200


def pages(
    fetch: Callable[[str | None, int], Page[T]], limit: int | None, after: str | None = None
) -> Iterator[Page[T]]:
    """Page by page, at most `limit` items in all (1 or more; None: every one), from the cursor `after` on. There is
    always one page; its cursor says where the next would start. `fetch`: a page after a cursor, of at most so many."""
    cursor, left = after, limit
    while True:
        page = fetch(cursor, PAGE if left is None else min(PAGE, left))
        yield page
        left = None if left is None else left - len(page.items)
        cursor = page.cursor
        if cursor is None or left == 0:
            return


def everything(fetch: Callable[[str | None, int], Page[T]], limit: int | None = None) -> Iterator[T]:
    """As `pages`: the items themselves."""
    for page in pages(fetch, limit):
        yield from page.items
