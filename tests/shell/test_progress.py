"""Long work at a terminal, off one, with -q, and read aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from shell.doctor_kit import Machine
from terminals import Pty

HEADER = "name,phone,region,insutype,sex,birth_date,personal_account_fen\n"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.wallet.other("sandbox", "init")
    rows = (
        f"王小{'一二三四五六七八九十'[n]},139000000{n:02},110000,310,female,1990-01-{n + 1:02},0\n" for n in range(10)
    )
    (tmp_path / "people.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    return made


IMPORT = "yibao-platform person import people.csv"
POPULATE = "yibao-platform sandbox init --people 200"


def at_a_terminal(machine: Machine, command: str) -> str:
    script = f"cd {machine.env['HOME']}; {command}"
    with Pty(["bash", "-c", script], size=(24, 80), env=machine.env) as pty:
        assert pty.end() == 0, pty.raw
        assert "%" not in pty.text() or "--accessible" in command, "the line is gone when the work is done"
        return pty.raw.decode()


@pytest.mark.parametrize(("command", "label"), [(IMPORT, "importing people"), (POPULATE, "making people")])
def test_a_bar_on_a_terminal(machine: Machine, command: str, label: str) -> None:
    raw = at_a_terminal(machine, command)
    assert raw.count(f"\r{label} ") >= 10 and "█" in raw and "\x1b" not in raw


@pytest.mark.parametrize("command", [IMPORT, POPULATE])
def test_read_aloud_it_is_lines_of_words_every_tenth(machine: Machine, command: str) -> None:
    raw = at_a_terminal(machine, f"{command} --accessible")
    lines = [line for line in raw.replace("\r\n", "\n").split("\n") if line.endswith("%")]
    assert 5 <= len(lines) <= 10
    assert "\r" not in raw.replace("\r\n", "\n") and "\x1b" not in raw and "█" not in raw


@pytest.mark.parametrize("silent", ["-q", "--json", "-o plain", "2>said"])
def test_silent_where_nobody_watches(machine: Machine, silent: str) -> None:
    raw = at_a_terminal(machine, f"{IMPORT} {silent}")
    said = Path(machine.env["HOME"], "said")
    assert "%" not in raw and not (said.exists() and said.read_text())


def test_an_export_of_records(machine: Machine) -> None:
    machine.wallet.activate()
    command: Callable[[str], str] = lambda file: f"yibao records --csv {file} --all"  # noqa: E731
    raw = at_a_terminal(machine, command("a.csv"))
    assert "exporting records" in raw and "100 %" in raw
    silent = machine.bash(command("b.csv"))
    assert silent.returncode == 0 and silent.stderr == ""
    home = Path(machine.env["HOME"])
    assert (home / "a.csv").read_bytes() == (home / "b.csv").read_bytes()
