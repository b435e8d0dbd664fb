"""The agreement that an activation shows: one version in every language, the same articles, traditional for zh-TW."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wallet_cli.domain.variants import traditional
from wallet_cli.locale import LANGUAGES
from wallet_cli.platform.service import about
from wallet_cli.platform.service.activation import AGREEMENT

FOLDER = Path(about.__file__).parent.parent / "agreement"


def words(language: str) -> str:
    return (FOLDER / f"{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_bears_the_version_that_is_recorded(language: str) -> None:
    """What is recorded is the version alone, whatever language it was read in: so each text must be of it."""
    assert AGREEMENT in words(language).splitlines()[0]
    articles = re.findall(r"(?m)^(?:[一二三四五六七八九]、|\d\. )", words(language))
    assert len(articles) == 7


def test_traditional_characters_throughout() -> None:
    assert words("zh-TW") == traditional(words("zh-TW")) != words("zh-CN")
