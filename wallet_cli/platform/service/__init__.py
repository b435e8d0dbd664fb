"""The platform's own rules, each on one `Act`: a database transaction, a time, randomness and keys.

Rules of this room: no I/O but the statements of `platform.sql` through the act; failures are leaves of `errors`. A
failure whose trace must stay (a counted wrong try) is raised inside `Kept`: what the act wrote is committed first.
"""
