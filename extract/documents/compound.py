"""Compound files: the container of DOC, XLS and encrypted Office files.

What tells one kind from another and what guards a library is read here ([MS-CFB] sections
2.2 to 2.6); the streams themselves are read by libraries.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_MAX_ENTRIES = 10_000
_MINI = 64
_MINI_STREAM = 4096
"""Streams shorter than this stand in the stream of the root, in sectors of 64 bytes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream or storage: its name, first sector and length, and its neighbours."""

    name: str
    left: int
    right: int
    below: int
    sector: int
    size: int

    @classmethod
    def of(cls, data: bytes) -> Entry:
        """Read the 128 bytes of an entry."""
        text, length = data[:64], struct.unpack_from("<H", data, 64)[0]
        name = text[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        return cls(
            name, *struct.unpack_from("<3I", data, 68), *struct.unpack_from("<2I", data, 116)
        )


class Compound:
    """A compound file; of a broken one what can still be reached, perhaps nothing."""

    def __init__(self, payload: bytes) -> None:
        self._payload = payload
        self._size = _sector_size(payload)
        self._table: Sequence[int] = self._sector_table() if self._size else ()
        directory = self._chain(_word(payload, 48)) if self._size else b""
        last = min(len(directory), _MAX_ENTRIES * _ENTRY) - _ENTRY + 1
        self._entries = [
            Entry.of(directory[at : at + _ENTRY]) for at in range(0, max(last, 0), _ENTRY)
        ]

    def root(self) -> Mapping[str, Entry]:
        """The streams and storages right below the root, by name.

        What stands deeper belongs to embedded files: a sheet inside a text makes no workbook.
        """
        found: dict[str, Entry] = {}
        seen: set[int] = set()
        waiting = [self._entries[0].below] if self._entries else []
        while waiting:
            index = waiting.pop()
            if index in seen or index >= len(self._entries):
                continue
            seen.add(index)
            entry = self._entries[index]
            found[entry.name] = entry
            waiting += [entry.left, entry.right]
        return MappingProxyType(found)

    def stream(self, entry: Entry) -> bytes:
        """The bytes of a stream, as many as there are."""
        if entry.size >= _MINI_STREAM:
            return self._chain(entry.sector)[: entry.size]
        table = _words(self._chain(_word(self._payload, 60)))
        small = self._chain(self._entries[0].sector)
        parts = [small[at * _MINI : (at + 1) * _MINI] for at in _follow(entry.sector, table)]
        return b"".join(parts)[: entry.size]

    def _sector(self, number: int) -> bytes:
        return self._payload[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _follow(first, self._table))

    def _sector_table(self) -> Sequence[int]:
        """The sector after each sector; the header lists where that table stands."""
        listed = list(struct.unpack_from("<109I", self._payload, 76))
        more, seen = _word(self._payload, 68), set[int]()
        while more < _LAST_SECTOR and more not in seen:
            seen.add(more)
            *sectors, more = _words(self._sector(more)) or (_LAST_SECTOR,)
            listed += sectors
        used = (number for number in listed if number < _LAST_SECTOR)
        most = len(self._payload) // self._size
        tables = [self._sector(number) for number, _ in zip(used, range(most), strict=False)]
        return _words(b"".join(tables))


def root_names(payload: bytes) -> frozenset[str]:
    """The names of the streams and storages right below the root of a compound file."""
    return frozenset(Compound(payload).root())


def _sector_size(payload: bytes) -> int:
    """Bytes of a sector; 0 for what is no compound file."""
    if not payload.startswith(MARK) or len(payload) < _HEADER:
        return 0
    shift = struct.unpack_from("<H", payload, 30)[0]
    return 1 << shift if shift in (9, 12) else 0


def _word(data: bytes, at: int) -> int:
    word: int = struct.unpack_from("<I", data, at)[0]
    return word


def _words(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _follow(first: int, table: Sequence[int]) -> Iterator[int]:
    """A chain of sectors; one that runs in a circle ends after as many as there are."""
    for _ in range(len(table) + 1):
        if first >= _LAST_SECTOR:
            return
        yield first
        if first >= len(table):
            return
        first = table[first]
