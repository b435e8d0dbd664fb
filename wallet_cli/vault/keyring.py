"""The OS keyring behind an allow-list: four kinds of backend, entered by name, each call with a deadline.

Rules of this room: see `vault`. Python's keyring would pick a backend from plug-ins and settings, among them ones that
keep nothing or keep secrets in a plain file; so none is picked: the class is named here. A keyring that does not
answer, is locked, or is not there is told apart from one that answers "no such item".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import (
    KeyringAbsent,
    KeyringChanged,
    KeyringHanging,
    KeyringLocked,
    KeyringRefused,
    WalletError,
)
from wallet_cli.vault.filed import one_line
from wallet_cli.vault.lean import UNUSED_BY_BACKENDS, deferred
from wallet_cli.vault.turn import Turn

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SECRET_SERVICE = "keyring.backends.SecretService.Keyring"
ALLOWED = (
    SECRET_SERVICE,
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
)
CALL_S = 10.0
PROMPT_S = 60.0

# Foreign exceptions by top module and class; a bare module stands for the rest of its exceptions.
_TRANSLATED: dict[str, type[WalletError]] = {
    "keyring.KeyringLocked": KeyringLocked,
    "keyring.NoKeyringError": KeyringAbsent,
    "keyring.InitError": KeyringAbsent,
    "keyring": KeyringRefused,
    "secretstorage.SecretServiceNotAvailableException": KeyringAbsent,
    "secretstorage.LockedException": KeyringLocked,
    "secretstorage.PromptDismissedException": KeyringLocked,
    "secretstorage": KeyringRefused,
    "jeepney.AuthenticationError": KeyringAbsent,
    "jeepney": KeyringRefused,
    "dbus": KeyringAbsent,
    "pywintypes": KeyringRefused,
    "builtins.TimeoutError": KeyringLocked,
    "builtins.ConnectionRefusedError": KeyringAbsent,
    "builtins.ConnectionResetError": KeyringAbsent,
    "builtins.BrokenPipeError": KeyringAbsent,
    "builtins.FileNotFoundError": KeyringAbsent,
    "builtins.PermissionError": KeyringAbsent,
    "builtins.OSError": KeyringAbsent,
    "builtins.EOFError": KeyringAbsent,
}


class KeyringItems:
    """Implements ports.Items: service `yibao:<item>`, the account given.

    A locked keyring is asked to open once, at the first call, and only if `interactive`. `session`: a folder that all
    wallets of the session know; by it they take turns.
    """

    def __init__(
        self,
        account: str,
        *,
        interactive: bool,
        backend: str | None = None,
        call_s: float = CALL_S,
        prompt_s: float = PROMPT_S,
        session: str = "",
    ) -> None:
        self.kind = "keyring"
        self._account = account
        self._call_s = call_s
        self._turn = Turn(session)
        self._prompt_s = prompt_s if interactive else 0.0
        self.backend = backend or ""  # for errors while it is being found
        self.backend, self._keyring = self._find(backend)

    def get(self, name: str) -> Secret | None:
        value: str | None = self._call(lambda: self._keyring.get_password(_service(name), self._account))
        return None if value is None else Secret(value.encode("utf-8"))

    def put(self, name: str, value: Secret) -> None:
        line = one_line(value)
        self._call(lambda: self._keyring.set_password(_service(name), self._account, line))

    def drop(self, name: str) -> None:
        if self.get(name) is not None:
            self._call(lambda: self._keyring.delete_password(_service(name), self._account))

    # --- which backend ----------------------------------------------------------------------------------------------

    def _find(self, recorded: str | None) -> tuple[str, KeyringBackend]:
        here = _of_this_system()
        if recorded == SECRET_SERVICE and recorded in here:
            # The common case is not asked twice whether it is there: the first call tells.
            return recorded, self._enter(recorded)
        for name in here if recorded not in here else (recorded,):
            keyring = self._enter(name)
            if not self._bounded(partial(_is_viable, keyring), self._call_s):
                continue
            if recorded not in {None, name}:
                raise KeyringChanged(recorded=recorded, found=name)
            return name, keyring
        raise KeyringAbsent(reason="none")

    def _enter(self, name: str) -> KeyringBackend:
        # Imports are not counted towards the deadline: they are ours, not the daemon's.
        with deferred(UNUSED_BY_BACKENDS):
            if name == SECRET_SERVICE:
                from wallet_cli.vault.secretservice import make

                return make(self._unlock_within, self._turn.leave)
            module, _, of_class = name.rpartition(".")
            backend: type[KeyringBackend] = getattr(import_module(module), of_class)
        return backend()

    def _unlock_within(self) -> float:
        """Seconds that a locked keyring may wait for its owner: the first time only."""
        seconds, self._prompt_s = self._prompt_s, 0.0
        return seconds

    # --- calls --------------------------------------------------------------------------------------------------------

    def _call(self, act: Callable[[], T]) -> T:
        with self._turn:
            return self._bounded(act, self._call_s + self._prompt_s)

    def _bounded(self, act: Callable[[], T], seconds: float) -> T:
        """Runs it in a thread that may be left behind. Raises KeyringHanging, or what the table has."""
        import threading

        results: list[T] = []
        failures: list[BaseException] = []

        def run() -> None:
            try:
                results.append(act())
            except BaseException as e:
                failures.append(e)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(seconds)
        if results:
            return results[0]
        if failures:
            raise self._translate(failures[0]) from None
        raise KeyringHanging(backend=self.backend, seconds=int(seconds))

    def _translate(self, error: BaseException) -> BaseException:
        if isinstance(error, WalletError):
            return error
        top = type(error).__module__.partition(".")[0]
        leaf = _TRANSLATED.get(f"{top}.{type(error).__name__}") or _TRANSLATED.get(top)
        data: dict[str, Any] = {"backend": self.backend, "reason": type(error).__name__}
        return error if leaf is None else leaf(**data)


def _service(name: str) -> str:
    return f"yibao:{name}"


def _of_this_system() -> tuple[str, ...]:
    import sys

    if sys.platform == "darwin":
        return ALLOWED[2:3]
    return ALLOWED[3:4] if sys.platform == "win32" else ALLOWED[:2]


def _is_viable(keyring: KeyringBackend) -> bool:
    try:
        return bool(type(keyring).priority > 0)
    except RuntimeError:
        return False
