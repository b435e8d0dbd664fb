"""The JSON envelope: exactly one document a command (cli.md, Output)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from wallet_cli.errors import WalletError
from wallet_cli.render.leaves import Data, simple


def document(name: str, data: Data, *, warnings: Sequence[str], meta: Data, reveal: bool) -> str:
    """One line of JSON: schema, ok, data, warnings, meta."""
    body = {
        "schema": f"yibao.{name}/v1",
        "ok": True,
        "data": simple(data, reveal=reveal),
        "warnings": list(warnings),
        "meta": simple(meta, reveal=False),
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def narrowed(document: str, encoding: str | None) -> str:
    """The same document for a stream of this encoding: signs it lacks as JSON escapes, so that no value changes."""
    if encoding is None or document.isascii():
        return document
    try:
        document.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return json.dumps(json.loads(document), separators=(",", ":"))
    return document


def error(failure: WalletError, message: str, advice: Sequence[str], fix: Sequence[str]) -> str:
    """The error object that stands alone on standard error. `fix`: commands, as they are to be pasted."""
    body = {
        "schema": "yibao.error/v1",
        "ok": False,
        "error": {
            "code": failure.code,
            "exit": failure.exit,
            "message": message,
            "advice": list(advice),
            "fix": list(fix),
            "retryable": failure.retryable,
            "details": failure.data,
        },
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
