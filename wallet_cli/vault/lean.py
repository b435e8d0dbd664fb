"""Entering a library without the parts of it that are not used here.

Rules of this room: see `vault`. keyring's helpers import an HTTP client, package metadata and a settings parser for
functions that no backend calls: a quarter of the time that a balance takes. Each of these stands aside for a module
that imports the real one when something in it is asked for; once the library is in, the names are free again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

UNUSED_BY_BACKENDS = (
    "urllib.request",
    "importlib_metadata",
    "configparser",
    "more_itertools",
    "tempfile",
    "subprocess",
)


@contextmanager
def deferred(names: tuple[str, ...]) -> Iterator[None]:
    """Imports inside get the modules named, unless they are in already, only when they use them."""
    standing = {name: _Deferred(name) for name in names if name not in sys.modules}
    for name, module in standing.items():
        package, _, own = name.rpartition(".")
        if package:
            # As an import would: `import a.b` must leave `a.b` within reach.
            setattr(import_module(package), own, module)
        sys.modules[name] = module
    try:
        yield
    finally:
        for name, module in standing.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


class _Deferred(ModuleType):
    def __getattr__(self, attribute: str) -> object:
        # What Python's import looks for in any module (__path__, __spec__ …) is no use of it.
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        name = self.__name__
        if sys.modules.get(name) is self:
            del sys.modules[name]
        return getattr(import_module(name), attribute)
