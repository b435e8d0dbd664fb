"""The part of the documents' run that looks up places and institutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unit.cli.test_documents import Drive


def places(drive: Drive) -> None:
    """An activated wallet looks around."""
    drive.w("institution", "search")
    drive.w("institution", "search", "beijing", "--region", "北京", "--supports", "voucher", "--level", "3")
    for code in ("H11000000001", "H51010000002", "P11000000001"):
        drive.w("institution", "show", code)
    drive.w("filing", "places", "郑州")
    drive.w("filing", "places")
    drive.fail(drive.wallet, "institution", "search", "--region", "taizhou")
    drive.fail(drive.wallet, "institution", "show", "H1")
