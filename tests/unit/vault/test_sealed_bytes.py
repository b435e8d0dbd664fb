"""Sealing: places, damage, and the vectors of Project Wycheproof."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_cli.domain.secret import Secret
from wallet_cli.storage.sealing import NONCE, SealBroken, Sealer, derive, hkdf

_TOP = Path(__file__).parents[3]
_KEY = Secret(bytes(range(32)))


def _vectors(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    folder = Path(os.environ.get("YIBAO_VECTORS", _TOP.parent / "shared" / "vectors"))
    path = folder / "wycheproof" / name
    if not path.exists():
        pytest.skip(f"needs the test vectors {path}")
    for group in json.loads(path.read_text())["testGroups"]:
        for test in group["tests"]:
            yield group, test


@settings(deadline=None, derandomize=True)
@given(data=st.binary(max_size=300), place=st.binary(max_size=40))
def test_a_box_opens_in_its_place_alone(data: bytes, place: bytes) -> None:
    sealer = Sealer(_KEY, os.urandom)
    box = sealer.seal(data, place)
    assert sealer.unseal(box, place) == data
    assert len(box) == len(data) + 28
    with pytest.raises(SealBroken):
        sealer.unseal(box, place + b"x")
    with pytest.raises(SealBroken):
        Sealer(derive(_KEY, "other"), os.urandom).unseal(box, place)


@settings(deadline=None, derandomize=True)
@given(st.binary(min_size=0, max_size=60), st.data())
def test_no_bit_of_a_box_can_be_changed(data: bytes, draw: st.DataObject) -> None:
    sealer = Sealer(_KEY, os.urandom)
    box = bytearray(sealer.seal(data, b"place"))
    spot = draw.draw(st.integers(0, len(box) * 8 - 1))
    box[spot // 8] ^= 1 << spot % 8
    with pytest.raises(SealBroken):
        sealer.unseal(bytes(box), b"place")
    with pytest.raises(SealBroken):
        sealer.unseal(bytes(box[: spot // 8]), b"place")


def test_each_label_has_its_own_key() -> None:
    keys = {derive(_KEY, label).reveal() for label in ("store", "mac", "pepper", "audit")}
    assert len(keys) == 4
    assert all(len(key) == 32 for key in keys)


def test_wycheproof_aes_gcm_siv() -> None:
    tried = 0
    for group, test in _vectors("aes_gcm_siv_test.json"):
        if group["keySize"] != 256 or group["ivSize"] != NONCE * 8:
            continue
        key, nonce, place, data, box = (bytes.fromhex(test[name]) for name in ("key", "iv", "aad", "msg", "ct"))
        box = nonce + box + bytes.fromhex(test["tag"])
        sealer = Sealer(Secret(key), lambda _, nonce=nonce: nonce)
        tried += 1
        if test["result"] == "valid":
            assert sealer.seal(data, place) == box, test["tcId"]
            assert sealer.unseal(box, place) == data, test["tcId"]
        else:
            with pytest.raises(SealBroken):
                sealer.unseal(box, place)
    assert tried > 50


def test_wycheproof_hkdf() -> None:
    tried = 0
    for _, test in _vectors("hkdf_sha256_test.json"):
        ikm, salt, info = (bytes.fromhex(test[name]) for name in ("ikm", "salt", "info"))
        tried += 1
        if test["result"] == "valid":
            assert hkdf(ikm, salt, info, test["size"]).hex() == test["okm"], test["tcId"]
        else:
            with pytest.raises(ValueError):
                hkdf(ikm, salt, info, test["size"])
    assert tried > 50
