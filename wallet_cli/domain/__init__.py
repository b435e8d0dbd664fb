"""Pure values and rules of the field.

Rules of this room: no clock, no randomness, no disk, no network, no words for people. Time and random bytes come in
as arguments. Values are frozen dataclasses; malformed input raises a typed leaf of `errors`.
"""
