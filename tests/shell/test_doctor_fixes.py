"""Each break: doctor ends with 19 and names it; the fix, pasted into bash as printed, mends it; doctor ends with 0."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring_session import PASSWORD, keyring_session
from shell.doctor_kit import Machine
from terminals import Display, Pty, Tmux, Xterm, require, wait_for
from wallet import PIN, ZHANG, opened

from wallet_cli.ports import Table


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.wallet.activate()
    made.doctor(0)
    return made


def test_a_locked_keyring(tmp_path: Path) -> None:
    short = Path(tempfile.mkdtemp(prefix="yb-"))
    try:
        with keyring_session(short) as session:
            machine = Machine(tmp_path, **{**session.env, "HOME": str(tmp_path), "YIBAO_VAULT": "keyring"})
            machine.wallet.env = session.env
            machine.wallet.activate(spawn=True)
            found = machine.doctor(0)
            assert "ms" in found["keyring"]["message"]
            session.lock()
            (fix,) = machine.fault("keyring", "keyring_locked")
            error = machine.bash("yibao balance")
            assert error.returncode == 5 and f"  fix: {fix}\n" in error.stderr
            assert machine.bash(fix, typed="wrong password\n").returncode == 0
            machine.fault("keyring", "keyring_locked")
            done = machine.bash(fix, typed=PASSWORD.decode() + "\n")
            assert PASSWORD.decode() not in done.stdout + done.stderr
            machine.doctor(0)
    finally:
        shutil.rmtree(short, ignore_errors=True)


@pytest.mark.parametrize("loose", ["store.db", ".", "../../platform", "items.sandbox"])
def test_loose_permissions(machine: Machine, loose: str) -> None:
    path = machine.wallet.home / "profiles/default" / loose
    path.chmod(path.stat().st_mode | 0o044)
    (fix,) = machine.fault("permissions", "mode")
    assert machine.bash(fix).returncode == 0
    machine.doctor(0)


@pytest.mark.parametrize("link", ["hard", "soft", "folder"])
def test_a_store_that_is_linked(machine: Machine, link: str) -> None:
    store = machine.wallet.home / "profiles/default/store.db"
    if link == "hard":
        os.link(store, store.with_name("copy"))
    else:
        moved = store if link == "soft" else store.parent
        moved.rename(machine.wallet.home / "elsewhere it's")
        moved.symlink_to(machine.wallet.home / "elsewhere it's")
    (fix,) = machine.fault("permissions", "link")
    assert machine.bash(fix).returncode == 0
    machine.doctor(0)


def test_an_edited_store(machine: Machine) -> None:
    store = machine.wallet.home / "profiles/default/store.db"
    with sqlite3.connect(store) as database:
        database.execute("UPDATE facts SET generation = generation - 1")
    (fix,) = machine.fault("store", "store_tampered")
    assert fix == "yibao activate --replace"
    with Pty(["bash", "-c", fix], size=(50, 100), env=machine.env) as pty:
        _activate(pty)
    found = machine.doctor(0)
    assert found["voucher"]["finding"] == "good"


def _activate(pty: Pty) -> None:
    answers = [("place: ", "1"), ("Name: ", ZHANG.name), ("(hidden): ", ZHANG.id_number), ("number: ", ZHANG.phone)]
    answers += [("above? [y/N] ", "y"), ("Go on? [y/N] ", "y"), ("message: ", ""), ("simulate [1]: ", "")]
    answers += [("digits: ", PIN), ("again: ", PIN)]
    for prompt, typed in answers:
        pty.until(prompt, lambda end=prompt: pty.said().endswith(end))
        pty.send((re.findall(r"\d{6}", pty.said())[-1] if prompt == "message: " else typed) + "\r")
    assert pty.end() == 0


def test_a_sandbox_clock_an_hour_off(machine: Machine) -> None:
    machine.wallet.advance("1h")
    (fix,) = machine.fault("clock", "sandbox")
    assert machine.bash(fix).returncode == 0
    machine.doctor(0)
    assert machine.bash("yibao-platform sandbox clock advance -- -2h").returncode == 0
    (fix,) = machine.fault("clock", "sandbox")
    assert machine.bash(fix).returncode == 0
    machine.doctor(0)


def test_an_offset_that_is_none(machine: Machine) -> None:
    machine.wallet.advance("1s")
    (machine.wallet.home / "platform/clock").write_text("soon\n", encoding="ascii")
    (fix,) = machine.fault("clock", "platform_tampered")
    assert machine.bash(fix).returncode == 0
    machine.doctor(0)


def test_a_machine_clock_behind_the_files(machine: Machine) -> None:
    require("faketime")
    done = machine.bash("faketime -f -2h yibao doctor --json", NO_FAKE_STAT="1")
    assert done.returncode == 19, done
    assert '"check":"clock","level":"fault","finding":"behind"' in done.stdout
    assert "sudo timedatectl set-ntp true" in done.stdout
    done = machine.bash("faketime '1999-12-31 23:59:59' yibao doctor --json", NO_FAKE_STAT="1")
    assert '"finding":"implausible"' in done.stdout and done.returncode == 19


def test_a_sandbox_moved_on_and_back_is_no_fault(machine: Machine) -> None:
    machine.wallet.advance("2h")
    machine.wallet.ok("voucher", "freeze", "--yes")
    machine.wallet.other("sandbox", "clock", "reset")
    found = machine.doctor(0)
    assert (found["clock"]["level"], found["clock"]["finding"]) == ("ok", "moved_back")
    assert (found["voucher"]["level"], found["voucher"]["finding"]) == ("warning", "frozen")


@pytest.mark.parametrize("variable", ["LC_ALL", "LANG", "LC_TIME"])
def test_a_missing_locale(machine: Machine, variable: str) -> None:
    broken = f"unset LC_ALL; export {variable}=xx_YY.UTF-8"
    (fix,) = machine.fault("locale", "missing", broken)
    found = machine.doctor(0, f"{broken}\n{fix}")
    assert found["locale"]["level"] == "ok"


def test_an_unsent_request(machine: Machine) -> None:
    with opened(machine.wallet.home) as context:
        now = context.now()
        with context.vault.write() as tx:
            body = {"member": "self"}
            tx.put(Table.OUTBOX, "ab" * 16, {"operation": "freeze", "body": body, "at": int(now) - 600})
    (fix,) = machine.fault("outbox", "unsent")
    assert machine.wallet.ok("status")["next"][0] == fix == "yibao status --send"
    done = machine.bash(fix)
    assert done.returncode == 0 and "1 request(s) settled" in done.stderr, done
    assert machine.doctor(0)["voucher"]["finding"] == "frozen", "it was sent"


def test_an_unreadable_settings_file(machine: Machine) -> None:
    config = machine.wallet.home / "config.toml"
    config.write_text("lang = \n", encoding="utf-8")
    config.chmod(0o600)
    (fix,) = machine.fault("settings", "config_invalid")
    assert machine.bash(fix).returncode == 0
    machine.doctor(0)


# --- terminals --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with Display() as shown:
        yield shown


@pytest.mark.parametrize("allowed", [False, True])
def test_a_terminal_too_small_in_xterm(machine: Machine, display: Display, tmp_path: Path, allowed: bool) -> None:
    """As it is set up, xterm is resized from outside; one that may be resized by programs, and every other terminal that
    may, by its control sequence."""
    require("xdotool", "script")
    script = tmp_path / "script"
    forget = "unset XTERM_VERSION" if allowed else ":"
    script.write_text(
        # `script` copies what the terminal shows, which stays a terminal for doctor.
        f"stty cols 200; {forget}\nscript -qec 'stty cols 200 rows 10; yibao doctor' {tmp_path}/seen; first=$?\n"
        f"fix=$(sed -n 's/^  fix: \\(printf.*\\|xdotool.*\\)$/\\1/p' {tmp_path}/seen | tr -d '\\r' | head -n 1)\n"
        'eval "$fix"\n'
        'until [ "$(stty size)" = "25 84" ]; do sleep 0.1; done\n'
        f"yibao doctor; echo $first $? $fix > {tmp_path}/both.new; mv {tmp_path}/both.new {tmp_path}/both\n",
        encoding="utf-8",
    )
    options = ["-xrm", "XTerm*allowWindowOps: true"] if allowed else []
    with Xterm(display, ["bash", str(script)], size=(10, 30), options=options, env={**machine.env, "TMUX": ""}):
        both = wait_for("both answers", lambda: (tmp_path / "both").exists() and (tmp_path / "both").read_text())
    assert both.startswith("19 0 " + ("printf" if allowed else "xdotool"))


def test_a_terminal_too_small_in_tmux(machine: Machine) -> None:
    with Tmux(size=(12, 70)) as tmux:
        tmux.type("; ".join(f"export {name}='{value}'" for name, value in machine.env.items() if name != "TERM"))
        tmux.type("clear; yibao doctor; echo first $?.")
        wait_for("doctor's end", lambda: "first 19." in tmux.capture())
        fix = re.search(r"fix: (tmux .*)", tmux.capture(history=True))
        assert fix is not None
        tmux.type(fix[1])
        wait_for("the larger window", lambda: tmux.ask("#{window_width}x#{window_height}") == "84x25")
        tmux.type("yibao doctor; echo second $?.")
        wait_for("doctor's end", lambda: "second 0." in tmux.capture())


# --- where nothing is as it should be ---------------------------------------------------------------------------------


def test_before_activation_and_in_a_pipe(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    found = machine.doctor(0)
    assert found["voucher"]["finding"] == found["store"]["finding"] == "none"
    assert found["terminal"]["finding"] == "none"
    assert not (tmp_path / "yibao").exists(), "looking makes nothing"
    plain = machine.bash("yibao doctor -o plain").stdout.splitlines()
    assert [line.split("\t")[0] for line in plain] == list(found)


def test_no_keyring_is_a_warning_before_activation_and_a_fault_after(machine: Machine) -> None:
    none = {"YIBAO_VAULT": "keyring", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    fresh = machine.doctor(0, YIBAO_HOME=str(machine.wallet.home) + "2", **none)
    assert fresh["keyring"]["level"] == "warning"
    assert fresh["keyring"]["fix"] == ["yibao activate --vault passphrase", "yibao activate --vault sandbox"]
    with sqlite3.connect(machine.wallet.home / "profiles/default/store.db") as database:
        database.execute("UPDATE header SET vault = 'keyring', backend = 'keyring.backends.SecretService.Keyring'")
    begun = time.monotonic()
    machine.fault("keyring", "keyring_absent", **none)
    assert time.monotonic() - begun < 60


def test_a_passphrase_that_nobody_gives_is_asked_for_by_the_fix(tmp_path: Path) -> None:
    machine = Machine(tmp_path, YIBAO_VAULT="passphrase")
    machine.env["YIBAO_VAULT"] = "passphrase"
    secrets = {"--passphrase-fd": "correct horse battery", "--platform-passphrase-fd": "correct horse battery"}
    secrets |= {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}
    machine.wallet.ok(*machine.wallet.activation(), secrets=secrets)
    found = machine.doctor(0)
    assert (found["store"]["level"], found["store"]["finding"]) == ("warning", "input_needed")
    done = machine.bash(found["store"]["fix"][0], typed="correct horse battery\n")
    assert done.returncode == 0 and "whole (passphrase vault)" in done.stdout, done


def test_no_personal_data(machine: Machine) -> None:
    everything = machine.bash("yibao doctor --json --reveal").stdout + machine.bash("yibao doctor --reveal -v").stdout
    for private in (ZHANG.name, ZHANG.id_number, ZHANG.phone):
        assert private not in everything
