"""The archive of captures: WARC files and one CDXJ index, safe at any moment.

A record is written and synced before its index line, so whatever stops a writer, the
next one finds either the record, or its torn end (which is moved aside).
"""

from __future__ import annotations

import fcntl
import gzip
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from crawler.captures import REVISIT, ArchiveError, Capture, Fault, ascii_url, file_url, rfc3339
from crawler.foreign import Imported, records_of
from crawler.lock import WriterAtWorkError, locked
from crawler.reader import Reader
from crawler.recorded import described
from crawler.records import (
    Exchange,
    Headers,
    Place,
    Request,
    Told,
    bare_media_type,
    exchange,
    resource,
    sha256,
    warcinfo,
)
from crawler.recovery import rebuild, recover
from crawler.warcs import WarcFiles

__all__ = ["Archive", "ArchiveError", "Capture", "Fault", "Request", "Told", "file_url"]

MAX_WARC_BYTES = 512 << 20
MAX_PAYLOAD_BYTES = 20 << 20


class Archive(Reader):
    """Captures in a folder. Any number may read; the first write takes the lock.

    Use as a context manager, or call ``close``, when writing: closing merges the
    journal into ``index.cdxj``. Opening mends what a killed writer left behind;
    ``faults`` holds what was found then.

    Attributes:
        root: The folder (``corpus/``); made at the first write.
        faults: Torn or damaged records met while mending.

    Args:
        root: The folder.
        max_warc_bytes: A WARC file that is larger gets no more records.
        writer: Stands in the names of WARC files, so that those of several writers can
            come to lie in one folder.
    """

    def __init__(
        self, root: Path, *, max_warc_bytes: int = MAX_WARC_BYTES, writer: str = ""
    ) -> None:
        self.root = Path(root)
        self.faults: list[Fault] = []
        super().__init__(WarcFiles(self.root, max_warc_bytes, writer), self.root / "index.cdxj")
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
            self.index.fold()
        finally:
            self.release()

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
        if (known := self.find(digest)) is not None:
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
        *,
        told: Told | None = None,
        ip_address: str = "",
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
        same = [one for one in self.at(address) if one.digest == sha256(payload)]
        earlier = next((one for one in same if one.media_type != REVISIT), None)
        sent = Exchange(
            address, moment, status, http_headers, payload, earlier, request, told, ip_address
        )
        return self._add(sent, same)

    def add_not_modified(
        self,
        url: str,
        http_headers: Headers,
        fetched_at: datetime,
        request: Request | None = None,
        *,
        digest: str = "",
        told: Told | None = None,
        ip_address: str = "",
    ) -> tuple[Capture, bool]:
        """Archive an answer 304 as a revisit of the payload whose validators were sent.

        Args:
            url: The address.
            http_headers: Of the answer.
            fetched_at: When it came.
            request: What was asked.
            digest: The payload that is not modified; else the latest of this address.
            told: What a metadata record is to say.
            ip_address: The address that answered.

        Raises:
            ArchiveError: The archive has no such payload of this address, another writer is
                at work, or the disk refused.
            ValueError: The address is empty or too long, or the time has no zone.
        """
        address, moment = ascii_url(url), rfc3339(fetched_at)
        self.begin_writing()
        known = self.at(address)
        held = digest or (known[-1].digest if known else "")
        same = [one for one in known if one.digest == held]
        earlier = next((one for one in same if one.media_type != REVISIT), None)
        if earlier is None:
            message = f"{url} is said to be not modified, but its payload was never archived"
            raise ArchiveError(f"{message} ({held or 'no capture'}): ask without validators")
        sent = Exchange(address, moment, 304, http_headers, b"", earlier, request, told, ip_address)
        return self._add(sent, same)

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
        self.faults += rebuild(self.files, self.index)

    def take_over(self, exchanges: Sequence[tuple[bytes, Capture]]) -> None:
        """Write exchanges of another archive as they are, with one sync for all.

        Args:
            exchanges: The bytes of all records of each, the capture's last; and the capture.
        """
        self.begin_writing()
        place = self._place(exchanges[0][1].fetched_at)
        self.files.append(place, b"".join(raw for raw, _ in exchanges))
        end = place.offset
        for raw, capture in exchanges:
            end += len(raw)
            self.index.append(replace(capture, warc=place.warc, offset=end - capture.length))

    def adopt(self, path: Path, captures: Sequence[Capture], *, move: bool) -> None:
        """Take a whole WARC file of another archive.

        Args:
            path: The file.
            captures: All of it, in its order.
            move: Take the file itself; else a copy.
        """
        self.begin_writing()
        name = self.files.adopt(path, captures[-1].offset + captures[-1].length, move=move)
        for capture in captures:
            self.index.append(replace(capture, warc=name))

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

    def _add(self, sent: Exchange, same: list[Capture]) -> tuple[Capture, bool]:
        """Write an exchange, unless it is among the captures of the same payload."""
        for known in same:
            if known.fetched_at == sent.fetched_at and known.status == sent.status:
                return known, False
        before, answer = exchange(place := self._place(sent.fetched_at), sent)
        return self._write(place, answer, before=before), True

    def _place(self, moment: str) -> Place:
        """Where the next record goes; a new file is begun with its warcinfo record."""
        place = self.files.next_place()
        if place.offset == 0:
            self.files.append(place, warcinfo(place, moment))
            return self.files.next_place()
        return place

    def _write(self, place: Place, record: bytes, before: bytes = b"") -> Capture:
        """Write ``before`` and the record; index what a later reader will find in it."""
        start = Place(place.warc, place.offset + len(before))
        capture = described(gzip.decompress(record), start, len(record))
        if capture is None:
            raise ArchiveError(f"the record for {place.warc} is no capture: report this as a bug")
        self.files.append(place, before + record)
        self.index.append(capture)
        return capture

    def begin_writing(self, patience: float = 0.0) -> None:
        """Take the lock and mend what was left behind; the first write does it otherwise.

        Args:
            patience: Seconds to wait for another writer.

        Raises:
            WriterAtWorkError: Another writer is at work.
        """
        if self._lock is not None:
            return
        self._lock = locked(self.root, patience)
        self.index.journal.touch()
        self.faults += recover(self.files, self.index)

    def release(self) -> None:
        """Let the next writer in, without merging the journal."""
        if self._lock is not None:
            fcntl.flock(self._lock, fcntl.LOCK_UN)
            self._lock.close()
            self._lock = None

    def _left_behind(self) -> bool:
        """Whether a writer was killed (or is at work), or the index is gone."""
        orphans = not self.index.path.exists() and bool(self.files.names())
        return self.index.journal.exists() or orphans

    def _mend(self) -> None:
        try:
            self.begin_writing()
        except WriterAtWorkError:
            return
        self.close()
