"""Where things stand: one home given by YIBAO_HOME, or the system's standard folders.

Rules of this room: see `storage`. The environment is read by the caller; nothing is created here.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from wallet_cli.domain.value import Value
from wallet_cli.errors import NotWritable

_APP = "yibao"


class Home(Value):
    """`config`: config.toml; `profiles`: a folder each; `platform`: the embedded platform's folder; `cache`."""

    config: Path
    profiles: Path
    platform: Path
    cache: Path

    def profile(self, name: str) -> Path:
        """The folder of one profile; its store is `store.db` there. The name was checked by the caller."""
        return self.profiles / name


def home(yibao_home: str | None) -> Home:
    """`yibao_home`: the value of YIBAO_HOME, which moves everything; None or empty: the standard folders."""
    if yibao_home:
        top = Path(yibao_home).absolute()
        return Home(top / "config.toml", top / "profiles", top / "platform", top / "cache")
    import platformdirs

    data = platformdirs.user_data_path(_APP, appauthor=False)
    config = platformdirs.user_config_path(_APP, appauthor=False)
    cache = platformdirs.user_cache_path(_APP, appauthor=False)
    return Home(config / "config.toml", data / "profiles", data / "platform", cache)


def check_reachable(path: Path) -> None:
    """Whether the system lets somebody look there, be it in vain. Raises NotWritable(reason = errno's name)."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as e:
        # The fault is the name that was given: doctor could not look there either.
        reason = errno.errorcode.get(e.errno or 0, "unknown")
        raise NotWritable(fix=(), path=str(path), reason=reason) from e


def account_of(path: Path) -> str:
    """Account name of the folder's keyring items: first 16 hex digits of SHA-256 of its resolved path."""
    import hashlib

    return hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
