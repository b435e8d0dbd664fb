"""`yibao qr` where the screen will not do, and its other forms: files, digits, words for people who hear."""

from __future__ import annotations

import re
import stat
import subprocess
from pathlib import Path

import pytest
from shell.cli_kit import PIN, YIBAO, active, both, enter_pin, picture, said, shown, squeezed, variables
from terminals import Pty, decode_zbar, decode_zxing, environment
from wallet import Wallet

from wallet_cli.cli.files import write_new
from wallet_cli.errors import FileExists


@pytest.fixture
def wallet(tmp_path: Path) -> Wallet:
    return active(tmp_path)


def test_no_terminal_nothing_on_standard_output(wallet: Wallet) -> None:
    answer = wallet.spawn("qr", secrets={"--pin-fd": PIN})
    assert (answer.exit, answer.out) == (20, "")
    assert "error[TERMINAL_NONE]" in answer.err


@pytest.mark.parametrize(
    ("size", "env", "told"),
    [
        ((13, 80), {}, ("TERMINAL_SMALL", "14", "27", "13", "80")),
        ((24, 26), {}, ("TERMINAL_SMALL", "14", "27", "24", "26")),
        ((23, 58), {"PYTHONIOENCODING": "ascii"}, ("TERMINAL_SMALL", "24", "58", "23")),
        ((24, 80), {"TERM": "dumb"}, ("TERMINAL_NONE", "TERM", "dumb", "--accessible")),
    ],
    ids=["rows", "columns", "no half-blocks", "no positions"],
)
def test_an_unfit_terminal_is_told_before_the_pin_is_asked_for(
    wallet: Wallet, size: tuple[int, int], env: dict[str, str], told: tuple[str, ...]
) -> None:
    with Pty([*YIBAO, "qr"], size=size, env=variables(wallet.home, "en", **env)) as pty:
        assert pty.end() == 20
        words = squeezed(pty)
        for word in told:
            assert word in words
        assert "--png" in words
        assert "PIN:" not in words


def test_wide_half_blocks_are_told_before_the_pin_is_asked_for(wallet: Wallet) -> None:
    with Pty([*YIBAO, "qr"], size=(20, 70), env=variables(wallet.home, "en"), position="\x1b[3;5R") as pty:
        assert pty.end() == 20
        words = squeezed(pty)
        assert "TERMINAL_SMALL" in words and "24" in words and "58" in words
        assert "PIN:" not in words and "▀" not in words


def test_the_linux_console_is_sent_no_colour_it_lacks(wallet: Wallet) -> None:
    with Pty([*YIBAO, "qr"], env=variables(wallet.home, TERM="linux")) as pty:
        enter_pin(pty)
        pty.until("the QR", lambda: pty.cell(1, 1).bg == "brightwhite" and "秒" in pty.text())
        pty.send("q")
        assert pty.end() == 0
        assert b"8;5;" not in pty.raw


def test_the_smallest_terminal_shows_it(wallet: Wallet) -> None:
    with Pty([*YIBAO, "qr"], size=(14, 27), env=variables(wallet.home)) as pty:
        enter_pin(pty)
        pty.until("half-blocks", lambda: "▀" in pty.text())
        pty.send("q")
        assert pty.end() == 0


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "0"}, {"COLORTERM": "", "TERM": "xterm"}])
def test_the_codes_own_colours_stay(wallet: Wallet, more: dict[str, str]) -> None:
    with Pty([*YIBAO, "--color", "never", "qr"], env=variables(wallet.home, **more)) as pty:
        enter_pin(pty)
        assert wallet.verify(shown(pty))
        cells = {pty.cell(row, column).bg for row in range(1, 24) for column in range(1, 59)}
        assert cells == {"ffffff", "000000"}


def test_a_pin_from_standard_input_leaves_the_keys_to_the_terminal(wallet: Wallet, tmp_path: Path) -> None:
    (tmp_path / "pin").write_text(PIN + "\n", encoding="ascii")
    words = ["sh", "-c", '"$@" --pin-stdin <"$PIN_FILE"', "sh", *YIBAO, "qr"]
    with Pty(words, env=variables(wallet.home, PIN_FILE=str(tmp_path / "pin"))) as pty:
        first = shown(pty)
        pty.send("r")
        pty.until("another code", lambda: both(picture(pty)) not in ("", first))
        pty.send("q")
        assert pty.end() == 0


# --- for people who hear their terminal -------------------------------------------------------------------------------


@pytest.mark.parametrize("where", [["--accessible", "qr"], ["qr", "--accessible"]])
def test_read_aloud(wallet: Wallet, where: list[str]) -> None:
    with Pty([*YIBAO, *where], size=(40, 80), env=variables(wallet.home, "en", TERM="dumb")) as pty:
        enter_pin(pty, "PIN")
        code = pty.until("the picture", lambda: both(picture(pty, (40, 80))))
        assert wallet.verify(code)
        words = said(pty)
        assert words.index("SANDBOX") < words.index("*三") < words.index("\x1b["), "words first, then the picture"
        pty.send("d\r")
        groups = ", ".join(" ".join(code[i : i + 4]) for i in range(0, 28, 4))
        pty.until("the digits", lambda: groups in " ".join(said(pty).split()))
        assert "\x1b[?1049h" not in said(pty)
        pty.send("q\r")
        assert pty.end() == 0


# --- for programs -----------------------------------------------------------------------------------------------------


def test_a_picture_that_both_decoders_read(wallet: Wallet, tmp_path: Path) -> None:
    from PIL import Image

    data = wallet.ok("qr", "--png", str(tmp_path / "code.png"), secrets={"--pin-fd": PIN})
    stamp = data["expires_at"].replace("-", "").replace(":", "")
    file = tmp_path / f"code-{stamp}.png"
    assert data["file"] == str(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with Image.open(file) as image:
        code = both(image)
    assert wallet.verify(code)["ecToken"]


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_folder_gets_a_file_in_it(wallet: Wallet, form: str, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    data = wallet.ok("qr", f"--{form}", str(folder), secrets={"--pin-fd": PIN})
    stamp = data["expires_at"].replace("-", "").replace(":", "")
    assert Path(data["file"]) == folder / f"yibao-self-{stamp}.{form}"
    assert [file.name for file in tmp_path.iterdir() if file.suffix == f".{form}"] == []


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_bar_code_for_scanners_that_read_no_qr(wallet: Wallet, form: str, tmp_path: Path) -> None:
    import zxingcpp
    from PIL import Image

    data = wallet.ok("qr", "--barcode", f"--{form}", str(tmp_path / f"bars.{form}"), secrets={"--pin-fd": PIN})
    file = Path(data["file"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    if form == "svg":
        drawn = file.read_text("utf-8")
        groups = re.search(r">((?:\d{4} ){6}\d{4})<", drawn)
        assert groups and "SANDBOX" in drawn and data["expires_at"] in drawn
        code = groups[1].replace(" ", "")
    else:
        with Image.open(file) as image:
            (read,) = zxingcpp.read_barcodes(image.convert("L"))
        assert read.format == zxingcpp.BarcodeFormat.Code128
        code = read.text
    assert wallet.verify(code)["ecToken"]


@pytest.mark.parametrize("words", [(), ("--digits",)])
def test_a_bar_code_is_for_files(wallet: Wallet, words: tuple[str, ...]) -> None:
    details = wallet.fails(2, "USAGE", "qr", "--barcode", *words, secrets={"--pin-fd": PIN})["details"]
    assert (details["kind"], details["option"], details["others"]) == ("needs", "--barcode", "--png, --svg")


def test_a_drawing_names_its_end_and_the_sandbox(wallet: Wallet, tmp_path: Path) -> None:
    data = wallet.ok("qr", "--svg", str(tmp_path / "code.svg"), secrets={"--pin-fd": PIN})
    drawn = Path(data["file"]).read_text(encoding="utf-8")
    assert data["expires_at"] in drawn
    assert "SANDBOX" in drawn
    assert stat.S_IMODE(Path(data["file"]).stat().st_mode) == 0o600


def test_a_picture_is_never_written_over_anything(tmp_path: Path) -> None:
    there, link, elsewhere = tmp_path / "there.png", tmp_path / "link.png", tmp_path / "elsewhere"
    there.write_bytes(b"kept")
    link.symlink_to(elsewhere)
    for path in (there, link):
        with pytest.raises(FileExists):
            write_new(path, [b"new"])
    assert there.read_bytes() == b"kept"
    assert not elsewhere.exists()


def test_a_folder_that_is_not_there_is_told(wallet: Wallet, tmp_path: Path) -> None:
    answer = wallet.run("qr", "--png", str(tmp_path / "absent" / "code.png"), "--json", secrets={"--pin-fd": PIN})
    assert answer.exit in (9, 21)
    assert answer.error["code"] != "INTERNAL"


def test_digits_through_a_pipe_into_the_terminals_program(wallet: Wallet, tmp_path: Path) -> None:
    (tmp_path / "pin").write_text(PIN + "\n", encoding="ascii")
    platform = "import sys; from wallet_cli.__main__ import yibao_platform as go; go()"
    line = (
        '"$1" -P -m wallet_cli qr --digits --pin-fd 3 3<"$PIN_FILE"'
        ' | "$1" -P -c "$2" terminal verify --institution H11000000001 --code - --json'
    )
    env = {**environment(), **variables(wallet.home, PIN_FILE=str(tmp_path / "pin"))}
    done = subprocess.run(["sh", "-c", line, "sh", YIBAO[0], platform], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"ecToken" in done.stdout


def test_one_form_at_a_time(wallet: Wallet, tmp_path: Path) -> None:
    wallet.fails(2, "USAGE", "qr", "--digits", "--png", str(tmp_path / "x.png"), secrets={"--pin-fd": PIN})
    assert list(tmp_path.glob("x*")) == []


# --- a wrong PIN ------------------------------------------------------------------------------------------------------


def test_wrong_pins_are_counted_down_and_lock(wallet: Wallet) -> None:
    for left in (4, 3, 2, 1, 0):
        with Pty([*YIBAO, "qr"], env=variables(wallet.home)) as pty:
            enter_pin(pty, pin="000000")
            assert pty.end() == 6
            assert f"还可尝试{left}次" in squeezed(pty) or left == 0
            assert not decode_zbar(picture(pty)) + decode_zxing(picture(pty))
    with Pty([*YIBAO, "qr"], env=variables(wallet.home)) as pty:
        enter_pin(pty)
        assert pty.end() == 7
        assert "yibaopinreset" in squeezed(pty)


def test_a_pin_too_short_is_asked_for_again_and_costs_no_attempt(wallet: Wallet) -> None:
    with Pty([*YIBAO, "qr"], env=variables(wallet.home)) as pty:
        enter_pin(pty, pin="94071")
        pty.until("it is told", lambda: "6位数字" in squeezed(pty))
        enter_pin(pty)
        assert wallet.verify(shown(pty))
    assert wallet.ok("status")["pin"]["attempts_left"] == 5
