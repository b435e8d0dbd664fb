"""Which modules the keyring brings in, and that those held back still work."""

from __future__ import annotations

import subprocess
import sys

from wallet_cli.vault.lean import UNUSED_BY_BACKENDS


def _python(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_entering_the_secret_service_brings_in_neither_http_nor_metadata() -> None:
    loaded = _python(
        "import sys\n"
        "from wallet_cli.vault.keyring import SECRET_SERVICE, KeyringItems\n"
        "KeyringItems('a', interactive=False, backend=SECRET_SERVICE)\n"
        "print(*sys.modules)\n"
    ).split()
    assert "keyring.backends.SecretService" in loaded
    assert not {"http.client", "ssl", "asyncio", "importlib.metadata", *UNUSED_BY_BACKENDS} & set(loaded)


def test_what_was_held_back_is_there_when_used() -> None:
    answer = _python(
        "from wallet_cli.vault.keyring import SECRET_SERVICE, KeyringItems\n"
        "KeyringItems('a', interactive=False, backend=SECRET_SERVICE)\n"
        "import keyring.core, jaraco.context\n"
        "print(keyring.core.configparser.RawConfigParser.__name__)\n"
        "print(jaraco.context.urllib.request.urlopen.__name__)\n"
        "import configparser, urllib.request, tempfile\n"
        "print(configparser.ConfigParser.__name__, urllib.request.Request.__name__, tempfile.mkdtemp.__name__)\n"
        "import keyring\n"
        "print(type(keyring.get_keyring()).__name__)\n"
    )
    assert answer.split()[:5] == ["RawConfigParser", "urlopen", "ConfigParser", "Request", "mkdtemp"]
    assert len(answer.split()) == 6


def test_the_factories_load_nothing_heavy() -> None:
    loaded = set(_python("import sys, wallet_cli.vault\nprint(*sys.modules)\n").split())
    assert not {"sqlite3", "cryptography", "keyring", "secretstorage", "json", "dataclasses"} & loaded
