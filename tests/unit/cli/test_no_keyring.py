"""Where there is no keyring: nothing fails for want of knowing what to do next."""

from __future__ import annotations

from pathlib import Path

from unit.cli.running import programs


def test_status_warns_and_names_the_other_vaults(tmp_path: Path) -> None:
    wallet, _ = programs(tmp_path / "home")
    shown = wallet("status", "--vault", "keyring").document
    assert shown["data"]["next"] == [
        "yibao demo",
        "yibao activate --vault passphrase",
        "yibao activate --vault sandbox",
    ]
    assert len(shown["warnings"]) == 1


def test_the_other_side_names_its_own_command(tmp_path: Path) -> None:
    _, platform = programs(tmp_path / "home")
    refused = platform("person", "list", "--vault", "keyring").error
    assert (refused["code"], refused["exit"]) == ("KEYRING_ABSENT", 16)
    assert refused["fix"] == [f"yibao-platform person list --vault {kind}" for kind in ("passphrase", "sandbox")]
