"""The WARC files of the archive: ``warc/ocop-00000.warc.gz`` and so on, append only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from crawler.captures import ArchiveError, Capture, Fault
from crawler.members import Member, members
from crawler.records import Place, described

_NAME = re.compile(r"ocop-(\d{5,})\.warc\.gz")


class WarcFiles:
    """Appends records to the newest file, starts another when it is full."""

    def __init__(self, root: Path, max_bytes: int) -> None:
        self.root = root
        self.folder = root / "warc"
        self.max_bytes = max_bytes

    def names(self) -> list[str]:
        """Names relative to the archive, oldest first."""
        if not self.folder.is_dir():
            return []
        numbered = ((_NAME.fullmatch(path.name), path.name) for path in self.folder.iterdir())
        found = sorted((int(match[1]), name) for match, name in numbered if match)
        return [f"warc/{name}" for _, name in found]

    def size(self, name: str) -> int:
        """Bytes of a file; 0 when it is not there."""
        path = self.root / name
        return path.stat().st_size if path.is_file() else 0

    def next_place(self) -> Place:
        """Where the next record goes: the end of the newest file, or a new one."""
        names = self.names()
        if not names:
            return Place("warc/ocop-00000.warc.gz", 0)
        size = self.size(names[-1])
        if size < self.max_bytes:
            return Place(names[-1], size)
        match = _NAME.fullmatch(names[-1].removeprefix("warc/"))
        number = int(match[1]) if match else 0
        return Place(f"warc/ocop-{number + 1:05d}.warc.gz", 0)

    def append(self, place: Place, data: bytes) -> None:
        """Write at the end and wait for the disk; on failure nothing of it remains.

        Raises:
            ArchiveError: The disk refused (full, read-only …).
        """
        path = self.root / place.warc
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with path.open("ab", buffering=0) as out:
                try:
                    _write_all(out.write, data)
                    os.fsync(out.fileno())
                except BaseException:
                    out.truncate(place.offset)
                    raise
        except OSError as error:
            message = f"{place.warc} could not be written ({error.strerror or error})"
            raise ArchiveError(f"{message}: free space or rights, then run again") from error

    def read(self, capture: Capture) -> bytes:
        """Bytes of a capture's record.

        Raises:
            ArchiveError: The file is missing or unreadable.
        """
        if not re.fullmatch(f"warc/{_NAME.pattern}", capture.warc):
            raise ArchiveError(
                f"{capture.warc!r} is not a file of this archive: run rebuild_index()"
            )
        try:
            with (self.root / capture.warc).open("rb") as records:
                records.seek(capture.offset)
                return records.read(capture.length)
        except OSError as error:
            message = f"{capture.warc} cannot be read ({error.strerror or error})"
            raise ArchiveError(f"{message}: restore it from a copy") from error

    def recover(self, name: str, start: int = 0) -> Iterator[Capture | Fault]:
        """Captures of a file from an offset on; damage is a fault, then the next record.

        Bytes at the end that no whole record follows are moved to a file beside.
        """
        broken: int | None = None
        for member in members(self.root / name, start):
            if broken is not None:
                yield _damaged(name, broken)
                broken = None
            if isinstance(member, int):
                broken = member
            else:
                yield from _capture_of(name, member)
        if broken is not None:
            yield self._cut(name, broken)

    def _cut(self, name: str, end: int) -> Fault:
        path = self.root / name
        aside = path.with_name(f"{path.name}.torn-{end}")
        with path.open("r+b") as records:
            records.seek(end)
            aside.write_bytes(records.read())
            records.truncate(end)
            os.fsync(records.fileno())
        return Fault(
            "torn_record",
            f"the last record was not written to its end; its bytes are now in {aside.name}",
            f"{name} at byte {end}",
            "fetch the page or add the file again; delete the moved bytes when nobody needs them",
        )


def _capture_of(name: str, member: Member) -> Iterator[Capture | Fault]:
    try:
        capture = described(member.content, Place(name, member.offset), member.length)
    except ValueError as error:
        yield _damaged(name, member.offset, str(error))
        return
    if capture is not None:
        yield capture


def _damaged(name: str, offset: int, why: str = "not a whole gzip member") -> Fault:
    return Fault(
        "damaged_record",
        f"bytes that are no readable WARC record ({why}) were passed over",
        f"{name} at byte {offset}",
        "compare the file with a copy; everything else in it was read",
    )


def _write_all(write: Callable[[bytes | memoryview], int | None], data: bytes) -> None:
    """Raw writes may be partial; go on until all is written."""
    rest = memoryview(data)
    while rest:
        rest = rest[write(rest) or 0 :]
