"""One profile's store and the secrets it hangs from: keyring, passphrase or key file.

Rules of this room: secrets are opened here and nowhere else, and do not leave, neither in values nor in errors. What
is on disk never lets a PIN be tried without the keyring. Nothing is acknowledged before the keyring's anchor has
moved. Randomness comes in; time comes in with each act. Formats are versioned.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wallet_cli.ports import Items, Limits, PassphraseSource, Random, Vault
    from wallet_cli.vault.kdf import KdfCost
    from wallet_cli.vault.keeper import ItemsFactory
    from wallet_cli.vault.layout import Header

STORE_FILE = "store.db"


def recorded(directory: Path) -> Header | None:
    """What the profile's store says of itself in plain: wallet id, vault kind, keyring backend. None without a store.

    Raises StoreTampered, StoreNewer, StoreUnsafe.
    """
    from wallet_cli.vault.opening import read_header

    return read_header(directory / STORE_FILE) if directory.exists() else None


def items_for(
    kind: str,
    directory: Path,
    account: str,
    *,
    random: Random,
    passphrase: PassphraseSource | None = None,
    interactive: bool = False,
    backend: str | None = None,
    cost: KdfCost | None = None,
    session: str = "",
) -> Items:
    """The keeper of secret items. `kind`: keyring, passphrase or sandbox; the latter two keep a file in `directory`.

    `backend`: the keyring class a store records, None to find one; `interactive`: whether a locked keyring may ask its
    owner (60 s); `session`: the folder of the user's session, by which wallets take turns at its keyring. Raises
    KeyringAbsent, KeyringChanged, KeyringHanging; VaultNotAllowed for another kind.
    """
    if kind == "keyring":
        from wallet_cli.vault.keyring import KeyringItems

        return KeyringItems(account, interactive=interactive, backend=backend, session=session)
    from wallet_cli.errors import VaultNotAllowed
    from wallet_cli.vault import filed
    from wallet_cli.vault.kdf import KdfCost as Cost

    if kind == "passphrase":
        return filed.PassphraseItems(directory, account, passphrase, random.bytes, cost or Cost())
    if kind == "sandbox":
        return filed.SandboxItems(directory)
    raise VaultNotAllowed(vault=kind)


def open_vault(
    directory: Path,
    items: ItemsFactory,
    random: Random,
    *,
    cost: KdfCost | None = None,
    limits: Limits | None = None,
) -> Vault:
    """The vault of the profile in `directory`; nothing is touched yet.

    `items` is called when a secret is first needed, with what the store's header records (None without a store).
    `cost`: of new PINs.
    """
    from wallet_cli.ports import Limits as Bounds
    from wallet_cli.vault.kdf import KdfCost as Cost
    from wallet_cli.vault.vault import ProfileVault

    return ProfileVault(directory, items, random, cost or Cost(), limits or Bounds())
