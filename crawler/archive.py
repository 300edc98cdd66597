"""The archive of captures: WARC files and one CDXJ index, safe at any moment.

A record is written and synced before its index line, so whatever stops a writer, the
next one finds either the record, or its torn end (which is moved aside).
"""

from __future__ import annotations

import fcntl
import gzip
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from crawler import cdxj
from crawler.captures import REVISIT, ArchiveError, Capture, Fault, ascii_url, file_url, rfc3339
from crawler.foreign import Imported, records_of
from crawler.index import Index
from crawler.lock import WriterAtWorkError, locked
from crawler.records import (
    Exchange,
    Headers,
    Place,
    Request,
    Stored,
    bare_media_type,
    described,
    exchange,
    resource,
    sha256,
    stored,
    warcinfo,
)
from crawler.warcs import WarcFiles

__all__ = ["Archive", "ArchiveError", "Capture", "Fault", "Request", "file_url"]

MAX_WARC_BYTES = 512 << 20
MAX_PAYLOAD_BYTES = 20 << 20


class Archive:
    """Captures in a folder. Any number may read; the first write takes the lock.

    Use as a context manager, or call ``close``, when writing: closing merges the
    journal into ``index.cdxj``. Opening mends what a killed writer left behind;
    ``faults`` holds what was found then.

    Attributes:
        root: The folder (``corpus/``); made at the first write.
        faults: Torn or damaged records met while mending.
    """

    def __init__(self, root: Path, *, max_warc_bytes: int = MAX_WARC_BYTES) -> None:
        self.root = Path(root)
        self.faults: list[Fault] = []
        self._files = WarcFiles(self.root, max_warc_bytes)
        self._index = Index(self.root / "index.cdxj")
        self._lock: BinaryIO | None = None
        if self._left_behind() and os.access(self.root, os.W_OK):
            self._mend()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Merge the journal into the index and let the next writer in."""
        if self._lock is None:
            return
        try:
            self._index.fold()
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)
            self._lock.close()
            self._lock = None

    def captures(self, *, revisits: bool = False) -> Iterator[Capture]:
        """Captures in the order of the index (SURT key, then time), whatever the order of adding.

        With ``revisits`` also those whose payload was unchanged and is stored only once.
        """
        return (one for one in self._index if revisits or one.media_type != REVISIT)

    def find(self, digest: str) -> Capture | None:
        """The capture that holds the payload with this digest (``sha256:<hex>``)."""
        return self._index.find(digest)

    def at(self, url: str) -> list[Capture]:
        """Captures of an address, revisits too, oldest first."""
        return self._index.at(ascii_url(url))

    def payload(self, capture: Capture) -> bytes:
        """The payload, checked against its digest; that of a revisit is the earlier one's.

        Raises:
            ArchiveError: The record is missing, damaged, or holds other bytes.
        """
        kept = self._kept(capture)
        payload = self._stored(kept).payload
        if sha256(payload) != capture.digest:
            where = f"{kept.warc} at byte {kept.offset}"
            advice = "restore the file from a copy, or run rebuild_index()"
            message = f"the payload of {capture.url} is not the one that was archived"
            raise ArchiveError(f"{message} ({where}, digest {capture.digest}): {advice}")
        return payload

    def http_headers(self, capture: Capture) -> tuple[tuple[str, str], ...]:
        """Headers of the response (its charset may matter); none for a local file."""
        return self._stored(capture).http_headers

    def add_resource(
        self, payload: bytes, *, url: str, media_type: str, fetched_at: datetime
    ) -> tuple[Capture, bool]:
        """Archive a local file. The same bytes again give the first capture and False.

        Raises:
            ArchiveError: Another writer is at work, or the disk refused.
            ValueError: The address is empty or too long, or the time has no zone.
        """
        address, moment = ascii_url(url), rfc3339(fetched_at)
        self.begin_writing()
        digest = sha256(payload)
        if (known := self._index.find(digest)) is not None:
            return known, False
        place = self._place(moment)
        kind = bare_media_type(media_type)
        record = resource(place, address, moment, kind, payload)
        return self._write(place, record), True

    def add_response(
        self,
        url: str,
        status: int,
        http_headers: Headers,
        payload: bytes,
        fetched_at: datetime,
        request: Request | None = None,
    ) -> tuple[Capture, bool]:
        """Archive a response; ``payload`` is decoded (no content or transfer encoding).

        The payload that this address gave before becomes a revisit record; the very same
        capture (address, time, payload) again adds nothing and gives False.

        Raises:
            ArchiveError: Another writer is at work, or the disk refused.
            ValueError: The address is empty or too long, or the time has no zone.
        """
        address, moment = ascii_url(url), rfc3339(fetched_at)
        self.begin_writing()
        same = [one for one in self._index.at(address) if one.digest == sha256(payload)]
        for known in same:
            if known.fetched_at == moment and known.status == status:
                return known, False
        earlier = next((one for one in same if one.media_type != REVISIT), None)
        sent = Exchange(address, moment, status, http_headers, payload, earlier, request)
        place = self._place(moment)
        asked, answered = exchange(place, sent)
        return self._write(place, answered, before=asked), True

    def import_warc(
        self, path: Path, *, max_bytes: int = MAX_PAYLOAD_BYTES, shown: str = ""
    ) -> Iterator[Capture | Fault]:
        """Take in every response and resource of a foreign WARC file, plain or compressed.

        Content and transfer encodings are decoded. What cannot be read, is larger than
        ``max_bytes`` or lacks an address or date gives a fault, and the rest is read.
        Revisit records of others hold no payload and are passed over. Importing a file
        again adds nothing. ``shown`` is the name of the file in faults.
        """
        for found in records_of(path, max_bytes, shown or path.name):
            if isinstance(found, Fault):
                yield found
            else:
                yield self._take_in(found)

    def rebuild_index(self) -> None:
        """Write the index anew from the records alone; ``faults`` says what is damaged."""
        self.begin_writing()
        fresh = Index(self.root / "rebuilt.cdxj")
        for leftover in (fresh.path, fresh.journal):
            leftover.unlink(missing_ok=True)
        for name in self._files.names():
            self._index_records(fresh, name, 0)
        fresh.fold()
        fresh.path.replace(self._index.path)
        self._index.journal.write_bytes(b"")

    def _take_in(self, found: Imported) -> Capture:
        if found.status is None:
            return self.add_resource(
                found.payload,
                url=found.url,
                media_type=found.media_type,
                fetched_at=found.fetched_at,
            )[0]
        return self.add_response(
            found.url, found.status, found.headers, found.payload, found.fetched_at
        )[0]

    def _kept(self, capture: Capture) -> Capture:
        if capture.media_type != REVISIT:
            return capture
        kept = self._index.find(capture.digest)
        if kept is None:
            message = f"the payload that {capture.url} repeats is not in the archive"
            raise ArchiveError(f"{message} ({capture.digest}): restore its WARC file from a copy")
        return kept

    def _stored(self, capture: Capture) -> Stored:
        return stored(self._files.read(capture), f"{capture.warc} at byte {capture.offset}")

    def _place(self, moment: str) -> Place:
        """Where the next record goes; a new file is begun with its warcinfo record."""
        place = self._files.next_place()
        if place.offset == 0:
            self._files.append(place, warcinfo(place, moment))
            return self._files.next_place()
        return place

    def _write(self, place: Place, record: bytes, before: bytes = b"") -> Capture:
        """Write ``before`` and the record; index what a later reader will find in it."""
        start = Place(place.warc, place.offset + len(before))
        capture = described(gzip.decompress(record), start, len(record))
        if capture is None:
            raise ArchiveError(f"the record for {place.warc} is no capture: report this as a bug")
        self._files.append(place, before + record)
        self._index.append(capture)
        return capture

    def begin_writing(self) -> None:
        """Take the lock and mend what was left behind; the first write does it otherwise.

        Raises:
            WriterAtWorkError: Another writer is at work.
        """
        if self._lock is not None:
            return
        self._lock = locked(self.root)
        self._index.journal.touch()
        self._recover()

    def _left_behind(self) -> bool:
        """Whether a writer was killed (or is at work), or the index is gone."""
        orphans = not self._index.path.exists() and bool(self._files.names())
        return self._index.journal.exists() or orphans

    def _mend(self) -> None:
        try:
            self.begin_writing()
        except WriterAtWorkError:
            return
        self.close()

    def _recover(self) -> None:
        """Index lines without records go, records without index lines come in."""
        sizes = {name: self._files.size(name) for name in self._files.names()}
        ends = dict.fromkeys(sizes, 0)
        try:
            self._index.check_end()
            dropped = False
            for one in self._index:
                end = one.offset + one.length
                if end <= sizes.get(one.warc, 0):
                    ends[one.warc] = max(ends[one.warc], end)
                else:
                    dropped = True
        except ArchiveError:
            self.rebuild_index()
            return
        if dropped:
            kept = (one for one in self._index if one.offset + one.length <= sizes.get(one.warc, 0))
            self._index.replace(map(cdxj.line, kept))
            self._index.journal.write_bytes(b"")
        self._index.fold()
        self._index.journal.touch()
        for name, end in ends.items():
            self._index_records(self._index, name, end)

    def _index_records(self, index: Index, name: str, start: int) -> None:
        """Index the records of a file from ``start`` on; cut off a torn end."""
        for found in self._files.recover(name, start):
            if isinstance(found, Fault):
                self.faults.append(found)
            else:
                index.append(found)
