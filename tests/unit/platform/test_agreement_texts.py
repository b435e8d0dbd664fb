"""The agreement that an activation shows: one version in every language, the same articles, traditional for zh-TW. It and
the notice of a filing fit a terminal of 80 columns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wallet_cli.domain.variants import traditional
from wallet_cli.locale import LANGUAGES
from wallet_cli.locale.width import width
from wallet_cli.platform.service import about
from wallet_cli.platform.service.activation import AGREEMENT
from wallet_cli.platform.service.filings import NOTICE

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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["agreement", "notice"])
def test_no_line_is_cut_by_a_terminal_of_80_columns(folder: str, language: str) -> None:
    told = (FOLDER.parent / folder / f"{language}.txt").read_text("utf-8")
    place = {"place": "新疆维吾尔自治区", "hotline": "0991-12393", "site": "https://ylbzj.xinjiang.gov.cn"}
    assert max(map(width, told.format(version=NOTICE, **place).splitlines())) <= 80
