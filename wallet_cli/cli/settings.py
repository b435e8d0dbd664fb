"""Settings: flag > YIBAO_* > profile > config.toml > default. The file is TOML, edited line by line, comments kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from wallet_cli.cli.globals import MAX_TIMEOUT_S
from wallet_cli.domain.value import Value
from wallet_cli.errors import ConfigInvalid, SettingUnknown
from wallet_cli.storage.files import write_private

CHOICES: dict[str, tuple[str, ...]] = {
    "lang": ("zh-CN", "zh-TW", "en"),
    "output": ("human", "plain", "json"),
    "color": ("auto", "always", "never"),
    "vault": ("keyring", "passphrase", "sandbox"),
}
BOOLEANS = ("accessible", "no_input")
_SAID = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""What a boolean may be called: `config list` says yes and no, the environment 1 and 0."""
DEFAULTS: dict[str, str | int | bool] = {
    "accessible": False,
    "color": "auto",
    "lang": "",
    "no_input": False,
    "operator": "sandbox",
    "output": "human",
    "profile": "default",
    "timeout": 10,
    "vault": "keyring",
}
"""Every setting with its default. `lang` empty: the locale decides; `operator`: who acts in yibao-platform."""


class Setting(Value):
    """One setting as it stands. `source`: default, config, profile, environment or flag."""

    key: str
    value: str | int | bool
    source: str


class Settings:
    """config.toml as read, with what flags and the environment put over it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _read(path)

    @classmethod
    def unread(cls, path: Path) -> Settings:
        """The settings as if the file were not there."""
        made = cls.__new__(cls)
        made.path, made._file = path, {}
        return made

    def value(self, key: str, profile: str | None, given: str | bool | None, source: str = "flag") -> Setting:
        """The setting in force. `given`: what a flag or YIBAO_* said (`source` which), None for nothing."""
        if key not in DEFAULTS:
            raise SettingUnknown(key=key, nearest=_nearest(key))
        if given is not None:
            return Setting(key, _typed(self.path, key, given), source)
        section = self._file.get("profiles", {}).get(profile or "", {})
        for place, table in (("profile", section), ("config", self._file)):
            if key in table:
                return Setting(key, _typed(self.path, key, table[key]), place)
        return Setting(key, DEFAULTS[key], "default")

    def set(self, key: str, text: str, profile: str | None = None) -> bool:
        """Writes one setting at the top level, or for one profile; whether that changed the file."""
        if key not in DEFAULTS:
            raise SettingUnknown(key=key, nearest=_nearest(key))
        value = _typed(self.path, key, text)
        table = self._file if profile is None else self._file.get("profiles", {}).get(profile, {})
        if table.get(key) == value:
            return False
        lines = self.path.read_text("utf-8").splitlines() if os.path.exists(self.path) else []
        header = None if profile is None else f"[profiles.{profile}]"
        _replace(lines, header, key, f"{key} = {_toml(value)}")
        written = "\n".join(lines) + "\n"
        self._file = self._checked(written, key, profile, value)
        write_private(self.path, written.encode())
        return True

    def _checked(self, written: str, key: str, profile: str | None, value: str | int | bool) -> dict[str, Any]:
        """What the new file says, before it takes the old one's place: TOML has forms that lines cannot be put into."""
        import tomllib

        try:
            found = tomllib.loads(written)
            table = found if profile is None else found["profiles"][profile]
        except (tomllib.TOMLDecodeError, KeyError, TypeError):
            table = {}
        if table.get(key) != value:
            raise ConfigInvalid(file=str(self.path), key=key, reason="form")
        return found


def _read(path: Path) -> dict[str, Any]:
    if not os.path.exists(path):
        return {}
    import tomllib

    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigInvalid(file=str(path), key="", reason="syntax", where=str(error)) from None
    except OSError as error:
        raise ConfigInvalid(file=str(path), key="", reason="unreadable", where=error.strerror) from None
    profiles = found.get("profiles", {})
    tables = [found, *(profiles.values() if isinstance(profiles, dict) else ())]
    if not isinstance(profiles, dict) or not all(isinstance(t, dict) for t in tables):
        raise ConfigInvalid(file=str(path), key="profiles", reason="type")
    for table in tables:
        for key, value in table.items():
            if key not in DEFAULTS and not (table is found and key == "profiles"):
                raise ConfigInvalid(file=str(path), key=key, reason="unknown", nearest=_nearest(key))
            if key in DEFAULTS:
                _typed(path, key, value)
    return found


def _typed(path: Path, key: str, value: object) -> str | int | bool:
    """`value` as the setting's type, strings from the command line included. Raises ConfigInvalid."""
    wrong = ConfigInvalid(file=str(path), key=key, reason="value", choices=_choices(key))
    if key == "timeout":
        wrong.data.update(least=1, most=MAX_TIMEOUT_S)
    if key in BOOLEANS:
        if isinstance(value, bool):
            return value
        if not isinstance(value, str) or value not in _SAID:
            raise wrong
        return _SAID[value]
    if key == "timeout":
        text = str(value)
        if isinstance(value, bool) or not (text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_TIMEOUT_S):
            raise wrong
        return int(text)
    if not isinstance(value, str) or not value.isprintable() or len(value) > 64:
        raise wrong
    if key in CHOICES and value not in CHOICES[key]:
        raise wrong
    return value


def _choices(key: str) -> tuple[str, ...]:
    return ("true", "false") if key in BOOLEANS else CHOICES.get(key, ())


def _toml(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _replace(lines: list[str], header: str | None, key: str, new: str) -> None:
    """Puts `new` where the key stands in its table, else at the table's beginning."""
    first = 0
    if header is not None:
        place = [i for i, line in enumerate(lines) if line.partition("#")[0].strip() == header]
        if not place:
            lines += ["", header] if lines else [header]
        first = place[0] + 1 if place else len(lines)
    last = next((i for i in range(first, len(lines)) if lines[i].lstrip().startswith("[")), len(lines))
    for index in range(first, last):
        name, equals, _ = lines[index].partition("=")
        if equals and name.strip().strip('"') == key:
            lines[index] = new
            return
    lines.insert(first, new)


def _nearest(key: str) -> str | None:
    from wallet_cli.cli.usage import nearest

    return nearest(key, list(DEFAULTS))
