"""The steps of the long run of documents that look after the wallet's health."""

from __future__ import annotations

from typing import Any


def doctor(drive: Any) -> None:
    """One that finds nothing at fault."""
    drive.w("doctor")
