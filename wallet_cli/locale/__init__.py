"""The words: gettext catalogs with stable keys. Only `__main__`, `cli`, `render` and `term` may ask for them.

The language is chosen once, before any command is loaded, because help texts are worded while a command's module is
imported. Catalogs: `zh_CN`, `zh_TW` (made from it by tests/build_zh_tw.py), `en`; a key that a catalog lacks is
a defect that a test finds, shown as the key itself.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing's own costs a fifth of the budget of --help
if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("zh-CN", "zh-TW", "en")
_TRADITIONAL = {"tw", "hk", "mo", "hant"}
"""Parts of a tag that ask for traditional characters, unless `hans` says otherwise."""
_FOLDERS = {"zh-CN": "zh_CN", "zh-TW": "zh_TW", "en": "en"}

_language = "en"
_messages: _Catalog | None = None


def match(tag: str) -> str | None:
    """The catalog for a language tag or POSIX locale (zh_CN.UTF-8, en-GB), or None. Taiwan, Hong Kong, Macao and Hant (zh-Hant-CN)
    get zh-TW, every other Chinese zh-CN."""
    plain = tag.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0].replace("_", "-").lower()
    first, *parts = plain.split("-")
    if first == "zh":
        return "zh-TW" if _TRADITIONAL.intersection(parts) and "hans" not in parts else "zh-CN"
    return "en" if first == "en" else None


def from_environment() -> str:
    """POSIX order LC_ALL, LC_MESSAGES, LANG; English where none names a language of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return match(value) or "en"
    return "en"


def choose(language: str) -> None:
    """Switch to a language of LANGUAGES; click's own msgids follow through the default gettext domain."""
    global _language, _messages
    if language != _language:
        _messages = None
    _language = language


def language() -> str:
    """The language in use."""
    return _language


def folder() -> str:
    """Where the catalogs lie."""
    return os.path.dirname(__file__)


def bind_click() -> None:
    """Let click word its help headings from our catalogs."""
    import gettext

    os.environ["LANGUAGE"] = _FOLDERS[_language]
    gettext.bindtextdomain("yibao", folder())
    gettext.textdomain("yibao")


def text(key: str, **values: object) -> str:
    """The words for `key` with its {fields} filled in."""
    words = _catalog().get(key)
    if words is None:
        words = key
    return words.format(**values) if values else words


def known(key: str) -> bool:
    """Whether the catalog has words for `key`."""
    return _catalog().get(key) is not None


def _catalog() -> _Catalog:
    global _messages
    if _messages is None:
        _messages = _Catalog(os.path.join(folder(), _FOLDERS[_language], "LC_MESSAGES", "yibao.mo"))
    return _messages


class _Catalog:
    """A .mo file, searched where it lies: its keys are sorted, and a command needs a few dozen of its thousands.

    gettext's own reader would do; importing it costs a third of the budget of --help, reading all words another tenth.
    """

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self._data = file.read()
        self._integers = memoryview(self._data[: len(self._data) // 4 * 4]).cast("I")
        if self._integers[0] != 0x950412DE:
            raise OSError(f"{path}: not a catalog of this machine's byte order")
        self._count = self._integers[2]

    def get(self, key: str) -> str | None:
        """The words of a key, None where it has none."""
        wanted = key.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._piece(3, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low < self._count and self._piece(3, low) == wanted:
            return str(self._piece(4, low), "utf-8")
        return None

    def __iter__(self) -> Iterator[str]:
        """Every key, and the empty one of the catalog's own head."""
        return (str(self._piece(3, i), "utf-8") for i in range(self._count))

    def _piece(self, table: int, i: int) -> bytes:
        """Entry `i` of the table of keys (3) or of words (4), whose place the head's integer of that number tells."""
        at = self._integers[table] // 4 + 2 * i
        start = self._integers[at + 1]
        return self._data[start : start + self._integers[at]]
