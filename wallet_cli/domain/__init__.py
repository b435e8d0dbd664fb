"""Pure values and rules of the field.

Rules of this room: no clock, no randomness, no disk, no network, no words for people. Time and random bytes come in
as arguments. Values are named tuples, which cost a tenth of a frozen dataclass to define: start-up pays for each.
Malformed input raises a typed leaf of `errors`.
"""
