"""Bytes from a terminal into keys.

Pure. An escape sequence (an arrow, a function key) is one key named OTHER, so that its letters never act as commands.
"""

from __future__ import annotations

OTHER = ""


def keys(data: bytes) -> list[str]:
    """Keys in the order typed: letters in lower case, control keys as themselves."""
    found: list[str] = []
    index = 0
    while index < len(data):
        byte = data[index]
        index += 1
        if byte == 0x1B:
            index = _after_escape(data, index)
            found.append(OTHER)
        elif byte < 0x80:
            found.append(chr(byte).lower())
        else:
            while index < len(data) and 0x80 <= data[index] < 0xC0:
                index += 1
            found.append(OTHER)
    return found


def _after_escape(data: bytes, index: int) -> int:
    """Where the sequence that began before `index` ends (ECMA-48: CSI … final byte 40-7E; SS3 and one byte)."""
    if index >= len(data):
        return index
    if data[index] == ord("["):
        index += 1
        while index < len(data) and not 0x40 <= data[index] <= 0x7E:
            index += 1
        return index + 1
    return index + (2 if data[index] == ord("O") else 1)
