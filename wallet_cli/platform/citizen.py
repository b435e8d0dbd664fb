"""The face a person's device talks to. Each method: who calls, which rule, one act.

Rules of this room: no rules of its own; the caller's proof names the operation, which is the method's name. Services
are imported where used: `accounts` must not wait for settlement, nor a balance for activation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wallet_cli.platform.citizen_aid import AidFace
from wallet_cli.platform.citizen_claims import ClaimsFace
from wallet_cli.platform.citizen_directory import DirectoryFace
from wallet_cli.platform.citizen_family import FamilyFace
from wallet_cli.platform.citizen_filing import FilingFace
from wallet_cli.platform.citizen_payments import PaymentsFace
from wallet_cli.platform.citizen_records import YearlyFace
from wallet_cli.platform.service import proofs as possession

if TYPE_CHECKING:
    from wallet_cli.domain.secret import Secret, TextCode
    from wallet_cli.ports import (
        Account,
        Activation,
        ActivationRequest,
        Call,
        Card,
        Device,
        FaceCheck,
        FaceOutcome,
        FacePurpose,
        Issued,
        Jwk,
        Page,
        PlatformInfo,
        Proof,
        Record,
        RecordKind,
        Reply,
        ResetTicket,
        Standing,
    )


class CitizenFace(AidFace, FilingFace, ClaimsFace, YearlyFace, PaymentsFace, FamilyFace, DirectoryFace):
    """ports.Citizen over the engine."""

    # --- what anyone may ask ----------------------------------------------------------------------------------------

    def info(self, call: Call) -> Reply[PlatformInfo]:
        from wallet_cli.platform.service import about

        return self._engine.read(call, about.info)

    def status_list(self, call: Call) -> Reply[str]:
        from wallet_cli.platform.service import issuance

        return self._engine.read(call, issuance.status_list)

    # --- activation -------------------------------------------------------------------------------------------------

    def begin_activation(self, call: Call, request: ActivationRequest) -> Reply[Activation]:
        from wallet_cli.platform.service import activation

        return self._change(
            call, "begin_activation", lambda: request, lambda act, caller: activation.begin(act, caller, request)
        )

    def redeem_offer(
        self, call: Call, offer: str, tx_code: TextCode, device_jwk: Jwk, device_name: str
    ) -> Reply[Activation]:
        from wallet_cli.platform.service import counter

        return self._change(
            call,
            "redeem_offer",
            lambda: (offer[:64], tx_code, dict(device_jwk), device_name),
            lambda act, caller: counter.redeem(act, caller, offer, tx_code, device_jwk, device_name),
        )

    def activation(self, call: Call, activation_id: str) -> Reply[Activation]:
        from wallet_cli.platform.service import activation

        return self._read(call, "activation", lambda act, caller: activation.show(act, caller, activation_id))

    def send_text_code(self, call: Call, activation_id: str) -> Reply[Activation]:
        from wallet_cli.platform.service import activation

        return self._change(
            call,
            "send_text_code",
            lambda: activation_id,
            lambda act, caller: activation.send_again(act, caller, activation_id),
        )

    def confirm_text_code(self, call: Call, activation_id: str, code: TextCode) -> Reply[Activation]:
        from wallet_cli.platform.service import activation

        return self._change(
            call,
            "confirm_text_code",
            lambda: (activation_id, code),
            lambda act, caller: activation.confirm(act, caller, activation_id, code),
        )

    def begin_face(self, call: Call, purpose: FacePurpose, activation_id: str | None) -> Reply[FaceCheck]:
        from wallet_cli.platform.service import activation

        return self._change(
            call,
            "begin_face",
            lambda: (purpose, activation_id),
            lambda act, caller: activation.begin_face(act, caller, purpose, activation_id),
        )

    def poll_face(self, call: Call, face_id: str) -> Reply[FaceOutcome]:
        from wallet_cli.platform.service import activation

        return self._read(call, "poll_face", lambda act, caller: activation.poll_face(act, caller, face_id))

    def nonce(self, call: Call) -> Reply[str]:
        return self._read(call, "nonce", lambda act, _: possession.nonce(act))

    def issue(self, call: Call, activation_id: str, proof: Proof) -> Reply[Issued]:
        from wallet_cli.platform.service import activation

        return self._change(
            call,
            "issue",
            lambda: (activation_id, possession.digestible(proof)),
            lambda act, caller: activation.issue(act, caller, activation_id, proof),
        )

    # --- the voucher ------------------------------------------------------------------------------------------------

    def code_secret(self, call: Call, handle: str, proof: Proof) -> Reply[Secret]:
        from wallet_cli.platform.service import issuance

        # Derived, never kept: a change only because it takes the proof's nonce, so it needs no key to be repeated.
        return self._engine.act(
            call,
            lambda act: issuance.secret(act, possession.caller(act, call, "code_secret"), handle, proof),
        )

    def reissue(self, call: Call, handle: str, proof: Proof, *, new_handle: bool) -> Reply[Issued]:
        from wallet_cli.platform.service import issuance

        return self._change(
            call,
            "reissue",
            lambda: (handle, possession.digestible(proof), new_handle),
            lambda act, caller: issuance.reissue(act, caller, handle, proof, new_handle=new_handle),
            handle=handle,
        )

    def standing(self, call: Call, handle: str) -> Reply[Standing]:
        from wallet_cli.platform.service import issuance

        return self._read(call, "standing", lambda act, caller: issuance.standing(act, caller, handle))

    def vouchers(self, call: Call) -> Reply[tuple[Issued, ...]]:
        from wallet_cli.platform.service import issuance

        return self._read(call, "vouchers", issuance.listed)

    def freeze(self, call: Call) -> Reply[int]:
        from wallet_cli.platform.service import devices

        return self._change(call, "freeze", lambda: None, devices.freeze)

    def unfreeze(self, call: Call, proof: Proof) -> Reply[int]:
        from wallet_cli.platform.service import devices

        return self._change(
            call,
            "unfreeze",
            lambda: possession.digestible(proof),
            lambda act, caller: devices.unfreeze(act, caller, proof),
        )

    # --- PIN resets -------------------------------------------------------------------------------------------------

    def begin_reset(self, call: Call, code: TextCode | None, face_id: str | None) -> Reply[ResetTicket]:
        from wallet_cli.platform.service import resets

        return self._change(
            call, "begin_reset", lambda: (code, face_id), lambda act, caller: resets.begin(act, caller, code, face_id)
        )

    def complete_reset(self, call: Call, ticket: str, proofs: Sequence[Proof]) -> Reply[tuple[Issued, ...]]:
        from wallet_cli.platform.service import resets

        return self._change(
            call,
            "complete_reset",
            lambda: (ticket, tuple(possession.digestible(proof) for proof in proofs)),
            lambda act, caller: resets.complete(act, caller, ticket, proofs),
        )

    # --- money, card, devices ---------------------------------------------------------------------------------------

    def accounts(self, call: Call, handle: str) -> Reply[tuple[Account, ...]]:
        from wallet_cli.platform.service import accounts

        return self._read(call, "accounts", lambda act, caller: accounts.accounts(act, caller, handle))

    def records(
        self,
        call: Call,
        handle: str,
        *,
        year: int | None,
        kind: RecordKind | None,
        cursor: str | None,
        limit: int,
    ) -> Reply[Page[Record]]:
        from wallet_cli.platform.service import records

        return self._read(
            call,
            "records",
            lambda act, caller: records.records(act, caller, handle, year=year, kind=kind, cursor=cursor, limit=limit),
        )

    def record(self, call: Call, handle: str, record_id: str) -> Reply[Record]:
        from wallet_cli.platform.service import records

        return self._read(call, "record", lambda act, caller: records.record(act, caller, handle, record_id))

    def card(self, call: Call, handle: str) -> Reply[Card]:
        from wallet_cli.platform.service import cards

        return self._read_of(call, "card", handle, cards.show)

    def report_card_lost(self, call: Call, handle: str) -> Reply[Card]:
        from wallet_cli.platform.service import cards

        return self._change_of(call, "report_card_lost", handle, lambda: handle, cards.report_lost)

    def reissue_card(self, call: Call, handle: str) -> Reply[Card]:
        from wallet_cli.platform.service import cards

        return self._change_of(call, "reissue_card", handle, lambda: handle, cards.reissue)

    def devices(self, call: Call) -> Reply[tuple[Device, ...]]:
        from wallet_cli.platform.service import devices

        return self._read(call, "devices", devices.listed)

    def revoke_device(self, call: Call, device_id: str, proof: Proof) -> Reply[Device]:
        from wallet_cli.platform.service import devices

        return self._change(
            call,
            "revoke_device",
            lambda: (device_id, possession.digestible(proof)),
            lambda act, caller: devices.revoke(act, caller, device_id, proof),
        )
