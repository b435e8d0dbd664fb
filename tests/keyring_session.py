"""A private gnome-keyring for tests: its own bus, its own home, unlocked with a password of its own.

`keyring_session(tmp)` gives the environment of a session that lasts as long as the `with`; `run_under_keyring` runs one
command in such a session. Nothing of the user's keyring or bus is touched. Both skip visibly where gnome-keyring or
dbus is not installed.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from terminals import require

PASSWORD = b"keyring password of the tests"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True, slots=True)
class Session:
    """`env`: a whole environment for commands; `daemon`, `bus`: process ids, for stopping and killing."""

    env: dict[str, str]
    daemon: int
    bus: int

    def stop_daemon(self) -> None:
        """The keyring is there and never answers."""
        os.kill(self.daemon, signal.SIGSTOP)

    def continue_daemon(self) -> None:
        os.kill(self.daemon, signal.SIGCONT)

    def end_daemon(self) -> None:
        """The bus goes on without a keyring. The killed daemon is waited for by the session."""
        os.kill(self.daemon, signal.SIGKILL)
        os.waitid(os.P_PID, self.daemon, os.WEXITED | os.WNOWAIT)

    def lock(self) -> None:
        """Locks the collection, as a screen lock would."""
        self._call("Lock", "array:objpath:/org/freedesktop/secrets/aliases/default")

    def _call(self, method: str, *arguments: str) -> None:
        command = [
            "dbus-send",
            "--session",
            "--print-reply",
            "--reply-timeout=180000",
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            f"org.freedesktop.Secret.Service.{method}",
            *arguments,
        ]
        subprocess.run(command, env=self.env, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def bus_session(tmp: Path) -> Iterator[tuple[dict[str, str], int]]:
    """A bus without activation: the environment of its session and its process id. `tmp`: an empty folder with a short
    path."""
    require("dbus-daemon")
    env = _environment(tmp)
    config = tmp / "bus.conf"
    config.write_text(_CONFIG.format(socket=tmp / "bus"))
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as bus:
        try:
            assert bus.stdout is not None
            env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
            yield env, bus.pid
        finally:
            bus.kill()


@contextmanager
def keyring_session(tmp: Path) -> Iterator[Session]:
    """An unlocked gnome-keyring on a bus of its own."""
    require("gnome-keyring-daemon")
    with bus_session(tmp) as (env, bus):
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert daemon.stdin is not None
            daemon.stdin.write(PASSWORD)
            daemon.stdin.close()
            _wait_for_service(env)
            yield Session(env, daemon.pid, bus)
        finally:
            daemon.kill()
            daemon.wait()


def run_under_keyring(tmp: Path, argv: Sequence[str], **options: object) -> subprocess.CompletedProcess[str]:
    """Runs `argv` in a session of its own. `options` as of subprocess.run; `env` is laid over the session's."""
    extra = options.pop("env", {})
    with keyring_session(tmp) as session:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            argv, env={**session.env, **extra}, capture_output=True, text=True, check=False, **options
        )


def _environment(tmp: Path) -> dict[str, str]:
    folders = {
        "HOME": tmp / "home",
        "XDG_DATA_HOME": tmp / "home/data",
        "XDG_CONFIG_HOME": tmp / "home/config",
        "XDG_CACHE_HOME": tmp / "home/cache",
        "XDG_RUNTIME_DIR": tmp / "run",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "PYTHONPATH", "VIRTUAL_ENV"}}
    return kept | {name: str(folder) for name, folder in folders.items()}


def _wait_for_service(env: dict[str, str]) -> None:
    # The bus itself tells when the name is taken: no polling by time.
    watch = (
        "import sys\n"
        "from jeepney import MatchRule, message_bus\n"
        "from jeepney.io.blocking import Proxy, open_dbus_connection\n"
        "bus = open_dbus_connection()\n"
        "proxy = Proxy(message_bus, bus)\n"
        "rule = MatchRule(type='signal', interface='org.freedesktop.DBus', member='NameOwnerChanged')\n"
        "rule.add_arg_condition(0, 'org.freedesktop.secrets')\n"
        "proxy.AddMatch(rule)\n"
        "with bus.filter(rule) as queue:\n"
        "    if not proxy.NameHasOwner('org.freedesktop.secrets')[0]:\n"
        "        bus.recv_until_filtered(queue, timeout=180)\n"
    )
    import sys

    subprocess.run([sys.executable, "-c", watch], env=env, check=True)
