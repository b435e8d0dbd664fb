"""Strict reading of decoded TOML: each field is asked for once, in its type; what nobody asked for is refused. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from wallet_cli.domain.time import is_day
from wallet_cli.errors import PolicyInvalid

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class Table:
    """One table of the file `where` at the JSON pointer `path`. Every method raises PolicyInvalid(file, path, reason:
    type, missing, unknown_field, value, empty, negative, fractional, too_large)."""

    __slots__ = ("_asked", "_fields", "_path", "_where")

    def __init__(self, fields: Mapping[str, object], where: str, path: str = "") -> None:
        self._fields = fields
        self._where = where
        self._path = path
        self._asked: set[str] = set()

    @classmethod
    def of(cls, obj: object, where: str, path: str = "") -> Table:
        """`obj` as a table."""
        if not isinstance(obj, dict) or not all(isinstance(key, str) for key in obj):
            raise PolicyInvalid(file=where, path=path, reason="type")
        return cls(obj, where, path)

    def wrong(self, key: str, reason: str) -> PolicyInvalid:
        """The error of the field `key` (a pointer below this table)."""
        return PolicyInvalid(file=self._where, path=f"{self._path}/{key}", reason=reason)

    def names(self) -> tuple[str, ...]:
        """All keys, in the file's order."""
        return tuple(self._fields)

    def known(self, key: str, values: type[E]) -> E:
        """`key` itself as one of an enum's values."""
        try:
            return values(key)
        except ValueError:
            raise self.wrong(key, "unknown_field") from None

    def done(self) -> None:
        """No field is left that nobody asked for."""
        for key in self._fields:
            if key not in self._asked:
                raise self.wrong(key, "unknown_field")

    def table(self, key: str) -> Table:
        """The table under `key`."""
        return Table.of(self._get(key), self._where, f"{self._path}/{key}")

    def tables(self, key: str) -> tuple[Table, ...]:
        """The array of tables under `key`."""
        return tuple(Table.of(item, self._where, f"{self._path}/{key}/{i}") for i, item in enumerate(self._list(key)))

    def optional_table(self, key: str) -> Table | None:
        """As `table`; None where the field is absent."""
        return self.table(key) if key in self._fields else None

    def text(self, key: str) -> str:
        """A string of 1 to 200 characters, all printable."""
        given = self._get(key)
        if not isinstance(given, str):
            raise self.wrong(key, "type")
        if not given.strip():
            raise self.wrong(key, "empty")
        if len(given) > 200:
            raise self.wrong(key, "too_large")
        if not given.isprintable():
            raise self.wrong(key, "value")
        return given

    def day(self, key: str) -> str:
        """A date, ISO 8601 (YYYY-MM-DD), as text."""
        given = self.text(key)
        if not is_day(given):
            raise self.wrong(key, "value")
        return given

    def flag(self, key: str) -> bool:
        """A boolean."""
        given = self._get(key)
        if not isinstance(given, bool):
            raise self.wrong(key, "type")
        return given

    def integer(self, key: str, most: int) -> int:
        """An integer from 0 to `most`."""
        return self._integer(self._get(key), key, most)

    def optional_integer(self, key: str, most: int) -> int | None:
        """As `integer`; None where the field is absent."""
        return self.integer(key, most) if key in self._fields else None

    def integers(self, key: str, count: int, most: int) -> tuple[int, ...]:
        """An array of exactly `count` integers from 0 to `most`."""
        given = self._list(key)
        if len(given) != count:
            raise self.wrong(key, "value")
        return tuple(self._integer(item, f"{key}/{i}", most) for i, item in enumerate(given))

    def optional_integers(self, key: str, count: int, most: int) -> tuple[int, ...] | None:
        """As `integers`; None where the field is absent."""
        return self.integers(key, count, most) if key in self._fields else None

    def optional_rows(self, key: str, count: int, most: int) -> tuple[tuple[int, ...], ...]:
        """An array of one or more arrays as `integers` reads them; empty where the field is absent."""
        if key not in self._fields:
            return ()
        rows = self._list(key)
        if not rows:
            raise self.wrong(key, "empty")
        inner = Table(dict(zip(map(str, range(len(rows))), rows, strict=True)), self._where, f"{self._path}/{key}")
        return tuple(inner.integers(str(i), count, most) for i in range(len(rows)))

    def optional_codes(self, key: str) -> tuple[str, ...]:
        """An array of different codes of 1 to 20 ASCII letters and digits; empty where the field is absent."""
        if key not in self._fields:
            return ()
        codes = self._list(key)
        for i, code in enumerate(codes):
            if not isinstance(code, str):
                raise self.wrong(f"{key}/{i}", "type")
            if not (code.isascii() and code.isalnum() and len(code) <= 20):
                raise self.wrong(f"{key}/{i}", "value")
        if not codes:
            raise self.wrong(key, "empty")
        if len(set(map(str, codes))) != len(codes):
            raise self.wrong(key, "overlap")
        return tuple(map(str, codes))

    def optional_choice(self, key: str, values: Mapping[str, T], default: T) -> T:
        """As `choice`; `default` where the field is absent."""
        return self.choice(key, values) if key in self._fields else default

    def choice(self, key: str, values: Mapping[str, T]) -> T:
        """One of `values`, by its name."""
        return self._choice(self._get(key), key, values)

    def choices(self, key: str, values: Mapping[str, T]) -> tuple[T, ...]:
        """An array of different `values`, by their names."""
        given = self._list(key)
        chosen = tuple(self._choice(item, f"{key}/{i}", values) for i, item in enumerate(given))
        if len(set(chosen)) != len(chosen):
            raise self.wrong(key, "overlap")
        return chosen

    def _get(self, key: str) -> object:
        self._asked.add(key)
        if key not in self._fields:
            raise self.wrong(key, "missing")
        return self._fields[key]

    def _list(self, key: str) -> list[object]:
        given = self._get(key)
        if not isinstance(given, list):
            raise self.wrong(key, "type")
        return given

    def _integer(self, given: object, key: str, most: int) -> int:
        if isinstance(given, float):
            raise self.wrong(key, "fractional")
        if not isinstance(given, int) or isinstance(given, bool):
            raise self.wrong(key, "type")
        if given < 0:
            raise self.wrong(key, "negative")
        if given > most:
            raise self.wrong(key, "too_large")
        return given

    def _choice(self, given: object, key: str, values: Mapping[str, T]) -> T:
        if not isinstance(given, str):
            raise self.wrong(key, "type")
        if given not in values:
            raise self.wrong(key, "value")
        return values[given]
