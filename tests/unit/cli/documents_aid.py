"""The documents of mutual aid, for test_documents' run."""

from __future__ import annotations

from typing import Any

from unit.cli.running import HOSPITAL, ZHANG

MOTHER, INFANT = ("李秀英", "parent"), ("陈晨", "child")


def mutual_aid(drive: Any, pin: str) -> None:
    people = {one["name"]: one["id_number"] for one in drive.p("person", "list", "--reveal")["people"]}
    assert people["张三"] == ZHANG
    for name, relation in (MOTHER, INFANT):
        words = ("mutual-aid", "add", "--relation", relation, "--name", name)
        made = drive.w(*words, secrets={"--id-fd": people[name], "--pin-fd": pin})
    drive.w("mutual-aid", "list")
    bill = drive.folder / "aid-bill.json"
    bill.write_text(
        '{"med_type":"11","fees":[{"name":"阿莫西林胶囊","category":"A","amount_fen":9900}]}', encoding="utf-8"
    )
    place = ("--institution", HOSPITAL, "--credential", "id-card", "--bill", str(bill))
    drive.p("terminal", "settle", *place, secrets={"--credential-fd": people["陈晨"]})
    (used,) = drive.w("records", "--kind", "mutual-aid", "--totals")["records"]
    drive.w("records", "show", used["record_id"])
    drive.w("mutual-aid", "remove", made["aid_id"], secrets={"--pin-fd": pin})
