"""What a command may ask for, built when first asked: settings, places, clock, vault, platform, prompts, output."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wallet_cli import locale
from wallet_cli.cli.globals import Globals
from wallet_cli.errors import InputNeeded, ProfileInvalid, ProfileUnknown, VaultDiffers, WalletError, literal, whose
from wallet_cli.storage import paths
from wallet_cli.term.console import Console

if TYPE_CHECKING:
    from wallet_cli.cli.settings import Setting, Settings
    from wallet_cli.domain.secret import Passphrase
    from wallet_cli.domain.time import Instant
    from wallet_cli.platform.clock import SandboxClock
    from wallet_cli.platform.embedded import EmbeddedPlatform
    from wallet_cli.ports import Items, PassphraseSource, Vault
    from wallet_cli.render.leaves import Data
    from wallet_cli.storage.lock import Lock
    from wallet_cli.term.progress import Progress
    from wallet_cli.term.prompts import Prompter
    from wallet_cli.usecases.session import Session
    from wallet_cli.vault.layout import Header


_COULD_BE_REAL = frozenset(
    {
        *("balance", "records", "voucher", "card", "devices", "device", "people", "person", "verification"),
        *("claim", "claims", "chronic", "chronics", "filing", "filings", "review", "reviews"),
        *("payments", "payment-request", "reversal", "offer", "reset-code", "voucher-state"),
        *("family-consent", "family-member", "mutual-aid", "mutual-aids"),
    }
)
"""Documents that a person could take for real ones: the mark stands under them, on standard error."""

_COUNTER = frozenset(
    {
        *("PIN_LOCKED", "PIN_WRONG", "VOUCHER_REVOKED", "SIGN_IN_NEEDED", "FACE_PENDING", "CLAIM_EXCLUDED"),
        "FILING_NOT_NEEDED",
    }
)
"""Errors whose way out may be the agency's counter."""


REMEMBERED = frozenset(
    {
        *("status", "family", "family-member", "family-removed", "family-plan", "filings", "filing", "claims", "claim"),
        *("chronics", "chronic", "mutual-aids", "mutual-aid", "payments", "records", "devices"),
    }
)
"""Documents with words that TAB offers (cli.remembered)."""


_NO_KEYRING = frozenset({"KEYRING_ABSENT", "KEYRING_HANGING", "KEYRING_LOCKED"})
"""Errors whose way on depends on the system, or may be another vault."""


HURRIED_WAIT_S = 3.0


class SystemRandom:
    """The operating system's randomness."""

    def bytes(self, count: int) -> bytes:
        return os.urandom(count)


def current(member: str | None = None) -> Context:
    """The context of the command that is running. `member`: whose affairs it is about; the commands that it advises
    name them, too."""
    context = click.get_current_context().find_object(Context)
    assert context is not None
    context.of, context.whose = (whose(member)[form] for form in ("of", "whose"))
    context.member = member
    return context


class Context:
    """One command line's collaborators and its one way of answering."""

    def __init__(self, options: Globals, program: str, home: paths.Home | None = None) -> None:
        """`home`: another place than the environment names, for what must leave no trace."""
        self.options = options
        self.program = program
        self.command = program
        self.warnings: list[str] = []
        self.member: str | None = None
        self.of = self.whose = ""
        """What names the member in a command that is advised, as its option or argument; nothing for oneself."""
        self.hurried = False
        """Set by what may not wait: no locked keyring asks its owner, and a lock is waited for some seconds only."""
        self._home = home
        self._passphrases: dict[str, Passphrase] = {}

    # --- settings and places --------------------------------------------------------------------------------------

    @cached_property
    def home(self) -> paths.Home:
        return self._home or paths.home(os.environ.get("YIBAO_HOME"))

    def check_home(self) -> None:
        """A home that was named and that nobody may look into. Raises NotWritable."""
        if os.environ.get("YIBAO_HOME"):
            paths.check_reachable(self.home.platform)

    @cached_property
    def settings(self) -> Settings:
        from wallet_cli.cli.settings import Settings

        return Settings(self.home.config)

    def setting(self, key: str) -> Setting:
        """The setting in force for this command."""
        profile = None if key == "profile" else self.profile
        source = "environment" if key in self.options.environment else "flag"
        return self.settings.value(key, profile, getattr(self.options, key, None), source)

    @cached_property
    def profile(self) -> str:
        return profile_name(str(self.settings.value("profile", None, self.options.profile).value), self._away())

    def _away(self) -> tuple[str, ...] | None:
        """What leads away from a profile that is none, where each command would name it again."""
        if "profile" in self.options.environment:
            return ("unset YIBAO_PROFILE",)
        return None if self.options.profile else ("yibao profile use default",)

    @cached_property
    def profile_folder(self) -> Path:
        folder = self.home.profile(self.profile)
        if self.profile != "default" and not os.path.exists(folder):
            raise ProfileUnknown(fix=self._away(), profile=self.profile)
        return folder

    @property
    def output(self) -> str:
        """human, plain or json; an unreadable config.toml must not hide the error that says so."""
        return self.options.output or self._output

    @cached_property
    def _output(self) -> str:
        # Not Path's own, here and above: that raises for a home whose name is too long, and errors are told in this form.
        if not os.path.exists(self.home.config):
            return "human"
        return str(self.setting("output").value)

    # --- clock, randomness, vault, platform -----------------------------------------------------------------------

    @cached_property
    def clock(self) -> SandboxClock:
        from wallet_cli.platform.clock import SandboxClock

        return SandboxClock(self.home.platform)

    @cached_property
    def random(self) -> SystemRandom:
        return SystemRandom()

    @property
    def runtime(self) -> str:
        """The folder of the user's session, which all their processes share; empty where the system has none."""
        return os.environ.get("XDG_RUNTIME_DIR", "")

    @cached_property
    def vault(self) -> Vault:
        """The profile's store. The kind its header records holds; a different --vault is told, not followed."""
        from wallet_cli.ports import Limits
        from wallet_cli.vault import items_for, open_vault

        folder = self.profile_folder
        # YIBAO_VAULT is a default for new stores, no demand on the ones that are there.
        asked = None if "vault" in self.options.environment else self.options.vault

        def items(header: Header | None) -> Items:
            if header is not None and asked not in (None, header.vault):
                raise VaultDiffers(vault=header.vault, asked=asked)
            return items_for(
                header.vault if header else str(self.setting("vault").value),
                folder,
                paths.account_of(folder),
                random=self.random,
                passphrase=self._passphrase("passphrase", confirm=header is None),
                interactive=self.interactive and not self.hurried,
                backend=header.backend if header else None,
                session=self.runtime,
            )

        limits = Limits(lock_wait_s=HURRIED_WAIT_S) if self.hurried else None
        return open_vault(folder, items, self.random, limits=limits)

    def recorded_vault(self) -> str | None:
        """The kind of vault the profile's store names; None without a store. Errors: those of a damaged header."""
        from wallet_cli.vault import recorded

        header = recorded(self.profile_folder)
        return header.vault if header else None

    @cached_property
    def platform(self) -> EmbeddedPlatform:
        from wallet_cli.platform.embedded import EmbeddedPlatform

        return EmbeddedPlatform(self.home.platform, self.platform_items, self.clock, self.random)

    @cached_property
    def platform_items(self) -> Items:
        from wallet_cli.platform.embedded import recorded_vault
        from wallet_cli.vault import items_for

        recorded = recorded_vault(self.home.platform)
        kind, backend = recorded or (str(self.setting("vault").value), None)
        if recorded is None and self.program == "yibao":
            kind = self.recorded_vault() or kind
        return items_for(
            kind,
            self.home.platform,
            paths.account_of(self.home.platform),
            random=self.random,
            passphrase=self._passphrase("platform-passphrase", confirm=recorded is None),
            interactive=self.interactive and not self.hurried,
            backend=backend,
            session=self.runtime,
        )

    @cached_property
    def session(self) -> Session:
        from wallet_cli.usecases.session import Session

        timeout = self.setting("timeout").value
        return Session(self.vault, self.platform, self.clock, self.random, self.profile, float(timeout))

    def alone(self) -> Lock:
        """Held by what replaces keys or vouchers: two such commands at once would bind one's vouchers to the other's keys.

        A second one waits. Raises StoreBusy after a minute.
        """
        from wallet_cli.ports import Limits
        from wallet_cli.storage.lock import Lock

        return Lock(self.profile_folder / "change.lock", Limits().lock_wait_s)

    def now(self) -> Instant:
        """The wallet's time, the sandbox's offset in it."""
        return self.clock.now()

    # --- the person -----------------------------------------------------------------------------------------------

    @cached_property
    def console(self) -> Console:
        choice = self.options.color or "auto"
        return Console(sys.stdin, sys.stdout, sys.stderr, os.environ, choice)

    @cached_property
    def accessible(self) -> bool:
        return bool(self.setting("accessible").value)

    @cached_property
    def interactive(self) -> bool:
        """Whether a question may be asked: a terminal at both ends, and nobody said not to."""
        if self.options.no_input or self.setting("no_input").value:
            return False
        return self.console.stdin_is_terminal and self.console.stderr_is_terminal

    @cached_property
    def prompter(self) -> Prompter:
        from wallet_cli.term.prompts import Hints, TerminalPrompter

        hints = None
        if self.accessible:
            yes, no, default = (locale.text(f"prompt.spoken.{one}") for one in ("yes", "no", "default"))
            hints = Hints(yes=yes, no=no, default=default, bullet="*")
        choice, yes_no = locale.text("prompt.retry.choice"), locale.text("prompt.retry.yes_no")
        return TerminalPrompter(self.console, retry_choice=choice, retry_yes_no=yes_no, hints=hints)

    def need_input(self, option: str) -> None:
        """Raises InputNeeded(option) where nothing may be asked."""
        if not self.interactive:
            raise InputNeeded(option=option)

    def confirm(self, question: str, option: str = "--yes") -> bool:
        """True for --yes and for a yes at the prompt."""
        if self.options.yes:
            return True
        self.need_input(option)
        return self.prompter.yes_no(question, option)

    def ask_passphrase(self, name: str) -> None:
        """Takes an existing vault's passphrase from its option or prompt now, where it would be asked for later."""
        self._passphrases[name] = self._passphrase(name, confirm=False)()

    def _passphrase(self, name: str, *, confirm: bool) -> PassphraseSource:
        def ask() -> Passphrase:
            from wallet_cli.cli.secrets import passphrase

            return self._passphrases.get(name) or passphrase(self, name, confirm=confirm)

        return ask

    # --- answering ------------------------------------------------------------------------------------------------

    def warn(self, key: str, **values: Any) -> None:
        """A warning beside the answer: in JSON's `warnings`, else on standard error."""
        words = locale.text(f"warning.{key}", **values)
        self.warnings.append(words)
        if self.output != "json" and not self.options.quiet:
            self.console.err(locale.text("warning.line", words=words))

    def note(self, words: str) -> None:
        """A line for the person on standard error; nothing with -q, or where a program reads."""
        if self.output == "human" and not self.options.quiet:
            self.console.err(words)

    def progress(self, key: str, total: int) -> Progress:
        """How far `total` pieces of work have come, under the words `progress.KEY`."""
        from wallet_cli.term.progress import Progress

        shown = self.output == "human" and not self.options.quiet
        return Progress(self.console, locale.text(f"progress.{key}"), total, spoken=self.accessible, shown=shown)

    def show(self, name: str, data: Data, *, human: str | None = None) -> None:
        """The command's one answer in the asked form. `human`: words where the fields alone would not do."""
        if name in REMEMBERED and self.program == "yibao":
            from wallet_cli.cli.remembered import remember

            remember(self, name, data)
        reveal = self.options.reveal
        if self.output == "json":
            from wallet_cli.render import json

            line = json.document(name, data, warnings=self.warnings, meta=self._meta(), reveal=reveal)
            self.console.out(json.narrowed(line, self.console.stdout.encoding))
        elif self.output == "plain":
            from wallet_cli.render import plain

            lines = plain.document(data, reveal=reveal)
            if lines:
                self.console.out(lines)
        elif human is not None:
            self.console.out(human)
        else:
            self._show_human(data, reveal)
            if name in _COULD_BE_REAL:
                self.note(locale.text("mark.line"))

    def _show_human(self, data: Data, reveal: bool) -> None:
        from wallet_cli.render import human
        from wallet_cli.render.leaves import rows_of

        if "changed" in data:
            if "dry_run" not in data:  # a rehearsal changes nothing, but not because nothing had to be changed
                self.console.out(locale.text("done" if data["changed"] else "unchanged"))
            data = {key: value for key, value in data.items() if key != "changed"}
        found = rows_of(data)
        if found is None or len(data) > 1:
            self.console.out(human.fields(data, reveal=reveal))
        elif not found[1]:
            self.note(locale.text(f"empty.{found[0]}"))
        else:
            self._show_rows(human.columns(*found, verbose=self.options.verbose), reveal)

    def _show_rows(self, rows: list[Data], reveal: bool) -> None:
        """A table where it fits the screen, else a block a record."""
        from wallet_cli.render import human

        if self.accessible or human.table_width(rows, reveal=reveal) > self.console.width():
            self.console.out(human.blocks(rows, reveal=reveal))
        else:
            plain_box = not self.console.can_draw()
            self.console.table(human.table(rows, reveal=reveal, ascii_only=plain_box, written=self.console.written))

    def _meta(self) -> Data:
        meta: dict[str, Any] = {"platform": "embedded", "sandbox": True, "lang": locale.language()}
        return meta if self.program != "yibao" else {"profile": self.profile, **meta}

    def rehearse(self, act: str) -> bool:
        """With --dry-run: says what would be done, everything having been checked, and that nothing was."""
        if self.options.dry_run:
            action = self._summary() or act if self.output == "human" else act
            self.show("dry-run", {"action": action, "changed": False, "dry_run": True})
        return self.options.dry_run

    def _summary(self) -> str | None:
        """What the running command does, as its help says; a program's name for an act is for programs."""
        key = "command." + self.command.replace(" ", ".")
        return locale.text(key) if locale.known(key) else None

    def say(self, error: WalletError) -> None:
        """An error that a prompt is about to be repeated for: its words alone."""
        from wallet_cli.render import words

        self.console.err(words.message(error))
        for line in words.advice(error):
            self.console.err(f"  {line}")

    def hotline(self) -> str | None:
        """The insured place's hotline, where the wallet knows the place."""
        from wallet_cli.ports import Table

        try:
            fact = self.vault.row(Table.FACTS, "hotline")
        except WalletError:
            return None
        return None if fact is None else str(fact["hotline"])

    def fail(self, error: WalletError) -> None:
        """An error in words or as one JSON object on standard error."""
        from wallet_cli.render import words

        if error.code == "INTERNAL":
            error.data.setdefault("command", self.program)
        if error.code == "USAGE":
            error.data.setdefault("help", f"{self.command} --help")
        if error.code in _NO_KEYRING:
            error = type(error)(fix=tuple(map(literal, self._keyring_fix(error))), **error.data)
        self._add_hotline(error)
        if self.of:
            error.data.setdefault("member", self.member)
        message, advice, fix = words.message(error), words.advice(error), tuple(map(self.options.for_wallet, error.fix))
        try:
            as_json = self.output == "json"
        except WalletError:
            as_json = False
        if as_json:
            from wallet_cli.render import json

            document = json.error(error, message, advice, fix)
            self.console.err(json.narrowed(document, self.console.stderr.encoding))
            return
        self.console.err(f"{self.program}: error[{error.code}]: {message}")
        for line in advice:
            self.console.err(f"  {line}")
        for command in fix:
            self.console.err(f"  fix: {command}")

    def _keyring_fix(self, error: WalletError) -> tuple[str, ...]:
        """The commands that open the keyring or bring it back; before anything is kept in it, those that do without."""
        from wallet_cli.cli import mending

        if error.code == "KEYRING_LOCKED":
            return mending.unlock_keyring()
        if self.program != "yibao":
            return (f"{self.command} --vault passphrase", f"{self.command} --vault sandbox")
        try:
            if self.recorded_vault() is None:
                return error.fix
            # One that hangs may answer again by itself; nothing is known that mends it for sure.
            return mending.start_keyring() if error.code == "KEYRING_ABSENT" else ()
        except WalletError:
            return ("yibao doctor",)

    def _add_hotline(self, error: WalletError) -> None:
        """Errors that may end at the counter name the insured place's hotline, where the wallet knows the place."""
        if self.program == "yibao" and error.code in _COUNTER and "hotline" not in error.data:
            hotline = self.hotline()
            if hotline is not None:
                error.data["hotline"] = hotline

    def interrupted(self) -> None:
        """Ctrl-C: the line is ended, nothing is lost."""
        if self.console.stderr_is_terminal:
            self.console.err("")

    def report_defect(self, error: Exception) -> None:
        """The traceback of a defect, only with --debug: it shows code, never values."""
        if self.options.debug:
            import traceback

            self.console.err("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)

    def close(self) -> None:
        """Lets go of what was opened."""
        platform = self.__dict__.get("platform")
        if platform is not None:
            platform.close()


def profile_name(text: str, fix: tuple[str, ...] | None = None) -> str:
    """A profile's name: 1-32 small letters, digits, hyphens. Raises ProfileInvalid, with `fix` if there is one."""
    if not (1 <= len(text) <= 32 and text.isascii() and text[0].isalnum() and text == text.lower()):
        raise ProfileInvalid(fix=fix, profile=text[:32])
    if not all(c.isalnum() or c == "-" for c in text):
        raise ProfileInvalid(fix=fix, profile=text[:32])
    return text
