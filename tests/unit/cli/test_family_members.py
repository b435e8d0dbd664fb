"""What a guardian does for a member from the command line: told by both audits, advised about by name, and what time and
the register bring to the member's voucher."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from unit.cli.family_kit import LI, OWN_PIN, PDF, add, birth_certificate
from wallet import PIN, ZHANG, Wallet

from wallet_cli.domain.identity import check_digit


def act_for(wallet: Wallet, who: str, folder: Path) -> list[str]:
    """Everything a guardian may do about a person but to pay; the acts, as this wallet's audit has them."""
    bill, scan = folder / f"{who}.json", folder / "scan.pdf"
    bill.write_text(json.dumps({"med_type": "11", "fees": [{"name": "药", "category": "A", "amount_fen": 7_000}]}))
    scan.write_bytes(PDF)
    today = wallet.other("sandbox", "clock")["now"][:10]
    start = (date.fromisoformat(today) + timedelta(days=10)).isoformat()
    papers = [word for kind in ("receipt", "itemised-list", "medical-record") for word in ("--paper", f"{kind}={scan}")]
    place = ("--institution", "H11000000001", "--place", "110000")
    filing = ("filing", "new", who, "--to", "310000", "--category", "other", "--start", start, "--accept-notice")
    filed = wallet.ok(*filing, "--contact-phone", LI.phone)["filing_id"]
    wallet.ok("filing", "change", filed, "--member", who, "--contact-phone", ZHANG.phone)
    wallet.ok("filing", "cancel", filed, "--member", who)
    claim = ("claim", "new", who, "--bill", str(bill), "--cause", "system_fault", "--date", today, "--invoice", who)
    claimed = wallet.ok(*claim, "--via", "office", *place, *papers)["claim_id"]
    wallet.ok("claim", "withdraw", claimed, "--member", who)
    recognised = [f"diagnosis-proof={scan}", f"test-report={scan}"]
    words = [word for paper in recognised for word in ("--paper", paper)]
    wallet.ok("chronic", "new", who, "--disease", "M03900", *words)
    wallet.ok("card", "report-lost", who)
    wallet.ok("card", "reissue", who)
    wallet.ok("voucher", "refresh", who, secrets=OWN_PIN)
    return [
        *("filing.file", "filing.change", "filing.cancel", "claim.new", "claim.withdraw", "chronic.apply"),
        *("card.report_lost", "card.reissue", "voucher.refresh"),
    ]


def test_both_audits_tell_for_whom_each_act_was(active: Wallet, tmp_path: Path) -> None:
    """What is done for a member names their voucher and their guardian; what is done for oneself names neither."""
    from contract.platform_kit import operator_call
    from wallet import opened

    from wallet_cli.platform.sql import register as q

    add(active, LI, "mama", "parent")
    for who in ("mama", "self"):
        before = len(active.ok("audit", "show")["acts"])
        expected = act_for(active, who, tmp_path)
        done = active.ok("audit", "show")["acts"]
        voucher = next(one["facts"]["voucher"] for one in done if one["act"] == "family.add")
        assert [one["act"] for one in done[before:]] == expected
        wanted = {voucher} if who == "mama" else {None}
        assert {one["facts"].get("voucher") for one in done[before:]} == wanted
    with opened(active.home) as context:
        numbers = [context.platform.agency.person(operator_call(), who.name).value.person.psn_no for who in (LI, ZHANG)]
        rows: list[tuple[Any, ...]] = []
        engine = context.platform.citizen._engine  # type: ignore[attr-defined]
        engine.act(operator_call(), lambda act: rows.extend(act.rows(q.AUDITED, after=0, limit=500)))
    assert [(row[2], row[4], row[5]) for row in rows if row[5] is not None] == [
        (what, *numbers)
        for what in (
            *("family_link", "file", "change_filing", "cancel_filing", "claim", "withdraw_claim", "recognise"),
            *("report_card_lost", "reissue_card", "reissue"),
        )
    ]


def test_the_platforms_audit_names_the_guardian(active: Wallet, tmp_path: Path) -> None:
    from contract.platform_kit import operator_call
    from wallet import opened

    from wallet_cli.platform.sql import register as q

    add(active, LI, "mama", "parent")
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps({"med_type": "11", "fees": [{"name": "药", "category": "A", "amount_fen": 5_000}]}))
    for who in ("mama", "self"):
        code = active.code(who)
        active.other(
            *("terminal", "settle", "--institution", "H11000000001", "--bill", str(bill)), secrets={"--code-fd": code}
        )
    with opened(active.home) as context:
        numbers = [context.platform.agency.person(operator_call(), who.name).value.person.psn_no for who in (LI, ZHANG)]
        rows: list[tuple[Any, ...]] = []
        engine = context.platform.citizen._engine  # type: ignore[attr-defined]
        engine.act(operator_call(), lambda act: rows.extend(act.rows(q.AUDITED, after=0, limit=50)))
    assert [(row[2], row[4], row[5]) for row in rows if row[5] is not None] == [
        ("family_link", *numbers),
        ("settle", *numbers),
    ]


def test_a_members_voucher_card_and_bills_are_advised_about_by_name(active: Wallet) -> None:
    """What would mend one's own would leave the member's as it is."""
    add(active, LI, "mama", "parent")
    assert active.fails(10, "CARD_STATE", "card", "reissue", "mama")["fix"] == ["yibao card show mama"]
    assert "yibao card reissue mama" in active.run("card", "report-lost", "mama", "--yes").err
    unknown = active.fails(9, "PAYMENT_UNKNOWN", "pay", "confirm", "B0", "--member", "mama", secrets=OWN_PIN)
    assert unknown["fix"] == ["yibao pay list mama"]
    active.other("person", "change", LI.name, "--phone", "13900000002")
    assert active.run("voucher", "show", "mama").err.splitlines()[0].endswith("yibao voucher update mama")
    active.advance("366d")
    active.ok("voucher", "update", secrets=OWN_PIN)
    for line in (("qr", "mama", "--digits"), ("balance", "mama"), ("records", "mama"), ("card", "show", "mama")):
        expired = active.fails(15, "VOUCHER_EXPIRED", *line, secrets=OWN_PIN if line[0] == "qr" else None)
        assert expired["fix"] == ["yibao voucher update mama"]
    active.ok(*expired["fix"][0].split()[1:], secrets=OWN_PIN)
    active.verify(active.code("mama"))


def test_an_expired_voucher_of_a_member_leaves_ones_own_well(active: Wallet) -> None:
    """It is told with the command that renews it, and hides nothing else."""
    add(active, LI, "mama", "parent")
    for days, told in ((340, "member_ending"), (40, "member_expired")):
        active.advance(f"{days}d")
        active.ok("voucher", "update", secrets=OWN_PIN)
        (found,) = [
            one for one in json.loads(active.run("doctor", "--json").out)["data"]["checks"] if one["check"] == "voucher"
        ]
        assert (found["finding"], found["fix"]) == (told, ["yibao voucher update mama"])
    answer = active.run("status", "--json")
    assert answer.data["state"] == "active" and answer.data["next"] == ["yibao qr"]
    assert [one["member"] for one in answer.data["members"]] == ["self", "mama"]
    assert "yibao voucher update mama" in " ".join(answer.document["warnings"])
    active.ok("voucher", "update", "mama", secrets=OWN_PIN)
    assert active.run("status", "--json").document["warnings"] == []


def add_child(wallet: Wallet, born: str, folder: Path) -> None:
    """A child of this birthday in the register and in the family, as ming."""
    line = ("person", "add", "--name", "赵小明", "--phone", "13700000001", "--region", "110000", "--insutype", "390")
    number = wallet.other(*line, "--birth-date", born, "--sex", "male", "--reveal")["id_number"]
    child = ("family", "add", "ming", "--relation", "child", "--name", "赵小明", "--declaration")
    wallet.ok(*child, "--proof", birth_certificate(folder), secrets={"--id-fd": number, "--pin-fd": PIN})


def test_a_consent_is_kept_for_a_voucher_that_has_expired(active: Wallet, tmp_path: Path) -> None:
    """Born so that the grace time ends after the voucher does."""
    today = date.fromisoformat(active.other("sandbox", "clock")["now"][:10])
    birthday = today + timedelta(days=300)
    born = birthday.replace(year=birthday.year - 16, day=min(birthday.day, 28)).isoformat()
    add_child(active, born, tmp_path)
    for days in (340, 40):
        active.advance(f"{days}d")
        active.ok("voucher", "update", secrets=OWN_PIN)
    done = active.ok("family", "add", "ming", "--sandbox-auto", secrets=OWN_PIN)
    assert (done["changed"], done["state"], done["consent"]) == (True, "active", "code")
    assert active.fails(15, "VOUCHER_EXPIRED", "balance", "ming")["fix"] == ["yibao voucher update ming"]


def test_what_the_register_changed_leads_to_the_members_voucher(active: Wallet, tmp_path: Path) -> None:
    """A child's corrected birthday asks for a consent, and the voucher still has the number of before."""
    add_child(active, "2020-03-04", tmp_path)
    first17 = "99099120050304001"
    change = ("person", "change", "赵小明", "--phone", "13700000002")
    active.other(*change, secrets={"--new-id-fd": first17 + check_digit(first17)})
    ask = ("family", "add", "ming", "--request-consent")
    assert active.fails(12, "IDENTITY_MISMATCH", *ask)["fix"] == ["yibao voucher update ming"]
    file = tmp_path / "family.toml"
    entry = 'schema = "yibao.family/v1"\n[[member]]\nalias = "ming"\nrelation = "child"\nconsent = { fd = 9 }\n'
    file.write_text(entry)
    again = active.fails(12, "IDENTITY_MISMATCH", "family", "apply", str(file), "--request-consents")
    assert again["fix"] == ["yibao voucher update ming"]
    active.ok("voucher", "update", "ming", secrets=OWN_PIN)
    active.fails(18, "CONSENT_NEEDED", *ask)
    active.other("person", "change", "赵小明", "--phone", "13700000003")
    active.advance("91d")
    assert active.fails(12, "PHONE_MISMATCH", *ask)["fix"] == ["yibao family remove ming"]
    active.ok("family", "remove", "ming", secrets=OWN_PIN)
