"""What a citizen does, one file a thing.

Rules of this room: no disk, no terminal, no clock of its own: a `Session` brings vault, platform, time and randomness
as ports. A change at the platform is written to the outbox before it is sent and cleared with its answer in one
transaction, so that a rerun after any interruption asks again under the same idempotency key.
"""
