"""Every `fix:` line works when pasted: each command of the table is one that the real parser takes, what somebody typed
stays one word of it, and the fixes of errors that were provoked are run in a shell."""

from __future__ import annotations

import shlex
import string
from pathlib import Path

import click
import pytest
from shell.doctor_kit import Machine
from wallet import PIN

from wallet_cli.cli import globals as global_options
from wallet_cli.cli import run
from wallet_cli.cli.context import Context
from wallet_cli.errors import TABLE, ClaimUnknown, Internal, MemberSuspended, StoreUnsafe, WalletError

SAMPLES = {
    "filing_id": "F1",
    "chronic_id": "C1",
    "claim_id": "M1",
    "setl_id": "S1",
    "id": "X1",
    "institution": "H11000000001",
    "member": "mama",
    "whose": " mama",
    "of": " --member mama",
    "program": "yibao",
    "command": "balance",
    "help": "yibao balance --help",
}
OTHERS = ("pip",)
"""Programs that are not ours."""
TEMPLATES = sorted({(code, fix) for code, kind in TABLE.items() for fix in kind.fix})


def parse(line: str) -> None:
    """Takes the line as a shell and then the program would, and stops before anything is done. Raises UsageError."""
    program, *words = shlex.split(line)
    options, rest, fault = global_options.split(words)
    assert fault is None, fault
    command, context = run.load(program, rest[0]), Context(options, program)
    path, rest = f"{program} {rest[0]}", rest[1:]
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        if rest[0] not in command.commands and type(command).__module__.startswith("wallet_cli"):
            break  # a member's name, where a command of ours takes either
        path, command, rest = f"{path} {rest[0]}", command.commands[rest[0]], rest[1:]
    if isinstance(command, click.Group) and not type(command).__module__.startswith("wallet_cli"):
        assert command.invoke_without_command or rest, f"{path} alone is no command"
    with command.make_context(path, rest, obj=context, resilient_parsing="--help" in rest) as parsed:
        assert parsed.info_name == path


@pytest.mark.parametrize(("code", "fix"), TEMPLATES)
def test_every_command_of_the_table_is_one(code: str, fix: str) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(fix) if name]
    assert set(names) <= SAMPLES.keys(), f"{code}: no sample for {names}"
    line = fix.format(**SAMPLES)
    if shlex.split(line)[0] not in OTHERS:
        parse(line)


def test_the_parser_of_these_tests_refuses_what_is_no_command() -> None:
    for line in ("yibao family nobody", "yibao filing show", "yibao balance --no-such", "yibao nothing"):
        with pytest.raises((click.UsageError, KeyError, WalletError)):
            parse(line)


@pytest.mark.parametrize("typed", ["a b", "$(touch x)", "it's", "`id`", "a;b", "*", "", "{x}", "-"])
def test_what_was_typed_stays_one_word(typed: str) -> None:
    (fix,) = MemberSuspended(member=typed).fix
    assert shlex.split(fix) == ["yibao", "family", "add", typed]


def test_letters_of_any_script_need_no_quotes() -> None:
    assert MemberSuspended(member="妈妈").fix == ("yibao family add 妈妈",)
    assert Internal(program="yibao-platform", command="person").fix == ("yibao-platform --debug person",)
    assert ClaimUnknown(id="x").fix == ("yibao claim list",)


def test_an_unsafe_file_is_mended_by_its_own_command(tmp_path: Path) -> None:
    from wallet_cli.storage.files import check_private

    odd = tmp_path / "a {b} it's"
    odd.write_bytes(b"")
    odd.chmod(0o644)
    with pytest.raises(StoreUnsafe) as unsafe:
        check_private(odd)
    (fix,) = unsafe.value.fix
    assert Machine(tmp_path).bash(fix).returncode == 0
    assert check_private(odd)


# --- provoked, and pasted ---------------------------------------------------------------------------------------------

PROVOKED = {
    "yibao balance nobody": "MEMBER_UNKNOWN",
    "yibao --profile p2 balance": "PROFILE_UNKNOWN",
    "yibao --profile P2 balance": "PROFILE_INVALID",
    "yibao records show X1": "RECORD_UNKNOWN",
    "yibao filing show X1": "FILING_UNKNOWN",
    "yibao chronic show X1": "CHRONIC_UNKNOWN",
    "yibao claim show X1": "CLAIM_UNKNOWN",
    "yibao pay confirm X1 --pin-stdin": "PAYMENT_UNKNOWN",
    "yibao device revoke X1 --pin-stdin --yes": "DEVICE_UNKNOWN",
    "yibao institution show X1": "INSTITUTION_UNKNOWN",
    "yibao config get nothing": "SETTING_UNKNOWN",
    "yibao schema nothing": "SCHEMA_UNKNOWN",
    "yibao help nothing": "TOPIC_UNKNOWN",
    "yibao nothing": "USAGE",
    "yibao balance --nothing": "USAGE",
    "yibao filing nothing": "USAGE",
    "yibao mutual-aid remove X1 --pin-stdin --yes": "AID_UNKNOWN",
    "yibao family remove nobody --pin-stdin --yes": "MEMBER_UNKNOWN",
    "yibao --vault passphrase balance": "VAULT_DIFFERS",
    "yibao qr": "TERMINAL_NONE",
    "yibao pin set": "ALREADY_ACTIVATED",
    "yibao card reissue": "CARD_STATE",
    "yibao-platform person show nobody": "PERSON_UNKNOWN",
    "yibao-platform counter review X1 --approve": "REVIEW_UNKNOWN",
    "yibao-platform terminal settle --institution H99999999999 --bill bill.json --code -": "BILL_INVALID",
}
ASK = ("yibao qr --png", "yibao pin change", "yibao activate")
"""Beginnings of commands that ask for the PIN, or more: without a terminal they end with 17 or 10 and say so."""


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    made = Machine(tmp_path_factory.mktemp("fixes"))
    made.wallet.activate()
    Path(made.env["HOME"], "bill.json").write_text('{"med_type":"11","fees":[]}', encoding="utf-8")
    return made


ASTRAY = {
    # what every command meets, whatever its words
    "export YIBAO_LANG=fr": "USAGE",
    "export YIBAO_OUTPUT=xml": "USAGE",
    "export YIBAO_TIMEOUT=soon": "USAGE",
    "export YIBAO_PROFILE=nobody": "PROFILE_UNKNOWN",
    "export YIBAO_PROFILE='No Body'": "PROFILE_INVALID",
    "umask 077; echo 'profile = \"nobody\"' > $YIBAO_HOME/config.toml": "PROFILE_UNKNOWN",
    "umask 077; echo 'profile = \"No Body\"' > $YIBAO_HOME/config.toml": "PROFILE_INVALID",
}


@pytest.mark.parametrize("before", ASTRAY)
def test_what_leads_every_command_astray_is_mended_by_its_fix(machine: Machine, before: str) -> None:
    failed = machine.bash(f"{before}\nyibao balance")
    assert f"error[{ASTRAY[before]}]" in failed.stderr, failed
    (fix,) = [line.removeprefix("  fix: ") for line in failed.stderr.splitlines() if line.startswith("  fix: ")]
    assert machine.bash(f"{before}\n{fix} && yibao balance").returncode == 0, fix
    (machine.wallet.home / "config.toml").unlink(missing_ok=True)


@pytest.mark.parametrize("command", PROVOKED)
def test_the_fix_of_a_provoked_error_runs(machine: Machine, command: str) -> None:
    failed = machine.bash(command, typed=PIN + "\n")
    assert f"error[{PROVOKED[command]}]" in failed.stderr, failed
    fixes = [line.removeprefix("  fix: ") for line in failed.stderr.splitlines() if line.startswith("  fix: ")]
    assert fixes, failed
    for fix in fixes:
        done = machine.bash(fix)
        assert done.returncode in ({17, 10} if fix.startswith(ASK) else {0}), (fix, done)
