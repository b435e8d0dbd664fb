"""The status-list draft's own vectors, read, and written again to the last bit of the unpacked list."""

from __future__ import annotations

from typing import Any

import pytest
from interop.vectors import absent, load

from wallet_cli.domain import status

FILE = "status-list/vectors.json"
DOCUMENT = load(FILE)
CASES = (
    [pytest.param(vector, id=f"{vector['bits']}-bit") for vector in DOCUMENT["vectors"]]
    if DOCUMENT
    else [pytest.param({}, marks=absent(FILE))]
)


@pytest.mark.parametrize("vector", CASES)
def test_the_drafts_vectors(vector: dict[str, Any]) -> None:
    bits, size = vector["bits"], vector["size"]
    statuses = {int(index): value for index, value in vector["statuses"].items()}
    found = status.decode(vector["lst"], bits)
    assert len(found) == size
    assert {index: found.get(index) for index in statuses} == statuses
    # Not listed is 0: the whole list, written by us, is the same list.
    values = [0] * size
    for index, value in statuses.items():
        values[index] = value
    assert status.decode(status.encode(values, bits), bits) == found


@pytest.mark.parametrize("vector", CASES)
def test_a_list_cut_short_or_read_with_another_width_is_not_the_same(vector: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        status.decode(vector["lst"][:-8], vector["bits"])
    other = {1: 2, 2: 4, 4: 8, 8: 4}[vector["bits"]]
    assert len(status.decode(vector["lst"], other)) != vector["size"]
