"""`yibao claim new` and `chronic new` at a terminal: every question, numbered choices, slips asked for again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell.cli_kit import YIBAO, active, said, variables
from terminals import Pty

WORDS = {
    "zh-CN": (
        "选择病种: ",
        "诊断证明：文件（PDF、JPEG 或 PNG）: ",
        "选择材料种类 [1]: ",
        "检查检验报告：文件（PDF、JPEG 或 PNG）: ",
    ),
    "en": (
        "which disease: ",
        "proof of diagnosis: file (PDF, JPEG or PNG): ",
        "which paper [1]: ",
        "test report: file (PDF, JPEG or PNG): ",
    ),
}


def answer(pty: Pty, prompt: str, line: str) -> None:
    """Waits for the question that ends in `prompt` and answers it."""
    pty.until(prompt, lambda: said(pty).endswith(prompt))
    pty.send(line + "\r")


@pytest.mark.parametrize("lang", WORDS)
def test_a_disease_and_its_papers_are_asked_for(tmp_path: Path, lang: str) -> None:
    wallet = active(tmp_path)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7")
    disease, proof, kind, test = WORDS[lang]
    with Pty([*YIBAO, "chronic", "new"], env=variables(wallet.home, lang)) as pty:
        answer(pty, disease, "9")
        answer(pty, disease, "2")
        answer(pty, proof, str(tmp_path / "gone.pdf"))
        answer(pty, proof, str(scan))
        answer(pty, kind, "2")
        answer(pty, test, str(scan))
        assert pty.end() == 0
    (made,) = wallet.ok("chronic", "list")["chronics"]
    assert (made["disease"], made["state"]) == ("M01600", "pending")


def test_a_claim_is_asked_for_step_by_step(tmp_path: Path) -> None:
    wallet = active(tmp_path)
    scan, bill = tmp_path / "scan.pdf", tmp_path / "bill.json"
    scan.write_bytes(b"%PDF-1.7")
    fee = {"name": "CT", "category": "A", "amount_fen": 900_000}
    bill.write_text(json.dumps({"med_type": "11", "fees": [fee]}), encoding="utf-8")
    day = wallet.other("sandbox", "clock")["now"][:10]
    with Pty([*YIBAO, "claim", "new", "--paper", f"receipt={scan}"], env=variables(wallet.home)) as pty:
        answer(pty, "为何未能直接结算: ", "9")
        answer(pty, "向责任方追偿）？ [y/N] ", "y")
        answer(pty, "费用明细文件（JSON）: ", "nowhere.json")
        answer(pty, "费用明细文件（JSON）: ", str(bill))
        answer(pty, "通过谁提交: ", "2")
        answer(pty, "医药机构代码或名称: ", "沙盒北京第一医院")
        answer(pty, "就医地（名称、拼音或区划代码）: ", "亚特兰蒂斯")
        answer(pty, "就医地（名称、拼音或区划代码）: ", "beijing")
        answer(pty, "收费票据号码: ", "票据")
        answer(pty, "收费票据号码: ", "A-1")
        answer(pty, "就诊日期（如 2026-03-02）: ", "昨天")
        answer(pty, "就诊日期（如 2026-03-02）: ", day)
        answer(pty, "费用清单：文件（PDF、JPEG 或 PNG）: ", str(scan))
        answer(pty, "选择材料种类 [1]: ", "")
        answer(pty, "处方：文件（PDF、JPEG 或 PNG）: ", str(scan))
        answer(pty, "第三人责任认定材料：文件（PDF、JPEG 或 PNG）: ", str(scan))
        assert pty.end() == 0
    (made,) = wallet.ok("claim", "list")["claims"]
    assert (made["cause"], made["amount_fen"], made["visited_on"]) == ("third_party", 900_000, day)
    with Pty([*YIBAO, "claim", "withdraw", made["claim_id"]], env=variables(wallet.home)) as pty:
        answer(pty, "？ [y/N] ", "n")
        assert pty.end() == 3
    assert wallet.ok("claim", "show", made["claim_id"])["state"] == "pending"
