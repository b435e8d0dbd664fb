"""Codes: every single wrong digit and every swap of neighbours is caught by the check digit; good in three steps only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from property.campaign import campaign

from wallet_cli.domain import code
from wallet_cli.domain.secret import Secret
from wallet_cli.errors import CodeMalformed

DIGITS = "0123456789"
secrets = st.binary(min_size=32, max_size=32)
platforms = st.text(DIGITS, min_size=3, max_size=3)
handles = st.text(DIGITS, min_size=11, max_size=11)
steps = st.integers(1000, 2**40)
rolls = st.integers(0, 9)


@campaign(2000)
@given(secrets, platforms, handles, steps, rolls)
def test_parse_gives_back_what_encode_took(secret: bytes, platform: str, handle: str, step: int, roll: int) -> None:
    digits = code.encode(Secret(secret), platform, handle, step, roll)
    parsed = code.parse(digits)
    assert (parsed.platform, parsed.handle, parsed.roll) == (platform, handle, roll)
    assert digits == f"1{platform}{handle}{roll}{parsed.mac}{code.check_digit(digits[:-1])}"
    assert code.find_step(Secret(secret), parsed, step * code.STEP_S) == step


@campaign(300)
@given(secrets, platforms, handles, steps, rolls)
def test_any_one_digit_altered_is_malformed(secret: bytes, platform: str, handle: str, step: int, roll: int) -> None:
    digits = code.encode(Secret(secret), platform, handle, step, roll)
    for place, digit in enumerate(digits):
        for other in DIGITS.replace(digit, ""):
            with pytest.raises(CodeMalformed):
                code.parse(digits[:place] + other + digits[place + 1 :])


@campaign(1000)
@given(secrets, platforms, handles, steps, rolls)
def test_two_neighbours_swapped_are_malformed(secret: bytes, platform: str, handle: str, step: int, roll: int) -> None:
    digits = code.encode(Secret(secret), platform, handle, step, roll)
    for place in range(27):
        left, right = digits[place : place + 2]
        if left != right:
            with pytest.raises(CodeMalformed):
                code.parse(digits[:place] + right + left + digits[place + 2 :])


@campaign(2000)
@given(st.text(DIGITS, min_size=0, max_size=30))
def test_damm_alone_tells_every_single_error(digits: str) -> None:
    """Of the check digit itself, without the layout's help."""
    whole = digits + code.check_digit(digits)
    assert code.check_digit(whole) == "0"
    for place, digit in enumerate(whole):
        for other in DIGITS.replace(digit, ""):
            assert code.check_digit(whole[:place] + other + whole[place + 1 :]) != "0"


@campaign(3000)
@given(secrets, steps, rolls, st.integers(-45, 45), st.integers(0, 29))
def test_a_step_is_found_from_one_before_to_one_after_only(
    secret: bytes, step: int, roll: int, away: int, second: int
) -> None:
    parsed = code.parse(code.encode(Secret(secret), "990", "00112345678", step, roll))
    now = (step + away) * code.STEP_S + second
    found = code.find_step(Secret(secret), parsed, now)
    assert found == (step if away in {-1, 0, 1} else None)
    assert code.was_good(Secret(secret), parsed, now) == (2 <= away <= 40)
    if found is not None and away >= 0:
        assert now < code.expires_at(step)


@campaign(3000)
@given(st.text(max_size=40))
def test_any_text_is_a_code_or_malformed(text: str) -> None:
    try:
        parsed = code.parse(text)
    except CodeMalformed:
        return
    assert f"1{parsed.platform}{parsed.handle}{parsed.roll}{parsed.mac}" == text[:27]
