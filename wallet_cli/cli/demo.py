"""`yibao demo`: the whole story in a throw-away home: activation, PIN, balance, code, scan, settlement, balance.

Touches neither the user's keyring nor any file of theirs: everything stands in a temporary folder under a sandbox key
file, and is removed at the end, also after a signal.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from wallet_cli.cli import face
from wallet_cli.cli.context import Context, current
from wallet_cli.cli.globals import Globals
from wallet_cli.cli.options import make_app
from wallet_cli.domain import settlement
from wallet_cli.domain.bill import parse_bill
from wallet_cli.domain.pin import check as check_pin
from wallet_cli.domain.secret import Pin
from wallet_cli.domain.value import Value
from wallet_cli.domain.voucher import SELF, Channel
from wallet_cli.errors import PinWeak
from wallet_cli.locale import text
from wallet_cli.ports import Account, Call, FaceOutcome, InstitutionCredential, OperatorCredential, Presented
from wallet_cli.render import human, shapes, words
from wallet_cli.storage import paths
from wallet_cli.usecases import activate as steps
from wallet_cli.usecases import present, queries, trust
from wallet_cli.usecases.activate import Applicant
from wallet_cli.usecases.session import Session, held

app = make_app()

HOSPITAL = "H11000000001"
BILL: dict[str, Any] = {
    "med_type": "11",
    "fees": [
        {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 2350},
        {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": 260000},
        {"name": "镶牙", "category": "C", "amount_fen": 80000},
    ],
}


class Story(Value):
    """What the demo showed, for its one document."""

    name: str
    scanned: bool
    before: Account
    settled: settlement.Settlement
    after: Account


@app.command()
def demo() -> None:
    context = current()
    folder = Path(tempfile.mkdtemp(prefix="yibao-demo-"))
    try:
        story = _tell(context, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    data = {
        "vault": "sandbox",
        "name": story.name,
        "scanned": story.scanned,
        "balance_before": shapes.account(SELF, story.before),
        "settlement": shapes.settlement(story.settled, explain=True),
        "balance_after": shapes.account(SELF, story.after),
        "left_behind": folder.exists(),
    }
    context.show("demo", data, human=text("demo.end", folder=folder))


def _tell(outer: Context, folder: Path) -> Story:
    options = Globals()
    options.vault, options.no_input, options.quiet, options.output = "sandbox", True, True, "human"
    inner = Context(options, "yibao", paths.home(str(folder)))
    inner.warnings = outer.warnings
    try:
        return _Teller(outer, inner.session).tell()
    finally:
        inner.close()


class _Teller:
    """Each step says in words what happens, and which command does the same."""

    def __init__(self, outer: Context, session: Session) -> None:
        self._outer = outer
        self._session = session

    def tell(self) -> Story:
        self._say("intro")
        progress, pin, name = self._activate()
        keys = steps.choose_pin(self._session, progress, pin)
        try:
            steps.issue(self._session, progress, keys)
            self._say("pin", command="yibao pin change")
            before = self._balance()
            code = present.present(self._session, keys, held(self._session, SELF))
        finally:
            keys.close()
        digits, scanned = self._show_code(code.digits)
        settled = self._settle(digits)
        return Story(name, scanned, before, settled, self._balance())

    def _activate(self) -> tuple[steps.Progress, Pin, str]:
        session = self._session
        info = trust.read_info(session)
        operator = Call(OperatorCredential("demo"), None, session.timeout)
        person = session.platform.agency.people(operator, cursor=None, limit=1).value.items[0].person
        applicant = Applicant(person.region, person.name, person.document, person.phone)
        region = words.region(person.region)
        self._say("activate", name=person.name.masked(), region=region, command="yibao activate")
        steps.prepare(session, replace=False)
        trust.pin_platform(session, info)
        progress = steps.begin(session, info, applicant, Channel.APP, info.agreement_version, "demo")
        progress = steps.confirm_text_code(session, progress, face.simulated_text_code(session, progress.masked_phone))
        check = steps.begin_face(session, progress)
        sandbox = session.platform.sandbox
        assert sandbox is not None
        sandbox.decide_face(check.user_code, FaceOutcome.PASSED)
        _, progress = steps.poll_face(session, progress, check)
        return progress, _random_pin(session, progress), person.name.masked()

    def _balance(self) -> Account:
        account = queries.balances(self._session, SELF)[0].account
        self._say("balance", command="yibao balance")
        shown = shapes.account(SELF, account)
        keys = ("insutype", "personal_account_fen", "deductible_used_fen", "pool_used_fen")
        self._text(human.fields({key: shown[key] for key in keys}, reveal=False, indent="    "))
        return account

    def _show_code(self, digits: str) -> tuple[str, bool]:
        """The QR on a terminal, and what a scanner reads of it, where the extra `scan` is there to read it."""
        self._say("qr", command="yibao qr")
        console, outer = self._outer.console, self._outer
        seen = console.stdout_is_terminal and not outer.accessible
        if outer.output == "human" and seen and not outer.options.quiet:
            from wallet_cli.render.qr import frame_full, matrix

            if console.size()[1] >= 58:
                for line in frame_full(matrix(digits)):
                    console.out(line)
        self._text("    " + " ".join(digits[i : i + 4] for i in range(0, 28, 4)))
        read = _scan(digits)
        self._say("scanned" if read else "handed", command="yibao-platform terminal settle")
        return read or digits, read is not None

    def _settle(self, digits: str) -> settlement.Settlement:
        session = self._session
        till = Call(InstitutionCredential(HOSPITAL, "T1", "demo"), session.new_key(), session.timeout)
        bill = parse_bill(BILL)
        settled = session.platform.institution.settle(till, Presented(code=digits), bill, preview=False).value
        self._say("settled", place=settled.institution_name)
        keys = ("medfee_sumamt_fen", "fund_pay_sumamt_fen", "acct_pay_fen", "psn_cash_pay_fen")
        shown = shapes.settlement(settled, explain=False)
        self._text(human.fields({key: shown[key] for key in keys}, reveal=False, indent="    "))
        return settled

    def _say(self, step: str, **values: str) -> None:
        self._text(text(f"demo.{step}", **values))

    def _text(self, words: str) -> None:
        if self._outer.output == "human" and not self._outer.options.quiet:
            self._outer.console.out(words)


def _random_pin(session: Session, progress: steps.Progress) -> Pin:
    """Six random digits that the rules for PINs allow."""
    while True:
        pin = Pin(b"%06d" % (int.from_bytes(session.random.bytes(4), "big") % 1_000_000))
        try:
            check_pin(pin, progress.document)
        except PinWeak:
            continue
        return pin


def _scan(digits: str) -> str | None:
    """The digits as zxing reads them from the picture; None without the extra `scan`."""
    try:
        import zxingcpp
        from PIL import Image
    except ImportError:
        return None
    from io import BytesIO

    from wallet_cli.render import picture
    from wallet_cli.render.qr import matrix

    image = Image.open(BytesIO(picture.png(matrix(digits), sandbox=True)))
    found = zxingcpp.read_barcode(image.convert("L"))
    return found.text if found else None
