"""doctor's checks of the machine: Python, permissions, settings, terminal, locale, completion. They change nothing."""

from __future__ import annotations

import locale as system
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_cli import locale
from wallet_cli.errors import NotWritable, WalletError
from wallet_cli.usecases import doctor as judge
from wallet_cli.usecases.doctor import Finding

if TYPE_CHECKING:
    from wallet_cli.cli.context import Context
    from wallet_cli.term.examine import Terminal

ROOM = (25, 84)
"""Rows and columns that take the large QR and its panel, with something to spare."""
_CATEGORIES = ("LC_ALL", "LC_CTYPE", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_NUMERIC", "LC_MESSAGES", "LANG")


def python(context: Context) -> Iterator[Finding]:
    """This interpreter."""
    yield judge.ok("python", "version", version=".".join(map(str, sys.version_info[:3])), path=sys.executable)


def settings(context: Context) -> Iterator[Finding]:
    """config.toml; where it cannot be read, the rest goes on without it."""
    from shlex import quote

    from wallet_cli.cli.settings import Settings

    path = context.home.config
    try:
        found = context.settings
    except WalletError as error:
        context.settings = Settings.unread(path)
        yield judge.of_error("settings", error, (f"mv {quote(str(path))} {quote(f'{path}.aside')}",))
        return
    yield judge.ok("settings", "read" if os.path.exists(found.path) else "none", path=str(path))


def permissions(context: Context) -> Iterator[Finding]:
    """The folders and files that must be private."""
    from wallet_cli.storage.files import mend, unsafe

    bad = False
    for path, folder in _private(context):
        try:
            reason = unsafe(path, folder=folder)
        except PermissionError:
            reason = "owner"
        except OSError:
            continue  # none there; or no place for one, which the store's own check tells
        if reason is None and not os.access(path, os.R_OK | os.W_OK | (os.X_OK if folder else 0)):
            reason = "mode"
        if reason is not None:
            bad = True
            yield judge.fault("permissions", reason, mend(path, reason, folder=folder), path=str(path))
    error = _unmakeable(context.home.platform)
    if error is not None:
        fix = ("unset YIBAO_HOME",) if os.environ.get("YIBAO_HOME") else ()
        yield judge.of_error("permissions", error, fix)
    elif not bad:
        yield judge.ok("permissions", "private")


def _unmakeable(folder: Path) -> WalletError | None:
    """Why a folder that is not there could not be made; None for one that is, or that could."""
    above = folder
    while not os.path.lexists(above):
        above = above.parent
    if above == folder:
        return None
    if not above.is_dir():
        reason = "ENOTDIR"
    elif os.statvfs(above).f_flag & os.ST_RDONLY:
        reason = "EROFS"
    else:
        reason = "" if os.access(above, os.W_OK | os.X_OK) else "EACCES"
    return NotWritable(path=str(folder), reason=reason) if reason else None


def _private(context: Context) -> Iterator[tuple[Path, bool]]:
    home = context.home
    folders = (context.profile_folder, home.platform)
    for folder in folders:
        yield folder, True
        if not os.path.isdir(folder):
            continue
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue  # told as the folder's own
        for name in names:
            if name.startswith(("store.", "platform.", "items.", "change.", ".")) or name == "clock":
                yield folder / name, False
    yield home.config, False


def terminal(context: Context) -> Iterator[Finding]:
    """Whether a QR can be shown here, and how."""
    from wallet_cli.cli.pictures import ink
    from wallet_cli.render.qr import TerminalQr
    from wallet_cli.term.examine import examine

    seen = examine(context.console, TerminalQr(ink(context)), spoken=context.accessible)
    if seen is None:
        yield judge.ok("terminal", "none")
        return
    yield _size(seen)
    yield _colors(context)
    yield _glyphs(seen)
    yield _encoding(seen)


def _size(seen: Terminal) -> Finding:
    (rows, columns), (need_rows, need_columns) = seen.size, seen.need
    facts = {"rows": rows, "columns": columns}
    if seen.fits:
        return judge.ok("terminal", "large" if seen.full else "fits", **facts)
    return judge.fault("terminal", "small", *_enlarge(), **facts, need_rows=need_rows, need_columns=need_columns)


def _enlarge() -> tuple[str, ...]:
    """Makes this window larger, or opens one that is; the picture serves whoever has neither."""
    rows, columns = ROOM
    if os.environ.get("TMUX"):
        return (f"tmux resize-window -x {columns} -y {rows}",)
    if os.environ.get("XTERM_VERSION"):
        # xterm refuses sizes that a program asks for, unless its owner allows them (allowWindowOps).
        if shutil.which("xdotool") and os.environ.get("WINDOWID"):
            return (f'xdotool windowsize --usehints "$WINDOWID" {columns} {rows}',)
        return (f"xterm -geometry {columns}x{rows} &",)
    if os.environ.get("KITTY_WINDOW_ID"):
        size = f"-o initial_window_width={columns}c -o initial_window_height={rows}c"
        return (f"kitty -o remember_window_size=no {size} --detach",)
    # CSI 8 t (xterm's control sequences, "Window manipulation"): VTE, Konsole, iTerm2 and others obey it.
    return (f"printf '\\033[8;{rows};{columns}t'", "yibao qr --png voucher.png")


def _colors(context: Context) -> Finding:
    term = os.environ.get("TERM", "")
    if context.console.dumb:
        return judge.warning("colors", "dumb", "export TERM=xterm-256color", term=term)
    if context.console.few_colors:
        return judge.ok("colors", "few", term=term)
    return judge.ok("colors", "many" if context.console.color else "off", term=term)


def _glyphs(seen: Terminal) -> Finding:
    if seen.narrow is None:
        return judge.ok("glyphs", "unasked")
    if seen.narrow:
        return judge.ok("glyphs", "narrow")
    return judge.ok("glyphs", "wide_large") if seen.full else judge.warning("glyphs", "wide", *_enlarge())


def _encoding(seen: Terminal) -> Finding:
    if seen.utf8:
        return judge.ok("encoding", "utf8")
    return judge.warning("encoding", "other", utf8_locale(), encoding=seen.encoding)


def locales(context: Context) -> Iterator[Finding]:
    """Locales that the environment names, and the language that was chosen."""
    missing = [name for name in _CATEGORIES if (value := os.environ.get(name)) and not _installed(name, value)]
    # LC_ALL outranks the others: with one that is there, nobody asks for them.
    if os.environ.get("LC_ALL"):
        missing = [name for name in missing if name == "LC_ALL"]
    for name in missing[:1]:
        yield judge.fault("locale", "missing", utf8_locale(), variable=name, value=os.environ[name][:64])
    if not missing:
        named = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "C")
        yield judge.ok("locale", "installed", value=named[:64])
    yield judge.ok("language", _why(context), language=locale.language())


def _installed(name: str, value: str) -> bool:
    category = getattr(system, "LC_CTYPE" if name in ("LC_ALL", "LANG") else name)
    before = system.setlocale(category)
    try:
        system.setlocale(category, value)
    except system.Error:
        return False
    finally:
        system.setlocale(category, before)
    return True


def utf8_locale() -> str:
    """Sets a UTF-8 locale that is there, and keeps the language."""
    tags = {"zh-CN": "zh_CN.UTF-8", "zh-TW": "zh_TW.UTF-8", "en": "en_US.UTF-8"}
    own = tags.get(locale.language(), "C.UTF-8")
    there = next((name for name in (own, "C.UTF-8") if _installed("LC_ALL", name)), "C")
    return f"export LC_ALL={there} YIBAO_LANG={locale.language()}"


def _why(context: Context) -> str:
    if "lang" in context.options.environment:
        return "environment"
    if context.options.lang:
        return "flag"
    if context.setting("lang").value:
        return "config"
    return "locale" if any(os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")) else "default"


def completion(context: Context) -> Iterator[Finding]:
    """Whether the login shell finds the commands' completions in its usual places."""
    shell = os.path.basename(os.environ.get("SHELL", ""))
    places = _places().get(shell)
    if places is None:
        yield judge.ok("completion", "other", shell=shell or "?")
    elif any(place.exists() for place in places):
        yield judge.ok("completion", "installed", shell=shell)
    else:
        yield judge.warning("completion", "absent", _install(shell, places[0]), shell=shell)


def _install(shell: str, place: Path) -> str:
    from shlex import quote

    name, folder = quote(str(place)), quote(str(place.parent))
    if shell == "zsh":  # its own places belong to the system
        return f"yibao completion zsh | sudo tee {name} >/dev/null"
    return f"mkdir -p {folder} && yibao completion {shell} > {name}"


def _places() -> dict[str, tuple[Path, ...]]:
    """The completion file of each shell, the place to put it first."""
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    shared = [Path(part) for part in (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")]
    functions = [base / "zsh" / kind for base in shared for kind in ("site-functions", "vendor-completions")]
    return {
        "bash": tuple(base / "bash-completion/completions/yibao" for base in (data, *shared)),
        "zsh": tuple(folder / "_yibao" for folder in (*functions, home / ".zfunc", data / "zsh/site-functions")),
        "fish": (
            config / "fish/completions/yibao.fish",
            *(base / "fish/vendor_completions.d/yibao.fish" for base in (data, *shared)),
        ),
    }
