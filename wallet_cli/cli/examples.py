"""Command lines that work as they stand, for every command: under "Examples" of its --help and of its man page.

Rules of this room: see `cli`. Not in the catalogs: a command line is the same in every language. A test runs each in a
wallet of 张三 in whose folder lie `pin`, `new-pin`, `id`, `mama-id` and `baba-id` (one line each), `bill.json`, `scan.pdf`,
`family.toml`, `people.csv` and `institutions.csv`. Numbers are taken from the lists that print them, first column first.
"""

from __future__ import annotations

_AT = "--institution H11000000001"
_TODAY = '"$(TZ=Asia/Shanghai date +%F)"'


def _first(*words: str) -> str:
    return f'"$({" ".join(words)} -o plain | head -n 1 | cut -f 1)"'


EXAMPLES: dict[str, tuple[str, ...]] = {
    "yibao": ("yibao demo", "yibao status --json"),
    "yibao activate": (
        "yibao activate --no-input --accept-agreement --sandbox-auto --region beijing"
        " --name 张三 --phone 13800000001 --id-fd 3 --pin-fd 4 3<id 4<pin",
    ),
    "yibao demo": ("yibao demo",),
    "yibao status": ("yibao status", "yibao status --json"),
    "yibao qr": ("yibao qr --digits --pin-fd 3 3<pin", "yibao qr mama --png mama.png --pin-fd 3 3<pin"),
    "yibao pay": ("yibao pay list",),
    "yibao pay list": ("yibao pay list", "yibao pay list mama --json"),
    "yibao pay confirm": (f"yibao pay confirm {_first('yibao pay list')} --pin-fd 3 3<pin",),
    "yibao balance": ("yibao balance", "yibao balance mama --json"),
    "yibao records": ("yibao records --kind settlement", "yibao records --year 2026 --csv -"),
    "yibao records list": ("yibao records list mama",),
    "yibao records show": (f"yibao records show {_first('yibao records')} --explain",),
    "yibao filing": ("yibao filing places shanghai",),
    "yibao filing new": (
        f"yibao filing new --to guangzhou --category worker --start {_TODAY} --paper contract=scan.pdf"
        " --accept-notice --no-input",
    ),
    "yibao filing list": ("yibao filing list", "yibao filing list mama -o plain"),
    "yibao filing show": (f"yibao filing show {_first('yibao filing list')}",),
    "yibao filing change": (f"yibao filing change {_first('yibao filing list')} --contact-phone 13800000001",),
    "yibao filing cancel": (f"yibao filing cancel {_first('yibao filing list')} --yes",),
    "yibao filing places": ("yibao filing places guangzhou", "yibao filing places 河南"),
    "yibao chronic": ("yibao chronic list",),
    "yibao chronic new": (
        "yibao chronic new --disease M01600 --paper diagnosis-proof=scan.pdf --paper medical-record=scan.pdf",
    ),
    "yibao chronic list": ("yibao chronic list",),
    "yibao chronic show": (f"yibao chronic show {_first('yibao chronic list')}",),
    "yibao claim": ("yibao claim list",),
    "yibao claim new": (
        f"yibao claim new --bill bill.json --cause system_fault {_AT} --place beijing --date {_TODAY} --invoice A-2"
        " --via office --paper receipt=scan.pdf --paper itemised-list=scan.pdf --paper medical-record=scan.pdf",
    ),
    "yibao claim list": ("yibao claim list",),
    "yibao claim show": (f"yibao claim show {_first('yibao claim list')}",),
    "yibao claim withdraw": (f"yibao claim withdraw {_first('yibao claim list')} --yes",),
    "yibao institution": ("yibao institution search --region chengdu",),
    "yibao institution search": (
        "yibao institution search 协和",
        "yibao institution search --region beijing --supports inpatient",
    ),
    "yibao institution show": ("yibao institution show H11000000001",),
    "yibao family": ("yibao family list",),
    "yibao family list": ("yibao family list --json",),
    "yibao family consent": ("yibao family consent --guardian 张三 --reveal --pin-fd 3 3<pin",),
    "yibao family add": (
        "yibao family add baba --relation parent --name 王建国 --phone 13800000003 --face --sandbox-auto"
        " --id-fd 3 --pin-fd 4 3<baba-id 4<pin",
    ),
    "yibao family remove": ("yibao family remove mama --yes --pin-fd 3 3<pin",),
    "yibao family apply": (
        "yibao family apply family.toml --dry-run",
        "yibao family apply family.toml --pin-fd 3 3<pin",
    ),
    "yibao family diff": ("yibao family diff family.toml",),
    "yibao family export": ("yibao family export", "yibao family export kept.toml"),
    "yibao mutual-aid": ("yibao mutual-aid list",),
    "yibao mutual-aid list": ("yibao mutual-aid list",),
    "yibao mutual-aid add": (
        "yibao mutual-aid add --relation parent --name 李秀英 --yearly-limit 3000 --id-fd 3 --pin-fd 4 3<mama-id 4<pin",
    ),
    "yibao mutual-aid remove": (f"yibao mutual-aid remove {_first('yibao mutual-aid list')} --yes --pin-fd 3 3<pin",),
    "yibao pin": ("yibao pin change --pin-fd 3 --new-pin-fd 4 3<pin 4<new-pin",),
    "yibao pin set": ("yibao pin set --pin-fd 3 3<pin",),
    "yibao pin change": ("yibao pin change --pin-fd 3 --new-pin-fd 4 3<pin 4<new-pin",),
    "yibao pin reset": ("yibao pin reset --sandbox-auto --new-pin-fd 3 3<new-pin",),
    "yibao voucher": ("yibao voucher show",),
    "yibao voucher show": ("yibao voucher show mama",),
    "yibao voucher refresh": ("yibao voucher refresh --pin-fd 3 3<pin",),
    "yibao voucher update": ("yibao voucher update",),
    "yibao voucher freeze": ("yibao voucher freeze --yes",),
    "yibao voucher unfreeze": ("yibao voucher unfreeze --pin-fd 3 3<pin",),
    "yibao card": ("yibao card show",),
    "yibao card show": ("yibao card show mama",),
    "yibao card report-lost": ("yibao card report-lost --yes",),
    "yibao card reissue": ("yibao card report-lost --yes && yibao card reissue",),
    "yibao device": ("yibao device list",),
    "yibao device list": ("yibao device list --json",),
    "yibao device revoke": (f"yibao device revoke {_first('yibao device list')} --dry-run --pin-fd 3 3<pin",),
    "yibao audit": ("yibao audit verify",),
    "yibao audit show": ("yibao audit show --limit 5",),
    "yibao audit verify": ("yibao audit verify --json",),
    "yibao profile": ("yibao profile list",),
    "yibao profile list": ("yibao profile list",),
    "yibao profile use": ("yibao profile use mama",),
    "yibao profile add": ("yibao profile add grandma",),
    "yibao profile remove": ("yibao profile add unused && yibao profile remove unused --yes",),
    "yibao config": ("yibao config list",),
    "yibao config get": ("yibao config get lang",),
    "yibao config set": ("yibao config set lang zh-CN", "yibao config set output json --for mama"),
    "yibao config list": ("yibao config list --json",),
    "yibao config path": ("yibao config path --json",),
    "yibao platform": ("yibao platform show",),
    "yibao platform show": ("yibao platform show --json",),
    "yibao schema": ("yibao schema", "yibao schema balance"),
    "yibao completion": ("source <(yibao completion bash)", "yibao completion fish -v"),
    "yibao doctor": ("yibao doctor", "yibao doctor --json"),
    "yibao help": ("yibao help exit-codes", "yibao help environment"),
    "yibao-platform": ("yibao-platform person list --reveal", "yibao-platform outbox --reveal"),
    "yibao-platform person": ("yibao-platform person list",),
    "yibao-platform person add": (
        "yibao-platform person add --name 周涛 --phone 13900000001 --region zhengzhou --insutype 310"
        " --birth-date 1980-01-02 --sex female",
    ),
    "yibao-platform person change": ("yibao-platform person change 李秀英 --phone 13900000003",),
    "yibao-platform person list": ("yibao-platform person list --reveal --json",),
    "yibao-platform person show": ("yibao-platform person show 张三 --reveal",),
    "yibao-platform person import": ("yibao-platform person import people.csv",),
    "yibao-platform institution": ("yibao-platform institution list",),
    "yibao-platform institution add": (
        "yibao-platform institution add H11000000077 --name-zh 某医院 --name-en 'Some Hospital' --level 2"
        " --supports voucher --supports outpatient",
    ),
    "yibao-platform institution list": ("yibao-platform institution list --json",),
    "yibao-platform institution import": ("yibao-platform institution import institutions.csv",),
    "yibao-platform counter": ("yibao-platform counter review",),
    "yibao-platform counter offer": ("yibao-platform counter offer 张三 --reveal",),
    "yibao-platform counter reset-pin": ("yibao-platform counter reset-pin 张三 --reveal",),
    "yibao-platform counter review": (
        "yibao-platform counter review",
        f"yibao-platform counter review {_first('yibao-platform counter review')} --approve",
    ),
    "yibao-platform counter recover": (
        f"yibao-platform counter recover {_first('yibao-platform counter review --all')} --amount 1.00 --dry-run",
    ),
    "yibao-platform terminal": (f"yibao qr --digits --pin-fd 3 3<pin | yibao-platform terminal verify {_AT} --code -",),
    "yibao-platform terminal verify": (
        f"yibao qr --digits --pin-fd 3 3<pin | yibao-platform terminal verify {_AT} --code -",
    ),
    "yibao-platform terminal settle": (
        f"yibao qr --digits --pin-fd 3 3<pin | yibao-platform terminal settle {_AT} --bill bill.json --code -",
        f"yibao-platform terminal settle {_AT} --bill bill.json --credential id-card --credential-fd 3 --preview 3<id",
    ),
    "yibao-platform terminal query": (
        f"yibao-platform terminal query {_AT} {_first('yibao records --kind settlement')}",
    ),
    "yibao-platform terminal refund": (
        f"yibao-platform terminal refund {_first('yibao records --kind settlement')} {_AT}",
    ),
    "yibao-platform terminal reverse": (f"yibao-platform terminal reverse {_AT} --idempotency-key visit-4711",),
    "yibao-platform terminal request-payment": (
        f"yibao-platform terminal request-payment {_AT} --bill bill.json --credential id-card --credential-fd 3 3<id",
    ),
    "yibao-platform sandbox": ("yibao-platform sandbox init",),
    "yibao-platform sandbox init": ("yibao-platform sandbox init --people 100 --seed 7",),
    "yibao-platform sandbox code": ("yibao-platform sandbox code 张三 --case expired --json",),
    "yibao-platform sandbox reset": ("yibao-platform sandbox reset --yes",),
    "yibao-platform sandbox clock": ("yibao-platform sandbox clock",),
    "yibao-platform sandbox clock show": ("yibao-platform sandbox clock show --json",),
    "yibao-platform sandbox clock advance": (
        "yibao-platform sandbox clock advance 61s",
        "yibao-platform sandbox clock advance -- -1h",
    ),
    "yibao-platform sandbox clock reset": ("yibao-platform sandbox clock reset",),
    "yibao-platform outbox": ("yibao-platform outbox --limit 5",),
}


def of(path: str) -> tuple[str, ...]:
    """The examples of a command by its full name; none for a name that has none."""
    return EXAMPLES.get(path, ())
