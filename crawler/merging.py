"""One archive into another: whole WARC files where they are large, else record by record.

Every step leaves both archives fit for the next start. A file or record is in the target
before it leaves the source; what the target holds already (same address, time, status and
payload) does not come in again; and a record that came in without its index line is found
by the target's own recovery.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crawler.archive import Archive
from crawler.captures import REVISIT, ArchiveError, Capture, Fault
from crawler.members import Member, members
from crawler.recorded import belongs, stored
from crawler.records import sha256

WHOLE_FROM = 64 << 20
"""Bytes from which a WARC file comes in as it is; smaller ones would be thousands one day."""

_BATCH = 8 << 20


@dataclass
class Merged:
    """What a merge did: captures that came in, those that were there, what could not be read."""

    captures: int = 0
    known: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(self, other: Merged) -> None:
        """Count another merge in."""
        self.captures += other.captures
        self.known += other.known
        self.faults += other.faults


def merge(source: Path, target: Path, *, patience: float = 60.0) -> Merged:
    """Take every capture of a corpus, and of shelves in it, into another corpus.

    The source stays as it is: it may be mounted read-only, or be written meanwhile.
    Merging it again takes in what has come since.

    Args:
        source: A corpus that was copied here, with its ``index.cdxj``.
        target: The corpus that grows.
        patience: Seconds to wait for another writer of the target.

    Raises:
        ArchiveError: The source is no corpus or is the target, another writer is at work, or
            the disk refused.
    """
    if source.resolve() == target.resolve():
        raise ArchiveError(f"{source} cannot be merged into itself: give another corpus")
    given = [Archive(one) for one in (*sorted((source / "shelves").glob("*")), source)]
    if not any(one.index.path.exists() or one.index.journal.exists() for one in given):
        raise ArchiveError(
            f"{source} holds no index.cdxj: give the folder of a corpus, or take WARC files of "
            "other tools in with ocop ingest"
        )
    done = Merged()
    with Archive(target) as into:
        into.begin_writing(patience)
        for one in given:
            done.add(take(one, into, move=False))
    return done


def take(given: Archive, into: Archive, *, move: bool) -> Merged:
    """Take what an archive holds into another, which is locked.

    Args:
        given: Whose captures; it is locked, too, when they are moved.
        into: Where they go.
        move: Remove each WARC file from ``given`` when its captures have come in.
    """
    done = Merged()
    for name in given.files.names():
        captures = sorted(
            (one for one in given.index if one.warc == name), key=lambda one: one.offset
        )
        done.add(_take_file(given.root / name, captures, into, move=move))
    return done


def _take_file(path: Path, captures: list[Capture], into: Archive, *, move: bool) -> Merged:
    new = [one for one in captures if not _holds(into, one)]
    done = Merged(known=len(captures) - len(new))
    size = path.stat().st_size
    whole = len(new) == len(captures) and all(_end(one) <= size for one in new)
    if new and whole and size >= WHOLE_FROM:
        into.adopt(path, captures, move=move)
        done.captures = len(new)
    else:
        for batch in _batches(path, captures, set(new), done.faults):
            into.take_over(batch)
            done.captures += len(batch)
    if not move:
        return done
    if done.faults:  # what cannot be read now may be read by somebody, some day
        path.rename(into.files.folder / f"{path.name}.damaged")
    path.unlink(missing_ok=True)
    return done


def _holds(archive: Archive, capture: Capture) -> bool:
    """Whether the archive has this very capture; of local files one with the same bytes."""
    if capture.status is None:
        return archive.find(capture.digest) is not None
    same = (capture.fetched_at, capture.status, capture.digest)
    known = archive.at(capture.url)
    return any((one.fetched_at, one.status, one.digest) == same for one in known)


def _batches(
    path: Path, captures: list[Capture], wanted: set[Capture], faults: list[Fault]
) -> Iterator[list[tuple[bytes, Capture]]]:
    """Wanted captures with the bytes of all their records, some megabytes at a time."""
    batch: list[tuple[bytes, Capture]] = []
    before = 0
    for capture in captures:
        if capture in wanted:
            try:
                batch.append((_exchange(path, before, capture), capture))
            except (ArchiveError, ValueError) as error:
                faults.append(_unreadable(path, capture, error))
        before = _end(capture)
        if sum(len(raw) for raw, _ in batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _exchange(path: Path, start: int, capture: Capture) -> bytes:
    """The capture's record, after those from ``start`` on that are of the same capture event.

    Raises:
        ArchiveError, ValueError: The record cannot be read, or holds another payload.
    """
    with path.open("rb") as records:
        records.seek(capture.offset)
        record = records.read(capture.length)
        payload = stored(record, path.name).payload
        if capture.media_type != REVISIT and sha256(payload) != capture.digest:
            raise ValueError("its payload is not the one that was archived")
        pieces = []
        for one in members(path, start, capture.offset):
            if isinstance(one, Member) and belongs(one.content, record):
                records.seek(one.offset)
                pieces.append(records.read(one.length))
    return b"".join([*pieces, record])


def _end(capture: Capture) -> int:
    return capture.offset + capture.length


def _unreadable(path: Path, capture: Capture, why: Exception) -> Fault:
    return Fault(
        "damaged_record",
        f"the record of {capture.url} was left behind: {why}",
        f"{path.name} at byte {capture.offset}",
        "copy the file again from where it came, then merge once more",
    )
