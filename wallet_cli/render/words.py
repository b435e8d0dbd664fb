"""An error in words: its message and advice from the catalog, filled with the error's own data."""

from __future__ import annotations

from wallet_cli import locale
from wallet_cli.errors import Datum, WalletError, whose
from wallet_cli.render.visible import visible

_WORDED = frozenset({"state", "step", "insutype", "relation", "disease"})
"""Data that the catalog has words for. `vault` is not among them: advice quotes it as the option's value."""
_REGIONS = frozenset({"region", "regions", "city"})
"""Data that are divisions' codes: people read their names, too."""
_PLACES = frozenset({"candidates", "nearest"})
"""Data that offer places to choose from."""


def message(error: WalletError) -> str:
    """What went wrong. Variants by kind, reason or attempts left stand under error.CODE.REASON; of a document as a whole,
    its `path` empty or its `member` 0, under error.CODE.REASON.whole."""
    data = {key: _word(key, value) for key, value in error.data.items()}
    for variant in ("kind", "reason", "attempts_left"):
        key = f"error.{error.code}.{error.data.get(variant)}"
        if variant in error.data and locale.known(key):
            whole = error.data.get("path") == "" or error.data.get("member") == 0
            return _fill(f"{key}.whole" if whole and locale.known(f"{key}.whole") else key, data)
    return _fill(f"error.{error.code}", data)


def advice(error: WalletError) -> list[str]:
    """What helps, what works now first. Lines whose data this case lacks are left out."""
    data = whose(error.data.get("member"))
    data |= {key: _word(key, value) for key, value in error.data.items() if value not in (None, "", ())}
    lines = []
    for key in (f"advice.{error.code}.{error.data.get('reason')}", f"advice.{error.code}"):
        if locale.known(key):
            lines += [filled for line in locale.text(key).split("\n") if (filled := _filled(line, data))]
            break
    if "nearest" in data:
        lines.append(locale.text("hint.nearest", nearest=data["nearest"]))
    if "hotline" in data:
        lines.append(locale.text("hint.hotline", hotline=data["hotline"]))
    return lines


def _fill(key: str, data: dict[str, str]) -> str:
    words = locale.text(key)
    return _filled(words, data) or words


def _filled(line: str, data: dict[str, str]) -> str | None:
    try:
        return line.format(**data)
    except KeyError:
        return None


def _word(key: str, value: Datum) -> str:
    if isinstance(value, str) and key in _WORDED and locale.known(f"value.{key}.{value}"):
        return locale.text(f"value.{key}.{value}")
    if key in {"missing", "paper"}:
        return locale.text("list.separator").join(
            _papers(str(one)) for one in (value if isinstance(value, tuple) else (value,))
        )
    if key == "diseases" and isinstance(value, tuple):
        words = (
            locale.text(named) if locale.known(named := f"value.disease.{one}") else visible(str(one)) for one in value
        )
        return locale.text("list.separator").join(words)
    word = region if key in _REGIONS else place if key in _PLACES and isinstance(value, tuple) else str
    if isinstance(value, tuple):
        return locale.text("list.separator").join(visible(word(str(item))) for item in value)
    return visible(word(str(value)))


def region(code: str) -> str:
    """A division's code and its name in the person's language; what is no such code as it is."""
    from wallet_cli.domain.divisions import name_of

    name = name_of(code, locale.language())
    return code if name is None else f"{code} {name}"


def place(told: str) -> str:
    """A place that may have been meant, as the person reads it."""
    from wallet_cli.domain.divisions import label_in

    return label_in(told, locale.language())


def place_name(chinese: str, english: str) -> str:
    """Of a place's two names the one that the person reads; in traditional characters for zh-TW."""
    language = locale.language()
    if language == "en":
        return english
    if language == "zh-TW":
        from wallet_cli.domain.variants import traditional

        return traditional(chinese)
    return chinese


def _papers(kinds: str) -> str:
    """`receipt` or, any one of several, `household-register|residence-proof`, each with the kind to type."""
    return locale.text("paper.or").join(f"{locale.text(f'value.paper.{kind}')} ({kind})" for kind in kinds.split("|"))
