"""The base of every value: named fields, frozen, compared by content, cheap to define.

Start-up pays for each class a command loads, and a command loads about eighty: a NamedTuple takes some 18 times as long
to define as a subclass of this, a frozen dataclass some 85 times (`tests/bench/values`). Type checkers take it for a frozen
dataclass (PEP 681). The three underscored names are those of NamedTuple.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """Subclasses annotate their fields, those with a default last."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._fields = tuple(cls.__annotations__)
        cls._names = frozenset(cls._fields)
        cls._defaults = {name: cls.__dict__[name] for name in cls._fields if name in cls.__dict__}

    def __init__(self, *args: Any, **given: Any) -> None:
        held = self.__dict__
        if not given and len(args) == len(self._fields):
            # All of them in their order: nothing to fill in, nothing to check. Hot paths take this one.
            held.update(zip(self._fields, args, strict=True))
            return
        held.update(self._defaults)
        held.update(zip(self._fields, args, strict=False))
        held.update(given)
        if held.keys() != self._names or len(args) + len(given) > len(self._fields):
            raise TypeError(f"{type(self).__name__} takes the fields {', '.join(self._fields)}")

    def _asdict(self) -> dict[str, Any]:
        """The fields in their order."""
        return {name: self.__dict__[name] for name in self._fields}

    def _replace(self, **changes: Any) -> Self:
        """The same value but for `changes`."""
        return type(self)(**{**self.__dict__, **changes})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__[name] for name in self._fields)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={self.__dict__[name]!r}' for name in self._fields)})"
