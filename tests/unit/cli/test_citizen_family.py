"""The family account from the command line: links, consents, what the code does, how a link ends; every refusal."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from unit.cli.family_kit import CHEN, LI, OWN_PIN, PDF, SHEN, SUN, WANG, WU, ZHOU, add, birth_certificate, words
from wallet import CITIZENS, NEW_PIN, PIN, ZHANG, Citizen, Wallet

from wallet_cli.domain.identity import check_digit
from wallet_cli.platform.clock import SandboxClock

OTHERS = (LI, WANG, ZHOU, WU, SHEN)


@pytest.fixture
def proof(tmp_path: Path) -> str:
    """A birth certificate."""
    return birth_certificate(tmp_path)


def refused(
    wallet: Wallet, status: int, code: str, who: Citizen, *more: str, relation: str = "other", **secrets: str
) -> dict[str, Any]:
    given = {"--id-fd": who.id_number, "--pin-fd": PIN} | {f"--{name}-fd": text for name, text in secrets.items()}
    return wallet.fails(status, code, *words(who, "x", relation, *more), secrets=given)


def member(wallet: Wallet, who: Citizen = LI, profile: str = "mama") -> tuple[str, str]:
    """A wallet of the member's own, in a profile beside; the options that choose it."""
    wallet.ok("profile", "add", profile)
    wallet.activate(who, "--profile", profile)
    return ("--profile", profile)


def consent(wallet: Wallet, profile: tuple[str, str], *more: str) -> str:
    return str(wallet.ok(*profile, "family", "consent", "--reveal", *more, secrets=OWN_PIN)["code"])


def listed(wallet: Wallet, *profile: str) -> dict[str, Any]:
    return wallet.ok(*profile, "family", "list")


# --- links ------------------------------------------------------------------------------------------------------------


def test_a_daughter_shows_her_mothers_code_at_the_pharmacy(active: Wallet, tmp_path: Path) -> None:
    """It spends the mother's benefits; both see the link; both audits tell who acted for whom."""
    mama = member(active)
    code = consent(active, mama, "--guardian", "张三")
    done = active.ok(
        *words(LI, "mama", "parent"), secrets={"--id-fd": LI.id_number, "--consent-fd": code, "--pin-fd": PIN}
    )
    assert (done["changed"], done["member"], done["relation"], done["name"], done["state"]) == (
        True, "mama", "parent", "**英", "active",
    )  # fmt: skip
    assert done["consent"] == "code"
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps({"med_type": "41", "fees": [{"name": "药", "category": "A", "amount_fen": 30_000}]}))
    shown = active.code("mama")
    settled = active.other(
        *("terminal", "settle", "--institution", "P11000000001", "--bill", str(bill)), secrets={"--code-fd": shown}
    )
    assert settled["acct_pay_fen"] > 0
    hers = active.ok("balance", "mama")["accounts"][0]
    assert hers["personal_account_fen"] == 1_204_550 - settled["acct_pay_fen"]
    assert active.ok("balance")["accounts"][0]["personal_account_fen"] == 523_680
    records = active.ok("records", "mama", "--kind", "settlement")["records"]
    assert [one["record_id"] for one in records] == [settled["setl_id"]]
    one = active.ok("records", "show", settled["setl_id"], "--member", "mama")
    assert one["record_id"] == settled["setl_id"]
    assert active.ok("card", "show", "mama")["state"] == "active"
    assert active.ok("voucher", "show", "mama")["name"] == "**英"
    acts = [(one["act"], one["facts"]) for one in active.ok("audit", "show")["acts"]]
    voucher = next(facts["voucher"] for act, facts in acts if act == "family.add")
    assert ("family.show", {"voucher": voucher}) in acts
    (link,) = listed(active)["members"]
    (back,) = listed(active, *mama)["guardians"]
    assert back["link_id"] == link["link_id"] and back["name"] == "*三"
    assert "member" not in back and listed(active)["guardians"] == []
    assert {one["member"] for one in active.ok("status")["members"]} == {"self", "mama"}


def advised(words: str) -> list[tuple[str, ...]]:
    """The commands about a member that a text advises, without their program."""
    return [tuple(line.split()) for line in re.findall(r"yibao ((?:filing|chronic|claim|records) show [\w -]+)", words)]


def test_what_is_advised_about_a_member_finds_the_members_own(active: Wallet, tmp_path: Path) -> None:
    """Filings, recognitions and claims are found under their own person alone: the advice says whose they are."""
    add(active, LI, "妈妈", "parent")
    today = SandboxClock(active.home / "platform").now().day()
    paper, bill = tmp_path / "a.pdf", tmp_path / "bill.json"
    paper.write_bytes(PDF)
    bill.write_text(json.dumps({"med_type": "11", "fees": [{"name": "药", "category": "A", "amount_fen": 30_000}]}))
    brought = [f"--paper={kind}={paper}" for kind in ("receipt", "itemised-list", "prescription")]
    file = ("filing", "new", "妈妈", "--accept-notice", "--no-input", "--start", today)
    letter = ("--category", "worker", f"--paper=contract={paper}")
    claim = ("claim", "new", "妈妈", "--bill", str(bill), "--cause", "unfiled", "--institution", "H31000000001")
    claim = (*claim, "--place", "310000", "--invoice", "A1", "--date", today, "--via", "office", "--no-input")
    applied = ("diagnosis-proof", "medical-record")
    chronic = ("chronic", "new", "妈妈", "--disease", "M03900", *(f"--paper={kind}={paper}" for kind in applied))
    told = [active.run(*act) for act in ((*file, "--to", "上海", *letter), chronic, (*claim, *brought))]
    assert [one.exit for one in told] == [0, 0, 0], told
    told += [
        active.run(*file, "--to", "浦东", "--category", "other"),
        active.run(*claim, *brought[:2], f"--paper=medical-record={paper}"),
    ]
    assert [one.exit for one in told[3:]] == [10, 10], told
    for one in told:
        commands = advised(one.err)
        assert commands, one
        for command in commands:
            assert active.run(*command).exit == 0, (one, command)
    error = active.fails(9, "FILING_UNKNOWN", "filing", "show", "F0", "--member", "妈妈")
    assert error["fix"] == ["yibao filing list 妈妈"]
    assert active.fails(9, "FILING_UNKNOWN", "filing", "show", "F0")["fix"] == ["yibao filing list"]


def test_an_infant_by_declaration_without_a_phone(active: Wallet, proof: str) -> None:
    given = {"--id-fd": CHEN.id_number, "--pin-fd": PIN}
    line = ("family", "add", "bao", "--relation", "child", "--name", CHEN.name)
    missing = active.fails(17, "PAPERS_MISSING", *line, secrets=given)
    assert missing["details"]["missing"] == ["birth-certificate|household-register"]
    assert active.fails(17, "DECLARATION_NEEDED", *line, "--proof", proof, secrets=given)
    done = active.ok(*line, "--proof", proof, "--declaration", secrets=given)
    assert done["consent"] == "declaration"
    assert active.ok("balance", "bao")["accounts"][0]["personal_account_fen"] is None
    active.verify(active.code("bao"))


def test_by_face_and_by_text_in_two_steps(active: Wallet) -> None:
    assert add(active, LI, "mama", "parent", "--face")["consent"] == "face"
    needed = refused(active, 18, "CONSENT_NEEDED", WANG, "--request-consent", relation="parent")
    assert needed["details"]["members"] == ["x"]
    refused(active, 18, "CONSENT_NEEDED", WANG, "--request-consent", relation="parent")
    sent = [one for one in active.other("outbox", "--reveal")["messages"] if one["purpose"] == "family_consent"]
    assert len(sent) == 1
    active.ok(
        *words(WANG, "baba", "parent"),
        secrets={"--id-fd": WANG.id_number, "--consent-fd": sent[0]["code"], "--pin-fd": PIN},
    )


@pytest.mark.parametrize("way", [("--sandbox-auto",), ("--request-consent",), ("--face",)])
def test_a_dry_run_links_nobody_and_asks_nobody(active: Wallet, way: tuple[str, ...]) -> None:
    given = {"--id-fd": LI.id_number, "--pin-fd": PIN}
    done = active.ok(*words(LI, "mama", "parent", *way, "--dry-run"), secrets=given)
    assert done == {"action": "family_add", "changed": False, "dry_run": True}
    assert listed(active)["members"] == []
    assert "family_consent" not in {one["purpose"] for one in active.other("outbox")["messages"]}


def test_a_dry_run_tells_what_is_missing(active: Wallet, proof: str) -> None:
    given = {"--id-fd": LI.id_number, "--pin-fd": PIN}
    missing = active.fails(17, "INPUT_NEEDED", *words(LI, "mama", "parent", "--dry-run"), secrets=given)
    assert missing["details"]["option"] == "--consent-fd"
    refused(active, 12, "MEMBER_AGE", LI, "--proof", proof, "--declaration", "--dry-run", relation="parent")


def test_names_are_masked_in_every_form(active: Wallet) -> None:
    add(active, LI, "mama", "parent")
    for form in ("human", "plain", "json"):
        for lang in ("zh-CN", "en"):
            for line in (("family", "list"), ("status",)):
                answer = active.run(*line, "-o", form, "--lang", lang)
                assert answer.exit == 0 and "mama" in answer.out
                assert "李秀英" not in answer.out + answer.err and LI.id_number not in answer.out + answer.err


@pytest.mark.parametrize("line", [("family", "list"), ("mutual-aid", "list"), ("voucher", "freeze")], ids=" ".join)
def test_what_could_be_taken_for_real_is_marked(active: Wallet, line: tuple[str, ...]) -> None:
    answer = active.run(*line, "--lang", "en")
    assert answer.exit == 0 and "[SANDBOX - not valid at a real hospital]" in answer.err, answer


def test_a_consent_code_is_hidden_until_asked_for(active: Wallet) -> None:
    assert active.ok("family", "consent", secrets=OWN_PIN)["code"] == "******"
    assert active.ok("family", "consent", "--guardian", "李秀英", secrets=OWN_PIN)["guardian"] == "**英"
    assert active.fails(6, "PIN_WRONG", "family", "consent", secrets={"--pin-fd": NEW_PIN})
    assert active.fails(17, "INPUT_NEEDED", "family", "consent")["details"]["option"] == "--pin-fd"


def test_what_is_needed_is_asked_for_one_after_the_other(active: Wallet) -> None:
    line: tuple[str, ...] = ("family", "add", "mama", "--no-input")
    secrets: dict[str, str] = {}
    for option, more, value in (
        ("--relation", ("--relation", "parent"), None),
        ("--name", ("--name", LI.name), None),
        ("--id-fd", (), LI.id_number),
        ("--phone", ("--phone", LI.phone), None),
        ("--consent-fd", (), "123456"),
        ("--pin-fd", (), PIN),
    ):
        assert active.fails(17, "INPUT_NEEDED", *line, secrets=secrets)["details"]["option"] == option
        line = (*line, *more)
        if value is not None:
            secrets[option] = value
    assert active.fails(15, "CONSENT_WRONG", *line, secrets=secrets)["details"]["reason"] == "none"


# --- refusals ---------------------------------------------------------------------------------------------------------


def test_a_sixth_member_the_same_twice_and_oneself(active: Wallet) -> None:
    for number, who in enumerate(OTHERS):
        add(active, who, f"m{number}")
    assert refused(active, 11, "FAMILY_FULL", CITIZENS["何丽"], consent="123456")["details"]["most"] == 5
    assert refused(active, 10, "MEMBER_EXISTS", LI, consent="123456")["details"]["member"] == "m0"
    taken = words(WANG, "m0", "other", "--sandbox-auto")
    assert active.fails(10, "ALIAS_TAKEN", *taken, secrets={"--id-fd": WANG.id_number, "--pin-fd": PIN})
    refused(active, 2, "MEMBER_SELF", ZHANG, consent="123456")
    assert len(listed(active)["members"]) == 5


def test_relations_ages_and_people_that_will_not_do(active: Wallet, proof: str) -> None:
    refused(active, 12, "RELATION_REFUSED", LI, relation="child", consent="123456")
    refused(active, 12, "RELATION_REFUSED", CHEN, relation="spouse", consent="123456")
    adult = refused(active, 12, "MEMBER_AGE", LI, "--proof", proof, "--declaration", relation="parent")
    assert adult["details"]["reason"] == "adult"
    minor = refused(active, 12, "MEMBER_AGE", CHEN, relation="child", consent="123456")
    assert minor["details"]["reason"] == "minor"
    refused(active, 12, "NOT_INSURED", SUN, consent="123456")
    refused(active, 12, "IDENTITY_MISMATCH", LI._replace(name="李秀荣"), consent="123456")
    refused(active, 12, "PHONE_MISMATCH", LI._replace(phone="13800000009"), consent="123456")
    real = LI._replace(id_number="11010118990101000" + check_digit("11010118990101000"))
    refused(active, 2, "REAL_ID_IN_SANDBOX", real, consent="123456")
    assert refused(active, 2, "ID_INVALID", LI._replace(id_number="123"), consent="123456")
    for alias in ("self", "-x", "a b", "990001195511030021", "x" * 33):
        active.fails(2, "ALIAS_INVALID" if alias != "-x" else "USAGE", "family", "add", alias)
    assert listed(active)["members"] == []


def test_consents_wrong_stale_used_and_another_persons(active: Wallet) -> None:
    mama, papa = member(active), member(active, WANG, "papa")
    stale, good, other = consent(active, mama), consent(active, mama), consent(active, papa)
    near = f"{(int(good) + 1) % 10**6:06d}"
    assert refused(active, 15, "CONSENT_WRONG", LI, consent=near)["details"]["attempts_left"] == 4
    refused(active, 15, "CONSENT_STALE", LI, consent=stale)
    assert refused(active, 15, "CONSENT_FOREIGN", LI, consent=other)["details"]["reason"] == "member"
    active.ok(*words(LI, "mama", "parent"), secrets={"--id-fd": LI.id_number, "--consent-fd": good, "--pin-fd": PIN})
    active.ok("family", "remove", "mama", secrets=OWN_PIN)
    refused(active, 15, "CONSENT_USED", LI, consent=good)
    bound = consent(active, papa, "--guardian", "周海涛")
    assert refused(active, 15, "CONSENT_FOREIGN", WANG, consent=bound)["details"]["reason"] == "guardian"
    refused(active, 6, "PIN_WRONG", WANG, consent=consent(active, papa), pin=NEW_PIN)
    assert listed(active)["members"] == []


def test_a_third_family_is_refused(active: Wallet) -> None:
    add(active, LI, "mama", "parent")
    for number, who in enumerate((ZHOU, WU)):
        profile = member(active, who, f"p{number}")
        line = (*profile, *words(LI, "li", "other", "--sandbox-auto"))
        secrets = {"--id-fd": LI.id_number, "--pin-fd": PIN}
        if number == 0:
            active.ok(*line, secrets=secrets)
        else:
            assert active.fails(11, "FAMILIES_FULL", *line, secrets=secrets)["details"]["most"] == 2


# --- the end of a link ------------------------------------------------------------------------------------------------


def test_the_member_ends_it_and_the_holder_is_told(active: Wallet) -> None:
    mama = member(active)
    add(active, LI, "mama", "parent")
    code = active.code("mama")
    (link,) = listed(active, *mama)["guardians"]
    active.fails(9, "LINK_UNKNOWN", *mama, "family", "remove", "--guardian", "LXXXX", secrets=OWN_PIN)
    done = active.ok(*mama, "family", "remove", "--guardian", link["link_id"][:6], secrets=OWN_PIN)
    assert done == {"changed": True, "member": None, "link_id": link["link_id"], "side": "member"}
    assert active.verify(code, 15) == "VOUCHER_REVOKED"
    assert "yibao family list" in active.fails(15, "MEMBER_ENDED", "balance", "mama")["fix"]
    active.fails(15, "MEMBER_ENDED", "qr", "mama", secrets=OWN_PIN)
    active.fails(9, "MEMBER_UNKNOWN", "qr", "mama", secrets=OWN_PIN)
    active.verify(active.code())
    assert listed(active) == {"members": [], "guardians": []}


def test_list_and_status_clear_away_what_has_ended(active: Wallet) -> None:
    mama = member(active)
    for line in (("family", "list"), ("status",)):
        add(active, LI, "mama", "parent")
        (link,) = listed(active, *mama)["guardians"]
        active.ok(*mama, "family", "remove", "--guardian", link["link_id"], secrets=OWN_PIN)
        answer = active.run(*line, "--json")
        assert "mama" in " ".join(answer.document["warnings"])
        active.fails(9, "MEMBER_UNKNOWN", "balance", "mama")


def test_the_holder_ends_it(active: Wallet) -> None:
    add(active, LI, "mama", "parent")
    code = active.code("mama")
    active.fails(17, "INPUT_NEEDED", "family", "remove", "mama")
    active.fails(2, "USAGE", "family", "remove", secrets=OWN_PIN)
    assert active.ok("family", "remove", "mama", secrets=OWN_PIN)["side"] == "holder"
    assert active.verify(code, 15) == "VOUCHER_REVOKED"
    active.fails(9, "MEMBER_UNKNOWN", "family", "remove", "mama", secrets=OWN_PIN)
    assert add(active, LI, "mama", "parent")["changed"] is True


def test_the_member_freezes_the_guardians_handle_and_not_the_guardian(active: Wallet) -> None:
    mama = member(active)
    add(active, LI, "mama", "parent")
    active.ok(*mama, "voucher", "freeze")
    active.fails(15, "VOUCHER_FROZEN", "qr", "mama", secrets=OWN_PIN)
    assert active.ok("voucher", "show", "mama")["state"] == "suspended"
    active.verify(active.code())
    active.ok(*mama, "voucher", "unfreeze", secrets=OWN_PIN)
    active.verify(active.code("mama"))


def test_a_pin_reset_keeps_links_and_consents(active: Wallet) -> None:
    mama = member(active)
    add(active, LI, "mama", "parent")
    add(active, WANG, "baba", "parent")
    (link,) = listed(active, *mama)["guardians"]
    active.ok(*mama, "family", "remove", "--guardian", link["link_id"], secrets=OWN_PIN)
    before = listed(active)["members"]
    again = active.ok("pin", "reset", "--sandbox-auto", secrets={"--new-pin-fd": NEW_PIN})
    assert again["vouchers"] == 2
    assert listed(active)["members"] == before
    active.verify(active.code("baba", pin=NEW_PIN))
    active.verify(active.code(pin=NEW_PIN))


def test_refresh_of_a_members_voucher_kills_its_old_codes(active: Wallet) -> None:
    add(active, LI, "mama", "parent")
    code = active.code("mama")
    active.ok("voucher", "refresh", "mama", secrets=OWN_PIN)
    assert active.verify(code, 15) == "VOUCHER_REVOKED"
    active.verify(active.code("mama"))
    assert len(listed(active)["members"]) == 1


# --- what life brings -------------------------------------------------------------------------------------------------


def test_a_sixteenth_birthday(active: Wallet, proof: str, tmp_path: Path) -> None:
    """A child born sixteen years less forty days ago."""

    today = date.fromisoformat(active.other("sandbox", "clock")["now"][:10])
    birthday = today + timedelta(days=40)
    born = birthday.replace(year=birthday.year - 16)
    line = ("person", "add", "--name", "赵小明", "--phone", "13700000001", "--region", "110000", "--insutype", "390")
    child = active.other(*line, "--birth-date", born.isoformat(), "--sex", "male", "--reveal")
    given = {"--id-fd": child["id_number"], "--pin-fd": PIN}
    words_ = ("family", "add", "ming", "--relation", "child", "--name", "赵小明")
    active.ok(*words_, "--proof", proof, "--declaration", secrets=given)
    active.advance("42d")
    (link,) = listed(active)["members"]
    assert link["state"] == "consent_due"
    assert "ming" in " ".join(active.run("status", "--json").document["warnings"])
    active.verify(active.code("ming"))
    active.advance("90d")
    assert listed(active)["members"][0]["state"] == "suspended"
    error = active.fails(15, "MEMBER_SUSPENDED", "qr", "ming", secrets=OWN_PIN)
    assert error["fix"] == ["yibao family add ming"]
    for asked in (("balance", "ming"), ("records", "ming"), ("filing", "list", "ming"), ("claim", "list", "ming")):
        assert active.fails(15, "MEMBER_SUSPENDED", *asked)["fix"] == ["yibao family list"]
    active.ok("status")
    active.fails(17, "INPUT_NEEDED", "family", "add", "ming", secrets=OWN_PIN)
    done = active.ok("family", "add", "ming", "--sandbox-auto", secrets=OWN_PIN)
    assert (done["state"], done["consent"], done["link_id"]) == ("active", "code", link["link_id"])
    active.verify(active.code("ming"))
    active.ok("balance", "ming")


def test_a_death_a_move_and_a_corrected_number(active: Wallet) -> None:
    add(active, LI, "mama", "parent")
    active.other("person", "change", "李秀英", "--region", "310000")
    assert active.ok("voucher", "show", "mama")["data_changed"] is True
    active.verify(active.code("mama"))
    assert active.ok("voucher", "show", "mama")["region"] == "310000"
    fresh = "99000119551103044" + check_digit("99000119551103044")
    active.other("person", "change", "李秀英", secrets={"--new-id-fd": fresh})
    active.verify(active.code("mama"))
    assert active.ok("voucher", "show", "mama", "--reveal")["id_number"] == fresh
    assert len(listed(active)["members"]) == 1
    assert active.other("person", "change", "李秀英", "--deceased")["insured"] is False
    active.fails(15, "MEMBER_ENDED", "qr", "mama", secrets=OWN_PIN)
    assert listed(active)["members"] == []


def test_help_says_which_is_which(active: Wallet) -> None:
    for lang, word in (("zh-CN", "家庭共济"), ("en", "mutual aid")):
        assert word in active.run("help", "family", "--lang", lang).out
