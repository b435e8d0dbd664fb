"""Places by code, name and pinyin."""

from __future__ import annotations

import pytest

from wallet_cli.domain import divisions
from wallet_cli.domain.division_data import LIVING
from wallet_cli.domain.divisions import Level
from wallet_cli.domain.variants import simplified, traditional
from wallet_cli.errors import PlaceAmbiguous, PlaceUnknown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("410100", "410100"),
        ("11", "110000"),
        ("4101", "410100"),
        ("河南", "410000"),
        ("河南省", "410000"),
        ("郑州", "410100"),
        ("郑州市", "410100"),
        ("上海市", "310000"),
        ("中原区", "410102"),
        ("河南郑州", "410100"),
        ("河南省郑州市中原区", "410102"),
        ("河南 郑州", "410100"),
        ("吉林市", "220200"),
        ("新疆", "650000"),
        ("海南州", "632500"),
        ("延边朝鲜族自治州", "222400"),
        ("北京朝阳", "110105"),
        ("南京鼓楼区", "320106"),
        ("zhengzhou", "410100"),
        ("Zheng Zhou", "410100"),
        ("zhengzhoushi", "410100"),
        ("henan zhengzhou", "410100"),
        ("Zhengzhou, Henan", "410100"),
        ("Zhengzhou City", "410100"),
        ("xi'an", "610100"),
        ("xian", "610100"),
        ("chóngqìng", "500000"),
        ("Lüliang", "141100"),
        ("lyuliang", "141100"),
        ("lianyungang", "320700"),
        ("shaanxi", "610000"),
        ("inner mongolia", "150000"),
        ("neimenggu", "150000"),
        ("tibet", "540000"),
        ("xizang", "540000"),
        ("hong kong", "810000"),
        ("macau", "820000"),
        ("taiwan", "710000"),
        ("济源", "419001"),
        ("东莞", "441900"),
        ("zhongshan shi", "442000"),
        ("儋州", "460400"),
        ("嘉峪关", "620200"),
        ("三沙", "460300"),
        ("石河子", "659001"),
        ("兵团", "660000"),
        ("鄭州", "410100"),
        ("江蘇省泰州市", "321200"),
        ("臺灣", "710000"),
        ("台灣", "710000"),
        ("乾縣", "610424"),
        ("鍾祥", "420881"),
        ("宣武區", "110102"),
    ],
)
def test_a_place_is_meant(text: str, code: str) -> None:
    assert divisions.resolve(text).code == code


READINGS = """重庆 chongqing,厦门 xiamen,长沙 changsha,六安 lu'an,蚌埠 bengbu,亳州 bozhou,丽水 lishui,台州 taizhou
东阿 dong'e,浚县 xunxian,乐清 yueqing,单县 shanxian,莘县 shenxian,铅山 yanshan,番禺 panyu,洪洞 hongtong,涡阳 guoyang
歙县 shexian,黟县 yixian,牟平 muping,中牟 zhongmu,内蒙古 neimenggu,西藏 xizang,成都 chengdu,朝阳市 chaoyang
荥阳 xingyang,荥经 yingjing,珲春 hunchun,渑池 mianchi,盱眙 xuyi,吐鲁番 tulufan,漯河 luohe,耒阳 leiyang,乐亭 laoting
尉犁 yuli,尉氏 weishi,繁峙 fanshi,筠连 junlian,柞水 zhashui,犍为 qianwei,秭归 zigui,吴堡 wubu,大城 daicheng,都匀 duyun
喀什地区 kashi,民乐 minle,长治 changzhi,长子 zhangzi,天长 tianchang,三都 sandu,巴彦淖尔 bayannao'er,青海 qinghai"""


@pytest.mark.parametrize("pair", READINGS.replace("\n", ",").split(","))
def test_names_are_read_as_their_people_read_them(pair: str) -> None:
    name, pinyin = pair.split(" ")
    assert divisions.resolve(name).pinyin == pinyin


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("鼓楼区", {"320106", "320302", "350102", "410204"}),
        ("朝阳", {"211300", "110105", "220104", "211321"}),
        ("taizhou", {"321200", "331000"}),
        ("suzhou", {"320500", "341300"}),
        ("fuzhou", {"350100", "361000"}),
        ("yichun", {"230700", "360900"}),
        ("shanxi", {"140000", "610000"}),
        ("吉林", {"220000", "220200"}),
        ("和平", {"120101", "210102", "441624"}),
    ],
)
def test_a_name_of_several_places_names_them_all(text: str, codes: set[str]) -> None:
    with pytest.raises(PlaceAmbiguous) as caught:
        divisions.resolve(text)
    told = caught.value.data["candidates"]
    assert isinstance(told, tuple)
    assert {str(one)[:6] for one in told} == codes
    assert caught.value.exit == 2


@pytest.mark.parametrize("text", ["日本", "Japan", "美国", "New York", "UK", "境外"])
def test_a_place_abroad_is_told_apart(text: str) -> None:
    with pytest.raises(PlaceUnknown) as caught:
        divisions.resolve(text)
    assert caught.value.data["reason"] == "abroad"
    assert caught.value.exit == 9


@pytest.mark.parametrize(
    ("text", "first"), [("zhengzou", "410100"), ("郑洲", "410100"), ("shangahi", "310000"), ("419999", "410000")]
)
def test_an_unknown_place_names_what_comes_nearest(text: str, first: str) -> None:
    with pytest.raises(PlaceUnknown) as caught:
        divisions.resolve(text)
    near = caught.value.data["nearest"]
    assert isinstance(near, tuple)
    assert first in [str(one)[:6] for one in near]


@pytest.mark.parametrize("text", ["", " ", "x", "999999", "9", "123", "1234567", "👾", "/etc/passwd", "中" * 500])
def test_what_names_no_place(text: str) -> None:
    with pytest.raises(PlaceUnknown):
        divisions.resolve(text)


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("341400", "340181"),
        ("320502", "320508"),
        ("110104", "110102"),
        ("370181", "370114"),
        ("510200", "500000"),
        ("110100", "110000"),
        ("500200", "500000"),
        ("130101", "130100"),
        ("419000", "410000"),
    ],
)
def test_a_retired_code_leads_to_the_one_in_its_place(code: str, place: str) -> None:
    assert divisions.find(code).retired_to == place
    assert divisions.resolve(code).code == place


def test_a_name_of_old_leads_to_the_place_of_today() -> None:
    assert divisions.resolve("宣武区").code == "110102"


@pytest.mark.parametrize(
    ("code", "filed"),
    [
        ("410102", "410100"),
        ("410100", "410100"),
        ("410000", "410000"),
        ("110105", "110000"),
        ("500230", "500000"),
        ("419001", "419001"),
        ("469025", "469025"),
        ("659001", "659001"),
        ("441900", "441900"),
        ("341400", "340100"),
        ("810000", "810000"),
    ],
)
def test_where_one_files_to(code: str, filed: str) -> None:
    assert divisions.filing_place(code).code == filed


def test_outside_the_mainland() -> None:
    assert [code for code in ("710000", "810000", "820000", "440300") if divisions.find(code).outside] == [
        "710000",
        "810000",
        "820000",
    ]


def test_a_division_is_told_whole() -> None:
    assert divisions.find("410102")._asdict() == {
        "code": "410102",
        "name": "中原区",
        "short": "中原",
        "full_name": "河南省 郑州市 中原区",
        "pinyin": "zhongyuan",
        "name_en": "Zhongyuan",
        "initials": "zy",
        "level": Level.COUNTY,
        "parent": "410100",
        "retired_to": None,
    }


def test_names_for_people() -> None:
    codes = ("310000", "410100", "320102", "341400", "999999")
    assert [divisions.name_of(one, "zh-CN") for one in codes] == ["上海市", "郑州市", "南京市 玄武区", "巢湖市", None]
    assert [divisions.name_of(one, "zh-TW") for one in codes] == ["上海市", "鄭州市", "南京市 玄武區", "巢湖市", None]
    assert [divisions.name_of(one, "en") for one in codes[:3]] == ["Shanghai", "Zhengzhou", "Xuanwu, Nanjing"]


def test_traditional_names_are_understood_as_they_are_shown() -> None:
    """Every living division's name, turned and turned back."""
    names = [line.split("|")[1] for line in LIVING.strip().split("\n")]
    assert [simplified(traditional(name)) for name in names] == names
    assert [simplified(name) for name in names] == names, "a simplified name is not touched"


def test_search_ranks_what_is_exact_and_what_is_large_first() -> None:
    assert [one.name for one in divisions.search("zz", 3, Level.CITY)] == ["漳州市", "枣庄市", "郑州市"]
    assert divisions.search("郑", 1)[0].code == "410100"
    assert divisions.search("henan", 1)[0].code == "410000"
    assert divisions.search("南京鼓楼", 1)[0].code == "320106"
    assert divisions.search("没有这个地方", 5) == ()
    assert len(divisions.search("", 1000, Level.PROVINCE)) == 35
    assert all(one.level is Level.CITY for one in divisions.search("州", 50, Level.CITY))


def test_a_province_holds_its_cities() -> None:
    assert divisions.within("410102", "410000")
    assert divisions.within("410102", "410100")
    assert not divisions.within("410102", "410300")
    assert not divisions.within("419001", "410100")
