"""The catalogs of all languages: the same keys, the same placeholders, nothing missing, nothing said twice."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import build_zh_tw
import pytest
import schema_prose
from architecture.tree import PACKAGE, dotted, parsed, shown, sources
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from wallet_cli.errors import TABLE

LANGUAGES = ("zh_CN", "zh_TW", "en")
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_-]+)*|schema\..+")
"""Dotted names; `schema.` and the English words of a JSON Schema, which are what stands on disk."""


def po(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "yibao.po"


@cache
def catalog(language: str) -> Catalog:
    if not po(language).exists():
        pytest.skip(f"needs the catalog wallet_cli/locale/{language}")
    with po(language).open("rb") as text:
        return read_po(text, locale=language, abort_invalid=True)


def texts(language: str) -> dict[str, str]:
    """Our keys and their text; click's own sentences, which are their own keys, are left out."""
    return {m.id: m.string for m in catalog(language) if isinstance(m.id, str) and KEY.fullmatch(m.id)}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_languages_have_the_same_keys(language: str) -> None:
    zh, other = texts("zh_CN"), texts(language)
    assert set(zh) == set(other), sorted(set(zh) ^ set(other))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_languages_have_the_same_placeholders(language: str) -> None:
    zh, other = texts("zh_CN"), texts(language)
    differing = [key for key in zh.keys() & other.keys() if placeholders(zh[key]) != placeholders(other[key])]
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_click_speaks_every_language(language: str) -> None:
    assert {m.id for m in catalog("zh_CN")} == {m.id for m in catalog(language)}


def test_traditional_words_keep_every_sign_that_a_program_reads() -> None:
    """Commands, options, paths and fields are the same in both: only words were turned."""
    latin = re.compile(r"[\x21-\x7e]{2,}")
    turned = {"Enter", "QR"}
    zh, tw = texts("zh_CN"), texts("zh_TW")
    kept = {key for key in zh if not key.startswith("match.") and key not in build_zh_tw.KEPT}
    differing = [
        key
        for key in sorted(kept & tw.keys())
        if [w for w in latin.findall(zh[key]) if w not in turned]
        != [w for w in latin.findall(tw[key]) if w not in turned]
    ]
    assert not differing


def test_traditional_words_are_those_of_the_table() -> None:
    """What OpenCC writes and the table corrects stands nowhere; every entry of the table is needed or shields one."""
    joined = " ".join(texts("zh_TW").values())
    wrong = [wrong for wrong, right in build_zh_tw.corrections() if wrong not in right and wrong in joined]
    assert not wrong


def test_traditional_words_are_as_the_script_makes_them() -> None:
    """After a change of zh_CN: python tests/build_zh_tw.py"""
    pytest.importorskip("opencc", reason="needs the PyPI package opencc")
    stale = [str(path) for path, text in build_zh_tw.made().items() if path.read_text(encoding="utf-8") != text]
    assert not stale, "run python tests/build_zh_tw.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_its_message(language: str) -> None:
    missing = [f"error.{code}" for code in TABLE if not texts(language).get(f"error.{code}")]
    assert not missing


def reasons(error: str, *files: str) -> set[str]:
    """What these modules refuse a document for: `reason=` of this error, the last word of `Table.wrong`."""
    found: list[ast.expr] = []
    for file in files:
        for node in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "wrong":
                found.append(node.args[-1])
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == error:
                found += [word.value for word in node.keywords if word.arg == "reason"]
    return {str(one.value) for one in found if isinstance(one, ast.Constant)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_bill_or_a_policy_is_refused_for_has_its_words(language: str) -> None:
    bills = reasons("BillInvalid", "domain/bill.py", "cli/operator/bill.py", "platform/service/settling.py")
    policies = reasons("PolicyInvalid", "domain/policy.py", "domain/policy_table.py", "platform/policies/__init__.py")
    assert {"syntax", "future"} <= bills and {"syntax", "gap", "overlap", "example"} <= policies
    wanted = {f"error.BILL_INVALID.{one}" for one in bills} | {f"error.POLICY_INVALID.{one}" for one in policies}
    assert not wanted - texts(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_schema_has_its_key_and_no_key_is_left_over(language: str) -> None:
    wanted = {one for schema in schema_prose.files().values() for one in schema_prose.prose(json.loads(schema))}
    assert len(wanted) > 200
    assert {key for key in texts(language) if key.startswith("schema.")} == {f"schema.{one}" for one in wanted}


def test_english_schemas_say_what_stands_on_disk() -> None:
    assert not [key for key, words in texts("en").items() if key.startswith("schema.") and key != f"schema.{words}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_error_message_without_its_code(language: str) -> None:
    codes = [key.split(".")[1] for key in texts(language) if key.startswith(("error.", "advice."))]
    assert not [code for code in codes if code.isupper() and code not in TABLE]


def test_english_errors_begin_small_and_advice_is_sentences() -> None:
    """An error's words stand behind its code and a colon, advice on lines of its own."""
    proper = ("Hong Kong", "Macao", "Taiwan", "PIN")
    en = texts("en")
    errors = [key for key, words in en.items() if key.startswith("error.") and not words.startswith(proper)]
    assert not [key for key in errors if re.match(r"[A-Z](?![A-Z])", en[key])]
    lines = [(key, line) for key, words in en.items() if key.startswith("advice.") for line in words.split("\n")]
    assert not [key for key, line in lines if line[0].islower() and not line.startswith("yibao ")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_or_fuzzy(language: str) -> None:
    odd = [m.id for m in catalog(language) if m.id and (not m.string or m.fuzzy)]
    assert not odd


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_and_no_words_stand_twice(language: str) -> None:
    """Two branches may each add a key or change its words: the union of both files would keep both."""
    catalog(language)
    written = po(language).read_text(encoding="utf-8")
    assert written.count("\nmsgid ") == written.count("\nmsgstr ")
    keys = re.findall(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)', written, re.MULTILINE)
    joined = ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', key)) for key in keys]
    assert not sorted({key for key in joined if joined.count(key) > 1})


@pytest.mark.parametrize("language", LANGUAGES)
def test_clicks_sentences_keep_their_placeholders(language: str) -> None:
    wrong = [
        m.id
        for m in catalog(language)
        if isinstance(m.id, str)
        and isinstance(m.string, str)
        and m.id
        and not KEY.fullmatch(m.id)
        and not placeholders(m.string) <= placeholders(m.id)
    ]
    assert not wrong


def asked_for() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Where the code asks the catalog, and the keys that it may ask for there."""
    for path in sources("wallet_cli"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and dotted(node.func) in {"text", "locale.text"} and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    yield shown(path, node.lineno), re.compile(re.escape(key.value))
                elif isinstance(key, ast.JoinedStr):
                    parts = (re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in key.values)
                    yield shown(path, node.lineno), re.compile("".join(parts))


def test_every_key_that_the_code_names_is_there() -> None:
    keys = [str(m.id) for m in catalog("en")]
    missing = [f"{where}: {key.pattern}" for where, key in asked_for() if not any(map(key.fullmatch, keys))]
    assert not missing, "\n".join(missing)


def test_every_act_of_the_audit_has_its_words() -> None:
    """The name of the act, and of each of its facts."""
    keys, missing, seen = texts("en"), [], 0
    for path in sources("wallet_cli"):
        for node in ast.walk(parsed(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "audit"):
                continue
            wanted = [f"value.act.{one.value}" for one in node.args[:1] if isinstance(one, ast.Constant)]
            facts = (key for one in node.args[2:] if isinstance(one, ast.Dict) for key in one.keys)
            wanted += [f"field.{key.value}" for key in facts if isinstance(key, ast.Constant)]
            seen += len(wanted)
            missing += [f"{shown(path, node.lineno)}: {key}" for key in wanted if key not in keys]
    assert seen > 30 and not missing, "\n".join(missing)


def test_every_command_has_its_line() -> None:
    from wallet_cli.cli import registry

    keys = texts("en")
    wanted = [f"command.{program}.{name}" for program, names in registry.PROGRAMS.items() for name in names]
    wanted += [f"help.group.{group}" for groups in registry.GROUPS.values() for group in groups]
    assert not [key for key in wanted if key not in keys]
