"""Stands in for `yibao qr`: the live screen with a made-up source. Usage: qr_driver.py [option=value …].

code=28 DIGITS the one code it shows, life=600 seconds a code lives, fail=N the Nth and later codes fail, idle=3600, slow=S
seconds each code but the first takes, log=FILE codes one a line, accessible=1, members=2, encoding=…, renew=10, pid=FILE
where to write the process id, ahead=FILE by how many seconds its clocks are ahead (none while there is no file), still=1
no countdown, answer=60 seconds the terminal has to say where its cursor stands

A code lives longer than any machine takes to look at it: time passes by `ahead`.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from wallet_cli.errors import NotFound, WalletError
from wallet_cli.render.qr import CUBE, PLAIN, TerminalQr
from wallet_cli.term.accessible import AccessibleShow, SpokenLabels
from wallet_cli.term.console import few_colors
from wallet_cli.term.layout import Labels
from wallet_cli.term.live import LiveScreen, Member, Shown, Timing
from wallet_cli.term.tty import screen_tty

LABELS = Labels(
    remaining="还有 {seconds} 秒",
    remaining_short="{seconds} 秒",
    renew="换码",
    next_member="家人",
    quit="退",
    mark="沙盒 不可真实就医",
    mark_short="沙盒",
    expired="此码已过期",
    hidden="已隐藏，按任意键出新码",
    small="窗口太小，需要 {rows} 行 {columns} 列",
)
STILL = LABELS._replace(remaining="", remaining_short="")
SPOKEN = SpokenLabels(
    intro="{title}，{name}，{insurance}。{seconds} 秒内有效。二维码在下面。",
    help="回车换码，d 回车读数字，q 回车退出。",
    digits="数字：{digits}",
    expired="此码已过期。",
    mark="沙盒 不可真实就医",
)
MEMBERS = (
    Member("self", "医保码 · 本人", "张*", "职工医保"),
    Member("mama", "医保码 · 妈妈", "李*英", "居民医保"),
)


def code_of(member: str, count: int) -> str:
    return f"991{'1' if member == 'self' else '2'}{count:08d}" + "7315926480463728"


def explain(error: WalletError) -> str:
    return f"失败：{error.code}"


class Clocks:
    """The machine's, moved on by the number in a file."""

    def __init__(self, file: str | None) -> None:
        self._file = None if file is None else Path(file)

    def ahead(self) -> int:
        return int(self._file.read_text()) if self._file is not None and self._file.exists() else 0

    def now(self) -> int:
        return int(time.time()) + self.ahead()

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead()


def main(argv: list[str]) -> int:
    options = dict(word.split("=", 1) for word in argv)
    life = int(options.get("life", "600"))
    clocks = Clocks(options.get("ahead"))
    if "pid" in options:
        with open(options["pid"], "w", encoding="ascii") as file:
            file.write(f"{os.getpid()}\n")
    made = 0

    def source(member: Member) -> Shown:
        nonlocal made
        made += 1
        if made >= int(options.get("fail", "1000000")):
            raise NotFound(what="voucher")
        if made > 1:
            time.sleep(float(options.get("slow", "0")))
        code = options.get("code") or code_of(member.alias, made)
        if "log" in options:
            with open(options["log"], "a", encoding="ascii") as file:
                file.write(code + "\n")
        now = clocks.now()
        return Shown(code, now, now + life)

    try:
        dumb, aloud = os.environ.get("TERM") == "dumb", "accessible" in options
        encoding, patience = options.get("encoding", "utf-8"), float(options.get("answer", "60"))
        tty = screen_tty(0, 1, encoding, dumb=dumb, read_aloud=aloud, answer_s=patience)
        members = MEMBERS[: int(options.get("members", "2"))]
        painter = TerminalQr(PLAIN if few_colors(os.environ.get("TERM", "")) else CUBE)
        if aloud:
            return AccessibleShow(
                tty,
                painter,
                source=source,
                members=members,
                labels=SPOKEN,
                explain=explain,
                clock=clocks.now,
                monotonic=clocks.monotonic,
            ).run()
        timing = Timing(renew_before=int(options.get("renew", "10")), idle=int(options.get("idle", "3600")))
        return LiveScreen(
            tty,
            painter,
            source=source,
            members=members,
            labels=LABELS if "still" not in options else STILL,
            explain=explain,
            clock=clocks.now,
            monotonic=clocks.monotonic,
            timing=timing,
        ).run()
    except WalletError as error:
        print(error.code, error.data, file=sys.stderr)
        return error.exit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
