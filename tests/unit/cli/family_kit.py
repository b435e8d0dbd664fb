"""What the tests of the family account share: its people, a proof, and adding a member."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wallet import CITIZENS, PIN, Citizen, Wallet

LI, WANG, CHEN = CITIZENS["李秀英"], CITIZENS["王建国"], CITIZENS["陈晨"]
ZHOU, WU, SHEN, SUN = CITIZENS["周海涛"], CITIZENS["吴敏"], CITIZENS["沈宏"], CITIZENS["孙伟"]
PDF = b"%PDF-1.4 made up"
OWN_PIN = {"--pin-fd": PIN}


def birth_certificate(folder: Path) -> str:
    """The value of `--proof`."""
    file = folder / "birth.pdf"
    file.write_bytes(PDF)
    return f"birth-certificate={file}"


def words(who: Citizen, alias: str, relation: str, *more: str) -> tuple[str, ...]:
    return ("family", "add", alias, "--relation", relation, "--name", who.name, "--phone", who.phone, *more)


def add(
    wallet: Wallet, who: Citizen, alias: str, relation: str = "other", *more: str, **secrets: str
) -> dict[str, Any]:
    """A member who consents by the sandbox's text."""
    given = {"--id-fd": who.id_number, "--pin-fd": PIN} | secrets
    return wallet.ok(*words(who, alias, relation, "--sandbox-auto", *more), secrets=given)
