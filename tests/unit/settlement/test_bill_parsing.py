"""What a terminal may send as a bill, and how each malformed one is refused; the published schema says the same."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import wallet_cli.render
from wallet_cli.domain.bill import Bill, Category, Cause, Fee, TreatmentType, parse_bill
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
BEYOND_SCHEMA = {
    *("fractional whole", "over limit above amount", "total too large", "a control sign", "a half character"),
    *("a total that is not the sum", "a day that the month lacks", "discharged before admitted"),
    *("a fee before the stay", "a fee after the stay"),
}
"""What JSON Schema cannot say: 2350.0 is an integer to it, it adds nothing up, knows no calendar, and compares no two
fields."""

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
    "a total that is not the sum": (("total_fen",), 112351, "/total_fen", "sum"),
    "total a string": (("total_fen",), "112350", "/total_fen", "type"),
    "total fractional": (("total_fen",), 1123.5, "/total_fen", "fractional"),
    "total negative": (("total_fen",), -112350, "/total_fen", "negative"),
    "day a number": (("fees", 0, "day"), 20260301, "/fees/0/day", "type"),
    "day compact": (("fees", 0, "day"), "20260301", "/fees/0/day", "value"),
    "day of a week": (("fees", 0, "day"), "2026-W10-1", "/fees/0/day", "value"),
    "day of no month": (("fees", 0, "day"), "2026-13-01", "/fees/0/day", "value"),
    "a day that the month lacks": (("fees", 0, "day"), "2026-02-29", "/fees/0/day", "value"),
    "emergency a number": (("emergency",), 1, "/emergency", "type"),
    "emergency null": (("emergency",), None, "/emergency", "type"),
    "disease of an outpatient bill": (("disease",), "M03900", "/disease", "value"),
    "disease a number": (("disease",), 3900, "/disease", "type"),
    "cause unknown": (("cause",), "fault", "/cause", "value"),
    "cause a boolean": (("cause",), True, "/cause", "type"),
    "admission of an outpatient bill": (("admission",), "2026-03-01", "/admission", "value"),
    "discharge of an outpatient bill": (("discharge",), "2026-03-01", "/discharge", "value"),
}
STAY: dict[str, Any] = {
    "med_type": "21",
    "admission": "2026-12-30",
    "discharge": "2027-01-02",
    "fees": [{"name": "床位费", "category": "A", "amount_fen": 5000, "day": "2026-12-31"}],
}
MALFORMED_STAYS: dict[str, tuple[tuple[str | int, ...], object, str, str]] = {
    "no admission": (("admission",), DROP, "/admission", "missing"),
    "no discharge": (("discharge",), DROP, "/discharge", "missing"),
    "admission null": (("admission",), None, "/admission", "type"),
    "discharge with a time": (("discharge",), "2027-01-02T08:00:00Z", "/discharge", "value"),
    "discharged before admitted": (("discharge",), "2026-12-29", "/discharge", "order"),
    "a fee before the stay": (("fees", 0, "day"), "2026-12-29", "/fees/0/day", "stay"),
    "a fee after the stay": (("fees", 0, "day"), "2027-01-03", "/fees/0/day", "stay"),
}
CHRONIC: dict[str, Any] = {**VALID, "med_type": "14", "disease": "M03900"}
MALFORMED_CHRONIC: dict[str, tuple[tuple[str | int, ...], object, str, str]] = {
    "disease empty": (("disease",), "", "/disease", "value"),
    "disease long": (("disease",), "M" * 21, "/disease", "value"),
    "disease with a sign": (("disease",), "M039-00", "/disease", "value"),
    "disease in words": (("disease",), "高血压", "/disease", "value"),
    "emergency of a chronic bill": (("emergency",), False, "/emergency", "value"),
}
BASES = {id(MALFORMED): VALID, id(MALFORMED_STAYS): STAY, id(MALFORMED_CHRONIC): CHRONIC}
ALL = [
    (BASES[id(cases)], what, *cases[what])
    for cases in (MALFORMED, MALFORMED_STAYS, MALFORMED_CHRONIC)
    for what in cases
]
each_malformed = pytest.mark.parametrize(
    ("base", "what", "where", "value", "path", "reason"), ALL, ids=[what for _, what, *_ in ALL]
)


def changed(where: tuple[str | int, ...], value: object, base: dict[str, Any] = VALID) -> object:
    bill: Any = copy.deepcopy(base)
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


@each_malformed
def test_malformed_bill_names_path_and_reason(
    base: dict[str, Any], what: str, where: tuple[str | int, ...], value: object, path: str, reason: str
) -> None:
    with pytest.raises(BillInvalid) as caught:
        parse_bill(changed(where, value, base))
    assert caught.value.data == {"path": path, "reason": reason}
    assert caught.value.exit == 2


@each_malformed
def test_schema_refuses_what_a_schema_can(
    base: dict[str, Any], what: str, where: tuple[str | int, ...], value: object, path: str, reason: str
) -> None:
    assert Draft202012Validator(SCHEMA).is_valid(changed(where, value, base)) == (what in BEYOND_SCHEMA)


def test_a_stay() -> None:
    bill = parse_bill(STAY)
    assert (bill.admission, bill.discharge, bill.fees[0].day) == ("2026-12-30", "2027-01-02", "2026-12-31")
    Draft202012Validator(SCHEMA).validate(STAY)
    one_day = changed(("discharge",), "2026-12-31", changed(("admission",), "2026-12-31", STAY))  # type: ignore[arg-type]
    assert parse_bill(one_day).discharge == "2026-12-31"


@pytest.mark.parametrize("med_type", ["11", "13", "21"])
def test_an_emergency(med_type: str) -> None:
    flagged = {**VALID, "med_type": med_type, "emergency": True}
    assert parse_bill(flagged).emergency
    assert not parse_bill({**flagged, "emergency": False}).emergency
    Draft202012Validator(SCHEMA).validate(flagged)


@pytest.mark.parametrize("med_type", ["12", "14", "41"])
def test_no_emergency(med_type: str) -> None:
    flagged = {**VALID, "med_type": med_type, "emergency": True}
    with pytest.raises(BillInvalid):
        parse_bill(flagged)
    assert not Draft202012Validator(SCHEMA).is_valid(flagged)


def test_a_chronic_disease() -> None:
    assert parse_bill(CHRONIC).disease == "M03900"
    Draft202012Validator(SCHEMA).validate(CHRONIC)


@pytest.mark.parametrize("cause", list(Cause))
def test_a_cause(cause: Cause) -> None:
    given = {**VALID, "cause": cause.value}
    assert parse_bill(given).cause is cause
    Draft202012Validator(SCHEMA).validate(given)


def test_a_total_that_is_the_sum() -> None:
    assert parse_bill({**VALID, "total_fen": 112350}) == parse_bill(VALID)
    Draft202012Validator(SCHEMA).validate({**VALID, "total_fen": 112350})


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
