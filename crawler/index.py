"""The index of the archive: one sorted CDXJ file and, while a writer is at work, a journal.

New lines go to ``index.journal`` in the order of writing; folding merges them into
``index.cdxj`` (written beside, then renamed) and removes the journal. A reader sees
both, so it never waits for a writer and never sees half a file.
"""

from __future__ import annotations

import contextlib
import heapq
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from crawler import cdxj
from crawler.captures import REVISIT, ArchiveError, Capture

_Found = TypeVar("_Found")
_State = tuple[int, int, int] | None

FOLD_AFTER = 100_000
"""Journal lines that are merged at once: bounds the memory of a long crawl."""


class Index:
    """Captures by digest, by address and in order.

    Addresses are looked up in the sorted file by halving. Digests are learned at the first
    question for one: 8 bytes a capture and a dict, and a second for 100,000 captures.
    Positions in the sorted file are kept as they are, those in the journal as ``~position``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.journal = path.with_suffix(".journal")
        self._seen: tuple[object, ...] = ()
        self._recent: dict[str, list[int]] = defaultdict(list)
        self._digests_seen: tuple[object, ...] = ()
        self._digests: dict[int, int] = {}
        self._journalled = 0

    def __iter__(self) -> Iterator[Capture]:
        """Every capture, sorted by SURT key, time and the rest of the line."""
        return map(self._parse, self.lines())

    def lines(self) -> Iterator[bytes]:
        """Sorted lines of both files, each once.

        The journal is read first: if a writer folds it meanwhile, its lines are met twice
        rather than not at all.
        """
        recent = sorted(raw for _, raw in _whole_lines(self.journal))
        last = b""
        for raw in heapq.merge((raw for _, raw in _whole_lines(self.path)), recent):
            if raw != last:
                yield raw
            last = raw

    def find(self, digest: str) -> Capture | None:
        """The first capture whose record holds the payload with this digest."""
        return self._steadily(lambda: self._find(digest))

    def at(self, url: str) -> list[Capture]:
        """Captures of exactly this address, oldest first."""
        return self._steadily(lambda: self._at(url))

    def append(self, capture: Capture) -> None:
        """Write a line to the journal; fold when the journal has grown long."""
        self._refresh()
        raw = cdxj.line(capture)
        with self.journal.open("ab") as out:
            position = out.tell()
            out.write(raw)
        current = self._digests_seen == self._seen
        self._note(~position, capture)
        self._seen = self._signature()
        if current:
            self._note_digest(~position, capture)
            self._digests_seen = self._seen
        if self._journalled >= FOLD_AFTER:
            self.fold()
            self.journal.touch()

    def fold(self) -> None:
        """Merge the journal into the sorted file and remove it."""
        if not self.path.exists() or (self.journal.exists() and self.journal.stat().st_size):
            self.replace(self.lines())
        self.journal.unlink(missing_ok=True)

    def replace(self, lines: Iterable[bytes]) -> None:
        """Write these sorted lines as the sorted file, beside and then renamed."""
        part = self.path.with_suffix(".part")
        with part.open("wb") as out:
            out.writelines(lines)
            out.flush()
            os.fsync(out.fileno())
        part.replace(self.path)

    def check_end(self) -> None:
        """Raise ``ArchiveError`` when the sorted file does not end with a whole line."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if size:
            with self.path.open("rb") as lines:
                lines.seek(size - 1)
                if lines.read() != b"\n":
                    raise ArchiveError(f"{self.path.name} is cut off: run rebuild_index()")

    def _steadily(self, look: Callable[[], _Found]) -> _Found:
        """Look again when another process folded the journal meanwhile: positions were old."""
        while True:
            before = self._inodes()
            try:
                found = look()
            except (FileNotFoundError, ArchiveError):
                if self._inodes() == before:
                    raise
                continue
            if self._inodes() == before:
                return found

    def _inodes(self) -> tuple[int | None, ...]:
        states = self._signature()
        return tuple(None if one is None else one[0] for one in states)

    def _find(self, digest: str) -> Capture | None:
        self._learn_digests()
        position = self._digests.get(_short(digest))
        capture = None if position is None else self._read(position)
        return capture if capture is not None and capture.digest == digest else None

    def _at(self, url: str) -> list[Capture]:
        self._refresh()
        key = cdxj.surt(url)
        sorted_lines = self._matching(f"{key} ".encode("ascii"))
        found = {*map(self._parse, sorted_lines), *map(self._read, self._recent.get(key, ()))}
        own = (one for one in found if one.url == url)
        return sorted(own, key=lambda one: (one.fetched_at, one.warc, one.offset))

    def _parse(self, raw: bytes) -> Capture:
        try:
            return cdxj.parse(raw)
        except ValueError as error:
            advice = "run rebuild_index() of the archive to write it anew"
            raise ArchiveError(f"{self.path.name} is damaged ({error}): {advice}") from error

    def _read(self, position: int) -> Capture:
        path, place = (self.path, position) if position >= 0 else (self.journal, ~position)
        with path.open("rb") as lines:
            lines.seek(place)
            return self._parse(lines.readline())

    def _signature(self) -> tuple[_State, _State]:
        return _state(self.path), _state(self.journal)

    def _refresh(self) -> None:
        """Read the journal, again when another process changed the files."""
        signature = self._signature()
        if signature == self._seen:
            return
        self._recent.clear()
        self._journalled = 0
        for position, raw in _whole_lines(self.journal):
            self._note(~position, self._parse(raw))
        self._seen = signature

    def _learn_digests(self) -> None:
        """Learn where the digests are, again when another process changed the files."""
        self._refresh()
        if self._digests_seen == self._seen:
            return
        self._digests.clear()
        for position, raw in _whole_lines(self.path):
            self._note_digest(position, self._parse(raw))
        for position, raw in _whole_lines(self.journal):
            self._note_digest(~position, self._parse(raw))
        self._digests_seen = self._seen

    def _note(self, position: int, capture: Capture) -> None:
        self._recent[cdxj.surt(capture.url)].append(position)
        self._journalled += 1

    def _note_digest(self, position: int, capture: Capture) -> None:
        if capture.media_type != REVISIT:
            self._digests.setdefault(_short(capture.digest), position)

    def _matching(self, prefix: bytes) -> Iterator[bytes]:
        """Lines of the sorted file that start so, found by halving."""
        with contextlib.suppress(FileNotFoundError), self.path.open("rb") as lines:
            _seek_line(lines, prefix)
            for raw in lines:
                if not raw.startswith(prefix):
                    return
                yield raw


def _whole_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Position and bytes of each line; a last line that is still being written waits."""
    position = 0
    with contextlib.suppress(FileNotFoundError), path.open("rb") as lines:
        for raw in lines:
            if raw.endswith(b"\n"):
                yield position, raw
            position += len(raw)


def _seek_line(lines: BinaryIO, prefix: bytes) -> None:
    """Move to the first line that is not less than ``prefix``."""
    low, high = 0, lines.seek(0, os.SEEK_END)
    while low < high:
        middle = (low + high) // 2
        lines.seek(max(middle - 1, 0))
        if middle:
            lines.readline()
        start = lines.tell()
        raw = lines.readline()
        if raw and raw < prefix:
            low = start + len(raw)
        else:
            high = middle
    lines.seek(low)


def _short(digest: str) -> int:
    """Eight bytes of the digest: enough to look up, and the line itself is compared."""
    return int(digest.partition(":")[2][:16] or "0", 16)


def _state(path: Path) -> _State:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
