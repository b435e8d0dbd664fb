"""What a terminal may send as a bill, and how each malformed one is refused; the published schema says the same."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import wallet_cli.render
from wallet_cli.domain.bill import Bill, Category, Fee, TreatmentType, parse_bill
from wallet_cli.domain.money import MAX_FEN
from wallet_cli.errors import BillInvalid

SCHEMA = json.loads((Path(wallet_cli.render.__file__).parent / "schemas" / "bill.v1.json").read_text("utf-8"))
VALID: dict[str, Any] = {
    "med_type": "11",
    "fees": [
        {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 2350},
        {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": 30000},
        {"name": "镶牙", "category": "C", "amount_fen": 80000},
    ],
}
DROP = object()
BEYOND_SCHEMA = {"fractional whole", "over limit above amount", "total too large", "a control sign", "a half character"}
"""What JSON Schema cannot say: 2350.0 is an integer to it, it adds nothing up, and compares no two fields."""

MALFORMED: dict[str, tuple[tuple[str | int, ...], object, str, str]] = {
    # what it is: (where to change VALID, to what, path, reason)
    "not an object": ((), ["11"], "", "type"),
    "null": ((), None, "", "type"),
    "unknown field": (("sum_fen",), 112350, "/sum_fen", "unknown_field"),
    "unknown field, pointer escaped": (("a/b~c",), 1, "/a~1b~0c", "unknown_field"),
    "unknown field, unprintable": (("\x1b[2J",), 1, "/?[2J", "unknown_field"),
    "unknown field, long": (("x" * 500,), 1, "/" + "x" * 64, "unknown_field"),
    "no med_type": (("med_type",), DROP, "/med_type", "missing"),
    "med_type a number": (("med_type",), 11, "/med_type", "type"),
    "med_type unknown": (("med_type",), "99", "/med_type", "value"),
    "no fees": (("fees",), DROP, "/fees", "missing"),
    "fees an object": (("fees",), {}, "/fees", "type"),
    "fees empty": (("fees",), [], "/fees", "empty"),
    "fees too many": (("fees",), [VALID["fees"][0]] * 1001, "/fees", "too_many"),
    "fee not an object": (("fees", 1), "CT", "/fees/1", "type"),
    "fee unknown field": (("fees", 0, "amount"), 1, "/fees/0/amount", "unknown_field"),
    "fee no name": (("fees", 0, "name"), DROP, "/fees/0/name", "missing"),
    "name empty": (("fees", 0, "name"), "", "/fees/0/name", "empty"),
    "name blank": (("fees", 0, "name"), " \t", "/fees/0/name", "empty"),
    "name too long": (("fees", 0, "name"), "药" * 201, "/fees/0/name", "too_large"),
    "name a number": (("fees", 0, "name"), 7, "/fees/0/name", "type"),
    "a control sign": (("fees", 0, "name"), "CT\x1b[31m", "/fees/0/name", "value"),
    "a half character": (("fees", 0, "name"), "CT\ud83d", "/fees/0/name", "value"),
    "no category": (("fees", 2, "category"), DROP, "/fees/2/category", "missing"),
    "category unknown": (("fees", 2, "category"), "D", "/fees/2/category", "value"),
    "category lower case": (("fees", 0, "category"), "a", "/fees/0/category", "value"),
    "category null": (("fees", 0, "category"), None, "/fees/0/category", "type"),
    "no amount": (("fees", 0, "amount_fen"), DROP, "/fees/0/amount_fen", "missing"),
    "amount negative": (("fees", 0, "amount_fen"), -1, "/fees/0/amount_fen", "negative"),
    "fractional": (("fees", 0, "amount_fen"), 23.5, "/fees/0/amount_fen", "fractional"),
    "fractional whole": (("fees", 0, "amount_fen"), 2350.0, "/fees/0/amount_fen", "fractional"),
    "amount a boolean": (("fees", 0, "amount_fen"), True, "/fees/0/amount_fen", "type"),
    "amount a string": (("fees", 0, "amount_fen"), "2350", "/fees/0/amount_fen", "type"),
    "amount null": (("fees", 0, "amount_fen"), None, "/fees/0/amount_fen", "type"),
    "amount too large": (("fees", 0, "amount_fen"), MAX_FEN + 1, "/fees/0/amount_fen", "too_large"),
    "amount beyond a machine word": (("fees", 0, "amount_fen"), 10**40, "/fees/0/amount_fen", "too_large"),
    "total too large": (("fees", 0, "amount_fen"), MAX_FEN, "/fees", "too_large"),
    "own ratio on A": (("fees", 0, "own_ratio"), "0.10", "/fees/0/own_ratio", "unknown_field"),
    "own ratio on C": (("fees", 2, "own_ratio"), "0.10", "/fees/2/own_ratio", "unknown_field"),
    "no own ratio on B": (("fees", 1, "own_ratio"), DROP, "/fees/1/own_ratio", "missing"),
    "own ratio a float": (("fees", 1, "own_ratio"), 0.1, "/fees/1/own_ratio", "type"),
    "own ratio negative": (("fees", 1, "own_ratio"), "-0.1", "/fees/1/own_ratio", "negative"),
    "own ratio above 1": (("fees", 1, "own_ratio"), "1.0001", "/fees/1/own_ratio", "too_large"),
    "own ratio of five decimals": (("fees", 1, "own_ratio"), "0.10000", "/fees/1/own_ratio", "value"),
    "own ratio without decimals": (("fees", 1, "own_ratio"), "0.", "/fees/1/own_ratio", "value"),
    "own ratio without whole": (("fees", 1, "own_ratio"), ".1", "/fees/1/own_ratio", "value"),
    "own ratio in percent": (("fees", 1, "own_ratio"), "10%", "/fees/1/own_ratio", "value"),
    "own ratio in other digits": (("fees", 1, "own_ratio"), "0.１", "/fees/1/own_ratio", "value"),
    "own ratio empty": (("fees", 1, "own_ratio"), "", "/fees/1/own_ratio", "value"),
    "own ratio with a line's end": (("fees", 1, "own_ratio"), "0.1\n", "/fees/1/own_ratio", "value"),
    "own ratio as a power": (("fees", 1, "own_ratio"), "1e-1", "/fees/1/own_ratio", "value"),
    "over limit negative": (("fees", 1, "over_limit_fen"), -5, "/fees/1/over_limit_fen", "negative"),
    "over limit above amount": (("fees", 1, "over_limit_fen"), 30001, "/fees/1/over_limit_fen", "too_large"),
    "over limit a boolean": (("fees", 1, "over_limit_fen"), False, "/fees/1/over_limit_fen", "type"),
    "over limit fractional": (("fees", 0, "over_limit_fen"), 0.5, "/fees/0/over_limit_fen", "fractional"),
    "over limit on C": (("fees", 2, "over_limit_fen"), 1, "/fees/2/over_limit_fen", "value"),
}


def changed(where: tuple[str | int, ...], value: object) -> object:
    bill: Any = copy.deepcopy(VALID)
    if not where:
        return value
    target = bill
    for key in where[:-1]:
        target = target[key]
    if value is DROP:
        del target[where[-1]]
    else:
        target[where[-1]] = value
    return bill


def test_the_bill_of_the_manual() -> None:
    assert parse_bill(VALID) == Bill(
        TreatmentType.OUTPATIENT,
        (
            Fee("阿莫西林胶囊", Category.A, 2350),
            Fee("CT", Category.B, 30000, 1000, 0),
            Fee("镶牙", Category.C, 80000),
        ),
    )
    Draft202012Validator(SCHEMA).validate(VALID)


@pytest.mark.parametrize("what", MALFORMED)
def test_malformed_bill_names_path_and_reason(what: str) -> None:
    where, value, path, reason = MALFORMED[what]
    with pytest.raises(BillInvalid) as caught:
        parse_bill(changed(where, value))
    assert caught.value.data == {"path": path, "reason": reason}
    assert caught.value.exit == 2


@pytest.mark.parametrize("what", MALFORMED)
def test_schema_refuses_what_a_schema_can(what: str) -> None:
    where, value, _, _ = MALFORMED[what]
    assert Draft202012Validator(SCHEMA).is_valid(changed(where, value)) == (what in BEYOND_SCHEMA)


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]["med_type"]["enum"]) == {t.value for t in TreatmentType}


@pytest.mark.parametrize(
    ("text", "permyriad"),
    [("0", 0), ("1", 10000), ("0.1", 1000), ("0.10", 1000), ("0.0001", 1), ("0.9999", 9999), ("1.0000", 10000)],
)
def test_own_ratio(text: str, permyriad: int) -> None:
    bill = parse_bill(changed(("fees", 1, "own_ratio"), text))
    assert bill.fees[1].own_ratio_permyriad == permyriad


@pytest.mark.parametrize("name", ["药" * 200, "x", "血常规\u3000五分类", "葡萄糖 5%"])
def test_names_that_are_names(name: str) -> None:
    assert parse_bill(changed(("fees", 0, "name"), name)).fees[0].name == name


def test_bounds_are_allowed() -> None:
    fee = {"name": "a", "category": "A", "amount_fen": 0}
    assert len(parse_bill({"med_type": "41", "fees": [fee] * 1000}).fees) == 1000
    full = {"name": "a", "category": "A", "amount_fen": MAX_FEN, "over_limit_fen": MAX_FEN}
    assert parse_bill({"med_type": "41", "fees": [full]}).fees[0].over_limit_fen == MAX_FEN
    zero_c = {"name": "c", "category": "C", "amount_fen": 5, "over_limit_fen": 0}
    assert parse_bill({"med_type": "41", "fees": [zero_c]}).fees == (Fee("c", Category.C, 5),)
