"""Gzip members of a compressed WARC file: one holds one record, each can be read alone."""

from __future__ import annotations

import contextlib
import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_GZIP = b"\x1f\x8b\x08"
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a file: where it lies and what it holds, decompressed."""

    offset: int
    length: int
    content: bytes


def members(path: Path, start: int = 0, stop: float = math.inf) -> Iterator[Member | int]:
    """Gzip members that begin from ``start`` on and before ``stop``.

    An int is the offset of bytes that are no whole member.

    After damage the reading goes on at the next member that begins a WARC record.
    """
    offset: int | None = start
    with path.open("rb") as records:
        while offset is not None and offset < stop:
            records.seek(offset)
            if not records.peek(1):
                return
            content = bytearray()
            length = _inflate(records, content.extend)
            if length is None:
                yield offset
                offset = next_record(path, offset + 1)
            else:
                yield Member(offset, length, bytes(content))
                offset += length


def member_before(path: Path, end: int, window: int = 1 << 17) -> Member | None:
    """The member that ends at ``end``; None when none of at most ``window`` bytes does."""
    start = max(end - window, 0)
    with path.open("rb") as records:
        records.seek(start)
        before = records.read(end - start)
    found = before.rfind(_GZIP)
    while found >= 0:
        gzip = zlib.decompressobj(wbits=31)
        with contextlib.suppress(zlib.error):
            content = gzip.decompress(before[found:], 1 << 20)
            if gzip.eof and not gzip.unused_data:
                return Member(start + found, len(before) - found, content)
        found = before.rfind(_GZIP, 0, found + len(_GZIP) - 1)
    return None


def member_end(path: Path, offset: int) -> int | None:
    """Where the member that begins at ``offset`` ends; None when it is broken or cut."""
    with path.open("rb") as records:
        records.seek(offset)
        length = _inflate(records, len)
    return None if length is None else offset + length


def next_record(path: Path, start: int) -> int | None:
    """Offset of the next gzip member that begins a WARC record."""
    with path.open("rb") as records:
        records.seek(start)
        before = b""
        while chunk := records.read(_CHUNK):
            window = before + chunk
            base = records.tell() - len(window)
            found = window.find(_GZIP)
            while found >= 0:
                if _begins_record(path, base + found):
                    return base + found
                found = window.find(_GZIP, found + 1)
            before = window[-len(_GZIP) + 1 :]
    return None


def _inflate(records: BinaryIO, take: Callable[[bytes], object]) -> int | None:
    """Length of the member that begins here, or None when it is broken or cut.

    ``take`` gets what it holds, piece by piece; no piece is longer than 1 MiB.
    """
    gzip = zlib.decompressobj(wbits=31)
    consumed = 0
    try:
        while not gzip.eof:
            chunk = gzip.unconsumed_tail or records.read(_CHUNK)
            if not chunk:
                return None
            consumed += len(chunk)
            take(gzip.decompress(chunk, 1 << 20))
            consumed -= len(gzip.unconsumed_tail)
    except zlib.error:
        return None
    return consumed - len(gzip.unused_data)


def _begins_record(path: Path, offset: int) -> bool:
    with path.open("rb") as records:
        records.seek(offset)
        try:
            head = zlib.decompressobj(wbits=31).decompress(records.read(1024), 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")
