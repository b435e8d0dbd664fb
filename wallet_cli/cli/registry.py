"""The commands by name: all that top-level help and completion read. A test holds this against the loaded tree."""

from __future__ import annotations

CITIZEN: dict[str, tuple[str, str]] = {
    # name: (module, group of the help page)
    "activate": ("wallet_cli.cli.activate", "start"),
    "demo": ("wallet_cli.cli.demo", "start"),
    "status": ("wallet_cli.cli.status", "start"),
    "qr": ("wallet_cli.cli.qr", "use"),
    "pay": ("wallet_cli.cli.pay", "use"),
    "balance": ("wallet_cli.cli.balance", "use"),
    "records": ("wallet_cli.cli.records", "use"),
    "filing": ("wallet_cli.cli.filing", "treatment"),
    "chronic": ("wallet_cli.cli.chronic", "treatment"),
    "claim": ("wallet_cli.cli.claim", "treatment"),
    "institution": ("wallet_cli.cli.institution", "treatment"),
    "family": ("wallet_cli.cli.family", "family"),
    "mutual-aid": ("wallet_cli.cli.mutual_aid", "family"),
    "pin": ("wallet_cli.cli.pin", "manage"),
    "voucher": ("wallet_cli.cli.voucher", "manage"),
    "card": ("wallet_cli.cli.card", "manage"),
    "device": ("wallet_cli.cli.device", "manage"),
    "audit": ("wallet_cli.cli.audit", "manage"),
    "profile": ("wallet_cli.cli.profile", "settings"),
    "config": ("wallet_cli.cli.config", "settings"),
    "platform": ("wallet_cli.cli.platform", "settings"),
    "doctor": ("wallet_cli.cli.doctor", "settings"),
    "schema": ("wallet_cli.cli.schema", "settings"),
    "completion": ("wallet_cli.cli.completion", "settings"),
    "help": ("wallet_cli.cli.help", "settings"),
}

OPERATOR: dict[str, tuple[str, str]] = {
    "person": ("wallet_cli.cli.operator.person", "register"),
    "institution": ("wallet_cli.cli.operator.institution", "register"),
    "counter": ("wallet_cli.cli.operator.counter", "register"),
    "terminal": ("wallet_cli.cli.operator.terminal", "institution"),
    "sandbox": ("wallet_cli.cli.operator.sandbox", "test"),
    "outbox": ("wallet_cli.cli.operator.outbox", "test"),
}

PROGRAMS: dict[str, dict[str, tuple[str, str]]] = {"yibao": CITIZEN, "yibao-platform": OPERATOR}

GROUPS: dict[str, tuple[str, ...]] = {
    "yibao": ("start", "use", "treatment", "family", "manage", "settings"),
    "yibao-platform": ("register", "institution", "test"),
}
