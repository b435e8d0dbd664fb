"""Where the shared test vectors are, and how a test that lacks them says so."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(os.environ.get("YIBAO_VECTORS") or Path(__file__).resolve().parents[3] / "shared" / "vectors")


def load(name: str) -> dict[str, Any] | None:
    """A file of vectors, or None where it is absent."""
    path = ROOT / name
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def absent(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skip(reason=f"test vectors absent: {ROOT / name}")


def wycheproof(name: str) -> list[Any]:
    """(group without its tests, test) of each vector, one parameter each; one skipped parameter without the file."""
    file = f"wycheproof/{name}.json"
    document = load(file)
    if document is None:
        return [pytest.param({}, {}, marks=absent(file))]
    cases = []
    for group in document["testGroups"]:
        rest = {key: value for key, value in group.items() if key != "tests"}
        # Some files hold a lone test where others hold a list.
        tests = group["tests"] if isinstance(group["tests"], list) else [group["tests"]]
        cases += [pytest.param(rest, test, id=f"{test['tcId']}-{test['result']}") for test in tests]
    assert len(cases) == document["numberOfTests"]
    return cases
