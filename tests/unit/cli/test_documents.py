"""The documents as a contract: every one that either program prints matches its schema, and no field goes or changes.

One long run drives the commands of both programs in a home of its own; its documents are then looked at from each side.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from unit.cli import documents_claims, documents_terminal
from unit.cli.documents_aid import mutual_aid
from unit.cli.documents_doctor import doctor
from unit.cli.documents_family import family
from unit.cli.documents_filing import filings
from unit.cli.documents_places import places
from unit.cli.documents_records import records as records_of
from unit.cli.running import HOSPITAL, ZHANG, ZHANG_PHONE, Program, Ran, programs

from wallet_cli.domain.bill import parse_bill
from wallet_cli.errors import TABLE, BillInvalid

SCHEMAS = files("wallet_cli.render") / "schemas"
GOLDEN = Path(__file__).with_name("documents.golden")
INPUTS = {"bill"}
PIN, NEW_PIN = "940713", "285170"
BILL: dict[str, Any] = {
    "med_type": "11",
    "fees": [
        {"name": "阿莫西林胶囊", "category": "A", "amount_fen": 2350},
        {"name": "CT", "category": "B", "own_ratio": "0.10", "over_limit_fen": 0, "amount_fen": 330000},
        {"name": "镶牙", "category": "C", "amount_fen": 80000},
    ],
}
UNSEEN = {
    # Only while a request's answer is missing: the campaigns that kill the wallet see these.
    "status": {"unsent[].operation", "unsent[].since"},
    # Only where relatives' accounts help to pay.
    **{
        name: {f"{where}{field}" for field in ("aids", "aids[].giver", "aids[].paid_fen")}
        for name, where in {
            "record": "settlement.",
            "payment": "settlement.",
            "demo": "settlement.",
        }.items()
    },
}


def schemas() -> dict[str, dict[str, Any]]:
    return {
        entry.name.removesuffix(".v1.json"): json.loads(entry.read_text("utf-8"))
        for entry in SCHEMAS.iterdir()
        if entry.name.endswith(".v1.json")
    }


# --- the run ----------------------------------------------------------------------------------------------------------


class Drive:
    """The documents of one run, by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wallet, self.platform = programs(folder / "yibao")
        self.documents: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def w(self, *words: str, **sources: Any) -> dict[str, Any]:
        return self._keep(self.wallet(*words, **sources))

    def p(self, *words: str, **sources: Any) -> dict[str, Any]:
        return self._keep(self.platform(*words, **sources))

    def fail(self, program: Program, *words: str, **sources: Any) -> None:
        ran = program(*words, **sources)
        assert ran.status != 0 and ran.out == ""
        self.documents["error"].append(json.loads(ran.err))

    def _keep(self, ran: Ran) -> dict[str, Any]:
        document = ran.document
        self.documents[document["schema"].removeprefix("yibao.").removesuffix("/v1")].append(document)
        data: dict[str, Any] = document["data"]
        return data


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drive]:
    done = Drive(tmp_path_factory.mktemp("documents"))
    settings_and_pages(done)
    register(done)
    activation(done)
    doctor(done)
    queries(done)
    filings(done)
    places(done)
    changes(done)
    mutual_aid(done, PIN)
    documents_claims.claims(done)
    documents_terminal.visits_and_refunds(done, PIN)
    documents_terminal.payments(done, PIN)
    family(done, PIN)
    terminals(done)
    failures(done)
    done.p("sandbox", "reset", "--yes")
    yield done


def settings_and_pages(drive: Drive) -> None:
    drive.w("--version")
    drive.w("--help")
    drive.p("--help")
    drive.w("help", "sandbox")
    drive.w("schema")
    drive.w("status")
    drive.w("config", "get", "timeout")
    drive.w("config", "set", "operator", "李经办")
    drive.w("config", "list")
    drive.w("config", "path")
    drive.w("profile", "list")
    drive.w("profile", "add", "baba")
    drive.w("profile", "remove", "baba", "--yes")
    drive.w("demo")


def register(drive: Drive) -> None:
    drive.p("sandbox", "init", "--people", "2")
    drive.p("person", "list")
    drive.p("person", "list", "--reveal")
    drive.p("person", "show", "张三", "--reveal")
    born = ("--birth-date", "1980-01-02", "--sex", "female")
    new = ("--name", "周涛", "--phone", "13900000001", "--region", "110000", "--insutype", "310")
    drive.p("person", "add", *new, *born, "--dry-run")
    drive.p("person", "add", *new, *born)
    drive.p("person", "change", "周涛", "--uninsured")
    people = drive.folder / "people.csv"
    people.write_text("name,phone,region,insutype,birth_date,sex\n钱静,13900000002,440300,390,2015-05-06,female\n")
    drive.p("person", "import", str(people))
    names = ("--name-zh", "某院", "--name-en", "Some Hospital", "--level", "2", "--supports", "card")
    drive.p("institution", "add", "H11000000077", *names)
    drive.p("institution", "list")
    drive.p("counter", "offer", "张三")
    drive.p("counter", "offer", "张三", "--reveal")
    drive.p("counter", "offer", "张三", "--png", str(drive.folder / "offer.png"))
    drive.p("sandbox", "clock")
    drive.p("sandbox", "clock", "advance", "61s")


def activation(drive: Drive) -> None:
    words = ("activate", "--no-input", "--accept-agreement", "--sandbox-auto", "--region", "110000", "--name", "张三")
    drive.w(*words, "--phone", ZHANG_PHONE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN})
    drive.w(*words, "--phone", ZHANG_PHONE, secrets={"--id-fd": ZHANG, "--pin-fd": PIN})
    drive.p("outbox")
    drive.p("outbox", "--reveal")


def queries(drive: Drive) -> None:
    for words in (
        ("status",),
        ("balance",),
        ("voucher", "show"),
        ("voucher", "show", "--reveal"),
        ("card", "show"),
        ("device", "list"),
        ("audit", "show"),
        ("audit", "verify"),
        ("platform", "show"),
    ):
        drive.w(*words)
    drive.w("qr", secrets={"--pin-fd": PIN})
    drive.w("qr", "--png", str(drive.folder / "code.png"), secrets={"--pin-fd": PIN})


def changes(drive: Drive) -> None:
    drive.w("pin", "change", secrets={"--pin-fd": PIN, "--new-pin-fd": NEW_PIN})
    code = drive.p("counter", "reset-pin", "张三", "--reveal")["code"]
    drive.w("pin", "reset", secrets={"--code-fd": code, "--new-pin-fd": PIN})
    drive.w("voucher", "update")
    drive.w("voucher", "refresh", secrets={"--pin-fd": PIN})
    drive.w("voucher", "freeze")
    drive.w("voucher", "unfreeze", secrets={"--pin-fd": PIN})
    drive.w("card", "report-lost")
    drive.w("card", "reissue")
    (device,) = [one for one in drive.w("device", "list")["devices"] if one["this"]]
    drive.w("device", "revoke", device["device_id"], "--dry-run", secrets={"--pin-fd": PIN})


def terminals(drive: Drive) -> None:
    bill = drive.folder / "bill.json"
    bill.write_text(json.dumps(BILL), encoding="utf-8")
    at = ("--institution", HOSPITAL)
    for case in ("valid", "expired", "used", "altered", "frozen", "foreign"):
        code = drive.p("sandbox", "code", "张三", "--case", case)["code"]
        if case == "valid":
            drive.p("terminal", "verify", *at, "--code", "-", stdin=code)
        else:
            drive.fail(drive.platform, "terminal", "verify", *at, "--code", "-", stdin=code)
    own = drive.w("qr", secrets={"--pin-fd": PIN})["code"]
    drive.p("terminal", "settle", *at, "--bill", str(bill), "--preview", secrets={"--code-fd": own})
    done = drive.p("terminal", "settle", *at, "--bill", str(bill), "--explain", secrets={"--code-fd": own})
    drive.p("terminal", "query", *at, done["setl_id"])
    records = drive.w("records")["records"]
    for kind in ("settlement", "contribution"):
        record_id = next(one["record_id"] for one in records if one["kind"] == kind)
        drive.w("records", "show", record_id, "--explain")
    records_of(drive)
    resident = drive.p("person", "show", "陈晨", "--reveal")["id_number"]
    words = ("--bill", str(bill), "--credential", "id-card", "--preview")
    drive.p("terminal", "settle", *at, *words, secrets={"--credential-fd": resident})
    device = drive.w("device", "list")["devices"][0]["device_id"]
    drive.w("device", "revoke", device, secrets={"--pin-fd": PIN})


def failures(drive: Drive) -> None:
    wallet, platform = drive.wallet, drive.platform
    drive.fail(wallet, "balance")
    drive.fail(wallet, "qr", secrets={"--pin-fd": "000000"})
    drive.fail(wallet, "qr")
    drive.fail(wallet, "nonsense")
    drive.fail(wallet, "status", "--lang", "xx")
    drive.fail(wallet, "config", "set", "output", "xml")
    drive.fail(wallet, "balance", "--profile", "none")
    drive.fail(platform, "person", "show", "无名氏")
    drive.fail(platform, "person", "add")
    drive.fail(platform, "terminal", "query", "--institution", HOSPITAL, "S1")


# --- what is looked at ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_is_one(name: str) -> None:
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"yibao.{name}/v1"
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(set(schemas()) - INPUTS))
def test_documents_match_their_schema(drive: Drive, name: str) -> None:
    assert drive.documents[name], "the run printed no such document"
    validator = Draft202012Validator(schemas()[name])
    for document in drive.documents[name]:
        assert [error.message for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("name", sorted(set(schemas()) - INPUTS))
def test_every_field_of_a_schema_is_printed_by_somebody(drive: Drive, name: str) -> None:
    """A schema that allows what no command prints would let a mistake through."""
    printed = {path for document in drive.documents[name] for path in fields_of(body(document))}
    told = {line.split()[0].rstrip("?") for line in fields(body_schema(schemas()[name]))}
    assert told - printed == UNSEEN.get(name, set())


def test_every_document_has_a_schema(drive: Drive) -> None:
    assert set(drive.documents) == set(schemas()) - INPUTS


def test_fields_are_those_of_the_golden_file() -> None:
    """The contract changes only by addition: a line that goes or changes here breaks scripts; a new one is added to the
    file (`python -m unit.cli.test_documents` in tests/ prints it)."""
    assert golden() == GOLDEN.read_text(encoding="utf-8")


def test_error_schema_knows_every_exit_status() -> None:
    known = set(schemas()["error"]["properties"]["error"]["properties"]["exit"]["enum"])
    assert {kind.exit for kind in TABLE.values()} <= known


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_command_prints_the_schema_itself(drive: Drive, name: str) -> None:
    ran = drive.wallet("schema", f"yibao.{name}/v1")
    assert ran.status == 0
    assert json.loads(ran.out) == schemas()[name]


FEE = {"name": "x", "category": "A", "amount_fen": 1}


@pytest.mark.parametrize(
    "bill",
    [
        BILL,
        {},
        {**BILL, "extra": 1},
        {**BILL, "med_type": "99"},
        {**BILL, "fees": []},
        *(
            {"med_type": "11", "fees": [{**FEE, **change}]}
            for change in (
                {},
                {"amount_fen": -1},
                {"amount_fen": 1.5},
                {"amount_fen": 10**12},
                {"amount_fen": "1"},
                {"name": ""},
                {"name": "x" * 201},
                {"category": "D"},
                {"category": "B"},
                {"category": "B", "own_ratio": "0.1"},
                {"category": "B", "own_ratio": "0.12345"},
                {"category": "B", "own_ratio": "1.0"},
                {"category": "B", "own_ratio": "1.1"},
                {"category": "B", "own_ratio": ".1"},
                {"own_ratio": "0.1"},
                {"category": "C", "over_limit_fen": 0},
                {"category": "C", "over_limit_fen": 1},
                {"name": " "},
                {"extra": 1},
            )
        ),
    ],
)
def test_bill_schema_says_what_the_reader_does(bill: dict[str, Any]) -> None:
    try:
        parse_bill(bill)
        read = True
    except BillInvalid:
        read = False
    assert Draft202012Validator(schemas()["bill"]).is_valid(bill) == read


# --- fields -----------------------------------------------------------------------------------------------------------


def body(document: dict[str, Any]) -> Any:
    return document["data"] if document["ok"] else document["error"]


def body_schema(schema: dict[str, Any]) -> dict[str, Any]:
    properties = schema["properties"]
    found: dict[str, Any] = properties.get("data") or properties.get("error") or schema
    return found


def fields_of(value: Any, path: str = "") -> Iterator[str]:
    """The paths of a document's fields, list indices left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            here = f"{path}.{key}" if path else key
            yield here
            yield from fields_of(inner, here)
    elif isinstance(value, list):
        for inner in value:
            yield from fields_of(inner, f"{path}[]")


def fields(schema: dict[str, Any], path: str = "", defs: dict[str, Any] | None = None) -> Iterator[str]:
    """One line a field: path (`?` where it may be missing) and what it may hold; of alternatives, each one's."""
    defs = schema.get("$defs", {}) if defs is None else defs
    for one in schema.get("oneOf", ()):
        yield from fields(resolved(one, defs), path, defs)
    for key, given in schema.get("properties", {}).items():
        inner = resolved(given, defs)
        here = f"{path}.{key}" if path else key
        optional = "" if key in schema.get("required", ()) else "?"
        yield f"{here}{optional} {kind(inner)}"
        yield from fields(inner, here, defs)
        if "items" in inner:
            yield from fields(resolved(inner["items"], defs), here + "[]", defs)


def resolved(schema: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """The schema behind a `$ref` into the same file."""
    found: dict[str, Any] = defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    return found


def kind(schema: dict[str, Any]) -> str:
    """A field's type, or its values."""
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return "|".join(json.dumps(value) for value in schema["enum"])
    of = schema["type"]
    return of if isinstance(of, str) else "|".join(of)


def golden() -> str:
    """Every document's fields as lines."""
    lines = [f"{name} {line}" for name, schema in sorted(schemas().items()) for line in fields(body_schema(schema))]
    return "\n".join(dict.fromkeys(lines)) + "\n"


if __name__ == "__main__":
    print(golden(), end="")
