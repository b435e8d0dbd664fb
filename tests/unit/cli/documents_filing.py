"""What the run of `test_documents` does with filings and at the desk that reviews them."""

from __future__ import annotations

from typing import Any


def filings(drive: Any) -> None:
    """Every document of filings; the wallet is 张三's."""
    letter = drive.folder / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4 letter")
    words = ("filing", "new", "--no-input", "--accept-notice", "--start", today(drive))
    drive.w("filing", "list")
    drive.w(*words, "--to", "上海", "--category", "referral", "--paper", f"referral-letter={letter}", "--dry-run")
    one = drive.w(*words, "--to", "上海", "--category", "referral", "--paper", f"referral-letter={letter}")
    two = drive.w(*words, "--to", "440100", "--category", "worker", "--paper", f"contract={letter}")
    drive.w("filing", "list")
    drive.w("filing", "show", one["filing_id"], "--reveal")
    drive.p("counter", "review")
    drive.p("counter", "review", two["filing_id"], "--reveal")
    drive.p("counter", "review", two["filing_id"], "--refuse", "不符")
    drive.p("counter", "review", "--all")
    drive.w("filing", "change", one["filing_id"], "--contact-phone", "13911111111")
    drive.w("filing", "cancel", one["filing_id"])
    drive.w("filing", "places", "guangzhou")
    drive.w("filing", "places")
    drive.fail(drive.wallet, "filing", "show", "F1")
    drive.fail(drive.wallet, *words, "--to", "北京", "--category", "other")


def today(drive: Any) -> str:
    """The sandbox's civil day in China."""
    from wallet_cli.domain.time import Instant
    from wallet_cli.platform.clock import SandboxClock
    from wallet_cli.storage import paths

    return Instant(SandboxClock(paths.home(str(drive.wallet.home)).platform).now()).day()
