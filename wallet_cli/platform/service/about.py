"""What a wallet must know of the platform first: name, root, key set, agreement, places.

Rules of this room: see `service`. The agreement's text is data: one file a language in `agreement/`.
"""

from __future__ import annotations

from pathlib import Path

from wallet_cli.platform import policies
from wallet_cli.platform.service.act import ISSUER, SANDBOX_NUMBER, Act
from wallet_cli.platform.service.activation import AGREEMENT
from wallet_cli.platform.service.keys import key_set
from wallet_cli.ports import PlatformInfo

_TEXTS = Path(__file__).parent.parent / "agreement"
LANGUAGES = ("zh-CN", "zh-TW", "en")


def info(act: Act) -> PlatformInfo:
    """Signed by the root as of now."""
    return PlatformInfo(
        number=SANDBOX_NUMBER,
        issuer=ISSUER,
        sandbox=True,
        root_jwk=act.keys.jwk("root"),
        key_set=key_set(act),
        agreement_version=AGREEMENT,
        agreement={language: (_TEXTS / f"{language}.txt").read_text("utf-8") for language in LANGUAGES},
        regions=policies.places(),
    )
