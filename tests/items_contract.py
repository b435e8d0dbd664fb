"""What every keeper of secret items must do: one class, inherited by the tests of each adapter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wallet_cli.domain.secret import Secret
from wallet_cli.ports import Items

ROOT_LIKE = b"0123456789abcdef" * 4


class ItemsContract:
    """Subclasses give the fixture `reopen`: a callable that opens the same items as another process would."""

    kind: str

    @pytest.fixture
    def items(self, reopen: Callable[[], Items]) -> Items:
        return reopen()

    def test_it_says_what_it_is(self, items: Items) -> None:
        assert items.kind == self.kind
        assert items.backend

    def test_what_was_never_put_is_none(self, items: Items) -> None:
        assert items.get("root") is None

    def test_what_was_put_comes_back_also_to_another_process(self, items: Items, reopen: Callable[[], Items]) -> None:
        items.put("root", Secret(ROOT_LIKE))
        items.put("anchor", Secret(b"pending:0011"))
        for one in (items, reopen()):
            assert _text(one, "root") == ROOT_LIKE
            assert _text(one, "anchor") == b"pending:0011"
            assert one.get("platform") is None

    def test_a_put_replaces(self, items: Items, reopen: Callable[[], Items]) -> None:
        items.put("anchor", Secret(b"one"))
        items.put("anchor", Secret(b"two"))
        assert _text(reopen(), "anchor") == b"two"
        reopen().put("anchor", Secret(b"three"))
        assert _text(items, "anchor") == b"three"

    def test_a_drop_removes_and_dropping_nothing_is_nothing(self, items: Items, reopen: Callable[[], Items]) -> None:
        items.drop("root")
        items.put("root", Secret(ROOT_LIKE))
        items.put("anchor", Secret(b"one"))
        items.drop("root")
        assert reopen().get("root") is None
        assert _text(reopen(), "anchor") == b"one"
        items.put("root", Secret(b"again"))
        assert _text(reopen(), "root") == b"again"

    @pytest.mark.parametrize("value", [b"", b"two\nlines", b"tab\t", "密".encode(), b"\x00", b"x" * 1001])
    def test_only_short_printable_lines_are_kept(self, items: Items, value: bytes) -> None:
        with pytest.raises(ValueError):
            items.put("root", Secret(value))
        assert items.get("root") is None


def _text(items: Items, name: str) -> bytes:
    value = items.get(name)
    assert value is not None
    return value.reveal()
