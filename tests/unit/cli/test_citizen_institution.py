"""Institutions and places from the command line: three forms, two languages, and every way to ask in vain."""

from __future__ import annotations

from typing import Any

import pytest
from wallet import CITIZENS, PIN, Wallet

OLD_TOWN = "H11000000003"


def codes(data: dict[str, Any]) -> list[str]:
    return [one["fixmedins_code"] for one in data["institutions"]]


@pytest.mark.parametrize("place", ["410100", "郑州", "郑州市", "zhengzhou", "Zhengzhou, Henan", "河南郑州"])
def test_a_place_is_named_in_many_ways(active: Wallet, place: str) -> None:
    assert codes(active.ok("institution", "search", "--region", place)) == ["H41010000001", "P41010000001"]


def test_a_province_holds_its_cities(active: Wallet) -> None:
    found = codes(active.ok("institution", "search", "--region", "henan"))
    assert found == ["H41010000001", "H41030000001", "P41010000001"]


def test_by_name_service_level_and_links(active: Wallet) -> None:
    assert codes(active.ok("institution", "search", "bjdyyy")) == ["H11000000001"]
    assert codes(active.ok("institution", "search", "Old Town")) == [OLD_TOWN]
    words = ("--region", "北京", "--supports", "voucher", "--supports", "inpatient")
    assert codes(active.ok("institution", "search", *words)) == ["H11000000001"]
    assert codes(active.ok("institution", "search", "--region", "北京", "--level", "0")) == ["P11000000001"]
    linked = active.ok("institution", "search", "--region", "上海", "--cross-province")
    assert codes(linked) == ["H31000000001"]
    assert len(active.ok("institution", "search", "--limit", "3")["institutions"]) == 3
    assert active.ok("institution", "search", "没有这家") == {"institutions": []}


def test_a_county_is_searched_with_its_city_and_a_retired_code_with_its_successor(active: Wallet) -> None:
    answer = active.run("institution", "search", "--region", "郑州市中原区", "--lang", "zh-CN")
    assert "H41010000001" in answer.out
    assert "410100 郑州市" in answer.err
    assert codes(active.ok("institution", "search", "--region", "341400")) == ["H34010000001"]
    assert codes(active.ok("institution", "search", "--region", "110105"))[0] == "H11000000001"


def test_what_is_not_possible_there_is_said(active: Wallet) -> None:
    shown = active.ok("institution", "show", OLD_TOWN)
    assert shown["limits"] == ["no_voucher", "no_chronic", "not_cross_province"]
    assert active.ok("institution", "show", "H11000000001")["limits"] == []
    chinese = active.run("institution", "show", OLD_TOWN, "--lang", "zh-CN").out
    assert "不收医保码，请带实体社保卡" in chinese and "未接入跨省联网" in chinese and "110000 北京市" in chinese
    english = active.run("institution", "show", OLD_TOWN, "--lang", "en").out
    assert "bring the card" in english and "not linked across provinces" in english and "110000 Beijing" in english
    assert active.ok("institution", "show", OLD_TOWN)["region"] == "110000"


def test_plain_is_one_record_a_line(active: Wallet) -> None:
    lines = active.run("institution", "search", "--region", "410000", "-o", "plain").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["H41010000001", "H41030000001", "P41010000001"]
    assert "410100" in lines[0].split("\t")


def test_people_read_the_name_of_their_language(active: Wallet) -> None:
    assert "沙盒郑州医院" in active.run("institution", "search", "zhengzhou", "--lang", "zh-CN").out
    english = active.run("institution", "search", "郑州", "--lang", "en").out
    assert "Sandbox Zhengzhou Hospital" in english and "沙盒" not in english


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("search", "--region", "taizhou"), 2, "PLACE_AMBIGUOUS"),
        (("search", "--region", "鼓楼区"), 2, "PLACE_AMBIGUOUS"),
        (("search", "--region", "zhengzou"), 9, "PLACE_UNKNOWN"),
        (("search", "--region", "日本"), 9, "PLACE_UNKNOWN"),
        (("search", "--region", "990000"), 2, "REGION_INVALID"),
        (("search", "--region", "419999"), 9, "PLACE_UNKNOWN"),
        (("search", "--region", ""), 2, "REGION_INVALID"),
        (("search", "--supports", "x-ray"), 2, "USAGE"),
        (("search", "--level", "4"), 2, "USAGE"),
        (("search", "x" * 101), 2, "USAGE"),
        (("search", "a b c d e"), 2, "USAGE"),
        (("show", "H1"), 9, "INSTITUTION_UNKNOWN"),
        (("show", "H99999999999"), 9, "INSTITUTION_UNKNOWN"),
    ],
)
def test_what_is_asked_in_vain(active: Wallet, words: tuple[str, ...], status: int, code: str) -> None:
    active.fails(status, code, "institution", *words)


def test_an_ambiguous_place_names_every_candidate(active: Wallet) -> None:
    for language, words in (("zh-CN", "对应多个地方"), ("en", "several places")):
        said = active.run("institution", "search", "--region", "taizhou", "--lang", language).err
        assert words in said and "321200 江苏省 泰州市" in said and "331000 浙江省 台州市" in said
    near = active.run("institution", "search", "--region", "zhengzou", "--lang", "zh-CN").err
    assert "410100 河南省 郑州市" in near
    assert "境外" in active.run("institution", "search", "--region", "日本", "--lang", "zh-CN").err


def test_before_activation(wallet: Wallet) -> None:
    wallet.fails(8, "NOT_ACTIVATED", "institution", "search")
    wallet.fails(8, "NOT_ACTIVATED", "institution", "show", OLD_TOWN)
    (place,) = wallet.ok("filing", "places", "zhengzhou")["places"]
    assert (place["region"], place["linked_institutions"]) == ("410100", None)


def test_places_to_file_to(active: Wallet) -> None:
    assert active.ok("filing", "places", "中原区")["places"] == [
        {
            "region": "410100",
            "name_zh": "郑州市",
            "name_en": "Zhengzhou",
            "pinyin": "zhengzhou",
            "level": "city",
            "province": "河南省",
            "linked_institutions": 2,
        }
    ]
    found = {one["region"]: one["linked_institutions"] for one in active.ok("filing", "places")["places"]}
    assert found["410000"] == 2 and found["310000"] == 1 and found["460200"] == 2
    assert "650100" not in found
    assert [one["region"] for one in active.ok("filing", "places", "taizhou")["places"]][:2] == ["321200", "331000"]
    assert len(active.ok("filing", "places", "州", "--limit", "7")["places"]) == 7
    active.fails(9, "PLACE_UNKNOWN", "filing", "places", "香港")
    active.fails(9, "PLACE_UNKNOWN", "filing", "places", "Japan")
    active.fails(9, "PLACE_UNKNOWN", "filing", "places", "xyzzy")
    assert "郑州市" in active.run("filing", "places", "zz", "--lang", "zh-CN").out
    assert "暂无可直接结算" in active.run("filing", "places", "保定", "--lang", "zh-CN").err


@pytest.mark.parametrize("place", ["北京", "beijing", "110000"])
def test_the_insured_place_may_be_named(wallet: Wallet, place: str) -> None:
    zhang = CITIZENS["张三"]
    words = ("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", place)
    names = ("--name", zhang.name, "--phone", zhang.phone)
    done = wallet.ok(*words, *names, secrets={"--id-fd": zhang.id_number, "--pin-fd": PIN})
    assert done["region"] == "110000"


def test_an_ambiguous_insured_place_is_told(wallet: Wallet) -> None:
    wallet.fails(2, "PLACE_AMBIGUOUS", "activate", "--no-input", "--accept-agreement", "--region", "suzhou")


def test_staff_may_name_the_place(active: Wallet) -> None:
    changed = active.ok("person", "change", "李秀英", "--region", "南京", program="yibao-platform")
    assert changed["region"] == "320100"
    active.fails(2, "PLACE_AMBIGUOUS", "person", "change", "李秀英", "--region", "suzhou", program="yibao-platform")
