"""Makes the zh-TW words from the zh-CN ones, and the table of characters in domain/variants_data.py: run it whenever
zh_CN/LC_MESSAGES/yibao.po, the agreement or the notice changes.

    pip install opencc==1.4.2
    python tests/build_zh_tw.py

OpenCC (Apache-2.0), profile s2twp: characters, and the words of computing as Taiwan uses them. TERMS corrects what it
turns wrong, for it knows neither this field nor sentences; KEPT holds whole texts that no table makes. Both were written
by reading every line of the result. Names of mainland documents and institutions stay as they stand on the paper (勞動合同,
戶口簿, 異地就醫備案), for the reader holds that paper.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

TOP = Path(__file__).parent.parent / "wallet_cli"
SOURCE = TOP / "locale" / "zh_CN" / "LC_MESSAGES" / "yibao.po"
TARGET = TOP / "locale" / "zh_TW" / "LC_MESSAGES" / "yibao.po"
TEXTS = (TOP / "platform" / "agreement", TOP / "platform" / "notice")
"""Folders of what a person agrees to."""

TERMS = """
臺 台|賬 帳|“ 「|” 」|程式碼 代碼|許可權 權限|稽核 審核|單隻能 單只能|衝正 沖正|迴圈 循環|專案 項目|的片語成 的詞組成
經辦視窗 經辦窗口|檯視窗 檯窗口|文本 文字|當前 目前|終端 終端機|掩碼 遮罩|口令 密碼片語|鑰匙串 鑰匙圈|鑰匙環 鑰匙圈
二維碼 QR 碼|條形碼 條碼|身份 身分|反饋 回報|校驗位 檢查碼|校驗 驗證|重置 重設|退出碼 結束碼|顯示幫助後退出 顯示說明後結束
退出狀態 結束狀態|退出 離開|幫助 說明|回車 Enter|新建 建立|響應 回應|訪問 存取|攝像頭 攝影機|演示 示範|渠道 管道|重新發送 重新傳送|複議 復議
連字元 連字號|下劃線 底線|週歲 歲|聯網 連網|人臉識別 人臉辨識|已超時 已逾時|手工設定 手動設定|金鑰條目 金鑰項目|計劃 計畫
兄弟姐妹 兄弟姊妹|幣種 幣別|型別 類型|繁忙 忙碌|審計記錄 操作記錄|讀屏軟體 螢幕報讀軟體|會話 工作階段|補全 自動完成|應答 回應|示例 範例
首行為列名 首列為欄名|列名 欄名|佔一列 佔一欄|佔兩列 佔兩欄|隻讀 唯讀|生成 產生|重啟 重新啟動|縮小字號 縮小字型|製表符 定位字元
普通檔案 一般檔案|普通的資料夾 一般的資料夾|通過誰 透過誰|人臉核驗 人臉辨識|核驗 查驗|主管部門 主管機關|充值 儲值
"""
"""What OpenCC wrote, and what is meant; applied in this order."""

KEPT = {
    "help.sandbox": (("sandbox code 張三", "sandbox code 13800000001"),),
}
"""Key -> what a person types in an example. Names in the register are in simplified characters; a telephone number is not."""

BOTH = "match."
"""Keys of what a person may type: both ways of writing are taken."""


def corrections() -> list[tuple[str, str]]:
    """TERMS by pairs: the first blank parts them."""
    entries = (entry for entry in re.split(r"[|\n]", TERMS) if entry.strip())
    return [(wrong, right) for wrong, right in (entry.split(" ", 1) for entry in entries)]


NAMES = {**{sign: sign for sign in "昆凌游余台岳岩谷溪"}, "钟": "鐘", "个": "個"}
"""Characters of divisions' names as most of these are written, where OpenCC takes another word for the name."""


def sentence(key: str, words: str, convert: Callable[[str], str]) -> str:
    """One text of the catalog, as it stands in the file (quoted, escaped)."""
    made = convert(words)
    if key.startswith(BOTH):
        return ";".join(dict.fromkeys([*made.split(";"), *words.split(";")]))
    for wrong, right in (*corrections(), *KEPT.get(key, ())):
        made = made.replace(wrong, right)
    made = re.sub(r"行 (\{\w*columns\}) 列", r"列 \1 欄", made)  # rows and columns are named the other way round
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=QR 碼|Enter)|(?<=Enter)(?=[\u4e00-\u9fff])", " ", made)


def catalog(source: str, convert: Callable[[str], str]) -> str:
    """The whole .po file: keys, comments and layout as in `source`, a line for a line."""
    lines, key, saying = [], "", False
    for line in source.replace("zh_CN", "zh_TW").splitlines():
        found = re.fullmatch(r'(?:(msgid|msgstr) )?"(.*)"', line)
        if found is None:
            lines.append(line)
            continue
        word, text = found.groups()
        saying = word == "msgstr" if word else saying
        if word == "msgid":
            key = text
        lines.append(line if not saying or not key else line.replace(f'"{text}"', f'"{sentence(key, text, convert)}"'))
    head, *rest = lines
    return "\n".join([head, "# Made from zh_CN by tests/build_zh_tw.py: not to be edited by hand.", *rest]) + "\n"


def pairs() -> tuple[dict[str, str], dict[str, str]]:
    """Simplified -> traditional, a character each, and back. Forth: what Big5 lacks, and what names of divisions hold.
    Back: what the first gives and other usual ways of writing, but for characters that simplified names hold, too (乾)."""
    import opencc

    sys.path.insert(0, str(TOP.parent))
    from wallet_cli.domain.division_data import LIVING, RETIRED

    one = opencc.OpenCC("s2tw").convert
    others = [opencc.OpenCC(profile).convert for profile in ("s2t", "s2hk", "s2tw")]
    names = [line.split("|")[1] for line in (LIVING + RETIRED).split("\n") if "|" in line]
    named: dict[str, Counter[str]] = {}
    back: dict[str, str] = {}
    for name in names:
        for sign, other in zip(name, one(name), strict=True):
            named.setdefault(sign, Counter())[other] += 1
        for turn in others:
            back.update((other, sign) for sign, other in zip(name, turn(name), strict=True) if sign != other)
    usual: dict[str, Counter[str]] = {}
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        for sign, other in zip(line, one(line), strict=True):
            usual.setdefault(sign, Counter())[other] += 1
    signs = [sign for sign in map(gb2312, range(94 * 72)) if sign and not big5(sign)]
    forth = {sign: usual[sign].most_common(1)[0][0] if sign in usual else one(sign) for sign in signs}
    forth = {sign: other for sign, other in forth.items() if big5(other)}
    forth.update((sign, NAMES.get(sign, found.most_common(1)[0][0])) for sign, found in named.items())
    forth = {sign: other for sign, other in forth.items() if sign != other}
    back = {**{other: sign for sign, other in forth.items()}, **back}
    return forth, {other: sign for other, sign in back.items() if other not in named}


def gb2312(index: int) -> str:
    """The characters of GB 2312, one by one; none where it has a gap."""
    return bytes((0xB0 + index // 94, 0xA1 + index % 94)).decode("gb2312", "ignore")


def big5(sign: str) -> bool:
    """Whether Big5 has it."""
    return bool(sign.encode("big5", "ignore"))


def variants() -> str:
    """The module of `pairs`."""
    forth, back = (
        "\n".join(textwrap.wrap("".join(sign + other for sign, other in sorted(table.items())), 110))
        for table in pairs()
    )
    return f'''"""Simplified and traditional characters, made by tests/build_zh_tw.py: not to be edited by hand.

Rules of this room: data only, no imports; `variants` reads it. Source: OpenCC 1.4.2 (Apache-2.0, © its authors).
"""

FORTH = """
{forth}
"""
"""By twos: simplified, traditional. Those that Big5 lacks, and those of divisions' names."""

BACK = """
{back}
"""
"""By twos: traditional, simplified. Those of FORTH and other ways of writing divisions' names."""
'''


def made() -> dict[Path, str]:
    """Every file that this script writes, and what stands in it."""
    import opencc

    convert = opencc.OpenCC("s2twp").convert
    texts = {folder / "zh-TW.txt": (folder / "zh-CN.txt").read_text(encoding="utf-8") for folder in TEXTS}
    return {
        TARGET: catalog(SOURCE.read_text(encoding="utf-8"), convert),
        TOP / "domain" / "variants_data.py": variants(),
        **{path: sentence(path.parent.name, words, convert) for path, words in texts.items()},
    }


def main() -> int:
    for path, text in made().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
