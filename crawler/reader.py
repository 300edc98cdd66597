"""Reading the archive: captures, payloads, headers, what was told of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crawler.captures import REVISIT, ArchiveError, Capture, ascii_url
from crawler.index import Index
from crawler.members import member_before
from crawler.recorded import Stored, fields_told, stored
from crawler.records import FIELDS, HTTP_FIELD, Told, sha256
from crawler.warcs import WarcFiles


class Reader:
    """Captures of a folder. Any number may read, also while one writes.

    Attributes:
        files: The WARC files.
        index: Where which capture lies in them.
    """

    def __init__(self, files: WarcFiles, index_path: Path) -> None:
        self.files = files
        self.index = Index(index_path)

    def captures(self, *, revisits: bool = False) -> Iterator[Capture]:
        """Captures in the order of the index (SURT key, then time), whatever the order of adding.

        With ``revisits`` also those whose payload was unchanged and is stored only once.
        """
        return (one for one in self.index if revisits or one.media_type != REVISIT)

    def find(self, digest: str) -> Capture | None:
        """The capture that holds the payload with this digest (``sha256:<hex>``)."""
        return self.index.find(digest)

    def at(self, url: str) -> list[Capture]:
        """Captures of an address, revisits too, oldest first."""
        return self.index.at(ascii_url(url))

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

    def told(self, capture: Capture) -> Told | None:
        """How a capture was met and what the portal said of it, if that was archived."""
        said = dict(self._fields(capture))
        values = {name: said.get(field, "") for name, field in FIELDS.items()}
        return Told(**values) if any(values.values()) else None

    def http_headers(self, capture: Capture) -> tuple[tuple[str, str], ...]:
        """Headers of the response (its charset may matter); none for a local file."""
        headers = self._stored(capture).http_headers
        if headers or capture.media_type != REVISIT:
            return headers
        said = self._fields(capture)  # an answer 304 has them there
        return tuple(
            (name.removeprefix(HTTP_FIELD), value)
            for name, value in said
            if name.startswith(HTTP_FIELD)
        )

    def _fields(self, capture: Capture) -> tuple[tuple[str, str], ...]:
        files = self._files_of(capture)
        path = files.path(capture)
        before = member_before(path, capture.offset) if path.is_file() else None
        return () if before is None else fields_told(before.content, files.read(capture))

    def _kept(self, capture: Capture) -> Capture:
        if capture.media_type != REVISIT:
            return capture
        kept = self.find(capture.digest)
        if kept is None:
            message = f"the payload that {capture.url} repeats is not in the archive"
            raise ArchiveError(f"{message} ({capture.digest}): restore its WARC file from a copy")
        return kept

    def _stored(self, capture: Capture) -> Stored:
        record = self._files_of(capture).read(capture)
        return stored(record, f"{capture.warc} at byte {capture.offset}")

    def _files_of(self, capture: Capture) -> WarcFiles:  # noqa: ARG002 - a shelf has two
        return self.files
