"""A full disk under whole commands: exit 21, nothing lost, and all is well once there is room."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from small_disk import small_disk
from wallet import NEW_PIN, PIN, ZHANG, Wallet

GOOD = {"--id-fd": ZHANG.id_number, "--pin-fd": PIN}


def fill(place: Path) -> Path:
    """Takes every last block."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"\0" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC
                return filler


def test_a_full_disk_loses_nothing(tmp_path: Path, activated: Path) -> None:
    with small_disk(tmp_path) as place:
        shutil.copytree(activated, place / "home")
        wallet = Wallet(place / "home")
        filler = fill(place)
        for words, secrets in (
            (("pin", "change"), {"--pin-fd": PIN, "--new-pin-fd": NEW_PIN}),
            (("voucher", "freeze"), {}),
            (("card", "report-lost"), {}),
            (("config", "set", "timeout", "5"), {}),
            (("qr",), {"--pin-fd": PIN}),
        ):
            error = wallet.fails(21, "DISK_FULL", *words, secrets=secrets)
            assert error["retryable"] is True and error["advice"]
        filler.unlink()
        assert wallet.ok("status")["state"] == "active"
        assert wallet.ok("voucher", "show")["state"] == "valid"
        assert wallet.ok("card", "show")["state"] == "active"
        assert wallet.verify(wallet.code())


def test_an_activation_on_a_full_disk_goes_on_later(tmp_path: Path) -> None:
    with small_disk(tmp_path) as place:
        wallet = Wallet(place / "home")
        wallet.home.mkdir(mode=0o700)
        filler = fill(place)
        wallet.fails(21, "DISK_FULL", *wallet.activation(), secrets=GOOD)
        filler.unlink()
        assert wallet.activate()["changed"] is True
        assert wallet.verify(wallet.code())
