"""The face a person's device talks to about its family. Each method: who calls, which rule, one act.

Rules of this room: as `platform.citizen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.platform.face import DeviceFace

if TYPE_CHECKING:
    from wallet_cli.domain.family import ConsentCode, ConsentRequest, FamilyView, Link, MemberRequest, Relative
    from wallet_cli.domain.identity import Name
    from wallet_cli.ports import Call, FaceCheck, Issued, Proof, Reply


class FamilyFace(DeviceFace):
    """ports.family.Family over the engine."""

    def family(self, call: Call) -> Reply[FamilyView]:
        from wallet_cli.platform.service import family

        return self._read(call, "family", family.view)

    def check_member(self, call: Call, claim: Relative) -> Reply[bool]:
        from wallet_cli.platform.service import family

        return self._read(call, "check_member", lambda act, caller: family.check(act, caller, claim))

    def make_consent(self, call: Call, guardian: Name | None, own: Proof) -> Reply[ConsentCode]:
        from wallet_cli.platform.service import family, proofs

        return self._change(
            call,
            "make_consent",
            lambda: (guardian, proofs.digestible(own)),
            lambda act, caller: family.make_consent(act, caller, guardian, own),
        )

    def request_consent(self, call: Call, claim: Relative) -> Reply[ConsentRequest]:
        from wallet_cli.platform.service import family

        return self._change(
            call, "request_consent", lambda: claim, lambda act, caller: family.request_consent(act, caller, claim)
        )

    def begin_member_face(self, call: Call, claim: Relative) -> Reply[FaceCheck]:
        from wallet_cli.platform.service import family

        return self._change(
            call, "begin_member_face", lambda: claim, lambda act, caller: family.begin_face(act, caller, claim)
        )

    def add_member(self, call: Call, request: MemberRequest, proof: Proof, own: Proof) -> Reply[Issued]:
        from wallet_cli.platform.service import family, proofs

        return self._change(
            call,
            "add_member",
            lambda: (request, proofs.digestible(proof), proofs.digestible(own)),
            lambda act, caller: family.add(act, caller, request, proof, own),
        )

    def remove_member(self, call: Call, link_id: str, own: Proof) -> Reply[Link]:
        from wallet_cli.platform.service import family, proofs

        return self._change(
            call,
            "remove_member",
            lambda: (link_id[:64], proofs.digestible(own)),
            lambda act, caller: family.remove(act, caller, link_id, own),
        )
