"""The WARC files of the archive, append only: ``warc/ocop-00000.warc.gz`` and so on.

Those that came from another writer's shelf bear its name: ``warc/ocop-<writer>-00000.warc.gz``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from crawler.captures import ArchiveError, Capture, Fault
from crawler.members import Member, members
from crawler.recorded import described
from crawler.records import Place

_NAME = re.compile(r"warc/ocop-(?:(?P<writer>[0-9a-z-]+)-)?(?P<number>\d{5,})\.warc\.gz")


class WarcFiles:
    """Appends records to its newest file, starts another when it is full.

    ``writer`` stands in the names of the files that it makes; it reads the others, too.
    """

    def __init__(self, root: Path, max_bytes: int, writer: str = "") -> None:
        self.root = root
        self.folder = root / "warc"
        self.max_bytes = max_bytes
        self.writer = writer
        self.coming = self.folder / "coming.part"

    def names(self) -> list[str]:
        """Names relative to the archive, by writer and number."""
        if not self.folder.is_dir():
            return []
        return sorted(
            filter(_NAME.fullmatch, map("warc/{0.name}".format, self.folder.iterdir())), key=_key
        )

    def size(self, name: str) -> int:
        """Bytes of a file; 0 when it is not there."""
        path = self.root / name
        return path.stat().st_size if path.is_file() else 0

    def next_place(self) -> Place:
        """Where the next record goes: the end of the newest own file, or a new one."""
        newest = self._newest()
        if newest and (size := self.size(newest)) < self.max_bytes:
            return Place(newest, size)
        return Place(self._next_name(), 0)

    def path(self, capture: Capture) -> Path:
        """The file of a capture.

        Raises:
            ArchiveError: Its name is none of an archive.
        """
        if not _NAME.fullmatch(capture.warc):
            raise ArchiveError(
                f"{capture.warc!r} is not a file of this archive: run rebuild_index()"
            )
        return self.root / capture.warc

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
            if place.offset == 0:
                sync_folder(self.folder)
        except OSError as error:
            message = f"{place.warc} could not be written ({error.strerror or error})"
            raise ArchiveError(f"{message}: free space or rights, then run again") from error

    def adopt(self, path: Path, end: int, *, move: bool) -> str:
        """Take a file of another archive up to ``end``; returns its name here.

        It keeps its name, or gets the next number when that is taken.

        Raises:
            ArchiveError: The disk refused.
        """
        name = f"warc/{path.name}"
        if (self.root / name).exists():
            name = self._next_name()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if move:
                path.rename(self.root / name)
            else:
                _copy(path, self.coming, end)
                self.coming.rename(self.root / name)
            sync_folder(self.folder)
        except OSError as error:
            message = f"{path.name} could not be taken in ({error.strerror or error})"
            raise ArchiveError(f"{message}: free space or rights, then run again") from error
        return name

    def read(self, capture: Capture) -> bytes:
        """Bytes of a capture's record.

        Raises:
            ArchiveError: The file is missing or unreadable.
        """
        path = self.path(capture)
        try:
            with path.open("rb") as records:
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

    def _newest(self) -> str:
        return next((name for name in reversed(self.names()) if _key(name)[0] == self.writer), "")

    def _next_name(self) -> str:
        newest = self._newest()
        writer = f"{self.writer}-" if self.writer else ""
        return f"warc/ocop-{writer}{_key(newest)[1] + 1 if newest else 0:05d}.warc.gz"

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


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder: a synced file may have none otherwise."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _key(name: str) -> tuple[str, int]:
    match = _NAME.fullmatch(name)
    assert match is not None
    return match["writer"] or "", int(match["number"])


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


def _copy(path: Path, to: Path, end: int) -> None:
    """The first ``end`` bytes of a file, synced."""
    with path.open("rb") as given, to.open("wb") as out:
        left = end
        while left and (chunk := given.read(min(left, 1 << 20))):
            left -= out.write(chunk)
        out.flush()
        os.fsync(out.fileno())


def _write_all(write: Callable[[bytes | memoryview], int | None], data: bytes) -> None:
    """Raw writes may be partial; go on until all is written."""
    rest = memoryview(data)
    while rest:
        rest = rest[write(rest) or 0 :]
