"""Programs that are started with a standard stream closed, or whose output cannot be written: told, never a defect."""

from __future__ import annotations

import subprocess
import sys

import pytest
from wallet import FRONT, TOP, Wallet


def shell(wallet: Wallet, words: str, streams: str) -> tuple[int, str, str]:
    """`yibao WORDS STREAMS` in sh: exit status, standard output, standard error."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "YIBAO_HOME": str(wallet.home),
        "YIBAO_VAULT": "sandbox",
        "YIBAO_LANG": "en",
    }
    done = subprocess.run(
        ["sh", "-c", f'"$0" -c "$1" yibao {words} {streams}', sys.executable, FRONT],
        env=environment,
        cwd=TOP,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("words", ["--help", "--version", "balance", "balance --json", "help json"])
@pytest.mark.parametrize(("streams", "code"), [(">&-", "NOT_WRITABLE"), (">/dev/full", "DISK_FULL")])
def test_an_answer_that_reaches_nobody_is_an_error(active: Wallet, words: str, streams: str, code: str) -> None:
    status, out, err = shell(active, words, streams)
    assert (status, out) == (21, "") and code in err
    assert "Traceback" not in err and "INTERNAL" not in err


def test_a_front_page_whose_reader_has_gone(wallet: Wallet) -> None:
    assert shell(wallet, "--help", "| true; true")[::2] == (0, "")


@pytest.mark.parametrize("streams", ["2>&-", "<&- 2>&-", "<&-"])
def test_without_the_other_streams_it_does_what_it_does(active: Wallet, streams: str) -> None:
    assert shell(active, "card show -o plain", streams)[:2] == shell(active, "card show -o plain", "")[:2]
    assert shell(active, "nosuch", streams)[0] == 2
    assert shell(active, "audit verify", streams)[0] == 0
