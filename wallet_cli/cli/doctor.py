"""`yibao doctor`: everything the wallet stands on, looked at; every finding with its fix. Exit 19 where there is a fault.

It needs no PIN, changes nothing, and never hangs: each check that could wait has a deadline, and one that passes it is
itself a finding. It works before activation, without a keyring, with a broken store, in a pipe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wallet_cli.cli import checks_machine, checks_wallet, mending
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.options import make_app
from wallet_cli.errors import InputNeeded, WalletError
from wallet_cli.locale import text
from wallet_cli.locale.width import width
from wallet_cli.render import words
from wallet_cli.usecases import doctor as judge
from wallet_cli.usecases.doctor import Finding, Level

app = make_app()

EXIT = 19
DEADLINE_S = 15.0
"""Of one check; a silent keyring has 10 s of it."""

Check = Callable[[Context], Iterable[Finding]]


@app.command()
def doctor() -> int:
    context = current()
    context.hurried = True
    findings: list[Finding] = []
    for found in _all(context):
        finding = found._replace(fix=tuple(map(context.options.for_wallet, found.fix)))
        findings.append(finding)
        if context.output == "human":
            context.console.out(_lines(finding))
    faults = sum(finding.level is Level.FAULT for finding in findings)
    if context.output == "human":
        warnings = sum(finding.level is Level.WARNING for finding in findings)
        context.note(text("doctor.sum", faults=faults, warnings=warnings))
    else:
        context.show("doctor", {"checks": [_row(finding) for finding in findings]})
    return EXIT if faults else 0


def _all(context: Context) -> Iterator[Finding]:
    # The terminal answers to the main thread alone; the rest of the machine does not wait for anybody.
    # Settings first: until their file is known to be readable, nothing may be said in the form that they ask for.
    for check in (checks_machine.settings, checks_machine.python, checks_machine.permissions):
        yield from check(context)
    yield from _wallet(context)
    for check in (checks_machine.terminal, checks_machine.locales, checks_machine.completion):
        yield from check(context)


def _wallet(context: Context) -> Iterator[Finding]:
    """What hangs from a silent keyring is not looked at: it would be told thrice, after a wait each."""
    keyring = list(_bounded(context, "keyring", checks_wallet.keyring))
    yield from keyring
    silent = keyring[0].level is not Level.OK and keyring[0].reason != "slow"
    locked = dict(_passphrases(context))
    store = [_unlooked("store")] if silent else [locked["store"]] if "store" in locked else None
    store = store or list(_bounded(context, "store", checks_wallet.store))
    yield from store
    whole = store[0].reason == "whole" and all(finding.level is Level.OK for finding in store)
    if silent:
        yield _unlooked("platform")
    else:
        yield from (
            [locked["platform"]] if "platform" in locked else _bounded(context, "platform", checks_wallet.platform)
        )
    yield from _bounded(context, "clock", lambda c: checks_wallet.clock(c, opened=whole))
    if whole and "platform" not in locked:
        yield from _bounded(context, "voucher", checks_wallet.voucher)
    else:
        yield judge.ok("voucher", "none") if store[0].reason == "none" else _unlooked("voucher")


def _passphrases(context: Context) -> Iterator[tuple[str, Finding]]:
    """A passphrase is asked for here, by the main thread; or the check it is missing for, and the finding that says so."""
    for name, check, kind in (
        ("passphrase", "store", context.recorded_vault),
        ("platform-passphrase", "platform", lambda: _platform_vault(context)),
    ):
        try:
            if kind() == "passphrase":
                context.ask_passphrase(name)
        except InputNeeded as error:
            fix = (mending.ask_passphrase("yibao doctor", f"--{name}-stdin"),)
            yield check, judge.of_error(check, error, fix, Level.WARNING)
        except WalletError:
            continue  # the check itself tells


def _platform_vault(context: Context) -> str | None:
    from wallet_cli.platform.embedded import recorded_vault

    recorded = recorded_vault(context.home.platform)
    return recorded[0] if recorded else None


def _unlooked(check: str) -> Finding:
    return judge.warning(check, "unlooked", "yibao doctor")


def _bounded(context: Context, name: str, check: Check) -> Iterator[Finding]:
    """The check's findings, or that it gave none in its time. A thread that still waits is left behind."""
    import threading

    found: list[Finding] = []
    failed: list[BaseException] = []
    done = threading.Event()

    def run() -> None:
        try:
            found.extend(check(context))
        except WalletError as error:
            found.append(judge.of_error(name, error))
        except BaseException as error:
            failed.append(error)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True).start()
    if not done.wait(DEADLINE_S):
        yield judge.fault(name, "hanging", "yibao doctor", seconds=int(DEADLINE_S))
        return
    if failed:
        raise failed[0]
    yield from found


# --- showing ----------------------------------------------------------------------------------------------------------


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "level": finding.level,
        "finding": finding.reason,
        "message": _message(finding),
        "fix": list(finding.fix),
        "details": finding.facts,
    }


def _message(finding: Finding) -> str:
    if finding.error is not None:
        return words.message(finding.error)
    if finding.reason in ("unlooked", "hanging"):
        return text(f"doctor.{finding.reason}", **finding.facts)
    facts = dict(finding.facts)
    if "vault" in facts:
        facts["vault"] = text(f"value.vault.{facts['vault']}")
    return text(f"doctor.{finding.check}.{finding.reason}", **facts)


def _lines(finding: Finding) -> str:
    """Level and check in words, so that neither colour nor sign carries any meaning."""
    head = _padded(text(f"doctor.level.{finding.level}"), _LEVEL)
    label = _padded(text(f"doctor.{finding.check}"), _CHECK)
    lines = [f"{head}{label}{_message(finding)}"]
    if finding.error is not None:
        lines += [f"  {line}" for line in words.advice(finding.error)]
    return "\n".join([*lines, *(f"  fix: {command}" for command in finding.fix)])


_LEVEL, _CHECK = 9, 16


def _padded(label: str, columns: int) -> str:
    return label + " " * max(2, columns - width(label))
