"""`yibao schema NAME` in each language: the same schema, other words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import schema_prose
from jsonschema import Draft202012Validator
from unit.cli.running import programs

LANGUAGES = ("zh-CN", "zh-TW", "en")
FILES = schema_prose.files()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_only_the_words_are_turned(tmp_path: Path, name: str, lang: str) -> None:
    wallet, _ = programs(tmp_path)
    ran = wallet("schema", name, "--lang", lang)
    assert (ran.status, ran.err) == (0, "")
    told, on_disk = json.loads(ran.out), json.loads(FILES[name])
    Draft202012Validator.check_schema(told)
    assert schema_prose.bare(told) == schema_prose.bare(on_disk)
    if lang == "en":
        assert ran.out == FILES[name]
    else:
        assert not set(schema_prose.prose(told)) & set(schema_prose.prose(on_disk))


@pytest.mark.parametrize("encoding", ["ascii", "big5", "gbk"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stream_that_lacks_a_sign_gets_the_same_schema(tmp_path: Path, lang: str, encoding: str) -> None:
    """Its signs as JSON escapes, not question marks or look-alikes: what a program reads is equal."""

    path = os.pathsep.join(filter(None, sys.path))

    def told(stream: str) -> object:
        line = [sys.executable, "-P", "-m", "wallet_cli", "schema", "places", "--lang", lang]
        env = {**os.environ, "YIBAO_HOME": str(tmp_path), "PYTHONIOENCODING": stream, "PYTHONPATH": path}
        return json.loads(subprocess.run(line, env=env, capture_output=True, check=True).stdout.decode(stream))

    assert told(encoding) == told("utf-8")


def test_the_language_is_that_of_everything_else(tmp_path: Path) -> None:
    """No --lang: the environment's or the settings'."""
    wallet, _ = programs(tmp_path)
    assert json.loads(wallet("config", "set", "lang", "zh-TW").out)["ok"]
    assert json.loads(wallet("schema", "balance").out)["title"] == "`yibao balance` 的輸出"
