"""Questions to the person. The rules, all of them:

1. A prompt appears only with a terminal at both ends, standard input and standard error; else InputNeeded names the
   option that would have answered. `--no-input` is the caller's to check.
2. The prompt and its feedback go to standard error, never to standard output.
3. Choices are numbered; no arrow menus.
4. A secret is never echoed: one bullet a character of a PIN, nothing of a passphrase. It comes back as a carrier that
   cannot be printed.
5. Ctrl-C is KeyboardInterrupt; the end-of-file key is the answer "no" (Declined). Whatever signal ends or suspends the
   program, the terminal gets its attributes back first.
"""

from __future__ import annotations

import select
import signal
import sys
from collections.abc import Sequence
from typing import Protocol, TypeVar

from wallet_cli.domain.secret import Passphrase, Pin, Secret, TextCode
from wallet_cli.domain.value import Value
from wallet_cli.errors import Declined, InputNeeded
from wallet_cli.term.console import Console, can_encode
from wallet_cli.term.signals import ENDING, SignalWatch
from wallet_cli.term.tty import Tty

S = TypeVar("S", bound=Secret)

MAX_SECRET = 256
_ERASE = ("\x7f", "\x08")
_KILL = "\x15"
_EOF = "\x04"
_ENTER = ("\r", "\n")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Prompter(Protocol):
    """What a command may ask. `option` names the flag that answers without a prompt. Every method raises InputNeeded
    where no prompt can appear, Declined at the end-of-file key, KeyboardInterrupt."""

    def text(self, prompt: str, option: str, default: str = "") -> str:
        """One line, stripped; `default` for an empty one; asked again while both are empty."""

    def choice(self, prompt: str, choices: Sequence[str], option: str, default: int | None = None) -> int:
        """Index of one of `choices`, shown numbered from 1. `default`: an index."""

    def yes_no(self, prompt: str, option: str, default: bool = False) -> bool:
        """y, yes, 是, 好 / n, no, 否, 不."""

    def pin(self, prompt: str, option: str) -> Pin:
        """Hidden, one bullet a digit; anything but a digit is refused with a bell."""

    def text_code(self, prompt: str, option: str) -> TextCode:
        """Hidden as a PIN, letters too."""

    def secret(self, prompt: str, option: str) -> Secret:
        """Hidden, one bullet a character: an ID number, a card number."""

    def passphrase(self, prompt: str, option: str) -> Passphrase:
        """Hidden, no feedback at all."""


class Hints(Value):
    """What stands behind a question: that an empty answer is yes, no, or {default}. `bullet`: a hidden sign's echo."""

    yes: str = "[Y/n]"
    no: str = "[y/N]"
    default: str = "[{default}]"
    bullet: str = "•"


class TerminalPrompter:
    """The Prompter of a person at a terminal. `retry_choice`, `retry_yes_no`: what to say to an answer that is none.
    `hints`: in signs, or in words for who hears them."""

    def __init__(
        self, console: Console, *, retry_choice: str = "?", retry_yes_no: str = "?", hints: Hints | None = None
    ) -> None:
        self._console = console
        self._retry_choice = retry_choice
        self._retry_yes_no = retry_yes_no
        self._hints = hints or Hints()
        self._encoding = getattr(console.stderr, "encoding", None) or "utf-8"

    def text(self, prompt: str, option: str, default: str = "") -> str:
        tty = self._tty(option)
        while True:
            answer = self._line(tty, f"{prompt} {self._default(default)}: " if default else f"{prompt}: ", option)
            if answer or default:
                return answer or default

    def choice(self, prompt: str, choices: Sequence[str], option: str, default: int | None = None) -> int:
        tty = self._tty(option)
        broad = len(str(len(choices)))
        tty.write("".join(f"  {number:{broad}}  {words}\n" for number, words in enumerate(choices, 1)))
        hint = "" if default is None else f" {self._default(str(default + 1))}"
        while True:
            answer = self._line(tty, f"{prompt}{hint}: ", option).translate(_DIGITS)
            if not answer and default is not None:
                return default
            if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(choices):
                return int(answer) - 1
            tty.write(f"{self._retry_choice}\n")

    def yes_no(self, prompt: str, option: str, default: bool = False) -> bool:
        tty = self._tty(option)
        hint = self._hints.yes if default else self._hints.no
        while True:
            answer = self._line(tty, f"{prompt} {hint} ", option).lower()
            if not answer:
                return default
            if answer in ("y", "yes", "是", "好", "同意"):
                return True
            if answer in ("n", "no", "否", "不", "不同意"):
                return False
            tty.write(f"{self._retry_yes_no}\n")

    def pin(self, prompt: str, option: str) -> Pin:
        return self._hidden(prompt, option, Pin, digits=True)

    def text_code(self, prompt: str, option: str) -> TextCode:
        return self._hidden(prompt, option, TextCode)

    def secret(self, prompt: str, option: str) -> Secret:
        return self._hidden(prompt, option, Secret)

    def passphrase(self, prompt: str, option: str) -> Passphrase:
        return self._hidden(prompt, option, Passphrase, feedback=False)

    def _default(self, answer: str) -> str:
        return self._hints.default.replace("{default}", answer)

    def _tty(self, option: str) -> Tty:
        if not (self._console.stdin_is_terminal and self._console.stderr_is_terminal):
            raise InputNeeded(option=option)
        return Tty(sys.stdin.fileno(), self._console.stderr.fileno(), self._encoding)

    def _line(self, tty: Tty, prompt: str, option: str) -> str:
        """One line with the terminal's own editing."""
        tty.write(prompt)
        data = b""
        while not data.endswith(b"\n"):
            piece = tty.read()
            if not piece:
                tty.write("\n")
                raise Declined(question=option)
            data += piece
        return data.decode(self._encoding, "replace").strip()

    def _hidden(self, prompt: str, option: str, kind: type[S], *, digits: bool = False, feedback: bool = True) -> S:
        tty = self._tty(option)
        bullet = (self._hints.bullet if can_encode(self._hints.bullet, self._encoding) else "*") if feedback else ""
        entry = _Entry(tty, f"{prompt}: ", bullet, digits, self._encoding)
        ending: int | None = None
        with SignalWatch(*ENDING, signal.SIGTSTP) as watch:
            while not entry.done and ending is None:
                with tty.single_keys():
                    entry.show()
                    ending = _read_entry(tty, watch, entry)
                    # After Ctrl-C the caller ends the line, as after any other prompt.
                    if entry.done or ending not in (None, signal.SIGTSTP, signal.SIGINT):
                        tty.write("\n")
                if ending == signal.SIGTSTP:
                    tty.write("\r\n")
                    watch.stop_here()
                    ending = None
        if ending is not None:
            # The watch is off: the signal now does what it would have done, on a terminal in order.
            signal.raise_signal(ending)
            raise KeyboardInterrupt
        if entry.declined:
            raise Declined(question=option)
        return kind(entry.text.encode())


def _read_entry(tty: Tty, watch: SignalWatch, entry: _Entry) -> int | None:
    """Feeds keys until the entry is done (None) or a signal came (its number)."""
    assert tty.keys is not None
    while not entry.done:
        ready, _, _ = select.select([tty.keys, watch.fileno()], [], [])
        if watch.fileno() in ready and (numbers := watch.take()):
            return next((number for number in numbers if number in ENDING), numbers[0])
        if tty.keys in ready:
            entry.feed(tty.read(1))  # one byte: what is typed ahead belongs to the next prompt
    return None


class _Entry:
    """What was typed so far at a hidden prompt."""

    def __init__(self, tty: Tty, prompt: str, bullet: str, digits: bool, encoding: str) -> None:
        self.text = ""
        self.done = False
        self.declined = False
        self._tty = tty
        self._prompt = prompt
        self._bullet = bullet
        self._digits = digits
        self._encoding = encoding
        self._pending = b""
        self._sequence = ""

    def show(self) -> None:
        self._tty.write(self._prompt + self._bullet * len(self.text))

    def feed(self, data: bytes) -> None:
        """Bytes as they came; a sign cut in two waits for its rest. No bytes: the terminal is gone."""
        if not data:
            self.done = self.declined = True
            return
        self._pending += data
        try:
            text = self._pending.decode(self._encoding)
        except UnicodeDecodeError as error:
            if error.end == len(self._pending) and len(self._pending) - error.start < 4:
                return
            text = self._pending.decode(self._encoding, "ignore")
        self._pending = b""
        for char in text:
            if not self._in_sequence(char):
                self._key(char)

    def _in_sequence(self, char: str) -> bool:
        """Whether `char` belongs to what an arrow or function key sends (ECMA-48 CSI, SS3)."""
        if self._sequence:
            ends = char not in "[O" if self._sequence == "\x1b" else "@" <= char <= "~"
            self._sequence = "" if ends else self._sequence + char
            return True
        self._sequence = char if char == "\x1b" else ""
        return bool(self._sequence)

    def _key(self, char: str) -> None:
        if char in _ENTER:
            self.done = True
        elif char == _EOF:
            self.done = self.declined = not self.text
        elif char in _ERASE:
            self._erase(min(1, len(self.text)))
        elif char == _KILL:
            self._erase(len(self.text))
        else:
            char = char.translate(_DIGITS)
            wrong = not char.isprintable() or (self._digits and not (char.isascii() and char.isdigit()))
            if wrong or len(self.text) >= MAX_SECRET:
                self._tty.write("\a")
                return
            self.text += char
            self._tty.write(self._bullet)

    def _erase(self, count: int) -> None:
        if count:
            self.text = self.text[:-count]
            self._tty.write("\b \b" * (count * len(self._bullet)))
