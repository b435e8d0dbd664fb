"""The audit: one record per act, hash-chained, without personal data.

Rules of this room: see `vault`. A record's link = HMAC-SHA256(audit key, link before ‖ number as 8 bytes ‖ box); the
head names count and last link, so that neither the end nor the middle can be cut or changed.
"""

from __future__ import annotations

import hashlib
import hmac
import json

from wallet_cli.domain.secret import Secret
from wallet_cli.domain.time import Instant
from wallet_cli.errors import AuditBroken, StoreTampered
from wallet_cli.ports import AuditRecord, Row
from wallet_cli.storage.sealing import SealBroken, Sealer
from wallet_cli.storage.sqlite import Database
from wallet_cli.vault.layout import STORE_KEY, place, to_json

FIRST_LINK = bytes(32)


class AuditChain:
    """The chain inside one open transaction. `count` and `link` are where it ends now."""

    def __init__(self, database: Database, wallet_id: str, key: Secret, sealer: Sealer) -> None:
        self._database = database
        self._wallet_id = wallet_id
        self._key = key
        self._sealer = sealer

    def end(self) -> tuple[int, str]:
        """Count of records and the last one's link, hex, as the table has them; count -1 where numbers are missing."""
        count, highest = self._database.execute("SELECT count(*), coalesce(max(number), 0) FROM audit")[0]
        if count != highest:
            count = -1
        last = self._database.execute("SELECT link FROM audit ORDER BY number DESC LIMIT 1")
        link = last[0][0] if last else FIRST_LINK
        if type(link) is not bytes:
            raise StoreTampered(path=str(self._database.path), what="audit")
        return count, link.hex()

    def append(self, act: str, at: Instant, facts: Row, generation: int) -> None:
        """One more record."""
        count, link = self.end()
        number = count + 1
        record = to_json({"act": act, "at": int(at), "facts": dict(facts)})
        box = self._sealer.seal(record, self._place(number, generation))
        self._database.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?)",
            (number, generation, box, self._link(bytes.fromhex(link), number, box)),
        )

    def check(self, count: int, end: str) -> list[AuditRecord]:
        """All records; `count` and `end` are the head's. Raises AuditBroken naming the first bad record."""
        records: list[AuditRecord] = []
        before = FIRST_LINK
        for number, generation, box, link in self._database.execute("SELECT * FROM audit ORDER BY number"):
            expected = len(records) + 1
            if number != expected or expected > count or type(generation) is not int or type(box) is not bytes:
                raise AuditBroken(record=expected)
            if link != self._link(before, number, box):
                raise AuditBroken(record=expected)
            records.append(self._record(number, generation, box))
            before = link
        if len(records) != count:
            raise AuditBroken(record=len(records) + 1)
        if before.hex() != end:
            raise AuditBroken(record=max(count, 1))
        return records

    def _record(self, number: int, generation: int, box: bytes) -> AuditRecord:
        try:
            value = json.loads(self._sealer.unseal(box, self._place(number, generation)))
        except SealBroken:
            raise AuditBroken(record=number) from None
        return AuditRecord(number, Instant(value["at"]), value["act"], value["facts"])

    def _link(self, before: bytes, number: int, box: bytes) -> bytes:
        return hmac.digest(self._key.reveal(), before + number.to_bytes(8, "big") + box, hashlib.sha256)

    def _place(self, number: int, generation: int) -> bytes:
        return place(self._wallet_id, "audit", str(number), STORE_KEY, generation)
