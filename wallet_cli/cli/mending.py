"""Commands of the system that mend what is not the wallet's own: the keyring, the clock. Each works when pasted."""

from __future__ import annotations

import os
import shutil
import sys

ASK = "stty -echo 2>/dev/null; IFS= read -r p; stty echo 2>/dev/null"
"""Reads a line without showing it, in any POSIX shell; from a pipe as well."""
_UNLOCK = f"sh -c '{ASK}; printf %s \"$p\" | gnome-keyring-daemon --replace --unlock --daemonize >/dev/null'"
"""Reads the keyring's password. A running daemon does not take it: a fresh one in its place does."""


def unlock_keyring() -> tuple[str, ...]:
    """What opens a locked keyring: its own window where there is a desktop, else its password at the terminal."""
    if sys.platform == "darwin":
        return ("security unlock-keychain",)
    desktop = ("yibao status",) if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") else ()
    return (*desktop, *((_UNLOCK,) if shutil.which("gnome-keyring-daemon") else ()))


def start_keyring() -> tuple[str, ...]:
    """What brings back a keyring that does not answer."""
    if not sys.platform.startswith("linux"):
        return ()
    if shutil.which("gnome-keyring-daemon") is None:
        return ("sudo apt-get install gnome-keyring dbus-user-session",)
    return (_UNLOCK,) if _has_bus() else ("dbus-run-session -- sh", _UNLOCK)


def set_clock() -> str:
    """What sets the machine's clock by the network's."""
    return "sudo sntp -sS time.apple.com" if sys.platform == "darwin" else "sudo timedatectl set-ntp true"


def ask_passphrase(command: str, option: str) -> str:
    """`command` with a passphrase typed unseen."""
    return f"sh -c '{ASK}; printf %s \"$p\" | {command} {option}'"


def _has_bus() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address.startswith("unix:path="):
        # An address may outlive its bus.
        return os.path.exists(address.removeprefix("unix:path=").partition(",")[0])
    return bool(address) or (bool(runtime) and os.path.exists(os.path.join(runtime, "bus")))
