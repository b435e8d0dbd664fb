"""Every example of a command's help, run as it stands by bash, in the wallet that `cli.examples` describes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from wallet import CITIZENS, NEW_PIN, PIN, TOP, ZHANG, Wallet

from wallet_cli.cli import tree
from wallet_cli.cli.examples import EXAMPLES

MAMA, CHILD = CITIZENS["李秀英"], CITIZENS["陈晨"]
HOSPITAL = ("--institution", "H11000000001")
FILES = {
    "pin": PIN,
    "new-pin": NEW_PIN,
    "id": ZHANG.id_number,
    "mama-id": MAMA.id_number,
    "scan.pdf": "%PDF-1.7",
    "bill.json": '{"med_type":"11","fees":[{"name":"CT","category":"A","amount_fen":90000}]}',
    "family.toml": 'schema = "yibao.family/v1"\n[[member]]\nalias = "mama"\nrelation = "parent"\nname = "李秀英"\n',
    "people.csv": "name,phone,region,insutype,birth_date,sex\n钱静,13900000002,440300,390,2015-05-06,female\n",
    "institutions.csv": (
        "fixmedins_code,name_zh,name_en,region,level,supports,cross_province\n"
        "H41000000078,某医院,Some Hospital,410100,2,voucher,false\n"
    ),
}
RUN = [(path, line) for path, lines in EXAMPLES.items() for line in lines]


def test_every_command_has_one() -> None:
    commands = {one.name for top in tree.programs() for one in tree.everything(top)}
    assert commands == set(EXAMPLES)


def prepare(folder: Path) -> None:
    """A wallet with one of everything."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o600)
    wallet = Wallet(folder / "home")
    wallet.activate()
    wallet.ok("profile", "add", "mama")
    wallet.activate(MAMA, "--profile", "mama")
    consent = ("--profile", "mama", "family", "consent", "--guardian", "张三", "--reveal")
    code = str(wallet.ok(*consent, secrets={"--pin-fd": PIN})["code"])
    words = ("family", "add", "mama", "--relation", "parent", "--name", MAMA.name, "--phone", MAMA.phone)
    wallet.ok(*words, secrets={"--id-fd": MAMA.id_number, "--consent-fd": code, "--pin-fd": PIN})
    scan = str(folder / "scan.pdf")
    today = str(wallet.other("sandbox", "clock")["now"])[:10]
    filing = ("filing", "new", "--no-input", "--accept-notice", "--start", today, "--to", "上海", "--category")
    wallet.ok(*filing, "referral", "--paper", f"referral-letter={scan}")
    papers = [word for kind in ("receipt", "itemised-list", "medical-record") for word in ("--paper", f"{kind}={scan}")]
    claim = ("claim", "new", "--bill", str(folder / "bill.json"), "--cause", "system_fault", *HOSPITAL)
    wallet.ok(*claim, "--place", "110000", "--date", today, "--invoice", "A-1", "--via", "office", *papers)
    proof = [word for kind in ("diagnosis-proof", "medical-record") for word in ("--paper", f"{kind}={scan}")]
    wallet.ok("chronic", "new", "--disease", "M03900", *proof)
    aid = ("mutual-aid", "add", "--relation", "child", "--name", CHILD.name)
    wallet.ok(*aid, secrets={"--id-fd": CHILD.id_number, "--pin-fd": PIN})
    by_id = (*HOSPITAL, "--bill", str(folder / "bill.json"), "--credential", "id-card")
    wallet.other("terminal", "request-payment", *by_id, secrets={"--credential-fd": ZHANG.id_number})
    wallet.other("terminal", "settle", *by_id, secrets={"--credential-fd": ZHANG.id_number})


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder, and beside it `kept`, as it was; bash finds both programs first on PATH."""
    top = tmp_path_factory.mktemp("examples")
    folder, programs = top / "here", top / "programs"
    folder.mkdir()
    programs.mkdir()
    prepare(folder)
    shutil.copytree(folder, top / "kept")
    for name in ("yibao", "yibao-platform"):
        front = f"import sys; from wallet_cli.__main__ import main; sys.exit(main(sys.argv[1:], '{name}'))"
        script = programs / name
        script.write_text(f'#!/bin/sh\nexec {sys.executable} -P -c "{front}" "$@"\n')
        script.chmod(0o755)
    yield top


@pytest.mark.xdist_group("examples")
@pytest.mark.parametrize(("path", "line"), RUN, ids=[line for _, line in RUN])
def test_example_runs(prepared: Path, path: str, line: str) -> None:
    here = prepared / "here"
    shutil.rmtree(here)
    shutil.copytree(prepared / "kept", here)
    environment = {
        "PATH": f"{prepared / 'programs'}:{os.environ['PATH']}",
        "PYTHONPATH": str(TOP),
        "HOME": str(prepared),
        "YIBAO_HOME": str(here / "home"),
        "YIBAO_VAULT": "sandbox",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "--norc", "-o", "pipefail", "-c", line],
        cwd=here,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert path.split(" ", maxsplit=1)[0] in line
