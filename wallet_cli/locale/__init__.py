"""The words: gettext catalogs with stable keys. Only `__main__`, `cli`, `render` and `term` may ask for them.

The language is chosen once, before any command is loaded, because help texts are worded while a command's module is
imported. Catalogs: `zh_CN`, `zh_TW` (made from it by tests/build_zh_tw.py), `en`; a key that a catalog lacks is
a defect that a test finds, shown as the key itself.
"""

from __future__ import annotations

import os

LANGUAGES = ("zh-CN", "zh-TW", "en")
_TRADITIONAL = {"tw", "hk", "mo", "hant"}
"""Parts of a tag that ask for traditional characters, unless `hans` says otherwise."""
_FOLDERS = {"zh-CN": "zh_CN", "zh-TW": "zh_TW", "en": "en"}

_language = "en"
_messages: dict[str, str] | None = None


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
    words = _catalog().get(key, key)
    return words.format(**values) if values else words


def known(key: str) -> bool:
    """Whether the catalog has words for `key`."""
    return key in _catalog()


def _catalog() -> dict[str, str]:
    global _messages
    if _messages is None:
        path = os.path.join(folder(), _FOLDERS[_language], "LC_MESSAGES", "yibao.mo")
        _messages = _read(path)
    return _messages


def _read(path: str) -> dict[str, str]:
    """A .mo file as a dict. gettext's own reader would do; importing it costs a third of the budget of --help."""
    with open(path, "rb") as file:
        data = file.read()
    integers = memoryview(data[: len(data) // 4 * 4]).cast("I")
    if integers[0] != 0x950412DE:
        raise OSError(f"{path}: not a catalog of this machine's byte order")
    count, keys, values = integers[2], integers[3] // 4, integers[4] // 4
    messages = {}
    for i in range(0, 2 * count, 2):
        start, end = integers[keys + i + 1], integers[keys + i + 1] + integers[keys + i]
        first, last = integers[values + i + 1], integers[values + i + 1] + integers[values + i]
        messages[str(data[start:end], "utf-8")] = str(data[first:last], "utf-8")
    return messages
