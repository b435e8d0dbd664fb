"""The family's documents for the run of test_documents: every field of their schemas is printed by some step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain.identity import check_digit

if TYPE_CHECKING:
    from unit.cli.test_documents import Drive

MAMA = "99000119551103002" + check_digit("99000119551103002")
FILE = """schema = "yibao.family/v1"
[[member]]
alias = "mama"
relation = "parent"
name = "李秀英"
"""


def family(drive: Drive, pin: str) -> None:
    """Links and ends them, both ways."""
    where = ("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", "110000", "--name", "李秀英")
    drive.w("profile", "add", "mama")
    drive.w("--profile", "mama", *where, "--phone", "13800000002", secrets={"--id-fd": MAMA, "--pin-fd": pin})
    file = drive.folder / "family.toml"
    file.write_text(FILE, encoding="utf-8")
    for _ in range(2):
        drive.w("--profile", "mama", "family", "consent", secrets={"--pin-fd": pin})
        made = drive.w(
            *("--profile", "mama", "family", "consent", "--guardian", "张三", "--reveal"), secrets={"--pin-fd": pin}
        )
        words = ("family", "add", "mama", "--relation", "parent", "--name", "李秀英", "--phone", "13800000002")
        drive.w(*words, secrets={"--id-fd": MAMA, "--consent-fd": made["code"], "--pin-fd": pin})
        drive.w("family", "list")
        (link,) = drive.w("--profile", "mama", "family", "list")["guardians"]
        drive.w("family", "apply", str(file))
        drive.w("family", "diff", str(file))
        drive.w("family", "export")
        if not (drive.folder / "export.toml").exists():
            drive.w("family", "export", str(drive.folder / "export.toml"))
            drive.w("family", "remove", "mama", secrets={"--pin-fd": pin})
        else:
            words = ("--profile", "mama", "family", "remove", "--guardian", link["link_id"])
            drive.w(*words, secrets={"--pin-fd": pin})
            drive.w("family", "list")
