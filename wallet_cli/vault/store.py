"""The store of one profile: checked against the keyring's anchor, read, changed, made and replaced.

Rules of this room: see `vault`. The order of every change: rows and head in one SQLite transaction, then the anchor,
and only then does anyone hear of it. A store ahead of its anchor by heads that it remembers is a change cut short, and
mended by moving the anchor; every other difference is an error (protocol.md, "Rollback").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from wallet_cli.domain.time import Instant
from wallet_cli.errors import (
    ActivationUnfinished,
    KeyringChanged,
    KeyringEmpty,
    NotActivated,
    StoreForeign,
    StoreMissing,
    StoreNewer,
    StoreRolledBack,
    StoreTampered,
    VaultDiffers,
    WalletError,
)
from wallet_cli.ports import AuditRecord, Random, StoreState
from wallet_cli.storage.files import check_private
from wallet_cli.storage.lock import Lock
from wallet_cli.storage.sqlite import Database, open_database
from wallet_cli.vault.audit import FIRST_LINK, AuditChain
from wallet_cli.vault.cells import Cells, rows_digest
from wallet_cli.vault.keeper import ANCHOR, ROOT, ItemsFactory, Keeper
from wallet_cli.vault.layout import PAIRS, Anchor, Head, Header, Pair
from wallet_cli.vault.opening import (
    lay_out,
    move_aside,
    opened,
    raw_tag,
    read_head,
    read_header,
    write_head,
)

FILE = "store.db"
LOCK = "store.lock"


class Store:
    """One profile's file and keeper. Not for use by several threads at once.

    `first_rows` fills a new store inside its first transaction. Errors: those of ports.Vault; NotActivated where there
    is neither store nor item, ActivationUnfinished where a creation was cut short.
    """

    def __init__(
        self,
        directory: Path,
        items: ItemsFactory,
        random: Random,
        first_rows: Callable[[Cells, Instant], None],
        lock_wait_s: float,
    ) -> None:
        self.path = directory / FILE
        self.random = random
        self.keeper = Keeper(self.path, items, lambda: read_header(self.path), random)
        self._first_rows = first_rows
        self._exclusive = Lock(directory / LOCK, lock_wait_s)
        self._shared = Lock(directory / LOCK, lock_wait_s, shared=True)
        self._cells: Cells | None = None
        self._confirmed: tuple[str, Pair] | None = None

    # --- birth ----------------------------------------------------------------------------------------------------

    def state(self) -> StoreState:
        """Absent, pending or ready; every damage is raised."""
        try:
            with self.reading():
                return StoreState.READY
        except NotActivated:
            return StoreState.ABSENT
        except ActivationUnfinished:
            return StoreState.PENDING

    def create(self, now: Instant) -> None:
        """Makes the wallet, or finishes making it. A ready one is left as it is."""
        self.keeper.has_root()
        with self._exclusive:
            state = self.state()
            if state is StoreState.READY:
                return
            if state is StoreState.ABSENT:
                self._begin()
            self._finish(now)

    def replace(self, now: Instant) -> Path | None:
        """Moves the store aside, forgets its items, creates anew."""
        try:
            self.keeper.has_root()
        except (StoreTampered, StoreNewer, VaultDiffers, KeyringChanged):
            self.keeper.take_any()
        with self._exclusive:
            aside = move_aside(self.path) if check_private(self.path) else None
            # Cut short after any of these lines, the wallet is missing its store or pending: never a first run.
            self._confirmed = None
            self.keeper.drop_root()
            self._begin()
            self._finish(now)
            return aside

    def _begin(self) -> None:
        self.keeper.move_anchor(Anchor(self.random.bytes(8).hex(), None))

    def _finish(self, now: Instant) -> None:
        anchor = self.keeper.anchor()
        if anchor is None:
            raise KeyringEmpty(item=ANCHOR)
        self.keeper.make_root()
        items = self.keeper.items
        header = Header(anchor.wallet_id, items.kind, items.backend)
        there = check_private(self.path)
        if not (there and self._is_built(header)):
            # What a creation left that was cut short inside SQLite is an empty file by now; anything else is kept.
            if there and self.path.stat().st_size:
                move_aside(self.path)
            self._build(header, now)
        with opened(self.path) as (database, found):
            self._move_anchor(*read_head(database, self.keeper.key("mac"), found))

    def _is_built(self, header: Header) -> bool:
        try:
            with opened(self.path) as (database, found):
                return read_head(database, self.keeper.key("mac"), found)[0].header == header
        except (StoreTampered, StoreNewer):
            return False

    def _build(self, header: Header, now: Instant) -> None:
        database = open_database(self.path, self._broken)
        try:
            with database.transaction():
                lay_out(database, header)
                blank = Head(header, 0, rows_digest(database), 0, FIRST_LINK.hex(), ())
                cells = self._view(database, blank)
                self._first_rows(cells, now)
                self._advance(database, cells, ())
        finally:
            database.close()

    # --- reading and writing --------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Cells]:
        """A checked view; inside `writing`, that one's. Mends an anchor that was left behind."""
        if self._cells is not None:
            yield self._cells
            return
        self._prepare()
        while True:
            with self._reading_lock():
                self._need_store()
                with self._opened() as (database, header), database.reading():
                    head, _, level = self._check(database, header)
                    if level:
                        yield self._view(database, head)
                        return
            self._mend()

    @contextmanager
    def writing(self) -> Iterator[Cells]:
        """One transaction; ends after the anchor has moved. What is raised inside leaves nothing behind."""
        if self._cells is not None:
            raise RuntimeError("a transaction is already open on this store")
        self._prepare()
        with self._exclusive:
            self._need_store()
            with self._opened() as (database, header), database.transaction():
                head, tag, level = self._check(database, header, fresh=True)
                if not level:
                    # Mended first: however often moving the anchor fails, it never lags by more than one.
                    self._move_anchor(head, tag)
                cells = self._cells = self._view(database, head)
                try:
                    yield cells
                finally:
                    self._cells = None
                if cells.changed:
                    earlier = (*head.earlier, (head.generation, tag))[1 - PAIRS :]
                    head, tag = self._advance(database, cells, earlier)
            self._move_anchor(head, tag)

    def locked(self) -> AbstractContextManager[object]:
        """Keeps other processes out over several transactions."""
        self._prepare()
        return self._exclusive

    def audit(self) -> list[AuditRecord]:
        """The whole chain, checked record by record. Raises AuditBroken."""
        self._prepare()
        with self._reading_lock():
            self._need_store()
            with self._opened() as (database, header), database.reading():
                head, _, _ = self._check(database, header, audit=False)
                return self._view(database, head).chain.check(head.audit_count, head.audit_link)

    def _view(self, database: Database, head: Head) -> Cells:
        sealer = self.keeper.sealer()
        return Cells(
            database, head, sealer, AuditChain(database, head.header.wallet_id, self.keeper.key("audit"), sealer)
        )

    def _advance(self, database: Database, cells: Cells, earlier: tuple[Pair, ...]) -> tuple[Head, str]:
        count, link = cells.chain.end()
        head = cells.head._replace(
            generation=cells.generation,
            rows=rows_digest(database),
            audit_count=count,
            audit_link=link,
            earlier=earlier,
        )
        return head, write_head(database, self.keeper.key("mac"), head)

    def _reading_lock(self) -> Lock:
        return self._exclusive if self._exclusive.held else self._shared

    # --- what is there, and whether it is good ----------------------------------------------------------------------

    def _prepare(self) -> None:
        """Root is asked for before any lock is taken: a locked keyring may want its owner."""
        if self.keeper.has_root():
            return
        if not self.path.parent.exists() and self.keeper.anchor() is None:
            raise NotActivated
        # Looked at again under the lock: another process may be creating just now.
        with self._reading_lock():
            if not self.keeper.has_root():
                raise self._lacking(ROOT)

    @contextmanager
    def _opened(self) -> Iterator[tuple[Database, Header]]:
        """The file, which need not be whole while the wallet is still being made."""
        with ExitStack() as stack:
            try:
                found = stack.enter_context(opened(self.path))
            except StoreTampered:
                anchor = self.keeper.anchor()
                if anchor is not None and anchor.pair is None:
                    raise ActivationUnfinished(step="store") from None
                raise
            yield found

    def _need_store(self) -> None:
        if not check_private(self.path):
            raise self._lacking(None)

    def _lacking(self, item: str | None) -> WalletError:
        anchor = self.keeper.anchor()
        if anchor is not None and anchor.pair is None:
            return ActivationUnfinished(step="store")
        if check_private(self.path):
            return KeyringEmpty(item=item)
        if anchor is None and not self.keeper.has_root():
            return NotActivated()
        return StoreMissing(path=str(self.path))

    def _check(
        self, database: Database, header: Header, *, fresh: bool = False, audit: bool = True
    ) -> tuple[Head, str, bool]:
        """Head, tag, and whether the anchor is level with them (else it lags behind within bounds).

        The anchor is asked for unless this process has confirmed this very head; `fresh` always asks.
        """
        known = self._confirmed is not None and self._confirmed[1][1] == raw_tag(database)
        anchor = self._confirmed_anchor() if known and not fresh else self.keeper.anchor()
        if anchor is None:
            raise KeyringEmpty(item=ANCHOR)
        if anchor.pair is None:
            raise ActivationUnfinished(step="store")
        if anchor.wallet_id != header.wallet_id:
            raise StoreForeign(path=str(self.path))
        head, tag = self._read_head(database, header)
        level = self._compare(head, tag, anchor.pair)
        if rows_digest(database) != head.rows:
            raise StoreTampered(path=str(self.path), what="rows")
        if audit and self._view(database, head).chain.end() != (head.audit_count, head.audit_link):
            raise StoreTampered(path=str(self.path), what="audit")
        if level:
            self._confirmed = (header.wallet_id, anchor.pair)
        return head, tag, level

    def _read_head(self, database: Database, header: Header) -> tuple[Head, str]:
        try:
            return read_head(database, self.keeper.key("mac"), header)
        except StoreTampered:
            # Another process may have replaced the wallet, root and all, since this one asked for root.
            self.keeper.forget()
            return read_head(database, self.keeper.key("mac"), header)

    def _confirmed_anchor(self) -> Anchor | None:
        return None if self._confirmed is None else Anchor(*self._confirmed)

    def _compare(self, head: Head, tag: str, pair: Pair) -> bool:
        if pair == (head.generation, tag):
            return True
        if pair in head.earlier:
            return False
        if pair[0] >= head.generation:
            raise StoreRolledBack(path=str(self.path))
        raise StoreTampered(path=str(self.path), what="anchor")

    def _mend(self) -> None:
        with self._exclusive:
            self._need_store()
            with self._opened() as (database, header), database.reading():
                head, tag, level = self._check(database, header, fresh=True)
            if not level:
                self._move_anchor(head, tag)

    def _move_anchor(self, head: Head, tag: str) -> None:
        mark = (head.header.wallet_id, (head.generation, tag))
        if self._confirmed != mark:
            self._confirmed = None
            self.keeper.move_anchor(Anchor(*mark))
            self._confirmed = mark

    def _broken(self) -> StoreTampered:
        return StoreTampered(path=str(self.path), what="file")
