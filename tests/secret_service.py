"""A Secret Service that answers as it is told: what real daemons do for a moment under load, on demand.

`secret_service(tmp, plan)` runs it on a bus of its own. The plan: `searches`, the item's path that each search in turn
finds (the last one ever after); `items`, the secret of each path that is there; `denied`, how often a path is said not
to exist before it is there; `locked`, that the collection is, and that its owner never answers the prompt.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from keyring_session import bus_session
from terminals import PACKAGE

COLLECTION = "/org/freedesktop/secrets/aliases/default"
_SERVICE = "/org/freedesktop/secrets"
_PROMPT = "/org/freedesktop/secrets/prompt/1"
_GONE = "org.freedesktop.DBus.Error.UnknownObject"
_UNSUPPORTED = "org.freedesktop.DBus.Error.NotSupported"


@contextmanager
def secret_service(tmp: Path, plan: Mapping[str, Any]) -> Iterator[tuple[dict[str, str], IO[bytes]]]:
    """The environment of a session whose keyring follows `plan`, and its words: a line `prompting` for each prompt."""
    with bus_session(tmp) as (env, _):
        argv = [sys.executable, __file__, json.dumps(plan)]
        path = {"PYTHONPATH": os.pathsep.join((PACKAGE, str(Path(__file__).parent)))}
        with subprocess.Popen(argv, env=env | path, stdout=subprocess.PIPE) as service:
            try:
                assert service.stdout is not None
                assert service.stdout.readline() == b"ready\n"
                yield env, service.stdout
            finally:
                service.kill()


class Service:
    def __init__(self, bus: DBusConnection, plan: Mapping[str, Any]) -> None:
        self._bus = bus
        self._searches: list[str] = list(plan["searches"])
        self._items: dict[str, str] = plan["items"]
        self._denied: dict[str, int] = dict(plan.get("denied", {}))
        self._locked = plan.get("locked", False)

    def serve(self) -> None:
        while True:
            message = self._bus.receive()
            if message.header.message_type is MessageType.method_call:
                self._bus.send(self._answer(message))

    def _answer(self, message: Any) -> Any:
        path, member = (message.header.fields[field] for field in (HeaderFields.path, HeaderFields.member))
        if self._deny(path):
            return new_error(message, _GONE)
        if path not in {_SERVICE, COLLECTION, _PROMPT} and path not in self._items:
            return new_error(message, _GONE)
        if member == "OpenSession" and message.body[0] != "plain":
            return new_error(message, _UNSUPPORTED)
        signature, *body = self._body(path, member, message.body)
        return new_method_return(message, signature or None, tuple(body))

    def _body(self, path: str, member: str, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        match member:
            case "SearchItems":
                found = self._searches.pop(0) if len(self._searches) > 1 else self._searches[0]
                return ("ao", [found])
            case "Unlock":
                return self._unlocked(asked[0])
            case "Prompt":
                print("prompting", flush=True)
                return ("",)
            case "OpenSession":
                return ("vo", ("s", ""), "/session")
            case "GetSecrets":
                given = {one: ("/session", b"", self._items[one].encode(), "text/plain") for one in asked[0]}
                return ("a{o(oayays)}", given)
        raise AssertionError(f"nobody asks for {member}")

    def _unlocked(self, paths: list[str]) -> tuple[Any, ...]:
        """Of what is not there nothing is said."""
        there = [one for one in paths if not self._deny(one) and (one == COLLECTION or one in self._items)]
        return ("aoo", [], _PROMPT) if self._locked and there else ("aoo", there, "/")

    def _deny(self, path: str) -> bool:
        denied = self._denied.get(path, 0) > 0
        self._denied[path] = self._denied.get(path, 0) - denied
        return denied


def main() -> None:
    bus = open_dbus_connection()
    Proxy(message_bus, bus).RequestName("org.freedesktop.secrets")
    print("ready", flush=True)
    Service(bus, json.loads(sys.argv[1])).serve()


if __name__ == "__main__":
    main()
