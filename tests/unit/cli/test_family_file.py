"""The family file: applied in one command, checked whole before anything changes, run again without a change."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from unit.cli.running import descriptor, standard_input
from wallet import CITIZENS, PIN, ZHANG, Citizen, Wallet

LI, WANG, CHEN, ZHOU, WU = (CITIZENS[name] for name in ("李秀英", "王建国", "陈晨", "周海涛", "吴敏"))
OWN_PIN = {"--pin-fd": PIN}
HEAD = 'schema = "yibao.family/v1"\n'
Entry = dict[str, str]


def entry(alias: str, relation: str, who: Citizen, /, **more: str) -> str:
    """A `[[member]]`; `more` are keys with their TOML, an empty one leaves the key out."""
    keys = {"alias": f'"{alias}"', "relation": f'"{relation}"', "name": f'"{who.name}"', "phone": f'"{who.phone}"'}
    keys |= {"id": '{ from = "prompt" }', "consent": '{ from = "prompt" }'} | more
    return "[[member]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items() if value)


class Files:
    """A folder of family files and the secrets beside them."""

    def __init__(self, folder: Path, sources: ExitStack) -> None:
        self.folder = folder
        self.sources = sources

    def secret(self, name: str, text: str, mode: int = 0o600) -> str:
        file = self.folder / name
        file.write_text(text + "\n")
        file.chmod(mode)
        return f'{{ file = "{name}" }}'

    def fd(self, text: str) -> str:
        return f"{{ fd = {self.sources.enter_context(descriptor(text))} }}"

    def proof(self) -> str:
        (self.folder / "birth.pdf").write_bytes(b"%PDF-1.4 made up")
        return '{ birth_certificate = "birth.pdf" }'

    def write(self, *entries: str, head: str = HEAD) -> str:
        file = self.folder / "family.toml"
        file.write_text(head + "".join(entries), encoding="utf-8")
        return str(file)

    def two(self) -> str:
        """Two adults and an infant, every secret with a source but the consents."""
        return self.write(
            entry("mama", "parent", LI, id=self.secret("li.id", LI.id_number), consent=self.secret("li.code", "x")),
            entry(
                "baba", "parent", WANG, id=self.secret("wang.id", WANG.id_number), consent=self.secret("wang.code", "x")
            ),
            entry(
                "bao",
                "child",
                CHEN,
                id=self.secret("chen.id", CHEN.id_number),
                consent="",
                phone="",
                proof=self.proof(),
            ),
        )


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Files]:
    folder = tmp_path / "files"
    folder.mkdir()
    with ExitStack() as sources:
        yield Files(folder, sources)


def apply(wallet: Wallet, file: str, *more: str) -> dict[str, Any]:
    return wallet.ok("family", "apply", file, "--declaration", *more, secrets=OWN_PIN)


def texts(wallet: Wallet) -> list[str]:
    return [m["code"] for m in wallet.other("outbox", "--reveal")["messages"] if m["purpose"] == "family_consent"]


def invalid(wallet: Wallet, file: str, reason: str, **data: Any) -> None:
    """The file is refused before anything is sent; the error names where, and repeats no value of it."""
    error = wallet.fails(2, "FAMILY_INVALID", "family", "apply", file, "--declaration", secrets=OWN_PIN)
    assert error["details"]["reason"] == reason
    for key, value in data.items():
        assert error["details"][key] == value
    assert LI.id_number not in json.dumps(error) and "李秀英" not in json.dumps(error, ensure_ascii=False)
    assert wallet.ok("family", "list")["members"] == []


# --- applying ---------------------------------------------------------------------------------------------------------


def test_five_with_three_kinds_of_source_in_one_command(active: Wallet, files: Files) -> None:
    """From a descriptor, a file and standard input; run again nothing changes and nothing is sent that could."""
    faces = ({"id": files.fd(LI.id_number)}, {"id": files.secret("w", WANG.id_number)}, {"id": "{ stdin = true }"})
    adults = ((LI, "mama"), (WANG, "baba"), (ZHOU, "ge"))
    entries = [entry(alias, "other", who, **source) for (who, alias), source in zip(adults, faces, strict=True)]
    entries.append(entry("wu", "other", WU, id=files.fd(WU.id_number)))
    entries.append(entry("bao", "child", CHEN, id=files.fd(CHEN.id_number), consent="", phone="", proof=files.proof()))
    file = files.write(*entries)
    with standard_input(ZHOU.id_number + "\n"):
        done = apply(active, file, "--sandbox-auto")
    assert done["changed"] is True and [step["action"] for step in done["plan"]] == ["add"] * 5
    before = (active.ok("audit", "show"), texts(active), active.ok("family", "list"))
    again = active.ok("family", "apply", file)
    assert again["changed"] is False and {step["action"] for step in again["plan"]} == {"keep"}
    assert (active.ok("audit", "show"), texts(active), active.ok("family", "list")) == before
    active.verify(active.code("ge"))


def test_in_two_phases(active: Wallet, files: Files) -> None:
    file = files.two()
    asked = active.fails(18, "CONSENT_NEEDED", "family", "apply", file, "--request-consents", "--declaration")
    assert asked["details"]["members"] == ["mama", "baba"]
    assert asked["fix"] == [f"yibao family apply {file} --declaration"]
    assert active.ok("family", "list")["members"] == []
    active.fails(18, "CONSENT_NEEDED", "family", "apply", file, "--request-consents", "--declaration")
    sent = texts(active)
    assert len(sent) == 2
    files.secret("wang.code", sent[0])
    files.secret("li.code", sent[1])
    assert apply(active, file)["changed"] is True
    assert apply(active, file, "--request-consents")["changed"] is False
    assert len(texts(active)) == 2


def test_a_wrong_consent_stops_there_and_the_next_run_goes_on(active: Wallet, files: Files) -> None:
    file = files.two()
    active.fails(18, "CONSENT_NEEDED", "family", "apply", file, "--request-consents", "--declaration")
    second, first = texts(active)
    files.secret("li.code", first)
    error = active.fails(15, "CONSENT_WRONG", "family", "apply", file, "--declaration", secrets=OWN_PIN)
    assert error["details"]["member"] == "baba"
    assert [one["member"] for one in active.ok("family", "list")["members"]] == ["mama"]
    files.secret("li.code", "used up")
    files.secret("wang.code", second)
    plan = apply(active, file)["plan"]
    assert [(step["member"], step["action"]) for step in plan] == [("mama", "keep"), ("baba", "add"), ("bao", "add")]


def test_everything_is_checked_before_anybody_is_linked(active: Wallet, files: Files) -> None:
    """The third member's slip is told before the first one is linked."""
    good = entry("mama", "parent", LI, id=files.secret("li", LI.id_number), consent=files.secret("c", "123456"))
    for bad, status, code in (
        (entry("x", "child", WANG, id=files.secret("w1", WANG.id_number)), 12, "RELATION_REFUSED"),
        (
            entry("x", "parent", WANG._replace(name="王建军"), id=files.secret("w2", WANG.id_number)),
            12,
            "IDENTITY_MISMATCH",
        ),
        (entry("x", "parent", WANG, id=files.secret("w3", "990001")), 2, "ID_INVALID"),
        (entry("x", "child", CHEN, id=files.secret("w4", CHEN.id_number)), 12, "MEMBER_AGE"),
        (entry("x", "child", CHEN, id=files.secret("w5", CHEN.id_number), consent=""), 17, "PAPERS_MISSING"),
        (entry("x", "parent", WANG, id=files.secret("w6", WANG.id_number), proof=files.proof()), 12, "MEMBER_AGE"),
        (entry("x", "other", ZHANG, id=files.secret("w7", ZHANG.id_number)), 2, "MEMBER_SELF"),
        (entry("x", "parent", WANG, id=files.secret("w8", WANG.id_number), consent=""), 18, "CONSENT_NEEDED"),
        (entry("x", "parent", WANG), 17, "INPUT_NEEDED"),
    ):
        file = files.write(good, bad)
        error = active.fails(status, code, "family", "apply", file, "--declaration", secrets=OWN_PIN)
        if code not in {"CONSENT_NEEDED", "INPUT_NEEDED"}:
            assert error["details"]["member"] == "x"
        # A rehearsal checks the same, and asks for no PIN.
        active.fails(status, code, "family", "apply", file, "--declaration", "--dry-run")
    child = entry("bao", "child", CHEN, id=files.secret("w9", CHEN.id_number), consent="", proof=files.proof())
    active.fails(17, "DECLARATION_NEEDED", "family", "apply", files.write(child), secrets=OWN_PIN)
    for more in ("--sandbox-auto", "--request-consents"):
        rehearsed = active.ok("family", "apply", files.two(), "--declaration", more, "--dry-run")
        assert (rehearsed["changed"], [step["action"] for step in rehearsed["plan"]]) == (False, ["add"] * 3)
    assert active.ok("family", "list")["members"] == [] and texts(active) == []


def test_prune_removes_and_only_prune(active: Wallet, files: Files) -> None:
    file = files.two()
    apply(active, file, "--sandbox-auto")
    smaller = files.write(entry("baba", "parent", WANG, id=""))
    plan = active.ok("family", "apply", smaller)
    assert (plan["changed"], [step["action"] for step in plan["plan"]]) == (False, ["keep", "unlisted", "unlisted"])
    shown = active.run("family", "diff", smaller, "--prune", "--json")
    assert shown.exit == 18 and shown.err == ""
    assert [step["action"] for step in json.loads(shown.out)["data"]["plan"]] == ["remove", "remove", "keep"]
    words = active.run("family", "diff", smaller, "--prune", "--lang", "en").out
    assert len({len(before) for before in re.findall(r"(?m)^  (?:remove|keep) +\S+ +", words)}) == 1, words
    dry = active.ok("family", "apply", smaller, "--prune", "--dry-run")
    assert dry["changed"] is False and len(active.ok("family", "list")["members"]) == 3
    assert apply(active, smaller, "--prune")["changed"] is True
    assert [one["member"] for one in active.ok("family", "list")["members"]] == ["baba"]
    assert active.run("family", "diff", smaller, "--prune").exit == 0


def test_export_round_trips_without_id_numbers(active: Wallet, files: Files, tmp_path: Path) -> None:
    apply(active, files.two(), "--sandbox-auto")
    target = tmp_path / "out.toml"
    assert active.ok("family", "export", str(target)) == {"members": 3, "file": str(target)}
    assert target.stat().st_mode & 0o777 == 0o600
    active.fails(10, "FILE_EXISTS", "family", "export", str(target))
    words = target.read_text("utf-8")
    assert words == active.run("family", "export").out == active.ok("family", "export")["toml"]
    assert not any(who.id_number in words for who in (LI, WANG, CHEN))
    assert active.run("family", "diff", str(target)).exit == 0
    assert active.ok("family", "apply", str(target), "--prune")["changed"] is False
    with standard_input(words):
        assert active.run("family", "diff", "-").exit == 0


def test_what_comes_next_is_of_the_same_plan(active: Wallet, files: Files) -> None:
    """Without --prune, a file that takes the place of five members would be one too many."""
    everybody = [CITIZENS[name] for name in ("李秀英", "王建国", "周海涛", "吴敏", "沈宏")]
    entries = [
        entry(f"m{n}", "other", who, id=files.secret(f"id{n}", who.id_number)) for n, who in enumerate(everybody)
    ]
    apply(active, files.write(*entries), "--sandbox-auto")
    he = CITIZENS["何丽"]
    source = files.secret("he", he.id_number)
    file = files.write(entry("he", "other", he, id=source, consent=""))
    line = ("family", "apply", file, "--prune")
    lacking = active.fails(18, "CONSENT_NEEDED", *line, secrets=OWN_PIN)
    assert lacking["fix"] == [f"yibao family apply {file} --prune --request-consents"]
    file = files.write(entry("he", "other", he, id=source, consent=files.secret("he.code", "")))
    asked = active.fails(18, "CONSENT_NEEDED", *lacking["fix"][0].split()[1:])
    assert asked["fix"] == [f"yibao family apply {file} --prune"]
    files.secret("he.code", texts(active)[0])
    assert active.ok(*asked["fix"][0].split()[1:], secrets=OWN_PIN)["changed"] is True
    assert [one["member"] for one in active.ok("family", "list")["members"]] == ["he"]


def test_a_file_on_standard_input(active: Wallet, files: Files) -> None:
    source = entry("mama", "parent", LI, id=files.fd(LI.id_number))
    with standard_input(HEAD + source):
        assert apply(active, "-", "--sandbox-auto")["changed"] is True


def test_a_file_as_a_windows_editor_leaves_it(active: Wallet, files: Files) -> None:
    """With a byte order mark and its line ends."""
    file = files.write(entry("mama", "parent", LI, id=files.secret("li", LI.id_number)))
    text = Path(file).read_text("utf-8")
    Path(file).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert apply(active, file, "--sandbox-auto")["changed"] is True


def test_six_in_a_file_and_six_in_all(active: Wallet, files: Files) -> None:
    everybody = ("李秀英", "王建国", "周海涛", "吴敏", "沈宏", "何丽")
    entries = [
        entry(f"m{n}", "other", CITIZENS[name], id=files.secret(f"id{n}", CITIZENS[name].id_number))
        for n, name in enumerate(everybody)
    ]
    active.fails(11, "FAMILY_FULL", "family", "apply", files.write(*entries), "--sandbox-auto", secrets=OWN_PIN)
    apply(active, files.write(*entries[:5]), "--sandbox-auto")
    active.fails(11, "FAMILY_FULL", "family", "apply", files.write(entries[5]), "--sandbox-auto", secrets=OWN_PIN)
    plan = apply(active, files.write(*entries[2:]), "--sandbox-auto", "--prune")["plan"]
    assert [step["action"] for step in plan] == ["remove", "remove", "keep", "keep", "keep", "add"]


def test_members_of_another_device_take_their_places_too(active: Wallet, files: Files) -> None:
    """Known before anybody is asked or linked; whoever is linked already takes no second place."""
    everybody = [CITIZENS[name] for name in ("李秀英", "王建国", "周海涛", "吴敏", "沈宏")]
    entries = [
        entry(f"m{n}", "other", who, id=files.secret(f"id{n}", who.id_number)) for n, who in enumerate(everybody)
    ]
    apply(active, files.write(*entries[:4]), "--sandbox-auto")
    active.ok("profile", "add", "second")
    second = ("--profile", "second")
    active.activate(ZHANG, *second)
    before = texts(active)
    he = entry("he", "other", CITIZENS["何丽"], id=files.secret("he", CITIZENS["何丽"].id_number))
    line = ("family", "apply", files.write(entries[4], he, entries[0]), "--sandbox-auto")
    active.fails(11, "FAMILY_FULL", *second, *line, secrets=OWN_PIN)
    assert {one["member"] for one in active.ok(*second, "family", "list")["members"]} == {None}
    assert texts(active) == before
    assert active.ok(*second, "family", "apply", files.write(*entries), "--sandbox-auto", secrets=OWN_PIN)["changed"]
    assert len(active.ok(*second, "family", "list")["members"]) == 5 and len(texts(active)) == len(before) + 1


def test_a_consent_that_a_birthday_asks_for_is_renewed(active: Wallet, files: Files) -> None:
    from datetime import date, timedelta

    today = date.fromisoformat(active.other("sandbox", "clock")["now"][:10])
    birthday = today + timedelta(days=40)
    born = birthday.replace(year=birthday.year - 16).isoformat()
    line = ("person", "add", "--name", "赵小明", "--phone", "13700000001", "--region", "110000", "--insutype", "390")
    number = active.other(*line, "--birth-date", born, "--sex", "male", "--reveal")["id_number"]
    ming = Citizen("赵小明", number, "13700000001", "110000", "390", True)
    given = {"id": files.secret("ming", number)}
    file = files.write(entry("ming", "child", ming, consent="", proof=files.proof(), **given))
    apply(active, file)
    active.advance("140d")
    answer = active.run("family", "apply", file, "--json")
    assert answer.data["changed"] is False and "ming" in " ".join(answer.document["warnings"])
    file = files.write(entry("ming", "child", ming, **given))
    assert active.run("family", "diff", file).exit == 18
    assert [step["action"] for step in apply(active, file, "--sandbox-auto")["plan"]] == ["renew"]
    assert active.ok("family", "list")["members"][0]["state"] == "active"


# --- bad files --------------------------------------------------------------------------------------------------------


def test_files_that_are_none(active: Wallet, files: Files, tmp_path: Path) -> None:
    invalid(active, files.write("[[member", head=""), "toml", line=1)
    invalid(active, files.write("x = " + "[" * 100_000, head=""), "toml")
    invalid(active, files.write(HEAD, head=HEAD), "toml", line=2)
    invalid(active, files.write(head="schema = 'yibao.family/v2'\n"), "schema")
    invalid(active, files.write(head=""), "schema")
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe")
    invalid(active, str(binary), "not_text")
    large = tmp_path / "large"
    large.write_bytes(b"#" * 10 * 1024 * 1024)
    invalid(active, str(large), "too_large", most=1024 * 1024)
    for gone in (str(tmp_path / "none"), str(tmp_path)):
        active.fails(9, "FILE_UNREADABLE", "family", "apply", gone)


@pytest.mark.parametrize("lang", ["zh-CN", "zh-TW", "en"])
def test_what_is_wrong_with_the_whole_file_names_no_member(active: Wallet, files: Files, lang: str) -> None:
    """The first member is member 1: of the file itself there is none to name."""
    plain = files.write(entry("mama", "parent", LI))
    wrong = [("apply", "-", "--pin-stdin")]
    for number, words in enumerate(("[[members]]", "member = 5", "[member]\nalias = 'x'")):
        file = files.folder / f"{number}.toml"
        file.write_text(f"{HEAD.strip()}\n{words}\n")
        wrong.append(("diff", str(file)))
    for line in wrong:
        answer = active.run("family", *line, "--lang", lang)
        assert (answer.exit, " 0 " in answer.err, "()" in answer.err) == (2, False, False), answer.err
    assert active.run("family", "diff", plain, "--lang", lang).exit == 18


@pytest.mark.parametrize(
    ("more", "reason", "key"),
    [
        ({"id_number": f'"{LI.id_number}"'}, "unknown", "id_number"),
        ({LI.id_number: '"x"'}, "unknown", "?"),
        ({"id": f'"{LI.id_number}"'}, "plaintext", "id"),
        ({"id": "990001195511030021"}, "plaintext", "id"),
        ({"consent": '"123456"'}, "plaintext", "consent"),
        ({"id": '{ from = "env" }'}, "source", "id"),
        ({"id": "{ fd = 2 }"}, "source", "id"),
        ({"id": "{ fd = true }"}, "source", "id"),
        ({"id": "{ stdin = false }"}, "source", "id"),
        ({"id": "{ fd = 3, stdin = true }"}, "type", "id"),
        ({"id": "[]"}, "type", "id"),
        ({"id": ""}, "missing", "id"),
        ({"name": ""}, "missing", "name"),
        ({"name": "5"}, "type", "name"),
        ({"name": '"李"'}, "value", "name"),
        ({"phone": '"123"'}, "value", "phone"),
        ({"phone": "13800000002"}, "type", "phone"),
        ({"relation": '"mother"'}, "value", "relation"),
        ({"relation": ""}, "missing", "relation"),
        ({"alias": ""}, "missing", "alias"),
        ({"alias": '"self"'}, "value", "alias"),
        ({"alias": f'"{LI.id_number}"'}, "value", "alias"),
        ({"proof": '"x.pdf"'}, "type", "proof"),
        ({"proof": "{ birth_certificate = 5 }"}, "type", "proof"),
        ({"proof": '{ letter = "x" }'}, "unknown", "letter"),
    ],
)
def test_members_that_are_none(active: Wallet, files: Files, more: Entry, reason: str, key: str) -> None:
    good = entry("baba", "parent", WANG)
    invalid(active, files.write(good, entry("mama", "parent", LI, **more)), reason, member=2, key=key)


def test_duplicates(active: Wallet, files: Files) -> None:
    one = files.secret("li", LI.id_number)
    twice = files.write(entry("mama", "parent", LI, id=one), entry("mama", "parent", WANG, id=one))
    invalid(active, twice, "duplicate_alias", member=2, alias="mama", key="alias")
    person = files.write(entry("mama", "parent", LI, id=one), entry("ma", "parent", LI, id=one))
    invalid(active, person, "duplicate_person", member=2, alias="ma", key="id")
    stdin = "{ stdin = true }"
    invalid(active, files.write(entry("mama", "parent", LI, id=stdin, consent=stdin)), "stdin_twice", key="consent")
    invalid(active, files.write(entry("mama", "parent", LI, id="{ fd = 9 }", consent="{ fd = 9 }")), "fd_twice")
    source = files.write(entry("mama", "parent", LI, id=stdin))
    active.fails(2, "FAMILY_INVALID", "family", "apply", source, "--pin-stdin")
    active.fails(2, "FAMILY_INVALID", "family", "apply", "-", "--pin-stdin")


def test_secret_files_that_others_can_reach(active: Wallet, files: Files) -> None:
    for mode in (0o640, 0o604, 0o660):
        shared = files.secret("li", LI.id_number, mode)
        invalid(active, files.write(entry("mama", "parent", LI, id=shared)), "secret_mode", alias="mama", key="id")
    os.symlink(files.folder / "li", files.folder / "link")
    os.mkfifo(files.folder / "pipe", 0o600)
    for name in ("link", "pipe", "none"):
        invalid(active, files.write(entry("mama", "parent", LI, id=f'{{ file = "{name}" }}')), "secret_file")
    files.secret("empty", "")
    active.fails(2, "SECRET_SOURCE", "family", "apply", files.write(entry("m", "parent", LI, id='{ file = "empty" }')))


def test_what_differs_from_a_member_that_is_there(active: Wallet, files: Files) -> None:
    apply(active, files.write(entry("mama", "parent", LI, id=files.secret("li", LI.id_number))), "--sandbox-auto")
    for changed, reason in (
        (entry("mama", "other", LI, id=""), "other_relation"),
        (entry("mama", "parent", WANG, id=""), "other_person"),
    ):
        error = active.fails(2, "FAMILY_INVALID", "family", "apply", files.write(changed))
        assert error["details"]["reason"] == reason and error["details"]["alias"] == "mama"
    again = entry("ma", "parent", LI, id=files.secret("li", LI.id_number))
    both = files.write(entry("mama", "parent", LI, id=""), again)
    active.fails(10, "MEMBER_EXISTS", "family", "apply", both, secrets=OWN_PIN)
