"""The face of mutual aid: part of what a person's device talks to.

Rules of this room: see `citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace
from wallet_cli.platform.service import proofs as possession

if TYPE_CHECKING:
    from wallet_cli.domain.aid import AidLink, AidRequest
    from wallet_cli.ports import Call, Proof, Reply


class AidFace(DeviceFace):
    """ports.aid.MutualAid over the engine, mixed into CitizenFace."""

    def aids(self, call: Call) -> Reply[tuple[AidLink, ...]]:
        from wallet_cli.platform.service import aid

        return self._read(call, "aids", aid.listed)

    def add_aid(self, call: Call, request: AidRequest, proof: Proof) -> Reply[tuple[AidLink, bool]]:
        from wallet_cli.platform.service import aid

        return self._change(
            call,
            "add_aid",
            lambda: (request, possession.digestible(proof)),
            lambda act, caller: aid.add(act, caller, request, proof),
        )

    def remove_aid(self, call: Call, aid_id: str, proof: Proof) -> Reply[tuple[AidLink, bool]]:
        from wallet_cli.platform.service import aid

        return self._change(
            call,
            "remove_aid",
            lambda: (aid_id[:64], possession.digestible(proof)),
            lambda act, caller: aid.remove(act, caller, aid_id, proof),
        )
