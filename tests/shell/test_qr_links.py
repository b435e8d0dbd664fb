"""The face page's link and a counter's offer as QR on the person's terminal, and an offer as a file."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from shell.cli_kit import YIBAO, both, picture, said, squeezed, variables, wait_for
from terminals import Display, Pty, Xterm, environment
from wallet import ZHANG, Wallet

PLATFORM = [sys.executable, "-P", "-c", "from wallet_cli.__main__ import yibao_platform as go; go()"]


@pytest.fixture
def wallet(tmp_path: Path) -> Wallet:
    return Wallet(tmp_path / "yibao")


def outbox(wallet: Wallet) -> str:
    messages = wallet.ok("outbox", "--reveal", program="yibao-platform")["messages"]
    return str(messages[0]["code"]) if messages else ""


def to_the_face(pty: Pty, wallet: Wallet) -> None:
    pty.until("the ID number's prompt", lambda: said(pty).endswith("（不显示）: "))
    pty.send(ZHANG.id_number + "\r")
    pty.until("the text code's prompt", lambda: said(pty).endswith("短信验证码: "))
    pty.send(outbox(wallet) + "\r")
    pty.until("the face", lambda: said(pty).endswith("模拟哪种结果 [1]: "))


def activating(wallet: Wallet, size: tuple[int, int], **more: str) -> Pty:
    words = ["activate", "--region", "110000", "--name", "张三", "--phone", ZHANG.phone, "--accept-agreement"]
    return Pty([*YIBAO, *words], size=size, env=variables(wallet.home, **more))


def test_the_face_pages_link_stands_above_its_words(wallet: Wallet) -> None:
    with activating(wallet, (50, 100)) as pty:
        to_the_face(pty, wallet)
        link = both(picture(pty, (50, 100)))
        code = link.removeprefix("https://sandbox.yibao.invalid/face?user_code=")
        assert code != link
        assert code in squeezed(pty), "the same code that the words name"
        pty.send("1\r")
        pty.until("the PIN", lambda: "设置6位数字密码" in squeezed(pty))


@pytest.mark.parametrize(
    ("size", "more"),
    [((20, 80), {}), ((50, 30), {}), ((50, 100), {"TERM": "dumb"}), ((30, 80), {"PYTHONIOENCODING": "gbk"})],
    ids=["rows", "columns", "no colours", "no half blocks"],
)
def test_where_it_would_not_do_the_words_serve(wallet: Wallet, size: tuple[int, int], more: dict[str, str]) -> None:
    with activating(wallet, size, **more) as pty:
        pty.until("a prompt", lambda: pty.raw.endswith("（不显示）: ".encode(more.get("PYTHONIOENCODING", "utf-8"))))
        pty.send(ZHANG.id_number + "\r")
        pty.until("the next", lambda: pty.raw.endswith("验证码: ".encode(more.get("PYTHONIOENCODING", "utf-8"))))
        pty.send(outbox(wallet) + "\r")
        pty.until("the face", lambda: pty.raw.endswith(b"[1]: "))
        assert b"48;5" not in pty.raw
        assert b"https://sandbox.yibao.invalid/face" in pty.raw


def test_an_offer_on_the_counters_screen(wallet: Wallet) -> None:
    with (
        Display() as display,
        Xterm(display, [*PLATFORM, "counter", "offer", "张三"], env=variables(wallet.home)) as xterm,
    ):
        offer = wait_for("a QR both read", lambda: both(xterm.screenshot()))
        assert xterm.exit_status() == 0
    assert len(offer) == 10 and offer.isalnum()


def test_an_offer_goes_to_no_pipe_and_no_program(wallet: Wallet) -> None:
    for words in ([], ["--json"], ["-o", "plain"], ["-q"]):
        env = {**environment(), **variables(wallet.home)}
        argv = [*PLATFORM, "counter", "offer", "张三", *words]
        done = subprocess.run(argv, env=env, capture_output=True, check=True)
        assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("form", ["png", "svg"])
def test_an_offers_picture_holds_the_offer_and_not_its_code(wallet: Wallet, form: str, tmp_path: Path) -> None:
    from PIL import Image

    words = ("counter", "offer", "张三", f"--{form}", str(tmp_path / f"offer.{form}"), "--reveal")
    data = wallet.ok(*words, program="yibao-platform")
    file = Path(data["file"])
    stamp = data["expires_at"].replace("-", "").replace(":", "")
    assert file == tmp_path / f"offer-{stamp}.{form}"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    if form == "png":
        with Image.open(file) as image:
            assert both(image) == data["offer"]
    else:
        assert "SANDBOX" in file.read_text("utf-8") or "沙盒" in file.read_text("utf-8")
    assert data["tx_code"].encode() not in file.read_bytes()
    wallet.fails(2, "USAGE", *words, "--svg" if form == "png" else "--png", "x", program="yibao-platform")
