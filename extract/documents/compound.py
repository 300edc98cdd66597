"""The names in a compound file: the container of DOC, XLS and encrypted Office files.

Only what tells one kind from another is read here ([MS-CFB] sections 2.2 to 2.6).
"""

from __future__ import annotations

import struct

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_STREAM = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_MAX_ENTRIES = 10_000


def root_names(payload: bytes) -> frozenset[str]:
    """The names of the streams and storages right below the root.

    What stands deeper belongs to embedded files: a sheet inside a text makes no workbook.
    Of a broken file the names that can still be reached are given, perhaps none.
    """
    if not payload.startswith(MARK) or len(payload) < 512:
        return frozenset()
    entries = _entries(payload)
    if not entries:
        return frozenset()
    names: set[str] = set()
    seen: set[int] = set()
    waiting = [_links(entries[0])[2]]
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(entries):
            continue
        seen.add(index)
        names.add(_name(entries[index]))
        left, right, _ = _links(entries[index])
        waiting += [left, right]
    return frozenset(names)


def _entries(payload: bytes) -> list[bytes]:
    """The entries of the directory, in order."""
    shift = struct.unpack_from("<H", payload, 30)[0]
    if shift not in (9, 12):
        return []
    size = 1 << shift
    table = _sector_table(payload, size)
    sector = struct.unpack_from("<I", payload, 48)[0]
    entries: list[bytes] = []
    while sector < _LAST_SECTOR and len(entries) < _MAX_ENTRIES:
        data = payload[(sector + 1) * size : (sector + 2) * size]
        entries += [data[i : i + _ENTRY] for i in range(0, len(data) - _ENTRY + 1, _ENTRY)]
        if not data or sector >= len(table):
            break
        sector = table[sector]
    return entries


def _sector_table(payload: bytes, size: int) -> tuple[int, ...]:
    """The next sector of each sector, as far as the header lists the sectors of that table.

    The 109 sectors that the header has room for cover files of 7 MB; the directory of
    a larger file that lies beyond them is cut.
    """
    table: list[int] = []
    for sector in struct.unpack_from("<109I", payload, 76):
        if sector >= _LAST_SECTOR:
            break
        data = payload[(sector + 1) * size : (sector + 2) * size]
        if len(data) < size:
            break
        table += struct.unpack(f"<{size // 4}I", data)
    return tuple(table)


def _name(entry: bytes) -> str:
    length = min(struct.unpack_from("<H", entry, 64)[0], 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _links(entry: bytes) -> tuple[int, int, int]:
    """Indices of the left and right neighbour and of the first entry below."""
    left, right, child = struct.unpack_from("<3I", entry, 68)
    return left, right, child
