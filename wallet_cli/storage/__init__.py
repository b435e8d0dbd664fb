"""What the vault and the embedded platform share: places on disk, locks, SQLite, sealed bytes.

Rules of this room: it knows files and bytes, nothing of vouchers or people. Randomness comes in as an argument. Errors
of the system are translated here, by tables, into leaves of `errors`.
"""
