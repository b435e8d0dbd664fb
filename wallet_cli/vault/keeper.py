"""The two items of a wallet, root and anchor, and the keys that come from root.

Rules of this room: see `vault`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import KeyringChanged, KeyringEmpty, StoreTampered, VaultDiffers
from wallet_cli.ports import Items, Random
from wallet_cli.storage.sealing import Sealer, derive
from wallet_cli.vault.layout import Anchor, Header

ANCHOR = "anchor"
ROOT = "root"
_ROOT_BYTES = 32

ItemsFactory = Callable[[Header | None], Items]
"""Gives the items for what a store's header records; None where there is no store yet."""


class Keeper:
    """Asks the keyring as seldom as may be: root once, the anchor each time it is needed."""

    def __init__(self, path: Path, make: ItemsFactory, recorded: Callable[[], Header | None], random: Random) -> None:
        self._path = path
        self._make = make
        self._recorded = recorded
        self._random = random
        self._items: Items | None = None
        self._root: Secret | None = None
        self._keys: dict[str, Secret] = {}

    @property
    def items(self) -> Items:
        """Raises VaultDiffers, KeyringChanged where the store records another keeper than the one at hand."""
        if self._items is None:
            recorded = self._recorded()
            items = self._make(recorded)
            if recorded is not None and recorded.vault != items.kind:
                raise VaultDiffers(vault=recorded.vault, asked=items.kind)
            if recorded is not None and recorded.backend != items.backend:
                raise KeyringChanged(recorded=recorded.backend, found=items.backend)
            self._items = items
        return self._items

    def take_any(self) -> None:
        """For a wallet that starts anew: whichever keeper is at hand, whatever the old store says."""
        self._items = self._make(None)
        self.forget()

    def forget(self) -> None:
        """Root is asked for again when it is next needed."""
        self._root = None
        self._keys.clear()

    def has_root(self) -> bool:
        """Whether the keyring holds a root; a locked keyring is asked to open."""
        if self._root is None:
            item = self.items.get(ROOT)
            self._root = None if item is None else self._parse(item)
        return self._root is not None

    def make_root(self) -> None:
        """Writes a root where there is none."""
        if not self.has_root():
            self.items.put(ROOT, Secret(self._random.bytes(_ROOT_BYTES).hex().encode("ascii")))

    def drop_root(self) -> None:
        self.items.drop(ROOT)
        self.forget()

    def anchor(self) -> Anchor | None:
        """As the keyring has it now. Raises StoreTampered for what is no anchor."""
        item = self.items.get(ANCHOR)
        if item is None:
            return None
        anchor = Anchor.parse(item)
        if anchor is None:
            raise StoreTampered(path=str(self._path), what="anchor")
        return anchor

    def move_anchor(self, anchor: Anchor) -> None:
        self.items.put(ANCHOR, anchor.to_secret())

    def key(self, label: str) -> Secret:
        """The key for one purpose: store, mac, pepper, audit. Raises KeyringEmpty."""
        if label not in self._keys:
            if not self.has_root() or self._root is None:
                raise KeyringEmpty(item=ROOT)
            self._keys[label] = derive(self._root, label)
        return self._keys[label]

    def sealer(self) -> Sealer:
        """For rows under the store's own key."""
        return Sealer(self.key("store"), self._random.bytes)

    def _parse(self, item: Secret) -> Secret:
        try:
            root = bytes.fromhex(item.reveal().decode("ascii"))
        except ValueError:
            root = b""
        if len(root) != _ROOT_BYTES:
            raise StoreTampered(path=str(self._path), what="root")
        return Secret(root)
