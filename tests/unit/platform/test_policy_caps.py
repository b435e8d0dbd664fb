"""A balance's look-up of the cap says what the whole policy says, for every place, and leaves the rest to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from wallet_cli.errors import PolicyInvalid, RegionInvalid
from wallet_cli.platform import policies

SHIPPED = sorted(path.stem for path in Path(policies.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("region", SHIPPED)
def test_the_cap_looked_up_is_the_policys(region: str) -> None:
    found = policies.place(region).policies
    assert found
    for insutype, policy in found.items():
        assert policies.cap_fen(region, insutype) == policy.cap_fen


def test_a_county_has_its_provinces_cap() -> None:
    assert policies.cap_fen("320506", "310") == policies.place("320000").policy("310").cap_fen


def test_a_cap_written_in_another_way_is_still_found(tmp_path: Path) -> None:
    text = (Path(policies.__file__).parent / "110000.toml").read_text()
    assert "cap_fen = 60000000" in text
    (tmp_path / "110000.toml").write_text(text.replace("cap_fen = 60000000", "cap_fen= 60_000_001 # an example"))
    assert policies.cap_fen("110000", "310", tmp_path) == 60000001


def test_what_is_not_there_is_the_policys_error() -> None:
    with pytest.raises(PolicyInvalid) as missing:
        policies.cap_fen("110000", "999")
    assert missing.value.data["reason"] == "missing"
    with pytest.raises(RegionInvalid):
        policies.cap_fen("990000", "310")
